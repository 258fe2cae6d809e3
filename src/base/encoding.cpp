#include "base/encoding.hpp"

#include <array>
#include <cstdint>

namespace ogniwo {
namespace {

using Alphabet = std::array<char, 64>;
using Values = std::array<std::uint8_t, 256>;

constexpr std::uint8_t no_value = 0xff;

constexpr Alphabet alphabet(char second_last, char last) {
    Alphabet list{};
    std::size_t at = 0;
    for (char c = 'A'; c <= 'Z'; ++c) list[at++] = c;
    for (char c = 'a'; c <= 'z'; ++c) list[at++] = c;
    for (char c = '0'; c <= '9'; ++c) list[at++] = c;
    list[at++] = second_last;
    list[at] = last;
    return list;
}

constexpr Values values_of(const Alphabet& list) {
    Values values{};
    for (auto& value : values) value = no_value;
    for (std::size_t i = 0; i < list.size(); ++i) {
        values[static_cast<std::uint8_t>(list[i])] = static_cast<std::uint8_t>(i);
    }
    return values;
}

constexpr Values values_of_hex() {
    Values values{};
    for (auto& value : values) value = no_value;
    for (int i = 0; i < 10; ++i) values['0' + i] = static_cast<std::uint8_t>(i);
    for (int i = 0; i < 6; ++i) {
        values['a' + i] = values['A' + i] = static_cast<std::uint8_t>(10 + i);
    }
    return values;
}

constexpr Alphabet url_alphabet = alphabet('-', '_');
constexpr Alphabet mail_alphabet = alphabet('+', '/');
constexpr Values url_values = values_of(url_alphabet);
constexpr Values mail_values = values_of(mail_alphabet);
constexpr Values hex_values = values_of_hex();

std::uint8_t byte_at(std::string_view bytes, std::size_t i) {
    return static_cast<std::uint8_t>(bytes[i]);
}

std::string encode(std::string_view bytes, const Alphabet& list) {
    const std::size_t whole = bytes.size() / 3;
    const std::size_t rest = bytes.size() % 3;
    std::string text(whole * 4 + (rest == 0 ? 0 : rest + 1), '\0');
    char* to = text.data();
    for (std::size_t i = 0; i < whole * 3; i += 3) {
        const std::uint32_t three = static_cast<std::uint32_t>(byte_at(bytes, i)) << 16 |
                                    static_cast<std::uint32_t>(byte_at(bytes, i + 1)) << 8 |
                                    byte_at(bytes, i + 2);
        *to++ = list[three >> 18];
        *to++ = list[three >> 12 & 63];
        *to++ = list[three >> 6 & 63];
        *to++ = list[three & 63];
    }
    if (rest > 0) {
        const std::uint32_t first = byte_at(bytes, whole * 3);
        const std::uint32_t second = rest == 2 ? byte_at(bytes, whole * 3 + 1) : 0;
        *to++ = list[first >> 2];
        *to++ = list[(first << 4 | second >> 4) & 63];
        if (rest == 2) *to = list[second << 2 & 63];
    }
    return text;
}

// A text of 4n + 2 or 4n + 3 characters ends in one or two bytes, whose spare bits must be zero.
std::optional<std::string> decode(std::string_view text, const Values& values) {
    const std::size_t whole = text.size() / 4;
    const std::size_t rest = text.size() % 4;
    if (rest == 1) return std::nullopt;

    std::string bytes(whole * 3 + (rest == 0 ? 0 : rest - 1), '\0');
    char* to = bytes.data();
    std::uint32_t seen = 0;  // Has its high bit set as soon as one character has no value.
    const auto value = [&](std::size_t i) {
        const std::uint32_t found = values[byte_at(text, i)];
        seen |= found;
        return found;
    };
    for (std::size_t i = 0; i < whole * 4; i += 4) {
        const std::uint32_t three =
            value(i) << 18 | value(i + 1) << 12 | value(i + 2) << 6 | value(i + 3);
        *to++ = static_cast<char>(three >> 16 & 0xff);
        *to++ = static_cast<char>(three >> 8 & 0xff);
        *to++ = static_cast<char>(three & 0xff);
    }
    std::uint32_t spare = 0;
    if (rest > 0) {
        const std::uint32_t first = value(whole * 4), second = value(whole * 4 + 1);
        const std::uint32_t third = rest == 3 ? value(whole * 4 + 2) : 0;
        *to++ = static_cast<char>(first << 2 | second >> 4);
        if (rest == 3) *to = static_cast<char>((second << 4 | third >> 2) & 0xff);
        spare = rest == 3 ? third & 3 : second & 15;
    }
    if ((seen & 0x80) != 0 || spare != 0) return std::nullopt;
    return bytes;
}

}  // namespace

std::string to_base64url(std::string_view bytes) {
    return encode(bytes, url_alphabet);
}

std::optional<std::string> from_base64url(std::string_view text) {
    return decode(text, url_values);
}

std::string to_base64(std::string_view bytes) {
    std::string text = encode(bytes, mail_alphabet);
    while (text.size() % 4 != 0) text.push_back('=');
    return text;
}

std::optional<std::string> from_base64(std::string_view text) {
    if (text.size() % 4 != 0) return std::nullopt;
    for (int padding = 0; padding < 2 && text.ends_with('='); ++padding) text.remove_suffix(1);
    return decode(text, mail_values);
}

std::string to_hex(std::string_view bytes) {
    static constexpr char digits[] = "0123456789abcdef";
    std::string text(bytes.size() * 2, '\0');
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        text[2 * i] = digits[byte_at(bytes, i) >> 4];
        text[2 * i + 1] = digits[byte_at(bytes, i) & 15];
    }
    return text;
}

std::optional<std::string> from_hex(std::string_view text) {
    if (text.size() % 2 != 0) return std::nullopt;
    std::string bytes(text.size() / 2, '\0');
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        const std::uint8_t high = hex_values[byte_at(text, 2 * i)];
        const std::uint8_t low = hex_values[byte_at(text, 2 * i + 1)];
        if (high == no_value || low == no_value) return std::nullopt;
        bytes[i] = static_cast<char>(high << 4 | low);
    }
    return bytes;
}

std::string percent_encoded(std::string_view bytes) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string text;
    for (const char c : bytes) {
        const auto byte = static_cast<unsigned char>(c);
        const bool is_plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                              (c >= '0' && c <= '9') || c == '-' || c == '.' || c == '_' ||
                              c == '~';
        if (is_plain) {
            text += c;
        } else {
            text += '%';
            text += digits[byte >> 4];
            text += digits[byte & 15];
        }
    }
    return text;
}

}  // namespace ogniwo
