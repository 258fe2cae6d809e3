#include "tickets/clock_facts.hpp"

#include <algorithm>

#include "people/service.hpp"
#include "sla/service.hpp"
#include "tickets/category_store.hpp"
#include "tickets/events.hpp"
#include "tickets/merge_store.hpp"
#include "tickets/split_store.hpp"
#include "tickets/state_rules.hpp"
#include "tickets/state_store.hpp"

namespace ogniwo::tickets {

using sla::Fact;
using sla::FactKind;
using sla::OpenedBy;
using sla::Stand;

// One ticket, event by event.
class ClockFacts::Reading {
public:
    explicit Reading(ClockFacts& facts) : facts_(facts) {}

    void add(const Event& event) {
        const auto what = read_event(event);
        if (!what || !replay_next(ticket_, event)) return;
        at_ = event.happened_at;
        if (history_.empty()) return open(event);
        // Who writes makes it stand otherwise, too. The customer's word ends the waiting first, and
        // ours begins it last.
        const bool is_answer = std::holds_alternative<TicketResolved>(*what);
        const bool is_word = std::holds_alternative<TicketReplied>(*what) ||
                             std::holds_alternative<TicketReachedByReply>(*what);
        const bool is_from_us = event.actor && is_from_ours(*event.actor);
        if (is_answer || (is_word && is_from_us)) say(FactKind::answered);
        settle();
        if (is_word && !is_from_us) say(FactKind::asked);
        if (std::holds_alternative<TicketSplitOff>(*what)) begin_earlier();
        if (std::holds_alternative<TicketWaitingReminded>(*what)) say(FactKind::reminded);
        if (const auto* set = std::get_if<TicketWorkaroundSet>(&*what)) {
            history_.push_back(
                {.at = at_, .kind = FactKind::workaround, .has_workaround = set->has_workaround});
        }
    }

    sla::History history() && { return std::move(history_); }
    // When it last began to go on in another one.
    std::optional<Time> merged_at() const { return merged_at_; }

private:
    bool is_from_ours(PersonId person) {
        return ticket_->requester != person && facts_.is_ours(person);
    }

    void open(const Event& event) {
        Fact fact{.at = at_, .kind = FactKind::opened, .tier = ticket_->tier};
        // What other desks hand over was told to them.
        const bool is_ours = event.actor && event.name == TicketCreated::name;
        if (is_ours && is_from_ours(*event.actor)) fact.by = OpenedBy::ours;
        terms_ = facts_.terms_of(*ticket_);
        fact.terms = terms_;
        tier_ = ticket_->tier;
        history_.push_back(fact);
        settle();
    }

    // A part of another ticket is waited for since its oldest message was written there.
    void begin_earlier() {
        const auto since = store::first_split_message_at(facts_.tx_, ticket_->id);
        if (since) history_.front().since = std::min(*since, history_.front().at);
    }

    void say(FactKind kind) { history_.push_back({.at = at_, .kind = kind}); }

    Stand stand_of(const Ticket& ticket) const {
        if (ticket.status == TicketStatus::resolved) return Stand::resolved;
        if (ticket.status == TicketStatus::closed) return Stand::closed;
        if (facts_.halts(ticket.state)) return Stand::halted;
        if (ticket.status != TicketStatus::waiting) return Stand::active;
        switch (ticket.waiting_for.value_or(WaitingFor::other)) {
            case WaitingFor::customer:
                return Stand::waiting_customer;
            case WaitingFor::vendor:
                return Stand::waiting_vendor;
            case WaitingFor::other:
                break;
        }
        return Stand::waiting_other;
    }

