#pragma once

// Duty in its tables: hours of tiers, people's cards, patterns, shifts, absences, on call.

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "storage/work.hpp"
#include "tiers/duty_types.hpp"

namespace ogniwo::tiers::store {

// --- Tiers

std::optional<TierHours> find_hours(Tx& tx, int tier);
// The version goes up by one; false when it is not this one.
bool save_hours(Tx& tx, const TierHours& hours);
// Raises the version of the tier, so that verbs on one tier queue up; nothing: no such tier.
std::optional<std::int64_t> claim_tier(Tx& tx, int tier);

// In order of their coming; `has_shifts` says whether there is any pattern or single shift.
struct MemberRow {
    Technician technician{};
    bool has_shifts = false;
};
std::vector<MemberRow> list_members(Tx& tx, int tier);

// --- One person: without a row, as the defaults say

Technician find_technician(Tx& tx, PersonId person);
// Raises the version, so that verbs on one person queue up, and makes the row.
Technician claim_technician(Tx& tx, PersonId person);
void update_technician(Tx& tx, const Technician& technician);

struct PatternRow {
    PersonId person{};
    WeekPattern pattern{};
};
std::vector<PatternRow> list_patterns(Tx& tx, const std::vector<PersonId>& persons);
std::optional<PatternRow> find_pattern(Tx& tx, PatternId pattern);
// In place of the one that begins on the same day.
PatternId save_pattern(Tx& tx, PersonId person, const WeekPattern& pattern);
void delete_pattern(Tx& tx, PatternId pattern);

// Who has any pattern or single shift, in order of their ids.
std::vector<PersonId> list_planned_persons(Tx& tx);

struct ShiftRow {
    PersonId person{};
    Shift shift{};
};
// Those that end after `from` and begin before `to`.
std::vector<ShiftRow> list_shifts(Tx& tx,
                                  const std::vector<PersonId>& persons,
                                  const std::pair<Time, Time>& window);
std::optional<ShiftRow> find_shift(Tx& tx, ShiftId shift);
ShiftId insert_shift(Tx& tx, PersonId person, const Shift& shift);
void delete_shift(Tx& tx, ShiftId shift);

// --- Absences, without names

std::vector<Absence> list_absences_of(Tx& tx,
                                      const std::vector<PersonId>& persons,
                                      const std::pair<Time, Time>& window);
struct AbsenceFilter {
    Time ends_after{};
    std::optional<PersonId> person{};
    std::optional<AbsenceState> state{};
    int limit = 0;
};
// In order of their beginning.
std::vector<Absence> list_absences(Tx& tx, const AbsenceFilter& filter);
std::optional<Absence> find_absence(Tx& tx, AbsenceId absence);
AbsenceId insert_absence(Tx& tx, const Absence& absence);
void save_state(Tx& tx, AbsenceId absence, AbsenceState state);
void delete_absence(Tx& tx, AbsenceId absence);

// --- On call, without names

std::vector<OnCall> list_on_call(Tx& tx, int tier, Time ends_after, int limit);
std::optional<OnCall> find_on_call_at(Tx& tx, int tier, Time at);
std::optional<OnCall> find_on_call(Tx& tx, OnCallId on_call);
OnCallId insert_on_call(Tx& tx, const OnCall& on_call);
void delete_on_call(Tx& tx, OnCallId on_call);

// Shifts and on-call times of the person's that are not over.
std::int64_t count_duty_ahead(Tx& tx, PersonId person, Time now);

// Everything about the person; whom they covered is covered by nobody.
void delete_duty_of(Tx& tx, PersonId person);

}  // namespace ogniwo::tiers::store
