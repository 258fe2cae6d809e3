// What scenes cannot show: two who take one name at the same time, rows that events do not explain,
// pages of lists, and every way into them.

#include "assets/service.hpp"

#include <doctest/doctest.h>

#include <set>

#include "assets/store.hpp"
#include "people/service.hpp"
#include "storage/journal.hpp"
#include "testing/databases.hpp"

namespace ogniwo::assets {
namespace {

const Sql rename_past_events_sql{"assets_test.rename",
                                 "UPDATE asset SET name = 'Inna', folded = 'inna' WHERE id = $1"};
const Sql forget_name_sql{"assets_test.forget_name", "DELETE FROM asset_name WHERE asset = $1"};

template <class T>
T must(Result<T> result) {
    if (!result) FAIL(result.error().reason.name, " ", result.error().detail);
    return *std::move(result);
}

template <class T>
std::string reason_of(const Result<T>& result) {
    return result ? "" : std::string(result.error().reason.name);
}

struct House {
    explicit House(TestDatabase& database) : db(database) {
        db.change([&](Work& work) {
            kowalski = *people::ensure_customer(work, "Kowalski");
            nowicki = *people::ensure_customer(work, "Nowicki");
            jan = person(work, "Jan", {kowalski});
            ewa = person(work, "Ewa", {kowalski, nowicki});
        });
    }

    static PersonId person(Work& work, const char* given, std::vector<CustomerId> customers) {
        people::CreatePerson card;
        card.given_name = given;
        card.family_name = "Nowak";
        card.customers = std::move(customers);
        return *people::add_person(work, card);
    }
    static Actor actor(PersonId person, std::vector<Grant> grants) {
        return {.kind = Actor::Kind::person, .person = person, .grants = std::move(grants)};
    }
    static AddAsset wish(CustomerId customer, std::string name) {
        AddAsset wish;
        wish.customer = customer;
        wish.name = std::move(name);
        return wish;
    }
    AssetId added(CustomerId customer, std::string name, std::optional<PersonId> user = {}) {
        AddAsset one = wish(customer, std::move(name));
        one.person = user;
        return must(db.write([&](Work& work) { return add_asset(work, one); })).id;
    }
    std::vector<std::string> listed(const Actor& who, ListAssets wish) {
        std::vector<std::string> names;
        do {
            const AssetList list =
                must(db.read_as(who, [&](const View& view) { return list_assets(view, wish); }));
            for (const Asset& asset : list.items) names.push_back(asset.name);
            wish.cursor = list.next;
        } while (wish.cursor);
        return names;
    }
    std::string differences() {
        std::string text;
        AssetId after{};
        do {
            const Checked checked =
                db.read([&](const View& view) { return check_chunk(view.tx, after, 2); });
            for (const Difference& one : checked.differences) {
                text += std::to_string(one.asset.value) + " " + one.field + ";";
            }
            after = checked.last;
        } while (after);
        return text;
    }

