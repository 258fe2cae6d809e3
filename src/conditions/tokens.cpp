#include "conditions/tokens.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "base/text.hpp"
#include "conditions/condition.hpp"

namespace ogniwo::conditions {
namespace {

constexpr auto keywords = std::to_array<std::string_view>(
    {"all", "and", "any", "between", "contains", "empty", "ends",   "false", "has",  "in",
     "is",  "not", "now", "of",      "or",       "start", "starts", "today", "true", "with"});

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}
bool is_ascii_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
bool is_space(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}
char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

// Bytes of the code point that starts at `text[at]`; nothing when that is no UTF-8.
std::optional<std::size_t> code_point_size(std::string_view text, std::size_t at) {
    const auto byte = [&](std::size_t i) {
        return at + i < text.size() ? static_cast<unsigned char>(text[at + i]) : 0U;
    };
    const auto follows = [&](std::size_t i) { return (byte(i) & 0xC0U) == 0x80U; };
    const unsigned first = byte(0);
    if (first < 0x80) return 1;
    if (first >= 0xC2 && first <= 0xDF) {
        if (follows(1)) return 2;
    } else if (first >= 0xE0 && first <= 0xEF) {
        const bool overlong = first == 0xE0 && byte(1) < 0xA0;
        const bool surrogate = first == 0xED && byte(1) >= 0xA0;
        if (follows(1) && follows(2) && !overlong && !surrogate) return 3;
    } else if (first >= 0xF0 && first <= 0xF4) {
        const bool overlong = first == 0xF0 && byte(1) < 0x90;
        const bool beyond = first == 0xF4 && byte(1) >= 0x90;
        if (follows(1) && follows(2) && follows(3) && !overlong && !beyond) return 4;
    }
    return std::nullopt;
}

// Letters beyond ASCII, so that `contains drukarkę` needs no quotes. The blocks of spaces and
// typographic signs are left out: those come from pasted text and would hide inside words.
bool starts_foreign_letter(std::string_view bytes) {
    const auto first = static_cast<unsigned char>(bytes[0]);
    if (first == 0xC2 || bytes.size() < 2) return false;                     // U+0080 - U+00BF
    if (first == 0xC3) return bytes[1] != '\x97' && bytes[1] != '\xB7';      // not times, division
    if (first == 0xE2) return false;                                         // U+2000 - U+2FFF
    if (first == 0xE3) return static_cast<unsigned char>(bytes[1]) != 0x80;  // U+3000 - U+303F
    if (first == 0xEF) return false;                                         // U+F000 - U+FFFF
    return true;
}

class Lexer {
public:
    explicit Lexer(std::string_view text) : text_(text) {}

    Result<std::vector<Token>> run() {
        std::vector<Token> tokens;
        for (skip_spaces(); at_ < text_.size(); skip_spaces()) {
            const Position start = position_;
            auto token = next();
            if (!token) return located(std::move(token).error(), start);
            token->at = start;
            tokens.push_back(*std::move(token));
        }
        tokens.push_back({TokenKind::end, "", position_});
        return tokens;
    }

private:
    char peek(std::size_t ahead = 0) const {
        return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\0';
    }
    bool digits(std::size_t from, std::size_t count) const {
        for (std::size_t i = from; i < from + count; ++i) {
            if (!is_digit(peek(i))) return false;
        }
        return true;
    }
    std::size_t point() const { return *code_point_size(text_, at_); }  // The text was checked.

    void advance(std::size_t bytes) {
        for (const std::size_t stop = at_ + bytes; at_ < stop; at_ += point()) {
            if (text_[at_] == '\n') {
                position_ = {position_.line + 1, 1};
            } else {
                ++position_.column;
            }
        }
    }
    Token take(TokenKind kind, std::size_t bytes) {
        Token token{kind, std::string(text_.substr(at_, bytes)), {}};
        advance(bytes);
        return token;
    }
    void skip_spaces() {
        while (at_ < text_.size() && is_space(text_[at_])) advance(1);
    }

    // Bytes of one letter, digit, `_` or `.` at `ahead`; 0 when it is none.
    std::size_t word_part(std::size_t ahead) const {
        const char c = peek(ahead);
        if (is_ascii_letter(c) || is_digit(c) || c == '_' || c == '.') return 1;
        if (static_cast<unsigned char>(c) < 0x80) return 0;
        const std::string_view rest = text_.substr(at_ + ahead);
        const std::size_t size = *code_point_size(rest, 0);
        return starts_foreign_letter(rest.substr(0, size)) ? size : 0;
    }

