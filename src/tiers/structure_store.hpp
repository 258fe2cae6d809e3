#pragma once

// The support structure in its tables: what tiers may do, members, moves, reasons, versions.

#include <optional>
#include <string>
#include <vector>

#include "storage/work.hpp"
#include "tiers/types.hpp"

namespace ogniwo::tiers::store {

// Without the names of members and without warnings.
Structure load_structure(Tx& tx);

struct Version {
    std::int64_t number = 0;
    Time changed_at{};
    std::optional<PersonId> changed_by{};
    std::string document{};
};
// False when there is that version already.
bool insert_version(Tx& tx, const Version& version);
// The one that held at that moment, if the structure was ever changed.
std::optional<Version> find_version_at(Tx& tx, Time at);

void save_tier(Tx& tx, int number, const WishedTier& tier);
void retire_tiers_above(Tx& tx, int highest, Time now);

// A retired queue's name is free again.
void retire_queue(Tx& tx, QueueId queue, Time now);
void rename_queue(Tx& tx, QueueId queue, const std::string& name);

void save_members(Tx& tx, int tier, const std::vector<PersonId>& members, Time now);
void delete_member_everywhere(Tx& tx, PersonId person);

void save_moves(Tx& tx, const std::vector<TierMove>& moves);
void save_reasons(Tx& tx, const std::vector<MoveReason>& reasons, Time now);

// The first moves of a new tier, from and to all others.
void insert_usual_moves(Tx& tx, int tier);

// Codes; none when that move is not allowed.
std::vector<QueueId> list_queues_of(Tx& tx, PersonId person);
std::vector<std::string> list_reasons_for(Tx& tx, int from, int to);
bool is_reason(Tx& tx, const std::string& code);
std::optional<TierRules> find_rules(Tx& tx, int tier);

}  // namespace ogniwo::tiers::store
