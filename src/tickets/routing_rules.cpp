#include "tickets/routing_rules.hpp"

#include <algorithm>
#include <tuple>

namespace ogniwo::tickets {

Choice choose(RoutingMode mode,
              const std::vector<Candidate>& members,
              const std::optional<PersonId>& last) {
    Choice choice{.count = {.members = static_cast<int>(members.size())}};
    if (mode == RoutingMode::pull) return choice;
    std::vector<Candidate> fit;
    for (const Candidate& member : members) {
        if (!member.is_on_duty) {
            ++choice.count.off_duty;
        } else if (!member.is_available || !member.capacity) {
            ++choice.count.unavailable;
        } else if (!member.meets) {
            ++choice.count.unsuited;
        } else if (member.load >= *member.capacity) {
            ++choice.count.full;
        } else {
            fit.push_back(member);
        }
    }
    choice.count.candidates = static_cast<int>(fit.size());
    const auto place = [&](const Candidate& candidate) {
        const bool has_passed = last && candidate.person <= *last;
        const bool by_skill = mode == RoutingMode::by_skill;
        const int matches = by_skill ? static_cast<int>(candidate.matched.size()) : 0;
        const int load = by_skill || mode == RoutingMode::least_loaded ? candidate.load : 0;
        return std::tuple(-matches, load, has_passed, candidate.person);
    };
    const auto first = std::ranges::min_element(fit, {}, place);
    if (first != fit.end()) choice.chosen = *first;
    return choice;
}

Time rank_of(Priority priority, Time since) {
    return since - priority_step * static_cast<int>(priority);
}

}  // namespace ogniwo::tickets
