#include "tickets/mark_store.hpp"

#include <charconv>

#include "base/text.hpp"
#include "storage/connection.hpp"
#include "tickets/field_value_store.hpp"

namespace ogniwo::tickets::store {
namespace {

const Sql update_marks_sql{"tickets.update_marks", R"sql(
    UPDATE ticket
       SET version = $2, updated_at = $3, due_at = $4, due_on = $5, snoozed_until = $6,
           spam_at = $7, spam_by = $8, tags = $9
     WHERE id = $1
)sql"};

const Sql find_tag_by_word_sql{"tickets.find_tag_by_word", R"sql(
    SELECT id, version, name FROM ticket_tag_word WHERE folded = $1 AND merged_into IS NULL
)sql"};

const Sql find_tag_sql{"tickets.find_tag", R"sql(
    SELECT id, version, name FROM ticket_tag_word WHERE id = $1 AND merged_into IS NULL
)sql"};

const Sql claim_tag_sql{"tickets.claim_tag", R"sql(
    UPDATE ticket_tag_word SET version = version + 1 WHERE id = $1 AND merged_into IS NULL
    RETURNING id, version, name
)sql"};

const Sql count_tags_sql{"tickets.count_tags", R"sql(
    SELECT COUNT(*) FROM ticket_tag_word
)sql"};

const Sql insert_tag_sql{"tickets.insert_tag", R"sql(
    INSERT INTO ticket_tag_word (version, name, folded) VALUES (1, $1, $2)
    ON CONFLICT DO NOTHING RETURNING id
)sql"};

const Sql rename_tag_sql{"tickets.rename_tag", R"sql(
    UPDATE ticket_tag_word SET name = $2, folded = $3 WHERE id = $1 OR merged_into = $1
)sql"};

const Sql merge_tag_sql{"tickets.merge_tag", R"sql(
    UPDATE ticket_tag_word SET name = $2, folded = $3, merged_into = $4
     WHERE id = $1 OR merged_into = $1
)sql"};

// How often each is used is counted only as far as anybody wants to know, among those tickets that
// they may see.
#define OGNIWO_LIST_TAGS(begins)                                                    \
    "SELECT id, version, name,"                                                     \
    " (SELECT COUNT(*) FROM (SELECT DISTINCT used.ticket FROM ticket_tag AS used"   \
    "   JOIN ticket ON ticket.id = used.ticket"                                     \
    "   WHERE used.tag IN (SELECT same.id FROM ticket_tag_word AS same"             \
    "                       WHERE same.id = word.id OR same.merged_into = word.id)" \
    "   AND {scope ticket.customer}"                                                \
    "   LIMIT $6) AS counted) AS uses"                                              \
    " FROM ticket_tag_word AS word"                                                 \
    " WHERE " begins                                                                \
    " AND (folded, id) > ($3, $4) AND merged_into IS NULL"                          \
    " ORDER BY folded, id LIMIT $5"

// Byte by byte there, by whatever order the database was made with here.
const ScopedSql list_tags_sqlite{
    "tickets.list_tags", OGNIWO_LIST_TAGS("folded >= $1 AND folded < $2"), Dialect::sqlite};
const ScopedSql list_tags_postgres{
    "tickets.list_tags",
    OGNIWO_LIST_TAGS("starts_with(folded, CAST($1 AS text)) AND CAST($2 AS text) IS NOT NULL"),
    Dialect::postgres};

#undef OGNIWO_LIST_TAGS

const Sql find_tag_names_sqlite{"tickets.find_tag_names",
                                R"sql(
    SELECT ticket_tag_word.id AS id, name
      FROM json_each($1) AS asked CROSS JOIN ticket_tag_word ON ticket_tag_word.id = asked.value
)sql",
                                Dialect::sqlite};

const Sql find_tag_names_postgres{"tickets.find_tag_names",
                                  R"sql(
    SELECT id, name FROM ticket_tag_word WHERE id = ANY (CAST($1 AS bigint[]))
)sql",
                                  Dialect::postgres};

const Sql insert_ticket_tag_sql{"tickets.insert_ticket_tag", R"sql(
    INSERT INTO ticket_tag (ticket, tag) VALUES ($1, $2)
)sql"};

const Sql delete_ticket_tag_sql{"tickets.delete_ticket_tag", R"sql(
    DELETE FROM ticket_tag WHERE ticket = $1 AND tag = $2
)sql"};

const Sql list_ticket_tags_sql{"tickets.list_ticket_tags", R"sql(
    SELECT tag FROM ticket_tag WHERE ticket = $1 ORDER BY tag
)sql"};

const Sql take_link_turn_sql{"tickets.take_link_turn", R"sql(
    UPDATE ticket_link_turn SET turn = turn + 1 WHERE id = 1
)sql"};

const Sql insert_link_sql{"tickets.insert_link", R"sql(
    INSERT INTO ticket_link (ticket, other, kind, since) VALUES ($1, $2, $3, $4)
)sql"};

const Sql delete_link_sql{"tickets.delete_link", R"sql(
    DELETE FROM ticket_link WHERE ticket = $1 AND other = $2
)sql"};

const Sql list_links_sql{"tickets.list_links", R"sql(
    SELECT other, kind, since FROM ticket_link WHERE ticket = $1 ORDER BY since, other
)sql"};

const Sql list_linked_sqlite{"tickets.list_linked",
                             R"sql(
    SELECT DISTINCT other FROM ticket_link
     WHERE ticket IN (SELECT value FROM json_each($1)) AND kind = $2 LIMIT $3
)sql",
                             Dialect::sqlite};

