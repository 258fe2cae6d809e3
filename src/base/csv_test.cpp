#include "base/csv.hpp"

#include <doctest/doctest.h>

#include <string>

#include "base/gzip.hpp"

namespace ogniwo {
namespace {

using namespace std::string_literals;

std::string show(const Error& error) {
    std::string text(error.reason.name);
    for (const auto& [name, value] : error.shown) text += " " + name + "=" + value;
    return text;
}

// "1:a|b 2:c|d", bad rows by reason, line and field.
std::string rows(ByteSource& source, CsvOptions options = {}) {
    CsvReader reader(source, options);
    std::string all;
    while (true) {
        const auto row = reader.next();
        if (row && !row->has_value()) return all;
        if (!all.empty()) all += " / ";
        if (!row) {
            all += show(row.error());
            if (!concerns_one_row(row.error())) return all;
            continue;
        }
        all += std::to_string((*row)->line) + ":";
        for (std::size_t i = 0; i < (*row)->fields.size(); ++i) {
            all += (i > 0 ? "|" : "") + (*row)->fields[i];
        }
    }
}

std::string rows(const std::string& table, CsvOptions options = {}) {
    TextSource source(table);
    return rows(source, options);
}

struct Case {
    std::string table;
    std::string rows;
};

TEST_CASE("a table is read row by row, with the line each row begins on") {
    for (const Case& entry : {
             Case{"", ""},
             Case{"\xef\xbb\xbf", ""},
             Case{"a", "1:a"},
             Case{"a,b\nc,d\n", "1:a|b / 2:c|d"},
             Case{"a,b\r\nc,d", "1:a|b / 2:c|d"},
             Case{"a,b\rc,d\r", "1:a|b / 2:c|d"},
             Case{"\xef\xbb\xbf"
                  "a,b\n",
                  "1:a|b"},
             Case{"\n\r\na,b\n\n\nc,d\n\n", "3:a|b / 6:c|d"},
             Case{"a,,c\n,,\n", "1:a||c / 2:||"},
             Case{" a , b \n", "1: a | b "},
             Case{"żółw,łódź\n", "1:żółw|łódź"},
             Case{"\"a\",\"b,c\",\"\"\n", "1:a|b,c|"},
             Case{"\"say \"\"no\"\"\",x\n", "1:say \"no\"|x"},
             Case{"\"\"\"\"\n", "1:\""},
             Case{"\"a\"", "1:a"},
             Case{"\"\"", "1:"},
             Case{"a,\"two\nlines\"\nb,c\n", "1:a|two\nlines / 3:b|c"},
             Case{"a,\"two\r\nlines\"\r\nb,c\r\n", "1:a|two\r\nlines / 3:b|c"},
         }) {
        CHECK_MESSAGE(rows(entry.table) == entry.rows, entry.table);
    }
}

TEST_CASE("the separator is the one the first line has most of") {
    for (const Case& entry : {
             Case{"a;b\nc,c;d\n", "1:a|b / 2:c,c|d"},
             Case{"a\tb\nc;c\td\n", "1:a|b / 2:c;c|d"},
             Case{"kwota, zł;data;\"a,b,c,d\"\n", "1:kwota, zł|data|a,b,c,d"},
             Case{"a,b;c\n", "1:a|b;c"},
             Case{"a\nb;c\n", "1:a / 2:b;c"},
         }) {
        CHECK_MESSAGE(rows(entry.table) == entry.rows, entry.table);
    }
    CHECK(rows("a,b;c\n", {.separator = CsvSeparator::semicolon}) == "1:a,b|c");
    CHECK(rows("a;b,c\n", {.separator = CsvSeparator::comma}) == "1:a;b|c");
    CHECK(rows("a;b\tc\n", {.separator = CsvSeparator::tab}) == "1:a;b|c");
}

TEST_CASE("a bad row says where and why, and the next row is read") {
    for (const Case& entry : {
             Case{"a,b\"c\nd,e\n", "csv_quote line=1 field=2 / 2:d|e"},
             Case{"a,\"b\"c\nd,e\n", "csv_quote line=1 field=2 / 2:d|e"},
             Case{"a,\"b\" \nd,e\n", "csv_quote line=1 field=2 / 2:d|e"},
             Case{"a,b\nc,\"d\n", "1:a|b / csv_quote line=2 field=2"},
             Case{"\"", "csv_quote line=1 field=1"},
             Case{"a,za\xbf\xf3\xb3\xe6\nd,e\n", "csv_encoding line=1 field=2 / 2:d|e"},
             Case{"a,b\0c\nd,e\n"s, "csv_encoding line=1 field=2 / 2:d|e"},
             Case{"a,\"x\ny\"z\nd,e\n", "csv_quote line=1 field=2 / 3:d|e"},
         }) {
        CHECK_MESSAGE(rows(entry.table) == entry.rows, entry.table);
    }
}

TEST_CASE("fields and rows have limits") {
    const CsvOptions options{
        .separator = CsvSeparator::comma, .most_field_bytes = 4, .most_fields = 3};
    CHECK(rows("1234,b,c\n", options) == "1:1234|b|c");
    CHECK(rows("a,12345\nd,e\n", options) == "csv_field_too_large line=1 field=2 / 2:d|e");
    CHECK(rows("a,\"12345\"\nd,e\n", options) == "csv_field_too_large line=1 field=2 / 2:d|e");
    CHECK(rows("a,b,c,d\ne\n", options) == "csv_too_many_fields line=1 field=4 / 2:e");
}

TEST_CASE("a quote that nobody closes does not swallow the whole table") {
    const CsvOptions options{.separator = CsvSeparator::comma, .most_field_bytes = 4};
    CHECK(rows("a,\"b\nc,d\ne,f\ng,h\n", options) ==
          "csv_field_too_large line=1 field=2 / 3:e|f / 4:g|h");
}

TEST_CASE("rows are the same however their bytes arrive") {
    std::string table = "id,note\n";
    std::string wanted = "1:id|note";
    for (int i = 2; i < 30'000; ++i) {
        table += std::to_string(i) + ",\"a \"\"b\"\"\"\r\n";
        wanted += " / " + std::to_string(i) + ":" + std::to_string(i) + "|a \"b\"";
    }
    CHECK(rows(table) == wanted);
}

// Refuses after its text.
class Torn final : public ByteSource {
public:
    explicit Torn(std::string text) : inner_(std::move(text)) {}
    Result<std::size_t> read(std::span<char> into) override {
        auto count = inner_.read(into);
        if (count && *count == 0) return gzip_broken;
        return count;
    }

private:
    TextSource inner_;
};

TEST_CASE("a source that breaks is never taken for the end of the table") {
    for (const std::string& table : {""s, "a,b\n"s, std::string(200'000, 'x') + "\na,b\n"}) {
        Torn source(table);
        CsvReader reader(source, {.most_field_bytes = 1'000'000});
        auto row = reader.next();
        while (row) {
            REQUIRE(row->has_value());
            row = reader.next();
        }
        CHECK(row.error().reason == gzip_broken);
        CHECK_FALSE(concerns_one_row(row.error()));
        CHECK(reader.next().error().reason == gzip_broken);
    }
}

TEST_CASE("the end of the table stays the end") {
    TextSource source("a\n");
    CsvReader reader(source);
    CHECK((*reader.next()).has_value());
    CHECK_FALSE((*reader.next()).has_value());
    CHECK_FALSE((*reader.next()).has_value());
}

TEST_CASE("what is written is read again") {
    const std::vector<std::vector<std::string>> table = {
        {"numer", "temat", "uwagi"},
        {"1", "Drukarka; biuro, parter", "powiedziała \"nie\""},
        {"2", "dwie\nlinie", ""},
        {"", "", ""}};
    for (const CsvFlavour flavour : {CsvFlavour::plain, CsvFlavour::polish_excel}) {
        CsvWriter writer(flavour);
        std::string text;
        for (const auto& row : table) text += writer.row(row);
        TextSource source(text);
        CsvReader reader(source);
        for (const auto& row : table) CHECK((*reader.next())->fields == row);
        CHECK_FALSE((*reader.next()).has_value());
    }
    CHECK(CsvWriter(CsvFlavour::plain).row({""}) == "\"\"\r\n");
}

TEST_CASE("Polish Excel gets a byte order mark once, and semicolons") {
    CsvWriter writer(CsvFlavour::polish_excel);
    CHECK(writer.row({"kwota", "1,50", "a;b"}) == "\xef\xbb\xbfkwota;1,50;\"a;b\"\r\n");
    CHECK(writer.row({"łódź", "x"}) == "łódź;x\r\n");
    CHECK(CsvWriter(CsvFlavour::plain).row({"a", "1,50", "b;c"}) == "a,\"1,50\",b;c\r\n");
}

TEST_CASE("a cell from a stranger does not become a formula") {
    CsvWriter guarded(CsvFlavour::plain), bare(CsvFlavour::plain, FormulaGuard::off);
    for (const std::string cell : {"=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "\t=1", "-"}) {
        CHECK_MESSAGE(guarded.row({cell, "x"}) == "'" + cell + ",x\r\n", cell);
        CHECK_MESSAGE(bare.row({cell, "x"}) == cell + ",x\r\n", cell);
    }
    for (const std::string cell : {"-12.50", "+48 784 380 784", "12", "a=b", ""}) {
        CHECK_MESSAGE(guarded.row({cell, "x"}) == cell + ",x\r\n", cell);
    }
}

}  // namespace
}  // namespace ogniwo
