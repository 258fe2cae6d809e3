#include "assets/service.hpp"

#include <algorithm>

#include "assets/cursor.hpp"
#include "assets/store.hpp"
#include "base/json.hpp"
#include "base/text.hpp"
#include "people/service.hpp"

namespace ogniwo::assets {
namespace {

using people::SiteId;
using store::StoredAsset;

constexpr int page_default = 50;

std::vector<std::pair<std::string, Renamed>>& hooks() {
    static std::vector<std::pair<std::string, Renamed>> all;
    return all;
}

void tell_name(Work& work, AssetId asset, const std::string& name) {
    for (const auto& [slice, renamed] : hooks()) renamed(work, asset, name);
}

// --- Who sees what

bool may_see(const Actor& actor, const StoredAsset& asset) {
    if (actor.may(see, asset.customer)) return true;
    return actor.may(see_own, asset.customer) && actor.is(asset.card.person);
}

Result<StoredAsset> load_visible(const View& view, AssetId id) {
    auto asset = store::find_asset(view.tx, view.actor.scope(see_own), id);
    if (!asset || !may_see(view.actor, *asset)) return missing;
    return *std::move(asset);
}

Result<StoredAsset> load_editable(const View& view, AssetId id) {
    TRY(StoredAsset asset, load_visible(view, id));
    if (!view.actor.may(edit, asset.customer)) return people::not_yours_to_edit;
    return asset;
}

// --- Answers

Asset to_answer(const View& view, StoredAsset stored) {
    AssetCard& card = stored.card;
    Asset asset{.id = stored.id,
                .version = stored.version,
                .customer = stored.customer,
                .kind = card.kind,
                .name = std::move(card.name),
                .site = card.site,
                .person = card.person,
                .maker = std::move(card.maker),
                .model = std::move(card.model),
                .serial_number = std::move(card.serial_number),
                .inventory_number = std::move(card.inventory_number),
                .purchased_on = card.purchased_on,
                .warranty_until = card.warranty_until,
                .created_at = stored.created_at,
                .retired_at = stored.retired_at};
    if (view.actor.may(people::see_pinned_notes, stored.customer)) {
        asset.note = std::move(card.note);
    }
    return asset;
}

template <class AnId, class Name>
std::optional<Name> named(const std::map<AnId, Name>& names, const std::optional<AnId>& id) {
    const auto found = id ? names.find(*id) : names.end();
    return found == names.end() ? std::nullopt : std::optional(found->second);
}

template <class AnId>
AnId as_shown(const std::map<AnId, AnId>& merged, AnId id) {
    return named(merged, std::optional(id)).value_or(id);
}

// A statement per kind of name. Of a site that belongs to somebody else by now nothing is told:
// what was put in place while two were one is not told to either afterwards.
void add_names(Tx& tx, std::vector<Asset>& assets) {
    std::vector<CustomerId> customers;
    std::vector<SiteId> places;
    std::vector<PersonId> persons;
    for (const Asset& asset : assets) {
        customers.push_back(asset.customer);
        if (asset.site) places.push_back(*asset.site);
        if (asset.person) persons.push_back(*asset.person);
    }
    const auto sites = people::named_sites(tx, places);
    for (const auto& [id, site] : sites) customers.push_back(site.customer);
    const auto customer_names = people::customer_names(tx, customers);
    const auto person_names = people::person_names(tx, persons);
    const auto merged_customers = people::merged_among(tx, customers);
    const auto merged_persons = people::merged_among(tx, persons);
    for (Asset& asset : assets) {
        asset.customer_name = named(customer_names, std::optional(asset.customer)).value_or("");
        asset.person_name = named(person_names, asset.person);
        asset.customer = as_shown(merged_customers, asset.customer);
        if (asset.person) asset.person = as_shown(merged_persons, *asset.person);
        const auto site = named(sites, asset.site);
        if (site && as_shown(merged_customers, site->customer) == asset.customer) {
            asset.site_name = site->name;
        }
    }
}

Asset answer(const View& view, StoredAsset stored) {
    std::vector<Asset> one;
    one.push_back(to_answer(view, std::move(stored)));
    add_names(view.tx, one);
    return std::move(one.front());
}

// After a change.
Asset answer(const View& view, AssetId id) {
    return answer(view, *store::find_asset(view.tx, Actor::system().scope(see), id));
}

// --- Lists

// Who is meant by one of those that are one; nobody in particular where nobody is asked for.
template <class AnId>
std::vector<std::optional<AnId>> meant_by(Tx& tx, const std::optional<AnId>& asked) {
    if (!asked) return {std::nullopt};
    std::vector<std::optional<AnId>> all;
    for (const AnId one : people::one_with(tx, *asked)) all.emplace_back(one);
    return all;
}

struct Part {
    Scope scope{};
    store::AssetFilter filter{};
};

// All of some customers, and of others those that the reader uses: nearly always one part.
std::vector<Part> parts_of(const View& view, const ListAssets& wish) {
    const Actor& actor = view.actor;
    const store::AssetFilter asked{.site = wish.site,
                                   .kind = wish.kind,
                                   .retired = wish.retired.value_or(false),
                                   .words = words_of(wish.q.value_or(""))};
    std::vector<Part> parts;
    const auto add = [&](const Scope& scope, const std::vector<std::optional<PersonId>>& persons) {
        if (!scope.everyone && scope.customers.empty()) return;
        for (const auto& customer : meant_by(view.tx, wish.customer)) {
            for (const auto& person : persons) {
                parts.push_back({.scope = scope, .filter = asked});
                parts.back().filter.customer = customer;
                parts.back().filter.person = person;
            }
        }
    };
    const Scope all = actor.scope(see);
    add(all, meant_by(view.tx, wish.person));
    if (all.everyone || !actor.person || (wish.person && !actor.is(wish.person))) return parts;
    Scope own = actor.scope(see_own);
    std::erase_if(own.customers, [&](CustomerId customer) { return all.covers(customer); });
    std::vector<std::optional<PersonId>> me{actor.person};
    me.insert(me.end(), actor.also.begin(), actor.also.end());
    add(own, me);
    return parts;
}

// --- Changes

About about(const StoredAsset& asset) {
    return {.kind = "asset",
            .id = asset.id.value,
            .version = asset.version,
            .customer = asset.customer};
}

Error wrong(std::string pointer, const Reason& reason) {
    return {.reason = invalid_fields, .fields = {{std::move(pointer), reason.name}}};
}

// What stays as it was is not asked about: people leave, and sites are given up.
Outcome may_be_there(Tx& tx, CustomerId customer, const AssetCard& before, const AssetCard& card) {
    if (card.site && card.site != before.site && !people::is_site_of(tx, *card.site, customer)) {
        return wrong("/site", site_unknown);
    }
    if (card.person && card.person != before.person &&
        !people::belongs_to(tx, *card.person, customer)) {
        return wrong("/person", person_unknown);
    }
    return Nothing{};
}

// Of two customers that are one, both are looked at; the row settles a race.
bool take_name(Tx& tx, const StoredAsset& asset) {
    const std::string folded = fold(asset.card.name);
    for (const CustomerId one : people::one_with(tx, asset.customer)) {
        const auto bearer = store::find_name(tx, one, folded);
        if (bearer && *bearer != asset.id) return false;
    }
    return store::save_name(tx, asset.customer, folded, asset.id);
}

Error taken() {
    return {.reason = name_taken, .fields = {{"/name", name_taken.name}}};
}

std::vector<EventText> changed_texts(const AssetCard& before, const AssetCard& card) {
    std::vector<EventText> texts;
    const auto old = texts_of(before);
    auto now = texts_of(card);
    for (std::size_t i = 0; i < now.size(); ++i) {
        auto& [field, text] = now[i];
        if (text != old[i].second) texts.push_back({field, std::move(text)});
    }
    return texts;
}

}  // namespace

Result<AssetList> list_assets(const View& view, const ListAssets& wish) {
    TRY(const auto cursor, read_cursor<AssetCursor>(wish.cursor));
    const int limit = wish.limit.value_or(page_default);
    store::AssetPlace after;
    if (cursor) after = {.folded = cursor->folded, .asset = cursor->asset};

    std::vector<StoredAsset> rows;
    for (const Part& part : parts_of(view, wish)) {
        std::ranges::move(store::list_assets(view.tx, part.scope, part.filter, {after, limit + 1}),
                          std::back_inserter(rows));
    }
    std::ranges::sort(
        rows, {}, [](const StoredAsset& asset) { return std::pair(asset.folded, asset.id); });
    AssetList list;
    if (rows.size() > static_cast<std::size_t>(limit)) {
        rows.resize(static_cast<std::size_t>(limit));
        list.next = cursor_text(AssetCursor{.folded = rows.back().folded, .asset = rows.back().id});
    }
    for (StoredAsset& row : rows) list.items.push_back(to_answer(view, std::move(row)));
    add_names(view.tx, list.items);
    return list;
}

Result<Asset> show_asset(const View& view, const OfAsset& wish) {
    TRY(StoredAsset asset, load_visible(view, wish.asset));
    return answer(view, std::move(asset));
}

Result<Asset> add_asset(Work& work, const AddAsset& wish) {
    if (!work.actor.may(see, wish.customer)) return missing;
    if (!people::customer_exists(work.tx, wish.customer)) return missing;
    if (!work.actor.may(edit, wish.customer)) return people::not_yours_to_edit;
    TRY_DO(people::goes_on_as_nobody(work.tx, wish.customer));
    StoredAsset asset{.customer = wish.customer};
    TRY(asset.card, checked_card(wish));
    TRY_DO(may_be_there(work.tx, wish.customer, {}, asset.card));
    asset.id = store::insert_asset(
        work.tx, asset.customer, asset.card, work.happened_at.value_or(work.now));
    if (!take_name(work.tx, asset)) return taken();
    work.record(
        AssetAdded{.state = state_of(asset.card)}, about(asset), changed_texts({}, asset.card));
    return answer(work, asset.id);
}

Result<Asset> edit_asset(Work& work, const EditAsset& wish) {
    TRY(StoredAsset asset, load_editable(work, wish.asset));
    if (asset.retired_at) return is_retired;
    const auto version = store::claim_asset(work.tx, wish.asset, wish.version);
    if (!version) return stale;
    asset.version = *version;
    const AssetCard before = asset.card;
    TRY(asset.card, checked_card(with_changes(before, wish)));
    TRY_DO(may_be_there(work.tx, asset.customer, before, asset.card));
    store::update_asset(work.tx, asset.id, asset.card);
    if (!take_name(work.tx, asset)) return taken();
    work.record(AssetChanged{.state = state_of(asset.card)},
                about(asset),
                changed_texts(before, asset.card));
    if (asset.card.name != before.name) tell_name(work, asset.id, asset.card.name);
    return answer(work, asset.id);
}

Result<Asset> retire_asset(Work& work, const OfAsset& wish) {
    TRY(StoredAsset asset, load_editable(work, wish.asset));
    asset.version = *store::claim_asset(work.tx, asset.id);
    if (asset.retired_at) return is_retired;
    store::update_retired(work.tx, asset.id, work.now);
    store::delete_name(work.tx, asset.id);
    work.record(AssetRetired{}, about(asset));
    return answer(work, asset.id);
}

Result<Asset> put_asset_back(Work& work, const OfAsset& wish) {
    TRY(StoredAsset asset, load_editable(work, wish.asset));
    asset.version = *store::claim_asset(work.tx, asset.id);
    if (!asset.retired_at) return is_in_use;
    store::update_retired(work.tx, asset.id, std::nullopt);
    if (!take_name(work.tx, asset)) return name_taken;
    work.record(AssetPutBack{}, about(asset));
    return answer(work, asset.id);
}

std::optional<Asset> find_asset(const View& view, AssetId asset) {
    auto found = load_visible(view, asset);
    if (!found) return std::nullopt;
    return answer(view, *std::move(found));
}

std::map<AssetId, NamedAsset> named_assets(Tx& tx, const std::vector<AssetId>& ids) {
    return ids.empty() ? std::map<AssetId, NamedAsset>{} : store::named_assets(tx, ids);
}

void hold_name(Tx& tx, AssetId asset) {
    store::hold_asset(tx, asset);
}

void on_renamed(std::string_view name, Renamed renamed) {
    std::erase_if(hooks(), [&](const auto& known) { return known.first == name; });
    hooks().emplace_back(name, std::move(renamed));
}

std::string assets_of_person(const View& view, PersonId person) {
    AssetList used;
    for (StoredAsset& asset : store::list_assets_of(view.tx, person)) {
        used.items.push_back(to_answer(view, std::move(asset)));
        used.items.back().note.reset();
    }
    add_names(view.tx, used.items);
    return to_json(used);
}

void erase_person(Work& work, PersonId person) {
    for (StoredAsset& asset : store::list_assets_of(work.tx, person)) {
        asset.version = *store::claim_asset(work.tx, asset.id);
        asset.card.person.reset();
        store::update_asset(work.tx, asset.id, asset.card);
        work.record(AssetChanged{.state = state_of(asset.card)}, about(asset));
    }
}

std::vector<people::MovedCount> things_of_person(const View& view, PersonId person) {
    const std::size_t count = store::list_assets_of(view.tx, person).size();
    if (count == 0) return {};
    return {{.what = "assets", .count = static_cast<std::int64_t>(count)}};
}

std::vector<people::MovedCount> things_of_customer(const View& view, CustomerId customer) {
    const std::int64_t count = store::count_assets(view.tx, customer);
    if (count == 0) return {};
    return {{.what = "assets", .count = count}};
}

std::int64_t bound_to_others(const View& view, CustomerId customer) {
    std::int64_t count = 0;
    for (const CustomerId one : people::one_with(view.tx, customer)) {
        const auto places = store::list_sites(view.tx, one);
        const auto owners = people::named_sites(view.tx, places);
        count += std::ranges::count_if(places, [&](SiteId site) {
            const auto owner = owners.find(site);
            if (owner == owners.end()) return false;
            return (owner->second.customer == customer) != (one == customer);
        });
    }
    return count;
}

}  // namespace ogniwo::assets
