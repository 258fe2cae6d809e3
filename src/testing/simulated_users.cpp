#include "testing/simulated_users.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/check.hpp"
#include "storage/idempotency.hpp"
#include "tickets/service.hpp"

namespace ogniwo::simulation {
namespace {

using tickets::TicketId;

std::string answer_about(std::int64_t subject, std::string_view what, std::int64_t number) {
    return fmt::format("{} {} {}", subject, what, number);
}

std::string answer_about(const tickets::Ticket& ticket) {
    return answer_about(ticket.id.value, "version", ticket.version);
}

// What the wish's event is about, where it is not a ticket.
About about(const Wish& wish, std::string_view kind) {
    return {.kind = kind, .id = wish.number, .version = 1};
}

Result<std::string> grant_ticket(Work& work, const Wish& wish) {
    const TicketId id = wish.ticket;
    switch (wish.kind) {
        case WishKind::create: {
            TRY(const auto made,
                tickets::create_ticket(
                    work,
                    {.customer = wish.customer, .subject = wish.words(), .text = wish.words()}));
            return answer_about(made.id.value, "queue", made.queue.value);
        }
        case WishKind::reply: {
            TRY(const auto message, tickets::reply_to_ticket(work, {id, wish.words()}));
            return answer_about(id.value, "message", message.id.value);
        }
        case WishKind::note: {
            TRY(const auto message, tickets::note_on_ticket(work, {id, wish.words()}));
            return answer_about(id.value, "message", message.id.value);
        }
        case WishKind::assign: {
            TRY(const auto ticket,
                tickets::assign_ticket(work,
                                       {.ticket = id, .assignee = std::optional(wish.person)}));
            return answer_about(ticket);
        }
        case WishKind::escalate: {
            TRY(const auto ticket,
                tickets::escalate_ticket(work,
                                         {.ticket = id, .tier = wish.tier, .note = wish.words()}));
            return answer_about(ticket);
        }
        case WishKind::hand_back: {
            TRY(const auto ticket,
                tickets::hand_back_ticket(work, {.ticket = id, .note = wish.words()}));
            return answer_about(ticket);
        }
        case WishKind::resolve: {
            TRY(const auto ticket, tickets::resolve_ticket(work, {id, wish.words()}));
            return answer_about(ticket);
        }
        default: {
            TRY(const auto ticket, tickets::reopen_ticket(work, {id, wish.words()}));
            return answer_about(ticket);
        }
    }
}

Result<std::string> grant(Work& work, const Wish& wish) {
    switch (wish.kind) {
        case WishKind::bell:
            set_bell(work, wish.number, wish.due);
            work.record(BellSet{.due = wish.due}, about(wish, "bell"));
            return answer_about(wish.number, "due", to_micros(wish.due));
        case WishKind::stamps: {
            const StampsWanted wanted{.rows = wish.rows};
            const JobId job = jobs::start(work, stamps_job, to_json(wanted));
            work.record(wanted, about(wish, "stamps"));
            return answer_about(wish.number, "job", job.value);
        }
        case WishKind::poison:
            work.record(Poisoned{}, about(wish, "poison"));
            return answer_about(wish.number, "poisoned", 1);
        case WishKind::bring:
            work.origin = Origin::import;
            work.record(Brought{}, about(wish, "brought"));
            return answer_about(wish.number, "brought", 1);
        default:
            return grant_ticket(work, wish);
    }
}

}  // namespace

std::string Wish::words() const {
    return fmt::format("wish {} to {}", number, enum_name(kind));
}

std::string Wish::trace() const {
    return fmt::format("{:032x}", number);
}

std::optional<std::string> Wish::answer() const {
    for (const Attempt& attempt : attempts) {
        if (attempt.state == Attempt::State::committed) return attempt.text;
    }
    return std::nullopt;
}

bool Wish::is_open() const {
    return std::ranges::any_of(
        attempts, [](const Attempt& attempt) { return attempt.state == Attempt::State::open; });
}

bool Wish::may_be_there() const {
    return std::ranges::any_of(
        attempts, [](const Attempt& attempt) { return attempt.state != Attempt::State::refused; });
}

void Users::step() {
    Wish*& current = current_[std::size_t(house_.luck.below(int(current_.size())))];
    if (current == nullptr) {
        begin(current);
    } else if (go_on(*current) == Patience::ends) {
        current = nullptr;
    }
}

void Users::begin(Wish*& current) {
    // The network hands on twice what was sent once: answered long ago, and here again.
    if (!wishes_.empty() && house_.luck.strikes(80)) {
        send(wishes_[std::size_t(house_.luck.below(int(wishes_.size())))]);
        return;
    }
    current = &add_wish();
    send(*current);
}

Users::Patience Users::go_on(Wish& wish) {
    if (wish.answer()) return Patience::ends;
    const Attempt& last = wish.attempts.back();
    const bool open = wish.is_open();
    // A refusal will not change; who was told to come again, or nothing, mostly does.
    if (!open && last.state == Attempt::State::refused && last.text != "later") {
        return Patience::ends;
    }
    if (house_.luck.strikes(open ? 200 : 800)) {
        ++house_.figures.retries;
        send(wish);
        return Patience::goes_on;
    }
    return open || house_.luck.strikes(700) ? Patience::goes_on : Patience::ends;
}

bool Users::finish() {
    bool wants_more = false;
    for (Wish*& current : current_) {
        if (current == nullptr) continue;
        if (!current->is_open() && go_on(*current) == Patience::ends) current = nullptr;
        wants_more = wants_more || current != nullptr;
    }
    return wants_more;
}

void Users::ask_again(std::size_t index) {
    Wish& wish = wishes_[index];
    // Some never learn what became of their wish.
    if (wish.answer() || wish.number % 2 == 1) send(wish);
}

void Users::lose_answers_of(int node) {
    for (Wish& wish : wishes_) {
        for (Attempt& attempt : wish.attempts) {
            if (attempt.node == node && attempt.state == Attempt::State::open) {
                attempt.state = Attempt::State::unknown;
            }
        }
    }
}

Wish& Users::add_wish() {
    // Drawn from a bag: the more often the more usual.
    using enum WishKind;
    static const std::vector<WishKind> usual{
        create, create,   create,   reply,    reply,     reply,     note,    note,    assign,
        assign, escalate, escalate, escalate, hand_back, hand_back, resolve, resolve, reopen,
        reopen, bell,     bell,     bell,     stamps,    stamps,    poison,  bring,   bring};
    Luck& luck = house_.luck;
    Wish wish{.number = std::int64_t(wishes_.size()) + 1, .kind = luck.pick(usual)};
    if (wish.kind < bell && known_tickets_.empty()) wish.kind = create;
    wish.customer = luck.pick(house_.cast().customers);
    if (!known_tickets_.empty()) wish.ticket = luck.pick(known_tickets_);
    wish.person = luck.pick(house_.cast().staff);
    wish.tier = luck.between(2, 3);
    wish.due =
        house_.clock.now() + luck.span(std::chrono::minutes{-1}, std::chrono::hours{luck.below(2)});
    wish.rows = luck.between(1, 12);
    wishes_.push_back(std::move(wish));
    return wishes_.back();
}

void Users::send(Wish& wish) {
    const auto doors = doors_();
    wish.attempts.emplace_back();
    Attempt& attempt = wish.attempts.back();
    if (doors.empty()) {
        attempt.state = Attempt::State::refused;
        attempt.text = "later";
        return;
    }
    const auto& [number, node] = house_.luck.pick(doors);
    attempt.node = number;
    house_.chronicle.note(fmt::format("{} at node {}", wish.words(), number));
    const bool taken = node->submit(
        {[this, &wish, &attempt](Tx& tx, Time now) { return run(tx, now, wish, attempt); },
         [this, &wish, &attempt](const Settled& settled) { settle(wish, attempt, settled); }});
    if (taken) return;
    attempt.state = Attempt::State::refused;
    attempt.text = "later";
}

const Actor& Users::actor_of(const Wish& wish) {
    Actor& actor = actors_[wish.person];
    if (actor.kind == Actor::Kind::person) return actor;
    namespace t = tickets;
    actor = {.kind = Actor::Kind::person,
             .person = wish.person,
             .grants = {{std::nullopt,
                         {t::see,
                          t::see_own,
                          t::see_messages,
                          t::see_notes,
                          t::create,
                          t::reply,
                          t::note,
                          t::assign,
                          t::work_on}}},
             .label = fmt::format("person:{}", wish.person.value)};
    return actor;
}

// As the dispatcher does it.
Outcome Users::run(Tx& tx, Time now, const Wish& wish, Attempt& attempt) {
    const Actor& actor = actor_of(wish);
    const IdempotencyKey key{.actor = actor.label,
                             .operation = std::string(enum_name(wish.kind)),
                             .key = wish.trace(),
                             .request_hash = wish.words()};
    const bool has_keys = house_.plan.control != Control::no_idempotency;
    if (has_keys) {
        TRY(const auto kept, idempotency::claim(tx, key, now));
        if (kept) {
            attempt.text = *kept;
            return Nothing{};
        }
    }
    const Caller caller{.trace = wish.trace()};
    Work work{{tx, actor, now, house_.environment(), caller}};
    TRY(attempt.text, grant(work, wish));
    if (has_keys) idempotency::keep_answer(tx, key, attempt.text);
    if (house_.plan.control == Control::early_answers)
        settle(wishes_[wish.number - 1], attempt, {});
    return Nothing{};
}

void Users::settle(Wish& wish, Attempt& attempt, const Settled& settled) {
    if (attempt.state != Attempt::State::open) return;
    // The answer gets lost on its way, sometimes.
    if (!house_.calm && house_.luck.strikes(30)) {
        attempt.state = Attempt::State::unknown;
        return;
    }
    switch (settled.kind) {
        case Settled::Kind::committed:
            attempt.state = Attempt::State::committed;
            break;
        case Settled::Kind::unknown:
            attempt.state = Attempt::State::unknown;
            break;
        case Settled::Kind::refused:
            attempt.state = Attempt::State::refused;
            attempt.text = settled.error->reason.name;
            break;
        case Settled::Kind::broken:
        case Settled::Kind::failed:
            house_.caught(wish.words(), settled.detail);
            [[fallthrough]];
        case Settled::Kind::overloaded:
        case Settled::Kind::full:
            attempt.state = Attempt::State::refused;
            attempt.text = "later";
            break;
    }
    house_.chronicle.note(fmt::format("{}: {} {}",
                                      wish.words(),
                                      attempt.state == Attempt::State::committed ? "done" : "no",
                                      attempt.text));
    if (attempt.state != Attempt::State::committed) return;
    if (const auto first = wish.answer(); first != attempt.text) {
        house_.fault(Defect::wish_answer,
                     fmt::format("{}: '{}', then '{}'", wish.words(), *first, attempt.text));
    }
    if (wish.kind == WishKind::create) known_tickets_.push_back(TicketId{std::stoll(attempt.text)});
}

}  // namespace ogniwo::simulation
