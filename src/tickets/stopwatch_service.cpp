#include "tickets/stopwatch_service.hpp"

#include <algorithm>

#include "tickets/access.hpp"
#include "tickets/calendar.hpp"
#include "tickets/stopwatch_rules.hpp"
#include "tickets/stopwatch_store.hpp"
#include "tickets/store.hpp"

namespace ogniwo::tickets {
namespace {

// The moment as one stopwatch must look at it.
Moment moment_for(const View& view, const Stopwatch& stopwatch, std::string_view zone) {
    return {.now = view.now,
            .shift_end = end_of_shift(view, stopwatch.running_since.value_or(view.now), zone)};
}

TicketStopwatch shown(const Stopwatch& stopwatch, const Moment& at) {
    const auto counted = counted_at(stopwatch, at.now);
    return {.ticket = stopwatch.ticket,
            .state = state_of(stopwatch, at),
            .doubt = doubt_of(stopwatch, at),
            .started_at = stopwatch.started_at,
            .running_since = stopwatch.running_since,
            .seen_at = stopwatch.seen_at,
            .seconds = std::chrono::floor<std::chrono::seconds>(counted).count(),
            .minutes = begun_minutes(counted),
            .minutes_until_seen = begun_minutes(counted_until_seen(stopwatch)),
            .minutes_before = begun_minutes(stopwatch.counted)};
}

// What their tickets are called, where they may still be seen.
void add_tickets(const View& view, std::vector<TicketStopwatch>& stopwatches) {
    std::vector<std::int64_t> ids;
    for (const TicketStopwatch& one : stopwatches) ids.push_back(one.ticket.value);
    if (ids.empty()) return;
    auto tickets = store::list_tickets_by_id(view.tx, ids);
    std::erase_if(tickets, [&](const Ticket& ticket) { return !may_see(view.actor, ticket); });
    add_names(view, tickets);
    for (TicketStopwatch& one : stopwatches) {
        const auto ticket = std::ranges::find(tickets, one.ticket, &Ticket::id);
        if (ticket == tickets.end()) continue;
        one.subject = ticket->subject;
        one.customer_name = ticket->customer_name;
    }
}

TicketStopwatches all_of_actor(const View& view) {
    TicketStopwatches all;
    const std::string zone = zone_of_actor(view);
    for (const Stopwatch& one : store::list_stopwatches(view.tx, view.actor.person)) {
        all.items.push_back(shown(one, moment_for(view, one, zone)));
    }
    std::ranges::stable_sort(all.items, {}, [](const TicketStopwatch& one) {
        return one.state != StopwatchState::running;
    });
    add_tickets(view, all.items);
    return all;
}

// One verb on a person's stopwatches. Each step is an event of its own, with a version of its own.
class Change {
public:
    explicit Change(Work& work)
        : work_(work),
          person_(work.actor.person),
          version_(store::claim_stopwatches(work.tx, person_)),
          zone_(zone_of_actor(work)) {}

    Moment moment(const Stopwatch& stopwatch) const { return moment_for(work_, stopwatch, zone_); }
    std::optional<Stopwatch> find(TicketId ticket) const {
        return store::find_stopwatch(work_.tx, person_, ticket);
    }
    void save(const Stopwatch& stopwatch,
              StopwatchStep step,
              const std::optional<StopwatchCount>& count = {}) {
        store::save_stopwatch(work_.tx, person_, stopwatch);
        record(stopwatch, step, count);
    }
    void remove(const Stopwatch& stopwatch, StopwatchStep step) {
        (void)store::delete_stopwatch(work_.tx, person_, stopwatch.ticket);
        record(stopwatch, step, {});
    }
    // Every other one that runs.
    void pause_others(TicketId ticket) {
        for (const Stopwatch& other : store::list_stopwatches(work_.tx, person_)) {
            if (other.ticket == ticket) continue;
            const auto paused = plan_pause(other, moment(other));
            if (paused) save(*paused, StopwatchStep::paused);
        }
    }

private:
    void record(const Stopwatch& stopwatch,
                StopwatchStep step,
                const std::optional<StopwatchCount>& count) {
        if (is_used_) version_ = store::claim_stopwatches(work_.tx, person_);
        is_used_ = true;
        const auto counted = counted_at(stopwatch, work_.now);
        work_.record(
            StopwatchChanged{.ticket = stopwatch.ticket,
                             .step = step,
                             .seconds = std::chrono::floor<std::chrono::seconds>(counted).count(),
                             .count = count},
            {.kind = "stopwatches", .id = person_.value, .version = version_});
    }

