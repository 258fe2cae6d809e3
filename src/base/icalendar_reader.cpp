#include "base/icalendar_reader.hpp"

#include <algorithm>
#include <charconv>
#include <limits>
#include <map>
#include <optional>
#include <set>

#include "base/text.hpp"
#include "base/text_encoding.hpp"

namespace ogniwo {
namespace {

using std::chrono::days;
using std::chrono::sys_days;

constexpr std::size_t date_letters = 8;    // "20261224"
constexpr int times_most = 1'000;          // Years apart, or how often.
constexpr days event_days_most{366};       // Of one event: nobody is off for longer.
constexpr std::size_t walks_per_day = 10;  // In one file, of the days that it may name at all.

// One line as it is meant: what was folded is one again.
struct Line {
    std::size_t number = 0;  // Where it begins.
    std::string name{};      // In capitals, without parameters.
    std::string value{};
};

Error at(const Reason& reason, std::size_t line) {
    return {.reason = reason, .shown = {{"line", std::to_string(line)}}};
}

Error too_many(const Reason& reason, std::size_t most) {
    return {.reason = reason, .shown = {{"most", std::to_string(most)}}};
}

std::string capitals(std::string_view text) {
    std::string upper(text);
    for (char& c : upper) {
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    }
    return upper;
}

std::optional<int> number(std::string_view text) {
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (text.empty() || error != std::errc{} || end != text.data() + text.size()) return {};
    return value;
}

std::vector<std::string_view> parts(std::string_view text, char separator) {
    std::vector<std::string_view> all;
    while (true) {
        const std::size_t end = text.find(separator);
        all.push_back(text.substr(0, end));
        if (end == std::string_view::npos) return all;
        text.remove_prefix(end + 1);
    }
}

// Section 3.1: a line that begins with white space goes on with the one before.
std::vector<std::pair<std::size_t, std::string>> unfolded(std::string_view text) {
    std::vector<std::pair<std::size_t, std::string>> lines;
    std::size_t count = 0;
    for (std::string_view line : parts(text, '\n')) {
        ++count;
        if (line.ends_with('\r')) line.remove_suffix(1);
        if (line.empty()) continue;
        if ((line.front() == ' ' || line.front() == '\t') && !lines.empty()) {
            lines.back().second += line.substr(1);
        } else {
            lines.emplace_back(count, line);
        }
    }
    return lines;
}

// "DTSTART;VALUE=DATE:20261224". A colon inside of quotes belongs to a parameter.
std::optional<Line> read_line(std::size_t count, std::string_view text) {
    bool is_quoted = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '"') is_quoted = !is_quoted;
        if (text[i] != ':' || is_quoted) continue;
        const std::string_view before = text.substr(0, i);
        return Line{.number = count,
                    .name = capitals(trim(before.substr(0, before.find(';')))),
                    .value = std::string(text.substr(i + 1))};
    }
    return std::nullopt;
}

std::optional<Date> read_date(std::string_view text) {
    if (text.size() != date_letters) return std::nullopt;
    return parse_date(std::string(text.substr(0, 4)) + "-" + std::string(text.substr(4, 2)) + "-" +
                      std::string(text.substr(6)));
}

// Section 3.3.11, and one line of it: line breaks and other control characters become spaces.
std::string read_label(std::string_view text, std::size_t most) {
    std::string plain;
    for (std::size_t i = 0; i < text.size(); ++i) {
        char c = text[i];
        if (c == '\\' && i + 1 < text.size()) {
            c = text[++i];
            if (c == 'n' || c == 'N') c = ' ';
        }
        plain += static_cast<unsigned char>(c) < 0x20 || c == 0x7f ? ' ' : c;
    }
    return cut(nfc(trim(plain)), most);
}

// What stands between BEGIN:VEVENT and its end.
struct Event {
    std::map<std::string, Line> lines{};  // The first of each name.
    std::vector<Line> excepted{};
};

class Reading {
public:
    explicit Reading(const IcalendarLimits& limits) : limits_(limits) {}

