#pragma once

// What a type looks like, as data.
//
// Each type that crosses a border (wishes, answers, events) has one function
//
//     void describe(Fields& fields, BookWork& wish) {
//         fields("customer", wish.customer);
//         fields("note", wish.note).at_most(2'000);
//     }
//
// declared in its types.hpp and written beside its operations. It runs once and fills a run-time
// table; JSON, OpenAPI, TypeScript and the journal are plain functions over that table, so no
// template is instantiated per type and per format.
//
// Empty and missing: a field must be there unless its type is optional or it says may_be_missing,
// which then leaves the default. optional<optional<T>> tells "missing" from "null" (merge patch).

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "base/enum.hpp"
#include "base/id.hpp"
#include "base/result.hpp"
#include "base/time.hpp"

namespace ogniwo {

// JSON text that is passed through as it is. Always valid and canonical where we wrote it.
struct RawJson {
    std::string text = "null";
    friend bool operator==(const RawJson&, const RawJson&) = default;
};

struct Type;

struct Field {
    std::string_view name;
    const Type* type = nullptr;
    std::size_t offset = 0;
    bool required = true;
    bool secret = false;     // Never logged, never stored with an answer.
    bool multiline = false;  // Text may hold line breaks and tabs.
    std::int64_t least = 0;  // Text: code points. Lists: elements. Numbers: the value.
    std::int64_t most = 0;
    bool bounded = false;
    std::string_view about{};  // One sentence for openapi.json.
    std::string label{};       // `,"name":`, what is written before its value in JSON.
};

struct Type {
    enum class Kind {
        boolean,
        integer,
        number,
        text,
        id,
        time,
        date,
        minutes,
        enumeration,
        list,
        optional,
        record,
        json,
    };

    Kind kind;
    std::string_view name{};                // Records and enumerations: "BookWork".
    std::vector<Field> fields{};            // Records.
    std::vector<std::string_view> names{};  // Enumerations, in order.
    const Type* element = nullptr;          // Lists and optionals.

    // How to reach the value behind a pointer; only what the kind needs is set.
    std::int64_t (*get_number)(const void*) = nullptr;
    void (*set_number)(void*, std::int64_t) = nullptr;
    std::size_t (*size)(const void*) = nullptr;  // Lists: elements. Optionals: 0 or 1.
    const void* (*item)(const void*, std::size_t) = nullptr;
    void* (*append)(void*) = nullptr;  // Lists: a new last one. Optionals: engaged.
    void (*clear)(void*) = nullptr;
};

// Limits that a describe() function may add to a field.
class FieldRules {
public:
    explicit FieldRules(Field& field) : field_(field) {}

    FieldRules& at_most(std::int64_t most) {
        return within(field_.bounded ? field_.least : 0, most);
    }
    FieldRules& within(std::int64_t least, std::int64_t most) {
        field_.least = least;
        field_.most = most;
        field_.bounded = true;
        return *this;
    }
    FieldRules& multiline() {
        field_.multiline = true;
        return *this;
    }
    FieldRules& secret() {
        field_.secret = true;
        return *this;
    }
    FieldRules& may_be_missing() {
        field_.required = false;
        return *this;
    }
    FieldRules& about(std::string_view sentence) {
        field_.about = sentence;
        return *this;
    }

private:
    Field& field_;
};

template <class T>
const Type& type_of();

class Fields {
public:
    Fields(Type& type, const void* object) : type_(type), object_(object) {}

    template <class Member>
    FieldRules operator()(std::string_view name, const Member& member) {
        return add(name, type_of<Member>(), &member);
    }

private:
    FieldRules add(std::string_view name, const Type& type, const void* member);

