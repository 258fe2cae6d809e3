#include <algorithm>
#include <array>

#include "assets/service.hpp"
#include "base/check.hpp"
#include "base/text.hpp"
#include "base/written_time.hpp"
#include "moving/rows.hpp"
#include "people/lookup_service.hpp"
#include "people/service.hpp"
#include "storage/attempt.hpp"

namespace ogniwo::moving {
namespace {

constexpr int looked_through = 200;

// A wish made of one row, and where its parts come from.
struct AssetWish {
    assets::AddAsset card{};
    Places places{{"/name", "name"},
                  {"/kind", "kind"},
                  {"/maker", "maker"},
                  {"/model", "model"},
                  {"/serialNumber", "serialNumber"},
                  {"/inventoryNumber", "inventoryNumber"},
                  {"/purchasedOn", "purchasedOn"},
                  {"/warrantyUntil", "warrantyUntil"},
                  {"/site", "site"},
                  {"/person", "person"},
                  {"/note", "note"}};
};

class Reading {
public:
    Reading(Pass& pass, store::ImportedRow& row, const Cells& cells)
        : pass_(pass), row_(row), cells_(cells) {}

    AssetWish wish() {
        AssetWish wish;
        assets::AddAsset& card = wish.card;
        card.name = cells_.line("name");
        card.maker = cells_.line("maker");
        card.model = cells_.line("model");
        card.serial_number = cells_.line("serialNumber");
        card.inventory_number = cells_.line("inventoryNumber");
        card.note = cells_.text("note");
        card.purchased_on = day("purchasedOn");
        card.warranty_until = day("warrantyUntil");
        card.kind = kind();
        if (card.name.empty()) be_wrong(row_, pass_, value_missing, "name");
        const auto customer = customer_of(pass_, row_, cells_);
        if (!customer) {
            if (!is_wrong()) be_wrong(row_, pass_, value_missing, "customer");
            return wish;
        }
        card.customer = *customer;
        card.site = site(*customer);
        card.person = person(*customer);
        return wish;
    }
    bool is_wrong() const { return row_.verdict == RowVerdict::wrong; }

private:
    void note(const Reason& reason, std::string_view field) {
        add_problem(row_, pass_, {.reason = std::string(reason.name), .is_note = true}, field);
    }

    assets::AssetKind kind() {
        if (!cells_.has("kind")) return assets::AssetKind::other;
        const auto ours = word_for(pass_.mapping(), "kind", cells_.line("kind"));
        if (!ours) {
            be_wrong(row_, pass_, word_unknown, "kind");
            return assets::AssetKind::other;
        }
        return *enum_value<assets::AssetKind>(*ours);
    }

    std::optional<Date> day(std::string_view field) {
        if (!cells_.has(field)) return std::nullopt;
        const auto time = parse_usual_time(cells_.line(field), pass_.mapping().zone);
        if (!time) {
            be_wrong(row_, pass_, time_unreadable, field);
            return std::nullopt;
        }
        return local_date(*time, pass_.mapping().zone);
    }

    std::optional<people::SiteId> site(CustomerId customer) {
        const std::string wanted = fold(cells_.line("site"));
        if (wanted.empty()) return std::nullopt;
        const auto sites = people::list_sites(pass_.work, {.customer = customer});
        INVARIANT(static_cast<bool>(sites));
        for (const people::Site& one : sites->items) {
            if (fold(one.name) == wanted) return one.site;
        }
        note(site_unknown, "site");
        return std::nullopt;
    }

    // By mail address, or by a name that only one of the customer's people bears.
    std::optional<PersonId> person(CustomerId customer) {
        const std::string written = cells_.line("person");
        if (written.empty()) return std::nullopt;
        std::vector<PersonId> found;
        if (written.find('@') == std::string::npos) {
            found = people::persons_called(pass_.tx(), written, customer);
        } else if (const auto one = people::find_person_by_email(pass_.tx(), written)) {
            found = {*one};
        }
        if (found.size() == 1 && !people::belongs_to(pass_.tx(), found.front(), customer)) {
            note(person_elsewhere, "person");
            return std::nullopt;
        }
        if (found.size() == 1) return found.front();
        note(found.empty() ? person_unknown : person_ambiguous, "person");
        return std::nullopt;
    }