    Outcome line(Line line) {
        if (line.name == "BEGIN") return begin(line);
        if (line.name == "END") return end(line);
        if (open_.empty() && !has_calendar_) return icalendar_missing;
        if (open_.empty()) return at(icalendar_broken, line.number);
        if (!is_in_event()) return Nothing{};
        if (line.name == "EXDATE") {
            event_.excepted.push_back(std::move(line));
        } else {
            const std::string name = line.name;
            event_.lines.try_emplace(name, std::move(line));
        }
        return Nothing{};
    }

    Result<std::vector<IcalendarDay>> finish(std::size_t last_line) {
        if (!has_calendar_) return icalendar_missing;
        if (!open_.empty()) return at(icalendar_broken, last_line);
        if (days_.empty()) return icalendar_empty;
        std::vector<IcalendarDay> all;
        for (auto& [day, label] : days_) all.push_back({day, std::move(label)});
        return all;
    }

private:
    bool is_in_event() const { return open_.size() == 2 && open_.back() == "VEVENT"; }

    Outcome begin(const Line& line) {
        open_.push_back(capitals(trim(line.value)));
        if (open_.front() != "VCALENDAR") return icalendar_missing;
        has_calendar_ = true;
        if (is_in_event()) event_ = {};
        return Nothing{};
    }

    Outcome end(const Line& line) {
        if (open_.empty() || open_.back() != capitals(trim(line.value))) {
            return at(icalendar_broken, line.number);
        }
        if (is_in_event()) TRY_DO(take_event(line.number));
        open_.pop_back();
        return Nothing{};
    }

    const Line* find(const char* name) const {
        const auto found = event_.lines.find(name);
        return found == event_.lines.end() ? nullptr : &found->second;
    }

    // A date, or a local midnight, as some programs write whole days.
    static Result<Date> whole_day(const Line& line, std::string_view value) {
        const auto date = read_date(value.substr(0, date_letters));
        if (!date) return at(icalendar_broken, line.number);
        const std::string_view time = value.substr(date_letters);
        if (!time.empty() && time != "T000000") return at(icalendar_not_whole_days, line.number);
        return *date;
    }

    // How many days an event lasts.
    Result<days> length_from(const Line& start, Date first) const {
        if (const Line* line = find("DTEND")) {
            TRY(const Date end, whole_day(*line, trim(line->value)));
            const days length = sys_days{end} - sys_days{first};
            // Some programs write the first day as the end, too.
            if (length < days{0}) return at(icalendar_broken, line->number);
            return std::max(length, days{1});
        }
        if (const Line* line = find("DURATION")) {
            const std::string text = capitals(trim(line->value));
            const auto count = text.size() > 2 && text.front() == 'P'
                                   ? number(std::string_view(text).substr(1, text.size() - 2))
                                   : std::nullopt;
            const bool is_weeks = text.ends_with('W');
            if (!count || (!is_weeks && !text.ends_with('D'))) {
                return at(icalendar_not_whole_days, line->number);
            }
            if (*count < 1 || *count > static_cast<int>(limits_.most_days)) {
                return at(icalendar_broken, line->number);
            }
            return days{*count * (is_weeks ? 7 : 1)};
        }
        if (trim(start.value).size() > date_letters) {
            return at(icalendar_not_whole_days, start.number);
        }
        return days{1};
    }

    struct Rule {
        int every = 0;  // Years; 0: once.
        std::optional<Date> until{};
        std::optional<int> count{};
    };

    // Each year on the same date: other parts may only say so again.
    Result<Rule> read_rule(Date first) const {
        for (const char* other : {"RDATE", "RECURRENCE-ID", "EXRULE"}) {
            if (const Line* line = find(other)) return at(icalendar_repeats, line->number);
        }
        const Line* line = find("RRULE");
        if (line == nullptr) return Rule{};
        Rule rule{.every = 1};
        bool is_yearly = false;
        for (const std::string_view part : parts(trim(line->value), ';')) {
            const std::size_t equals = std::min(part.find('='), part.size());
            const std::string name = capitals(part.substr(0, equals));
            const std::string value = capitals(part.substr(std::min(equals + 1, part.size())));
            if (name == "FREQ" && value == "YEARLY") {
                is_yearly = true;
            } else if (name == "UNTIL") {
                rule.until = read_date(std::string_view(value).substr(0, date_letters));
                if (!rule.until) return at(icalendar_broken, line->number);
            } else if (name == "COUNT" || name == "INTERVAL") {
                const auto count = number(value);
                if (!count || *count < 1 || *count > times_most) {
                    return at(icalendar_broken, line->number);
                }
                if (name == "COUNT") rule.count = count;
                if (name == "INTERVAL") rule.every = *count;
            } else if (!says_the_same(name, value, first)) {
                return at(icalendar_repeats, line->number);
            }
        }
        if (!is_yearly) return at(icalendar_repeats, line->number);
        return rule;
    }

