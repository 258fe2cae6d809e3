#include "base/random.hpp"

#include <sodium.h>

#include <algorithm>
#include <array>

#include "base/check.hpp"

namespace ogniwo {
namespace {

constexpr std::string_view alphabet = "0123456789abcdefghjkmnpqrstvwxyz";
constexpr std::string_view capitals = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
constexpr std::size_t token_length = 26;  // 26 * 5 = 130 bits; the last character carries only 3.
constexpr std::size_t code_groups = 4;
constexpr std::size_t code_group_length = 4;

char code_character(char typed) {
    if (typed >= 'a' && typed <= 'z') typed = static_cast<char>(typed - 'a' + 'A');
    if (typed == 'O') return '0';
    if (typed == 'I' || typed == 'L') return '1';
    return typed;
}

}  // namespace

std::string Random::bytes(std::size_t count) {
    std::string all(count, '\0');
    fill({reinterpret_cast<unsigned char*>(all.data()), all.size()});
    return all;
}

std::uint64_t Random::number() {
    std::array<unsigned char, 8> raw{};
    fill(raw);
    std::uint64_t value = 0;
    for (const unsigned char byte : raw) value = value << 8 | byte;
    return value;
}

std::uint64_t Random::below(std::uint64_t limit) {
    INVARIANT(limit > 0);
    // The numbers above the last whole multiple of the limit would favour the small remainders.
    const std::uint64_t surplus = (UINT64_MAX % limit + 1) % limit;
    std::uint64_t value = number();
    while (value > UINT64_MAX - surplus) value = number();
    return value % limit;
}

void SystemRandom::fill(std::span<unsigned char> bytes) {
    static const int ready = sodium_init();
    INVARIANT(ready >= 0);
    randombytes_buf(bytes.data(), bytes.size());
}

// SplitMix64 (Steele, Lea, Flood 2014): one 64-bit word per step, written low byte first.
void SeededRandom::fill(std::span<unsigned char> bytes) {
    std::uint64_t word = 0;
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        if (i % 8 == 0) {
            state_ += 0x9e3779b97f4a7c15U;
            word = state_;
            word = (word ^ word >> 30) * 0xbf58476d1ce4e5b9U;
            word = (word ^ word >> 27) * 0x94d049bb133111ebU;
            word ^= word >> 31;
        }
        bytes[i] = static_cast<unsigned char>(word >> 8 * (i % 8));
    }
}

std::string token(Random& random) {
    std::array<unsigned char, 16> raw{};
    random.fill(raw);
    std::string text;
    text.reserve(token_length);
    std::uint32_t held = 0;
    int bits = 0;
    for (const unsigned char byte : raw) {
        held = held << 8 | byte;
        for (bits += 8; bits >= 5; bits -= 5) text.push_back(alphabet[held >> (bits - 5) & 31]);
    }
    text.push_back(alphabet[held << (5 - bits) & 31]);
    INVARIANT(text.size() == token_length);
    return text;
}

bool looks_like_token(std::string_view text) {
    return text.size() == token_length &&
           text.find_first_not_of(alphabet) == std::string_view::npos;
}

std::string human_code(Random& random) {
    const std::string raw = random.bytes(code_groups * code_group_length);
    std::string code;
    for (std::size_t i = 0; i < raw.size(); ++i) {
        if (i > 0 && i % code_group_length == 0) code.push_back('-');
        code.push_back(capitals[static_cast<unsigned char>(raw[i]) & 31]);
    }
    return code;
}

std::string tidy_human_code(std::string_view typed) {
    std::string code;
    std::size_t found = 0;
    for (const char raw : typed) {
        if (raw == ' ' || raw == '-' || raw == '\t') continue;
        const char c = code_character(raw);
        if (capitals.find(c) == std::string_view::npos) return {};
        if (found == code_groups * code_group_length) return {};
        if (found > 0 && found % code_group_length == 0) code.push_back('-');
        code.push_back(c);
        ++found;
    }
    return found == code_groups * code_group_length ? code : std::string{};
}

}  // namespace ogniwo
