#include "base/table_file.hpp"

#include <doctest/doctest.h>

#include "base/written_time.hpp"

namespace ogniwo {
namespace {

// "Żółć" and "ąśź" in three encodings.
const char* const in_utf8 = "\u017b\u00f3\u0142\u0107;\u0105\u015b\u017a";
const char* const in_windows = "\xaf\xf3\xb3\xe6;\xb9\x9c\x9f";
const char* const in_iso = "\xaf\xf3\xb3\xe6;\xb1\xb6\xbc";

TableFile read(const std::string& bytes, const TableOptions& options = {}) {
    const auto table = read_table_file(bytes, options);
    REQUIRE_MESSAGE(static_cast<bool>(table), bytes);
    return *table;
}

std::string refused(const std::string& bytes, const TableOptions& options = {}) {
    const auto table = read_table_file(bytes, options);
    return table ? "" : std::string(table.error().reason.name);
}

TEST_CASE("Polish letters come out of every encoding that people export") {
    struct Case {
        std::string bytes;
        TextEncoding encoding;
    };
    const std::string utf16("\xff\xfe\x7b\x01\xf3\x00\x42\x01\x07\x01;\0\x05\x01\x5b\x01\x7a\x01",
                            18);
    const Case cases[] = {{in_utf8, TextEncoding::utf_8},
                          {std::string("\xef\xbb\xbf") + in_utf8, TextEncoding::utf_8},
                          {in_windows, TextEncoding::windows_1250},
                          {in_iso, TextEncoding::iso_8859_2},
                          {utf16.substr(0, 10) + utf16.substr(10), TextEncoding::utf_16},
                          {"plain", TextEncoding::utf_8}};
    for (const Case& one : cases) {
        CAPTURE(one.bytes);
        CHECK(guess_encoding(one.bytes) == one.encoding);
        const auto text = to_utf8(one.bytes, one.encoding);
        REQUIRE(static_cast<bool>(text));
        if (one.bytes != "plain") CHECK(*text == in_utf8);
    }
    CHECK(to_utf8(in_windows, TextEncoding::utf_8).error().reason == encoding_wrong);
}

TEST_CASE("a table says how it was read, and can be read otherwise") {
    const TableFile table = read("Nazwa;Telefon;;Telefon\r\nAlfa;1;2;3;4\r\n\r\n;;\r\nBeta\r\n");
    CHECK(table.form.encoding == TextEncoding::utf_8);
    CHECK(table.form.separator == TableSeparator::semicolon);
    CHECK(table.header == std::vector<std::string>{"Nazwa", "Telefon", "C", "Telefon (2)"});
    REQUIRE(table.rows.size() == 2);
    CHECK(table.rows[0].line == 2);
    CHECK(table.rows[0].cells == std::vector<std::string>{"Alfa", "1", "2", "3"});
    CHECK(table.rows[1].line == 5);
    CHECK(table.rows[1].cells == std::vector<std::string>{"Beta", "", "", ""});

    CHECK(read("a\tb\n1\t2\n").form.separator == TableSeparator::tab);
    CHECK(read("a,b\n\"x\ny\",2\n").rows[0].cells[0] == "x\ny");
    CHECK(read("a;b,c\n1;2,3\n", {.separator = TableSeparator::comma}).header[0] == "a;b");
    CHECK(read(std::string(in_windows) + "\nx;y\n", {.encoding = TextEncoding::iso_8859_2})
              .form.encoding == TextEncoding::iso_8859_2);
}

TEST_CASE("what is wrong with a file is told, and a bad row does not hide the others") {
    CHECK(refused("") == "table_empty");
    CHECK(refused("a;b\n") == "table_empty");
    CHECK(refused("a\n\xff\xfe\n", {.encoding = TextEncoding::utf_8}) == "encoding_wrong");
    CHECK(refused("PK\x03\x04 and no workbook") == "xlsx_broken");
    CHECK(refused("a;b;c\n1\n2\n", {.cells_most = 6}).empty());
    CHECK(refused("a;b;c\n1\n2\n", {.cells_most = 5}) == "table_too_large");
    const TableFile table = read("a;b\n1;\"2\n3;4\n");
    REQUIRE(table.rows.size() == 1);
    REQUIRE(table.rows[0].bad.has_value());
    CHECK(table.rows[0].bad->reason == csv_quote);
}

TEST_CASE("moments are read as people in Poland write them") {
    const auto shown = [](std::string_view text) {
        const auto time = parse_usual_time(text, "Europe/Warsaw");
        return time ? to_text(*time) : std::string();
    };
    CHECK(shown("31.12.2024 14:05") == "2024-12-31T13:05:00Z");
    CHECK(shown("1.7.2024") == "2024-06-30T22:00:00Z");
    CHECK(shown("01-07-2024 08:00:30") == "2024-07-01T06:00:30Z");
    CHECK(shown("2024/12/31 14:05") == "2024-12-31T13:05:00Z");
    CHECK(shown("2024-12-31 14:05:00") == "2024-12-31T13:05:00Z");
    CHECK(shown("31.12.2024, 14:05") == "2024-12-31T13:05:00Z");
    CHECK(shown("31.13.2024").empty());
    CHECK(shown("wczoraj").empty());
}

}  // namespace
}  // namespace ogniwo
