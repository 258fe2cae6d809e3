#include "people/access_house_for_tests.hpp"

namespace ogniwo::people {
namespace {

using namespace access_tests;

TEST_CASE("a token may do what it was made for, and never more than its person") {
    for_each_database([](TestDatabase& db) {
        House house(db);
        house.add(Role::owner, "olga@ogniwo.example");
        const PersonId anna = house.add(Role::lead, "anna@ogniwo.example");
        house.set_password(anna, good);
        const auto entered = house.enter("anna@ogniwo.example", good);
        const Actor me = house.authenticated(entered->token);
        const auto make = [&](const Actor& actor, std::vector<std::string> scopes) {
            return db.write_as(actor, [&](Work& work) {
                return create_token(work,
                                    {"Kopia", scopes, work.now + std::chrono::hours(24 * 30)});
            });
        };
        CHECK(show(make(me, {std::string(see_cost_rates.name)})) == "people.token_scope_unknown");
        const auto made = make(me, {std::string(read_grants.name), std::string(invite.name)});
        REQUIRE(show(made) == "yes");
        CHECK(made->token.starts_with("ogn_"));

        const Actor by_token = house.authenticated("", made->token);
        CHECK(by_token.person == anna);
        CHECK(by_token.may_everywhere(invite));
        CHECK_FALSE(by_token.may(own_tokens));
        // Nothing that would outlive it.
        CHECK(show(make(by_token, {std::string(invite.name)})) == "people.session_needed");
        CHECK(show(db.write_as(by_token, [](Work& work) { return sign_out(work, Nothing{}); })) ==
              "people.session_needed");
        CHECK(show(house.run(change_password_before,
                             change_password,
                             ChangePassword{.current = good, .password = better},
                             by_token)) == "people.session_needed");

        write_seen(db.data());
        const auto list =
            db.read_as(me, [](const View& view) { return list_tokens(view, Nothing{}); });
        REQUIRE(list->items.size() == 1);
        CHECK(list->items[0].last_used_at == db.clock().now());
        CHECK(list->items[0].scopes ==
              std::vector<std::string>{std::string(invite.name), std::string(read_grants.name)});

        // What the person loses the token loses.
        REQUIRE(show(db.write([&](Work& work) {
                    return set_role(work, {anna, Role::technician, {}});
                })) == "yes");
        CHECK(house.authenticated("", made->token).may_everywhere(invite));
        CHECK_FALSE(house.authenticated("", made->token).may(read_grants));

        db.clock().advance(std::chrono::hours(24 * 30));
        CHECK(house.state_of(entered->token, made->token) == "unauthenticated");
    });
}

TEST_CASE("a deleted token opens nothing, and only its owner deletes it") {
    for_each_database([](TestDatabase& db) {
        House house(db);
        const PersonId olga = house.add(Role::owner, "olga@ogniwo.example");
        const PersonId anna = house.add(Role::technician, "anna@ogniwo.example");
        Actor me = house.actor(anna);
        me.session = 1;
        const auto made = db.write_as(me, [](Work& work) {
            return create_token(
                work, {"x", {std::string(invite.name)}, work.now + std::chrono::hours(1)});
        });
        REQUIRE(show(made) == "yes");
        const auto remove = [&](PersonId person) {
            return show(db.write_as(house.actor(person),
                                    [&](Work& work) { return delete_token(work, {made->id}); }));
        };
        CHECK(remove(olga) == "missing");
        CHECK(remove(anna) == "yes");
        CHECK(remove(anna) == "missing");
        CHECK(house.state_of("", made->token) == "unauthenticated");
    });
}

}  // namespace
}  // namespace ogniwo::people
