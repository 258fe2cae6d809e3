#pragma once

// What may be merged, and who looks like whom, as pure functions.
//
// Every question checks in the order written above it, the most permanent obstacle first.

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "people/merge_types.hpp"

namespace ogniwo::people::rules {

// --- Merging

// `goes_on`: of those that are merged. All others go on as themselves.
template <class AnId>
AnId shown_as(AnId id, const std::map<AnId, AnId>& goes_on) {
    const auto found = goes_on.find(id);
    return found == goes_on.end() ? id : found->second;
}
// Each once, in the order in which they are named first.
template <class AnId>
std::vector<AnId> shown_as(const std::vector<AnId>& ids, const std::map<AnId, AnId>& goes_on) {
    std::vector<AnId> all;
    for (const AnId id : ids) {
        const AnId one = shown_as(id, goes_on);
        if (std::ranges::find(all, one) == all.end()) all.push_back(one);
    }
    return all;
}

struct PersonSide {
    PersonId person{};
    bool is_staff = false;
    bool is_disabled = false;
    bool is_erased = false;
    std::optional<PersonId> merged_into{};
    std::size_t merged = 0;  // How many go on as this one.
};
// Order: erased, merged already, into itself, staff and a customer's, others go on as this one,
// disabled, too many. `into` goes on as nobody else.
Outcome may_merge(const PersonSide& person, const PersonSide& into);
// Order: erased, not merged.
Outcome may_unmerge(const PersonSide& person);

struct CustomerSide {
    CustomerId customer{};
    std::string nip{};
    std::optional<CustomerId> merged_into{};
    std::size_t merged = 0;
};
// Two companies of two numbers are two, unless somebody knows better.
bool nips_differ(const CustomerSide& customer, const CustomerSide& into);
// Order: merged already, into itself, others go on as this one, too many, two numbers.
Outcome may_merge(const CustomerSide& customer, const CustomerSide& into, bool is_known);
Outcome may_unmerge(const CustomerSide& customer);

// Where somebody stands without what was given while two customers were one.
struct Standing {
    bool is_staff = false;
    bool is_everywhere = false;  // By a role for our whole company.
    std::vector<CustomerId> belongs{};
    std::vector<CustomerId> roles{};
};
// Whether a role for one of `here`, given while those and `other` were one, ends with that: who
// holds it is of the other side, or who gave it could not have done so otherwise. No giver: the
// server.
bool ends_with_merge(const std::vector<CustomerId>& here,
                     const std::vector<CustomerId>& other,
                     const Standing& holder,
                     const std::optional<Standing>& giver);

// Whom a person belongs to after an edit. Whoever edits sees one customer where two are merged;
// belonging to either of the two is kept as it was. `goes_on`: of those that are merged.
std::vector<CustomerId> belonging_after(const std::vector<CustomerId>& before,
                                        const std::vector<CustomerId>& wanted,
                                        const std::map<CustomerId, CustomerId>& goes_on);

// --- Likeness

// What is compared of one person: folded and without what people write in between.
struct PersonTraits {
    PersonId person{};
    std::string name{};  // The words of the name in alphabetical order; empty with fewer than two.
    std::vector<std::string> phones{};
    std::vector<std::string> mailboxes{};  // Names before the "@" that are a person's own.
};
std::string name_trait(std::string_view given_name, std::string_view family_name);
// "jan.lis+faktury@firma.example" is "janlis". Empty for "biuro" and others that are nobody's own.
std::string mailbox_trait(std::string_view folded_address);

struct CustomerTraits {
    CustomerId customer{};
    std::vector<std::string> names{};    // Without the form of the company.
    std::vector<std::string> numbers{};  // REGON and KRS. The NIP is unique anyway.
    std::vector<std::string> domains{};  // Its own, and those of its people's addresses.
};
// "Kowalski i Syn Sp. z o.o." is "kowalskiisyn".
std::string company_trait(std::string_view name);
// Whether a company can be told by it: not by those of the large mail providers.
bool is_own_domain(std::string_view domain);

std::vector<Likeness> likeness(const PersonTraits& a, const PersonTraits& b);
std::vector<Likeness> likeness(const CustomerTraits& a, const CustomerTraits& b);

template <class AnId>
struct Alike {
    AnId one{};
    AnId other{};
    std::vector<Likeness> reasons{};

    friend bool operator==(const Alike&, const Alike&) = default;
};
// All pairs, the most alike first. A phone, mailbox or domain that many share tells nobody apart
// and nobody alike.
std::vector<Alike<PersonId>> alike_persons(const std::vector<PersonTraits>& persons);
std::vector<Alike<CustomerId>> alike_customers(const std::vector<CustomerTraits>& customers);

}  // namespace ogniwo::people::rules
