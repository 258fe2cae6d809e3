#pragma once

// Phone numbers: stored as E.164, so that the same number is the same text whoever typed it, and
// written back the way Poles group them. A number without a country code is a Polish one.
//
// Only the shape is checked. Which prefixes exist changes every year; who answers, nobody knows.

#include <string>
#include <string_view>

#include "base/result.hpp"

namespace ogniwo {

struct Phone {
    std::string e164;       // "+48618551234"
    std::string extension;  // "12", or empty

    friend bool operator==(const Phone&, const Phone&) = default;
};

inline constexpr Reason phone_characters{Refusal::invalid, "phone_characters"};
inline constexpr Reason phone_length{Refusal::invalid, "phone_length"};
inline constexpr Reason phone_country{Refusal::invalid, "phone_country"};  // None begins so.
inline constexpr Reason phone_extension{Refusal::invalid, "phone_extension"};

// Understands "784 380 784", "61 855 12 34", "(61) 855-12-34", "0 61 855 12 34", "0048 61 ...",
// "48784380784", "+49 (0)30 ...", "tel. 61 855 12 34 wew. 12", and what to_text writes.
Result<Phone> parse_phone(std::string_view text);

// What is stored: "+48618551234" or, after RFC 3966, "+48618551234;ext=12".
std::string to_text(const Phone& phone);

// For readers: "784 380 784", "61 855 12 34 wew. 12", "+49 301 234 567". The word before the
// extension is the reader's.
std::string show_phone(const Phone& phone, std::string_view extension_word = "wew.");

// All digits of a text and nothing else. Of a stored number they are what a search for any four
// digits runs over, of a typed query they are what it looks for.
std::string digits_of(std::string_view text);

}  // namespace ogniwo
