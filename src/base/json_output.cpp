// Writing JSON: on the path of every answer, so by hand, without streams and locales.

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <cstring>

#include "base/check.hpp"
#include "base/json.hpp"

namespace ogniwo {
namespace {

using Kind = Type::Kind;

// The end of a text that grows by thousands of small pieces. A string looks at its size, its room
// and its closing zero with each of them; here room is made for many, and the string is told how
// long it is at last. Until then it is longer than what was written.
class Output {
public:
    explicit Output(std::string& text)
        : text_(text), begin_(text.size()), next_(text.data() + begin_), end_(next_) {}
    ~Output() { text_.resize(size()); }
    Output(const Output&) = delete;

    void put(char c) {
        *room(1) = c;
        ++next_;
    }
    void put(std::string_view piece) { next_ += piece.copy(room(piece.size()), piece.size()); }
    void put_quoted(std::string_view piece) {
        char* next = room(piece.size() + 2);
        *next++ = '"';
        next += piece.copy(next, piece.size());
        *next++ = '"';
        next_ = next;
    }
    void put(std::int64_t value) {
        constexpr std::size_t digits_most = 20;
        char* const first = room(digits_most);
        next_ = std::to_chars(first, first + digits_most, value).ptr;
    }
    void put(double value) {
        constexpr std::size_t digits_most = 32;
        char* const first = room(digits_most);
        next_ = std::to_chars(first, first + digits_most, value).ptr;
    }
    void put_quoted(Time time) {
        moment_.clear();
        append_text(moment_, time);
        put_quoted(moment_);
    }

    // So much more is likely to come; no promise.
    void expect(std::size_t bytes) { (void)room(std::min(bytes, expected_most)); }

    std::size_t size() const { return static_cast<std::size_t>(next_ - text_.data()); }
    void replace(std::size_t place, char c) { text_[place] = c; }

private:
    static constexpr std::size_t expected_most = 64 * 1024;

    // Where the next `bytes` may be written.
    char* room(std::size_t bytes) {
        if (static_cast<std::size_t>(end_ - next_) < bytes) grow(bytes);
        return next_;
    }
    // As much again as was written here, so that each byte is moved a few times at most; but no
    // more, since many a text is put together from outputs of a few bytes.
    void grow(std::size_t bytes) {
        const std::size_t size = this->size();
        text_.resize(size + std::max(bytes, size - begin_));
        next_ = text_.data() + size;
        end_ = text_.data() + text_.size();
    }

