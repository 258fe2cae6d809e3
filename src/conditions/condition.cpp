#include "conditions/condition.hpp"

#include <algorithm>
#include <set>

#include "base/check.hpp"

namespace ogniwo::conditions {
namespace {

template <class Visit>
void for_each_test(const Condition& condition, Visit visit) {
    if (const auto* test = std::get_if<Test>(&condition.node)) visit(*test);
    if (const auto* group = std::get_if<Group>(&condition.node)) {
        for (const Condition& part : group->parts) for_each_test(part, visit);
    }
}

// Parts of parts of the same kind move up one level; a group of one is that one.
Condition joined(Group::Kind kind, std::vector<Condition> parts) {
    Group whole{.kind = kind};
    for (Condition& part : parts) {
        auto* inner = std::get_if<Group>(&part.node);
        if (inner != nullptr && inner->kind == kind) {
            std::ranges::move(inner->parts, std::back_inserter(whole.parts));
        } else {
            whole.parts.push_back(std::move(part));
        }
    }
    if (whole.parts.size() == 1) return std::move(whole.parts.front());
    return {std::move(whole)};
}

bool moves_with_the_clock(const Literal& literal) {
    const auto* moment = std::get_if<Moment>(&literal);
    return moment != nullptr && moment->anchor != Anchor::day && moment->anchor != Anchor::instant;
}

}  // namespace

bool operator==(const Group& a, const Group& b) {
    return a.kind == b.kind && a.parts == b.parts;
}

bool operator==(const Condition& a, const Condition& b) {
    return a.node == b.node;
}

Condition all_of(std::vector<Condition> parts) {
    return joined(Group::Kind::all, std::move(parts));
}

Condition any_of(std::vector<Condition> parts) {
    INVARIANT(!parts.empty());
    const auto everything = std::ranges::find_if(parts, is_met_by_everything);
    if (everything != parts.end()) return {};
    return joined(Group::Kind::any, std::move(parts));
}

Condition negation(Condition part) {
    INVARIANT(!is_met_by_everything(part));
    Group group{.kind = Group::Kind::negation};
    group.parts.push_back(std::move(part));
    return {std::move(group)};
}

bool is_met_by_everything(const Condition& condition) {
    const auto* group = std::get_if<Group>(&condition.node);
    return group != nullptr && group->parts.empty();
}

int depth_of(const Condition& condition) {
    const auto* group = std::get_if<Group>(&condition.node);
    if (group == nullptr) return 1;
    int deepest = 0;
    for (const Condition& part : group->parts) deepest = std::max(deepest, depth_of(part));
    return deepest + 1;
}

std::vector<std::string> fields_of(const Condition& condition) {
    std::set<std::string> fields;
    for_each_test(condition, [&](const Test& test) { fields.insert(test.field); });
    return {fields.begin(), fields.end()};
}

bool depends_on_time(const Condition& condition) {
    bool found = false;
    for_each_test(condition, [&](const Test& test) {
        found = found || std::ranges::any_of(test.values, moves_with_the_clock);
    });
    return found;
}

}  // namespace ogniwo::conditions
