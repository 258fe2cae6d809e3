#include <algorithm>

#include <fmt/format.h>

#include "assets/service.hpp"
#include "base/check.hpp"
#include "base/text.hpp"
#include "people/service.hpp"
#include "storage/attachments.hpp"
#include "storage/journal.hpp"
#include "tickets/access.hpp"
#include "tickets/appointment_service.hpp"
#include "tickets/approval_service.hpp"
#include "tickets/approval_store.hpp"
#include "tickets/attachments.hpp"
#include "tickets/category_rules.hpp"
#include "tickets/category_store.hpp"
#include "tickets/checklist_service.hpp"
#include "tickets/checklist_store.hpp"
#include "tickets/clock.hpp"
#include "tickets/cursors.hpp"
#include "tickets/field_service.hpp"
#include "tickets/guest_service.hpp"
#include "tickets/handover_store.hpp"
#include "tickets/marks.hpp"
#include "tickets/merge_rules.hpp"
#include "tickets/names.hpp"
#include "tickets/presence_service.hpp"
#include "tickets/presence_store.hpp"
#include "tickets/rating_service.hpp"
#include "tickets/rating_store.hpp"
#include "tickets/reach.hpp"
#include "tickets/recurrence_store.hpp"
#include "tickets/routing.hpp"
#include "tickets/rules.hpp"
#include "tickets/service.hpp"
#include "tickets/site_service.hpp"
#include "tickets/state_store.hpp"
#include "tickets/states.hpp"
#include "tickets/store.hpp"
#include "tickets/telling.hpp"
#include "tickets/template_service.hpp"
#include "tickets/time_service.hpp"
#include "tickets/timed.hpp"
#include "tickets/verbs.hpp"
#include "tickets/worker_service.hpp"
#include "tickets/worker_store.hpp"
#include "tiers/service.hpp"

