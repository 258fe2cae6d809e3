#pragma once

// Days off by Polish law: the act of 18 January 1951 on days free from work, as it stands since
// Christmas Eve was added to it (from 2025 on). Sundays are no holidays here.
//
// Easter is found by the anonymous Gregorian computus (Meeus, Jones, Butcher).

#include <optional>

#include "base/enum.hpp"
#include "base/time.hpp"

namespace ogniwo {

enum class Holiday {
    new_year,
    epiphany,
    easter,
    easter_monday,
    labour_day,
    constitution_day,
    pentecost,
    corpus_christi,
    assumption,
    all_saints,
    independence_day,
    christmas_eve,
    christmas,
    second_christmas,
};
constexpr auto names(Holiday) {
    return enum_names("new_year",
                      "epiphany",
                      "easter",
                      "easter_monday",
                      "labour_day",
                      "constitution_day",
                      "pentecost",
                      "corpus_christi",
                      "assumption",
                      "all_saints",
                      "independence_day",
                      "christmas_eve",
                      "christmas",
                      "second_christmas");
}

// Easter Sunday; years from 1583 on.
Date easter_sunday(std::chrono::year year);

std::optional<Holiday> polish_holiday(Date date);

}  // namespace ogniwo
