#include "base/json.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstring>

#include "base/check.hpp"
#include "base/json_tree.hpp"
#include "base/limits.hpp"
#include "base/text.hpp"

namespace ogniwo {
namespace {

using Kind = Type::Kind;
using Node = JsonTree::Node;

// What holds where a description sets no limit of its own.
constexpr std::int64_t integer_most = (std::int64_t{1} << 53) - 1;  // Exact in JavaScript.
constexpr std::int64_t minutes_most = 100LL * 366 * 24 * 60;        // A hundred years.
constexpr std::size_t errors_most = 100;

std::byte* member(void* object, const Field& field) {
    return static_cast<std::byte*>(object) + field.offset;
}

bool contains(const Filled& names, std::string_view name) {
    return std::ranges::find(names, name) != names.end();
}

std::string joined(const std::vector<std::string_view>& names) {
    std::string text;
    for (const auto name : names) {
        if (!text.empty()) text += ", ";
        text += name;
    }
    return text;
}

std::string_view expected_name(const Type& type) {
    switch (type.kind) {
        case Kind::boolean:
            return "boolean";
        case Kind::integer:
            return "integer";
        case Kind::number:
            return "number";
        case Kind::text:
            return "text";
        case Kind::id:
            return "id";
        case Kind::time:
            return "time";
        case Kind::date:
            return "date";
        case Kind::minutes:
            return "minutes";
        case Kind::enumeration:
            return "name";
        case Kind::list:
            return "list";
        case Kind::optional:
            return expected_name(*type.element);
        case Kind::record:
            return "object";
        case Kind::json:
            return "json";
    }
    return "";
}

struct Limits {
    std::int64_t least;
    std::int64_t most;
};

// `field` is the one whose limits hold; nullptr inside a list, whose limits are about its length.
Limits limits_of(const Type& type, const Field* field) {
    if (field != nullptr && field->bounded) return {field->least, field->most};
    switch (type.kind) {
        case Kind::id:
            return {1, integer_most};
        case Kind::minutes:
            return {-minutes_most, minutes_most};
        case Kind::text:
            if (field != nullptr && field->multiline) return {0, limits::note_bytes};
            return {0, limits::line_length};
        case Kind::list:
            return {0, limits::json_list};
        default:
            return {-integer_most, integer_most};
    }
}

// Puts values into places, whatever text they came from, and notes what is wrong with them.
class Filler {
public:
    std::vector<FieldError> errors{};
    std::string pointer{};  // To where we are.

    void note(std::string_view reason, Params shown = {}) {
        if (errors.size() < errors_most) errors.push_back({pointer, reason, std::move(shown)});
    }

    void wrong_type(const Type& type) {
        note("wrong_type", {{"expected", std::string(expected_name(type))}});
    }

    void out_of_range(const Limits& limits) {
        note("out_of_range",
             {{"least", std::to_string(limits.least)}, {"most", std::to_string(limits.most)}});
    }

    void set_integer(const Type& type, const Field* field, std::int64_t value, void* place) {
        const Limits limits = limits_of(type, field);
        if (value < limits.least || value > limits.most) return out_of_range(limits);
        type.set_number(place, value);
        // A narrower integer type than the limits promise would have cut the value.
        if (type.get_number(place) != value) out_of_range(limits);
    }

    void set_double(const Field* field, double value, void* place) {
        const bool bounded = field != nullptr && field->bounded;
        if (bounded && (value < double(field->least) || value > double(field->most))) {
            return out_of_range({field->least, field->most});
        }
        std::memcpy(place, &value, sizeof value);
    }

    void set_text(const Type& type, const Field* field, std::string_view value, void* place) {
        const bool clean =
            field != nullptr && field->multiline ? is_clean_text(value) : is_clean_line(value);
        if (!clean) return note("control_characters");
        if (has_right_length(type, field, code_points(value))) {
            static_cast<std::string*>(place)->assign(value);
        }
    }

    bool has_right_length(const Type& type, const Field* field, std::size_t size) {
        const Limits limits = limits_of(type, field);
        if (static_cast<std::int64_t>(size) < limits.least) {
            note("too_short", {{"least", std::to_string(limits.least)}});
            return false;
        }
        if (static_cast<std::int64_t>(size) > limits.most) {
            note("too_long", {{"most", std::to_string(limits.most)}});
            return false;
        }
        return true;
    }

    // Kinds whose value is a text: names of enumerators, instants, dates.
    void set_named(const Type& type, std::string_view value, void* place) {
        if (type.kind == Kind::enumeration) {
            const auto found = std::ranges::find(type.names, value);
            if (found == type.names.end()) {
                return note("not_one_of", {{"allowed", joined(type.names)}});
            }
            type.set_number(place, found - type.names.begin());
        } else if (type.kind == Kind::time) {
            const auto time = parse_time(value);
            if (!time) return wrong_type(type);
            type.set_number(place, to_micros(*time));
        } else {
            const auto date = parse_date(value);
            if (!date) return wrong_type(type);
            type.set_number(place, std::chrono::sys_days{*date}.time_since_epoch().count());
        }
    }

