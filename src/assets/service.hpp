#pragma once

// The verbs of assets. Whoever may see all assets of a customer sees them; whoever uses one sees
// that one. What an actor may not see is `missing`.

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "assets/types.hpp"
#include "people/merge_types.hpp"
#include "storage/work.hpp"

namespace ogniwo::assets {

Result<AssetList> list_assets(const View& view, const ListAssets& wish);
Result<Asset> show_asset(const View& view, const OfAsset& wish);
// Order: the customer, the card, its site and person, its name.
Result<Asset> add_asset(Work& work, const AddAsset& wish);
// What is retired is not edited.
Result<Asset> edit_asset(Work& work, const EditAsset& wish);
Result<Asset> retire_asset(Work& work, const OfAsset& wish);
// Refused while another one bears its name.
Result<Asset> put_asset_back(Work& work, const OfAsset& wish);

// --- For slices above ------------------------------------------------------------------------

// What this actor may see of the asset, if anything.
std::optional<Asset> find_asset(const View& view, AssetId asset);
// Nobody's rights are checked; unknown ids are absent.
std::map<AssetId, NamedAsset> named_assets(Tx& tx, const std::vector<AssetId>& ids);
// Before somebody keeps a copy of its name: until the commit the asset is called nothing else.
void hold_name(Tx& tx, AssetId asset);
// Told in the same transaction what an asset is called from now on.
using Renamed = std::function<void(Work&, AssetId, const std::string& name)>;
void on_renamed(std::string_view name, Renamed renamed);

// --- For persons and customers that end, or go on as others ------------------------------------

std::string assets_of_person(const View& view, PersonId person);
void erase_person(Work& work, PersonId person);
std::vector<people::MovedCount> things_of_person(const View& view, PersonId person);
std::vector<people::MovedCount> things_of_customer(const View& view, CustomerId customer);
// Assets in use that stand at a site of a customer from whom this one would part.
std::int64_t bound_to_others(const View& view, CustomerId customer);

// --- Check -------------------------------------------------------------------------------------

struct Difference {
    AssetId asset{};
    std::string field{};
    std::string stored{};
    std::string replayed{};
};
struct Checked {
    std::vector<Difference> differences{};
    std::int64_t assets = 0;
    AssetId last{};  // Zero: there are no more.
};
// Each row beside what the events of its asset say.
Checked check_chunk(Tx& tx, AssetId after, int limit);

}  // namespace ogniwo::assets
