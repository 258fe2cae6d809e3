#include "tiers/requirement_rules.hpp"

#include <doctest/doctest.h>

#include "tiers/skill_rules.hpp"

namespace ogniwo::tiers {
namespace {

Date day(std::string_view text) {
    return *parse_date(text);
}

constexpr SkillId talking{1};
constexpr SkillId linux_servers{2};
constexpr CertificateKindId sca{1};
const Date today = day("2025-06-12");

Certificate paper(std::optional<Date> expires_on, bool confirmed = true) {
    return {.kind = sca,
            .issued_on = day("2024-01-01"),
            .expires_on = expires_on,
            .confirmed = confirmed};
}

Requirement asks_for_skill(int least, Need need = Need::mandatory) {
    return {.id = {least}, .tier = 1, .skill = talking, .least = least, .need = need};
}

Requirement asks_for_kind(Need need = Need::mandatory) {
    return {.id = {100}, .tier = 1, .certificate_kind = sca, .need = need};
}

TEST_CASE("a level must be confirmed and high enough") {
    const auto met = [](HeldSkill skill, int least) {
        return is_met(asks_for_skill(least), held_of({skill}, {}, today));
    };
    CHECK(met({.skill = talking, .level = 2}, 2));
    CHECK(met({.skill = talking, .level = 3}, 2));
    CHECK_FALSE(met({.skill = talking, .level = 1}, 2));
    CHECK_FALSE(met({.skill = talking, .proposed = 4}, 1));
    CHECK(met({.skill = talking, .level = 2, .proposed = 4}, 2));
    CHECK_FALSE(met({.skill = linux_servers, .level = 4}, 1));
}

TEST_CASE("a certificate must be confirmed and not over; the longest one counts") {
    const auto met = [](std::vector<Certificate> papers) {
        return is_met(asks_for_kind(), held_of({}, papers, today));
    };
    CHECK(met({paper(std::nullopt)}));
    CHECK(met({paper(day("2025-06-12"))}));
    CHECK_FALSE(met({paper(day("2025-06-11"))}));
    CHECK_FALSE(met({paper(std::nullopt, false)}));
    CHECK(met({paper(day("2025-06-11")), paper(day("2026-01-01"))}));

    const auto lapsing = [](std::vector<Certificate> papers) {
        return lapsing_of({asks_for_kind()}, held_of({}, papers, today), today).size();
    };
    CHECK(lapsing({paper(day("2025-07-01"))}) == 1);
    CHECK(lapsing({paper(day("2025-07-01")), paper(std::nullopt)}) == 0);
    CHECK(lapsing({paper(std::nullopt), paper(day("2025-07-01"))}) == 0);
    CHECK(lapsing({paper(day("2026-01-01")), paper(day("2025-07-01"))}) == 0);
    CHECK(lapsing({paper(day("2025-06-01"))}) == 0);
}

TEST_CASE("what is missing says what is there, mandatory first") {
    const Held held = held_of({{.skill = talking, .level = 1}}, {}, today);
    const auto gaps =
        gaps_of({asks_for_skill(3, Need::helpful), asks_for_skill(1), asks_for_kind()}, held);
    REQUIRE(gaps.size() == 2);
    CHECK(gaps[0].certificate_kind == sca);
    CHECK(gaps[1].least == 3);
    CHECK(gaps[1].level == 1);
}

TEST_CASE("a requirement names one place, and a skill with a level or a kind") {
    struct Row {
        const char* what;
        SetRequirement wish;
        const char* errors;
    };
    const SetRequirement good{.tier = 1, .skill = talking, .least = 2};
    const Row rows[] = {
        {"a tier and a skill", good, ""},
        {"a sector and a kind",
         {.place = RequirementPlace::sector, .sector = "zdrowie", .certificate_kind = sca},
         ""},
        {"no place", {.skill = talking, .least = 2}, "/tier tiers.place_not_named;"},
        {"another place",
         {.place = RequirementPlace::queue, .tier = 1, .skill = talking, .least = 2},
         "/tier tiers.place_not_named;/queue tiers.place_not_named;"},
        {"a sector of spaces",
         {.place = RequirementPlace::sector, .sector = "  ", .certificate_kind = sca},
         "/sector tiers.place_not_named;"},
        {"nothing asked for", {.tier = 1}, "/skill tiers.skill_or_kind;"},
        {"both",
         {.tier = 1, .skill = talking, .least = 2, .certificate_kind = sca},
         "/skill tiers.skill_or_kind;"},
        {"a level of a kind",
         {.tier = 1, .least = 2, .certificate_kind = sca},
         "/least tiers.skill_or_kind;"},
        {"a skill without a level", {.tier = 1, .skill = talking}, "/least tiers.skill_or_kind;"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.what);
        std::string errors;
        if (const auto checked = check_requirement(row.wish); !checked) {
            for (const FieldError& error : checked.error().fields) {
                errors += error.pointer + " " + std::string(error.reason) + ";";
            }
        }
        CHECK(errors == row.errors);
    }
}

TEST_CASE("two requirements about the same place and thing, sectors without case") {
    const Requirement sector{
        .place = RequirementPlace::sector, .sector = "Zdrowie ", .skill = talking};
    Requirement other = sector;
    other.sector = "zdrowie";
    other.least = 3;
    CHECK(is_about_the_same(sector, other));
    other.skill = linux_servers;
    CHECK_FALSE(is_about_the_same(sector, other));
    CHECK_FALSE(is_about_the_same(asks_for_skill(1), asks_for_kind()));
    CHECK(is_about_the_same(asks_for_skill(1), asks_for_skill(2, Need::helpful)));
}

TEST_CASE("whoever learns least and knows most of the same group is asked to learn") {
    CHECK_FALSE(choose_learner({}));
    CHECK(choose_learner({{{1}, 1, 9}, {{2}, 0, 0}}) == PersonId{2});
    CHECK(choose_learner({{{1}, 0, 2}, {{2}, 0, 5}}) == PersonId{2});
    CHECK(choose_learner({{{3}, 0, 2}, {{2}, 0, 2}}) == PersonId{2});
}

TEST_CASE("names of skills are there, and nobody else's in that language") {
    const std::vector<Skill> all{{.id = {1}, .name_pl = "Sieć", .name_en = "Network"}};
    const auto errors = [&](Skill skill) {
        std::string text;
        if (const auto checked = check_skill(skill, all); !checked) {
            for (const FieldError& error : checked.error().fields) {
                text += error.pointer + " " + std::string(error.reason) + ";";
            }
        }
        return text;
    };
    CHECK(errors({.name_pl = "Network", .name_en = "Sieć"}).empty());
    CHECK(errors({.id = {1}, .name_pl = "siec", .name_en = "network"}).empty());
    CHECK(errors({.name_pl = " SIEC ", .name_en = "Nets"}) == "/namePl tiers.skill_name_taken;");
    CHECK(errors({.name_pl = " ", .name_en = "network"}) ==
          "/namePl too_short;/nameEn tiers.skill_name_taken;");
}

}  // namespace
}  // namespace ogniwo::tiers
