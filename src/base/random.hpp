#pragma once

// Randomness is an argument, like time: the product takes it from the operating system, tests and
// the simulator from a seed, and the same seed gives the same bytes on every machine.
//
// What leaves the house as a secret is a token: 128 random bits. It is stored hashed only.

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace ogniwo {

class Random {
public:
    virtual ~Random() = default;
    virtual void fill(std::span<unsigned char> bytes) = 0;

    std::string bytes(std::size_t count);
    std::uint64_t number();
    // Uniform over 0 .. limit-1; limit is at least 1.
    std::uint64_t below(std::uint64_t limit);
};

// From the kernel, for secrets. Safe to use from several threads.
class SystemRandom final : public Random {
public:
    void fill(std::span<unsigned char> bytes) override;
};

// Repeatable and predictable, so never for secrets. For one thread at a time.
class SeededRandom final : public Random {
public:
    explicit SeededRandom(std::uint64_t seed) : state_(seed) {}
    void fill(std::span<unsigned char> bytes) override;

private:
    std::uint64_t state_;
};

// 26 lower-case characters of Crockford's base 32, which has no i, l, o and u: 128 random bits.
std::string token(Random& random);
bool looks_like_token(std::string_view text);

// A code that a person reads from one screen and types on another, "7K3M-9QXT-0ZVW-4HNB": 80 bits.
std::string human_code(Random& random);
// The code as human_code wrote it, however it was typed: small letters, spaces or no dashes, the
// letters O, I and L for the digits they resemble. Empty when it cannot be one.
std::string tidy_human_code(std::string_view typed);

}  // namespace ogniwo
