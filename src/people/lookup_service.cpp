#include "people/lookup_service.hpp"

#include "base/text.hpp"
#include "people/customer_store.hpp"
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
    std::vector<CustomerId> found;
    for (const auto& row : store::list_customers(
             tx, everywhere, {.words = words_of(name), .limit = namesakes_most})) {
        if (fold(row.summary.name) == folded || fold(row.summary.legal_name) == folded) {
            found.push_back(row.summary.customer);
        }
    }
    // Of a name that many share a part of, the exact one may lie far behind.
    if (found.empty()) {
        if (const auto exact = store::find_customer_by_name(tx, trim(name))) found = {*exact};
    }
    return found;
}

std::vector<PersonId> persons_with_phone(Tx& tx, std::string_view number) {
    return store::list_persons_with_phone(tx, number, namesakes_most);
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
    std::vector<PersonId> found;
    for (const auto& row : store::list_persons(tx, everywhere, filter)) {
        const std::string& given = row.summary.given_name;
        const std::string& family = row.summary.family_name;
        if (fold(trim(given + " " + family)) == folded ||
            fold(trim(family + " " + given)) == folded) {
            found.push_back(row.summary.person);
        }
    }
    return found;
}

}  // namespace ogniwo::people
