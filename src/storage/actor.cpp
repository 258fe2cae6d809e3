#include "storage/actor.hpp"

#include <algorithm>
#include <iterator>

namespace ogniwo {

RightSet::RightSet(std::initializer_list<Right> rights) {
    for (const Right right : rights) names_.push_back(right.name);
    std::ranges::sort(names_);
}

RightSet::RightSet(std::vector<std::string_view> names) : names_(std::move(names)) {
    std::ranges::sort(names_);
}

bool RightSet::has(Right right) const {
    return std::ranges::binary_search(names_, right.name);
}

bool RightSet::covers(const RightSet& other) const {
    return std::ranges::includes(names_, other.names_);
}

RightSet RightSet::operator|(const RightSet& other) const {
    RightSet both;
    std::ranges::set_union(names_, other.names_, std::back_inserter(both.names_));
    return both;
}

RightSet RightSet::operator&(const RightSet& other) const {
    RightSet common;
    std::ranges::set_intersection(names_, other.names_, std::back_inserter(common.names_));
    return common;
}

bool Actor::may(Right right) const {
    if (kind == Kind::system || right == anyone) return true;
    if (right == signed_in) return kind == Kind::person;
    return std::ranges::any_of(grants, [&](const Grant& grant) { return grant.rights.has(right); });
}

bool Actor::may(Right right, CustomerId customer) const {
    if (kind == Kind::system) return true;
    return std::ranges::any_of(grants, [&](const Grant& grant) {
        return (!grant.customer || *grant.customer == customer) && grant.rights.has(right);
    });
}

bool Actor::may_everywhere(Right right) const {
    if (kind == Kind::system) return true;
    return std::ranges::any_of(
        grants, [&](const Grant& grant) { return !grant.customer && grant.rights.has(right); });
}

Scope Actor::scope(Right right) const {
    if (may_everywhere(right)) return Scope{.everyone = true};
    Scope scope;
    for (const Grant& grant : grants) {
        if (grant.customer && grant.rights.has(right)) scope.customers.push_back(*grant.customer);
    }
    return scope;
}

bool Actor::is(const std::optional<PersonId>& other) const {
    if (!person || !other) return false;
    return *other == person || std::ranges::find(also, *other) != also.end();
}

const Actor& Actor::system() {
    static const Actor actor{.kind = Kind::system, .label = "system"};
    return actor;
}

Actor Actor::anonymous() {
    return Actor{.kind = Kind::anonymous, .label = "anonymous"};
}

}  // namespace ogniwo
