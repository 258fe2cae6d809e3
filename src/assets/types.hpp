#pragma once

// Devices and software of customers. An asset belongs to one customer; it may stand at one of their
// sites and be used by one of their people. It is retired instead of deleted: then it is not chosen
// again, and its name is free.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/enum.hpp"
#include "base/id.hpp"
#include "base/result.hpp"
#include "base/right.hpp"
#include "base/time.hpp"
#include "people/types.hpp"

namespace ogniwo::assets {

using AssetId = Id<struct AssetTag>;

enum class AssetKind {
    computer,
    server,
    printer,
    phone,
    network,
    till,
    fiscal_printer,
    software,
    other,
};
constexpr auto names(AssetKind) {
    return enum_names("computer",
                      "server",
                      "printer",
                      "phone",
                      "network",
                      "till",
                      "fiscal_printer",
                      "software",
                      "other");
}

// Everything that is typed in about an asset.
struct AssetCard {
    AssetKind kind = AssetKind::computer;
    std::string name{};
    std::optional<people::SiteId> site{};
    std::optional<PersonId> person{};  // Who uses it.
    std::string maker{};
    std::string model{};
    std::string serial_number{};
    std::string inventory_number{};
    std::optional<Date> purchased_on{};
    std::optional<Date> warranty_until{};  // Its last day.
    std::string note{};                    // Ours alone.
};

struct Asset {
    AssetId id{};
    std::int64_t version = 1;
    CustomerId customer{};
    std::string customer_name{};
    AssetKind kind = AssetKind::computer;
    std::string name{};
    std::optional<people::SiteId> site{};
    std::optional<std::string> site_name{};
    std::optional<PersonId> person{};
    std::optional<std::string> person_name{};
    std::string maker{};
    std::string model{};
    std::string serial_number{};
    std::string inventory_number{};
    std::optional<Date> purchased_on{};
    std::optional<Date> warranty_until{};
    std::optional<std::string> note{};  // Absent for customers' people.
    Time created_at{};
    std::optional<Time> retired_at{};
};
void describe(Fields& fields, Asset& asset);

struct AssetList {
    std::vector<Asset> items{};  // By name.
    std::optional<std::string> next{};
};
void describe(Fields& fields, AssetList& list);

struct ListAssets {
    std::optional<CustomerId> customer{};
    std::optional<people::SiteId> site{};
    std::optional<PersonId> person{};
    std::optional<AssetKind> kind{};
    std::optional<bool> retired{};  // True: those alone. Else those in use.
    std::optional<std::string> q{};
    std::optional<std::string> cursor{};
    std::optional<int> limit{};
};
void describe(Fields& fields, ListAssets& wish);

struct AddAsset : AssetCard {
    CustomerId customer{};
};
void describe(Fields& fields, AddAsset& wish);

struct EditAsset {
    AssetId asset{};
    std::int64_t version = 0;
    std::optional<AssetKind> kind{};
    std::optional<std::string> name{};
    std::optional<std::optional<people::SiteId>> site{};  // Null: none.
    std::optional<std::optional<PersonId>> person{};
    std::optional<std::string> maker{};
    std::optional<std::string> model{};
    std::optional<std::string> serial_number{};
    std::optional<std::string> inventory_number{};
    std::optional<std::optional<Date>> purchased_on{};
    std::optional<std::optional<Date>> warranty_until{};
    std::optional<std::string> note{};
};
void describe(Fields& fields, EditAsset& wish);

struct OfAsset {
    AssetId asset{};
};
void describe(Fields& fields, OfAsset& wish);

// For slices above: what an asset is called, and whose it is, whichever that one goes on as.
struct NamedAsset {
    CustomerId customer{};
    std::string name{};
};

// Events. The first two hold the state after them; name, maker, model, serialNumber,
// inventoryNumber and note are texts, of a change those that it changes.

struct AssetState {
    AssetKind kind = AssetKind::computer;
    std::optional<people::SiteId> site{};
    std::optional<PersonId> person{};
    std::optional<Date> purchased_on{};
    std::optional<Date> warranty_until{};

    friend bool operator==(const AssetState&, const AssetState&) = default;
};

struct AssetAdded {
    static constexpr std::string_view name = "assets.added";
    static constexpr int schema = 1;

    AssetState state{};
};
void describe(Fields& fields, AssetAdded& event);

struct AssetChanged {  // Also when whoever uses it is erased.
    static constexpr std::string_view name = "assets.changed";
    static constexpr int schema = 1;

    AssetState state{};
};
void describe(Fields& fields, AssetChanged& event);

struct AssetRetired {
    static constexpr std::string_view name = "assets.retired";
    static constexpr int schema = 1;
};
void describe(Fields& fields, AssetRetired& event);

struct AssetPutBack {
    static constexpr std::string_view name = "assets.put_back";
    static constexpr int schema = 1;
};
void describe(Fields& fields, AssetPutBack& event);

inline constexpr Right see{"assets.see"};
inline constexpr Right see_own{"assets.see_own"};
inline constexpr Right edit{"assets.edit"};

inline constexpr Reason name_missing{Refusal::invalid, "assets.name_missing"};
inline constexpr Reason name_taken{Refusal::conflict, "assets.name_taken"};
inline constexpr Reason site_unknown{Refusal::invalid, "assets.site_unknown"};
inline constexpr Reason person_unknown{Refusal::invalid, "assets.person_unknown"};
inline constexpr Reason warranty_before_purchase{Refusal::invalid,
                                                 "assets.warranty_before_purchase"};
inline constexpr Reason is_retired{Refusal::conflict, "assets.is_retired"};
inline constexpr Reason is_in_use{Refusal::conflict, "assets.is_in_use"};

}  // namespace ogniwo::assets
