#pragma once

// A customer is a client company with its sites. What we know of it and it not of itself (pinned
// notes, marks) is ours alone: for its own people those fields are absent, not empty.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/right.hpp"
#include "people/card_types.hpp"

namespace ogniwo::people {

using SiteId = Id<struct SiteTag>;

struct Site {
    SiteId site{};
    CustomerId customer{};
    std::int64_t version = 0;
    std::string name{};
    std::optional<PostalAddress> address{};
    std::string hours_text{};
    std::vector<OpenHours> hours{};
    std::string zone{};
};

// Everything that is typed in about a customer.
struct CustomerCard {
    std::string name{};        // Short: in lists and headings.
    std::string legal_name{};  // On invoices; the short one where it is empty.
    std::string nip{};
    std::string regon{};
    std::string krs{};
    std::string iban{};
    std::optional<PostalAddress> billing_address{};
    std::optional<PostalAddress> postal_address{};  // The billing address where there is none.
    std::vector<std::string> domains{};
    std::vector<NotedPhone> phones{};
    std::string sector{};
    std::optional<PersonId> lead{};
    std::string pinned_notes{};
    std::vector<Mark> marks{};
    Language language = Language::pl;
};

struct CreateCustomer : CustomerCard {};

// Whose a site is, whichever that one goes on as.
struct NamedSite {
    CustomerId customer{};
    std::string name{};
};

// A customer that goes on as another one: its numbers and notes stay its own.
struct MergedCustomer {
    CustomerId customer{};
    std::string name{};
    std::string legal_name{};
    std::string nip{};
    std::vector<std::string> domains{};
    std::vector<NotedPhone> phones{};
    std::optional<std::string> pinned_notes{};  // Ours alone, like the marks.
    std::optional<std::vector<Mark>> marks{};
    Time merged_at{};
};

struct Customer {
    CustomerId customer{};
    std::int64_t version = 0;
    std::string name{};
    std::string legal_name{};
    std::string nip{};
    std::string regon{};
    std::string krs{};
    std::string iban{};
    std::optional<PostalAddress> billing_address{};
    std::optional<PostalAddress> postal_address{};
    std::vector<std::string> domains{};
    std::vector<NotedPhone> phones{};
    std::string sector{};
    std::optional<PersonRef> lead{};
    std::optional<std::string> pinned_notes{};  // Ours alone, like the marks.
    std::optional<std::vector<Mark>> marks{};
    std::vector<Site> sites{};
    Language language = Language::pl;
    Time created_at{};
    std::optional<CustomerRef> merged_into{};
    std::optional<Time> merged_at{};
    std::vector<MergedCustomer> merged{};  // Into this one.
};

// Missing fields stay as they are; an address or lead of null is taken away.
struct EditCustomer {
    CustomerId customer{};
    std::int64_t version = 0;
    std::optional<std::string> name{};
    std::optional<std::string> legal_name{};
    std::optional<std::string> nip{};
    std::optional<std::string> regon{};
    std::optional<std::string> krs{};
    std::optional<std::string> iban{};
    std::optional<std::optional<PostalAddress>> billing_address{};
    std::optional<std::optional<PostalAddress>> postal_address{};
    std::optional<std::vector<std::string>> domains{};
    std::optional<std::vector<NotedPhone>> phones{};
    std::optional<std::string> sector{};
    std::optional<std::optional<PersonId>> lead{};
    std::optional<std::string> pinned_notes{};
    std::optional<std::vector<Mark>> marks{};
    std::optional<Language> language{};
};

struct ShowCustomer {
    CustomerId customer{};
};

struct ListCustomers {
    std::string q{};
    std::vector<Mark> marks{};  // All of them.
    std::optional<std::string> cursor{};
    int limit = 50;
};

struct CustomerSummary {
    CustomerId customer{};
    std::int64_t version = 0;
    std::string name{};
    std::string legal_name{};
    std::string nip{};
    std::string city{};
    std::optional<PersonRef> lead{};
    std::optional<std::vector<Mark>> marks{};
};

struct CustomerList {
    std::vector<CustomerSummary> items{};
    std::optional<std::string> next{};
};

struct ListSites {
    CustomerId customer{};
};

struct SiteList {
    std::vector<Site> items{};
    std::optional<std::string> next{};
};

struct AddSite {
    CustomerId customer{};
    std::string name{};
    std::optional<PostalAddress> address{};
    std::string hours_text{};
    std::vector<OpenHours> hours{};
    std::string zone{};  // Our company's where it is empty.
};

struct EditSite {
    SiteId site{};
    std::int64_t version = 0;
    std::optional<std::string> name{};
    std::optional<std::optional<PostalAddress>> address{};
    std::optional<std::string> hours_text{};
    std::optional<std::vector<OpenHours>> hours{};
    std::optional<std::string> zone{};
};

struct RemoveSite {
    SiteId site{};
};

// --- Events: names, addresses and notes are texts beside them, named as the fields are ---

enum class CustomerField {
    name,
    legal_name,
    nip,
    regon,
    krs,
    iban,
    billing_address,
    postal_address,
    domains,
    phones,
    sector,
    lead,
    pinned_notes,
    marks,
    language,
};
constexpr auto names(CustomerField) {
    return enum_names("name",
                      "legalName",
                      "nip",
                      "regon",
                      "krs",
                      "iban",
                      "billingAddress",
                      "postalAddress",
                      "domains",
                      "phones",
                      "sector",
                      "lead",
                      "pinnedNotes",
                      "marks",
                      "language");
}

struct CustomerCreated {
    static constexpr std::string_view name = "people.customer_created";
    static constexpr int schema = 1;

