#pragma once

// The working time of the last year as one line without gaps: nights, weekends and Polish holidays
// are not on it. A place on the line is a number of working seconds; going on from it by some
// minutes skips the night by itself.
//
// The line ends with the evening before `today`, so that what lies on it depends on the day alone.

#include <cstdint>
#include <string>
#include <vector>

#include "base/time.hpp"

namespace ogniwo::demo {

// Whether the desk works on this day: no weekend, no public holiday in Poland.
bool is_working_day(Date day);

// How the calls spread: as they grow over an ordinary year, or with busy last two weeks, so that a
// small company's lists look alive.
enum class Rush { ordinary, at_the_end };

class WorkingYear {
public:
    static constexpr std::int64_t day_seconds = 9 * 60 * 60;  // From eight to five.

    WorkingYear(Date today, const std::string& zone, Rush rush);

    std::int64_t length() const {
        return static_cast<std::int64_t>(mornings_.size()) * day_seconds;
    }
    // At the end of the line: its last moment.
    Time at(std::int64_t place) const;
    // Where the given share of all calls has come in, 0 <= share < 1: more on Mondays and before
    // noon, and more towards the end of the year.
    std::int64_t place_of(double share) const;

private:
    std::vector<Time> mornings_;   // Eight o'clock of every working day.
    std::vector<double> reached_;  // The share of calls that has come in by its evening.
};

}  // namespace ogniwo::demo
