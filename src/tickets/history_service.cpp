#include <algorithm>
#include <set>
#include <utility>

#include "tickets/access.hpp"
#include "tickets/appointment_service.hpp"
#include "tickets/checklist_service.hpp"
#include "tickets/clock_service.hpp"
#include "tickets/cursors.hpp"
#include "tickets/events.hpp"
#include "tickets/field_service.hpp"
#include "tickets/figure_service.hpp"
#include "tickets/guest_service.hpp"
#include "tickets/marks.hpp"
#include "tickets/merge_store.hpp"
#include "tickets/merging.hpp"
#include "tickets/names.hpp"
#include "tickets/rating_service.hpp"
#include "tickets/routing.hpp"
#include "tickets/service.hpp"
#include "tickets/state_rules.hpp"
#include "tickets/state_store.hpp"
#include "tickets/store.hpp"
#include "tickets/time_service.hpp"

namespace ogniwo::tickets {
namespace {

constexpr std::string_view subject_kind = "ticket";
constexpr int tickets_per_check = 100;

bool is_about_time(const HistoryEntry& entry) {
    return entry.name == TicketTimeBooked::name || entry.name == TicketTimeReversed::name;
}

bool is_about_marks(const HistoryEntry& entry) {
    static const std::set<std::string_view> marks{TicketTagged::name,
                                                  TicketUntagged::name,
                                                  TicketLinked::name,
                                                  TicketUnlinked::name,
                                                  TicketDueSet::name,
                                                  TicketDueTold::name,
                                                  TicketSnoozed::name,
                                                  TicketWoken::name,
                                                  TicketSpamMarked::name,
                                                  TicketSpamUnmarked::name};
    return marks.contains(entry.name);
}

bool is_about_guest(const HistoryEntry& entry) {
    return entry.guest.has_value();
}

// What this reader may know of the words in a ticket's history. The subject is for everybody.
struct Reading {
    bool messages = false;
    bool notes = false;
    bool time = false;
    FieldHistory& fields;

    bool shows(const HistoryEntry& entry) const {
        if (is_about_time(entry) && !time) return false;
        if (is_about_marks(entry) || is_about_guest(entry)) return notes;
        return notes ||
               (entry.name != TicketNoted::name && entry.name != TicketHandoverScored::name &&
                entry.name != TicketLeadInformed::name && entry.name != TicketRated::name &&
                entry.name != TicketMacroApplied::name && entry.name != TicketStepsAdded::name &&
                entry.name != TicketStepTicked::name && entry.name != TicketStepRemoved::name &&
                entry.name != TicketTimedRuleFired::name &&
                entry.name != TicketClockReached::name && entry.name != TicketWorkerAdded::name &&
                entry.name != TicketWorkerRemoved::name && entry.name != TicketVoiceChanged::name &&
                entry.name != TicketAppointmentLinked::name);
    }
    bool shows(const HistoryEntry& entry, std::string_view field) const {
        if (field == "subject") return true;
        // Whoever is shown the field is shown what stands in it.
        if (field.starts_with("field.")) return entry.fields.has_value();
        // What one tier tells the other is between them: the note, and the handover's parts. So is
        // the internal part of what was booked, and why it was taken back.
        const bool internal =
            entry.name == TicketNoted::name || entry.name == TicketEscalated::name ||
            entry.name == TicketHandedBack::name || entry.name == TicketMoved::name ||
            entry.name == TicketTimeReversed::name || is_about_guest(entry) ||
            field == "internalText" || field == "comment" || field == "internalNote";
        return internal ? notes : messages;
    }
};

void hide_internal(HistoryEntry& entry) {
    entry.gap.reset();
    entry.routing.reset();
    entry.from_customer.reset();
    if (entry.name == TicketEscalated::name || entry.name == TicketHandedBack::name) {
        entry.person.reset();
    }
    if (is_about_time(entry)) entry.by.reset();
}

struct Step {
    Cursor place{};
    HistoryEntry entry{};
};

// Texts and steps both come in the order of their events.
void add_texts(std::vector<Step>& steps,
               std::vector<journal::SubjectText> texts,
               const Reading& reading) {
    for (auto& text : texts) {
        const auto step =
            std::ranges::find(steps, text.event, [](const Step& one) { return one.entry.event; });
        if (step == steps.end() || !reading.shows(step->entry, text.field)) continue;
        step->entry.texts.push_back({.field = std::move(text.field), .text = std::move(text.text)});
    }
}

// The steps of several tickets are one list in the order of the journal. What is not settled there
// may still get something before it, so a page that another one follows ends below it; the last
// page shows all that is there, as nothing goes on from it.
struct StepPage {
    Cursor after{};
    std::size_t limit = 0;
    Cursor settled{};