    CustomerId customer{};
    std::optional<PersonId> lead{};
    std::vector<Mark> marks{};
};

struct CustomerChanged {
    static constexpr std::string_view name = "people.customer_changed";
    static constexpr int schema = 1;

    CustomerId customer{};
    std::vector<CustomerField> fields{};
    std::optional<PersonId> lead{};  // As they are after the change.
    std::vector<Mark> marks{};
};

struct SiteAdded {
    static constexpr std::string_view name = "people.site_added";
    static constexpr int schema = 1;

    CustomerId customer{};
    SiteId site{};
};

struct SiteChanged {
    static constexpr std::string_view name = "people.site_changed";
    static constexpr int schema = 1;

    CustomerId customer{};
    SiteId site{};
};

struct SiteRemoved {
    static constexpr std::string_view name = "people.site_removed";
    static constexpr int schema = 1;

    CustomerId customer{};
    SiteId site{};
};

// --- Rights and reasons

inline constexpr Right see_customers{"people.see_customers"};
inline constexpr Right edit_customers{"people.edit_customers"};
// Pinned notes, marks and notes about persons: what we know of customers, not they of themselves.
inline constexpr Right see_pinned_notes{"people.see_pinned_notes"};

inline constexpr Reason customer_needs_everywhere{Refusal::forbidden,
                                                  "people.customer_needs_everywhere"};
inline constexpr Reason nip_taken{Refusal::conflict, "people.nip_taken"};
inline constexpr Reason domain_taken{Refusal::conflict, "people.domain_taken"};
inline constexpr Reason lead_not_staff{Refusal::invalid, "people.lead_not_staff"};

// --- Descriptions (customer_api.cpp)

void describe(Fields& fields, Site& site);
void describe(Fields& fields, MergedCustomer& merged);
void describe(Fields& fields, CreateCustomer& wish);
void describe(Fields& fields, Customer& customer);
void describe(Fields& fields, EditCustomer& wish);
void describe(Fields& fields, ShowCustomer& wish);
void describe(Fields& fields, ListCustomers& wish);
void describe(Fields& fields, CustomerSummary& summary);
void describe(Fields& fields, CustomerList& list);
void describe(Fields& fields, ListSites& wish);
void describe(Fields& fields, SiteList& list);
void describe(Fields& fields, AddSite& wish);
void describe(Fields& fields, EditSite& wish);
void describe(Fields& fields, RemoveSite& wish);
void describe(Fields& fields, CustomerCreated& event);
void describe(Fields& fields, CustomerChanged& event);
void describe(Fields& fields, SiteAdded& event);
void describe(Fields& fields, SiteChanged& event);
void describe(Fields& fields, SiteRemoved& event);

}  // namespace ogniwo::people
