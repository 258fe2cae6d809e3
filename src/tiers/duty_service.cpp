#include "tiers/duty_service.hpp"

#include <algorithm>
#include <map>

#include "base/text.hpp"
#include "people/service.hpp"
#include "storage/journal.hpp"
#include "storage/timers.hpp"
#include "tiers/duty_plans.hpp"
#include "tiers/duty_rules.hpp"
#include "tiers/duty_store.hpp"
#include "tiers/planned_service.hpp"
#include "tiers/service.hpp"
#include "tiers/timed_rule_service.hpp"
#include "tiers/week_service.hpp"

namespace ogniwo::tiers {
namespace {

bool may_plan(const View& view) {
    return view.actor.may_everywhere(plan_duty);
}

Error field_error(const char* pointer, const Reason& reason) {
    return {.reason = invalid_fields, .fields = {{pointer, reason.name, {}}}};
}

Outcome is_staff(Tx& tx, PersonId person, const char* pointer) {
    if (people::is_active_staff(tx, person)) return Nothing{};
    return field_error(pointer, member_not_staff);
}

std::string name_in(const std::map<PersonId, std::string>& names, PersonId person) {
    const auto found = names.find(person);
    return found == names.end() ? std::string() : found->second;
}

std::optional<std::string> name_in(const std::map<PersonId, std::string>& names,
                                   const std::optional<PersonId>& person) {
    return person ? std::optional(name_in(names, *person)) : std::nullopt;
}

std::vector<Absence> complete(const View& view, std::vector<Absence> absences) {
    std::vector<PersonId> persons;
    for (const Absence& absence : absences) {
        persons.push_back(absence.person);
        if (absence.cover) persons.push_back(*absence.cover);
    }
    const auto names = people::person_names(view.tx, persons);
    for (Absence& absence : absences) {
        absence.name = name_in(names, absence.person);
        absence.cover_name = name_in(names, absence.cover);
        if (!may_know_kind(view, absence.person)) absence.kind.reset();
    }
    return absences;
}

Absence complete(const View& view, Absence absence) {
    return complete(view, std::vector{std::move(absence)}).front();
}

std::vector<OnCall> complete(Tx& tx, std::vector<OnCall> spans) {
    std::vector<PersonId> persons;
    for (const OnCall& span : spans) {
        persons.push_back(span.first);
        if (span.second) persons.push_back(*span.second);
    }
    const auto names = people::person_names(tx, persons);
    for (OnCall& span : spans) {
        span.first_name = name_in(names, span.first);
        span.second_name = name_in(names, span.second);
    }
    return spans;
}

// With what belongs to the card.
Technician complete(const View& view, Technician technician) {
    const PersonId person = technician.person;
    technician.name = name_in(people::person_names(view.tx, {person}), person);
    technician.availability = availability_at(technician, view.now);
    if (technician.availability != Availability::away) technician.away_until.reset();
    for (auto& row : store::list_patterns(view.tx, {person})) {
        technician.patterns.push_back(std::move(row.pattern));
    }
    const std::pair to_come{view.now, Time::max()};
    for (const auto& row : store::list_shifts(view.tx, {person}, to_come)) {
        technician.shifts.push_back(row.shift);
    }
    return technician;
}

About about(const Technician& technician) {
    return {.kind = "technician", .id = technician.person.value, .version = technician.version};
}

// --- Who is on duty

std::vector<DutyPlan> plans_for(Tx& tx, const std::vector<PersonId>& persons, Time at) {
    return load_plans(tx, persons, {at - shift_reach, at + horizon});
}

struct TierNow {
    TierHours hours{};
    TierDuty duty{};
    std::map<PersonId, Technician> technicians{};  // Members, and who covers one.
    std::vector<PersonId> members{};
};

TierNow tier_at(Tx& tx, int tier, Time at) {
    TierNow now{.hours = store::find_hours(tx, tier).value_or(TierHours{.tier = tier})};
    const auto rows = store::list_members(tx, tier);
    for (const auto& row : rows) {
        now.members.push_back(row.technician.person);
        now.technicians.emplace(row.technician.person, row.technician);
    }
    TierPlan plan{.hours = now.hours.hours};
    if (!now.members.empty()) plan.members = plans_for(tx, now.members, at);
    std::vector<PersonId> outside;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        plan.members[i].has_shifts = rows[i].has_shifts;
        for (const Absence& absence : plan.members[i].absences) {
            if (!absence.cover || now.technicians.contains(*absence.cover)) continue;
            now.technicians.emplace(*absence.cover, store::find_technician(tx, *absence.cover));
            outside.push_back(*absence.cover);
        }
    }
    if (!outside.empty()) plan.covers = plans_for(tx, outside, at);
    now.duty = duty_at(plan, at, people::company_zone(tx));
    // Whoever was disabled meanwhile does not work here any more.
    const auto is_gone = [&tx](const auto& one) {
        return !people::is_active_staff(tx, one.person);
    };
    std::erase_if(now.duty.working, is_gone);
    std::erase_if(now.duty.absent, is_gone);
    return now;
}

DutyTier shown(const View& view, const Tier& tier, Time at) {
    TierNow now = tier_at(view.tx, tier.number, at);
    std::vector<PersonId> persons = now.members;
    for (const auto& [person, technician] : now.technicians) persons.push_back(person);
    for (const AbsentNow& absent : now.duty.absent) {
        if (absent.cover) persons.push_back(*absent.cover);
    }
    const auto names = people::person_names(view.tx, persons);
    for (OnDuty& duty : now.duty.working) {
        const Technician& technician = now.technicians.at(duty.person);
        duty.name = name_in(names, duty.person);
        duty.covers_name = name_in(names, duty.covers);
        duty.availability = availability_at(technician, at);
        if (duty.availability == Availability::away) duty.away_until = technician.away_until;
    }
    for (AbsentNow& absent : now.duty.absent) {
        absent.name = name_in(names, absent.person);
        absent.cover_name = name_in(names, absent.cover);
        if (!may_know_kind(view, absent.person)) absent.kind.reset();
    }
    DutyTier answer{.tier = tier.number,
                    .name_pl = tier.name_pl,
                    .name_en = tier.name_en,
                    .hours_version = now.hours.version,
                    .hours = std::move(now.hours.hours),
                    .is_open = now.duty.opening.is_open,
                    .changes_at = now.duty.opening.changes_at,
                    .has_shifts = now.duty.has_shifts,
                    .working = std::move(now.duty.working),
                    .absent = std::move(now.duty.absent)};
    if (const auto on_call = store::find_on_call_at(view.tx, tier.number, at)) {
        answer.on_call = complete(view.tx, {*on_call}).front();
    }
    return answer;
}

// --- Planning

// The person's root, claimed by somebody who may plan.
Result<Technician> claim(Work& work, PersonId person, const char* pointer) {
    if (!may_plan(work)) return not_yours_to_plan;
    TRY_DO(is_staff(work.tx, person, pointer));
    return store::claim_technician(work.tx, person);
}

void wake_routing(Work& work, PersonId person) {
    timers::set(work.tx, duty_changed_timer, person.value, work.now);
}

}  // namespace

