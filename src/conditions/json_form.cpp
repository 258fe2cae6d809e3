#include "conditions/json_form.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

#include "base/json.hpp"
#include "base/json_tree.hpp"
#include "conditions/text_form.hpp"
#include "conditions/tokens.hpp"
#include "conditions/typing.hpp"

namespace ogniwo::conditions {
namespace {

using Node = JsonTree::Node;
using Kind = JsonTree::Kind;

Error pointed(Error error, const std::string& pointer) {
    error.fields.push_back({.pointer = pointer, .reason = error.reason.name, .shown = error.shown});
    return error;
}

template <class T>
Result<T> pointed(Result<T> result, const std::string& pointer) {
    if (!result) return pointed(std::move(result).error(), pointer);
    return result;
}

std::optional<Node> member(Node object, std::string_view name) {
    for (Node node = object.first(); !(node == object.end()); node = node.next()) {
        if (node.name() == name) return node;
    }
    return std::nullopt;
}

// Nothing else in the object, and nothing twice.
Outcome only(Node object, const std::vector<std::string>& known, const std::string& pointer) {
    std::vector<std::string> seen;
    for (Node node = object.first(); !(node == object.end()); node = node.next()) {
        const std::string name(node.name());
        if (std::ranges::count(known, name) == 0) {
            return pointed(unknown(unknown_key, name, known), pointer);
        }
        if (std::ranges::count(seen, name) > 0) {
            return pointed({.reason = malformed_json}, pointer + "/" + name);
        }
        seen.push_back(name);
    }
    return Nothing{};
}

Result<std::string> text_member(Node object, const std::string& name, const std::string& pointer) {
    const auto node = member(object, name);
    if (!node) return pointed({.reason = missing_key, .shown = {{"wanted", name}}}, pointer);
    if (node->kind() != Kind::text)
        return pointed({.reason = malformed_json}, pointer + "/" + name);
    return std::string(node->text());
}

Result<Literal> literal(const Field& field, Node node) {
    switch (node.kind()) {
        case Kind::boolean:
            return Literal{node.boolean()};
        case Kind::number:
            return Literal{node.number()};
        case Kind::integer:
            break;
        case Kind::text: {
            const bool time = field.type == FieldType::date || field.type == FieldType::instant;
            if (!time) return Literal{std::string(node.text())};
            TRY(Moment moment, parse_moment(node.text()));
            return Literal{std::move(moment)};
        }
        default:
            return malformed_json;
    }
    const std::int64_t number = node.integer();
    if (field.type != FieldType::duration) return Literal{number};
    // Checked before it becomes minutes, whose type may be narrower.
    if (std::clamp(number, -most_duration, most_duration) != number) return out_of_range;
    return Literal{Minutes{number}};
}

// The recursion is bounded by JsonTree, which takes 64 levels.
class JsonReader {
public:
    explicit JsonReader(const Schema& schema) : schema_(schema) {}

    Result<Condition> root(Node node) {
        if (node.kind() == Kind::object) {
            const auto all = member(node, "all");
            const bool nothing = all && all->kind() == Kind::list && all->first() == all->end();
            if (nothing && all->next() == node.end() && all == node.first()) return Condition{};
        }
        TRY(Condition condition, read(node, ""));
        TRY_DO(pointed(Budget::check_printed(condition), ""));
        return condition;
    }

private:
    Result<Condition> read(Node node, const std::string& pointer) {
        if (node.kind() != Kind::object) return pointed({.reason = malformed_json}, pointer);
        if (const auto all = member(node, "all")) {
            TRY_DO(only(node, {"all"}, pointer));
            return group(*all, pointer + "/all", all_of);
        }
        if (const auto any = member(node, "any")) {
            TRY_DO(only(node, {"any"}, pointer));
            return group(*any, pointer + "/any", any_of);
        }
        if (const auto part = member(node, "not")) {
            TRY_DO(only(node, {"not"}, pointer));
            TRY(Condition inside, read(*part, pointer + "/not"));
            return limited(negation(std::move(inside)), pointer + "/not");
        }
        return member(node, "search") ? search(node, pointer) : test(node, pointer);
    }

    Result<Condition> group(Node list,
                            const std::string& pointer,
                            Condition (*join)(std::vector<Condition>)) {
        if (list.kind() != Kind::list) return pointed({.reason = malformed_json}, pointer);
        std::vector<Condition> parts;
        for (Node node = list.first(); !(node == list.end()); node = node.next()) {
            TRY(Condition part, read(node, pointer + "/" + std::to_string(parts.size())));
            parts.push_back(std::move(part));
        }
        if (parts.empty()) return pointed({.reason = empty_group}, pointer);
        return limited(join(std::move(parts)), pointer);
    }

    Result<Condition> limited(Condition condition, const std::string& pointer) {
        TRY_DO(pointed(budget_.spend(1), pointer));
        TRY_DO(pointed(Budget::check_depth(condition), pointer));
        return condition;
    }