    static bool says_the_same(const std::string& name, const std::string& value, Date first) {
        if (name == "WKST") return true;
        const auto same = [&](unsigned part) { return number(value) == static_cast<int>(part); };
        if (name == "BYMONTH") return same(unsigned{first.month()});
        return name == "BYMONTHDAY" && same(unsigned{first.day()});
    }

    Result<std::set<Date>> excepted() const {
        std::set<Date> all;
        for (const Line& line : event_.excepted) {
            for (const std::string_view value : parts(trim(line.value), ',')) {
                TRY(const Date day, whole_day(line, value));
                all.insert(day);
            }
        }
        return all;
    }

    Outcome take_event(std::size_t end_line) {
        if (const Line* status = find("STATUS");
            status != nullptr && capitals(trim(status->value)) == "CANCELLED") {
            return Nothing{};
        }
        const Line* start = find("DTSTART");
        if (start == nullptr) return at(icalendar_broken, end_line);
        TRY(const Date first, whole_day(*start, trim(start->value)));
        TRY(const days length, length_from(*start, first));
        TRY(const Rule rule, read_rule(first));
        TRY(const std::set<Date> without, excepted());
        std::string label;
        if (const Line* summary = find("SUMMARY")) {
            label = read_label(summary->value, limits_.most_label);
            if (!is_clean_line(label)) return at(icalendar_broken, summary->number);
        }
        if (length > event_days_most) return at(icalendar_broken, start->number);
        int left = rule.count.value_or(std::numeric_limits<int>::max());
        const Date last = std::min(rule.until.value_or(limits_.last), limits_.last);
        for (Date day = first; day <= last && left > 0; day += std::chrono::years{rule.every}) {
            if (day.ok()) {  // The 29th of February comes in leap years.
                --left;
                if (!without.contains(day)) TRY_DO(take_days(day, length, label));
            }
            if (rule.every == 0) break;
        }
        return Nothing{};
    }

    Outcome take_days(Date first, days length, const std::string& label) {
        const sys_days from = std::max(sys_days{first}, sys_days{limits_.first});
        const sys_days to = std::min(sys_days{first} + length, sys_days{limits_.last} + days{1});
        for (sys_days day = from; day < to; day += days{1}) {
            // Said again or not, each day is work; a file that says them all some times is no list
            // of days off.
            if (++walked_ > walks_per_day * limits_.most_days) {
                return too_many(icalendar_too_many_days, limits_.most_days);
            }
            days_.try_emplace(Date{day}, label);
            if (days_.size() > limits_.most_days) {
                return too_many(icalendar_too_many_days, limits_.most_days);
            }
        }
        return Nothing{};
    }

    const IcalendarLimits& limits_;
    std::vector<std::string> open_{};  // What has begun and not ended.
    bool has_calendar_ = false;
    Event event_{};
    std::map<Date, std::string> days_{};
    std::size_t walked_ = 0;
};

}  // namespace

Result<std::vector<IcalendarDay>> read_icalendar_days(std::string_view bytes,
                                                      const IcalendarLimits& limits) {
    if (bytes.size() > limits.most_bytes) {
        return too_many(icalendar_too_large, limits.most_bytes);
    }
    TRY(const std::string text, to_utf8(bytes, guess_encoding(bytes)));
    Reading reading(limits);
    std::size_t last_line = 0;
    for (const auto& [count, content] : unfolded(text)) {
        last_line = count;
        auto line = read_line(count, content);
        if (!line) return count == 1 ? Error{icalendar_missing} : at(icalendar_broken, count);
        TRY_DO(reading.line(*std::move(line)));
    }
    return reading.finish(last_line);
}

}  // namespace ogniwo