namespace ogniwo::tickets {
namespace {

// Who asks for help: the customer's people themselves where they name nobody. Naming somebody else
// takes the right to see that person's tickets.
Result<std::optional<PersonId>> requester_of(const View& view, const CreateTicket& wish) {
    const Actor& actor = view.actor;
    if (!wish.requester) {
        const bool ours = side_of(actor, wish.customer) == By::staff;
        return ours || !actor.person ? std::nullopt : std::optional(actor.person);
    }
    if (actor.is(wish.requester) && side_of(actor, wish.customer) == By::customer) {
        return wish.requester;
    }
    if (!actor.may(see, wish.customer)) return forbidden;
    if (!people::belongs_to(view.tx, *wish.requester, wish.customer)) return requester_unknown;
    return wish.requester;
}

Outcome may_create(const View& view, CustomerId customer) {
    if (!view.actor.scope(see_own).covers(customer)) return missing;
    if (!people::customer_exists(view.tx, customer)) return missing;
    if (!view.actor.may(create, customer)) return forbidden;
    return Nothing{};
}

Outcome may_choose(Tx& tx, const std::optional<CategoryId>& category) {
    if (!category) return Nothing{};
    return may_choose(store::list_categories(tx), *category);
}

// Of a template: it may have been retired since.
std::optional<CategoryId> usable(Tx& tx, const std::optional<CategoryId>& category) {
    return may_choose(tx, category) ? category : std::nullopt;
}

// What comes along with a template, each with an event of its own.
void begin_as(Work& work, Ticket& ticket, const TicketTemplate& from, people::Language language) {
    const bool polish = language == people::Language::pl;
    begin_checklist(work, ticket, polish ? from.checklist_pl : from.checklist_en);
    if (from.needs_approval) begin_approval(work, ticket, polish ? from.name_pl : from.name_en);
}

Kind kind_of(const Ticket& ticket) {
    return {.type = ticket.type, .category = ticket.category, .priority = ticket.priority};
}

// The customer's people go wherever their word leads; ours choose, as the ways let them.
struct Wanted {
    TicketStatus status = TicketStatus::open;
    std::optional<std::optional<StateId>> state{};
};
Result<std::optional<StateId>> state_by(const View& view,
                                        const Ticket& ticket,
                                        By by,
                                        const Wanted& wanted) {
    if (by == By::staff) return choose_state(view, ticket, wanted.status, wanted.state);
    if (wanted.state) return state_unknown;  // They know of none.
    return store::find_default_state(view.tx, wanted.status);
}

// What a reply does to the ticket, and to the one where it goes on.
Outcome answer(Work& work, Ticket& ticket, std::optional<Ticket>& goes_on) {
    const By by = side_of(work.actor, ticket.customer);
    if (goes_on) {
        TRY(const Reached reached,
            plan_reply_to_merged(standing_of(ticket), standing_of(*goes_on), by));
        come_to_stand(work, ticket, reached.own);
        come_to_stand(work, *goes_on, reached.target);
        return Nothing{};
    }
    TRY(const Standing planned, plan_reply(standing_of(ticket), by));
    come_to_stand(work, ticket, planned);
    return Nothing{};
}

void reach(Work& work, Ticket& goes_on, const TicketMessage& message) {
    save(work, goes_on);
    work.record(TicketReachedByReply{.ticket = message.ticket,
                                     .message = message.id,
                                     .status = goes_on.status,
                                     .waiting_for = goes_on.waiting_for,
                                     .state = goes_on.state},
                about(goes_on));
}

void complete(const View& view, std::vector<TicketMessage>& messages) {
    add_files(view.tx, messages);
    NamesOf<PersonId> names;
    for (const auto& message : messages) names.want(message.author);
    const ShownAs shown = load_person_names(view.tx, names);
    for (auto& message : messages) {
        message.author_name = names.find(message.author);
        shown.show(message.author);
    }
}

// As the thread shows it: with its author's name and its files.
TicketMessage complete(const View& view, TicketMessage message) {
    std::vector<TicketMessage> one;
    one.push_back(std::move(message));
    complete(view, one);
    return std::move(one.front());
}

store::TicketFilter filter_of(const ListTickets& wish, PersonId me) {
    store::TicketFilter filter{.queue = wish.queue,
                               .tier = wish.tier,
                               .status = wish.status,
                               .open = wish.open,
                               .assignee = wish.assignee,
                               .unassigned = wish.unassigned,
                               .customer = wish.customer,
                               .requester = wish.requester,
                               .site = wish.site,
                               .type = wish.type,
                               .priority = wish.priority,
                               .category = wish.category,
                               .due_before = wish.due_before,
                               .snoozed = wish.snoozed,
                               .spam = wish.spam.value_or(false),
                               .state = wish.state,
                               .asset = wish.asset};
    if (wish.tag) filter.folded_tag = fold(trim(*wish.tag));
    if (wish.followed.value_or(false)) filter.followed_by = me;
    if (wish.mine.value_or(false)) filter.worked_on_by = me;
    if (!wish.q) return filter;
    const std::string part = fold(trim(*wish.q));
    if (part.empty()) return filter;
    filter.folded_part = part;
    filter.number = number_in(part);
    return filter;
}

using Page = std::pair<std::optional<store::TicketPlace>, int>;

// Two pages of one order, in which a ticket may stand twice, become one.
void add_page(std::vector<Ticket>& tickets, std::vector<Ticket> more, int limit) {
    if (tickets.empty()) {
        tickets = std::move(more);
        return;
    }
    std::ranges::move(more, std::back_inserter(tickets));
    std::ranges::sort(tickets, std::ranges::greater{}, [](const Ticket& ticket) {
        return std::pair(ticket.updated_at, ticket.id);
    });
    tickets.erase(std::ranges::unique(tickets, {}, &Ticket::id).begin(), tickets.end());
    if (tickets.size() > static_cast<std::size_t>(limit)) {
        tickets.resize(static_cast<std::size_t>(limit));
    }
}

// The parts of what the reader sees, nearly always one, become one list.
std::vector<Ticket> visible_tickets(const View& view,
                                    const store::TicketFilter& filter,
                                    const Page& page) {
    std::vector<Ticket> tickets;
    for (const ReachedPart& part : parts_of(view, filter)) {
        add_page(tickets, store::list_tickets(view.tx, part.scope, part.filter, page), page.second);
    }
    return tickets;
}

}  // namespace

Result<NewTicket> create_ticket(Work& work, const CreateTicket& wish) {
    TRY_DO(may_create(work, wish.customer));
    TRY(const auto requester, requester_of(work, wish));
    TRY(std::string subject, written(wish.subject, "/subject"));
    TRY_DO(may_be_at(work.tx, wish.site, wish.customer));
    stay_one_at(work.tx, wish.site, wish.customer);
    TRY_DO(may_choose(work.tx, wish.category));
    std::optional<TicketTemplate> from;
    if (wish.from) {
        TRY(from, usable_template(work, *wish.from));
    }
    const TicketTemplate begun =
        from.value_or(TicketTemplate{.type = TicketType::incident, .impact = Impact::medium});
    const auto queue = tiers::first_queue(work.tx, 1);
    INVARIANT(queue.has_value());

    Ticket ticket{.version = 1,
                  .customer = wish.customer,
                  .requester = requester,
                  .site = wish.site,
                  .subject = std::move(subject),
                  .state = store::find_default_state(work.tx, TicketStatus::fresh),
                  .type = wish.type.value_or(begun.type),
                  .category = wish.category ? wish.category : usable(work.tx, begun.category),
                  .impact = wish.impact.value_or(begun.impact),
                  .urgency = wish.urgency.value_or(begun.urgency),
                  .tier = 1,
                  .queue = *queue,
                  .created_at = moment_of(work),
                  .updated_at = moment_of(work),
                  .origin = work.origin};
    ticket.priority = priority_of(store::load_priorities(work.tx), ticket.impact, ticket.urgency);
    TRY(const PlannedFields fields, plan_new_fields(work, ticket, wish.fields));
    ticket.id = store::insert_ticket(work.tx, ticket);
    write_fields(work, ticket, fields);

    TicketCreated created{.requester = requester,
                          .impact = ticket.impact,
                          .urgency = ticket.urgency,
                          .tier = ticket.tier,
                          .queue = ticket.queue,
                          .kind = kind_of(ticket),
                          .site = ticket.site,
                          .state = ticket.state};
    std::vector<EventText> texts{{"subject", ticket.subject}};
    if (!fields.changes.empty()) created.fields = fields.changes;
    fields.add_texts(texts);
    if (const std::string text(trim(wish.text.value_or(""))); !text.empty()) {
        created.message = add_message(work, ticket.id, MessageKind::reply, text).id;
        texts.push_back({"text", text});
    }
    work.record(created, about(ticket), std::move(texts));
    count_time(work, ticket);
    if (from) begin_as(work, ticket, *from, wish.language.value_or(people::Language::pl));
    if (ticket.status == TicketStatus::fresh) arrive(work, ticket);
    return NewTicket{.id = ticket.id,
                     .number = ticket.id.value,
                     .version = ticket.version,
                     .tier = ticket.tier,
                     .queue = ticket.queue,
                     .priority = ticket.priority};
}

Result<TicketList> list_tickets(const View& view, const ListTickets& wish) {
    if (wish.asset && !assets::find_asset(view, *wish.asset)) return missing;
    if (wish.by.field) return list_by_field(view, wish, filter_of(wish, view.actor.person));
    TRY(const auto cursor, read_cursor<TicketCursor>(wish.cursor));
    const int limit = wish.limit.value_or(page_size_default);
    Page page{std::nullopt, limit + 1};
    if (cursor) {
        page.first = store::TicketPlace{.updated_at = from_micros(cursor->updated_at),
                                        .ticket = cursor->ticket};
    }

    TicketList list{.items = visible_tickets(view, filter_of(wish, view.actor.person), page),
                    .live = to_text(journal::end(view.tx))};
    if (cut_page(list.items, limit)) {
        const Ticket& last = list.items.back();
        list.next =
            cursor_text(TicketCursor{.updated_at = to_micros(last.updated_at), .ticket = last.id});
    }
    add_names(view, list.items);
    TRY_DO(add_field_columns(view, wish, list));
    return list;
}

Result<Ticket> read_ticket(const View& view, const ReadTicket& wish) {
    TRY(Ticket ticket, load_visible(view, wish.ticket));
    return with_names(view, std::move(ticket));
}

std::vector<Ticket> tickets_by_id(const View& view, const std::vector<std::int64_t>& ids) {
    auto tickets = store::list_tickets_by_id(view.tx, ids);
    add_names(view, tickets);
    return tickets;
}

std::map<std::int64_t, std::string> ticket_labels(const View& view,
                                                  const std::vector<std::int64_t>& ids) {
    std::map<std::int64_t, std::string> labels;
    for (const Ticket& ticket : store::list_tickets_by_id(view.tx, ids)) {
        if (!may_look_at(view, ticket)) continue;
        labels[ticket.id.value] = fmt::format("{} · {}", ticket.number, ticket.subject);
    }
    return labels;
}

Result<Ticket> edit_ticket(Work& work, const EditTicket& wish) {
    TRY(Ticket ticket, claim(work, wish.ticket, work_on));
    if (ticket.version - 1 != wish.version) return stale;
    TRY_DO(may_change(ticket.status));

    std::vector<EventText> texts;
    if (wish.subject) {
        TRY(ticket.subject, written(*wish.subject, "/subject"));
        texts.push_back({"subject", ticket.subject});
    }
    if (wish.category && *wish.category != ticket.category) {
        TRY_DO(may_choose(work.tx, *wish.category));
        ticket.category = *wish.category;
    }
    ticket.type = wish.type.value_or(ticket.type);
    // What was decided by an older matrix stays, until one of the two is set again.
    if (wish.impact || wish.urgency) {
        ticket.impact = wish.impact.value_or(ticket.impact);
        ticket.urgency = wish.urgency.value_or(ticket.urgency);
        ticket.priority =
            priority_of(store::load_priorities(work.tx), ticket.impact, ticket.urgency);
    }
    save(work, ticket);
    work.record(
        TicketEdited{.impact = ticket.impact, .urgency = ticket.urgency, .kind = kind_of(ticket)},
        about(ticket),
        std::move(texts));
    rank_anew(work, ticket);
    count_clocks(work, ticket.id);
    return with_names(work, std::move(ticket));
}

Result<TicketMessageList> list_messages(const View& view, const ReadThread& wish) {
    TRY(const Ticket ticket, load_visible(view, wish.ticket));
    if (!view.actor.may(see_messages, ticket.customer)) return forbidden;
    TRY(const auto cursor, read_cursor<ThreadCursor>(wish.cursor));
    const int limit = wish.limit.value_or(page_size_default);

    const auto notes =
        view.actor.may(see_notes, ticket.customer) ? store::Notes::shown : store::Notes::hidden;
    const MessageId after{cursor ? cursor->after : 0};
    TicketMessageList list{.items = store::list_messages(
                               view.tx, talk_of(view.tx, ticket.id), notes, {after, limit + 1})};
    if (cut_page(list.items, limit)) {
        list.next = cursor_text(ThreadCursor{.after = list.items.back().id.value});
    }

    complete(view, list.items);
    if (notes == store::Notes::shown) add_guests(view.tx, list.items);
    return list;
}

Result<TicketMessage> reply_to_ticket(Work& work, const ReplyToTicket& wish) {
    TRY(Ticket ticket, claim_even_merged(work, wish.ticket, reply));
    auto goes_on = claim_where_it_goes_on(work, ticket);
    const By by = side_of(work.actor, ticket.customer);
    const bool was_done = !is_open(goes_on.value_or(ticket).status);
    TRY_DO(answer(work, ticket, goes_on));
    TRY_DO(may_speak_about(work, goes_on.value_or(ticket)));
    TRY_DO(has_read_all(work, wish.ticket, wish.after));
    TRY(std::string text, written(wish.text, "/text"));

    save(work, ticket);
    TicketMessage message = add_message(work, ticket.id, MessageKind::reply, text);
    TRY_DO(send_files(work, message, wish.attachments));
    work.record(TicketReplied{.message = message.id,
                              .status = ticket.status,
                              .waiting_for = ticket.waiting_for,
                              .attachments = wish.attachments,
                              .state = ticket.state},
                about(ticket),
                {{"text", std::move(text)}});
    if (goes_on) reach(work, *goes_on, message);
    Ticket& reached = goes_on ? *goes_on : ticket;
    drop_draft(work, ticket.id, MessageKind::reply);
    count_time(work, reached);
    tell(work, reached, Happening::replied);
    if (was_done) watch_due(work, reached);
    if (by == By::customer && reached.snoozed_until) {
        wake(work, reached, WakeWhy::reply);
        arrive(work, reached);
    }
    return complete(work, std::move(message));
}

Result<TicketMessage> note_on_ticket(Work& work, const NoteOnTicket& wish) {
    TRY(Ticket ticket, claim(work, wish.ticket, note));
    TRY(std::string text, written(wish.text, "/text"));
    TRY(const auto mentioned,
        check_mentions(work, ticket, wish.mentions.value_or(std::vector<PersonId>{})));

    save(work, ticket);
    TicketMessage message = add_message(work, ticket.id, MessageKind::note, text);
    TRY_DO(send_files(work, message, wish.attachments));
    TicketNoted noted{.message = message.id, .attachments = wish.attachments};
    if (!mentioned.empty()) noted.mentions = mentioned;
    work.record(noted, about(ticket), {{"text", std::move(text)}});
    drop_draft(work, ticket.id, MessageKind::note);
    tell_of(work, ticket, mentioned_notice, mentioned);
    tell(work, ticket, Happening::noted, mentioned);
    return complete(work, std::move(message));
}

Result<Ticket> assign_ticket(Work& work, const AssignTicket& wish) {
    if (!wish.assignee) {
        return Error{.reason = invalid_fields, .fields = {{"/assignee", "required"}}};
    }
    TRY(Ticket ticket, claim(work, wish.ticket, assign));
    TRY_DO(may_change(ticket.status));
    const std::optional<PersonId>& assignee = *wish.assignee;
    if (assignee && !people::is_active_staff(work.tx, *assignee)) return assignee_not_staff;

    if (ticket.assignee != assignee) has_room(work, ticket.assignee);
    ticket.assignee = assignee;
    save(work, ticket);
    work.record(
        TicketAssigned{.assignee = assignee, .status = ticket.status, .state = ticket.state},
        about(ticket));
    tell(work, ticket, Happening::assigned);
    return with_names(work, std::move(ticket));
}

Result<Ticket> take_ticket(Work& work, const TakeTicket& wish) {
    TRY(Ticket ticket, claim(work, wish.ticket, assign));
    TRY(const Standing planned, plan_taking(standing_of(ticket)));
    if (!work.actor.person || !people::is_active_staff(work.tx, work.actor.person)) {
        return assignee_not_staff;
    }

    if (ticket.assignee != work.actor.person) has_room(work, ticket.assignee);
    ticket.assignee = work.actor.person;
    const auto before = ticket.state;
    come_to_stand(work, ticket, planned);
    save(work, ticket);
    work.record(
        TicketAssigned{.assignee = ticket.assignee, .status = ticket.status, .state = ticket.state},
        about(ticket));
    if (ticket.state != before) count_time(work, ticket);
    return with_names(work, std::move(ticket));
}

Result<Ticket> resolve_ticket(Work& work, const ResolveTicket& wish) {
    TRY(Ticket ticket, claim(work, wish.ticket, work_on));
    TRY(Standing planned, plan_resolution(standing_of(ticket)));
    TRY(planned.state, choose_state(work, ticket, planned.status, wish.state));
    if (!tiers::rules_of_tier(work.tx, ticket.tier).may_resolve) return tier_may_not_resolve;
    TRY_DO(has_needed_fields(work, ticket));
    TRY_DO(may_speak_about(work, ticket));
    TRY(std::string text, written(wish.text, "/text"));

    stand(ticket, planned, moment_of(work));
    save(work, ticket);
    const TicketMessage message = add_message(work, ticket.id, MessageKind::reply, text);
    work.record(TicketResolved{.message = message.id,
                               .asked_to_rate = ask_for_rating(work, ticket),
                               .state = ticket.state},
                about(ticket),
                {{"text", std::move(text)}});
    end_work(work, ticket);
    tell(work, ticket, Happening::resolved);
    return with_names(work, std::move(ticket));
}

Result<Ticket> reopen_ticket(Work& work, const ReopenTicket& wish) {
    TRY(Ticket ticket, claim(work, wish.ticket, reply));
    const By by = side_of(work.actor, ticket.customer);
    TRY(Standing planned, plan_reopening(standing_of(ticket), by));
    TRY(planned.state, state_by(work, ticket, by, {planned.status, wish.state}));
    TRY(std::string text, written(wish.reason, "/reason"));

    stand(ticket, planned, moment_of(work));
    save(work, ticket);
    work.record(TicketReopened{.status = ticket.status, .state = ticket.state},
                about(ticket),
                {{"reason", std::move(text)}});
    watch_due(work, ticket);
    count_time(work, ticket);
    tell(work, ticket, Happening::reopened);
    return with_names(work, std::move(ticket));
}

Result<Ticket> close_ticket(Work& work, const CloseTicket& wish) {
    TRY(Ticket ticket, claim(work, wish.ticket, reply));
    const By by = side_of(work.actor, ticket.customer);
    TRY(Standing planned, plan_closing(standing_of(ticket), by));
    TRY(planned.state, state_by(work, ticket, by, {planned.status, std::nullopt}));
    TRY_DO(close_appointments(work, ticket));

    const bool was_done = !is_open(ticket.status);
    stand(ticket, planned, moment_of(work));
    save(work, ticket);
    work.record(TicketStatusChanged{.status = ticket.status, .state = ticket.state}, about(ticket));
    end_guests(work, ticket);
    if (!was_done) end_work(work, ticket);
    tell(work, ticket, Happening::closed);
    return with_names(work, std::move(ticket));
}

PersonTickets tickets_of_person(const View& view, PersonId person) {
    return {.asked = store::list_asked_by(view.tx, person),
            .written = store::list_written_by(view.tx, person),
            .files = files_of_person(view, person),
            .time = time_of_person(view, person),
            .appointments = appointments_of_person(view, person)};
}

void erase_person(Work& work, PersonId person) {
    forget_asked(work, person, "subject");
    store::erase_texts_of(work.tx, person);
    store::delete_follower_everywhere(work.tx, person);
    store::delete_worker_everywhere(work.tx, person);
    store::erase_handovers_of(work.tx, person);
    store::erase_ratings_of(work.tx, person);
    store::erase_steps_of(work.tx, person);
    store::forget_requester(work.tx, person);
    store::erase_approvals_of(work.tx, person);
    store::delete_presence_of(work.tx, person);
    erase_time_of(work, person);
    erase_appointments_of(work, person);
    attachments::erase_sent_by(work.tx, person);
}

}  // namespace ogniwo::tickets