    Type& type_;
    const void* object_;
};

namespace detail {

std::string_view short_type_name(std::string_view pretty_function);

template <class T>
std::string_view type_name() {
    return short_type_name(__PRETTY_FUNCTION__);
}

template <class T>
struct Describe {
    static Type make() {
        static_assert(std::is_class_v<T>, "this type cannot cross a border");
        Type type{.kind = Type::Kind::record, .name = type_name<T>()};
        T object{};
        Fields fields(type, &object);
        describe(fields, object);
        return type;
    }
};

template <class T, class Get, class Set>
Type number(Type::Kind kind, Get, Set) {
    return Type{
        .kind = kind,
        .get_number = [](const void* p) { return Get{}(*static_cast<const T*>(p)); },
        .set_number = [](void* p, std::int64_t v) { Set{}(*static_cast<T*>(p), v); },
    };
}

template <>
struct Describe<bool> {
    static Type make() {
        return number<bool>(
            Type::Kind::boolean,
            [](bool v) { return std::int64_t{v}; },
            [](bool& v, std::int64_t n) { v = n != 0; });
    }
};
template <class T>
requires(std::is_integral_v<T> && !std::is_same_v<T, bool>) struct Describe<T> {
    static Type make() {
        return number<T>(
            Type::Kind::integer,
            [](T v) { return static_cast<std::int64_t>(v); },
            [](T& v, std::int64_t n) { v = static_cast<T>(n); });
    }
};
template <>
struct Describe<double> {
    static Type make() { return Type{.kind = Type::Kind::number}; }
};
template <>
struct Describe<std::string> {
    static Type make() { return Type{.kind = Type::Kind::text}; }
};
template <>
struct Describe<RawJson> {
    static Type make() { return Type{.kind = Type::Kind::json}; }
};
template <class Tag>
struct Describe<Id<Tag>> {
    static Type make() {
        return number<Id<Tag>>(
            Type::Kind::id,
            [](Id<Tag> v) { return v.value; },
            [](Id<Tag>& v, std::int64_t n) { v.value = n; });
    }
};
template <>
struct Describe<Time> {
    static Type make() {
        return number<Time>(
            Type::Kind::time,
            [](Time v) { return to_micros(v); },
            [](Time& v, std::int64_t n) { v = from_micros(n); });
    }
};
template <>
struct Describe<Minutes> {
    static Type make() {
        return number<Minutes>(
            Type::Kind::minutes,
            [](Minutes v) { return std::int64_t{v.count()}; },
            [](Minutes& v, std::int64_t n) { v = Minutes{n}; });
    }
};
template <>
struct Describe<Date> {
    // As a number: days since 1970-01-01.
    static Type make() {
        return number<Date>(
            Type::Kind::date,
            [](Date v) {
                return std::int64_t{std::chrono::sys_days{v}.time_since_epoch().count()};
            },
            [](Date& v, std::int64_t n) { v = Date{std::chrono::sys_days{std::chrono::days{n}}}; });
    }
};
template <NamedEnum E>
struct Describe<E> {
    static Type make() {
        Type type = number<E>(
            Type::Kind::enumeration,
            [](E v) { return static_cast<std::int64_t>(v); },
            [](E& v, std::int64_t n) { v = static_cast<E>(n); });
        type.name = type_name<E>();
        for (const auto name : names(E{})) type.names.push_back(name);
        return type;
    }
};
template <class T>
struct Describe<std::vector<T>> {
    using List = std::vector<T>;
    static Type make() {
        return Type{
            .kind = Type::Kind::list,
            .element = &type_of<T>(),
            .size = [](const void* p) { return static_cast<const List*>(p)->size(); },
            .item = [](const void* p, std::size_t i) -> const void* {
                return &(*static_cast<const List*>(p))[i];
            },
            .append = [](void* p) -> void* { return &static_cast<List*>(p)->emplace_back(); },
            .clear = [](void* p) { static_cast<List*>(p)->clear(); },
        };
    }
};
template <class T>
struct Describe<std::optional<T>> {
    using Maybe = std::optional<T>;
    static Type make() {
        return Type{
            .kind = Type::Kind::optional,
            .element = &type_of<T>(),
            .size =
                [](const void* p) {
                    return std::size_t{static_cast<const Maybe*>(p)->has_value()};
                },
            .item = [](const void* p, std::size_t) -> const void* {
                return &**static_cast<const Maybe*>(p);
            },
            .append = [](void* p) -> void* { return &static_cast<Maybe*>(p)->emplace(); },
            .clear = [](void* p) { static_cast<Maybe*>(p)->reset(); },
        };
    }
};

}  // namespace detail

// No fields at all: what an operation without arguments is asked, or one without an answer says.
inline void describe(Fields&, Nothing&) {}

// The table of T, filled at its first use.
template <class T>
const Type& type_of() {
    static const Type type = detail::Describe<T>::make();
    return type;
}

}  // namespace ogniwo
