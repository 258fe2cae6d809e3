#include "people/roles.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace ogniwo::people {
namespace {

// Rights of no slice: this test must not change what the others see.
constexpr Right test_work{"roles_test.work"};
constexpr Right test_ask{"roles_test.ask"};
constexpr Right test_look{"roles_test.look"};
constexpr Right test_rates{"roles_test.rates"};

std::vector<std::string> holders(Right right) {
    std::vector<std::string> roles;
    for (const auto name : names(Role{})) {
        if (rights_of(*enum_value<Role>(name)).has(right)) roles.emplace_back(name);
    }
    return roles;
}

using Names = std::vector<std::string>;

TEST_CASE("a right goes to the roles that are named, to those above them and to the owner") {
    allow(test_work, {Role::technician});
    CHECK(holders(test_work) == Names{"owner", "administrator", "lead", "technician"});

    allow(test_ask, {Role::customer_user, Role::technician});
    CHECK(holders(test_ask) == Names{"owner",
                                     "administrator",
                                     "lead",
                                     "technician",
                                     "customer_administrator",
                                     "customer_approver",
                                     "customer_user"});

    allow(test_rates, {Role::bookkeeper});
    CHECK(holders(test_rates) == Names{"owner", "bookkeeper"});
}

TEST_CASE("the auditor holds what only reads") {
    allow_reading(test_look, {Role::lead});
    CHECK(holders(test_look) == Names{"owner", "administrator", "lead", "auditor"});
}

TEST_CASE("naming a right twice changes nothing") {
    allow(test_work, {Role::technician});
    const auto before = rights_of(Role::technician).names().size();
    allow(test_work, {Role::technician});
    CHECK(rights_of(Role::technician).names().size() == before);
}

TEST_CASE("the owner holds every right there is") {
    for (const auto name : names(Role{})) {
        CHECK(all_rights().covers(rights_of(*enum_value<Role>(name))));
    }
    CHECK(rights_of(Role::owner).covers(all_rights()));
}

}  // namespace
}  // namespace ogniwo::people
