#pragma once

// A ticket of the desk that a company worked with before: not its steps, only how it stands and
// what was said. So its journal is short: how it began, what people wrote, how it ended; and later,
// where the old desk goes on for a while, what changed there.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tickets/types.hpp"

namespace ogniwo::tickets {

inline constexpr std::size_t old_number_most = 100;
inline constexpr std::size_t old_messages_most = 1'000;

// What is not said here stays as it is; of a new ticket, it is as it usually is at first.
struct OldTicket {
    std::string number{};
    CustomerId customer{};
    std::optional<PersonId> requester{};
    std::string subject{};
    std::string text{};  // Becomes the first message; none where it is empty.
    std::optional<TicketStatus> status{};
    std::optional<TicketType> type{};
    std::optional<CategoryId> category{};
    std::optional<Impact> impact{};
    std::optional<Urgency> urgency{};
    std::optional<PersonId> assignee{};
    Time created_at{};
    // Only where the status says that it is over.
    std::optional<Time> resolved_at{};
    std::optional<Time> closed_at{};
};

struct OldMessage {
    std::optional<PersonId> author{};
    MessageKind kind = MessageKind::reply;
    std::string text{};
    Time at{};
};

// How a ticket stands where it comes from. The first one also creates it (texts: subject, text).
struct TicketBroughtIn {
    static constexpr std::string_view name = "tickets.brought_in";
    static constexpr int schema = 1;

    std::optional<PersonId> requester{};
    TicketStatus status = TicketStatus::open;
    std::optional<WaitingFor> waiting_for{};
    Impact impact = Impact::medium;
    Urgency urgency = Urgency::medium;
    int tier = 1;
    QueueId queue{};
    std::optional<PersonId> assignee{};
    std::optional<Time> resolved_at{};
    std::optional<Time> closed_at{};
    std::optional<MessageId> message{};
    Kind kind{};
    std::optional<StateId> state{};
};
void describe(Fields& fields, TicketBroughtIn& event);

inline constexpr Reason old_customer_differs{Refusal::conflict, "tickets.old_customer_differs"};

}  // namespace ogniwo::tickets
