#pragma once

// A ticket is one call for help on its way through the tiers, and what was said about it.
//
// It belongs to one customer for ever. It always waits in exactly one queue of exactly one tier: it
// climbs by escalation, returns by handing back, and is never lost. Everything that happens to it
// is one event in the journal whose payload holds the state after the step, so that the row can be
// computed from its events alone (replay.hpp); what people wrote lies in the event's texts.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/enum.hpp"
#include "base/id.hpp"
#include "base/result.hpp"
#include "base/right.hpp"
#include "base/time.hpp"
#include "storage/attachments.hpp"
#include "storage/work.hpp"
#include "tickets/handover_types.hpp"
#include "tickets/stopwatch_types.hpp"
#include "tickets/time_types.hpp"
#include "tiers/types.hpp"

namespace ogniwo::tickets {

using tiers::QueueId;
using MessageId = Id<struct MessageTag>;
using ProductId = Id<struct ProductTag>;

enum class TicketStatus { fresh, open, waiting, resolved, closed };
constexpr auto names(TicketStatus) {
    return enum_names("new", "open", "waiting", "resolved", "closed");
}

enum class WaitingFor { customer, vendor, other };
constexpr auto names(WaitingFor) {
    return enum_names("customer", "vendor", "other");
}

enum class Impact { low, medium, high, major };
constexpr auto names(Impact) {
    return enum_names("low", "medium", "high", "major");
}

enum class Urgency { low, medium, high };
constexpr auto names(Urgency) {
    return enum_names("low", "medium", "high");
}

enum class Priority { low, normal, high, critical };
constexpr auto names(Priority) {
    return enum_names("low", "normal", "high", "critical");
}

// A reply is read by the customer, a note never.
enum class MessageKind { reply, note };
constexpr auto names(MessageKind) {
    return enum_names("reply", "note");
}

struct Ticket {
    TicketId id{};
    std::int64_t number = 0;  // What people say on the phone. The id, so that it costs no counter.
    std::int64_t version = 0;
    CustomerId customer{};
    std::string customer_name{};
    std::optional<PersonId> requester{};
    std::optional<std::string> requester_name{};
    std::string subject{};
    TicketStatus status = TicketStatus::fresh;
    std::optional<WaitingFor> waiting_for{};
    Impact impact = Impact::medium;
    Urgency urgency = Urgency::medium;
    Priority priority = Priority::normal;  // Computed from the two above, never stored.
    int tier = 1;
    QueueId queue{};
    std::string queue_name{};
    std::optional<PersonId> assignee{};
    std::optional<std::string> assignee_name{};
    std::optional<ProductId> product{};
    std::optional<std::string> product_name{};
    Time created_at{};
    Time updated_at{};
    std::optional<Time> resolved_at{};
    std::optional<Time> closed_at{};
    Origin origin = Origin::live;
    std::optional<std::string> old_number{};  // What it was called where it was imported from.
};
void describe(Fields& fields, Ticket& ticket);

inline constexpr std::size_t attachment_bytes_most = 20 * 1024 * 1024;

// A file: of a message that was sent, or waiting for one, known to its sender alone.
struct Attachment {
    AttachmentId id{};
    std::string name{};
    std::int64_t bytes = 0;
    std::string media_type{};
};
void describe(Fields& fields, Attachment& attachment);

struct TicketMessage {
    MessageId id{};
    TicketId ticket{};
    std::optional<PersonId> author{};
    std::optional<std::string> author_name{};
    MessageKind kind = MessageKind::reply;
    std::optional<std::string> text{};  // Nothing: its author was erased.
    Time at{};
    std::vector<Attachment> attachments{};
};
void describe(Fields& fields, TicketMessage& message);

// Somebody who wants to know what becomes of a ticket. Following gives no right to see it.
struct TicketFollower {
    PersonId person{};
    std::string name{};
    Time since{};
};
void describe(Fields& fields, TicketFollower& follower);

// Wishes.

struct CreateTicket {
    CustomerId customer{};
    std::string subject{};
    std::optional<std::string> text{};  // Becomes the first message.
    std::optional<PersonId> requester{};
    std::optional<Impact> impact{};
    std::optional<Urgency> urgency{};
};
void describe(Fields& fields, CreateTicket& wish);

// Just enough to go there: creating must not wait for names.
struct NewTicket {
    TicketId id{};
    std::int64_t number = 0;
    std::int64_t version = 1;
    int tier = 1;
    QueueId queue{};
    Priority priority = Priority::normal;
};
void describe(Fields& fields, NewTicket& ticket);

struct ListTickets {
    std::optional<QueueId> queue{};
    std::optional<int> tier{};
    std::optional<TicketStatus> status{};
    std::optional<bool> open{};  // True: neither resolved nor closed. False: the others.
    std::optional<PersonId> assignee{};
    std::optional<bool> unassigned{};  // True: nobody's. False: somebody's.
    std::optional<CustomerId> customer{};
    std::optional<PersonId> requester{};
    std::optional<bool> followed{};  // True: those the reader follows.
    std::optional<std::string> q{};
    std::optional<std::string> cursor{};
    std::optional<int> limit{};
};
void describe(Fields& fields, ListTickets& wish);

struct TicketList {
    std::vector<Ticket> items{};
    std::optional<std::string> next{};
    std::string live{};  // The journal's cursor at the moment of this list.
};
void describe(Fields& fields, TicketList& list);

struct ReadTicket {
    TicketId ticket{};
};
void describe(Fields& fields, ReadTicket& wish);

struct EditTicket {
    TicketId ticket{};
    std::int64_t version = 0;
    std::optional<std::string> subject{};
    std::optional<Impact> impact{};
    std::optional<Urgency> urgency{};
};
void describe(Fields& fields, EditTicket& wish);

// A page of what belongs to one ticket.
struct ReadThread {
    TicketId ticket{};
    std::optional<std::string> cursor{};
    std::optional<int> limit{};
};
void describe(Fields& fields, ReadThread& wish);

struct TicketMessageList {
    std::vector<TicketMessage> items{};
    std::optional<std::string> next{};
};
void describe(Fields& fields, TicketMessageList& list);

struct ReplyToTicket {
    TicketId ticket{};
    std::string text{};
    std::optional<std::vector<AttachmentId>> attachments{};  // Uploaded before.
};
void describe(Fields& fields, ReplyToTicket& wish);

struct NoteOnTicket {
    TicketId ticket{};
    std::string text{};
    std::optional<std::vector<AttachmentId>> attachments{};  // Uploaded before.
};
void describe(Fields& fields, NoteOnTicket& wish);

struct AttachFile {
    TicketId ticket{};
    std::string name{};
    std::string content{};  // Base64.

