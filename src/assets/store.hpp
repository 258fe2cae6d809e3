#pragma once

// The only place that names the tables asset and asset_name. Reads for somebody bring their Scope;
// what lies outside of it is not found.

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "assets/rules.hpp"
#include "storage/tx.hpp"

namespace ogniwo::assets::store {

struct StoredAsset {
    AssetId id{};
    std::int64_t version = 1;
    CustomerId customer{};
    AssetCard card{};
    std::string folded{};  // The name, as lists order it.
    Time created_at{};
    std::optional<Time> retired_at{};
};

std::optional<StoredAsset> find_asset(Tx& tx, const Scope& scope, AssetId asset);
// In order of id, whoever's they are: for the check.
std::vector<StoredAsset> list_assets_after(Tx& tx, AssetId after, int limit);
std::vector<StoredAsset> list_assets_of(Tx& tx, PersonId person);
// Unknown ids are absent.
std::map<AssetId, NamedAsset> named_assets(Tx& tx, const std::vector<AssetId>& ids);

struct AssetPlace {
    std::string folded{};
    AssetId asset{};
};
struct AssetFilter {
    std::optional<CustomerId> customer{};
    std::optional<people::SiteId> site{};
    std::optional<PersonId> person{};
    std::optional<AssetKind> kind{};
    bool retired = false;  // Those alone, or those in use.
    Words words{};
};
// By name, after this place.
std::vector<StoredAsset> list_assets(Tx& tx,
                                     const Scope& scope,
                                     const AssetFilter& filter,
                                     const std::pair<AssetPlace, int>& page);

AssetId insert_asset(Tx& tx, CustomerId customer, const AssetCard& card, Time now);
void update_asset(Tx& tx, AssetId asset, const AssetCard& card);
void update_retired(Tx& tx, AssetId asset, std::optional<Time> retired_at);

// Raise the version, and so protect the row until the commit. Nothing when it is another one.
std::optional<std::int64_t> claim_asset(Tx& tx, AssetId asset);
std::optional<std::int64_t> claim_asset(Tx& tx, AssetId asset, std::int64_t version);

// Protects the row until the commit, and leaves it as it is.
void hold_asset(Tx& tx, AssetId asset);

// Who bears the name among the assets of this customer that are in use.
std::optional<AssetId> find_name(Tx& tx, CustomerId customer, const std::string& folded);
// False: it is another one's. The name that the asset bore before is free.
bool save_name(Tx& tx, CustomerId customer, const std::string& folded, AssetId asset);
void delete_name(Tx& tx, AssetId asset);

std::int64_t count_assets(Tx& tx, CustomerId customer);
// Of those in use: where they stand, each as often as there are assets.
std::vector<people::SiteId> list_sites(Tx& tx, CustomerId customer);

}  // namespace ogniwo::assets::store
