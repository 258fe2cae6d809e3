#pragma once

// When a desk works, and how much of its working time lies between two moments.
//
// A calendar is hours of the week in one zone, days on which something else holds, and public
// holidays; or it is always. It changes over the years, so a timeline is several plans one after
// the other, each from a day on. Working time is what lies within the hours, measured in elapsed
// time: where the clocks change, a day has an hour more or less. A leap second counts as nothing.
//
// A moment that the clocks skip is the later one, one that comes twice is the earlier (time.hpp).

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "base/enum.hpp"
#include "base/holidays.hpp"
#include "base/time.hpp"

namespace ogniwo {

// Within one day, in minutes from local midnight; 1440 is its end. `from` lies before `to`.
struct HourSpan {
    Minutes from{};
    Minutes to{};

    friend bool operator==(const HourSpan&, const HourSpan&) = default;
};

// Instead of the week and of holidays. No hours: a day off.
struct SpecialDay {
    Date day{};
    std::vector<HourSpan> hours{};

    friend bool operator==(const SpecialDay&, const SpecialDay&) = default;
};

struct WorkingPlan {
    std::string zone{};  // An IANA name that is known here (is_zone).
    bool always = false;
    std::array<std::vector<HourSpan>, 7> week{};  // From Monday; in order, touching at most.
    bool has_polish_holidays = false;
    std::vector<Date> holidays{};    // Others, in order.
    std::vector<SpecialDay> days{};  // In order of the day.

    friend bool operator==(const WorkingPlan&, const WorkingPlan&) = default;
};

// Why nobody works: on a holiday and on a special day only where the week says that somebody would.
enum class RestCause { outside_hours, holiday, day_off };
constexpr auto names(RestCause) {
    return enum_names("outside_hours", "holiday", "day_off");
}

// The hours of one day, and why nobody works outside of them.
struct DayHours {
    const std::vector<HourSpan>* hours = nullptr;  // Of the plan, or for ever.
    RestCause rest = RestCause::outside_hours;
};
DayHours hours_on(const WorkingPlan& plan, Date date);

// A plan and since when it holds.
struct WorkingEra {
    Date from{};  // From its midnight on, in the zone of the plan. Of the first one: for ever.
    int version = 1;
    WorkingPlan plan{};
};

// A piece of time that is all work, or all rest for one cause on one day.
struct WorkingPiece {
    Time from{};
    Time to{};
    std::optional<RestCause> rest{};  // Nothing: work.
    Date day{};                       // On the calendar of the zone; of rest, the day that is free.
    int version = 1;
};

// Reads its days when they are asked for and keeps them: one thread at a time.
class WorkingTimeline {
public:
    // At least one era, in order of their versions: from its day on each replaces those before it.
    explicit WorkingTimeline(std::vector<WorkingEra> eras);

    Microseconds worked_between(Time from, Time to);

    // The first moment by which so much has been worked since `from`; of nothing, `from` itself.
    // Nothing: not within twenty years.
    std::optional<Time> after_work(Time from, Microseconds work);

    // The end of the last hours of the n-th working day, counted from that of `from`, which is 0. A
    // moment after the hours of its day, or on a day off, counts as the next working day's; so does
    // one after `by`, where that is said. On an `always` calendar each day is a working day and
    // ends at midnight. Nothing: not within twenty years.
    std::optional<Time> end_of_day(Time from, int n, std::optional<Minutes> by = std::nullopt);

    // The same time on the n-th working day after that of `from`, or the first hours after it.
    std::optional<Time> after_days(Time from, int n);

    // Whether somebody works at this moment, and the first moment from it on at which somebody
    // does. Nothing: not within twenty years.
    bool works_at(Time at);
    std::optional<Time> next_work(Time at);

    // All pieces between two moments, in order, without a gap.
    std::vector<WorkingPiece> pieces(Time from, Time to);

private:
    struct Opening {
        Time from{};
        Time to{};
        Microseconds before{};  // Work of this table before it.
    };
    struct Day {
        Date date{};
        Time from{};
        Time to{};
        RestCause rest = RestCause::outside_hours;  // Where it is no work.
        int version = 1;
        std::size_t first = 0;  // Of its openings, and how many.
        std::size_t count = 0;
    };

    void reach(Time from, Time to);
    void read_days(std::chrono::sys_days from, std::chrono::sys_days to);
    Microseconds worked_before(Time at) const;
    std::size_t day_of(Time at) const;
    std::size_t era_of(const Day& day) const;
    bool is_after(Time at, const Day& day, Minutes by);
    Time same_time(Time at, const Day& on, const Day& other);

    std::vector<WorkingEra> eras_;
    std::vector<ZoneClock> clocks_{};  // One for each era.
    std::vector<Day> days_{};          // One after the other, without a gap.
    std::vector<Opening> openings_{};  // Of all of them, in order.
};

}  // namespace ogniwo