    bool is_followed(const std::vector<Step>& steps) const {
        return steps.size() > limit && steps[limit].place <= settled;
    }
};

// What customers read of where a ticket stands: the words of its status of our own for them, or
// those of its group. It is taken through all steps from the first one on.
class ShownStanding {
public:
    explicit ShownStanding(Tx& tx) : states_(store::list_states(tx)) {}

    // Where there is nothing of our own a step can be read without those before it.
    bool depends_on_past() const { return !states_.empty(); }
    // Whether the step makes it read otherwise.
    bool take(const TicketEvent& what, Time at) {
        const auto before = words();
        apply_event(ticket_, what, at);
        return words() != before;
    }
    // Between statuses of our own that are the same to customers nothing happened; and where there
    // are no words for them, it is the group's that they read.
    bool shows(HistoryEntry& entry, bool reads_otherwise) const {
        if (entry.name != TicketStateChanged::name) return true;
        entry.status = ticket_.status;
        entry.waiting_for = ticket_.waiting_for;
        return reads_otherwise;
    }

private:
    std::pair<std::optional<std::string>, std::optional<std::string>> words() const {
        const auto* state = find_state(states_, ticket_.state);
        if (state == nullptr) return {};
        return {state->shown_pl, state->shown_en};
    }

    std::vector<TicketState> states_;
    Ticket ticket_{};
};

// What this reader may know of the next steps of one ticket: those of the page and one more, where
// there are.
std::vector<Step> steps_after(Tx& tx,
                              TicketId ticket,
                              const StepPage& page,
                              const Reading& reading) {
    const int at_once = static_cast<int>(page.limit) + 1;
    ShownStanding standing(tx);
    Cursor last = !reading.notes && standing.depends_on_past() ? Cursor{} : page.after;
    std::vector<Step> steps;
    // Some events show nothing, or not to this reader: then it takes more of them to fill a page.
    bool more = true;
    while (more && !page.is_followed(steps)) {
        const auto events =
            journal::of_subject_after(tx, subject_kind, ticket.value, last, at_once);
        for (const Event& event : events) {
            last = event.at;
            const auto what = read_event(event);
            if (!what) continue;
            const bool reads_otherwise = standing.take(*what, event.happened_at);
            if (last <= page.after) continue;
            HistoryEntry entry = history_entry(event, *what);
            if (!reading.notes) hide_internal(entry);
            if (!reading.notes && !standing.shows(entry, reads_otherwise)) continue;
            if (reading.shows(entry) && reading.fields.show(entry)) {
                steps.push_back({.place = event.at, .entry = std::move(entry)});
            }
        }
        more = events.size() == static_cast<std::size_t>(at_once);
    }
    if (page.is_followed(steps)) steps.resize(page.limit + 1);
    if (steps.empty()) return steps;
    const auto texts = journal::texts_of_subject(
        tx, subject_kind, ticket.value, steps.front().entry.event, steps.back().entry.event);
    add_texts(steps, texts, reading);
    return steps;
}

void add_site_names(const Names& names,
                    const ShownAs& shown,
                    CustomerId customer,
                    HistoryEntry& entry) {
    CustomerId now = entry.customer.value_or(customer);
    CustomerId before = entry.from_customer.value_or(customer);
    shown.show(now);
    shown.show(before);
    entry.site_name = names.site_of(now, entry.site);
    entry.from_site_name = names.site_of(before, entry.from_site);
}

void add_names(Tx& tx, CustomerId customer, bool reads_notes, std::vector<HistoryEntry>& entries) {
    Names names;
    names.customers.want(customer);
    for (const HistoryEntry& entry : entries) {
        names.persons.want(entry.by);
        names.persons.want(entry.assignee);
        names.persons.want(entry.person);
        names.queues.want(entry.from_queue);
        names.queues.want(entry.queue);
        names.products.want(entry.product);
        names.categories.want(entry.category);
        names.states.want(entry.state);
        if (entry.tag) names.tags.want(entry.tag->tag);
        for (const MentionedPerson& one : entry.mentions) names.persons.want(one.person);
        names.customers.want(entry.customer);
        names.customers.want(entry.from_customer);
        names.sites.want(entry.site);
        names.sites.want(entry.from_site);
    }
    names.load(tx);
    const ShownAs& shown_as = names.shown;
    for (HistoryEntry& entry : entries) {
        entry.by_name = names.persons.find(entry.by);
        entry.assignee_name = names.persons.find(entry.assignee);
        entry.person_name = names.persons.find(entry.person);
        if (entry.routing) name_skills(tx, *entry.routing);
        if (const auto name = names.categories.find(entry.category)) {
            entry.category_pl = name->pl;
            entry.category_en = name->en;
        }
        if (const auto state = names.states.find(entry.state)) {
            entry.state_pl = reads_notes ? state->name_pl : state->shown_pl;
            entry.state_en = reads_notes ? state->name_en : state->shown_en;
        }
        if (!reads_notes) entry.state.reset();
        entry.from_queue_name = names.queues.find(entry.from_queue);
        entry.queue_name = names.queues.find(entry.queue);
        entry.product_name = names.products.find(entry.product);
        if (entry.tag) entry.tag->name = names.tags.find(entry.tag->tag).value_or("");
        for (MentionedPerson& one : entry.mentions) {
            one.name = names.persons.find(one.person).value_or("");
        }
        entry.customer_name = names.customers.find(entry.customer);
        entry.from_customer_name = names.customers.find(entry.from_customer);
        add_site_names(names, shown_as, customer, entry);
    }
    name_guests(tx, entries);
}

Result<Cursor> place_of(const std::optional<std::string>& cursor) {
    if (!cursor) return Cursor{};
    const auto place = parse_cursor(*cursor);
    if (!place) return invalid_cursor;
    return *place;
}

// Links to tickets that this reader may not see are not there.
void hide_unseen(const View& view, std::vector<HistoryEntry>& entries) {
    std::vector<std::int64_t> others;
    for (const HistoryEntry& entry : entries) {
        if (entry.other) others.push_back(entry.other->value);
    }
    if (others.empty()) return;
    const auto labels = ticket_labels(view, others);
    std::erase_if(entries, [&](const HistoryEntry& entry) {
        return entry.other && !labels.contains(entry.other->value);
    });
}

std::string shown(Time value) {
    return to_text(value);
}
std::string shown(Date value) {
    return to_text(value);
}
std::string shown(const std::vector<TagLabel>& tags) {
    std::string text;
    for (const TagLabel& label : tags) text += " " + std::to_string(label.tag.value);
    return text;
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
    compared.field("site", &Ticket::site);
    compared.field("status", &Ticket::status);
    compared.field("state", &Ticket::state);
    compared.field("waitingFor", &Ticket::waiting_for);
    compared.field("type", &Ticket::type);
    compared.field("category", &Ticket::category);
    compared.field("impact", &Ticket::impact);
    compared.field("urgency", &Ticket::urgency);
    compared.field("priority", &Ticket::priority);
    compared.field("tier", &Ticket::tier);
    compared.field("queue", &Ticket::queue);
    compared.field("assignee", &Ticket::assignee);
    compared.field("voice", &Ticket::voice);
    compared.field("voiceTier", &Ticket::voice_tier);
    compared.field("product", &Ticket::product);
    compared.field("createdAt", &Ticket::created_at);
    compared.field("updatedAt", &Ticket::updated_at);
    compared.field("resolvedAt", &Ticket::resolved_at);
    compared.field("closedAt", &Ticket::closed_at);
    compared.field("origin", &Ticket::origin);
    compared.field("tags", &Ticket::tags);
    compared.field("dueAt", &Ticket::due_at);
    compared.field("dueOn", &Ticket::due_on);
    compared.field("snoozedUntil", &Ticket::snoozed_until);
    compared.field("spamAt", &Ticket::spam_at);
    compared.field("spamBy", &Ticket::spam_by);
    compared.field("mergedInto", &Ticket::merged_into);
    compared.field("splitFrom", &Ticket::split_from);
}

}  // namespace

Result<TicketHistory> ticket_history(const View& view, const ReadThread& wish) {
    TRY(const Ticket ticket, load_visible(view, wish.ticket));
    StepPage page{.limit = static_cast<std::size_t>(wish.limit.value_or(page_size_default)),
                  .settled = journal::end(view.tx)};
    TRY(page.after, place_of(wish.cursor));
    FieldHistory fields(view, ticket.customer);
    const Reading reading{.messages = view.actor.may(see_messages, ticket.customer),
                          .notes = view.actor.may(see_notes, ticket.customer),
                          .time = view.actor.may(see_time, ticket.customer),
                          .fields = fields};

    // A page of each, of which the first ones are a page of all.
    std::vector<Step> steps;
    for (const TicketId id : store::list_joined(view.tx, ticket.id)) {
        for (Step& step : steps_after(view.tx, id, page, reading)) {
            if (id != ticket.id) step.entry.ticket = id;
            steps.push_back(std::move(step));
        }
    }
    std::ranges::sort(steps, {}, &Step::place);
    TicketHistory history;
    if (page.is_followed(steps)) {
        steps.resize(page.limit);
        history.next = to_text(steps.back().place);
    }
    for (Step& step : steps) history.items.push_back(std::move(step.entry));
    hide_unseen(view, history.items);
    fields.complete(history.items);
    add_names(view.tx, ticket.customer, reading.notes, history.items);
    return history;
}

namespace {

// What is kept of clocks and figures, which are no part of the replay.
void compare_clocks(Tx& tx, const std::vector<Ticket>& tickets, std::vector<Difference>& found) {
    std::vector<TicketId> ids;
    for (const Ticket& ticket : tickets) ids.push_back(ticket.id);
    for (ClockDifference& one : check_clocks(tx, ids)) {
        found.push_back({.ticket = one.ticket,
                         .field = "clocks",
                         .stored = std::move(one.stored),
                         .replayed = std::move(one.counted)});
    }
    for (FigureDifference& one : check_figures(tx, ids)) {
        found.push_back({.ticket = one.ticket,
                         .field = "figures",
                         .stored = std::move(one.stored),
                         .replayed = std::move(one.counted)});
    }
}

}  // namespace

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
        compare_rating(tx, stored.id, events, checked.differences);
        compare_steps(tx, stored.id, events, checked.differences);
        compare_marks(tx, stored, events, checked.differences);
        compare_fields(tx, stored, events, checked.differences);
        compare_splits(tx, stored.id, events, checked.differences);
        compare_appointments(tx, stored.id, events, checked.differences);
        compare_guests(tx, stored.id, events, checked.differences);
    }
    compare_clocks(tx, tickets, checked.differences);
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