    Outcome outcome() && {
        if (errors.empty()) return Nothing{};
        return Error{.reason = invalid_fields, .fields = std::move(errors)};
    }
};

class Reader {
public:
    explicit Reader(Filler& filler) : filler_(filler) {}

    void read(Node node, const Type& type, const Field* field, void* place) {
        switch (type.kind) {
            case Kind::optional:
                return read_optional(node, type, field, place);
            case Kind::list:
                return read_list(node, type, field, place);
            case Kind::record:
                return read_record(node, type, place, {}, Nulls::leave_out);
            case Kind::json:
                return read_json_value(node, field, place);
            case Kind::boolean:
                if (node.kind() != JsonTree::Kind::boolean) break;
                return type.set_number(place, node.boolean() ? 1 : 0);
            case Kind::number:
                if (!is_number(node)) break;
                return filler_.set_double(field, node.number(), place);
            case Kind::integer:
            case Kind::id:
            case Kind::minutes:
                return read_integer(node, type, field, place);
            case Kind::text:
                if (node.kind() != JsonTree::Kind::text) break;
                return filler_.set_text(type, field, node.text(), place);
            case Kind::time:
            case Kind::date:
            case Kind::enumeration:
                if (node.kind() != JsonTree::Kind::text) break;
                return filler_.set_named(type, node.text(), place);
        }
        filler_.wrong_type(type);
    }

    void read_record(Node node, const Type& type, void* record, const Filled& filled, Nulls nulls) {
        if (node.kind() != JsonTree::Kind::object) return filler_.wrong_type(type);
        std::vector<bool> seen(type.fields.size());
        std::size_t guess = 0;  // Most writers keep the order of the description.
        for (Node child = node.first(); child != node.end(); child = child.next()) {
            const At at(filler_.pointer, child.name());
            const std::size_t index = index_of(type, child.name(), guess);
            guess = index + 1;
            if (index == type.fields.size()) {
                filler_.note("unknown_field");
            } else if (contains(filled, child.name())) {
                filler_.note("already_given");
            } else if (seen[index]) {
                filler_.note("doubled_field");
            } else {
                seen[index] = true;
                const Field& field = type.fields[index];
                if (nulls == Nulls::clear && is_null(child) && !can_be_cleared(*field.type)) {
                    filler_.wrong_type(*field.type);
                    continue;
                }
                read(child, *field.type, &field, member(record, field));
            }
        }
        note_required(type, seen, filled);
    }

private:
    // One step of the JSON pointer (RFC 6901), taken back at the end of the scope.
    class At {
    public:
        At(std::string& pointer, std::string_view step) : pointer_(pointer), size_(pointer.size()) {
            add_pointer_step(pointer_, step);
        }
        ~At() { pointer_.resize(size_); }
        At(const At&) = delete;
        At& operator=(const At&) = delete;

    private:
        std::string& pointer_;
        std::size_t size_;
    };

    static bool is_null(Node node) { return node.kind() == JsonTree::Kind::null; }

    static bool can_be_cleared(const Type& type) {
        return type.kind == Kind::optional && type.element->kind == Kind::optional;
    }

    static bool is_number(Node node) {
        return node.kind() == JsonTree::Kind::integer || node.kind() == JsonTree::Kind::number;
    }

    static std::size_t index_of(const Type& type, std::string_view name, std::size_t guess) {
        if (guess < type.fields.size() && type.fields[guess].name == name) return guess;
        const auto found = std::ranges::find(type.fields, name, &Field::name);
        return static_cast<std::size_t>(found - type.fields.begin());
    }

    void note_required(const Type& type, const std::vector<bool>& seen, const Filled& filled) {
        for (std::size_t i = 0; i < type.fields.size(); ++i) {
            const Field& field = type.fields[i];
            if (seen[i] || !field.required || contains(filled, field.name)) continue;
            const At at(filler_.pointer, field.name);
            filler_.note("required");
        }
    }

    // An optional inside an optional tells "null" from "missing": only the outer one is engaged.
    void read_optional(Node node, const Type& type, const Field* field, void* place) {
        type.clear(place);
        if (is_null(node) && type.element->kind != Kind::optional) return;
        read(node, *type.element, field, type.append(place));
    }

