#include "base/text_encoding.hpp"

#include <unicode/ucnv.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <memory>

#include "base/check.hpp"
#include "base/text.hpp"

namespace ogniwo {
namespace {

constexpr std::string_view utf8_mark = "\xef\xbb\xbf";

bool has_utf16_mark(std::string_view bytes) {
    return bytes.starts_with("\xff\xfe") || bytes.starts_with("\xfe\xff");
}

std::ptrdiff_t count_of(std::string_view bytes, std::string_view letters) {
    return std::count_if(bytes.begin(), bytes.end(), [letters](char c) {
        return letters.find(c) != std::string_view::npos;
    });
}

// Unicode's own name for each, as ICU knows it.
const char* icu_name(TextEncoding encoding) {
    switch (encoding) {
        case TextEncoding::utf_8:
            return "UTF-8";
        case TextEncoding::utf_16:
            return "UTF-16";
        case TextEncoding::windows_1250:
            return "windows-1250";
        case TextEncoding::iso_8859_2:
            return "ISO-8859-2";
    }
    return "UTF-8";
}

struct CloseConverter {
    void operator()(UConverter* converter) const { ucnv_close(converter); }
};

}  // namespace

TextEncoding guess_encoding(std::string_view bytes) {
    if (has_utf16_mark(bytes)) return TextEncoding::utf_16;
    if (is_utf8(bytes)) return TextEncoding::utf_8;
    // ą ś ź and their capitals, where one has letters and the other signs that texts rarely need.
    const auto windows = count_of(bytes, "\xb9\x9c\x9f\xa5\x8c\x8f");
    const auto iso = count_of(bytes, "\xb1\xb6\xbc\xa1\xa6\xac");
    return iso > windows ? TextEncoding::iso_8859_2 : TextEncoding::windows_1250;
}

Result<std::string> to_utf8(std::string_view bytes, TextEncoding encoding) {
    if (encoding == TextEncoding::utf_8) {
        if (bytes.starts_with(utf8_mark)) bytes.remove_prefix(utf8_mark.size());
        if (!is_utf8(bytes)) return encoding_wrong;
        return std::string(bytes);
    }
    UErrorCode code = U_ZERO_ERROR;
    const std::unique_ptr<UConverter, CloseConverter> converter(
        ucnv_open(icu_name(encoding), &code));
    INVARIANT(U_SUCCESS(code));
    ucnv_setToUCallBack(converter.get(), UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &code);
    const icu::UnicodeString text(
        bytes.data(), static_cast<std::int32_t>(bytes.size()), converter.get(), code);
    if (U_FAILURE(code)) return encoding_wrong;
    std::string result;
    text.toUTF8String(result);
    return result;
}

}  // namespace ogniwo
