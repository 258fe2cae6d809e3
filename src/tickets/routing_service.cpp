#include "tickets/routing_service.hpp"

#include <algorithm>
#include <set>
#include <tuple>

#include "people/service.hpp"
#include "storage/journal.hpp"
#include "tickets/access.hpp"
#include "tickets/category_rules.hpp"
#include "tickets/category_store.hpp"
#include "tickets/events.hpp"
#include "tickets/routing.hpp"
#include "tickets/routing_rules.hpp"
#include "tickets/routing_store.hpp"
#include "tickets/service.hpp"
#include "tickets/store.hpp"
#include "tickets/telling.hpp"
#include "tickets/verbs.hpp"
#include "tiers/duty_service.hpp"
#include "tiers/service.hpp"
#include "tiers/skill_service.hpp"

namespace ogniwo::tickets {
namespace {

constexpr Minutes pause{1};
constexpr int given_at_once = 10;      // A Work is short; the timer comes again at once.
constexpr int looked_at_once = 1'000;  // Rows whose tickets have somebody by now are cheap to pass.
constexpr int tried_at_once = 40;      // Whom a customer's tickets suit is looked up anew for each.
constexpr int found_at_once = 100;

// The ticket's category and those above it; one that is retired asks for nothing.
std::vector<tiers::WorkCategoryId> categories_of(Tx& tx, const Ticket& ticket) {
    std::vector<tiers::WorkCategoryId> categories;
    if (!ticket.category) return categories;
    const auto all = store::list_categories(tx);
    for (std::optional<CategoryId> id = ticket.category; id;) {
        const auto found = std::ranges::find(all, *id, &Category::id);
        if (found == all.end()) break;
        if (may_choose(all, found->id)) categories.push_back({found->id.value});
        id = found->parent;
    }
    return categories;
}

// What the queue, the customer and the category ask of whoever gets the ticket.
void match_skills(const View& view, const Ticket& ticket, std::vector<Candidate>& candidates) {
    std::vector<PersonId> persons;
    for (const Candidate& candidate : candidates) persons.push_back(candidate.person);
    const auto fitness = tiers::fitness_for(view,
                                            persons,
                                            {.queue = ticket.queue,
                                             .customer = ticket.customer,
                                             .categories = categories_of(view.tx, ticket)});
    for (std::size_t i = 0; i < candidates.size(); ++i) {
        candidates[i].meets = fitness[i].meets_mandatory;
        for (const tiers::SkillLevel& skill : fitness[i].matched) {
            candidates[i].matched.push_back({.skill = skill.skill, .level = skill.level});
        }
    }
}

std::vector<Candidate> candidates_for(const View& view, const Ticket& ticket) {
    std::vector<Candidate> candidates;
    std::vector<PersonId> persons;
    for (const auto& member : tiers::duty_members(view.tx, ticket.tier, view.now)) {
        persons.push_back(member.person);
        candidates.push_back({.person = member.person,
                              .is_on_duty = member.is_on_duty,
                              .is_available = member.is_available,
                              .capacity = member.capacity});
    }
    const auto loads = store::count_open_of(view.tx, persons);
    for (Candidate& candidate : candidates) {
        const auto load = loads.find(candidate.person);
        if (load != loads.end()) candidate.load = load->second;
    }
    match_skills(view, ticket, candidates);
    return candidates;
}

// What sleeps is given to nobody, and spam even less.
bool is_on_desk(const Ticket& ticket) {
    return stands_open(ticket) && !ticket.snoozed_until;
}

enum class Given { yes, nobody, none_suits };

// Counts what it sees under the claims of the queue and of the person,
// so that no other node decides upon the same numbers.
Given give(Work& work, Ticket& ticket, const std::optional<Time>& since) {
    const auto routing = store::claim_routing(work.tx, ticket.queue);
    if (!routing) return Given::nobody;
    const Choice choice = choose(routing->mode, candidates_for(work, ticket), routing->last);
    if (!choice.chosen) return choice.count.unsuited > 0 ? Given::none_suits : Given::nobody;
    const Candidate& chosen = *choice.chosen;
    store::claim_person(work.tx, chosen.person);
    store::save_last(work.tx, ticket.queue, chosen.person);

    // On behalf of the product, whoever's wish it was that brought the ticket here.
    Work own = acting_as(work, Actor::system());
    ++ticket.version;
    ticket.assignee = chosen.person;
    save(own, ticket);
    RoutingWhy why{.mode = routing->mode,
                   .members = choice.count.members,
                   .candidates = choice.count.candidates,
                   .load = chosen.load,
                   .capacity = chosen.capacity.value_or(0)};
    if (!chosen.matched.empty()) why.matched = chosen.matched;
    if (since) why.waited = std::chrono::floor<Minutes>(work.now - *since);
    own.record(
        TicketRouted{
            .assignee = chosen.person, .status = ticket.status, .why = why, .state = ticket.state},
        about(ticket));
    tell(own, ticket, Happening::assigned);
    return Given::yes;
}

bool still_waits(const std::optional<Ticket>& ticket, const store::Waiting& waiting) {
    return ticket && is_on_desk(*ticket) && !ticket->assignee && ticket->queue == waiting.queue;
}

void wait(Work& work, const Ticket& ticket, Time since) {
    store::save_waiting(work.tx,
                        {.ticket = ticket.id,
                         .queue = ticket.queue,
                         .since = since,
                         .rank = rank_of(ticket.priority, since)});
}

// Tickets that came another way: somebody put them back, or the queue was pulled until now.
void find_forgotten(Work& work, QueueId queue) {
    for (const auto& forgotten : store::list_forgotten(work.tx, queue, found_at_once)) {
        store::save_waiting(work.tx,
                            {.ticket = forgotten.ticket,
                             .queue = queue,
                             .since = forgotten.updated_at,
                             .rank = rank_of(forgotten.priority, forgotten.updated_at)});
    }
}

// Goes through what waits in all queues by rank. A queue where nobody has room rests; a ticket that
// nobody there is suited for lets those behind it pass.
class Round {
public:
    explicit Round(Work& work) : work_(work) {}