    // Found out before the transaction.
    std::string sha256{};
    std::int64_t bytes = 0;
    std::string media_type{};
};
void describe(Fields& fields, AttachFile& wish);

struct ReadAttachment {
    AttachmentId attachment{};
    std::optional<bool> inline_{};  // Pictures may be shown instead of saved.
};
void describe(Fields& fields, ReadAttachment& wish);

struct ListFollowers {
    TicketId ticket{};
};
void describe(Fields& fields, ListFollowers& wish);

struct TicketFollowers {
    std::vector<TicketFollower> items{};
};
void describe(Fields& fields, TicketFollowers& followers);

struct FollowTicket {
    TicketId ticket{};
    std::optional<PersonId> person{};  // Absent: the one who asks.
};
void describe(Fields& fields, FollowTicket& wish);

struct UnfollowTicket {
    TicketId ticket{};
    PersonId person{};
};
void describe(Fields& fields, UnfollowTicket& wish);

struct AssignTicket {
    TicketId ticket{};
    std::optional<std::optional<PersonId>> assignee{};  // Null: nobody.
};
void describe(Fields& fields, AssignTicket& wish);

struct TakeTicket {
    TicketId ticket{};
};
void describe(Fields& fields, TakeTicket& wish);

struct SetTicketStatus {
    TicketId ticket{};
    TicketStatus status = TicketStatus::open;
    std::optional<WaitingFor> waiting_for{};
};
void describe(Fields& fields, SetTicketStatus& wish);

struct EscalateTicket {
    TicketId ticket{};
    int tier = 2;
    std::optional<QueueId> queue{};
    std::string reason = "other";  // A code that the structure allows for this move.
    std::string note{};            // One sentence: why.
    std::optional<HandoverText> handover{};
};
void describe(Fields& fields, EscalateTicket& wish);

struct HandBackTicket {
    TicketId ticket{};
    std::optional<int> tier{};  // Without it: to where it came from.
    std::optional<QueueId> queue{};
    std::string reason = "other";  // A code that the structure allows for this move.
    std::string note{};            // What was found, what to do next.
};
void describe(Fields& fields, HandBackTicket& wish);

struct ResolveTicket {
    TicketId ticket{};
    std::string text{};  // For the customer.
};
void describe(Fields& fields, ResolveTicket& wish);

struct ReopenTicket {
    TicketId ticket{};
    std::string reason{};
};
void describe(Fields& fields, ReopenTicket& wish);

// A reading of the journal: one step of a ticket's way, with the state after it.

struct HistoryText {
    std::string field{};                // "subject", "text", "note" or "reason"
    std::optional<std::string> text{};  // Nothing: it was erased.
};
void describe(Fields& fields, HistoryText& text);

struct HistoryEntry {
    EventId event{};
    Time at{};
    Time recorded_at{};
    Origin origin = Origin::live;
    std::string name{};
    std::optional<PersonId> by{};
    std::optional<std::string> by_name{};
    std::optional<int> from_tier{};
    std::optional<int> tier{};
    std::optional<QueueId> from_queue{};
    std::optional<std::string> from_queue_name{};
    std::optional<QueueId> queue{};
    std::optional<std::string> queue_name{};
    std::optional<PersonId> assignee{};
    std::optional<std::string> assignee_name{};
    std::optional<PersonId> person{};  // Who follows, or no longer does; whose work it was.
    std::optional<std::string> person_name{};
    std::optional<TicketStatus> status{};
    std::optional<WaitingFor> waiting_for{};
    std::optional<Impact> impact{};
    std::optional<Urgency> urgency{};
    std::optional<ProductId> product{};
    std::optional<std::string> product_name{};
    std::optional<std::string> reason{};
    std::optional<HandoverPart> gap{};
    std::optional<HandoverScore> score{};
    std::optional<MessageId> message{};
    std::optional<int> minutes{};       // Of work that was booked, or taken back: negative.
    std::optional<std::int64_t> row{};  // Which line of an imported file.
    std::vector<HistoryText> texts{};
};
void describe(Fields& fields, HistoryEntry& entry);

struct TicketHistory {
    std::vector<HistoryEntry> items{};
    std::optional<std::string> next{};
};
void describe(Fields& fields, TicketHistory& history);

// What a person asked and wrote, as they may take it along.

struct AskedTicket {
    std::int64_t number = 0;
    std::string subject{};
    TicketStatus status = TicketStatus::fresh;
    Time created_at{};
};
void describe(Fields& fields, AskedTicket& ticket);

struct WrittenMessage {
    TicketId ticket{};
    MessageKind kind = MessageKind::reply;
    std::optional<std::string> text{};
    Time at{};
};
void describe(Fields& fields, WrittenMessage& message);

struct PersonTickets {
    std::vector<AskedTicket> asked{};
    std::vector<WrittenMessage> written{};
    std::vector<Attachment> files{};
    std::vector<OwnTimeEntry> time{};
};
void describe(Fields& fields, PersonTickets& tickets);

// Events. The texts of each are named beside it.

struct TicketCreated {  // subject, text
    static constexpr std::string_view name = "tickets.created";
    static constexpr int schema = 1;

