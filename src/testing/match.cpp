#include "testing/match.hpp"

#include <vector>

#include "base/json.hpp"
#include "base/json_tree.hpp"

namespace ogniwo {
namespace {

using Node = JsonTree::Node;
using Kind = JsonTree::Kind;
using Mismatch = std::optional<std::string>;

constexpr std::string_view and_more = "...";
constexpr std::string_view absent = "<absent>";

bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool is_name_part(char c) {
    return is_letter(c) || (c >= '0' && c <= '9') || c == '_';
}

bool is_text(Node node, std::string_view text) {
    return node.kind() == Kind::text && node.text() == text;
}

bool is_wildcard(Node node) {
    return is_text(node, "<any>") || is_text(node, "*");
}

std::string shown(Node node) {
    std::string json;
    return write_canonical(json, node) ? json : "an object that names a member twice";
}

Mismatch differs(const std::string& at, Node expected, Node actual) {
    return (at.empty() ? "at the top" : at) + ": expected " + shown(expected) + ", came " +
           shown(actual);
}

std::vector<Node> elements_of(Node list) {
    std::vector<Node> elements;
    for (Node node = list.first(); !(node == list.end()); node = node.next()) {
        elements.push_back(node);
    }
    return elements;
}

std::optional<Node> member_of(Node object, std::string_view name) {
    for (const Node node : elements_of(object)) {
        if (node.name() == name) return node;
    }
    return std::nullopt;
}

class Matcher {
public:
    explicit Matcher(Captured& captured) : captured_(captured) {}

    Mismatch compare(const std::string& at, Node expected, Node actual) {
        if (is_wildcard(expected)) return std::nullopt;
        switch (expected.kind()) {
            case Kind::text:
                return compare_text(at, expected, actual);
            case Kind::list:
                return compare_lists(at, expected, actual);
            case Kind::object:
                return compare_objects(at, expected, actual);
            case Kind::null:
            case Kind::boolean:
            case Kind::integer:
            case Kind::number:
                break;
        }
        if (shown(expected) == shown(actual)) return std::nullopt;
        return differs(at, expected, actual);
    }

private:
    Mismatch compare_text(const std::string& at, Node expected, Node actual) {
        const std::string_view text = expected.text();
        const auto name = name_left_in(text);
        if (!name) {
            if (actual.kind() == Kind::text && actual.text() == text) return std::nullopt;
            return differs(at, expected, actual);
        }
        if (text.size() == name->size() + 1) {
            const std::string* before = captured_.find(*name);  // Twice in one expectation.
            if (before != nullptr && *before != shown(actual)) return differs(at, expected, actual);
            captured_.set(*name, shown(actual));
            return std::nullopt;
        }
        return capture_part(at, expected, actual);
    }

    // "https://desk.example/link#$token"
    Mismatch capture_part(const std::string& at, Node expected, Node actual) {
        const std::string_view text = expected.text();
        const std::string name = *name_left_in(text);
        const std::size_t dollar = text.find("$" + name);
        const std::string_view before = text.substr(0, dollar);
        const std::string_view after = text.substr(dollar + 1 + name.size());
        const std::string_view whole =
            actual.kind() == Kind::text ? actual.text() : std::string_view{};
        const bool fits = whole.size() >= before.size() + after.size() &&
                          whole.starts_with(before) && whole.ends_with(after);
        if (!fits) return differs(at, expected, actual);
        captured_.set_text(
            name, whole.substr(before.size(), whole.size() - before.size() - after.size()));
        return std::nullopt;
    }

    Mismatch compare_lists(const std::string& at, Node expected, Node actual) {
        if (actual.kind() != Kind::list) return differs(at, expected, actual);
        auto wanted = elements_of(expected);
        const auto there = elements_of(actual);
        const bool open = !wanted.empty() && is_text(wanted.back(), and_more);
        if (open) wanted.pop_back();
        if (open ? there.size() < wanted.size() : there.size() != wanted.size()) {
            return at + ": expected " + std::to_string(wanted.size()) + " elements" +
                   (open ? " or more" : "") + ", came " + std::to_string(there.size()) + ": " +
                   shown(actual);
        }
        for (std::size_t i = 0; i < wanted.size(); ++i) {
            const auto found = compare(at + "/" + std::to_string(i), wanted[i], there[i]);
            if (found) return found;
        }
        return std::nullopt;
    }

