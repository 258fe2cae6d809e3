#include "tickets/handover_rules.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <utility>

#include "base/check.hpp"
#include "base/text.hpp"

namespace ogniwo::tickets {
namespace {

using Part = std::optional<std::string> HandoverText::*;
constexpr std::array<std::pair<const char*, Part>, 5> parts{{
    {"symptom", &HandoverText::symptom},
    {"scope", &HandoverText::scope},
    {"steps", &HandoverText::steps},
    {"evidence", &HandoverText::evidence},
    {"outcome", &HandoverText::outcome},
}};

}  // namespace

HandoverText tidied(const HandoverText& text) {
    HandoverText tidy;
    for (const auto& [name, part] : parts) {
        const std::string words(trim((text.*part).value_or("")));
        if (!words.empty()) tidy.*part = words;
    }
    return tidy;
}

int completeness_of(const HandoverText& text) {
    const auto there = std::ranges::count_if(
        parts, [&](const auto& part) { return (text.*part.second).has_value(); });
    return static_cast<int>(100 * there / static_cast<std::ptrdiff_t>(parts.size()));
}

Outcome check_handover(const HandoverText& text, bool is_needed) {
    if (!is_needed) return Nothing{};
    std::vector<FieldError> missing_parts;
    for (const auto& [name, part] : parts) {
        if (text.*part) continue;
        missing_parts.push_back({std::string("/handover/") + name, handover_needed.name, {}});
    }
    if (missing_parts.empty()) return Nothing{};
    return Error{.reason = handover_needed, .fields = std::move(missing_parts)};
}

TicketFigures figures_of(const std::vector<Step>& steps, Time now) {
    INVARIANT(!steps.empty());
    TicketFigures figures{.highest_tier = steps.front().tier};
    std::map<int, std::pair<int, Microseconds>> stays;  // Visits and time, by tier.
    stays[steps.front().tier].first = 1;
    std::set<QueueId> queues{steps.front().queue};
    Step before = steps.front();
    bool was_escalated = false;
    for (const Step& step : steps) {
        if (before.is_open) stays[before.tier].second += step.at - before.at;
        if (step.tier != before.tier) {
            ++figures.moves;
            if (stays.contains(step.tier)) ++figures.returns;
            ++stays[step.tier].first;
            was_escalated = was_escalated || step.tier > before.tier;
        } else if (step.queue != before.queue) {
            ++figures.moves;
            if (queues.contains(step.queue)) ++figures.returns;
        }
        queues.insert(step.queue);
        if (was_escalated && step.waits_for_customer && !before.waits_for_customer) {
            ++figures.reasks;
        }
        figures.highest_tier = std::max(figures.highest_tier, step.tier);
        if (!step.is_open && before.is_open) figures.resolved_tier = step.tier;
        if (step.is_open) figures.resolved_tier.reset();
        before = step;
    }
    if (before.is_open) stays[before.tier].second += now - before.at;
    for (const auto& [tier, stay] : stays) {
        const auto minutes = std::chrono::floor<Minutes>(stay.second).count();
        figures.tiers.push_back({.tier = tier, .visits = stay.first, .minutes = minutes});
    }
    return figures;
}

}  // namespace ogniwo::tickets
