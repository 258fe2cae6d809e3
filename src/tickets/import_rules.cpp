#include "tickets/import_rules.hpp"

#include <algorithm>
#include <charconv>

#include "base/limits.hpp"
#include "base/suggest.hpp"
#include "base/text.hpp"
#include "base/written_time.hpp"

namespace ogniwo::tickets {
namespace {

constexpr std::size_t subject_most = 300;

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
    stand(ticket, {.status = row.status, .waiting_for = row.waiting_for, .state = row.state}, at);
}

}  // namespace ogniwo::tickets
