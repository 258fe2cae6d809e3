#pragma once

// How many requests one address and one account may make: token buckets in bounded memory.
//
// A bucket is one number, the instant at which it will be full again. The table never grows: in a
// full row the bucket nearest to full gives way, because forgetting a full bucket forgives nothing.
// A clock that is set back costs nobody more than one empty bucket.

#include <chrono>
#include <cstdint>
#include <mutex>
#include <optional>
#include <vector>

#include "base/id.hpp"
#include "base/time.hpp"
#include "http/address.hpp"

namespace ogniwo {

struct Allowance {
    double per_second = 10;
    double burst = 100;  // What a full bucket holds, at least 1.
};

class TokenBuckets {
public:
    // `keys` is rounded up to a power of two, 16 bytes each. `seed` must be unpredictable, or
    // strangers could choose addresses that crowd one row.
    TokenBuckets(Allowance allowance, std::size_t keys, std::uint64_t seed);

    // Takes one token and answers nothing, or takes none and answers when to try again (at least
    // 1 s, for Retry-After).
    std::optional<std::chrono::seconds> take(std::uint64_t key, Time now);

private:
    struct Bucket {
        std::uint64_t key = 0;
        std::int64_t full_at = 0;  // Microseconds.
    };
    static constexpr std::size_t row_size = 8;

    Bucket& find_bucket(std::uint64_t mixed, std::int64_t now);

    std::int64_t token_micros_;
    std::int64_t bucket_micros_;
    std::uint64_t seed_;
    std::vector<Bucket> buckets_;
};

// Both at once, for any thread. An IPv6 address counts as its /64, which is what one line has.
class RequestLimiter {
public:
    struct Settings {
        Allowance per_address{.per_second = 50, .burst = 500};
        Allowance per_account{.per_second = 30, .burst = 300};
        std::size_t keys = 65536;
        std::uint64_t seed = 0;
    };
    explicit RequestLimiter(const Settings& settings);

    std::optional<std::chrono::seconds> take_for_address(const IpAddress& address, Time now);
    std::optional<std::chrono::seconds> take_for_account(PersonId account, Time now);

private:
    std::mutex mutex_;
    TokenBuckets addresses_;
    TokenBuckets accounts_;
};

}  // namespace ogniwo
