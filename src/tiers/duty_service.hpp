#pragma once

// Who works when: read by everybody of our company, planned by those who may, wished for by
// technicians themselves. What may tell of somebody's health is for them and for planners only.

#include <string_view>
#include <vector>

#include "storage/work.hpp"
#include "tiers/duty_types.hpp"

namespace ogniwo::tiers {

// For each tier who works, who is absent, who covers whom, who is on call: now or at a moment.
Result<DutyNow> read_duty(const View& view, const ReadDuty& wish);

Result<TierHours> edit_tier_hours(Work& work, const EditTierHours& wish);

Result<Technician> read_technician(const View& view, const ReadTechnician& wish);
Result<Technician> edit_technician(Work& work, const EditTechnician& wish);
Result<Technician> set_availability(Work& work, const SetAvailability& wish);

// Each answers the whole card of the person.
Result<Technician> set_pattern(Work& work, const SetPattern& wish);
Result<Technician> remove_pattern(Work& work, const RemovePattern& wish);
Result<Technician> add_shift(Work& work, const AddShift& wish);
Result<Technician> remove_shift(Work& work, const RemoveShift& wish);

// What is not over, in order of its beginning. Wishes of others are for planners.
Result<AbsenceList> list_absences(const View& view, const ListAbsences& wish);
// A wish, or at once approved when a planner enters it.
Result<Absence> enter_absence(Work& work, const EnterAbsence& wish);
Result<Absence> decide_absence(Work& work, const DecideAbsence& wish);
// One's own as long as nobody has decided; planners any.
Result<Nothing> remove_absence(Work& work, const RemoveAbsence& wish);

Result<OnCallList> list_on_call(const View& view, const ListOnCall& wish);
Result<OnCall> add_on_call(Work& work, const AddOnCall& wish);
Result<Nothing> remove_on_call(Work& work, const RemoveOnCall& wish);

// For slices above, which have asked for their own rights already: all members of a tier, and
// whoever stands in for one of them from outside. People who were disabled are not on duty.
std::vector<DutyMember> duty_members(Tx& tx, int tier, Time at);

// By an approved absence.
bool is_absent(Tx& tx, PersonId person, Time at);

// When the shift ends that the person is in at that moment; nothing while they are in none.
std::optional<Time> shift_end(Tx& tx, PersonId person, Time at);

// Set when somebody may have room for work again; whoever gives out work handles it.
inline constexpr std::string_view duty_changed_timer = "tiers.duty_changed";

// What is held about a person's duty, and how it is forgotten. Idempotent.
PersonDuty duty_of_person(const View& view, PersonId person);
// Shifts and on-call times that are not over.
std::int64_t duty_ahead(const View& view, PersonId person);
void erase_duty(Work& work, PersonId person);

}  // namespace ogniwo::tiers
