#pragma once

// Days off out of a calendar file: RFC 5545, as far as such files use it.
//
// Schools, ministries and other programs publish days off as events of whole days, some of which
// come back each year. Those are read; an event with a time of day, or with another repetition, is
// refused with its line instead of being guessed at. Whatever else stands in the file is left out.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "base/time.hpp"

namespace ogniwo {

// All but the first two are shown with "line", counted from 1.
inline constexpr Reason icalendar_missing{Refusal::unparsable, "icalendar_missing"};
inline constexpr Reason icalendar_empty{Refusal::invalid, "icalendar_empty"};
inline constexpr Reason icalendar_broken{Refusal::unparsable, "icalendar_broken"};
inline constexpr Reason icalendar_not_whole_days{Refusal::invalid, "icalendar_not_whole_days"};
inline constexpr Reason icalendar_repeats{Refusal::invalid, "icalendar_repeats"};
// Shown with "most": bytes, and days.
inline constexpr Reason icalendar_too_large{Refusal::too_large, "icalendar_too_large"};
inline constexpr Reason icalendar_too_many_days{Refusal::too_large, "icalendar_too_many_days"};

struct IcalendarDay {
    Date day{};
    std::string label{};  // One clean line; may be empty.

    friend bool operator==(const IcalendarDay&, const IcalendarDay&) = default;
};

struct IcalendarLimits {
    Date first{};  // Days outside of these two are left out, both of them included.
    Date last{};
    std::size_t most_bytes = 1024 * 1024;
    std::size_t most_days = 5'000;
    std::size_t most_label = 200;  // Code points; a longer one is cut.
};

// In order, each day once: of two events on one day the one that stands first in the file. The
// bytes may be in any encoding of base/text_encoding.hpp.
Result<std::vector<IcalendarDay>> read_icalendar_days(std::string_view bytes,
                                                      const IcalendarLimits& limits);

}  // namespace ogniwo
