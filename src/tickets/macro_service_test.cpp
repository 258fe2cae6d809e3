#include "tickets/macro_service.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "base/json.hpp"
#include "people/service.hpp"
#include "storage/journal.hpp"
#include "testing/databases.hpp"
#include "tickets/bulk_service.hpp"
#include "tickets/checklist_service.hpp"
#include "tickets/macro_starters.hpp"
#include "tickets/macro_store.hpp"
#include "tickets/macro_use_service.hpp"
#include "tickets/mark_service.hpp"
#include "tickets/service.hpp"
#include "tickets/state_service.hpp"
#include "tickets/tag_service.hpp"
#include "tiers/service.hpp"

namespace ogniwo::tickets {
namespace {

using Words = std::vector<std::string>;

const RightSet technicians{see, see_own, see_notes, create, reply, note, assign, work_on};
const RightSet leads{see, see_own, see_notes, create, reply, note, assign, work_on, configure};

// Some tickets, a technician and whoever leads.
struct House {
    House(TestDatabase& database, int tickets) : db(database) {
        db.change([&](Work& work) {
            tiers::set_up(work);
            const CustomerId customer = *people::ensure_customer(work, "Kowalski");
            anna = add(work, "Anna");
            lena = add(work, "Lena");
            for (int i = 0; i < tickets; ++i) {
                ids.push_back(create_ticket(work, {.customer = customer, .subject = "Sieć"})->id);
            }
        });
        technician = acting(anna, technicians);
        lead = acting(lena, leads);
    }

    static PersonId add(Work& work, const std::string& name) {
        people::CreatePerson card;
        card.given_name = name;
        card.family_name = "Nowak";
        card.is_staff = true;
        return *people::add_person(work, card);
    }
    static Actor acting(PersonId person, const RightSet& rights) {
        return {.kind = Actor::Kind::person, .person = person, .grants = {{std::nullopt, rights}}};
    }

    template <class Verb, class Wish>
    auto by(const Actor& actor, Verb verb, const Wish& wish) {
        return db.write_as(actor, [&](Work& work) { return verb(work, wish); });
    }
    MacroId macro(const MacroEffects& effects, bool shared = false) {
        const auto made =
            by(lead,
               create_macro,
               CreateMacro{
                   .name_pl = "Makro", .name_en = "Macro", .shared = shared, .effects = effects});
        REQUIRE(static_cast<bool>(made));
        return made->id;
    }
    Ticket now(TicketId id) {
        return *db.read_as(lead, [&](const View& view) { return read_ticket(view, {id}); });
    }
    Words steps(TicketId ticket) {
        return db.read([&](const View& view) {
            Words found;
            for (const Event& event : journal::of_subject(view.tx, "ticket", ticket.value)) {
                found.push_back(event.name);
            }
            return found;
        });
    }
    void check_all() {
        db.read([](const View& view) {
            CHECK(check(view.tx).empty());
            return 0;
        });
    }

