#include <map>

#include "assets/service.hpp"
#include "assets/store.hpp"
#include "base/json.hpp"
#include "storage/journal.hpp"

namespace ogniwo::assets {
namespace {

constexpr std::string_view subject_kind = "asset";

// What the events of one asset say that it is.
struct Replayed {
    bool is_there = false;
    std::int64_t version = 0;
    AssetState state{};
    bool is_retired = false;
};

void apply(Replayed& asset, const Event& event) {
    asset.version = event.subject_version;
    if (event.name == AssetAdded::name) {
        if (const auto added = from_json<AssetAdded>(event.payload)) {
            asset.is_there = true;
            asset.state = added->state;
        }
    } else if (event.name == AssetChanged::name) {
        if (const auto changed = from_json<AssetChanged>(event.payload)) {
            asset.state = changed->state;
        }
    } else if (event.name == AssetRetired::name) {
        asset.is_retired = true;
    } else if (event.name == AssetPutBack::name) {
        asset.is_retired = false;
    }
}

Replayed replay(const std::vector<Event>& events) {
    Replayed asset;
    for (const Event& event : events) apply(asset, event);
    return asset;
}

// The last of each; nothing for one that was erased.
std::map<std::string, std::optional<std::string>> texts_told(Tx& tx, AssetId asset) {
    std::map<std::string, std::optional<std::string>> told;
    for (auto& said : journal::texts_of_subject(tx, subject_kind, asset.value)) {
        told[said.field] = std::move(said.text);
    }
    return told;
}

class Comparing {
public:
    Comparing(const store::StoredAsset& stored, std::vector<Difference>& found)
        : stored_(stored), found_(found) {}

    void compare(std::string field, std::string stored, std::string replayed) {
        if (stored == replayed) return;
        found_.push_back({.asset = stored_.id,
                          .field = std::move(field),
                          .stored = std::move(stored),
                          .replayed = std::move(replayed)});
    }

    void with(const Replayed& replayed) {
        if (!replayed.is_there) return compare("events", "", "unreadable");
        compare("version", std::to_string(stored_.version), std::to_string(replayed.version));
        compare("state",
                to_json(AssetChanged{.state = state_of(stored_.card)}),
                to_json(AssetChanged{.state = replayed.state}));
        compare(
            "retired", yes_or_no(stored_.retired_at.has_value()), yes_or_no(replayed.is_retired));
    }

    void with(const std::map<std::string, std::optional<std::string>>& told) {
        for (const auto& [field, text] : texts_of(stored_.card)) {
            const auto said = told.find(std::string(field));
            if (said == told.end()) {
                compare(std::string(field), text, "");
            } else if (said->second) {
                compare(std::string(field), text, *said->second);
            }
        }
    }

private:
    static std::string yes_or_no(bool is) { return is ? "yes" : "no"; }

    const store::StoredAsset& stored_;
    std::vector<Difference>& found_;
};

}  // namespace

Checked check_chunk(Tx& tx, AssetId after, int limit) {
    Checked checked;
    const auto assets = store::list_assets_after(tx, after, limit);
    for (const store::StoredAsset& stored : assets) {
        Comparing comparing(stored, checked.differences);
        comparing.with(replay(journal::of_subject(tx, subject_kind, stored.id.value)));
        comparing.with(texts_told(tx, stored.id));
        const auto bearer = store::find_name(tx, stored.customer, stored.folded);
        if ((bearer == stored.id) == stored.retired_at.has_value()) {
            comparing.compare("nameInUse", bearer ? std::to_string(bearer->value) : "", "another");
        }
    }
    checked.assets = static_cast<std::int64_t>(assets.size());
    if (assets.size() == static_cast<std::size_t>(limit)) checked.last = assets.back().id;
    return checked;
}

}  // namespace ogniwo::assets