    std::optional<PersonId> requester{};
    Impact impact = Impact::medium;
    Urgency urgency = Urgency::medium;
    int tier = 1;
    QueueId queue{};
    std::optional<MessageId> message{};
};
void describe(Fields& fields, TicketCreated& event);

struct TicketReplied {  // text
    static constexpr std::string_view name = "tickets.replied";
    static constexpr int schema = 1;

    MessageId message{};
    TicketStatus status = TicketStatus::open;
    std::optional<WaitingFor> waiting_for{};
    std::optional<std::vector<AttachmentId>> attachments{};
};
void describe(Fields& fields, TicketReplied& event);

struct TicketNoted {  // text, hidden from customers
    static constexpr std::string_view name = "tickets.noted";
    static constexpr int schema = 1;

    MessageId message{};
    std::optional<std::vector<AttachmentId>> attachments{};
};
void describe(Fields& fields, TicketNoted& event);

struct TicketAssigned {
    static constexpr std::string_view name = "tickets.assigned";
    static constexpr int schema = 1;

    std::optional<PersonId> assignee{};
    TicketStatus status = TicketStatus::open;
};
void describe(Fields& fields, TicketAssigned& event);

struct TicketStatusChanged {
    static constexpr std::string_view name = "tickets.status_changed";
    static constexpr int schema = 1;

    TicketStatus status = TicketStatus::open;
    std::optional<WaitingFor> waiting_for{};
};
void describe(Fields& fields, TicketStatusChanged& event);

struct TicketEscalated {  // note and the parts of the handover, hidden from customers
    static constexpr std::string_view name = "tickets.escalated";
    static constexpr int schema = 1;

    int from_tier = 1;
    int tier = 2;
    QueueId from_queue{};
    QueueId queue{};
    std::string reason{};
    TicketStatus status = TicketStatus::open;
    std::optional<HandoverId> handover{};
};
void describe(Fields& fields, TicketEscalated& event);

struct TicketHandedBack {  // note, hidden from customers
    static constexpr std::string_view name = "tickets.handed_back";
    static constexpr int schema = 1;

