#pragma once

// Times of people and what speaks against them, as pure functions.
//
// Stretches of time are half-open: what ends at nine does not touch what begins at nine. Whoever is
// on the way is as little elsewhere as whoever is there, so bookings meet with their travel; the
// hours of work bound the appointment itself. Days and holidays are those of our company's zone.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tickets/appointment_link_types.hpp"
#include "tickets/appointment_types.hpp"

namespace ogniwo::tickets {

struct Stretch {
    Time from{};
    Time to{};

    friend bool operator==(const Stretch&, const Stretch&) = default;
};

// Another appointment that takes a person's time.
struct Taken {
    AppointmentId appointment{};
    TicketId ticket{};
    Stretch time{};       // With travel.
    bool is_firm = true;  // Else it is only offered.
};

struct PersonTimes {
    PersonId person{};
    bool knows_hours = false;
    std::vector<Stretch> works{};  // In order and apart.
    std::vector<Stretch> absences{};
    std::vector<Taken> taken{};
};

// How long, and how long on the way.
struct Extent {
    Minutes minutes{};
    Minutes before{};
    Minutes after{};
};
Stretch with_travel(Time start, const Extent& extent);

// Field errors below `pointer` ("/plan"), all at once: a time that is named twice, in the past or
// years away; neither a start nor offers, or both; a visit without a place, or a place without one.
// Times that it had before may stay whenever they are, unless it was an offer that has expired.
Outcome check_plan(const AppointmentWish& plan,
                   Time now,
                   const std::string& pointer,
                   const Appointment& before = {});

// Its one start, or those that are offered.
std::vector<Time> starts_of(const Appointment& appointment);
// It is agreed and not yet ended, or may still be agreed.
bool is_expected(const Appointment& appointment, Time now);
// The customer knows all of it already: what was promised stands. Our own words and our way there
// are no promise, and an offer may stay open for longer.
bool keeps_promise(const Appointment& before, const Appointment& after, Time now);

// What speaks against this start: the holiday first, then person by person in the order of
// ClashKind.
std::vector<AppointmentClash> clashes_at(const std::vector<PersonTimes>& persons,
                                         Time start,
                                         const Extent& extent,
                                         std::string_view zone);

// Starts on the half hours of the window (or as `step` says), `now` or later, against which nothing
// speaks, at most `most`. Where nobody has said when somebody works: from Monday to Friday, 8:00 to
// 16:00.
struct FreeSearch {
    Stretch window{};
    Extent extent{};
    std::size_t most = free_times_most;
    Minutes step{30};
};
std::vector<Time> free_starts(const std::vector<PersonTimes>& persons,
                              const FreeSearch& search,
                              Time now,
                              std::string_view zone);

// "Poznań" in "Poznań i okolice": without case and diacritics, as a word of its own. The town of
// the site against somebody's area and base.
Nearness nearness_of(std::string_view town, std::string_view base, std::string_view area);

// Whoever is free comes first, then who meets the skills, who is near, who has more of the skills,
// who has less to do on that day, whose turn comes first by name.
void rank(std::vector<ProposedTechnician>& technicians);

// 24 hours before, and never between 20:00 and 8:00 on the zone's clock: what would come later on
// that day comes at 20:00, what would come earlier at 8:00.
Time reminder_at(Time starts_at, std::string_view zone);

// What may be done with it from outside. In this order: it is over or cancelled; too late.
Outcome may_still_move(const Appointment& appointment, Time now, int move_hours);
// In this order: it is over; a technician's absence needs a who; a cancellation a why; what has not
// begun is neither done nor missed; what was not agreed neither.
Outcome may_end(const Appointment& appointment, const EndAppointment& wish, Time now);

}  // namespace ogniwo::tickets