    // True when there may be more to give.
    bool run(const std::vector<store::Routing>& queues) {
        for (const auto& routing : queues) add(store::find_first_waiting(work_.tx, routing.queue));
        while (!heads_.empty() && given_ < given_at_once && looked_ < looked_at_once &&
               tried_ < tried_at_once) {
            const auto next = std::ranges::min_element(
                heads_, {}, [](const auto& head) { return std::pair(head.rank, head.ticket); });
            const store::Waiting waiting = *next;
            heads_.erase(next);
            if (try_to_give(waiting) != Given::nobody) {
                add(store::find_next_waiting(work_.tx, waiting));
            }
        }
        return !heads_.empty() && (given_ > 0 || cleared_ > 0);
    }

private:
    Given try_to_give(const store::Waiting& waiting) {
        ++looked_;
        auto ticket = store::find_ticket(work_.tx, Actor::system().scope(see_own), waiting.ticket);
        if (still_waits(ticket, waiting)) {
            // Who suits is the same for all tickets of a customer and a category.
            const std::tuple place(
                ticket->queue, ticket->customer, ticket->category.value_or(CategoryId{}));
            if (unsuited_.contains(place)) return Given::none_suits;
            ++tried_;
            const Given given = give(work_, *ticket, waiting.since);
            if (given == Given::none_suits) unsuited_.insert(place);
            if (given != Given::yes) return given;
            ++given_;
        } else {
            ++cleared_;
        }
        store::delete_waiting(work_.tx, waiting.ticket);
        return Given::yes;
    }

    void add(const std::optional<store::Waiting>& waiting) {
        if (waiting) heads_.push_back(*waiting);
    }

