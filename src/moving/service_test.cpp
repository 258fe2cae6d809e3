#include "tiers/service.hpp"
#include "moving/house_for_tests.hpp"
#include "moving/store.hpp"
#include "people/lookup_service.hpp"
#include "tickets/old_ticket_types.hpp"

namespace ogniwo::moving {
namespace {

// With tiers, so that tickets have a place to wait.
class House : public EmptyHouse {
public:
    explicit House(TestDatabase& database) : EmptyHouse(database) { db.change(tiers::set_up); }
};

std::string many_customers(int count) {
    std::string text = "Nazwa;Branża\n";
    for (int i = 0; i < count; ++i) {
        text += "Firma " + std::to_string(i) + "x;handel\n";
    }
    return text;
}

}  // namespace

TEST_CASE("an import that is killed in the middle goes on where it was, and doubles nothing") {
    for_each_database([](TestDatabase& database) {
        const std::string text = many_customers(350);
        MovingId id{};
        {
            House house(database);
            id = house.upload_table(MovingKind::customers, text);
            house.start(id, false);
            // Until two chunks are in; then the process is gone.
            while (house.customers() < 200) REQUIRE(house.step());
            CHECK(house.show(id).summary.state == MovingState::importing);
        }
        House again(database);
        const MovingCounts counts = again.work_off(id);
        CHECK(counts.fresh == 350);
        CHECK(again.customers() == 350);
        CHECK(again.show(id).summary.state == MovingState::done);

        const MovingId second = again.upload_table(MovingKind::customers, text);
        again.start(second, false);
        CHECK(again.work_off(second).unchanged == 350);
        CHECK(again.customers() == 350);
    });
}

TEST_CASE("a chunk that fails is as if it had never begun") {
    for_each_database([](TestDatabase& database) {
        House house(database);
        const MovingId id = house.upload_table(MovingKind::customers, many_customers(120));
        house.start(id, false);
        while (house.customers() < 100) REQUIRE(house.step());
        // Half a chunk, and the power goes out before the commit.
        (void)database.data().write([&](Tx& tx, Time now) -> Outcome {
            const Caller caller;
            Work work{{tx, Actor::system(), now, database.environment(), caller}};
            (void)people::ensure_customer(work, "Firma 110x");
            return Reason{Refusal::unavailable, "test.power"};
        });
        CHECK(house.work_off(id).fresh == 120);
        CHECK(house.customers() == 120);
    });
}

TEST_CASE("trying says what would be, and writes nothing") {
    for_each_database([](TestDatabase& database) {
        House house(database);
        database.change([](Work& work) {
            people::CreateCustomer card;
            card.name = "Zakład Łączności";
            card.nip = "5250000009";
            (void)people::add_customer(work, card);
            return Nothing{};
        });
        const MovingId id = house.upload_table(MovingKind::customers,
                                               "Nazwa;NIP;Telefon;Kod pocztowy;Miasto\n"
                                               "Nowa;;61 855 12 34;61-001;Poznań\n"
                                               "ZAKLAD LACZNOSCI;;;;\n"
                                               "Inna nazwa;PL 525-000-00-09;;;\n"
                                               "Zły telefon;;12;;\n"
                                               "Zły kod;;;6;Poznań\n"
                                               ";;61 855 12 34;;\n"
                                               "nowa;;;;\n");
        house.start(id, true);
        const MovingCounts counts = house.work_off(id);
        CHECK(counts.fresh == 1);
        CHECK(counts.duplicate == 3);
        CHECK(counts.wrong == 3);
        CHECK(house.customers() == 1);
        const auto rows = house.rows(id);
        REQUIRE(rows.size() == 7);
        const auto problem = [&](std::size_t row) { return rows[row].problems.at(0); };
        CHECK(problem(1).reason == customer_known.name);
        CHECK(problem(1).about == "Zakład Łączności");
        CHECK(problem(2).column == "NIP");
        CHECK(problem(3).column == "Telefon");
        CHECK(problem(4).column == "Kod pocztowy");
        CHECK(problem(5).reason == value_missing.name);
        CHECK(problem(6).about == "2");

        // Whoever is here may be taken over instead, and is then known.
        house.proposed.duplicates = Duplicates::update;
        house.start(id, false);
        CHECK(house.work_off(id).fresh == 1);
        CHECK(house.customers() == 2);
        house.start(id, false);
        CHECK(house.work_off(id).fresh == 0);
        CHECK(house.customers() == 2);
    });
}

TEST_CASE("what people changed here stays when the same file comes again") {
    for_each_database([](TestDatabase& database) {
        House house(database);
        const std::string text =
            "Imię;Nazwisko;E-mail;Telefon;Technik\n"
            "Anna;Nowak;anna@firma.example;61 855 12 34;tak\n"
            "Anna;Nowak;;61 855 12 34;tak\n";
        const MovingId id = house.upload_table(MovingKind::persons, text);
        house.start(id, false);
        const MovingCounts counts = house.work_off(id);
        CHECK(counts.fresh == 1);
        CHECK(counts.duplicate == 1);
        const PersonId anna{*house.rows(id)[0].target};
        (void)database.write([&](Work& work) {
            return people::edit_person(work,
                                       {.person = anna, .version = 1, .family_name = "Zielińska"});
        });
        const MovingId same = house.upload_table(MovingKind::persons, text);
        house.start(same, false);
        CHECK(house.work_off(same).unchanged == 1);
        const auto name = [&] {
            return database.read(
                [&](const View& view) { return people::person_names(view.tx, {anna})[anna]; });
        };
        CHECK(name() == "Anna Zielińska");
        const MovingId newer = house.upload_table(
            MovingKind::persons,
            "Imię;Nazwisko;E-mail;Telefon;Technik\nAnna;Kos;anna@firma.example;;tak\n");
        house.start(newer, false);
        CHECK(house.work_off(newer).changed == 1);
        CHECK(name() == "Anna Kos");
    });
}

TEST_CASE("what a file says of a customer that is merged waits until it stands for itself") {
    for_each_database([](TestDatabase& database) {
        House house(database);
        const MovingId id = house.upload_table(MovingKind::customers, "Nazwa;Branża\nKowalski;a\n");
        CHECK(house.bring_in(id).fresh == 1);
        const CustomerId kowalski{*house.rows(id)[0].target};
        const CustomerId other = house.ensured("Nowak");
        const people::MergeCustomer wish{kowalski, other, {}};
        (void)database.write([&](Work& work) { return people::merge_customer(work, wish); });
        const std::string newer = "Nazwa;Branża\nKowalski;usługi\n";
        CHECK(house.bring_in(house.upload_table(MovingKind::customers, newer)).unchanged == 1);
        CHECK(house.customer(other).sector.empty());
        (void)database.write(
            [&](Work& work) { return people::unmerge_customer(work, {kowalski}); });
        CHECK(house.bring_in(house.upload_table(MovingKind::customers, newer)).changed == 1);
        CHECK(house.customer(kowalski).sector == "usługi");
    });
}

TEST_CASE("two companies of one domain are told apart by their numbers") {
    for_each_database([](TestDatabase& database) {
        House house(database);
        const CustomerId alfa = house.add_customer([](people::CreateCustomer& card) {
            card.name = "Alfa";
            card.nip = "5250000009";
            card.domains = {"alfa.pl"};
        });
        const MovingId id = house.upload_table(MovingKind::customers,
                                               "Nazwa;NIP;E-mail;Domena\n"
                                               "Beta;5260000005;biuro@alfa.pl;\n"
                                               "Gamma;;biuro@alfa.pl;\n"
                                               "Delta;5260000011;;alfa.pl\n"
                                               "Epsilon;;x@epsilon.pl;\n"
                                               "Epsilon dwa;;y@epsilon.pl;\n");
        house.start(id, true);
        CHECK(house.work_off(id).duplicate == 2);
        CHECK(house.rows(id)[1].target == alfa.value);
        // The customer that this one doubles was only tried.
        CHECK_FALSE(house.rows(id)[4].target.has_value());

        const MovingCounts counts = house.bring_in(id);
        CHECK(counts.fresh == 2);
        CHECK(counts.duplicate == 2);
        CHECK(counts.wrong == 1);
        CHECK(counts.noted == 1);
        const auto rows = house.rows(id);
        REQUIRE(rows[0].problems.size() == 1);
        CHECK(rows[0].problems[0].reason == domain_elsewhere.name);
        CHECK(rows[0].problems[0].column == "E-mail");
        CHECK(rows[0].problems[0].about == "Alfa");
        CHECK(house.customer(CustomerId{*rows[0].target}).domains.empty());
        CHECK(rows[1].problems.at(0).reason == customer_known.name);
        // What somebody wrote down as theirs is not left out quietly.
        CHECK(rows[2].problems.at(0).reason == people::domain_taken.name);
        CHECK(house.customer(alfa).domains == std::vector<std::string>{"alfa.pl"});
    });
}

TEST_CASE("whoever is completed keeps what was there first") {
    for_each_database([](TestDatabase& database) {
        House house(database);
        const CustomerId alfa = house.add_customer([](people::CreateCustomer& card) {
            card.name = "Alfa";
            card.domains = {"alfa.pl", "alfa.eu"};
            card.phones = {{.number = "784 380 784", .note = "prezes"}, {.number = "618551234"}};
        });
        const MovingId customers =
            house.upload_table(MovingKind::customers,
                               "Nazwa;Domeny;Telefon;Telefon2\n"
                               "ALFA;nowa.pl, alfa.eu;61 855 12 34;61 855 99 99\n");
        house.proposed.duplicates = Duplicates::update;
        CHECK(house.bring_in(customers).changed == 1);
        const people::Customer now = house.customer(alfa);
        CHECK(now.name == "Alfa");
        CHECK(now.domains == std::vector<std::string>{"alfa.eu", "alfa.pl", "nowa.pl"});
        REQUIRE(now.phones.size() == 3);
        CHECK(now.phones[0].note == "prezes");
        CHECK(now.phones[1].number == "+48618551234");
        CHECK(now.phones[2].number == "+48618559999");

        // What is wrong is told of its own column, whatever stands before it here.
        const MovingId wrong = house.upload_table(MovingKind::customers,
                                                  "Nazwa;Telefon;Telefon2\nALFA;61 855 12 34;12\n");
        house.proposed.duplicates = Duplicates::update;
        house.proposed.name = "other";
        CHECK(house.bring_in(wrong).wrong == 1);
        CHECK(house.rows(wrong)[0].problems.at(0).column == "Telefon2");

        people::CreatePerson card;
        card.family_name = "Nowak";
        card.is_staff = true;
        card.emails = {"anna@ogniwo.example", "nowak@ogniwo.example"};
        card.phones = {{.number = "784380784", .kind = people::PhoneKind::mobile}};
        const PersonId anna =
            *database.write([&](Work& work) { return people::add_person(work, card); });
        const MovingId persons = house.upload_table(
            MovingKind::persons,
            "Imię;Nazwisko;E-mail;Email2;Telefon;Komórka;Technik\n"
            "Anna;Kos;Nowak@ogniwo.example;a@ogniwo.example;61 855 12 34;784 380 784;tak\n");
        house.proposed.duplicates = Duplicates::update;
        CHECK(house.bring_in(persons).changed == 1);
        const people::Person she = *database.read(
            [&](const View& view) { return people::show_person(view, {.person = anna}); });
        CHECK(she.given_name == "Anna");
        CHECK(she.family_name == "Nowak");
        CHECK(she.emails == std::vector<std::string>{
                                "anna@ogniwo.example", "nowak@ogniwo.example", "a@ogniwo.example"});
        REQUIRE(she.phones->size() == 2);
        CHECK(she.phones->at(0).number == "+48784380784");
        CHECK(she.phones->at(1).number == "+48618551234");
    });
}

TEST_CASE("persons find their customer by the key of any row about it") {
    for_each_database([](TestDatabase& database) {
        House house(database);
        const CustomerId alfa = house.add_customer([](people::CreateCustomer& card) {
            card.name = "Alfa";
            card.nip = "5250000009";
        });
        // Skipped, as it is here; the same once more; a new one; and that once more.
        const MovingId customers = house.upload_table(MovingKind::customers,
                                                      "Symbol;Nazwa;NIP\n"
                                                      "K1;Alfa;5250000009\n"
                                                      "K2;Alfa Serwis;5250000009\n"
                                                      "K3;Beta;5260000005\n"
                                                      "K4;Beta bis;5260000005\n");
        CHECK(house.bring_in(customers).duplicate == 3);
        const CustomerId beta{*house.rows(customers)[2].target};
        CHECK(house.rows(customers)[3].target == beta.value);
        // What was only found stays a duplicate for the next file.
        CHECK(house.bring_in(customers).duplicate == 3);

        std::string text = "Nazwisko;E-mail;Firma\n";
        for (int i = 1; i <= 4; ++i) {
            const std::string number = std::to_string(i);
            text += "Kos" + number + ";kos" + number + "@x.example;K" + number + "\n";
        }
        const MovingId persons = house.upload_table(MovingKind::persons, text);
        CHECK(house.bring_in(persons).fresh == 4);
        const auto rows = house.rows(persons);
        for (std::size_t i = 0; i < rows.size(); ++i) {
            CHECK(database.read([&](const View& view) {
                return people::belongs_to(view.tx, PersonId{*rows[i].target}, i < 2 ? alfa : beta);
            }));
        }
    });
}

TEST_CASE("who is one of us is not guessed") {
    for_each_database([](TestDatabase& database) {
        House house(database);
        const MovingId id = house.upload_table(MovingKind::persons,
                                               "Nazwisko;E-mail;Technik\n"
                                               "Nowak;anna@firma.example;chyba\n");
        CHECK(house.bring_in(id).wrong == 1);
        const RowProblem problem = house.rows(id)[0].problems.at(0);
        CHECK(problem.reason == not_yes_or_no.name);
        CHECK(problem.column == "Technik");
        CHECK(problem.value == "chyba");
    });
}

TEST_CASE("rows that were only tried are about nobody who was made for it") {
    for_each_database([](TestDatabase& database) {
        House house(database);
        (void)database.write([](Work& work) { return people::ensure_customer(work, "Alfa"); });
        const std::string header = "Numer;Klient;Temat;Opis;Utworzono;Zgłaszający\n";
        const MovingId id = house.upload_table(
            MovingKind::tickets, header + "7;Alfa;Temat;Tekst;2.1.2020 08:00;\n7;;;;;\n");
        house.start(id, true);
        CHECK(house.work_off(id).unchanged == 1);
        CHECK_FALSE(house.rows(id)[1].target.has_value());
        CHECK(house.bring_in(id).fresh == 1);
        const auto ticket = house.rows(id)[0].target;

        // It is there now, but whoever would ask is not.
        const MovingId newer = house.upload_table(
            MovingKind::tickets, header + "7;Alfa;Inny temat;Tekst;2.1.2020 08:00;Jan Kos\n");
        house.start(newer, true);
        (void)house.work_off(newer);
        CHECK(house.rows(newer)[0].target == ticket);
        CHECK_FALSE(database.read([&](const View& view) {
            return store::find_row(view.tx, newer, 1)->person.has_value();
        }));
    });
}

TEST_CASE("imported tickets add up to their events") {
    for_each_database([](TestDatabase& database) {
        House house(database);
        (void)database.write([](Work& work) { return people::ensure_customer(work, "Alfa"); });
        std::string text = "Numer;Klient;Temat;Opis;Status;Utworzono;Zamknięto;Zgłaszający\n";
        for (int i = 0; i < 130; ++i) {
            const std::string number = std::to_string(1000 + i);
            text += number + ";Alfa;Temat;Tekst;zamknięte;2.1.2020 08:00;3.1.2020;Jan Kos\n";
            text += number + ";;;Odpowiedź;;2.1.2020 09:00;;\n";
        }
        const MovingId id = house.upload_table(MovingKind::tickets, text);
        house.start(id, true);
        CHECK(house.work_off(id).fresh == 260);
        house.start(id, false);
        CHECK(house.work_off(id).fresh == 260);
        CHECK(tickets::check(database.data()).empty());
        const auto found = database.read(
            [&](const View& view) { return tickets::list_tickets(view, {.q = "1042"})->items; });
        REQUIRE(found.size() == 1);
        CHECK(found[0].old_number == "1042");
        CHECK(to_text(found[0].updated_at) == "2020-01-02T23:00:00Z");
        house.start(id, false);
        CHECK(house.work_off(id).unchanged == 260);
    });
}

TEST_CASE("what is internal stays so in the first row as well, and is no subject") {
    for_each_database([](TestDatabase& database) {
        House house(database);
        (void)house.ensured("Alfa");
        const MovingId id = house.upload_table(MovingKind::tickets,
                                               "Numer;Klient;Temat;Opis;Wewnętrzna;Utworzono\n"
                                               "7;Alfa;Serwer;Hasło jest w sejfie.;tak;2.1.2020\n"
                                               "8;Alfa;;Nie mówić klientowi.;tak;2.1.2020\n"
                                               "9;Alfa;;Nie działa.;nie;2.1.2020\n");
        house.start(id, false);
        CHECK(house.work_off(id).fresh == 2);
        const auto rows = house.rows(id);
        CHECK(rows[1].problems.at(0).reason == value_missing.name);
        const auto internal = house.messages(*rows[0].target);
        REQUIRE(internal.size() == 1);
        CHECK(internal[0].kind == tickets::MessageKind::note);
        CHECK(internal[0].text == "Hasło jest w sejfie.");
        CHECK(house.messages(*rows[2].target).at(0).kind == tickets::MessageKind::reply);
        CHECK(tickets::check(database.data()).empty());
    });
}

TEST_CASE("a message comes once, however often and in whatever order the files have it") {
    for_each_database([](TestDatabase& database) {
        House house(database);
        (void)house.ensured("Alfa");
        const std::string header = "Numer;Klient;Temat;Opis;Utworzono\n";
        const MovingId id = house.upload_table(MovingKind::tickets,
                                               header +
                                                   "7;Alfa;Drukarka;Nie drukuje.;2.1.2020 08:00\n"
                                                   "7;;;Halo?;2.1.2020 09:00\n"
                                                   "7;;;Halo?;2.1.2020 09:00\n");
        house.start(id, false);
        const MovingCounts counts = house.work_off(id);
        CHECK(counts.fresh == 2);
        CHECK(counts.duplicate == 1);
        const auto rows = house.rows(id);
        CHECK(rows[2].problems.at(0).reason == doubled_in_file.name);
        CHECK(rows[2].problems[0].about == "3");
        CHECK(house.messages(*rows[0].target).size() == 2);

        const MovingId turned = house.upload_table(MovingKind::tickets,
                                                   header +
                                                       "7;Alfa;Drukarka;Halo?;2.1.2020 09:00\n"
                                                       "7;;;Nie drukuje.;2.1.2020 08:00\n");
        house.start(turned, false);
        CHECK(house.work_off(turned).unchanged == 2);
        CHECK(house.messages(*rows[0].target).size() == 2);
    });
}

TEST_CASE("nobody is made for a ticket that has not changed, nor where several are called so") {
    for_each_database([](TestDatabase& database) {
        House house(database);
        const CustomerId alfa = house.ensured("Alfa");
        const auto called = [&](std::string_view name) {
            return database.read(
                [&](const View& view) { return people::persons_called(view.tx, name, alfa); });
        };
        const std::string header = "Numer;Klient;Temat;Zgłaszający;Utworzono\n";
        const std::string text = header + "1;Alfa;Drukarka;Jan Kos;2.1.2020\n";
        const MovingId id = house.upload_table(MovingKind::tickets, text);
        house.start(id, false);
        CHECK(house.work_off(id).fresh == 1);
        const std::vector<PersonId> made = called("Jan Kos");
        REQUIRE(made.size() == 1);
        (void)database.write([&](Work& work) {
            return people::edit_person(
                work, {.person = made.front(), .version = 1, .family_name = "Zięba"});
        });
        house.start(id, false);
        CHECK(house.work_off(id).unchanged == 1);
        CHECK(called("Jan Kos").empty());

        for (int i = 0; i < 2; ++i) {
            database.change([&](Work& work) {
                people::CreatePerson card;
                card.given_name = "Anna";
                card.family_name = "Lis";
                card.customers = {alfa};
                CHECK(people::add_person(work, card));
            });
        }
        const MovingId namesakes = house.upload_table(MovingKind::tickets,
                                                      header +
                                                          "2;Alfa;Drukarka;Anna Lis;2.1.2020\n"
                                                          "3;Alfa;Drukarka;Anna Lis;2.1.2020\n");
        house.start(namesakes, false);
        const MovingCounts counts = house.work_off(namesakes);
        CHECK(counts.fresh == 2);
        CHECK(counts.noted == 2);
        CHECK(house.rows(namesakes)[0].problems.at(0).reason == person_ambiguous.name);
        CHECK(called("Anna Lis").size() == 2);
    });
}

TEST_CASE("a ticket whose customer has changed over there is refused with the column") {
    for_each_database([](TestDatabase& database) {
        House house(database);
        (void)house.ensured("Alfa");
        (void)house.ensured("Beta");
        const auto bring = [&](const std::string& customer) {
            const MovingId id = house.upload_table(
                MovingKind::tickets,
                "Numer;Klient;Temat;Opis;Utworzono\n7;" + customer +
                    ";Drukarka;Nie drukuje.;2.1.2020 08:00\n7;;;Halo?;2.1.2020 09:00\n");
            house.start(id, false);
            (void)house.work_off(id);
            return house.rows(id);
        };
        CHECK(bring("Alfa")[0].verdict == RowVerdict::fresh);
        const auto rows = bring("Beta");
        CHECK(rows[0].verdict == RowVerdict::wrong);
        CHECK(rows[0].problems.at(0).reason == tickets::old_customer_differs.name);
        CHECK(rows[0].problems[0].column == "Klient");
        CHECK(rows[1].problems.at(0).reason == row_of_wrong_ticket.name);
        CHECK(bring("Alfa")[0].verdict == RowVerdict::unchanged);
    });
}

TEST_CASE("cells are forgotten after a week, and what came of them stays") {
    for_each_database([](TestDatabase& database) {
        House house(database);
        const MovingId unused = house.upload_table(MovingKind::customers, many_customers(3));
        const MovingId id = house.upload_table(MovingKind::customers, many_customers(3));
        house.start(id, false);
        (void)house.work_off(id);
        database.clock().advance(std::chrono::hours{6 * 24});
        database.change([](Work& work) {
            forget_files(work);
            return Nothing{};
        });
        CHECK(house.rows(id).size() == 3);
        CHECK(house.rows(unused).empty());
        database.clock().advance(std::chrono::hours{2 * 24});
        database.change([](Work& work) {
            forget_files(work);
            return Nothing{};
        });
        CHECK(house.rows(id).empty());
        CHECK(house.show(id).summary.counts.fresh == 3);
        const StartMoving wish{.moving = id, .mapping = house.proposed};
        const auto started = database.write([&](Work& work) { return start_moving(work, wish); });
        CHECK(started.error().reason == is_forgotten);
    });
}

}  // namespace ogniwo::moving
