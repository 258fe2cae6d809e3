#pragma once

// Two tickets about one matter become one talk, and can become two again.
//
// A merge moves no rows: the one points at the other, and whoever reads reads both. So nothing of
// the merged ticket changes, its status, place and clocks least of all, and taking the merge back
// is taking the pointer away. What was written meanwhile stays with the ticket it was addressed to.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tickets/types.hpp"

namespace ogniwo::tickets {

// How many tickets can be one.
inline constexpr std::size_t merged_most = 50;
inline constexpr int merge_targets_most = 10;

// As much of a ticket as a list of others' needs.
struct TicketRef {
    TicketId ticket{};
    std::int64_t number = 0;
    std::optional<std::string> subject{};  // Where the reader may see it.
    TicketStatus status = TicketStatus::fresh;
    std::optional<std::string> requester_name{};
    std::optional<Time> updated_at{};
};
void describe(Fields& fields, TicketRef& ref);

struct MergeTicket {
    TicketId ticket{};
    TicketId into{};
};
void describe(Fields& fields, MergeTicket& wish);

struct UnmergeTicket {
    TicketId ticket{};
};
void describe(Fields& fields, UnmergeTicket& wish);

// What a merge would join. Nobody's rows move, so it counts what is seen at the target from then
// on.
struct MergePreview {
    TicketRef target{};
    std::optional<TicketId> named{};  // What was asked for, where that goes on at the target.
    std::int64_t messages = 0;
    std::int64_t notes = 0;
    std::int64_t files = 0;
    std::int64_t minutes = 0;
    std::int64_t followers = 0;
    std::int64_t stopwatches = 0;
    std::int64_t tickets = 0;            // Merged into it before: they come along.
    std::vector<std::string> readers{};  // Customer's people who will read both talks.
};
void describe(Fields& fields, MergePreview& preview);

struct FindMergeTargets {
    TicketId ticket{};
    std::optional<std::string> q{};  // A number, or words of the subject.
};
void describe(Fields& fields, FindMergeTargets& wish);

struct MergeTargets {
    std::vector<TicketRef> items{};
};
void describe(Fields& fields, MergeTargets& targets);

struct ReadMerges {
    TicketId ticket{};
};
void describe(Fields& fields, ReadMerges& wish);

// Which tickets this one is joined with.
struct TicketMerges {
    std::optional<TicketRef> into{};     // Directly,
    std::optional<TicketRef> goes_on{};  // and where it goes on in the end.
    std::vector<TicketRef> merged{};     // Into this one, or into one of those.
    std::optional<TicketRef> split_from{};
    std::vector<TicketRef> split_off{};
};
void describe(Fields& fields, TicketMerges& merges);

// Events, one for each of the two.

struct TicketMerged {
    static constexpr std::string_view name = "tickets.merged";
    static constexpr int schema = 1;

    TicketId into{};
};
void describe(Fields& fields, TicketMerged& event);

struct TicketAbsorbed {
    static constexpr std::string_view name = "tickets.absorbed";
    static constexpr int schema = 1;

    TicketId ticket{};
};
void describe(Fields& fields, TicketAbsorbed& event);

struct TicketUnmerged {
    static constexpr std::string_view name = "tickets.unmerged";
    static constexpr int schema = 1;

    TicketId from{};
};
void describe(Fields& fields, TicketUnmerged& event);

struct TicketReleased {
    static constexpr std::string_view name = "tickets.released";
    static constexpr int schema = 1;

    TicketId ticket{};
};
void describe(Fields& fields, TicketReleased& event);

// Somebody has answered a ticket that goes on at this one.
struct TicketReachedByReply {
    static constexpr std::string_view name = "tickets.reached_by_reply";
    static constexpr int schema = 1;

    TicketId ticket{};
    MessageId message{};
    TicketStatus status = TicketStatus::open;
    std::optional<WaitingFor> waiting_for{};
    std::optional<StateId> state{};
};
void describe(Fields& fields, TicketReachedByReply& event);

inline constexpr Reason ticket_merged{Refusal::conflict, "tickets.merged"};
inline constexpr Reason not_merged{Refusal::conflict, "tickets.not_merged"};
inline constexpr Reason merged_into_itself{Refusal::conflict, "tickets.merged_into_itself"};
inline constexpr Reason merge_customers_differ{Refusal::conflict, "tickets.merge_customers_differ"};
inline constexpr Reason merge_target_closed{Refusal::conflict, "tickets.merge_target_closed"};
inline constexpr Reason merged_too_many{Refusal::conflict, "tickets.merged_too_many"};

}  // namespace ogniwo::tickets
