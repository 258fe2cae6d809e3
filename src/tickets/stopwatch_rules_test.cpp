#include "tickets/stopwatch_rules.hpp"

#include <doctest/doctest.h>

#include <string>

namespace ogniwo::tickets {
namespace {

Time at(int minute, int seconds = 0) {
    return *parse_time("2026-11-27T08:00:00Z") + std::chrono::minutes{minute} +
           std::chrono::seconds{seconds};
}

constexpr int evening = 8 * 60;  // Minutes after eight: when the shift ends here.

Moment moment(int minute) {
    return {.now = at(minute), .shift_end = at(evening)};
}

// Running from `since`, last seen and confirmed then.
struct Clocks {
    int since = 0;
    int seen = 0;
    int confirmed = 0;
};
Stopwatch running(const Clocks& clocks) {
    return {.ticket = {1},
            .started_at = at(clocks.since),
            .running_since = at(clocks.since),
            .seen_at = at(clocks.seen),
            .confirmed_at = at(clocks.confirmed)};
}

std::string told(const Stopwatch& stopwatch, int minute) {
    const auto doubt = doubt_of(stopwatch, moment(minute));
    return doubt ? std::string(enum_name(*doubt))
                 : std::string(enum_name(state_of(stopwatch, moment(minute))));
}

TEST_CASE("when a stopwatch asks what to count") {
    struct Row {
        const char* what;
        Clocks clocks;
        int now;
        const char* told;
    };
    const Row rows[] = {
        {"a moment ago", {0, 0, 0}, 1, "running"},
        {"the browser is open", {0, 60, 0}, 61, "running"},
        {"just seen", {0, 60, 0}, 69, "running"},
        {"the browser was closed ten minutes ago", {0, 60, 0}, 70, "unseen"},
        {"two hours are not over", {0, 119, 0}, 119, "running"},
        {"two hours, and nobody said anything", {0, 120, 0}, 120, "unattended"},
        {"two hours, but said to be right in between", {0, 150, 90}, 150, "running"},
        {"two hours after that", {0, 210, 90}, 210, "unattended"},
        {"the shift ends", {400, 480, 400}, 480, "shift_ended"},
        {"the shift ended while the browser was closed", {400, 410, 400}, 500, "unseen"},
        {"forgotten until the next morning", {400, 420, 400}, 1440, "unseen"},
        {"open all night", {400, 1439, 400}, 1440, "shift_ended"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.what);
        CHECK(told(running(row.clocks), row.now) == row.told);
    }
}

TEST_CASE("a pause keeps what was counted, and a minute that was begun is a minute") {
    const Stopwatch fresh = fresh_stopwatch({1}, at(0));
    CHECK(plan_resume(fresh, moment(1)).error().reason == stopwatch_running);
    const Moment later{.now = at(5, 1), .shift_end = at(evening)};
    const auto paused = plan_pause(fresh, later);
    REQUIRE(static_cast<bool>(paused));
    CHECK(told(*paused, 300) == "paused");
    CHECK(counted_at(*paused, at(300)) == std::chrono::seconds{301});
    CHECK(begun_minutes(counted_at(*paused, at(300))) == 6);
    CHECK(plan_pause(*paused, moment(6)).error().reason == stopwatch_not_running);

    const auto resumed = plan_resume(*paused, moment(60));
    REQUIRE(static_cast<bool>(resumed));
    CHECK(begun_minutes(counted_at(*resumed, at(63))) == 9);
    CHECK(begun_minutes(Microseconds{0}) == 0);
    CHECK(begun_minutes(Microseconds{1}) == 1);
    CHECK(begun_minutes(Minutes{7}) == 7);
}

TEST_CASE("a sign of the browser comes too late when there is a doubt") {
    const Stopwatch open = running({0, 5, 0});
    CHECK(seen(open, moment(6)).seen_at == at(6));
    CHECK(seen(open, moment(15)).seen_at == at(5));
    CHECK(told(seen(open, moment(15)), 15) == "unseen");
    // A node whose clock is behind takes nothing back.
    CHECK(seen(open, moment(4)).seen_at == at(5));
    CHECK(counted_at(open, at(-1)) == Microseconds{0});
}

TEST_CASE("what is counted is what was answered") {
    // Ten minutes were certain; then it ran from 20 on, was last seen at 50, and it is 100 now.
    Stopwatch asking = running({20, 50, 20});
    asking.counted = Minutes{10};
    struct Row {
        AnswerStopwatch answer;
        int minutes;
        const char* told;
    };
    const Row rows[] = {
        {{.count = StopwatchCount::all}, 90, "paused"},
        {{.count = StopwatchCount::until_seen}, 40, "paused"},
        {{.count = StopwatchCount::own, .minutes = 33}, 33, "paused"},
        {{.count = StopwatchCount::own, .minutes = 0}, 0, "paused"},
        {{.count = StopwatchCount::nothing}, 10, "paused"},
        {{.count = StopwatchCount::nothing, .go_on = true}, 10, "running"},
        {{.count = StopwatchCount::all, .go_on = true}, 90, "running"},
    };
    for (const Row& row : rows) {
        CAPTURE(enum_name(row.answer.count));
        const auto answered = plan_answer(asking, row.answer, moment(100));
        REQUIRE(static_cast<bool>(answered));
        CHECK(begun_minutes(counted_at(*answered, at(100))) == row.minutes);
        CHECK(told(*answered, 100) == row.told);
    }
    const AnswerStopwatch without{.count = StopwatchCount::own};
    CHECK(plan_answer(asking, without, moment(100)).error().fields[0].pointer == "/minutes");
    CHECK(plan_answer(running({20, 50, 20}), {}, moment(51)).error().reason ==
          stopwatch_asks_nothing);
}

TEST_CASE("a stretch in doubt can be stopped, but not gone on with or counted unasked") {
    const Stopwatch asking = running({0, 5, 0});
    CHECK(plan_resume(asking, moment(60)).error().reason == stopwatch_asks);
    const auto stopped = plan_pause(asking, moment(60));
    REQUIRE(static_cast<bool>(stopped));
    CHECK(stopped->counted == Microseconds{0});
    CHECK(told(*stopped, 61) == "unseen");
    CHECK(told(*stopped, 10'000) == "unseen");
    CHECK(plan_pause(*stopped, moment(70)).error().reason == stopwatch_not_running);
    CHECK(plan_resume(*stopped, moment(70)).error().reason == stopwatch_asks);
    // All of it ends where it was stopped.
    const auto all = plan_answer(*stopped, {.count = StopwatchCount::all}, moment(500));
    CHECK(begun_minutes(counted_at(*all, at(500))) == 60);
}

}  // namespace
}  // namespace ogniwo::tickets
