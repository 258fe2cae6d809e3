#pragma once

// A second matter in one talk becomes a ticket of its own, and can be put back.
//
// Messages and work entries stay where they were written; a row says at which ticket they are
// shown. Putting the ticket back takes those rows away and merges what was written since into the
// ticket it came from.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tickets/types.hpp"

namespace ogniwo::tickets {

inline constexpr std::size_t split_messages_most = 100;
inline constexpr std::size_t split_entries_most = 100;

struct SplitTicket {
    TicketId ticket{};
    std::string subject{};
    std::vector<MessageId> messages{};
    std::optional<std::vector<TimeEntryId>> time{};
    std::optional<PersonId> requester{};  // Without: who wrote the first of them, if a customer's.
};
void describe(Fields& fields, SplitTicket& wish);

struct UnsplitTicket {
    TicketId ticket{};  // The one that was split off.
};
void describe(Fields& fields, UnsplitTicket& wish);

// Where a message or a work entry is.
struct Shown {
    TicketId written_at{};
    std::optional<TicketId> split_to{};  // Where it is shown instead.
};

// Events.

struct TicketSplit {  // Of the ticket it was taken from.
    static constexpr std::string_view name = "tickets.split";
    static constexpr int schema = 1;

    TicketId ticket{};
    std::vector<MessageId> messages{};
    std::vector<TimeEntryId> time{};
};
void describe(Fields& fields, TicketSplit& event);

struct TicketSplitOff {  // Of the new one, after it was created.
    static constexpr std::string_view name = "tickets.split_off";
    static constexpr int schema = 1;

    TicketId from{};
};
void describe(Fields& fields, TicketSplitOff& event);

struct TicketUnsplit {  // Of the new one. Merged, unless the other one is merged into it.
    static constexpr std::string_view name = "tickets.unsplit";
    static constexpr int schema = 1;

    TicketId from{};
    bool merged = true;
};
void describe(Fields& fields, TicketUnsplit& event);

struct TicketSplitUndone {  // Of the ticket it was taken from.
    static constexpr std::string_view name = "tickets.split_undone";
    static constexpr int schema = 1;

    TicketId ticket{};
};
void describe(Fields& fields, TicketSplitUndone& event);

inline constexpr Reason not_split{Refusal::conflict, "tickets.not_split"};
inline constexpr Reason split_message_unknown{Refusal::invalid, "tickets.split_message_unknown"};
inline constexpr Reason split_taken{Refusal::conflict, "tickets.split_taken"};
inline constexpr Reason split_time_unknown{Refusal::invalid, "tickets.split_time_unknown"};

}  // namespace ogniwo::tickets
