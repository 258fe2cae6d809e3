#include "base/working_time.hpp"

#include <algorithm>
#include <map>

#include "base/check.hpp"

namespace ogniwo {
namespace {

using std::chrono::days;
using std::chrono::sys_days;

constexpr Minutes day_end{1440};
constexpr days first_step{60};  // Read at once, and twice as many each time.
constexpr days furthest{20 * 366};

std::size_t weekday_of(Date date) {
    return std::chrono::weekday{sys_days{date}}.iso_encoding() - 1;
}

const SpecialDay* special_on(const WorkingPlan& plan, Date date) {
    const auto found = std::lower_bound(
        plan.days.begin(), plan.days.end(), date, [](const SpecialDay& day, Date wanted) {
            return day.day < wanted;
        });
    return found != plan.days.end() && found->day == date ? &*found : nullptr;
}

bool is_holiday(const WorkingPlan& plan, Date date) {
    if (plan.has_polish_holidays && polish_holiday(date)) return true;
    return std::binary_search(plan.holidays.begin(), plan.holidays.end(), date);
}

}  // namespace

DayHours hours_on(const WorkingPlan& plan, Date date) {
    static const std::vector<HourSpan> whole{{Minutes{0}, day_end}};
    static const std::vector<HourSpan> none;
    if (plan.always) return {.hours = &whole};
    const auto& usual = plan.week[weekday_of(date)];
    if (const SpecialDay* special = special_on(plan, date)) {
        return {.hours = &special->hours,
                .rest = usual.empty() ? RestCause::outside_hours : RestCause::day_off};
    }
    if (is_holiday(plan, date)) {
        return {.hours = &none,
                .rest = usual.empty() ? RestCause::outside_hours : RestCause::holiday};
    }
    return {.hours = &usual};
}

WorkingTimeline::WorkingTimeline(std::vector<WorkingEra> eras) : eras_(std::move(eras)) {
    INVARIANT(!eras_.empty());
    // Of two that begin on one day the later version is the one that holds.
    std::vector<WorkingEra> kept;
    for (WorkingEra& era : eras_) {
        while (!kept.empty() && kept.back().from >= era.from) kept.pop_back();
        kept.push_back(std::move(era));
    }
    eras_ = std::move(kept);
    for (const WorkingEra& era : eras_) clocks_.emplace_back(era.plan.zone);
}

// Every day of every era, cut where the next era begins.
void WorkingTimeline::read_days(sys_days from, sys_days to) {
    days_.clear();
    openings_.clear();
    Microseconds before{};
    for (std::size_t i = 0; i < eras_.size(); ++i) {
        const WorkingEra& era = eras_[i];
        const bool is_last = i + 1 == eras_.size();
        const sys_days era_end = is_last ? to : std::min(to, sys_days{eras_[i + 1].from});
        const sys_days era_start = i == 0 ? from : std::max(from, sys_days{era.from});
        if (era_start >= era_end) continue;
        ZoneClock& clock = clocks_[i];
        Time start = clock.to_instant(Date{era_start}, Minutes{0});
        for (sys_days at = era_start; at < era_end; at += days{1}) {
            const Date date{at};
            const bool is_cut = !is_last && at + days{1} == sys_days{eras_[i + 1].from};
            const Time end =
                (is_cut ? clocks_[i + 1] : clock).to_instant(Date{at + days{1}}, Minutes{0});
            const DayHours hours = hours_on(era.plan, date);
            Day day{.date = date,
                    .from = start,
                    .to = end,
                    .rest = hours.rest,
                    .version = era.version,
                    .first = openings_.size()};
            Time last_closed = start;
            for (const HourSpan& span : *hours.hours) {
                // Where the clocks skip an hour, the end of one span may be read as a time after
                // the beginning of the next.
                const Time opens = std::clamp(clock.to_instant(date, span.from), last_closed, end);
                const Time closes = std::clamp(clock.to_instant(date, span.to), last_closed, end);
                if (opens >= closes) continue;
                last_closed = closes;
                openings_.push_back({opens, closes, before});
                before += closes - opens;
            }
            day.count = openings_.size() - day.first;
            days_.push_back(day);
            start = end;
        }
    }
}

// Twice as far each time, so that asking for ever later moments costs no more than reading once.
void WorkingTimeline::reach(Time from, Time to) {
    if (!days_.empty() && days_.front().from <= from && to < days_.back().to) return;
    // A zone is at most 14 hours away from UTC.
    sys_days first = std::chrono::floor<days>(from) - days{1};
    sys_days last = std::chrono::ceil<days>(to) + days{2};
    if (!days_.empty()) {
        const sys_days had_first{days_.front().date};
        const sys_days had_last = sys_days{days_.back().date} + days{1};
        const days length = had_last - had_first;
        first = first < had_first ? std::min(first, had_first - length) : had_first;
        last = last > had_last ? std::max(last, had_last + length) : had_last;
    } else {
        last += first_step;
    }
    read_days(first, last);
    INVARIANT(days_.front().from <= from && to < days_.back().to);
}

Microseconds WorkingTimeline::worked_before(Time at) const {
    const auto next = std::upper_bound(
        openings_.begin(), openings_.end(), at, [](Time wanted, const Opening& opening) {
            return wanted < opening.from;
        });
    if (next == openings_.begin()) return Microseconds{0};
    const Opening& opening = *std::prev(next);
    return opening.before + (std::min(at, opening.to) - opening.from);
}

Microseconds WorkingTimeline::worked_between(Time from, Time to) {
    if (to <= from) return Microseconds{0};
    reach(from, to);
    return worked_before(to) - worked_before(from);
}

std::optional<Time> WorkingTimeline::after_work(Time from, Microseconds work) {
    if (work <= Microseconds{0}) return from;
    for (days ahead{1}; ahead <= 2 * furthest; ahead *= 2) {
        reach(from, from + std::min(ahead, furthest));
        const Microseconds wanted = worked_before(from) + work;
        // The first opening by whose end so much has been worked.
        const auto found = std::lower_bound(
            openings_.begin(), openings_.end(), wanted, [](const Opening& opening, Microseconds m) {
                return opening.before + (opening.to - opening.from) < m;
            });
        if (found != openings_.end()) return found->from + (wanted - found->before);
    }
    return std::nullopt;
}

std::size_t WorkingTimeline::day_of(Time at) const {
    const auto next =
        std::upper_bound(days_.begin(), days_.end(), at, [](Time wanted, const Day& day) {
            return wanted < day.from;
        });
    INVARIANT(next != days_.begin());
    return static_cast<std::size_t>(std::prev(next) - days_.begin());
}

std::optional<Time> WorkingTimeline::end_of_day(Time from, int n, std::optional<Minutes> by) {
    for (days ahead{8}; ahead <= 2 * furthest; ahead *= 2) {
        reach(from, from + std::min(ahead, furthest));
        const std::size_t today = day_of(from);
        int left = n;
        for (std::size_t i = today; i < days_.size(); ++i) {
            const Day& day = days_[i];
            if (day.count == 0) continue;
            const Time end = openings_[day.first + day.count - 1].to;
            if (i == today && (from >= end || (by && is_after(from, day, *by)))) continue;
            if (left-- == 0) return end;
        }
    }
    return std::nullopt;
}

std::size_t WorkingTimeline::era_of(const Day& day) const {
    const auto era = std::find_if(eras_.begin(), eras_.end(), [&](const WorkingEra& one) {
        return one.version == day.version;
    });
    return static_cast<std::size_t>(era - eras_.begin());
}

// What the clock on the wall shows at `at`, on the other day.
Time WorkingTimeline::same_time(Time at, const Day& on, const Day& other) {
    ZoneClock& clock = clocks_[era_of(on)];
    // Within a day the clocks change by an hour or two at most: look for the wall time from there.
    Microseconds within = at - on.from;
    const auto minute = [](Microseconds time) { return std::chrono::floor<Minutes>(time); };
    within += at - (clock.to_instant(on.date, minute(within)) + (within - minute(within)));
    return clocks_[era_of(other)].to_instant(other.date, minute(within)) +
           (within - minute(within));
}

std::optional<Time> WorkingTimeline::after_days(Time from, int n) {
    for (days ahead{8}; ahead <= 2 * furthest; ahead *= 2) {
        reach(from, from + std::min(ahead, furthest));
        const std::size_t today = day_of(from);
        int left = n;
        for (std::size_t i = today + 1; i < days_.size(); ++i) {
            if (days_[i].count == 0 || --left > 0) continue;
            return next_work(same_time(from, days_[today], days_[i]));
        }
    }
    return std::nullopt;
}

bool WorkingTimeline::is_after(Time at, const Day& day, Minutes by) {
    return at > clocks_[era_of(day)].to_instant(day.date, by);
}

bool WorkingTimeline::works_at(Time at) {
    return worked_between(at, at + Microseconds{1}) > Microseconds{0};
}

std::optional<Time> WorkingTimeline::next_work(Time at) {
    const auto after = after_work(at, Microseconds{1});
    if (!after) return std::nullopt;
    return *after - Microseconds{1};
}

std::vector<WorkingPiece> WorkingTimeline::pieces(Time from, Time to) {
    std::vector<WorkingPiece> pieces;
    if (to <= from) return pieces;
    reach(from, to);
    const auto add = [&](Time start, Time end, const Day& day, std::optional<RestCause> rest) {
        start = std::max(start, from);
        end = std::min(end, to);
        if (start >= end) return;
        // A holiday stands for itself; work, and time outside of the hours, run on over midnight.
        if (!pieces.empty() && pieces.back().rest == rest && pieces.back().version == day.version &&
            (!rest || *rest == RestCause::outside_hours || pieces.back().day == day.date)) {
            pieces.back().to = end;
            return;
        }
        pieces.push_back({start, end, rest, day.date, day.version});
    };
    for (std::size_t i = day_of(from); i < days_.size() && days_[i].from < to; ++i) {
        const Day& day = days_[i];
        Time at = day.from;
        for (std::size_t k = day.first; k < day.first + day.count; ++k) {
            add(at, openings_[k].from, day, day.rest);
            add(openings_[k].from, openings_[k].to, day, std::nullopt);
            at = openings_[k].to;
        }
        add(at, day.to, day, day.rest);
    }
    return pieces;
}

}  // namespace ogniwo
