#include "tickets/telling_rules.hpp"

#include <doctest/doctest.h>

namespace ogniwo::tickets {
namespace {

TEST_CASE("whom a happening concerns") {
    const Circle circle{.requester = PersonId{1},
                        .assignee = PersonId{2},
                        .staff_followers = {{3}},
                        .other_followers = {{4}}};
    struct Row {
        Happening happening;
        std::vector<PersonId> told;
    };
    Circle many = circle;
    many.voice = PersonId{5};
    many.workers = {{6}};
    CHECK(whom_to_tell(many, Happening::noted) == std::vector<PersonId>{{2}, {5}, {6}, {3}});
    CHECK(whom_to_tell(many, Happening::assigned) == std::vector<PersonId>{{2}});
    const Row rows[] = {
        {Happening::replied, {{1}, {2}, {3}, {4}}},
        {Happening::noted, {{2}, {3}}},
        {Happening::assigned, {{2}}},
        {Happening::waits, {{1}, {2}, {3}, {4}}},
        {Happening::moved, {{2}, {3}}},
        {Happening::resolved, {{1}, {2}, {3}, {4}}},
        {Happening::reopened, {{2}, {3}, {4}}},
        {Happening::closed, {{2}, {3}, {4}}},
        {Happening::decided, {{1}, {2}, {3}, {4}}},
        {Happening::merged, {{1}, {2}, {3}, {4}}},
        {Happening::guest_wrote, {{2}, {3}}},
    };
    for (const Row& row : rows) {
        CAPTURE(static_cast<int>(row.happening));
        CHECK(whom_to_tell(circle, row.happening) == row.told);
        CHECK(whom_to_tell({}, row.happening).empty());
    }
}

}  // namespace
}  // namespace ogniwo::tickets
