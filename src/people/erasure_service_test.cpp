#include "people/directory_house_for_tests.hpp"
#include "people/erasure_parts.hpp"
#include "storage/idempotency.hpp"
#include "storage/jobs.hpp"
#include "storage/timers.hpp"

namespace ogniwo::people {
namespace {

using namespace directory_tests;

const Sql secrets_in_journal{"people_test.texts_with", R"sql(
    SELECT COUNT(*) FROM journal_text WHERE text LIKE $1
)sql"};
const Sql letters_with{"people_test.letters_with", R"sql(
    SELECT COUNT(*) FROM outbox WHERE payload LIKE $1
)sql"};
const Sql answers_with{"people_test.answers_with", R"sql(
    SELECT COUNT(*) FROM idempotency WHERE answer LIKE $1
)sql"};
const Sql events_count{"people_test.events", R"sql(
    SELECT COUNT(*) FROM journal
)sql"};

// Jan Tajny of Kowalski, with everything that the directory can hold about him.
PersonId add_jan(Directory& directory, CustomerId customer) {
    CreatePerson wish;
    wish.given_name = "Jan";
    wish.family_name = "Tajny";
    wish.emails = {"tajny@kowalski.example"};
    wish.phones = {{.number = "784 380 784"}};
    wish.customers = {customer};
    wish.notes = "Ma psa o imieniu Tajny";
    return *directory.db.write([&](Work& work) {
        const auto id = add_person(work, wish);
        outbox::put(work, "mail", R"({"to":"tajny@kowalski.example"})");
        const IdempotencyKey key{
            "person:1", "people.create_person", std::to_string(id->value), "h"};
        REQUIRE(static_cast<bool>(idempotency::claim(work.tx, key, work.now)));
        const std::string answer =
            "{\"person\":" + std::to_string(id->value) + ",\"familyName\":\"Tajny\"}";
        idempotency::keep_answer(work.tx, key, answer);
        return id;
    });
}

// How many places of the database still say who he was.
std::int64_t traces(TestDatabase& db) {
    return db.read([](const View& view) {
        const std::string like = "%ajny%";
        return view.tx.one<std::int64_t>(secrets_in_journal, like) +
               view.tx.one<std::int64_t>(letters_with, like) +
               view.tx.one<std::int64_t>(answers_with, like) +
               static_cast<std::int64_t>(list_persons(view, {.q = "tajny"})->items.size() +
                                         list_persons(view, {.q = "380784"})->items.size());
    });
}

TEST_CASE("an erased person leaves no trace but a number, and the journal keeps its order") {
    for_each_database([](TestDatabase& db) {
        Directory directory(db);
        const CustomerId kowalski = directory.customer("Kowalski");
        const PersonId jan = add_jan(directory, kowalski);
        const Actor admin = directory.actor(Role::administrator, "piotr@ogniwo.example");
        REQUIRE(traces(db) > 0);
        const auto events = [&] {
            return db.read(
                [](const View& view) { return view.tx.one<std::int64_t>(events_count); });
        };
        const std::int64_t before = events();
        const auto erased =
            db.write_as(admin, [&](Work& work) { return erase_person(work, {jan}); });
        REQUIRE(static_cast<bool>(erased));
        CHECK(traces(db) == 0);
        CHECK(events() == before + 1);
        const Person rest = directory.seen(admin, jan);
        CHECK(rest.family_name == "#" + std::to_string(jan.value));
        CHECK(rest.given_name.empty());
        CHECK(rest.erased_at);
        CHECK(rest.disabled_at);
        CHECK(rest.emails->empty());
        CHECK(rest.customers->empty());
        const auto again =
            db.write_as(admin, [&](Work& work) { return erase_person(work, {jan}); });
        CHECK(show(again) == "people.person_erased");
        CHECK(show(db.write([&](Work& work) {
                  return edit_person(work,
                                     {.person = jan, .version = rest.version, .given_name = "Jan"});
              })) == "people.person_erased");
        // The address is free again.
        CHECK(add_jan(directory, kowalski) != jan);
    });
}

TEST_CASE("erasing takes an administrator with all the rights of the person, and leaves an owner") {
    for_each_database([](TestDatabase& db) {
        Directory directory(db);
        const CustomerId kowalski = directory.customer("Kowalski");
        const PersonId jan = add_jan(directory, kowalski);
        const Actor olga = directory.actor(Role::owner, "olga@ogniwo.example");
        const Actor admin = directory.actor(Role::administrator, "piotr@ogniwo.example");
        const Actor anna = directory.actor(Role::technician, "anna@ogniwo.example");
        const Actor adam = directory.actor(
            Role::customer_administrator, "adam@nowak.example", directory.customer("Nowak"));
        const auto erase = [&](const Actor& actor, PersonId person) {
            return show(
                db.write_as(actor, [&](Work& work) { return erase_person(work, {person}); }));
        };
        CHECK(erase(anna, jan) == "people.not_yours_to_edit");
        CHECK(erase(adam, jan) == "missing");
        CHECK(erase(admin, olga.person) == "people.person_above_you");
        CHECK(erase(olga, olga.person) == "people.last_owner");
        CHECK(erase(olga, PersonId{999}) == "missing");
        CHECK(erase(olga, admin.person) == "yes");
    });
}

TEST_CASE("slices erase and hand over their own part") {
    for_each_database([](TestDatabase& db) {
        Directory directory(db);
        const PersonId jan = add_jan(directory, directory.customer("Kowalski"));
        static std::vector<PersonId> told;
        told.clear();
        on_erase("people_test", [](Work&, PersonId person) { told.push_back(person); });
        on_export("people_test", [](const View&, PersonId person) {
            return "{\"number\":" + std::to_string(person.value) + "}";
        });
        const auto answer = db.read([&](const View& view) { return export_person(view, {jan}); });
        REQUIRE(static_cast<bool>(answer));
        std::string names;
        for (const ExportedPart& part : answer->parts) {
            names += part.name + " ";
            if (part.name == "directory") {
                CHECK(part.data.text.find("tajny@kowalski.example") != std::string::npos);
                CHECK(part.data.text.find("people.person_created") != std::string::npos);
                CHECK(static_cast<bool>(canonical_json(part.data.text)));
            }
        }
        CHECK(names.find("directory ") != std::string::npos);
        CHECK(names.find("access ") != std::string::npos);
        CHECK(names.find("people_test ") != std::string::npos);
        db.change([&](Work& work) { CHECK(static_cast<bool>(erase_person(work, {jan}))); });
        CHECK(told == std::vector<PersonId>{jan});
    });
}

TEST_CASE("everybody may have their own data, and administrators those of others") {
    for_each_database([](TestDatabase& db) {
        Directory directory(db);
        const CustomerId kowalski = directory.customer("Kowalski");
        const Actor jan = directory.actor(Role::customer_user, "jan@kowalski.example", kowalski);
        const Actor ewa =
            directory.actor(Role::customer_administrator, "ewa@kowalski.example", kowalski);
        const Actor admin = directory.actor(Role::administrator, "piotr@ogniwo.example");
        const auto take = [&](const Actor& actor, PersonId person) {
            return show(
                db.read_as(actor, [&](const View& view) { return export_person(view, {person}); }));
        };
        CHECK(take(jan, jan.person) == "yes");
        CHECK(take(jan, ewa.person) == "missing");
        CHECK(take(ewa, jan.person) == "people.not_yours_to_see");
        CHECK(take(admin, jan.person) == "yes");
        CHECK(take(Actor::anonymous(), jan.person) == "missing");
    });
}

TEST_CASE("a restored backup is erased again, once, and namesakes by number are left alone") {
    for_each_database([](TestDatabase& db) {
        Directory directory(db);
        const CustomerId kowalski = directory.customer("Kowalski");
        const PersonId jan = add_jan(directory, kowalski);
        const Time erased_at = db.clock().now() + std::chrono::hours{1};
        db.clock().advance(std::chrono::hours{2});
        const PersonId ewa = directory.person("Ewa", "Nowa", {kowalski});
        const std::vector<Erasure> list{{jan, erased_at}, {ewa, erased_at}, {{999}, erased_at}};
        const auto apply = [&] {
            std::int64_t count = 0;
            db.change([&](Work& work) { count = apply_erasures(work, list); });
            return count;
        };
        CHECK(apply() == 1);
        CHECK(traces(db) == 0);
        CHECK(directory.seen(Actor::system(), ewa).family_name == "Nowa");
        CHECK(apply() == 0);
        const auto kept = db.read([](const View& view) { return list_erasures(view.tx); });
        REQUIRE(kept.size() == 1);
        CHECK(kept[0].person == jan);
    });
}

TEST_CASE("a lead technician who is erased leads nobody") {
    for_each_database([](TestDatabase& db) {
        Directory directory(db);
        const CustomerId kowalski = directory.customer("Kowalski");
        const Actor anna = directory.actor(Role::technician, "anna@ogniwo.example");
        EditCustomer wish{.customer = kowalski, .version = 1};
        wish.lead.emplace(anna.person);
        db.change([&](Work& work) {
            CHECK(static_cast<bool>(edit_customer(work, wish)));
            CHECK(static_cast<bool>(erase_person(work, {anna.person})));
        });
        const auto after =
            db.read([&](const View& view) { return show_customer(view, {kowalski}); });
        CHECK_FALSE(after->lead);
        CHECK(after->version == 3);
    });
}

// Runs the timer and its job until nothing is due.
void run_retention(TestDatabase& db) {
    Timers timers(db.data(), db.environment());
    timers.handle(retention_timer, retention_due);
    Jobs jobs(db.data(), db.environment());
    jobs.handle(retention_job, apply_retention);
    timers.step();
    while (jobs.step()) {
    }
}

TEST_CASE("what is older than its days goes at night, and not a day earlier") {
    for_each_database([](TestDatabase& db) {
        Directory directory(db);
        const CustomerId kowalski = directory.customer("Kowalski");
        const PersonId jan = add_jan(directory, kowalski);
        db.change([&](Work& work) {
            start_retention(work);
            CHECK(static_cast<bool>(disable_person(work, {jan})));
            CHECK(static_cast<bool>(edit_retention_rules(
                work, {.version = 1, .items = {{.kind = "people.disabled_persons", .days = 30}}})));
        });
        const auto due = [&] {
            const auto preview =
                db.read([](const View& view) { return preview_retention(view, {}); });
            for (const RetentionCount& count : preview->items) {
                if (count.kind == "people.disabled_persons") return count.rows;
            }
            return std::int64_t{-1};
        };
        run_retention(db);
        db.clock().advance(std::chrono::days{30} - std::chrono::hours{1});
        run_retention(db);
        CHECK(due() == 0);
        CHECK_FALSE(directory.seen(Actor::system(), jan).erased_at);
        db.clock().advance(std::chrono::days{2});
        CHECK(due() == 1);
        run_retention(db);
        CHECK(directory.seen(Actor::system(), jan).erased_at);
        CHECK(due() == 0);
        CHECK(traces(db) == 0);
    });
}

TEST_CASE("texts of the journal grow old, too, while the events stay") {
    for_each_database([](TestDatabase& db) {
        Directory directory(db);
        for (int i = 0; i < 30; ++i) directory.customer("Tajny " + std::to_string(i));
        const auto texts = [&] {
            return db.read([](const View& view) {
                return view.tx.one<std::int64_t>(secrets_in_journal, "Tajny%");
            });
        };
        CHECK(texts() == 30);
        db.change([](Work& work) {
            start_retention(work);
            CHECK(static_cast<bool>(edit_retention_rules(
                work, {.version = 1, .items = {{.kind = "journal.texts", .days = 1}}})));
        });
        run_retention(db);
        CHECK(texts() == 30);
        db.clock().advance(std::chrono::days{3});
        run_retention(db);
        CHECK(texts() == 0);
    });
}

TEST_CASE("rules of retention are for kinds that exist and for the version that was seen") {
    for_each_database([](TestDatabase& db) {
        Directory directory(db);
        const auto edit = [&](std::int64_t version, const std::string& kind) {
            return db.write([&](Work& work) {
                return edit_retention_rules(work, {.version = version, .items = {{kind, 7}}});
            });
        };
        CHECK(fields_of(edit(1, "people.nothing")) ==
              "/items/0/kind people.retention_kind_unknown");
        const auto changed = edit(1, "journal.texts");
        REQUIRE(static_cast<bool>(changed));
        CHECK(changed->version == 2);
        CHECK(show(edit(1, "journal.texts")) == "stale");
        const Actor anna = directory.actor(Role::technician, "anna@ogniwo.example");
        CHECK(
            show(db.write_as(anna, [&](Work& work) {
                return edit_retention_rules(work, {.version = 2, .items = {{"journal.texts", 0}}});
            })) == "people.not_yours_to_edit");
    });
}

}  // namespace
}  // namespace ogniwo::people
