#include "tickets/clock_service.hpp"

#include <algorithm>

#include "base/check.hpp"
#include "base/json.hpp"
#include "people/service.hpp"
#include "sla/forecast_service.hpp"
#include "tickets/access.hpp"
#include "tickets/clock.hpp"
#include "tickets/clock_facts.hpp"
#include "tickets/clock_job.hpp"
#include "tickets/clock_reaction.hpp"
#include "tickets/clock_store.hpp"
#include "tickets/clock_words.hpp"
#include "tickets/figure.hpp"
#include "tickets/rules.hpp"
#include "tickets/store.hpp"
#include "tickets/verbs.hpp"
#include "tickets/waiting.hpp"

namespace ogniwo::tickets {
namespace {

constexpr int chunk = 100;

bool is_unanswered(const std::vector<sla::Counted>& all) {
    return std::ranges::any_of(all, [](const sla::Counted& one) {
        return one.clock.target == sla::Target::first_response && !one.clock.ended_at;
    });
}

// Whether the customer could work meanwhile.
bool has_workaround(const sla::History& history, Time at) {
    bool has = false;
    for (const sla::Fact& fact : history) {
        if (fact.kind == sla::FactKind::workaround && fact.at <= at) has = fact.has_workaround;
    }
    return has;
}

// Counts one ticket after the other within one transaction.
class Clocks {
public:
    explicit Clocks(Tx& tx) : tx_(tx), promises_(tx), facts_(tx) {}

    // Whether anything was ever promised to anybody.
    bool are_any() const { return promises_.are_any(); }
    sla::Promises& promises() { return promises_; }
    ClockFacts& facts() { return facts_; }

    // By what had happened until that moment.
    std::vector<sla::Counted> count(TicketId ticket, Time now) {
        return promises_.count(facts_.history_of(ticket), now);
    }

    struct Next {
        sla::Counted counted{};
        sla::Promises::Next share{};
    };
    // What is to be done next. What was used up before it was promised is late, and calls nobody.
    std::optional<Next> next_of(TicketId ticket, const std::vector<sla::Counted>& all) {
        std::optional<Next> next;
        for (const sla::Counted& counted : all) {
            if (counted.clock.ended_at) continue;
            auto done = sla::reached(tx_, ticket.value, counted.clock);
            auto share = promises_.next_of(counted, done);
            while (share && share->at < counted.promised_at) {
                sla::mark_reached(tx_, ticket.value, counted.clock, *share);
                done.push_back(share->percent);
                share = promises_.next_of(counted, done);
            }
            if (share && (!next || share->at < next->share.at)) next = Next{counted, *share};
        }
        return next;
    }

    // Keeps what was counted, and sets the timer of what is to be done next. What was missed by it
    // and had been open until then.
    std::vector<sla::Counted> keep(TicketId ticket, const sla::History& history, Time now) {
        const sla::Kept before = sla::find_kept(tx_, ticket.value);
        auto all = keep(ticket, history, before, now);
        std::erase_if(all, [&](const sla::Counted& one) {
            return one.clock.state != sla::ClockState::missed || was_over(before, one.clock);
        });
        return all;
    }

    // The same of several, in order of their ids. Where they lie close together, what all of them
    // need is read at once.
    void keep(const std::vector<TicketId>& tickets, Time now) {
        if (tickets.empty()) return;
        const auto width = tickets.back().value - tickets.front().value;
        if (width > 2 * static_cast<std::int64_t>(tickets.size())) {
            for (const TicketId ticket : tickets) keep(ticket, facts_.history_of(ticket), now);
            return;
        }
        const auto histories = facts_.histories_of(tickets);
        auto kept = sla::find_kept(tx_, tickets.front().value, tickets.back().value);
        for (const auto& [ticket, history] : histories) {
            keep(ticket, history, kept[ticket.value], now);
        }
    }

private:
    static bool was_over(const sla::Kept& before, const sla::Clock& clock) {
        return std::ranges::any_of(before.clocks, [&](const sla::KeptClock& one) {
            return one.target == clock.target && one.run == clock.run && one.ended_at;
        });
    }

