#include "base/time.hpp"

#include <date/tz.h>

#include <algorithm>
#include <fstream>

#include "base/check.hpp"

namespace ogniwo {
namespace {

constexpr Time first_instant =
    std::chrono::sys_days{Date{std::chrono::year{1}, std::chrono::month{1}, std::chrono::day{1}}};
constexpr Time end_of_time = std::chrono::sys_days{
    Date{std::chrono::year{10000}, std::chrono::month{1}, std::chrono::day{1}}};

// Writes `value` with leading zeros. Every answer the server gives holds several instants, so this
// is done by hand: it is some thirty times faster than a stream.
char* put(char* to, unsigned value, int digits) {
    for (int i = digits - 1; i >= 0; --i) {
        to[i] = static_cast<char>('0' + value % 10);
        value /= 10;
    }
    return to + digits;
}

char* put(char* to, Date date) {
    to = put(to, static_cast<unsigned>(static_cast<int>(date.year())), 4);
    *to++ = '-';
    to = put(to, static_cast<unsigned>(date.month()), 2);
    *to++ = '-';
    return put(to, static_cast<unsigned>(date.day()), 2);
}

// Reads from the front of a text; after the first thing that is not there, everything fails.
class Scanner {
public:
    explicit Scanner(std::string_view text) : rest_(text) {}

    int number(std::size_t digits) {
        if (rest_.size() < digits) return fail();
        int value = 0;
        for (std::size_t i = 0; i < digits; ++i) {
            if (rest_[i] < '0' || rest_[i] > '9') return fail();
            value = value * 10 + (rest_[i] - '0');
        }
        rest_.remove_prefix(digits);
        return value;
    }

    bool take(char c) {
        if (rest_.empty() || rest_.front() != c) return false;
        rest_.remove_prefix(1);
        return true;
    }

    void expect(char c) {
        if (!take(c)) fail();
    }

    std::size_t digits_ahead() const {
        return std::min(rest_.find_first_not_of("0123456789"), rest_.size());
    }

    int fail() {
        good_ = false;
        rest_ = {};
        return 0;
    }

