// What is true of a ticket once a wish was done, and what everybody sees of it.

#include <algorithm>

#include "testing/ticket_walk_model.hpp"

namespace ogniwo::walking {

using namespace tickets;

namespace {

// As the other ticket sees the same link.
TicketLinkKind other_end(TicketLinkKind kind) {
    using enum TicketLinkKind;
    static const std::map<TicketLinkKind, TicketLinkKind> ends{{relates, relates},
                                                               {depends_on, blocks},
                                                               {blocks, depends_on},
                                                               {duplicate_of, duplicated_by},
                                                               {duplicated_by, duplicate_of},
                                                               {parent, child},
                                                               {child, parent}};
    return ends.at(kind);
}

}  // namespace

const Somebody* Facts::find(PersonId person) const {
    const auto found = std::ranges::find(people, person, &Somebody::id);
    return found == people.end() ? nullptr : &*found;
}
bool Facts::is_staff(PersonId person) const {
    const Somebody* known = find(person);
    return known != nullptr && known->role != Role::customer_user &&
           known->role != Role::customer_administrator;
}
bool Facts::belongs_to(PersonId person, CustomerId customer) const {
    const Somebody* known = find(person);
    return known != nullptr && !is_staff(person) && known->place == customer;
}

// --- How tickets hang together

TicketId Model::goes_on(TicketId id) const {
    while (row(id).merged_into) id = *row(id).merged_into;
    return id;
}
bool Model::is_below(TicketId id, TicketId top) const {
    for (std::optional<TicketId> at = id; at; at = row(*at).merged_into) {
        if (at == top) return true;
    }
    return false;
}
std::vector<TicketId> Model::family(TicketId top) const {
    std::vector<TicketId> all;
    for (const auto& [id, ticket] : known) {
        if (is_below(id, top)) all.push_back(id);
    }
    return all;
}
std::vector<TicketId> Model::split_off(TicketId id) const {
    std::vector<TicketId> all;
    for (const auto& [other, ticket] : known) {
        if (ticket.row.split_from == id) all.push_back(other);
    }
    return all;
}
int Model::minutes_booked_at(TicketId home) const {
    int minutes = 0;
    for (const auto& [id, entry] : entries) {
        if (entry.home == home) minutes += entry.minutes;
    }
    return minutes;
}
std::set<TimeEntryId> Model::with_reversals(const std::vector<TimeEntryId>& ids) const {
    std::set<TimeEntryId> all(ids.begin(), ids.end());
    for (const TimeEntryId id : ids) {
        const auto found = entries.find(id);
        if (found == entries.end()) continue;
        if (found->second.reverses) all.insert(*found->second.reverses);
        if (found->second.reversed_by) all.insert(*found->second.reversed_by);
    }
    return all;
}

// --- How a ticket stands

std::optional<StateId> Model::default_state(TicketStatus group) const {
    for (const OwnState& state : facts.states) {
        if (state.group == group && state.is_default) return state.id;
    }
    return std::nullopt;
}
std::optional<StateId> Model::state_for(const tickets::Ticket& ticket,
                                        TicketStatus group,
                                        const std::optional<std::optional<StateId>>& wished) const {
    if (wished) return *wished;
    return ticket.status == group ? ticket.state : default_state(group);
}
bool Model::goes_on_waiting(const SetTicketStatus& wish) const {
    return wish.state && wish.status == row(wish.ticket).status && !wish.waiting_for &&
           !wish.waiting_note;
}

void Model::stand(tickets::Ticket& ticket,
                  TicketStatus status,
                  const std::optional<StateId>& state) {
    ticket.status = status;
    ticket.state = state;
    if (status != TicketStatus::waiting) {
        ticket.waiting_for.reset();
        ticket.waiting_note.reset();
        ticket.waiting_noted_by.reset();
    }
    if (!is_done(status)) {
        ticket.resolved_at.reset();
        ticket.closed_at.reset();
        return;
    }
    ticket.voice.reset();
    ticket.voice_tier.reset();
    if (status == TicketStatus::closed) {
        if (!ticket.closed_at) ticket.closed_at = now;
    } else {
        if (!ticket.resolved_at) ticket.resolved_at = now;
        ticket.closed_at.reset();
    }
}
void Model::come_to(tickets::Ticket& ticket, TicketStatus status) {
    stand(ticket, status, state_for(ticket, status, std::nullopt));
}
void Model::wake(TicketId id) {
    if (!row(id).snoozed_until) return;
    row(id).snoozed_until.reset();
    ++row(id).version;
}

// The customer's word is what was waited for, and there is something to do again; ours shows that
// somebody is at it.
void Model::hear_reply(tickets::Ticket& ticket, bool from_customer) {
    ++ticket.version;
    if (ticket.status == TicketStatus::closed) return;
    const bool ends_waiting =
        ticket.waiting_for == WaitingFor::customer || ticket.status == TicketStatus::resolved;
    const bool is_first = ticket.status == TicketStatus::fresh;
    if (from_customer ? ends_waiting : is_first) come_to(ticket, TicketStatus::open);
}

void Model::say(const Somebody& who,
                TicketId id,
                MessageId message,
                MessageKind kind,
                const std::string& text) {
    Message said;
    said.home = id;
    said.author = who.id;
    said.kind = kind;
    said.text = text;
    messages[message] = said;
}
void Model::send_files(MessageId message, const std::optional<std::vector<AttachmentId>>& files) {
    for (const AttachmentId file : files.value_or(std::vector<AttachmentId>{})) {
        messages.at(message).files.push_back(file);
        waiting.erase(file);
    }
}

// --- The wishes

void Model::happen(const Somebody& who,
                   const CreateTicket& wish,
                   TicketId id,
                   const std::optional<MessageId>& message) {
    tickets::Ticket fresh{.id = id, .version = 1, .customer = wish.customer};
    fresh.requester = wish.requester;
    if (!fresh.requester && !works(who, wish.customer)) fresh.requester = who.id;
    fresh.site = wish.site;
    fresh.subject = wish.subject;
    fresh.state = default_state(TicketStatus::fresh);
    fresh.tier = 1;
    fresh.queue = facts.queues.at(1).front();
    known[id].row = fresh;
    if (message) say(who, id, *message, MessageKind::reply, *wish.text);
}

void Model::happen(const EditTicket& wish) {
    tickets::Ticket& ticket = row(wish.ticket);
    ++ticket.version;
    if (wish.subject) ticket.subject = *wish.subject;
}

void Model::happen(const Somebody& who, const AttachFile& wish, AttachmentId id) {
    waiting[id] = {.sender = who.id, .ticket = wish.ticket};
}

void Model::happen(const Somebody& who, const ReplyToTicket& wish, MessageId id) {
    const bool from_customer = !works(who, row(wish.ticket).customer);
    const TicketId target = goes_on(wish.ticket);
    say(who, wish.ticket, id, MessageKind::reply, wish.text);
    send_files(id, wish.attachments);
    hear_reply(row(wish.ticket), from_customer);
    if (target != wish.ticket) hear_reply(row(target), from_customer);
    if (from_customer) wake(target);
}

void Model::happen(const Somebody& who, const NoteOnTicket& wish, MessageId id) {
    say(who, wish.ticket, id, MessageKind::note, wish.text);
    send_files(id, wish.attachments);
    ++row(wish.ticket).version;
}

void Model::happen(const AssignTicket& wish) {
    row(wish.ticket).assignee = *wish.assignee;
    ++row(wish.ticket).version;
}

void Model::happen(const Somebody& who, const TakeTicket& wish) {
    tickets::Ticket& ticket = row(wish.ticket);
    ticket.assignee = who.id;
    ++ticket.version;
    if (ticket.status == TicketStatus::fresh) come_to(ticket, TicketStatus::open);
}

void Model::happen(const Somebody& who, const SetTicketStatus& wish) {
    tickets::Ticket& ticket = row(wish.ticket);
    const bool goes_on = goes_on_waiting(wish);
    const bool is_news = wish.waiting_note && (wish.waiting_note != ticket.waiting_note ||
                                               wish.waiting_for != ticket.waiting_for);
    stand(ticket, wish.status, state_for(ticket, wish.status, wish.state));
    ++ticket.version;
    if (goes_on || wish.status != TicketStatus::waiting) return;
    ticket.waiting_for = wish.waiting_for;
    ticket.waiting_note = wish.waiting_note;
    if (is_news) ticket.waiting_noted_by = who.id;
}

void Model::move(tickets::Ticket& ticket, const Climb& place) {
    ticket.tier = place.tier;
    ticket.queue = place.queue;
    ticket.assignee = place.assignee;
    ++ticket.version;
    wake(ticket.id);
}

void Model::happen(const Somebody& who, const EscalateTicket& wish) {
    Ticket& ticket = known.at(wish.ticket);
    tickets::Ticket& row = ticket.row;
    ticket.way_up.push_back({.tier = row.tier, .queue = row.queue, .assignee = row.assignee});
    if (wish.keep_voice.value_or(false) && !row.voice) {
        row.voice = row.assignee.value_or(who.id);
        row.voice_tier = row.tier;
    }
    come_to(row, TicketStatus::open);
    move(row,
         {.tier = wish.tier, .queue = wish.queue.value_or(facts.queues.at(wish.tier).front())});
}

// Down to where it came from; or to a tier that is named, and there to where it was.
Model::Climb Model::way_down(const HandBackTicket& wish) const {
    const Ticket& ticket = known.at(wish.ticket);
    const int below = std::max(ticket.row.tier - 1, 1);
    const int came_from = ticket.way_up.empty() ? below : ticket.way_up.back().tier;
    Climb place{.tier = wish.tier.value_or(came_from)};
    for (const Climb& one : ticket.way_up) {
        if (one.tier == place.tier) place = one;
    }
    const auto queues = facts.queues.find(place.tier);
    if (!place.queue && queues != facts.queues.end()) place.queue = queues->second.front();
    if (wish.queue) place = {.tier = place.tier, .queue = *wish.queue};
    return place;
}

void Model::happen(const HandBackTicket& wish) {
    Climb place = way_down(wish);
    Ticket& ticket = known.at(wish.ticket);
    const Somebody* had = place.assignee ? facts.find(*place.assignee) : nullptr;
    if (had != nullptr && !sees(*had, ticket.row)) place.assignee.reset();
    std::erase_if(ticket.way_up, [&](const Climb& one) { return one.tier >= place.tier; });
    if (ticket.row.voice_tier && place.tier <= *ticket.row.voice_tier) {
        ticket.row.voice.reset();
        ticket.row.voice_tier.reset();
    }
    come_to(ticket.row, TicketStatus::open);
    move(ticket.row, place);
}

void Model::happen(const MoveQueue& wish) {
    tickets::Ticket& ticket = row(wish.ticket);
    move(ticket, {.tier = ticket.tier, .queue = wish.queue});
}

void Model::happen(const Somebody& who, const ResolveTicket& wish, MessageId id) {
    tickets::Ticket& ticket = row(wish.ticket);
    say(who, wish.ticket, id, MessageKind::reply, wish.text);
    stand(ticket, TicketStatus::resolved, state_for(ticket, TicketStatus::resolved, wish.state));
    ++ticket.version;
    wake(wish.ticket);
}

void Model::happen(const ReopenTicket& wish) {
    tickets::Ticket& ticket = row(wish.ticket);
    stand(ticket, TicketStatus::open, state_for(ticket, TicketStatus::open, wish.state));
    ++ticket.version;
}

void Model::happen(const CloseTicket& wish) {
    come_to(row(wish.ticket), TicketStatus::closed);
    ++row(wish.ticket).version;
    wake(wish.ticket);
}

void Model::happen(const Somebody& who, const AddWorker& wish) {
    known.at(wish.ticket).workers.push_back(wish.person.value_or(who.id));
    ++row(wish.ticket).version;
}
void Model::happen(const RemoveWorker& wish) {
    std::erase(known.at(wish.ticket).workers, wish.person);
    ++row(wish.ticket).version;
}

void Model::voice_taken(const Somebody& who, const OfVoice& wish) {
    tickets::Ticket& ticket = row(wish.ticket);
    if (ticket.assignee == who.id) ticket.voice_tier = ticket.tier;
    ticket.voice = who.id;
    ++ticket.version;
}
void Model::voice_ended(const OfVoice& wish) {
    row(wish.ticket).voice.reset();
    row(wish.ticket).voice_tier.reset();
    ++row(wish.ticket).version;
}

void Model::happen(const Somebody& who, const FollowTicket& wish) {
    known.at(wish.ticket).followers.push_back(wish.person.value_or(who.id));
    ++row(wish.ticket).version;
}
void Model::happen(const UnfollowTicket& wish) {
    std::erase(known.at(wish.ticket).followers, wish.person);
    ++row(wish.ticket).version;
}

void Model::happen(const AddTicketTag& wish, TagId id) {
    row(wish.ticket).tags.push_back({.tag = id, .name = wish.name});
    words[wish.name] = id;
    ++row(wish.ticket).version;
}
void Model::happen(const RemoveTicketTag& wish) {
    std::erase_if(row(wish.ticket).tags,
                  [&](const TagLabel& label) { return label.tag == wish.tag; });
    ++row(wish.ticket).version;
}

void Model::happen(const LinkTicket& wish) {
    known.at(wish.ticket).links.push_back({wish.other, wish.kind});
    known.at(wish.other).links.push_back({wish.ticket, other_end(wish.kind)});
    ++row(wish.ticket).version;
    ++row(wish.other).version;
}
void Model::happen(const UnlinkTicket& wish) {
    const auto forget = [&](TicketId one, TicketId other) {
        std::erase_if(known.at(one).links, [&](const Link& link) { return link.other == other; });
        ++row(one).version;
    };
    forget(wish.ticket, wish.other);
    forget(wish.other, wish.ticket);
}

void Model::happen(const SetDue& wish) {
    tickets::Ticket& ticket = row(wish.ticket);
    ticket.due_on = wish.on;
    ticket.due_at = wish.at;
    if (wish.on) ticket.due_at = to_instant(*wish.on, Minutes{23 * 60 + 59}, "Europe/Warsaw");
    ++ticket.version;
}
void Model::happen(const ClearDue& wish) {
    row(wish.ticket).due_on.reset();
    row(wish.ticket).due_at.reset();
    ++row(wish.ticket).version;
}
void Model::happen(const SnoozeTicket& wish) {
    row(wish.ticket).snoozed_until = wish.until;
    ++row(wish.ticket).version;
}
void Model::happen(const Somebody& who, const MarkSpam& wish) {
    row(wish.ticket).spam_at = now;
    row(wish.ticket).spam_by = who.id;
    ++row(wish.ticket).version;
}
void Model::happen(const UnmarkSpam& wish) {
    row(wish.ticket).spam_at.reset();
    row(wish.ticket).spam_by.reset();
    ++row(wish.ticket).version;
}

void Model::happen(const Somebody& who, const BookTime& wish, const std::vector<TimeEntryId>& ids) {
    std::set<PersonId> persons{who.id};
    if (wish.persons) persons = {wish.persons->begin(), wish.persons->end()};
    auto id = ids.begin();
    for (const PersonId person : persons) {
        Entry entry;
        entry.home = wish.ticket;
        entry.person = person;
        entry.minutes = wish.work.minutes;
        entries[*id++] = entry;
        ++row(wish.ticket).version;
    }
}

void Model::happen(const CorrectTime& wish, const std::vector<TimeEntryId>& ids) {
    Entry reversal = entries.at(wish.entry);
    reversal.minutes = -reversal.minutes;
    reversal.reverses = wish.entry;
    entries[ids.front()] = reversal;
    entries.at(wish.entry).reversed_by = ids.front();
    ++row(wish.ticket).version;
    if (!wish.work) return;
    Entry right = entries.at(wish.entry);
    right.minutes = wish.work->minutes;
    right.reversed_by.reset();
    entries[ids.back()] = right;
    ++row(wish.ticket).version;
}

void Model::happen(const AddSteps& wish, const std::vector<StepId>& ids) {
    auto id = ids.begin();
    for (const std::string& text : wish.texts) {
        known.at(wish.ticket).steps.push_back({.id = *id++, .text = text});
    }
    ++row(wish.ticket).version;
}
void Model::happen(const Somebody& who, const TickStep& wish) {
    Item& step = *std::ranges::find(known.at(wish.ticket).steps, wish.step, &Item::id);
    if (step.ticked_by.has_value() == wish.ticked) return;
    step.ticked_by = wish.ticked ? std::optional(who.id) : std::nullopt;
    ++row(wish.ticket).version;
}
void Model::happen(const RemoveStep& wish) {
    std::erase_if(known.at(wish.ticket).steps,
                  [&](const Item& step) { return step.id == wish.step; });
    ++row(wish.ticket).version;
}

void Model::happen(const MergeTicket& wish) {
    const TicketId target = goes_on(wish.into);
    row(wish.ticket).merged_into = target;
    ++row(wish.ticket).version;
    ++row(target).version;
}
void Model::happen(const UnmergeTicket& wish) {
    ++row(wish.ticket).version;
    ++row(*row(wish.ticket).merged_into).version;
    row(wish.ticket).merged_into.reset();
}

void Model::happen(const SplitTicket& wish, TicketId id) {
    const tickets::Ticket& from = row(wish.ticket);
    tickets::Ticket fresh{.id = id, .version = 2, .customer = from.customer};
    const PersonId first = messages.at(*std::ranges::min_element(wish.messages)).author;
    fresh.requester = facts.belongs_to(first, from.customer) ? first : from.requester;
    if (wish.requester) fresh.requester = wish.requester;
    fresh.site = from.site;
    fresh.subject = wish.subject;
    fresh.state = default_state(TicketStatus::fresh);
    fresh.tier = from.tier;
    fresh.queue = from.queue;
    fresh.split_from = wish.ticket;
    for (const MessageId message : wish.messages) messages.at(message).split_to = id;
    for (const TimeEntryId entry : with_reversals(wish.time.value_or(std::vector<TimeEntryId>{}))) {
        entries.at(entry).split_to = id;
    }
    ++row(wish.ticket).version;
    known[id].row = fresh;
}
void Model::happen(const UnsplitTicket& wish) {
    tickets::Ticket& ticket = row(wish.ticket);
    const TicketId source = *ticket.split_from;
    if (goes_on(source) != wish.ticket) ticket.merged_into = source;
    ticket.split_from.reset();
    const auto go_home = [&](auto& all) {
        for (auto& [id, placed] : all) {
            if (placed.split_to == wish.ticket) placed.split_to.reset();
        }
    };
    go_home(messages);
    go_home(entries);
    ++ticket.version;
    ++row(source).version;
}

// Whoever saw it and sees it no longer has nothing to do with it any more.
void Model::happen(const ChangeCustomer& wish) {
    Ticket& ticket = known.at(wish.ticket);
    const tickets::Ticket before = ticket.row;
    ticket.row.customer = wish.customer;
    ticket.row.requester = wish.requester;
    ++ticket.row.version;
    if (before.customer == wish.customer) return;
    ticket.row.site = wish.site;
    const auto loses = [&](PersonId person) {
        const Somebody* known = facts.find(person);
        return known != nullptr && sees(*known, before) && !sees(*known, ticket.row);
    };
    ticket.row.version += static_cast<std::int64_t>(std::erase_if(ticket.workers, loses));
    if (ticket.row.voice && loses(*ticket.row.voice)) {
        ticket.row.voice.reset();
        ticket.row.voice_tier.reset();
        ++ticket.row.version;
    }
    if (ticket.row.assignee && loses(*ticket.row.assignee)) {
        ticket.row.assignee.reset();
        ++ticket.row.version;
    }
}

void Model::happen(const ChangeSite& wish) {
    row(wish.ticket).site = wish.site;
    ++row(wish.ticket).version;
}

// --- What everybody sees

tickets::Ticket Model::shown(const Somebody& who, tickets::Ticket ticket) const {
    if (reads_notes(who, ticket.customer)) return ticket;
    ticket.state.reset();
    ticket.tags.clear();
    ticket.due_at.reset();
    ticket.due_on.reset();
    ticket.snoozed_until.reset();
    ticket.spam_at.reset();
    ticket.spam_by.reset();
    return ticket;
}

std::vector<MessageId> Model::messages_shown(const Somebody& who, TicketId id) const {
    std::vector<MessageId> shown;
    for (const auto& [message, said] : messages) {
        const bool is_here = goes_on(said.place()) == goes_on(id);
        const bool is_for_them =
            said.kind == MessageKind::reply || reads_notes(who, row(id).customer);
        if (is_here && is_for_them) shown.push_back(message);
    }
    return shown;
}

// Whoever sees one of the tickets of a talk reads the talk.
bool Model::reads_message(const Somebody& who, MessageId id) const {
    const Message& said = messages.at(id);
    for (const TicketId one : family(goes_on(said.place()))) {
        const CustomerId customer = row(one).customer;
        const bool is_for_them = said.kind == MessageKind::reply || reads_notes(who, customer);
        if (sees(who, one) && is_for_them && reads_talk(who, customer)) return true;
    }
    return false;
}

std::vector<TimeEntryId> Model::entries_shown(TicketId id) const {
    std::vector<TimeEntryId> shown;
    for (const auto& [entry, booked] : entries) {
        if (is_below(booked.place(), id)) shown.push_back(entry);
    }
    return shown;
}

// Whoever follows one that was merged into it follows it all.
std::set<PersonId> Model::followers_shown(TicketId id) const {
    std::set<PersonId> followers;
    for (const TicketId one : family(id)) {
        followers.insert(known.at(one).followers.begin(), known.at(one).followers.end());
    }
    return followers;
}

}  // namespace ogniwo::walking
