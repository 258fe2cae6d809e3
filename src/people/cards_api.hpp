#pragma once

// How long the fields of cards may be, in code points, and lists in entries.

#include <cstdint>

#include "base/limits.hpp"

namespace ogniwo::people::bounds {

inline constexpr std::int64_t name = limits::name_length;
inline constexpr std::int64_t number = 64;  // NIP, REGON, KRS, IBAN, with spaces and prefixes.
inline constexpr std::int64_t phone = limits::phone_bytes;
inline constexpr std::int64_t email = limits::email_bytes;
inline constexpr std::int64_t zone = 64;
inline constexpr std::int64_t web = 500;
inline constexpr std::int64_t note = 10'000;
inline constexpr std::int64_t query = 200;
inline constexpr std::int64_t cursor = 16'384;
inline constexpr std::int64_t emails = 20;
inline constexpr std::int64_t phones = 20;
inline constexpr std::int64_t domains = 50;
inline constexpr std::int64_t customers = 200;
inline constexpr std::int64_t hours = 50;
inline constexpr std::int64_t page = limits::list_page;

}  // namespace ogniwo::people::bounds