Result<DutyNow> read_duty(const View& view, const ReadDuty& wish) {
    TRY_DO(is_near(wish.at.value_or(view.now), view.now, "/at"));
    DutyNow duty{.at = wish.at.value_or(view.now), .zone = people::company_zone(view.tx)};
    TRY(const TierList tiers, list_tiers(view, Nothing{}));
    for (const Tier& tier : tiers.items) duty.tiers.push_back(shown(view, tier, duty.at));
    return duty;
}

std::vector<DutyMember> duty_members(Tx& tx, int tier, Time at) {
    const TierNow now = tier_at(tx, tier, at);
    std::vector<DutyMember> members;
    for (const auto& [person, technician] : now.technicians) {
        const bool works =
            std::ranges::find(now.duty.working, person, &OnDuty::person) != now.duty.working.end();
        const bool is_member = std::ranges::find(now.members, person) != now.members.end();
        if (!works && !is_member) continue;
        members.push_back({.person = person,
                           .is_on_duty = works,
                           .is_available = availability_at(technician, at) == Availability::on,
                           .capacity = technician.capacity});
    }
    return members;
}

bool is_absent(Tx& tx, PersonId person, Time at) {
    const auto absences = store::list_absences_of(tx, {person}, {at, at + Microseconds{1}});
    return std::ranges::any_of(
        absences, [](const Absence& absence) { return absence.state == AbsenceState::approved; });
}