    Mismatch compare_objects(const std::string& at, Node expected, Node actual) {
        if (actual.kind() != Kind::object) return differs(at, expected, actual);
        for (const Node wanted : elements_of(expected)) {
            const std::string place = at + "/" + std::string(wanted.name());
            const auto there = member_of(actual, wanted.name());
            if (is_text(wanted, absent)) {
                if (there) return place + ": expected nothing, came " + shown(*there);
                continue;
            }
            if (!there) return place + ": expected " + shown(wanted) + ", came nothing";
            if (const auto found = compare(place, wanted, *there)) return found;
        }
        return std::nullopt;
    }

    Captured& captured_;
};

// The length of the JSON text that `json` begins with, both quotes included.
std::size_t end_of_text(std::string_view json) {
    std::size_t i = 1;
    while (i < json.size() && json[i] != '"') i += json[i] == '\\' ? 2 : 1;
    return std::min(std::max<std::size_t>(i + 1, 2), json.size());
}

std::string quoted(const std::string& inside) {
    return "\"" + inside + "\"";
}

// `find` gives what stands for a name, or nothing, which leaves the name where it is.
template <class Find>
std::string replace_names(std::string_view text, Find find) {
    std::string out;
    while (!text.empty()) {
        const std::size_t length = length_of_name(text);
        const std::size_t taken = std::max<std::size_t>(length, 1);
        auto value = length > 0 ? find(text.substr(1, length - 1)) : std::optional<std::string>{};
        out += value ? *value : std::string(text.substr(0, taken));
        text.remove_prefix(taken);
    }
    return out;
}

std::string inside_json_text(std::string_view text) {
    std::string json;
    write_json_text(json, text);
    return json.substr(1, json.size() - 2);
}

}  // namespace

void Captured::set_text(std::string_view name, std::string_view text) {
    std::string json;
    write_json_text(json, text);
    set(name, std::move(json));
}

const std::string* Captured::find(std::string_view name) const {
    const auto found = values_.find(name);
    return found == values_.end() ? nullptr : &found->second;
}

std::optional<std::string> Captured::find_plain(std::string_view name) const {
    const std::string* json = find(name);
    if (json == nullptr) return std::nullopt;
    const auto tree = JsonTree::parse(*json);
    if (tree && tree->root().kind() == Kind::text) return std::string(tree->root().text());
    return *json;
}

std::size_t length_of_name(std::string_view text) {
    if (text.size() < 2 || text[0] != '$' || !is_letter(text[1])) return 0;
    std::size_t end = 2;
    while (end < text.size() && is_name_part(text[end])) ++end;
    return end;
}

std::string with_plain_values(std::string_view text,
                              const Captured& captured,
                              std::string (*encode)(std::string_view)) {
    return replace_names(text, [&](std::string_view name) -> std::optional<std::string> {
        const auto value = captured.find_plain(name);
        if (!value) return std::nullopt;
        return encode(*value);
    });
}

std::string with_values(std::string_view json, const Captured& captured) {
    const auto whole_value = [&](std::string_view name) -> std::optional<std::string> {
        const std::string* value = captured.find(name);
        if (value == nullptr) return std::nullopt;
        return *value;
    };
    std::string out;
    while (!json.empty()) {
        if (json[0] != '"') {
            const std::size_t end = std::min(json.find('"'), json.size());
            out += replace_names(json.substr(0, end), whole_value);
            json.remove_prefix(end);
            continue;
        }
        const std::size_t end = end_of_text(json);
        const std::string_view inside = json.substr(1, std::max<std::size_t>(end, 2) - 2);
        const bool is_name = !inside.empty() && length_of_name(inside) == inside.size();
        const auto value = is_name ? whole_value(inside.substr(1)) : std::nullopt;
        out += value ? *value : quoted(with_plain_values(inside, captured, inside_json_text));
        json.remove_prefix(end);
    }
    return out;
}

std::optional<std::string> name_left_in(std::string_view text) {
    for (std::size_t i = 0; i < text.size(); ++i) {
        const std::size_t length = length_of_name(text.substr(i));
        if (length > 0) return std::string(text.substr(i + 1, length - 1));
    }
    return std::nullopt;
}

std::optional<std::string> mismatch(std::string_view expected,
                                    std::string_view actual,
                                    Captured& captured) {
    const auto wanted = JsonTree::parse(with_values(expected, captured));
    if (!wanted) return "what is expected is no JSON: " + std::string(expected);
    const auto came = JsonTree::parse(actual);
    if (!came) return "came no JSON: " + std::string(actual);
    return Matcher(captured).compare("", wanted->root(), came->root());
}

}  // namespace ogniwo
