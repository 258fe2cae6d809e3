#include "people/merge_service.hpp"

#include <thread>

#include <fmt/format.h>

#include "people/directory_house_for_tests.hpp"
#include "people/lookup_service.hpp"
#include "people/merge_api.hpp"

namespace ogniwo::people {
namespace {

using namespace directory_tests;

const Sql break_pointer_sql{"merge_test.break_pointer",
                            "UPDATE person SET merged_into = $2 WHERE id = $1"};

class Merging : public Directory {
public:
    explicit Merging(TestDatabase& database) : Directory(database) {
        static const bool mounted = [] {
            Operations operations;
            mount_merges(operations);
            allow(Right{"merge_test.look"}, {Role::auditor});
            return true;
        }();
        CHECK(mounted);
        olga = actor(Role::owner, "olga@ogniwo.example");
        kowalski = customer("Kowalski");
        nowicki = customer("Nowicki");
    }

    PersonId reached_at(const std::string& email, const std::vector<CustomerId>& customers) {
        CreatePerson wish;
        wish.given_name = "Jan";
        wish.family_name = "Lis";
        wish.emails = {email};
        wish.phones = {{.number = "784 380 784"}};
        wish.customers = customers;
        return *db.write([&](Work& work) { return add_person(work, wish); });
    }
    std::string merge(PersonId person, PersonId into) {
        return show(db.write_as(olga, [&](Work& work) {
            return merge_person(work, {person, into});
        }));
    }
    std::string unmerge(PersonId person) {
        return show(db.write_as(olga, [&](Work& work) { return unmerge_person(work, {person}); }));
    }
    std::string merge(CustomerId customer, CustomerId into) {
        return show(db.write_as(olga, [&](Work& work) {
            return merge_customer(work, {customer, into, {}});
        }));
    }
    std::string unmerge(CustomerId customer) {
        return show(
            db.write_as(olga, [&](Work& work) { return unmerge_customer(work, {customer}); }));
    }
    std::string faults() {
        std::string text;
        for (const MergeFault& fault :
             db.read([](const View& view) { return check_merges(view.tx); })) {
            text += fault.what + "\n";
        }
        return text;
    }
    // "Kowalski as 2, Kowalski": the first one was merged.
    template <class AnId>
    std::string shown(const std::vector<AnId>& ids) {
        auto found = db.read([&](const View& view) { return shown_names(view.tx, ids); });
        std::ranges::sort(found, {}, &ShownName<AnId>::id);
        std::string text;
        for (const auto& one : found) {
            text += (text.empty() ? "" : ", ") + one.name;
            if (one.goes_on != one.id) text += fmt::format(" as {}", one.goes_on.value);
        }
        return text;
    }
    // "Kowalski, Nowicki"
    std::string customers_of(PersonId person) {
        std::string text;
        const Person card = seen(olga, person);
        for (const CustomerRef& one : *card.customers) {
            text += (text.empty() ? "" : ", ") + one.name;
        }
        return text;
    }
    std::string roles_of(PersonId person) {
        std::string text;
        const auto grants =
            db.read_as(olga, [&](const View& view) { return list_grants(view, {person}); });
        for (const PersonGrant& grant : grants->items) {
            text += (text.empty() ? "" : ", ") + std::string(enum_name(grant.role));
        }
        return text;
    }
    void give(PersonId person, Role role, CustomerId customer) {
        db.change([&](Work& work) {
            CHECK(static_cast<bool>(give_grant(work, {person, role, customer})));
        });
    }

