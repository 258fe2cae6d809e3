#include "tickets/figure_facts.hpp"

#include <doctest/doctest.h>

namespace ogniwo::tickets {
namespace {

using sla::Fact;
using sla::FactKind;
using sla::OpenedBy;
using sla::Stand;

Time at(int hour) {
    return *parse_time("2026-11-16T00:00:00Z") + std::chrono::hours{hour};
}
Fact opened(int hour) {
    return {.at = at(hour), .kind = FactKind::opened};
}
Fact of(FactKind kind, int hour) {
    return {.at = at(hour), .kind = kind};
}
Fact moved(int hour, int tier) {
    return {.at = at(hour), .kind = FactKind::moved, .tier = tier};
}
Fact stood(int hour, Stand stand) {
    return {.at = at(hour), .kind = FactKind::stood, .stand = stand};
}

TEST_CASE("nothing has become of a ticket that nobody answered, and of one that is void") {
    CHECK_FALSE(figure_of({}));
    CHECK_FALSE(figure_of({opened(8), of(FactKind::asked, 9)}));
    CHECK_FALSE(figure_of({opened(8), of(FactKind::answered, 9), of(FactKind::void_begun, 10)}));
    CHECK(figure_of({opened(8),
                     of(FactKind::answered, 9),
                     of(FactKind::void_begun, 10),
                     of(FactKind::void_ended, 11)}));
}

TEST_CASE("what counts of a ticket ends where it is first resolved") {
    const auto figure = figure_of({opened(8),
                                   of(FactKind::answered, 9),
                                   stood(9, Stand::waiting_customer),
                                   stood(12, Stand::active),
                                   moved(13, 2),
                                   of(FactKind::answered, 14),
                                   stood(14, Stand::resolved),
                                   stood(15, Stand::active),
                                   of(FactKind::answered, 16),
                                   stood(16, Stand::waiting_other),
                                   stood(17, Stand::resolved),
                                   stood(18, Stand::closed)});
    REQUIRE(figure);
    CHECK(figure->opened_at == at(8));
    CHECK(figure->answered_at == at(9));
    CHECK(figure->resolved_at == at(14));
    CHECK(figure->resolved_tier == 2);
    CHECK(figure->answers == 2);
    CHECK_FALSE(figure->stayed);
    CHECK(figure->reopened_at == at(15));
    CHECK(figure->holds == std::vector{std::pair{at(9), at(12)}});
    CHECK(figure->leavings ==
          std::vector<Leaving>{{1, 2, at(13)}, {2, {}, at(14)}, {2, {}, at(17)}});
}

TEST_CASE("what is closed without being resolved was not resolved") {
    const auto figure = figure_of({opened(8), of(FactKind::answered, 9), stood(10, Stand::closed)});
    REQUIRE(figure);
    CHECK_FALSE(figure->resolved_at);
    CHECK(figure->leavings.empty());
}

TEST_CASE("a part of another ticket is waited for since its oldest message") {
    Fact split = opened(12);
    split.since = at(8);
    split.by = OpenedBy::ours;
    const auto figure = figure_of({split, of(FactKind::answered, 13), stood(13, Stand::resolved)});
    REQUIRE(figure);
    CHECK(figure->opened_at == at(8));
    CHECK(figure->opened_by == OpenedBy::ours);
    CHECK(figure->stayed);
}

}  // namespace
}  // namespace ogniwo::tickets
