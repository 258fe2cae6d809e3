#pragma once

// The customer's word that something may be done: a new computer, access to a folder. Asked for by
// a template or by whoever works on the ticket; the ticket waits until somebody of the customer who
// may approve has decided. What was refused is closed.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/id.hpp"
#include "base/result.hpp"
#include "base/right.hpp"
#include "base/time.hpp"
#include "tickets/handover_types.hpp"

namespace ogniwo {
class Fields;
}

namespace ogniwo::tickets {

inline constexpr int approval_note_most = 2'000;

struct OfApproval {
    TicketId ticket{};
};
void describe(Fields& fields, OfApproval& wish);

struct TicketApproval {
    Time asked_at{};
    std::optional<PersonId> asked_by{};
    std::optional<std::string> asked_by_name{};
    std::optional<Time> decided_at{};
    std::optional<PersonId> decided_by{};
    std::optional<std::string> decided_by_name{};
    std::optional<bool> is_approved{};
    std::optional<std::string> note{};  // Nothing: none, or its author was erased.
};
void describe(Fields& fields, TicketApproval& approval);

struct ApprovalOfTicket {
    std::optional<TicketApproval> approval{};
    bool may_decide = false;               // The reader, now.
    std::vector<std::string> approvers{};  // Who else could, by name. For our own people.
};
void describe(Fields& fields, ApprovalOfTicket& approval);

struct AskApproval {
    TicketId ticket{};
    std::string note{};  // What is to be approved, as the customer reads it.
};
void describe(Fields& fields, AskApproval& wish);

struct DecideApproval {
    TicketId ticket{};
    bool is_approved = false;
    std::optional<std::string> note{};  // Needed to refuse, and where we write down another's word.
};
void describe(Fields& fields, DecideApproval& wish);

// Events. The ticket waits for the customer after the first; after the second it is open or closed.

struct TicketApprovalAsked {  // waitingNote
    static constexpr std::string_view name = "tickets.approval_asked";
    static constexpr int schema = 1;

    std::optional<StateId> state{};
};
void describe(Fields& fields, TicketApprovalAsked& event);

struct TicketApprovalDecided {  // note
    static constexpr std::string_view name = "tickets.approval_decided";
    static constexpr int schema = 1;

    bool is_approved = false;
    std::optional<StateId> state{};
};
void describe(Fields& fields, TicketApprovalDecided& event);

inline constexpr Right approve{"tickets.approve"};  // For a customer.

inline constexpr Reason approval_open{Refusal::conflict, "tickets.approval_open"};
inline constexpr Reason no_approval_open{Refusal::conflict, "tickets.no_approval_open"};
inline constexpr Reason may_not_approve{Refusal::forbidden, "tickets.may_not_approve"};

}  // namespace ogniwo::tickets
