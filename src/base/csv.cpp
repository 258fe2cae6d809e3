#include "base/csv.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace ogniwo {
namespace {

constexpr std::string_view byte_order_mark = "\xef\xbb\xbf";
constexpr std::size_t buffer_bytes = 64 * limits::kib;

bool breaks_line(char c) {
    return c == '\n' || c == '\r';
}

bool is_number(std::string_view field) {
    if (field.starts_with('+') || field.starts_with('-')) field.remove_prefix(1);
    return !field.empty() && field.find_first_not_of("0123456789., ") == std::string_view::npos;
}

bool may_be_formula(std::string_view field) {
    static constexpr std::string_view starts = "=+-@\t\r";
    return !field.empty() && starts.find(field.front()) != std::string_view::npos &&
           !is_number(field);
}

std::string quoted(std::string_view field) {
    std::string result = "\"";
    for (const char c : field) {
        if (c == '"') result.push_back('"');
        result.push_back(c);
    }
    return result + "\"";
}

}  // namespace

bool concerns_one_row(const Error& error) {
    return error.reason.name.starts_with("csv_");
}

CsvReader::CsvReader(ByteSource& source, CsvOptions options) : source_(source), options_(options) {}

Result<std::optional<CsvRow>> CsvReader::next() {
    if (buffer_.empty()) start();
    char c = 0;
    while (peek(c) && breaks_line(c)) {  // Empty lines say nothing.
        ++at_;
        boundary(c);
    }
    if (bad_source_) return *bad_source_;
    if (at_ == end_) return std::optional<CsvRow>{};

    CsvRow row{.line = line_};
    row_line_ = line_;
    bad_row_.reset();
    // A bad row is read to its end like any other, or the next one would begin in its middle.
    Stop stop = Stop::separator;
    for (field_number_ = 1; stop == Stop::separator; ++field_number_) {
        std::string field;
        stop = read_field(field);
        if (field_number_ > options_.most_fields) refuse(csv_too_many_fields);
        if (!bad_row_) row.fields.push_back(std::move(field));
    }
    if (bad_source_) return *bad_source_;
    if (bad_row_) return *bad_row_;
    return std::optional(std::move(row));
}

// Fills the buffer, so that the first line can be looked at before it is read.
void CsvReader::start() {
    buffer_.resize(buffer_bytes);
    while (end_ < buffer_.size()) {
        const auto count = source_.read({buffer_.data() + end_, buffer_.size() - end_});
        if (!count) {
            bad_source_ = count.error();
            end_ = 0;
            return;
        }
        if (*count == 0) break;
        end_ += *count;
    }
    if (std::string_view(buffer_.data(), end_).starts_with(byte_order_mark)) {
        at_ = byte_order_mark.size();
    }
    separator_ = detect_separator();
}

char CsvReader::detect_separator() const {
    switch (options_.separator) {
        case CsvSeparator::comma:
            return ',';
        case CsvSeparator::semicolon:
            return ';';
        case CsvSeparator::tab:
            return '\t';
        case CsvSeparator::detect:
            break;
    }
    static constexpr std::string_view candidates = ",;\t";
    std::ptrdiff_t counts[candidates.size()] = {};
    bool in_quotes = false;
    for (std::size_t i = at_; i < end_ && (in_quotes || !breaks_line(buffer_[i])); ++i) {
        if (buffer_[i] == '"') in_quotes = !in_quotes;
        const std::size_t found = candidates.find(buffer_[i]);
        if (!in_quotes && found != std::string_view::npos) ++counts[found];
    }
    return candidates[static_cast<std::size_t>(
        std::max_element(std::begin(counts), std::end(counts)) - std::begin(counts))];
}

// False at the end, and when the source refuses.
bool CsvReader::refill() {
    if (bad_source_) return false;
    at_ = end_ = 0;
    const auto count = source_.read(buffer_);
    if (!count) {
        bad_source_ = count.error();
        return false;
    }
    end_ = *count;
    return end_ > 0;
}

bool CsvReader::peek(char& c) {
    if (at_ == end_ && !refill()) return false;
    c = buffer_[at_];
    return true;
}

bool CsvReader::take(char& c) {
    if (!peek(c)) return false;
    ++at_;
    return true;
}

// What `c`, just taken, ends; nothing when it is part of the field.
std::optional<CsvReader::Stop> CsvReader::boundary(char c) {
    if (c == separator_) return Stop::separator;
    if (!breaks_line(c)) return std::nullopt;
    char second = 0;
    if (c == '\r' && peek(second) && second == '\n') ++at_;
    ++line_;
    return Stop::line;
}

CsvReader::Stop CsvReader::read_field(std::string& field) {
    char c = 0;
    const bool opens = peek(c) && c == '"';
    const Stop stop = opens ? read_quoted(field) : read_plain(field);
    const bool is_text = field.find('\0') == std::string::npos && is_utf8(field);
    if (!is_text) refuse(csv_encoding);
    return stop;
}

CsvReader::Stop CsvReader::read_quoted(std::string& field) {
    char c = 0;
    take(c);
    while (take(c)) {
        if (c != '"') {
            if (c == '\n') ++line_;
            put(field, c);
            // A quote that nobody closes would take the rest of the table along. Past the limit it
            // counts as forgotten, and the row ends with its line.
            const bool forgotten = bad_row_ && bad_row_->reason == csv_field_too_large;
            if (forgotten) return read_plain(field);
            continue;
        }
        char after = 0;
        if (!take(after)) return Stop::end;
        if (after == '"') {
            put(field, '"');
            continue;
        }
        if (const auto stop = boundary(after)) return *stop;
        refuse(csv_quote);
        return read_plain(field);
    }
    refuse(csv_quote);
    return Stop::end;
}

CsvReader::Stop CsvReader::read_plain(std::string& field) {
    char c = 0;
    while (take(c)) {
        if (const auto stop = boundary(c)) return *stop;
        if (c == '"') refuse(csv_quote);
        put(field, c);
    }
    return Stop::end;
}

void CsvReader::put(std::string& field, char c) {
    if (field.size() < options_.most_field_bytes) {
        field.push_back(c);
    } else {
        refuse(csv_field_too_large);
    }
}

void CsvReader::refuse(Reason reason) {
    if (bad_row_) return;
    bad_row_ = Error{
        .reason = reason,
        .shown = {{"line", std::to_string(row_line_)}, {"field", std::to_string(field_number_)}}};
}

std::string CsvWriter::row(const std::vector<std::string>& fields) {
    const bool excel = flavour_ == CsvFlavour::polish_excel;
    const char separator = excel ? ';' : ',';
    std::string line;
    if (at_start_ && excel) line = byte_order_mark;
    at_start_ = false;

    // A lone empty field is quoted, or the line would be empty and skipped by readers.
    const bool lone_empty = fields.size() == 1 && fields[0].empty();
    for (std::size_t i = 0; i < fields.size(); ++i) {
        if (i > 0) line.push_back(separator);
        const bool guarded = guard_ == FormulaGuard::on && may_be_formula(fields[i]);
        const std::string field = guarded ? "'" + fields[i] : fields[i];
        const bool wants_quotes = lone_empty || field.find(separator) != std::string::npos ||
                                  field.find_first_of("\"\r\n") != std::string::npos;
        line += wants_quotes ? quoted(field) : field;
    }
    return line + "\r\n";
}

}  // namespace ogniwo
