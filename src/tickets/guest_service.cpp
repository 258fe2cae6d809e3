#include "tickets/guest_service.hpp"

#include <algorithm>

#include "base/crypto.hpp"
#include "base/describe.hpp"
#include "base/email.hpp"
#include "base/json.hpp"
#include "base/random.hpp"
#include "base/text.hpp"
#include "people/lookup_service.hpp"
#include "people/service.hpp"
#include "storage/attachments.hpp"
#include "storage/journal.hpp"
#include "storage/outbox.hpp"
#include "tickets/access.hpp"
#include "tickets/attachments.hpp"
#include "tickets/events.hpp"
#include "tickets/guest_letter.hpp"
#include "tickets/guest_rules.hpp"
#include "tickets/guest_store.hpp"
#include "tickets/guest_support.hpp"
#include "tickets/meant.hpp"
#include "tickets/merge_store.hpp"
#include "tickets/names.hpp"
#include "tickets/store.hpp"
#include "tickets/telling.hpp"
#include "tickets/verbs.hpp"

namespace ogniwo::tickets {
namespace {

Error wrong_field(std::string pointer, Reason reason) {
    return {.reason = invalid_fields, .fields = {{std::move(pointer), reason.name, {}}}};
}

// Who may know of guests at all.
Result<Ticket> load_for_staff(const View& view, TicketId id) {
    TRY(Ticket ticket, load_visible(view, id));
    if (!view.actor.may(see_notes, ticket.customer)) return missing;
    return ticket;
}

Result<TicketGuest> load_guest(Tx& tx, TicketId ticket, GuestId id) {
    auto guest = store::find_guest(tx, id);
    if (!guest) return missing;
    const auto family = store::list_joined(tx, ticket);
    if (std::ranges::find(family, guest->ticket) == family.end()) return missing;
    return *std::move(guest);
}

struct Claimed {
    Ticket ticket{};
    TicketGuest guest{};
};
// One who is still invited.
Result<Claimed> claim_guest(Work& work, TicketId id, GuestId guest) {
    Claimed claimed;
    TRY(claimed.ticket, claim(work, id, work_on));
    TRY(claimed.guest, load_guest(work.tx, claimed.ticket.id, guest));
    TRY_DO(may_change_guest(claimed.guest, work.now));
    return claimed;
}

Outcome may_send_letters(const Ticket& ticket) {
    if (ticket.spam_at) return guest_of_spam;  // Its links open nothing.
    return Nothing{};
}

// Nobody shares what they may not read. It must lie in the talk as this ticket shows it.
Outcome may_show(const View& view, const Ticket& ticket, const std::vector<MessageId>& messages) {
    if (messages.empty()) return Nothing{};
    if (!view.actor.may(see_messages, ticket.customer)) return forbidden;
    const auto talk = store::list_shown_messages(view.tx, talk_of(view.tx, ticket.id));
    for (std::size_t i = 0; i < messages.size(); ++i) {
        if (std::ranges::find(talk, messages[i].value) != talk.end()) continue;
        return wrong_field("/messages/" + std::to_string(i), guest_message_unknown);
    }
    return Nothing{};
}

void show(Tx& tx, GuestId guest, const std::vector<MessageId>& messages) {
    for (const MessageId message : messages) {
        store::add_guest_message(tx, guest, message, GuestPart::shown);
    }
}

std::vector<MessageId> shown_to(Tx& tx, const TicketGuest& guest) {
    std::vector<MessageId> shown;
    for (const store::RoomRow& row : room_of(tx, guest)) {
        if (row.part == GuestPart::shown) shown.push_back(row.message.id);
    }
    return shown;
}

// Two of ours at the same guest: what the first took back the second does not share again.
Outcome is_as_seen(Tx& tx, const TicketGuest& guest, const ShowToGuest& wish) {
    if (wish.before && each_once(*wish.before) != shown_to(tx, guest)) return stale;
    return Nothing{};
}

// An address that people of the customer use would show them notes.
Result<std::string> email_of(Tx& tx, const Ticket& ticket, const InviteGuest& wish) {
    auto email = parse_email(wish.email);
    if (!email) return wrong_field("/email", email.error().reason);
    const auto known = people::find_person_by_email(tx, *email);
    const auto company = people::find_customer_by_domain(tx, email_domain(*email));
    const bool is_theirs = (known && people::belongs_to(tx, *known, ticket.customer)) ||
                           (company && is_one_customer(tx, *company, ticket.customer));
    if (is_theirs) return wrong_field("/email", guest_of_customer);
    return email;
}

void set_end(Work& work, const TicketGuest& guest) {
    timers::set(work.tx, guest_timer, guest.id.value, guest.ends_at);
}

// The texts of those events of a ticket of which `is_it` says so.
template <class IsIt>
void erase_events(Work& work, TicketId ticket, IsIt is_it) {
    for (const Event& event : journal::of_subject(work.tx, "ticket", ticket.value)) {
        const auto what = read_event(event);
        if (what && is_it(*what)) journal::erase_texts_of(work, event.id());
    }
}

void forget_who(Work& work, const TicketGuest& guest) {
    store::erase_guest(work.tx, guest.id);
    erase_events(work, guest.ticket, [&](const TicketEvent& what) {
        const auto* invited = std::get_if<TicketGuestInvited>(&what);
        return invited != nullptr && invited->guest == guest.id;
    });
}

void forget_words(Work& work, GuestId guest) {
    for (const store::RoomRow& row : store::list_room(work.tx, guest)) {
        if (row.part != GuestPart::wrote) continue;
        attachments::erase_of(work.tx, {of_message, row.message.id.value});
        erase_events(work, row.message.ticket, [&](const TicketEvent& what) {
            const auto* wrote = std::get_if<TicketGuestWrote>(&what);
            return wrote != nullptr && wrote->message == row.message.id;
        });
    }
    attachments::erase_of(work.tx, {waiting_at_guest, guest.value});
    store::erase_guest_texts(work.tx, guest);
}

enum class GuestLetter { invitation, message };
constexpr auto names(GuestLetter) {
    return enum_names("invitation", "message");
}

// With a link of its own.
void write_to_guest(Work& work,
                    const Ticket& ticket,
                    const TicketGuest& guest,
                    const std::pair<GuestLetter, const std::string&>& what) {
    const auto& [letter, text] = what;
    const std::string key = token(work.environment.random);
    store::insert_guest_link(work.tx, guest.id, Blob{sha256(key)});
    NamesOf<PersonId> names;
    names.want(work.actor.person);
    load_person_names(work.tx, names);
    const GuestMail mail{.to = guest.email.value_or(""),
                         .template_name = "tickets.guest_" + std::string(enum_name(letter)),
                         .language = guest.language,
                         .params = {.url = work.environment.base_url + "/guest#" + key,
                                    .number = ticket.id.value,
                                    .subject = ticket.subject,
                                    .text = text,
                                    .name = guest.name.value_or(""),
                                    .writer_name = names.find(work.actor.person).value_or(""),
                                    .company_name = people::company_name(work.tx),
                                    .ends_at = guest.ends_at,
                                    .zone = people::company_zone(work.tx)}};
    outbox::put(work, "mail", to_json(mail));
}

// Of a ticket whose version was raised for it.
void end_guest_now(Work& work, const Ticket& ticket, TicketGuest guest, GuestEnd why) {
    guest.ended_at = moment_of(work);
    guest.ended_why = why;
    store::update_guest(work.tx, guest);
    store::delete_guest_links(work.tx, guest.id);
    timers::clear(work.tx, guest_timer, guest.id.value);
    work.record(TicketGuestEnded{.guest = guest.id, .why = why}, about(ticket));
}

// The ticket keeps its place in the lists.
void end_all(Work& work, Ticket& ticket, GuestEnd why) {
    for (TicketGuest& guest : store::list_guests(work.tx, store::list_joined(work.tx, ticket.id))) {
        if (guest.ended_at) continue;
        ++ticket.version;
        store::update_ticket(work.tx, ticket);
        end_guest_now(work, ticket, std::move(guest), why);
    }
}

}  // namespace

std::vector<store::RoomRow> room_of(Tx& tx, const TicketGuest& guest) {
    auto rows = store::list_room(tx, guest.id);
    const auto talk = store::list_shown_messages(tx, talk_of(tx, guest.ticket));
    std::erase_if(rows, [&](const store::RoomRow& row) {
        return row.part == GuestPart::shown &&
               std::ranges::find(talk, row.message.id.value) == talk.end();
    });
    return rows;
}

Result<TicketGuests> list_guests(const View& view, const ListGuests& wish) {
    TRY(const Ticket ticket, load_for_staff(view, wish.ticket));
    TicketGuests guests{.items = store::list_guests(view.tx, talk_of(view.tx, ticket.id))};
    NamesOf<PersonId> names;
    for (const TicketGuest& guest : guests.items) names.want(guest.invited_by);
    const ShownAs as = load_person_names(view.tx, names);
    for (TicketGuest& guest : guests.items) {
        guest.invited_by_name = names.find(guest.invited_by);
        as.show(guest.invited_by);
        guest.shown = shown_to(view.tx, guest);
    }
    return guests;
}

Result<TicketGuests> invite_guest(Work& work, const InviteGuest& wish) {
    TRY(Ticket ticket, claim(work, wish.ticket, work_on));
    TRY_DO(may_change(ticket.status));
    TRY_DO(may_send_letters(ticket));
    TRY(const std::string email, email_of(work.tx, ticket, wish));
    TRY_DO(may_invite(store::list_guests(work.tx, talk_of(work.tx, ticket.id)), email, work.now));
    TRY(std::string name, written(wish.name, "/name"));
    TRY(std::string question, written(wish.question, "/question"));
    const std::string company(trim(wish.company.value_or("")));
    const auto shown = wish.messages.value_or(std::vector<MessageId>{});
    TRY_DO(may_show(work, ticket, shown));

    save(work, ticket);
    TicketGuest guest{
        .ticket = ticket.id,
        .name = name,
        .email = email,
        .company = company.empty() ? std::nullopt : std::optional(company),
        .language = wish.language,
        .question = add_message(work, ticket.id, MessageKind::note, question).id,
        .invited_by = work.actor.person ? std::optional(work.actor.person) : std::nullopt,
        .invited_at = work.now,
        .ends_at = guest_end(work.now, wish.days.value_or(guest_days_default))};
    guest.id = store::insert_guest(work.tx, guest);
    store::add_guest_message(work.tx, guest.id, guest.question, GuestPart::told);
    show(work.tx, guest.id, shown);
    set_end(work, guest);
    write_to_guest(work, ticket, guest, {GuestLetter::invitation, question});
    std::vector<EventText> texts{{"text", question}, {"name", std::move(name)}, {"email", email}};
    if (guest.company) texts.push_back({"company", *guest.company});
    work.record(TicketGuestInvited{.guest = guest.id,
                                   .message = guest.question,
                                   .ends_at = guest.ends_at,
                                   .shown = shown_to(work.tx, guest)},
                about(ticket),
                std::move(texts));
    tell(work, ticket, Happening::noted);
    return list_guests(work, {.ticket = ticket.id});
}

Result<TicketGuests> show_to_guest(Work& work, const ShowToGuest& wish) {
    TRY(const auto claimed, claim_guest(work, wish.ticket, wish.guest));
    TRY_DO(is_as_seen(work.tx, claimed.guest, wish));
    TRY_DO(may_show(work, claimed.ticket, wish.messages));
    store::hide_shown_messages(work.tx, wish.guest);
    show(work.tx, wish.guest, wish.messages);
    work.record(TicketGuestShown{.guest = wish.guest, .shown = shown_to(work.tx, claimed.guest)},
                about(claimed.ticket));
    return list_guests(work, {.ticket = wish.ticket});
}

Result<TicketGuests> prolong_guest(Work& work, const ProlongGuest& wish) {
    TRY(auto claimed, claim_guest(work, wish.ticket, wish.guest));
    claimed.guest.ends_at = guest_end(work.now, wish.days);
    store::update_guest(work.tx, claimed.guest);
    set_end(work, claimed.guest);
    work.record(TicketGuestProlonged{.guest = wish.guest, .ends_at = claimed.guest.ends_at},
                about(claimed.ticket));
    return list_guests(work, {.ticket = wish.ticket});
}

Result<TicketGuests> tell_guest(Work& work, const TellGuest& wish) {
    TRY(auto claimed, claim_guest(work, wish.ticket, wish.guest));
    Ticket& ticket = claimed.ticket;
    TRY_DO(may_send_letters(ticket));
    TRY(std::string text, written(wish.text, "/text"));

    save(work, ticket);
    const TicketMessage message = add_message(work, ticket.id, MessageKind::note, text);
    store::add_guest_message(work.tx, wish.guest, message.id, GuestPart::told);
    TRY_DO(send_files(work, message, wish.attachments));
    write_to_guest(work, ticket, claimed.guest, {GuestLetter::message, text});
    work.record(
        TicketGuestTold{
            .guest = wish.guest, .message = message.id, .attachments = wish.attachments},
        about(ticket),
        {{"text", std::move(text)}});
    tell(work, ticket, Happening::noted);
    return list_guests(work, {.ticket = ticket.id});
}

Result<TicketGuests> send_guest_link(Work& work, const OfGuest& wish) {
    TRY(const auto claimed, claim_guest(work, wish.ticket, wish.guest));
    TRY_DO(may_send_letters(claimed.ticket));
    const auto question = store::find_message(work.tx, claimed.guest.question);
    store::delete_guest_links(work.tx, wish.guest);
    write_to_guest(work,
                   claimed.ticket,
                   claimed.guest,
                   {GuestLetter::invitation, question ? question->text.value_or("") : ""});
    work.record(TicketGuestLinked{.guest = wish.guest}, about(claimed.ticket));
    return list_guests(work, {.ticket = wish.ticket});
}

Result<TicketGuests> end_guest(Work& work, const OfGuest& wish) {
    TRY(auto claimed, claim_guest(work, wish.ticket, wish.guest));
    end_guest_now(work, claimed.ticket, std::move(claimed.guest), GuestEnd::hand);
    return list_guests(work, {.ticket = wish.ticket});
}

Result<TicketGuests> erase_guest(Work& work, const OfGuest& wish) {
    TRY(const Ticket named, load_visible(work, wish.ticket));
    // There the guest writes, too: what they are about to write is not left behind.
    TRY(Ticket ticket, claim(work, store::find_goes_on(work.tx, named.id), people::erase_persons));
    TRY(TicketGuest guest, load_guest(work.tx, ticket.id, wish.guest));
    if (!guest.ended_at) {
        end_guest_now(work, ticket, guest, GuestEnd::hand);
        ++ticket.version;
        store::update_ticket(work.tx, ticket);
    }
    forget_who(work, guest);
    forget_words(work, guest.id);
    work.record(TicketGuestErased{.guest = guest.id}, about(ticket));
    return list_guests(work, {.ticket = wish.ticket});
}

void end_guests(Work& work, Ticket& ticket) {
    if (ticket.status == TicketStatus::closed) end_all(work, ticket, GuestEnd::closed);
}

void end_guests_of_move(Work& work, Ticket& ticket) {
    end_all(work, ticket, GuestEnd::moved);
}

std::vector<std::string> names_of_guests(const View& view, const Ticket& ticket) {
    std::vector<std::string> names;
    for (TicketGuest& guest : store::list_guests(view.tx, {ticket.id})) {
        if (is_invited(guest, view.now) && guest.name) names.push_back(*std::move(guest.name));
    }
    return names;
}

Outcome guest_due(Work& work, const Timer& timer) {
    const auto guest = store::find_guest(work.tx, {timer.subject});
    if (!guest || guest->ended_at) return Nothing{};
    auto ticket = store::claim_ticket(
        work.tx, work.actor.scope(see_own), store::find_goes_on(work.tx, guest->ticket));
    if (ticket) end_guest_now(work, *ticket, *guest, GuestEnd::time);
    return Nothing{};
}

void add_guests(Tx& tx, std::vector<TicketMessage>& messages) {
    std::vector<std::int64_t> ids;
    for (const TicketMessage& message : messages) ids.push_back(message.id.value);
    for (auto& row : store::list_guests_of_messages(tx, ids)) {
        const auto message = std::ranges::find(messages, row.message, &TicketMessage::id);
        message->guests.push_back(std::move(row.guest));
    }
}

void name_guests(Tx& tx, std::vector<HistoryEntry>& entries) {
    std::vector<std::int64_t> ids;
    for (const HistoryEntry& entry : entries) {
        if (entry.guest) ids.push_back(entry.guest->guest.value);
    }
    if (ids.empty()) return;
    const auto guests = store::list_guests_by_id(tx, each_once(std::move(ids)));
    for (HistoryEntry& entry : entries) {
        if (!entry.guest) continue;
        const auto guest = std::ranges::find(guests, entry.guest->guest, &TicketGuest::id);
        if (guest == guests.end()) continue;
        entry.guest->name = guest->name;
        entry.guest->company = guest->company;
    }
}

std::int64_t count_old_guests(const View& view, Time before) {
    return store::count_guests_before(view.tx, before);
}

std::int64_t forget_old_guests(Work& work, Time before, int limit) {
    const auto guests = store::list_guests_before(work.tx, before, limit);
    for (const TicketGuest& guest : guests) forget_who(work, guest);
    return static_cast<std::int64_t>(guests.size());
}

}  // namespace ogniwo::tickets