    int from_tier = 2;
    int tier = 1;
    QueueId from_queue{};
    QueueId queue{};
    std::optional<PersonId> assignee{};
    std::string reason{};
    TicketStatus status = TicketStatus::open;
    std::optional<HandoverId> handover{};  // Returned, because of the gap.
    std::optional<HandoverPart> gap{};
};
void describe(Fields& fields, TicketHandedBack& event);

struct TicketResolved {  // text
    static constexpr std::string_view name = "tickets.resolved";
    static constexpr int schema = 1;

    MessageId message{};
};
void describe(Fields& fields, TicketResolved& event);

struct TicketReopened {  // reason
    static constexpr std::string_view name = "tickets.reopened";
    static constexpr int schema = 1;

    TicketStatus status = TicketStatus::open;
};
void describe(Fields& fields, TicketReopened& event);

struct TicketEdited {  // subject, where it changed
    static constexpr std::string_view name = "tickets.edited";
    static constexpr int schema = 1;

    Impact impact = Impact::medium;
    Urgency urgency = Urgency::medium;
};
void describe(Fields& fields, TicketEdited& event);

struct TicketFollowed {
    static constexpr std::string_view name = "tickets.followed";
    static constexpr int schema = 1;

    PersonId person{};
};
void describe(Fields& fields, TicketFollowed& event);

struct TicketUnfollowed {
    static constexpr std::string_view name = "tickets.unfollowed";
    static constexpr int schema = 1;

    PersonId person{};
};
void describe(Fields& fields, TicketUnfollowed& event);

// One row of another system's history. The first of a ticket also creates it (text: subject).
struct TicketHistoryImported {
    static constexpr std::string_view name = "tickets.history_imported";
    static constexpr int schema = 1;

    std::int64_t row = 0;
    TicketStatus status = TicketStatus::open;
    std::optional<WaitingFor> waiting_for{};
    int tier = 1;
    QueueId queue{};
    std::optional<PersonId> assignee{};
    Impact impact = Impact::medium;
    std::optional<ProductId> product{};
};
void describe(Fields& fields, TicketHistoryImported& event);

// Whoever holds `see` for a customer also holds `see_own` there: it is the right that reading asks
// for first.
inline constexpr Right see{"tickets.see"};          // All tickets of a customer.
inline constexpr Right see_own{"tickets.see_own"};  // Those one has asked for.
inline constexpr Right see_messages{"tickets.see_messages"};
inline constexpr Right see_notes{"tickets.see_notes"};
inline constexpr Right create{"tickets.create"};
inline constexpr Right reply{"tickets.reply"};
inline constexpr Right note{"tickets.note"};
inline constexpr Right assign{"tickets.assign"};
inline constexpr Right work_on{"tickets.work"};  // Status, escalate, hand back, resolve, edit.
inline constexpr Right import_history{"tickets.import"};

inline constexpr Reason ticket_closed{Refusal::conflict, "tickets.closed"};
inline constexpr Reason resolved_already{Refusal::conflict, "tickets.resolved_already"};
inline constexpr Reason not_resolved{Refusal::conflict, "tickets.not_resolved"};
inline constexpr Reason status_unchanged{Refusal::conflict, "tickets.status_unchanged"};
inline constexpr Reason status_not_allowed{Refusal::conflict, "tickets.status_not_allowed"};
inline constexpr Reason waiting_for_missing{Refusal::invalid, "tickets.waiting_for_missing"};
inline constexpr Reason waiting_for_superfluous{Refusal::invalid,
                                                "tickets.waiting_for_superfluous"};
inline constexpr Reason tier_unknown{Refusal::invalid, "tickets.tier_unknown"};
inline constexpr Reason tier_not_higher{Refusal::conflict, "tickets.tier_not_higher"};
inline constexpr Reason tier_not_lower{Refusal::conflict, "tickets.tier_not_lower"};
inline constexpr Reason queue_not_of_tier{Refusal::invalid, "tickets.queue_not_of_tier"};
inline constexpr Reason assignee_not_staff{Refusal::invalid, "tickets.assignee_not_staff"};
inline constexpr Reason follower_unknown{Refusal::invalid, "tickets.follower_unknown"};
inline constexpr Reason already_following{Refusal::conflict, "tickets.already_following"};
inline constexpr Reason only_yourself{Refusal::forbidden, "tickets.only_yourself"};
inline constexpr Reason attachment_unknown{Refusal::invalid, "tickets.attachment_unknown"};
inline constexpr Reason attachment_too_large{Refusal::too_large, "tickets.attachment_too_large"};
inline constexpr Reason attachments_too_many{Refusal::conflict, "tickets.attachments_too_many"};
inline constexpr Reason requester_unknown{Refusal::invalid, "tickets.requester_unknown"};
inline constexpr Reason invalid_cursor{Refusal::invalid, "invalid_cursor"};

}  // namespace ogniwo::tickets
