#pragma once

// A ticket is one call for help on its way through the tiers, and what was said about it.
//
// It belongs to one customer. It always waits in exactly one queue of exactly one tier: it climbs
// by escalation, returns by handing back, and is never lost. Everything that happens to it is one
// event in the journal whose payload holds the state after the step, so that the row can be
// computed from its events alone (replay.hpp); what people wrote lies in the event's texts.

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/enum.hpp"
#include "base/id.hpp"
#include "base/result.hpp"
#include "base/right.hpp"
#include "base/time.hpp"
#include "people/types.hpp"
#include "sla/terms_types.hpp"
#include "storage/attachments.hpp"
#include "storage/work.hpp"
#include "tickets/approval_types.hpp"
#include "tickets/checklist_types.hpp"
#include "tickets/field_value_types.hpp"
#include "tickets/follower_types.hpp"
#include "tickets/guest_types.hpp"
#include "tickets/handover_types.hpp"
#include "tickets/mark_types.hpp"
#include "tickets/presence_types.hpp"
#include "tickets/rating_types.hpp"
#include "tickets/routing_types.hpp"
#include "tickets/stopwatch_types.hpp"
#include "tickets/time_types.hpp"
#include "tiers/types.hpp"

namespace ogniwo::tickets {

using tiers::QueueId;
using ProductId = Id<struct ProductTag>;
using sla::CategoryId;
using sla::Priority;
using sla::TicketType;
using TemplateId = Id<struct TemplateTag>;

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

// Impact x urgency.
using PriorityMatrix = std::array<std::array<Priority, 3>, 4>;

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
    std::optional<people::SiteId> site{};  // Of the customer; see site_types.hpp.
    std::optional<std::string> site_name{};
    std::string subject{};
    TicketStatus status = TicketStatus::fresh;
    // One of our own, in the group above; to customers only the words that are meant for them.
    std::optional<StateId> state{};
    std::optional<std::string> state_pl{};
    std::optional<std::string> state_en{};
    std::optional<std::string> state_shown_pl{};  // What customers read instead.
    std::optional<std::string> state_shown_en{};
    std::optional<WaitingFor> waiting_for{};
    std::optional<std::string> waiting_note{};  // For what. Nothing: its author was erased.
    std::optional<PersonId> waiting_noted_by{};
    TicketType type = TicketType::incident;
    std::optional<CategoryId> category{};
    std::optional<std::string> category_pl{};  // With those above it: "Sprzęt / Drukarka".
    std::optional<std::string> category_en{};
    Impact impact = Impact::medium;
    Urgency urgency = Urgency::medium;
    // From the two above by the matrix of the moment at which they were set.
    Priority priority = Priority::normal;
    int tier = 1;
    QueueId queue{};
    std::string queue_name{};
    std::optional<PersonId> assignee{};
    std::optional<std::string> assignee_name{};
    std::optional<PersonId> voice{};  // Who alone answers the customer; see worker_types.hpp.
    std::optional<std::string> voice_name{};
    std::optional<int> voice_tier{};
    std::optional<ProductId> product{};
    std::optional<std::string> product_name{};
    Time created_at{};
    Time updated_at{};
    std::optional<Time> resolved_at{};
    std::optional<Time> closed_at{};
    Origin origin = Origin::live;
    std::optional<std::string> old_number{};  // What it was called where it was imported from.

    // The next moment by which something was promised (clock_types.hpp); nothing while time stands
    // still. Also when it has passed.
    std::optional<Time> promised_until{};

    // For our own people only; customers' readers find them empty.
    std::vector<TagLabel> tags{};  // In the order in which they came.
    std::optional<Time> due_at{};
    std::optional<Date> due_on{};  // The day that was said, where it was a day.
    std::optional<Time> snoozed_until{};
    std::optional<Time> spam_at{};
    std::optional<PersonId> spam_by{};
    // Where it goes on since it was merged; all the rest is as it was then, its status, too.
    std::optional<TicketId> merged_into{};
    std::optional<TicketId> split_from{};
};
void describe(Fields& fields, Ticket& ticket);

inline constexpr std::size_t waiting_note_most = 500;
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
    std::vector<MessageGuest> guests{};  // For whoever reads notes: what guests have to do with it.
};
void describe(Fields& fields, TicketMessage& message);

// Wishes.