    Result<Token> next() {
        const char c = peek();
        if (c == '"') return quoted();
        if (is_digit(c)) return number();
        if (c != '.' && word_part(0) > 0) {
            std::size_t bytes = 0;
            while (const std::size_t part = word_part(bytes)) bytes += part;
            return take(TokenKind::word, bytes);
        }
        constexpr auto signs = std::to_array<std::string_view>(
            {"!=", "<=", ">=", "=", "<", ">", "(", ")", ",", "+", "-"});
        for (const auto sign : signs) {
            if (text_.substr(at_).starts_with(sign)) return take(TokenKind::sign, sign.size());
        }
        return Error{.reason = unexpected_character,
                     .shown = {{"found", std::string(text_.substr(at_, point()))}}};
    }

    Result<Token> number() {
        if (digits(0, 4) && peek(4) == '-' && is_digit(peek(5))) return date();
        std::size_t bytes = 0;
        while (is_digit(peek(bytes))) ++bytes;
        if (peek(bytes) == '.' && is_digit(peek(bytes + 1))) {
            ++bytes;
            while (is_digit(peek(bytes))) ++bytes;
        }
        if (!is_ascii_letter(peek(bytes))) return take(TokenKind::number, bytes);
        while (is_ascii_letter(peek(bytes)) || is_digit(peek(bytes))) ++bytes;
        return take(TokenKind::quantity, bytes);
    }

    // Cuts generously: 2025-6-1 is one token and a malformed date, not a subtraction.
    Result<Token> date() {
        const bool exact = digits(5, 2) && peek(7) == '-' && digits(8, 2);
        std::size_t bytes = 10;
        if (!exact) {
            for (bytes = 5; is_digit(peek(bytes)) || peek(bytes) == '-';) ++bytes;
            return take(TokenKind::date, bytes);
        }
        if (peek(bytes) != 'T') return take(TokenKind::date, bytes);
        ++bytes;
        while (is_digit(peek(bytes)) || peek(bytes) == ':' || peek(bytes) == '.') ++bytes;
        const bool offset = (peek(bytes) == '+' || peek(bytes) == '-') && digits(bytes + 1, 2) &&
                            peek(bytes + 3) == ':' && digits(bytes + 4, 2);
        if (peek(bytes) == 'Z') bytes += 1;
        if (offset) bytes += 6;
        return take(TokenKind::instant, bytes);
    }

    Result<Token> quoted() {
        advance(1);
        std::string content;
        while (peek() != '"') {
            if (at_ >= text_.size()) return unterminated_text;
            if (peek() != '\\') {
                const std::size_t bytes = point();
                content += text_.substr(at_, bytes);
                advance(bytes);
                continue;
            }
            const auto escaped = unescaped(peek(1));
            if (!escaped) return Error{.reason = unexpected_character, .shown = {{"found", "\\"}}};
            content += *escaped;
            advance(2);
        }
        advance(1);
        return Token{TokenKind::text, std::move(content), {}};
    }

    static std::optional<char> unescaped(char c) {
        switch (c) {
            case '"':
            case '\\':
                return c;
            case 'n':
                return '\n';
            case 't':
                return '\t';
            default:
                return std::nullopt;
        }
    }

    std::string_view text_;
    std::size_t at_ = 0;
    Position position_;
};

// Where the first byte that is no UTF-8 stands; nothing when all is well.
std::optional<Position> find_broken_byte(std::string_view text) {
    Position position;
    for (std::size_t at = 0; at < text.size();) {
        const auto bytes = code_point_size(text, at);
        if (!bytes) return position;
        position = text[at] == '\n' ? Position{position.line + 1, 1}
                                    : Position{position.line, position.column + 1};
        at += *bytes;
    }
    return std::nullopt;
}

}  // namespace

Result<std::vector<Token>> tokenise(std::string_view text) {
    if (text.size() > most_bytes) {
        return Error{.reason = too_large, .shown = {{"most", std::to_string(most_bytes)}}};
    }
    if (const auto broken = find_broken_byte(text)) return located({.reason = not_utf8}, *broken);
    return Lexer(text).run();
}

Error located(Error error, Position at) {
    error.shown.insert(error.shown.begin(),
                       {{"line", std::to_string(at.line)}, {"column", std::to_string(at.column)}});
    return error;
}

bool is_keyword(std::string_view word) {
    return std::ranges::any_of(keywords, [&](auto keyword) { return is_same_word(word, keyword); });
}

bool is_plain_word(std::string_view word) {
    if (word.empty() || is_digit(word.front()) || is_keyword(word)) return false;
    if (word.front() == '.' || word.back() == '.') return false;
    if (word.find("..") != std::string_view::npos) return false;
    return std::ranges::all_of(
        word, [](char c) { return is_ascii_letter(c) || is_digit(c) || c == '_' || c == '.'; });
}

bool is_same_word(std::string_view a, std::string_view b) {
    return std::ranges::equal(a, b, [](char x, char y) { return lower(x) == lower(y); });
}

std::string excerpt(std::string_view text) {
    constexpr std::size_t most_shown = 60;
    return cut(text, most_shown);
}

}  // namespace ogniwo::conditions
