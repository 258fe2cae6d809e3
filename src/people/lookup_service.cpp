#include "people/lookup_service.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "people/customer_store.hpp"
#include "people/merge_store.hpp"
#include "people/person_store.hpp"

namespace ogniwo::people {
namespace {

// More namesakes than these are not told apart by a name anyway.
constexpr int namesakes_most = 200;
const Scope everywhere{.everyone = true};

}  // namespace

std::optional<CustomerId> find_customer_by_nip(Tx& tx, std::string_view nip) {
    return store::find_customer_by_nip(tx, nip);
}

std::optional<CustomerId> find_customer_by_domain(Tx& tx, std::string_view domain) {
    return store::find_customer_by_domain(tx, domain);
}

std::vector<CustomerId> customers_called(Tx& tx, std::string_view name) {
    const std::string folded = fold(trim(name));
    if (folded.empty()) return {};
    const auto is_called = [&](const std::string& one) { return fold(one) == folded; };
    const auto is_merged_called = [&](CustomerId customer) {
        return std::ranges::any_of(store::list_merged(tx, customer), [&](CustomerId merged) {
            const auto stored = store::find_customer(tx, everywhere, merged);
            return is_called(stored->card.name) || is_called(stored->card.legal_name);
        });
    };
    std::vector<CustomerId> found;
    for (const auto& row : store::list_customers(
             tx, everywhere, {.words = words_of(name), .limit = namesakes_most})) {
        const CustomerSummary& one = row.summary;
        if (is_called(one.name) || is_called(one.legal_name) || is_merged_called(one.customer)) {
            found.push_back(one.customer);
        }
    }
    // Of a name that many share a part of, the exact one may lie far behind.
    if (found.empty()) {
        if (const auto exact = store::find_customer_by_name(tx, trim(name))) found = {*exact};
    }
    return found;
}

std::optional<PersonId> find_person_by_phone(Tx& tx,
                                             std::string_view number,
                                             std::string_view name) {
    const std::string folded = fold(trim(name));
    for (const auto& one : store::list_persons_with_phone(tx, number, namesakes_most)) {
        if (fold(trim(one.given_name + " " + one.family_name)) == folded) return one.goes_on;
    }
    return std::nullopt;
}

std::vector<PersonId> persons_called(Tx& tx,
                                     std::string_view name,
                                     std::optional<CustomerId> customer) {
    const std::string folded = fold(trim(name));
    if (folded.empty()) return {};
    const store::PersonFilter filter{.words = words_of(name),
                                     .customer = customer,
                                     .staff = !customer.has_value(),
                                     .with_staff = !customer.has_value(),
                                     .limit = namesakes_most};
    const auto is_called = [&](const std::string& given, const std::string& family) {
        return fold(trim(given + " " + family)) == folded ||
               fold(trim(family + " " + given)) == folded;
    };
    const auto is_merged_called = [&](PersonId person) {
        return std::ranges::any_of(store::list_merged(tx, person), [&](PersonId merged) {
            const auto stored = store::load_person(tx, merged);
            return is_called(stored->card.given_name, stored->card.family_name);
        });
    };
    std::vector<PersonId> found;
    for (const auto& row : store::list_persons(tx, everywhere, filter)) {
        const PersonSummary& one = row.summary;
        if (is_called(one.given_name, one.family_name) || is_merged_called(one.person)) {
            found.push_back(one.person);
        }
    }
    return found;
}

}  // namespace ogniwo::people
