#include "base/money.hpp"

#include <charconv>

#include "base/check.hpp"
#include "base/describe.hpp"

namespace ogniwo {
namespace {

__extension__ using Wide = __int128;

constexpr int minor_digits = 2;
// What every program reads without loss, JSON numbers being doubles in many.
constexpr std::int64_t minor_most = 1'000'000'000'000;

Result<Money> fitting(Wide minor, Currency currency) {
    if (minor > INT64_MAX || minor < INT64_MIN) return money_overflow;
    return Money{static_cast<std::int64_t>(minor), currency};
}

Error two_currencies(Money a, Money b) {
    return {.reason = money_currency,
            .shown = {{"first", std::string(enum_name(a.currency))},
                      {"second", std::string(enum_name(b.currency))}}};
}

bool only_digits(std::string_view text) {
    return text.find_first_not_of("0123456789") == std::string_view::npos;
}

}  // namespace

void describe(Fields& fields, Money& money) {
    fields("minor", money.minor)
        .within(-minor_most, minor_most)
        .about("In hundredths of the currency: 5000 is 50.00.");
    fields("currency", money.currency);
}

Result<Money> add(Money a, Money b) {
    if (a.currency != b.currency) return two_currencies(a, b);
    return fitting(Wide{a.minor} + b.minor, a.currency);
}

Result<Money> subtract(Money a, Money b) {
    if (a.currency != b.currency) return two_currencies(a, b);
    return fitting(Wide{a.minor} - b.minor, a.currency);
}

Result<Money> times(Money money, std::int64_t factor) {
    return fitting(Wide{money.minor} * factor, money.currency);
}

Result<Money> share(Money money, std::int64_t part, std::int64_t whole) {
    INVARIANT(whole > 0);
    const Wide product = Wide{money.minor} * part;
    const Wide half = product < 0 ? -Wide{whole / 2} : Wide{whole / 2};
    return fitting((product + half) / whole, money.currency);
}

std::string amount_text(Money money) {
    // The smallest number has no positive counterpart of its own type.
    const auto size = money.minor < 0 ? std::uint64_t{0} - static_cast<std::uint64_t>(money.minor)
                                      : static_cast<std::uint64_t>(money.minor);
    std::string decimals = std::to_string(size % 100);
    if (decimals.size() < minor_digits) decimals.insert(0, 1, '0');
    return (money.minor < 0 ? "-" : "") + std::to_string(size / 100) + "." + decimals;
}

std::string to_text(Money money) {
    return amount_text(money) + " " + std::string(enum_name(money.currency));
}

Result<Money> parse_amount(std::string_view text, Currency currency) {
    const bool negative = text.starts_with('-');
    if (negative) text.remove_prefix(1);

    const std::size_t point = text.find('.');
    const std::string_view whole = text.substr(0, point);
    const bool has_point = point != std::string_view::npos;
    const std::string_view decimals = has_point ? text.substr(point + 1) : std::string_view{};
    if (whole.empty() || !only_digits(whole) || !only_digits(decimals)) return money_form;
    if (decimals.size() > minor_digits || (has_point && decimals.empty())) return money_form;

    std::string digits = std::string(negative ? "-" : "") + std::string(whole);
    digits += decimals;
    digits.append(minor_digits - decimals.size(), '0');

    std::int64_t minor = 0;
    const char* const end = digits.data() + digits.size();
    if (std::from_chars(digits.data(), end, minor).ec != std::errc{}) return money_overflow;
    return Money{minor, currency};
}

}  // namespace ogniwo
