#include "base/identifiers.hpp"

#include <algorithm>
#include <array>
#include <span>

#include "base/check.hpp"

namespace ogniwo {
namespace {

constexpr std::size_t longest_input = 128;
constexpr std::string_view no_break_space = "\u00a0";

// Capitals, without the spaces and dashes that people put between groups of digits.
std::string compact(std::string_view text) {
    std::string result;
    text = text.substr(0, longest_input);  // Nothing that long is right, compact or not.
    while (!text.empty()) {
        if (text.starts_with(no_break_space)) {
            text.remove_prefix(no_break_space.size());
            continue;
        }
        const char c = text.front();
        text.remove_prefix(1);
        if (c == ' ' || c == '-' || c == '\t') continue;
        result.push_back(c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c);
    }
    return result;
}

bool only_digits(std::string_view text) {
    return text.find_first_not_of("0123456789") == std::string_view::npos;
}

bool is_capital(char c) {
    return c >= 'A' && c <= 'Z';
}

bool only_zeros(std::string_view digits) {
    return digits.find_first_not_of('0') == std::string_view::npos;
}

Error wrong_length(Reason reason, std::string_view found) {
    return {.reason = reason, .shown = {{"length", std::to_string(found.size())}}};
}

// Weighted sum of the leading digits modulo 11: 0 to 10.
int remainder_11(std::string_view digits, std::span<const int> weights) {
    int sum = 0;
    for (std::size_t i = 0; i < weights.size(); ++i) sum += weights[i] * (digits[i] - '0');
    return sum % 11;
}

// The last digit of a REGON; a remainder of ten counts as zero.
bool regon_adds_up(std::string_view digits, std::span<const int> weights) {
    return remainder_11(digits, weights) % 10 == digits[weights.size()] - '0';
}

struct Country {
    std::string_view code;
    std::size_t length;
};
// Lengths from the SWIFT registry of IBAN formats.
constexpr Country countries[] = {
    {"AD", 24}, {"AE", 23}, {"AL", 28}, {"AT", 20}, {"BA", 20}, {"BE", 16}, {"BG", 22}, {"CH", 21},
    {"CY", 28}, {"CZ", 24}, {"DE", 22}, {"DK", 18}, {"EE", 20}, {"ES", 24}, {"FI", 18}, {"FO", 18},
    {"FR", 27}, {"GB", 22}, {"GE", 22}, {"GI", 23}, {"GL", 18}, {"GR", 27}, {"HR", 21}, {"HU", 28},
    {"IE", 22}, {"IL", 23}, {"IS", 26}, {"IT", 27}, {"LI", 21}, {"LT", 20}, {"LU", 20}, {"LV", 21},
    {"MC", 27}, {"MD", 24}, {"ME", 22}, {"MK", 19}, {"MT", 31}, {"NL", 18}, {"NO", 15}, {"PL", 28},
    {"PT", 25}, {"RO", 24}, {"RS", 22}, {"SA", 24}, {"SE", 24}, {"SI", 19}, {"SK", 24}, {"SM", 27},
    {"TR", 26}, {"UA", 29}, {"VA", 22}, {"XK", 20},
};

// ISO 7064 MOD 97-10 over the account number moved before country and check digits, letters as 10
// to 35.
int remainder_97(std::string_view iban) {
    int remainder = 0;
    const auto add = [&remainder](char c) {
        remainder = is_capital(c) ? (remainder * 100 + (c - 'A' + 10)) % 97
                                  : (remainder * 10 + (c - '0')) % 97;
    };
    std::ranges::for_each(iban.substr(4), add);
    std::ranges::for_each(iban.substr(0, 4), add);
    return remainder;
}

}  // namespace

Result<std::string> parse_nip(std::string_view text) {
    static constexpr std::array weights{6, 5, 7, 2, 3, 4, 5, 6, 7};
    std::string nip = compact(text);
    if (nip.starts_with("PL")) nip.erase(0, 2);

    if (!only_digits(nip)) return nip_characters;
    if (nip.size() != weights.size() + 1) return wrong_length(nip_length, nip);
    if (nip[0] == '0' || nip.substr(1, 2) == "00") return nip_prefix;
    if (remainder_11(nip, weights) != nip.back() - '0') return nip_checksum;
    return nip;
}

std::string show_nip(std::string_view nip) {
    INVARIANT(nip.size() == 10);
    std::string shown(nip);
    for (const std::size_t at : {8U, 6U, 3U}) shown.insert(at, 1, '-');
    return shown;
}

Result<std::string> parse_regon(std::string_view text) {
    static constexpr std::array company{8, 9, 2, 3, 4, 5, 6, 7};
    static constexpr std::array local_unit{2, 4, 8, 5, 0, 9, 7, 3, 6, 1, 2, 4, 8};
    const std::string regon = compact(text);

    if (!only_digits(regon)) return regon_characters;
    const bool has_unit = regon.size() == local_unit.size() + 1;
    if (!has_unit && regon.size() != company.size() + 1) return wrong_length(regon_length, regon);
    if (only_zeros(regon) || !regon_adds_up(regon, company)) return regon_checksum;
    if (has_unit && !regon_adds_up(regon, local_unit)) return regon_checksum;
    return regon;
}

Result<std::string> parse_krs(std::string_view text) {
    std::string krs = compact(text);
    if (krs.starts_with("KRS")) krs.erase(0, 3);
    if (!only_digits(krs)) return krs_characters;
    if (krs.size() != 10 || only_zeros(krs)) return wrong_length(krs_length, krs);
    return krs;
}

Result<std::string> parse_iban(std::string_view text) {
    std::string iban = compact(text);
    if (iban.starts_with("IBAN")) iban.erase(0, 4);
    const bool plain =
        std::ranges::all_of(iban, [](char c) { return is_capital(c) || (c >= '0' && c <= '9'); });
    if (!plain || iban.empty()) return iban_characters;
    if (only_digits(iban)) iban.insert(0, "PL");

    const auto* country =
        std::ranges::find(countries, std::string_view(iban).substr(0, 2), &Country::code);
    if (country == std::end(countries)) {
        return Error{.reason = iban_country, .shown = {{"country", iban.substr(0, 2)}}};
    }
    if (iban.size() != country->length) return wrong_length(iban_length, iban);
    const bool digits_where_due =
        only_digits(std::string_view(iban).substr(2, country->code == "PL" ? 26 : 2));
    if (!digits_where_due) return iban_characters;
    if (remainder_97(iban) != 1) return iban_checksum;
    return iban;
}

std::string show_iban(std::string_view iban) {
    std::string shown;
    for (std::size_t i = 0; i < iban.size(); i += 4) {
        if (i > 0) shown.push_back(' ');
        shown += iban.substr(i, 4);
    }
    return shown;
}

Result<std::string> parse_post_code(std::string_view text) {
    std::string code = compact(text);
    if (code.size() != 5 || !only_digits(code)) return post_code_form;
    return code.insert(2, 1, '-');
}

}  // namespace ogniwo
