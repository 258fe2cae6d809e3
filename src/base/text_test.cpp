#include "base/text.hpp"

#include <doctest/doctest.h>

#include <string>

#include <algorithm>
#include <vector>

namespace ogniwo {
namespace {

using namespace std::string_literals;

TEST_CASE("only well-formed UTF-8 is text") {
    for (const std::string& text :
         {""s, "abc"s, "zażółć gęślą jaźń"s, "\u20ac"s, "\U0001f600"s, "\0"s, "\U0010ffff"s}) {
        CHECK_MESSAGE(is_utf8(text), text);
    }
    struct Case {
        std::string why;
        std::string text;
    };
    for (const Case& entry : {Case{"windows-1250", "za\xbf\xf3\xb3\xe6"},
                              Case{"cut off", "\xc5"},
                              Case{"cut off", "a\xe2\x82"},
                              Case{"a continuation alone", "\x80"},
                              Case{"an overlong slash", "\xc0\xaf"},
                              Case{"an overlong zero", "\xe0\x80\x80"},
                              Case{"a surrogate", "\xed\xa0\x80"},
                              Case{"beyond Unicode", "\xf4\x90\x80\x80"},
                              Case{"never a byte of UTF-8", "\xff"}}) {
        CHECK_MESSAGE(!is_utf8(entry.text), entry.why);
        CHECK_MESSAGE(!is_clean_line(entry.text), entry.why);
        CHECK_MESSAGE(!is_clean_text(entry.text), entry.why);
    }
}

TEST_CASE("a line holds no control characters and nothing that hides in it") {
    struct Case {
        std::string text;
        bool line, lines;
    };
    for (const Case& entry : {
             Case{"", true, true},
             Case{"Drukarka nie działa \U0001f5a8", true, true},
             Case{"1\u00a0234,50\u00a0zł", true, true},
             Case{"a\nb", false, true},
             Case{"a\tb", false, true},
             Case{"a\rb", false, false},
             Case{"a\r\nb", false, false},
             Case{"a\0b"s, false, false},
             Case{"a\x1b[31mb", false, false},
             Case{"a\x7f", false, false},
             Case{"a\u0085b", false, false},
             Case{"a\u2028b", false, true},
             Case{"exe.\u202egpj", false, true},
             Case{"a\u2066b", false, true},
         }) {
        CHECK_MESSAGE(is_clean_line(entry.text) == entry.line, entry.text);
        CHECK_MESSAGE(is_clean_text(entry.text) == entry.lines, entry.text);
    }
}

TEST_CASE("white space is trimmed from both ends and nowhere else") {
    CHECK(trim("  Anna  Nowak \n") == "Anna  Nowak");
    CHECK(trim("\u00a0\u3000Anna\u2003") == "Anna");
    CHECK(trim("ł") == "ł");
    CHECK(trim(" \t\n").empty());
    CHECK(trim("").empty());
    CHECK(trim(" \xff ") == "\xff");
}

TEST_CASE("length is counted in code points") {
    CHECK(code_points("") == 0);
    CHECK(code_points("Łódź") == 4);
    CHECK(code_points("\U0001f600!") == 2);
    CHECK(code_points("z\u0307") == 2);
}

TEST_CASE("a long text is cut at a code point and says so") {
    CHECK(cut("Łódź", 4) == "Łódź");
    CHECK(cut("Łódź", 3) == "Łó…");
    CHECK(cut("Łódź", 1) == "…");
    CHECK(cut("", 1).empty());
    CHECK(cut("\U0001f600\U0001f600\U0001f600", 2) == "\U0001f600…");
}

TEST_CASE("composition joins what keyboards of other systems write apart") {
    CHECK(nfc("z\u0307o\u0301l") == "żól");
    CHECK(nfc("żółw") == "żółw");
    CHECK(nfc("ABC") == "ABC");
    CHECK(nfc("\ufb01") == "\ufb01");  // Compatibility forms stay as they are.
}

TEST_CASE("folding leaves what two spellings have in common") {
    struct Case {
        std::string text;
        std::string folded;
    };
    for (const auto& [text, folded] : {Case{"Łódź", "lodz"},
                                       Case{"ZAŻÓŁĆ GĘŚLĄ JAŹŃ", "zazolc gesla jazn"},
                                       Case{"Anna NOWAK-Kowalska 2", "anna nowak-kowalska 2"},
                                       Case{"Z\u0307o\u0301\u0142w", "zolw"},
                                       Case{"Straße", "strasse"},
                                       Case{"Müller Æsir Ørsted Þór", "muller aesir orsted thor"},
                                       Case{"\u0130stanbul \u0131", "istanbul i"},
                                       Case{"\uff21\ufb01\u00b2", "afi2"},
                                       Case{"soft\u00adhyphen", "softhyphen"},
                                       Case{"Ελλάδα", "ελλαδα"},
                                       Case{"Жёлтый", "желтыи"},
                                       Case{"がぎ", "がぎ"},
                                       Case{"한국", "한국"},
                                       Case{"हिन्दी", "हिन्दी"},
                                       Case{"", ""}}) {
        CHECK(fold(text) == folded);
        CHECK(fold(fold(text)) == folded);
    }
}

TEST_CASE("the binary order of sort keys is the order of a Polish dictionary") {
    const std::vector<std::string> names = {
        "",     "Adam",   "adamczyk", "Ądam",   "Bąk",   "Cezary", "Ćwik",     "Ewa",
        "Ęw",   "Lucjan", "Łukasz",   "Magda",  "Nowak", "Nowaka", "Nowakowa", "Ńowak",
        "Olga", "Ósmy",   "Piotr",    "Sabina", "Śliwa", "Zofia",  "Źrebak",   "Żak",
    };
    std::vector<std::string> sorted = names;
    std::ranges::reverse(sorted);
    std::ranges::sort(sorted, {}, [](const std::string& name) { return sort_key(name); });
    CHECK(sorted == names);
}

TEST_CASE("a sort key is the same for the same name, holds no zero and fits long names") {
    CHECK(sort_key("Łukasz") == sort_key("Łukasz"));
    CHECK(sort_key("\u017b") == sort_key("Z\u0307"));
    CHECK(sort_key("łukasz") < sort_key("Łukasz"));
    std::string name;
    for (int i = 0; i < 500; ++i) name += "Ż\u4e2d";
    CHECK(sort_key(name).find('\0') == std::string::npos);
    CHECK(sort_key(name) < sort_key(name + "a"));
}

TEST_CASE("a text is split into its lines, whether or not the last one is ended") {
    using Lines = std::vector<std::string>;
    CHECK(split_lines("").empty());
    CHECK(split_lines("a") == Lines{"a"});
    CHECK(split_lines("a\nb\n") == Lines{"a", "b"});
    CHECK(split_lines("\n\nb") == Lines{"", "", "b"});
}

TEST_CASE("keys of another collation can be told by its version") {
    CHECK(sort_key_version().starts_with("pl-"));
    CHECK(sort_key_version().size() > 3);
}

}  // namespace
}  // namespace ogniwo
