#pragma once

// The support structure: a chain of tiers, and in each the queues where its tickets wait.
//
// A tier has no id besides its number, 1 for the people who pick up the phone. Tickets and the
// journal name tiers by that number, so "1>2" means the same in every report. A tier always has a
// queue; its oldest one takes what arrives without naming another.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/id.hpp"
#include "base/result.hpp"
#include "base/right.hpp"

namespace ogniwo {
class Fields;
}

namespace ogniwo::tiers {

using QueueId = Id<struct QueueTag>;

inline constexpr int highest_possible_tier = 9;

struct Queue {
    QueueId id{};
    int tier = 1;
    std::string name;
};
void describe(Fields& fields, Queue& queue);

struct Tier {
    int number = 1;
    std::string name_pl;
    std::string name_en;
    std::vector<Queue> queues{};  // The oldest first, at most queues_per_tier_shown.
};
void describe(Fields& fields, Tier& tier);

inline constexpr int queues_per_tier_shown = 50;

struct TierList {
    std::vector<Tier> items{};
    std::optional<std::string> next{};  // Never set: there are at most nine.
};
void describe(Fields& fields, TierList& list);

struct ListQueues {
    std::optional<int> tier{};
    std::optional<std::string> q{};  // Part of a name; case and diacritics do not matter.
    std::optional<std::string> cursor{};
    std::optional<int> limit{};
};
void describe(Fields& fields, ListQueues& wish);

struct QueueList {
    std::vector<Queue> items{};
    std::optional<std::string> next{};
};
void describe(Fields& fields, QueueList& list);

// The names are texts of the event.
struct TierAdded {
    static constexpr std::string_view name = "tiers.tier_added";
    static constexpr int schema = 1;

    int number = 1;
};
void describe(Fields& fields, TierAdded& added);

struct QueueAdded {
    static constexpr std::string_view name = "tiers.queue_added";
    static constexpr int schema = 1;

    int tier = 1;
};
void describe(Fields& fields, QueueAdded& added);

inline constexpr Right see{"tiers.see"};

inline constexpr Reason invalid_cursor{Refusal::invalid, "invalid_cursor"};

}  // namespace ogniwo::tiers
