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

#include "base/enum.hpp"
#include "base/id.hpp"
#include "base/result.hpp"
#include "base/right.hpp"
#include "base/time.hpp"
#include "storage/work.hpp"

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

// --- The structure as a whole ----------------------------------------------------------------

// Why a ticket is moved. The code stands in the journal and means the same for ever.
struct MoveReason {
    std::string code;
    std::string name_pl;
    std::string name_en;
};
void describe(Fields& fields, MoveReason& reason);

// Up is an escalation, down is handing back; one that is not named here is not allowed. Within a
// tier a ticket may always change its queue: a line from a tier to itself says that it needs one of
// these reasons.
struct TierMove {
    int from = 1;
    int to = 2;
    std::vector<std::string> reasons{};  // Codes, at least one.
};
void describe(Fields& fields, TierMove& move);

struct TierMember {
    PersonId person{};
    std::string name{};
};
void describe(Fields& fields, TierMember& member);

struct StructureTier {
    int number = 1;
    std::string name_pl;
    std::string name_en;
    bool may_resolve = true;      // Else a ticket is handed back, and resolved below.
    bool needs_handover = false;  // Whoever escalates to it fills in the whole handover.
    std::vector<Queue> queues{};  // The oldest first.
    std::vector<TierMember> members{};
};
void describe(Fields& fields, StructureTier& tier);

// What looks odd, and is allowed all the same.
enum class Oddity {
    larger_than_below,  // More members than the tier below it.
    nobody_works_here,
    no_way_up,    // Not the highest one, and nothing may be escalated from it.
    no_way_down,  // Not the first line, and nothing may be handed back from it.
    nobody_can_get_here,
};
constexpr auto names(Oddity) {
    return enum_names("larger_than_below",
                      "nobody_works_here",
                      "no_way_up",
                      "no_way_down",
                      "nobody_can_get_here");
}

struct StructureWarning {
    int tier = 1;
    Oddity what = Oddity::nobody_works_here;
};
void describe(Fields& fields, StructureWarning& warning);

// Retired tiers, queues and reasons are not in it.
struct Structure {
    std::int64_t version = 1;
    std::optional<Time> changed_at{};  // Nothing: as it was set up.
    std::vector<StructureTier> tiers{};
    std::vector<TierMove> moves{};
    std::vector<MoveReason> reasons{};
    std::vector<StructureWarning> warnings{};
};
void describe(Fields& fields, Structure& structure);

struct ReadStructure {
    std::optional<Time> at{};  // As it was then.
};
void describe(Fields& fields, ReadStructure& wish);

struct WishedQueue {
    std::optional<QueueId> id{};  // Without it, a new one.
    std::string name;
};
void describe(Fields& fields, WishedQueue& queue);

struct WishedTier {
    std::string name_pl;
    std::string name_en;
    std::optional<bool> may_resolve{};
    std::optional<bool> needs_handover{};
    std::vector<WishedQueue> queues{};
    std::vector<PersonId> members{};
};
void describe(Fields& fields, WishedTier& tier);

// What is named becomes the whole of it: tiers, queues and reasons that are left out of their list
// are retired. Without moves, a new tier may be reached from all others and left for them.
struct EditStructure {
    std::int64_t version = 1;                        // The one that was read.
    std::optional<std::vector<WishedTier>> tiers{};  // From the first line upwards.
    std::optional<std::vector<TierMove>> moves{};
    std::optional<std::vector<MoveReason>> reasons{};
};
void describe(Fields& fields, EditStructure& wish);

inline constexpr std::size_t queues_per_tier_most = 1'000;
inline constexpr std::size_t members_per_tier_most = 500;
inline constexpr std::size_t reasons_most = 50;

// What a slice above asks before it moves a ticket.
struct TierRules {
    bool may_resolve = true;
    bool needs_handover = false;
};

// The structure as it is afterwards is the text `structure`.
struct StructureChanged {
    static constexpr std::string_view name = "tiers.structure_changed";
    static constexpr int schema = 1;

    std::int64_t version = 1;
};
void describe(Fields& fields, StructureChanged& changed);

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
inline constexpr Right design{"tiers.design"};

inline constexpr Reason queue_name_taken{Refusal::conflict, "tiers.queue_name_taken"};
inline constexpr Reason queue_of_another_tier{Refusal::conflict, "tiers.queue_of_another_tier"};
inline constexpr Reason member_not_staff{Refusal::invalid, "tiers.member_not_staff"};
inline constexpr Reason move_unknown_tier{Refusal::invalid, "tiers.move_unknown_tier"};
inline constexpr Reason move_doubled{Refusal::invalid, "tiers.move_doubled"};
inline constexpr Reason reason_unknown{Refusal::invalid, "tiers.reason_unknown"};
inline constexpr Reason reason_doubled{Refusal::invalid, "tiers.reason_doubled"};
inline constexpr Reason reason_code_form{Refusal::invalid, "tiers.reason_code_form"};

}  // namespace ogniwo::tiers
