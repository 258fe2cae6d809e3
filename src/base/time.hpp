#pragma once

// Instants, dates and durations as the product means them.
//
// An instant is a UTC microsecond count. A date has no zone: it is what a calendar on the wall
// says, and turns into instants only together with a zone name. "One day" is never 24 hours.

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace ogniwo {

using Minutes = std::chrono::minutes;
using Microseconds = std::chrono::microseconds;
using Date = std::chrono::year_month_day;
using Time = std::chrono::sys_time<std::chrono::microseconds>;

inline std::int64_t to_micros(Time time) {
    return time.time_since_epoch().count();
}
inline Time from_micros(std::int64_t micros) {
    return Time{Microseconds{micros}};
}

// RFC 3339 in UTC, "2025-06-12T08:00:00Z", with microseconds only where there are any.
std::string to_text(Time time);
void append_text(std::string& out, Time time);
// ISO 8601, "2025-06-12".
std::string to_text(Date date);

// Accept what the functions above write; parse_time takes any offset and up to six decimals.
// Years 0001 to 9999. Nothing when the text is anything else.
std::optional<Time> parse_time(std::string_view text);
std::optional<Date> parse_date(std::string_view text);

// Where a local time is skipped in spring the later instant is meant, where it happens twice in
// autumn the earlier one. Nothing when the zone is unknown (IANA names, "Europe/Warsaw").
std::optional<Time> to_instant(Date date, Minutes since_midnight, std::string_view zone);
std::optional<Date> local_date(Time time, std::string_view zone);
bool is_zone(std::string_view zone);

// The clock of one zone, for whoever asks it for many moments near each other: it says the same as
// to_instant and local_date, some twenty times faster. One thread at a time.
class ZoneClock {
public:
    explicit ZoneClock(std::string_view zone);  // That is known.

    Time to_instant(Date date, Minutes since_midnight);
    Date local_date(Time time);

private:
    Microseconds offset_at(Microseconds stand_in_local);

    const void* zone_;
    // The offset that was found last, and the local times that certainly have it.
    Microseconds offset_{};
    Microseconds from_{};
    Microseconds to_{};
};

// Which edition of the time zone database this machine has, "2026a".
std::string zones_version();

}  // namespace ogniwo
