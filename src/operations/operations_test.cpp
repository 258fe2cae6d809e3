#include "operations/operations.hpp"

#include <doctest/doctest.h>

#include "base/check.hpp"
#include "operations/desk_for_tests.hpp"

namespace ogniwo {
namespace {

Operations desk_table() {
    Operations operations;
    desk::mount(operations);
    return operations;
}

std::vector<std::string> segments(std::string_view path) {
    std::vector<std::string> list;
    while (path.starts_with('/')) {
        path.remove_prefix(1);
        const auto end = std::min(path.find('/'), path.size());
        list.emplace_back(path.substr(0, end));
        path.remove_prefix(end);
    }
    return list;
}

// "desk.find_note note=7", "405 GET POST", "404"
std::string find(const Operations& operations, Method method, std::string_view path) {
    const auto match = operations.match(method, segments(path));
    if (match.operation != nullptr) {
        std::string text = match.operation->name;
        for (const auto& [name, value] : match.fields)
            text += " " + std::string(name) + "=" + value;
        return text;
    }
    const auto methods = operations.methods_at(segments(path));
    if (methods.empty()) return "404";
    std::string text = "405";
    for (const Method allowed : methods) text += " " + std::string(enum_name(allowed));
    return text;
}

TEST_CASE("a method and a path lead to one operation and the values in its path") {
    const Operations desk = desk_table();
    struct Case {
        Method method;
        std::string_view path;
        std::string_view expected;
    };
    const Case cases[] = {
        {Method::get, "/notes/7", "desk.find_note note=7"},
        {Method::patch, "/notes/x y", "desk.edit_note note=x y"},
        {Method::del, "/notes/7", "desk.drop_note note=7"},
        {Method::post, "/notes/7", "405 GET PATCH DELETE"},
        {Method::get, "/notes", "404"},
        {Method::get, "/notes/", "404"},
        {Method::get, "/notes/7/", "404"},
        {Method::get, "/notes/7/x", "404"},
        {Method::get, "/Notes/7", "404"},
        {Method::get, "", "404"},
        {Method::post, "/customers/3/notes", "desk.create_note customer=3"},
        {Method::post, "/customers/3/notes/preview", "desk.preview_note customer=3"},
        {Method::get, "/customers/3/notes/preview", "405 POST"},
        {Method::get, "/customers//notes", "404"},
    };
    for (const Case& each : cases) {
        CAPTURE(each.path);
        CHECK(find(desk, each.method, each.path) == each.expected);
    }
}

struct Which {
    CustomerId customer;
    std::string word;
};
void describe(Fields& fields, Which& which) {
    fields("customer", which.customer);
    fields("word", which.word);
}

struct Answered {
    bool yes = true;
};
void describe(Fields& fields, Answered& answered) {
    fields("yes", answered.yes);
}

Result<Answered> look(const View&, const Which&) {
    return Answered{};
}
Result<Answered> change(Work&, const Which&) {
    return Answered{};
}
Result<Answered> look_at_nothing(const View&, const Nothing&) {
    return Answered{};
}

constexpr Right some_right{"test.some"};

TEST_CASE("a word in a path goes before a field, unless only the field knows the method") {
    Operations table;
    table.get("test.mine", "/customers/mine", some_right, look_at_nothing, {});
    table.get("test.one", "/customers/{customer}", some_right, look, {});
    table.post("test.change", "/customers/{customer}", some_right, change, {});
    table.get("test.sites", "/customers/{customer}/sites", some_right, look, {});
    CHECK(find(table, Method::get, "/customers/mine") == "test.mine");
    CHECK(find(table, Method::get, "/customers/7") == "test.one customer=7");
    CHECK(find(table, Method::post, "/customers/mine") == "test.change customer=mine");
    CHECK(find(table, Method::get, "/customers/mine/sites") == "test.sites customer=mine");
    CHECK(find(table, Method::del, "/customers/mine") == "405 GET POST");
}

template <class F>
std::string mistake_in(F make) {
    Operations table;
    try {
        make(table);
        table.check();
    } catch (const Bug& bug) {
        const std::string text = bug.what();
        return text.substr(text.find(": ") + 2);
    }
    return "none";
}

namespace other {
struct Answered {
    bool no = false;
};
void describe(Fields& fields, Answered& answered) {
    fields("no", answered.no);
}
Result<Answered> look(const View&, const Nothing&) {
    return Answered{};
}
}  // namespace other

TEST_CASE("a table that is not in order does not start") {
    const Which sample{.customer = {1}, .word = "x"};
    CHECK(mistake_in([&](Operations& table) {
              table.get("test.a", "/a/{customer}", some_right, look, sample).about("A.");
          }) == "none");
    CHECK(mistake_in([&](Operations& table) {
              table.get("test.a", "/a", some_right, look, sample);
              table.get("test.a", "/b", some_right, look, sample);
          }) == "operation test.a: is there already");
    CHECK(mistake_in([&](Operations& table) {
              table.get("test.a", "/a/{customer}", some_right, look, sample);
              table.get("test.b", "/a/{word}", some_right, look, sample);
          }) == "operation test.b: has the method and path of test.a");
    CHECK(mistake_in([&](Operations& table) {
              table.get("test.a", "/a/{person}", some_right, look, sample);
          }) == "operation test.a: lacks the field {person} of its path");
    CHECK(mistake_in([&](Operations& table) {
              table.get("test.a", "/a/{word}/{word}", some_right, look, sample);
          }) == "operation test.a: names {word} twice in its path");
    CHECK(mistake_in([&](Operations& table) {
              table.get("test.a", "/a", Right{}, look, sample);
          }) == "operation test.a: guards itself with no right");
    CHECK(mistake_in([&](Operations& table) {
              table.get("TestA", "/a", some_right, look, sample);
          }) == "operation TestA: is not named slice.verb_noun");
    CHECK(mistake_in([&](Operations& table) {
              table.get("test.a", "/A b", some_right, look, sample);
          }) == "operation test.a: has an odd path /A b");
    CHECK(mistake_in([&](Operations& table) {
              table.patch("test.a", "/a", some_right, change, sample);
          }) == "operation test.a: changes a row, but its wish has no field version");
    CHECK(mistake_in([&](Operations& table) {
              table.get("test.a", "/a", some_right, look, sample);
              table.get("test.b", "/b", some_right, other::look, {});
          }) == "two types are named Answered");
    CHECK(mistake_in([&](Operations& table) {
              table.get("test.a", "/a", some_right, look, sample);
          }) == "operation test.a: says nothing about itself");
    CHECK(mistake_in([&](Operations& table) {
              table.get("test.a", "/a", some_right, look, {}).about("A.");
          }) ==
          "operation test.a: has a sample that it would refuse itself: /customer out_of_range");
    CHECK(mistake_in([&](Operations& table) {
              table.post("test.a", "/a", some_right, change, sample)
                  .about("A.")
                  .session(SessionEffect::starts);
          }) == "operation test.a: starts a session, but its answer has no token");
}

TEST_CASE("an answer with a secret field is secret, however deep the field lies") {
    const Operations desk = desk_table();
    CHECK(holds_secret(*desk.find("desk.make_key")->out));
    CHECK(holds_secret(*desk.find("desk.sign_in")->out));
    CHECK_FALSE(holds_secret(*desk.find("desk.list_notes")->out));
}

TEST_CASE("what a wish was granted with shows in the status") {
    const Operations desk = desk_table();
    CHECK(success_status(*desk.find("desk.list_notes")) == 200);
    CHECK(success_status(*desk.find("desk.create_note")) == 201);
    CHECK(success_status(*desk.find("desk.preview_note")) == 200);
    CHECK(success_status(*desk.find("desk.edit_note")) == 200);
    CHECK(success_status(*desk.find("desk.drop_note")) == 204);
}

}  // namespace
}  // namespace ogniwo
