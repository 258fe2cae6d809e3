#include "tickets/names.hpp"

#include "people/service.hpp"
#include "tickets/mark_store.hpp"
#include "tickets/product_store.hpp"
#include "tickets/state_store.hpp"
#include "tickets/store.hpp"
#include "tiers/service.hpp"

namespace ogniwo::tickets {
namespace {

auto find_sites(Tx& tx, const std::vector<people::SiteId>& ids) {
    auto sites = people::named_sites(tx, ids);
    std::vector<CustomerId> owners;
    for (const auto& [id, site] : sites) owners.push_back(site.customer);
    const ShownAs shown{.customers = people::merged_among(tx, owners)};
    for (auto& [id, site] : sites) shown.show(site.customer);
    return sites;
}

template <class AnId>
auto find_names(Tx& tx, const std::vector<AnId>& ids, std::map<AnId, AnId>& merged) {
    std::map<AnId, std::string> names;
    for (auto& one : people::shown_names(tx, ids)) {
        if (one.goes_on != one.id) merged.emplace(one.id, one.goes_on);
        names.emplace_hint(names.end(), one.id, std::move(one.name));
    }
    return names;
}

}  // namespace

void Names::load(Tx& tx) {
    customers.load([&](const auto& ids) { return find_names(tx, ids, shown.customers); });
    sites.load([&](const auto& ids) { return find_sites(tx, ids); });
    persons.load([&](const auto& ids) { return find_names(tx, ids, shown.persons); });
    queues.load([&](const auto& ids) { return tiers::queue_names(tx, ids); });
    categories.load([&](const auto& ids) { return store::find_category_names(tx, ids); });
    tags.load([&](const auto& ids) { return store::find_tag_names(tx, ids); });
    states.load([&](const auto&) {
        std::map<StateId, TicketState> all;
        for (TicketState& one : store::list_states(tx)) all.emplace(one.id, std::move(one));
        return all;
    });
    products.load([&](const auto& ids) { return store::find_product_names(tx, ids); });
}

std::optional<std::string> Names::site_of(CustomerId customer,
                                          const std::optional<people::SiteId>& site) const {
    const auto* found = sites.look_up(site);
    return found != nullptr && found->customer == customer ? std::optional(found->name)
                                                           : std::nullopt;
}

void ShownAs::show(CustomerId& customer) const {
    const auto found = customers.find(customer);
    if (found != customers.end()) customer = found->second;
}

void ShownAs::show(PersonId& person) const {
    const auto found = persons.find(person);
    if (found != persons.end()) person = found->second;
}

void ShownAs::show(std::optional<PersonId>& person) const {
    if (person) show(*person);
}

ShownAs load_person_names(Tx& tx, NamesOf<PersonId>& names) {
    ShownAs shown;
    names.load([&](const auto& ids) { return find_names(tx, ids, shown.persons); });
    return shown;
}

std::vector<std::string> names_of(Tx& tx, const std::vector<PersonId>& persons) {
    std::vector<std::string> names;
    for (const auto& [person, name] : people::person_names(tx, persons)) names.push_back(name);
    return names;
}

void name_tags(const Names& names, std::vector<TagLabel>& tags) {
    std::vector<TagLabel> named;
    for (TagLabel& label : tags) {
        label.name = names.tags.find(label.tag).value_or("");
        if (std::ranges::find(named, label.name, &TagLabel::name) != named.end()) continue;
        named.push_back(std::move(label));
    }
    tags = std::move(named);
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
