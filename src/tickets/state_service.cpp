#include "tickets/state_service.hpp"

#include <algorithm>
#include <set>

#include "base/text.hpp"
#include "tickets/access.hpp"
#include "tickets/appointment_service.hpp"
#include "tickets/clock_service.hpp"
#include "tickets/figure_service.hpp"
#include "tickets/guest_service.hpp"
#include "tickets/service.hpp"
#include "tickets/state_starters.hpp"
#include "tickets/state_store.hpp"
#include "tickets/states.hpp"
#include "tickets/telling.hpp"
#include "tickets/timed.hpp"
#include "tickets/verbs.hpp"
#include "tickets/waiting.hpp"
#include "tickets/worker_service.hpp"
#include "tiers/timed_rule_service.hpp"

namespace ogniwo::tickets {
namespace {

constexpr int last_place = 1'000;  // Behind all there can be.

Mover mover_of(const View& view, const Ticket& ticket) {
    return {.leads = view.actor.may(lead_moves, ticket.customer),
            .configures = view.actor.may_everywhere(configure)};
}

// --- The lifecycle

// It is the whole company's, so one customer's right is not enough. What comes back is its version
// from then on.
Result<std::int64_t> claim_lifecycle(Work& work) {
    if (!work.actor.may_everywhere(configure)) return forbidden;
    return store::claim_lifecycle(work.tx);
}

void record(Work& work, const TicketState& state, std::int64_t version) {
    std::vector<EventText> texts{{"namePl", state.name_pl}, {"nameEn", state.name_en}};
    if (state.shown_pl) texts.push_back({"shownPl", *state.shown_pl});
    if (state.shown_en) texts.push_back({"shownEn", *state.shown_en});
    work.record(StateSaved{.status = state.status,
                           .pauses = state.pauses,
                           .is_default = state.is_default,
                           .place = state.place,
                           .retired = state.retired_at.has_value()},
                About{.kind = "ticket_state", .id = state.id.value, .version = version},
                std::move(texts));
}

// Tickets that stand in it count differently from now on, and so does the time of those that did.
void count_anew(Work& work) {
    count_open_clocks(work);
    count_all_figures(work);
    const auto rules = tiers::list_timed_rules(work, {});
    if (!rules) return;
    std::set<int> at;
    for (const tiers::TimedRule& rule : rules->items) at.insert(rule.tier);
    for (const int tier : at) tiers::timed_rules_changed(work, tier);
}

// One of them changed, and whatever makes room for it.
Outcome save(Work& work,
             std::int64_t version,
             const std::vector<TicketState>& before,
             const TicketState& changed) {
    TRY_DO(check_state(before, changed));
    const auto after = with_state(before, changed);
    TRY_DO(check_room(after));
    for (const TicketState& one : after) {
        const auto* known = find_state(before, one.id);
        if (known && *known == one) continue;
        store::update_state(work.tx, one);
        record(work, one, version);
        if (known && known->pauses != one.pauses) count_anew(work);
    }
    return Nothing{};
}

Outcome insert(Work& work, std::int64_t version, TicketState state) {
    const auto before = store::list_states(work.tx);
    state.place = last_place;
    state.id = store::insert_state(work.tx, state);
    return save(work, version, before, state);
}

}  // namespace

Result<Lifecycle> read_lifecycle(const View& view, const Nothing&) {
    return store::load_lifecycle(view.tx);
}

Result<Lifecycle> add_state(Work& work, const AddState& wish) {
    TRY(const std::int64_t version, claim_lifecycle(work));
    TicketState state{.status = wish.status,
                      .shown_pl = tidy_text(wish.shown_pl),
                      .shown_en = tidy_text(wish.shown_en),
                      .pauses = wish.pauses.value_or(false),
                      .is_default = wish.is_default.value_or(false)};
    TRY(state.name_pl, written(wish.name_pl, "/namePl"));
    TRY(state.name_en, written(wish.name_en, "/nameEn"));
    TRY_DO(insert(work, version, std::move(state)));
    return store::load_lifecycle(work.tx);
}

Result<Lifecycle> edit_state(Work& work, const EditState& wish) {
    TRY(const std::int64_t version, claim_lifecycle(work));
    const auto states = store::list_states(work.tx);
    const auto* known = find_state(states, wish.state);
    if (known == nullptr) return missing;
    if (version - 1 != wish.version) return stale;
    TicketState state = *known;
    if (wish.name_pl) {
        TRY(state.name_pl, written(*wish.name_pl, "/namePl"));
    }
    if (wish.name_en) {
        TRY(state.name_en, written(*wish.name_en, "/nameEn"));
    }
    if (wish.shown_pl) state.shown_pl = tidy_text(*wish.shown_pl);
    if (wish.shown_en) state.shown_en = tidy_text(*wish.shown_en);
    if (wish.pauses && *wish.pauses != state.pauses) {
        state.pauses = *wish.pauses;
        state.pauses_changed_at = work.now;
    }
    state.place = wish.place.value_or(state.place);
    if (wish.retired && *wish.retired != state.retired_at.has_value()) {
        state.retired_at = *wish.retired ? std::optional(work.now) : std::nullopt;
        state.is_default = false;
    }
    state.is_default = wish.is_default.value_or(state.is_default);
    TRY_DO(save(work, version, states, state));
    return store::load_lifecycle(work.tx);
}

Result<Lifecycle> set_ways(Work& work, const SetWays& wish) {
    TRY(const std::int64_t version, claim_lifecycle(work));
    if (version - 1 != wish.version) return stale;
    TRY(auto ways, tidy_ways(store::list_states(work.tx), wish.ways));
    store::save_ways(work.tx, ways);
    work.record(WaysChanged{.ways = std::move(ways)},
                About{.kind = "ticket_lifecycle", .id = 1, .version = version});
    return store::load_lifecycle(work.tx);
}

Result<Lifecycle> start_states(Work& work, const StartStates& wish) {
    TRY(const std::int64_t version, claim_lifecycle(work));
    const auto known = store::list_states(work.tx);
    for (TicketState& starter : state_starters(wish.desk)) {
        const bool is_there = std::ranges::any_of(known, [&](const TicketState& one) {
            return fold(one.name_pl) == fold(starter.name_pl) ||
                   fold(one.name_en) == fold(starter.name_en);
        });
        if (is_there) continue;
        // What a group begins with here was decided by somebody.
        starter.is_default = starter.is_default && !default_of(known, starter.status);
        TRY_DO(insert(work, version, std::move(starter)));
    }
    return store::load_lifecycle(work.tx);
}

Result<StrandedList> preview_lifecycle(Work& work, const PreviewLifecycle& wish) {
    // It counts tickets of every customer.
    if (!work.actor.may_everywhere(configure)) return forbidden;
    Lifecycle lifecycle = store::load_lifecycle(work.tx);
    if (wish.retire) {
        const auto* known = find_state(lifecycle.states, wish.retire);
        if (known == nullptr) return missing;
        TicketState retired = *known;
        retired.retired_at = work.now;
        lifecycle.states = with_state(std::move(lifecycle.states), std::move(retired));
    }
    if (wish.ways) {
        TRY(lifecycle.ways, tidy_ways(lifecycle.states, *wish.ways));
    }
    StrandedList list;
    for (Stranded& one : stranded_places(lifecycle)) {
        one.tickets = store::count_standing(work.tx, one.place, stranded_most + 1);
        one.more = one.tickets > stranded_most;
        one.tickets = std::min(one.tickets, stranded_most);
        // Where none stands and none comes any more nothing is left behind.
        const auto* state = find_state(lifecycle.states, one.place.state);
        const bool is_retired = state != nullptr && state->retired_at;
        if (one.tickets > 0 || !is_retired) list.items.push_back(one);
    }
    return list;
}

// --- On a ticket

StatePlace place_of(const Ticket& ticket) {
    return {.status = ticket.status, .state = ticket.state};
}

std::optional<StateId> state_by_itself(Tx& tx, const Ticket& ticket, TicketStatus status) {
    return status == ticket.status ? ticket.state : store::find_default_state(tx, status);
}

void come_to_stand(Work& work, Ticket& ticket, Standing standing) {
    standing.state = state_by_itself(work.tx, ticket, standing.status);
    stand(ticket, standing, moment_of(work));
}

Result<std::optional<StateId>> choose_state(const View& view,
                                            const Ticket& ticket,
                                            TicketStatus status,
                                            const std::optional<std::optional<StateId>>& wished) {
    const Lifecycle lifecycle = store::load_lifecycle(view.tx);
    const StatePlace from = place_of(ticket);
    TRY(const auto state, plan_state(lifecycle, from, status, wished));
    TRY_DO(may_follow(lifecycle, from, {status, state}, mover_of(view, ticket)));
    return state;
}

void record_standing(Work& work,
                     const Ticket& ticket,
                     const Standing& before,
                     std::vector<EventText> texts) {
    const bool is_within =
        ticket.status == before.status && ticket.waiting_for == before.waiting_for && texts.empty();
    if (is_within) {
        work.record(TicketStateChanged{.state = ticket.state}, about(ticket));
    } else {
        work.record(
            TicketStatusChanged{
                .status = ticket.status, .waiting_for = ticket.waiting_for, .state = ticket.state},
            about(ticket),
            std::move(texts));
    }
    count_time(work, ticket);
    const bool waits = ticket.waiting_for == WaitingFor::customer;
    if (waits && before.waiting_for != WaitingFor::customer) tell_waiting(work, ticket);
}

Result<Ticket> set_ticket_status(Work& work, const SetTicketStatus& wish) {
    TRY(Ticket ticket, claim(work, wish.ticket, work_on));
    const Standing before = standing_of(ticket);
    Standing wished{.status = wish.status, .waiting_for = wish.waiting_for};
    if (wish.waiting_note) wished.waiting_note = std::string(trim(*wish.waiting_note));
    if (code_points(wished.waiting_note.value_or("")) > waiting_note_most) {
        return Error{
            .reason = invalid_fields,
            .fields = {
                {"/waitingNote", "too_long", {{"most", std::to_string(waiting_note_most)}}}}};
    }
    // Another status of the same group goes on waiting for the same.
    if (wish.state && wish.status == ticket.status && !wish.waiting_for && !wish.waiting_note) {
        wished.waiting_for = before.waiting_for;
        wished.waiting_note = before.waiting_note;
    }
    const Lifecycle lifecycle = store::load_lifecycle(work.tx);
    TRY(wished.state, plan_state(lifecycle, place_of(ticket), wish.status, wish.state));
    TRY(const Standing planned, plan_status(before, wished));
    TRY_DO(may_follow(
        lifecycle, place_of(ticket), {planned.status, planned.state}, mover_of(work, ticket)));
    const bool says_more = planned.waiting_note && (planned.waiting_for != before.waiting_for ||
                                                    planned.waiting_note != before.waiting_note);
    const bool asks_customer = says_more && planned.waiting_for == WaitingFor::customer;
    if (asks_customer) TRY_DO(may_speak_about(work, ticket));
    if (planned.status == TicketStatus::closed) TRY_DO(close_appointments(work, ticket));

    stand(ticket, planned, moment_of(work));
    std::vector<EventText> texts;
    if (says_more) {
        ticket.waiting_noted_by =
            work.actor.person ? std::optional(work.actor.person) : std::nullopt;
        texts.push_back({"waitingNote", *planned.waiting_note});
    }
    save(work, ticket);
    record_standing(work, ticket, before, std::move(texts));
    end_guests(work, ticket);
    if (asks_customer) tell(work, ticket, Happening::waits);
    return with_names(work, std::move(ticket));
}

Result<NextStates> list_next_states(const View& view, const ListNextStates& wish) {
    TRY(const Ticket ticket, load_visible(view, wish.ticket));
    if (!view.actor.may(work_on, ticket.customer)) return forbidden;
    NextStates next;
    if (ticket.merged_into) return next;
    const Lifecycle lifecycle = store::load_lifecycle(view.tx);
    for (const StatePlace& place :
         next_places(lifecycle, place_of(ticket), mover_of(view, ticket))) {
        NextState one{.status = place.status,
                      .state = place.state,
                      .is_default = place.status != ticket.status &&
                                    place.state == default_of(lifecycle.states, place.status)};
        if (const auto* state = find_state(lifecycle.states, place.state)) {
            one.name_pl = state->name_pl;
            one.name_en = state->name_en;
        }
        next.items.push_back(std::move(one));
    }
    return next;
}

void hide_state(Ticket& ticket) {
    ticket.state.reset();
    ticket.state_pl = std::move(ticket.state_shown_pl);
    ticket.state_en = std::move(ticket.state_shown_en);
    ticket.state_shown_pl.reset();
    ticket.state_shown_en.reset();
}

}  // namespace ogniwo::tickets