    Work& work_;
    PersonId person_;
    std::int64_t version_;
    std::string zone_;
    bool is_used_ = false;
};

}  // namespace

Result<TicketStopwatches> list_stopwatches(const View& view, const Nothing&) {
    return all_of_actor(view);
}

Result<TicketStopwatches> start_stopwatch(Work& work, const OfStopwatch& wish) {
    TRY(const Ticket ticket, load_visible(work, wish.ticket));
    if (!work.actor.may(book_work, ticket.customer) || !work.actor.person) return forbidden;
    Change change(work);
    if (const auto known = change.find(ticket.id)) {
        TRY(const Stopwatch resumed, plan_resume(*known, change.moment(*known)));
        change.pause_others(ticket.id);
        change.save(resumed, StopwatchStep::resumed);
        return all_of_actor(work);
    }
    if (ticket.merged_into) return merged_refusal(work.tx, ticket);
    const auto all = store::list_stopwatches(work.tx, work.actor.person);
    if (all.size() >= stopwatches_most) {
        return Error{.reason = stopwatches_too_many,
                     .shown = {{"most", std::to_string(stopwatches_most)}}};
    }
    change.pause_others(ticket.id);
    change.save(fresh_stopwatch(ticket.id, work.now), StopwatchStep::started);
    return all_of_actor(work);
}

Result<TicketStopwatches> pause_stopwatch(Work& work, const OfStopwatch& wish) {
    Change change(work);
    const auto known = change.find(wish.ticket);
    if (!known) return missing;
    TRY(const Stopwatch paused, plan_pause(*known, change.moment(*known)));
    change.save(paused, StopwatchStep::paused);
    return all_of_actor(work);
}

Result<TicketStopwatches> answer_stopwatch(Work& work, const AnswerStopwatch& wish) {
    Change change(work);
    const auto known = change.find(wish.ticket);
    if (!known) return missing;
    TRY(const Stopwatch answered, plan_answer(*known, wish, change.moment(*known)));
    if (wish.go_on.value_or(false)) change.pause_others(wish.ticket);
    change.save(answered, StopwatchStep::answered, wish.count);
    return all_of_actor(work);
}

Result<TicketStopwatches> drop_stopwatch(Work& work, const OfStopwatch& wish) {
    Change change(work);
    const auto known = change.find(wish.ticket);
    if (!known) return missing;
    change.remove(*known, StopwatchStep::dropped);
    return all_of_actor(work);
}

Result<TicketStopwatches> touch_stopwatches(Work& work, const Nothing&) {
    const std::string zone = zone_of_actor(work);
    for (const Stopwatch& one : store::list_stopwatches(work.tx, work.actor.person)) {
        const Stopwatch now = seen(one, moment_for(work, one, zone));
        if (now.seen_at == one.seen_at) continue;
        store::note_seen(work.tx, work.actor.person, one.ticket, now.seen_at);
    }
    return all_of_actor(work);
}

Outcome use_stopwatch(Work& work, TicketId ticket) {
    Change change(work);
    const auto known = change.find(ticket);
    if (!known) return stopwatch_gone;
    if (doubt_of(*known, change.moment(*known))) return stopwatch_asks;
    change.remove(*known, StopwatchStep::booked);
    return Nothing{};
}

}  // namespace ogniwo::tickets
