// A technician's calendar under a secret address. Its token is stored hashed and shown once.

#include <algorithm>

#include <fmt/format.h>

#include "base/crypto.hpp"
#include "base/random.hpp"
#include "people/service.hpp"
#include "tickets/access.hpp"
#include "tickets/appointment_service.hpp"
#include "tickets/appointment_support.hpp"
#include "tickets/invitation.hpp"
#include "tickets/store.hpp"
#include "tiers/week_service.hpp"

namespace ogniwo::tickets {
namespace {

using people::Language;

Language language_of(Tx& tx, PersonId person) {
    const auto reader = people::find_reachable(tx, person);
    return reader ? reader->language : people::company_language(tx);
}

// What the company lets calendars say of them; of tickets that the owner may not see any more,
// only that the time is taken.
struct FeedAppointment {
    Appointment appointment{};
    FeedDetail detail = FeedDetail::busy;
};
std::vector<FeedAppointment> appointments_for(const View& view, PersonId person) {
    const store::BoardFilter filter{.persons = {person},
                                    .within = {view.now - feed_back, view.now + feed_ahead},
                                    .now = view.now,
                                    .limit = feed_most};
    auto appointments = store::list_appointments_by_id(view.tx, store::list_board(view.tx, filter));
    std::erase_if(appointments, [](const Appointment& one) { return !one.starts_at; });
    complete(view, appointments);
    std::vector<std::int64_t> tickets;
    for (const Appointment& one : appointments) tickets.push_back(one.ticket.value);
    if (tickets.empty()) return {};
    const auto known = store::list_tickets_by_id(view.tx, tickets);
    const FeedDetail allowed = store::load_appointment_settings(view.tx).feed_detail;
    std::vector<FeedAppointment> shown;
    for (Appointment& one : appointments) {
        const auto ticket = std::ranges::find(known, one.ticket, &Ticket::id);
        const bool is_seen = ticket != known.end() && may_see(view.actor, *ticket);
        if (is_seen) one.subject = ticket->subject;
        shown.push_back({std::move(one), is_seen ? allowed : FeedDetail::busy});
    }
    return shown;
}

std::string on_call_word(int tier, Language language) {
    if (language == Language::pl) return fmt::format("Dyżur pod telefonem (linia {})", tier);
    return fmt::format("On call (tier {})", tier);
}

void add_on_call(const View& view, PersonId person, Language language, Calendar& calendar) {
    const tiers::TimeSpan window{view.now - feed_back, view.now + feed_ahead};
    for (const auto& week : tiers::weeks_of(view, {person}, window)) {
        for (const auto& span : week.on_call) {
            const std::string what = fmt::format("on-call-{}-{}", span.tier, person.value);
            calendar.events.push_back({.uid = uid_of(view, what, to_micros(span.from)),
                                       .stamp = span.from,
                                       .from = span.from,
                                       .to = span.to,
                                       .summary = on_call_word(span.tier, language)});
        }
    }
}

void record(Work& work, bool active) {
    work.record(CalendarFeedChanged{.active = active},
                {.kind = "calendar", .id = work.actor.person.value, .version = 1});
}

}  // namespace

Result<CalendarFeed> read_calendar_feed(const View& view, const Nothing&) {
    return store::find_feed(view.tx, view.actor.person);
}

Result<CalendarFeedAddress> renew_calendar_feed(Work& work, const Nothing&) {
    if (!work.actor.person) return forbidden;
    const std::string key = token(work.environment.random);
    store::save_feed(work.tx, work.actor.person, Blob{sha256(key)}, work.now);
    record(work, true);
    return CalendarFeedAddress{.url = work.environment.base_url + "/api/v1/calendars/" + key,
                               .made_at = work.now};
}

Result<CalendarFeed> revoke_calendar_feed(Work& work, const Nothing&) {
    if (!work.actor.person) return forbidden;
    store::save_feed(work.tx, work.actor.person, std::nullopt, work.now);
    record(work, false);
    return CalendarFeed{};
}

Result<TextAnswer> calendar_feed(const View& view, const ReadCalendarFeed& wish) {
    if (!looks_like_token(wish.token)) return missing;
    const auto owner = store::find_feed_owner(view.tx, Blob{sha256(wish.token)});
    if (!owner || !people::is_active_staff(view.tx, *owner)) return missing;
    const auto actor = people::acting(view.tx, *owner);
    if (!actor) return missing;
    const View own = view_as(view, *actor);
    const Language language = language_of(view.tx, *owner);
    Calendar calendar{.name = "Ogniwo"};
    for (const FeedAppointment& one : appointments_for(own, *owner)) {
        calendar.events.push_back(feed_event(own, one.appointment, one.detail, language));
    }
    add_on_call(own, *owner, language, calendar);
    return TextAnswer{.text = icalendar(calendar),
                      .name = "ogniwo.ics",
                      .media_type = "text/calendar; charset=utf-8"};
}

}  // namespace ogniwo::tickets
