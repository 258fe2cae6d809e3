#include "tiers/timed_rule_rules.hpp"

#include <algorithm>

#include "tiers/duty_rules.hpp"

namespace ogniwo::tiers {
namespace {

constexpr std::chrono::hours step{24 * 7};
constexpr auto year = 53 * step;

bool asks_the_same(const TimedRule& one, const TimedRule& other) {
    return one.tier == other.tier && one.counts == other.counts && one.minutes == other.minutes &&
           one.clock == other.clock && one.action == other.action;
}

// What is left of them, in order.
std::vector<Stretch> without(std::vector<Stretch> stretches, const std::vector<Pause>& pauses) {
    for (const Pause& pause : pauses) {
        std::vector<Stretch> left;
        for (const Stretch& one : stretches) {
            if (one.from < pause.from) left.push_back({one.from, std::min(one.to, pause.from)});
            if (one.to > pause.to) left.push_back({std::max(one.from, pause.to), one.to});
        }
        stretches = std::move(left);
    }
    return stretches;
}

}  // namespace

std::optional<Time> after_minutes(const Counting& counting,
                                  int minutes,
                                  const std::vector<WeekSpan>& hours,
                                  std::string_view zone) {
    Microseconds left = Minutes{minutes};
    Time from = counting.since;
    if (hours.empty() && counting.pauses.empty()) return from + left;
    const Time last = counting.pauses.empty() ? from : std::max(from, counting.pauses.back().to);
    while (from < last + year) {
        const Stretch week{from, from + step};
        const auto open = hours.empty() ? std::vector{week} : weekly(hours, week, zone);
        for (const Stretch& counts : without(open, counting.pauses)) {
            const Time begin = std::max(counts.from, week.from);
            const Time end = std::min(counts.to, week.to);
            if (end <= begin) continue;
            if (left <= end - begin) return begin + left;
            left -= end - begin;
        }
        from = week.to;
    }
    return std::nullopt;
}

std::optional<Time> due_of(const TimedRule& rule,
                           const Counting& counting,
                           const std::vector<WeekSpan>& hours,
                           std::string_view zone) {
    const auto due = rule.clock == TimedClock::always
                         ? after_minutes(counting, rule.minutes, {}, zone)
                         : after_minutes(counting, rule.minutes, hours, zone);
    if (!due) return std::nullopt;
    return std::max(*due, rule.changed_at);
}

Outcome check_timed_rule(const TimedRule& rule, const std::vector<TimedRule>& others) {
    if (rule.reason && rule.action != TimedAction::escalate) {
        return Error{.reason = invalid_fields,
                     .fields = {{"/reason", reason_superfluous.name, {}}}};
    }
    const bool is_doubled = std::ranges::any_of(others, [&](const TimedRule& other) {
        return other.id != rule.id && asks_the_same(rule, other);
    });
    if (is_doubled) return timed_rule_doubled;
    return Nothing{};
}

}  // namespace ogniwo::tiers
