#include "tickets/state_service.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <set>

#include "conditions/sql.hpp"
#include "people/service.hpp"
#include "storage/journal.hpp"
#include "storage/timers.hpp"
#include "testing/databases.hpp"
#include "tickets/events.hpp"
#include "tickets/field_conditions.hpp"
#include "tickets/rules.hpp"
#include "tickets/service.hpp"
#include "tickets/state_store.hpp"
#include "tickets/store.hpp"
#include "tickets/timed_job.hpp"
#include "tickets/timed_service.hpp"
#include "tickets/view_store.hpp"
#include "tiers/service.hpp"

namespace ogniwo::tickets {
namespace {

using enum TicketStatus;

Actor one_of(PersonId person, std::optional<CustomerId> customer, RightSet rights) {
    return {.kind = Actor::Kind::person,
            .person = person,
            .grants = {{.customer = customer, .rights = std::move(rights)}},
            .label = "person"};
}

const RightSet works{see, see_own, see_messages, see_notes, work_on, reply, assign};

// A customer with somebody who writes, and three of ours: each may do more than the one before.
struct House {
    explicit House(TestDatabase& database) : db(database) {
        db.change([&](Work& work) {
            tiers::set_up(work);
            customer = *people::ensure_customer(work, "Kowalski");
            for (const RightSet& rights :
                 {works, works | RightSet{lead_moves}, works | RightSet{lead_moves, configure}}) {
                people::CreatePerson card;
                card.given_name = "Anna";
                card.family_name = "Nowak";
                card.is_staff = true;
                ours.push_back(one_of(*people::add_person(work, card), std::nullopt, rights));
            }
            people::CreatePerson card;
            card.given_name = "Jan";
            card.family_name = "Kowalski";
            theirs = one_of(*people::add_person(work, card),
                            customer,
                            RightSet{see, see_own, see_messages, reply});
        });
    }
    const Actor& chief() const { return ours.back(); }

    StateId add(TicketStatus group, const std::string& name, bool pauses = false) {
        const auto added = db.write_as(chief(), [&](Work& work) {
            return add_state(work,
                             {.status = group, .name_pl = name, .name_en = name, .pauses = pauses});
        });
        REQUIRE(added);
        for (const TicketState& one : added->states) {
            if (one.name_pl == name) return one.id;
        }
        return {};
    }
    TicketId open_ticket() {
        TicketId id;
        db.change([&](Work& work) {
            id = create_ticket(work, {.customer = customer, .subject = "Laptop"})->id;
        });
        return id;
    }
    Ticket at(TicketId ticket) {
        return *db.read([&](const View& view) { return read_ticket(view, {ticket}); });
    }

    TestDatabase& db;
    CustomerId customer{};
    std::vector<Actor> ours{};
    Actor theirs{};
};

// The same, thought of as simply as can be: pairs of words that are forbidden, and to whom.
class Model {
public:
    void add(StateId id, TicketStatus group) { groups_[id] = group; }
    void begin_with(StateId id) { defaults_[groups_.at(id)] = id; }
    void limit(const StatePlace& from, const StatePlace& to, WayFor who) {
        ways_[{from, to}] = who;
    }
    const std::map<StateId, TicketStatus>& states() const { return groups_; }

