#include "storage/journal.hpp"

#include <array>
#include <charconv>

#include "base/encoding.hpp"

namespace ogniwo {
namespace {

#define JOURNAL_COLUMNS                                                                         \
    "SELECT position, xid, generation, recorded_at, happened_at, origin, actor, on_behalf_of, " \
    "customer, subject_kind, subject_id, subject_version, name, schema, cause, depth, trace, "  \
    "payload FROM journal "

#define CHANGE_COLUMNS                                                                          \
    "SELECT generation, xid, position, origin, subject_kind, subject_id, subject_version, name" \
    " FROM journal "

#define AFTER_SQLITE                                   \
    "WHERE (generation, xid, position) > ($1, $2, $3)" \
    " ORDER BY generation, xid, position LIMIT $4"

const Sql read_after_sqlite{
    "journal.read_after_sqlite", JOURNAL_COLUMNS AFTER_SQLITE, Dialect::sqlite};
const Sql changes_after_sqlite{
    "journal.changes_after_sqlite", CHANGE_COLUMNS AFTER_SQLITE, Dialect::sqlite};

// What is not settled yet has a transaction id that is not below the oldest running one.
#define AFTER_POSTGRES                                                                 \
    "WHERE (generation, xid, position) > ($1, $2, $3)"                                 \
    " AND (generation < (SELECT generation FROM installation)"                         \
    " OR xid < CAST(CAST(pg_snapshot_xmin(pg_current_snapshot()) AS text) AS bigint))" \
    " ORDER BY generation, xid, position LIMIT $4"

const Sql read_after_postgres{
    "journal.read_after_postgres", JOURNAL_COLUMNS AFTER_POSTGRES, Dialect::postgres};
const Sql changes_after_postgres{
    "journal.changes_after_postgres", CHANGE_COLUMNS AFTER_POSTGRES, Dialect::postgres};

const Sql end_sqlite{"journal.end_sqlite",
                     R"sql(
    SELECT generation, xid, position FROM journal
     ORDER BY generation DESC, xid DESC, position DESC LIMIT 1
)sql",
                     Dialect::sqlite};

const Sql end_postgres{"journal.end_postgres",
                       R"sql(
    SELECT generation, xid, position FROM journal
     WHERE generation < (SELECT generation FROM installation)
        OR xid < CAST(CAST(pg_snapshot_xmin(pg_current_snapshot()) AS text) AS bigint)
     ORDER BY generation DESC, xid DESC, position DESC LIMIT 1
)sql",
                       Dialect::postgres};

const Sql of_subject_sql{"journal.of_subject", JOURNAL_COLUMNS R"sql(
     WHERE subject_kind = $1 AND subject_id = $2
     ORDER BY generation, xid, position
)sql"};

const Sql of_subjects_sql{"journal.of_subjects", JOURNAL_COLUMNS R"sql(
     WHERE subject_kind = $1 AND subject_id BETWEEN $2 AND $3
     ORDER BY subject_id, position
)sql"};

// A subject's events are written one transaction after the other, so their positions rise in the
// order of the journal. Between subjects they need not.
const Sql of_subject_after_sql{"journal.of_subject_after", JOURNAL_COLUMNS R"sql(
     WHERE subject_kind = $1 AND subject_id = $2 AND (generation, xid, position) > ($3, $4, $5)
     ORDER BY position LIMIT $6
)sql"};

#undef JOURNAL_COLUMNS
#undef CHANGE_COLUMNS
#undef AFTER_SQLITE
#undef AFTER_POSTGRES

const Sql text_sql{"journal.text", R"sql(
    SELECT text FROM journal_text WHERE event = $1 AND field = $2
)sql"};

const Sql texts_of_subject_sql{"journal.texts_of_subject", R"sql(
    SELECT journal_text.event, journal_text.field, journal_text.text
      FROM journal JOIN journal_text ON journal_text.event = journal.position
     WHERE journal.subject_kind = $1 AND journal.subject_id = $2
       AND journal.position BETWEEN $3 AND $4
     ORDER BY journal_text.event, journal_text.field
)sql"};

