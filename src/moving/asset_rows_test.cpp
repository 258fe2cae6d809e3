// Devices and software out of tables: known again by their numbers, with who uses them and where
// they stand, and never put back by a file.

#include "assets/service.hpp"
#include "moving/house_for_tests.hpp"

namespace ogniwo::moving {
namespace {

// "name maker person site kind" of each in use.
std::string listed(EmptyHouse& house, CustomerId customer) {
    const auto list = house.db.read(
        [&](const View& view) { return *assets::list_assets(view, {.customer = customer}); });
    std::string text;
    for (const assets::Asset& one : list.items) {
        text += one.name + "|" + one.maker + "|" + one.person_name.value_or("-") + "|" +
                one.site_name.value_or("-") + "|" + std::string(enum_name(one.kind)) + "\n";
    }
    return text;
}

std::string problems(const MovedRow& row) {
    std::string text;
    for (const RowProblem& one : row.problems) text += one.reason + (one.is_note ? "?" : "") + ";";
    return text;
}

}  // namespace

TEST_CASE("assets come in with who uses them and where they stand, and a second time not at all") {
    for_each_database([](TestDatabase& database) {
        EmptyHouse house(database);
        const CustomerId kowalski = house.ensured("Kowalski");
        (void)*database.write([&](Work& work) -> Result<people::Site> {
            people::AddSite site;
            site.customer = kowalski;
            site.name = "Biuro";
            people::CreatePerson person;
            person.given_name = "Jan";
            person.family_name = "Lis";
            person.customers = {kowalski};
            TRY_DO(people::add_person(work, person));
            return people::add_site(work, site);
        });
        const std::string header =
            "Nazwa;Firma;Rodzaj;Producent;Nr seryjny;Nr inwentarzowy;Lokalizacja;Użytkownik;"
            "Data zakupu\n";
        const std::string text = header +
                                 "Laptop 1;Kowalski;notebook;Dell;S1;I1;biuro;Jan Lis;1.3.2024\n"
                                 "Drukarka;Kowalski;Drukarka;Brother;;I2;Magazyn;Ewa Kos;\n"
                                 "Laptop 2;Kowalski;PC;Dell;S1;;;;\n"
                                 "Kasa;Kowalski;robot;;;;;;\n"
                                 "Serwer;Nikt;serwer;;;;;;\n"
                                 ";Kowalski;serwer;;;;;;\n"
                                 "Serwer;Kowalski;serwer;;;;;;wczoraj\n";
        const MovingId tried = house.upload_table(MovingKind::assets, text);
        house.start(tried, true);
        const MovingCounts counts = house.work_off(tried);
        CHECK(counts.fresh == 2);
        CHECK(counts.duplicate == 1);
        CHECK(counts.wrong == 4);
        CHECK(listed(house, kowalski).empty());

        const MovingId id = house.upload_table(MovingKind::assets, text);
        CHECK(house.bring_in(id).fresh == 2);
        CHECK(listed(house, kowalski) ==
              "Drukarka|Brother|-|-|printer\nLaptop 1|Dell|Jan Lis|Biuro|computer\n");
        const auto rows = house.rows(id);
        CHECK(problems(rows[1]) == "moving.site_unknown?;moving.person_unknown?;");
        CHECK(problems(rows[2]) == "moving.doubled_in_file;");
        CHECK(problems(rows[3]) == "moving.word_unknown;");
        CHECK(problems(rows[4]) == "moving.customer_unknown;");
        CHECK(problems(rows[5]) == "moving.value_missing;");
        CHECK(problems(rows[6]) == "moving.time_unreadable;");
        CHECK(house.bring_in(house.upload_table(MovingKind::assets, text)).unchanged == 2);

        // Another name and maker, the same inventory number.
        const std::string newer = header + "Drukarka w biurze;Kowalski;Drukarka;HP;;I2;;;\n";
        CHECK(house.bring_in(house.upload_table(MovingKind::assets, newer)).changed == 1);
        CHECK(listed(house, kowalski) ==
              "Drukarka w biurze|HP|-|-|printer\nLaptop 1|Dell|Jan Lis|Biuro|computer\n");
    });
}

TEST_CASE("an asset that was typed in here is known by its numbers, and stays retired") {
    for_each_database([](TestDatabase& database) {
        EmptyHouse house(database);
        const CustomerId kowalski = house.ensured("Kowalski");
        assets::AddAsset wish;
        wish.customer = kowalski;
        wish.name = "Serwer plików";
        wish.serial_number = "ABC 1";
        const auto server =
            *database.write([&](Work& work) { return assets::add_asset(work, wish); });
        const std::string text = "Nazwa;Klient;Numer seryjny;Producent\nSRV1;Kowalski;abc 1;Dell\n";
        const MovingId skipped = house.upload_table(MovingKind::assets, text);
        CHECK(house.bring_in(skipped).duplicate == 1);
        CHECK(problems(house.rows(skipped)[0]) == "moving.asset_known;");
        CHECK(listed(house, kowalski) == "Serwer plików||-|-|computer\n");

        const MovingId id = house.upload_table(MovingKind::assets, text);
        house.proposed.duplicates = Duplicates::update;
        CHECK(house.bring_in(id).changed == 1);
        CHECK(listed(house, kowalski) == "Serwer plików|Dell|-|-|computer\n");

        (void)database.write([&](Work& work) { return assets::retire_asset(work, {server.id}); });
        const MovingId again = house.upload_table(
            MovingKind::assets, "Nazwa;Klient;Numer seryjny;Producent\nSRV1;Kowalski;abc 1;HP\n");
        CHECK(house.bring_in(again).unchanged == 1);
        CHECK(listed(house, kowalski).empty());
    });
}

}  // namespace ogniwo::moving