    std::optional<StateId> taken(const StatePlace& now,
                                 TicketStatus to,
                                 const std::optional<std::optional<StateId>>& wished) const {
        if (wished) return *wished;
        return to == now.status ? now.state : begins(to);
    }
    std::optional<StateId> begins(TicketStatus group) const {
        const auto found = defaults_.find(group);
        return found == defaults_.end() ? std::nullopt : std::optional(found->second);
    }
    bool fits(const std::optional<std::optional<StateId>>& wished, TicketStatus to) const {
        return !wished || !*wished || groups_.at(**wished) == to;
    }
    // `rank`: 0 a technician, 1 a lead, 2 who configures.
    bool lets(const StatePlace& from, const StatePlace& to, int rank) const {
        if (from == to) return true;
        const auto found = ways_.find({from, to});
        if (found == ways_.end()) return true;
        if (found->second == WayFor::nobody) return false;
        return rank >= (found->second == WayFor::configurer ? 2 : 1);
    }

private:
    std::map<StateId, TicketStatus> groups_;
    std::map<TicketStatus, StateId> defaults_;
    std::map<std::pair<StatePlace, StatePlace>, WayFor> ways_;
};

const std::set<std::pair<TicketStatus, TicketStatus>> chosen_by_hand{
    {fresh, open}, {fresh, waiting}, {open, waiting}, {waiting, open}, {resolved, closed}};

// Some statuses in every group, and a third of the ways limited.
Model random_company(House& house, Random& random) {
    Model model;
    std::vector<StatePlace> places;
    for (const TicketStatus group : {fresh, open, waiting, resolved, closed}) {
        places.push_back({.status = group});
        for (int i = 0; i < 2; ++i) {
            const StateId id = house.add(
                group, std::string(enum_name(group)) + std::to_string(i), random.below(2) == 0);
            model.add(id, group);
            places.push_back({group, id});
            if (i == 1 || random.below(3) > 0) continue;
            const auto edited = house.db.write_as(house.chief(), [&](Work& work) {
                return edit_state(work,
                                  {.state = id,
                                   .version = read_lifecycle(work, {})->version,
                                   .is_default = true});
            });
            REQUIRE(edited);
            model.begin_with(id);
        }
    }
    std::vector<StateWay> ways;
    for (const StatePlace& from : places) {
        for (const StatePlace& to : places) {
            const bool is_way = from != to && groups_allow(from.status, to.status);
            if (!is_way || random.below(3) > 0) continue;
            const auto who = static_cast<WayFor>(1 + random.below(3));
            ways.push_back({.from = from, .to = to, .who = who});
            model.limit(from, to, who);
        }
    }
    const auto saved = house.db.write_as(house.chief(), [&](Work& work) {
        return set_ways(work, {.version = read_lifecycle(work, {})->version, .ways = ways});
    });
    REQUIRE(saved);
    return model;
}

// One ticket and what the model thinks of it.
class Walk {
public:
    Walk(House& house, const Model& model, Random& random)
        : house_(house), model_(model), random_(random), ticket_(house.open_ticket()) {
        now_ = {fresh, model.begins(fresh)};
    }

    void step() {
        const int rank = static_cast<int>(random_.below(3));
        const Actor& actor = house_.ours[static_cast<std::size_t>(rank)];
        switch (random_.below(6)) {
            case 0:
                return resolve(actor, rank);
            case 1:
                return reopen(actor, rank);
            case 2:
                return reply();
            case 3:
                return take(actor);
            default:
                return set(actor, rank);
        }
    }
    TicketId ticket() const { return ticket_; }
    int moved() const { return moved_; }

private:
    std::optional<std::optional<StateId>> any_wish() {
        const auto pick = random_.below(model_.states().size() + 2);
        if (pick == 0) return std::nullopt;
        if (pick == 1) return std::optional<StateId>{};
        return std::optional(
            std::next(model_.states().begin(), static_cast<long>(pick) - 2)->first);
    }
    // Whether one of ours may go there, by all that stands in the tables.
    bool may(const StatePlace& to, const std::optional<std::optional<StateId>>& wish, int rank) {
        return model_.fits(wish, to.status) && model_.lets(now_, to, rank);
    }

