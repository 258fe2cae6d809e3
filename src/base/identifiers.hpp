#pragma once

// The numbers Polish companies are known by, checked as they are typed.
//
// Each parse_ function takes what a person writes or pastes -- spaces, no-break spaces, dashes and
// the usual prefix -- and returns the one form that is stored, or the reason why it cannot be
// right. A check digit proves nothing about existence, only that nobody slipped.

#include <string>
#include <string_view>

#include "base/result.hpp"

namespace ogniwo {

// Tax number: "PL 525-000-00-09" -> "5250000009".
inline constexpr Reason nip_characters{Refusal::invalid, "nip_characters"};
inline constexpr Reason nip_length{Refusal::invalid, "nip_length"};
inline constexpr Reason nip_prefix{Refusal::invalid, "nip_prefix"};  // No tax office begins so.
inline constexpr Reason nip_checksum{Refusal::invalid, "nip_checksum"};
Result<std::string> parse_nip(std::string_view text);
std::string show_nip(std::string_view nip);  // "525-000-00-09"

// Statistical number of a company (9 digits) or of one of its local units (14).
inline constexpr Reason regon_characters{Refusal::invalid, "regon_characters"};
inline constexpr Reason regon_length{Refusal::invalid, "regon_length"};
inline constexpr Reason regon_checksum{Refusal::invalid, "regon_checksum"};
Result<std::string> parse_regon(std::string_view text);

// Number in the National Court Register: ten digits with leading zeros, no check digit.
inline constexpr Reason krs_characters{Refusal::invalid, "krs_characters"};
inline constexpr Reason krs_length{Refusal::invalid, "krs_length"};
Result<std::string> parse_krs(std::string_view text);

// Account number, ISO 13616, of the countries that companies here have accounts in. 26 digits
// without a country are a Polish one: "61 1090 1014 ..." -> "PL61109010140000071219812874".
inline constexpr Reason iban_characters{Refusal::invalid, "iban_characters"};
inline constexpr Reason iban_country{Refusal::invalid, "iban_country"};
inline constexpr Reason iban_length{Refusal::invalid, "iban_length"};
inline constexpr Reason iban_checksum{Refusal::invalid, "iban_checksum"};
Result<std::string> parse_iban(std::string_view text);
std::string show_iban(std::string_view iban);  // In fours: "PL61 1090 1014 ..."

// Polish post code: "61001" and "61 - 001" -> "61-001".
inline constexpr Reason post_code_form{Refusal::invalid, "post_code_form"};
Result<std::string> parse_post_code(std::string_view text);

}  // namespace ogniwo