    Pass& pass_;
    store::ImportedRow& row_;
    const Cells& cells_;
};

// One that the customer has already: by a number of its own, or by the name that it bears in use.
std::optional<Here> find_here(Pass& pass, const assets::AddAsset& card) {
    struct Trait {
        std::string_view field;
        const std::string& wanted;
        std::string assets::Asset::*member;
        bool may_be_retired;
    };
    const std::array traits{
        Trait{"inventoryNumber", card.inventory_number, &assets::Asset::inventory_number, true},
        Trait{"serialNumber", card.serial_number, &assets::Asset::serial_number, true},
        Trait{"name", card.name, &assets::Asset::name, false}};
    for (const auto& [field, wanted, member, may_be_retired] : traits) {
        const std::string folded = fold(wanted);
        if (folded.empty()) continue;
        for (const bool retired : {false, true}) {
            if (retired && !may_be_retired) continue;
            const auto list = assets::list_assets(pass.work,
                                                  {.customer = card.customer,
                                                   .retired = retired,
                                                   .q = wanted,
                                                   .limit = looked_through});
            INVARIANT(static_cast<bool>(list));
            for (const assets::Asset& one : list->items) {
                if (fold(one.*member) == folded) return Here{one.id.value, field};
            }
        }
    }
    return std::nullopt;
}

template <class T>
void take_one(Change change,
              const std::optional<T>& value,
              const std::optional<T>& before,
              std::optional<std::optional<T>>& into) {
    if (value && value != before && (change == Change::replace || !before)) into = value;
}

assets::EditAsset change_of(const assets::Asset& now,
                            const Cells& cells,
                            const AssetWish& wish,
                            Change change) {
    const assets::AddAsset& card = wish.card;
    assets::EditAsset edit{.asset = now.id, .version = now.version};
    take(change, card.name, now.name, edit.name);
    take(change, card.maker, now.maker, edit.maker);
    take(change, card.model, now.model, edit.model);
    take(change, card.serial_number, now.serial_number, edit.serial_number);
    take(change, card.inventory_number, now.inventory_number, edit.inventory_number);
    take(change, card.note, now.note.value_or(""), edit.note);
    take_one(change, card.site, now.site, edit.site);
    take_one(change, card.person, now.person, edit.person);
    take_one(change, card.purchased_on, now.purchased_on, edit.purchased_on);
    take_one(change, card.warranty_until, now.warranty_until, edit.warranty_until);
    if (change == Change::replace && cells.has("kind")) edit.kind = card.kind;
    return edit;
}

Result<RowVerdict> create(Pass& pass, store::ImportedRow& row, const AssetWish& wish) {
    TRY(const assets::AddAsset typed, as_typed(wish.card));
    TRY(const assets::Asset made, assets::add_asset(pass.work, typed));
    row.target = made.id.value;
    return RowVerdict::fresh;
}

Result<RowVerdict> change(Pass& pass,
                          const store::ImportedRow& row,
                          const AssetWish& wish,
                          Change how) {
    TRY(const assets::Asset before, assets::show_asset(pass.work, {assets::AssetId{*row.target}}));
    // What was taken out of use here comes back by hand alone.
    if (before.retired_at) return RowVerdict::unchanged;
    const Cells cells(pass.columns, row.cells);
    TRY(const assets::EditAsset typed, as_typed(change_of(before, cells, wish, how)));
    Attempt attempt(pass.tx());
    TRY(const assets::Asset after, assets::edit_asset(pass.work, typed));
    if (without_version(before) == without_version(after)) return RowVerdict::unchanged;
    attempt.keep();
    return RowVerdict::changed;
}

}  // namespace

void bring_asset(Pass& pass, store::ImportedRow& row) {
    const Cells cells(pass.columns, row.cells);
    if (is_doubled(pass, row)) return;
    Reading reading(pass, row, cells);
    const AssetWish wish = reading.wish();
    if (reading.is_wrong()) return;
    const auto known = find_known(pass, cells);
    const auto here = known ? std::optional(Here{known->goes_on}) : find_here(pass, wish.card);
    if (here) row.target = here->target;
    if (is_unchanged(pass, row, cells, known) || is_left_alone(pass, row, cells, here)) return;
    const auto done = here ? change(pass, row, wish, change_by(known)) : create(pass, row, wish);
    settle(pass, row, done, wish.places);
}

}  // namespace ogniwo::moving
