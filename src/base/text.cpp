#include "base/text.hpp"

#include <unicode/bytestream.h>
#include <unicode/coll.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <cstdint>
#include <memory>
#include <stdexcept>

#include "base/check.hpp"

namespace ogniwo {
namespace {

constexpr UChar32 broken = -1;

// The code point at `at`, which moves behind it; `broken` where there is none.
UChar32 next(std::string_view text, std::size_t& at) {
    UChar32 c = broken;
    U8_NEXT(text.data(), at, text.size(), c);
    return c;
}

template <class Wanted>
bool every_code_point(std::string_view text, Wanted wanted) {
    for (std::size_t at = 0; at < text.size();) {
        const UChar32 c = next(text, at);
        if (c < 0 || !wanted(c)) return false;
    }
    return true;
}

bool is_control(UChar32 c) {
    return c < 0x20 || (c >= 0x7f && c < 0xa0);
}

bool breaks_a_line(UChar32 c) {
    return is_control(c) || c == 0x2028 || c == 0x2029;
}

bool turns_direction(UChar32 c) {
    return (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
}

bool is_ascii(std::string_view text) {
    return std::ranges::all_of(text, [](char c) { return static_cast<signed char>(c) >= 0; });
}

// ICU fails only when its data is not installed or memory is gone: the world is broken.
void demand(UErrorCode status) {
    if (U_FAILURE(status)) {
        throw std::runtime_error(std::string("ICU refuses to work: ") + u_errorName(status));
    }
}

icu::StringPiece piece(std::string_view text) {
    INVARIANT(text.size() < static_cast<std::size_t>(INT32_MAX));
    return {text.data(), static_cast<std::int32_t>(text.size())};
}

icu::UnicodeString utf16(std::string_view text) {
    return icu::UnicodeString::fromUTF8(piece(text));
}

std::string normalized(const icu::Normalizer2* form, std::string_view text) {
    UErrorCode status = U_ZERO_ERROR;
    std::string result;
    icu::StringByteSink<std::string> sink(&result);
    form->normalizeUTF8(0, piece(text), sink, nullptr, status);
    demand(status);
    return result;
}

const icu::Normalizer2* form(const icu::Normalizer2* (*get)(UErrorCode&)) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* found = get(status);
    demand(status);
    return found;
}

// Letters that Unicode does not take apart although readers see a base letter with a stroke.
struct Plain {
    UChar32 letter;
    const char* plain;
};
constexpr Plain plain_letters[] = {
    {0x00e6, "ae"},  // æ
    {0x00f0, "d"},   // ð
    {0x00f8, "o"},   // ø
    {0x00fe, "th"},  // þ
    {0x0111, "d"},   // đ
    {0x0127, "h"},   // ħ
    {0x0131, "i"},   // dotless i
    {0x0142, "l"},   // ł
    {0x014b, "n"},   // ŋ
    {0x0153, "oe"},  // œ
    {0x0167, "t"},   // ŧ
    {0x0180, "b"},   // b with stroke
    {0x01b6, "z"},   // z with stroke
};

// Marks above, below and through a letter, and the points of Hebrew and Arabic, which most writers
// leave out. The vowel signs of Indic scripts, Thai or Tibetan and the Japanese voicing marks are
// letters to their readers and stay. The numbers are canonical combining classes.
bool is_diacritic(UChar32 c) {
    const int combining = u_getCombiningClass(c);
    return combining == 1 || (combining >= 10 && combining <= 36) || combining >= 200;
}

void append_plain(icu::UnicodeString& to, UChar32 c) {
    const auto* known = std::ranges::find(plain_letters, c, &Plain::letter);
    if (known != std::end(plain_letters)) {
        to.append(icu::UnicodeString(known->plain, -1, US_INV));
    } else if (!is_diacritic(c)) {
        to.append(c);
    }
}

const icu::Collator& polish() {
    static const std::unique_ptr<const icu::Collator> collator = [] {
        UErrorCode status = U_ZERO_ERROR;
        std::unique_ptr<icu::Collator> made(
            icu::Collator::createInstance(icu::Locale("pl"), status));
        demand(status);
        made->setAttribute(UCOL_NORMALIZATION_MODE, UCOL_ON, status);
        demand(status);
        return made;
    }();
    return *collator;
}

}  // namespace

bool is_utf8(std::string_view text) {
    return is_ascii(text) || every_code_point(text, [](UChar32) { return true; });
}

bool is_clean_line(std::string_view text) {
    return every_code_point(text,
                            [](UChar32 c) { return !breaks_a_line(c) && !turns_direction(c); });
}

bool is_clean_text(std::string_view text) {
    return every_code_point(text,
                            [](UChar32 c) { return c == '\n' || c == '\t' || !is_control(c); });
}

std::string_view trim(std::string_view text) {
    std::size_t start = 0;
    for (std::size_t at = 0; at < text.size(); start = at) {
        const UChar32 c = next(text, at);
        if (c < 0 || !u_isUWhiteSpace(c)) break;
    }
    text.remove_prefix(start);

    std::int32_t end = piece(text).length();
    while (end > 0) {
        std::int32_t at = end;
        UChar32 c = broken;
        U8_PREV(text.data(), 0, at, c);
        if (c < 0 || !u_isUWhiteSpace(c)) break;
        end = at;
    }
    return text.substr(0, static_cast<std::size_t>(end));
}

std::vector<std::string> split_lines(std::string_view text) {
    std::vector<std::string> lines;
    while (!text.empty()) {
        const auto end = std::min(text.find('\n'), text.size());
        lines.emplace_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return lines;
}

std::size_t code_points(std::string_view text) {
    std::size_t count = 0;
    for (std::size_t at = 0; at < text.size(); ++count) next(text, at);
    return count;
}

std::string cut(std::string_view text, std::size_t most) {
    INVARIANT(most > 0);
    std::size_t at = 0;
    std::size_t last = 0;  // Where the code point starts that has to give way.
    for (std::size_t count = 0; count < most && at < text.size(); ++count) {
        last = at;
        next(text, at);
    }
    if (at == text.size()) return std::string(text);
    return std::string(text.substr(0, last)) + "\u2026";
}

std::string nfc(std::string_view text) {
    if (is_ascii(text)) return std::string(text);
    return normalized(form(icu::Normalizer2::getNFCInstance), text);
}

std::string fold(std::string_view text) {
    if (is_ascii(text)) {
        std::string small(text);
        for (char& c : small) {
            if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
        }
        return small;
    }
    const std::string small = normalized(form(icu::Normalizer2::getNFKCCasefoldInstance), text);
    UErrorCode status = U_ZERO_ERROR;
    const icu::UnicodeString apart =
        form(icu::Normalizer2::getNFDInstance)->normalize(utf16(small), status);
    demand(status);

    icu::UnicodeString plain;
    for (std::int32_t at = 0; at < apart.length(); at = apart.moveIndex32(at, 1)) {
        append_plain(plain, apart.char32At(at));
    }
    std::string result;
    form(icu::Normalizer2::getNFCInstance)->normalize(plain, status).toUTF8String(result);
    demand(status);
    return result;
}

std::string sort_key(std::string_view text) {
    const icu::UnicodeString wide = utf16(text);
    std::string key(text.size() * 2 + 16, '\0');
    const auto bytes = [&key] { return reinterpret_cast<std::uint8_t*>(key.data()); };
    const auto room = [&key] { return static_cast<std::int32_t>(key.size()); };

    std::int32_t size = polish().getSortKey(wide, bytes(), room());
    if (size > room()) {
        key.resize(static_cast<std::size_t>(size));
        size = polish().getSortKey(wide, bytes(), room());
    }
    INVARIANT(size > 0);
    key.resize(static_cast<std::size_t>(size) - 1);  // The zero byte at the end orders nothing.
    return key;
}

std::string sort_key_version() {
    UVersionInfo version;
    polish().getVersion(version);
    char text[U_MAX_VERSION_STRING_LENGTH];
    u_versionToString(version, text);
    return std::string("pl-") + text;
}

}  // namespace ogniwo
