#include "tiers/duty_rules.hpp"

#include <algorithm>

#include "base/check.hpp"

namespace ogniwo::tiers {
namespace {

constexpr Minutes day_length{1440};
constexpr std::chrono::days one_day{1};

std::chrono::sys_days day_of(Time time, std::string_view zone) {
    const auto date = local_date(time, zone);
    INVARIANT(date.has_value());
    return std::chrono::sys_days{*date};
}

people::Weekday weekday_of(std::chrono::sys_days day) {
    return static_cast<people::Weekday>(std::chrono::weekday{day}.iso_encoding() - 1);
}

// Where the clocks skip the whole span, nothing is left of it.
std::optional<Stretch> laid_on(std::chrono::sys_days day,
                               const WeekSpan& span,
                               std::string_view zone) {
    const auto end_day = span.to > span.from ? day : day + one_day;
    const auto from = to_instant(Date{day}, span.from, zone);
    const auto to = to_instant(Date{end_day}, span.to, zone);
    INVARIANT(from && to);
    if (*to <= *from) return std::nullopt;
    return Stretch{*from, *to};
}

void lay(std::vector<Stretch>& stretches,
         const std::vector<WeekSpan>& spans,
         std::chrono::sys_days day,
         std::string_view zone) {
    for (const WeekSpan& span : spans) {
        if (span.day != weekday_of(day)) continue;
        if (const auto laid = laid_on(day, span, zone)) stretches.push_back(*laid);
    }
}

const WeekPattern* pattern_on(const DutyPlan& plan, std::chrono::sys_days day) {
    const WeekPattern* found = nullptr;
    for (const WeekPattern& pattern : plan.patterns) {
        if (std::chrono::sys_days{pattern.valid_from} > day) continue;
        if (found == nullptr || pattern.valid_from > found->valid_from) found = &pattern;
    }
    return found;
}

Stretch ahead_of(Time at) {
    return {at, at + horizon};
}

const Absence* absence_at(const DutyPlan& plan, Time at) {
    const auto found = std::ranges::find_if(plan.absences, [at](const Absence& absence) {
        return absence.state == AbsenceState::approved && absence.starts_at <= at &&
               at < absence.ends_at;
    });
    return found == plan.absences.end() ? nullptr : &*found;
}

// The end of it, or of what cuts it short; nothing when it lies too far ahead.
std::optional<Time> end_of_work(const DutyPlan& plan, const Stretch& work, Time at) {
    Time end = work.to;
    for (const Absence& absence : plan.absences) {
        if (absence.state != AbsenceState::approved || absence.starts_at <= at) continue;
        end = std::min(end, absence.starts_at);
    }
    if (end >= at + horizon) return std::nullopt;
    return end;
}

class TierAt {
public:
    TierAt(const TierPlan& plan, Time at, std::string_view zone)
        : plan_(plan), at_(at), zone_(zone) {
        duty_.opening = opening_at(plan.hours, at, zone);
        duty_.has_shifts = std::ranges::any_of(plan.members, &DutyPlan::has_shifts);
    }

    TierDuty tell() {
        for (const DutyPlan& member : plan_.members) add(member);
        for (const DutyPlan& member : plan_.members) add_cover(member);
        return std::move(duty_);
    }

private:
    // What this person works now, were they not absent.
    std::optional<Stretch> work_of(const DutyPlan& plan) const {
        if (duty_.has_shifts) return stretch_at(planned(plan, ahead_of(at_), zone_), at_);
        if (!duty_.opening.is_open) return std::nullopt;
        return Stretch{at_, duty_.opening.changes_at.value_or(at_ + horizon)};
    }

    void add(const DutyPlan& member) {
        if (const Absence* absence = absence_at(member, at_)) {
            duty_.absent.push_back({.person = member.person,
                                    .kind = absence->kind,
                                    .until = absence->ends_at,
                                    .cover = absence->cover});
            return;
        }
        if (const auto work = work_of(member)) {
            duty_.working.push_back(
                {.person = member.person, .until = end_of_work(member, *work, at_)});
        }
    }

