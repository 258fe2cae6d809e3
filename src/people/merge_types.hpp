#pragma once

// Persons who turn out to be one, and customers that do.
//
// A merge moves no rows: the one points at the other, as which it goes on, and whoever reads is
// shown that other one. So the merged one is as it was, to the last address, and taking the merge
// back is taking the pointer away. What names the merged one belongs to it for ever; what happens
// under the other one's name meanwhile is and stays the other one's.
//
// Nobody goes on as somebody who goes on as a third: there is neither a chain nor a circle.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "people/access_types.hpp"
#include "people/customer_types.hpp"
#include "people/person_types.hpp"

namespace ogniwo::people {

// A person or a customer by the name of the one as whom they go on: themselves unless merged.
template <class AnId>
struct ShownName {
    AnId id{};
    AnId goes_on{};
    std::string name{};
};

// How many can be one.
inline constexpr std::size_t merged_most = 20;

// Something of the merged one's that is read as the other's: "tickets", and how many.
struct MovedCount {
    std::string what{};
    std::int64_t count = 0;
};
void describe(Fields& fields, MovedCount& moved);

// --- Persons

struct MergePerson {
    PersonId person{};
    PersonId into{};  // Or as whom they go on.
};
void describe(Fields& fields, MergePerson& wish);

struct UnmergePerson {
    PersonId person{};
};
void describe(Fields& fields, UnmergePerson& wish);

struct RoleGained {
    Role role = Role::customer_user;
    std::optional<std::string> customer_name{};  // Our whole company where there is none.
};
void describe(Fields& fields, RoleGained& gained);

struct PersonMergePreview {
    PersonRef person{};
    PersonRef into{};
    std::vector<std::string> emails{};    // Letters to these reach the other person from then on.
    std::vector<MovedCount> moves{};      // What the other person sees as theirs.
    std::vector<RoleGained> roles{};      // What the other person may do from then on.
    std::vector<std::string> shown_to{};  // Customers whose people see the other person's card,
    std::vector<std::string> merged_shown_to{};  // and whose people see the merged one's.
    std::int64_t sessions = 0;                   // That end.
    std::int64_t tokens = 0;                     // That rest until the merge is taken back.
};
void describe(Fields& fields, PersonMergePreview& preview);

// Why two look like one. The strongest first.
enum class Likeness { name, phone, mailbox, registry, domain };
constexpr auto names(Likeness) {
    return enum_names("name", "phone", "mailbox", "registry", "domain");
}

struct OfDuplicates {
    PersonId person{};
};
void describe(Fields& fields, OfDuplicates& wish);

struct LikePerson {
    PersonSummary person{};
    std::vector<Likeness> reasons{};
};
void describe(Fields& fields, LikePerson& like);

struct LikePersons {
    std::vector<LikePerson> items{};
};
void describe(Fields& fields, LikePersons& likes);

// Of all customers, some customers at a time.
struct ListDuplicatePersons {
    std::int64_t after = 0;  // `next` of the page before.
};
void describe(Fields& fields, ListDuplicatePersons& wish);

struct PersonPair {
    PersonSummary person{};
    PersonSummary other{};
    std::vector<Likeness> reasons{};
};
void describe(Fields& fields, PersonPair& pair);

struct PersonPairs {
    std::vector<PersonPair> items{};
    std::optional<std::int64_t> next{};
};
void describe(Fields& fields, PersonPairs& pairs);

// --- Customers

struct MergeCustomer {
    CustomerId customer{};
    CustomerId into{};                  // Or as which it goes on.
    std::optional<bool> nips_differ{};  // It is known that they do.
};
void describe(Fields& fields, MergeCustomer& wish);

struct PreviewCustomerMerge {
    CustomerId customer{};
    CustomerId into{};
};
void describe(Fields& fields, PreviewCustomerMerge& wish);

struct UnmergeCustomer {
    CustomerId customer{};
};
void describe(Fields& fields, UnmergeCustomer& wish);

// Somebody whose role counts at both from then on.
struct RoleHolder {
    PersonId person{};
    std::string name{};
    Role role = Role::customer_user;
};
void describe(Fields& fields, RoleHolder& holder);

struct CustomerMergePreview {
    CustomerRef customer{};
    CustomerRef into{};
    bool nips_differ = false;
    std::vector<std::string>
        domains{};                      // Letters from these are the other customer's from then on.
    std::vector<MovedCount> moves{};    // What is read as the other customer's.
    std::vector<RoleHolder> readers{};  // Who may do at the other one what they may here,
    std::vector<RoleHolder> readers_of_into{};  // and the other way round.
    bool more_readers = false;                  // Than are named.
};
void describe(Fields& fields, CustomerMergePreview& preview);

struct OfCustomerDuplicates {
    CustomerId customer{};
};
void describe(Fields& fields, OfCustomerDuplicates& wish);

struct LikeCustomer {
    CustomerSummary customer{};
    std::vector<Likeness> reasons{};
};
void describe(Fields& fields, LikeCustomer& like);

struct LikeCustomers {
    std::vector<LikeCustomer> items{};
};
void describe(Fields& fields, LikeCustomers& likes);

struct CustomerPair {
    CustomerSummary customer{};
    CustomerSummary other{};
    std::vector<Likeness> reasons{};
};
void describe(Fields& fields, CustomerPair& pair);

struct CustomerPairs {
    std::vector<CustomerPair> items{};
    bool more = false;  // Than are shown.
};
void describe(Fields& fields, CustomerPairs& pairs);

// --- Events, one for each of the two

struct PersonMerged {
    static constexpr std::string_view name = "people.person_merged";
    static constexpr int schema = 1;