Result<TierHours> edit_tier_hours(Work& work, const EditTierHours& wish) {
    if (!may_plan(work)) return not_yours_to_plan;
    const auto version = store::claim_tier(work.tx, wish.tier);
    if (!version) return missing;
    TRY_DO(check_spans(wish.hours, "/hours"));
    TierHours hours{.tier = wish.tier, .version = wish.version, .hours = wish.hours};
    if (!store::save_hours(work.tx, hours)) return stale;
    ++hours.version;
    work.record(HoursChanged{.hours = hours.hours},
                About{.kind = "tier", .id = wish.tier, .version = *version});
    timed_rules_changed(work, wish.tier);
    return hours;
}

Result<Technician> read_technician(const View& view, const ReadTechnician& wish) {
    if (!people::is_active_staff(view.tx, wish.person)) return missing;
    return complete(view, store::find_technician(view.tx, wish.person));
}

Result<Technician> edit_technician(Work& work, const EditTechnician& wish) {
    if (!people::is_active_staff(work.tx, wish.person)) return missing;
    if (!may_plan(work)) return not_yours_to_plan;
    Technician technician = store::claim_technician(work.tx, wish.person);
    if (technician.version - 1 != wish.version) return stale;
    std::vector<EventText> texts;
    if (wish.capacity) technician.capacity = *wish.capacity;
    if (wish.base) {
        technician.base = std::string(trim(*wish.base));
        texts.push_back({"base", technician.base});
    }
    if (wish.area) {
        technician.area = std::string(trim(*wish.area));
        texts.push_back({"area", technician.area});
    }
    store::update_technician(work.tx, technician);
    work.record(
        TechnicianChanged{.capacity = technician.capacity}, about(technician), std::move(texts));
    wake_routing(work, technician.person);
    return complete(work, std::move(technician));
}

Result<Technician> set_availability(Work& work, const SetAvailability& wish) {
    if (!work.actor.person || !people::is_active_staff(work.tx, work.actor.person)) {
        return not_staff;
    }
    if (wish.until && wish.availability != Availability::away) {
        return field_error("/until", until_without_away);
    }
    if (wish.until && *wish.until <= work.now) return field_error("/until", until_is_past);
    Technician technician = store::claim_technician(work.tx, work.actor.person);
    technician.availability = wish.availability;
    technician.away_until = wish.until;
    store::update_technician(work.tx, technician);
    work.record(AvailabilitySet{.availability = wish.availability, .until = wish.until},
                about(technician));
    if (wish.availability == Availability::on) wake_routing(work, technician.person);
    return complete(work, std::move(technician));
}

Result<Technician> set_pattern(Work& work, const SetPattern& wish) {
    TRY(Technician technician, claim(work, wish.person, "/person"));
    TRY_DO(check_spans(wish.spans, "/spans"));
    const auto patterns = store::list_patterns(work.tx, {wish.person});
    if (patterns.size() >= static_cast<std::size_t>(patterns_most)) return duty_too_many;
    WeekPattern pattern{.valid_from = wish.valid_from, .spans = wish.spans};
    pattern.id = store::save_pattern(work.tx, wish.person, pattern);
    work.record(
        PatternSet{.pattern = pattern.id, .valid_from = wish.valid_from, .spans = wish.spans},
        about(technician));
    return complete(work, std::move(technician));
}

Result<Technician> remove_pattern(Work& work, const RemovePattern& wish) {
    const auto found = store::find_pattern(work.tx, wish.pattern);
    if (!found) return missing;
    TRY(Technician technician, claim(work, found->person, "/pattern"));
    store::delete_pattern(work.tx, wish.pattern);
    work.record(PatternRemoved{.pattern = wish.pattern}, about(technician));
    return complete(work, std::move(technician));
}

