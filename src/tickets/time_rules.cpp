#include "tickets/time_rules.hpp"

#include <algorithm>
#include <utility>

namespace ogniwo::tickets {
namespace {

constexpr Minutes gap_least{15};

}  // namespace

Result<Date> plan_day(const WorkedTime& work, const BookingDay& day, const std::string& pointer) {
    const Date worked_on = work.worked_on.value_or(day.start_day.value_or(day.today));
    const std::chrono::sys_days worked(worked_on);
    std::chrono::sys_days oldest =
        std::chrono::sys_days(day.today) - std::chrono::days{booked_back_days};
    if (day.corrected) oldest = std::min(oldest, std::chrono::sys_days(*day.corrected));

    std::vector<FieldError> wrong;
    if (worked > std::chrono::sys_days(day.today)) {
        wrong.push_back({pointer + "/workedOn", time_in_future.name, {}});
    } else if (worked < oldest) {
        wrong.push_back({pointer + "/workedOn",
                         time_too_old.name,
                         {{"days", std::to_string(booked_back_days)}}});
    }
    if (work.started_at) {
        // A stopwatch rounds its last minute up.
        const Time end = *work.started_at + Minutes{work.minutes - 1};
        if (end > day.now) {
            wrong.push_back({pointer + "/startedAt", time_in_future.name, {}});
        } else if (day.start_day != worked_on) {
            wrong.push_back({pointer + "/startedAt", start_not_that_day.name, {}});
        }
    }
    if (wrong.empty()) return worked_on;
    return Error{.reason = invalid_fields, .fields = std::move(wrong)};
}

Outcome may_reverse(const TimeEntry& entry) {
    if (entry.reverses) return reversal_stands;
    if (entry.reversed_by) return time_reversed;
    return Nothing{};
}

TimeEntry reversal_of(const TimeEntry& entry, PersonId by, Time now) {
    TimeEntry reversal = entry;
    reversal.id = {};
    reversal.booked_by = by;
    reversal.booked_at = now;
    reversal.minutes = -entry.minutes;
    reversal.customer_text.reset();
    reversal.internal_text.reset();
    reversal.by_stopwatch = false;
    reversal.reverses = entry.id;
    reversal.replaces.reset();
    return reversal;
}

bool stands(const TimeEntry& entry) {
    return !entry.reverses && !entry.reversed_by;
}

std::vector<TimeGap> gaps_of(const std::vector<TimeEntry>& day) {
    std::vector<std::pair<Time, Time>> worked;
    for (const TimeEntry& entry : day) {
        if (!stands(entry) || !entry.started_at) continue;
        worked.emplace_back(*entry.started_at, *entry.started_at + Minutes{entry.minutes});
    }
    std::ranges::sort(worked);
    std::vector<TimeGap> gaps;
    Time end = worked.empty() ? Time{} : worked.front().second;
    for (const auto& [from, to] : worked) {
        if (from - end >= gap_least) {
            const auto minutes = std::chrono::floor<Minutes>(from - end).count();
            gaps.push_back({.from = end, .to = from, .minutes = static_cast<int>(minutes)});
        }
        end = std::max(end, to);
    }
    return gaps;
}

Result<std::vector<Date>> days_between(Date from, Date to, int most) {
    const std::chrono::sys_days first(from);
    const std::chrono::sys_days last(to);
    if (last < first || (last - first).count() >= most) {
        return Error{.reason = invalid_fields,
                     .fields = {{"/to", days_too_many.name, {{"most", std::to_string(most)}}}}};
    }
    std::vector<Date> days;
    for (auto day = first; day <= last; day += std::chrono::days{1}) days.emplace_back(day);
    return days;
}

}  // namespace ogniwo::tickets
