#include "operations/operations.hpp"

#include <algorithm>

#include "base/check.hpp"

namespace ogniwo {
namespace {

// A mistake in the table itself: the server must not start with it.
[[noreturn]] void mistake(const Operation& operation, const std::string& what) {
    bug(__FILE__, __LINE__, "operation " + operation.name + ": " + what);
}

bool is_small(char c) {
    return c >= 'a' && c <= 'z';
}
bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

// "people.create_customer"
bool is_operation_name(std::string_view name) {
    const auto dot = name.find('.');
    if (dot == std::string_view::npos || dot == 0 || dot + 1 == name.size()) return false;
    if (name.find('.', dot + 1) != std::string_view::npos) return false;
    return std::ranges::all_of(
        name, [](char c) { return is_small(c) || is_digit(c) || c == '_' || c == '.'; });
}

bool is_path_word(std::string_view word) {
    return !word.empty() && std::ranges::all_of(word, [](char c) {
        return is_small(c) || is_digit(c) || c == '-' || c == '_' || c == '.';
    });
}

bool is_path_field(std::string_view segment) {
    return segment.size() > 2 && segment.front() == '{' && segment.back() == '}';
}

std::string_view field_name(std::string_view segment) {
    return segment.substr(1, segment.size() - 2);
}

// "/customers/{customer}" -> "customers", "{customer}"
std::vector<std::string_view> segments_of(std::string_view path) {
    std::vector<std::string_view> segments;
    while (path.starts_with('/')) {
        path.remove_prefix(1);
        const auto end = std::min(path.find('/'), path.size());
        segments.push_back(path.substr(0, end));
        path.remove_prefix(end);
    }
    return segments;
}

const Type& within_optionals(const Type& type) {
    const Type* inner = &type;
    while (inner->kind == Type::Kind::optional) inner = inner->element;
    return *inner;
}

bool is_scalar(const Type& type) {
    using Kind = Type::Kind;
    return type.kind != Kind::list && type.kind != Kind::record && type.kind != Kind::json;
}

bool fits_query(const Type& type) {
    const Type& inner = within_optionals(type);
    return is_scalar(inner) || (inner.kind == Type::Kind::list && is_scalar(*inner.element) &&
                                inner.element->kind != Type::Kind::optional);
}

void check_shape(const Operation& operation) {
    if (!is_operation_name(operation.name)) mistake(operation, "is not named slice.verb_noun");
    if (operation.right.name.empty()) mistake(operation, "guards itself with no right");
    if (operation.in->kind != Type::Kind::record) mistake(operation, "takes no record");
    if (operation.out->kind != Type::Kind::record) mistake(operation, "answers no record");
    if (operation.needs_version() && operation.in_field("version") == nullptr) {
        mistake(operation, "changes a row, but its wish has no field version");
    }
}

// Fills path_fields and checks that the path and the wish fit together.
void check_path(Operation& operation) {
    const auto segments = segments_of(operation.path);
    if (segments.empty()) mistake(operation, "has no path that begins with a slash");
    for (const auto segment : segments) {
        if (!is_path_field(segment)) {
            if (!is_path_word(segment)) mistake(operation, "has an odd path " + operation.path);
            continue;
        }
        const std::string name(field_name(segment));
        const Field* field = operation.in_field(name);
        if (field == nullptr) mistake(operation, "lacks the field {" + name + "} of its path");
        if (!is_scalar(*field->type) || field->type->kind == Type::Kind::optional) {
            mistake(operation, "cannot take {" + name + "} from its path");
        }
        if (std::ranges::find(operation.path_fields, name) != operation.path_fields.end()) {
            mistake(operation, "names {" + name + "} twice in its path");
        }
        operation.path_fields.push_back(name);
    }
}

void check_sample(const Operation& operation) {
    const auto in = operation.make_in();
    const Outcome read = read_json(operation.sample, *operation.in, in.get());
    if (read) return;
    std::string what = "has a sample that it would refuse itself:";
    for (const FieldError& field : read.error().fields) {
        what += " " + field.pointer + " " + std::string(field.reason);
    }
    mistake(operation, what);
}

void check_query(const Operation& operation) {
    if (!operation.asks_by_query()) return;
    for (const Field& field : operation.in->fields) {
        if (!fits_query(*field.type)) {
            mistake(operation, "cannot take " + std::string(field.name) + " from a query string");
        }
    }
}

}  // namespace

Filled Operation::filled() const {
    Filled names(path_fields.begin(), path_fields.end());
    if (needs_version()) names.push_back("version");
    return names;
}

const Field* Operation::find_field(const Type& record, std::string_view name) {
    const auto found = std::ranges::find(record.fields, name, &Field::name);
    return found == record.fields.end() ? nullptr : &*found;
}

bool holds_secret(const Type& type) {
    if (type.element != nullptr) return holds_secret(*type.element);
    return std::ranges::any_of(
        type.fields, [](const Field& field) { return field.secret || holds_secret(*field.type); });
}

int success_status(const Operation& operation) {
    if (!operation.answers()) return 204;
    return operation.creates ? 201 : 200;
}

Operation& Operations::add(Operation draft) {
    check_shape(draft);
    check_path(draft);
    check_query(draft);
    if (by_name_.contains(draft.name)) mistake(draft, "is there already");
    const Operation& operation = *all_.emplace_back(std::make_unique<Operation>(std::move(draft)));
    by_name_[operation.name] = &operation;
    add_path(operation);
    add_types(*operation.in);
    add_types(*operation.out);
    return *all_.back();
}

void Operations::add_path(const Operation& operation) {
    Step* step = &root_;
    for (const auto segment : segments_of(operation.path)) {
        auto& next = is_path_field(segment) ? step->field : step->words[std::string(segment)];
        if (!next) next = std::make_unique<Step>();
        step = next.get();
    }
    const Operation*& place = step->operations[static_cast<std::size_t>(operation.method)];
    if (place != nullptr) mistake(operation, "has the method and path of " + place->name);
    place = &operation;
}

// Types are told apart by their address: type_of<T>() is one object per type.
void Operations::add_types(const Type& type) {
    if (type.element != nullptr) return add_types(*type.element);
    if (type.name.empty()) return;
    const auto [known, added] = types_.emplace(type.name, &type);
    if (!added) {
        if (known->second == &type) return;
        bug(__FILE__, __LINE__, "two types are named " + std::string(type.name));
    }
    for (const Field& field : type.fields) add_types(*field.type);
}

std::string_view Operations::about_slice(std::string_view name) const {
    const auto found = slices_.find(name);
    return found == slices_.end() ? std::string_view{} : std::string_view(found->second);
}

const Operation* Operations::find(std::string_view name) const {
    const auto found = by_name_.find(name);
    return found == by_name_.end() ? nullptr : found->second;
}

void Operations::check() const {
    for (const auto& operation : all_) {
        if (operation->about.empty()) mistake(*operation, "says nothing about itself");
        if (operation->session == SessionEffect::starts &&
            Operation::find_field(*operation->out, "token") == nullptr) {
            mistake(*operation, "starts a session, but its answer has no token");
        }
        if (operation->before && !operation->writes()) {
            mistake(*operation, "prepares for a transaction, but only reads");
        }
        check_sample(*operation);
    }
}

// Walks down the steps, words first; a {field} where no word leads to the method asked for.
struct Operations::Search {
    const std::vector<std::string>& segments;
    std::optional<Method> method;  // Without one nothing is found, but all who answer are listed.
    std::vector<std::string_view> values{};  // Of the {fields} passed so far.
    std::vector<Method> allowed{};