struct CreateTicket {
    CustomerId customer{};
    std::string subject{};
    std::optional<std::string> text{};  // Becomes the first message.
    std::optional<PersonId> requester{};
    std::optional<people::SiteId> site{};
    std::optional<TicketType> type{};
    std::optional<CategoryId> category{};
    std::optional<Impact> impact{};
    std::optional<Urgency> urgency{};
    // What is not said is as there; its steps come along, and its approval is asked for.
    std::optional<TemplateId> from{};
    std::optional<people::Language> language{};  // Of the steps. Absent: Polish.
    std::optional<std::vector<FieldValue>> fields{};
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
    std::optional<StateId> state{};
    std::optional<TicketType> type{};
    std::optional<CategoryId> category{};  // And those below it.
    std::optional<Priority> priority{};
    std::optional<bool> open{};  // True: neither resolved nor closed. False: the others.
    std::optional<PersonId> assignee{};
    std::optional<bool> unassigned{};  // True: nobody's. False: somebody's.
    std::optional<CustomerId> customer{};
    std::optional<PersonId> requester{};
    std::optional<people::SiteId> site{};
    std::optional<assets::AssetId> asset{};  // That one of their fields names.
    std::optional<bool> followed{};          // True: those the reader follows.
    std::optional<std::string> tag{};        // The word.
    std::optional<Time> due_before{};
    std::optional<bool> snoozed{};  // True: those that sleep. False: the others.
    std::optional<bool> spam{};     // True: only spam, which no other list shows.
    std::optional<bool> mine{};     // True: those the reader has, or works on.
    std::optional<std::string> q{};
    FieldQuery by{};
    std::optional<std::string> cursor{};
    std::optional<int> limit{};
};
void describe(Fields& fields, ListTickets& wish);

struct TicketList {
    std::vector<Ticket> items{};
    std::optional<std::string> next{};
    std::string live{};  // The journal's cursor at the moment of this list.
    std::optional<std::vector<FieldsOfTicket>> fields{};  // The columns that were asked for.
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
    std::optional<TicketType> type{};
    std::optional<std::optional<CategoryId>> category{};  // Null: none.
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
    // The last message that the author has read: refused when somebody has replied since.
    std::optional<MessageId> after{};
};
void describe(Fields& fields, ReplyToTicket& wish);

struct NoteOnTicket {
    TicketId ticket{};
    std::string text{};
    std::optional<std::vector<AttachmentId>> attachments{};  // Uploaded before.
    std::optional<std::vector<PersonId>> mentions{};         // "@Anna Nowak" in the text.
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
    std::optional<std::string> waiting_note{};  // For what, as the customer reads it.
    // Of that group; null: none. Absent: what it has, or what another group begins with.
    std::optional<std::optional<StateId>> state{};
};
void describe(Fields& fields, SetTicketStatus& wish);

struct EscalateTicket {
    TicketId ticket{};
    int tier = 2;
    std::optional<QueueId> queue{};
    std::string reason = "other";  // A code that the structure allows for this move.
    std::string note{};            // One sentence: why.
    std::optional<HandoverText> handover{};
    std::optional<bool> keep_voice{};  // Whoever has the ticket goes on answering the customer.
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

// The ticket stays where it is; whoever leads the desk is asked to look at it.
struct InformLead {
    TicketId ticket{};
    std::string note{};  // Why.
};
void describe(Fields& fields, InformLead& wish);

struct ResolveTicket {
    TicketId ticket{};
    std::string text{};  // For the customer.
    std::optional<std::optional<StateId>> state{};
};
void describe(Fields& fields, ResolveTicket& wish);

struct ReopenTicket {
    TicketId ticket{};
    std::string reason{};
    std::optional<std::optional<StateId>> state{};  // Ours only.
};
void describe(Fields& fields, ReopenTicket& wish);

// The customer needs it no more, or agrees that it is done.
struct CloseTicket {
    TicketId ticket{};
};
void describe(Fields& fields, CloseTicket& wish);

// Events. The texts of each are named beside it; `state` is that after it.

// What older programs did not write. They knew incidents without a category, and one matrix of
// priorities: an event without a type says nothing of the three.
struct Kind {
    std::optional<TicketType> type{};
    std::optional<CategoryId> category{};
    std::optional<Priority> priority{};
};

struct TicketCreated {  // subject, text
    static constexpr std::string_view name = "tickets.created";
    static constexpr int schema = 1;

    std::optional<PersonId> requester{};
    Impact impact = Impact::medium;
    Urgency urgency = Urgency::medium;
    int tier = 1;
    QueueId queue{};
    std::optional<MessageId> message{};
    Kind kind{};
    std::optional<people::SiteId> site{};
    std::optional<std::vector<FieldChange>> fields{};  // And the texts field.N.
    std::optional<StateId> state{};
};
void describe(Fields& fields, TicketCreated& event);

struct TicketReplied {  // text
    static constexpr std::string_view name = "tickets.replied";
    static constexpr int schema = 1;

    MessageId message{};
    TicketStatus status = TicketStatus::open;
    std::optional<WaitingFor> waiting_for{};
    std::optional<std::vector<AttachmentId>> attachments{};
    std::optional<StateId> state{};
};
void describe(Fields& fields, TicketReplied& event);

struct TicketNoted {  // text, hidden from customers
    static constexpr std::string_view name = "tickets.noted";
    static constexpr int schema = 1;

    MessageId message{};
    std::optional<std::vector<AttachmentId>> attachments{};
    std::optional<std::vector<PersonId>> mentions{};
};
void describe(Fields& fields, TicketNoted& event);

struct TicketAssigned {
    static constexpr std::string_view name = "tickets.assigned";
    static constexpr int schema = 1;

