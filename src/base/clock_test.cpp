#include "base/clock.hpp"

#include <doctest/doctest.h>

namespace ogniwo {
namespace {

TEST_CASE("a fake clock stands still until it is moved, forwards or back") {
    FakeClock clock(*parse_time("2026-03-29T00:59:59Z"));
    CHECK(clock.now() == clock.now());

    clock.advance(std::chrono::seconds{1});
    CHECK(to_text(clock.now()) == "2026-03-29T01:00:00Z");

    clock.advance(-std::chrono::hours{2});
    CHECK(to_text(clock.now()) == "2026-03-28T23:00:00Z");

    clock.set(*parse_time("2030-01-01T00:00:00Z"));
    CHECK(to_text(clock.now()) == "2030-01-01T00:00:00Z");
}

TEST_CASE("the system clock knows that it is after the year this was written") {
    const SystemClock clock;
    CHECK(clock.now() > *parse_time("2025-01-01T00:00:00Z"));
    CHECK(clock.now() < *parse_time("2100-01-01T00:00:00Z"));
}

TEST_CASE("a deadline passes when its span is over and not before") {
    CHECK_FALSE(Deadline::after(std::chrono::hours{1}).passed());
    CHECK(Deadline::after(std::chrono::hours{1}).left() > std::chrono::minutes{59});
    CHECK(Deadline::after(Microseconds{0}).passed());
    CHECK(Deadline::after(-std::chrono::seconds{1}).left() < Microseconds{0});
}

}  // namespace
}  // namespace ogniwo
