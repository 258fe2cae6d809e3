#include "base/describe.hpp"

#include <doctest/doctest.h>

#include <string>

namespace ogniwo {
namespace {

enum class Mood { calm, hurried };
constexpr auto names(Mood) {
    return enum_names("calm", "hurried");
}

struct Visit {
    PersonId person;
    Mood mood = Mood::calm;
    std::string note;
    std::optional<Minutes> took;
    std::vector<std::string> tags;
};

void describe(Fields& fields, Visit& visit) {
    fields("person", visit.person);
    fields("mood", visit.mood);
    fields("note", visit.note).at_most(40).multiline().about("What happened.");
    fields("took", visit.took).within(1, 600);
    fields("tags", visit.tags).may_be_missing();
}

const Field& field(std::string_view name) {
    for (const Field& each : type_of<Visit>().fields) {
        if (each.name == name) return each;
    }
    FAIL("no such field");
    return type_of<Visit>().fields.front();
}

TEST_CASE("a record is called what its type is called, without its namespace") {
    CHECK(type_of<Visit>().name == "Visit");
    CHECK(type_of<Mood>().name == "Mood");
    CHECK(type_of<Visit>().kind == Type::Kind::record);
}

TEST_CASE("a field must be there unless it is optional or says otherwise") {
    CHECK(field("person").required);
    CHECK(field("note").required);
    CHECK_FALSE(field("took").required);
    CHECK_FALSE(field("tags").required);
}

TEST_CASE("limits are written beside the field they limit") {
    CHECK(field("note").most == 40);
    CHECK(field("note").least == 0);
    CHECK(field("note").multiline);
    CHECK(field("note").about == "What happened.");
    CHECK(field("took").least == 1);
    CHECK(field("took").most == 600);
    CHECK_FALSE(field("person").bounded);
}

TEST_CASE("values are reached through the table alone") {
    Visit visit{.person = {7}, .mood = Mood::hurried, .took = Minutes{30}};
    const auto place = [&](std::string_view name) {
        return reinterpret_cast<char*>(&visit) + field(name).offset;
    };
    CHECK(field("person").type->get_number(place("person")) == 7);
    CHECK(field("mood").type->get_number(place("mood")) == 1);
    const Type& took = *field("took").type;
    REQUIRE(took.size(place("took")) == 1);
    CHECK(took.element->get_number(took.item(place("took"), 0)) == 30);

    took.clear(place("took"));
    CHECK_FALSE(visit.took.has_value());
    took.element->set_number(took.append(place("took")), 45);
    CHECK(visit.took == Minutes{45});

    const Type& tags = *field("tags").type;
    *static_cast<std::string*>(tags.append(place("tags"))) = "printer";
    CHECK(visit.tags == std::vector<std::string>{"printer"});
}

}  // namespace
}  // namespace ogniwo
