#include "base/json_tree.hpp"

#include <algorithm>
#include <boost/json/basic_parser_impl.hpp>
#include <charconv>
#include <cmath>
#include <limits>

#include "base/json.hpp"
#include "base/limits.hpp"

namespace ogniwo {

// Boost.JSON tells what it reads as a sequence of events; these become nodes.
struct JsonTree::Builder {
    using Code = boost::json::error_code;
    using Text = boost::json::string_view;

    static constexpr std::size_t max_object_size = std::numeric_limits<std::size_t>::max();
    static constexpr std::size_t max_array_size = max_object_size;
    static constexpr std::size_t max_key_size = max_object_size;
    static constexpr std::size_t max_string_size = max_object_size;

    JsonTree tree{};
    std::vector<std::size_t> open{};  // Indexes of the lists and objects we are inside of.
    Slice name{};
    std::size_t text_start = 0;
    std::string digits{};  // Of a number that is being read.

    Entry& add(Kind kind) {
        Entry& entry = tree.entries_.emplace_back();
        entry.kind = kind;
        entry.end = static_cast<std::uint32_t>(tree.entries_.size());
        entry.name = std::exchange(name, Slice{});
        return entry;
    }

    void begin(Kind kind) {
        add(kind);
        open.push_back(tree.entries_.size() - 1);
    }

    void end() {
        tree.entries_[open.back()].end = static_cast<std::uint32_t>(tree.entries_.size());
        open.pop_back();
    }

    bool take_text(Text part, Code& code) {
        // A NUL can only have been written as \u0000: the parser refuses it unescaped.
        if (part.find('\0') != Text::npos) {
            code = boost::json::error::syntax;
            return false;
        }
        tree.texts_.append(part.data(), part.size());
        return true;
    }

    Slice text_taken() {
        const Slice taken{static_cast<std::uint32_t>(text_start),
                          static_cast<std::uint32_t>(tree.texts_.size() - text_start)};
        text_start = tree.texts_.size();
        return taken;
    }

    bool add_integer(std::int64_t value) {
        digits.clear();
        Entry& entry = add(Kind::integer);
        entry.integer = value;
        entry.number = static_cast<double>(value);
        return true;
    }

    // The parser's own conversion may be off by a digit, so the text is converted again.
    bool add_number(Text rest, Code& code) {
        digits.append(rest.data(), rest.size());
        double value = 0;
        const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), value);
        digits.clear();
        if (read.ec != std::errc{}) {
            code = boost::json::error::exponent_overflow;
            return false;
        }
        add(Kind::number).number = value;
        return true;
    }

    bool on_document_begin(Code&) { return true; }
    bool on_document_end(Code&) { return true; }
    bool on_object_begin(Code&) { return begin(Kind::object), true; }
    bool on_object_end(std::size_t, Code&) { return end(), true; }
    bool on_array_begin(Code&) { return begin(Kind::list), true; }
    bool on_array_end(std::size_t, Code&) { return end(), true; }
    bool on_key_part(Text part, std::size_t, Code& code) { return take_text(part, code); }
    bool on_key(Text part, std::size_t, Code& code) {
        if (!take_text(part, code)) return false;
        name = text_taken();
        return true;
    }
    bool on_string_part(Text part, std::size_t, Code& code) { return take_text(part, code); }
    bool on_string(Text part, std::size_t, Code& code) {
        if (!take_text(part, code)) return false;
        add(Kind::text).text = text_taken();
        return true;
    }
    bool on_number_part(Text part, Code&) {
        digits.append(part.data(), part.size());
        return true;
    }
    bool on_int64(std::int64_t value, Text, Code&) { return add_integer(value); }
    bool on_uint64(std::uint64_t, Text rest, Code& code) { return add_number(rest, code); }
    bool on_double(double, Text rest, Code& code) { return add_number(rest, code); }
    bool on_bool(bool value, Code&) {
        add(Kind::boolean).integer = value ? 1 : 0;
        return true;
    }
    bool on_null(Code&) {
        add(Kind::null);
        return true;
    }
    bool on_comment_part(Text, Code&) { return true; }
    bool on_comment(Text, Code&) { return true; }
};

Result<JsonTree> JsonTree::parse(std::string_view text) {
    // Offsets are 32 bits wide; every border has a far smaller limit of its own.
    if (text.size() > std::numeric_limits<std::uint32_t>::max()) return unparsable;

    boost::json::parse_options options;
    options.max_depth = limits::json_depth;
    boost::json::basic_parser<Builder> parser(options);
    boost::json::error_code code;
    const std::size_t taken = parser.write_some(false, text.data(), text.size(), code);
    if (code || taken != text.size() || !parser.done()) {
        return Error{.reason = unparsable,
                     .detail = "byte " + std::to_string(taken) + ": " + code.message()};
    }
    return std::move(parser.handler().tree);
}

namespace {

using Node = JsonTree::Node;

void write_number(std::string& out, double value) {
    constexpr double exact = 9007199254740992.0;  // 2^53
    char digits[32];
    const bool whole = std::abs(value) < exact && value == std::floor(value);
    const auto end = whole ? std::to_chars(digits, digits + 32, static_cast<std::int64_t>(value))
                           : std::to_chars(digits, digits + 32, value);
    out.append(digits, end.ptr);
}

bool write_object(std::string& out, Node object) {
    std::vector<Node> members;
    for (Node member = object.first(); member != object.end(); member = member.next()) {
        members.push_back(member);
    }
    std::ranges::sort(members, {}, [](const Node& member) { return member.name(); });
    out += '{';
    for (std::size_t i = 0; i < members.size(); ++i) {
        if (i > 0 && members[i].name() == members[i - 1].name()) return false;
        if (i > 0) out += ',';
        write_json_text(out, members[i].name());
        out += ':';
        if (!write_canonical(out, members[i])) return false;
    }
    out += '}';
    return true;
}

bool write_list(std::string& out, Node list) {
    out += '[';
    for (Node item = list.first(); item != list.end(); item = item.next()) {
        if (item != list.first()) out += ',';
        if (!write_canonical(out, item)) return false;
    }
    out += ']';
    return true;
}

}  // namespace

bool write_canonical(std::string& out, Node node) {
    switch (node.kind()) {
        case JsonTree::Kind::null:
            out += "null";
            break;
        case JsonTree::Kind::boolean:
            out += node.boolean() ? "true" : "false";
            break;
        case JsonTree::Kind::integer:
            out += std::to_string(node.integer());
            break;
        case JsonTree::Kind::number:
            write_number(out, node.number());
            break;
        case JsonTree::Kind::text:
            write_json_text(out, node.text());
            break;
        case JsonTree::Kind::list:
            return write_list(out, node);
        case JsonTree::Kind::object:
            return write_object(out, node);
    }
    return true;
}

}  // namespace ogniwo