    Work& work_;
    std::vector<store::Waiting> heads_;
    std::set<std::tuple<QueueId, CustomerId, CategoryId>> unsuited_;
    int given_ = 0;
    int looked_ = 0;
    int tried_ = 0;
    int cleared_ = 0;
};

std::optional<RoutedTo> automatic_assignment(const View& view, const Ticket& ticket) {
    if (!ticket.assignee) return std::nullopt;
    std::optional<RoutedTo> last;
    for (const Event& event : journal::of_subject(view.tx, "ticket", ticket.id.value)) {
        const auto what = read_event(event);
        if (!what) continue;
        if (const auto* routed = std::get_if<TicketRouted>(&*what)) {
            last =
                RoutedTo{.person = routed->assignee, .at = event.happened_at, .why = routed->why};
        } else if (std::holds_alternative<TicketAssigned>(*what) ||
                   std::holds_alternative<TicketHandedBack>(*what)) {
            last.reset();
        }
    }
    if (!last || last->person != ticket.assignee) return std::nullopt;
    name_skills(view.tx, last->why);
    const auto names = people::person_names(view.tx, {last->person});
    if (const auto name = names.find(last->person); name != names.end()) last->name = name->second;
    return last;
}

QueueRouting shown(const View& view, const store::Routing& routing) {
    QueueRouting answer{.queue = routing.queue, .version = routing.version, .mode = routing.mode};
    if (const auto queue = tiers::find_queue(view.tx, routing.queue)) {
        answer.queue_name = queue->name;
        answer.tier = queue->tier;
    }
    if (routing.mode != RoutingMode::pull) {
        answer.waiting = store::count_waiting(view.tx, routing.queue);
    }
    return answer;
}

}  // namespace

void name_skills(Tx& tx, RoutingWhy& why) {
    if (!why.matched) return;
    const auto names = tiers::skill_names(tx);
    for (MatchedSkill& skill : *why.matched) {
        const auto name = names.find(skill.skill);
        if (name == names.end()) continue;
        skill.name_pl = name->second.pl;
        skill.name_en = name->second.en;
    }
}

void arrive(Work& work, Ticket& ticket) {
    if (work.origin != Origin::live || ticket.assignee || !is_on_desk(ticket)) return;
    const auto routing = store::find_routing(work.tx, ticket.queue);
    if (!routing || routing->mode == RoutingMode::pull) return;
    if (store::find_first_waiting(work.tx, ticket.queue)) {
        wait(work, ticket, work.now);
        timers::set(work.tx, room_timer, 0, work.now);
    } else if (give(work, ticket, std::nullopt) != Given::yes) {
        wait(work, ticket, work.now);
    }
}

void rank_anew(Work& work, const Ticket& ticket) {
    if (ticket.assignee) return;
    const auto waiting = store::find_waiting(work.tx, ticket.id);
    if (waiting && waiting->queue == ticket.queue) wait(work, ticket, waiting->since);
}

void has_room(Work& work, const std::optional<PersonId>& person) {
    if (!person || !store::anything_waits(work.tx)) return;
    timers::set(work.tx, room_timer, person->value, work.now);
}

Outcome route_waiting(Work& work, const Timer& timer) {
    work.happened_at.reset();  // It is decided now, upon who is here now, however late the timer.
    const auto queues = store::list_automatic(work.tx, queues_routed_most);
    if (timer.kind == routing_timer && !queues.empty()) {
        for (const auto& routing : queues) find_forgotten(work, routing.queue);
        timers::set(work.tx, routing_timer, 0, work.now + pause);
    }
    if (Round(work).run(queues)) timers::set(work.tx, room_timer, 0, work.now);
    return Nothing{};
}

Result<QueueRoutings> list_routing(const View& view, const Nothing&) {
    QueueRoutings list;
    for (const auto& routing : store::list_automatic(view.tx, queues_routed_most)) {
        list.items.push_back(shown(view, routing));
    }
    return list;
}

Result<QueueRouting> read_queue_routing(const View& view, const ReadQueueRouting& wish) {
    if (!tiers::find_queue(view.tx, wish.queue)) return missing;
    return shown(
        view,
        store::find_routing(view.tx, wish.queue).value_or(store::Routing{.queue = wish.queue}));
}

Result<QueueRouting> edit_queue_routing(Work& work, const EditQueueRouting& wish) {
    if (!tiers::find_queue(work.tx, wish.queue)) return missing;
    store::Routing routing{.queue = wish.queue, .version = wish.version, .mode = wish.mode};
    if (!store::save_routing(work.tx, routing)) return stale;
    ++routing.version;
    work.record(QueueRoutingChanged{.mode = wish.mode},
                About{.kind = "queue", .id = wish.queue.value, .version = routing.version});
    if (wish.mode == RoutingMode::pull) {
        store::delete_waiting_in(work.tx, wish.queue);
    } else {
        timers::set(work.tx, routing_timer, 0, work.now);
    }
    return shown(work, routing);
}

Result<TicketRouting> read_routing(const View& view, const ReadRouting& wish) {
    TRY(const Ticket ticket, load_visible(view, wish.ticket));
    if (!view.actor.may(see_notes, ticket.customer)) return forbidden;
    TicketRouting answer{.assigned = automatic_assignment(view, ticket)};
    const auto routing = store::find_routing(view.tx, ticket.queue);
    if (routing) answer.mode = routing->mode;
    const auto waiting = store::find_waiting(view.tx, ticket.id);
    if (answer.mode != RoutingMode::pull && waiting && still_waits(ticket, *waiting)) {
        answer.waits_since = waiting->since;
        answer.nobody_of = choose(answer.mode, candidates_for(view, ticket), routing->last).count;
    }
    return answer;
}

}  // namespace ogniwo::tickets
