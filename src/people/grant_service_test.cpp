#include <atomic>
#include <thread>

#include "people/access_house_for_tests.hpp"

namespace ogniwo::people {
namespace {

using namespace access_tests;

TEST_CASE("an administrator cannot make an owner, nor take one away, nor become one") {
    for_each_database([](TestDatabase& db) {
        House house(db);
        const PersonId olga = house.add(Role::owner, "olga@ogniwo.example");
        const PersonId piotr = house.add(Role::administrator, "piotr@ogniwo.example");
        const PersonId anna = house.add(Role::technician, "anna@ogniwo.example");
        const Actor admin = house.actor(piotr);
        const auto give = [&](PersonId person, Role role) {
            return show(db.write_as(admin, [&](Work& work) {
                return give_grant(work, {person, role, {}});
            }));
        };
        CHECK(give(anna, Role::owner) == "people.not_yours_to_give");
        CHECK(give(piotr, Role::owner) == "people.not_yours_to_give");
        CHECK(give(anna, Role::bookkeeper) == "people.not_yours_to_give");  // Cost rates.
        CHECK(give(anna, Role::lead) == "yes");
        CHECK(give(anna, Role::lead) == "people.grant_held");
        CHECK(give(anna, Role::customer_user) == "people.role_for_customers");
        CHECK(give(PersonId{999}, Role::lead) == "missing");

        const auto grant_of = [&](PersonId person) {
            return db.read([&](const View& view) {
                return store::list_all_grants(view.tx, person).front().id;
            });
        };
        const auto as_admin = [&](auto verb) { return show(db.write_as(admin, verb)); };
        const GrantId hers = grant_of(olga), annas = grant_of(anna);
        CHECK(as_admin([&](Work& work) { return take_grant(work, {hers}); }) ==
              "people.not_yours_to_give");
        CHECK(as_admin([&](Work& work) { return disable_person(work, {olga}); }) ==
              "people.person_above_you");
        CHECK(as_admin([&](Work& work) {
                  return send_link(work, {olga, LinkKind::password_reset});
              }) == "people.person_above_you");
        CHECK(as_admin([&](Work& work) { return take_grant(work, {annas}); }) == "yes");
        CHECK(as_admin([&](Work& work) { return take_grant(work, {GrantId{999}}); }) == "missing");
    });
}

TEST_CASE("a customer's administrator runs their own people and sees no others") {
    for_each_database([](TestDatabase& db) {
        House house(db);
        const CustomerId kowalski = house.add_customer("Kowalski");
        const CustomerId nowak = house.add_customer("Nowak");
        const PersonId ewa =
            house.add(Role::customer_administrator, "ewa@kowalski.example", kowalski);
        const PersonId jan = house.add(Role::customer_user, "jan@kowalski.example", kowalski);
        const PersonId adam = house.add(Role::customer_user, "adam@nowak.example", nowak);
        const Actor actor = house.actor(ewa);
        const auto give = [&](PersonId person, Role role, std::optional<CustomerId> customer) {
            return show(db.write_as(actor, [&](Work& work) {
                return give_grant(work, {person, role, customer});
            }));
        };
        CHECK(give(jan, Role::customer_approver, kowalski) == "yes");
        CHECK(give(jan, Role::customer_approver, nowak) == "missing");
        CHECK(give(adam, Role::customer_approver, kowalski) == "missing");
        CHECK(give(jan, Role::technician, std::nullopt) == "people.not_yours_to_give");
        CHECK(give(jan, Role::technician, kowalski) == "people.role_for_staff");

        const auto list = [&](PersonId person) {
            return db.read_as(actor, [&](const View& view) { return list_grants(view, {person}); });
        };
        CHECK(list(jan)->items.size() == 2);
        CHECK(show(list(adam)) == "missing");

        // Somebody who also belongs elsewhere is not hers to lock out.
        db.change([&](Work& work) { (void)*add_grant(work, {jan, Role::customer_user, nowak}); });
        CHECK(list(jan)->items.size() == 2);
        CHECK(show(db.write_as(actor, [&](Work& work) { return disable_person(work, {jan}); })) ==
              "people.person_above_you");

        db.change([&](Work& work) { revoke_grants(work, jan, kowalski); });
        CHECK(house.actor(jan).may(signed_in));
        CHECK(show(list(jan)) == "yes");  // Still a member, without any role there.
        CHECK(list(jan)->items.empty());
    });
}

TEST_CASE("there is always an owner who can sign in") {
    for_each_database([](TestDatabase& db) {
        House house(db);
        const PersonId olga = house.add(Role::owner, "olga@ogniwo.example");
        const Actor owner = house.actor(olga);
        const auto grant = db.read(
            [&](const View& view) { return store::list_all_grants(view.tx, olga).front().id; });
        const auto as_owner = [&](auto verb) { return show(db.write_as(owner, verb)); };
        const auto take = [&](Work& work) { return take_grant(work, {grant}); };
        const auto disable = [&](Work& work) { return disable_person(work, {olga}); };
        CHECK(as_owner(take) == "people.last_owner");
        CHECK(as_owner(disable) == "people.last_owner");
        CHECK(as_owner([&](Work& work) { return keep_an_owner(work, olga); }) ==
              "people.last_owner");
        CHECK(as_owner([&](Work& work) {
                  return set_role(work, {olga, Role::lead, {}});
              }) == "people.last_owner");

        // One who is disabled does not count.
        const PersonId piotr = house.add(Role::owner, "piotr@ogniwo.example");
        CHECK(as_owner([&](Work& work) { return disable_person(work, {piotr}); }) == "yes");
        CHECK(as_owner(disable) == "people.last_owner");
        CHECK(as_owner([&](Work& work) { return enable_person(work, {piotr}); }) == "yes");
        CHECK(as_owner([&](Work& work) {
                  return set_role(work, {olga, Role::lead, {}});
              }) == "yes");
        CHECK(house.actor(olga).may_everywhere(read_grants));
        CHECK_FALSE(house.actor(olga).may_everywhere(see_cost_rates));
    });
}

TEST_CASE("of two owners who remove each other at the same moment one stays") {
    if (test_postgres() == nullptr) {
        MESSAGE("OGNIWO_TEST_POSTGRES is not set: the race of two owners was not run");
        return;
    }
    TestDatabase db(Dialect::postgres);
    House house(db);
    const PersonId olga = house.add(Role::owner, "olga@ogniwo.example");
    const PersonId piotr = house.add(Role::owner, "piotr@ogniwo.example");
    const auto able = [&] {
        return db.read(
            [](const View& view) { return store::list_able(view.tx, Role::owner).size(); });
    };
    for (int round = 0; round < 20; ++round) {
        std::atomic<int> ready{0};
        const auto remove = [&](PersonId whom) {
            DirectTransactor data(db.database().connect(Connection::Access::read_write),
                                  db.work_clock());
            ++ready;
            while (ready < 2) std::this_thread::yield();
            (void)data.write([&](Tx& tx, Time now) -> Outcome {
                Work work{{tx, Actor::system(), now, db.environment(), house.caller}};
                const auto done = disable_person(work, {whom});
                if (!done) return done.error();
                return Nothing{};
            });
        };
        std::thread one(remove, olga), two(remove, piotr);
        one.join();
        two.join();
        REQUIRE(able() == 1);
        for (const PersonId person : {olga, piotr}) {
            REQUIRE(show(db.write([&](Work& work) { return enable_person(work, {person}); })) ==
                    "yes");
        }
        REQUIRE(able() == 2);
    }
}

TEST_CASE("whoever is disabled is out at once, everywhere") {
    for_each_database([](TestDatabase& db) {
        House house(db);
        house.add(Role::owner, "olga@ogniwo.example");
        const PersonId anna = house.add(Role::technician, "anna@ogniwo.example");
        house.set_password(anna, good);
        const auto entered = house.enter("anna@ogniwo.example", good);
        const auto token = db.write_as(house.authenticated(entered->token), [&](Work& work) {
            return create_token(
                work, {"x", {std::string(invite.name)}, work.now + std::chrono::hours(24)});
        });
        REQUIRE(show(token) == "yes");
        CHECK(house.authenticated("", token->token).person == anna);

        REQUIRE(show(db.write([&](Work& work) { return disable_person(work, {anna}); })) == "yes");
        CHECK(house.state_of(entered->token) == "unauthenticated");
        CHECK(house.state_of("", token->token) == "unauthenticated");
        CHECK(show(house.enter("anna@ogniwo.example", good)) == "people.sign_in_refused");

        // Let in again, she starts anew: what was open stays closed.
        REQUIRE(show(db.write([&](Work& work) { return enable_person(work, {anna}); })) == "yes");
        CHECK(house.state_of(entered->token) == "unauthenticated");
        CHECK(show(house.enter("anna@ogniwo.example", good)) == "yes");
    });
}

TEST_CASE("erasing a person leaves nothing to get in with") {
    for_each_database([](TestDatabase& db) {
        House house(db);
        house.add(Role::owner, "olga@ogniwo.example");
        const PersonId anna = house.add(Role::technician, "anna@ogniwo.example");
        house.set_password(anna, good);
        const auto entered = house.enter("anna@ogniwo.example", good);
        db.change([&](Work& work) { erase_access(work, anna); });
        CHECK(house.state_of(entered->token) == "unauthenticated");
        CHECK(house.actor(anna).grants.empty());
        CHECK(show(house.enter("anna@ogniwo.example", good)) == "people.sign_in_refused");
        db.change([&](Work& work) { erase_access(work, anna); });  // Twice, as after a restore.
    });
}

}  // namespace
}  // namespace ogniwo::people
