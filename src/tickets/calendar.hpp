#pragma once

// The calendar on the wall of whoever asks. Private to this slice.

#include <string>

#include "storage/work.hpp"

namespace ogniwo::tickets {

// The person's own zone, else our company's.
std::string zone_of_actor(const View& view);

// When the shift ends that whoever asks was in at `since`; outside of every shift, the next
// midnight of their calendar.
Time end_of_shift(const View& view, Time since, std::string_view zone);

}  // namespace ogniwo::tickets