Result<Technician> add_shift(Work& work, const AddShift& wish) {
    TRY(Technician technician, claim(work, wish.person, "/person"));
    TRY_DO(check_stretch({wish.starts_at, wish.ends_at}, shift_most));
    const std::pair around{wish.starts_at, wish.ends_at};
    if (!store::list_shifts(work.tx, {wish.person}, around).empty()) return shifts_overlap;
    const auto to_come = store::list_shifts(work.tx, {wish.person}, {work.now, Time::max()});
    if (to_come.size() >= static_cast<std::size_t>(shifts_most)) return duty_too_many;
    const ShiftId shift = store::insert_shift(
        work.tx, wish.person, {.starts_at = wish.starts_at, .ends_at = wish.ends_at});
    work.record(ShiftAdded{.shift = shift, .starts_at = wish.starts_at, .ends_at = wish.ends_at},
                about(technician));
    return complete(work, std::move(technician));
}

Result<Technician> remove_shift(Work& work, const RemoveShift& wish) {
    const auto found = store::find_shift(work.tx, wish.shift);
    if (!found) return missing;
    TRY(Technician technician, claim(work, found->person, "/shift"));
    store::delete_shift(work.tx, wish.shift);
    work.record(ShiftRemoved{.shift = wish.shift}, about(technician));
    return complete(work, std::move(technician));
}

Result<AbsenceList> list_absences(const View& view, const ListAbsences& wish) {
    AbsenceList list{.items = store::list_absences(view.tx,
                                                   {.ends_after = view.now,
                                                    .person = wish.person,
                                                    .state = wish.state,
                                                    .limit = absences_shown})};
    std::erase_if(list.items, [&view](const Absence& absence) {
        return absence.state != AbsenceState::approved && !may_know_kind(view, absence.person);
    });
    list.items = complete(view, std::move(list.items));
    return list;
}

Result<Absence> enter_absence(Work& work, const EnterAbsence& wish) {
    const PersonId person = wish.person.value_or(work.actor.person);
    const bool is_planner = may_plan(work);
    if (person != work.actor.person && !is_planner) return not_yours_to_plan;
    if (!wish.person && !people::is_active_staff(work.tx, person)) return not_staff;
    TRY_DO(is_staff(work.tx, person, "/person"));
    TRY(const AbsenceTime time, absence_time(wish, people::company_zone(work.tx)));
    TRY_DO(is_near(time.stretch.from, work.now, wish.from ? "/from" : "/startsAt"));
    const std::pair to_come{work.now, Time::max()};
    if (store::list_absences_of(work.tx, {person}, to_come).size() >= absences_most) {
        return duty_too_many;
    }
    if (wish.cover == person) return field_error("/cover", cover_is_absent_person);
    if (wish.cover) TRY_DO(is_staff(work.tx, *wish.cover, "/cover"));

    const Technician technician = store::claim_technician(work.tx, person);
    Absence absence{.person = person,
                    .kind = wish.kind,
                    .state = is_planner ? AbsenceState::approved : AbsenceState::wished,
                    .starts_at = time.stretch.from,
                    .ends_at = time.stretch.to,
                    .whole_days = time.whole_days,
                    .cover = wish.cover};
    absence.id = store::insert_absence(work.tx, absence);
    work.record(AbsenceEntered{.absence = absence.id,
                               .state = absence.state,
                               .starts_at = absence.starts_at,
                               .ends_at = absence.ends_at,
                               .cover = absence.cover},
                about(technician),
                {{"kind", std::string(enum_name(wish.kind))}});
    return complete(work, std::move(absence));
}

Result<Absence> decide_absence(Work& work, const DecideAbsence& wish) {
    const auto found = store::find_absence(work.tx, wish.absence);
    if (!found) return missing;
    if (!may_plan(work)) return not_yours_to_plan;
    const Technician technician = store::claim_technician(work.tx, found->person);
    // Read again: whoever claims first decides.
    auto absence = store::find_absence(work.tx, wish.absence);
    if (!absence) return missing;
    if (absence->state != AbsenceState::wished) return absence_decided;
    absence->state = wish.approve ? AbsenceState::approved : AbsenceState::declined;
    store::save_state(work.tx, absence->id, absence->state);
    work.record(AbsenceDecided{.absence = absence->id, .state = absence->state}, about(technician));
    return complete(work, std::move(*absence));
}

