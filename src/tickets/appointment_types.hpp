#pragma once

// An appointment is a time at which people of ours are there for one ticket: a visit at the
// customer's, a call back, a remote session.
//
// It is either offered (up to five times, of which the customer picks one) or agreed, and ends as
// done, missed or cancelled. All its times are equally long, and travel lies around them: whoever
// is on the way cannot be elsewhere. What of it is promised to the customer has a sequence number
// that rises with every change, as calendars want it (RFC 5545).

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/enum.hpp"
#include "base/holidays.hpp"
#include "base/id.hpp"
#include "base/result.hpp"
#include "base/right.hpp"
#include "base/time.hpp"
#include "people/types.hpp"
#include "storage/work.hpp"
#include "tickets/handover_types.hpp"
#include "tickets/time_types.hpp"

namespace ogniwo::tickets {

using AppointmentId = Id<struct AppointmentTag>;

inline constexpr std::size_t offers_most = 5;
inline constexpr std::size_t technicians_most = 10;
inline constexpr int appointment_minutes_least = 5;
inline constexpr int appointment_minutes_most = 12 * 60;
inline constexpr int travel_minutes_most = 8 * 60;
inline constexpr int offer_days_default = 7;
inline constexpr int offer_days_most = 30;
inline constexpr int appointments_of_ticket_most = 100;
inline constexpr int appointments_on_board_most = 1'000;
inline constexpr int board_days_most = 42;
inline constexpr int free_times_most = 50;
inline constexpr std::chrono::hours planned_ahead_most{24 * 366 * 2};

enum class AppointmentKind { visit, call_back, remote };
constexpr auto names(AppointmentKind) {
    return enum_names("visit", "call_back", "remote");
}

enum class AppointmentState { offered, agreed, done, missed, cancelled };
constexpr auto names(AppointmentState) {
    return enum_names("offered", "agreed", "done", "missed", "cancelled");
}

// Who was not there.
enum class MissedBy { customer, technician };
constexpr auto names(MissedBy) {
    return enum_names("customer", "technician");
}

struct AppointmentPerson {
    PersonId person{};
    std::string name{};
};
void describe(Fields& fields, AppointmentPerson& person);

// Customers' people get neither what is internal nor how long we are on the way.
struct Appointment {
    AppointmentId id{};
    TicketId ticket{};
    CustomerId customer{};
    std::optional<std::string> subject{};  // Of the ticket, where a list spans several.
    std::optional<std::string> customer_name{};
    std::int64_t version = 0;
    AppointmentKind kind = AppointmentKind::visit;
    AppointmentState state = AppointmentState::agreed;
    std::vector<AppointmentPerson> persons{};
    std::optional<Time> starts_at{};  // Nothing while it is offered.
    std::optional<Time> ends_at{};
    std::vector<Time> offers{};  // Each as long as the appointment.
    std::optional<Time> offers_until{};
    int minutes = 0;
    std::optional<int> travel_before{};
    std::optional<int> travel_after{};
    std::optional<people::SiteId> site{};
    std::optional<std::string> address{};  // Where there is no site, as it was typed.
    std::optional<std::string> place{};    // Where to go, in one line.
    std::optional<PersonId> contact{};     // Of the customer: who gets the letters.
    std::optional<std::string> contact_name{};
    std::optional<std::string> customer_note{};
    std::optional<std::string> internal_note{};
    std::optional<MissedBy> missed_by{};
    std::optional<std::string> reason{};  // Why it was cancelled.
    std::optional<PersonId> noted_by{};   // Whose words these are.
    int sequence = 0;
    Time changed_at{};
};
void describe(Fields& fields, Appointment& appointment);

struct TicketAppointments {
    std::vector<Appointment> items{};   // The latest first.
    std::optional<std::string> next{};  // Never set: each ticket has at most a hundred.
};
void describe(Fields& fields, TicketAppointments& list);

// --- Planning

struct AppointmentWish {
    AppointmentKind kind = AppointmentKind::visit;
    std::vector<PersonId> persons{};
    std::optional<Time> starts_at{};            // Either agreed for this time,
    std::optional<std::vector<Time>> offers{};  // or these are offered.
    int minutes = 60;
    std::optional<int> travel_before{};
    std::optional<int> travel_after{};
    std::optional<people::SiteId> site{};
    std::optional<std::string> address{};
    std::optional<PersonId> contact{};  // Without: who asked for help.
    std::optional<std::string> customer_note{};
    std::optional<std::string> internal_note{};
    std::optional<int> offer_days{};
};
void describe(Fields& fields, AppointmentWish& wish);

struct PreviewAppointment {
    TicketId ticket{};
    std::optional<AppointmentId> appointment{};  // The one that would change.
    AppointmentWish plan{};
};
void describe(Fields& fields, PreviewAppointment& wish);

struct MakeAppointment {
    TicketId ticket{};
    AppointmentWish plan{};
    std::optional<std::vector<AppointmentId>> despite{};  // Double bookings that are meant.
};
void describe(Fields& fields, MakeAppointment& wish);

// The whole plan anew.
struct ChangeAppointment {
    TicketId ticket{};
    AppointmentId appointment{};
    std::int64_t appointment_version = 0;
    AppointmentWish plan{};
    std::optional<std::vector<AppointmentId>> despite{};
};
void describe(Fields& fields, ChangeAppointment& wish);

// Done, missed or cancelled. What was done becomes work time where kinds of work are named.
struct EndAppointment {
    TicketId ticket{};
    AppointmentId appointment{};
    std::int64_t appointment_version = 0;
    AppointmentState state = AppointmentState::done;
    std::optional<MissedBy> missed_by{};
    std::optional<std::string> reason{};      // Of a cancellation; the customer reads it.
    std::optional<WorkTypeId> work_type{};    // For the time itself,
    std::optional<WorkTypeId> travel_type{};  // and for the way there and back.
    std::optional<int> minutes{};             // Without: as planned.
};
void describe(Fields& fields, EndAppointment& wish);

struct OfAppointment {
    TicketId ticket{};
    AppointmentId appointment{};
};
void describe(Fields& fields, OfAppointment& wish);

struct ListAppointments {
    TicketId ticket{};
};
void describe(Fields& fields, ListAppointments& wish);

enum class ClashKind { booked, offered, absent, outside_hours, holiday };
constexpr auto names(ClashKind) {
    return enum_names("booked", "offered", "absent", "outside_hours", "holiday");
}

// What speaks against one of the times. Only a booking is more than a warning.
struct AppointmentClash {
    ClashKind kind = ClashKind::booked;
    Time at{};  // The time that it is about.
    std::optional<PersonId> person{};
    std::optional<std::string> name{};
    std::optional<AppointmentId> appointment{};
    std::optional<TicketId> ticket{};  // Nothing where the reader may not see it.
    std::optional<Time> from{};
    std::optional<Time> to{};
    std::optional<Holiday> holiday{};

