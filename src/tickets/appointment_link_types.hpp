#pragma once

// What a customer sees and does of one appointment by a link from a letter, without signing in.
//
// The link stands for the person it was sent to and opens nothing but this appointment. Looking at
// it changes nothing and uses nothing up: it holds until the appointment is over or somebody of
// ours takes it back.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "people/types.hpp"
#include "tickets/appointment_types.hpp"

namespace ogniwo::tickets {

inline constexpr int free_times_by_link = 50;
inline constexpr Minutes free_times_apart{60};
inline constexpr std::chrono::hours free_times_ahead{24 * 14};

struct LookAtAppointment {
    std::string token{};
};
void describe(Fields& fields, LookAtAppointment& wish);

struct LinkedAppointment {
    AppointmentKind kind = AppointmentKind::visit;
    AppointmentState state = AppointmentState::agreed;
    TicketId ticket{};
    std::string company_name{};
    people::Language language = people::Language::pl;
    std::string zone{};
    std::string given_name{};
    std::vector<std::string> technicians{};
    std::optional<Time> starts_at{};
    int minutes = 0;
    std::optional<std::string> place{};
    std::optional<std::string> customer_note{};
    std::vector<Time> offers{};  // That can still be chosen.
    std::optional<Time> offers_until{};
    std::vector<Time> free_times{};  // To which an agreed one may be moved.
    bool may_move = false;           // Or cancel.
    int move_hours = 24;
};
void describe(Fields& fields, LinkedAppointment& appointment);

// One of the offers; where it is agreed already, another one or a free time in its place.
struct ChooseAppointmentTime {
    std::string token{};
    Time starts_at{};
};
void describe(Fields& fields, ChooseAppointmentTime& wish);

struct CancelAppointmentByLink {
    std::string token{};
    std::string reason{};
};
void describe(Fields& fields, CancelAppointmentByLink& wish);

// --- What staff do with links

struct AppointmentLetter {
    std::string contact_name{};  // Who gets it.
};
void describe(Fields& fields, AppointmentLetter& letter);

struct RevokedLinks {
    std::int64_t links = 0;
};
void describe(Fields& fields, RevokedLinks& revoked);

inline constexpr Reason appointment_too_late{Refusal::conflict, "tickets.appointment_too_late"};
inline constexpr Reason appointment_time_taken{Refusal::conflict, "tickets.appointment_time_taken"};
inline constexpr Reason offers_expired{Refusal::conflict, "tickets.offers_expired"};
inline constexpr Reason time_not_offered{Refusal::invalid, "tickets.time_not_offered"};

}  // namespace ogniwo::tickets
