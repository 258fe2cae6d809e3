#include "tickets/merge_rules.hpp"

#include <algorithm>

namespace ogniwo::tickets {

Outcome may_merge(const Ticket& ticket, const Ticket& target, std::size_t together) {
    if (ticket.merged_into) return ticket_merged;
    if (ticket.id == target.id) return merged_into_itself;
    if (ticket.customer != target.customer) return merge_customers_differ;
    if (target.status == TicketStatus::closed) return merge_target_closed;
    if (together > merged_most) {
        return Error{.reason = merged_too_many, .shown = {{"most", std::to_string(merged_most)}}};
    }
    return Nothing{};
}

Outcome may_unmerge(const Ticket& ticket) {
    if (!ticket.merged_into) return not_merged;
    return Nothing{};
}

Result<Reached> plan_reply_to_merged(const Standing& own, const Standing& target, By by) {
    TRY(const Standing reached, plan_reply(target, by));
    if (own.status == TicketStatus::closed) return Reached{.own = own, .target = reached};
    TRY(const Standing mine, plan_reply(own, by));
    return Reached{.own = mine, .target = reached};
}

Outcome may_split_off(const std::optional<Shown>& message, const std::vector<TicketId>& family) {
    const auto is_here = [&](TicketId ticket) {
        return std::ranges::find(family, ticket) != family.end();
    };
    if (!message) return split_message_unknown;
    if (!message->split_to) {
        if (!is_here(message->written_at)) return split_message_unknown;
        return Nothing{};
    }
    if (!is_here(*message->split_to)) return split_message_unknown;
    return split_taken;
}

Outcome may_unsplit(const Ticket& ticket) {
    if (!ticket.split_from) return not_split;
    return Nothing{};
}

bool joins_its_source(TicketId ticket, TicketId source_goes_on) {
    return ticket != source_goes_on;
}

Outcome may_change_customer(const Ticket& ticket, const ChangeCustomer& wish, bool bound) {
    const bool moves = ticket.customer != wish.customer;
    if (!moves && ticket.requester == wish.requester) return customer_unchanged;
    if (moves && bound) return customer_bound;
    return Nothing{};
}

}  // namespace ogniwo::tickets
