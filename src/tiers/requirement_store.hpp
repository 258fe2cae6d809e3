#pragma once

// Rows of requirements and of who is to learn what.

#include <map>
#include <optional>
#include <vector>

#include "storage/work.hpp"
#include "tiers/requirement_types.hpp"

namespace ogniwo::tiers::store {

// All of them, the oldest first. Without names of places and without the tiers of queues.
std::vector<Requirement> list_requirements(Tx& tx);
RequirementId insert_requirement(Tx& tx, const Requirement& requirement);
void update_requirement(Tx& tx, const Requirement& requirement);  // Level and need.
bool delete_requirement(Tx& tx, RequirementId requirement);
bool is_skill_required(Tx& tx, SkillId skill);
bool is_kind_required(Tx& tx, CertificateKindId kind);

struct LearningPlace {
    std::optional<Date> due_on{};  // Nothing: from the beginning.
    LearningId id{};
};
std::vector<LearningTask> list_learning(Tx& tx,
                                        LearningState state,
                                        const LearningPlace& after,
                                        int limit);
std::vector<LearningTask> list_learning_of(Tx& tx, PersonId person, int limit);
// Open tasks for these skills, by skill: what is due first comes first.
std::vector<LearningTask> list_open_learning(Tx& tx, const std::vector<SkillId>& skills);
// Whoever has none is not in the answer.
std::map<PersonId, int> count_open_learning(Tx& tx);
std::optional<LearningTask> find_learning(Tx& tx, LearningId learning);
// Nothing when the person has an open one for this skill.
std::optional<LearningId> insert_learning(Tx& tx, const LearningTask& task, Time now);
// The day and the state. False when its version is another.
bool update_learning(Tx& tx, const LearningTask& task);
void delete_learning_of(Tx& tx, PersonId person);

}  // namespace ogniwo::tiers::store
