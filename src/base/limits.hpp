#pragma once

// How much the product takes from outside. Every buffer, list and text that a stranger can make
// grow ends at one of these; what is longer is refused and never silently shortened.
//
// Sizes in bytes say so; lengths of texts are code points, as people count characters.

#include <chrono>
#include <cstddef>

namespace ogniwo::limits {

inline constexpr std::size_t kib = 1024;
inline constexpr std::size_t mib = 1024 * kib;

// A request. Attachments come to an address of their own, which takes more (Operation::most_body).
inline constexpr std::size_t body_bytes = 1 * mib;         // The longest note, escaped, fits often.
inline constexpr std::size_t header_line_bytes = 8 * kib;  // A cookie and a long token.
inline constexpr std::size_t header_bytes = 32 * kib;      // All of them together.
inline constexpr std::size_t headers = 100;                // Browsers behind proxies send about 30.
inline constexpr std::size_t target_bytes = 8 * kib;  // A view with all its filters in the URL.
inline constexpr std::size_t upload_chunk_bytes = 8 * mib;  // A second on a slow office line.

// JSON. Our own types nest eight deep; 64 stops a bomb before the stack notices.
inline constexpr std::size_t json_depth = 64;
inline constexpr std::size_t json_list = 10'000;  // Entries of one list in a request.

// Texts.
inline constexpr std::size_t name_length = 200;      // Legal names of companies are long.
inline constexpr std::size_t subject_length = 500;   // Mail clients cut at 998 bytes.
inline constexpr std::size_t note_bytes = 64 * kib;  // A message or an article: some 30 pages.
inline constexpr std::size_t line_length = 1'000;    // Any other single line.
inline constexpr std::size_t email_bytes = 254;      // RFC 5321: a path of 256 with its brackets.
inline constexpr std::size_t phone_bytes = 64;       // With spaces, a label and an extension.
inline constexpr std::size_t password_bytes = 1 * kib;  // 128 code points of any script fit twice.
inline constexpr std::size_t idempotency_key_length = 255;  // A UUID has 36.

// Lists.
inline constexpr std::size_t list_page = 200;         // More is slower to draw than to scroll.
inline constexpr std::size_t list_page_default = 50;  // One screen and a bit.
inline constexpr std::size_t bulk_rows = 100;         // One piece of a job, some 20 ms of writing.

// Conditions and search, which cost time by their shape and not only by their length.
inline constexpr std::size_t condition_bytes = 4 * kib;
inline constexpr std::size_t condition_depth = 32;
inline constexpr std::size_t condition_set = 1'000;  // Members of one "in (...)".
inline constexpr std::size_t search_words = 32;

// Tables that are imported.
inline constexpr std::size_t csv_field_bytes = 64 * kib;    // As long as a note.
inline constexpr std::size_t csv_fields = 512;              // Excel users rarely pass column ZZ.
inline constexpr std::size_t unpack_ratio = 200;            // Event logs shrink to a twentieth.
inline constexpr std::size_t unpack_grace_bytes = 1 * mib;  // Below this the ratio says nothing.

// Slow clients.
inline constexpr std::chrono::seconds header_time{10};
inline constexpr std::chrono::seconds idle_time{60};
inline constexpr std::size_t body_bytes_per_second = 500;  // After the first five seconds.

}  // namespace ogniwo::limits
