#include "tickets/state_rules.hpp"

#include <doctest/doctest.h>

#include <sstream>
#include <string>

#include "base/check.hpp"
#include "tickets/rules.hpp"

namespace ogniwo::tickets {
namespace {

using enum TicketStatus;

TicketState state(std::int64_t id, TicketStatus group, std::string name, int place = 1) {
    return {.id = {id}, .status = group, .name_pl = name, .name_en = name, .place = place};
}

// 1 and 2 are open, 2 is what comes by itself; 3 waits, 4 is resolved, 5 was open once.
Lifecycle workshop() {
    Lifecycle lifecycle{.states = {state(1, open, "Diagnosis", 1),
                                   state(2, open, "Repair", 2),
                                   state(5, open, "Old", 3),
                                   state(3, waiting, "Part"),
                                   state(4, resolved, "Pick-up")}};
    lifecycle.states[1].is_default = true;
    lifecycle.states[2].retired_at = Time{};
    return lifecycle;
}

// "open:1" is open in status 1.
StatePlace place(const std::string& text) {
    const auto colon = text.find(':');
    const auto group = enum_value<TicketStatus>(text.substr(0, colon));
    INVARIANT(group.has_value());
    StatePlace read{.status = *group};
    if (colon != std::string::npos) read.state = StateId{std::stoll(text.substr(colon + 1))};
    return read;
}

std::string show(const StatePlace& at) {
    std::string text(enum_name(at.status));
    if (at.state) text += ":" + std::to_string(at.state->value);
    return text;
}

std::string show(const std::vector<StatePlace>& places) {
    std::string text;
    for (const StatePlace& one : places) text += (text.empty() ? "" : " ") + show(one);
    return text;
}

std::string show(const Outcome& outcome) {
    if (outcome) return "yes";
    std::string text;
    for (const FieldError& field : outcome.error().fields) {
        text += (text.empty() ? "" : " ") + field.pointer + "=" + std::string(field.reason);
    }
    return text.empty() ? std::string(outcome.error().reason.name) : text;
}

StateWay way(const std::string& from, const std::string& to, WayFor who) {
    return {.from = place(from), .to = place(to), .who = who};
}

constexpr Mover technician{};
constexpr Mover lead{.leads = true};
constexpr Mover chief{.leads = true, .configures = true};

}  // namespace

TEST_CASE(
    "a ticket takes the status that was named, keeps its own, or gets what a group begins with") {
    struct Row {
        const char* from;
        TicketStatus to;
        const char* wished;  // "" nothing, "-" none, else a number.
        const char* answer;
    };
    const Row rows[] = {
        {"new", open, "", "2"},
        {"new", waiting, "", "none"},
        {"open:1", open, "", "1"},
        {"open", open, "", "none"},
        {"open:1", open, "-", "none"},
        {"open:1", waiting, "3", "3"},
        {"waiting:3", open, "", "2"},
        {"waiting:3", open, "-", "none"},
        {"waiting:3", open, "1", "1"},
        {"open:1", resolved, "", "none"},
        {"open:1", waiting, "1", "tickets.state_of_other_group"},
        {"open:1", open, "9", "tickets.state_unknown"},
        {"open:1", open, "5", "tickets.state_retired"},
        {"open:5", open, "5", "5"},
        {"open:5", open, "", "5"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.from);
        CAPTURE(row.wished);
        const std::string text = row.wished;
        std::optional<std::optional<StateId>> wished;
        if (text == "-") wished.emplace();
        if (!text.empty() && text != "-") wished = std::optional(StateId{std::stoll(text)});
        const auto planned = plan_state(workshop(), place(row.from), row.to, wished);
        const std::string answer = !planned   ? std::string(planned.error().reason.name)
                                   : *planned ? std::to_string((*planned)->value)
                                              : "none";
        CHECK(answer == row.answer);
    }
}

TEST_CASE("a status of our own changes within its group, unless the ticket is closed") {
    const auto planned = [](const std::string& from, const std::string& to) {
        const auto at = [](const std::string& text) {
            Standing standing{.status = place(text).status, .state = place(text).state};
            if (standing.status != waiting) return standing;
            standing.waiting_for = WaitingFor::vendor;
            standing.waiting_note = "Matryca";
            return standing;
        };
        const auto plan = plan_status(at(from), at(to));
        return plan ? show(StatePlace{plan->status, plan->state})
                    : std::string(plan.error().reason.name);
    };
    CHECK(planned("open:1", "open:2") == "open:2");
    CHECK(planned("open:1", "open") == "open");
    CHECK(planned("new", "new:6") == "new:6");
    CHECK(planned("waiting", "waiting:3") == "waiting:3");
    CHECK(planned("resolved", "resolved:4") == "resolved:4");
    CHECK(planned("open:1", "open:1") == "tickets.status_unchanged");
    CHECK(planned("closed", "closed:7") == "tickets.closed");
    // The groups are as strict as ever.
    CHECK(planned("open:1", "resolved:4") == "tickets.status_not_allowed");
    CHECK(planned("open:1", "new") == "tickets.status_not_allowed");
    CHECK(planned("resolved:4", "open:1") == "tickets.status_not_allowed");
    CHECK(planned("waiting:3", "open:1") == "open:1");
}

TEST_CASE("without a table every status follows that the groups allow, and staying is no move") {
    const Lifecycle lifecycle = workshop();
    const auto next = [&](const char* from) {
        return show(next_places(lifecycle, place(from), technician));
    };
    CHECK(next("new") == "open open:1 open:2 waiting waiting:3 resolved resolved:4");
    CHECK(next("open:1") == "open open:2 waiting waiting:3 resolved resolved:4");
    CHECK(next("open:5") == "open open:1 open:2 waiting waiting:3 resolved resolved:4");
    CHECK(next("waiting:3") == "open open:1 open:2 waiting resolved resolved:4");
    CHECK(next("resolved") == "open open:1 open:2 resolved:4 closed");
    CHECK(next("closed") == "open open:1 open:2");
    CHECK(show(may_follow(lifecycle, place("closed"), place("closed"), technician)) == "yes");
}

TEST_CASE("ways are for everybody, for leads, for who configures, or for nobody") {
    Lifecycle lifecycle = workshop();
    lifecycle.ways = {way("open:1", "resolved", WayFor::nobody),
                      way("open:1", "resolved:4", WayFor::lead),
                      way("open:1", "open", WayFor::configurer)};
    struct Row {
        const char* from;
        const char* to;
        const Mover& mover;
        const char* answer;
    };
    const Row rows[] = {
        {"open:1", "open:2", technician, "yes"},
        {"open:1", "resolved", technician, "tickets.state_not_next"},
        {"open:1", "resolved", chief, "tickets.state_not_next"},
        {"open:1", "resolved:4", technician, "tickets.state_for_lead"},
        {"open:1", "resolved:4", lead, "yes"},
        {"open:1", "open", lead, "tickets.state_for_configurer"},
        {"open:1", "open", chief, "yes"},
        // Only that pair, and only in that direction.
        {"open:2", "resolved", technician, "yes"},
        {"resolved", "open:1", technician, "yes"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.from);
        CAPTURE(row.to);
        CHECK(show(may_follow(lifecycle, place(row.from), place(row.to), row.mover)) == row.answer);
    }
    // What is refused says where one may go instead.
    const auto refused = may_follow(lifecycle, place("open:1"), place("resolved"), technician);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().shown ==
          Params{{"possiblePl", "Repair, Czeka, Part"}, {"possibleEn", "Repair, Waiting, Part"}});
}