    TestDatabase& db;
    CustomerId kowalski{};
    CustomerId nowicki{};
    PersonId jan{};
    PersonId ewa{};
};

using Names = std::vector<std::string>;

}  // namespace

TEST_CASE("lists of assets go by name, page by page, whatever leads into them") {
    for_each_database([](TestDatabase& database) {
        House house(database);
        for (const char* name : {"Łódź", "Lampa", "ładowarka", "Mysz", "Zasilacz"}) {
            house.added(house.kowalski, name, house.jan);
        }
        house.added(house.nowicki, "Klawiatura", house.ewa);
        house.added(house.nowicki, "lampa", house.ewa);
        const Actor& system = Actor::system();
        const Names all{"Klawiatura", "ładowarka", "Lampa", "lampa", "Łódź", "Mysz", "Zasilacz"};
        for (const int limit : {1, 2, 3, 50}) {
            CHECK(house.listed(system, {.limit = limit}) == all);
            CHECK(house.listed(system, {.customer = house.kowalski, .limit = limit}) ==
                  Names{"ładowarka", "Lampa", "Łódź", "Mysz", "Zasilacz"});
            CHECK(house.listed(system, {.person = house.ewa, .limit = limit}) ==
                  Names{"Klawiatura", "lampa"});
        }
        CHECK(house.listed(system, {.q = "LAMP"}) == Names{"Lampa", "lampa"});
        CHECK(house.listed(system, {.retired = true}).empty());

        // Of one customer all, of the other their own: two parts are one list.
        const Actor mixed = House::actor(
            house.ewa,
            {{house.kowalski, RightSet{see, see_own}}, {house.nowicki, RightSet{see_own}}});
        for (const int limit : {1, 2, 50}) {
            CHECK(house.listed(mixed, {.limit = limit}) == all);
            CHECK(house.listed(mixed, {.person = house.jan, .limit = limit}).size() == 5);
        }
        const Actor user = House::actor(house.jan, {{house.nowicki, RightSet{see_own}}});
        CHECK(house.listed(user, {}).empty());
        CHECK(house.listed(user, {.person = house.ewa}).empty());
        CHECK(house.listed(House::actor(house.jan, {}), {}).empty());
        CHECK(house.differences().empty());
    });
}

TEST_CASE("what the events of an asset do not explain, the check finds") {
    for_each_database([](TestDatabase& database) {
        House house(database);
        const AssetId one = house.added(house.kowalski, "Serwer", house.jan);
        const AssetId other = house.added(house.kowalski, "Drukarka");
        house.added(house.nowicki, "Serwer");
        must(database.write([&](Work& work) {
            return edit_asset(work,
                              {.asset = one,
                               .version = 1,
                               .kind = AssetKind::server,
                               .name = "Serwer plików",
                               .note = "W szafie"});
        }));
        must(database.write([&](Work& work) { return retire_asset(work, {other}); }));
        must(database.write([&](Work& work) { return put_asset_back(work, {other}); }));
        must(database.write([&](Work& work) { return retire_asset(work, {other}); }));
        database.change([&](Work& work) { erase_person(work, house.jan); });
        database.change([&](Work& work) { erase_person(work, house.jan); });
        CHECK(house.differences().empty());
        const auto erased =
            must(database.read([&](const View& view) { return show_asset(view, {one}); }));
        CHECK(!erased.person);
        CHECK(erased.version == 3);

        // Texts that were erased explain anything.
        database.change([&](Work& work) { journal::erase_texts(work, "asset", other.value); });
        CHECK(house.differences().empty());
        database.change([&](Work& work) {
            work.tx.run(rename_past_events_sql, one);
            work.tx.run(forget_name_sql, one);
        });
        const std::string id = std::to_string(one.value);
        CHECK(house.differences() == id + " name;" + id + " nameInUse;");
    });
}

TEST_CASE("one name is never taken twice, not even at the same time") {
    for_each_database([](TestDatabase& database) {
        House house(database);
        const AssetId first = house.added(house.kowalski, "Serwer");
        const auto add = [&](const char* name) {
            return reason_of(database.write(
                [&](Work& work) { return add_asset(work, House::wish(house.kowalski, name)); }));
        };
        CHECK(add("SERWER ") == name_taken.name);
        CHECK(add("Drukarka").empty());
        must(database.write([&](Work& work) { return retire_asset(work, {first}); }));
        CHECK(add("Sérwer").empty());
        CHECK(reason_of(database.write(
                  [&](Work& work) { return put_asset_back(work, {first}); })) == name_taken.name);
        // As another node does it: the row is there, and nobody here has seen it before.
        database.change([&](Work& work) {
            CHECK(!store::save_name(work.tx, house.kowalski, "drukarka", {99}));
            CHECK(store::save_name(work.tx, house.nowicki, "drukarka", first));
        });
    });
}

TEST_CASE("customers do not part while an asset in use stands at the other one's site") {
    for_each_database([](TestDatabase& database) {
        House house(database);
        const Actor& system = Actor::system();
        const auto site = must(database.write_as(system, [&](Work& work) {
            people::AddSite wish;
            wish.customer = house.nowicki;
            wish.name = "Magazyn";
            return people::add_site(work, wish);
        }));
        const auto bound = [&] {
            return database.read(
                [&](const View& view) { return bound_to_others(view, house.nowicki); });
        };
        AddAsset wish = House::wish(house.kowalski, "Regał");
        wish.site = site.site;
        CHECK(reason_of(database.write([&](Work& work) { return add_asset(work, wish); })) ==
              "invalid");
        must(database.write([&](Work& work) {
            return people::merge_customer(work, {house.nowicki, house.kowalski, {}});
        }));
        CHECK(bound() == 0);
        const Asset asset = must(database.write([&](Work& work) { return add_asset(work, wish); }));
        CHECK(asset.site_name == "Magazyn");
        CHECK(bound() == 1);
        CHECK(reason_of(database.write([&](Work& work) {
                  return add_asset(work, House::wish(house.nowicki, "Kasa"));
              })) == people::customer_merged.name);
        must(database.write([&](Work& work) { return retire_asset(work, {asset.id}); }));
        CHECK(bound() == 0);
        must(database.write(
            [&](Work& work) { return people::unmerge_customer(work, {house.nowicki}); }));
        const Asset after =
            must(database.read([&](const View& view) { return show_asset(view, {asset.id}); }));
        CHECK(after.site == site.site);
        CHECK(!after.site_name);
    });
}

}  // namespace ogniwo::assets
