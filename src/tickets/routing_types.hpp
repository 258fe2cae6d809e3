#pragma once

// How a queue's tickets find somebody: people pull them, or each is given to one of those who are
// on duty in its tier. Why is kept as data, so that it can be told in any language.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/enum.hpp"
#include "base/time.hpp"
#include "storage/work.hpp"
#include "tickets/handover_types.hpp"
#include "tiers/skill_types.hpp"
#include "tiers/types.hpp"

namespace ogniwo::tickets {

// Pull: nobody is given anything. Round robin: whoever comes next. Least loaded: whoever has the
// fewest open tickets. By skill: whoever has most of the skills that the place asks for, and among
// equals the fewest tickets. In every mode only those who lack nothing mandatory are given any.
enum class RoutingMode { pull, round_robin, least_loaded, by_skill };
constexpr auto names(RoutingMode) {
    return enum_names("pull", "round_robin", "least_loaded", "by_skill");
}

// What of the skills that were asked for somebody has. Its names are read when it is shown.
struct MatchedSkill {
    tiers::SkillId skill{};
    int level = 0;
    std::optional<std::string> name_pl{};
    std::optional<std::string> name_en{};

    friend bool operator==(const MatchedSkill&, const MatchedSkill&) = default;
};
void describe(Fields& fields, MatchedSkill& skill);

struct QueueRouting {
    tiers::QueueId queue{};
    std::string queue_name{};
    int tier = 1;
    std::int64_t version = 1;
    RoutingMode mode = RoutingMode::pull;
    std::int64_t waiting = 0;  // Tickets for which there is nobody at the moment.
};
void describe(Fields& fields, QueueRouting& routing);

inline constexpr int queues_routed_most = 1'000;

struct QueueRoutings {
    std::vector<QueueRouting> items{};  // Those that are not pulled; at most 1,000.
    std::optional<std::string> next{};
};
void describe(Fields& fields, QueueRoutings& list);

struct ReadQueueRouting {
    tiers::QueueId queue{};
};
void describe(Fields& fields, ReadQueueRouting& wish);

struct EditQueueRouting {
    tiers::QueueId queue{};
    std::int64_t version = 1;
    RoutingMode mode = RoutingMode::pull;
};
void describe(Fields& fields, EditQueueRouting& wish);

// What became of everybody who was looked at. Each is counted once, at the first obstacle.
struct RoutingCount {
    int members = 0;
    int candidates = 0;
    int off_duty = 0;
    int unavailable = 0;  // Busy, away, or taking nothing automatically.
    int unsuited = 0;
    int full = 0;
};
void describe(Fields& fields, RoutingCount& count);

// Why this person was chosen.
struct RoutingWhy {
    RoutingMode mode = RoutingMode::least_loaded;
    int members = 0;
    int candidates = 0;
    int load = 0;  // Open tickets they had before.
    int capacity = 0;
    std::optional<Minutes> waited{};                     // For somebody; nothing: not at all.
    std::optional<std::vector<MatchedSkill>> matched{};  // Nothing was asked for, or met.
};
void describe(Fields& fields, RoutingWhy& why);

struct ReadRouting {
    TicketId ticket{};
};
void describe(Fields& fields, ReadRouting& wish);

struct RoutedTo {
    PersonId person{};
    std::string name{};
    Time at{};
    RoutingWhy why{};
};
void describe(Fields& fields, RoutedTo& routed);

struct TicketRouting {
    RoutingMode mode = RoutingMode::pull;     // Of the queue it is in.
    std::optional<RoutedTo> assigned{};       // Where its assignee was chosen automatically.
    std::optional<Time> waits_since{};        // For somebody to be there.
    std::optional<RoutingCount> nobody_of{};  // Why there is nobody, while it waits.
};
void describe(Fields& fields, TicketRouting& routing);

struct QueueRoutingChanged {
    static constexpr std::string_view name = "tickets.routing_changed";
    static constexpr int schema = 1;

    RoutingMode mode = RoutingMode::pull;
};
void describe(Fields& fields, QueueRoutingChanged& event);

}  // namespace ogniwo::tickets