const Sql erase_texts_sql{"journal.erase_texts", R"sql(
    UPDATE journal_text SET text = NULL, erased_at = $3
     WHERE text IS NOT NULL
       AND event IN (SELECT position FROM journal WHERE subject_kind = $1 AND subject_id = $2)
)sql"};

const Sql erase_texts_of_sql{"journal.erase_texts_of", R"sql(
    UPDATE journal_text SET text = NULL, erased_at = $2 WHERE text IS NOT NULL AND event = $1
)sql"};

const Sql last_of_piece_sql{"journal.last_of_piece", R"sql(
    SELECT MAX(position) FROM (SELECT position FROM journal WHERE actor = $1 AND position > $2
                                ORDER BY position LIMIT $3) AS piece
)sql"};

const Sql erase_texts_by_sql{"journal.erase_texts_by", R"sql(
    UPDATE journal_text SET text = NULL, erased_at = $4
     WHERE text IS NOT NULL
       AND event IN (SELECT position FROM journal
                      WHERE actor = $1 AND position > $2 AND position <= $3)
)sql"};

const Sql raise_generation_sql{"journal.raise_generation", R"sql(
    UPDATE installation SET generation = generation + 1
)sql"};

struct Lift {
    std::string name;
    int from_schema;
    journal::Upcast lift;
};

std::vector<Lift>& lifts() {
    static std::vector<Lift> registered;
    return registered;
}

void lift_to_newest(Event& event) {
    for (bool lifted = true; lifted;) {
        lifted = false;
        for (const Lift& step : lifts()) {
            if (step.from_schema != event.schema || step.name != event.name) continue;
            event.payload = step.lift(std::move(event.payload));
            ++event.schema;
            lifted = true;
        }
    }
}

Cursor read_cursor(const Row& row) {
    return {.generation = row.get<std::int64_t>("generation"),
            .xid = row.get<std::int64_t>("xid"),
            .position = row.get<std::int64_t>("position")};
}

Event read_event(const Row& row) {
    Event event{.at = read_cursor(row),
                .recorded_at = row.get<Time>("recorded_at"),
                .happened_at = row.get<Time>("happened_at"),
                .origin = row.get<Origin>("origin"),
                .actor = row.get<std::optional<PersonId>>("actor"),
                .on_behalf_of = row.get<std::optional<PersonId>>("on_behalf_of"),
                .customer = row.get<std::optional<CustomerId>>("customer"),
                .subject_kind = row.get<std::string>("subject_kind"),
                .subject_id = row.get<std::int64_t>("subject_id"),
                .subject_version = row.get<std::int64_t>("subject_version"),
                .name = row.get<std::string>("name"),
                .schema = row.get<int>("schema"),
                .cause = row.get<std::optional<EventId>>("cause"),
                .depth = row.get<int>("depth"),
                .trace = row.get<std::string>("trace"),
                .payload = row.get<std::string>("payload")};
    lift_to_newest(event);
    return event;
}

}  // namespace

std::string to_text(const Cursor& cursor) {
    return to_base64url(std::to_string(cursor.generation) + "." + std::to_string(cursor.xid) + "." +
                        std::to_string(cursor.position));
}

std::optional<Cursor> parse_cursor(std::string_view text) {
    constexpr std::size_t longest = 90;
    if (text.size() > longest) return std::nullopt;
    const auto decoded = from_base64url(text);
    if (!decoded) return std::nullopt;
    std::array<std::int64_t, 3> numbers{};
    const char* at = decoded->data();
    const char* const end = at + decoded->size();
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        if (i > 0 && (at == end || *at++ != '.')) return std::nullopt;
        const auto parsed = std::from_chars(at, end, numbers[i]);
        if (parsed.ec != std::errc{} || numbers[i] < 0) return std::nullopt;
        at = parsed.ptr;
    }
    const Cursor cursor{numbers[0], numbers[1], numbers[2]};
    // Only what we wrote ourselves: no leading zeros, no rest, no second spelling.
    if (at != end || to_text(cursor) != text) return std::nullopt;
    return cursor;
}

