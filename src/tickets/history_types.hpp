#pragma once

// What is read back about a ticket and about a person: the steps of a ticket's way as the journal
// holds them, and what somebody asked and wrote.

#include <optional>
#include <string>
#include <vector>

#include "tickets/appointment_types.hpp"
#include "tickets/clock_types.hpp"
#include "tickets/timed_types.hpp"
#include "tickets/types.hpp"

namespace ogniwo::tickets {

// A reading of the journal: one step of a ticket's way, with the state after it.

struct HistoryText {
    std::string field{};                // "subject", "text", "note" or "reason"
    std::optional<std::string> text{};  // Nothing: it was erased.
};
void describe(Fields& fields, HistoryText& text);

// What a step says of an appointment.
struct AppointmentPoint {
    AppointmentId appointment{};
    AppointmentKind kind = AppointmentKind::visit;
    AppointmentState state = AppointmentState::agreed;
    std::optional<Time> starts_at{};
    std::optional<bool> by_link{};
};
void describe(Fields& fields, AppointmentPoint& point);

struct HistoryEntry {
    EventId event{};
    std::int64_t version = 0;  // The ticket's after it.
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
    // Who follows, or no longer does; whose work it was; to whom it could not go back.
    std::optional<PersonId> person{};
    std::optional<std::string> person_name{};
    std::optional<TicketStatus> status{};
    std::optional<StateId> state{};  // As of a ticket.
    std::optional<std::string> state_pl{};
    std::optional<std::string> state_en{};
    std::optional<WaitingFor> waiting_for{};
    std::optional<TicketType> type{};
    std::optional<CategoryId> category{};
    std::optional<std::string> category_pl{};
    std::optional<std::string> category_en{};
    std::optional<Impact> impact{};
    std::optional<Urgency> urgency{};
    std::optional<Priority> priority{};
    std::optional<ProductId> product{};
    std::optional<std::string> product_name{};
    std::optional<std::string> reason{};
    std::optional<HandoverPart> gap{};
    std::optional<HandoverScore> score{};
    std::optional<int> rating{};          // 1 to 5, by the requester.
    std::optional<RoutingWhy> routing{};  // Why this assignee, where the product chose.
    std::optional<MessageId> message{};
    std::optional<int> minutes{};          // Of work that was booked, or taken back: negative.
    std::optional<TicketId> ticket{};      // Where it is one that was merged into this one.
    std::optional<CustomerId> customer{};  // Whose it is from then on,
    std::optional<std::string> customer_name{};
    std::optional<CustomerId> from_customer{};  // and whose it was.
    std::optional<std::string> from_customer_name{};
    std::optional<TicketTimedRuleFired> timed{};
    std::optional<TicketClockReached> clock{};
    std::optional<bool> has_workaround{};
    std::optional<AppointmentPoint> appointment{};
    std::optional<GuestPoint> guest{};
    std::optional<people::SiteId> site{};  // Since then,
    std::optional<std::string> site_name{};
    std::optional<people::SiteId> from_site{};  // and before.
    std::optional<std::string> from_site_name{};
    std::optional<std::int64_t> row{};  // Which line of an imported file.
    std::optional<TagLabel> tag{};
    std::optional<TicketId> other{};  // The other one of a link, a merge or a split.
    std::optional<TicketLinkKind> link{};
    std::optional<Time> due_at{};
    std::optional<Date> due_on{};
    std::optional<DueStep> due_step{};
    std::optional<Time> until{};  // How long it was to sleep.
    std::optional<WakeWhy> woken{};
    std::vector<MentionedPerson> mentions{};
    std::optional<std::vector<HistoryField>> fields{};
    std::vector<HistoryText> texts{};
};
void describe(Fields& fields, HistoryEntry& entry);

struct TicketHistory {
    std::vector<HistoryEntry> items{};
    std::optional<std::string> next{};
};
void describe(Fields& fields, TicketHistory& history);

// The ticket as it was at a moment. One of the two says which: the moment, at which everything had
// happened that had happened by then, however late it was recorded; or the version, of which the
// answer is what was stored.
struct ReadAsItWas {
    TicketId ticket{};
    std::optional<Time> at{};
    std::optional<std::int64_t> version{};
};
void describe(Fields& fields, ReadAsItWas& wish);

struct TicketAsItWas {
    Ticket ticket{};
    EventId event{};  // The last step that is in it.
    std::vector<TicketFollower> followers{};
    std::vector<FieldValue> values{};     // Of our own fields, those that the reader may see.
    std::optional<int> booked_minutes{};  // Nothing: the reader may not see work time.
};
void describe(Fields& fields, TicketAsItWas& was);

inline constexpr Reason moment_or_version{Refusal::invalid, "tickets.moment_or_version"};
inline constexpr Reason not_there_then{Refusal::invalid, "tickets.not_there_then"};

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

// Whom somebody met, or was to meet.
struct OwnAppointment {
    TicketId ticket{};
    AppointmentKind kind = AppointmentKind::visit;
    AppointmentState state = AppointmentState::agreed;
    std::optional<Time> starts_at{};
    std::optional<std::string> customer_note{};
    std::optional<std::string> internal_note{};
};
void describe(Fields& fields, OwnAppointment& appointment);

struct PersonTickets {
    std::vector<AskedTicket> asked{};
    std::vector<WrittenMessage> written{};
    std::vector<Attachment> files{};
    std::vector<OwnTimeEntry> time{};
    std::vector<OwnAppointment> appointments{};
};
void describe(Fields& fields, PersonTickets& tickets);

}  // namespace ogniwo::tickets
