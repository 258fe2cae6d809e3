#include "tickets/reach.hpp"

#include <algorithm>
#include <iterator>

#include "tickets/meant.hpp"

namespace ogniwo::tickets {
namespace {

Scope both(const Scope& a, const Scope& b) {
    if (a.everyone) return b;
    Scope common = a;
    std::erase_if(common.customers, [&](CustomerId customer) { return !b.covers(customer); });
    return common;
}

std::optional<Scope> unless_empty(Scope scope) {
    if (!scope.everyone && scope.customers.empty()) return std::nullopt;
    return scope;
}

bool is_by_marks(const store::TicketFilter& filter) {
    return filter.folded_tag || filter.due_before || filter.snoozed || filter.spam || filter.state;
}

std::vector<ReachedPart> reached_parts(const View& view,
                                       const store::TicketFilter& filter,
                                       Asking asking) {
    const Actor& actor = view.actor;
    const Reach reach = reach_of(actor, is_by_marks(filter) ? Asking::by_internal : asking);
    std::vector<ReachedPart> parts;
    const auto add = [&](const Scope& scope, const store::TicketFilter& asked) {
        for (store::TicketFilter& meant : meant_by(view.tx, asked)) {
            parts.push_back({.scope = scope, .filter = std::move(meant)});
        }
    };
    if (reach.all) add(*reach.all, filter);
    if (!reach.own || (filter.requester && !actor.is(filter.requester))) return parts;
    store::TicketFilter own = filter;
    own.requester = actor.person;
    own.merged = true;  // They may not see the one where it goes on.
    add(*reach.own, own);
    return parts;
}

}  // namespace

Reach reach_of(const Actor& actor, Asking asking) {
    const Scope all = actor.scope(see);
    if (asking == Asking::by_internal) {
        return {.all = unless_empty(both(all, actor.scope(see_notes)))};
    }
    Reach reach{.all = unless_empty(all)};
    if (all.everyone || !actor.person) return reach;
    Scope own = actor.scope(see_own);
    std::erase_if(own.customers, [&](CustomerId customer) { return all.covers(customer); });
    reach.own = unless_empty(std::move(own));
    return reach;
}

std::vector<ReachedPart> parts_of(const View& view,
                                  const store::TicketFilter& filter,
                                  Asking asking) {
    // By fields that are hidden from customers' people those ask who read notes, besides.
    if (filter.asset && !filter.hidden_fields) {
        store::TicketFilter inside = filter;
        inside.hidden_fields = true;
        auto parts = reached_parts(view, filter, asking);
        std::ranges::move(reached_parts(view, inside, Asking::by_internal),
                          std::back_inserter(parts));
        return parts;
    }
    return reached_parts(view, filter, asking);
}

}  // namespace ogniwo::tickets