    std::string& text_;
    const std::size_t begin_;
    char* next_;
    char* end_;           // Of the room.
    std::string moment_;  // For what can only append to a string.
};

// Which characters must be escaped: control characters, quotes and backslashes.
constexpr bool needs_escape(char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte < 0x20 || byte == '"' || byte == '\\' || byte == 0x7f;
}

// Eight characters at once, as one number: nearly every text is plain nearly everywhere.
constexpr std::size_t block = sizeof(std::uint64_t);
constexpr std::uint64_t each(unsigned char byte) {
    return ~std::uint64_t{0} / 0xff * byte;
}

// Whether one of them must be escaped. Taking `least` from each byte borrows from its highest bit
// only where the byte was less, https://graphics.stanford.edu/~seander/bithacks.html#HasLessInWord.
bool needs_escape(const char* characters) {
    std::uint64_t bytes = 0;
    std::memcpy(&bytes, characters, block);
    const auto has_less = [](std::uint64_t in, unsigned char least) {
        return (in - each(least)) & ~in & each(0x80);
    };
    const auto has = [&](char c) {
        return has_less(bytes ^ each(static_cast<unsigned char>(c)), 1);
    };
    return (has_less(bytes, 0x20) | has('"') | has('\\') | has(0x7f)) != 0;
}

// How many characters stand before the first one to escape.
std::size_t plain_length(std::string_view text) {
    std::size_t plain = 0;
    while (text.size() - plain >= block && !needs_escape(text.data() + plain)) plain += block;
    // What is left of a longer text is the end of one more block.
    const bool is_end = plain > 0 && text.size() - plain < block;
    if (is_end && !needs_escape(text.data() + text.size() - block)) return text.size();
    while (plain < text.size() && !needs_escape(text[plain])) ++plain;
    return plain;
}

void write_escape(Output& out, char c) {
    constexpr std::string_view hex = "0123456789abcdef";
    switch (c) {
        case '"':
            return out.put("\\\"");
        case '\\':
            return out.put("\\\\");
        case '\n':
            return out.put("\\n");
        case '\r':
            return out.put("\\r");
        case '\t':
            return out.put("\\t");
        default:
            out.put("\\u00");
            out.put(hex[static_cast<unsigned char>(c) >> 4]);
            out.put(hex[static_cast<unsigned char>(c) & 15]);
    }
}

void write_text(Output& out, std::string_view text) {
    std::size_t plain = plain_length(text);
    if (plain == text.size()) return out.put_quoted(text);
    out.put('"');
    while (plain < text.size()) {
        out.put(text.substr(0, plain));
        write_escape(out, text[plain]);
        text.remove_prefix(plain + 1);
        plain = plain_length(text);
    }
    out.put(text);
    out.put('"');
}

bool contains(const Filled& names, std::string_view name) {
    return std::ranges::find(names, name) != names.end();
}

void write_value(Output& out, const Type& type, const void* value);

void write_list(Output& out, const Type& type, const void* list) {
    const std::size_t begin = out.size();
    out.put('[');
    const std::size_t size = type.size(list);
    for (std::size_t i = 0; i < size; ++i) {
        if (i > 0) out.put(',');
        write_value(out, *type.element, type.item(list, i));
        if (i == 0) out.expect((out.size() - begin) * size);
    }
    out.put(']');
}

void write_record(Output& out, const Type& type, const void* record, const Filled& without) {
    const std::size_t begin = out.size();
    for (const Field& field : type.fields) {
        const Type* held = field.type;
        const void* value = static_cast<const std::byte*>(record) + field.offset;
        if (held->kind == Kind::optional) {
            if (held->size(value) == 0) continue;
            value = held->item(value, 0);
            held = held->element;
        }
        if (!without.empty() && contains(without, field.name)) continue;
        out.put(field.label);
        write_value(out, *held, value);
    }
    // In place of the first comma.
    if (out.size() == begin) out.put('{');
    out.replace(begin, '{');
    out.put('}');
}

void write_value(Output& out, const Type& type, const void* value) {
    switch (type.kind) {
        case Kind::boolean:
            return out.put(type.get_number(value) != 0 ? "true" : "false");
        case Kind::integer:
        case Kind::id:
        case Kind::minutes:
            return out.put(type.get_number(value));
        case Kind::number: {
            const double number = *static_cast<const double*>(value);
            INVARIANT(std::isfinite(number));
            return out.put(number);
        }
        case Kind::text:
            return write_text(out, *static_cast<const std::string*>(value));
        case Kind::time:
            return out.put_quoted(from_micros(type.get_number(value)));
        case Kind::date: {
            const std::chrono::days days{type.get_number(value)};
            return out.put_quoted(to_text(Date{std::chrono::sys_days{days}}));
        }
        case Kind::enumeration: {
            const auto index = static_cast<std::size_t>(type.get_number(value));
            INVARIANT(index < type.names.size());
            return out.put_quoted(type.names[index]);
        }
        case Kind::list:
            return write_list(out, type, value);
        case Kind::optional:
            if (type.size(value) != 0) return write_value(out, *type.element, type.item(value, 0));
            return out.put("null");
        case Kind::record:
            return write_record(out, type, value, {});
        case Kind::json:
            return out.put(static_cast<const RawJson*>(value)->text);
    }
}

}  // namespace

void write_json_text(std::string& out, std::string_view text) {
    Output output(out);
    write_text(output, text);
}

void write_json(std::string& out, const Type& type, const void* object, const Filled& without) {
    Output output(out);
    if (type.kind == Kind::record) return write_record(output, type, object, without);
    write_value(output, type, object);
}

}  // namespace ogniwo
