#include "tiers/week_service.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "people/service.hpp"
#include "tiers/duty_plans.hpp"
#include "tiers/duty_store.hpp"
#include "tiers/store.hpp"

namespace ogniwo::tiers {
namespace {

constexpr int on_call_shown = 500;

class Weeks {
public:
    Weeks(const View& view, const std::vector<PersonId>& persons, const TimeSpan& window)
        : view_(view), window_(window), zone_(people::company_zone(view.tx)) {
        const std::pair reach{window.from - shift_reach, window.to};
        plans_ = load_plans(view.tx, persons, reach);
        const auto names = people::person_names(view.tx, persons);
        for (const PersonId person : persons) {
            PersonWeek week{.person = person};
            const auto name = names.find(person);
            if (name != names.end()) week.name = name->second;
            weeks_.push_back(std::move(week));
        }
    }

    std::vector<PersonWeek> tell() {
        for (const Tier& tier : store::list_tiers(view_.tx)) add_tier(tier.number);
        for (std::size_t i = 0; i < weeks_.size(); ++i) finish(weeks_[i], plans_[i]);
        return std::move(weeks_);
    }

private:
    PersonWeek* week_of(PersonId person) {
        const auto found = std::ranges::find(weeks_, person, &PersonWeek::person);
        return found == weeks_.end() ? nullptr : &*found;
    }

    void add_tier(int tier) {
        const auto members = store::list_members(view_.tx, tier);
        const bool has_shifts = std::ranges::any_of(members, &store::MemberRow::has_shifts);
        const auto hours = store::find_hours(view_.tx, tier);
        for (const auto& member : members) {
            PersonWeek* week = week_of(member.technician.person);
            if (week == nullptr) continue;
            week->base = member.technician.base;
            week->area = member.technician.area;
            if (has_shifts) {
                week->knows_hours = true;
                add(week->person, planned(plan_of(week->person), stretch(), zone_));
            } else if (hours && !hours->hours.empty()) {
                week->knows_hours = true;
                add(week->person, weekly(hours->hours, stretch(), zone_));
            }
        }
        for (const OnCall& span :
             store::list_on_call(view_.tx, tier, window_.from, on_call_shown)) {
            if (span.starts_at >= window_.to) continue;
            for (const auto& person : {std::optional(span.first), span.second}) {
                PersonWeek* week = person ? week_of(*person) : nullptr;
                if (week == nullptr) continue;
                week->on_call.push_back({tier, span.starts_at, span.ends_at});
            }
        }
    }

    Stretch stretch() const { return {window_.from, window_.to}; }

    const DutyPlan& plan_of(PersonId person) const {
        return *std::ranges::find(plans_, person, &DutyPlan::person);
    }

    void add(PersonId person, const std::vector<Stretch>& stretches) {
        for (const Stretch& one : stretches) {
            if (overlap(one, stretch())) works_[person].push_back(one);
        }
    }

    // What several tiers say becomes one; absences are beside it, not cut out.
    void finish(PersonWeek& week, const DutyPlan& plan) {
        for (const Stretch& one : merged(std::move(works_[week.person]))) {
            week.works.push_back({one.from, one.to});
        }
        const bool shows_kind = may_know_kind(view_, week.person);
        for (const Absence& absence : plan.absences) {
            const bool meets = absence.ends_at > window_.from && absence.starts_at < window_.to;
            if (absence.state != AbsenceState::approved || !meets) continue;
            week.absences.push_back({.from = absence.starts_at,
                                     .to = absence.ends_at,
                                     .kind = shows_kind ? absence.kind : std::nullopt});
        }
    }

    const View& view_;
    TimeSpan window_;
    std::string zone_;
    std::vector<DutyPlan> plans_{};
    std::map<PersonId, std::vector<Stretch>> works_{};
    std::vector<PersonWeek> weeks_{};
};

}  // namespace

std::vector<PersonId> technicians(Tx& tx) {
    std::set<PersonId> found;
    for (const Tier& tier : store::list_tiers(tx)) {
        for (const auto& member : store::list_members(tx, tier.number)) {
            if (people::is_active_staff(tx, member.technician.person)) {
                found.insert(member.technician.person);
            }
        }
    }
    return {found.begin(), found.end()};
}

Outcome is_near(Time at, Time now, const char* pointer) {
    constexpr std::chrono::hours reach{24 * 3'653};
    if (at > now - reach && at < now + reach) return Nothing{};
    return Error{.reason = invalid_fields, .fields = {{pointer, too_far_away.name, {}}}};
}

std::vector<PersonWeek> weeks_of(const View& view,
                                 const std::vector<PersonId>& persons,
                                 const TimeSpan& window) {
    if (persons.empty()) return {};
    return Weeks(view, persons, window).tell();
}

}  // namespace ogniwo::tiers
