#include "http/limiter.hpp"

#include <algorithm>
#include <cmath>
#include <cstring>

#include "base/check.hpp"

namespace ogniwo {
namespace {

// The finaliser of splitmix64: every bit of the key reaches every bit of the row number.
std::uint64_t mix(std::uint64_t x) {
    x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9ULL;
    x = (x ^ (x >> 27)) * 0x94d049bb133111ebULL;
    return x ^ (x >> 31);
}

std::size_t rounded_up(std::size_t wanted, std::size_t least) {
    std::size_t size = least;
    while (size < wanted) size *= 2;
    return size;
}

std::uint64_t address_key(const IpAddress& address) {
    std::uint64_t high = 0, low = 0;
    std::memcpy(&high, address.bytes.data(), 8);
    std::memcpy(&low, address.bytes.data() + 8, 8);
    return address.is_v4() ? mix(low) : mix(high) ^ 1;
}

}  // namespace

TokenBuckets::TokenBuckets(Allowance allowance, std::size_t keys, std::uint64_t seed)
    : token_micros_(std::llround(1e6 / allowance.per_second)),
      bucket_micros_(std::llround(1e6 / allowance.per_second * allowance.burst)),
      seed_(seed),
      buckets_(rounded_up(keys, row_size)) {
    INVARIANT(allowance.per_second > 0 && allowance.burst >= 1);
}

TokenBuckets::Bucket& TokenBuckets::find_bucket(std::uint64_t mixed, std::int64_t now) {
    const std::size_t rows = buckets_.size() / row_size;
    const auto first = buckets_.begin() + static_cast<std::ptrdiff_t>(mixed % rows * row_size);
    const auto last = first + row_size;
    const auto known =
        std::find_if(first, last, [&](const Bucket& bucket) { return bucket.key == mixed; });
    if (known != last) return *known;
    Bucket& fullest = *std::min_element(
        first, last, [](const Bucket& a, const Bucket& b) { return a.full_at < b.full_at; });
    fullest = Bucket{.key = mixed, .full_at = now};
    return fullest;
}

std::optional<std::chrono::seconds> TokenBuckets::take(std::uint64_t key, Time time) {
    const std::int64_t now = to_micros(time);
    // 0 marks an unused bucket, and must not be anybody's key.
    Bucket& bucket = find_bucket(std::max<std::uint64_t>(mix(key ^ seed_), 1), now);
    const std::int64_t full_at = std::clamp(bucket.full_at, now, now + bucket_micros_);
    const std::int64_t excess = full_at + token_micros_ - (now + bucket_micros_);
    if (excess > 0) {
        bucket.full_at = full_at;
        return std::chrono::seconds((excess + 999'999) / 1'000'000);
    }
    bucket.full_at = full_at + token_micros_;
    return std::nullopt;
}

RequestLimiter::RequestLimiter(const Settings& settings)
    : addresses_(settings.per_address, settings.keys, settings.seed),
      accounts_(settings.per_account, settings.keys, mix(settings.seed + 1)) {}

std::optional<std::chrono::seconds> RequestLimiter::take_for_address(const IpAddress& address,
                                                                     Time now) {
    const std::lock_guard lock(mutex_);
    return addresses_.take(address_key(address), now);
}

std::optional<std::chrono::seconds> RequestLimiter::take_for_account(PersonId account, Time now) {
    const std::lock_guard lock(mutex_);
    return accounts_.take(static_cast<std::uint64_t>(account.value), now);
}

}  // namespace ogniwo
