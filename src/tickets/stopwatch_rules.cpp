#include "tickets/stopwatch_rules.hpp"

#include <algorithm>

namespace ogniwo::tickets {
namespace {

bool is_running(const Stopwatch& stopwatch) {
    return stopwatch.running_since && !stopwatch.stopped_at;
}

// Clocks of two nodes may differ a little: a stretch is never negative.
Microseconds stretch(const Stopwatch& stopwatch, Time end) {
    if (!stopwatch.running_since) return Microseconds{0};
    return std::max(Microseconds{0}, end - *stopwatch.running_since);
}

void run_from(Stopwatch& stopwatch, Time now) {
    stopwatch.running_since = now;
    stopwatch.stopped_at.reset();
    stopwatch.seen_at = now;
    stopwatch.confirmed_at = now;
}

void stop(Stopwatch& stopwatch) {
    stopwatch.running_since.reset();
    stopwatch.stopped_at.reset();
}

}  // namespace

std::optional<StopwatchDoubt> doubt_of(const Stopwatch& stopwatch, const Moment& at) {
    if (!stopwatch.running_since) return std::nullopt;
    const Time end = stopwatch.stopped_at.value_or(at.now);
    if (end - stopwatch.seen_at >= unseen_most) return StopwatchDoubt::unseen;
    if (end >= at.shift_end) return StopwatchDoubt::shift_ended;
    if (end - stopwatch.confirmed_at >= unattended_most) return StopwatchDoubt::unattended;
    // It was stopped in doubt, by a plan that has changed since: still nobody has said what counts.
    if (stopwatch.stopped_at) return StopwatchDoubt::shift_ended;
    return std::nullopt;
}

StopwatchState state_of(const Stopwatch& stopwatch, const Moment& at) {
    if (doubt_of(stopwatch, at)) return StopwatchState::asking;
    return stopwatch.running_since ? StopwatchState::running : StopwatchState::paused;
}

Microseconds counted_at(const Stopwatch& stopwatch, Time now) {
    return stopwatch.counted + stretch(stopwatch, stopwatch.stopped_at.value_or(now));
}

Microseconds counted_until_seen(const Stopwatch& stopwatch) {
    return stopwatch.counted + stretch(stopwatch, stopwatch.seen_at);
}

int begun_minutes(Microseconds counted) {
    return static_cast<int>(std::chrono::ceil<Minutes>(counted).count());
}

Stopwatch fresh_stopwatch(TicketId ticket, Time now) {
    Stopwatch stopwatch{.ticket = ticket, .started_at = now};
    run_from(stopwatch, now);
    return stopwatch;
}

Result<Stopwatch> plan_resume(Stopwatch stopwatch, const Moment& at) {
    if (doubt_of(stopwatch, at)) return stopwatch_asks;
    if (is_running(stopwatch)) return stopwatch_running;
    run_from(stopwatch, at.now);
    return stopwatch;
}

Result<Stopwatch> plan_pause(Stopwatch stopwatch, const Moment& at) {
    if (!is_running(stopwatch)) return stopwatch_not_running;
    if (doubt_of(stopwatch, at)) {
        stopwatch.stopped_at = at.now;
        return stopwatch;
    }
    stopwatch.counted = counted_at(stopwatch, at.now);
    stop(stopwatch);
    return stopwatch;
}

Stopwatch seen(Stopwatch stopwatch, const Moment& at) {
    if (is_running(stopwatch) && !doubt_of(stopwatch, at)) {
        stopwatch.seen_at = std::max(stopwatch.seen_at, at.now);
    }
    return stopwatch;
}

Result<Stopwatch> plan_answer(Stopwatch stopwatch,
                              const AnswerStopwatch& answer,
                              const Moment& at) {
    if (!doubt_of(stopwatch, at)) return stopwatch_asks_nothing;
    if (answer.count == StopwatchCount::own && !answer.minutes) {
        return Error{.reason = invalid_fields, .fields = {{"/minutes", "required"}}};
    }
    switch (answer.count) {
        case StopwatchCount::all:
            stopwatch.counted = counted_at(stopwatch, at.now);
            break;
        case StopwatchCount::until_seen:
            stopwatch.counted = counted_until_seen(stopwatch);
            break;
        case StopwatchCount::own:
            stopwatch.counted = Minutes{*answer.minutes};
            break;
        case StopwatchCount::nothing:
            break;
    }
    stop(stopwatch);
    if (answer.go_on.value_or(false)) run_from(stopwatch, at.now);
    return stopwatch;
}

}  // namespace ogniwo::tickets