    void add_cover(const DutyPlan& member) {
        const Absence* absence = absence_at(member, at_);
        if (absence == nullptr || !absence->cover) return;
        const auto work = work_of(member);
        const DutyPlan* cover = plan_of(*absence->cover);
        if (!work || cover == nullptr || absence_at(*cover, at_) != nullptr) return;
        const auto working = std::ranges::find(duty_.working, cover->person, &OnDuty::person);
        if (working != duty_.working.end()) {
            if (!working->covers) working->covers = member.person;
            return;
        }
        const Stretch stands_in{work->from, std::min(work->to, absence->ends_at)};
        duty_.working.push_back({.person = cover->person,
                                 .until = end_of_work(*cover, stands_in, at_),
                                 .covers = member.person});
    }

    const DutyPlan* plan_of(PersonId person) const {
        for (const auto* plans : {&plan_.members, &plan_.covers}) {
            const auto found = std::ranges::find(*plans, person, &DutyPlan::person);
            if (found != plans->end()) return &*found;
        }
        return nullptr;
    }

    const TierPlan& plan_;
    Time at_;
    std::string_view zone_;
    TierDuty duty_;
};

Minutes length_of(const WeekSpan& span) {
    return span.to > span.from ? span.to - span.from : span.to + day_length - span.from;
}

// On a ring of one week: whether one begins while the other lasts.
bool meet(const WeekSpan& a, const WeekSpan& b) {
    constexpr int days_of_week = 7;
    const Minutes week = day_length * days_of_week;
    const auto start = [](const WeekSpan& span) {
        return day_length * static_cast<int>(span.day) + span.from;
    };
    const Minutes to_b = (start(b) - start(a) + week) % week;
    const Minutes to_a = (start(a) - start(b) + week) % week;
    return to_b < length_of(a) || to_a < length_of(b);
}

Error wrong_field(const char* pointer, const Reason& reason) {
    return {.reason = invalid_fields, .fields = {{pointer, reason.name, {}}}};
}

}  // namespace

std::vector<Stretch> weekly(const std::vector<WeekSpan>& spans,
                            const Stretch& window,
                            std::string_view zone) {
    std::vector<Stretch> stretches;
    const auto last = day_of(window.to, zone);
    for (auto day = day_of(window.from, zone) - one_day; day <= last; day += one_day) {
        lay(stretches, spans, day, zone);
    }
    return merged(std::move(stretches));
}

std::vector<Stretch> planned(const DutyPlan& plan, const Stretch& window, std::string_view zone) {
    std::vector<Stretch> stretches;
    std::vector<std::chrono::sys_days> single;
    for (const Shift& shift : plan.shifts) {
        stretches.push_back({shift.starts_at, shift.ends_at});
        single.push_back(day_of(shift.starts_at, zone));
    }
    const auto last = day_of(window.to, zone);
    for (auto day = day_of(window.from, zone) - one_day; day <= last; day += one_day) {
        if (std::ranges::find(single, day) != single.end()) continue;
        if (const WeekPattern* pattern = pattern_on(plan, day)) {
            lay(stretches, pattern->spans, day, zone);
        }
    }
    return merged(std::move(stretches));
}

Microseconds work_of(const DutyPlan& plan, const Stretch& window, std::string_view zone) {
    std::vector<Stretch> away;
    for (const Absence& absence : plan.absences) {
        if (absence.state != AbsenceState::approved) continue;
        away.push_back({absence.starts_at, absence.ends_at});
    }
    away = merged(std::move(away));
    Microseconds sum{};
    for (const Stretch& shift : planned(plan, window, zone)) {
        const Stretch within{std::max(shift.from, window.from), std::min(shift.to, window.to)};
        if (within.to <= within.from) continue;
        sum += within.to - within.from;
        for (const Stretch& one : away) {
            const Time from = std::max(one.from, within.from);
            const Time to = std::min(one.to, within.to);
            if (from < to) sum -= to - from;
        }
    }
    return sum;
}

std::vector<Stretch> merged(std::vector<Stretch> stretches) {
    std::ranges::sort(stretches, {}, &Stretch::from);
    std::vector<Stretch> apart;
    for (const Stretch& next : stretches) {
        if (!apart.empty() && next.from <= apart.back().to) {
            apart.back().to = std::max(apart.back().to, next.to);
        } else {
            apart.push_back(next);
        }
    }
    return apart;
}

std::optional<Stretch> stretch_at(const std::vector<Stretch>& stretches, Time at) {
    const auto found = std::ranges::find_if(
        stretches, [at](const Stretch& stretch) { return stretch.from <= at && at < stretch.to; });
    return found == stretches.end() ? std::nullopt : std::optional(*found);
}

Opening opening_at(const std::vector<WeekSpan>& hours, Time at, std::string_view zone) {
    if (hours.empty()) return {};
    const auto stretches = weekly(hours, ahead_of(at), zone);
    if (const auto now = stretch_at(stretches, at)) {
        if (now->to >= at + horizon) return {};
        return {.is_open = true, .changes_at = now->to};
    }
    const auto next =
        std::ranges::find_if(stretches, [at](const Stretch& one) { return one.from > at; });
    if (next == stretches.end()) return {.is_open = false};
    return {.is_open = false, .changes_at = next->from};
}

TierDuty duty_at(const TierPlan& plan, Time at, std::string_view zone) {
    return TierAt(plan, at, zone).tell();
}

Availability availability_at(const Technician& technician, Time at) {
    const bool is_over = technician.away_until && *technician.away_until <= at;
    return is_over ? Availability::on : technician.availability;
}

Outcome check_spans(const std::vector<WeekSpan>& spans, std::string_view pointer) {
    std::vector<FieldError> errors;
    const auto blame = [&](std::size_t at, const Reason& reason) {
        errors.push_back({std::string(pointer) + "/" + std::to_string(at), reason.name, {}});
    };
    for (std::size_t i = 0; i < spans.size(); ++i) {
        const WeekSpan& span = spans[i];
        const bool is_time = span.from >= Minutes{0} && span.from < day_length &&
                             span.to >= Minutes{0} && span.to <= day_length;
        if (!is_time) {
            blame(i, span_malformed);
            continue;
        }
        const bool meets = std::any_of(spans.begin(),
                                       spans.begin() + static_cast<std::ptrdiff_t>(i),
                                       [&](const WeekSpan& other) { return meet(other, span); });
        if (meets) blame(i, spans_overlap);
    }
    if (errors.empty()) return Nothing{};
    return Error{.reason = invalid_fields, .fields = std::move(errors)};
}

Outcome check_stretch(const Stretch& stretch, std::chrono::hours most) {
    if (stretch.to <= stretch.from) return wrong_field("/endsAt", ends_before_start);
    if (stretch.to - stretch.from > most) return wrong_field("/endsAt", too_long);
    return Nothing{};
}

bool overlap(const Stretch& a, const Stretch& b) {
    return a.from < b.to && b.from < a.to;
}

Result<AbsenceTime> absence_time(const EnterAbsence& wish, std::string_view zone) {
    const bool by_days = wish.from && wish.to && !wish.starts_at && !wish.ends_at;
    const bool by_times = !wish.from && !wish.to && wish.starts_at && wish.ends_at;
    if (by_days == by_times) return wrong_field("/from", days_or_times);
    if (by_times) {
        const Stretch stretch{*wish.starts_at, *wish.ends_at};
        TRY_DO(check_stretch(stretch, longest_span));
        return AbsenceTime{.stretch = stretch, .whole_days = false};
    }
    if (*wish.to < *wish.from) return wrong_field("/to", ends_before_start);
    const auto after = std::chrono::sys_days{*wish.to} + one_day;
    if (after - std::chrono::sys_days{*wish.from} > longest_span) {
        return wrong_field("/to", too_long);
    }
    const auto from = to_instant(*wish.from, Minutes{0}, zone);
    const auto to = to_instant(Date{after}, Minutes{0}, zone);
    INVARIANT(from && to);
    return AbsenceTime{.stretch = {*from, *to}};
}

}  // namespace ogniwo::tiers
