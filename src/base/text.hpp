#pragma once

// Text of people: UTF-8 in std::string, checked where it comes in and trusted from there on.
//
// Three forms are made of it. The text itself is kept as it was written (NFC). fold() is what two
// spellings have in common and is what searching compares. sort_key() is how lists are ordered:
// bytes whose binary order is the Polish one, so that both databases sort alike and pages join up.

#include <string>
#include <string_view>
#include <vector>

namespace ogniwo {

bool is_utf8(std::string_view text);

// One line a person may have typed: UTF-8, no control character, no line break, and none of the
// invisible characters that turn the writing direction of what follows.
bool is_clean_line(std::string_view text);
// The same over several lines: newline and tab are allowed. Lines end in "\n" alone.
bool is_clean_text(std::string_view text);

// Without white space at both ends, no-break and other Unicode spaces included.
std::string_view trim(std::string_view text);

// Without the "\n" that ends each, also where the last one has none.
std::vector<std::string> split_lines(std::string_view text);

// The functions below want UTF-8; a broken sequence counts as U+FFFD.

std::size_t code_points(std::string_view text);

// At most `most` code points (1 or more), the last of which is "…" where something was cut off.
std::string cut(std::string_view text, std::size_t most);

// Canonical composition: "z" + dot above becomes "ż".
std::string nfc(std::string_view text);

// Small letters without diacritics: "Łódź" -> "lodz", "Straße" -> "strasse". Idempotent.
std::string fold(std::string_view text);

// Bytes, not text: a blob in the database. Equal keys do not mean equal texts, so order by
// (key, id). Keys of another sort_key_version() are not comparable and must be made again.
std::string sort_key(std::string_view text);
std::string sort_key_version();

}  // namespace ogniwo
