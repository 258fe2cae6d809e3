#include "people/erasure_rules.hpp"

#include <doctest/doctest.h>

namespace ogniwo::people {
namespace {

TEST_CASE("data that are kept for ever are never over") {
    const Time now = *parse_time("2026-11-23T08:00:00Z");
    CHECK_FALSE(retention_limit(now, 0));
    CHECK_FALSE(retention_limit(now, -1));
    CHECK(to_text(*retention_limit(now, 30)) == "2026-10-24T08:00:00Z");
}

TEST_CASE("the nightly run is at a quarter past three local time, whatever the clocks do") {
    const std::vector<std::pair<const char*, const char*>> cases{
        {"2026-11-23T00:00:00Z", "2026-11-23T02:15:00Z"},
        {"2026-11-23T02:15:00Z", "2026-11-24T02:15:00Z"},
        {"2026-11-23T22:59:00Z", "2026-11-24T02:15:00Z"},
        {"2026-11-23T23:30:00Z", "2026-11-24T02:15:00Z"},
        {"2026-07-01T12:00:00Z", "2026-07-02T01:15:00Z"},
        {"2026-03-28T12:00:00Z", "2026-03-29T01:15:00Z"},  // Clocks go forward at two.
        {"2026-10-24T12:00:00Z", "2026-10-25T02:15:00Z"},  // And back at three.
    };
    for (const auto& [now, run] : cases) {
        CAPTURE(now);
        CHECK(to_text(next_retention_run(*parse_time(now), "Europe/Warsaw")) == run);
    }
}

}  // namespace
}  // namespace ogniwo::people
