#pragma once

// One ticket, several workers, one voice.
//
// Besides its assignee a ticket may have workers: technicians who work on it, too, and have it
// among their own. The voice is who alone answers the customer while the ticket is at a higher
// tier. It is kept with an escalation, and is over when the ticket is back at the voice's tier, is
// resolved, or somebody ends it. Whoever has the ticket or works on it may take the voice over;
// anybody may whose voice is absent or has left.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/id.hpp"
#include "base/result.hpp"
#include "base/time.hpp"
#include "storage/work.hpp"
#include "tickets/handover_types.hpp"

namespace ogniwo {
class Fields;
}

namespace ogniwo::tickets {

inline constexpr std::size_t workers_beside_most = 20;  // Of one ticket.

struct TicketWorker {
    PersonId person{};
    std::string name{};
    Time since{};
};
void describe(Fields& fields, TicketWorker& worker);

struct TicketWorkers {
    std::vector<TicketWorker> items{};  // In the order in which they came.
    bool may_take_voice = false;        // The reader.
    bool voice_is_absent = false;       // Or has left.
};
void describe(Fields& fields, TicketWorkers& workers);

struct ListWorkers {
    TicketId ticket{};
};
void describe(Fields& fields, ListWorkers& wish);

struct AddWorker {
    TicketId ticket{};
    std::optional<PersonId> person{};  // Absent: the one who asks.
};
void describe(Fields& fields, AddWorker& wish);

struct RemoveWorker {
    TicketId ticket{};
    PersonId person{};
};
void describe(Fields& fields, RemoveWorker& wish);

struct OfVoice {
    TicketId ticket{};
};
void describe(Fields& fields, OfVoice& wish);

struct TicketWorkerAdded {
    static constexpr std::string_view name = "tickets.worker_added";
    static constexpr int schema = 1;

    PersonId person{};
};
void describe(Fields& fields, TicketWorkerAdded& event);

struct TicketWorkerRemoved {
    static constexpr std::string_view name = "tickets.worker_removed";
    static constexpr int schema = 1;

    PersonId person{};
};
void describe(Fields& fields, TicketWorkerRemoved& event);

// Taken over by somebody, or ended: then without both.
struct TicketVoiceChanged {
    static constexpr std::string_view name = "tickets.voice_changed";
    static constexpr int schema = 1;

    std::optional<PersonId> voice{};
    std::optional<int> voice_tier{};
};
void describe(Fields& fields, TicketVoiceChanged& event);

inline constexpr Reason worker_not_staff{Refusal::invalid, "tickets.worker_not_staff"};
inline constexpr Reason works_already{Refusal::conflict, "tickets.works_already"};
inline constexpr Reason workers_too_many{Refusal::conflict, "tickets.workers_too_many"};
inline constexpr Reason voice_kept{Refusal::conflict, "tickets.voice_kept"};
inline constexpr Reason voice_is_here{Refusal::conflict, "tickets.voice_is_here"};
inline constexpr Reason voice_not_kept{Refusal::conflict, "tickets.voice_not_kept"};
inline constexpr Reason voice_is_yours{Refusal::conflict, "tickets.voice_is_yours"};
inline constexpr Reason voice_needs_person{Refusal::invalid, "tickets.voice_needs_person"};

}  // namespace ogniwo::tickets
