#pragma once

// Moments as other programs and people write them down, for what comes from elsewhere. What this
// product writes itself is read by time.hpp.

#include <optional>
#include <string_view>

#include "base/time.hpp"

namespace ogniwo {

// %Y %m %d %H %M %S as digits, %f a fraction of a second, %z an offset (Z, +02:00, +0200), %% a
// percent sign; everything else stands for itself. A time without an offset is of that zone; where
// clocks go back, the earlier of the two moments. Nothing when the text does not fit.
std::optional<Time> parse_time_as(std::string_view text,
                                  std::string_view format,
                                  std::string_view zone);

// ISO 8601 as exports write it: with T or a space, down to minutes, seconds or fractions, or a day
// alone; with an offset, or of that zone.
std::optional<Time> parse_any_iso_time(std::string_view text, std::string_view zone);

// As people and spreadsheets in Poland write it, too: "31.12.2024 14:05", "31-12-2024",
// "2024/12/31"; days come before months.
std::optional<Time> parse_usual_time(std::string_view text, std::string_view zone);

}  // namespace ogniwo
