#pragma once

// Reading one row of an event log, as pure functions over texts.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tickets/import_types.hpp"
#include "tickets/mapping_types.hpp"

namespace ogniwo::tickets {

// "Awaria {id}": the columns it names, and the text with their values.
class SubjectTemplate {
public:
    explicit SubjectTemplate(std::string_view text);

    const std::vector<std::string>& columns() const { return columns_; }
    // One value per column, in the same order. At most 300 characters.
    std::string fill(const std::vector<std::string_view>& values) const;

private:
    std::vector<std::string> literals_;  // One more than columns.
    std::vector<std::string> columns_;
};

// Where the columns of a mapping, which outlives this, stand in a file with this header. Refuses
// with import_column_missing (shows "column", and "suggestion" where one is near).
class RowReader {
public:
    static Result<RowReader> make(const ImportMapping& mapping, std::vector<std::string> header);

    struct Read {
        std::string key;
        std::string order;
        std::string subject;
        ImportRow row;  // Without its step.
    };
    // Refuses with one of the reasons of import_types.hpp that are about one row.
    Result<Read> read(std::int64_t line, const std::vector<std::string>& fields) const;

private:
    using Places = std::vector<std::size_t>;

    RowReader(const ImportMapping& mapping, std::size_t width)
        : mapping_(&mapping), width_(width), subject_(mapping.subject) {}

    Result<std::string> text(const std::vector<std::string>& fields, const Places& places) const;
    Result<std::optional<std::string>> maybe(const std::vector<std::string>& fields,
                                             const Places& places) const;
    Result<Time> time(const std::vector<std::string>& fields) const;
    Result<int> tier(const std::vector<std::string>& fields) const;
    Outcome read_state(const std::vector<std::string>& fields, ImportRow& row) const;

    const ImportMapping* mapping_;
    std::size_t width_;
    SubjectTemplate subject_;
    Places case_, time_, order_, status_, tier_, impact_, team_, person_, product_, subject_places_;
};

// How rows of one case follow one another: by time, then by the order column, as numbers where both
// are, then as they stand in the file.
bool comes_before(const RowReader::Read& a, const RowReader::Read& b);

// A row's state in the ticket.
void apply(Ticket& ticket, const TicketHistoryImported& row, Time at);

}  // namespace ogniwo::tickets
