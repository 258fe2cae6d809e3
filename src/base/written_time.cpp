#include "base/written_time.hpp"

#include <array>
#include <string>

namespace ogniwo {
namespace {

// Reads a text from its front, piece by piece.
class Scanner {
public:
    explicit Scanner(std::string_view text) : rest_(text) {}

    bool at_end() const { return rest_.empty(); }

    bool skip(char c) {
        if (rest_.empty() || rest_.front() != c) return false;
        rest_.remove_prefix(1);
        return true;
    }

    // Between `least` and `most` digits.
    std::optional<int> digits(std::size_t least, std::size_t most) {
        std::size_t count = 0;
        int value = 0;
        while (count < most && count < rest_.size() && rest_[count] >= '0' && rest_[count] <= '9') {
            value = value * 10 + (rest_[count++] - '0');
        }
        if (count < least) return std::nullopt;
        rest_.remove_prefix(count);
        return value;
    }

    // Any number of digits of a fraction; what is finer than a microsecond is dropped.
    std::optional<Microseconds> fraction() {
        std::int64_t micros = 0, unit = 100'000;
        std::size_t count = 0;
        for (; count < rest_.size() && rest_[count] >= '0' && rest_[count] <= '9'; ++count) {
            micros += unit * (rest_[count] - '0');
            unit /= 10;
        }
        if (count == 0) return std::nullopt;
        rest_.remove_prefix(count);
        return Microseconds{micros};
    }

    // Z, +02:00, +0200.
    std::optional<Minutes> offset() {
        if (skip('Z')) return Minutes{0};
        const bool west = !rest_.empty() && rest_.front() == '-';
        if (!skip('+') && !skip('-')) return std::nullopt;
        const auto hours = digits(2, 2);
        if (!hours) return std::nullopt;
        skip(':');
        const auto minutes = digits(2, 2);
        if (!minutes || *hours > 18 || *minutes > 59) return std::nullopt;
        const Minutes size{*hours * 60 + *minutes};
        return west ? -size : size;
    }

private:
    std::string_view rest_;
};

struct Parts {
    int year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0;
    Microseconds fraction{0};
    std::optional<Minutes> offset{};
};

bool read_part(Scanner& scanner, char directive, Parts& parts) {
    const auto number = [&](std::size_t least, std::size_t most, int& into) {
        const auto value = scanner.digits(least, most);
        if (value) into = *value;
        return value.has_value();
    };
    switch (directive) {
        case 'Y':
            return number(4, 4, parts.year);
        case 'm':
            return number(1, 2, parts.month);
        case 'd':
            return number(1, 2, parts.day);
        case 'H':
            return number(1, 2, parts.hour);
        case 'M':
            return number(1, 2, parts.minute);
        case 'S':
            return number(1, 2, parts.second);
        case 'f': {
            const auto fraction = scanner.fraction();
            parts.fraction = fraction.value_or(Microseconds{0});
            return fraction.has_value();
        }
        case 'z': {
            parts.offset = scanner.offset();
            return parts.offset.has_value();
        }
        case '%':
            return scanner.skip('%');
        default:
            return false;
    }
}

std::optional<Time> instant_of(const Parts& parts, std::string_view zone) {
    const Date date{std::chrono::year(parts.year),
                    std::chrono::month(static_cast<unsigned>(parts.month)),
                    std::chrono::day(static_cast<unsigned>(parts.day))};
    const bool possible =
        date.ok() && parts.year >= 1 && parts.hour < 24 && parts.minute < 60 && parts.second < 60;
    if (!possible) return std::nullopt;

    const Minutes since_midnight{parts.hour * 60 + parts.minute};
    const Microseconds within = std::chrono::seconds{parts.second} + parts.fraction;
    if (parts.offset || zone == "UTC") {
        return Time{std::chrono::sys_days{date}} + since_midnight + within -
               parts.offset.value_or(Minutes{0});
    }
    const auto minute = to_instant(date, since_midnight, zone);
    return minute ? std::optional(*minute + within) : std::nullopt;
}

}  // namespace

std::optional<Time> parse_time_as(std::string_view text,
                                  std::string_view format,
                                  std::string_view zone) {
    Scanner scanner(text);
    Parts parts;
    for (std::size_t i = 0; i < format.size(); ++i) {
        if (format[i] != '%') {
            if (!scanner.skip(format[i])) return std::nullopt;
        } else if (++i == format.size() || !read_part(scanner, format[i], parts)) {
            return std::nullopt;
        }
    }
    if (!scanner.at_end()) return std::nullopt;
    return instant_of(parts, zone);
}

std::optional<Time> parse_any_iso_time(std::string_view text, std::string_view zone) {
    if (const auto exact = parse_time(text)) return exact;
    std::string tidy(text);
    if (tidy.size() > 10 && tidy[10] == 'T') tidy[10] = ' ';
    constexpr std::array<std::string_view, 7> forms{"%Y-%m-%d %H:%M:%S",
                                                    "%Y-%m-%d %H:%M:%S.%f",
                                                    "%Y-%m-%d %H:%M:%S%z",
                                                    "%Y-%m-%d %H:%M:%S.%f%z",
                                                    "%Y-%m-%d %H:%M",
                                                    "%Y-%m-%d %H:%M%z",
                                                    "%Y-%m-%d"};
    for (const std::string_view form : forms) {
        if (const auto time = parse_time_as(tidy, form, zone)) return time;
    }
    return std::nullopt;
}

std::optional<Time> parse_usual_time(std::string_view text, std::string_view zone) {
    if (const auto iso = parse_any_iso_time(text, zone)) return iso;
    for (const std::string_view day :
         {"%d.%m.%Y", "%d-%m-%Y", "%d/%m/%Y", "%Y/%m/%d", "%Y.%m.%d"}) {
        for (const std::string_view hour : {"", " %H:%M", " %H:%M:%S", ", %H:%M", ", %H:%M:%S"}) {
            const std::string format = std::string(day) + std::string(hour);
            if (const auto time = parse_time_as(text, format, zone)) return time;
        }
    }
    return std::nullopt;
}

}  // namespace ogniwo
