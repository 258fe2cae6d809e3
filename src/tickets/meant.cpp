#include "tickets/meant.hpp"

#include <algorithm>
#include <array>

#include "people/service.hpp"
#include "tickets/field_conditions.hpp"
#include "tickets/field_rules.hpp"
#include "tickets/field_store.hpp"

namespace ogniwo::tickets {
namespace {

using conditions::Condition;
using conditions::Group;
using conditions::Operator;
using conditions::Test;

template <class Filter, class AnId>
void spread(Tx& tx, std::vector<Filter>& filters, std::optional<AnId> Filter::*field) {
    const auto asked = filters.front().*field;
    if (!asked) return;
    const std::vector<AnId> meant = people::one_with(tx, *asked);
    std::vector<Filter> all;
    for (const Filter& filter : filters) {
        for (const AnId one : meant) {
            all.push_back(filter);
            all.back().*field = one;
        }
    }
    filters = std::move(all);
}

enum class Names { nobody, persons, customers };

class Meaning {
public:
    explicit Meaning(Tx& tx) : tx_(tx) {}

    Condition operator()(const Condition& condition) {
        return std::visit([this](const auto& node) { return meant(node); }, condition.node);
    }

private:
    Condition meant(const Group& group) {
        Group all{.kind = group.kind};
        for (const Condition& part : group.parts) all.parts.push_back((*this)(part));
        return {all};
    }

    Condition meant(const conditions::Search& search) { return {search}; }

    Condition meant(const Test& test) {
        const Names names = named_by(test.field);
        if (names == Names::nobody) return {test};
        Test all{.field = test.field, .op = test.op};
        for (const conditions::Literal& value : test.values) {
            const auto* id = std::get_if<std::int64_t>(&value);
            if (id == nullptr) {
                all.values.push_back(value);
            } else if (names == Names::persons) {
                add(all, people::one_with(tx_, PersonId{*id}));
            } else {
                add(all, people::one_with(tx_, CustomerId{*id}));
            }
        }
        if (all.values.size() == test.values.size()) return {test};
        if (all.op == Operator::has_all) return any_of_each(test);
        if (all.op == Operator::equal) all.op = Operator::in;
        if (all.op == Operator::not_equal) all.op = Operator::not_in;
        return {all};
    }

    // Of two who are one, either is enough: all who are named must be there under any of theirs.
    Condition any_of_each(const Test& test) {
        if (test.values.size() == 1) {
            return meant(Test{.field = test.field, .op = Operator::has_any, .values = test.values});
        }
        Group all{.kind = Group::Kind::all};
        for (const conditions::Literal& value : test.values) {
            all.parts.push_back(
                meant(Test{.field = test.field, .op = Operator::has_any, .values = {value}}));
        }
        return {all};
    }

    template <class AnId>
    static void add(Test& test, const std::vector<AnId>& meant) {
        for (const AnId id : meant) test.values.emplace_back(id.value);
    }

    Names named_by(const std::string& field) {
        constexpr std::array<std::string_view, 4> persons{
            "requester", "assignee", "follower", "worker"};
        if (field == "customer") return Names::customers;
        if (std::ranges::find(persons, field) != persons.end()) return Names::persons;
        if (!field.starts_with(store::field_prefix)) return Names::nobody;
        if (!fields_) fields_ = store::list_fields(tx_);
        const std::string key = field.substr(store::field_prefix.size());
        const auto own = std::ranges::find(*fields_, key, &TicketField::key);
        return own != fields_->end() && own->kind == FieldKind::person ? Names::persons
                                                                       : Names::nobody;
    }

    Tx& tx_;
    std::optional<std::vector<TicketField>> fields_;
};

}  // namespace

std::vector<store::TicketFilter> meant_by(Tx& tx, const store::TicketFilter& filter) {
    std::vector<store::TicketFilter> filters{filter};
    spread(tx, filters, &store::TicketFilter::customer);
    spread(tx, filters, &store::TicketFilter::requester);
    spread(tx, filters, &store::TicketFilter::assignee);
    spread(tx, filters, &store::TicketFilter::followed_by);
    spread(tx, filters, &store::TicketFilter::worked_on_by);
    return filters;
}

std::vector<store::TimeFilter> meant_by(Tx& tx, const store::TimeFilter& filter) {
    std::vector<store::TimeFilter> filters{filter};
    spread(tx, filters, &store::TimeFilter::customer);
    spread(tx, filters, &store::TimeFilter::person);
    return filters;
}

std::vector<PersonId> all_of(const Actor& actor) {
    std::vector<PersonId> all{actor.person};
    all.insert(all.end(), actor.also.begin(), actor.also.end());
    return all;
}

conditions::Condition meant_by(Tx& tx, const conditions::Condition& condition) {
    return Meaning(tx)(condition);
}

bool is_one_person(Tx& tx, PersonId one, PersonId other) {
    return one == other || people::goes_on(tx, one) == people::goes_on(tx, other);
}

bool is_one_customer(Tx& tx, CustomerId one, CustomerId other) {
    return one == other || people::goes_on(tx, one) == people::goes_on(tx, other);
}

}  // namespace ogniwo::tickets