    TestDatabase& db;
    PersonId anna{};
    PersonId lena{};
    std::vector<TicketId> ids{};
    Actor technician{};
    Actor lead{};
};

Words tags_of(const Ticket& ticket) {
    Words words;
    for (const TagLabel& label : ticket.tags) words.push_back(label.name);
    return words;
}

}  // namespace

TEST_CASE("every effect is an event of its own, caused by that of the macro") {
    for_each_database([](TestDatabase& db) {
        House house(db, 1);
        const TicketId id = house.ids.front();
        const MacroId macro = house.macro({.reply_pl = "Dzień dobry",
                                           .note_pl = "Notatka",
                                           .status = TicketStatus::waiting,
                                           .waiting_for = WaitingFor::vendor,
                                           .waiting_note_pl = "Cena",
                                           .impact = Impact::high,
                                           .assign = MacroAssignee::me,
                                           .add_tags = Words{"vip"},
                                           .due_in_days = 1,
                                           .snooze_hours = 2,
                                           .steps_pl = Words{"Zapytać", "Zamówić"}});
        const auto done =
            house.by(house.lead, apply_macro, ApplyMacro{.ticket = id, .macro = macro});
        REQUIRE(static_cast<bool>(done));
        CHECK(done->status == TicketStatus::waiting);
        CHECK(done->assignee == house.lena);
        CHECK(house.steps(id) == Words{"tickets.created",
                                       "tickets.macro_applied",
                                       "tickets.edited",
                                       "tickets.tagged",
                                       "tickets.due_set",
                                       "tickets.steps_added",
                                       "tickets.assigned",
                                       "tickets.noted",
                                       "tickets.replied",
                                       "tickets.status_changed",
                                       "tickets.snoozed"});
        db.read([&](const View& view) {
            const auto events = journal::of_subject(view.tx, "ticket", id.value);
            for (std::size_t i = 2; i < events.size(); ++i) {
                CHECK(events[i].cause == events[1].id());
                CHECK(events[i].depth == 1);
            }
            CHECK_FALSE(events[1].cause.has_value());
            return 0;
        });
        house.check_all();
    });
}

TEST_CASE("a refused effect leaves the whole ticket as it was") {
    for_each_database([](TestDatabase& db) {
        House house(db, 1);
        const TicketId id = house.ids.front();
        const QueueId elsewhere =
            db.read([](const View& view) { return *tiers::first_queue(view.tx, 2); });
        const MacroId macro =
            house.macro({.reply_pl = "Dzień dobry", .queue = elsewhere, .add_tags = Words{"vip"}});
        const ApplyMacro wish{.ticket = id, .macro = macro};

        const auto preview =
            house.by(house.lead, preview_macro, PreviewMacro{.ticket = id, .macro = macro});
        REQUIRE(static_cast<bool>(preview));
        REQUIRE(preview->effects.size() == 3);
        CHECK(preview->tells_customer);
        CHECK(preview->effects[0].outcome == MacroOutcome::changes);
        CHECK(preview->effects[1].outcome == MacroOutcome::refused);
        CHECK(preview->effects[1].reason == queue_not_of_tier.name);
        CHECK(preview->effects[2].outcome == MacroOutcome::changes);

        const auto refused = house.by(house.lead, apply_macro, wish);
        REQUIRE_FALSE(static_cast<bool>(refused));
        CHECK(refused.error().reason == queue_not_of_tier);
        CHECK(house.steps(id) == Words{"tickets.created"});

        ApplyMacro without = wish;
        without.without = std::vector{MacroEffectKind::queue};
        CHECK(static_cast<bool>(house.by(house.lead, apply_macro, without)));
        CHECK(tags_of(house.now(id)) == Words{"vip"});
        house.check_all();
    });
}

TEST_CASE("a macro that finds the ticket as it shall be changes nothing") {
    for_each_database([](TestDatabase& db) {
        House house(db, 1);
        const TicketId id = house.ids.front();
        const MacroId macro = house.macro({.status = TicketStatus::open,
                                           .impact = Impact::high,
                                           .assign = MacroAssignee::me,
                                           .add_tags = Words{"vip"},
                                           .remove_tags = Words{"druk"},
                                           .due_in_days = 1});
        const ApplyMacro wish{.ticket = id, .macro = macro};
        REQUIRE(static_cast<bool>(house.by(house.lead, apply_macro, wish)));
        const auto before = house.steps(id);
        const auto again = house.by(house.lead, apply_macro, wish);
        REQUIRE_FALSE(static_cast<bool>(again));
        CHECK(again.error().reason == macro_changes_nothing);
        CHECK(house.steps(id) == before);
        const auto listed = db.read_as(
            house.lead, [](const View& view) { return list_macros(view, {.uses = true}); });
        CHECK(listed->items.front().uses == 1);
        CHECK(listed->items.front().used_at.has_value());
    });
}

TEST_CASE("a macro leads to a status of the company's own, also where it resolves") {
    for_each_database([](TestDatabase& db) {
        House house(db, 2);
        const auto state = [&](TicketStatus group, const std::string& name) {
            const auto all = house.by(
                house.lead,
                add_state,
                AddState{.status = group, .name_pl = name, .name_en = name, .is_default = false});
            REQUIRE(static_cast<bool>(all));
            return std::ranges::find(all->states, name, &TicketState::name_pl)->id;
        };
        const StateId repair = state(TicketStatus::open, "Naprawa");
        const StateId ready = state(TicketStatus::resolved, "Do odbioru");
        const auto use = [&](const MacroEffects& effects, TicketId ticket) {
            const MacroId macro = house.macro(effects);
            const auto preview =
                house.by(house.lead, preview_macro, PreviewMacro{.ticket = ticket, .macro = macro});
            REQUIRE(static_cast<bool>(preview));
            CHECK(preview->effects.front().outcome == MacroOutcome::changes);
            CHECK(preview->effects.front().state_pl.has_value());
            REQUIRE(static_cast<bool>(
                house.by(house.lead, apply_macro, ApplyMacro{.ticket = ticket, .macro = macro})));
            return house.now(ticket).state;
        };
        CHECK(use({.status = TicketStatus::open, .state = std::optional(repair)}, house.ids[0]) ==
              repair);
        CHECK(use({.reply_pl = "Gotowe.",
                   .status = TicketStatus::resolved,
                   .state = std::optional(ready)},
                  house.ids[1]) == ready);
        house.check_all();
    });
}

TEST_CASE("what was filled in is no longer than what somebody may write") {
    for_each_database([](TestDatabase& db) {
        House house(db, 1);
        const TicketId id = house.ids.front();
        db.change([&](Work& work) {
            REQUIRE(static_cast<bool>(
                edit_ticket(work, {.ticket = id, .version = 1, .subject = std::string(290, 'a')})));
        });
        std::string long_text;
        for (int i = 0; i < 100; ++i) long_text += "{subject}";
        const MacroId macro = house.macro({.note_pl = long_text});
        const auto refused =
            house.by(house.lead, apply_macro, ApplyMacro{.ticket = id, .macro = macro});
        REQUIRE_FALSE(static_cast<bool>(refused));
        REQUIRE(refused.error().fields.size() == 1);
        CHECK(refused.error().fields.front().pointer == "/note");
        CHECK(refused.error().fields.front().reason == "too_long");
    });
}

TEST_CASE("one's own macros are nobody else's, shared ones are for those who configure") {
    for_each_database([](TestDatabase& db) {
        House house(db, 1);
        const MacroId own = house.macro({.impact = Impact::high});
        const MacroId shared = house.macro({.impact = Impact::low}, true);
        const Actor& anna = house.technician;
        const auto listed =
            db.read_as(anna, [](const View& view) { return list_macros(view, {}); });
        REQUIRE(listed->items.size() == 1);
        CHECK(listed->items.front().id == shared);
        CHECK_FALSE(listed->items.front().uses.has_value());

        const auto reason = [](const auto& result) {
            return result ? std::string_view() : result.error().reason.name;
        };
        const TicketId id = house.ids.front();
        CHECK(reason(house.by(anna, apply_macro, ApplyMacro{.ticket = id, .macro = own})) ==
              missing.name);
        CHECK(reason(house.by(anna, edit_macro, EditMacro{.macro = own, .version = 1})) ==
              missing.name);
        CHECK(reason(house.by(anna, delete_macro, DeleteMacro{.macro = own})) == missing.name);
        CHECK(reason(house.by(anna, edit_macro, EditMacro{.macro = shared, .version = 1})) ==
              macro_is_shared.name);
        CHECK(reason(house.by(anna, delete_macro, DeleteMacro{.macro = shared})) ==
              macro_is_shared.name);
        CHECK(reason(house.by(anna, start_macros, Nothing{})) == macro_is_shared.name);
        const CreateMacro wish{.name_pl = "A", .shared = true, .effects = {.impact = Impact::high}};
        CHECK(reason(house.by(anna, create_macro, wish)) == macro_is_shared.name);

        CHECK(static_cast<bool>(
            house.by(anna, apply_macro, ApplyMacro{.ticket = id, .macro = shared})));
        CHECK(static_cast<bool>(house.by(house.lead, delete_macro, DeleteMacro{.macro = shared})));
        CHECK(reason(house.by(anna, apply_macro, ApplyMacro{.ticket = id, .macro = shared})) ==
              missing.name);
        CHECK(static_cast<bool>(house.by(house.lead, delete_macro, DeleteMacro{.macro = own})));
        house.macro({.impact = Impact::high});
        db.change([&](Work& work) { erase_macros(work, house.lena); });
        CHECK(db.read([&](const View& view) {
            return macros_of_person(view, house.lena).items.size();
        }) == 0);
    });
}

TEST_CASE("there are only so many macros of one's own") {
    TestDatabase db(Dialect::sqlite);
    House house(db, 1);
    for (std::int64_t i = 0; i < own_macros_most; ++i) house.macro({.impact = Impact::low});
    const auto refused = house.by(
        house.lead, create_macro, CreateMacro{.name_pl = "A", .effects = {.impact = Impact::low}});
    REQUIRE_FALSE(static_cast<bool>(refused));
    CHECK(refused.error().reason == macros_too_many);
}

TEST_CASE("a macro names what is there") {
    for_each_database([](TestDatabase& db) {
        House house(db, 1);
        struct Case {
            MacroEffects effects;
            std::string_view pointer, reason;
        };
        const std::vector<Case> cases{
            {{.category = CategoryId{99}}, "/effects/category", category_unknown.name},
            {{.queue = QueueId{99}}, "/effects/queue", queue_unknown.name},
            {{.status = TicketStatus::open, .state = std::optional(StateId{99})},
             "/effects/state",
             state_unknown.name},
            {{.assign = MacroAssignee::person, .assignee = PersonId{99}},
             "/effects/assignee",
             assignee_not_staff.name},
            {{.steps_en = Words{std::string(301, 'a')}}, "/effects/stepsEn/0", "too_long"},
        };
        for (const Case& one : cases) {
            const auto refused = house.by(
                house.lead, create_macro, CreateMacro{.name_pl = "A", .effects = one.effects});
            REQUIRE_FALSE(static_cast<bool>(refused));
            REQUIRE(refused.error().fields.size() == 1);
            CHECK(refused.error().fields.front().pointer == one.pointer);
            CHECK(refused.error().fields.front().reason == one.reason);
        }
    });
}

TEST_CASE("the macros that a desk begins with may be saved, and come once") {
    for_each_database([](TestDatabase& db) {
        House house(db, 1);
        for (const TicketMacro& one : macro_starters()) {
            const auto saved = house.by(
                house.lead,
                create_macro,
                CreateMacro{
                    .name_pl = one.name_pl, .name_en = one.name_en, .effects = one.effects});
            INFO(one.name_en);
            REQUIRE(static_cast<bool>(saved));
            // Nothing in them has to be tidied.
            CHECK(to_json(saved->effects) == to_json(one.effects));
        }
        const auto first = house.by(house.lead, start_macros, Nothing{});
        CHECK(first->items.size() == 2 * macro_starters().size());
        const auto second = house.by(house.lead, start_macros, Nothing{});
        CHECK(second->items.size() == first->items.size());
    });
}

TEST_CASE("a macro on many tickets is taken back as far as it reaches") {
    for_each_database([](TestDatabase& db) {
        House house(db, 2);
        const TicketId first = house.ids.front();
        db.change([&](Work& work) {
            REQUIRE(static_cast<bool>(add_ticket_tag(work, {.ticket = first, .name = "druk"})));
            REQUIRE(static_cast<bool>(set_due(
                work, {.ticket = first, .on = [&] {
                           return local_date(work.now + std::chrono::hours(240), "Europe/Warsaw");
                       }()})));
            REQUIRE(static_cast<bool>(add_steps(work, {.ticket = first, .texts = {"Kabel"}})));
        });
        const Ticket before = house.now(first);
        const MacroId macro = house.macro({.type = TicketType::question,
                                           .impact = Impact::high,
                                           .assign = MacroAssignee::me,
                                           .add_tags = Words{"vip"},
                                           .remove_tags = Words{"druk"},
                                           .due_in_days = 1,
                                           .snooze_hours = 2,
                                           .steps_pl = Words{"Toner"}});
        const BulkWish wish{.tickets = house.ids,
                            .change = {.verb = BulkVerb::macro, .macro = macro}};
        const auto tried = house.by(house.lead, preview_bulk, wish);
        REQUIRE(static_cast<bool>(tried));
        CHECK(tried->undo == UndoReach::all);
        CHECK(tried->changed == 2);
        CHECK(house.now(first).version == before.version);

        const auto done = house.by(house.lead, change_in_bulk, wish);
        REQUIRE(static_cast<bool>(done));
        CHECK(done->changed == 2);
        CHECK(tags_of(house.now(first)) == Words{"vip"});
        db.read([&](const View& view) {
            const auto bulk = journal::of_subject(view.tx, "bulk", done->bulk->value);
            const auto events = journal::of_subject(view.tx, "ticket", first.value);
            CHECK(events[4].name == TicketMacroApplied::name);
            CHECK(events[4].cause == bulk.front().id());
            CHECK(events[5].cause == events[4].id());
            return 0;
        });

        const auto undone =
            house.by(house.lead, undo_bulk, UndoBulk{.bulk = *done->bulk, .note = "Pomyłka."});
        REQUIRE(static_cast<bool>(undone));
        CHECK(undone->changed == 2);
        const Ticket after = house.now(first);
        CHECK(after.type == before.type);
        CHECK(after.impact == before.impact);
        CHECK(after.assignee == before.assignee);
        CHECK(tags_of(after) == tags_of(before));
        CHECK(after.due_on == before.due_on);
        CHECK_FALSE(after.snoozed_until.has_value());
        const auto steps =
            db.read_as(house.lead, [&](const View& view) { return list_steps(view, {first}); });
        REQUIRE(steps->items.size() == 1);
        CHECK(steps->items.front().text == "Kabel");
        house.check_all();
    });
}

TEST_CASE("a macro is taken back to a due date and a sleep that are over by then") {
    for_each_database([](TestDatabase& db) {
        House house(db, 1);
        const TicketId id = house.ids.front();
        const Time soon =
            db.read([](const View& view) { return view.now + std::chrono::hours{1}; });
        db.change([&](Work& work) {
            REQUIRE(static_cast<bool>(set_due(work, {.ticket = id, .at = soon})));
            REQUIRE(static_cast<bool>(snooze_ticket(work, {.ticket = id, .until = soon})));
        });
        const MacroId macro = house.macro({.due_in_days = 3, .snooze_hours = 48});
        const auto done = house.by(
            house.lead,
            change_in_bulk,
            BulkWish{.tickets = house.ids, .change = {.verb = BulkVerb::macro, .macro = macro}});
        REQUIRE(static_cast<bool>(done));
        REQUIRE(done->changed == 1);
        db.clock().advance(std::chrono::hours{2});
        const auto undone =
            house.by(house.lead, undo_bulk, UndoBulk{.bulk = *done->bulk, .note = "Pomyłka."});
        REQUIRE(static_cast<bool>(undone));
        CHECK(undone->changed == 1);
        const Ticket after = house.now(id);
        CHECK(after.due_at == soon);
        CHECK_FALSE(after.due_on.has_value());
        CHECK_FALSE(after.snoozed_until.has_value());
        house.check_all();
    });
}

TEST_CASE("what a macro told customers is not taken back, and it says so beforehand") {
    for_each_database([](TestDatabase& db) {
        House house(db, 1);
        const BulkWish wish{
            .tickets = house.ids,
            .change = {.verb = BulkVerb::macro, .macro = house.macro({.reply_pl = "Dzień dobry"})}};
        CHECK(house.by(house.lead, preview_bulk, wish)->undo == UndoReach::nothing);
        const auto done = house.by(house.lead, change_in_bulk, wish);
        const auto undone =
            house.by(house.lead, undo_bulk, UndoBulk{.bulk = *done->bulk, .note = "Pomyłka."});
        CHECK(undone->items.front().reason == undo_told.name);

        BulkWish unknown = wish;
        unknown.change.macro = MacroId{99};
        const auto refused = house.by(house.lead, preview_bulk, unknown);
        REQUIRE_FALSE(static_cast<bool>(refused));
        CHECK(refused.error().fields.front().reason == macro_unknown.name);
        BulkWish old = wish;
        old.change.macro_version = 7;
        CHECK(house.by(house.lead, change_in_bulk, old).error().reason == stale);
    });
}

}  // namespace ogniwo::tickets
