#pragma once

// Names of enumerators, stated once: in JSON, in the database and in the journal an enumeration is
// its name, never its number, so that enumerators may be added in any order.
//
//     enum class Impact { low, medium, high };
//     constexpr auto names(Impact) { return enum_names("low", "medium", "high"); }
//
// `names` is found by argument-dependent lookup and lists the enumerators in order, from 0.

#include <array>
#include <optional>
#include <string_view>
#include <type_traits>

namespace ogniwo {

template <class... Names>
constexpr auto enum_names(Names... list) {
    return std::array<std::string_view, sizeof...(Names)>{std::string_view(list)...};
}

template <class E>
concept NamedEnum = std::is_enum_v<E> && requires(E e) {
    names(e);
};

template <NamedEnum E>
constexpr std::string_view enum_name(E value) {
    return names(E{})[static_cast<std::size_t>(value)];
}

template <NamedEnum E>
constexpr std::optional<E> enum_value(std::string_view name) {
    const auto list = names(E{});
    for (std::size_t i = 0; i < list.size(); ++i) {
        if (list[i] == name) return static_cast<E>(i);
    }
    return std::nullopt;
}

}  // namespace ogniwo