    Actor olga;
    CustomerId kowalski{};
    CustomerId nowicki{};
};

TEST_CASE("a merged person is found, reached and let in as the one they go on as") {
    for_each_database([](TestDatabase& db) {
        Merging house(db);
        const PersonId old = house.reached_at("jan@stary.example", {house.nowicki});
        const PersonId jan = house.reached_at("jan@kowalski.example", {house.kowalski});
        house.give(old, Role::customer_user, house.nowicki);
        house.house.set_password(old, access_tests::good);
        const auto entered = house.house.enter("jan@stary.example", access_tests::good);
        REQUIRE(static_cast<bool>(entered));

        CHECK(house.shown(std::vector{old, jan, PersonId{999}}) == "Jan Lis, Jan Lis");
        CHECK(house.merge(old, jan) == "yes");
        CHECK(house.shown(std::vector{old, jan}) ==
              fmt::format("Jan Lis as {}, Jan Lis", jan.value));
        CHECK(house.customers_of(jan) == "Kowalski, Nowicki");
        CHECK(house.roles_of(jan) == "customer_user");
        CHECK(house.house.state_of(entered->token) == "unauthenticated");
        CHECK(show(house.house.enter("jan@stary.example", access_tests::good)) ==
              "people.sign_in_refused");
        const auto found = [&](std::string_view email) {
            return db.read([&](const View& view) { return find_person_by_email(view.tx, email); });
        };
        CHECK(found("JAN@stary.example") == jan);
        CHECK(db.read([&](const View& view) { return find_reachable(view.tx, old); })->email ==
              "jan@kowalski.example");
        CHECK(!db.read([&](const View& view) { return acting(view.tx, old).has_value(); }));
        CHECK(db.read([&](const View& view) { return acting(view.tx, jan)->is(old); }));
        CHECK(house.pages(house.olga, ListPersons{.q = "stary.example"}) == "Lis Jan");
        CHECK(house.pages(house.olga, ListPersons{.customer = house.nowicki}) == "Lis Jan");
        const Person card = house.seen(house.olga, jan);
        REQUIRE(card.merged->size() == 1);
        CHECK(card.merged->front().emails == std::vector<std::string>{"jan@stary.example"});
        CHECK(house.seen(house.olga, old).merged_into->person == jan);
        CHECK(house.faults().empty());

        CHECK(house.unmerge(old) == "yes");
        CHECK(house.customers_of(jan) == "Kowalski");
        CHECK(house.customers_of(old) == "Nowicki");
        CHECK(house.roles_of(jan) == "");
        CHECK(house.roles_of(old) == "customer_user");
        CHECK(found("jan@stary.example") == old);
        CHECK(static_cast<bool>(house.house.enter("jan@stary.example", access_tests::good)));
        CHECK(house.pages(house.olga, ListPersons{.q = "stary.example"}) == "Lis Jan");
        CHECK(house.faults().empty());
    });
}

TEST_CASE("what two merged persons have in common stays while one of them is left") {
    for_each_database([](TestDatabase& db) {
        Merging house(db);
        const PersonId jan = house.reached_at("jan@a.example", {house.kowalski});
        const PersonId first = house.reached_at("jan@b.example", {house.nowicki});
        const PersonId second = house.reached_at("jan@c.example", {house.nowicki});
        house.give(first, Role::customer_user, house.nowicki);
        house.give(second, Role::customer_user, house.nowicki);
        CHECK(house.merge(first, jan) == "yes");
        CHECK(house.merge(second, jan) == "yes");
        CHECK(house.unmerge(first) == "yes");
        CHECK(house.customers_of(jan) == "Kowalski, Nowicki");
        CHECK(house.roles_of(jan) == "customer_user");
        CHECK(house.unmerge(second) == "yes");
        CHECK(house.customers_of(jan) == "Kowalski");
        CHECK(house.roles_of(jan) == "");
        CHECK(house.faults().empty());
    });
}

TEST_CASE("whoever is merged is changed by nobody, and goes on as the survivor of a name") {
    for_each_database([](TestDatabase& db) {
        Merging house(db);
        const PersonId jan = house.reached_at("jan@a.example", {house.kowalski});
        const PersonId old = house.reached_at("jan@b.example", {house.kowalski});
        const PersonId third = house.reached_at("jan@c.example", {house.kowalski});
        CHECK(house.merge(old, jan) == "yes");
        CHECK(house.merge(old, jan) == "people.merged");
        CHECK(house.merge(jan, third) == "people.has_merged");
        CHECK(house.unmerge(jan) == "people.not_merged");
        // Into the merged one is into the one they go on as.
        CHECK(house.merge(third, old) == "yes");
        CHECK(house.seen(house.olga, third).merged_into->person == jan);
        const auto as_olga = [&](auto verb) { return show(db.write_as(house.olga, verb)); };
        const std::int64_t version = house.seen(house.olga, old).version;
        CHECK(as_olga([&](Work& work) {
                  return edit_person(work,
                                     {.person = old, .version = version, .family_name = "Wilk"});
              }) == "people.merged");
        CHECK(as_olga([&](Work& work) { return disable_person(work, {old}); }) == "people.merged");
        CHECK(as_olga([&](Work& work) {
                  return give_grant(work, {old, Role::customer_user, house.kowalski});
              }) == "people.merged");
        CHECK(as_olga([&](Work& work) { return erase_person(work, {old}); }) == "people.merged");
        CHECK(as_olga([&](Work& work) {
                  return merge_person(work, {house.olga.person, jan});
              }) == "people.merge_sides_differ");
        const PersonId disabled = house.reached_at("jan@d.example", {house.kowalski});
        CHECK(as_olga([&](Work& work) { return disable_person(work, {disabled}); }) == "yes");
        CHECK(house.merge(house.reached_at("jan@e.example", {house.kowalski}), disabled) ==
              "people.merge_into_disabled");
    });
}

TEST_CASE("erasing somebody erases whoever went on as them") {
    for_each_database([](TestDatabase& db) {
        Merging house(db);
        const PersonId jan = house.reached_at("jan@a.example", {house.kowalski});
        const PersonId old = house.reached_at("jan@b.example", {house.kowalski});
        CHECK(house.merge(old, jan) == "yes");
        const auto exported =
            db.read_as(house.olga, [&](const View& view) { return export_person(view, {jan}); });
        REQUIRE(static_cast<bool>(exported));
        CHECK(std::ranges::any_of(exported->parts, [](const ExportedPart& part) {
            return part.data.text.find("jan@b.example") != std::string::npos;
        }));
        CHECK(show(db.write_as(house.olga,
                               [&](Work& work) { return erase_person(work, {jan}); })) == "yes");
        for (const PersonId person : {jan, old}) {
            CHECK(house.seen(house.olga, person).erased_at);
            CHECK(house.seen(house.olga, person).emails->empty());
        }
        CHECK(house.unmerge(old) == "people.person_erased");
        CHECK(house.merge(old, house.reached_at("jan@c.example", {house.kowalski})) ==
              "people.person_erased");
        CHECK(db.read([](const View& view) { return list_erasures(view.tx); }).size() == 2);
    });
}

TEST_CASE("nobody merges whom they could not be, or what they may not see") {
    for_each_database([](TestDatabase& db) {
        Merging house(db);
        const PersonId jan = house.reached_at("jan@a.example", {house.kowalski});
        const PersonId old = house.reached_at("jan@b.example", {house.kowalski});
        const PersonId foreign = house.reached_at("jan@c.example", {house.nowicki});
        const auto merge_as = [&](const Actor& actor, PersonId person, PersonId into) {
            return show(db.write_as(actor, [&](Work& work) {
                return merge_person(work, {person, into});
            }));
        };
        const Actor anna = house.actor(Role::technician, "anna@ogniwo.example", house.kowalski);
        CHECK(merge_as(anna, old, foreign) == "missing");
        CHECK(merge_as(anna, foreign, old) == "missing");
        // Whoever comes along with more than the actor holds would be a way up.
        house.give(old, Role::customer_administrator, house.kowalski);
        CHECK(merge_as(anna, old, jan) == "people.person_above_you");
        CHECK(merge_as(house.olga, old, jan) == "yes");
        const PersonId piotr = house.house.add(Role::technician, "piotr@ogniwo.example");
        const Actor admin = house.actor(Role::administrator, "ola@ogniwo.example");
        CHECK(merge_as(admin, house.olga.person, piotr) == "people.person_above_you");
        CHECK(merge_as(admin, admin.person, piotr) == "people.merged_yourself");
    });
}

TEST_CASE("roles at one of two merged customers count at both, and end with the merge") {
    for_each_database([](TestDatabase& db) {
        Merging house(db);
        const PersonId ewa =
            house.house.add(Role::customer_user, "ewa@nowicki.example", house.nowicki);
        const PersonId jan =
            house.house.add(Role::customer_user, "jan@kowalski.example", house.kowalski);
        const auto covers = [&](PersonId person, CustomerId customer) {
            return house.house.actor(person).scope(see_customers).covers(customer);
        };
        CHECK(house.merge(house.nowicki, house.kowalski) == "yes");
        CHECK(house.shown(std::vector{house.nowicki, house.kowalski, CustomerId{999}}) ==
              fmt::format("Kowalski, Kowalski as {}", house.kowalski.value));
        CHECK(covers(ewa, house.kowalski));
        CHECK(covers(jan, house.nowicki));
        CHECK(house.pages(house.olga, ListCustomers{}) == "Kowalski");
        CHECK(house.pages(house.olga, ListCustomers{.q = "nowicki"}) == "Kowalski");
        CHECK(house.customers_of(ewa) == "Kowalski");
        CHECK(house.pages(house.olga, ListPersons{.customer = house.kowalski}).size() > 0);
        CHECK(db.read([&](const View& view) {
            return belongs_to(view.tx, ewa, house.kowalski) &&
                   customer_names(view.tx, {house.nowicki})[house.nowicki] == "Kowalski";
        }));
        CHECK(db.read([&](const View& view) {
                    return people_in_role_at(view.tx, Role::customer_user, house.nowicki);
                }).size() == 2);
        CHECK(house.merge(house.nowicki, house.kowalski) == "people.customer_merged");
        CHECK(house.merge(house.kowalski, house.customer("Trzeci")) ==
              "people.customer_has_merged");
        CHECK(house.faults().empty());

        CHECK(house.unmerge(house.nowicki) == "yes");
        CHECK(!covers(ewa, house.kowalski));
        CHECK(!covers(jan, house.nowicki));
        CHECK(house.customers_of(ewa) == "Nowicki");
        CHECK(house.unmerge(house.nowicki) == "people.customer_not_merged");
    });
}

TEST_CASE("roles that people of one merged customer were given at the other end with the merge") {
    for_each_database([](TestDatabase& db) {
        Merging house(db);
        const Actor ewa =
            house.actor(Role::customer_administrator, "ewa@nowicki.example", house.nowicki);
        const PersonId jan =
            house.house.add(Role::customer_user, "jan@kowalski.example", house.kowalski);
        const Actor adam =
            house.actor(Role::customer_administrator, "adam@kowalski.example", house.kowalski);
        const auto give_as = [&](PersonId giver, PersonId person, Role role) {
            return show(db.write_as(house.house.actor(giver), [&](Work& work) {
                return give_grant(work, {person, role, house.kowalski});
            }));
        };
        db.clock().advance(Minutes{1});
        CHECK(house.merge(house.nowicki, house.kowalski) == "yes");
        db.clock().advance(Minutes{1});
        const PersonId zofia = house.reached_at("zofia@kowalski.example", {house.kowalski});
        CHECK(give_as(ewa.person, ewa.person, Role::customer_administrator) == "yes");
        CHECK(give_as(ewa.person, zofia, Role::customer_administrator) == "yes");
        CHECK(give_as(zofia, zofia, Role::customer_user) == "yes");
        CHECK(give_as(adam.person, jan, Role::customer_approver) == "yes");

        CHECK(house.unmerge(house.nowicki) == "yes");
        CHECK(house.roles_of(ewa.person) == "customer_administrator");
        CHECK(!house.house.actor(ewa.person).may(manage_access, house.kowalski));
        CHECK(house.roles_of(zofia) == "");
        CHECK(house.roles_of(jan) == "customer_user, customer_approver");
        CHECK(house.roles_of(adam.person) == "customer_administrator");
        CHECK(house.faults().empty());
    });
}

TEST_CASE("customers are merged by whoever serves all and may give all roles that are held there") {
    for_each_database([](TestDatabase& db) {
        Merging house(db);
        const auto merge_as = [&](const Actor& actor) {
            return show(db.write_as(actor, [&](Work& work) {
                return merge_customer(work, {house.nowicki, house.kowalski, {}});
            }));
        };
        const Actor anna = house.actor(Role::technician, "anna@ogniwo.example");
        const Actor lead = house.actor(Role::lead, "lea@ogniwo.example");
        const PersonId half = house.house.add(Role::lead, "ola@ogniwo.example", house.kowalski);
        house.give(half, Role::lead, house.nowicki);
        CHECK(merge_as(anna) == std::string(not_yours_to_edit.name));
        CHECK(merge_as(house.house.actor(half)) == std::string(not_yours_to_edit.name));
        (void)house.house.add(Role::auditor, "iza@ogniwo.example", house.nowicki);
        CHECK(merge_as(lead) == std::string(not_yours_to_give.name));
        CHECK(merge_as(house.olga) == "yes");
    });
}

TEST_CASE("whoever is disabled while two are one is so under either name afterwards") {
    for_each_database([](TestDatabase& db) {
        Merging house(db);
        const PersonId jan = house.reached_at("jan@a.example", {house.kowalski});
        const PersonId old = house.reached_at("jan@b.example", {house.kowalski});
        CHECK(house.merge(old, jan) == "yes");
        db.change([&](Work& work) { CHECK(static_cast<bool>(disable_person(work, {jan}))); });
        CHECK(house.unmerge(old) == "yes");
        CHECK(!db.read([&](const View& view) { return acting(view.tx, old).has_value(); }));
        CHECK(access_tests::events(db).back() == "people.person_disabled");
    });
}

TEST_CASE("somebody without an address signs in by that of whoever was merged into them") {
    for_each_database([](TestDatabase& db) {
        Merging house(db);
        const PersonId jan = house.person("Jan", "Lis", {house.kowalski});
        const PersonId old = house.reached_at("jan@b.example", {house.kowalski});
        CHECK(house.merge(old, jan) == "yes");
        db.change([&](Work& work) {
            CHECK(static_cast<bool>(ask_for_link(work, {.email = "jan@b.example"})));
        });
        const auto& mails = house.house.mails();
        REQUIRE(mails.size() == 1);
        CHECK(mails.front().to == "jan@b.example");
    });
}

TEST_CASE("a restored merge that was taken apart since takes nobody along who was not erased") {
    for_each_database([](TestDatabase& db) {
        Merging house(db);
        const PersonId jan = house.reached_at("jan@a.example", {house.kowalski});
        const PersonId old = house.reached_at("jan@b.example", {house.kowalski});
        CHECK(house.merge(old, jan) == "yes");
        db.change([&](Work& work) {
            const std::vector<Erasure> erased{{.person = jan, .erased_at = work.now}};
            CHECK(apply_erasures(work, erased) == 1);
        });
        CHECK(house.seen(house.olga, jan).erased_at);
        CHECK(!house.seen(house.olga, old).erased_at);
        CHECK(house.unmerge(old) == "yes");
        CHECK(house.seen(house.olga, old).emails == std::vector<std::string>{"jan@b.example"});
    });
}

TEST_CASE("whoever asks for the people of a merged customer is given those of both") {
    for_each_database([](TestDatabase& db) {
        Merging house(db);
        (void)house.person("Jan", "Lis", {house.kowalski});
        (void)house.person("Ewa", "Kos", {house.nowicki});
        CHECK(house.merge(house.nowicki, house.kowalski) == "yes");
        CHECK(house.pages(house.olga, ListPersons{.customer = house.nowicki}) ==
              "Kos Ewa, Lis Jan");
    });
}

TEST_CASE("imports find whoever was merged by what they were known by") {
    for_each_database([](TestDatabase& db) {
        Merging house(db);
        CreateCustomer old;
        old.name = "Stary Nowak";
        old.nip = "5250000009";
        old.domains = {"stary.example"};
        const CustomerId merged = *db.write([&](Work& work) { return add_customer(work, old); });
        CHECK(house.merge(merged, house.kowalski) == "yes");
        db.read([&](const View& view) {
            CHECK(find_customer_by_nip(view.tx, "5250000009") == house.kowalski);
            CHECK(find_customer_by_domain(view.tx, "stary.example") == house.kowalski);
            CHECK(customers_called(view.tx, "stary nowak") ==
                  std::vector<CustomerId>{house.kowalski});
            return 0;
        });
        CHECK(*db.write([&](Work& work) { return ensure_customer(work, "Stary Nowak"); }) ==
              house.kowalski);
        const PersonId jan = house.reached_at("jan@a.example", {house.kowalski});
        CreatePerson other;
        other.given_name = "Janek";
        other.family_name = "Lisek";
        other.phones = {{.number = "784 380 785"}};
        other.customers = {house.kowalski};
        const PersonId janek = *db.write([&](Work& work) { return add_person(work, other); });
        CHECK(house.merge(janek, jan) == "yes");
        db.read([&](const View& view) {
            CHECK(find_person_by_phone(view.tx, "+48784380785", "JANEK LISEK") == jan);
            CHECK(persons_called(view.tx, "Janek Lisek", house.kowalski) ==
                  std::vector<PersonId>{jan});
            return 0;
        });
    });
}

TEST_CASE("the likely duplicates of a person, and of all") {
    for_each_database([](TestDatabase& db) {
        Merging house(db);
        const PersonId jan = house.reached_at("jan.lis@a.example", {house.kowalski});
        const PersonId again = house.reached_at("jan.lis@b.example", {house.kowalski});
        (void)house.reached_at("jan.lis@c.example", {house.nowicki});
        const auto likes = db.read_as(
            house.olga, [&](const View& view) { return find_like_persons(view, {jan}); });
        REQUIRE(static_cast<bool>(likes));
        REQUIRE(likes->items.size() == 1);
        CHECK(likes->items.front().person.person == again);
        CHECK(likes->items.front().reasons ==
              std::vector<Likeness>{Likeness::name, Likeness::phone, Likeness::mailbox});
        const auto all = db.read_as(
            house.olga, [&](const View& view) { return list_duplicate_persons(view, {}); });
        REQUIRE(static_cast<bool>(all));
        CHECK(all->items.size() == 1);
        CHECK(house.merge(again, jan) == "yes");
        CHECK(db.read_as(house.olga, [&](const View& view) {
                    return list_duplicate_persons(view, {});
                })->items.empty());

        (void)house.customer("Kowalski Sp. z o.o.");
        const auto pairs = db.read_as(house.olga, [&](const View& view) {
            return list_duplicate_customers(view, Nothing{});
        });
        REQUIRE(static_cast<bool>(pairs));
        REQUIRE(pairs->items.size() == 1);
        CHECK(pairs->items.front().customer.customer == house.kowalski);
        const auto like = db.read_as(house.olga, [&](const View& view) {
            return find_like_customers(view, {house.kowalski});
        });
        CHECK(like->items.size() == 1);
    });
}

TEST_CASE("two nodes that merge persons into each other make neither a circle nor a chain") {
    if (test_postgres() == nullptr) {
        MESSAGE("OGNIWO_TEST_POSTGRES is not set: not run");
        return;
    }
    constexpr int rounds = 40;
    TestDatabase db(Dialect::postgres);
    Merging house(db);
    std::vector<std::pair<PersonId, PersonId>> pairs;
    for (int i = 0; i < rounds; ++i) {
        const std::string number = std::to_string(i);
        pairs.emplace_back(house.reached_at("a" + number + "@a.example", {house.kowalski}),
                           house.reached_at("b" + number + "@a.example", {house.kowalski}));
    }
    const auto node = [&](bool forwards) {
        DirectTransactor data(db.database().connect(Connection::Access::read_write),
                              db.work_clock());
        const Caller caller;
        for (const auto& [a, b] : pairs) {
            const MergePerson wish{forwards ? a : b, forwards ? b : a};
            for (bool busy = true; busy;) {
                try {
                    (void)data.write([&](Tx& tx, Time now) -> Outcome {
                        Work work{{tx, house.olga, now, db.environment(), caller}};
                        TRY_DO(merge_person(work, wish));
                        return Nothing{};
                    });
                    busy = false;
                } catch (const StorageError& error) {
                    if (error.kind != StorageError::Kind::busy) throw;
                }
            }
        }
    };
    std::thread other(node, false);
    node(true);
    other.join();
    for (const auto& [a, b] : pairs) {
        const bool first = house.seen(house.olga, a).merged_into.has_value();
        const bool second = house.seen(house.olga, b).merged_into.has_value();
        CHECK(first != second);
    }
    CHECK(house.faults().empty());
}

TEST_CASE("check finds a pointer that no event explains, and one to nobody") {
    for_each_database([](TestDatabase& db) {
        Merging house(db);
        const PersonId jan = house.reached_at("jan@a.example", {house.kowalski});
        const PersonId old = house.reached_at("jan@b.example", {house.nowicki});
        CHECK(house.merge(old, jan) == "yes");
        CHECK(house.faults().empty());
        db.change([&](Work& work) { work.tx.run(break_pointer_sql, old, 999'999); });
        const std::string faults = house.faults();
        CHECK(faults.find("which cannot be") != std::string::npos);
        CHECK(faults.find("by the journal as " + std::to_string(jan.value)) != std::string::npos);
        CHECK(faults.find("something of somebody") != std::string::npos);
    });
}

}  // namespace
}  // namespace ogniwo::people
