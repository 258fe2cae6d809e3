#include "storage/work.hpp"

#include "base/check.hpp"
#include "storage/journal.hpp"

namespace ogniwo {
namespace {

// An event whose chain of causes is longer than this is a loop between automations.
constexpr int depth_most = 8;

// The xid column has a default that is 0 on SQLite and the transaction's id on PostgreSQL.
#define OGNIWO_INSERT_EVENT                                                                   \
    "INSERT INTO journal (generation, recorded_at, happened_at, origin, actor, on_behalf_of," \
    " customer, subject_kind, subject_id, subject_version, name, schema, cause, depth,"       \
    " trace, payload)"                                                                        \
    " VALUES ((SELECT generation FROM installation), $1, $2, $3, $4, $5, $6, $7, $8, $9,"     \
    " $10, $11, $12, $13, $14, $15)"

const Sql insert_event_sqlite{"journal.insert_event", OGNIWO_INSERT_EVENT, Dialect::sqlite};
const Sql insert_event_postgres{
    "journal.insert_event", OGNIWO_INSERT_EVENT " RETURNING position, xid", Dialect::postgres};

#undef OGNIWO_INSERT_EVENT

const Sql insert_text_sql{"journal.insert_text", R"sql(
    INSERT INTO journal_text (event, field, text) VALUES ($1, $2, $3)
)sql"};

template <class... Columns>
EventId insert_event(Tx& tx, const Columns&... columns) {
    if (tx.dialect() == Dialect::sqlite) return tx.insert<EventId>(insert_event_sqlite, columns...);
    const auto inserted = tx.find(
        [](const Row& row) {
            return std::pair(row.get<EventId>("position"), row.get<std::int64_t>("xid"));
        },
        insert_event_postgres,
        columns...);
    tx.connection().note_recorded_in(inserted->second);
    return inserted->first;
}

std::optional<PersonId> person_of(const Actor& actor) {
    return actor.person ? std::optional(actor.person) : std::nullopt;
}

}  // namespace

EventId Work::append(std::string_view name,
                     int schema,
                     std::string payload,
                     const About& about,
                     std::vector<EventText> texts) {
    INVARIANT(depth <= depth_most);
    const EventId event = insert_event(tx,
                                       now,
                                       happened_at.value_or(now),
                                       origin,
                                       person_of(actor),
                                       actor.on_behalf_of,
                                       about.customer,
                                       about.kind,
                                       about.id,
                                       about.version,
                                       name,
                                       schema,
                                       cause,
                                       depth,
                                       caller.trace,
                                       payload);
    for (const EventText& text : texts) {
        tx.run(insert_text_sql, event, text.field, text.text);
    }
    return event;
}

Work acting_as(const Work& work, const Actor& actor) {
    return Work{{work.tx, actor, work.now, work.environment, work.caller},
                work.origin,
                work.happened_at,
                work.cause,
                work.depth};
}

}  // namespace ogniwo
