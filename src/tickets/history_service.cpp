#include <algorithm>

#include "tickets/access.hpp"
#include "tickets/appointment_service.hpp"
#include "tickets/cursors.hpp"
#include "tickets/events.hpp"
#include "tickets/names.hpp"
#include "tickets/routing.hpp"
#include "tickets/service.hpp"
#include "tickets/store.hpp"
#include "tickets/time_service.hpp"

namespace ogniwo::tickets {
namespace {

constexpr std::string_view subject_kind = "ticket";
constexpr int tickets_per_check = 100;

bool is_about_time(const HistoryEntry& entry) {
    return entry.name == TicketTimeBooked::name || entry.name == TicketTimeReversed::name;
}

// What this reader may know of the words in a ticket's history. The subject is for everybody.
struct Reading {
    bool messages = false;
    bool notes = false;
    bool time = false;

    bool shows(const HistoryEntry& entry) const {
        if (is_about_time(entry) && !time) return false;
        return notes ||
               (entry.name != TicketNoted::name && entry.name != TicketHandoverScored::name &&
                entry.name != TicketLeadInformed::name &&
                entry.name != TicketAppointmentLinked::name);
    }
    bool shows(const HistoryEntry& entry, std::string_view field) const {
        if (field == "subject") return true;
        // What one tier tells the other is between them: the note, and the handover's parts. So is
        // the internal part of what was booked, and why it was taken back.
        const bool internal =
            entry.name == TicketNoted::name || entry.name == TicketEscalated::name ||
            entry.name == TicketHandedBack::name || entry.name == TicketTimeReversed::name ||
            field == "internalText" || field == "internalNote";
        return internal ? notes : messages;
    }
};

// Texts and entries both come in the order of their events.
void add_texts(std::vector<HistoryEntry>& entries,
               std::vector<journal::SubjectText> texts,
               const Reading& reading) {
    for (auto& text : texts) {
        const auto entry = std::ranges::find(entries, text.event, &HistoryEntry::event);
        if (entry == entries.end() || !reading.shows(*entry, text.field)) continue;
        entry->texts.push_back({.field = std::move(text.field), .text = std::move(text.text)});
    }
}

void add_names(Tx& tx, std::vector<HistoryEntry>& entries) {
    Names names;
    for (const HistoryEntry& entry : entries) {
        names.persons.want(entry.by);
        names.persons.want(entry.assignee);
        names.persons.want(entry.person);
        names.queues.want(entry.from_queue);
        names.queues.want(entry.queue);
        names.products.want(entry.product);
        names.categories.want(entry.category);
    }
    names.load(tx);
    for (HistoryEntry& entry : entries) {
        entry.by_name = names.persons.find(entry.by);
        entry.assignee_name = names.persons.find(entry.assignee);
        entry.person_name = names.persons.find(entry.person);
        if (entry.routing) name_skills(tx, *entry.routing);
        if (const auto name = names.categories.find(entry.category)) {
            entry.category_pl = name->pl;
            entry.category_en = name->en;
        }
        entry.from_queue_name = names.queues.find(entry.from_queue);
        entry.queue_name = names.queues.find(entry.queue);
        entry.product_name = names.products.find(entry.product);
    }
}

std::string shown(Time value) {
    return to_text(value);
}
std::string shown(std::int64_t value) {
    return std::to_string(value);
}
template <class Tag>
std::string shown(Id<Tag> value) {
    return std::to_string(value.value);
}
template <NamedEnum E>
std::string shown(E value) {
    return std::string(enum_name(value));
}
template <class T>
std::string shown(const std::optional<T>& value) {
    return value ? shown(*value) : "";
}

// Every field that events decide, one by one.
class Comparison {
public:
    Comparison(const Ticket& stored, const Ticket& replayed, std::vector<Difference>& found)
        : stored_(stored), replayed_(replayed), found_(found) {}

