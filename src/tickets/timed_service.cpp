#include "tickets/timed_service.hpp"

#include <algorithm>
#include <map>

#include "base/check.hpp"
#include "base/describe.hpp"
#include "base/json.hpp"
#include "people/service.hpp"
#include "storage/journal.hpp"
#include "tickets/access.hpp"
#include "tickets/alarm.hpp"
#include "tickets/clock.hpp"
#include "tickets/events.hpp"
#include "tickets/rules.hpp"
#include "tickets/state_rules.hpp"
#include "tickets/state_store.hpp"
#include "tickets/store.hpp"
#include "tickets/timed.hpp"
#include "tickets/timed_job.hpp"
#include "tickets/timed_rules.hpp"
#include "tickets/verbs.hpp"
#include "tiers/service.hpp"

namespace ogniwo::tickets {
namespace {

constexpr int chunk = 100;

// Reads the events of one ticket as steps that count.
class Steps {
public:
    Steps(Tx& tx, const Ticket& ticket)
        : tx_(tx), requester_(ticket.requester), pausing_(store::list_pausing_states(tx)) {}

    void add(const Event& event) {
        const auto what = read_event(event);
        if (!what) return;
        const int tier_before = ticket_.tier;
        const bool was_over = !is_open(ticket_.status);
        apply_event(ticket_, *what, event.happened_at);
        // A rule that fired late moved the ticket late, and of another desk's tickets nobody here
        // knew before: it counts from when it was seen.
        const Time at = event.origin == Origin::demo ? event.happened_at : event.recorded_at;
        const bool is_back = was_over && is_open(ticket_.status) && is_of_old_desk(*what);
        const bool begins = steps_.empty() || ticket_.tier != tier_before || is_back ||
                            std::holds_alternative<TicketReopened>(*what);
        if (begins) {
            steps_.push_back({.what = TimedStep::What::arrived, .at = at});
        } else if (const auto* fired = std::get_if<TicketTimedRuleFired>(&*what)) {
            steps_.push_back({.what = TimedStep::What::fired, .at = at, .rule = fired->rule});
        } else if (is_about_matter(*what) && event.actor) {
            add_deed(*what, *event.actor, at);
        }
        pause(at);
    }
    TimedStay stay() const {
        TimedStay stay = stay_of(steps_);
        stay.decided_at = decided_at_;
        return stay;
    }

private:
    static bool is_of_old_desk(const TicketEvent& what) {
        return std::holds_alternative<TicketBroughtIn>(what) ||
               std::holds_alternative<TicketHistoryImported>(what);
    }
    // Who follows it, what a handover was worth, which queue of a tier it waits in, which ticket it
    // was a part of and that it was brought in say nothing about the matter itself.
    static bool is_about_matter(const TicketEvent& what) {
        return !std::holds_alternative<TicketFollowed>(what) &&
               !std::holds_alternative<TicketUnfollowed>(what) &&
               !std::holds_alternative<TicketHandoverScored>(what) &&
               !std::holds_alternative<TicketMoved>(what) &&
               !std::holds_alternative<TicketSplitOff>(what) && !is_of_old_desk(what);
    }
    void add_deed(const TicketEvent& what, PersonId actor, Time at) {
        if (actor != requester_ && is_ours(actor)) {
            steps_.push_back({.what = TimedStep::What::touched, .at = at});
        } else if (std::holds_alternative<TicketReplied>(what) ||
                   std::holds_alternative<TicketReachedByReply>(what) ||
                   std::holds_alternative<TicketApprovalDecided>(what)) {
            steps_.push_back({.what = TimedStep::What::spoke, .at = at});
        }
    }
    void pause(Time at) {
        const auto* state = find_state(pausing_, ticket_.state);
        if (state) decided_at_ = std::max(decided_at_, state->pauses_changed_at);
        const bool pauses = state && state->pauses;
        if (pauses == is_paused_) return;
        is_paused_ = pauses;
        steps_.push_back(
            {.what = pauses ? TimedStep::What::paused : TimedStep::What::resumed, .at = at});
    }
    bool is_ours(PersonId person) {
        const auto [known, is_new] = ours_.emplace(person, false);
        if (is_new) known->second = people::was_staff(tx_, person);
        return known->second;
    }

