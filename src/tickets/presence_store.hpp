#pragma once

// The only place that names the tables ticket_presence and ticket_draft.

#include <vector>

#include "storage/work.hpp"
#include "tickets/types.hpp"

namespace ogniwo::tickets::store {

struct Presence {
    PersonId person{};
    Time since{};
    Time seen_at{};
    std::optional<Time> typed_at{};
};
// `types` false leaves what was typed before. Who came back after `not_since` begins anew.
void save_presence(Tx& tx, TicketId ticket, const Presence& presence, Time not_since);
void delete_presence(Tx& tx, TicketId ticket, PersonId person);
// Of those who were seen after that; longest there first.
std::vector<Presence> list_presences(Tx& tx, TicketId ticket, Time seen_after);

void save_draft(Tx& tx, PersonId person, const TicketDraft& draft);
void delete_draft(Tx& tx, PersonId person, TicketId ticket, MessageKind kind);
std::vector<TicketDraft> list_drafts(Tx& tx, PersonId person, TicketId ticket);
// Newest first, without subjects.
std::vector<TicketDraft> list_drafts_of(Tx& tx, PersonId person, int limit);

void purge_presence(Tx& tx, Time seen_before);
void purge_drafts(Tx& tx, Time saved_before);
void delete_presence_of(Tx& tx, PersonId person);  // And drafts.

}  // namespace ogniwo::tickets::store