Result<Nothing> remove_absence(Work& work, const RemoveAbsence& wish) {
    const auto found = store::find_absence(work.tx, wish.absence);
    if (!found) return missing;
    const bool is_own_wish =
        found->person == work.actor.person && found->state == AbsenceState::wished;
    if (!is_own_wish && !may_plan(work)) {
        const bool is_seen =
            found->state == AbsenceState::approved || found->person == work.actor.person;
        return is_seen ? not_yours_to_plan : missing;
    }
    const Technician technician = store::claim_technician(work.tx, found->person);
    store::delete_absence(work.tx, wish.absence);
    work.record(AbsenceRemoved{.absence = wish.absence}, about(technician));
    return Nothing{};
}

Result<OnCallList> list_on_call(const View& view, const ListOnCall& wish) {
    return OnCallList{
        .items =
            complete(view.tx, store::list_on_call(view.tx, wish.tier, view.now, on_call_most))};
}

Result<OnCall> add_on_call(Work& work, const AddOnCall& wish) {
    if (!may_plan(work)) return not_yours_to_plan;
    const auto version = store::claim_tier(work.tx, wish.tier);
    if (!version) return missing;
    TRY_DO(is_staff(work.tx, wish.first, "/first"));
    if (wish.second) TRY_DO(is_staff(work.tx, *wish.second, "/second"));
    if (wish.second == wish.first) return field_error("/second", second_is_first);
    const Stretch stretch{wish.starts_at, wish.ends_at};
    TRY_DO(check_stretch(stretch, longest_span));
    const Time from = std::min(wish.starts_at, work.now);
    const auto others = store::list_on_call(work.tx, wish.tier, from, on_call_most);
    if (others.size() >= static_cast<std::size_t>(on_call_most)) return duty_too_many;
    const bool is_taken = std::ranges::any_of(others, [&](const OnCall& other) {
        return overlap({other.starts_at, other.ends_at}, stretch);
    });
    if (is_taken) return on_call_taken;

    OnCall span{.tier = wish.tier,
                .starts_at = wish.starts_at,
                .ends_at = wish.ends_at,
                .first = wish.first,
                .second = wish.second};
    span.id = store::insert_on_call(work.tx, span);
    work.record(OnCallAdded{.on_call = span.id,
                            .starts_at = span.starts_at,
                            .ends_at = span.ends_at,
                            .first = span.first,
                            .second = span.second},
                About{.kind = "tier", .id = wish.tier, .version = *version});
    return complete(work.tx, {span}).front();
}

Result<Nothing> remove_on_call(Work& work, const RemoveOnCall& wish) {
    const auto found = store::find_on_call(work.tx, wish.on_call);
    if (!found) return missing;
    if (!may_plan(work)) return not_yours_to_plan;
    const auto version = store::claim_tier(work.tx, found->tier);
    if (!version) return missing;
    store::delete_on_call(work.tx, wish.on_call);
    work.record(OnCallRemoved{.on_call = wish.on_call},
                About{.kind = "tier", .id = found->tier, .version = *version});
    return Nothing{};
}

std::optional<Time> shift_end(Tx& tx, PersonId person, Time at) {
    const DutyPlan plan = plans_for(tx, {person}, at).front();
    const Stretch window{at - shift_reach, at + horizon};
    const auto shift = stretch_at(planned(plan, window, people::company_zone(tx)), at);
    return shift ? std::optional(shift->to) : std::nullopt;
}

std::vector<PlannedWork> planned_work(Tx& tx, Time from, Time to) {
    const auto persons = store::list_planned_persons(tx);
    const std::string zone = people::company_zone(tx);
    std::vector<PlannedWork> works;
    for (const DutyPlan& plan : load_plans(tx, persons, {from, to})) {
        works.push_back({.person = plan.person, .planned = work_of(plan, {from, to}, zone)});
    }
    return works;
}

PersonDuty duty_of_person(const View& view, PersonId person) {
    PersonDuty duty{.technician = complete(view, store::find_technician(view.tx, person))};
    const std::pair ever{Time::min(), Time::max()};
    duty.absences = store::list_absences_of(view.tx, {person}, ever);
    return duty;
}

std::int64_t duty_ahead(const View& view, PersonId person) {
    return store::count_duty_ahead(view.tx, person, view.now);
}

void erase_duty(Work& work, PersonId person) {
    store::delete_duty_of(work.tx, person);
    journal::erase_texts(work, "technician", person.value);
}

}  // namespace ogniwo::tiers