    // What was counted.
    std::vector<sla::Counted> keep(TicketId ticket,
                                   const sla::History& history,
                                   const sla::Kept& before,
                                   Time now) {
        watch_waiting(tx_, ticket, history, promises_);
        auto all = promises_.count(history, now);
        if (before.clocks.empty() && is_unanswered(all)) forecast(ticket, all);
        sla::keep(tx_, ticket.value, before, sla::kept_of(all, now));
        store::update_promised_until(tx_, ticket, promised_until(all));
        const auto had_ended = [](const sla::KeptClock& clock) {
            return clock.ended_at.has_value();
        };
        const auto is_over = [](const sla::Counted& one) { return one.clock.ended_at.has_value(); };
        // Then there was no timer, and there will be none.
        if (std::ranges::all_of(before.clocks, had_ended) && std::ranges::all_of(all, is_over)) {
            return all;
        }
        if (const auto next = next_of(ticket, all)) {
            timers::set(tx_, clock_timer, ticket.value, next->share.at);
        } else {
            timers::clear(tx_, clock_timer, ticket.value);
        }
        return all;
    }

    // Only of what has just come: said later, it would be no forecast.
    void forecast(TicketId ticket, const std::vector<sla::Counted>& all) {
        for (const sla::Counted& one : all) {
            const bool is_new = one.clock.target == sla::Target::first_response &&
                                one.clock.spent == Microseconds{0};
            if (is_new) sla::make_forecast(tx_, ticket.value, one, promises_);
        }
    }

    static std::optional<Time> promised_until(const std::vector<sla::Counted>& all) {
        std::optional<Time> next;
        for (const sla::Counted& one : all) {
            if (one.clock.ended_at || !one.clock.due_at) continue;
            next = std::min(next.value_or(*one.clock.due_at), *one.clock.due_at);
        }
        return next;
    }

