#include "tiers/skill_service.hpp"

#include <doctest/doctest.h>

#include "people/service.hpp"
#include "testing/databases.hpp"
#include "tiers/service.hpp"
#include "tiers/skill_store.hpp"

namespace ogniwo::tiers {
namespace {

template <class T>
T must(Result<T> result) {
    if (!result) FAIL(result.error().reason.name, " ", result.error().detail);
    return *std::move(result);
}

// Three tiers; Anna and Piotr on the first line.
struct House {
    explicit House(TestDatabase& database) : db(database) {
        db.change(set_up);
        anna = person("Anna");
        piotr = person("Piotr");
        db.change([&](Work& work) {
            const Structure structure = must(read_structure(work, {}));
            auto tiers = wished_tiers(structure);
            tiers[0].members = {anna, piotr};
            must(edit_structure(work, {.version = structure.version, .tiers = tiers}));
            for (const Skill& skill : must(list_skills(work, {})).items) {
                if (skill.name_en == "Linux servers") linux_servers = skill.id;
                if (skill.name_en == "Talking with users") talking = skill.id;
            }
        });
    }

    PersonId person(const std::string& name) {
        people::CreatePerson card;
        card.given_name = name;
        card.family_name = "Nowak";
        card.is_staff = true;
        card.emails = {name + "@ogniwo.example"};
        return must(db.write([&](Work& work) { return people::add_person(work, card); }));
    }
    void set(PersonId whose, SkillId skill, int level) {
        must(db.write([&](Work& work) {
            return set_skill(work, {.person = whose, .skill = skill, .level = level});
        }));
    }
    void ask(SetRequirement wish) {
        must(db.write([&](Work& work) { return set_requirement(work, wish); }));
    }

    TestDatabase& db;
    PersonId anna{};
    PersonId piotr{};
    SkillId linux_servers{};
    SkillId talking{};
};

TEST_CASE("routing learns what people have, and what a queue, a customer and a sector ask for") {
    for_each_database([](TestDatabase& db) {
        House house(db);
        people::CreateCustomer card;
        card.name = "Szpital";
        card.sector = "Ochrona zdrowia";
        const CustomerId hospital =
            must(db.write([&](Work& work) { return people::add_customer(work, card); }));
        const QueueId queue = *db.read([](const View& view) { return first_queue(view.tx, 1); });
        house.ask({.tier = 1, .skill = house.talking, .least = 2});
        house.ask({.place = RequirementPlace::queue,
                   .queue = queue,
                   .skill = house.linux_servers,
                   .least = 1,
                   .need = Need::helpful});
        house.ask({.place = RequirementPlace::sector,
                   .sector = "ochrona ZDROWIA",
                   .skill = house.linux_servers,
                   .least = 3});
        house.set(house.anna, house.talking, 3);
        house.set(house.anna, house.linux_servers, 2);

        const auto fitness = [&](WorkPlace place) {
            return db.read([&](const View& view) {
                return fitness_for(view, {house.piotr, house.anna}, place);
            });
        };
        const auto here = fitness({.queue = queue});
        REQUIRE(here.size() == 2);
        CHECK(here[0].person == house.piotr);
        CHECK_FALSE(here[0].meets_mandatory);
        CHECK(here[0].matched.empty());
        CHECK(here[1].meets_mandatory);
        REQUIRE(here[1].matched.size() == 2);
        CHECK(here[1].matched.front() == SkillLevel{.skill = house.talking, .level = 3});

        const auto for_hospital = fitness({.customer = hospital});
        CHECK_FALSE(for_hospital[1].meets_mandatory);
        CHECK(for_hospital[1].matched.empty());
        CHECK(fitness({})[0].meets_mandatory);
    });
}

TEST_CASE("what nobody knows is offered to whoever learns least, each to another person") {
    for_each_database([](TestDatabase& db) {
        House house(db);
        const auto add = [&](const std::string& name) {
            return must(db.write([&](Work& work) {
                       return add_skill(
                           work, {.group = SkillGroup::product, .name_pl = name, .name_en = name});
                   }))
                .id;
        };
        const SkillId till = add("Kasa");
        const SkillId books = add("Saldo");
        house.ask({.tier = 1, .skill = till, .least = 1});
        const auto report =
            must(db.read([](const View& view) { return read_gaps(view, Nothing{}); }));
        REQUIRE(report.unknown.size() == 2);
        CHECK(report.unknown[0].skill == till);
        CHECK(report.unknown[0].required);
        CHECK_FALSE(report.unknown[1].required);
        CHECK(report.unknown[0].person == house.anna);
        CHECK(report.unknown[1].person == house.piotr);

        must(db.write([&](Work& work) {
            return add_learning(
                work, {.skill = till, .person = house.anna, .due_on = *report.unknown[0].due_on});
        }));
        house.set(house.piotr, books, 1);
        const auto after =
            must(db.read([](const View& view) { return read_gaps(view, Nothing{}); }));
        REQUIRE(after.unknown.size() == 1);
        CHECK(after.unknown[0].learning);
        CHECK(after.unknown[0].person == house.anna);
        REQUIRE(after.places.size() == 1);
        CHECK(after.places[0].members == 2);
        CHECK(after.places[0].ready == 0);
    });
}

TEST_CASE("somebody who is disabled is not measured, and what only they knew is unknown") {
    for_each_database([](TestDatabase& db) {
        House house(db);
        house.ask({.tier = 1, .skill = house.talking, .least = 1});
        house.set(house.anna, house.talking, 4);
        const auto report = [&] {
            return must(db.read([](const View& view) { return read_gaps(view, Nothing{}); }));
        };
        CHECK(report().unknown.empty());
        db.change([&](Work& work) { must(people::disable_person(work, {house.anna})); });
        REQUIRE(report().unknown.size() == 1);
        CHECK(report().places[0].members == 1);
    });
}

TEST_CASE("erasing a person takes what was on record about them, and again changes nothing") {
    for_each_database([](TestDatabase& db) {
        House house(db);
        house.set(house.anna, house.talking, 4);
        const Date issued = *parse_date("2024-01-01");
        must(db.write([&](Work& work) {
            return add_certificate(work,
                                   {.person = house.anna,
                                    .name = "Kurs",
                                    .issued_on = issued,
                                    .expires_on = parse_date("2030-01-01")});
        }));
        const auto erase = [&] { db.change([&](Work& work) { erase_skills(work, house.anna); }); };
        erase();
        erase();
        const auto shown =
            db.read([&](const View& view) { return skills_of_person(view, house.anna); });
        CHECK(shown.version == 0);
        CHECK(shown.skills.empty());
        CHECK(shown.certificates.empty());
    });
}

}  // namespace
}  // namespace ogniwo::tiers
