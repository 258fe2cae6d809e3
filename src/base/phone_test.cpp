#include "base/phone.hpp"

#include <doctest/doctest.h>

#include <string>

namespace ogniwo {
namespace {

std::string stored(std::string_view typed) {
    const auto phone = parse_phone(typed);
    return phone ? to_text(*phone) : std::string(phone.error().reason.name);
}

std::string shown(std::string_view typed) {
    const auto phone = parse_phone(typed);
    return phone ? show_phone(*phone) : std::string(phone.error().reason.name);
}

TEST_CASE("a Polish number is understood however it is written") {
    for (const std::string typed : {"61 855 12 34",
                                    "618551234",
                                    "61-855-12-34",
                                    "(61) 855-12-34",
                                    "(0 61) 855 12 34",
                                    "61/855.12.34",
                                    "0 61 855 12 34",
                                    "0618551234",
                                    "48618551234",
                                    "0048 61 855 12 34",
                                    "+48618551234",
                                    "+48 61 855 12 34",
                                    "(+48) 61 855 12 34",
                                    "+48 (61) 855-12-34",
                                    "+48 (0) 61 855 12 34",
                                    "+48 0 61 855 12 34",
                                    "  61 855 12 34  ",
                                    "tel. 61 855 12 34",
                                    "Tel.: +48 61 855 12 34",
                                    "tel:+48618551234",
                                    "61\u00a0855\u00a012\u00a034",
                                    "61\u2011855\u201312\u201034"}) {
        CHECK_MESSAGE(stored(typed) == "+48618551234", typed);
    }
    for (const std::string typed :
         {"784 380 784", "kom. 784380784", "0048784380784", "784-380-784"}) {
        CHECK_MESSAGE(stored(typed) == "+48784380784", typed);
    }
}

TEST_CASE("an extension is kept beside the number") {
    for (const std::string typed : {"61 855 12 34 wew. 12",
                                    "61 855 12 34 wew 12",
                                    "61 855 12 34, wew. 12",
                                    "61 855 12 34 wewn. 12",
                                    "61 855 12 34 wewn\u0119trzny 12",
                                    "61 855 12 34 w. 12",
                                    "61 855 12 34 ext. 12",
                                    "61 855 12 34 EXT 12",
                                    "61 855 12 34 x12",
                                    "61 855 12 34 #12",
                                    "61 855 12 34,12",
                                    "+48618551234;ext=12"}) {
        CHECK_MESSAGE(stored(typed) == "+48618551234;ext=12", typed);
    }
    for (const std::string typed : {"61 855 12 34 wew.",
                                    "61 855 12 34 wew. 123456789",
                                    "61 855 12 34 wew. 12a",
                                    "61 855 12 34 wew. 12 13"}) {
        CHECK_MESSAGE(stored(typed) == "phone_extension", typed);
    }
}

TEST_CASE("a foreign number keeps its country") {
    struct Case {
        std::string typed;
        std::string stored;
    };
    for (const Case& entry : {Case{"+49 30 1234567", "+49301234567"},
                              Case{"+49 (0)30 1234567", "+49301234567"},
                              Case{"0049 030 1234567", "+49301234567"},
                              Case{"+39 06 1234 5678", "+390612345678"},
                              Case{"+420 222 333 444", "+420222333444"},
                              Case{"+1 (212) 555-0123", "+12125550123"},
                              Case{"+380 (0)44 123 45 67", "+380441234567"},
                              Case{"+44 20 7946 0958", "+442079460958"},
                              Case{"+290 12345", "+29012345"}}) {
        CHECK_MESSAGE(stored(entry.typed) == entry.stored, entry.typed);
    }
}

TEST_CASE("what cannot be a number is refused with the reason") {
    struct Case {
        std::string typed;
        std::string reason;
    };
    for (const Case& entry : {Case{"", "phone_length"},
                              Case{"   ", "phone_length"},
                              Case{"+", "phone_length"},
                              Case{"tel.", "phone_length"},
                              Case{"112", "phone_length"},
                              Case{"855 12 34", "phone_length"},
                              Case{"61 855 12 345", "phone_length"},
                              Case{"+48 61 855 12 3", "phone_length"},
                              Case{"+48 61 855 12 345", "phone_length"},
                              Case{"+1 212 555 012", "phone_length"},
                              Case{"+49 30", "phone_length"},
                              Case{"+49 1234 5678 9012 34", "phone_length"},
                              Case{"+4912345678901234567890", "phone_length"},
                              Case{"012 345 678", "phone_length"},
                              Case{"+0 618551234", "phone_country"},
                              Case{"000 618551234", "phone_country"},
                              Case{"+48 00 61 855 123", "phone_country"},
                              Case{"+48 +618551234", "phone_characters"},
                              Case{"61+8551234", "phone_characters"},
                              Case{"brak", "phone_characters"},
                              Case{"61 855 12 3O", "phone_characters"},
                              Case{"61 855 12 34 albo 35", "phone_characters"},
                              Case{"61 855 12 34; DROP", "phone_characters"},
                              Case{"\xff", "phone_characters"}}) {
        CHECK_MESSAGE(stored(entry.typed) == entry.reason, entry.typed);
    }
    CHECK(stored(std::string(100'000, '6')) == "phone_length");
}

TEST_CASE("a Polish number is shown in the groups it is spoken in") {
    CHECK(shown("+48784380784") == "784 380 784");
    CHECK(shown("+48618551234") == "61 855 12 34");
    CHECK(shown("+48221234567") == "22 123 45 67");
    CHECK(shown("+48801234567") == "801 234 567");
    CHECK(shown("+48478212345") == "47 821 23 45");
    CHECK(shown("61 855 12 34 w. 7") == "61 855 12 34 wew. 7");
    CHECK(show_phone(*parse_phone("618551234x7"), "ext.") == "61 855 12 34 ext. 7");
}

TEST_CASE("a foreign number is shown with its country, in threes") {
    CHECK(shown("+49301234567") == "+49 301 234 567");
    CHECK(shown("+420222333444") == "+420 222 333 444");
    CHECK(shown("+12125550123") == "+1 212 555 0123");
    CHECK(shown("+4915112345678") == "+49 151 123 456 78");
    CHECK(shown("+29012345") == "+290 123 45");
}

TEST_CASE("what is shown and what is stored is understood again") {
    for (const std::string typed : {"784380784",
                                    "618551234",
                                    "618551234 wew. 12",
                                    "+49 30 1234567 ext. 5",
                                    "+390612345678",
                                    "+12125550123",
                                    "+29012345"}) {
        const auto phone = parse_phone(typed);
        REQUIRE_MESSAGE(phone, typed);
        CHECK(*parse_phone(to_text(*phone)) == *phone);
        CHECK(*parse_phone(show_phone(*phone)) == *phone);
    }
}

TEST_CASE("four digits of a number find it") {
    const std::string digits = digits_of(to_text(*parse_phone("61 855 12 34")));
    CHECK(digits == "48618551234");
    for (const std::string query : {"1234", "855-12", "61 85", "551 2"}) {
        CHECK_MESSAGE(digits.find(digits_of(query)) != std::string::npos, query);
    }
}

}  // namespace
}  // namespace ogniwo
