#pragma once

// Beside merge_store.hpp the only place that names the tables person_email, person_phone and
// person_membership, and the columns of person that say who somebody is.

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

bool is_active_staff(Tx& tx, PersonId person);
bool was_staff(Tx& tx, PersonId person);
bool belongs_to(Tx& tx, PersonId person, CustomerId customer);
// "Anna Nowak"; "#7" for somebody whose data were erased. Unknown ids are absent. Whoever was
// merged is called as the one they go on as.
std::vector<ShownName<PersonId>> list_shown_names(Tx& tx, const std::vector<PersonId>& ids);
std::map<PersonId, std::string> person_names(Tx& tx, const std::vector<PersonId>& ids);
// `folded` is the address as base/email.hpp compares it. Disabled persons are found, too; for
// merged ones, whom they go on as.
std::optional<PersonId> find_person_by_email(Tx& tx, std::string_view folded);
struct CalledPerson {
    PersonId goes_on{};  // As whom, or the person.
    std::string given_name{};
    std::string family_name{};
};
std::vector<CalledPerson> list_persons_with_phone(Tx& tx, std::string_view number, int limit);

// --- Rows ------------------------------------------------------------------------------------

struct StoredPerson {
    PersonId id{};
    std::int64_t version = 0;
    PersonCard card{};  // With all customers, also those that the reader must not hear of.
    Time created_at{};
    std::optional<Time> disabled_at{};
    std::optional<Time> erased_at{};
    std::optional<PersonId> merged_into{};
    std::optional<Time> merged_at{};
};

Result<StoredPerson> load_person(Tx& tx, PersonId person);

// The row without its lists.
PersonId insert_person(Tx& tx, const PersonCard& card, Time now);
void update_person(Tx& tx, PersonId person, const PersonCard& card);

// Raise the version, and so protect the row until the commit. Nothing when there is no such row, or
// when its version is another.
std::optional<std::int64_t> touch_person(Tx& tx, PersonId person);
std::optional<std::int64_t> touch_person(Tx& tx, PersonId person, std::int64_t version);

// The place in the list of an address that belongs to somebody else.
std::optional<std::size_t> save_emails(Tx& tx,
                                       PersonId person,
                                       const std::vector<std::string>& emails);
void save_person_phones(Tx& tx, PersonId person, const std::vector<PersonPhone>& phones);
void save_memberships(Tx& tx, PersonId person, const std::vector<CustomerId>& customers);

struct PersonFilter {
    Words words{};
    std::optional<CustomerId> customer{};
    std::optional<bool> staff{};
    std::optional<bool> disabled{};
    bool with_staff = false;  // Our staff are listed although they belong to no customer.
    PageStart after{};
    int limit = 50;
};

struct ListedPerson {
    PersonSummary summary{};
    std::string sort_key{};
};

// Persons of the customers in scope; erased ones are never listed.
std::vector<ListedPerson> list_persons(Tx& tx, const Scope& scope, const PersonFilter& filter);

// The customers in scope that each person belongs to, by name.
std::map<PersonId, std::vector<CustomerRef>> customers_of(Tx& tx,
                                                          const Scope& scope,
                                                          const std::vector<PersonId>& ids);

// The names, addresses, phones and notes go; the id, the version and the dates stay.
void erase_person(Tx& tx, PersonId person, Time now);
// Persons that were disabled before this moment and not yet erased.
std::vector<PersonId> list_disabled_before(Tx& tx, Time before, int limit);
std::int64_t count_disabled_before(Tx& tx, Time before);

// --- New sort keys ---------------------------------------------------------------------------

// Makes the keys of at most `limit` rows after `after` again; the last id, nothing when none is
// left.
std::optional<std::int64_t> resort_persons(Tx& tx, std::int64_t after, int limit);

}  // namespace ogniwo::people::store
