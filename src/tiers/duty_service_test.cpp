#include "tiers/duty_service.hpp"

#include <doctest/doctest.h>

#include "people/service.hpp"
#include "storage/journal.hpp"
#include "testing/databases.hpp"
#include "tiers/duty_store.hpp"
#include "tiers/service.hpp"

namespace ogniwo::tiers {
namespace {

PersonId add_technician(Work& work, const char* name) {
    people::CreatePerson card;
    card.given_name = name;
    card.family_name = "Nowak";
    card.is_staff = true;
    return *people::add_person(work, card);
}

TEST_CASE("without a row a person has the defaults, and the first change makes version 2") {
    for_each_database([](TestDatabase& db) {
        db.change([](Work& work) {
            const PersonId anna = add_technician(work, "Anna");
            CHECK(read_technician(work, {anna})->version == 1);
            CHECK(read_technician(work, {anna})->capacity == capacity_default);
            const auto edited = edit_technician(
                work,
                {.person = anna, .version = 1, .capacity = std::optional<int>(), .area = " 95- "});
            REQUIRE(edited);
            CHECK(edited->version == 2);
            CHECK_FALSE(edited->capacity);
            CHECK(edited->area == "95-");
            CHECK_FALSE(edit_technician(work, {.person = anna, .version = 1, .capacity = 4}));
        });
    });
}

TEST_CASE("a pattern of the same day takes the place of the one before") {
    for_each_database([](TestDatabase& db) {
        db.change([](Work& work) {
            const PersonId anna = add_technician(work, "Anna");
            const Date day = *parse_date("2025-06-02");
            const WeekSpan monday{people::Weekday::monday, Minutes{480}, Minutes{960}};
            REQUIRE(set_pattern(work, {.person = anna, .valid_from = day, .spans = {monday}}));
            const auto card = set_pattern(work, {.person = anna, .valid_from = day});
            REQUIRE(card);
            REQUIRE(card->patterns.size() == 1);
            CHECK(card->patterns[0].spans.empty());
            CHECK(card->version == 3);
        });
    });
}

TEST_CASE("erasing somebody forgets their duty, and whom they covered is covered by nobody") {
    for_each_database([](TestDatabase& db) {
        db.change([](Work& work) {
            set_up(work);
            const PersonId anna = add_technician(work, "Anna");
            const PersonId jan = add_technician(work, "Jan");
            const Time later = work.now + std::chrono::hours{2};
            REQUIRE(enter_absence(
                work, {.person = anna, .starts_at = work.now, .ends_at = later, .cover = jan}));
            REQUIRE(add_shift(work, {.person = jan, .starts_at = work.now, .ends_at = later}));
            REQUIRE(add_on_call(work,
                                {.tier = 1,
                                 .starts_at = work.now,
                                 .ends_at = later,
                                 .first = anna,
                                 .second = jan}));
            erase_duty(work, jan);
            erase_duty(work, jan);
            CHECK(store::list_shifts(work.tx, {jan}, {work.now, later}).empty());
            CHECK_FALSE(list_absences(work, {})->items.at(0).cover);
            CHECK_FALSE(list_on_call(work, {.tier = 1})->items.at(0).second);
            erase_duty(work, anna);
            const auto texts = journal::texts_of_subject(work.tx, "technician", anna.value);
            REQUIRE(texts.size() == 1);
            CHECK(texts[0].field == "kind");
            CHECK_FALSE(texts[0].text);
            CHECK(list_absences(work, {})->items.empty());
            CHECK(list_on_call(work, {.tier = 1})->items.empty());
        });
    });
}

}  // namespace
}  // namespace ogniwo::tiers
