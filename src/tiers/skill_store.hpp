#pragma once

// Rows of the catalogue of skills and of who has which. Retired skills are not found.

#include <map>
#include <optional>
#include <vector>

#include "storage/work.hpp"
#include "tiers/skill_types.hpp"

namespace ogniwo::tiers::store {

// The root of skills, kinds of certificates and requirements: the first statement of whoever
// changes one of them.
void claim_catalogue(Tx& tx);

std::vector<Skill> list_skills(Tx& tx);  // The oldest first.
std::optional<Skill> find_skill(Tx& tx, SkillId skill);
SkillId insert_skill(Tx& tx, const Skill& skill);
// The new version; nothing when `skill.version` is not the one there.
std::optional<std::int64_t> update_skill(Tx& tx, const Skill& skill);
std::optional<std::int64_t> retire_skill(Tx& tx, SkillId skill, Time now);

// The root of what one person can do: raises its version, and makes the row at first.
std::int64_t claim_staff(Tx& tx, PersonId person);
struct Staff {
    std::int64_t version = 0;
    std::optional<Seniority> seniority{};
};
std::map<PersonId, Staff> find_staff(Tx& tx, const std::vector<PersonId>& persons);
void save_seniority(Tx& tx, PersonId person, std::optional<Seniority> seniority);

std::optional<HeldSkill> find_held(Tx& tx, PersonId person, SkillId skill);
// Whoever has none at all is not in the answer.
std::map<PersonId, std::vector<HeldSkill>> list_held(Tx& tx, const std::vector<PersonId>& persons);
// With neither a level nor a proposal the row goes.
void save_held(Tx& tx, PersonId person, const HeldSkill& held, Time now);
// People with a confirmed level in one of them.
struct Holder {
    SkillId skill{};
    PersonId person{};
};
std::vector<Holder> list_holders(Tx& tx, const std::vector<SkillId>& skills);

void delete_staff(Tx& tx, PersonId person);

}  // namespace ogniwo::tiers::store