TEST_CASE(
    "a status has a name of its own, words for customers in both languages, and no default "
    "that is retired") {
    const auto states = workshop().states;
    const auto checked = [&](auto change) {
        TicketState one = state(7, open, "New one");
        change(one);
        return show(check_state(states, one));
    };
    CHECK(checked([](TicketState&) {}) == "yes");
    CHECK(checked([](TicketState& one) { one.name_pl = "REPAIR"; }) ==
          "/namePl=tickets.state_name_taken");
    CHECK(checked([](TicketState& one) { one.name_en = "Old"; }) == "yes");
    CHECK(checked([](TicketState& one) { one.shown_pl = "W naprawie"; }) ==
          "/shownEn=tickets.state_shown_half");
    CHECK(checked([](TicketState& one) {
              one.name_en = "Part";
              one.shown_en = "Ordered";
          }) == "/nameEn=tickets.state_name_taken /shownPl=tickets.state_shown_half");
    CHECK(checked([](TicketState& one) {
              one.retired_at = Time{};
              one.name_en = "Part";
              one.is_default = true;
          }) == "/isDefault=tickets.state_default_retired");
    // Its own name is not taken.
    CHECK(show(check_state(states, states[0])) == "yes");
}

TEST_CASE("a status takes its place in the group, and alone what the group begins with") {
    const auto order = [](const std::vector<TicketState>& states) {
        std::string text;
        for (const TicketState& one : states) {
            text += (text.empty() ? "" : " ") + std::to_string(one.id.value) + "@" +
                    std::to_string(one.place) + (one.is_default ? "*" : "");
        }
        return text;
    };
    const auto states = workshop().states;
    CHECK(order(with_state(states, states[0])) == "1@1 2@2* 5@3 3@1 4@1");
    TicketState moved = states[0];
    moved.place = 3;
    CHECK(order(with_state(states, moved)) == "2@1* 5@2 1@3 3@1 4@1");
    moved.place = 2;
    moved.is_default = true;
    CHECK(order(with_state(states, moved)) == "2@1 1@2* 5@3 3@1 4@1");
    CHECK(order(with_state(states, state(8, waiting, "Late", 1'000))) ==
          "1@1 2@2* 5@3 3@1 8@2 4@1");
    CHECK(order(with_state({}, state(8, fresh, "Alone", -4))) == "8@1");
}

TEST_CASE("there is room for forty in use, and for two hundred ever, retired or not") {
    std::vector<TicketState> states;
    const auto add = [&](std::size_t count, std::optional<Time> retired_at) {
        for (std::size_t i = 0; i < count; ++i) {
            states.push_back(state(static_cast<std::int64_t>(i), open, "One"));
            states.back().retired_at = retired_at;
        }
    };
    const auto room = [&] { return show(check_room(states)); };
    add(states_most, {});
    CHECK(room() == "yes");
    add(1, {});
    CHECK(room() == "tickets.states_too_many");
    states.pop_back();
    add(states_ever - states_most, Time{});
    CHECK(room() == "yes");
    // Retiring one more would not help.
    add(1, {});
    CHECK(room() == "tickets.states_used_up");
    CHECK(check_room(states).error().shown == Params{{"most", "200"}});
}

TEST_CASE("ways stand between places that there are, once, and as the groups allow") {
    const auto states = workshop().states;
    const auto checked = [&](std::vector<StateWay> ways) {
        const auto tidy = tidy_ways(states, ways);
        return tidy ? std::to_string(tidy->size()) : show(Outcome(tidy.error()));
    };
    CHECK(checked({}) == "0");
    CHECK(checked({way("open:1", "resolved", WayFor::nobody),
                   way("open:1", "waiting", WayFor::everybody),
                   way("open:5", "open:1", WayFor::lead)}) == "2");
    CHECK(checked({way("open:9", "waiting", WayFor::nobody),
                   way("waiting:1", "open", WayFor::nobody),
                   way("open", "closed", WayFor::nobody),
                   way("open:1", "open:1", WayFor::nobody),
                   way("waiting", "open", WayFor::lead),
                   way("waiting", "open", WayFor::nobody)}) ==
          "/ways/0=tickets.state_unknown /ways/1=tickets.state_unknown"
          " /ways/2=tickets.way_not_of_groups /ways/3=tickets.way_not_of_groups"
          " /ways/5=tickets.way_doubled");
}

TEST_CASE("stranded is what stands in a retired status, or open with no way on") {
    Lifecycle lifecycle = workshop();
    const auto stranded = [&] {
        std::string text;
        for (const Stranded& one : stranded_places(lifecycle)) {
            text += (text.empty() ? "" : ", ") + show(one.place) + " " +
                    std::string(enum_name(one.why));
        }
        return text;
    };
    CHECK(stranded() == "open:5 retired");
    for (const StatePlace& to : next_places(lifecycle, place("waiting:3"), chief)) {
        lifecycle.ways.push_back({.from = place("waiting:3"), .to = to, .who = WayFor::nobody});
    }
    CHECK(stranded() == "open:5 retired, waiting:3 no_way_on");
    // What is retired may be without a way on, too; then that is what counts.
    const auto ways = lifecycle.ways;
    for (const StatePlace& to : next_places(lifecycle, place("open:5"), chief)) {
        lifecycle.ways.push_back({.from = place("open:5"), .to = to, .who = WayFor::nobody});
    }
    CHECK(stranded() == "open:5 no_way_on, waiting:3 no_way_on");
    lifecycle.ways = ways;
    // A lead is somebody.
    lifecycle.ways.back().who = WayFor::lead;
    CHECK(stranded() == "open:5 retired");
    // Customers open again what is resolved, whatever ways we have.
    lifecycle.ways = {way("resolved", "closed", WayFor::nobody),
                      way("resolved", "open", WayFor::nobody),
                      way("resolved", "open:1", WayFor::nobody),
                      way("resolved", "open:2", WayFor::nobody),
                      way("resolved", "resolved:4", WayFor::nobody)};
    CHECK(stranded() == "open:5 retired");
}

TEST_CASE("the groups allow what the verbs do") {
    std::string text;
    for (const GroupWay& one : group_ways()) {
        text += std::string(enum_name(one.from)) + ">" + std::string(enum_name(one.to)) + " ";
    }
    CHECK(text ==
          "new>new new>open new>waiting new>resolved "
          "open>open open>waiting open>resolved "
          "waiting>open waiting>waiting waiting>resolved "
          "resolved>open resolved>resolved resolved>closed closed>open ");
}

}  // namespace ogniwo::tickets
