#include "tickets/names.hpp"

#include "people/service.hpp"
#include "tickets/store.hpp"
#include "tiers/service.hpp"

namespace ogniwo::tickets {

void Names::load(Tx& tx) {
    customers.load([&](const auto& ids) { return people::customer_names(tx, ids); });
    persons.load([&](const auto& ids) { return people::person_names(tx, ids); });
    queues.load([&](const auto& ids) { return tiers::queue_names(tx, ids); });
    categories.load([&](const auto& ids) { return store::find_category_names(tx, ids); });
    products.load([&](const auto& ids) { return store::find_product_names(tx, ids); });
}

void load_person_names(Tx& tx, NamesOf<PersonId>& names) {
    names.load([&](const auto& ids) { return people::person_names(tx, ids); });
}

void add_names(Tx& tx, std::vector<TicketFollower>& followers) {
    NamesOf<PersonId> names;
    for (const TicketFollower& follower : followers) names.want(follower.person);
    load_person_names(tx, names);
    for (TicketFollower& follower : followers) {
        follower.name = names.find(follower.person).value_or("");
    }
}

}  // namespace ogniwo::tickets
