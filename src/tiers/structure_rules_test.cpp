#include "tiers/structure_rules.hpp"

#include <doctest/doctest.h>

namespace ogniwo::tiers {
namespace {

WishedTier tier(const char* queue, int members = 1) {
    WishedTier wished{.name_pl = "Linia", .name_en = "Line", .queues = {{std::nullopt, queue}}};
    for (int i = 1; i <= members; ++i) wished.members.push_back({i});
    return wished;
}

Design two_tiers() {
    return {.tiers = {tier("A"), tier("B")},
            .moves = {{.from = 1, .to = 2, .reasons = {"up"}},
                      {.from = 2, .to = 1, .reasons = {"down"}}},
            .reasons = {{"up", "w górę", "up"}, {"down", "w dół", "down"}, {"any", "inny", "any"}}};
}

bool has_move(const Design& design, int from, int to, const std::vector<std::string>& reasons) {
    return std::ranges::any_of(design.moves, [&](const TierMove& move) {
        return move.from == from && move.to == to && move.reasons == reasons;
    });
}

TEST_CASE("a new tier may be reached from all others, for the usual reasons") {
    Design wished = two_tiers();
    wished.tiers.push_back(tier("C"));
    const Design three = changed(two_tiers(), {.tiers = wished.tiers});
    CHECK(three.moves.size() == 6);
    CHECK(has_move(three, 1, 3, {"up"}));
    CHECK(has_move(three, 2, 3, {"up"}));
    CHECK(has_move(three, 3, 1, {"down"}));
    CHECK(static_cast<bool>(check(three)));
}

TEST_CASE("moves go with their tier and with their last reason") {
    const Design one = changed(two_tiers(), {.tiers = std::vector{tier("A")}});
    CHECK(one.moves.empty());
    CHECK(static_cast<bool>(check(one)));
    const Design without_up =
        changed(two_tiers(), {.reasons = std::vector<MoveReason>{{"down", "w dół", "down"}}});
    CHECK(without_up.moves.size() == 1);
    CHECK(has_move(without_up, 2, 1, {"down"}));
}

TEST_CASE("what a structure may not be") {
    struct Row {
        const char* what;
        void (*spoil)(Design&);
        const char* pointer;
        std::string_view reason;
    };
    const Row rows[] = {
        {"a code with a capital",
         [](Design& d) { d.reasons[0].code = "Up"; },
         "/reasons/0/code",
         reason_code_form.name},
        {"a code that begins with a digit",
         [](Design& d) { d.reasons[0].code = "1up"; },
         "/reasons/0/code",
         reason_code_form.name},
        {"one code twice",
         [](Design& d) { d.reasons[1].code = "up"; },
         "/reasons/1/code",
         reason_doubled.name},
        {"two queues of one name",
         [](Design& d) {
             d.tiers[1].queues.push_back({std::nullopt, " b "});
         },
         "/tiers/1/queues/1/name",
         queue_name_taken.name},
        {"a move from nowhere",
         [](Design& d) { d.moves[0].from = 3; },
         "/moves/0/from",
         move_unknown_tier.name},
        {"a move twice", [](Design& d) { d.moves[1] = d.moves[0]; }, "/moves/1", move_doubled.name},
        {"a reason nobody knows",
         [](Design& d) { d.moves[1].reasons[0] = "why"; },
         "/moves/1/reasons/0",
         reason_unknown.name},
    };
    CHECK(static_cast<bool>(check(two_tiers())));
    // Another queue of the same tier, for a reason.
    Design within = two_tiers();
    within.moves.push_back({.from = 1, .to = 1, .reasons = within.moves[0].reasons});
    CHECK(static_cast<bool>(check(within)));
    for (const Row& row : rows) {
        CAPTURE(row.what);
        Design design = two_tiers();
        row.spoil(design);
        const auto checked = check(design);
        REQUIRE_FALSE(checked);
        REQUIRE_FALSE(checked.error().fields.empty());
        CHECK(checked.error().fields[0].pointer == row.pointer);
        CHECK(checked.error().fields[0].reason == row.reason);
    }
}

TEST_CASE("odd proportions and dead ends are warned of") {
    const auto warned = [](std::vector<int> members, std::vector<TierMove> moves) {
        Structure structure{.moves = std::move(moves)};
        for (const int count : members) {
            StructureTier one{.number = static_cast<int>(structure.tiers.size()) + 1};
            one.members.resize(static_cast<std::size_t>(count));
            structure.tiers.push_back(std::move(one));
        }
        std::string text;
        for (const StructureWarning& warning : warnings_of(structure)) {
            text +=
                std::to_string(warning.tier) + " " + std::string(enum_name(warning.what)) + "\n";
        }
        return text;
    };
    const std::vector<TierMove> both{{.from = 1, .to = 2}, {.from = 2, .to = 1}};
    CHECK(warned({5, 3}, both).empty());
    CHECK(warned({3, 3}, both).empty());
    CHECK(warned({2, 3}, both) == "2 larger_than_below\n");
    CHECK(warned({2, 0}, both) == "2 nobody_works_here\n");
    CHECK(warned({2, 1}, {{.from = 1, .to = 2}}) == "2 no_way_down\n");
    CHECK(warned({2, 1}, {{.from = 2, .to = 1}}) == "1 no_way_up\n2 nobody_can_get_here\n");
    CHECK(warned({1}, {}).empty());
}

}  // namespace
}  // namespace ogniwo::tiers
