#include "tickets/store.hpp"

#include <algorithm>
#include <limits>

#include "base/text.hpp"
#include "tickets/asked_sql.hpp"
#include "tickets/field_value_store.hpp"
#include "tickets/mark_store.hpp"
#include "tickets/shown_sql.hpp"

namespace ogniwo::tickets::store {
namespace {

// Text of statements, put together by the compiler: every list of tickets reads the same columns.
#define OGNIWO_TICKET_COLUMNS                                                           \
    " id, version, customer, requester, subject, status, waiting_for, impact, urgency," \
    " tier, queue, assignee, product, created_at, updated_at, resolved_at, closed_at,"  \
    " origin, old_number, type, category, priority, waiting_note, waiting_noted_by,"    \
    " merged_into, own_status, split_from, due_at, due_on, snoozed_until, spam_at,"     \
    " spam_by, tags, voice, voice_tier, site, state, promised_until "

const ScopedSql find_ticket_sql{"tickets.find_ticket",
                                "SELECT" OGNIWO_TICKET_COLUMNS
                                "FROM ticket WHERE id = $1 AND {scope customer}"};

const ScopedSql claim_ticket_sql{"tickets.claim_ticket",
                                 "UPDATE ticket SET version = version + 1"
                                 " WHERE id = $1 AND {scope customer}"
                                 " RETURNING" OGNIWO_TICKET_COLUMNS};

const Sql list_tickets_after_sql{"tickets.list_tickets_after",
                                 "SELECT" OGNIWO_TICKET_COLUMNS
                                 "FROM ticket WHERE id > $1 ORDER BY id LIMIT $2"};

const Sql list_open_at_tier_sql{"tickets.list_open_at_tier",
                                "SELECT" OGNIWO_TICKET_COLUMNS
                                "FROM ticket WHERE tier = $1 AND id > $2"
                                " AND status IN ('new', 'open', 'waiting') ORDER BY id LIMIT $3"};

const Sql list_tickets_by_id_sqlite{"tickets.list_tickets_by_id_sqlite",
                                    "SELECT" OGNIWO_TICKET_COLUMNS
                                    "FROM (SELECT value AS asked FROM json_each($1))"
                                    " CROSS JOIN ticket WHERE id = asked",
                                    Dialect::sqlite};

const Sql list_tickets_by_id_postgres{"tickets.list_tickets_by_id_postgres",
                                      "SELECT" OGNIWO_TICKET_COLUMNS
                                      "FROM ticket WHERE id = ANY (CAST($1 AS bigint[]))",
                                      Dialect::postgres};

#define OGNIWO_INSERT_TICKET                                                               \
    "INSERT INTO ticket (version, customer, requester, subject, search, status,"           \
    " waiting_for, impact, urgency, tier, queue, assignee, product, created_at,"           \
    " updated_at, resolved_at, closed_at, origin, old_number, type, category, priority,"   \
    " waiting_note, waiting_noted_by, site, state)"                                        \
    " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17," \
    " $18, $19, $20, $21, $22, $23, $24, $25, $26)"

const Sql insert_ticket_sqlite{"tickets.insert_ticket", OGNIWO_INSERT_TICKET, Dialect::sqlite};
const Sql insert_ticket_postgres{
    "tickets.insert_ticket", OGNIWO_INSERT_TICKET " RETURNING id", Dialect::postgres};

const Sql update_ticket_sql{"tickets.update_ticket", R"sql(
    UPDATE ticket
       SET version = $2, subject = $3, search = $4, status = $5, waiting_for = $6, impact = $7,
           urgency = $8, tier = $9, queue = $10, assignee = $11, product = $12, updated_at = $13,
           resolved_at = $14, closed_at = $15, type = $16, category = $17, priority = $18,
           waiting_note = $19, waiting_noted_by = $20, customer = $21, requester = $22,
           merged_into = $23, own_status = $24, split_from = $25, voice = $26, voice_tier = $27,
           site = $28, state = $29
     WHERE id = $1
)sql"};

// One text, several ways into the table: `driver` is the condition whose index leads the walk. A
// filter that may be absent (x IS NULL OR ...) never uses an index, so the most selective one that
// is present stands once more in front, without the doubt. What is open has small indexes of its
// own, whose condition must be repeated to the letter.
#define OGNIWO_OPEN "status IN ('new', 'open', 'waiting') AND spam_at IS NULL"
// A category and those below it: three levels are all there are.
#define OGNIWO_BELOW                                                \
    "SELECT id FROM ticket_category WHERE id = $17 OR parent = $17" \
    " OR parent IN (SELECT id FROM ticket_category WHERE parent = $17)"
// By the word, so that what was merged is found.
#define OGNIWO_TAGGED                                \
    "SELECT tagged.ticket FROM ticket_tag AS tagged" \
    " JOIN ticket_tag_word AS word ON word.id = tagged.tag WHERE word.folded = CAST($20 AS text)"
#define OGNIWO_NAMING                                                                       \
    "SELECT named.ticket FROM ticket_field AS field"                                        \
    " JOIN ticket_field_value AS named ON named.field = field.id"                           \
    " WHERE field.kind = 'asset' AND (field.customers <> 'hidden' OR CAST($27 AS boolean))" \
    " AND named.is_open IN (TRUE, FALSE) AND named.number = CAST($26 AS bigint)"
#define OGNIWO_LIST_TICKETS(driver)                                                     \
    "SELECT" OGNIWO_TICKET_COLUMNS                                                      \
    "FROM ticket"                                                                       \
    " WHERE " driver                                                                    \
    " AND (updated_at, id) < ($1, $2)"                                                  \
    " AND (CAST($4 AS bigint) IS NULL OR queue = $4)"                                   \
    " AND (CAST($5 AS bigint) IS NULL OR tier = $5)"                                    \
    " AND (CAST($6 AS text) IS NULL OR status = $6)"                                    \
    " AND (CAST($7 AS boolean) IS NULL OR (status IN ('new', 'open', 'waiting')) = $7)" \
    " AND (CAST($8 AS bigint) IS NULL OR assignee = $8)"                                \
    " AND (CAST($9 AS boolean) IS NULL OR (assignee IS NULL) = $9)"                     \
    " AND (CAST($10 AS bigint) IS NULL OR customer = $10)"                              \
    " AND (CAST($11 AS bigint) IS NULL OR requester = $11)"                             \
    " AND (CAST($12 AS text) IS NULL OR search LIKE $12 ESCAPE '!'"                     \
    "      OR id = CAST($13 AS bigint))"                                                \
    " AND (CAST($14 AS bigint) IS NULL"                                                 \
    "      OR id IN (SELECT ticket FROM ticket_follower WHERE person = $14))"           \
    " AND (status <> 'merged' OR CAST($22 AS boolean) OR id = CAST($13 AS bigint))"     \
    " AND (CAST($15 AS text) IS NULL OR type = $15)"                                    \
    " AND (CAST($16 AS text) IS NULL OR priority = $16)"                                \
    " AND (CAST($17 AS bigint) IS NULL OR category IN (" OGNIWO_BELOW                   \
    "))"                                                                                \
    " AND (spam_at IS NOT NULL) = CAST($18 AS boolean)"                                 \
    " AND (CAST($19 AS boolean) IS NULL OR (snoozed_until IS NOT NULL) = $19)"          \
    " AND (CAST($20 AS text) IS NULL OR id IN (" OGNIWO_TAGGED                          \
    "))"                                                                                \
    " AND (CAST($21 AS bigint) IS NULL OR due_at < $21)"                                \
    " AND (CAST($23 AS bigint) IS NULL OR assignee = $23"                               \
    "      OR id IN (SELECT ticket FROM ticket_worker WHERE person = $23))"             \
    " AND (CAST($24 AS bigint) IS NULL OR site = $24)"                                  \
    " AND (CAST($25 AS bigint) IS NULL OR state = $25)"                                 \
    " AND (CAST($26 AS bigint) IS NULL OR id IN (" OGNIWO_NAMING                        \
    "))"                                                                                \
    " AND {scope customer}"                                                             \
    " ORDER BY updated_at DESC, id DESC LIMIT $3"

const ScopedSql list_all_sql{"tickets.list_all", OGNIWO_LIST_TICKETS("TRUE")};
const ScopedSql list_open_sql{"tickets.list_open", OGNIWO_LIST_TICKETS(OGNIWO_OPEN)};
const ScopedSql list_open_of_queue_sql{
    "tickets.list_open_of_queue",
    OGNIWO_LIST_TICKETS("queue = CAST($4 AS bigint) AND " OGNIWO_OPEN)};
const ScopedSql list_followed_sql{
    "tickets.list_followed",
    OGNIWO_LIST_TICKETS(
        "id IN (SELECT ticket FROM ticket_follower WHERE person = CAST($14 AS bigint))")};
const ScopedSql list_tagged_sql{"tickets.list_tagged",
                                OGNIWO_LIST_TICKETS("id IN (" OGNIWO_TAGGED ")")};
const ScopedSql list_in_state_sql{"tickets.list_in_state",
                                  OGNIWO_LIST_TICKETS("state = CAST($25 AS bigint)")};
const ScopedSql list_naming_sql{"tickets.list_naming",
                                OGNIWO_LIST_TICKETS("id IN (" OGNIWO_NAMING ")")};
const ScopedSql list_spam_sql{"tickets.list_spam", OGNIWO_LIST_TICKETS("spam_at IS NOT NULL")};
const ScopedSql list_mine_sql{
    "tickets.list_mine",
    OGNIWO_LIST_TICKETS(
        "(assignee = CAST($23 AS bigint)"
        " OR id IN (SELECT ticket FROM ticket_worker WHERE person = CAST($23 AS bigint)))")};
const ScopedSql list_of_queue_sql{"tickets.list_of_queue",
                                  OGNIWO_LIST_TICKETS("queue = CAST($4 AS bigint)")};
const ScopedSql list_of_assignee_sql{"tickets.list_of_assignee",
                                     OGNIWO_LIST_TICKETS("assignee = CAST($8 AS bigint)")};
const ScopedSql list_of_customer_sql{"tickets.list_of_customer",
                                     OGNIWO_LIST_TICKETS("customer = CAST($10 AS bigint)")};
const ScopedSql list_of_requester_sql{"tickets.list_of_requester",
                                      OGNIWO_LIST_TICKETS("requester = CAST($11 AS bigint)")};
const ScopedSql list_of_site_sql{"tickets.list_of_site",
                                 OGNIWO_LIST_TICKETS("site = CAST($24 AS bigint)")};

#undef OGNIWO_LIST_TICKETS
#undef OGNIWO_NAMING
#undef OGNIWO_TAGGED
#undef OGNIWO_BELOW
#undef OGNIWO_OPEN
#undef OGNIWO_TICKET_COLUMNS
#undef OGNIWO_INSERT_TICKET

#define OGNIWO_INSERT_MESSAGE \
    "INSERT INTO ticket_message (ticket, author, kind, text, at) VALUES ($1, $2, $3, $4, $5)"

const Sql insert_message_sqlite{"tickets.insert_message", OGNIWO_INSERT_MESSAGE, Dialect::sqlite};
const Sql insert_message_postgres{
    "tickets.insert_message", OGNIWO_INSERT_MESSAGE " RETURNING id", Dialect::postgres};

#undef OGNIWO_INSERT_MESSAGE

// "+" keeps the database from walking along all numbers.
#define OGNIWO_LIST_MESSAGES(asked_tickets) \
    "SELECT id, ticket, author, kind, text, at FROM ticket_message" \
    " WHERE id IN (" OGNIWO_SHOWN_MESSAGES(asked_tickets) ")"       \
    " AND +id > $2 AND (CAST($3 AS boolean) OR kind = 'reply') ORDER BY id LIMIT $4"

const Sql list_messages_sqlite{
    "tickets.list_messages_sqlite", OGNIWO_LIST_MESSAGES(OGNIWO_ASKED_SQLITE), Dialect::sqlite};
const Sql list_messages_postgres{"tickets.list_messages_postgres",
                                 OGNIWO_LIST_MESSAGES(OGNIWO_ASKED_POSTGRES),
                                 Dialect::postgres};

#undef OGNIWO_LIST_MESSAGES

const Sql find_message_sql{"tickets.find_message", R"sql(
    SELECT id, ticket, author, kind, text, at FROM ticket_message WHERE id = $1
)sql"};

const Sql insert_follower_sql{"tickets.insert_follower", R"sql(
    INSERT INTO ticket_follower (ticket, person, since) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING
)sql"};

const Sql delete_follower_sql{"tickets.delete_follower", R"sql(
    DELETE FROM ticket_follower WHERE ticket = $1 AND person = $2
)sql"};

const Sql list_followers_sql{"tickets.list_followers", R"sql(
    SELECT person, since FROM ticket_follower WHERE ticket = $1 ORDER BY since, person
)sql"};

const Sql delete_follower_everywhere_sql{"tickets.delete_follower_everywhere", R"sql(
    DELETE FROM ticket_follower WHERE person = $1
)sql"};

const Sql list_asked_by_sql{"tickets.list_asked_by", R"sql(
    SELECT id, subject, COALESCE(own_status, status) AS status, created_at
      FROM ticket WHERE requester = $1 ORDER BY id
)sql"};

const Sql list_written_by_sql{"tickets.list_written_by", R"sql(
    SELECT ticket, kind, text, at FROM ticket_message WHERE author = $1 ORDER BY id
)sql"};

const Sql erase_messages_sql{"tickets.erase_messages", R"sql(
    UPDATE ticket_message SET text = NULL WHERE author = $1 AND text IS NOT NULL
)sql"};

const Sql list_ever_asked_by_sql{"tickets.list_ever_asked_by", OGNIWO_EVER_ASKED};

const Sql erase_subjects_sql{"tickets.erase_subjects",
                             "UPDATE ticket SET subject = '', search = ''"
                             " WHERE id IN (" OGNIWO_EVER_ASKED ") AND subject <> ''"};

const Sql erase_waiting_notes_sql{"tickets.erase_waiting_notes", R"sql(
    UPDATE ticket SET waiting_note = NULL, waiting_noted_by = NULL WHERE waiting_noted_by = $1
)sql"};

const Sql save_climb_sql{"tickets.save_climb", R"sql(
    INSERT INTO ticket_climb (ticket, tier, queue, assignee) VALUES ($1, $2, $3, $4)
    ON CONFLICT (ticket, tier) DO UPDATE SET queue = excluded.queue, assignee = excluded.assignee
)sql"};

const Sql forget_climbs_above_sql{"tickets.forget_climbs_above", R"sql(
    DELETE FROM ticket_climb WHERE ticket = $1 AND tier > $2
)sql"};

const Sql find_climb_below_sql{"tickets.find_climb_below", R"sql(
    SELECT tier, queue, assignee FROM ticket_climb WHERE ticket = $1 AND tier < $2
     ORDER BY tier DESC LIMIT 1
)sql"};

const Sql find_climb_sql{"tickets.find_climb", R"sql(
    SELECT tier, queue, assignee FROM ticket_climb WHERE ticket = $1 AND tier = $2
)sql"};

Ticket read_ticket(const Row& row) {
    const auto id = row.at<TicketId>(0);
    const auto merged_into = row.at<std::optional<TicketId>>(24);
    return {.id = id,
            .number = id.value,
            .version = row.at<std::int64_t>(1),
            .customer = row.at<CustomerId>(2),
            .requester = row.at<std::optional<PersonId>>(3),
            .site = row.at<std::optional<people::SiteId>>(35),
            .subject = row.at<std::string>(4),
            .status = merged_into ? row.at<TicketStatus>(25) : row.at<TicketStatus>(5),
            .state = row.at<std::optional<StateId>>(36),
            .waiting_for = row.at<std::optional<WaitingFor>>(6),
            .waiting_note = row.at<std::optional<std::string>>(22),
            .waiting_noted_by = row.at<std::optional<PersonId>>(23),
            .type = row.at<TicketType>(19),
            .category = row.at<std::optional<CategoryId>>(20),
            .impact = row.at<Impact>(7),
            .urgency = row.at<Urgency>(8),
            .priority = row.at<Priority>(21),
            .tier = row.at<int>(9),
            .queue = row.at<QueueId>(10),
            .assignee = row.at<std::optional<PersonId>>(11),
            .voice = row.at<std::optional<PersonId>>(33),
            .voice_tier = row.at<std::optional<int>>(34),
            .product = row.at<std::optional<ProductId>>(12),
            .created_at = row.at<Time>(13),
            .updated_at = row.at<Time>(14),
            .resolved_at = row.at<std::optional<Time>>(15),
            .closed_at = row.at<std::optional<Time>>(16),
            .origin = row.at<Origin>(17),
            .old_number = row.at<std::optional<std::string>>(18),
            .promised_until = row.at<std::optional<Time>>(37),
            .tags = read_tags(row.at<std::string>(32)),
            .due_at = row.at<std::optional<Time>>(27),
            .due_on = row.at<std::optional<Date>>(28),
            .snoozed_until = row.at<std::optional<Time>>(29),
            .spam_at = row.at<std::optional<Time>>(30),
            .spam_by = row.at<std::optional<PersonId>>(31),
            .merged_into = merged_into,
            .split_from = row.at<std::optional<TicketId>>(26)};
}

TicketMessage read_message(const Row& row) {
    return {.id = row.get<MessageId>("id"),
            .ticket = row.get<TicketId>("ticket"),
            .author = row.get<std::optional<PersonId>>("author"),
            .kind = row.get<MessageKind>("kind"),
            .text = row.get<std::optional<std::string>>("text"),
            .at = row.get<Time>("at")};
}

Climb read_climb(const Row& row) {
    return {.tier = row.get<int>("tier"),
            .queue = row.get<QueueId>("queue"),
            .assignee = row.get<std::optional<PersonId>>("assignee")};
}

// What a search looks at: the subject and the old number, one per line.
std::string search_text(const Ticket& ticket) {
    return fold(ticket.subject) + "\n" + fold(ticket.old_number.value_or(""));
}

// While it is merged, a word of its own keeps it out of what is open, and of every list.
std::string status_word(const Ticket& ticket) {
    return ticket.merged_into ? "merged" : std::string(enum_name(ticket.status));
}

const ScopedSql& best_list(const TicketFilter& filter) {
    const bool only_open = filter.open.value_or(false) && !filter.spam;
    if (filter.spam) return list_spam_sql;
    if (filter.asset) return list_naming_sql;
    if (filter.folded_tag) return list_tagged_sql;
    if (filter.assignee) return list_of_assignee_sql;
    if (filter.requester) return list_of_requester_sql;
    if (filter.worked_on_by) return list_mine_sql;
    if (filter.site) return list_of_site_sql;
    if (filter.followed_by) return list_followed_sql;
    if (filter.state) return list_in_state_sql;
    if (filter.queue) return only_open ? list_open_of_queue_sql : list_of_queue_sql;
    if (only_open) return list_open_sql;
    if (filter.customer) return list_of_customer_sql;
    return list_all_sql;
}

}  // namespace

std::string containing(const std::string& part) {
    std::string pattern = "%";
    for (const char c : part) {
        if (c == '%' || c == '_' || c == '!') pattern += '!';
        pattern += c;
    }
    return pattern + "%";
}

std::optional<Ticket> find_ticket(Tx& tx, const Scope& scope, TicketId ticket) {
    return tx.find(read_ticket, find_ticket_sql, scope, ticket);
}

std::optional<Ticket> claim_ticket(Tx& tx, const Scope& scope, TicketId ticket) {
    return tx.find(read_ticket, claim_ticket_sql, scope, ticket);
}

TicketId insert_ticket(Tx& tx, const Ticket& ticket) {
    return tx.insert<TicketId>(
        tx.dialect() == Dialect::sqlite ? insert_ticket_sqlite : insert_ticket_postgres,
        ticket.version,
        ticket.customer,
        ticket.requester,
        ticket.subject,
        search_text(ticket),
        ticket.status,
        ticket.waiting_for,
        ticket.impact,
        ticket.urgency,
        ticket.tier,
        ticket.queue,
        ticket.assignee,
        ticket.product,
        ticket.created_at,
        ticket.updated_at,
        ticket.resolved_at,
        ticket.closed_at,
        ticket.origin,
        ticket.old_number,
        ticket.type,
        ticket.category,
        ticket.priority,
        ticket.waiting_note,
        ticket.waiting_noted_by,
        ticket.site,
        ticket.state);
}

void update_ticket(Tx& tx, const Ticket& ticket) {
    tx.run(update_ticket_sql,
           ticket.id,
           ticket.version,
           ticket.subject,
           search_text(ticket),
           status_word(ticket),
           ticket.waiting_for,
           ticket.impact,
           ticket.urgency,
           ticket.tier,
           ticket.queue,
           ticket.assignee,
           ticket.product,
           ticket.updated_at,
           ticket.resolved_at,
           ticket.closed_at,
           ticket.type,
           ticket.category,
           ticket.priority,
           ticket.waiting_note,
           ticket.waiting_noted_by,
           ticket.customer,
           ticket.requester,
           ticket.merged_into,
           ticket.merged_into ? std::optional(ticket.status) : std::nullopt,
           ticket.split_from,
           ticket.voice,
           ticket.voice_tier,
           ticket.site,
           ticket.state);
    mark_values(tx, ticket);
}

std::vector<Ticket> list_tickets_after(Tx& tx, TicketId after, int limit) {
    return tx.all(read_ticket, list_tickets_after_sql, after, limit);
}

std::vector<Ticket> list_open_at_tier(Tx& tx, int tier, TicketId after, int limit) {
    return tx.all(read_ticket, list_open_at_tier_sql, tier, after, limit);
}

std::vector<Ticket> list_tickets_by_id(Tx& tx, std::vector<std::int64_t> ids) {
    std::ranges::sort(ids);
    ids.erase(std::ranges::unique(ids).begin(), ids.end());
    return tx.all(
        read_ticket,
        tx.dialect() == Dialect::sqlite ? list_tickets_by_id_sqlite : list_tickets_by_id_postgres,
        id_list(ids, tx.dialect()));
}

std::vector<Ticket> list_tickets(Tx& tx,
                                 const Scope& scope,
                                 const TicketFilter& filter,
                                 const std::pair<std::optional<TicketPlace>, int>& page) {
    constexpr auto last = std::numeric_limits<std::int64_t>::max();
    const TicketPlace place =
        page.first.value_or(TicketPlace{.updated_at = from_micros(last), .ticket = {last}});
    std::optional<std::string> pattern;
    if (filter.folded_part) pattern = containing(*filter.folded_part);
    return tx.all(read_ticket,
                  best_list(filter),
                  scope,
                  place.updated_at,
                  place.ticket,
                  page.second,
                  filter.queue,
                  filter.tier,
                  filter.status,
                  filter.open,
                  filter.assignee,
                  filter.unassigned,
                  filter.customer,
                  filter.requester,
                  pattern,
                  filter.number,
                  filter.followed_by,
                  filter.type,
                  filter.priority,
                  filter.category,
                  filter.spam,
                  filter.snoozed,
                  filter.folded_tag,
                  filter.due_before,
                  filter.merged,
                  filter.worked_on_by,
                  filter.site,
                  filter.state,
                  filter.asset,
                  filter.hidden_fields);
}

MessageId insert_message(Tx& tx, const TicketMessage& message) {
    return tx.insert<MessageId>(
        tx.dialect() == Dialect::sqlite ? insert_message_sqlite : insert_message_postgres,
        message.ticket,
        message.author,
        message.kind,
        message.text,
        message.at);
}

std::optional<TicketMessage> find_message(Tx& tx, MessageId message) {
    return tx.find(read_message, find_message_sql, message);
}

std::vector<TicketMessage> list_messages(Tx& tx,
                                         const std::vector<TicketId>& tickets,
                                         Notes notes,
                                         const std::pair<MessageId, int>& page) {
    return tx.all(read_message,
                  tx.dialect() == Dialect::sqlite ? list_messages_sqlite : list_messages_postgres,
                  id_list(tickets, tx.dialect()),
                  page.first,
                  notes == Notes::shown,
                  page.second);
}

bool insert_follower(Tx& tx, TicketId ticket, PersonId person, Time since) {
    return tx.run(insert_follower_sql, ticket, person, since) == 1;
}

bool delete_follower(Tx& tx, TicketId ticket, PersonId person) {
    return tx.run(delete_follower_sql, ticket, person) == 1;
}

std::vector<TicketFollower> list_followers(Tx& tx, TicketId ticket) {
    return tx.all(
        [](const Row& row) {
            return TicketFollower{.person = row.get<PersonId>("person"),
                                  .since = row.get<Time>("since")};
        },
        list_followers_sql,
        ticket);
}

void delete_follower_everywhere(Tx& tx, PersonId person) {
    tx.run(delete_follower_everywhere_sql, person);
}

std::vector<AskedTicket> list_asked_by(Tx& tx, PersonId person) {
    return tx.all(
        [](const Row& row) {
            return AskedTicket{.number = row.get<std::int64_t>("id"),
                               .subject = row.get<std::string>("subject"),
                               .status = row.get<TicketStatus>("status"),
                               .created_at = row.get<Time>("created_at")};
        },
        list_asked_by_sql,
        person);
}

std::vector<TicketId> list_ever_asked_by(Tx& tx, PersonId person) {
    return tx.all(first_column<TicketId>, list_ever_asked_by_sql, person);
}

std::vector<WrittenMessage> list_written_by(Tx& tx, PersonId person) {
    return tx.all(
        [](const Row& row) {
            return WrittenMessage{.ticket = row.get<TicketId>("ticket"),
                                  .kind = row.get<MessageKind>("kind"),
                                  .text = row.get<std::optional<std::string>>("text"),
                                  .at = row.get<Time>("at")};
        },
        list_written_by_sql,
        person);
}

void erase_texts_of(Tx& tx, PersonId person) {
    tx.run(erase_messages_sql, person);
    tx.run(erase_subjects_sql, person);
    tx.run(erase_waiting_notes_sql, person);
}

void save_climb(Tx& tx, TicketId ticket, const Climb& climb) {
    tx.run(forget_climbs_above_sql, ticket, climb.tier);
    tx.run(save_climb_sql, ticket, climb.tier, climb.queue, climb.assignee);
}

std::optional<Climb> find_climb_below(Tx& tx, TicketId ticket, int tier) {
    return tx.find(read_climb, find_climb_below_sql, ticket, tier);
}

std::optional<Climb> find_climb(Tx& tx, TicketId ticket, int tier) {
    return tx.find(read_climb, find_climb_sql, ticket, tier);
}

}  // namespace ogniwo::tickets::store
