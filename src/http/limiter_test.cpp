#include "http/limiter.hpp"

#include <doctest/doctest.h>

namespace ogniwo {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;

const Time start = from_micros(1'750'000'000'000'000);

TEST_CASE("a full bucket gives its burst at once, then one token per interval") {
    TokenBuckets buckets({.per_second = 2, .burst = 3}, 64, 1);
    for (int i = 0; i < 3; ++i) CHECK_FALSE(buckets.take(7, start).has_value());
    CHECK(buckets.take(7, start) == seconds(1));
    CHECK(buckets.take(7, start + milliseconds(499)).has_value());
    CHECK_FALSE(buckets.take(7, start + milliseconds(500)).has_value());
    CHECK(buckets.take(7, start + milliseconds(500)).has_value());
    CHECK_FALSE(buckets.take(8, start).has_value());
}

TEST_CASE("an empty bucket says when to come again, in whole seconds") {
    TokenBuckets buckets({.per_second = 0.1, .burst = 1}, 64, 1);
    CHECK_FALSE(buckets.take(7, start).has_value());
    CHECK(buckets.take(7, start) == seconds(10));
    CHECK(buckets.take(7, start + milliseconds(4500)) == seconds(6));
    CHECK_FALSE(buckets.take(7, start + seconds(10)).has_value());
}

TEST_CASE("a bucket never holds more than its burst, however long it was left alone") {
    TokenBuckets buckets({.per_second = 10, .burst = 2}, 64, 1);
    CHECK_FALSE(buckets.take(7, start).has_value());
    const Time later = start + std::chrono::hours(1);
    CHECK_FALSE(buckets.take(7, later).has_value());
    CHECK_FALSE(buckets.take(7, later).has_value());
    CHECK(buckets.take(7, later).has_value());
}

TEST_CASE("a clock that is set back costs nobody more than an empty bucket") {
    TokenBuckets buckets({.per_second = 1, .burst = 2}, 64, 1);
    CHECK_FALSE(buckets.take(7, start).has_value());
    const Time back = start - std::chrono::hours(5);
    CHECK(buckets.take(7, back) == seconds(1));
    CHECK_FALSE(buckets.take(7, back + seconds(1)).has_value());
}

TEST_CASE("a flood of new keys cannot make the limiter forget the one who is over the limit") {
    TokenBuckets buckets({.per_second = 0.001, .burst = 10}, 64, 1);
    for (int i = 0; i < 10; ++i) CHECK_FALSE(buckets.take(1, start).has_value());
    for (std::uint64_t key = 100; key < 5000; ++key) {
        CHECK_FALSE(buckets.take(key, start).has_value());
    }
    CHECK(buckets.take(1, start).has_value());
}

TEST_CASE("addresses and accounts are counted apart, an IPv6 line as one") {
    RequestLimiter limiter({.per_address = {.per_second = 1, .burst = 1},
                            .per_account = {.per_second = 1, .burst = 1},
                            .keys = 64,
                            .seed = 5});
    const auto refused = [&](const char* address) {
        return limiter.take_for_address(*parse_address(address), start).has_value();
    };
    CHECK_FALSE(refused("192.0.2.1"));
    CHECK(refused("192.0.2.1"));
    CHECK_FALSE(refused("192.0.2.2"));
    CHECK_FALSE(refused("2001:db8:0:1::1"));
    CHECK(refused("2001:db8:0:1:ffff::2"));
    CHECK_FALSE(refused("2001:db8:0:2::1"));
    CHECK_FALSE(limiter.take_for_account(PersonId{1}, start).has_value());
    CHECK(limiter.take_for_account(PersonId{1}, start).has_value());
    CHECK_FALSE(limiter.take_for_account(PersonId{2}, start).has_value());
}

}  // namespace
}  // namespace ogniwo
