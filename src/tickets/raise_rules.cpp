#include "tickets/raise_rules.hpp"

#include "tickets/rules.hpp"

namespace ogniwo::tickets {

std::optional<Weight> raised(const PriorityMatrix& matrix,
                             const Weight& weight,
                             Priority priority) {
    for (auto impact = static_cast<std::size_t>(weight.impact); impact < matrix.size(); ++impact) {
        for (auto urgency = static_cast<std::size_t>(weight.urgency);
             urgency < matrix[impact].size();
             ++urgency) {
            if (matrix[impact][urgency] <= priority) continue;
            return Weight{static_cast<Impact>(impact), static_cast<Urgency>(urgency)};
        }
    }
    return std::nullopt;
}

}  // namespace ogniwo::tickets