    Result<Condition> search(Node node, const std::string& pointer) {
        TRY_DO(only(node, {"search"}, pointer));
        TRY(std::string text, text_member(node, "search", pointer));
        const std::string here = pointer + "/search";
        TRY_DO(pointed(budget_.spend(1), here));
        TRY_DO(pointed(check_text(text), here));
        if (!schema_.has_searchable()) return pointed({.reason = not_searchable}, here);
        return Condition{Search{std::move(text)}};
    }

    Result<Condition> test(Node node, const std::string& pointer) {
        TRY_DO(only(node, {"field", "op", "values"}, pointer));
        TRY(const std::string name, text_member(node, "field", pointer));
        const auto index = schema_.find(name);
        if (!index) {
            return pointed(unknown(unknown_field, name, schema_.field_names()), pointer + "/field");
        }
        const Field& field = schema_.at(*index);
        TRY(const std::string sign, text_member(node, "op", pointer));
        const auto op = enum_value<Operator>(sign);
        if (!op) return pointed(unknown(unknown_operator, sign, operator_names()), pointer + "/op");
        TRY_DO(pointed(check_operator(field, *op), pointer + "/op"));
        const std::string here = pointer + "/values";
        TRY(std::vector<Literal> values, values_of(node, field, here));
        TRY(Condition condition, pointed(test_on(field, *op, std::move(values)), here));
        const bool negated = std::holds_alternative<Group>(condition.node);
        TRY_DO(pointed(budget_.spend(negated ? 2 : 1), pointer));
        return condition;
    }

    static Result<std::vector<Literal>> values_of(Node test,
                                                  const Field& field,
                                                  const std::string& pointer) {
        std::vector<Literal> values;
        const auto list = member(test, "values");
        if (!list) return values;
        if (list->kind() != Kind::list) return pointed({.reason = malformed_json}, pointer);
        for (Node node = list->first(); !(node == list->end()); node = node.next()) {
            const std::string here = pointer + "/" + std::to_string(values.size());
            TRY_DO(pointed(Budget::check_items(values.size() + 1), here));
            TRY(Literal read, pointed(literal(field, node), here));
            TRY(Literal value, pointed(fitted(field, std::move(read)), here));
            values.push_back(std::move(value));
        }
        return values;
    }

    const Schema& schema_;
    Budget budget_;
};

void write(std::string& out, bool value) {
    out += value ? "true" : "false";
}
void write(std::string& out, std::int64_t value) {
    out += std::to_string(value);
}
void write(std::string& out, Minutes value) {
    out += std::to_string(value.count());
}
void write(std::string& out, const std::string& text) {
    write_json_text(out, text);
}
void write(std::string& out, const Word& word) {
    write_json_text(out, word.name);
}
void write(std::string& out, const Moment& moment) {
    write_json_text(out, print(moment));
}
void write(std::string& out, double value) {
    // Six decimals at most, and below 1e9: the shortest form never needs an exponent.
    std::array<char, 32> text{};
    const auto end = std::to_chars(text.begin(), text.end(), value, std::chars_format::fixed).ptr;
    out.append(text.begin(), end);
}

void write(std::string& out, const Condition& condition);

// The items in brackets with commas between them.
template <class T, class Write>
void write_list(std::string& out, const std::vector<T>& items, Write write_item) {
    out += '[';
    for (const T& item : items) {
        if (&item != &items.front()) out += ',';
        write_item(item);
    }
    out += ']';
}

void write(std::string& out, const Search& search) {
    out += R"({"search":)";
    write_json_text(out, search.text);
    out += '}';
}

void write(std::string& out, const Test& test) {
    out += R"({"field":)";
    write_json_text(out, test.field);
    out += R"(,"op":)";
    write_json_text(out, enum_name(test.op));
    out += R"(,"values":)";
    write_list(out, test.values, [&](const Literal& literal) {
        std::visit([&](const auto& value) { write(out, value); }, literal);
    });
    out += '}';
}

void write(std::string& out, const Group& group) {
    if (group.kind == Group::Kind::negation) {
        out += R"({"not":)";
        write(out, group.parts.front());
    } else {
        out += group.kind == Group::Kind::all ? R"({"all":)" : R"({"any":)";
        write_list(out, group.parts, [&](const Condition& part) { write(out, part); });
    }
    out += '}';
}

void write(std::string& out, const Condition& condition) {
    std::visit([&](const auto& node) { write(out, node); }, condition.node);
}

}  // namespace

Result<Condition> from_json(std::string_view json, const Schema& schema) {
    if (json.size() > most_json_bytes) {
        return pointed({.reason = too_large, .shown = {{"most", std::to_string(most_json_bytes)}}},
                       "");
    }
    const auto tree = JsonTree::parse(json);
    if (!tree) return pointed({.reason = malformed_json}, "");
    return JsonReader(schema).root(tree->root());
}

std::string to_json(const Condition& condition) {
    std::string out;
    write(out, condition);
    return out;
}

}  // namespace ogniwo::conditions