    const Operation* from(const Step& step, std::size_t depth) {
        if (depth == segments.size()) return at(step);
        const std::string& segment = segments[depth];
        if (const auto word = step.words.find(segment); word != step.words.end()) {
            if (const Operation* found = from(*word->second, depth + 1)) return found;
        }
        if (!step.field || segment.empty()) return nullptr;
        values.push_back(segment);
        const Operation* found = from(*step.field, depth + 1);
        if (found == nullptr) values.pop_back();
        return found;
    }

    const Operation* at(const Step& step) {
        if (method) {
            const Operation* asked = step.operations[static_cast<std::size_t>(*method)];
            if (asked != nullptr) return asked;
        }
        for (std::size_t i = 0; i < step.operations.size(); ++i) {
            const auto known = static_cast<Method>(i);
            const bool listed = std::ranges::find(allowed, known) != allowed.end();
            if (step.operations[i] != nullptr && !listed) allowed.push_back(known);
        }
        return nullptr;
    }
};

std::vector<Method> Operations::methods_at(const std::vector<std::string>& segments) const {
    Search search{.segments = segments, .method = std::nullopt};
    (void)search.from(root_, 0);
    return std::move(search.allowed);
}

Operations::Match Operations::match(Method method, const std::vector<std::string>& segments) const {
    Search search{.segments = segments, .method = method};
    Match match{.operation = search.from(root_, 0)};
    if (match.operation == nullptr) return match;
    for (std::size_t i = 0; i < search.values.size(); ++i) {
        match.fields.emplace_back(match.operation->path_fields[i], search.values[i]);
    }
    return match;
}

}  // namespace ogniwo
