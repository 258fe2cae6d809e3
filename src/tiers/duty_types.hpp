#pragma once

// Who works when, and who takes what: hours of a tier, shifts, absences, on call, capacity.
//
// Times of every week and whole days are meant on the clock of our company's zone, so a night shift
// is an hour shorter or longer when the clocks change. A shift belongs to a person and counts in
// every tier whose member they are. Everything of one person is one aggregate with one version.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "people/card_types.hpp"
#include "tiers/types.hpp"

namespace ogniwo::tiers {

using PatternId = Id<struct PatternTag>;
using ShiftId = Id<struct ShiftTag>;
using AbsenceId = Id<struct AbsenceTag>;
using OnCallId = Id<struct OnCallTag>;

inline constexpr int capacity_default = 10;
inline constexpr int capacity_most = 1'000;
inline constexpr std::size_t spans_most = 50;
inline constexpr int patterns_most = 100;          // Per person.
inline constexpr std::size_t absences_most = 100;  // Per person, that are not over.
inline constexpr int shifts_most = 500;            // Per person, that are not over.
inline constexpr int on_call_most = 500;           // Per tier, that are not over.
inline constexpr int absences_shown = 500;
inline constexpr std::chrono::hours shift_most{36};
inline constexpr std::chrono::hours longest_span{24 * 366};

// Every week on this day, both counted in minutes from local midnight. A `to` that is not after
// `from` is on the next day; 1440 is the end of this one.
struct WeekSpan {
    people::Weekday day = people::Weekday::monday;
    Minutes from{};
    Minutes to{};