    std::optional<PersonId> assignee{};
    TicketStatus status = TicketStatus::open;
    std::optional<StateId> state{};
};
void describe(Fields& fields, TicketAssigned& event);

// Given to somebody by the product itself.
struct TicketRouted {
    static constexpr std::string_view name = "tickets.routed";
    static constexpr int schema = 1;

    PersonId assignee{};
    TicketStatus status = TicketStatus::open;
    RoutingWhy why{};
    std::optional<StateId> state{};
};
void describe(Fields& fields, TicketRouted& event);

struct TicketStatusChanged {  // waitingNote
    static constexpr std::string_view name = "tickets.status_changed";
    static constexpr int schema = 1;

    TicketStatus status = TicketStatus::open;
    std::optional<WaitingFor> waiting_for{};
    std::optional<StateId> state{};
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
    std::optional<PersonId> voice{};  // Kept from here on.
    std::optional<int> voice_tier{};
    std::optional<StateId> state{};
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
    std::optional<PersonId> passed_over{};  // Had it on that tier, and sees it no longer.
    std::string reason{};
    TicketStatus status = TicketStatus::open;
    std::optional<HandoverId> handover{};  // Returned, because of the gap.
    std::optional<HandoverPart> gap{};
    std::optional<StateId> state{};
};
void describe(Fields& fields, TicketHandedBack& event);

struct TicketLeadInformed {  // note, hidden from customers
    static constexpr std::string_view name = "tickets.lead_informed";
    static constexpr int schema = 1;

    int told = 0;  // How many people.
};
void describe(Fields& fields, TicketLeadInformed& event);

struct TicketResolved {  // text
    static constexpr std::string_view name = "tickets.resolved";
    static constexpr int schema = 1;

    MessageId message{};
    std::optional<PersonId> asked_to_rate{};  // Who got a letter about it.
    std::optional<StateId> state{};
};
void describe(Fields& fields, TicketResolved& event);

struct TicketReopened {  // reason
    static constexpr std::string_view name = "tickets.reopened";
    static constexpr int schema = 1;

    TicketStatus status = TicketStatus::open;
    std::optional<StateId> state{};
};
void describe(Fields& fields, TicketReopened& event);

struct TicketEdited {  // subject, where it changed
    static constexpr std::string_view name = "tickets.edited";
    static constexpr int schema = 1;

    Impact impact = Impact::medium;
    Urgency urgency = Urgency::medium;
    Kind kind{};
};
void describe(Fields& fields, TicketEdited& event);

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
    std::optional<StateId> state{};
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
inline constexpr Right configure{"tickets.configure"};  // Categories and settings.
inline constexpr Right import_history{"tickets.import"};
inline constexpr Right see_ratings{"tickets.see_ratings"};  // All of them; else those of a ticket.

inline constexpr Reason ticket_closed{Refusal::conflict, "tickets.closed"};
inline constexpr Reason resolved_already{Refusal::conflict, "tickets.resolved_already"};
inline constexpr Reason not_resolved{Refusal::conflict, "tickets.not_resolved"};
inline constexpr Reason status_unchanged{Refusal::conflict, "tickets.status_unchanged"};
inline constexpr Reason status_not_allowed{Refusal::conflict, "tickets.status_not_allowed"};
inline constexpr Reason waiting_for_missing{Refusal::invalid, "tickets.waiting_for_missing"};
inline constexpr Reason waiting_for_superfluous{Refusal::invalid,
                                                "tickets.waiting_for_superfluous"};
inline constexpr Reason waiting_note_missing{Refusal::invalid, "tickets.waiting_note_missing"};
inline constexpr Reason category_unknown{Refusal::invalid, "tickets.category_unknown"};
inline constexpr Reason category_retired{Refusal::invalid, "tickets.category_retired"};
inline constexpr Reason tier_unknown{Refusal::invalid, "tickets.tier_unknown"};
inline constexpr Reason nobody_leads{Refusal::conflict, "tickets.nobody_leads"};
inline constexpr Reason tier_not_higher{Refusal::conflict, "tickets.tier_not_higher"};
inline constexpr Reason tier_not_lower{Refusal::conflict, "tickets.tier_not_lower"};
inline constexpr Reason queue_not_of_tier{Refusal::invalid, "tickets.queue_not_of_tier"};
inline constexpr Reason assignee_not_staff{Refusal::invalid, "tickets.assignee_not_staff"};
inline constexpr Reason attachment_unknown{Refusal::invalid, "tickets.attachment_unknown"};
inline constexpr Reason attachment_too_large{Refusal::too_large, "tickets.attachment_too_large"};
inline constexpr Reason attachments_too_many{Refusal::conflict, "tickets.attachments_too_many"};
inline constexpr Reason requester_unknown{Refusal::invalid, "tickets.requester_unknown"};

}  // namespace ogniwo::tickets
