#pragma once

// The desk's calendar: some days of all technicians side by side, with their shifts and absences,
// what is planned, and what of it clashes.

#include <optional>
#include <string>
#include <vector>

#include "tickets/appointment_types.hpp"
#include "tiers/week_types.hpp"

namespace ogniwo::tickets {

// Both days included.
struct ReadCalendarBoard {
    Date from{};
    Date to{};
};
void describe(Fields& fields, ReadCalendarBoard& wish);

struct BoardDay {
    Date day{};
    Time from{};
    Time to{};
    std::optional<Holiday> holiday{};
};
void describe(Fields& fields, BoardDay& day);

// Of a ticket that the reader does not see.
struct BoardBusy {
    PersonId person{};
    Time from{};
    Time to{};
};
void describe(Fields& fields, BoardBusy& busy);

struct BoardClash {
    AppointmentId appointment{};
    AppointmentClash clash{};
};
void describe(Fields& fields, BoardClash& clash);

struct CalendarBoard {
    std::string zone{};
    std::vector<BoardDay> days{};
    std::vector<tiers::PersonWeek> technicians{};  // By name.
    std::vector<Appointment> appointments{};       // At most a thousand, in order.
    std::vector<BoardBusy> busy{};
    std::vector<BoardClash> clashes{};  // Of agreed ones that are to come.
    bool more = false;
};
void describe(Fields& fields, CalendarBoard& board);

}  // namespace ogniwo::tickets