    void set(const Actor& actor, int rank) {
        const auto to = static_cast<TicketStatus>(random_.below(5));
        const auto wish = any_wish();
        const StatePlace there{to,
                               model_.fits(wish, to) ? model_.taken(now_, to, wish) : std::nullopt};
        const bool within = to == now_.status && there.state != now_.state && to != closed;
        const bool waits_anew = to == waiting && now_.status == waiting;
        const bool by_groups = within || waits_anew || chosen_by_hand.contains({now_.status, to});
        SetTicketStatus wished{.ticket = ticket_, .status = to, .state = wish};
        if (to == waiting) {
            wished.waiting_for = WaitingFor::vendor;
            wished.waiting_note = "Część " + std::to_string(++notes_);
        }
        expect(by_groups && may(there, wish, rank), there, house_.db.write_as(actor, [&](Work& w) {
            return set_ticket_status(w, wished);
        }));
    }
    void resolve(const Actor& actor, int rank) {
        const auto wish = any_wish();
        const StatePlace there{
            resolved,
            model_.fits(wish, resolved) ? model_.taken(now_, resolved, wish) : std::nullopt};
        expect(is_open(now_.status) && may(there, wish, rank),
               there,
               house_.db.write_as(actor, [&](Work& work) {
                   return resolve_ticket(work,
                                         {.ticket = ticket_, .text = "Gotowe", .state = wish});
               }));
    }
    void reopen(const Actor& actor, int rank) {
        const auto wish = any_wish();
        const StatePlace there{
            open, model_.fits(wish, open) ? model_.taken(now_, open, wish) : std::nullopt};
        expect(!is_open(now_.status) && may(there, wish, rank),
               there,
               house_.db.write_as(actor, [&](Work& work) {
                   return reopen_ticket(work,
                                        {.ticket = ticket_, .reason = "Wróciło", .state = wish});
               }));
    }
    // The customer's word goes through whatever ways there are.
    void reply() {
        const StatePlace there = now_.status == resolved ? opened() : now_;
        expect(now_.status != closed, there, house_.db.write_as(house_.theirs, [&](Work& work) {
            return reply_to_ticket(work, {.ticket = ticket_, .text = "I co?"});
        }));
    }
    void take(const Actor& actor) {
        const StatePlace there = now_.status == fresh ? opened() : now_;
        expect(now_.status != closed, there, house_.db.write_as(actor, [&](Work& work) {
            return take_ticket(work, {.ticket = ticket_});
        }));
    }
    StatePlace opened() const { return {open, model_.begins(open)}; }

    template <class T>
    void expect(bool goes, const StatePlace& there, const Result<T>& done) {
        CAPTURE(enum_name(now_.status));
        CAPTURE(enum_name(there.status));
        CHECK(static_cast<bool>(done) == goes);
        if (goes) now_ = there;
        moved_ += goes;
        const Ticket ticket = house_.at(ticket_);
        CHECK(ticket.status == now_.status);
        CHECK(ticket.state == now_.state);
    }

    House& house_;
    const Model& model_;
    Random& random_;
    TicketId ticket_;
    StatePlace now_{};
    int notes_ = 0;
    int moved_ = 0;
};

// A limit of an hour at the first tier, and a ticket that has come there.
class Limit {
public:
    explicit Limit(House& house)
        : house_(house),
          timers_(house.db.data(), house.db.environment()),
          jobs_(house.db.data(), house.db.environment()) {
        house.db.change([](Work& work) {
            REQUIRE(tiers::add_timed_rule(work,
                                          {.tier = 1,
                                           .counts = tiers::TimedCount::at_tier,
                                           .minutes = 60,
                                           .action = tiers::TimedAction::inform}));
        });
        ticket_ = house.open_ticket();
        timers_.handle(timed_timer, timed_due);
        timers_.handle(tiers::timed_rules_timer, count_tier_anew);
        jobs_.handle(count_tier_job, count_tier);
    }

