#include "people/access_house_for_tests.hpp"

namespace ogniwo::people {
namespace {

using namespace access_tests;

TEST_CASE("a password opens a session, and a wrong one says no more than an unknown address") {
    for_each_database([](TestDatabase& db) {
        House house(db);
        const PersonId olga = house.add(Role::owner, "olga@ogniwo.example");
        house.set_password(olga, good);

        const auto entered = house.enter("Olga@Ogniwo.Example", good);
        REQUIRE(show(entered) == "yes");
        CHECK(entered->person == olga);
        CHECK(house.authenticated(entered->token).person == olga);

        CHECK(show(house.enter("olga@ogniwo.example", better)) == "people.sign_in_refused");
        CHECK(show(house.enter("nobody@ogniwo.example", good)) == "people.sign_in_refused");
        CHECK(show(house.enter("not an address", good)) == "people.sign_in_refused");
        CHECK(house.authenticated("").kind == Actor::Kind::anonymous);
        CHECK(house.state_of("no token of ours") == "unauthenticated");
        CHECK(house.state_of("00000000000000000000000000") == "unauthenticated");
    });
}

TEST_CASE("guessing slows down, for everybody but those who were there before") {
    for_each_database([](TestDatabase& db) {
        House house(db);
        const PersonId olga = house.add(Role::owner, "olga@ogniwo.example");
        house.set_password(olga, good);
        REQUIRE(show(house.enter("olga@ogniwo.example", good)) == "yes");

        const Caller at_home = house.caller;
        house.caller.address = "198.51.100.9";
        for (int i = 0; i < 5; ++i) {
            CHECK(show(house.enter("olga@ogniwo.example", better)) == "people.sign_in_refused");
        }
        const auto slowed = house.enter("olga@ogniwo.example", good);
        CHECK(show(slowed) == "people.sign_in_too_often");
        CHECK(slowed.error().shown == Params{{"retryAfterSeconds", "2"}});

        house.caller = at_home;
        CHECK(show(house.enter("olga@ogniwo.example", good)) == "yes");

        // From elsewhere she waits for seconds, not for ever.
        house.caller.address = "203.0.113.5";
        CHECK(show(house.enter("olga@ogniwo.example", good)) == "people.sign_in_too_often");
        db.clock().advance(std::chrono::seconds(2));
        CHECK(show(house.enter("olga@ogniwo.example", good)) == "yes");
    });
}

TEST_CASE("an unknown address is slowed down like a known one") {
    for_each_database([](TestDatabase& db) {
        House house(db);
        for (int i = 0; i < 5; ++i) {
            CHECK(show(house.enter("ghost@ogniwo.example", good)) == "people.sign_in_refused");
        }
        CHECK(show(house.enter("ghost@ogniwo.example", good)) == "people.sign_in_too_often");
    });
}

TEST_CASE("a new sign-in ends the session the browser had") {
    for_each_database([](TestDatabase& db) {
        House house(db);
        const PersonId olga = house.add(Role::owner, "olga@ogniwo.example");
        house.set_password(olga, good);
        const auto first = house.enter("olga@ogniwo.example", good);
        const auto second = house.run(sign_in_before,
                                      sign_in,
                                      SignIn{.email = "olga@ogniwo.example", .password = good},
                                      house.authenticated(first->token));
        REQUIRE(show(second) == "yes");
        CHECK(house.state_of(first->token) == "unauthenticated");
        CHECK(house.authenticated(second->token).person == olga);
    });
}

TEST_CASE("a session dies of idleness, lives while it is seen, and ends at its last day") {
    for_each_database([](TestDatabase& db) {
        House house(db);
        const PersonId olga = house.add(Role::owner, "olga@ogniwo.example");
        house.set_password(olga, good);
        const auto entered = house.enter("olga@ogniwo.example", good);
        for (int days = 0; days < 29; ++days) {
            for (int part = 0; part < 3; ++part) {
                db.clock().advance(std::chrono::hours(8));
                CHECK(house.authenticated(entered->token).person == olga);
                write_seen(db.data());
            }
        }
        db.clock().advance(std::chrono::hours(24));
        CHECK(house.state_of(entered->token) == "unauthenticated");

        const auto again = house.enter("olga@ogniwo.example", good);
        db.clock().advance(std::chrono::hours(12));
        CHECK(house.state_of(again->token) == "unauthenticated");
    });
}

TEST_CASE("sessions are listed, ended one by one or all at once, and only by their owner") {
    for_each_database([](TestDatabase& db) {
        House house(db);
        const PersonId olga = house.add(Role::owner, "olga@ogniwo.example");
        const PersonId anna = house.add(Role::technician, "anna@ogniwo.example");
        house.set_password(olga, good);
        house.set_password(anna, good);
        const auto one = house.enter("olga@ogniwo.example", good);
        const auto two = house.enter("olga@ogniwo.example", good);
        const auto hers = house.enter("anna@ogniwo.example", good);
        const Actor me = house.authenticated(one->token);

        const auto list =
            db.read_as(me, [](const View& view) { return list_sessions(view, Nothing{}); });
        REQUIRE(list->items.size() == 2);
        CHECK(list->items[0].id == two->session);
        CHECK_FALSE(list->items[0].current);
        CHECK(list->items[1].current);
        CHECK(list->items[1].program == "Firefox");

        const auto end = [&](SessionId session) {
            return db.write_as(me, [&](Work& work) { return end_session(work, {session}); });
        };
        CHECK(show(end(hers->session)) == "missing");
        CHECK(show(end(two->session)) == "yes");
        CHECK(house.state_of(two->token) == "unauthenticated");
        CHECK(show(db.write_as(
                  me, [](Work& work) { return sign_out_everywhere(work, Nothing{}); })) == "yes");
        CHECK(house.state_of(one->token) == "unauthenticated");
        CHECK(house.authenticated(hers->token).person == anna);
    });
}

TEST_CASE("a new password needs the old one and ends every other session") {
    for_each_database([](TestDatabase& db) {
        House house(db);
        const PersonId olga = house.add(Role::owner, "olga@ogniwo.example");
        house.set_password(olga, good);
        const auto other = house.enter("olga@ogniwo.example", good);
        const auto mine = house.enter("olga@ogniwo.example", good);
        const Actor me = house.authenticated(mine->token);
        const auto change = [&](std::optional<std::string> current, std::string password) {
            return house.run(change_password_before,
                             change_password,
                             ChangePassword{.current = current, .password = password},
                             me);
        };
        CHECK(show(change(better, better)) == "people.password_wrong");
        CHECK(show(change(std::nullopt, better)) == "people.password_wrong");
        CHECK(show(change(good, "olgawrona1")) == "password_own");
        CHECK(change(good, "olgawrona1").error().fields.at(0).pointer == "/password");

        const auto changed = change(good, better);
        REQUIRE(show(changed) == "yes");
        CHECK(house.authenticated(changed->token).person == olga);
        CHECK(house.state_of(mine->token) == "unauthenticated");
        CHECK(house.state_of(other->token) == "unauthenticated");
        CHECK(show(house.enter("olga@ogniwo.example", good)) == "people.sign_in_refused");
        CHECK(show(house.enter("olga@ogniwo.example", better)) == "yes");
    });
}

TEST_CASE("a password that changed between check and work opens nothing") {
    for_each_database([](TestDatabase& db) {
        House house(db);
        const PersonId olga = house.add(Role::owner, "olga@ogniwo.example");
        house.set_password(olga, good);
        SignIn wish{.email = "olga@ogniwo.example", .password = good};
        const Actor nobody = Actor::anonymous();
        const auto blobs = make_file_blobs(db.folder() + "/blobs", db.data());
        Outside outside{
            db.data(), *blobs, nobody, db.environment(), house.caller, db.clock().now()};
        REQUIRE(static_cast<bool>(sign_in_before(outside, wish)));
        house.set_password(olga, better);
        CHECK(show(db.write([&](Work& work) { return sign_in(work, wish); })) ==
              "people.sign_in_refused");
    });
}

TEST_CASE("guessing at a person's password is an event at the tenth failure") {
    for_each_database([](TestDatabase& db) {
        House house(db);
        const PersonId olga = house.add(Role::owner, "olga@ogniwo.example");
        house.set_password(olga, good);
        for (int i = 0; i < 10; ++i) {
            (void)house.enter("olga@ogniwo.example", better);
            db.clock().advance(std::chrono::seconds(300));
        }
        // Five minutes apart, every second failure is forgotten by the next one but one.
        const auto told = [&] {
            const auto all = events(db);
            return std::ranges::count(all, "people.sign_in_attacked");
        };
        for (int i = 0; i < 20 && told() == 0; ++i) {
            (void)house.enter("olga@ogniwo.example", better);
            db.clock().advance(std::chrono::seconds(64));
        }
        CHECK(told() == 1);
    });
}

TEST_CASE("what is over is deleted, what is not stays") {
    for_each_database([](TestDatabase& db) {
        House house(db);
        const PersonId olga = house.add(Role::owner, "olga@ogniwo.example");
        house.set_password(olga, good);
        (void)house.enter("olga@ogniwo.example", better);
        (void)house.enter("olga@ogniwo.example", good);
        (void)*db.write([&](Work& work) { return ask_for_link(work, {"ghost@ogniwo.example"}); });
        const auto purge = [&] {
            return *db.write([](Work& work) -> Result<bool> { return purge_expired(work); });
        };
        CHECK(purge());
        const auto sessions = [&] {
            return db.read_as(house.actor(olga), [](const View& view) {
                return list_sessions(view, Nothing{})->items.size();
            });
        };
        CHECK(sessions() == 1);
        db.clock().advance(std::chrono::hours(24 * 200));
        CHECK(purge());
        CHECK_FALSE(db.read(
            [&](const View& view) { return store::is_known_network(view.tx, olga, "192.0.2.1"); }));
    });
}

TEST_CASE("the tables hold no token in the clear") {
    for_each_database([](TestDatabase& db) {
        House house(db);
        const PersonId olga = house.add(Role::owner, "olga@ogniwo.example");
        house.set_password(olga, good);
        const auto entered = house.enter("olga@ogniwo.example", good);
        const auto found = db.read([&](const View& view) {
            return store::find_session(view.tx, Blob{entered->token}).has_value();
        });
        CHECK_FALSE(found);
        const auto journal_texts = db.read([&](const View& view) {
            std::string all;
            for (const Event& event : journal::read_after(view.tx, {}, 500)) all += event.payload;
            return all;
        });
        CHECK(journal_texts.find(entered->token) == std::string::npos);
        CHECK(journal_texts.find("olga") == std::string::npos);
    });
}

}  // namespace
}  // namespace ogniwo::people
