#include "people/roles.hpp"

#include <array>

namespace ogniwo::people {
namespace {

constexpr std::size_t role_count = names(Role{}).size();

std::array<RightSet, role_count>& registry() {
    static std::array<RightSet, role_count> sets;
    return sets;
}

RightSet& set_of(Role role) {
    return registry()[static_cast<std::size_t>(role)];
}

// The next role above, which holds the same and more.
std::optional<Role> above(Role role) {
    switch (role) {
        case Role::technician:
            return Role::lead;
        case Role::lead:
            return Role::administrator;
        case Role::customer_user:
            return Role::customer_approver;
        case Role::customer_approver:
            return Role::customer_administrator;
        default:
            return std::nullopt;
    }
}

}  // namespace

void allow(Right right, std::initializer_list<Role> roles) {
    const RightSet one{right};
    set_of(Role::owner) = set_of(Role::owner) | one;
    for (std::optional<Role> role : roles) {
        for (; role; role = above(*role)) set_of(*role) = set_of(*role) | one;
    }
}

void allow_reading(Right right, std::initializer_list<Role> roles) {
    allow(right, roles);
    allow(right, {Role::auditor});
}

const RightSet& rights_of(Role role) {
    return set_of(role);
}

const RightSet& all_rights() {
    return set_of(Role::owner);
}

RolePlace place_of(Role role) {
    switch (role) {
        case Role::owner:
        case Role::administrator:
            return RolePlace::company;
        case Role::lead:
        case Role::technician:
        case Role::bookkeeper:
        case Role::consultant:
        case Role::auditor:
            return RolePlace::either;
        case Role::customer_administrator:
        case Role::customer_approver:
        case Role::customer_user:
        case Role::partner:
            return RolePlace::customer;
    }
    return RolePlace::company;
}

}  // namespace ogniwo::people