    // What is different since the event before.
    void settle() {
        const Ticket& ticket = *ticket_;
        if (ticket.tier != tier_) {
            tier_ = ticket.tier;
            history_.push_back({.at = at_, .kind = FactKind::moved, .tier = tier_});
        }
        if (const Stand stand = stand_of(ticket); stand != stand_) {
            stand_ = stand;
            history_.push_back({.at = at_, .kind = FactKind::stood, .stand = stand});
        }
        if (auto terms = facts_.terms_of(ticket); terms != terms_) {
            terms_ = std::move(terms);
            history_.push_back({.at = at_, .kind = FactKind::termed, .terms = terms_});
        }
        const bool is_void = ticket.merged_into || ticket.spam_at;
        if (is_void == is_void_) return;
        is_void_ = is_void;
        merged_at_ = ticket.merged_into ? std::optional(at_) : std::nullopt;
        say(is_void ? FactKind::void_begun : FactKind::void_ended);
    }

    ClockFacts& facts_;
    std::optional<Ticket> ticket_{};
    sla::History history_{};
    Time at_{};
    Stand stand_ = Stand::active;
    int tier_ = 1;
    sla::Terms terms_{};
    bool is_void_ = false;
    std::optional<Time> merged_at_{};
};

ClockFacts::ClockFacts(Tx& tx) : tx_(tx), pausing_(store::list_pausing_states(tx)) {
    for (const Category& category : store::list_categories(tx)) {
        parents_.emplace(category.id, category.parent);
    }
}

bool ClockFacts::is_ours(PersonId person) {
    const auto [known, is_new] = ours_.emplace(person, false);
    if (is_new) known->second = people::was_staff(tx_, person);
    return known->second;
}

bool ClockFacts::halts(const std::optional<StateId>& state) const {
    const auto* const found = find_state(pausing_, state);
    return found != nullptr && found->pauses;
}

sla::Terms ClockFacts::terms_of(const Ticket& ticket) {
    sla::Terms terms{.priority = ticket.priority, .type = ticket.type};
    for (auto category = ticket.category; category;) {
        terms.categories.push_back(*category);
        const auto found = parents_.find(*category);
        category = found == parents_.end() ? std::nullopt : found->second;
    }
    const auto [known, is_new] = customers_.emplace(ticket.customer, ticket.customer);
    if (is_new) {
        const auto merged = people::merged_among(tx_, std::vector{ticket.customer});
        if (const auto found = merged.find(ticket.customer); found != merged.end()) {
            known->second = found->second;
        }
    }
    terms.customer = known->second;
    return terms;
}

sla::History ClockFacts::facts_in(const std::vector<Event>& events) {
    Reading reading(*this);
    for (const Event& event : events) reading.add(event);
    return std::move(reading).history();
}

std::vector<std::pair<TicketId, sla::History>> ClockFacts::histories_of(
    const std::vector<TicketId>& tickets) {
    std::vector<std::pair<TicketId, sla::History>> histories;
    const auto absorbing = store::list_absorbing(tx_, tickets.front(), tickets.back());
    const auto events =
        journal::of_subjects(tx_, "ticket", tickets.front().value, tickets.back().value);
    auto event = events.begin();
    for (const TicketId ticket : tickets) {
        if (std::ranges::find(absorbing, ticket) != absorbing.end()) {
            histories.emplace_back(ticket, history_of(ticket));
            continue;
        }
        while (event != events.end() && event->subject_id < ticket.value) ++event;
        Reading reading(*this);
        for (; event != events.end() && event->subject_id == ticket.value; ++event) {
            reading.add(*event);
        }
        histories.emplace_back(ticket, std::move(reading).history());
    }
    return histories;
}

sla::History ClockFacts::history_of(TicketId ticket) {
    sla::History own;
    std::vector<sla::Absorbed> absorbed;
    for (const TicketId one : store::list_joined(tx_, ticket)) {
        Reading reading(*this);
        for (const Event& event : journal::of_subject(tx_, "ticket", one.value)) reading.add(event);
        const auto merged_at = reading.merged_at();
        if (one == ticket) {
            own = std::move(reading).history();
        } else if (merged_at) {
            absorbed.push_back({.history = std::move(reading).history(), .at = *merged_at});
        }
    }
    if (absorbed.empty() || own.empty()) return own;
    std::ranges::sort(absorbed, {}, &sla::Absorbed::at);
    return sla::joined(own, absorbed);
}

}  // namespace ogniwo::tickets
