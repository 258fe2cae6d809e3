#include "tickets/import_log.hpp"

#include <algorithm>
#include <array>
#include <unordered_map>

#include "base/csv.hpp"
#include "base/gzip.hpp"
#include "tickets/import_rules.hpp"

namespace ogniwo::tickets {
namespace {

// Bytes that were read already, then the rest of where they came from.
class Prefixed final : public ByteSource {
public:
    Prefixed(std::string start, ByteSource& rest) : start_(std::move(start)), rest_(rest) {}

    Result<std::size_t> read(std::span<char> into) override {
        if (at_ == start_.size()) return rest_.read(into);
        const std::size_t size = std::min(into.size(), start_.size() - at_);
        std::copy_n(start_.begin() + static_cast<std::ptrdiff_t>(at_), size, into.begin());
        at_ += size;
        return size;
    }

private:
    std::string start_;
    std::size_t at_ = 0;
    ByteSource& rest_;
};

// Enough bytes to tell a packed file from a plain one; fewer when there are no more.
Result<std::string> first_bytes(ByteSource& source) {
    std::array<char, 2> buffer{};
    std::string start;
    while (start.size() < buffer.size()) {
        TRY(const std::size_t size,
            source.read(std::span(buffer).first(buffer.size() - start.size())));
        if (size == 0) break;
        start.append(buffer.data(), size);
    }
    return start;
}

class Gatherer {
public:
    explicit Gatherer(RowReader reader) : reader_(std::move(reader)) {}

    void add(const CsvRow& row) {
        auto read = reader_.read(row.line, row.fields);
        if (!read) return add_bad(row.line, read.error());
        const auto [place, is_new] = places_.try_emplace(read->key, cases_.size());
        if (is_new) cases_.emplace_back();
        cases_[place->second].push_back(std::move(*read));
        ++log_.rows;
    }

    void add_bad(std::int64_t line, const Error& error) {
        ++log_.bad_rows;
        if (log_.bad.size() >= bad_rows_shown) return;
        log_.bad.push_back(
            {.line = line, .reason = std::string(error.reason.name), .shown = error.shown});
    }

    std::int64_t rows() const { return log_.rows + log_.bad_rows; }

    EventLog finish() && {
        for (auto& rows : cases_) {
            std::ranges::sort(rows, comes_before);
            ImportCase one{.key = std::move(rows.front().key),
                           .subject = std::move(rows.front().subject)};
            for (auto& read : rows) {
                read.row.step = static_cast<int>(one.rows.size()) + 1;
                one.rows.push_back(std::move(read.row));
            }
            log_.cases.push_back(std::move(one));
            rows = {};
        }
        return std::move(log_);
    }

private:
    RowReader reader_;
    std::unordered_map<std::string, std::size_t> places_;
    std::vector<std::vector<RowReader::Read>> cases_;
    EventLog log_;
};

std::int64_t line_of(const Error& error) {
    for (const auto& [name, value] : error.shown) {
        if (name == "line") return std::stoll(value);
    }
    return 0;
}

Result<EventLog> read_table(CsvReader& csv, const ImportMapping& mapping) {
    TRY(const auto header, csv.next());
    if (!header) return import_file_empty;
    TRY(RowReader reader, RowReader::make(mapping, header->fields));

    Gatherer gatherer(std::move(reader));
    for (;;) {
        auto row = csv.next();
        if (!row && !concerns_one_row(row.error())) return std::move(row).error();
        if (row && !*row) break;
        if (row) {
            gatherer.add(**row);
        } else {
            gatherer.add_bad(line_of(row.error()), row.error());
        }
        if (gatherer.rows() > import_file_rows_most) {
            return Error{.reason = import_file_too_long,
                         .shown = {{"most", std::to_string(import_file_rows_most)}}};
        }
    }
    return std::move(gatherer).finish();
}

}  // namespace

Result<EventLog> read_event_log(ByteSource& source, const ImportMapping& mapping) {
    TRY(std::string start, first_bytes(source));
    const bool packed = looks_like_gzip(start);
    Prefixed whole(std::move(start), source);
    if (!packed) {
        CsvReader csv(whole);
        return read_table(csv, mapping);
    }
    GunzipSource unpacked(whole);
    CsvReader csv(unpacked);
    return read_table(csv, mapping);
}

}  // namespace ogniwo::tickets