    Tx& tx_;
    std::optional<PersonId> requester_;
    Ticket ticket_{};
    std::vector<TimedStep> steps_{};
    std::map<PersonId, bool> ours_{};
    std::vector<TicketState> pausing_;
    std::optional<Time> decided_at_{};
    bool is_paused_ = false;
};

TimedStay stay_of(Tx& tx, const Ticket& ticket) {
    Steps steps(tx, ticket);
    for (const Event& event : journal::of_subject(tx, "ticket", ticket.id.value)) steps.add(event);
    return steps.stay();
}

struct Due {
    tiers::TimedRule rule{};
    bool has_fired = false;
    std::optional<Time> at{};  // When it fires next, as things are.
};

// Every rule of the ticket's tier; of a ticket that sleeps or is not worked on none fires.
std::vector<Due> dues_of(Tx& tx, const Ticket& ticket) {
    const auto rules = tiers::timed_rules_of(tx, ticket.tier);
    if (rules.empty()) return {};
    const TimedStay stay = stay_of(tx, ticket);
    const bool counts = stands_open(ticket) && !ticket.snoozed_until;
    std::vector<Due> dues;
    for (const tiers::TimedRule& rule : rules) {
        Due due{.rule = rule, .has_fired = stay.fired.contains(rule.id)};
        const auto from = counts ? counts_from(rule, stay) : std::nullopt;
        if (from) due.at = tiers::timed_due(tx, rule, *from, stay.pauses);
        if (due.at && stay.decided_at) due.at = std::max(*due.at, *stay.decided_at);
        dues.push_back(std::move(due));
    }
    return dues;
}

std::optional<Due> next_due(Tx& tx, const Ticket& ticket) {
    if (!stands_open(ticket) || ticket.snoozed_until) return std::nullopt;
    std::optional<Due> next;
    for (Due& due : dues_of(tx, ticket)) {
        if (due.at && (!next || *due.at < *next->at)) next = std::move(due);
    }
    return next;
}

void fire(Work& work, Ticket ticket, const Due& due) {
    Alarm alarm = alarm_for(work, ticket, {{due.rule.action}, due.rule.reason});
    save(work, ticket);
    work.record(TicketTimedRuleFired{.rule = due.rule.id,
                                     .tier = ticket.tier,
                                     .counts = due.rule.counts,
                                     .minutes = due.rule.minutes,
                                     .clock = due.rule.clock,
                                     .outcome = alarm.outcomes.front(),
                                     .due_at = *due.at,
                                     .told = static_cast<int>(alarm.persons.size())},
                about(ticket));
    sound(work, std::move(ticket), std::move(alarm), TicketTimedRuleFired::name);
}

}  // namespace

void count_time(Work& work, const Ticket& ticket) {
    // What is brought in may come with its whole story.
    if (ticket.version == 1 && ticket.origin == Origin::live) {
        begin_clocks(work, ticket.id);
    } else {
        count_clocks(work, ticket.id);
    }
    if (const auto next = next_due(work.tx, ticket)) {
        timers::set(work.tx, timed_timer, ticket.id.value, *next->at);
    } else {
        timers::clear(work.tx, timed_timer, ticket.id.value);
    }
}

Outcome timed_due(Work& work, const Timer& timer) {
    const Scope all = Actor::system().scope(see_own);
    const TicketId id{timer.subject};
    const auto ticket = store::find_ticket(work.tx, all, id);
    const auto next = ticket ? next_due(work.tx, *ticket) : std::nullopt;
    if (!next) return Nothing{};
    if (*next->at > work.now) {
        timers::set(work.tx, timed_timer, id.value, *next->at);
        return Nothing{};
    }
    auto claimed = store::claim_ticket(work.tx, all, id);
    // Never before what happened to the ticket already.
    work.happened_at = std::max(*next->at, claimed->updated_at);
    fire(work, std::move(*claimed), *next);
    const auto after = store::find_ticket(work.tx, all, id);
    if (after) count_time(work, *after);
    return Nothing{};
}

Outcome count_tier_anew(Work& work, const Timer& timer) {
    jobs::start(work, count_tier_job, to_json(CountTier{.tier = static_cast<int>(timer.subject)}));
    return Nothing{};
}

Result<Chunk> count_tier(Work& work, Job& job) {
    const auto wish = from_json<CountTier>(job.payload);
    INVARIANT(static_cast<bool>(wish));
    const auto so_far = from_json<CountTierProgress>(job.progress);
    const TicketId after = so_far ? so_far->last : TicketId{};
    const auto tickets = store::list_open_at_tier(work.tx, wish->tier, after, chunk);
    for (const Ticket& ticket : tickets) count_time(work, ticket);
    job.done += static_cast<std::int64_t>(tickets.size());
    if (tickets.size() < static_cast<std::size_t>(chunk)) return Chunk::finished;
    job.progress = to_json(CountTierProgress{.last = tickets.back().id});
    return Chunk::more;
}

Result<TicketTimed> read_timed(const View& view, const ReadTimed& wish) {
    TRY(const Ticket ticket, load_visible(view, wish.ticket));
    if (!view.actor.may(see_notes, ticket.customer)) return forbidden;
    TicketTimed timed;
    for (const Due& due : dues_of(view.tx, ticket)) {
        timed.items.push_back({.rule = due.rule.id,
                               .counts = due.rule.counts,
                               .minutes = due.rule.minutes,
                               .clock = due.rule.clock,
                               .action = due.rule.action,
                               .due_at = due.at,
                               .has_fired = due.has_fired});
    }
    return timed;
}

}  // namespace ogniwo::tickets
