// The ticket at a moment of its past. Nothing of it is stored: events and their texts are applied
// one by one until the moment is reached.

#include <algorithm>

#include "storage/journal.hpp"
#include "tickets/access.hpp"
#include "tickets/events.hpp"
#include "tickets/field_service.hpp"
#include "tickets/names.hpp"
#include "tickets/service.hpp"

namespace ogniwo::tickets {
namespace {

constexpr std::string_view subject_kind = "ticket";

// What grows step by step.
class Past {
public:
    void happen(const Event& event) {
        if (!replay_next(ticket, event)) return;
        last = event.id();
        if (const auto what = read_event(event)) {
            std::visit([&](const auto& step) { add(step, event.happened_at); }, *what);
            fields.happen(*what);
        }
    }
    void say(const Event& event, const journal::SubjectText& text) {
        if (!ticket) return;
        fields.say(text);
        if (text.field == "subject") ticket->subject = text.text.value_or("");
        if (text.field != "waitingNote") return;
        ticket->waiting_note = text.text;
        ticket->waiting_noted_by = text.text ? event.actor : std::nullopt;
    }

    std::optional<Ticket> ticket{};
    EventId last{};
    std::vector<TicketFollower> followers{};
    int minutes = 0;
    ToldFields fields{};

private:
    void add(const TicketFollowed& event, Time at) {
        followers.push_back({.person = event.person, .since = at});
    }
    void add(const TicketUnfollowed& event, Time) {
        std::erase_if(followers, [&](const auto& one) { return one.person == event.person; });
    }
    void add(const TicketTimeBooked& event, Time) { minutes += event.minutes; }
    void add(const TicketTimeReversed& event, Time) { minutes += event.minutes; }
    template <class Other>
    void add(const Other&, Time) {}
};

bool is_in(const ReadAsItWas& wish, const Event& event) {
    return wish.version ? event.subject_version <= *wish.version : event.happened_at <= *wish.at;
}

Past past_of(Tx& tx, const ReadAsItWas& wish) {
    const auto events = journal::of_subject(tx, subject_kind, wish.ticket.value);
    const auto texts = journal::texts_of_subject(tx, subject_kind, wish.ticket.value);
    Past past;
    auto text = texts.begin();
    for (const Event& event : events) {
        while (text != texts.end() && text->event < event.id()) ++text;
        if (!is_in(wish, event)) continue;
        past.happen(event);
        for (; text != texts.end() && text->event == event.id(); ++text) past.say(event, *text);
    }
    return past;
}

Outcome check_wish(const ReadAsItWas& wish) {
    if (wish.at.has_value() != wish.version.has_value()) return Nothing{};
    return moment_or_version;
}

}  // namespace

Result<TicketAsItWas> ticket_as_it_was(const View& view, const ReadAsItWas& wish) {
    TRY(const Ticket now, load_visible(view, wish.ticket));
    TRY_DO(check_wish(wish));
    if (wish.version.value_or(0) > now.version) return not_there_then;
    Past past = past_of(view.tx, wish);
    if (!past.ticket) return not_there_then;
    if (!may_look_at(view, *past.ticket)) return missing;

    TicketAsItWas was{.ticket = with_names(view, std::move(*past.ticket)),
                      .event = past.last,
                      .followers = std::move(past.followers),
                      .values = shown_to(view, now.customer, past.fields)};
    was.ticket.old_number = now.old_number;
    add_names(view.tx, was.followers);
    if (view.actor.may(see_time, was.ticket.customer)) was.booked_minutes = past.minutes;
    return was;
}

}  // namespace ogniwo::tickets
