#include "base/money.hpp"

#include <doctest/doctest.h>

#include <string>

namespace ogniwo {
namespace {

Money pln(std::int64_t minor) {
    return {minor, Currency::pln};
}

std::string show(const Result<Money>& money) {
    return money ? to_text(*money) : std::string(money.error().reason.name);
}

TEST_CASE("an amount is written with two decimals and read back") {
    struct Case {
        std::int64_t minor;
        std::string text;
    };
    for (const auto& [minor, text] : {Case{123'450, "1234.50"},
                                      Case{0, "0.00"},
                                      Case{5, "0.05"},
                                      Case{-5, "-0.05"},
                                      Case{-123'450, "-1234.50"},
                                      Case{INT64_MAX, "92233720368547758.07"},
                                      Case{INT64_MIN, "-92233720368547758.08"}}) {
        CHECK(amount_text(pln(minor)) == text);
        CHECK(*parse_amount(text, Currency::pln) == pln(minor));
    }
    CHECK(to_text(Money{1'999, Currency::eur}) == "19.99 EUR");
}

TEST_CASE("an amount is read strictly") {
    struct Case {
        std::string text;
        std::string answer;
    };
    for (const Case& entry : {Case{"1234.5", "1234.50 PLN"},
                              Case{"1234", "1234.00 PLN"},
                              Case{"0012.30", "12.30 PLN"},
                              Case{"", "money_form"},
                              Case{"-", "money_form"},
                              Case{".50", "money_form"},
                              Case{"1.", "money_form"},
                              Case{"1.234", "money_form"},
                              Case{"1,50", "money_form"},
                              Case{"1 234.50", "money_form"},
                              Case{"+1.00", "money_form"},
                              Case{"--1.00", "money_form"},
                              Case{"1.-5", "money_form"},
                              Case{"1e3", "money_form"},
                              Case{"1.2.3", "money_form"},
                              Case{"92233720368547758.08", "money_overflow"},
                              Case{"99999999999999999999999", "money_overflow"}}) {
        CHECK_MESSAGE(show(parse_amount(entry.text, Currency::pln)) == entry.answer, entry.text);
    }
}

TEST_CASE("sums are exact, and one that does not fit is refused") {
    CHECK(show(add(pln(10), pln(20))) == "0.30 PLN");
    CHECK(show(subtract(pln(10), pln(20))) == "-0.10 PLN");
    CHECK(show(times(pln(-333), 3)) == "-9.99 PLN");
    CHECK(show(add(pln(INT64_MAX), pln(1))) == "money_overflow");
    CHECK(show(subtract(pln(INT64_MIN), pln(1))) == "money_overflow");
    CHECK(show(subtract(pln(0), pln(INT64_MIN))) == "money_overflow");
    CHECK(show(times(pln(INT64_MIN), -1)) == "money_overflow");
    CHECK(show(times(pln(INT64_MAX), INT64_MAX)) == "money_overflow");
}

TEST_CASE("zloty and euro are not added, and the refusal names both") {
    const auto sum = add(pln(1), Money{1, Currency::eur});
    REQUIRE_FALSE(sum);
    CHECK(sum.error().reason == money_currency);
    CHECK(sum.error().shown == Params{{"first", "PLN"}, {"second", "EUR"}});
    CHECK(show(subtract(Money{1, Currency::czk}, Money{1, Currency::chf})) == "money_currency");
}

TEST_CASE("a share is rounded once, half a grosz away from zero") {
    CHECK(show(share(pln(16'000), 50, 60)) == "133.33 PLN");
    CHECK(show(share(pln(16'000), 40, 60)) == "106.67 PLN");
    CHECK(show(share(pln(1), 1, 2)) == "0.01 PLN");
    CHECK(show(share(pln(-1), 1, 2)) == "-0.01 PLN");
    CHECK(show(share(pln(1), 49, 100)) == "0.00 PLN");
    CHECK(show(share(pln(10'000), 23, 100)) == "23.00 PLN");
    CHECK(show(share(pln(7), 1, 3)) == "0.02 PLN");
    CHECK(show(share(pln(INT64_MAX), INT64_MAX, INT64_MAX)) == "92233720368547758.07 PLN");
    CHECK(show(share(pln(INT64_MAX), 3, 2)) == "money_overflow");
    CHECK(show(share(pln(INT64_MAX), INT64_MIN, 1)) == "money_overflow");
}

TEST_CASE("currencies are known by their codes") {
    CHECK(enum_value<Currency>("CHF") == Currency::chf);
    CHECK_FALSE(enum_value<Currency>("pln").has_value());
    CHECK_FALSE(enum_value<Currency>("XXX").has_value());
}

}  // namespace
}  // namespace ogniwo
