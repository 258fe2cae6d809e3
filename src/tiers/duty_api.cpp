#include "tiers/duty_api.hpp"

#include "base/describe.hpp"
#include "base/json.hpp"
#include "operations/operations.hpp"
#include "people/service.hpp"
#include "tiers/duty_service.hpp"
#include "tiers/week_types.hpp"

namespace ogniwo::tiers {
namespace {

constexpr int minutes_of_day = 1'440;
constexpr int base_most = 200;
constexpr int area_most = 1'000;

const Date sample_day{std::chrono::year{2027}, std::chrono::month{1}, std::chrono::day{4}};

// Hours after its midnight.
Time sample_time(int hours) {
    return std::chrono::sys_days{sample_day} + std::chrono::hours{hours};
}

void mount_tiers(Operations& operations) {
    operations.get("tiers.read_duty", "/duty", see, read_duty, ReadDuty{})
        .about("Who works in each tier, until when; who is absent and who covers; who is on call.");
    operations
        .patch<EditTierHours, TierHours>("tiers.edit_tier_hours",
                                         "/duty/tiers/{tier}/hours",
                                         plan_duty,
                                         edit_tier_hours,
                                         {.tier = 1, .version = 1})
        .about("The weekly hours of a tier, on the clock of our company. None: nobody says.");
    operations
        .get<ListOnCall, OnCallList>(
            "tiers.list_on_call", "/duty/tiers/{tier}/on-call", see, list_on_call, {.tier = 1})
        .about("Who is on call and will be, in order.");
    operations
        .post<AddOnCall, OnCall>(
            "tiers.add_on_call",
            "/duty/tiers/{tier}/on-call",
            plan_duty,
            add_on_call,
            {.tier = 1, .starts_at = sample_time(0), .ends_at = sample_time(24), .first = {1}})
        .creates()
        .about("A stretch of the rota, with a first person and maybe a second one.");
    operations
        .del<RemoveOnCall, Nothing>("tiers.remove_on_call",
                                    "/duty/on-call/{onCall}",
                                    plan_duty,
                                    remove_on_call,
                                    {.on_call = {1}})
        .about("Takes a stretch out of the rota.");
}

void mount_technicians(Operations& operations) {
    operations
        .get<ReadTechnician, Technician>("tiers.read_technician",
                                         "/duty/technicians/{person}",
                                         see,
                                         read_technician,
                                         {.person = {1}})
        .about("Capacity, availability, base, area and shifts of one of our people.");
    operations
        .patch<EditTechnician, Technician>("tiers.edit_technician",
                                           "/duty/technicians/{person}",
                                           plan_duty,
                                           edit_technician,
                                           {.person = {1}, .version = 1, .capacity = 10})
        .about("Capacity null: nothing is assigned to them automatically.");
    operations
        .post<SetAvailability, Technician>("tiers.set_availability",
                                           "/duty/availability",
                                           own_duty,
                                           set_availability,
                                           {.availability = Availability::on})
        .about("One's own: on, busy, or away, which may end by itself.");
    operations
        .post<SetPattern, Technician>("tiers.set_pattern",
                                      "/duty/patterns",
                                      plan_duty,
                                      set_pattern,
                                      {.person = {1}, .valid_from = sample_day})
        .about("What a person works every week from a day on, until the next pattern begins.");
    operations
        .del<RemovePattern, Technician>("tiers.remove_pattern",
                                        "/duty/patterns/{pattern}",
                                        plan_duty,
                                        remove_pattern,
                                        {.pattern = {1}})
        .about("The pattern before it counts again.");
    operations
        .post<AddShift, Technician>(
            "tiers.add_shift",
            "/duty/shifts",
            plan_duty,
            add_shift,
            {.person = {1}, .starts_at = sample_time(8), .ends_at = sample_time(16)})
        .about("A single shift; on the day on which it begins the pattern does not count.");
    operations
        .del<RemoveShift, Technician>(
            "tiers.remove_shift", "/duty/shifts/{shift}", plan_duty, remove_shift, {.shift = {1}})
        .about("Takes a single shift back.");
}

void mount_absences(Operations& operations) {
    operations.get("tiers.list_absences", "/duty/absences", see, list_absences, ListAbsences{})
        .about("Absences that are not over. Wishes and kinds of others are for planners.");
    operations
        .post<EnterAbsence, Absence>("tiers.enter_absence",
                                     "/duty/absences",
                                     own_duty,
                                     enter_absence,
                                     {.from = sample_day, .to = sample_day})
        .creates()
        .about("Whole days or from moment to moment; a wish, unless a planner enters it.");
    operations
        .post<DecideAbsence, Absence>("tiers.decide_absence",
                                      "/duty/absences/{absence}/decision",
                                      plan_duty,
                                      decide_absence,
                                      {.absence = {1}})
        .about("Approves a wish, or declines it.");
    operations
        .del<RemoveAbsence, Nothing>("tiers.remove_absence",
                                     "/duty/absences/{absence}",
                                     own_duty,
                                     remove_absence,
                                     {.absence = {1}})
        .about("One's own as long as nobody has decided; planners any.");
}

}  // namespace

void describe(Fields& fields, TimeSpan& span) {
    fields("from", span.from);
    fields("to", span.to);
}

void describe(Fields& fields, WeekAbsence& absence) {
    fields("from", absence.from);
    fields("to", absence.to);
    fields("kind", absence.kind).about("Absent: not for this reader.");
}

void describe(Fields& fields, WeekOnCall& span) {
    fields("tier", span.tier);
    fields("from", span.from);
    fields("to", span.to);
}

void describe(Fields& fields, PersonWeek& week) {
    fields("person", week.person);
    fields("name", week.name);
    fields("base", week.base);
    fields("area", week.area);
    fields("knowsHours", week.knows_hours).about("False: nobody has said when they work.");
    fields("works", week.works);
    fields("absences", week.absences);
    fields("onCall", week.on_call);
}

void describe(Fields& fields, WeekSpan& span) {
    fields("day", span.day);
    fields("from", span.from).within(0, minutes_of_day).about("Minutes since local midnight.");
    fields("to", span.to)
        .within(0, minutes_of_day)
        .about("Not after `from`: on the next day. 1440 is the end of this one.");
}

void describe(Fields& fields, WeekPattern& pattern) {
    fields("id", pattern.id);
    fields("validFrom", pattern.valid_from);
    fields("spans", pattern.spans);
}

void describe(Fields& fields, Shift& shift) {
    fields("id", shift.id);
    fields("startsAt", shift.starts_at);
    fields("endsAt", shift.ends_at);
}

void describe(Fields& fields, Absence& absence) {
    fields("id", absence.id);
    fields("person", absence.person);
    fields("name", absence.name);
    fields("kind", absence.kind).about("For the person and for planners.");
    fields("state", absence.state);
    fields("startsAt", absence.starts_at);
    fields("endsAt", absence.ends_at);
    fields("wholeDays", absence.whole_days);
    fields("cover", absence.cover);
    fields("coverName", absence.cover_name);
}

void describe(Fields& fields, AbsenceList& list) {
    fields("items", list.items).about("At most 500.");
    fields("next", list.next);
}

void describe(Fields& fields, OnCall& span) {
    fields("id", span.id);
    fields("tier", span.tier);
    fields("startsAt", span.starts_at);
    fields("endsAt", span.ends_at);
    fields("first", span.first);
    fields("firstName", span.first_name);
    fields("second", span.second);
    fields("secondName", span.second_name);
}

void describe(Fields& fields, OnCallList& list) {
    fields("items", list.items).about("At most 500.");
    fields("next", list.next);
}

void describe(Fields& fields, Technician& technician) {
    fields("person", technician.person);
    fields("name", technician.name);
    fields("version", technician.version);
    fields("capacity", technician.capacity)
        .about("The most open tickets that automatic assignment gives; absent: none.");
    fields("availability", technician.availability);
    fields("awayUntil", technician.away_until);
    fields("base", technician.base).about("Where they set out from.");
    fields("area", technician.area).about("Places and beginnings of post codes they go to.");
    fields("patterns", technician.patterns);
    fields("shifts", technician.shifts).about("Those that are not over.");
}

void describe(Fields& fields, OnDuty& duty) {
    fields("person", duty.person);
    fields("name", duty.name);
    fields("until", duty.until).about("Absent: more than a week, or nobody planned it.");
    fields("covers", duty.covers).about("In whose place.");
    fields("coversName", duty.covers_name);
    fields("availability", duty.availability);
    fields("awayUntil", duty.away_until);
}

void describe(Fields& fields, AbsentNow& absent) {
    fields("person", absent.person);
    fields("name", absent.name);
    fields("kind", absent.kind).about("For the person and for planners.");
    fields("until", absent.until);
    fields("cover", absent.cover);
    fields("coverName", absent.cover_name);
}

void describe(Fields& fields, DutyTier& tier) {
    fields("tier", tier.tier);
    fields("namePl", tier.name_pl);
    fields("nameEn", tier.name_en);
    fields("hoursVersion", tier.hours_version);
    fields("hours", tier.hours).about("Empty: nobody has said any.");
    fields("isOpen", tier.is_open);
    fields("changesAt", tier.changes_at).about("When the hours begin or end next.");
    fields("hasShifts", tier.has_shifts)
        .about("Else all members count as on duty within the hours.");
    fields("working", tier.working);
    fields("absent", tier.absent);
    fields("onCall", tier.on_call);
}

void describe(Fields& fields, DutyNow& duty) {
    fields("at", duty.at);
    fields("zone", duty.zone);
    fields("tiers", duty.tiers);
}

void describe(Fields& fields, ReadDuty& wish) {
    fields("at", wish.at).about("Absent: now.");
}

void describe(Fields& fields, EditTierHours& wish) {
    fields("tier", wish.tier).within(1, highest_possible_tier);
    fields("version", wish.version);
    fields("hours", wish.hours).at_most(spans_most);
}

void describe(Fields& fields, TierHours& hours) {
    fields("tier", hours.tier);
    fields("version", hours.version);
    fields("hours", hours.hours);
}

void describe(Fields& fields, ReadTechnician& wish) {
    fields("person", wish.person);
}

void describe(Fields& fields, EditTechnician& wish) {
    fields("person", wish.person);
    fields("version", wish.version);
    fields("capacity", wish.capacity).within(0, capacity_most);
    fields("base", wish.base).at_most(base_most);
    fields("area", wish.area).at_most(area_most).multiline();
}

void describe(Fields& fields, SetAvailability& wish) {
    fields("availability", wish.availability);
    fields("until", wish.until).about("Of `away`: when it ends by itself.");
}

void describe(Fields& fields, SetPattern& wish) {
    fields("person", wish.person);
    fields("validFrom", wish.valid_from);
    fields("spans", wish.spans).at_most(spans_most).about("None: does not work by a pattern.");
}

void describe(Fields& fields, RemovePattern& wish) {
    fields("pattern", wish.pattern);
}

void describe(Fields& fields, AddShift& wish) {
    fields("person", wish.person);
    fields("startsAt", wish.starts_at);
    fields("endsAt", wish.ends_at).about("At most 36 hours later.");
}

void describe(Fields& fields, RemoveShift& wish) {
    fields("shift", wish.shift);
}

void describe(Fields& fields, ListAbsences& wish) {
    fields("person", wish.person);
    fields("state", wish.state);
}

void describe(Fields& fields, EnterAbsence& wish) {
    fields("person", wish.person).about("Absent: the one who asks.");
    fields("kind", wish.kind);
    fields("from", wish.from).about("The first whole day.");
    fields("to", wish.to).about("The last whole day.");
    fields("startsAt", wish.starts_at).about("Or from moment to moment.");
    fields("endsAt", wish.ends_at);
    fields("cover", wish.cover);
}

void describe(Fields& fields, DecideAbsence& wish) {
    fields("absence", wish.absence);
    fields("approve", wish.approve);
}

void describe(Fields& fields, RemoveAbsence& wish) {
    fields("absence", wish.absence);
}

void describe(Fields& fields, ListOnCall& wish) {
    fields("tier", wish.tier).within(1, highest_possible_tier);
}

void describe(Fields& fields, AddOnCall& wish) {
    fields("tier", wish.tier).within(1, highest_possible_tier);
    fields("startsAt", wish.starts_at);
    fields("endsAt", wish.ends_at);
    fields("first", wish.first);
    fields("second", wish.second);
}

void describe(Fields& fields, RemoveOnCall& wish) {
    fields("onCall", wish.on_call);
}

void describe(Fields& fields, PersonDuty& duty) {
    fields("technician", duty.technician);
    fields("absences", duty.absences);
}

void describe(Fields& fields, TechnicianChanged& event) {
    fields("capacity", event.capacity);
}

void describe(Fields& fields, AvailabilitySet& event) {
    fields("availability", event.availability);
    fields("until", event.until);
}

void describe(Fields& fields, PatternSet& event) {
    fields("pattern", event.pattern);
    fields("validFrom", event.valid_from);
    fields("spans", event.spans);
}

void describe(Fields& fields, PatternRemoved& event) {
    fields("pattern", event.pattern);
}

void describe(Fields& fields, ShiftAdded& event) {
    fields("shift", event.shift);
    fields("startsAt", event.starts_at);
    fields("endsAt", event.ends_at);
}

void describe(Fields& fields, ShiftRemoved& event) {
    fields("shift", event.shift);
}

void describe(Fields& fields, AbsenceEntered& event) {
    fields("absence", event.absence);
    fields("state", event.state);
    fields("startsAt", event.starts_at);
    fields("endsAt", event.ends_at);
    fields("cover", event.cover);
}

void describe(Fields& fields, AbsenceDecided& event) {
    fields("absence", event.absence);
    fields("state", event.state);
}

void describe(Fields& fields, AbsenceRemoved& event) {
    fields("absence", event.absence);
}

void describe(Fields& fields, OnCallAdded& event) {
    fields("onCall", event.on_call);
    fields("startsAt", event.starts_at);
    fields("endsAt", event.ends_at);
    fields("first", event.first);
    fields("second", event.second);
}

void describe(Fields& fields, OnCallRemoved& event) {
    fields("onCall", event.on_call);
}

void describe(Fields& fields, HoursChanged& event) {
    fields("hours", event.hours);
}

void mount_duty(Operations& operations) {
    using people::Role;
    people::allow(own_duty, {Role::administrator, Role::lead, Role::technician});
    people::allow(plan_duty, {Role::administrator, Role::lead});
    mount_tiers(operations);
    mount_technicians(operations);
    mount_absences(operations);
    people::on_export("duty", [](const View& view, PersonId person) {
        return to_json(duty_of_person(view, person));
    });
    people::on_erase("duty", erase_duty);
    people::on_person_merge("duty", {}, duty_ahead);
}

}  // namespace ogniwo::tiers
