#include "people/access_house_for_tests.hpp"

namespace ogniwo::people {
namespace {

using namespace access_tests;

TEST_CASE("an invitation opens once, for whoever chooses a password") {
    for_each_database([](TestDatabase& db) {
        House house(db);
        const PersonId olga = house.add(Role::owner, "olga@ogniwo.example");
        const PersonId anna = house.add(Role::technician, "anna@ogniwo.example");
        const Actor owner = house.actor(olga);
        const auto sent = db.write_as(owner, [&](Work& work) {
            return send_link(work, {.person = anna, .kind = LinkKind::invitation});
        });
        REQUIRE(show(sent) == "yes");
        CHECK(sent->address == "a•••@ogniwo.example");
        const LinkMail mail = house.mails().back();
        CHECK(mail.to == "anna@ogniwo.example");
        CHECK(mail.params.url.starts_with("https://desk.example/link#"));
        CHECK(mail.params.code.empty());
        const std::string token = token_in(mail.params.url);

        for (int looks = 0; looks < 3; ++looks) {
            const auto info =
                db.read([&](const View& view) { return look_at_link(view, {token}); });
            REQUIRE(show(info) == "yes");
            CHECK(info->password == PasswordNeed::needed);
        }
        const auto use = [&](std::optional<std::string> password) {
            return house.run(use_link_before, use_link, UseLink{token, password});
        };
        CHECK(show(use(std::nullopt)) == "people.password_needed");
        CHECK(show(use("haslo123")) == "password_common");
        const auto used = use(good);
        REQUIRE(show(used) == "yes");
        CHECK(house.authenticated(used->token).person == anna);
        CHECK(show(use(good)) == "missing");
        CHECK(show(house.enter("anna@ogniwo.example", good)) == "yes");
    });
}

TEST_CASE("a link is void after its time, after the next one, and for a person who was disabled") {
    for_each_database([](TestDatabase& db) {
        House house(db);
        house.add(Role::owner, "olga@ogniwo.example");
        const PersonId anna = house.add(Role::technician, "anna@ogniwo.example");
        const auto make = [&](LinkKind kind) {
            return token_in(db.write([&](Work& work) { return make_link(work, anna, kind); })->url);
        };
        const auto look = [&](const std::string& token) {
            return show(db.read([&](const View& view) { return look_at_link(view, {token}); }));
        };
        const std::string first = make(LinkKind::password_reset);
        const std::string invitation = make(LinkKind::invitation);
        const std::string second = make(LinkKind::password_reset);
        CHECK(look(first) == "missing");
        CHECK(look(second) == "yes");
        db.clock().advance(Minutes{60});
        CHECK(look(second) == "missing");
        CHECK(look(invitation) == "yes");
        CHECK(look("") == "missing");
        CHECK(look("00000000000000000000000000") == "missing");

        REQUIRE(show(db.write([&](Work& work) { return disable_person(work, {anna}); })) == "yes");
        CHECK(look(invitation) == "missing");
    });
}

TEST_CASE("customers' people sign in with a code from a mail, which can be tried five times") {
    for_each_database([](TestDatabase& db) {
        House house(db);
        const CustomerId kowalski = house.add_customer("Kowalski");
        const PersonId jan = house.add(Role::customer_user, "jan@kowalski.example", kowalski);
        const auto ask = [&](const std::string& email) {
            return show(db.write([&](Work& work) { return ask_for_link(work, {email}); }));
        };
        const auto try_code = [&](const std::string& code) {
            return house.run(sign_in_with_code_before,
                             sign_in_with_code,
                             SignInWithCode{.email = "jan@kowalski.example", .code = code});
        };
        CHECK(show(try_code("12345678")) == "people.code_refused");
        CHECK(ask("jan@kowalski.example") == "yes");
        const LinkMail mail = house.mails().back();
        CHECK(mail.template_name == "people.sign_in");
        CHECK(mail.params.code.size() == 9);

        const std::string wrong = mail.params.code == "0000 0000" ? "00000001" : "00000000";
        CHECK(show(try_code(wrong)) == "people.code_refused");
        const auto entered = try_code(mail.params.code);
        REQUIRE(show(entered) == "yes");
        CHECK(house.authenticated(entered->token).person == jan);
        CHECK(show(try_code(mail.params.code)) == "people.code_refused");

        CHECK(ask("jan@kowalski.example") == "yes");
        const LinkMail next = house.mails().back();
        for (int i = 0; i < 5; ++i) CHECK(show(try_code(wrong)) == "people.code_refused");
        CHECK(show(try_code(next.params.code)) == "people.code_refused");
        // The link in the same mail still works: nobody can burn it by guessing codes.
        const auto used =
            house.run(use_link_before, use_link, UseLink{.token = token_in(next.params.url)});
        CHECK(show(used) == "yes");
    });
}

TEST_CASE("asking for a link tells nothing, and staff get a password reset") {
    for_each_database([](TestDatabase& db) {
        House house(db);
        house.add(Role::owner, "olga@ogniwo.example");
        const PersonId anna = house.add(Role::technician, "anna@ogniwo.example");
        const auto ask = [&](const std::string& email) {
            return show(db.write([&](Work& work) { return ask_for_link(work, {email}); }));
        };
        CHECK(ask("ghost@ogniwo.example") == "yes");
        CHECK(ask("not an address") == "yes");
        CHECK(house.mails().size() == 0);
        CHECK(ask("anna@ogniwo.example") == "yes");
        CHECK(house.mails().size() == 1);
        CHECK(house.mails().back().template_name == "people.password_reset");

        // A mailbox is not flooded, and that is not told either.
        for (int i = 0; i < 5; ++i) CHECK(ask("anna@ogniwo.example") == "yes");
        CHECK(house.mails().size() == 3);

        REQUIRE(show(db.write([&](Work& work) { return disable_person(work, {anna}); })) == "yes");
        db.clock().advance(std::chrono::hours(2));
        CHECK(ask("anna@ogniwo.example") == "yes");
        CHECK(house.mails().size() == 3);
    });
}

}  // namespace
}  // namespace ogniwo::people
