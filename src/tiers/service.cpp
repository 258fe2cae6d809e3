#include "tiers/service.hpp"

#include <algorithm>

#include "base/check.hpp"
#include "base/cursor.hpp"
#include "base/encoding.hpp"
#include "base/text.hpp"
#include "people/service.hpp"
#include "tiers/cursor.hpp"
#include "tiers/rules.hpp"
#include "tiers/store.hpp"
#include "tiers/structure_store.hpp"

namespace ogniwo::tiers {
namespace {

constexpr int tiers_at_first = 3;

Result<store::QueuePlace> place_of(const std::optional<std::string>& cursor) {
    TRY(const auto read, read_cursor<QueueCursor>(cursor));
    if (!read) return store::QueuePlace{};
    const auto key = from_base64url(read->key);
    if (!key) return invalid_cursor;
    return store::QueuePlace{.tier = read->tier, .sort_key = Blob{*key}, .id = read->queue};
}

std::string cursor_after(const store::QueueRow& row) {
    return cursor_text(QueueCursor{
        .tier = row.queue.tier, .key = to_base64url(row.sort_key.bytes), .queue = row.queue.id});
}

void ensure_tier(Work& work, int number) {
    const TierNames names = names_of(number);
    if (!store::insert_tier(
            work.tx, {.number = number, .name_pl = names.polish, .name_en = names.english})) {
        return;
    }
    store::insert_usual_moves(work.tx, number);
    work.record(TierAdded{.number = number},
                About{.kind = "tier", .id = number, .version = 1},
                {{"namePl", names.polish}, {"nameEn", names.english}});
}

std::string name_of_first_queue(Work& work, int tier) {
    const TierNames names = names_of(tier);
    return people::company_language(work.tx) == people::Language::en ? names.english : names.polish;
}

}  // namespace

Result<TierList> list_tiers(const View& view, const Nothing&) {
    TierList list{.items = store::list_tiers(view.tx)};
    for (Tier& tier : list.items) {
        tier.queues = store::list_oldest_queues(view.tx, tier.number, queues_per_tier_shown);
    }
    return list;
}

Result<QueueList> list_queues(const View& view, const ListQueues& wish) {
    TRY(const store::QueuePlace after, place_of(wish.cursor));
    const int limit = wish.limit.value_or(50);

    store::QueueFilter filter{.tier = wish.tier};
    if (wish.q) filter.folded_part = fold(trim(*wish.q));
    auto rows = store::list_queues(view.tx, filter, after, limit + 1);

    QueueList list;
    if (rows.size() > static_cast<std::size_t>(limit)) {
        rows.pop_back();
        list.next = cursor_after(rows.back());
    }
    for (store::QueueRow& row : rows) list.items.push_back(std::move(row.queue));
    return list;
}

std::optional<QueueId> first_queue(Tx& tx, int tier) {
    return store::find_first_queue(tx, tier);
}

std::optional<int> tier_below(Tx& tx, int tier) {
    return store::find_tier_below(tx, tier);
}

std::optional<Queue> find_queue(Tx& tx, QueueId queue) {
    return store::find_queue(tx, queue);
}

std::optional<int> tier_of_queue(Tx& tx, QueueId queue) {
    return store::find_tier_of_queue(tx, queue);
}

std::map<QueueId, std::string> queue_names(Tx& tx, const std::vector<QueueId>& queues) {
    return queues.empty() ? std::map<QueueId, std::string>{} : store::find_queue_names(tx, queues);
}

QueueId ensure_queue(Work& work, int tier, std::string_view name) {
    const std::string tidy(trim(name));
    INVARIANT(!tidy.empty());
    if (const auto known = store::find_queue_named(work.tx, tier, fold(tidy))) return *known;

    ensure_tier(work, tier);
    const auto added = store::insert_queue(work.tx, tier, tidy);
    // Another transaction was faster: on PostgreSQL this one cannot see its row, so it starts anew.
    if (!added) throw StorageError(StorageError::Kind::busy, "queue made elsewhere");
    work.record(QueueAdded{.tier = tier},
                About{.kind = "queue", .id = added->value, .version = 1},
                {{"name", tidy}});
    return *added;
}

std::map<QueueName, QueueId> ensure_queues(Work& work, const std::set<QueueName>& names) {
    std::vector<std::string> folded;
    for (const auto& [tier, name] : names) folded.push_back(fold(trim(name)));
    const auto known = store::find_queues_named(work.tx, folded);

    std::map<QueueName, QueueId> queues;
    for (const auto& [tier, name] : names) {
        const auto found = known.find({tier, fold(trim(name))});
        queues[{tier, name}] =
            found == known.end() ? ensure_queue(work, tier, name) : found->second;
    }
    return queues;
}

QueueId ensure_first_queue(Work& work, int tier) {
    if (const auto known = store::find_first_queue(work.tx, tier)) return *known;
    return ensure_queue(work, tier, name_of_first_queue(work, tier));
}

void set_up(Work& work) {
    if (store::find_first_queue(work.tx, 1)) return;
    for (int tier = 1; tier <= tiers_at_first; ++tier) ensure_first_queue(work, tier);
}

}  // namespace ogniwo::tiers
