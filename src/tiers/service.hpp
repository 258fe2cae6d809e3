#pragma once

// What the rest of the house may ask of the support structure.

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "storage/work.hpp"
#include "tiers/types.hpp"

namespace ogniwo::tiers {

Result<TierList> list_tiers(const View& view, const Nothing&);
Result<QueueList> list_queues(const View& view, const ListQueues& wish);
Result<Structure> read_structure(const View& view, const ReadStructure& wish);
// One version more. Tiers, queues and reasons that go are retired, never deleted.
Result<Structure> edit_structure(Work& work, const EditStructure& wish);

// For slices above, which have asked for their own rights already.

// Where a ticket waits that comes to this tier without naming a queue. Nothing: no such tier.
std::optional<QueueId> first_queue(Tx& tx, int tier);
// The tier that follows downwards or upwards; nothing at the end of the chain.
std::optional<int> tier_below(Tx& tx, int tier);
std::optional<Queue> find_queue(Tx& tx, QueueId queue);
// Nothing for a retired queue, too.
std::optional<int> tier_of_queue(Tx& tx, QueueId queue);
// Those of the tiers where this person works; all of them for somebody who works on no tier.
std::vector<QueueId> queues_of_person(Tx& tx, PersonId person);
// What a wish must hold that leaves the tiers as they are.
std::vector<WishedTier> wished_tiers(const Structure& structure);
// Codes of reasons; none when the structure does not allow the move, and none from a tier to itself
// when another queue there needs no reason.
std::vector<std::string> reasons_for_move(Tx& tx, int from, int to);
// A code of the structure, not retired.
bool is_reason(Tx& tx, const std::string& code);
TierRules rules_of_tier(Tx& tx, int tier);
// Queues that do not exist are not in the answer.
std::map<QueueId, std::string> queue_names(Tx& tx, const std::vector<QueueId>& queues);

// A queue as imports name it: by tier and name, which counts without case and diacritics.
using QueueName = std::pair<int, std::string>;
// All of them with one look-up; those that are missing are made, and so are their tiers.
std::map<QueueName, QueueId> ensure_queues(Work& work, const std::set<QueueName>& names);
// The queue of that name in that tier, made when it is missing, and so is its tier: imports bring
// structures of their own. The name counts without case and diacritics.
QueueId ensure_queue(Work& work, int tier, std::string_view name);
// The same for "whatever queue this tier begins with".
QueueId ensure_first_queue(Work& work, int tier);

// Three tiers with one queue each, named in the language of our company. Does nothing to an
// installation that has tiers.
void set_up(Work& work);

void erase_person(Work& work, PersonId person);

}  // namespace ogniwo::tiers
