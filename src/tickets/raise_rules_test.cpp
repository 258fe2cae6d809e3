#include "tickets/raise_rules.hpp"

#include <doctest/doctest.h>

#include "tickets/rules.hpp"

namespace ogniwo::tickets {
namespace {

TEST_CASE("a ticket is raised by more urgency, and by more impact where that is not enough") {
    struct Case {
        Weight from{};
        std::optional<Weight> to{};
    };
    const Case cases[] = {
        {{Impact::medium, Urgency::low}, Weight{Impact::medium, Urgency::medium}},
        {{Impact::low, Urgency::low}, Weight{Impact::low, Urgency::high}},
        {{Impact::low, Urgency::high}, Weight{Impact::medium, Urgency::high}},
        {{Impact::medium, Urgency::high}, Weight{Impact::high, Urgency::high}},
        {{Impact::high, Urgency::high}, std::nullopt},
        {{Impact::major, Urgency::low}, Weight{Impact::major, Urgency::medium}},
    };
    for (const Case& one : cases) {
        const auto& [impact, urgency] = one.from;
        const Priority now = priority_of(usual_priorities(), impact, urgency);
        CHECK(raised(usual_priorities(), one.from, now) == one.to);
    }
}

TEST_CASE("what an older matrix gave more weight is not raised to less") {
    const Weight weight{Impact::low, Urgency::low};
    CHECK(raised(usual_priorities(), weight, Priority::normal) ==
          Weight{Impact::medium, Urgency::high});
    CHECK_FALSE(raised(usual_priorities(), weight, Priority::critical));
}

}  // namespace
}  // namespace ogniwo::tickets
