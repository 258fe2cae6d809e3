#pragma once

// Tables as RFC 4180 writes them, read row by row and written row by row.
//
// A bad row is a value: it says its line and its reason, and the next call goes on behind it, so an
// import can list everything that is wrong with a file at once. A source that breaks in the middle
// is different: its refusal comes again and again, and no caller can take it for the end.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/byte_source.hpp"
#include "base/limits.hpp"

namespace ogniwo {

// Each is shown with "line" and "field", counted from 1.
inline constexpr Reason csv_quote{Refusal::unparsable, "csv_quote"};
inline constexpr Reason csv_encoding{Refusal::unparsable, "csv_encoding"};
inline constexpr Reason csv_field_too_large{Refusal::too_large, "csv_field_too_large"};
inline constexpr Reason csv_too_many_fields{Refusal::too_large, "csv_too_many_fields"};

// True when only this row is bad and reading may go on.
bool concerns_one_row(const Error& error);

enum class CsvSeparator { detect, comma, semicolon, tab };

struct CsvOptions {
    CsvSeparator separator = CsvSeparator::detect;  // The one the first line has most of.
    std::size_t most_field_bytes = limits::csv_field_bytes;
    std::size_t most_fields = limits::csv_fields;
};

struct CsvRow {
    std::int64_t line = 0;  // On which the row begins, from 1.
    std::vector<std::string> fields;
};

// Lines end in LF, CRLF or CR. A byte order mark at the start and empty lines are skipped. Fields
// are UTF-8 without NUL.
class CsvReader {
public:
    // `source` outlives this.
    explicit CsvReader(ByteSource& source, CsvOptions options = {});

    Result<std::optional<CsvRow>> next();
    // The one that was asked for or found; known after the first row.
    char separator() const { return separator_; }

private:
    enum class Stop { separator, line, end };  // What a field ends at.

    void start();
    bool refill();
    bool peek(char& c);
    bool take(char& c);
    char detect_separator() const;
    std::optional<Stop> boundary(char c);
    Stop read_field(std::string& field);
    Stop read_quoted(std::string& field);
    Stop read_plain(std::string& field);
    void put(std::string& field, char c);
    void refuse(Reason reason);

    ByteSource& source_;
    CsvOptions options_;
    char separator_ = ',';
    std::vector<char> buffer_;
    std::size_t at_ = 0;
    std::size_t end_ = 0;
    std::int64_t line_ = 1;
    std::int64_t row_line_ = 1;
    std::size_t field_number_ = 1;
    std::optional<Error> bad_row_;     // The first thing that is wrong with the row being read.
    std::optional<Error> bad_source_;  // Stays.
};

enum class CsvFlavour {
    plain,         // Comma, no byte order mark.
    polish_excel,  // Semicolon and byte order mark: what Excel opens without asking in Poland.
};

// A spreadsheet takes a cell that begins with = + - or @ for a formula, also in a file that came
// from a stranger's ticket. The guard puts an apostrophe before such cells, numbers excepted.
enum class FormulaGuard { off, on };

class CsvWriter {
public:
    explicit CsvWriter(CsvFlavour flavour, FormulaGuard guard = FormulaGuard::on)
        : flavour_(flavour), guard_(guard) {}

    // The bytes of one row, line end included; the first row brings the byte order mark along.
    std::string row(const std::vector<std::string>& fields);

private:
    CsvFlavour flavour_;
    FormulaGuard guard_;
    bool at_start_ = true;
};

}  // namespace ogniwo
