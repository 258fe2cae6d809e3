#include "people/directory_house_for_tests.hpp"

namespace ogniwo::people {
namespace {

using namespace directory_tests;

const Actor& system_actor = Actor::system();

TEST_CASE("customers are listed in Polish order, also across page borders") {
    for_each_database([](TestDatabase& db) {
        Directory directory(db);
        for (const char* name : {"Łukasz", "Magda", "Ćwik", "Lucjan", "Czech", "Żak", "Zięba"}) {
            directory.customer(name);
        }
        const std::string all = "Czech, Ćwik, Lucjan, Łukasz, Magda, Zięba, Żak";
        CHECK(directory.pages(system_actor, ListCustomers{}) == all);
        CHECK(directory.pages(system_actor, ListCustomers{.limit = 2}) ==
              "Czech, Ćwik | Lucjan, Łukasz | Magda, Zięba | Żak");
        CHECK(directory.pages(system_actor, ListCustomers{.limit = 1}) ==
              "Czech | Ćwik | Lucjan | Łukasz | Magda | Zięba | Żak");
        CHECK(directory.pages(system_actor, ListCustomers{.q = "ŁUKASZ"}) == "Łukasz");
        CHECK(directory.pages(system_actor, ListCustomers{.q = "cwi"}) == "Ćwik");
        CHECK(directory.pages(system_actor, ListCustomers{.q = "%"}) == "");
    });
}

TEST_CASE("a customer is kept as it was typed, checked, and found by its numbers") {
    for_each_database([](TestDatabase& db) {
        Directory directory(db);
        const Actor anna = directory.actor(Role::technician, "anna@ogniwo.example");
        CreateCustomer wish;
        wish.name = "Kowalski";
        wish.nip = "525-000-00-09";
        wish.postal_address = PostalAddress{.post_code = "61001", .city = "Poznań"};
        wish.domains = {"Kowalski.Example"};
        wish.phones = {{.number = "61 855 12 34 wew. 12", .note = "Sekretariat"}};
        wish.lead = anna.person;
        wish.pinned_notes = "Dzwonić po dziesiątej";
        wish.marks = {Mark::vip};
        const auto made =
            db.write_as(anna, [&](Work& work) { return create_customer(work, wish); });
        REQUIRE(static_cast<bool>(made));
        CHECK(made->nip == "5250000009");
        CHECK(made->domains == std::vector<std::string>{"kowalski.example"});
        CHECK(made->phones[0].number == "+48618551234");
        CHECK(made->phones[0].shown == "61 855 12 34 wew. 12");
        CHECK(made->lead->person == anna.person);
        CHECK(*made->pinned_notes == "Dzwonić po dziesiątej");
        CHECK(*made->marks == std::vector<Mark>{Mark::vip});
        for (const char* q : {"kowal", "5250", "525-000", "kowalski.example", "5512", "855 12"}) {
            CAPTURE(q);
            CHECK(directory.pages(anna, ListCustomers{.q = q}) == "Kowalski");
        }
        CHECK(directory.pages(anna, ListCustomers{.marks = {Mark::vip}}) == "Kowalski");
        CHECK(directory.pages(anna, ListCustomers{.marks = {Mark::vip, Mark::overdue}}) == "");
        wish.nip = "1";
        wish.name = "Drugi";
        wish.lead = std::nullopt;
        wish.phones = {{.number = "nie mam"}};
        const auto bad = db.write_as(anna, [&](Work& work) { return create_customer(work, wish); });
        CHECK(fields_of(bad) == "/nip nip_length /phones/0/number phone_characters");
    });
}

TEST_CASE("a NIP and a mail domain belong to one customer, and whose it is may be a secret") {
    for_each_database([](TestDatabase& db) {
        Directory directory(db);
        const CustomerId nowak = directory.customer("Nowak");
        CreateCustomer wish;
        wish.name = "Kowalski";
        wish.nip = "5250000009";
        wish.domains = {"kowalski.example"};
        const auto kowalski = db.write([&](Work& work) { return create_customer(work, wish); });
        REQUIRE(static_cast<bool>(kowalski));

        const auto take = [&](const Actor& actor, std::int64_t version) {
            return db.write_as(actor, [&](Work& work) {
                return edit_customer(
                    work, {.customer = nowak, .version = version, .nip = "525-000-00-09"});
            });
        };
        const auto refused = take(system_actor, 1);
        CHECK(show(refused) == "people.nip_taken");
        CHECK(fields_of(refused) == "/nip people.nip_taken");
        CHECK(refused.error().shown ==
              Params{{"customer", std::to_string(kowalski->customer.value)}, {"name", "Kowalski"}});
        // Staff for this one customer learn that the number is taken, and no more.
        const Actor limited = directory.actor(Role::technician, "ewa@ogniwo.example", nowak);
        const auto hidden = take(limited, 1);
        CHECK(show(hidden) == "people.nip_taken");
        CHECK(hidden.error().shown.empty());

        CHECK(show(db.write([&](Work& work) {
                  return edit_customer(work,
                                       {.customer = nowak,
                                        .version = 1,
                                        .domains = std::vector<std::string>{"KOWALSKI.example"}});
              })) == "people.domain_taken");
        // Given up by the one, it is free for the other.
        CHECK(show(db.write([&](Work& work) {
                  return edit_customer(work,
                                       {.customer = kowalski->customer,
                                        .version = 1,
                                        .nip = "",
                                        .domains = std::vector<std::string>{}});
              })) == "yes");
        CHECK(show(take(system_actor, 1)) == "yes");
        CHECK(show(take(system_actor, 2)) == "yes");  // Its own already.
    });
}

TEST_CASE("a change of an old version is refused and changes nothing") {
    for_each_database([](TestDatabase& db) {
        Directory directory(db);
        const CustomerId id = directory.customer("Kowalski");
        const auto edit = [&](std::int64_t version, const std::string& sector) {
            return db.write([&](Work& work) {
                return edit_customer(work, {.customer = id, .version = version, .sector = sector});
            });
        };
        CHECK(edit(1, "Transport")->version == 2);
        CHECK(show(edit(1, "Handel")) == "stale");
        CHECK(edit(2, "")->sector == "");
        CHECK(show(db.write([&](Work& work) {
                  return edit_customer(work, {.customer = {999}, .version = 1, .sector = "x"});
              })) == "missing");
    });
}

TEST_CASE("a customer's people see their own company without what is ours about it") {
    for_each_database([](TestDatabase& db) {
        Directory directory(db);
        const CustomerId kowalski = directory.customer("Kowalski"),
                         nowak = directory.customer("Nowak");
        db.change([&](Work& work) {
            CHECK(static_cast<bool>(edit_customer(work,
                                                  {.customer = kowalski,
                                                   .version = 1,
                                                   .pinned_notes = "Nie pożyczać drukarki",
                                                   .marks = std::vector{Mark::leaving}})));
        });
        const Actor jan = directory.actor(Role::customer_user, "jan@kowalski.example", kowalski);
        CHECK(directory.pages(jan, ListCustomers{}) == "Kowalski");
        const auto seen =
            db.read_as(jan, [&](const View& view) { return show_customer(view, {kowalski}); });
        REQUIRE(static_cast<bool>(seen));
        CHECK_FALSE(seen->pinned_notes);
        CHECK_FALSE(seen->marks);
        const auto listed = db.read_as(
            jan, [&](const View& view) { return list_customers(view, ListCustomers{}); });
        CHECK_FALSE(listed->items[0].marks);
        CHECK(show(db.read_as(jan, [&](const View& view) {
                  return list_customers(view, {.marks = {Mark::leaving}});
              })) == "people.not_yours_to_see");
        CHECK(show(db.read_as(jan, [&](const View& view) {
                  return show_customer(view, {nowak});
              })) == "missing");
        CHECK(show(db.read_as(jan, [&](const View& view) { return list_sites(view, {nowak}); })) ==
              "missing");
        CHECK(show(db.write_as(jan, [&](Work& work) {
                  return edit_customer(work, {.customer = kowalski, .version = 2, .sector = "x"});
              })) == "people.not_yours_to_edit");
        CHECK(show(db.write_as(jan, [&](Work& work) {
                  return edit_customer(work, {.customer = nowak, .version = 1, .sector = "x"});
              })) == "missing");
    });
}

TEST_CASE("staff who work for one customer neither see nor create others") {
    for_each_database([](TestDatabase& db) {
        Directory directory(db);
        const CustomerId kowalski = directory.customer("Kowalski");
        const CustomerId nowak = directory.customer("Nowak");
        const Actor ewa = directory.actor(Role::technician, "ewa@ogniwo.example", kowalski);
        CHECK(directory.pages(ewa, ListCustomers{}) == "Kowalski");
        CreateCustomer wish;
        wish.name = "Nowy";
        CHECK(show(db.write_as(ewa, [&](Work& work) { return create_customer(work, wish); })) ==
              "people.customer_needs_everywhere");
        CHECK(show(db.write_as(ewa, [&](Work& work) {
                  return edit_customer(work, {.customer = nowak, .version = 1, .sector = "x"});
              })) == "missing");
        CHECK(show(db.write_as(ewa, [&](Work& work) {
                  return edit_customer(work, {.customer = kowalski, .version = 1, .sector = "x"});
              })) == "yes");
    });
}

TEST_CASE("the lead technician is one of our staff") {
    for_each_database([](TestDatabase& db) {
        Directory directory(db);
        const CustomerId id = directory.customer("Kowalski");
        const PersonId jan = directory.person("Jan", "Kowalski", {id});
        for (const PersonId lead : {jan, PersonId{999}}) {
            EditCustomer wish{.customer = id, .version = 1};
            wish.lead.emplace(lead);
            CHECK(fields_of(db.write([&](Work& work) { return edit_customer(work, wish); })) ==
                  "/lead people.lead_not_staff");
        }
    });
}

TEST_CASE("sites have a version of their own and raise that of their customer") {
    for_each_database([](TestDatabase& db) {
        Directory directory(db);
        const CustomerId id = directory.customer("Kowalski");
        const auto site = db.write([&](Work& work) {
            return add_site(work,
                            {.customer = id,
                             .name = "Magazyn",
                             .hours = {{Weekday::friday, Minutes{480}, Minutes{900}},
                                       {Weekday::monday, Minutes{480}, Minutes{960}}}});
        });
        REQUIRE(static_cast<bool>(site));
        CHECK(site->zone == "Europe/Warsaw");
        CHECK(site->hours[0].day == Weekday::monday);
        const auto edit = [&](std::int64_t version, const std::string& name) {
            return db.write([&](Work& work) {
                return edit_site(work, {.site = site->site, .version = version, .name = name});
            });
        };
        CHECK(edit(1, "Hala")->version == 2);
        CHECK(show(edit(1, "Plac")) == "stale");
        const auto customer = db.read([&](const View& view) { return show_customer(view, {id}); });
        CHECK(customer->version == 3);
        CHECK(customer->sites.size() == 1);
        CHECK(customer->sites[0].name == "Hala");
        CHECK(customer->sites[0].hours.size() == 2);
        const Actor adam = directory.actor(
            Role::customer_administrator, "adam@nowak.example", directory.customer("Nowak"));
        CHECK(show(db.write_as(
                  adam, [&](Work& work) { return remove_site(work, {site->site}); })) == "missing");
        CHECK(show(db.write([&](Work& work) { return remove_site(work, {site->site}); })) == "yes");
        CHECK(db.read([&](const View& view) { return list_sites(view, {id}); })->items.empty());
    });
}

TEST_CASE("the journal says which fields changed; the words stand beside it") {
    for_each_database([](TestDatabase& db) {
        Directory directory(db);
        const CustomerId id = directory.customer("Kowalski");
        db.change([&](Work& work) {
            CHECK(static_cast<bool>(edit_customer(
                work,
                {.customer = id, .version = 1, .sector = "Transport", .language = Language::en})));
        });
        db.read([&](const View& view) {
            const auto events = journal::of_subject(view.tx, "customer", id.value);
            REQUIRE(events.size() == 2);
            CHECK(events[1].payload == "{\"customer\":" + std::to_string(id.value) +
                                           ",\"fields\":[\"sector\",\"language\"],\"marks\":[]}");
            CHECK(events[1].subject_version == 2);
            CHECK(*journal::text(view.tx, events[1].id(), "sector") == "Transport");
            CHECK_FALSE(journal::text(view.tx, events[1].id(), "language"));
            return true;
        });
    });
}

TEST_CASE("an import finds a customer by its name or makes it, once") {
    for_each_database([](TestDatabase& db) {
        Directory directory(db);
        const CustomerId first = directory.customer("Żabka");
        CHECK(directory.customer(" Żabka ") == first);
        CHECK(directory.customer("Zabka") != first);
        db.read([&](const View& view) {
            CHECK(customer_exists(view.tx, first));
            CHECK_FALSE(customer_exists(view.tx, {999}));
            CHECK(customer_names(view.tx, {first, {999}}) ==
                  std::map<CustomerId, std::string>{{first, "Żabka"}});
            return true;
        });
    });
}

TEST_CASE("our company has one default card, and further brands beside it") {
    for_each_database([](TestDatabase& db) {
        Directory directory(db);
        const auto card = [&] {
            return *db.read([](const View& view) { return show_company(view, {}); });
        };
        EditCompany wish;
        wish.version = 1;
        wish.phones = std::vector<NotedPhone>{
            {.number = "801 234 567", .note = "opłata zgodna z taryfą operatora"}};
        wish.web = "www.ogniwo.example";
        wish.hours = std::vector<OpenHours>{{Weekday::monday, Minutes{480}, Minutes{960}}};
        CHECK(show(db.write([&](Work& work) { return edit_company_card(work, wish); })) == "yes");
        CHECK(card().phones[0].note == "opłata zgodna z taryfą operatora");
        CHECK(card().web == "https://www.ogniwo.example");
        CHECK(card().hours.size() == 1);
        CHECK(show(db.write([&](Work& work) { return edit_company_card(work, wish); })) == "stale");

        AddCompany brand;
        brand.name = "Ogniwo Nocne";
        const auto night = db.write([&](Work& work) { return create_company(work, brand); });
        REQUIRE(static_cast<bool>(night));
        CHECK_FALSE(night->is_default);
        EditBrand change;
        change.company = night->company;
        change.version = 1;
        change.is_default = true;
        CHECK(db.write([&](Work& work) { return edit_brand(work, change); })->is_default);
        CHECK(card().name == "Ogniwo Nocne");
        change.version = 2;
        change.is_default = false;
        CHECK(show(db.write([&](Work& work) { return edit_brand(work, change); })) ==
              "people.default_stays");
        const auto all = db.read([](const View& view) { return list_companies(view, {}); });
        CHECK(all->items.size() == 2);
        CHECK(all->items[0].is_default);
        CHECK_FALSE(all->items[1].is_default);
        const Actor anna = directory.actor(Role::technician, "anna@ogniwo.example");
        CHECK(show(db.write_as(anna, [&](Work& work) { return edit_company_card(work, wish); })) ==
              "people.not_yours_to_edit");
    });
}

}  // namespace
}  // namespace ogniwo::people