    void read_list(Node node, const Type& type, const Field* field, void* place) {
        if (node.kind() != JsonTree::Kind::list) return filler_.wrong_type(type);
        type.clear(place);
        std::size_t size = 0;
        for (Node item = node.first(); item != node.end(); item = item.next()) ++size;
        if (!filler_.has_right_length(type, field, size)) return;
        std::size_t index = 0;
        for (Node item = node.first(); item != node.end(); item = item.next(), ++index) {
            const At at(filler_.pointer, std::to_string(index));
            read(item, *type.element, nullptr, type.append(place));
        }
    }

    // 3.0 is an integer to JSON Schema, and to the languages that have no other numbers.
    void read_integer(Node node, const Type& type, const Field* field, void* place) {
        if (!is_number(node)) return filler_.wrong_type(type);
        if (node.kind() == JsonTree::Kind::integer) {
            return filler_.set_integer(type, field, node.integer(), place);
        }
        const double value = node.number();
        if (value != std::floor(value)) return filler_.wrong_type(type);
        if (std::abs(value) > double(integer_most)) {
            return filler_.out_of_range(limits_of(type, field));
        }
        filler_.set_integer(type, field, static_cast<std::int64_t>(value), place);
    }

    void read_json_value(Node node, const Field* field, void* place) {
        std::string text;
        if (!write_canonical(text, node)) return filler_.note("doubled_field");
        if (field != nullptr && field->bounded &&
            static_cast<std::int64_t>(text.size()) > field->most) {
            return filler_.note("too_long", {{"most", std::to_string(field->most)}});
        }
        static_cast<RawJson*>(place)->text = std::move(text);
    }

    Filler& filler_;
};

template <class T>
std::optional<T> whole_number(std::string_view text) {
    T value{};
    const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
    const bool whole = read.ec == std::errc{} && read.ptr == text.data() + text.size();
    return whole ? std::optional(value) : std::nullopt;
}

void fill_from_text(Filler& filler, std::string_view text, const Field& field, void* place) {
    const Type* type = field.type;
    const Field* rules = &field;
    while (type->kind == Kind::optional) {
        // A list that has begun is gone on with.
        const bool begun = type->element->kind == Kind::list && type->size(place) == 1;
        place = begun ? const_cast<void*>(type->item(place, 0)) : type->append(place);
        type = type->element;
    }
    if (type->kind == Kind::list) {
        if (!filler.has_right_length(*type, rules, type->size(place) + 1)) return;
        place = type->append(place);
        type = type->element;
        rules = nullptr;
    }
    switch (type->kind) {
        case Kind::boolean:
            if (text != "true" && text != "false") return filler.wrong_type(*type);
            return type->set_number(place, text == "true" ? 1 : 0);
        case Kind::integer:
        case Kind::id:
        case Kind::minutes: {
            const auto value = whole_number<std::int64_t>(text);
            if (!value) return filler.wrong_type(*type);
            return filler.set_integer(*type, rules, *value, place);
        }
        case Kind::number: {
            const auto value = whole_number<double>(text);
            if (!value || !std::isfinite(*value)) return filler.wrong_type(*type);
            return filler.set_double(rules, *value, place);
        }
        case Kind::text:
            return filler.set_text(*type, rules, text, place);
        case Kind::time:
        case Kind::date:
        case Kind::enumeration:
            return filler.set_named(*type, text, place);
        case Kind::list:
        case Kind::optional:
        case Kind::record:
        case Kind::json:
            bug(__FILE__, __LINE__, "no plain text for " + std::string(field.name));
    }
}

}  // namespace

void add_pointer_step(std::string& pointer, std::string_view step) {
    pointer += '/';
    for (const char c : step) {
        if (c == '~') {
            pointer += "~0";
        } else if (c == '/') {
            pointer += "~1";
        } else {
            pointer += c;
        }
    }
}

Outcome read_json(
    std::string_view text, const Type& type, void* object, const Filled& filled, Nulls nulls) {
    TRY(const JsonTree tree, JsonTree::parse(text));
    Filler filler;
    Reader reader(filler);
    if (type.kind == Kind::record) {
        reader.read_record(tree.root(), type, object, filled, nulls);
    } else {
        reader.read(tree.root(), type, nullptr, object);
    }
    return std::move(filler).outcome();
}

Outcome read_text_field(std::string_view text, const Field& field, void* object) {
    Filler filler;
    filler.pointer = "/" + std::string(field.name);
    fill_from_text(filler, text, field, member(object, field));
    return std::move(filler).outcome();
}

Result<std::string> canonical_json(std::string_view text) {
    TRY(const JsonTree tree, JsonTree::parse(text));
    std::string out;
    out.reserve(text.size());
    if (!write_canonical(out, tree.root())) {
        return Error{.reason = unparsable, .detail = "a member is named twice"};
    }
    return out;
}

}  // namespace ogniwo