const Sql list_linked_postgres{"tickets.list_linked",
                               R"sql(
    SELECT DISTINCT other FROM ticket_link
     WHERE ticket = ANY (CAST($1 AS bigint[])) AND kind = $2 LIMIT $3
)sql",
                               Dialect::postgres};

Tag read_tag(const Row& row) {
    return {.id = row.get<TagId>("id"),
            .version = row.get<std::int64_t>("version"),
            .name = row.get<std::string>("name")};
}

Tag read_counted(const Row& row) {
    Tag tag = read_tag(row);
    tag.uses = row.get<std::int64_t>("uses");
    tag.more = tag.uses > tag_uses_most;
    if (tag.more) tag.uses = tag_uses_most;
    return tag;
}

// "3 17": as read_tags reads it.
std::string column_of(const std::vector<TagLabel>& tags) {
    std::string column;
    for (const TagLabel& label : tags) {
        if (!column.empty()) column += ' ';
        column += std::to_string(label.tag.value);
    }
    return column;
}

// Behind every text that begins like the one before it, byte by byte.
constexpr const char* last_letter = "\U0010FFFF";

}  // namespace

void update_marks(Tx& tx, const Ticket& ticket) {
    tx.run(update_marks_sql,
           ticket.id,
           ticket.version,
           ticket.updated_at,
           ticket.due_at,
           ticket.due_on,
           ticket.snoozed_until,
           ticket.spam_at,
           ticket.spam_by,
           column_of(ticket.tags));
    mark_values(tx, ticket);
}

std::vector<TagLabel> read_tags(const std::string& column) {
    std::vector<TagLabel> tags;
    const char* at = column.data();
    const char* const end = at + column.size();
    while (at < end) {
        std::int64_t id = 0;
        const auto read = std::from_chars(at, end, id);
        if (read.ec != std::errc{}) break;
        tags.push_back({.tag = {id}});
        at = read.ptr + 1;
    }
    return tags;
}

std::optional<Tag> find_tag(Tx& tx, const std::string& folded) {
    return tx.find(read_tag, find_tag_by_word_sql, folded);
}

std::optional<Tag> find_tag(Tx& tx, TagId tag) {
    return tx.find(read_tag, find_tag_sql, tag);
}

std::optional<Tag> claim_tag(Tx& tx, TagId tag) {
    return tx.find(read_tag, claim_tag_sql, tag);
}

std::int64_t count_tags(Tx& tx) {
    return tx.one<std::int64_t>(count_tags_sql);
}

std::optional<TagId> insert_tag(Tx& tx, const Tag& tag) {
    return tx.first<TagId>(insert_tag_sql, tag.name, fold(tag.name));
}

void rename_tag(Tx& tx, TagId tag, const std::string& name) {
    tx.run(rename_tag_sql, tag, name, fold(name));
}

void merge_tag(Tx& tx, TagId tag, const Tag& into) {
    tx.run(merge_tag_sql, tag, into.name, fold(into.name), into.id);
}

std::vector<Tag> list_tags(Tx& tx,
                           const Scope& counted,
                           const std::string& folded_start,
                           const std::pair<TagPlace, int>& page) {
    return tx.all(read_counted,
                  tx.dialect() == Dialect::sqlite ? list_tags_sqlite : list_tags_postgres,
                  counted,
                  folded_start,
                  folded_start + last_letter,
                  page.first.folded,
                  page.first.tag,
                  page.second,
                  tag_uses_most + 1);
}

std::map<TagId, std::string> find_tag_names(Tx& tx, const std::vector<TagId>& ids) {
    const auto rows = tx.all(
        [](const Row& row) {
            return std::pair(row.get<TagId>("id"), row.get<std::string>("name"));
        },
        tx.dialect() == Dialect::sqlite ? find_tag_names_sqlite : find_tag_names_postgres,
        id_list(ids, tx.dialect()));
    return {rows.begin(), rows.end()};
}

void insert_ticket_tag(Tx& tx, TicketId ticket, TagId tag) {
    tx.run(insert_ticket_tag_sql, ticket, tag);
}

void delete_ticket_tag(Tx& tx, TicketId ticket, TagId tag) {
    tx.run(delete_ticket_tag_sql, ticket, tag);
}

std::vector<TagId> list_ticket_tags(Tx& tx, TicketId ticket) {
    return tx.all(first_column<TagId>, list_ticket_tags_sql, ticket);
}

void take_link_turn(Tx& tx) {
    tx.run(take_link_turn_sql);
}

void insert_link(Tx& tx, TicketId ticket, const Link& link) {
    tx.run(insert_link_sql, ticket, link.other, link.kind, link.since);
}

void delete_link(Tx& tx, TicketId ticket, TicketId other) {
    tx.run(delete_link_sql, ticket, other);
}

std::vector<Link> list_links(Tx& tx, TicketId ticket) {
    return tx.all(
        [](const Row& row) {
            return Link{.other = row.get<TicketId>("other"),
                        .kind = row.get<TicketLinkKind>("kind"),
                        .since = row.get<Time>("since")};
        },
        list_links_sql,
        ticket);
}

std::vector<TicketId> list_linked(Tx& tx,
                                  const std::vector<TicketId>& tickets,
                                  TicketLinkKind kind) {
    return tx.all(first_column<TicketId>,
                  tx.dialect() == Dialect::sqlite ? list_linked_sqlite : list_linked_postgres,
                  id_list(tickets, tx.dialect()),
                  kind,
                  static_cast<std::int64_t>(chain_most) + 2);
}

}  // namespace ogniwo::tickets::store
