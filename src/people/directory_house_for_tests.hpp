#pragma once

// What the tests of the directory share: an installation with both halves of people mounted, and
// short ways to put somebody into it.

#include "operations/operations.hpp"
#include "people/access_house_for_tests.hpp"
#include "people/directory_api.hpp"

namespace ogniwo::people::directory_tests {

using access_tests::House;
using access_tests::show;

// Customers, persons and actors by role.
class Directory {
public:
    explicit Directory(TestDatabase& database) : db(database), house(database) {
        static const bool mounted = [] {
            Operations operations;
            mount_directory(operations);
            return true;
        }();
        CHECK(mounted);
        db.change([](Work& work) {
            AddCompany card;
            card.name = "Ogniwo Serwis";
            CHECK(static_cast<bool>(add_company(work, card)));
        });
    }

    Actor actor(Role role, const std::string& email, std::optional<CustomerId> customer = {}) {
        return house.actor(house.add(role, email, customer));
    }
    CustomerId customer(const std::string& name) { return house.add_customer(name); }
    PersonId person(const std::string& given_name,
                    const std::string& family_name,
                    const std::vector<CustomerId>& customers = {}) {
        CreatePerson wish;
        wish.given_name = given_name;
        wish.family_name = family_name;
        wish.customers = customers;
        return *db.write([&](Work& work) { return add_person(work, wish); });
    }
    Person seen(const Actor& actor, PersonId person) {
        const auto found =
            db.read_as(actor, [&](const View& view) { return show_person(view, {person}); });
        REQUIRE(static_cast<bool>(found));
        return *found;
    }
    // "Nowak Anna, Nowak Zofia | Ćwik Jan": page by page, one bar between two pages.
    std::string pages(const Actor& actor, ListPersons wish) {
        std::string text;
        while (true) {
            const auto list =
                db.read_as(actor, [&](const View& view) { return list_persons(view, wish); });
            REQUIRE(static_cast<bool>(list));
            for (std::size_t i = 0; i < list->items.size(); ++i) {
                const PersonSummary& row = list->items[i];
                text += (i > 0 ? ", " : "") + row.family_name + " " + row.given_name;
            }
            if (!list->next) return text;
            wish.cursor = *list->next;
            text += " | ";
        }
    }
    std::string pages(const Actor& actor, ListCustomers wish) {
        std::string text;
        while (true) {
            const auto list =
                db.read_as(actor, [&](const View& view) { return list_customers(view, wish); });
            REQUIRE(static_cast<bool>(list));
            for (std::size_t i = 0; i < list->items.size(); ++i) {
                text += (i > 0 ? ", " : "") + list->items[i].name;
            }
            if (!list->next) return text;
            wish.cursor = *list->next;
            text += " | ";
        }
    }

    TestDatabase& db;
    House house;
};

// "/nip nip_checksum"
template <class T>
std::string fields_of(const Result<T>& result) {
    std::string text;
    if (result) return text;
    for (const FieldError& error : result.error().fields) {
        text += (text.empty() ? "" : " ") + error.pointer + " " + std::string(error.reason);
    }
    return text;
}

}  // namespace ogniwo::people::directory_tests
