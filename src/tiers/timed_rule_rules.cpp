#include "tiers/timed_rule_rules.hpp"

#include <algorithm>

#include "tiers/duty_rules.hpp"

namespace ogniwo::tiers {
namespace {

constexpr std::chrono::hours step{24 * 7};
constexpr int steps_most = 53;

bool asks_the_same(const TimedRule& one, const TimedRule& other) {
    return one.tier == other.tier && one.counts == other.counts && one.minutes == other.minutes &&
           one.clock == other.clock && one.action == other.action;
}

}  // namespace

std::optional<Time> after_minutes(Time since,
                                  int minutes,
                                  const std::vector<WeekSpan>& hours,
                                  std::string_view zone) {
    Microseconds left = Minutes{minutes};
    if (hours.empty()) return since + left;
    Time from = since;
    for (int i = 0; i < steps_most; ++i) {
        const Time to = from + step;
        for (const Stretch& open : weekly(hours, {from, to}, zone)) {
            const Time begin = std::max(open.from, from);
            const Time end = std::min(open.to, to);
            if (end <= begin) continue;
            if (left <= end - begin) return begin + left;
            left -= end - begin;
        }
        from = to;
    }
    return std::nullopt;
}

std::optional<Time> due_of(const TimedRule& rule,
                           Time since,
                           const std::vector<WeekSpan>& hours,
                           std::string_view zone) {
    const auto due = rule.clock == TimedClock::always
                         ? after_minutes(since, rule.minutes, {}, zone)
                         : after_minutes(since, rule.minutes, hours, zone);
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