    Tx& tx_;
    sla::Promises promises_;
    ClockFacts facts_;
};

// Which customer goes on as which, and which category lies below which, is asked as it is now: what
// was over before that changed may have been promised something else.
void forget_other_terms(sla::Kept& counted, const sla::Kept& kept) {
    for (sla::KeptClock& clock : counted.clocks) {
        const auto before = std::ranges::find_if(kept.clocks, [&](const sla::KeptClock& one) {
            return one.target == clock.target && one.run == clock.run;
        });
        const bool is_over = before != kept.clocks.end() && before->ended_at &&
                             before->ended_at == clock.ended_at &&
                             before->started_at == clock.started_at;
        const bool is_of_others =
            is_over && (before->policy != clock.policy || before->customer != clock.customer);
        if (!is_of_others) continue;
        clock = *before;
        if (clock.target == sla::Target::resolution) counted.stays = kept.stays;
    }
}

}  // namespace

void begin_clocks(Work& work, TicketId ticket) {
    Clocks clocks(work.tx);
    if (clocks.are_any()) clocks.keep(ticket, clocks.facts().history_of(ticket), moment_of(work));
}

void count_clocks(Work& work, TicketId ticket) {
    Clocks clocks(work.tx);
    const sla::History history = clocks.facts().history_of(ticket);
    // Figures are of all tickets, whether anything was promised about them or not.
    keep_figure(work.tx, ticket, history);
    if (!clocks.are_any()) return;
    tell_of_credits(work, ticket, clocks.keep(ticket, history, moment_of(work)));
}

Outcome clock_due(Work& work, const Timer& timer) {
    const Scope all = Actor::system().scope(see_own);
    const TicketId id{timer.subject};
    Clocks clocks(work.tx);
    const auto next = clocks.next_of(id, clocks.count(id, work.now));
    if (!next) return Nothing{};
    if (next->share.at > work.now) {
        timers::set(work.tx, clock_timer, id.value, next->share.at);
        return Nothing{};
    }
    auto claimed = store::claim_ticket(work.tx, all, id);
    if (!claimed) return Nothing{};
    // Never before what happened to the ticket already.
    work.happened_at = std::max(next->share.at, claimed->updated_at);
    react(work, *std::move(claimed), next->counted, next->share, clocks.promises());
    tell_of_credits(work, id, clocks.keep(id, clocks.facts().history_of(id), work.now));
    return Nothing{};
}

void count_open_clocks(Work& work) {
    if (!sla::Promises(work.tx).are_any()) return;
    // One that has not begun yet counts this change as well.
    if (jobs::hold_waiting(work.tx, count_clocks_job)) return;
    jobs::start(work, count_clocks_job, to_json(CountClocks{}));
}

void count_all_clocks(Work& work) {
    const auto since = sla::Promises(work.tx).look_back_to();
    jobs::start(work, count_clocks_job, to_json(CountClocks{.since = since}));
}

// Open tickets, and all that began on a day since which the policies hold although it is over.
Result<Chunk> count_clocks_chunk(Work& work, Job& job) {
    const auto so_far = from_json<CountClocksProgress>(job.progress);
    const TicketId after = so_far ? so_far->last : TicketId{};
    Clocks clocks(work.tx);
    if (!clocks.are_any()) return Chunk::finished;
    const auto wish = from_json<CountClocks>(job.payload);
    INVARIANT(static_cast<bool>(wish));
    const auto tickets = store::list_to_count(work.tx, wish->since, after, chunk);
    clocks.keep(tickets, work.now);
    job.done += static_cast<std::int64_t>(tickets.size());
    if (tickets.size() < static_cast<std::size_t>(chunk)) return Chunk::finished;
    job.progress = to_json(CountClocksProgress{.last = tickets.back()});
    return Chunk::more;
}

Result<TicketClocks> read_clocks(const View& view, const ReadClocks& wish) {
    TRY(const Ticket ticket, load_visible(view, wish.ticket));
    Clocks clocks(view.tx);
    const Time at = std::min(wish.at.value_or(view.now), view.now);
    TicketClocks answer{.at = at, .zones_version = zones_version()};
    const sla::History history = clocks.facts().history_of(ticket.id);
    answer.has_workaround = has_workaround(history, at);
    const auto all = clocks.promises().count(history, at);
    if (is_unanswered(all)) answer.forecast = sla::find_forecast(view.tx, ticket.id.value);
    const bool is_ours = view.actor.may(see_notes, ticket.customer);
    ClockWords words(view.tx, is_ours ? Inner::shown : Inner::hidden);
    for (const sla::Counted& counted : all) {
        answer.items.push_back(words.clock(counted, at));
        const auto pace = clocks.promises().pace_of(counted, at);
        answer.items.back().is_counting = pace.is_counting;
        answer.items.back().steady_until = pace.until;
        if (!is_ours) continue;
        const auto done = sla::reached(view.tx, ticket.id.value, counted.clock);
        auto& shares = answer.items.back().shares.emplace();
        for (const sla::Share& share : clocks.promises().shares_of(counted, done)) {
            shares.push_back({.percent = share.percent, .at = share.at, .is_done = share.is_done});
        }
    }
    return answer;
}

Result<TicketClocks> set_workaround(Work& work, const SetWorkaround& wish) {
    TRY(Ticket ticket, claim(work, wish.ticket, work_on));
    TRY_DO(may_change(ticket.status));
    const auto history = ClockFacts(work.tx).history_of(ticket.id);
    if (has_workaround(history, work.now) == wish.has_workaround) {
        return workaround_unchanged;
    }
    save(work, ticket);
    work.record(TicketWorkaroundSet{.has_workaround = wish.has_workaround}, about(ticket));
    count_clocks(work, ticket.id);
    return read_clocks(work, {.ticket = ticket.id});
}

std::vector<ClockDifference> check_clocks(Tx& tx, const std::vector<TicketId>& tickets) {
    Clocks clocks(tx);
    std::vector<ClockDifference> differences;
    // While a change of policies is not counted yet, rows are those of before.
    if (!clocks.are_any() || jobs::is_open(tx, count_clocks_job)) return differences;
    for (const TicketId ticket : tickets) {
        const sla::Kept kept = sla::find_kept(tx, ticket.value);
        // An open clock is a picture of the moment at which it was counted.
        Time at{};
        for (const sla::KeptClock& clock : kept.clocks) at = std::max(at, clock.counted_at);
        sla::Kept counted = sla::kept_of(clocks.count(ticket, at), at);
        forget_other_terms(counted, kept);
        if (kept == counted) continue;
        differences.push_back(
            {.ticket = ticket, .stored = sla::told(kept), .counted = sla::told(counted)});
    }
    return differences;
}

}  // namespace ogniwo::tickets