    bool good() const { return good_; }
    bool done() const { return good_ && rest_.empty(); }

private:
    std::string_view rest_;
    bool good_ = true;
};

Date scan_date(Scanner& scanner) {
    const int year = scanner.number(4);
    scanner.expect('-');
    const int month = scanner.number(2);
    scanner.expect('-');
    const int day = scanner.number(2);
    const Date date{std::chrono::year{year},
                    std::chrono::month{static_cast<unsigned>(month)},
                    std::chrono::day{static_cast<unsigned>(day)}};
    if (year < 1 || !date.ok()) scanner.fail();
    return date;
}

Microseconds scan_time_of_day(Scanner& scanner) {
    const int hour = scanner.number(2);
    scanner.expect(':');
    const int minute = scanner.number(2);
    scanner.expect(':');
    const int second = scanner.number(2);
    if (hour > 23 || minute > 59 || second > 59) scanner.fail();

    int micros = 0;
    if (scanner.take('.')) {
        const std::size_t digits = scanner.digits_ahead();
        if (digits < 1 || digits > 6) scanner.fail();
        micros = scanner.number(digits);
        for (std::size_t i = digits; i < 6; ++i) micros *= 10;
    }
    return std::chrono::hours{hour} + Minutes{minute} + std::chrono::seconds{second} +
           Microseconds{micros};
}

Minutes scan_offset(Scanner& scanner) {
    if (scanner.take('Z')) return Minutes{0};
    const bool west = scanner.take('-');
    if (!west) scanner.expect('+');
    const int hours = scanner.number(2);
    scanner.expect(':');
    const int minutes = scanner.number(2);
    if (hours > 23 || minutes > 59) scanner.fail();
    const Minutes offset = std::chrono::hours{hours} + Minutes{minutes};
    return west ? -offset : offset;
}

// date::locate_zone throws for unknown names; asking is no error here, so the list is searched.
const date::time_zone* find_zone(std::string_view name) {
    const auto& zones = date::get_tzdb().zones;
    const auto found = std::lower_bound(
        zones.begin(), zones.end(), name, [](const date::time_zone& zone, std::string_view wanted) {
            return zone.name() < wanted;
        });
    return found != zones.end() && found->name() == name ? &*found : nullptr;
}

// Compiled zone files list the changes of the clocks one by one and end in 2037. A later year is
// read as the one of 2030 to 2037 whose 1 March falls on the same weekday: that decides on which
// dates the Sundays of spring and autumn lie, and rules of law speak of Sundays.
Date stand_in(Date date) {
    if (date.year() <= std::chrono::year{2037}) return date;
    const auto first_of_march = [](std::chrono::year year) {
        return std::chrono::weekday{std::chrono::sys_days{year / std::chrono::March / 1}};
    };
    std::chrono::year year{2030};
    while (first_of_march(year) != first_of_march(date.year())) ++year;
    const Date same{year, date.month(), date.day()};
    return same.ok() ? same : Date{year, date.month(), std::chrono::day{28}};
}

}  // namespace

void append_text(std::string& out, Time time) {
    INVARIANT(time >= first_instant && time < end_of_time);
    const auto day = std::chrono::floor<std::chrono::days>(time);
    const std::int64_t within = (time - day).count();
    const auto second = static_cast<unsigned>(within / 1'000'000);
    const auto micros = static_cast<unsigned>(within % 1'000'000);

    char text[27];
    char* end = put(text, Date{day});
    *end++ = 'T';
    end = put(end, second / 3600, 2);
    *end++ = ':';
    end = put(end, second / 60 % 60, 2);
    *end++ = ':';
    end = put(end, second % 60, 2);
    if (micros != 0) {
        *end++ = '.';
        end = put(end, micros, 6);
    }
    *end++ = 'Z';
    out.append(text, end);
}

std::string to_text(Time time) {
    std::string text;
    append_text(text, time);
    return text;
}

std::string to_text(Date date) {
    INVARIANT(date.ok() && date.year() >= std::chrono::year{1} &&
              date.year() <= std::chrono::year{9999});
    char text[10];
    return std::string(text, put(text, date));
}

std::optional<Time> parse_time(std::string_view text) {
    Scanner scanner(text);
    const Date date = scan_date(scanner);
    scanner.expect('T');
    const Microseconds since_midnight = scan_time_of_day(scanner);
    const Minutes offset = scan_offset(scanner);
    if (!scanner.done()) return std::nullopt;

    const Time time = std::chrono::sys_days{date} + since_midnight - offset;
    if (time < first_instant || time >= end_of_time) return std::nullopt;
    return time;
}

std::optional<Date> parse_date(std::string_view text) {
    Scanner scanner(text);
    const Date date = scan_date(scanner);
    if (!scanner.done()) return std::nullopt;
    return date;
}

std::optional<Time> to_instant(Date date, Minutes since_midnight, std::string_view zone) {
    const date::time_zone* const place = find_zone(zone);
    if (place == nullptr || !date.ok()) return std::nullopt;

    const date::local_seconds asked{std::chrono::sys_days{stand_in(date)}.time_since_epoch() +
                                    since_midnight};
    // `first` is the offset before a change of the clocks. Reading the local time with it gives the
    // later instant where an hour is skipped and the earlier one where an hour comes twice.
    const date::local_info info = place->get_info(asked);
    return std::chrono::sys_days{date} + since_midnight - info.first.offset;
}

std::optional<Date> local_date(Time time, std::string_view zone) {
    const date::time_zone* const place = find_zone(zone);
    if (place == nullptr) return std::nullopt;

    const auto day = std::chrono::floor<std::chrono::days>(time);
    const date::sys_seconds asked{std::chrono::sys_days{stand_in(Date{day})}.time_since_epoch() +
                                  std::chrono::floor<std::chrono::seconds>(time - day)};
    return Date{std::chrono::floor<std::chrono::days>(time + place->get_info(asked).offset)};
}

bool is_zone(std::string_view zone) {
    return find_zone(zone) != nullptr;
}

ZoneClock::ZoneClock(std::string_view zone) : zone_(find_zone(zone)) {
    INVARIANT(zone_ != nullptr);
}

// Near a change of the clocks the zone is asked; far from one its last answer holds.
Microseconds ZoneClock::offset_at(Microseconds local) {
    if (from_ <= local && local < to_) return offset_;
    constexpr std::chrono::hours margin{48};
    const auto info = static_cast<const date::time_zone*>(zone_)->get_info(
        date::local_seconds{std::chrono::floor<std::chrono::seconds>(local)});
    if (info.result == date::local_info::unique) {
        // Beyond the ends of what the zone knows there is nothing to be near to.
        const auto within = [](date::sys_seconds at) {
            constexpr date::sys_seconds first = date::sys_days{date::year{1} / 1 / 1};
            constexpr date::sys_seconds last = date::sys_days{date::year{9999} / 1 / 1};
            return std::clamp(at, first, last).time_since_epoch();
        };
        offset_ = info.first.offset;
        from_ = within(info.first.begin) + offset_ + margin;
        to_ = within(info.first.end) + offset_ - margin;
    }
    return info.first.offset;
}

Time ZoneClock::to_instant(Date date, Minutes since_midnight) {
    const auto asked = std::chrono::sys_days{stand_in(date)}.time_since_epoch() + since_midnight;
    return std::chrono::sys_days{date} + since_midnight - offset_at(asked);
}

Date ZoneClock::local_date(Time time) {
    const auto day = std::chrono::floor<std::chrono::days>(time);
    const Microseconds utc =
        std::chrono::sys_days{stand_in(Date{day})}.time_since_epoch() + (time - day);
    const Microseconds local = utc + offset_;
    if (from_ <= local && local < to_) {
        return Date{std::chrono::floor<std::chrono::days>(time + offset_)};
    }
    const auto info = static_cast<const date::time_zone*>(zone_)->get_info(
        date::sys_seconds{std::chrono::floor<std::chrono::seconds>(utc)});
    return Date{std::chrono::floor<std::chrono::days>(time + info.offset)};
}

// The library knows it only where the files are those of IANA; Debian's say it at the head of the
// sources that come with them.
std::string zones_version() {
    static const std::string version = [] {
        std::string found = date::get_tzdb().version;
        constexpr std::string_view mark = "# version ";
        std::ifstream sources("/usr/share/zoneinfo/tzdata.zi");
        std::string line;
        if (std::getline(sources, line) && line.starts_with(mark)) found = line.substr(mark.size());
        return found;
    }();
    return version;
}

}  // namespace ogniwo
