#pragma once

// What the duty of several people looks like over some days: for calendars of slices above, which
// lay their own things over it.

#include <optional>
#include <string>
#include <vector>

#include "tiers/duty_types.hpp"

namespace ogniwo::tiers {

// Half-open.
struct TimeSpan {
    Time from{};
    Time to{};

    friend bool operator==(const TimeSpan&, const TimeSpan&) = default;
};
void describe(Fields& fields, TimeSpan& span);

struct WeekAbsence {
    Time from{};
    Time to{};
    std::optional<AbsenceKind> kind{};  // Nothing: not for this reader.
};
void describe(Fields& fields, WeekAbsence& absence);

struct WeekOnCall {
    int tier = 1;
    Time from{};
    Time to{};
};
void describe(Fields& fields, WeekOnCall& span);

struct PersonWeek {
    PersonId person{};
    std::string name{};
    std::string base{};
    std::string area{};
    bool knows_hours = false;  // Neither shifts nor hours of a tier: nobody has said when.
    std::vector<TimeSpan> works{};
    std::vector<WeekAbsence> absences{};  // Approved ones.
    std::vector<WeekOnCall> on_call{};
};
void describe(Fields& fields, PersonWeek& week);

}  // namespace ogniwo::tiers
