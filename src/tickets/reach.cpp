#include "tickets/reach.hpp"

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
    return filter.folded_tag || filter.due_before || filter.snoozed || filter.spam;
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

std::vector<ReachedPart> parts_of(const Actor& actor,
                                  const store::TicketFilter& filter,
                                  Asking asking) {
    const Reach reach = reach_of(actor, is_by_marks(filter) ? Asking::by_internal : asking);
    std::vector<ReachedPart> parts;
    if (reach.all) parts.push_back({.scope = *reach.all, .filter = filter});
    if (!reach.own || (filter.requester && filter.requester != actor.person)) return parts;
    ReachedPart own{.scope = *reach.own, .filter = filter};
    own.filter.requester = actor.person;
    own.filter.merged = true;  // They may not see the one where it goes on.
    parts.push_back(std::move(own));
    return parts;
}

}  // namespace ogniwo::tickets
