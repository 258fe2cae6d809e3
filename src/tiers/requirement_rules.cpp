#include "tiers/requirement_rules.hpp"

#include <algorithm>
#include <tuple>

#include "base/text.hpp"
#include "tiers/certificate_rules.hpp"

namespace ogniwo::tiers {
namespace {

Gap gap_of(const Requirement& requirement, const Held& held) {
    Gap gap{.requirement = requirement.id,
            .need = requirement.need,
            .skill = requirement.skill,
            .least = requirement.least,
            .certificate_kind = requirement.certificate_kind};
    if (requirement.skill) {
        const auto level = held.levels.find(*requirement.skill);
        if (level != held.levels.end()) gap.level = level->second;
    }
    if (requirement.certificate_kind) {
        const auto kind = held.kinds.find(*requirement.certificate_kind);
        if (kind != held.kinds.end()) gap.expires_on = kind->second;
    }
    return gap;
}

FieldError wrong(std::string_view pointer, Reason reason) {
    return {std::string(pointer), reason.name, {}};
}

// The place names one field; the others must be absent.
void check_place(const SetRequirement& wish, std::vector<FieldError>& errors) {
    const auto check = [&](RequirementPlace place, bool is_there, std::string_view pointer) {
        if (is_there != (wish.place == place)) errors.push_back(wrong(pointer, place_not_named));
    };
    check(RequirementPlace::tier, wish.tier.has_value(), "/tier");
    check(RequirementPlace::queue, wish.queue.has_value(), "/queue");
    check(RequirementPlace::customer, wish.customer.has_value(), "/customer");
    check(RequirementPlace::sector, wish.sector && !trim(*wish.sector).empty(), "/sector");
    check(RequirementPlace::category, wish.category.has_value(), "/category");
}

}  // namespace

Held held_of(const std::vector<HeldSkill>& skills,
             const std::vector<Certificate>& certificates,
             Date today) {
    Held held;
    for (const HeldSkill& skill : skills) {
        if (skill.level) held.levels[skill.skill] = *skill.level;
    }
    for (const Certificate& one : certificates) {
        const bool counts = one.kind && one.confirmed &&
                            certificate_state(one.expires_on, today) != CertificateState::lapsed;
        if (!counts) continue;
        const auto [known, is_first] = held.kinds.emplace(*one.kind, one.expires_on);
        if (is_first || !known->second) continue;
        if (!one.expires_on || *one.expires_on > *known->second) known->second = one.expires_on;
    }
    return held;
}

bool is_met(const Requirement& requirement, const Held& held) {
    if (requirement.skill) {
        const auto level = held.levels.find(*requirement.skill);
        return level != held.levels.end() && level->second >= requirement.least.value_or(1);
    }
    return requirement.certificate_kind && held.kinds.contains(*requirement.certificate_kind);
}

std::vector<Gap> gaps_of(const std::vector<Requirement>& requirements, const Held& held) {
    std::vector<Gap> gaps;
    for (const Requirement& requirement : requirements) {
        if (!is_met(requirement, held)) gaps.push_back(gap_of(requirement, held));
    }
    std::ranges::stable_sort(gaps, {}, &Gap::need);
    return gaps;
}

std::vector<Gap> lapsing_of(const std::vector<Requirement>& requirements,
                            const Held& held,
                            Date today) {
    std::vector<Gap> lapsing;
    for (const Requirement& requirement : requirements) {
        if (!requirement.certificate_kind || !is_met(requirement, held)) continue;
        const auto& expires_on = held.kinds.at(*requirement.certificate_kind);
        if (certificate_state(expires_on, today) != CertificateState::lapsing) continue;
        lapsing.push_back(gap_of(requirement, held));
    }
    std::ranges::stable_sort(lapsing, {}, &Gap::need);
    return lapsing;
}

Outcome check_requirement(const SetRequirement& wish) {
    std::vector<FieldError> errors;
    check_place(wish, errors);
    if (wish.skill.has_value() == wish.certificate_kind.has_value()) {
        errors.push_back(wrong("/skill", skill_or_kind));
    }
    if (wish.skill.has_value() != wish.least.has_value()) {
        errors.push_back(wrong("/least", skill_or_kind));
    }
    if (errors.empty()) return Nothing{};
    return Error{.reason = invalid_fields, .fields = std::move(errors)};
}

bool is_about_the_same(const Requirement& one, const Requirement& other) {
    return one.place == other.place && one.tier == other.tier && one.queue == other.queue &&
           one.customer == other.customer && one.category == other.category &&
           fold(trim(one.sector.value_or(""))) == fold(trim(other.sector.value_or(""))) &&
           one.skill == other.skill && one.certificate_kind == other.certificate_kind;
}

std::optional<PersonId> choose_learner(const std::vector<Learner>& candidates) {
    const auto order = [](const Learner& one) {
        return std::tuple(one.open_tasks, -one.levels_in_group, one.person);
    };
    const auto best = std::ranges::min_element(candidates, {}, order);
    if (best == candidates.end()) return std::nullopt;
    return best->person;
}

}  // namespace ogniwo::tiers