    friend bool operator==(const AppointmentClash&, const AppointmentClash&) = default;
};
void describe(Fields& fields, AppointmentClash& clash);

struct AppointmentClashes {
    std::vector<AppointmentClash> items{};
};
void describe(Fields& fields, AppointmentClashes& clashes);

struct FindFreeTimes {
    TicketId ticket{};
    std::optional<AppointmentId> appointment{};  // Its own times are free for it.
    std::vector<PersonId> persons{};
    Time from{};
    Time to{};
    int minutes = 60;
    std::optional<int> travel_before{};
    std::optional<int> travel_after{};
};
void describe(Fields& fields, FindFreeTimes& wish);

struct FreeTimes {
    std::vector<Time> items{};  // At most fifty, in order.
};
void describe(Fields& fields, FreeTimes& times);

struct ProposeTechnicians {
    TicketId ticket{};
    std::optional<people::SiteId> site{};
    Time from{};
    Time to{};
    int minutes = 60;
    std::optional<int> travel_before{};
    std::optional<int> travel_after{};
};
void describe(Fields& fields, ProposeTechnicians& wish);

// Without coordinates, words must do: the town of the site in what somebody's card says of the area
// they look after, or of where they start from.
enum class Nearness { area, base, far, unknown };
constexpr auto names(Nearness) {
    return enum_names("area", "base", "far", "unknown");
}

struct ProposedTechnician {
    PersonId person{};
    std::string name{};
    std::optional<Time> free_at{};  // The first start in the window. Nothing: none.
    Nearness nearness = Nearness::unknown;
    std::string base{};
    std::string area{};
    bool meets_skills = true;  // All that are mandatory here.
    int skills_matched = 0;
    int minutes_that_day = 0;  // Of other appointments, travel included.
};
void describe(Fields& fields, ProposedTechnician& technician);

struct TechnicianProposal {
    std::vector<ProposedTechnician> items{};  // The best first.
};
void describe(Fields& fields, TechnicianProposal& proposal);

// --- Settings of the company

// What a technician's calendar says outside of the house.
enum class FeedDetail { busy, usual, full };
constexpr auto names(FeedDetail) {
    return enum_names("busy", "usual", "full");
}

struct AppointmentSettings {
    std::int64_t version = 1;
    int move_hours = 24;  // How long before the customer may still move or cancel.
    FeedDetail feed_detail = FeedDetail::usual;
};
void describe(Fields& fields, AppointmentSettings& settings);

struct EditAppointmentSettings {
    std::int64_t version = 1;
    std::optional<int> move_hours{};
    std::optional<FeedDetail> feed_detail{};
};
void describe(Fields& fields, EditAppointmentSettings& wish);

// --- Events: the state after the step. The texts of each are named beside it.

struct AppointmentStep {
    AppointmentId appointment{};
    std::int64_t version = 1;  // The appointment's.
    AppointmentKind kind = AppointmentKind::visit;
    AppointmentState state = AppointmentState::agreed;
    std::vector<PersonId> persons{};
    std::optional<Time> starts_at{};
    std::vector<Time> offers{};
    int minutes = 0;
    int travel_before = 0;
    int travel_after = 0;
    std::optional<people::SiteId> site{};
    std::optional<PersonId> contact{};
    std::optional<MissedBy> missed_by{};
    int sequence = 0;
    std::optional<bool> by_link{};  // The customer did it, without signing in.

