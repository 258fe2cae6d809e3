#pragma once

// One sheet of an Excel workbook (.xlsx), as texts: what the cells show, not how they look.
//
// A workbook is a ZIP archive of XML parts, and it may come from a stranger: everything that can
// grow has a limit, documents that declare a type of their own are refused, and no part is read
// that the sheet does not need. Numbers come as people type them ("5250000009"), dates as ISO 8601
// by the format of their cell, in no zone.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/limits.hpp"
#include "base/result.hpp"

namespace ogniwo {

inline constexpr Reason xlsx_broken{Refusal::unparsable, "xlsx_broken"};
inline constexpr Reason xlsx_too_large{Refusal::too_large, "xlsx_too_large"};
// Shown with "sheet".
inline constexpr Reason xlsx_no_sheet{Refusal::invalid, "xlsx_no_sheet"};

struct XlsxLimits {
    std::size_t part_bytes = 128 * limits::mib;  // Of one part, unpacked.
    std::size_t ratio = limits::unpack_ratio;
    std::size_t grace_bytes = limits::unpack_grace_bytes;
    std::size_t parts = 1'000;  // In the archive, and as many as its workbook names.
    std::size_t rows = 100'001;
    std::size_t formats = 65'490;  // As Excel counts them.
    std::size_t columns = limits::csv_fields;
    // Of all rows together, with those that a row leaves out; and of the shared texts.
    std::size_t cells = 4'000'000;
    std::size_t cell_bytes = limits::csv_field_bytes;
    std::size_t text_bytes = 64 * limits::mib;  // Of all cells together, shared texts repeated.
};

struct XlsxRow {
    std::int64_t number = 0;  // As Excel shows it, from 1.
    std::vector<std::string> cells{};
};

struct XlsxSheet {
    std::vector<std::string> sheets{};  // The names of all of them.
    std::string name{};                 // Of this one.
    std::vector<XlsxRow> rows{};        // Those that hold anything.
};

bool looks_like_zip(std::string_view bytes);

// The sheet of that name; the first one where it is empty.
Result<XlsxSheet> read_xlsx(std::string_view bytes,
                            std::string_view sheet = {},
                            const XlsxLimits& limits = {});

}  // namespace ogniwo
