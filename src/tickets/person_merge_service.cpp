#include "tickets/person_merge_service.hpp"

#include <algorithm>

#include "people/service.hpp"
#include "tickets/person_merge_store.hpp"

namespace ogniwo::tickets {
namespace {

std::int64_t count_sites_across(const View& view, CustomerId customer) {
    std::int64_t count = 0;
    for (const CustomerId one : people::one_with(view.tx, customer)) {
        const auto places = store::list_places_ahead(view.tx, one, view.now);
        const auto owners = people::named_sites(view.tx, places);
        count += std::ranges::count_if(places, [&](people::SiteId site) {
            const auto owner = owners.find(site);
            if (owner == owners.end()) return false;
            return (owner->second.customer == customer) != (one == customer);
        });
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
    return store::count_joined_across(view.tx, customer) + count_sites_across(view, customer);
}

void forget_links_since(Work& work, PersonId person, Time since) {
    store::forget_links_since(work.tx, person, since);
}

}  // namespace ogniwo::tickets
