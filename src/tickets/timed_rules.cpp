#include "tickets/timed_rules.hpp"

namespace ogniwo::tickets {

TimedStay stay_of(const std::vector<TimedStep>& steps) {
    TimedStay stay;
    for (const TimedStep& step : steps) {
        switch (step.what) {
            case TimedStep::What::arrived:
                stay = {.since = step.at,
                        .untouched_since = step.at,
                        .paused_since = stay.paused_since ? std::optional(step.at) : std::nullopt};
                break;
            case TimedStep::What::spoke:
                if (!stay.untouched_since) stay.untouched_since = step.at;
                break;
            case TimedStep::What::touched:
                stay.untouched_since.reset();
                break;
            case TimedStep::What::fired:
                stay.fired.insert(step.rule);
                break;
            case TimedStep::What::paused:
                stay.paused_since = step.at;
                break;
            case TimedStep::What::resumed:
                if (stay.paused_since) stay.pauses.push_back({*stay.paused_since, step.at});
                stay.paused_since.reset();
                break;
        }
    }
    return stay;
}

std::optional<Time> counts_from(const tiers::TimedRule& rule, const TimedStay& stay) {
    if (stay.fired.contains(rule.id) || stay.paused_since) return std::nullopt;
    if (rule.counts == tiers::TimedCount::at_tier) return stay.since;
    return stay.untouched_since;
}

}  // namespace ogniwo::tickets
