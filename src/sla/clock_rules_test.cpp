#include "sla/clock_rules.hpp"

#include <doctest/doctest.h>

#include <algorithm>

namespace ogniwo::sla {
namespace {

using std::chrono::days;
using std::chrono::hours;

Time at(std::string_view text) {
    const auto time = parse_time(text);
    REQUIRE_MESSAGE(time.has_value(), text);
    return *time;
}

// A working week in November without a holiday: Monday the 16th to Friday the 20th, winter time.
Time monday(int hour, int minute = 0) {
    return at("2026-11-16T00:00:00+01:00") + hours{hour} + Minutes{minute};
}
Time tuesday(int hour, int minute = 0) {
    return monday(hour, minute) + days{1};
}

WorkingPlan office() {
    WorkingPlan plan{.zone = "Europe/Warsaw", .has_polish_holidays = true};
    for (std::size_t day = 0; day < 5; ++day) plan.week[day] = {{hours{8}, hours{16}}};
    return plan;
}

Goal working(Minutes minutes) {
    return {.kind = GoalKind::working_time, .minutes = minutes};
}
Goal elapsed(Minutes minutes) {
    return {.kind = GoalKind::elapsed_time, .minutes = minutes};
}
Goal by_end_of_day(int n, std::optional<Minutes> by = std::nullopt) {
    return {.kind = GoalKind::end_of_day, .days = n, .by = by};
}

Fact opened(Time when, OpenedBy by = OpenedBy::customer, int tier = 1) {
    return {.at = when, .kind = FactKind::opened, .by = by, .tier = tier};
}
Fact stood(Time when, Stand stand) {
    return {.at = when, .kind = FactKind::stood, .stand = stand};
}
Fact asked(Time when) {
    return {.at = when, .kind = FactKind::asked};
}
Fact answered(Time when) {
    return {.at = when, .kind = FactKind::answered};
}
Fact moved(Time when, int tier) {
    return {.at = when, .kind = FactKind::moved, .tier = tier};
}
Fact termed(Time when, Priority priority) {
    return {.at = when, .kind = FactKind::termed, .terms = {.priority = priority}};
}
Fact workaround(Time when) {
    return {.at = when, .kind = FactKind::workaround, .has_workaround = true};
}
Fact voided(Time when, FactKind kind) {
    return {.at = when, .kind = kind};
}

struct Told {
    History history{};
    Goal goal = working(hours{4});
    Time now{};
    Target target = Target::resolution;
    CountingRules rules{};
    WorkingPlan plan = office();
};

std::vector<Run> runs_for(const History& history, Target target) {
    auto runs = runs_of(history);
    std::erase_if(runs, [&](const Run& run) { return run.target != target; });
    return runs;
}

Clock clock_of(const Told& told) {
    WorkingTimeline timeline({{.plan = told.plan}});
    const auto runs = runs_for(told.history, told.target);
    REQUIRE(!runs.empty());
    const auto clock = counted(runs.back(), told.goal, told.rules, timeline, told.now);
    REQUIRE(clock.has_value());
    return *clock;
}

std::string causes(const Clock& clock) {
    std::string all;
    for (const Interval& interval : clock.intervals) {
        if (!all.empty()) all += ' ';
        if (interval.counts()) all += "counts";
        if (interval.pause) all += enum_name(*interval.pause);
        if (interval.pause && interval.rest) all += '/';
        if (interval.rest) all += enum_name(*interval.rest);
    }
    return all;
}

TEST_CASE("a clock that begins outside of the hours waits for them, and is not late at once") {
    const Clock night = clock_of({.history = {opened(monday(-3))}, .now = monday(-2)});
    CHECK(night.state == ClockState::running);
    CHECK(night.spent == Minutes{0});
    CHECK(night.due_at == monday(12));
    CHECK_FALSE(night.is_late(monday(-2)));
    CHECK(causes(night) == "outside_hours");
    // At the last second of a day.
    const Time last = monday(15, 59) + std::chrono::seconds{59};
    CHECK(clock_of({.history = {opened(last)}, .now = last}).due_at ==
          tuesday(12) - std::chrono::seconds{1});
}

TEST_CASE("waiting for the customer stops the clock, and their word starts it again") {
    const History history{opened(monday(9)),
                          answered(monday(10)),
                          stood(monday(10), Stand::waiting_customer),
                          asked(monday(12, 10)),
                          stood(monday(12, 10), Stand::active)};
    const Clock waiting =
        clock_of({.history = {history[0], history[1], history[2]}, .now = monday(11)});
    CHECK(waiting.state == ClockState::paused);
    CHECK(waiting.pause == PauseCause::customer);
    // From the very moment on.
    const Clock at_once =
        clock_of({.history = {history[0], history[1], history[2]}, .now = monday(10)});
    CHECK(at_once.state == ClockState::paused);
    CHECK_FALSE(at_once.due_at);
    CHECK_FALSE(waiting.due_at);
    CHECK(waiting.spent == hours{1});
    const Clock clock = clock_of({.history = history, .now = monday(14)});
    CHECK(clock.state == ClockState::running);
    CHECK(clock.spent == Minutes{60 + 110});
    CHECK(clock.due_at == monday(15, 10));
    CHECK(causes(clock) == "counts customer counts");
}

TEST_CASE("what a pause stops is said by the promise") {
    struct Case {
        Stand stand;
        CountingRules rules;
        std::optional<PauseCause> pause;
    };
    const Case cases[] = {
        {Stand::waiting_customer, {}, PauseCause::customer},
        {Stand::waiting_customer, {.pauses_for_customer = false}, std::nullopt},
        {Stand::waiting_vendor, {}, std::nullopt},
        {Stand::waiting_vendor, {.pauses_for_vendor = true}, PauseCause::vendor},
        {Stand::waiting_other, {}, std::nullopt},
        {Stand::waiting_other, {.pauses_for_other = true}, PauseCause::other},
        {Stand::halted, {}, PauseCause::halted},
    };
    for (const Case& one : cases) {
        CAPTURE(enum_name(one.stand));
        const Clock clock = clock_of({.history = {opened(monday(9)), stood(monday(10), one.stand)},
                                      .now = monday(11),
                                      .rules = one.rules});
        CHECK(clock.pause == one.pause);
        CHECK(clock.spent == (one.pause ? hours{1} : hours{2}));
    }
}

TEST_CASE("a holiday in mid-pause is both, and a pause at night takes nothing away") {
    // Tuesday 10 November 15:00, waiting over Independence Day until Thursday 9:00.
    const Time start = at("2026-11-10T14:00:00+01:00");
    const Clock clock =
        clock_of({.history = {opened(start),
                              stood(start + hours{1}, Stand::waiting_customer),
                              stood(at("2026-11-12T09:00:00+01:00"), Stand::active)},
                  .goal = working(hours{3}),
                  .now = at("2026-11-12T10:00:00+01:00")});
    CHECK(causes(clock) ==
          "counts customer customer/outside_hours customer/holiday customer/outside_hours customer "
          "counts");
    CHECK(clock.due_at == at("2026-11-12T11:00:00+01:00"));
}

TEST_CASE("clock hours run at night, and pause all the same") {
    const Clock clock = clock_of({.history = {opened(monday(15)),
                                              stood(monday(20), Stand::waiting_customer),
                                              stood(monday(22), Stand::active)},
                                  .goal = elapsed(hours{8}),
                                  .now = monday(23)});
    CHECK(clock.due_at == tuesday(1));
    CHECK(clock.spent == hours{6});
    CHECK(causes(clock) == "counts customer counts");
}

TEST_CASE("by the end of a working day, and reported by noon: today") {
    const auto due = [](Time when, const Goal& goal) {
        return clock_of({.history = {opened(when)}, .goal = goal, .now = when}).due_at;
    };
    CHECK(due(monday(10), by_end_of_day(0)) == monday(16));
    CHECK(due(monday(10), by_end_of_day(1)) == tuesday(16));
    CHECK(due(monday(12), by_end_of_day(0, hours{12})) == monday(16));
    CHECK(due(monday(12, 1), by_end_of_day(0, hours{12})) == tuesday(16));
    CHECK(due(monday(17), by_end_of_day(0)) == tuesday(16));
    // What the customer kept us waiting is added.
    const Clock clock = clock_of({.history = {opened(monday(10)),
                                              stood(monday(11), Stand::waiting_customer),
                                              stood(monday(12, 10), Stand::active)},
                                  .goal = by_end_of_day(0),
                                  .now = monday(13)});
    CHECK(clock.due_at == tuesday(9, 10));
}

TEST_CASE("exactly in time is in time, a microsecond later is not") {
    const auto resolved = [](Time when) {
        return clock_of(
            {.history = {opened(monday(9)), stood(when, Stand::resolved)}, .now = tuesday(9)});
    };
    CHECK(resolved(monday(13)).state == ClockState::met);
    const Clock late = resolved(monday(13) + Microseconds{1});
    CHECK(late.state == ClockState::missed);
    CHECK(late.due_at == monday(13));
    CHECK(resolved(monday(10)).due_at == monday(13));
}

TEST_CASE("an answer stops the first response, a note and an automatic answer are no facts") {
    const Clock open = clock_of(
        {.history = {opened(monday(9))}, .now = monday(10), .target = Target::first_response});
    CHECK(open.state == ClockState::running);
    const Clock clock = clock_of({.history = {opened(monday(9)), answered(monday(10))},
                                  .goal = working(hours{1}),
                                  .now = tuesday(9),
                                  .target = Target::first_response});
    CHECK(clock.state == ClockState::met);
    CHECK(clock.ended_at == monday(10));
    // A second answer is none to the first question, and starts nothing again.
    CHECK(
        runs_for({opened(monday(9)), answered(monday(10)), asked(monday(11)), answered(monday(12))},
                 Target::first_response)
            .size() == 1);
}

TEST_CASE("what one of ours wrote down is answered by that") {
    const auto runs = runs_for({opened(monday(9), OpenedBy::ours)}, Target::first_response);
    REQUIRE(runs.size() == 1);
    CHECK(runs[0].ended_at == monday(9));
    CHECK(runs[0].end == RunEnd::reached);
    // The customer's next word waits for the next answer.
    CHECK(runs_for({opened(monday(9), OpenedBy::ours), asked(monday(10))}, Target::next_response)
              .size() == 1);
}

TEST_CASE("who asks again before an answer does not wait longer for it") {
    const auto runs = runs_for({opened(monday(9)),
                                asked(monday(9, 30)),
                                answered(monday(10)),
                                asked(monday(11)),
                                asked(monday(12)),
                                answered(monday(13)),
                                asked(monday(14))},
                               Target::next_response);
    REQUIRE(runs.size() == 2);
    CHECK(runs[0].started_at == monday(11));
    CHECK(runs[0].ended_at == monday(13));
    CHECK(runs[1].started_at == monday(14));
    CHECK_FALSE(runs[1].ended_at);
}

TEST_CASE("each answer begins the time until the next word from us") {
    const auto runs = runs_for({opened(monday(9)),
                                answered(monday(10)),
                                answered(monday(12)),
                                answered(monday(14)),
                                stood(monday(14), Stand::resolved),
                                stood(tuesday(9), Stand::active)},
                               Target::update);
    REQUIRE(runs.size() == 3);
    CHECK(runs[0].started_at == monday(10));
    CHECK(runs[0].ended_at == monday(12));
    CHECK(runs[1].ended_at == monday(14));
    CHECK(runs[2].started_at == tuesday(9));
    // Before the first answer there is nothing to update: the first response is promised apart.
    CHECK(runs_for({opened(monday(9))}, Target::update).empty());
}

TEST_CASE("a matter that is reopened goes on from where it stood") {
    const Time back = monday(10) + days{60};
    const Clock clock = clock_of({.history = {opened(monday(9)),
                                              stood(monday(10), Stand::resolved),
                                              stood(monday(11), Stand::closed),
                                              stood(back, Stand::active)},
                                  .now = back + hours{1}});
    CHECK(clock.state == ClockState::running);
    CHECK(clock.spent == hours{2});
    CHECK(clock.due_at == back + hours{3});
    CHECK_FALSE(clock.is_late(back + hours{1}));
    // The solved time is no pause of somebody's.
    const auto resolved =
        std::ranges::find(clock.intervals, PauseCause::resolved, &Interval::pause);
    REQUIRE(resolved != clock.intervals.end());
    CHECK(resolved->from == monday(10));
}

TEST_CASE("the customer closes what nobody has answered: no promise is kept or broken") {
    const History history{opened(monday(9)), stood(monday(10), Stand::closed)};
    CHECK(
        clock_of({.history = history, .now = tuesday(9), .target = Target::first_response}).state ==
        ClockState::cancelled);
    CHECK(clock_of({.history = history, .now = tuesday(9)}).state == ClockState::met);
    // And wants it again.
    History again = history;
    again.push_back(stood(monday(12), Stand::active));
    const Clock clock =
        clock_of({.history = again, .now = monday(13), .target = Target::first_response});
    CHECK(clock.state == ClockState::running);
    CHECK(clock.spent == hours{2});
}

TEST_CASE("a priority that went up and down again leaves nothing behind") {
    const auto terms = [](const History& history) {
        return runs_for(history, Target::resolution)[0].terms;
    };
    CHECK(terms({opened(monday(9)), termed(monday(10), Priority::critical)}).priority ==
          Priority::critical);
    CHECK(terms({opened(monday(9)),
                 termed(monday(10), Priority::critical),
                 termed(monday(11), Priority::low)})
              .priority == Priority::low);
    // What was over before is counted by the terms of its end.
    CHECK(
        runs_for({opened(monday(9)), answered(monday(10)), termed(monday(11), Priority::critical)},
                 Target::first_response)[0]
            .terms.priority == Priority::normal);
}

TEST_CASE("another promise in mid-flight keeps the pauses") {
    const History history{opened(monday(9)),
                          stood(monday(10), Stand::waiting_customer),
                          stood(monday(12), Stand::active)};
    CHECK(clock_of({.history = history, .goal = working(hours{4}), .now = monday(13)}).due_at ==
          monday(15));
    CHECK(clock_of({.history = history, .goal = working(hours{2}), .now = monday(13)}).due_at ==
          monday(13));
    // Swapped while it stands still, and with a pause begun before there was any promise.
    const Clock paused = clock_of(
        {.history = {history[0], history[1]}, .goal = working(hours{2}), .now = monday(11)});
    CHECK(paused.state == ClockState::paused);
    CHECK(paused.spent == hours{1});
}

TEST_CASE("of two that became one, whoever waited first counts, and both pauses") {
    const History first{opened(monday(9)),
                        stood(monday(10), Stand::waiting_customer),
                        stood(monday(11), Stand::active)};
    const Absorbed other{.history = {opened(monday(8)),
                                     stood(monday(12), Stand::waiting_customer),
                                     voided(monday(13), FactKind::void_begun)},
                         .at = monday(13)};
    const Clock whole = clock_of(
        {.history = combined(first, {other}), .goal = working(hours{6}), .now = monday(14)});
    CHECK(whole.started_at == monday(8));
    CHECK(causes(whole) == "counts customer counts customer counts");
    CHECK(whole.spent == hours{4});
    // The one that joined it counts for nothing meanwhile...
    const auto joined = runs_for(other.history, Target::resolution);
    REQUIRE(joined.size() == 1);
    CHECK(joined[0].end == RunEnd::cancelled);
    CHECK(joined[0].ended_at == monday(13));
    // ...and undone, both are as they were: the other one has waited all the time.
    History undone = other.history;
    undone.push_back(voided(monday(15), FactKind::void_ended));
    const Clock back = clock_of({.history = undone, .goal = working(hours{6}), .now = monday(15)});
    CHECK(back.spent == hours{4});
    CHECK(back.state == ClockState::paused);
    CHECK(clock_of({.history = first, .goal = working(hours{6}), .now = monday(14)}).started_at ==
          monday(9));
}

TEST_CASE("what is split off has waited since its message was written") {
    Fact split = opened(monday(14), OpenedBy::ours);
    split.since = monday(10);
    const Clock clock = clock_of({.history = {split}, .now = monday(14)});
    CHECK(clock.started_at == monday(10));
    CHECK(clock.spent == hours{4});
    CHECK(clock.due_at == monday(14));
}

TEST_CASE("spam stops all clocks, and never was any where that is undone") {
    const History history{opened(monday(9)), voided(monday(10), FactKind::void_begun)};
    for (const Run& run : runs_of(history)) {
        CHECK(run.end == RunEnd::cancelled);
        CHECK(run.ended_at == monday(10));
    }
    History undone = history;
    undone.push_back(voided(monday(12), FactKind::void_ended));
    CHECK(clock_of({.history = undone, .now = monday(12)}).spent == hours{3});
}

TEST_CASE("a workaround stops the repair clock, changes its goal, or does neither") {
    const History history{opened(monday(9)), workaround(monday(11))};
    const auto with = [&](WorkaroundEffect effect, std::optional<Goal> goal = std::nullopt) {
        return clock_of({.history = history,
                         .now = monday(12),
                         .rules = {.workaround = effect, .goal_after_workaround = goal}});
    };
    CHECK(with(WorkaroundEffect::none).due_at == monday(13));
    CHECK(with(WorkaroundEffect::stops).pause == PauseCause::workaround);
    CHECK(with(WorkaroundEffect::stops).spent == hours{2});
    CHECK(with(WorkaroundEffect::changes_goal, working(hours{10})).due_at == tuesday(11));
    // One that came too late does not undo that.
    const Clock late = clock_of({.history = {opened(monday(9)), workaround(monday(14))},
                                 .now = monday(15),
                                 .rules = {.workaround = WorkaroundEffect::changes_goal,
                                           .goal_after_workaround = working(hours{40})}});
    CHECK(late.due_at == monday(13));
    CHECK(late.is_late(monday(15)));
    // The first response is promised all the same.
    CHECK_FALSE(clock_of({.history = history,
                          .now = monday(12),
                          .target = Target::first_response,
                          .rules = {.workaround = WorkaroundEffect::stops}})
                    .pause);
}

TEST_CASE("what is left of the promise travels from tier to tier") {
    const CountingRules rules{.shares = {{1, 1}, {2, 2}, {3, 1}}};
    // Four hours: the first tier may use one, and uses half an hour.
    const History history{
        opened(monday(9)), moved(monday(9, 30), 2), moved(monday(11), 3), moved(monday(11, 55), 1)};
    const Clock clock = clock_of({.history = history, .now = monday(12), .rules = rules});
    REQUIRE(clock.stays.size() == 4);
    CHECK(clock.stays[0].budget == hours{1});
    CHECK(clock.stays[0].spent == Minutes{30});
    CHECK_FALSE(clock.stays[0].due_at);
    CHECK(clock.stays[1].budget == Minutes{210} * 2 / 3);
    CHECK(clock.stays[1].spent == Minutes{90});
    // The highest may use all that is left.
    CHECK(clock.stays[2].budget == Minutes{120});
    // Back on the first line with 65 minutes left, of which it may use a quarter.
    CHECK(clock.stays[3].budget == Microseconds{Minutes{65}} / 4);
    CHECK(clock.stays[3].due_at == monday(11, 55) + Microseconds{Minutes{65}} / 4);
    Microseconds sum{};
    for (const TierStay& stay : clock.stays) sum += stay.spent;
    CHECK(sum == clock.spent);
    // Moved with five minutes left, and with nothing left.
    const Clock short_of_time = clock_of({.history = {opened(monday(9)), moved(monday(12, 55), 2)},
                                          .now = monday(14),
                                          .rules = rules});
    CHECK(short_of_time.stays[1].budget == Microseconds{Minutes{5}} * 2 / 3);
    CHECK(short_of_time.due_at == monday(13));
    const Clock nothing_left = clock_of(
        {.history = {opened(monday(9)), moved(monday(14), 2)}, .now = monday(15), .rules = rules});
    CHECK(nothing_left.stays[1].budget == Minutes{0});
    CHECK(nothing_left.stays[1].due_at == monday(14));
}

TEST_CASE("shares of a promise are used up at a moment that is known before") {
    WorkingTimeline timeline({{.plan = office()}});
    const auto used_at = [&](const History& history, Time now, int thousandths) {
        const Clock clock = clock_of({.history = history, .now = now});
        return share_used_at(clock, thousandths, timeline);
    };
    CHECK(used_at({opened(monday(9))}, monday(9), 500) == monday(11));
    CHECK(used_at({opened(monday(9))}, monday(15), 500) == monday(11));
    CHECK(used_at({opened(monday(9))}, monday(9), 1000) == monday(13));
    const History paused{opened(monday(9)), stood(monday(11, 30), Stand::waiting_customer)};
    CHECK(used_at(paused, monday(12), 500) == monday(11));
    CHECK_FALSE(used_at(paused, monday(12), 750));
}

TEST_CASE("minutes add up to the sum, whatever was rounded") {
    using std::chrono::seconds;
    const auto rounded_seconds = [](std::vector<int> parts) {
        std::vector<Microseconds> exact;
        for (const int part : parts) exact.emplace_back(seconds{part});
        std::vector<std::int64_t> minutes;
        for (const Minutes one : rounded(exact)) minutes.push_back(one.count());
        return minutes;
    };
    CHECK(rounded_seconds({40, 40, 40}) == std::vector<std::int64_t>{1, 1, 0});
    CHECK(rounded_seconds({59, 1}) == std::vector<std::int64_t>{1, 0});
    CHECK(rounded_seconds({30, 90, 59}) == std::vector<std::int64_t>{0, 1, 1});
    CHECK(rounded_seconds({60, 120}) == std::vector<std::int64_t>{1, 2});
    CHECK(rounded_seconds({}).empty());
}

TEST_CASE("a wait for the customer goes on until it stands otherwise, and is reminded of once") {
    const History history{opened(monday(9)),
                          stood(monday(10), Stand::waiting_customer),
                          {.at = monday(11), .kind = FactKind::reminded}};
    CHECK_FALSE(wait_of({history[0]}));
    CHECK(wait_of({history[0], history[1]})->since == monday(10));
    CHECK_FALSE(wait_of({history[0], history[1]})->is_reminded);
    CHECK(wait_of(history)->is_reminded);
    History again = history;
    again.push_back(stood(monday(12), Stand::active));
    CHECK_FALSE(wait_of(again));
    again.push_back(stood(monday(13), Stand::waiting_customer));
    CHECK(wait_of(again)->since == monday(13));
    CHECK_FALSE(wait_of(again)->is_reminded);
    again.push_back(voided(monday(14), FactKind::void_begun));
    CHECK_FALSE(wait_of(again));
}

TEST_CASE("a calendar that never works promises nothing") {
    WorkingTimeline never({{.plan = {.zone = "Europe/Warsaw"}}});
    const auto runs = runs_for({opened(monday(9))}, Target::resolution);
    CHECK_FALSE(counted(runs[0], working(hours{1}), {}, never, monday(10)));
    CHECK_FALSE(counted(runs[0], by_end_of_day(0), {}, never, monday(10)));
    CHECK(counted(runs[0], elapsed(hours{1}), {}, never, monday(10))->due_at == monday(10));
}

}  // namespace
}  // namespace ogniwo::sla
