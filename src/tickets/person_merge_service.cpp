#include "tickets/person_merge_service.hpp"

#include <algorithm>

#include "assets/service.hpp"
#include "people/service.hpp"
#include "tickets/field_value_store.hpp"
#include "tickets/person_merge_store.hpp"

namespace ogniwo::tickets {
namespace {

// What open tickets of the one, or of those that are one with it, name of the other side.
std::int64_t count_named_across(const View& view, CustomerId customer) {
    std::int64_t count = 0;
    for (const CustomerId one : people::one_with(view.tx, customer)) {
        const auto across = [&](const auto& named, const auto& owners) {
            return std::ranges::count_if(named, [&](const auto& id) {
                const auto owner = owners.find(id);
                if (owner == owners.end()) return false;
                return (owner->second.customer == customer) != (one == customer);
            });
        };
        const auto places = store::list_places_ahead(view.tx, one, view.now);
        count += across(places, people::named_sites(view.tx, places));
        const auto assets = store::list_assets_of_open(view.tx, one);
        count += across(assets, assets::named_assets(view.tx, assets));
    }
    return count;
}

}  // namespace

std::vector<people::MovedCount> things_of_person(const View& view, PersonId person) {
    return store::count_things_of(view.tx, person);
}

std::vector<people::MovedCount> things_of_customer(const View& view, CustomerId customer) {
    return store::count_things_of(view.tx, customer);
}

std::int64_t work_of_person(const View& view, PersonId person) {
    return store::count_work_of(view.tx, person, view.now);
}

std::int64_t bound_to_others(const View& view, CustomerId customer) {
    return store::count_joined_across(view.tx, customer) + count_named_across(view, customer);
}

void forget_links_since(Work& work, PersonId person, Time since) {
    store::forget_links_since(work.tx, person, since);
}

}  // namespace ogniwo::tickets
