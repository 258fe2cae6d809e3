#include "testing/ticket_walk_house.hpp"

#include <doctest/doctest.h>

#include "people/service.hpp"
#include "storage/blobs.hpp"
#include "testing/desk.hpp"
#include "tickets/state_service.hpp"
#include "tickets/time_service.hpp"
#include "tiers/service.hpp"

namespace ogniwo::walking {

using tickets::AddState;
using tickets::WayFor;

House::House(Dialect dialect) : db_(dialect), tx_(db_.data().connection()) {
    (void)every_operation();  // Which says what roles may do.
    if (dialect == Dialect::sqlite) tamper("PRAGMA synchronous = OFF");
    for (const char* name : {"Kowalski", "Zieliński"}) {
        db_.change([&](Work& work) {
            const CustomerId customer = *people::ensure_customer(work, name);
            facts.customers.push_back(customer);
            for (const char* site : {"Biuro", "Magazyn"}) {
                facts.sites[customer].push_back(
                    people::add_site(work, {.customer = customer, .name = site})->site);
            }
        });
    }
    const CustomerId first = facts.customers.front();
    const CustomerId second = facts.customers.back();
    add("Olga", Role::lead, {});
    add("Anna", Role::technician, {});
    add("Piotr", Role::technician, {});
    add("Ewa", Role::technician, first);
    add("Beata", Role::bookkeeper, {});
    add("Iwo", Role::auditor, {});
    add("Jan", Role::customer_user, first);
    add("Kasia", Role::customer_user, first);
    add("Adam", Role::customer_administrator, first);
    add("Marek", Role::customer_user, second);
    design_tiers();
    design_states();
    facts.work_type = db_.read(
        [](const View& view) { return tickets::list_work_types(view, {})->items.front().id; });
    sha256 = make_database_blobs(db_.data())->put("ABC");
    for (const Somebody& one : facts.people) {
        actors_[one.id] =
            *db_.read([&](const View& view) { return people::acting(view.tx, one.id); });
    }
    morning = db_.clock().now() + std::chrono::hours{24};
}

PersonId House::add(const std::string& name, Role role, std::optional<CustomerId> place) {
    PersonId id{};
    db_.change([&](Work& work) {
        const bool is_ours = role != Role::customer_user && role != Role::customer_administrator;
        people::CreatePerson card;
        card.given_name = name;
        card.family_name = "Nowak";
        card.is_staff = is_ours;
        if (!is_ours) card.customers = {*place};
        id = *people::add_person(work, card);
        REQUIRE(static_cast<bool>(people::set_role(work, {id, role, place})));
    });
    facts.people.push_back({.id = id, .name = name, .role = role, .place = place});
    return id;
}

// Up to the third tier goes nothing without a handover, and nothing is resolved there.
void House::design_tiers() {
    facts.tier_with_handover = 3;
    facts.tier_without_resolving = 3;
    db_.change([&](Work& work) {
        tiers::set_up(work);
        for (int tier = 1; tier <= 3; ++tier) {
            facts.queues[tier] = {*tiers::first_queue(work.tx, tier),
                                  tiers::ensure_queue(work, tier, "Obok")};
        }
        const auto structure = *tiers::read_structure(work, {});
        auto wished = tiers::wished_tiers(structure);
        wished.back().may_resolve = false;
        wished.back().needs_handover = true;
        REQUIRE(static_cast<bool>(
            tiers::edit_structure(work, {.version = structure.version, .tiers = wished})));
    });
}

// Whoever comes to a group without naming one of its statuses gets the first one, except where work
// is open. Two ways are barred: one for all, one for whoever does not lead.
void House::design_states() {
    const auto add_state = [&](TicketStatus group, const char* name, bool is_default) {
        db_.change([&](Work& work) {
            const AddState wish{
                .status = group, .name_pl = name, .name_en = name, .is_default = is_default};
            const auto added = tickets::add_state(work, wish);
            for (const auto& state : added->states) {
                if (state.name_pl != name) continue;
                facts.states.push_back({state.id, group, is_default});
            }
        });
        return facts.states.back().id;
    };
    add_state(TicketStatus::fresh, "Przyjęte", true);
    const StateId tested = add_state(TicketStatus::open, "W testach", false);
    const StateId part = add_state(TicketStatus::waiting, "Czeka na część", true);
    add_state(TicketStatus::waiting, "Czeka na zgodę", false);
    add_state(TicketStatus::resolved, "Gotowe", false);
    add_state(TicketStatus::closed, "Odebrane", true);
    facts.ways = {{.from = {TicketStatus::waiting, part},
                   .to = {TicketStatus::open, tested},
                   .who = WayFor::nobody},
                  {.from = {TicketStatus::open, tested},
                   .to = {TicketStatus::resolved, std::nullopt},
                   .who = WayFor::lead}};
    db_.change([&](Work& work) {
        const auto version = tickets::read_lifecycle(work, {})->version;
        REQUIRE(
            static_cast<bool>(tickets::set_ways(work, {.version = version, .ways = facts.ways})));
    });
}

void House::begin() {
    now = morning;
    tx_.connection().begin(Connection::Access::read_write);
}
void House::give_up() {
    tx_.connection().rollback();
}

}  // namespace ogniwo::walking