    TicketId ticket() const { return ticket_; }
    std::vector<Event> fired_within(int minutes) {
        house_.db.clock().advance(std::chrono::minutes{minutes});
        while (timers_.step() + jobs_.step() > 0) {
        }
        auto events = house_.db.read([&](const View& view) {
            return journal::of_subject(view.tx, "ticket", ticket_.value);
        });
        std::erase_if(events,
                      [](const Event& one) { return one.name != TicketTimedRuleFired::name; });
        return events;
    }
    void become(const SetTicketStatus& wish) {
        REQUIRE(house_.db.write_as(house_.chief(),
                                   [&](Work& work) { return set_ticket_status(work, wish); }));
    }
    void wait_in(StateId state) {
        become({.ticket = ticket_,
                .status = waiting,
                .waiting_for = WaitingFor::vendor,
                .waiting_note = "Matryca",
                .state = std::optional(state)});
    }

private:
    House& house_;
    Timers timers_;
    Jobs jobs_;
    TicketId ticket_{};
};

}  // namespace

TEST_CASE("a ticket goes where a simple model lets it, and its events tell the same") {
    for_each_database([](TestDatabase& db) {
        House house(db);
        SeededRandom random(7);
        const Model model = random_company(house, random);
        for (int i = 0; i < 6; ++i) {
            Walk walk(house, model, random);
            for (int steps = 0; steps < 60; ++steps) walk.step();
            CHECK(walk.moved() > 5);
            const auto was = db.read([&](const View& view) {
                return ticket_as_it_was(view, {.ticket = walk.ticket(), .version = 1});
            });
            CHECK(was->ticket.state == model.begins(fresh));
        }
        CHECK(check(db.data()).empty());
    });
}

TEST_CASE("time limits of tiers stand still in a status that pauses, and go on after it") {
    for_each_database([](TestDatabase& db) {
        House house(db);
        const StateId part = house.add(waiting, "Część", true);
        Limit limit(house);
        CHECK(limit.fired_within(40).empty());
        limit.wait_in(part);
        CHECK(limit.fired_within(24 * 60).empty());
        limit.become({.ticket = limit.ticket(), .status = open});
        CHECK(limit.fired_within(19).empty());
        CHECK(limit.fired_within(1).size() == 1);
        CHECK(check(db.data()).empty());
    });
}

TEST_CASE("a pause that no longer counts makes nothing late before it was decided") {
    for_each_database([](TestDatabase& db) {
        House house(db);
        const StateId part = house.add(waiting, "Część", true);
        Limit limit(house);
        limit.wait_in(part);
        CHECK(limit.fired_within(24 * 60).empty());
        limit.become({.ticket = limit.ticket(), .status = open});
        const Time decided = db.read([](const View& view) { return view.now; });
        REQUIRE(db.write_as(house.chief(), [&](Work& work) {
            const auto version = read_lifecycle(work, {})->version;
            return edit_state(work, {.state = part, .version = version, .pauses = false});
        }));
        const auto fired = limit.fired_within(1);
        REQUIRE(fired.size() == 1);
        const auto what = read_event(fired.front());
        CHECK(std::get<TicketTimedRuleFired>(*what).due_at >= decided);
        CHECK(check(db.data()).empty());
    });
}

TEST_CASE("what a change of the lifecycle strands is counted for those who configure everybody's") {
    for_each_database([](TestDatabase& db) {
        House house(db);
        const StateId part = house.add(waiting, "Część");
        const Actor partial =
            one_of(house.ours.front().person, house.customer, works | RightSet{configure});
        const auto stranded = [&](const Actor& actor) {
            return db.write_as(
                actor, [&](Work& work) { return preview_lifecycle(work, {.retire = part}); });
        };
        REQUIRE(stranded(house.chief()));
        const auto refused = stranded(partial);
        REQUIRE_FALSE(refused);
        CHECK(refused.error().reason == forbidden);
    });
}

TEST_CASE("a customer's history tells each change of the words that they read, and no other") {
    for_each_database([](TestDatabase& db) {
        House house(db);
        const StateId repair = house.add(open, "Naprawa");
        const StateId tests = house.add(open, "Testy");
        const StateId bench = house.add(open, "Stół");
        for (const StateId one : {repair, tests}) {
            REQUIRE(db.write_as(house.chief(), [&](Work& work) {
                const auto version = read_lifecycle(work, {})->version;
                return edit_state(work,
                                  {.state = one,
                                   .version = version,
                                   .shown_pl = std::optional<std::string>("W serwisie"),
                                   .shown_en = std::optional<std::string>("In service")});
            }));
        }
        const TicketId ticket = house.open_ticket();
        const std::vector<std::optional<StateId>> way{bench, repair, tests, std::nullopt, bench};
        db.change([&](Work& work) {
            for (const auto& one : way) {
                REQUIRE(set_ticket_status(work, {.ticket = ticket, .status = open, .state = one}));
            }
        });
        const auto read = [&](const Actor& actor, const ReadThread& wish) {
            return *db.read_as(actor, [&](const View& view) { return ticket_history(view, wish); });
        };
        for (const int limit : {1, 2, 50}) {
            std::string text;
            ReadThread wish{.ticket = ticket, .limit = limit};
            do {
                const TicketHistory page = read(house.theirs, wish);
                for (const HistoryEntry& one : page.items) {
                    REQUIRE(one.status);
                    text += one.state_en.value_or(std::string(enum_name(*one.status))) + " ";
                }
                wish.cursor = page.next;
            } while (wish.cursor);
            CHECK(text == "new open In service open ");
        }
        const auto whole = read(house.chief(), {.ticket = ticket}).items;
        CHECK(std::ranges::count(whole, TicketStateChanged::name, &HistoryEntry::name) == 4);
    });
}

TEST_CASE("forty statuses may be in use, and retired ones make room") {
    for_each_database([](TestDatabase& db) {
        House house(db);
        StateId last;
        for (std::size_t i = 0; i < states_most; ++i) last = house.add(open, std::to_string(i));
        const auto one_more = [&] {
            return db.write_as(house.chief(), [](Work& work) {
                return add_state(work, {.name_pl = "Jeszcze", .name_en = "More"});
            });
        };
        const auto refused = one_more();
        REQUIRE_FALSE(refused);
        CHECK(refused.error().reason == states_too_many);
        REQUIRE(db.write_as(house.chief(), [&](Work& work) {
            const auto version = read_lifecycle(work, {})->version;
            return edit_state(work, {.state = last, .version = version, .retired = true});
        }));
        CHECK(one_more());
    });
}

TEST_CASE("lists and counts by a status of our own are walks of its index") {
    TestDatabase database(Dialect::sqlite);
    database.read([&](const View& view) {
        const Scope limited{.customers = {CustomerId{1}}};
        for (const char* text : {"state = 3",
                                 "state in (3, 4)",
                                 "open and state = 3",
                                 "state = 3 and assignee is empty"}) {
            const auto read = store::read_condition(view.tx, text);
            REQUIRE(read);
            const conditions::Context context{.now = view.now};
            const store::Matching what{.condition = read->condition, .context = context};
            const auto values =
                conditions::to_sql(
                    read->condition, store::ticket_fields(Dialect::sqlite), context, 1)
                    .values;
            const BuiltSql plan(
                "tickets.test_plan",
                "EXPLAIN QUERY PLAN " + store::counting_text(Dialect::sqlite, what));
            const ResultSet steps = view.tx.query(plan, &limited, values);
            bool by_state = false;
            for (std::size_t i = 0; i < steps.size(); ++i) {
                const auto step = Row(steps, i).get<std::string>("detail");
                by_state = by_state ||
                           step.find("SEARCH ticket USING") == 0 &&
                               step.find("INDEX ticket_state_place (state=?") != std::string::npos;
            }
            CHECK_MESSAGE(by_state, text);
        }
        return 0;
    });
}

}  // namespace ogniwo::tickets
