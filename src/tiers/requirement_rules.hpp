#pragma once

// Who meets what is asked for, as pure functions: a requirement against what one person has, and
// whom to ask to learn what nobody knows.

#include <map>
#include <vector>

#include "tiers/requirement_types.hpp"

namespace ogniwo::tiers {

// What of a person counts today. A kind is held until the latest last day of its certificates that
// are confirmed and not over; nothing: for ever.
struct Held {
    std::map<SkillId, int> levels{};
    std::map<CertificateKindId, std::optional<Date>> kinds{};
};
Held held_of(const std::vector<HeldSkill>& skills,
             const std::vector<Certificate>& certificates,
             Date today);

bool is_met(const Requirement& requirement, const Held& held);
// Those that are not met, mandatory ones first.
std::vector<Gap> gaps_of(const std::vector<Requirement>& requirements, const Held& held);
// Those that are met by something whose last day is at most 90 days away.
std::vector<Gap> lapsing_of(const std::vector<Requirement>& requirements,
                            const Held& held,
                            Date today);

// Exactly the field that the place names, and either a skill with a level or a kind.
Outcome check_requirement(const SetRequirement& wish);
// The same place (a sector without regard to case and diacritics), and the same skill or kind.
bool is_about_the_same(const Requirement& one, const Requirement& other);

// Whom to ask: whoever learns least at the moment, of those the one who knows most of the same
// group, of those the first one. Nobody: nothing.
struct Learner {
    PersonId person{};
    int open_tasks = 0;
    int levels_in_group = 0;
};
std::optional<PersonId> choose_learner(const std::vector<Learner>& candidates);

}  // namespace ogniwo::tiers
