#include "base/holidays.hpp"

#include <doctest/doctest.h>

#include <string_view>

namespace ogniwo {
namespace {

struct Case {
    std::string_view date;
    std::optional<Holiday> holiday;
};

TEST_CASE("days off by Polish law") {
    const Case cases[] = {
        {"2025-01-01", Holiday::new_year},
        {"2025-01-06", Holiday::epiphany},
        {"2010-01-06", std::nullopt},
        {"2025-04-18", std::nullopt},  // Good Friday is none.
        {"2025-04-20", Holiday::easter},
        {"2025-04-21", Holiday::easter_monday},
        {"2025-05-01", Holiday::labour_day},
        {"2025-05-02", std::nullopt},
        {"2025-05-03", Holiday::constitution_day},
        {"2025-06-08", Holiday::pentecost},
        {"2025-06-19", Holiday::corpus_christi},
        {"2025-08-15", Holiday::assumption},
        {"2025-11-01", Holiday::all_saints},
        {"2025-11-11", Holiday::independence_day},
        {"2024-12-24", std::nullopt},
        {"2025-12-24", Holiday::christmas_eve},
        {"2025-12-25", Holiday::christmas},
        {"2025-12-26", Holiday::second_christmas},
        {"2025-12-27", std::nullopt},
        {"2026-06-04", Holiday::corpus_christi},
        {"2028-02-29", std::nullopt},
    };
    for (const Case& one : cases) {
        CAPTURE(one.date);
        CHECK(polish_holiday(*parse_date(one.date)) == one.holiday);
    }
}

// Years as the tables of the Church print them, with the earliest and the latest there can be.
TEST_CASE("Easter Sunday") {
    for (const std::string_view day : {"1818-03-22",
                                       "1943-04-25",
                                       "2000-04-23",
                                       "2008-03-23",
                                       "2024-03-31",
                                       "2025-04-20",
                                       "2026-04-05",
                                       "2027-03-28",
                                       "2038-04-25",
                                       "2285-03-22"}) {
        CAPTURE(day);
        const Date date = *parse_date(day);
        CHECK(easter_sunday(date.year()) == date);
    }
}

}  // namespace
}  // namespace ogniwo
