#include "assets/api.hpp"

#include "assets/cursor.hpp"
#include "assets/service.hpp"
#include "base/describe.hpp"
#include "base/limits.hpp"
#include "operations/operations.hpp"
#include "people/service.hpp"

namespace ogniwo::assets {
namespace {

constexpr std::int64_t name_most = 120;
constexpr std::int64_t number_most = 80;
constexpr std::int64_t note_most = 4'000;
constexpr std::int64_t query_most = 100;
constexpr std::int64_t cursor_most = 1'000;
constexpr std::int64_t page_most = static_cast<std::int64_t>(limits::list_page);

constexpr Date sample_day = std::chrono::year{2024} / 3 / 1;

void describe_state(Fields& fields, AssetState& state) {
    fields("kind", state.kind);
    fields("site", state.site);
    fields("person", state.person);
    fields("purchasedOn", state.purchased_on);
    fields("warrantyUntil", state.warranty_until);
}

AddAsset sample_asset() {
    AddAsset wish;
    wish.customer = {1};
    wish.kind = AssetKind::printer;
    wish.name = "Drukarka w sekretariacie";
    wish.maker = "Brother";
    wish.model = "HL-L2352DW";
    wish.serial_number = "E78283H1N123456";
    wish.purchased_on = sample_day;
    return wish;
}

void allow_roles() {
    using people::Role;
    people::allow_reading(
        see, {Role::technician, Role::bookkeeper, Role::consultant, Role::customer_administrator});
    people::allow_reading(
        see_own, {Role::technician, Role::bookkeeper, Role::consultant, Role::customer_user});
    people::allow(edit, {Role::technician});
}

}  // namespace

void describe(Fields& fields, Asset& asset) {
    fields("id", asset.id);
    fields("version", asset.version);
    fields("customer", asset.customer);
    fields("customerName", asset.customer_name);
    fields("kind", asset.kind);
    fields("name", asset.name);
    fields("site", asset.site);
    fields("siteName", asset.site_name);
    fields("person", asset.person).about("Who uses it.");
    fields("personName", asset.person_name);
    fields("maker", asset.maker);
    fields("model", asset.model);
    fields("serialNumber", asset.serial_number);
    fields("inventoryNumber", asset.inventory_number);
    fields("purchasedOn", asset.purchased_on);
    fields("warrantyUntil", asset.warranty_until).about("Its last day.");
    fields("note", asset.note).multiline().about("Absent for the customer's own people.");
    fields("createdAt", asset.created_at);
    fields("retiredAt", asset.retired_at).about("It is not chosen any more.");
}

void describe(Fields& fields, AssetList& list) {
    fields("items", list.items);
    fields("next", list.next);
}

void describe(Fields& fields, ListAssets& wish) {
    fields("customer", wish.customer);
    fields("site", wish.site);
    fields("person", wish.person);
    fields("kind", wish.kind);
    fields("retired", wish.retired).about("True: those alone. Else those in use.");
    fields("q", wish.q)
        .at_most(query_most)
        .about("Words of the name, the maker, the model or one of the numbers.");
    fields("cursor", wish.cursor).at_most(cursor_most);
    fields("limit", wish.limit).within(1, page_most);
}

void describe(Fields& fields, AddAsset& wish) {
    fields("customer", wish.customer);
    fields("kind", wish.kind);
    fields("name", wish.name)
        .within(1, name_most)
        .about("Of those in use no two of a customer have the same.");
    fields("site", wish.site).about("One of the customer's.");
    fields("person", wish.person).about("Who uses it: one of the customer's people.");
    fields("maker", wish.maker).at_most(name_most).may_be_missing();
    fields("model", wish.model).at_most(name_most).may_be_missing();
    fields("serialNumber", wish.serial_number).at_most(number_most).may_be_missing();
    fields("inventoryNumber", wish.inventory_number).at_most(number_most).may_be_missing();
    fields("purchasedOn", wish.purchased_on);
    fields("warrantyUntil", wish.warranty_until).about("Its last day.");
    fields("note", wish.note).at_most(note_most).multiline().may_be_missing();
}

void describe(Fields& fields, EditAsset& wish) {
    fields("asset", wish.asset);
    fields("version", wish.version);
    fields("kind", wish.kind);
    fields("name", wish.name).within(1, name_most);
    fields("site", wish.site);
    fields("person", wish.person);
    fields("maker", wish.maker).at_most(name_most);
    fields("model", wish.model).at_most(name_most);
    fields("serialNumber", wish.serial_number).at_most(number_most);
    fields("inventoryNumber", wish.inventory_number).at_most(number_most);
    fields("purchasedOn", wish.purchased_on);
    fields("warrantyUntil", wish.warranty_until);
    fields("note", wish.note).at_most(note_most).multiline();
}

void describe(Fields& fields, OfAsset& wish) {
    fields("asset", wish.asset);
}

void describe(Fields& fields, AssetAdded& event) {
    describe_state(fields, event.state);
}

void describe(Fields& fields, AssetChanged& event) {
    describe_state(fields, event.state);
}

void describe(Fields&, AssetRetired&) {}

void describe(Fields&, AssetPutBack&) {}

void describe(Fields& fields, AssetCursor& cursor) {
    fields("folded", cursor.folded);
    fields("asset", cursor.asset);
}

void mount(Operations& operations) {
    allow_roles();
    operations.slice("assets", "Devices and software of customers.");
    operations
        .get<ListAssets, AssetList>(
            "assets.list_assets", "/assets", see_own, list_assets, {.kind = AssetKind::printer})
        .about("Assets that the reader may see, by name: of whole customers, or what they use.");
    operations.post<AddAsset, Asset>("assets.add_asset", "/assets", edit, add_asset, sample_asset())
        .creates()
        .about("Adds an asset of a customer.");
    operations
        .get<OfAsset, Asset>(
            "assets.show_asset", "/assets/{asset}", see_own, show_asset, {.asset = {1}})
        .about("One asset; its version is the ETag.");
    operations
        .patch<EditAsset, Asset>("assets.edit_asset",
                                 "/assets/{asset}",
                                 edit,
                                 edit_asset,
                                 {.asset = {1}, .version = 1, .model = "HL-L2350DW"})
        .about("Changes an asset in use; fields that are missing stay, null clears.");
    operations
        .post<OfAsset, Asset>(
            "assets.retire_asset", "/assets/{asset}/retire", edit, retire_asset, {.asset = {1}})
        .about("Takes an asset out of use: what names it keeps it, and nothing new does.");
    operations
        .post<OfAsset, Asset>("assets.put_asset_back",
                              "/assets/{asset}/put-back",
                              edit,
                              put_asset_back,
                              {.asset = {1}})
        .about("Puts a retired asset back into use, if its name is still free.");
    people::on_export("assets", assets_of_person);
    people::on_erase("assets", erase_person);
    people::on_person_merge("assets", things_of_person, {});
    people::on_customer_merge("assets", things_of_customer, bound_to_others);
}

}  // namespace ogniwo::assets
