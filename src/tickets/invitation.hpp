#pragma once

// Appointments in the words of calendars. Private to the slice.

#include <string>

#include "operations/operations.hpp"
#include "people/types.hpp"
#include "tickets/appointment_types.hpp"
#include "tickets/icalendar.hpp"

namespace ogniwo::tickets {

std::string word_of(AppointmentKind kind, people::Language language);
// Stays the same for ever: "appointment-7@desk.example".
std::string uid_of(const View& view, std::string_view what, std::int64_t id);

// What the customer keeps: an invitation, or its withdrawal. It has a start.
TextAnswer invitation(const View& view, Appointment appointment);

// What a technician's calendar says of it outside of the house. With names and places already.
CalendarEvent feed_event(const View& view,
                         const Appointment& appointment,
                         FeedDetail detail,
                         people::Language language);

}  // namespace ogniwo::tickets
