#pragma once

// Texts that programs wrote before everybody wrote UTF-8: what encoding they are in, as far as
// their bytes tell, and the same text in UTF-8.
//
// Bytes that are UTF-8 are taken for it: Polish in an old code page practically never is. Between
// the two old ones the letters decide that they place differently (ą ś ź), and bytes that one of
// them has no character for.

#include <string>
#include <string_view>

#include "base/enum.hpp"
#include "base/result.hpp"

namespace ogniwo {

enum class TextEncoding { utf_8, utf_16, windows_1250, iso_8859_2 };
constexpr auto names(TextEncoding) {
    return enum_names("utf-8", "utf-16", "windows-1250", "iso-8859-2");
}

inline constexpr Reason encoding_wrong{Refusal::unparsable, "encoding_wrong"};

TextEncoding guess_encoding(std::string_view bytes);

// Without the byte order mark. Refuses bytes that are not in this encoding.
Result<std::string> to_utf8(std::string_view bytes, TextEncoding encoding);

}  // namespace ogniwo
