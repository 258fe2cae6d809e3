// Tables that strangers upload: whatever the bytes are, they are refused, or become rows as wide as
// their header, of text.

#include <cstdint>
#include <cstdlib>

#include "base/table_file.hpp"
#include "base/text.hpp"

namespace ogniwo {
namespace {

void require(bool holds) {
    if (!holds) std::abort();
}

void check(const std::string& bytes, const TableOptions& options) {
    const auto table = read_table_file(bytes, options);
    if (!table) return;
    require(!table->header.empty() && !table->rows.empty());
    for (const std::string& column : table->header) require(is_clean_line(column));
    for (const TableRow& row : table->rows) {
        require(row.bad.has_value() || row.cells.size() == table->header.size());
        for (const std::string& cell : row.cells) {
            require(is_utf8(cell) && cell.size() <= limits::csv_field_bytes);
        }
    }
}

}  // namespace
}  // namespace ogniwo

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string bytes(reinterpret_cast<const char*>(data), size);
    ogniwo::check(bytes, {});
    ogniwo::check(bytes, {.encoding = ogniwo::TextEncoding::windows_1250});
    return 0;
}