    PersonId person{};
    PersonId into{};
};
void describe(Fields& fields, PersonMerged& event);

struct PersonAbsorbed {
    static constexpr std::string_view name = "people.person_absorbed";
    static constexpr int schema = 1;

    PersonId person{};
    PersonId other{};
};
void describe(Fields& fields, PersonAbsorbed& event);

struct PersonUnmerged {
    static constexpr std::string_view name = "people.person_unmerged";
    static constexpr int schema = 1;

    PersonId person{};
    PersonId from{};
};
void describe(Fields& fields, PersonUnmerged& event);

struct PersonReleased {
    static constexpr std::string_view name = "people.person_released";
    static constexpr int schema = 1;

    PersonId person{};
    PersonId other{};
};
void describe(Fields& fields, PersonReleased& event);

struct CustomerMerged {
    static constexpr std::string_view name = "people.customer_merged";
    static constexpr int schema = 1;

    CustomerId customer{};
    CustomerId into{};
};
void describe(Fields& fields, CustomerMerged& event);

struct CustomerAbsorbed {
    static constexpr std::string_view name = "people.customer_absorbed";
    static constexpr int schema = 1;

    CustomerId customer{};
    CustomerId other{};
};
void describe(Fields& fields, CustomerAbsorbed& event);

struct CustomerUnmerged {
    static constexpr std::string_view name = "people.customer_unmerged";
    static constexpr int schema = 1;

    CustomerId customer{};
    CustomerId from{};
};
void describe(Fields& fields, CustomerUnmerged& event);

struct CustomerReleased {
    static constexpr std::string_view name = "people.customer_released";
    static constexpr int schema = 1;

    CustomerId customer{};
    CustomerId other{};
};
void describe(Fields& fields, CustomerReleased& event);

// --- Rights and reasons

inline constexpr Right merge_persons{"people.merge_persons"};
inline constexpr Right merge_customers{"people.merge_customers"};

inline constexpr Reason person_merged{Refusal::conflict, "people.merged"};
inline constexpr Reason person_not_merged{Refusal::conflict, "people.not_merged"};
inline constexpr Reason merged_into_itself{Refusal::conflict, "people.merged_into_itself"};
inline constexpr Reason merged_yourself{Refusal::conflict, "people.merged_yourself"};
inline constexpr Reason merge_sides_differ{Refusal::conflict, "people.merge_sides_differ"};
inline constexpr Reason merge_into_disabled{Refusal::conflict, "people.merge_into_disabled"};
inline constexpr Reason has_merged{Refusal::conflict, "people.has_merged"};
inline constexpr Reason merged_too_many{Refusal::conflict, "people.merged_too_many"};
inline constexpr Reason merge_has_work{Refusal::conflict, "people.merge_has_work"};
inline constexpr Reason customer_merged{Refusal::conflict, "people.customer_merged"};
inline constexpr Reason customer_not_merged{Refusal::conflict, "people.customer_not_merged"};
inline constexpr Reason customer_has_merged{Refusal::conflict, "people.customer_has_merged"};
inline constexpr Reason customer_bound{Refusal::conflict, "people.customer_bound"};
inline constexpr Reason nips_differ{Refusal::conflict, "people.nips_differ"};

}  // namespace ogniwo::people
