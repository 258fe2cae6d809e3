// Whether the rows of guests are what the journal tells of them.

#include <algorithm>
#include <iterator>
#include <map>
#include <set>

#include "storage/journal.hpp"
#include "tickets/events.hpp"
#include "tickets/guest_service.hpp"
#include "tickets/guest_store.hpp"

namespace ogniwo::tickets {
namespace {

struct Told {
    MessageId question{};
    Time ends_at{};
    bool is_opened = false;
    std::optional<GuestEnd> ended{};
    std::map<MessageId, GuestPart> room{};

    friend bool operator==(const Told&, const Told&) = default;
};

void show(std::map<MessageId, GuestPart>& room, const std::vector<MessageId>& shown) {
    std::erase_if(room, [](const auto& one) { return one.second == GuestPart::shown; });
    for (const MessageId message : shown) room.emplace(message, GuestPart::shown);
}

// What becomes of guests, event by event.
class Telling {
public:
    void operator()(const TicketGuestInvited& event) {
        Told& guest = guests_[event.guest];
        guest.question = event.message;
        guest.ends_at = event.ends_at;
        guest.room.emplace(event.message, GuestPart::told);
        show(guest.room, event.shown);
    }
    void operator()(const TicketGuestOpened& event) { guests_[event.guest].is_opened = true; }
    void operator()(const TicketGuestWrote& event) {
        guests_[event.guest].room.emplace(event.message, GuestPart::wrote);
    }
    void operator()(const TicketGuestTold& event) {
        guests_[event.guest].room.emplace(event.message, GuestPart::told);
    }
    void operator()(const TicketGuestShown& event) { show(guests_[event.guest].room, event.shown); }
    void operator()(const TicketGuestProlonged& event) {
        guests_[event.guest].ends_at = event.ends_at;
    }
    void operator()(const TicketGuestEnded& event) { guests_[event.guest].ended = event.why; }
    template <class Other>
    void operator()(const Other& /*event*/) {}

    const Told& of(GuestId guest) { return guests_[guest]; }

private:
    std::map<GuestId, Told> guests_{};
};

// Whom they invited, and where the ticket went on.
struct Named {
    std::set<GuestId> guests{};
    std::vector<TicketId> into{};
};
Named named_in(const std::vector<Event>& events) {
    Named named;
    for (const Event& event : events) {
        const auto what = read_event(event);
        if (!what) continue;
        if (const auto* invited = std::get_if<TicketGuestInvited>(&*what)) {
            named.guests.insert(invited->guest);
        } else if (const auto* merged = std::get_if<TicketMerged>(&*what)) {
            named.into.push_back(merged->into);
        }
    }
    return named;
}

// A guest goes along with a merge, and stays where it was undone: with the ticket's own events come
// those of all into which it ever went, in the order in which they happened.
Telling told_of(Tx& tx, TicketId ticket, std::vector<Event> events) {
    std::set<TicketId> read{ticket};
    std::vector<TicketId> next = named_in(events).into;
    while (!next.empty()) {
        const TicketId into = next.back();
        next.pop_back();
        if (!read.insert(into).second) continue;
        const auto further = journal::of_subject(tx, "ticket", into.value);
        std::ranges::copy(named_in(further).into, std::back_inserter(next));
        std::ranges::copy(further, std::back_inserter(events));
    }
    std::ranges::sort(events, {}, &Event::id);
    Telling telling;
    for (const Event& event : events) {
        if (const auto what = read_event(event)) std::visit(telling, *what);
    }
    return telling;
}

Told stored_of(Tx& tx, const TicketGuest& guest) {
    Told stored{.question = guest.question,
                .ends_at = guest.ends_at,
                .is_opened = guest.opened_at.has_value(),
                .ended = guest.ended_why};
    for (const store::RoomRow& row : store::list_room(tx, guest.id)) {
        stored.room.emplace(row.message.id, row.part);
    }
    return stored;
}

}  // namespace

void compare_guests(Tx& tx,
                    TicketId ticket,
                    const std::vector<Event>& events,
                    std::vector<Difference>& found) {
    std::set<GuestId> invited = named_in(events).guests;
    const auto guests = store::list_guests(tx, {ticket});
    if (invited.empty() && guests.empty()) return;
    const auto differs = [&](GuestId id, const char* stored, const char* replayed) {
        found.push_back({.ticket = ticket,
                         .field = "guest " + std::to_string(id.value),
                         .stored = stored,
                         .replayed = replayed});
    };
    Telling telling = told_of(tx, ticket, events);
    for (const TicketGuest& guest : guests) {
        if (invited.erase(guest.id) == 0) {
            differs(guest.id, "there", "not there");
        } else if (stored_of(tx, guest) != telling.of(guest.id)) {
            differs(guest.id, "otherwise", "as told");
        }
    }
    for (const GuestId guest : invited) differs(guest, "not there", "there");
}

}  // namespace ogniwo::tickets
