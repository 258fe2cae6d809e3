// Calendar files that strangers publish: whatever the bytes are, they are refused, or become days
// in order, each once, within the limits, with labels that fit on one line.

#include <cstdint>
#include <cstdlib>

#include "base/icalendar_reader.hpp"
#include "base/text.hpp"

namespace ogniwo {
namespace {

void require(bool holds) {
    if (!holds) std::abort();
}

void check(std::string_view bytes) {
    const IcalendarLimits limits{.first = std::chrono::year{2025} / 1 / 1,
                                 .last = std::chrono::year{2036} / 12 / 31,
                                 .most_days = 500,
                                 .most_label = 50};
    const auto days = read_icalendar_days(bytes, limits);
    if (!days) return;
    require(!days->empty() && days->size() <= limits.most_days);
    Date before = std::chrono::year{2024} / 12 / 31;
    for (const IcalendarDay& one : *days) {
        require(one.day.ok() && before < one.day && one.day <= limits.last);
        require(is_clean_line(one.label) && code_points(one.label) <= limits.most_label);
        before = one.day;
    }
}

}  // namespace
}  // namespace ogniwo

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    ogniwo::check({reinterpret_cast<const char*>(data), size});
    return 0;
}