    friend bool operator==(const WeekSpan&, const WeekSpan&) = default;
};
void describe(Fields& fields, WeekSpan& span);

// Works like this from that day on, until the next pattern begins. No spans: not at all.
struct WeekPattern {
    PatternId id{};
    Date valid_from{};
    std::vector<WeekSpan> spans{};
};
void describe(Fields& fields, WeekPattern& pattern);

// On the day on which a single shift begins, the pattern does not count.
struct Shift {
    ShiftId id{};
    Time starts_at{};
    Time ends_at{};
};
void describe(Fields& fields, Shift& shift);

enum class AbsenceKind { holiday, sick, training, other };
constexpr auto names(AbsenceKind) {
    return enum_names("holiday", "sick", "training", "other");
}

// Only approved ones count.
enum class AbsenceState { wished, approved, declined };
constexpr auto names(AbsenceState) {
    return enum_names("wished", "approved", "declined");
}

struct Absence {
    AbsenceId id{};
    PersonId person{};
    std::string name{};
    std::optional<AbsenceKind> kind{};  // Nothing: not for this reader.
    AbsenceState state = AbsenceState::wished;
    Time starts_at{};
    Time ends_at{};
    bool whole_days = true;
    std::optional<PersonId> cover{};
    std::optional<std::string> cover_name{};
};
void describe(Fields& fields, Absence& absence);

struct AbsenceList {
    std::vector<Absence> items{};
    std::optional<std::string> next{};  // Never set: at most 500, and only what is not over.
};
void describe(Fields& fields, AbsenceList& list);

struct OnCall {
    OnCallId id{};
    int tier = 1;
    Time starts_at{};
    Time ends_at{};
    PersonId first{};
    std::string first_name{};
    std::optional<PersonId> second{};
    std::optional<std::string> second_name{};
};
void describe(Fields& fields, OnCall& span);

struct OnCallList {
    std::vector<OnCall> items{};
    std::optional<std::string> next{};  // Never set: only what is not over.
};
void describe(Fields& fields, OnCallList& list);

enum class Availability { on, busy, away };
constexpr auto names(Availability) {
    return enum_names("on", "busy", "away");
}

struct Technician {
    PersonId person{};
    std::string name{};
    std::int64_t version = 1;
    std::optional<int> capacity = capacity_default;  // Nothing: nothing automatically.
    Availability availability = Availability::on;
    std::optional<Time> away_until{};
    std::string base{};
    std::string area{};
    std::vector<WeekPattern> patterns{};  // By day.
    std::vector<Shift> shifts{};          // Those that are not over.
};
void describe(Fields& fields, Technician& technician);

// --- Who is on duty at a moment ---------------------------------------------------------------

struct OnDuty {
    PersonId person{};
    std::string name{};
    std::optional<Time> until{};       // Nothing: more than a week, or nobody planned it.
    std::optional<PersonId> covers{};  // In whose place.
    std::optional<std::string> covers_name{};
    Availability availability = Availability::on;
    std::optional<Time> away_until{};
};
void describe(Fields& fields, OnDuty& duty);

struct AbsentNow {
    PersonId person{};
    std::string name{};
    std::optional<AbsenceKind> kind{};
    Time until{};
    std::optional<PersonId> cover{};
    std::optional<std::string> cover_name{};
};
void describe(Fields& fields, AbsentNow& absent);

struct DutyTier {
    int tier = 1;
    std::string name_pl{};
    std::string name_en{};
    std::int64_t hours_version = 1;
    std::vector<WeekSpan> hours{};  // Empty: nobody has said any.
    bool is_open = true;
    std::optional<Time> changes_at{};  // When the hours begin or end next.
    bool has_shifts = false;           // Else all members count as on duty within the hours.
    std::vector<OnDuty> working{};
    std::vector<AbsentNow> absent{};
    std::optional<OnCall> on_call{};
};
void describe(Fields& fields, DutyTier& tier);

struct DutyNow {
    Time at{};
    std::string zone{};
    std::vector<DutyTier> tiers{};
};
void describe(Fields& fields, DutyNow& duty);

// --- Wishes -----------------------------------------------------------------------------------

struct ReadDuty {
    std::optional<Time> at{};
};
void describe(Fields& fields, ReadDuty& wish);

struct EditTierHours {
    int tier = 1;
    std::int64_t version = 1;
    std::vector<WeekSpan> hours{};
};
void describe(Fields& fields, EditTierHours& wish);

struct TierHours {
    int tier = 1;
    std::int64_t version = 1;
    std::vector<WeekSpan> hours{};
};
void describe(Fields& fields, TierHours& hours);

struct ReadTechnician {
    PersonId person{};
};
void describe(Fields& fields, ReadTechnician& wish);

struct EditTechnician {
    PersonId person{};
    std::int64_t version = 1;
    std::optional<std::optional<int>> capacity{};
    std::optional<std::string> base{};
    std::optional<std::string> area{};
};
void describe(Fields& fields, EditTechnician& wish);

struct SetAvailability {
    Availability availability = Availability::on;
    std::optional<Time> until{};  // Of `away`, which then ends by itself.
};
void describe(Fields& fields, SetAvailability& wish);

struct SetPattern {
    PersonId person{};
    Date valid_from{};
    std::vector<WeekSpan> spans{};
};
void describe(Fields& fields, SetPattern& wish);

struct RemovePattern {
    PatternId pattern{};
};
void describe(Fields& fields, RemovePattern& wish);

struct AddShift {
    PersonId person{};
    Time starts_at{};
    Time ends_at{};
};
void describe(Fields& fields, AddShift& wish);

struct RemoveShift {
    ShiftId shift{};
};
void describe(Fields& fields, RemoveShift& wish);

struct ListAbsences {
    std::optional<PersonId> person{};
    std::optional<AbsenceState> state{};
};
void describe(Fields& fields, ListAbsences& wish);

// Whole days, or from moment to moment.
struct EnterAbsence {
    std::optional<PersonId> person{};  // Absent: the one who asks.
    AbsenceKind kind = AbsenceKind::holiday;
    std::optional<Date> from{};
    std::optional<Date> to{};  // The last day.
    std::optional<Time> starts_at{};
    std::optional<Time> ends_at{};
    std::optional<PersonId> cover{};
};
void describe(Fields& fields, EnterAbsence& wish);

struct DecideAbsence {
    AbsenceId absence{};
    bool approve = true;
};
void describe(Fields& fields, DecideAbsence& wish);

struct RemoveAbsence {
    AbsenceId absence{};
};
void describe(Fields& fields, RemoveAbsence& wish);

struct ListOnCall {
    int tier = 1;
};
void describe(Fields& fields, ListOnCall& wish);

struct AddOnCall {
    int tier = 1;
    Time starts_at{};
    Time ends_at{};
    PersonId first{};
    std::optional<PersonId> second{};
};
void describe(Fields& fields, AddOnCall& wish);

struct RemoveOnCall {
    OnCallId on_call{};
};
void describe(Fields& fields, RemoveOnCall& wish);

// --- What a slice above asks before it gives somebody a ticket ----------------------------------

struct DutyMember {
    PersonId person{};
    bool is_on_duty = false;
    bool is_available = true;
    std::optional<int> capacity = capacity_default;
};

// What one person's duty is, as they may take it along.
struct PersonDuty {
    Technician technician{};
    std::vector<Absence> absences{};
};
void describe(Fields& fields, PersonDuty& duty);

// --- Events. About a person's duty the subject is `technician`, else `tier`. --------------------

struct TechnicianChanged {  // base, area
    static constexpr std::string_view name = "tiers.technician_changed";
    static constexpr int schema = 1;

    std::optional<int> capacity{};
};
void describe(Fields& fields, TechnicianChanged& event);

struct AvailabilitySet {
    static constexpr std::string_view name = "tiers.availability_set";
    static constexpr int schema = 1;

