#pragma once

// The words and signs of the text form, each with the place where it begins.
//
// Private to this folder. Texts are decoded here, numbers and dates are only cut out: whether
// 2025-02-30 is a day is for the parser to say, which knows what stands around it.

#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"

namespace ogniwo::conditions {

struct Position {
    int line = 1;
    int column = 1;  // In code points.
};

enum class TokenKind {
    word,
    text,      // `content` is what stood between the quotes.
    number,    // 12, 1.5
    quantity,  // 90min, 1h30min
    date,      // 2025-06-12
    instant,   // 2025-06-12T08:00:00Z
    sign,      // = != < <= > >= ( ) , + -
    end,
};

struct Token {
    TokenKind kind;
    std::string content;
    Position at;
};

// The last token is always `end`.
Result<std::vector<Token>> tokenise(std::string_view text);

// Adds where it happened to an error.
Error located(Error error, Position at);

// ASCII letters, digits and `_`, and `.` between them, that the language does not use itself.
bool is_plain_word(std::string_view word);
bool is_keyword(std::string_view word);

// ASCII only: the language's own words may be written in any case.
bool is_same_word(std::string_view a, std::string_view b);

// What was found, short enough for an error message.
std::string excerpt(std::string_view text);

}  // namespace ogniwo::conditions
