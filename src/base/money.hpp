#pragma once

// Money: minor units (grosz, cent) in 64 bits with a currency, never a fraction.
//
// All arithmetic is checked. Amounts of two currencies are never added, and a sum that does not fit
// is a refusal and not a smaller sum. Rounding happens in one place, share(), and half a unit is
// rounded away from zero, as Polish tax law and its tables do.

#include <cstdint>
#include <string>
#include <string_view>

#include "base/enum.hpp"
#include "base/result.hpp"

namespace ogniwo {

class Fields;

// All of them have a hundred minor units.
enum class Currency { pln, eur, usd, gbp, czk, chf };
constexpr auto names(Currency) {
    return enum_names("PLN", "EUR", "USD", "GBP", "CZK", "CHF");
}

struct Money {
    std::int64_t minor = 0;
    Currency currency = Currency::pln;

    friend bool operator==(const Money&, const Money&) = default;
};
void describe(Fields& fields, Money& money);

inline constexpr Reason money_form{Refusal::invalid, "money_form"};
inline constexpr Reason money_overflow{Refusal::invalid, "money_overflow"};
inline constexpr Reason money_currency{Refusal::invalid, "money_currency"};

Result<Money> add(Money a, Money b);
Result<Money> subtract(Money a, Money b);
Result<Money> times(Money money, std::int64_t factor);

// money * part / whole, rounded; 50 minutes of 160.00 an hour are share(rate, 50, 60). `whole` is
// positive.
Result<Money> share(Money money, std::int64_t part, std::int64_t whole);

// "1234.50" and "-0.05": a point, two decimals, no grouping.
std::string amount_text(Money money);
// "1234.50 PLN"
std::string to_text(Money money);

// Reads "1234.50", "1234.5", "1234" and "-0.05"; no more than two decimals, no spaces, no plus.
Result<Money> parse_amount(std::string_view text, Currency currency);

}  // namespace ogniwo
