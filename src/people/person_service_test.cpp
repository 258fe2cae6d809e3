#include "base/text.hpp"
#include "people/directory_house_for_tests.hpp"
#include "people/erasure_store.hpp"

namespace ogniwo::people {
namespace {

using namespace directory_tests;

// As if another ICU had made them.
const Sql spoil_keys{"people_test.spoil_keys", R"sql(
    UPDATE person SET sort_key = $1
)sql"};

TEST_CASE(
    "persons are listed by surname in Polish order, also where a page ends between namesakes") {
    for_each_database([](TestDatabase& db) {
        Directory directory(db);
        for (const auto& [given_name, family_name] :
             std::vector<std::pair<const char*, const char*>>{{"Magda", "Zięba"},
                                                              {"Jan", "Łukasz"},
                                                              {"Jan", "Lucjan"},
                                                              {"Jan", "Magda"},
                                                              {"Ewa", "Ćwik"},
                                                              {"Ewa", "Czech"},
                                                              {"Zofia", "Nowak"},
                                                              {"Adam", "Nowak"},
                                                              {"Adam", "Nowak"},
                                                              {"Adam", "Nowak"},
                                                              {"Adam", "Nowakowski"}}) {
            directory.person(given_name, family_name);
        }
        const Actor& all = Actor::system();
        const std::string border =
            "Czech Ewa, Ćwik Ewa | Lucjan Jan, Łukasz Jan | Magda Jan, Nowak Adam | "
            "Nowak Adam, Nowak Adam | Nowak Zofia, Nowakowski Adam | Zięba Magda";
        CHECK(directory.pages(all, ListPersons{.limit = 2}) == border);
        CHECK(directory.pages(all, ListPersons{.q = "nowak adam", .limit = 1}) ==
              "Nowak Adam | Nowak Adam | Nowak Adam | Nowakowski Adam");
        CHECK(directory.pages(all, ListPersons{.q = "adam nowak", .limit = 3}) ==
              "Nowak Adam, Nowak Adam, Nowak Adam | Nowakowski Adam");
        CHECK(show(db.read([](const View& view) {
                  return list_persons(view, {.cursor = "abc"});
              })) == "invalid_cursor");
    });
}

TEST_CASE("a person is found by any four digits of a phone, and by customer, side and state") {
    for_each_database([](TestDatabase& db) {
        Directory directory(db);
        const CustomerId kowalski = directory.customer("Kowalski");
        const CustomerId nowak = directory.customer("Nowak");
        CreatePerson wish;
        wish.given_name = "Jan";
        wish.family_name = "Lis";
        wish.phones = {{.number = "784 380 784"}, {.number = "61 855 12 34", .extension = "77"}};
        wish.emails = {"Jan.Lis@Kowalski.Example", "jan@inny.example"};
        wish.customers = {kowalski, nowak};
        const auto jan = db.write([&](Work& work) { return create_person(work, wish); });
        REQUIRE(static_cast<bool>(jan));
        CHECK(jan->emails->front() == "Jan.Lis@kowalski.example");
        CHECK(jan->phones->front().shown == "784 380 784");
        CHECK(jan->proposed_vocative == "Janie");
        CHECK(jan->vocative == "");
        directory.person("Ewa", "Bąk", {nowak});
        const Actor anna = directory.actor(Role::technician, "anna@ogniwo.example");
        const auto found = [&](ListPersons filter) { return directory.pages(anna, filter); };
        for (const char* q : {"9438", "0784", "5123", "lis jan", "jan.lis@kow", "inny.example"}) {
            CAPTURE(q);
            CHECK(found({.q = q}) == (std::string(q) == "9438" ? "" : "Lis Jan"));
        }
        CHECK(found({.q = "3807"}) == "Lis Jan");
        CHECK(found({.customer = nowak}) == "Bąk Ewa, Lis Jan");
        CHECK(found({.customer = kowalski}) == "Lis Jan");
        CHECK(found({.staff = true}) == "Wrona Olga");
        CHECK(found({.staff = false}) == "Bąk Ewa, Lis Jan");
        CHECK(found({.disabled = true}) == "");
        db.change(
            [&](Work& work) { CHECK(static_cast<bool>(disable_person(work, {jan->person}))); });
        CHECK(found({.disabled = true}) == "Lis Jan");
        CHECK(found({.staff = false, .disabled = false}) == "Bąk Ewa");
        const auto list =
            db.read_as(anna, [](const View& view) { return list_persons(view, {.q = "lis"}); });
        CHECK(list->items[0].phone == "784 380 784");
        CHECK(list->items[0].email == "Jan.Lis@kowalski.example");
        CHECK(list->items[0].is_disabled);
        CHECK(list->items[0].customers.size() == 2);
        db.read([&](const View& view) {
            CHECK(find_person_by_email(view.tx, "JAN.LIS@KOWALSKI.EXAMPLE") == jan->person);
            CHECK_FALSE(find_person_by_email(view.tx, "nobody"));
            CHECK(belongs_to(view.tx, jan->person, nowak));
            CHECK_FALSE(belongs_to(view.tx, anna.person, nowak));
            CHECK(is_active_staff(view.tx, anna.person));
            CHECK_FALSE(is_active_staff(view.tx, jan->person));
            CHECK(person_names(view.tx, {jan->person, {999}}) ==
                  std::map<PersonId, std::string>{{jan->person, "Jan Lis"}});
            return true;
        });
    });
}

TEST_CASE("an address never names two persons") {
    for_each_database([](TestDatabase& db) {
        Directory directory(db);
        CreatePerson wish;
        wish.given_name = "Jan";
        wish.emails = {"jan@firma.example", "drugi@firma.example"};
        const auto add = [&] {
            return db.write([&](Work& work) { return create_person(work, wish); });
        };
        const auto jan = add();
        REQUIRE(static_cast<bool>(jan));
        wish.emails = {"trzeci@firma.example", "DRUGI@Firma.example"};
        const auto refused = add();
        CHECK(show(refused) == "people.email_taken");
        CHECK(fields_of(refused) == "/emails/1 people.email_taken");
        // One's own address may change its place and its letters.
        const auto moved = db.write([&](Work& work) {
            return edit_person(
                work,
                {.person = jan->person,
                 .version = 1,
                 .emails = std::vector<std::string>{"Drugi@firma.example", "nowy@firma.example"}});
        });
        REQUIRE(static_cast<bool>(moved));
        CHECK(*moved->emails ==
              std::vector<std::string>{"Drugi@firma.example", "nowy@firma.example"});
        wish.emails = {"jan@firma.example"};
        CHECK(show(add()) == "yes");
    });
}

TEST_CASE("customers see name and title of our staff, and nothing else") {
    for_each_database([](TestDatabase& db) {
        Directory directory(db);
        const CustomerId kowalski = directory.customer("Kowalski");
        const CustomerId nowak = directory.customer("Nowak");
        const Actor anna = directory.actor(Role::technician, "anna@ogniwo.example");
        const Actor ewa =
            directory.actor(Role::customer_administrator, "ewa@kowalski.example", kowalski);
        const Actor jan = directory.actor(Role::customer_user, "jan@kowalski.example", kowalski);
        const PersonId adam = directory.person("Adam", "Nowak", {nowak});

        const Person seen = directory.seen(jan, anna.person);
        CHECK(seen.family_name == "Wrona");
        CHECK(seen.is_staff);
        CHECK_FALSE(seen.emails);
        CHECK_FALSE(seen.phones);
        CHECK_FALSE(seen.customers);
        CHECK_FALSE(seen.notes);
        CHECK(directory.pages(ewa, ListPersons{}) == "Wrona Olga, Wrona Olga");  // Ewa and Jan.
        CHECK(directory.pages(ewa, ListPersons{.staff = true}) == "");
        CHECK(directory.pages(ewa, ListPersons{.q = "anna@ogniwo"}) == "");
        const auto show_to = [&](const Actor& actor, PersonId person) {
            return show(
                db.read_as(actor, [&](const View& view) { return show_person(view, {person}); }));
        };
        CHECK(show_to(ewa, adam) == "missing");
        CHECK(show_to(jan, ewa.person) == "missing");  // A user sees nobody but themselves.
        CHECK(show_to(jan, jan.person) == "yes");
        CHECK(show_to(ewa, jan.person) == "yes");
        CHECK(show_to(anna, adam) == "yes");
        CHECK(show_to(Actor::anonymous(), anna.person) == "missing");
        CHECK(show(db.read_as(ewa, [&](const View& view) {
                  return list_persons(view, {.customer = nowak});
              })) == "missing");
    });
}

TEST_CASE("of a person with several customers each customer sees itself alone") {
    for_each_database([](TestDatabase& db) {
        Directory directory(db);
        const CustomerId kowalski = directory.customer("Kowalski");
        const CustomerId nowak = directory.customer("Nowak");
        CreatePerson wish;
        wish.given_name = "Iga";
        wish.customers = {kowalski, nowak};
        wish.notes = "Woli rozmawiać po angielsku";
        const PersonId iga = *db.write([&](Work& work) { return add_person(work, wish); });
        const Actor ewa =
            directory.actor(Role::customer_administrator, "ewa@kowalski.example", kowalski);
        const Actor anna = directory.actor(Role::technician, "anna@ogniwo.example");
        const Person seen = directory.seen(ewa, iga);
        REQUIRE(seen.customers->size() == 1);
        CHECK(seen.customers->front().name == "Kowalski");
        CHECK_FALSE(seen.notes);
        CHECK(directory.seen(anna, iga).customers->size() == 2);
        CHECK(*directory.seen(anna, iga).notes == "Woli rozmawiać po angielsku");
        // She is Nowak's, too: Kowalski's coordinator may not rewrite her.
        CHECK(show(db.write_as(ewa, [&](Work& work) {
                  return edit_person(work, {.person = iga, .version = 1, .given_name = "Ida"});
              })) == "people.not_yours_to_edit");
    });
}

TEST_CASE("a coordinator creates people of their own customer only, and no staff") {
    for_each_database([](TestDatabase& db) {
        Directory directory(db);
        const CustomerId kowalski = directory.customer("Kowalski");
        const CustomerId nowak = directory.customer("Nowak");
        const Actor ewa =
            directory.actor(Role::customer_administrator, "ewa@kowalski.example", kowalski);
        const auto create = [&](const std::vector<CustomerId>& customers, bool staff) {
            CreatePerson wish;
            wish.given_name = "Jan";
            wish.customers = customers;
            wish.is_staff = staff;
            return db.write_as(ewa, [&](Work& work) { return create_person(work, wish); });
        };
        CHECK(show(create({kowalski}, false)) == "yes");
        CHECK(show(create({kowalski}, true)) == "people.staff_needs_everywhere");
        CHECK(fields_of(create({}, false)) == "/customers people.no_customer");
        CHECK(show(create({nowak}, false)) == "missing");
        CHECK(show(create({kowalski, nowak}, false)) == "missing");
        CHECK(show(create({{999}}, false)) == "missing");
    });
}

TEST_CASE("nobody takes over an account by giving it their own address") {
    for_each_database([](TestDatabase& db) {
        Directory directory(db);
        const Actor olga = directory.actor(Role::owner, "olga@ogniwo.example");
        const Actor anna = directory.actor(Role::technician, "anna@ogniwo.example");
        const auto edit = [&](const Actor& actor, EditPerson wish) {
            wish.version = db.read([&](const View& view) {
                return store::find_account(view.tx, wish.person)->version;
            });
            return show(db.write_as(actor, [&](Work& work) { return edit_person(work, wish); }));
        };
        const std::vector<std::string> hers{"anna2@ogniwo.example"};
        CHECK(edit(anna, {.person = olga.person, .emails = hers}) == "people.person_above_you");
        CHECK(edit(anna, {.person = olga.person, .job_title = "Szefowa"}) == "yes");
        CHECK(edit(anna, {.person = anna.person, .emails = hers}) == "yes");
        CHECK(edit(olga,
                   {.person = anna.person,
                    .emails = std::vector<std::string>{"anna@ogniwo.example"}}) == "yes");
        CHECK(edit(olga, {.person = anna.person, .is_staff = false}) == "people.side_has_roles");
    });
}

TEST_CASE("everybody may say how to be called and reached, and nothing about their rights") {
    for_each_database([](TestDatabase& db) {
        Directory directory(db);
        const CustomerId kowalski = directory.customer("Kowalski");
        const Actor jan = directory.actor(Role::customer_user, "jan@kowalski.example", kowalski);
        const auto edit = [&](EditPerson wish) {
            wish.person = jan.person;
            wish.version = db.read([&](const View& view) {
                return store::find_account(view.tx, jan.person)->version;
            });
            return show(db.write_as(jan, [&](Work& work) { return edit_person(work, wish); }));
        };
        CHECK(edit({.phones = {{{.number = "784 380 784"}}},
                    .form_of_address = FormOfAddress::pan,
                    .vocative = "Janie"}) == "yes");
        CHECK(directory.seen(jan, jan.person).vocative == "Janie");
        CHECK(edit({.family_name = "Inny"}) == "people.not_yours_to_edit");
        CHECK(edit({.emails = std::vector<std::string>{"x@y.example"}}) ==
              "people.not_yours_to_edit");
        CHECK(edit({.customers = std::vector<CustomerId>{}}) == "people.not_yours_to_edit");
        CHECK(edit({.is_staff = true}) == "people.not_yours_to_edit");
    });
}

TEST_CASE("whoever leaves a customer loses their roles there") {
    for_each_database([](TestDatabase& db) {
        Directory directory(db);
        const CustomerId kowalski = directory.customer("Kowalski");
        const CustomerId nowak = directory.customer("Nowak");
        const Actor jan = directory.actor(Role::customer_user, "jan@kowalski.example", kowalski);
        CHECK(jan.may(see_customers, kowalski));
        const std::int64_t version = directory.seen(Actor::system(), jan.person).version;
        db.change([&](Work& work) {
            CHECK(static_cast<bool>(edit_person(work,
                                                {.person = jan.person,
                                                 .version = version,
                                                 .customers = std::vector<CustomerId>{nowak}})));
        });
        CHECK_FALSE(directory.house.actor(jan.person).may(see_customers, kowalski));
        const Person after = directory.seen(Actor::system(), jan.person);
        REQUIRE(after.customers->size() == 1);
        CHECK(after.customers->front().customer == nowak);
    });
}

TEST_CASE("new sort keys are made for every row when ICU orders texts anew") {
    for_each_database([](TestDatabase& db) {
        Directory directory(db);
        for (int i = 0; i < 120; ++i) directory.person("Jan", "Nowak" + std::to_string(i));
        directory.customer("Kowalski");
        const std::string before = directory.pages(Actor::system(), ListPersons{.limit = 50});
        db.change([](Work& work) {
            work.tx.run(spoil_keys, Blob{"x"});
            store::save_sort_key_version(work.tx, "another");
            resort_if_needed(work);
        });
        Jobs jobs(db.data(), db.environment());
        jobs.handle(resort_job, resort);
        int chunks = 0;
        while (jobs.step()) ++chunks;
        CHECK(chunks >= 4);  // Two for the persons, and the ends of three tables.
        CHECK(directory.pages(Actor::system(), ListPersons{.limit = 50}) == before);
        db.change([](Work& work) {
            CHECK(store::load_sort_key_version(work.tx) == sort_key_version());
            resort_if_needed(work);
        });
        CHECK_FALSE(jobs.step());
    });
}

}  // namespace
}  // namespace ogniwo::people
