#include "base/phone.hpp"

#include <algorithm>
#include <array>

#include "base/limits.hpp"
#include "base/text.hpp"

namespace ogniwo {
namespace {

constexpr std::string_view poland = "48";
constexpr std::size_t polish_digits = 9;
constexpr std::size_t fewest_digits = 7;  // Country code included; small islands have five.
constexpr std::size_t most_digits = 15;   // E.164.
constexpr std::size_t most_extension_digits = 8;

constexpr std::string_view labels[] = {
    "telefon", "tel", "kom\u00f3rka", "kom", "phone", "mobile", "fax", "faks"};
constexpr std::string_view extension_words[] = {
    "wewn\u0119trzny", "wewn", "wew", "w", "extension", "ext", "x"};

// Country codes of two digits; +1 and +7 have one, all others three (ITU-T E.164).
constexpr std::string_view two_digit_countries =
    "20 27 30 31 32 33 34 36 39 40 41 43 44 45 46 47 48 49 51 52 53 54 55 56 57 58 60 61 62 63 64 "
    "65 66 81 82 84 86 90 91 92 93 94 95 98";
// Where a zero stands before the number at home and must not be dialled from abroad.
constexpr std::string_view trunk_zero_countries = "31 32 33 40 41 43 44 46 48 49 353 358 380 421";
// The first two digits of Polish landlines, and of the networks of army, police and VoIP that are
// written alike.
constexpr std::string_view polish_landlines =
    "12 13 14 15 16 17 18 22 23 24 25 26 29 32 33 34 39 41 42 43 44 46 47 48 52 54 55 56 58 59 61 "
    "62 63 65 67 68 71 74 75 76 77 81 82 83 84 85 86 87 89 91 94 95";

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

bool lists(std::string_view list, std::string_view number) {
    for (; !list.empty(); list.remove_prefix(std::min(list.find(' ') + 1, list.size()))) {
        if (list.substr(0, list.find(' ')) == number) return true;
        if (list.find(' ') == std::string_view::npos) return false;
    }
    return false;
}

std::size_t country_digits(std::string_view digits) {
    if (digits.starts_with('1') || digits.starts_with('7')) return 1;
    return lists(two_digit_countries, digits.substr(0, 2)) ? 2 : 3;
}

// Small letters and plain spaces and dashes in place of the ones that word processors insert.
std::string plain(std::string_view text) {
    static constexpr std::array<std::pair<std::string_view, char>, 6> look_alikes{{
        {"\u00a0", ' '},
        {"\u202f", ' '},
        {"\u2009", ' '},
        {"\u2010", '-'},
        {"\u2011", '-'},
        {"\u2013", '-'},
    }};
    std::string result(text);
    for (const auto& [written, meant] : look_alikes) {
        for (std::size_t at = 0; (at = result.find(written, at)) != std::string::npos;) {
            result.replace(at, written.size(), 1, meant);
        }
    }
    for (char& c : result) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    return result;
}

std::string_view without_label(std::string_view text) {
    for (const std::string_view label : labels) {
        if (!text.starts_with(label)) continue;
        text.remove_prefix(label.size());
        text.remove_prefix(std::min(text.find_first_not_of(".: "), text.size()));
        return text;
    }
    return text;
}

// Where the extension begins: at the first character that cannot belong to a number.
std::size_t end_of_number(std::string_view text) {
    return std::min(text.find_first_not_of("+0123456789 -./()\t"), text.size());
}

Result<std::string> parse_extension(std::string_view text) {
    if (text.empty()) return std::string{};
    const std::size_t word_end = std::min(text.find_first_of("0123456789"), text.size());
    std::string_view word = text.substr(0, word_end);
    const std::string_view digits = text.substr(word_end);

    const bool has_sign = word.find_first_of("#;,") != std::string_view::npos;
    word.remove_prefix(std::min(word.find_first_not_of(" #;,"), word.size()));
    word = word.substr(0, word.find_last_not_of(" .:=#") + 1);
    const bool known = word.empty()
                           ? has_sign
                           : std::ranges::find(extension_words, word) != std::end(extension_words);
    if (!known) return phone_characters;
    const bool fits = !digits.empty() && digits.size() <= most_extension_digits &&
                      std::ranges::all_of(digits, is_digit);
    if (!fits) return phone_extension;
    return std::string(digits);
}

Error wrong_length(std::string_view digits) {
    return {.reason = phone_length, .shown = {{"digits", std::to_string(digits.size())}}};
}

// The digits of E.164 from what follows a plus or two zeros.
Result<std::string> international(std::string digits) {
    if (digits.starts_with('0')) return phone_country;
    if (digits.size() > most_digits + 1) return wrong_length(digits);
    const std::size_t country = country_digits(digits);
    if (digits.size() <= country) return wrong_length(digits);

    const bool has_trunk_zero =
        digits[country] == '0' && lists(trunk_zero_countries, digits.substr(0, country));
    if (has_trunk_zero) digits.erase(country, 1);
    if (digits.size() < fewest_digits || digits.size() > most_digits) return wrong_length(digits);

    const std::size_t own = digits.size() - country;
    if (digits.starts_with(poland) && own != polish_digits) return wrong_length(digits);
    if (digits.starts_with(poland) && digits[country] == '0') return phone_country;
    if (digits.starts_with('1') && own != 10) return wrong_length(digits);
    return digits;
}

Result<std::string> national(std::string digits) {
    if (digits.size() == polish_digits + 1 && digits.front() == '0') digits.erase(0, 1);
    const bool has_country =
        digits.size() == polish_digits + poland.size() && digits.starts_with(poland);
    if (!has_country) digits.insert(0, poland);
    if (digits.size() != polish_digits + poland.size()) {
        return wrong_length(std::string_view(digits).substr(poland.size()));
    }
    return international(std::move(digits));
}

Result<std::string> parse_number(std::string_view text) {
    text = trim(text);
    bool abroad = text.starts_with('+') || text.starts_with("(+");
    std::string written(text);
    // "+48 (0) 61": the zero is for callers at home.
    if (const std::size_t zero = written.find("(0)"); zero != std::string::npos && zero > 0) {
        written.erase(zero, 3);
    }
    const std::size_t plus = written.find_last_of('+');
    if (plus != std::string::npos && plus != written.find_first_of("+0123456789")) {
        return phone_characters;
    }
    std::string digits = digits_of(written);
    if (digits.empty()) return wrong_length(digits);
    if (!abroad && digits.starts_with("00")) {
        abroad = true;
        digits.erase(0, 2);
    }
    return abroad ? international(std::move(digits)) : national(std::move(digits));
}

// "2 3 2 2" groups digits as landlines are spoken, "3 3 3" as mobile numbers are.
std::string grouped(std::string_view digits, std::string_view sizes) {
    std::string text;
    for (const char size : sizes) {
        if (!text.empty()) text.push_back(' ');
        text += digits.substr(0, static_cast<std::size_t>(size - '0'));
        digits.remove_prefix(std::min<std::size_t>(size - '0', digits.size()));
    }
    return text;
}

// In threes; the last group has two to four digits, so that none stands alone.
std::string in_threes(std::string_view digits) {
    std::string sizes;
    std::size_t left = digits.size();
    for (; left > 4; left -= 3) sizes.push_back('3');
    sizes.push_back(static_cast<char>('0' + left));
    return grouped(digits, sizes);
}

}  // namespace

Result<Phone> parse_phone(std::string_view text) {
    if (text.size() > limits::phone_bytes) return phone_length;
    const std::string written = plain(trim(text));
    const std::string_view rest = without_label(written);
    const std::size_t end = end_of_number(rest);

    TRY(std::string extension, parse_extension(rest.substr(end)));
    TRY(const std::string digits, parse_number(rest.substr(0, end)));
    return Phone{.e164 = "+" + digits, .extension = std::move(extension)};
}

std::string to_text(const Phone& phone) {
    return phone.extension.empty() ? phone.e164 : phone.e164 + ";ext=" + phone.extension;
}

std::string show_phone(const Phone& phone, std::string_view extension_word) {
    const std::string_view digits = std::string_view(phone.e164).substr(1);
    const std::size_t country = country_digits(digits);
    const std::string_view own = digits.substr(country);

    std::string shown;
    if (digits.substr(0, country) == poland) {
        shown = grouped(own, lists(polish_landlines, own.substr(0, 2)) ? "2322" : "333");
    } else {
        shown = "+" + std::string(digits.substr(0, country)) + " " + in_threes(own);
    }
    if (phone.extension.empty()) return shown;
    return shown + " " + std::string(extension_word) + " " + phone.extension;
}

std::string digits_of(std::string_view text) {
    std::string digits;
    std::ranges::copy_if(text, std::back_inserter(digits), is_digit);
    return digits;
}

}  // namespace ogniwo
