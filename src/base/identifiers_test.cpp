#include "base/identifiers.hpp"

#include <doctest/doctest.h>

#include <string>

#include <vector>

namespace ogniwo {
namespace {

struct Case {
    std::string typed;
    std::string answer;  // What is stored, or the reason's name.
};

using Parser = Result<std::string> (*)(std::string_view);

std::string show(const Result<std::string>& result) {
    return result ? *result : std::string(result.error().reason.name);
}

void check_all(Parser parse, const std::vector<Case>& cases) {
    for (const Case& entry : cases) {
        CHECK_MESSAGE(show(parse(entry.typed)) == entry.answer, entry.typed);
        if (const auto stored = parse(entry.typed); stored) CHECK(show(parse(*stored)) == *stored);
    }
}

// A number in which any one digit is mistyped must not pass for another number. The check digits
// of REGON let some slips through by design, since remainders 0 and 10 share a digit.
int undetected_slips(Parser parse, const std::string& number) {
    int undetected = 0;
    for (std::size_t i = 0; i < number.size(); ++i) {
        if (number[i] < '0' || number[i] > '9') continue;
        for (char digit = '0'; digit <= '9'; ++digit) {
            std::string mistyped = number;
            mistyped[i] = digit;
            if (mistyped != number && parse(mistyped)) ++undetected;
        }
    }
    return undetected;
}

TEST_CASE("a NIP is ten digits that add up, with or without PL and dashes") {
    check_all(parse_nip,
              {
                  {"1234563218", "1234563218"},
                  {"7792223333", "7792223333"},
                  {"525-000-00-09", "5250000009"},
                  {"PL 526-030-02-91", "5260300291"},
                  {"pl5260300291", "5260300291"},
                  {" 526\u00a0030\u00a002\u00a091 ", "5260300291"},
                  {"1010000002", "1010000002"},
                  {"1234563217", "nip_checksum"},
                  {"1234563281", "nip_checksum"},
                  {"7791000000", "nip_checksum"},  // Its remainder is ten: no digit fits.
                  {"123456321", "nip_length"},
                  {"12345632180", "nip_length"},
                  {"", "nip_length"},
                  {"0000000000", "nip_prefix"},
                  {"1000000006", "nip_prefix"},
                  {"DE1234563218", "nip_characters"},
                  {"123456321O", "nip_characters"},
                  {"123.456.32.18", "nip_characters"},
              });
    CHECK(undetected_slips(parse_nip, "1234563218") == 0);
    CHECK(show_nip("5250000009") == "525-000-00-09");
}

TEST_CASE("a REGON is nine digits for a company and fourteen for a local unit") {
    check_all(parse_regon,
              {
                  {"123456785", "123456785"},
                  {"010259612", "010259612"},
                  {"630 000 009", "630000009"},
                  {"300000090", "300000090"},  // Its remainder is ten, written as zero.
                  {"12345678512347", "12345678512347"},
                  {"630000009-00019", "63000000900019"},
                  {"123456784", "regon_checksum"},
                  {"12345678512346", "regon_checksum"},
                  {"12345678412347", "regon_checksum"},
                  {"000000000", "regon_checksum"},
                  {"00000000000000", "regon_checksum"},
                  {"1234567850", "regon_length"},
                  {"", "regon_length"},
                  {"12345678X", "regon_characters"},
              });
    CHECK(undetected_slips(parse_regon, "123456785") <= 1);
}

TEST_CASE("a KRS number is ten digits, zeros in front included") {
    check_all(parse_krs,
              {
                  {"0000123456", "0000123456"},
                  {"KRS 0000 123 456", "0000123456"},
                  {"123456", "krs_length"},
                  {"0000000000", "krs_length"},
                  {"", "krs_length"},
                  {"00001234S6", "krs_characters"},
              });
}

TEST_CASE("an IBAN has the length of its country and adds up") {
    check_all(parse_iban,
              {
                  {"PL61109010140000071219812874", "PL61109010140000071219812874"},
                  {"61 1090 1014 0000 0712 1981 2874", "PL61109010140000071219812874"},
                  {"pl 60 1020 1026 0000 0422 7020 1111", "PL60102010260000042270201111"},
                  {"IBAN DE89 3704 0044 0532 0130 00", "DE89370400440532013000"},
                  {"CZ65 0800 0000 1920 0014 5399", "CZ6508000000192000145399"},
                  {"SK31 1200 0000 1987 4263 7541", "SK3112000000198742637541"},
                  {"GB29 NWBK 6016 1331 9268 19", "GB29NWBK60161331926819"},
                  {"FR14 2004 1010 0505 0001 3M02 606", "FR1420041010050500013M02606"},
                  {"CH93 0076 2011 6238 5295 7", "CH9300762011623852957"},
                  {"NO93 8601 1117 947", "NO9386011117947"},
                  {"MT84 MALT 0110 0001 2345 MTLC AST0 01S", "MT84MALT011000012345MTLCAST001S"},
                  {"LT12 1000 0111 0100 1000", "LT121000011101001000"},
                  {"PL61109010140000071219812875", "iban_checksum"},
                  {"61109010140000071219812847", "iban_checksum"},
                  {"DE89370400440532013001", "iban_checksum"},
                  {"6110901014000007121981287", "iban_length"},
                  {"DE893704004405320130000", "iban_length"},
                  {"PL", "iban_length"},
                  {"XX61109010140000071219812874", "iban_country"},
                  {"D", "iban_country"},
                  {"PL6110901014000007121981287A", "iban_characters"},
                  {"DEAB370400440532013000", "iban_characters"},
                  {"PL61/1090", "iban_characters"},
                  {"", "iban_characters"},
              });
    CHECK(undetected_slips(parse_iban, "PL61109010140000071219812874") == 0);
    CHECK(show_iban("PL61109010140000071219812874") == "PL61 1090 1014 0000 0712 1981 2874");
    CHECK(show_iban("NO9386011117947") == "NO93 8601 1117 947");
}

TEST_CASE("a Polish post code is two digits, a dash and three") {
    check_all(parse_post_code,
              {
                  {"61-001", "61-001"},
                  {"61001", "61-001"},
                  {"00 - 950", "00-950"},
                  {"6-1001", "61-001"},
                  {"61-01", "post_code_form"},
                  {"61-0011", "post_code_form"},
                  {"61-OO1", "post_code_form"},
                  {"", "post_code_form"},
              });
}

TEST_CASE("a wrong length is told with the length that was found") {
    CHECK(parse_nip("123-456-32-1").error().shown == Params{{"length", "9"}});
    CHECK(parse_iban("XX00").error().shown == Params{{"country", "XX"}});
}

TEST_CASE("a book pasted into the field is refused like any other wrong text") {
    const std::string book(1'000'000, '1');
    for (const Parser parse : {parse_nip, parse_regon, parse_krs, parse_iban, parse_post_code}) {
        CHECK_FALSE(parse(book));
    }
    CHECK_FALSE(parse_nip(std::string(1'000, ' ') + "1234563218"));
}

}  // namespace
}  // namespace ogniwo
