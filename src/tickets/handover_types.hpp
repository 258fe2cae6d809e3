#pragma once

// What one tier hands to the next, and the figures of a ticket's way through the tiers.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/enum.hpp"
#include "base/id.hpp"
#include "base/result.hpp"
#include "base/time.hpp"
#include "storage/work.hpp"

namespace ogniwo {
class Fields;
}

namespace ogniwo::tickets {

using TicketId = Id<struct TicketTag>;
using MessageId = Id<struct MessageTag>;
using HandoverId = Id<struct HandoverTag>;
using StateId = Id<struct StateTag>;

enum class HandoverPart { symptom, scope, steps, evidence, outcome };
constexpr auto names(HandoverPart) {
    return enum_names("symptom", "scope", "steps", "evidence", "outcome");
}

// Every part may be empty, unless the tier that gets it demands all of them.
struct HandoverText {
    std::optional<std::string> symptom{};   // What does not work, in the words of who has it.
    std::optional<std::string> scope{};     // Who and what is affected, since when.
    std::optional<std::string> steps{};     // What was tried, with what result.
    std::optional<std::string> evidence{};  // Messages, pictures, logs.
    std::optional<std::string> outcome{};   // What the next tier is asked for.
};
void describe(Fields& fields, HandoverText& text);

enum class HandoverScore { good, poor };
constexpr auto names(HandoverScore) {
    return enum_names("good", "poor");
}

struct TicketHandover {
    HandoverId id{};
    TicketId ticket{};
    int from_tier = 1;
    int tier = 2;
    std::string reason{};
    std::optional<PersonId> author{};
    std::optional<std::string> author_name{};
    Time at{};
    int completeness = 0;  // Percent of the parts that were filled in.
    HandoverText text{};
    std::optional<Time> returned_at{};
    std::optional<HandoverPart> gap{};           // What was missing, where it was returned.
    std::optional<HandoverScore> score_above{};  // By whoever got it.
    std::optional<HandoverScore> score_below{};  // By its author's tier: of what came back.
};
void describe(Fields& fields, TicketHandover& handover);

struct ListHandovers {
    TicketId ticket{};
};
void describe(Fields& fields, ListHandovers& wish);

struct TicketHandovers {
    std::vector<TicketHandover> items{};  // The oldest first.
};
void describe(Fields& fields, TicketHandovers& handovers);

struct DraftHandover {
    TicketId ticket{};
};
void describe(Fields& fields, DraftHandover& wish);

struct ReturnHandover {
    TicketId ticket{};
    HandoverId handover{};
    HandoverPart gap = HandoverPart::symptom;
    std::optional<std::string> note{};
};
void describe(Fields& fields, ReturnHandover& wish);

struct ScoreHandover {
    TicketId ticket{};
    HandoverId handover{};
    HandoverScore score = HandoverScore::good;
};
void describe(Fields& fields, ScoreHandover& wish);

// Which side of the move spoke.
enum class HandoverSide { above, below };
constexpr auto names(HandoverSide) {
    return enum_names("above", "below");
}

struct TicketHandoverScored {
    static constexpr std::string_view name = "tickets.handover_scored";
    static constexpr int schema = 1;

    HandoverId handover{};
    HandoverSide side = HandoverSide::above;
    HandoverScore score = HandoverScore::good;
};
void describe(Fields& fields, TicketHandoverScored& event);

// One stay at a tier after the other, added up.
struct TierStay {
    int tier = 1;
    int visits = 1;
    std::int64_t minutes = 0;  // Clock time, until it was resolved.
};
void describe(Fields& fields, TierStay& stay);

// Read from the journal each time, so they are always what happened.
struct TicketFigures {
    int moves = 0;
    int returns = 0;  // Moves to a tier, or within one to a queue, where it had been before.
    int highest_tier = 1;
    std::optional<int> resolved_tier{};
    int reasks = 0;  // How often the customer was asked again after the first escalation.
    std::vector<TierStay> tiers{};  // By number.
};
void describe(Fields& fields, TicketFigures& figures);

struct ReadFigures {
    TicketId ticket{};
};
void describe(Fields& fields, ReadFigures& wish);

inline constexpr Reason move_not_allowed{Refusal::conflict, "tickets.move_not_allowed"};
inline constexpr Reason reason_not_allowed{Refusal::invalid, "tickets.reason_not_allowed"};
inline constexpr Reason handover_needed{Refusal::invalid, "tickets.handover_needed"};
inline constexpr Reason tier_may_not_resolve{Refusal::conflict, "tickets.tier_may_not_resolve"};
inline constexpr Reason handover_returned{Refusal::conflict, "tickets.handover_returned"};
inline constexpr Reason handover_passed{Refusal::conflict, "tickets.handover_passed"};

}  // namespace ogniwo::tickets
