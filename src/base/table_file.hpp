#pragma once

// A table out of a file that somebody exported somewhere: CSV in whatever encoding and with
// whatever separator, or one sheet of an Excel workbook. What the file does not say is guessed, and
// the answer says what was guessed, so that a person can say otherwise.
//
// The first row that holds anything is the header. Bad rows are values, as in csv.hpp.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/csv.hpp"
#include "base/text_encoding.hpp"
#include "base/xlsx.hpp"

namespace ogniwo {

inline constexpr std::size_t table_file_bytes_most = 20 * limits::mib;
inline constexpr std::size_t table_rows_most = 100'000;
inline constexpr std::size_t table_cells_most = 4'000'000;

inline constexpr Reason table_empty{Refusal::invalid, "table_empty"};
inline constexpr Reason table_too_large{Refusal::too_large, "table_too_large"};

enum class TableSeparator { comma, semicolon, tab };
constexpr auto names(TableSeparator) {
    return enum_names("comma", "semicolon", "tab");
}

struct TableOptions {
    std::optional<TextEncoding> encoding{};
    std::optional<TableSeparator> separator{};
    std::string sheet{};  // The first one where it is empty.
    std::size_t cells_most = table_cells_most;
};

// How the file was read. Encoding and separator are of CSV, the sheet is of a workbook.
struct TableForm {
    std::optional<TextEncoding> encoding{};
    std::optional<TableSeparator> separator{};
    std::string sheet{};
    std::vector<std::string> sheets{};
};

struct TableRow {
    std::int64_t line = 0;             // In the file, from 1.
    std::vector<std::string> cells{};  // As many as the header has; more are cut off.
    std::optional<Error> bad{};        // Then there are no cells.
};

struct TableFile {
    TableForm form{};
    std::vector<std::string> header{};  // Trimmed; an empty one gets its letter, a doubled one its
                                        // number: "Telefon (2)".
    std::vector<TableRow> rows{};
};

Result<TableFile> read_table_file(std::string bytes, const TableOptions& options = {});

}  // namespace ogniwo
