#include "base/password_rules.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace ogniwo {
namespace {

const std::vector<std::string_view> anna = {
    "Anna Żółkowska", "anna.zolkowska@firma.pl", "Zol2024@inna-firma.pl", ""};

std::string answer(const std::string& password) {
    const auto outcome = check_password(password, anna);
    return outcome ? "may be chosen" : std::string(outcome.error().reason.name);
}

TEST_CASE("a long password of any kind may be chosen") {
    for (const std::string password : {"rower-zielony-most",
                                       "correct horse battery staple",
                                       "zażółć gęślą jaźń",
                                       "żabażaba-7",
                                       "kT9#mmQ2",
                                       "haslo na ktore nikt nie wpadnie",
                                       "Anna lubi swoje psy"}) {
        CHECK_MESSAGE(answer(password) == "may be chosen", password);
    }
}

TEST_CASE("length is counted in code points, 8 to 128 of them") {
    CHECK(answer("kT9#mmQ") == "password_short");
    CHECK(answer("żółwikę") == "password_short");
    CHECK(answer("") == "password_short");
    CHECK(answer("z\u0307o\u0301z\u0307o\u0301z\u0307") == "password_short");
    std::string longest;
    for (int i = 0; i < 64; ++i) longest += "ż" + std::string(1, static_cast<char>('a' + i % 26));
    CHECK(answer(longest) == "may be chosen");
    CHECK(answer(longest + "!") == "password_long");
    CHECK(answer(std::string(1'000'000, 'x')) == "password_long");
    CHECK(check_password("abc", {}).error().shown == Params{{"limit", "8"}});
}

TEST_CASE("what everybody tries first is refused, also with a year behind it") {
    for (const std::string password :
         {"password",  "Password2024!", "P@ssw0rd",   "haslo123",     "Hasło123!",  "mojehaslo",
          "zaq12wsx",  "1qaz2wsx",      "qwertyuiop", "QWERTY123456", "KochamCie1", "warszawa2025",
          "Lato2025!", "Październik1",  "misiaczek",  "ogniwo2026",   "12345678",   "1234567890",
          "87654321",  "abcdefgh",      "00000000",   "12341234",     "abcabcabc"}) {
        CHECK_MESSAGE(answer(password) == "password_common", password);
    }
}

TEST_CASE("one's own name and address are refused, however they are written") {
    for (const std::string password : {"Anna Żółkowska",
                                       "annazolkowska",
                                       "AnnaZolkowska1!",
                                       "anna.zolkowska",
                                       "anna.zolkowska@firma.pl",
                                       "Anna-Zolkowska-1987",
                                       "zol2024@inna-firma.pl"}) {
        CHECK_MESSAGE(answer(password) == "password_own", password);
    }
    CHECK(check_password("annazolkowska", {}));
}

TEST_CASE("a password is one line of text") {
    CHECK(answer("rower\nzielony") == "password_characters");
    CHECK(answer("rower\x01zielony-most") == "password_characters");
    CHECK(answer("rower zielony \xff") == "password_characters");
}

}  // namespace
}  // namespace ogniwo
