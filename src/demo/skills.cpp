#include "demo/skills.hpp"

#include <algorithm>

#include "tiers/skill_service.hpp"

namespace ogniwo::demo {
namespace {

constexpr int people_with_papers = 2;   // Of each tier.
constexpr std::size_t people_most = 6;  // Of each tier: large demos are for figures, not for this.

tiers::SkillId skill_named(const tiers::SkillList& list, std::string_view name) {
    const auto found = std::ranges::find(list.items, name, &tiers::Skill::name_en);
    return found == list.items.end() ? tiers::SkillId{} : found->id;
}

std::optional<tiers::CertificateKindId> kind_named(const tiers::CertificateKindList& list,
                                                   std::string_view name) {
    const auto found = std::ranges::find(list.items, name, &tiers::CertificateKind::name);
    return found == list.items.end() ? std::nullopt : std::optional(found->id);
}

Date in_days(Work& work, int days) {
    return Date{std::chrono::floor<std::chrono::days>(work.now) + std::chrono::days{days}};
}

// Everybody talks; who sits higher knows more of the machines.
Outcome set_levels(Work& work, const World& world, const tiers::SkillList& list) {
    struct Level {
        const char* skill;
        std::array<int, 3> by_tier;  // 0: not skilled.
    };
    constexpr Level levels[] = {{"Talking with users", {3, 2, 2}},
                                {"Writing replies", {2, 3, 2}},
                                {"English", {2, 2, 3}},
                                {"Windows on desktops", {2, 3, 3}},
                                {"Windows servers", {0, 2, 4}},
                                {"Linux servers", {0, 1, 3}},
                                {"Office network and Wi-Fi", {1, 3, 4}},
                                {"Documenting solutions", {1, 2, 3}}};
    for (std::size_t tier = 0; tier < world.tiers.size(); ++tier) {
        const auto& people = world.tiers[tier].technicians;
        for (std::size_t i = 0; i < std::min(people.size(), people_most); ++i) {
            for (const Level& one : levels) {
                // The last of a tier is new there.
                const bool is_new = i > 0 && i + 1 == people.size();
                const int level = one.by_tier[tier] - (is_new ? 1 : 0);
                const auto skill = skill_named(list, one.skill);
                if (level < 1 || !skill) continue;
                TRY_DO(tiers::set_skill(
                    work, {.person = people[i].person, .skill = skill, .level = level}));
            }
        }
    }
    return Nothing{};
}

Outcome add_papers(Work& work, const World& world) {
    TRY(const auto kinds, tiers::list_certificate_kinds(work, {}));
    constexpr std::array by_tier{"HDI SCA", "HDI DST", "Cisco CCNA"};
    int days = 20;
    for (std::size_t tier = 0; tier < world.tiers.size(); ++tier) {
        const auto kind = kind_named(kinds, by_tier[tier]);
        const auto& people = world.tiers[tier].technicians;
        for (std::size_t i = 0; kind && i < people.size() && i < people_with_papers; ++i) {
            TRY_DO(tiers::add_certificate(work,
                                          {.person = people[i].person,
                                           .kind = kind,
                                           .number = "D/" + std::to_string(100 + days),
                                           .issued_on = in_days(work, days - 3 * 365),
                                           .expires_on = in_days(work, days)}));
            days += 130;
        }
        if (!kind) continue;
        TRY_DO(tiers::set_requirement(work,
                                      {.tier = static_cast<int>(tier) + 1,
                                       .certificate_kind = kind,
                                       .need = tiers::Need::helpful}));
    }
    return Nothing{};
}

}  // namespace

Outcome fill_skills(Work& work, const World& world) {
    TRY(const auto list, tiers::list_skills(work, {}));
    TRY_DO(set_levels(work, world, list));
    TRY_DO(add_papers(work, world));
    TRY(const auto product,
        tiers::add_skill(work,
                         {.group = tiers::SkillGroup::product,
                          .name_pl = "Program magazynowy Regał",
                          .name_en = "Regał warehouse software"}));
    TRY_DO(tiers::set_requirement(
        work, {.tier = 2, .skill = product.id, .least = 1, .need = tiers::Need::mandatory}));
    TRY_DO(tiers::set_requirement(work,
                                  {.tier = 1,
                                   .skill = skill_named(list, "Talking with users"),
                                   .least = 2,
                                   .need = tiers::Need::mandatory}));
    return Nothing{};
}

}  // namespace ogniwo::demo