    template <class T>
    void field(std::string_view name, T Ticket::*member) {
        if (stored_.*member == replayed_.*member) return;
        found_.push_back({.ticket = stored_.id,
                          .field = std::string(name),
                          .stored = shown(stored_.*member),
                          .replayed = shown(replayed_.*member)});
    }

private:
    const Ticket& stored_;
    const Ticket& replayed_;
    std::vector<Difference>& found_;
};

void compare(const Ticket& stored, const Ticket& replayed, std::vector<Difference>& found) {
    Comparison compared(stored, replayed, found);
    compared.field("version", &Ticket::version);
    compared.field("customer", &Ticket::customer);
    compared.field("requester", &Ticket::requester);
    compared.field("status", &Ticket::status);
    compared.field("waitingFor", &Ticket::waiting_for);
    compared.field("type", &Ticket::type);
    compared.field("category", &Ticket::category);
    compared.field("impact", &Ticket::impact);
    compared.field("urgency", &Ticket::urgency);
    compared.field("priority", &Ticket::priority);
    compared.field("tier", &Ticket::tier);
    compared.field("queue", &Ticket::queue);
    compared.field("assignee", &Ticket::assignee);
    compared.field("product", &Ticket::product);
    compared.field("createdAt", &Ticket::created_at);
    compared.field("updatedAt", &Ticket::updated_at);
    compared.field("resolvedAt", &Ticket::resolved_at);
    compared.field("closedAt", &Ticket::closed_at);
    compared.field("origin", &Ticket::origin);
}

}  // namespace

Result<TicketHistory> ticket_history(const View& view, const ReadThread& wish) {
    TRY(const Ticket ticket, load_visible(view, wish.ticket));
    TRY(const auto cursor, read_cursor<ThreadCursor>(wish.cursor));
    const int limit = wish.limit.value_or(page_size_default);
    EventId after{cursor ? cursor->after : 0};
    const Reading reading{.messages = view.actor.may(see_messages, ticket.customer),
                          .notes = view.actor.may(see_notes, ticket.customer),
                          .time = view.actor.may(see_time, ticket.customer)};

    // Some events show nothing, or not to this reader: then it takes more of them to fill a page.
    TicketHistory history;
    const std::int64_t id = ticket.id.value;
    bool more = true;
    while (more && history.items.size() <= static_cast<std::size_t>(limit)) {
        const auto events = journal::of_subject_after(view.tx, subject_kind, id, after, limit + 1);
        for (const Event& event : events) {
            after = event.id();
            const auto what = read_event(event);
            if (!what) continue;
            HistoryEntry entry = history_entry(event, *what);
            if (!reading.notes) {
                entry.gap.reset();
                entry.routing.reset();
                if (is_about_time(entry)) entry.by.reset();
            }
            if (reading.shows(entry)) history.items.push_back(std::move(entry));
        }
        more = events.size() > static_cast<std::size_t>(limit);
    }
    if (cut_page(history.items, limit)) {
        history.next = cursor_text(ThreadCursor{.after = history.items.back().event.value});
    }
    if (history.items.empty()) return history;
    const auto texts = journal::texts_of_subject(
        view.tx, subject_kind, id, history.items.front().event, history.items.back().event);
    add_texts(history.items, texts, reading);
    add_names(view.tx, history.items);
    return history;
}

CheckedTickets check_chunk(Tx& tx, TicketId after, int limit) {
    CheckedTickets checked;
    const auto tickets = store::list_tickets_after(tx, after, limit);
    for (const Ticket& stored : tickets) {
        const auto events = journal::of_subject(tx, subject_kind, stored.id.value);
        const auto replayed = replay(events);
        if (replayed) {
            compare(stored, *replayed, checked.differences);
        } else {
            checked.differences.push_back(
                {.ticket = stored.id, .field = "events", .stored = "", .replayed = "unreadable"});
        }
        compare_time(tx, stored.id, events, checked.differences);
        compare_appointments(tx, stored.id, events, checked.differences);
    }
    checked.tickets = static_cast<std::int64_t>(tickets.size());
    if (tickets.size() == static_cast<std::size_t>(limit)) checked.last = tickets.back().id;
    return checked;
}

std::vector<Difference> check(Tx& tx) {
    std::vector<Difference> found;
    TicketId after{};
    do {
        CheckedTickets checked = check_chunk(tx, after, tickets_per_check);
        std::ranges::move(checked.differences, std::back_inserter(found));
        after = checked.last;
    } while (after);
    return found;
}

std::vector<Difference> check(Transactor& data) {
    std::vector<Difference> found;
    TicketId after{};
    do {
        CheckedTickets checked;
        data.read([&](Tx& tx, Time) { checked = check_chunk(tx, after, tickets_per_check); });
        std::ranges::move(checked.differences, std::back_inserter(found));
        after = checked.last;
    } while (after);
    return found;
}

}  // namespace ogniwo::tickets
