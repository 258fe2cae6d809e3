#include "tickets/presence_service.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "tickets/access.hpp"
#include "tickets/meant.hpp"
#include "tickets/names.hpp"
#include "tickets/presence_store.hpp"
#include "tickets/store.hpp"
#include "tickets/verbs.hpp"

namespace ogniwo::tickets {
namespace {

constexpr auto present = std::chrono::seconds(presence_seconds);
constexpr auto typing = std::chrono::seconds(typing_seconds);
constexpr int drafts_most = 200;

// Whoever is not alone wants to know sooner.
constexpr int seconds_alone = 15;
constexpr int seconds_together = 5;

TicketPresences others(const View& view, TicketId ticket) {
    TicketPresences answer{.again_in_seconds = seconds_alone};
    NamesOf<PersonId> names;
    for (const auto& one : store::list_presences(view.tx, ticket, view.now - present)) {
        if (one.person == view.actor.person) continue;
        names.want(one.person);
        answer.items.push_back({.person = one.person,
                                .types = one.typed_at && view.now - *one.typed_at < typing,
                                .since = one.since});
    }
    load_person_names(view.tx, names);
    for (TicketPresence& one : answer.items) one.name = names.find(one.person).value_or("");
    if (!answer.items.empty()) answer.again_in_seconds = seconds_together;
    return answer;
}

// Of whoever was merged into the reader only where they have none themselves.
void add_drafts(std::vector<TicketDraft>& drafts, std::vector<TicketDraft> more) {
    for (TicketDraft& one : more) {
        const bool is_there = std::ranges::any_of(drafts, [&](const TicketDraft& own) {
            return own.ticket == one.ticket && own.kind == one.kind;
        });
        if (!is_there) drafts.push_back(std::move(one));
    }
}

}  // namespace

Result<TicketPresences> be_present(Work& work, const BePresent& wish) {
    TRY(const Ticket ticket, load_visible(work, wish.ticket));
    if (!work.actor.may(see_notes, ticket.customer)) {
        return TicketPresences{.again_in_seconds = seconds_alone};
    }
    if (wish.leaves.value_or(false)) {
        store::delete_presence(work.tx, ticket.id, work.actor.person);
    } else {
        store::Presence here{.person = work.actor.person, .since = work.now, .seen_at = work.now};
        if (wish.types.value_or(false)) here.typed_at = work.now;
        store::save_presence(work.tx, ticket.id, here, work.now - present);
    }
    return others(work, ticket.id);
}

Result<TicketDrafts> save_draft(Work& work, const SaveDraft& wish) {
    TRY(const Ticket ticket, load_visible(work, wish.ticket));
    const bool is_note = wish.kind == MessageKind::note;
    if (is_note && !work.actor.may(note, ticket.customer)) return only_staff_notes;
    if (trim(wish.text).empty()) {
        drop_draft(work, ticket.id, wish.kind);
    } else {
        store::save_draft(
            work.tx,
            work.actor.person,
            {.ticket = ticket.id, .kind = wish.kind, .text = wish.text, .saved_at = work.now});
    }
    return list_drafts(work, {.ticket = ticket.id});
}

Result<TicketDrafts> list_drafts(const View& view, const OfDrafts& wish) {
    TRY(const Ticket ticket, load_visible(view, wish.ticket));
    TicketDrafts drafts;
    for (const PersonId me : all_of(view.actor)) {
        add_drafts(drafts.items, store::list_drafts(view.tx, me, ticket.id));
    }
    return drafts;
}

Result<TicketDrafts> list_all_drafts(const View& view, const Nothing&) {
    TicketDrafts drafts;
    for (const PersonId me : all_of(view.actor)) {
        add_drafts(drafts.items, store::list_drafts_of(view.tx, me, drafts_most));
    }
    std::ranges::stable_sort(drafts.items, std::ranges::greater{}, &TicketDraft::saved_at);
    std::vector<std::int64_t> ids;
    for (const TicketDraft& draft : drafts.items) ids.push_back(draft.ticket.value);
    for (const Ticket& ticket : store::list_tickets_by_id(view.tx, each_once(std::move(ids)))) {
        if (!may_see(view.actor, ticket)) continue;
        for (TicketDraft& draft : drafts.items) {
            if (draft.ticket == ticket.id) draft.subject = ticket.subject;
        }
    }
    // What lies at a ticket that one may not see any more waits until one may.
    std::erase_if(drafts.items, [](const TicketDraft& draft) { return !draft.subject; });
    return drafts;
}

void drop_draft(Work& work, TicketId ticket, MessageKind kind) {
    if (!work.actor.person) return;
    for (const PersonId me : all_of(work.actor)) store::delete_draft(work.tx, me, ticket, kind);
}

void forget_absent(Work& work) {
    store::purge_presence(work.tx, work.now - present);
    store::purge_drafts(work.tx, work.now - std::chrono::days(draft_days));
}

}  // namespace ogniwo::tickets
