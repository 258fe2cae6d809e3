#pragma once

// Tiers and queues, one by one; the structure as a whole is in structure_store.hpp. What is retired
// is not found unless it says so.

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "storage/work.hpp"
#include "tiers/types.hpp"

namespace ogniwo::tiers::store {

std::vector<Tier> list_tiers(Tx& tx);  // Without their queues.
std::vector<Queue> list_oldest_queues(Tx& tx, int tier, int limit);

// The place after which a page of queues begins: tier 0 is before all of them.
struct QueuePlace {
    int tier = 0;
    Blob sort_key{};
    QueueId id{};
};
struct QueueRow {
    Queue queue;
    Blob sort_key;
};
struct QueueFilter {
    std::optional<int> tier{};
    std::optional<std::string> folded_part{};
};
std::vector<QueueRow> list_queues(Tx& tx,
                                  const QueueFilter& filter,
                                  const QueuePlace& after,
                                  int limit);

std::optional<QueueId> find_first_queue(Tx& tx, int tier);
std::optional<int> find_tier_below(Tx& tx, int tier);
std::optional<Queue> find_queue(Tx& tx, QueueId queue);  // A retired one, too.
std::optional<int> find_tier_of_queue(Tx& tx, QueueId queue);
std::optional<QueueId> find_queue_named(Tx& tx, int tier, const std::string& folded);
// In every tier, by their folded names.
std::map<std::pair<int, std::string>, QueueId> find_queues_named(
    Tx& tx, const std::vector<std::string>& folded);
std::map<QueueId, std::string> find_queue_names(Tx& tx, const std::vector<QueueId>& queues);

// False when the tier exists.
bool insert_tier(Tx& tx, const Tier& tier);
// Nothing when the tier has a queue of that name.
std::optional<QueueId> insert_queue(Tx& tx, int tier, const std::string& name);

}  // namespace ogniwo::tiers::store
