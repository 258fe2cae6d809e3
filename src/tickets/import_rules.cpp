#include "tickets/import_rules.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include "base/limits.hpp"
#include "base/suggest.hpp"
#include "base/text.hpp"

namespace ogniwo::tickets {
namespace {

constexpr std::size_t subject_most = 300;

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

Result<std::vector<std::size_t>> places_of(const ColumnNames& columns,
                                           const std::vector<std::string>& header) {
    std::vector<std::size_t> places;
    for (const std::string& column : columns) {
        const auto found = std::ranges::find(header, column);
        if (found == header.end()) {
            Error error{.reason = import_column_missing, .shown = {{"column", column}}};
            const std::vector<std::string_view> known(header.begin(), header.end());
            if (const auto near = nearest(column, known)) {
                error.shown.emplace_back("suggestion", std::string(*near));
            }
            return error;
        }
        places.push_back(static_cast<std::size_t>(found - header.begin()));
    }
    return places;
}

template <class Ours>
std::optional<Ours> value_of(const MappedColumn<Ours>& mapped, const std::string& theirs) {
    const auto found = mapped.values.find(theirs);
    return found == mapped.values.end() ? mapped.otherwise : std::optional(found->second);
}

Error about_value(const Reason& reason, const std::string& value) {
    return Error{.reason = reason, .shown = {{"value", cut(value, 100)}}};
}

std::optional<std::int64_t> as_number(const std::string& text) {
    std::int64_t number = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
    if (read.ec != std::errc{} || read.ptr != text.data() + text.size()) return std::nullopt;
    return number;
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

SubjectTemplate::SubjectTemplate(std::string_view text) {
    literals_.emplace_back();
    while (!text.empty()) {
        const auto open = text.find('{');
        const auto close = open == std::string_view::npos ? open : text.find('}', open);
        if (close == std::string_view::npos) break;
        literals_.back() += text.substr(0, open);
        columns_.emplace_back(text.substr(open + 1, close - open - 1));
        literals_.emplace_back();
        text.remove_prefix(close + 1);
    }
    literals_.back() += text;
}

std::string SubjectTemplate::fill(const std::vector<std::string_view>& values) const {
    std::string text = literals_.front();
    for (std::size_t i = 0; i < columns_.size(); ++i) {
        text += trim(values[i]);
        text += literals_[i + 1];
    }
    return cut(trim(text), subject_most);
}

Result<RowReader> RowReader::make(const ImportMapping& mapping, std::vector<std::string> header) {
    for (std::string& column : header) column = std::string(trim(column));
    RowReader reader(mapping, header.size());
    TRY(reader.case_, places_of(mapping.case_columns, header));
    TRY(reader.time_, places_of(mapping.time_columns, header));
    TRY(reader.order_, places_of(mapping.order_columns, header));
    TRY(reader.status_, places_of(mapping.status.columns, header));
    TRY(reader.tier_, places_of(mapping.tier.columns, header));
    TRY(reader.impact_, places_of(mapping.impact.columns, header));
    TRY(reader.team_, places_of(mapping.team_columns, header));
    TRY(reader.person_, places_of(mapping.person_columns, header));
    TRY(reader.product_, places_of(mapping.product_columns, header));
    TRY(reader.subject_places_, places_of(reader.subject_.columns(), header));
    return reader;
}

Result<std::string> RowReader::text(const std::vector<std::string>& fields,
                                    const Places& places) const {
    std::string joined;
    for (const std::size_t place : places) {
        if (!joined.empty()) joined += '/';
        joined += trim(fields[place]);
    }
    if (!is_clean_line(joined)) return import_text_unclean;
    if (code_points(joined) > limits::name_length) return about_value(import_text_too_long, joined);
    return joined;
}

Result<std::optional<std::string>> RowReader::maybe(const std::vector<std::string>& fields,
                                                    const Places& places) const {
    TRY(std::string value, text(fields, places));
    if (value.empty()) return std::optional<std::string>();
    return std::optional(std::move(value));
}

Result<Time> RowReader::time(const std::vector<std::string>& fields) const {
    TRY(const std::string text_of_time, text(fields, time_));
    const auto time = mapping_->time_format.empty()
                          ? parse_any_iso_time(text_of_time, mapping_->zone)
                          : parse_time_as(text_of_time, mapping_->time_format, mapping_->zone);
    if (!time) return about_value(import_time_unreadable, text_of_time);
    return *time;
}

Result<int> RowReader::tier(const std::vector<std::string>& fields) const {
    if (tier_.empty()) return mapping_->tier.otherwise.value_or(1);
    TRY(const std::string theirs, text(fields, tier_));
    if (const auto ours = value_of(mapping_->tier, theirs)) return *ours;
    const auto number = mapping_->tier.values.empty() ? as_number(theirs) : std::nullopt;
    if (!number || *number < 1 || *number > tiers::highest_possible_tier) {
        return about_value(import_tier_unknown, theirs);
    }
    return static_cast<int>(*number);
}

Outcome RowReader::read_state(const std::vector<std::string>& fields, ImportRow& row) const {
    TRY(const std::string status, text(fields, status_));
    const auto standing = value_of(mapping_->status, status);
    if (!standing) return about_value(import_status_unknown, status);
    row.status = standing->status;
    row.waiting_for = standing->waiting_for;

    if (impact_.empty()) return Nothing{};
    TRY(const std::string impact, text(fields, impact_));
    auto ours = value_of(mapping_->impact, impact);
    if (!ours && mapping_->impact.values.empty()) ours = enum_value<Impact>(fold(impact));
    if (!ours) return about_value(import_impact_unknown, impact);
    row.impact = *ours;
    return Nothing{};
}

Result<RowReader::Read> RowReader::read(std::int64_t line,
                                        const std::vector<std::string>& fields) const {
    if (fields.size() != width_) {
        return Error{.reason = import_fields_missing,
                     .shown = {{"expected", std::to_string(width_)},
                               {"found", std::to_string(fields.size())}}};
    }
    Read read{.row = {.row = line}};
    TRY(read.key, text(fields, case_));
    if (read.key.empty()) return import_case_missing;
    TRY(read.row.at, time(fields));
    TRY_DO(read_state(fields, read.row));
    TRY(read.row.tier, tier(fields));
    TRY(read.row.team, maybe(fields, team_));
    TRY(read.row.person, maybe(fields, person_));
    TRY(read.row.product, maybe(fields, product_));
    TRY(read.order, text(fields, order_));

    std::vector<std::string_view> values;
    for (const std::size_t place : subject_places_) values.emplace_back(fields[place]);
    read.subject = subject_.fill(values);
    if (!is_clean_line(read.subject)) return import_text_unclean;
    if (read.subject.empty()) read.subject = read.key;
    return read;
}

bool comes_before(const RowReader::Read& a, const RowReader::Read& b) {
    if (a.row.at != b.row.at) return a.row.at < b.row.at;
    if (a.order != b.order) {
        const auto number_a = as_number(a.order), number_b = as_number(b.order);
        if (number_a && number_b && *number_a != *number_b) return *number_a < *number_b;
        if (number_a.has_value() != number_b.has_value()) return number_a.has_value();
        if (!number_a) return a.order < b.order;
    }
    return a.row.row < b.row.row;
}

void apply(Ticket& ticket, const TicketHistoryImported& row, Time at) {
    ticket.tier = row.tier;
    ticket.queue = row.queue;
    ticket.assignee = row.assignee;
    ticket.impact = row.impact;
    ticket.priority = priority_of(usual_priorities(), ticket.impact, ticket.urgency);
    ticket.product = row.product;
    ticket.updated_at = at;
    stand(ticket, {.status = row.status, .waiting_for = row.waiting_for}, at);
}

}  // namespace ogniwo::tickets
