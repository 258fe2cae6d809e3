#include "base/xlsx.hpp"

#include <doctest/doctest.h>
#include <zip.h>

#include <map>

namespace ogniwo {
namespace {

using Parts = std::map<std::string, std::string>;

// A ZIP archive of these parts, in memory.
std::string packed(const Parts& parts) {
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t* target = zip_source_buffer_create(nullptr, 0, 0, &error);
    REQUIRE(target != nullptr);
    zip_source_keep(target);
    zip_t* zip = zip_open_from_source(target, ZIP_TRUNCATE, &error);
    REQUIRE(zip != nullptr);
    for (const auto& [name, text] : parts) {
        zip_source_t* part = zip_source_buffer(zip, text.data(), text.size(), 0);
        REQUIRE(zip_file_add(zip, name.c_str(), part, 0) >= 0);
    }
    REQUIRE(zip_close(zip) == 0);
    REQUIRE(zip_source_open(target) == 0);
    zip_source_seek(target, 0, SEEK_END);
    const auto size = zip_source_tell(target);
    zip_source_seek(target, 0, SEEK_SET);
    std::string bytes(static_cast<std::size_t>(size), '\0');
    REQUIRE(zip_source_read(target, bytes.data(), bytes.size()) == size);
    zip_source_close(target);
    zip_source_free(target);
    return bytes;
}

Parts workbook(const std::string& rows) {
    return {
        {"xl/workbook.xml",
         R"(<?xml version="1.0"?><workbook xmlns:r="urn:r"><sheets>)"
         R"(<sheet name="Klienci" sheetId="7" r:id="rId1"/>)"
         R"(<sheet name="Inne" sheetId="9" r:id="rId2"/></sheets></workbook>)"},
        {"xl/_rels/workbook.xml.rels",
         R"(<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/>)"
         R"(<Relationship Id="rId2" Target="/xl/worksheets/sheet2.xml"/></Relationships>)"},
        {"xl/sharedStrings.xml",
         R"(<sst><si><t>Nazwa</t></si><si><r><t>Al</t></r><r><t>fa &amp; syn</t></r></si></sst>)"},
        {"xl/styles.xml",
         R"(<styleSheet><numFmts><numFmt numFmtId="164" formatCode="yyyy\-mm\-dd hh:mm"/>)"
         R"(<numFmt numFmtId="165" formatCode="0.00&quot; dni&quot;"/></numFmts>)"
         R"(<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/>)"
         R"(<xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs></styleSheet>)"},
        {"xl/worksheets/sheet1.xml", "<worksheet><sheetData>" + rows + "</sheetData></worksheet>"},
        {"xl/worksheets/sheet2.xml",
         "<x:worksheet xmlns:x=\"urn:x\"><x:sheetData><x:row><x:c t=\"inlineStr\"><x:is><x:t>"
         "druga</x:t></x:is></x:c></x:row></x:sheetData></x:worksheet>"}};
}

std::string refused(const std::string& bytes, const XlsxLimits& limits = {}) {
    const auto sheet = read_xlsx(bytes, {}, limits);
    return sheet ? "" : std::string(sheet.error().reason.name);
}

TEST_CASE("cells are read as they show themselves") {
    const std::string bytes = packed(
        workbook(R"(<row r="1"><c r="A1" t="s"><v>0</v></c>)"
                 R"(<c r="C1" t="inlineStr"><is><t>NIP</t></is></c></row>)"
                 R"(<row r="3"><c r="A3" t="s"><v>1</v></c><c r="B3" s="1"><v>45657</v></c>)"
                 R"(<c r="C3"><v>5250000009</v></c><c r="D3" s="2"><v>45657.586805555555</v></c>)"
                 R"(<c r="E3" s="3"><v>1.5</v></c><c r="F3" t="b"><v>1</v></c>)"
                 R"(<c r="G3" t="e"><v>#N/A</v></c>)"
                 R"(<c r="H3" t="str"><v>x</v></c><c r="I3"/></row>)"));
    const auto sheet = read_xlsx(bytes);
    REQUIRE(static_cast<bool>(sheet));
    CHECK(sheet->name == "Klienci");
    CHECK(sheet->sheets == std::vector<std::string>{"Klienci", "Inne"});
    REQUIRE(sheet->rows.size() == 2);
    CHECK(sheet->rows[0].cells == std::vector<std::string>{"Nazwa", "", "NIP"});
    CHECK(sheet->rows[1].number == 3);
    CHECK(sheet->rows[1].cells == std::vector<std::string>{"Alfa & syn",
                                                           "2024-12-31",
                                                           "5250000009",
                                                           "2024-12-31 14:05:00",
                                                           "1.5",
                                                           "true",
                                                           "",
                                                           "x"});
    const auto second = read_xlsx(bytes, "Inne");
    REQUIRE(static_cast<bool>(second));
    CHECK(second->rows[0].cells == std::vector<std::string>{"druga"});
    CHECK(read_xlsx(bytes, "Trzeci").error().reason == xlsx_no_sheet);
}

TEST_CASE("workbooks that are broken or made to hurt are refused") {
    const std::string one = R"(<row r="1"><c r="A1" t="inlineStr"><is><t>a</t></is></c></row>)";
    CHECK(refused("PK\x03\x04").size() > 0);
    CHECK(refused(packed({{"a.txt", "x"}})) == "xlsx_broken");
    CHECK(refused(packed(workbook("<row r=\"1\"><c"))) == "xlsx_broken");
    CHECK(refused(packed(workbook(R"(<row r="1"><c r="A1" t="s"><v>99</v></c></row>)"))) ==
          "xlsx_broken");
    CHECK(refused(packed(workbook(R"(<row r="2"/><row r="1"/>)"))) == "xlsx_broken");
    CHECK(refused(packed(workbook(R"(<row r="1"><c r="ZZZZ1"><v>1</v></c></row>)"))) ==
          "xlsx_too_large");
    Parts declared = workbook(one);
    declared["xl/sharedStrings.xml"] =
        R"(<!DOCTYPE sst [<!ENTITY a "aaaa">]><sst><si><t>&a;</t></si></sst>)";
    CHECK(refused(packed(declared)) == "xlsx_broken");
    Parts bomb = workbook(one);
    bomb["xl/sharedStrings.xml"] = "<sst>" + std::string(8 * limits::mib, ' ') + "</sst>";
    CHECK(refused(packed(bomb)) == "xlsx_too_large");
    CHECK(refused(packed(workbook(one)), {.parts = 3}) == "xlsx_too_large");
    CHECK(refused(packed(workbook(one)), {.text_bytes = 0}) == "xlsx_too_large");
    CHECK(refused(packed(workbook(one))).empty());
}

TEST_CASE("rows, cells and names are counted while they are read") {
    const auto rows = [](std::string numbers) {
        std::string xml;
        for (const char number : numbers) {
            xml += std::string(R"(<row r=")") + number + R"("><c r="A)" + number +
                   R"("><v>1</v></c></row>)";
        }
        return packed(workbook(xml));
    };
    CHECK(refused(rows("12"), {.rows = 2}).empty());
    CHECK(refused(rows("123"), {.rows = 2}) == "xlsx_too_large");
    const auto row_number = [](const std::string& number) {
        return packed(workbook("<row r=\"" + number + "\"><c><v>1</v></c></row><row/>"));
    };
    CHECK(refused(row_number("1048575")).empty());
    CHECK(refused(row_number("1048577")) == "xlsx_too_large");
    CHECK(refused(row_number("9223372036854775807")) == "xlsx_too_large");

    // Those that a row leaves out count as well; so do the shared texts, of which there are two.
    const std::string sparse = packed(workbook(
        R"(<row r="1"><c r="D1"><v>1</v></c></row><row r="2"><c r="D2"><v>1</v></c></row>)"));
    CHECK(refused(sparse, {.cells = 8}).empty());
    CHECK(refused(sparse, {.cells = 7}) == "xlsx_too_large");
    CHECK(refused(rows("1"), {.cells = 2}).empty());
    CHECK(refused(rows("1"), {.cells = 1}) == "xlsx_too_large");

    // The workbook has four formats of cells.
    CHECK(refused(rows("1"), {.formats = 4}).empty());
    CHECK(refused(rows("1"), {.formats = 3}) == "xlsx_too_large");

    const std::string named = packed({{"xl/workbook.xml", "<w><sheet/><sheet/><sheet/></w>"}});
    CHECK(refused(named, {.parts = 3}) == "xlsx_broken");
    CHECK(refused(named, {.parts = 2}) == "xlsx_too_large");
}

}  // namespace
}  // namespace ogniwo
