#pragma once

// What may stand behind a placeholder or in a column: the six kinds both databases share.
//
// Instants are UTC microseconds, durations minutes, enumerations their names, dates ISO text, ids
// plain integers. to_value and from_value are the only places that know this.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <variant>

#include "base/check.hpp"
#include "base/enum.hpp"
#include "base/id.hpp"
#include "base/time.hpp"

namespace ogniwo {

struct Null {
    friend bool operator==(Null, Null) = default;
};

struct Blob {
    std::string bytes;
    friend bool operator==(const Blob&, const Blob&) = default;
};

using Value = std::variant<Null, bool, std::int64_t, double, std::string, Blob>;

inline Value to_value(Null) {
    return Null{};
}
inline Value to_value(bool value) {
    return value;
}
inline Value to_value(double value) {
    return value;
}
inline Value to_value(std::string value) {
    return value;
}
inline Value to_value(std::string_view value) {
    return std::string(value);
}
inline Value to_value(const char* value) {
    return std::string(value);
}
inline Value to_value(Blob value) {
    return value;
}
inline Value to_value(Time value) {
    return to_micros(value);
}
inline Value to_value(Minutes value) {
    return std::int64_t{value.count()};
}
inline Value to_value(Date value) {
    return to_text(value);
}
template <class Tag>
Value to_value(Id<Tag> id) {
    return id.value;
}
template <class T>
requires std::is_integral_v<T> Value to_value(T value) {
    return static_cast<std::int64_t>(value);
}
template <class E>
requires std::is_enum_v<E> Value to_value(E value) {
    return std::string(enum_name(value));
}
template <class T>
Value to_value(const std::optional<T>& value) {
    return value ? to_value(*value) : Value{Null{}};
}

// Converts a column to T. A value of the wrong kind, or NULL where T is no optional, is a Bug.
template <class T>
struct FromValue;

template <class T>
T from_value(const Value& value) {
    return FromValue<T>::read(value);
}

template <class T>
const T& held(const Value& value) {
    const T* found = std::get_if<T>(&value);
    INVARIANT(found != nullptr);
    return *found;
}

template <>
struct FromValue<bool> {
    // SQLite has no booleans of its own: the column comes back as 0 or 1.
    static bool read(const Value& value) {
        if (const auto* number = std::get_if<std::int64_t>(&value)) return *number != 0;
        return held<bool>(value);
    }
};
template <>
struct FromValue<std::string> {
    static std::string read(const Value& value) { return held<std::string>(value); }
};
template <>
struct FromValue<Blob> {
    static Blob read(const Value& value) { return held<Blob>(value); }
};
template <>
struct FromValue<double> {
    static double read(const Value& value) {
        if (const auto* number = std::get_if<std::int64_t>(&value)) return double(*number);
        return held<double>(value);
    }
};
template <class T>
requires(std::is_integral_v<T> && !std::is_same_v<T, bool>) struct FromValue<T> {
    static T read(const Value& value) { return static_cast<T>(held<std::int64_t>(value)); }
};
template <class Tag>
struct FromValue<Id<Tag>> {
    static Id<Tag> read(const Value& value) { return {held<std::int64_t>(value)}; }
};
template <>
struct FromValue<Time> {
    static Time read(const Value& value) { return from_micros(held<std::int64_t>(value)); }
};
template <>
struct FromValue<Minutes> {
    static Minutes read(const Value& value) { return Minutes{held<std::int64_t>(value)}; }
};
template <>
struct FromValue<Date> {
    static Date read(const Value& value) {
        const auto date = parse_date(held<std::string>(value));
        INVARIANT(date.has_value());
        return *date;
    }
};
template <class E>
requires std::is_enum_v<E>
struct FromValue<E> {
    static E read(const Value& value) {
        const auto found = enum_value<E>(held<std::string>(value));
        INVARIANT(found.has_value());
        return *found;
    }
};
template <class T>
struct FromValue<std::optional<T>> {
    static std::optional<T> read(const Value& value) {
        if (std::holds_alternative<Null>(value)) return std::nullopt;
        return from_value<T>(value);
    }
};

}  // namespace ogniwo