namespace journal {

std::vector<Event> read_after(Tx& tx, const Cursor& after, int limit) {
    const Sql& sql = tx.dialect() == Dialect::sqlite ? read_after_sqlite : read_after_postgres;
    return tx.all(read_event, sql, after.generation, after.xid, after.position, limit);
}

std::vector<Change> changes_after(Tx& tx, const Cursor& after, int limit) {
    return tx.all(
        [](const Row& row) {
            return Change{.at = read_cursor(row),
                          .origin = row.get<Origin>("origin"),
                          .subject_kind = row.get<std::string>("subject_kind"),
                          .subject_id = row.get<std::int64_t>("subject_id"),
                          .subject_version = row.get<std::int64_t>("subject_version"),
                          .name = row.get<std::string>("name")};
        },
        tx.dialect() == Dialect::sqlite ? changes_after_sqlite : changes_after_postgres,
        after.generation,
        after.xid,
        after.position,
        limit);
}

std::vector<Event> of_subject(Tx& tx, std::string_view kind, std::int64_t id) {
    return tx.all(read_event, of_subject_sql, kind, id);
}

std::vector<Event> of_subjects(Tx& tx,
                               std::string_view kind,
                               std::int64_t first,
                               std::int64_t last) {
    return tx.all(read_event, of_subjects_sql, kind, first, last);
}

std::vector<Event> of_subject_after(
    Tx& tx, std::string_view kind, std::int64_t id, const Cursor& after, int limit) {
    return tx.all(read_event,
                  of_subject_after_sql,
                  kind,
                  id,
                  after.generation,
                  after.xid,
                  after.position,
                  limit);
}

Cursor end(Tx& tx) {
    const Sql& sql = tx.dialect() == Dialect::sqlite ? end_sqlite : end_postgres;
    return tx.find(read_cursor, sql).value_or(Cursor{});
}

std::optional<std::string> text(Tx& tx, EventId event, std::string_view field) {
    return tx.first<std::optional<std::string>>(text_sql, event, field).value_or(std::nullopt);
}

std::vector<SubjectText> texts_of_subject(
    Tx& tx, std::string_view kind, std::int64_t id, EventId first, EventId last) {
    return tx.all(
        [](const Row& row) {
            return SubjectText{.event = row.get<EventId>("event"),
                               .field = row.get<std::string>("field"),
                               .text = row.get<std::optional<std::string>>("text")};
        },
        texts_of_subject_sql,
        kind,
        id,
        first,
        last);
}

void erase_texts(Work& work, std::string_view kind, std::int64_t id) {
    work.tx.run(erase_texts_sql, kind, id, work.now);
}

void erase_texts_of(Work& work, EventId event) {
    work.tx.run(erase_texts_of_sql, event, work.now);
}

void erase_texts_by(Work& work, PersonId actor) {
    // In pieces: what somebody has written in ten years does not fit into one statement's time.
    constexpr int piece = 2'000;
    const auto last_after = [&](EventId after) {
        return work.tx.one<std::optional<EventId>>(last_of_piece_sql, actor, after, piece);
    };
    EventId after{};
    while (const auto last = last_after(after)) {
        work.tx.run(erase_texts_by_sql, actor, after, *last, work.now);
        after = *last;
    }
}

void raise_generation(Tx& tx) {
    tx.run(raise_generation_sql);
}

void add_upcaster(std::string_view name, int from_schema, Upcast lift) {
    lifts().push_back({std::string(name), from_schema, lift});
}

}  // namespace journal
}  // namespace ogniwo
