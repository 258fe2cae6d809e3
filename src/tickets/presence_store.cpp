#include "tickets/presence_store.hpp"

namespace ogniwo::tickets::store {
namespace {

const Sql save_presence_sql{"tickets.save_presence", R"sql(
    INSERT INTO ticket_presence (ticket, person, since, seen_at, typed_at)
    VALUES ($1, $2, $3, $4, $5)
        ON CONFLICT (ticket, person) DO UPDATE
       SET since = CASE WHEN ticket_presence.seen_at < $6 THEN $3 ELSE ticket_presence.since END,
           seen_at = $4,
           typed_at = COALESCE(CAST($5 AS bigint), ticket_presence.typed_at)
)sql"};

const Sql delete_presence_sql{"tickets.delete_presence", R"sql(
    DELETE FROM ticket_presence WHERE ticket = $1 AND person = $2
)sql"};

const Sql list_presences_sql{"tickets.list_presences", R"sql(
    SELECT person, since, seen_at, typed_at FROM ticket_presence
     WHERE ticket = $1 AND seen_at > $2 ORDER BY since, person
)sql"};

const Sql save_draft_sql{"tickets.save_draft", R"sql(
    INSERT INTO ticket_draft (person, ticket, kind, text, saved_at) VALUES ($1, $2, $3, $4, $5)
        ON CONFLICT (person, ticket, kind) DO UPDATE SET text = $4, saved_at = $5
)sql"};

const Sql delete_draft_sql{"tickets.delete_draft", R"sql(
    DELETE FROM ticket_draft WHERE person = $1 AND ticket = $2 AND kind = $3
)sql"};

const Sql list_drafts_sql{"tickets.list_drafts", R"sql(
    SELECT ticket, kind, text, saved_at FROM ticket_draft WHERE person = $1 AND ticket = $2
     ORDER BY kind
)sql"};

const Sql list_drafts_of_sql{"tickets.list_drafts_of", R"sql(
    SELECT ticket, kind, text, saved_at FROM ticket_draft WHERE person = $1
     ORDER BY saved_at DESC, ticket DESC LIMIT $2
)sql"};

const Sql purge_presence_sql{"tickets.purge_presence", R"sql(
    DELETE FROM ticket_presence WHERE seen_at < $1
)sql"};

const Sql purge_drafts_sql{"tickets.purge_drafts", R"sql(
    DELETE FROM ticket_draft WHERE saved_at < $1
)sql"};

const Sql delete_presence_of_sql{"tickets.delete_presence_of", R"sql(
    DELETE FROM ticket_presence WHERE person = $1
)sql"};

const Sql delete_drafts_of_sql{"tickets.delete_drafts_of", R"sql(
    DELETE FROM ticket_draft WHERE person = $1
)sql"};

TicketDraft read_draft(const Row& row) {
    return {.ticket = row.get<TicketId>("ticket"),
            .kind = row.get<MessageKind>("kind"),
            .text = row.get<std::string>("text"),
            .saved_at = row.get<Time>("saved_at")};
}

}  // namespace

void save_presence(Tx& tx, TicketId ticket, const Presence& presence, Time not_since) {
    tx.run(save_presence_sql,
           ticket,
           presence.person,
           presence.since,
           presence.seen_at,
           presence.typed_at,
           not_since);
}

void delete_presence(Tx& tx, TicketId ticket, PersonId person) {
    tx.run(delete_presence_sql, ticket, person);
}

std::vector<Presence> list_presences(Tx& tx, TicketId ticket, Time seen_after) {
    return tx.all(
        [](const Row& row) {
            return Presence{.person = row.get<PersonId>("person"),
                            .since = row.get<Time>("since"),
                            .seen_at = row.get<Time>("seen_at"),
                            .typed_at = row.get<std::optional<Time>>("typed_at")};
        },
        list_presences_sql,
        ticket,
        seen_after);
}

void save_draft(Tx& tx, PersonId person, const TicketDraft& draft) {
    tx.run(save_draft_sql, person, draft.ticket, draft.kind, draft.text, draft.saved_at);
}

void delete_draft(Tx& tx, PersonId person, TicketId ticket, MessageKind kind) {
    tx.run(delete_draft_sql, person, ticket, kind);
}

std::vector<TicketDraft> list_drafts(Tx& tx, PersonId person, TicketId ticket) {
    return tx.all(read_draft, list_drafts_sql, person, ticket);
}

std::vector<TicketDraft> list_drafts_of(Tx& tx, PersonId person, int limit) {
    return tx.all(read_draft, list_drafts_of_sql, person, limit);
}

void purge_presence(Tx& tx, Time seen_before) {
    tx.run(purge_presence_sql, seen_before);
}

void purge_drafts(Tx& tx, Time saved_before) {
    tx.run(purge_drafts_sql, saved_before);
}

void delete_presence_of(Tx& tx, PersonId person) {
    tx.run(delete_presence_of_sql, person);
    tx.run(delete_drafts_of_sql, person);
}

}  // namespace ogniwo::tickets::store