    Availability availability = Availability::on;
    std::optional<Time> until{};
};
void describe(Fields& fields, AvailabilitySet& event);

struct PatternSet {
    static constexpr std::string_view name = "tiers.pattern_set";
    static constexpr int schema = 1;

    PatternId pattern{};
    Date valid_from{};
    std::vector<WeekSpan> spans{};
};
void describe(Fields& fields, PatternSet& event);

struct PatternRemoved {
    static constexpr std::string_view name = "tiers.pattern_removed";
    static constexpr int schema = 1;

    PatternId pattern{};
};
void describe(Fields& fields, PatternRemoved& event);

struct ShiftAdded {
    static constexpr std::string_view name = "tiers.shift_added";
    static constexpr int schema = 1;

    ShiftId shift{};
    Time starts_at{};
    Time ends_at{};
};
void describe(Fields& fields, ShiftAdded& event);

struct ShiftRemoved {
    static constexpr std::string_view name = "tiers.shift_removed";
    static constexpr int schema = 1;

    ShiftId shift{};
};
void describe(Fields& fields, ShiftRemoved& event);

struct AbsenceEntered {  // kind: it may tell of somebody's health, so it can be erased
    static constexpr std::string_view name = "tiers.absence_entered";
    static constexpr int schema = 1;

    AbsenceId absence{};
    AbsenceState state = AbsenceState::wished;
    Time starts_at{};
    Time ends_at{};
    std::optional<PersonId> cover{};
};
void describe(Fields& fields, AbsenceEntered& event);

struct AbsenceDecided {
    static constexpr std::string_view name = "tiers.absence_decided";
    static constexpr int schema = 1;

    AbsenceId absence{};
    AbsenceState state = AbsenceState::approved;
};
void describe(Fields& fields, AbsenceDecided& event);

struct AbsenceRemoved {
    static constexpr std::string_view name = "tiers.absence_removed";
    static constexpr int schema = 1;

    AbsenceId absence{};
};
void describe(Fields& fields, AbsenceRemoved& event);

struct OnCallAdded {
    static constexpr std::string_view name = "tiers.on_call_added";
    static constexpr int schema = 1;

    OnCallId on_call{};
    Time starts_at{};
    Time ends_at{};
    PersonId first{};
    std::optional<PersonId> second{};
};
void describe(Fields& fields, OnCallAdded& event);

struct OnCallRemoved {
    static constexpr std::string_view name = "tiers.on_call_removed";
    static constexpr int schema = 1;

    OnCallId on_call{};
};
void describe(Fields& fields, OnCallRemoved& event);

struct HoursChanged {
    static constexpr std::string_view name = "tiers.hours_changed";
    static constexpr int schema = 1;

    std::vector<WeekSpan> hours{};
};
void describe(Fields& fields, HoursChanged& event);

inline constexpr Right own_duty{"tiers.own_duty"};    // One's availability and absences.
inline constexpr Right plan_duty{"tiers.plan_duty"};  // Everybody's shifts, absences, on call.

inline constexpr Reason span_malformed{Refusal::invalid, "tiers.span_malformed"};
inline constexpr Reason spans_overlap{Refusal::invalid, "tiers.spans_overlap"};
inline constexpr Reason ends_before_start{Refusal::invalid, "tiers.ends_before_start"};
inline constexpr Reason too_long{Refusal::invalid, "tiers.too_long"};
inline constexpr Reason days_or_times{Refusal::invalid, "tiers.days_or_times"};
inline constexpr Reason cover_is_absent_person{Refusal::invalid, "tiers.cover_is_absent_person"};
inline constexpr Reason second_is_first{Refusal::invalid, "tiers.second_is_first"};
inline constexpr Reason until_without_away{Refusal::invalid, "tiers.until_without_away"};
inline constexpr Reason until_is_past{Refusal::invalid, "tiers.until_is_past"};
inline constexpr Reason shifts_overlap{Refusal::conflict, "tiers.shifts_overlap"};
inline constexpr Reason on_call_taken{Refusal::conflict, "tiers.on_call_taken"};
inline constexpr Reason absence_decided{Refusal::conflict, "tiers.absence_decided"};
inline constexpr Reason too_far_away{Refusal::invalid, "tiers.too_far_away"};
inline constexpr Reason duty_too_many{Refusal::conflict, "tiers.duty_too_many"};
inline constexpr Reason not_staff{Refusal::forbidden, "tiers.not_staff"};
inline constexpr Reason not_yours_to_plan{Refusal::forbidden, "tiers.not_yours_to_plan"};

}  // namespace ogniwo::tiers
