#include "demo/year.hpp"

#include <algorithm>
#include <array>

#include "base/check.hpp"

namespace ogniwo::demo {
namespace {

using std::chrono::days;
using std::chrono::sys_days;

constexpr Minutes morning{8 * 60};
constexpr int days_looked_back = 365;
constexpr std::size_t rush_days = 10;
constexpr double rush_factor = 3;

// Monday to Friday: what has gone wrong over the weekend is noticed on Monday.
constexpr std::array<double, 5> weekday_weights{1.45, 1.1, 1.0, 0.95, 0.8};

// The Gregorian Easter Sunday (Meeus, Jones, Butcher).
sys_days easter(std::chrono::year year) {
    const int y = static_cast<int>(year);
    const int a = y % 19, b = y / 100, c = y % 100;
    const int d = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
    const int e = (32 + 2 * (b % 4) + 2 * (c / 4) - d - c % 4) % 7;
    const int m = (a + 11 * d + 22 * e) / 451;
    const int month_and_day = d + e - 7 * m + 114;
    return sys_days{year / (month_and_day / 31) / (month_and_day % 31 + 1)};
}

bool is_fixed_holiday(Date day) {
    using std::chrono::month_day;
    constexpr std::array<std::pair<unsigned, unsigned>, 10> holidays{{
        {1, 1},
        {1, 6},
        {5, 1},
        {5, 3},
        {8, 15},
        {11, 1},
        {11, 11},
        {12, 24},
        {12, 25},
        {12, 26},
    }};
    return std::ranges::any_of(holidays, [day](const auto& holiday) {
        return unsigned(day.month()) == holiday.first && unsigned(day.day()) == holiday.second;
    });
}

unsigned weekday_of(Date day) {  // 1: Monday.
    return std::chrono::weekday(sys_days(day)).iso_encoding();
}

}  // namespace

bool is_working_day(Date day) {
    const sys_days sunday = easter(day.year());
    const bool moves = sys_days(day) == sunday + days{1} || sys_days(day) == sunday + days{60};
    return weekday_of(day) <= 5 && !is_fixed_holiday(day) && !moves;
}

WorkingYear::WorkingYear(Date today, const std::string& zone, Rush rush) {
    std::vector<double> weights;
    for (int back = days_looked_back; back >= 1; --back) {
        const Date day{sys_days(today) - days{back}};
        if (!is_working_day(day)) continue;
        const auto start = to_instant(day, morning, zone);
        INVARIANT(start.has_value());
        mornings_.push_back(*start);
        const double grown = 0.8 + 0.4 * (days_looked_back - back) / days_looked_back;
        weights.push_back(weekday_weights[weekday_of(day) - 1] * grown);
    }
    double sum = 0;
    for (std::size_t i = 0; i < weights.size(); ++i) {
        const bool late = i + rush_days >= weights.size();
        sum += weights[i] * (late && rush == Rush::at_the_end ? rush_factor : 1);
        reached_.push_back(sum);
    }
    for (double& share : reached_) share /= sum;
}

Time WorkingYear::at(std::int64_t place) const {
    const std::int64_t inside = std::clamp<std::int64_t>(place, 0, length() - 1);
    return mornings_[static_cast<std::size_t>(inside / day_seconds)] +
           std::chrono::seconds(inside % day_seconds);
}

std::int64_t WorkingYear::place_of(double share) const {
    const auto found = std::ranges::upper_bound(reached_, share);
    const auto day =
        std::min(static_cast<std::size_t>(found - reached_.begin()), reached_.size() - 1);
    const double before = day == 0 ? 0 : reached_[day - 1];
    const double part = (share - before) / (reached_[day] - before);
    const double warped = 0.7 * part + 0.3 * part * part;  // Denser before noon.
    const auto seconds = static_cast<std::int64_t>(warped * day_seconds);
    return static_cast<std::int64_t>(day) * day_seconds +
           std::clamp<std::int64_t>(seconds, 0, day_seconds - 1);
}

}  // namespace ogniwo::demo
