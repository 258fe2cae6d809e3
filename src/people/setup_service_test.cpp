#include "people/access_house_for_tests.hpp"

namespace ogniwo::people {
namespace {

using namespace access_tests;

TEST_CASE("the operations of access are in order") {
    Operations operations;
    mount_access(operations);
    operations.check();
    CHECK(operations.all().size() == 23);
}

TEST_CASE("set-up needs the printed code, makes the owner, and is never there again") {
    for_each_database([](TestDatabase& db) {
        House house(db);
        const auto wish = [&](const std::string& code) {
            return SetUp{.code = code,
                         .company_name = "Ogniwo Serwis",
                         .given_name = "Olga",
                         .family_name = "Wrona",
                         .email = "olga@ogniwo.example",
                         .password = good};
        };
        CHECK(show(house.run(set_up_before, set_up, wish("x"))) == "people.setup_code_used_up");
        std::string code;
        db.change([&](Work& work) { code = *make_setup_code(work); });
        CHECK(show(house.run(set_up_before, set_up, wish("7K3M-9QXT-0ZVW-4HNB"))) ==
              "people.setup_code_wrong");

        auto weak = wish(code);
        weak.password = "password1";
        CHECK(show(house.run(set_up_before, set_up, weak)) == "password_common");

        const auto done = house.run(set_up_before, set_up, wish(code));
        REQUIRE(show(done) == "yes");
        CHECK(house.authenticated(done->token).may_everywhere(manage_access));
        CHECK(events(db).back() == "people.session_started");

        CHECK(show(house.run(set_up_before, set_up, wish(code))) == "missing");
        CHECK_FALSE(
            db.read([](const View& view) { return describe_server(view, {})->needs_setup; }));
        CHECK_FALSE(*db.write(
            [](Work& work) -> Result<bool> { return make_setup_code(work).has_value(); }));
    });
}

TEST_CASE("ten wrong codes use the set-up code up") {
    for_each_database([](TestDatabase& db) {
        House house(db);
        std::string code;
        db.change([&](Work& work) { code = *make_setup_code(work); });
        const SetUp wrong{.code = "0000-0000-0000-0000", .password = good};
        for (int i = 0; i < 10; ++i) {
            CHECK(show(house.run(set_up_before, set_up, wrong)) == "people.setup_code_wrong");
        }
        const SetUp right{.code = code, .password = good};
        CHECK(show(house.run(set_up_before, set_up, right)) == "people.setup_code_used_up");
        const auto is_used_up = [&] {
            return db.read([](const View& view) { return is_setup_code_used_up(view.tx); });
        };
        CHECK(is_used_up());
        db.change([&](Work& work) { (void)make_setup_code(work); });
        CHECK_FALSE(is_used_up());
    });
}

TEST_CASE("the first owner from the command line closes set-up") {
    for_each_database([](TestDatabase& db) {
        House house(db);
        house.add(Role::owner, "olga@ogniwo.example");
        CHECK_FALSE(
            db.read([](const View& view) { return describe_server(view, {})->needs_setup; }));
    });
}

}  // namespace
}  // namespace ogniwo::people
