#pragma once

// A refusal as the outside world reads it: an RFC 9457 problem with the reason's name, what its
// translation needs, and every field error.
//
// What is missing has one body, to the byte, whoever asks for whatever: nobody learns from it that
// something is there. Details for the log never leave the house.

#include "base/result.hpp"
#include "http/message.hpp"

namespace ogniwo {

// Reasons of the edge itself; the ones of the wish are in base/result.hpp and in the slices.
namespace refusing {
inline constexpr Reason method_not_allowed{Refusal::invalid, "method_not_allowed"};
inline constexpr Reason media_type{Refusal::invalid, "media_type"};
inline constexpr Reason version_required{Refusal::invalid, "version_required"};
inline constexpr Reason idempotency_key{Refusal::invalid, "idempotency_key"};
inline constexpr Reason cross_site{Refusal::forbidden, "cross_site"};
inline constexpr Reason too_large{Refusal::too_large, "too_large"};
inline constexpr Reason too_many{Refusal::too_many, "too_many"};
inline constexpr Reason unavailable{Refusal::unavailable, "unavailable"};
inline constexpr Reason storage_full{Refusal::unavailable, "storage_full"};
inline constexpr Reason storage_failed{Refusal::unavailable, "storage_failed"};
inline constexpr Reason unknown_outcome{Refusal::unavailable, "unknown_outcome"};
inline constexpr Reason internal{Refusal::unavailable, "internal"};
}  // namespace refusing

int status_of(const Reason& reason);

// The parameter "retryAfterSeconds", where there is one, becomes the header Retry-After; without it
// 429 and 503 ask for one second.
Response problem(const Error& error, std::string_view trace);

}  // namespace ogniwo
