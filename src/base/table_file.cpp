#include "base/table_file.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace ogniwo {
namespace {

constexpr std::size_t column_name_most = 200;

// "A", "B" ... "AA", as spreadsheets call a column without a name.
std::string letters(std::size_t column) {
    std::string name;
    for (std::size_t left = column + 1; left > 0; left = (left - 1) / 26) {
        name.insert(name.begin(), static_cast<char>('A' + (left - 1) % 26));
    }
    return name;
}

std::vector<std::string> tidy_header(const std::vector<std::string>& cells) {
    std::vector<std::string> header;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        std::string name(trim(cells[i]));
        std::ranges::replace_if(
            name, [](char c) { return c == '\n' || c == '\r' || c == '\t'; }, ' ');
        if (!name.empty()) name = cut(nfc(name), column_name_most);
        if (name.empty() || !is_clean_line(name)) name = letters(i);
        std::string unique = name;
        for (int n = 2; std::ranges::find(header, unique) != header.end(); ++n) {
            unique = name + " (" + std::to_string(n) + ")";
        }
        header.push_back(std::move(unique));
    }
    return header;
}

// Short rows are filled up to the header, and so a few letters may be many cells.
Outcome add_row(TableFile& table, XlsxRow row, const TableOptions& options) {
    const bool is_empty =
        std::ranges::all_of(row.cells, [](const std::string& cell) { return trim(cell).empty(); });
    if (is_empty) return Nothing{};
    if (table.header.empty()) {
        table.header = tidy_header(row.cells);
        return Nothing{};
    }
    if ((table.rows.size() + 1) * table.header.size() > options.cells_most) return table_too_large;
    row.cells.resize(table.header.size());
    table.rows.push_back({.line = row.number, .cells = std::move(row.cells)});
    return Nothing{};
}

Result<TableFile> read_workbook(std::string_view bytes, const TableOptions& options) {
    TRY(XlsxSheet sheet, read_xlsx(bytes, options.sheet));
    TableFile table{.form = {.sheet = sheet.name, .sheets = std::move(sheet.sheets)}};
    for (XlsxRow& row : sheet.rows) TRY_DO(add_row(table, std::move(row), options));
    return table;
}

CsvSeparator csv_separator(TableSeparator separator) {
    switch (separator) {
        case TableSeparator::comma:
            return CsvSeparator::comma;
        case TableSeparator::semicolon:
            return CsvSeparator::semicolon;
        case TableSeparator::tab:
            return CsvSeparator::tab;
    }
    return CsvSeparator::detect;
}

TableSeparator found_separator(char separator) {
    if (separator == ';') return TableSeparator::semicolon;
    return separator == '\t' ? TableSeparator::tab : TableSeparator::comma;
}

std::int64_t line_of(const Error& error) {
    for (const auto& [name, value] : error.shown) {
        if (name == "line") return std::stoll(value);
    }
    return 0;
}

Result<TableFile> read_csv(const std::string& bytes, const TableOptions& options) {
    TableFile table;
    const TextEncoding encoding = options.encoding.value_or(guess_encoding(bytes));
    table.form.encoding = encoding;
    TRY(std::string text, to_utf8(bytes, encoding));
    TextSource source(std::move(text));
    CsvReader reader(source,
                     {.separator = options.separator ? csv_separator(*options.separator)
                                                     : CsvSeparator::detect});
    for (;;) {
        auto row = reader.next();
        if (!row && !concerns_one_row(row.error())) return std::move(row).error();
        if (!row) {
            table.rows.push_back({.line = line_of(row.error()), .bad = row.error()});
        } else if (*row) {
            TRY_DO(add_row(table, {(*row)->line, std::move((*row)->fields)}, options));
        } else {
            break;
        }
        if (table.rows.size() > table_rows_most) return table_too_large;
    }
    table.form.separator = found_separator(reader.separator());
    return table;
}

}  // namespace

Result<TableFile> read_table_file(std::string bytes, const TableOptions& options) {
    if (bytes.size() > table_file_bytes_most) return table_too_large;
    TRY(TableFile table,
        looks_like_zip(bytes) ? read_workbook(bytes, options) : read_csv(bytes, options));
    if (table.header.empty() || table.rows.empty()) return table_empty;
    if (table.rows.size() > table_rows_most) return table_too_large;
    return table;
}

}  // namespace ogniwo
