#pragma once

// Who works when, as pure functions over what is planned, a moment and a zone.
//
// Stretches of time are half-open. A week's span is laid on every local date, with both its ends
// read off that zone's clock: "22:00 to 06:00" is seven hours in the night of the spring change and
// nine in that of autumn. What touches is one stretch.

#include <optional>
#include <string_view>
#include <vector>

#include "tiers/duty_types.hpp"

namespace ogniwo::tiers {

struct Stretch {
    Time from{};
    Time to{};

    friend bool operator==(const Stretch&, const Stretch&) = default;
};

// What decides when one person works. Absences that are not approved do not count.
struct DutyPlan {
    PersonId person{};
    bool has_shifts = false;  // Some pattern or single shift, whenever.
    std::vector<WeekPattern> patterns{};
    std::vector<Shift> shifts{};
    std::vector<Absence> absences{};
};

// How far a question looks ahead: what lasts longer has no end.
inline constexpr std::chrono::hours horizon{24 * 8};

// In order and apart: every stretch that begins on a local date from the day before `window` on.
std::vector<Stretch> weekly(const std::vector<WeekSpan>& spans,
                            const Stretch& window,
                            std::string_view zone);
// The same for a person: patterns by their day, single shifts in their place.
std::vector<Stretch> planned(const DutyPlan& plan, const Stretch& window, std::string_view zone);

// How much of the window the person was planned to work: shifts less approved absences.
Microseconds work_of(const DutyPlan& plan, const Stretch& window, std::string_view zone);

// In order and apart: what meets or touches becomes one.
std::vector<Stretch> merged(std::vector<Stretch> stretches);

// The stretch that holds the moment.
std::optional<Stretch> stretch_at(const std::vector<Stretch>& stretches, Time at);

// Whether hours are running, and when that changes. No hours at all: always.
struct Opening {
    bool is_open = true;
    std::optional<Time> changes_at{};
};
Opening opening_at(const std::vector<WeekSpan>& hours, Time at, std::string_view zone);

// Who of a tier works at a moment. Where no member has shifts, all of them do while the hours run.
// Whoever covers an absent member stands in for them while that member's own shift lasts, also from
// outside of the tier; `covers` are the plans of those people. Nobody covers who is absent
// themself.
struct TierPlan {
    std::vector<WeekSpan> hours{};
    std::vector<DutyPlan> members{};
    std::vector<DutyPlan> covers{};
};
struct TierDuty {
    Opening opening{};
    bool has_shifts = false;
    std::vector<OnDuty> working{};
    std::vector<AbsentNow> absent{};
};
TierDuty duty_at(const TierPlan& plan, Time at, std::string_view zone);

// `away` that was to end by itself has ended.
Availability availability_at(const Technician& technician, Time at);

// --- Wishes -----------------------------------------------------------------------------------

// Minutes of a day, at most 24 hours, apart from one another also over Sunday's midnight. All
// errors at once, under `pointer`.
Outcome check_spans(const std::vector<WeekSpan>& spans, std::string_view pointer);

// Ends after it starts, and lasts at most so long.
Outcome check_stretch(const Stretch& stretch, std::chrono::hours most);

bool overlap(const Stretch& a, const Stretch& b);

// Whole days in that zone, or moments: one of the two, and the whole of it.
struct AbsenceTime {
    Stretch stretch{};
    bool whole_days = true;
};
Result<AbsenceTime> absence_time(const EnterAbsence& wish, std::string_view zone);

}  // namespace ogniwo::tiers
