#pragma once

// A whole event log in memory: CSV, plain or gzipped, its rows gathered by case and put in order.
// Nothing is written anywhere; what is wrong with the file is found out before the first row goes
// in.

#include <string>
#include <vector>

#include "base/byte_source.hpp"
#include "tickets/import_types.hpp"
#include "tickets/mapping_types.hpp"

namespace ogniwo::tickets {

inline constexpr std::size_t bad_rows_shown = 1'000;
inline constexpr std::int64_t import_file_rows_most = 2'000'000;

struct BadRow {
    std::int64_t line = 0;
    std::string reason;
    Params shown{};
};

struct EventLog {
    std::vector<ImportCase> cases{};  // In the order in which they turn up.
    std::int64_t rows = 0;            // Good ones.
    std::vector<BadRow> bad{};        // At most bad_rows_shown of them.
    std::int64_t bad_rows = 0;
};

// Refuses when the file cannot be read to its end, is empty, too long, or lacks a column.
Result<EventLog> read_event_log(ByteSource& source, const ImportMapping& mapping);

}  // namespace ogniwo::tickets