    friend bool operator==(const AppointmentStep&, const AppointmentStep&) = default;
};

// address; customerNote; internalNote, hidden from customers
struct TicketAppointmentMade {
    static constexpr std::string_view name = "tickets.appointment_made";
    static constexpr int schema = 1;

    AppointmentStep step{};
};
void describe(Fields& fields, TicketAppointmentMade& event);

// The plan is another one: times, people, place or notes. Texts as above.
struct TicketAppointmentChanged {
    static constexpr std::string_view name = "tickets.appointment_changed";
    static constexpr int schema = 1;

    AppointmentStep step{};
};
void describe(Fields& fields, TicketAppointmentChanged& event);

// The customer has picked one of the times, or another one in its place.
struct TicketAppointmentAgreed {
    static constexpr std::string_view name = "tickets.appointment_agreed";
    static constexpr int schema = 1;

    AppointmentStep step{};
};
void describe(Fields& fields, TicketAppointmentAgreed& event);

struct TicketAppointmentEnded {  // reason
    static constexpr std::string_view name = "tickets.appointment_ended";
    static constexpr int schema = 1;

    AppointmentStep step{};
};
void describe(Fields& fields, TicketAppointmentEnded& event);

struct TicketAppointmentReminded {
    static constexpr std::string_view name = "tickets.appointment_reminded";
    static constexpr int schema = 1;

    AppointmentStep step{};
};
void describe(Fields& fields, TicketAppointmentReminded& event);

// The customer's link was sent anew, or all of them were taken back.
struct TicketAppointmentLinked {
    static constexpr std::string_view name = "tickets.appointment_linked";
    static constexpr int schema = 1;

    AppointmentStep step{};
    bool active = true;
};
void describe(Fields& fields, TicketAppointmentLinked& event);

struct AppointmentSettingsChanged {
    static constexpr std::string_view name = "tickets.appointment_settings_changed";
    static constexpr int schema = 1;

    int move_hours = 24;
    FeedDetail feed_detail = FeedDetail::usual;
};
void describe(Fields& fields, AppointmentSettingsChanged& event);

inline constexpr Reason appointment_time_missing{Refusal::invalid,
                                                 "tickets.appointment_time_missing"};
inline constexpr Reason appointment_in_past{Refusal::invalid, "tickets.appointment_in_past"};
inline constexpr Reason appointment_too_far{Refusal::invalid, "tickets.appointment_too_far"};
inline constexpr Reason offers_doubled{Refusal::invalid, "tickets.offers_doubled"};
inline constexpr Reason place_missing{Refusal::invalid, "tickets.place_missing"};
inline constexpr Reason place_superfluous{Refusal::invalid, "tickets.place_superfluous"};
inline constexpr Reason site_unknown{Refusal::invalid, "tickets.site_unknown"};
inline constexpr Reason contact_unknown{Refusal::invalid, "tickets.contact_unknown"};
inline constexpr Reason contact_unreachable{Refusal::invalid, "tickets.contact_unreachable"};
inline constexpr Reason technician_unknown{Refusal::invalid, "tickets.technician_unknown"};
inline constexpr Reason technician_booked{Refusal::conflict, "tickets.technician_booked"};
inline constexpr Reason appointment_over{Refusal::conflict, "tickets.appointment_over"};
inline constexpr Reason appointment_not_begun{Refusal::conflict, "tickets.appointment_not_begun"};
inline constexpr Reason appointment_not_agreed{Refusal::conflict, "tickets.appointment_not_agreed"};
inline constexpr Reason appointment_state_impossible{Refusal::invalid,
                                                     "tickets.appointment_state_impossible"};
inline constexpr Reason missed_by_missing{Refusal::invalid, "tickets.missed_by_missing"};
inline constexpr Reason cancel_reason_missing{Refusal::invalid, "tickets.cancel_reason_missing"};
inline constexpr Reason window_malformed{Refusal::invalid, "tickets.window_malformed"};
inline constexpr Reason appointment_open{Refusal::conflict, "tickets.appointment_open"};
inline constexpr Reason appointments_too_many{Refusal::conflict, "tickets.appointments_too_many"};

}  // namespace ogniwo::tickets
