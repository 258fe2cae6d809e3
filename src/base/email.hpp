#pragma once

// Mail addresses, as far as one can tell without sending a mail.
//
// The part before the @ must be ASCII and unquoted, the domain is turned into its ASCII form. So
// two addresses that Unicode would merge -- a Turkish dotless i, a full-width letter, a Kelvin
// sign -- can never be one account: the first is refused, in the domain they are one domain for the
// DNS as well. Accounts are found by email_key(), mail is sent to the stored address only.

#include <string>
#include <string_view>

#include "base/result.hpp"

namespace ogniwo {

inline constexpr Reason email_form{Refusal::invalid, "email_form"};
inline constexpr Reason email_length{Refusal::invalid, "email_length"};
inline constexpr Reason email_characters{Refusal::invalid, "email_characters"};
inline constexpr Reason email_domain_form{Refusal::invalid, "email_domain_form"};

// What is stored: the local part as typed, the domain in small ASCII letters.
// " Anna.Nowak@Firma.PL " -> "Anna.Nowak@firma.pl"
Result<std::string> parse_email(std::string_view text);

// Of a stored address. In theory a server may tell "Anna" from "anna"; in practice none does, and
// two accounts that differ by a capital would be a trap.
std::string email_key(std::string_view address);
std::string_view email_local_part(std::string_view address);
std::string_view email_domain(std::string_view address);

// A domain whose addresses belong to a customer, in small ASCII letters: "Łódź.pl" ->
// "xn--d-uga0v4h.pl". Refused where strangers can have addresses: with gmail.com or com.pl as its
// mail domain a customer would take in everybody.
inline constexpr Reason mail_domain_form{Refusal::invalid, "mail_domain_form"};
inline constexpr Reason mail_domain_public{Refusal::invalid, "mail_domain_public"};
Result<std::string> parse_mail_domain(std::string_view text);
bool is_public_mail_domain(std::string_view domain);

}  // namespace ogniwo
