#include "people/person_access.hpp"

#include <algorithm>

#include "people/directory_service.hpp"

namespace ogniwo::people {
namespace {

bool covers_all(const Scope& scope, const std::vector<CustomerId>& customers) {
    return !customers.empty() &&
           std::all_of(customers.begin(), customers.end(), [&scope](CustomerId customer) {
               return scope.covers(customer);
           });
}

}  // namespace

Result<store::StoredPerson> load_within(const View& view,
                                        PersonId person,
                                        Right right,
                                        Reason refusal) {
    TRY(store::StoredPerson stored, store::load_person(view.tx, person));
    const Scope scope = view.actor.scope(right);
    if (scope.everyone) return stored;
    if (!find_person(view, person)) return missing;
    if (stored.card.is_staff || !covers_all(scope, stored.card.customers)) return refusal;
    return stored;
}

}  // namespace ogniwo::people
