#pragma once

// Beside merge_store.hpp the only place that names the tables customer, customer_nip,
// customer_domain, customer_phone and customer_site. Reads for somebody bring their Scope; what
// lies outside of it is not found.

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "people/directory_types.hpp"
#include "people/find_rules.hpp"
#include "people/merge_types.hpp"
#include "storage/tx.hpp"

namespace ogniwo::people::store {

// --- For other slices ------------------------------------------------------------------------

bool customer_exists(Tx& tx, CustomerId customer);
// Unknown ids are absent. Whichever was merged is called as the one it goes on as.
std::vector<ShownName<CustomerId>> list_shown_names(Tx& tx, const std::vector<CustomerId>& ids);
std::map<CustomerId, std::string> customer_names(Tx& tx, const std::vector<CustomerId>& ids);
// Members of these customers who are not disabled; each once.
std::int64_t count_active_persons(Tx& tx,
                                  const Scope& scope,
                                  const std::optional<CustomerId>& customer);
std::optional<std::string> find_sector(Tx& tx, CustomerId customer);
// For merged ones these answer as which one they go on.
// By the short name; the oldest where several share it.
std::optional<CustomerId> find_customer_by_name(Tx& tx, std::string_view name);
std::optional<CustomerId> find_customer_by_nip(Tx& tx, std::string_view nip);
std::optional<CustomerId> find_customer_by_domain(Tx& tx, std::string_view domain);

// --- Rows ------------------------------------------------------------------------------------

struct StoredCustomer {
    CustomerId id{};
    std::int64_t version = 0;
    CustomerCard card{};
    std::optional<PersonRef> lead{};
    Time created_at{};
    std::optional<CustomerId> merged_into{};
    std::optional<Time> merged_at{};
};

std::optional<StoredCustomer> find_customer(Tx& tx, const Scope& scope, CustomerId customer);

// The row without its lists.
CustomerId insert_customer(Tx& tx, const CustomerCard& card, Time now);
void update_customer(Tx& tx, CustomerId customer, const CustomerCard& card);

// Raise the version, and so protect the row until the commit. Nothing when there is no such row, or
// when its version is another.
std::optional<std::int64_t> touch_customer(Tx& tx, CustomerId customer);
std::optional<std::int64_t> touch_customer(Tx& tx, CustomerId customer, std::int64_t version);

// Who holds the number now, if that is somebody else; the customer otherwise holds it, or none.
std::optional<CustomerId> save_nip(Tx& tx, CustomerId customer, const std::string& nip);
// The place in the list of a domain that belongs to somebody else.
std::optional<std::size_t> save_domains(Tx& tx,
                                        CustomerId customer,
                                        const std::vector<std::string>& domains);
void save_customer_phones(Tx& tx, CustomerId customer, const std::vector<NotedPhone>& phones);

struct CustomerFilter {
    Words words{};
    std::vector<Mark> marks{};
    PageStart after{};
    int limit = 50;
};

struct ListedCustomer {
    CustomerSummary summary{};
    std::string sort_key{};
};

std::vector<ListedCustomer> list_customers(Tx& tx,
                                           const Scope& scope,
                                           const CustomerFilter& filter);

// Of whoever led customers before: nobody leads them now.
void clear_lead(Tx& tx, PersonId person);

// --- Sites -----------------------------------------------------------------------------------

std::vector<Site> list_sites(Tx& tx, const Scope& scope, CustomerId customer);
std::map<SiteId, NamedSite> named_sites(Tx& tx, const std::vector<SiteId>& ids);
std::optional<Site> find_site(Tx& tx, const Scope& scope, SiteId site);
SiteId insert_site(Tx& tx, const Site& site);
// False when the version is another.
bool update_site(Tx& tx, const Site& site, std::int64_t version);
void delete_site(Tx& tx, SiteId site);

// --- New sort keys ---------------------------------------------------------------------------

// Makes the keys of at most `limit` rows after `after` again; the last id, nothing when none is
// left.
std::optional<std::int64_t> resort_customers(Tx& tx, std::int64_t after, int limit);
std::optional<std::int64_t> resort_sites(Tx& tx, std::int64_t after, int limit);

}  // namespace ogniwo::people::store
