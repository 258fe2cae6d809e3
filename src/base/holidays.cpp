#include "base/holidays.hpp"

#include <array>

namespace ogniwo {
namespace {

struct Fixed {
    unsigned month;
    unsigned day;
    Holiday holiday;
    int since;  // The first year; as far as anybody plans here, the others have always been.
};

constexpr std::array fixed{Fixed{1, 1, Holiday::new_year, 0},
                           Fixed{1, 6, Holiday::epiphany, 2011},
                           Fixed{5, 1, Holiday::labour_day, 0},
                           Fixed{5, 3, Holiday::constitution_day, 1990},
                           Fixed{8, 15, Holiday::assumption, 1989},
                           Fixed{11, 1, Holiday::all_saints, 0},
                           Fixed{11, 11, Holiday::independence_day, 1989},
                           Fixed{12, 24, Holiday::christmas_eve, 2025},
                           Fixed{12, 25, Holiday::christmas, 0},
                           Fixed{12, 26, Holiday::second_christmas, 0}};

struct Moving {
    int days_after_easter;
    Holiday holiday;
};

constexpr std::array moving{Moving{0, Holiday::easter},
                            Moving{1, Holiday::easter_monday},
                            Moving{49, Holiday::pentecost},
                            Moving{60, Holiday::corpus_christi}};

}  // namespace

// One letter per step, as in J. Meeus, Astronomical Algorithms, chapter 8.
Date easter_sunday(std::chrono::year year) {
    const int y = static_cast<int>(year);
    const int a = y % 19;
    const int b = y / 100;
    const int c = y % 100;
    const int d = b / 4;
    const int e = b % 4;
    const int f = (b + 8) / 25;
    const int g = (b - f + 1) / 3;
    const int h = (19 * a + b - d - g + 15) % 30;
    const int i = c / 4;
    const int k = c % 4;
    const int l = (32 + 2 * e + 2 * i - h - k) % 7;
    const int m = (a + 11 * h + 22 * l) / 451;
    const int month = (h + l - 7 * m + 114) / 31;
    const int day = (h + l - 7 * m + 114) % 31 + 1;
    return {year,
            std::chrono::month{static_cast<unsigned>(month)},
            std::chrono::day{static_cast<unsigned>(day)}};
}

std::optional<Holiday> polish_holiday(Date date) {
    for (const Fixed& one : fixed) {
        if (static_cast<int>(date.year()) >= one.since && unsigned{date.month()} == one.month &&
            unsigned{date.day()} == one.day) {
            return one.holiday;
        }
    }
    const auto since_easter =
        (std::chrono::sys_days{date} - std::chrono::sys_days{easter_sunday(date.year())}).count();
    for (const Moving& one : moving) {
        if (one.days_after_easter == since_easter) return one.holiday;
    }
    return std::nullopt;
}

}  // namespace ogniwo
