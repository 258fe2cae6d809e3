#include "calendars/store.hpp"

#include "base/check.hpp"
#include "base/json.hpp"
#include "base/text.hpp"
#include "calendars/documents.hpp"

namespace ogniwo::calendars::store {
namespace {

const Sql claim_root_sql{"calendars.claim_root", R"sql(
    UPDATE calendar_root SET version = version + 1 WHERE id = 1
)sql"};

// $1 is of the enumeration Which.
#define OGNIWO_WHICH \
    "(CAST($1 AS text) = 'all' OR (retired_at IS NOT NULL) = (CAST($1 AS text) = 'retired'))"

// --- Calendars

#define OGNIWO_CALENDAR "SELECT id, version, name, is_default, retired_at FROM calendar "

const Sql find_calendar_sql{"calendars.find_calendar", OGNIWO_CALENDAR "WHERE id = $1"};

const Sql list_calendars_sql{"calendars.list_calendars",
                             OGNIWO_CALENDAR "WHERE " OGNIWO_WHICH
                                             " ORDER BY is_default DESC, folded, id"};

const Sql list_calendars_after_sql{"calendars.list_calendars_after",
                                   OGNIWO_CALENDAR "WHERE id > $1 ORDER BY id LIMIT $2"};

#undef OGNIWO_CALENDAR

const Sql find_default_sql{"calendars.find_default", R"sql(
    SELECT id FROM calendar WHERE is_default
)sql"};

const Sql find_called_sql{"calendars.find_called", R"sql(
    SELECT id FROM calendar WHERE folded = $1 AND retired_at IS NULL
)sql"};

const Sql insert_calendar_sql{"calendars.insert_calendar", R"sql(
    INSERT INTO calendar (version, name, folded, is_default) VALUES (0, $1, $2, FALSE)
    RETURNING id
)sql"};

const Sql update_name_sql{"calendars.update_name", R"sql(
    UPDATE calendar SET name = $2, folded = $3 WHERE id = $1
)sql"};

const Sql insert_default_sql{"calendars.insert_default", R"sql(
    INSERT INTO calendar_default (calendar, chosen_at) VALUES ($1, $2)
)sql"};

const Sql list_defaults_sql{"calendars.list_defaults", R"sql(
    SELECT calendar, chosen_at FROM calendar_default ORDER BY chosen_at, id
)sql"};

const Sql update_default_sql{"calendars.update_default", R"sql(
    UPDATE calendar SET is_default = $2 WHERE id = $1
)sql"};

const Sql update_retired_sql{"calendars.update_retired", R"sql(
    UPDATE calendar SET retired_at = $2 WHERE id = $1
)sql"};

const Sql raise_version_sql{"calendars.raise_version", R"sql(
    UPDATE calendar SET version = version + 1 WHERE id = $1 RETURNING version
)sql"};

// --- Versions

const Sql list_versions_sql{"calendars.list_versions", R"sql(
    SELECT number, holds_from, recorded_at, document FROM calendar_version
     WHERE calendar = $1 ORDER BY number
)sql"};

const Sql newest_version_sql{"calendars.newest_version", R"sql(
    SELECT number, holds_from, recorded_at, document FROM calendar_version
     WHERE calendar = $1 ORDER BY number DESC LIMIT 1
)sql"};

const Sql newest_versions_sql{"calendars.newest_versions", R"sql(
    SELECT calendar, number, holds_from, recorded_at, document
      FROM calendar_version
      JOIN calendar ON calendar.id = calendar_version.calendar
     WHERE (CAST($1 AS text) = 'all' OR (retired_at IS NOT NULL) = (CAST($1 AS text) = 'retired'))
       AND number = (SELECT MAX(other.number) FROM calendar_version AS other
                      WHERE other.calendar = calendar_version.calendar)
)sql"};

const Sql insert_version_sql{"calendars.insert_version", R"sql(
    INSERT INTO calendar_version (calendar, number, holds_from, recorded_at, document)
    VALUES ($1, $2, $3, $4, $5)
)sql"};

// --- Holiday sets

#define OGNIWO_SET "SELECT id, version, name, total, retired_at FROM calendar_holidays "

const Sql find_set_sql{"calendars.find_set", OGNIWO_SET "WHERE id = $1"};

const Sql list_sets_sql{"calendars.list_sets",
                        OGNIWO_SET "WHERE " OGNIWO_WHICH " ORDER BY folded, id"};

const Sql list_sets_after_sql{"calendars.list_sets_after",
                              OGNIWO_SET "WHERE id > $1 ORDER BY id LIMIT $2"};

#undef OGNIWO_SET
#undef OGNIWO_WHICH

const Sql load_days_sql{"calendars.load_days", R"sql(
    SELECT days FROM calendar_holidays WHERE id = $1
)sql"};

const Sql find_set_called_sql{"calendars.find_set_called", R"sql(
    SELECT id FROM calendar_holidays WHERE folded = $1 AND retired_at IS NULL
)sql"};

const Sql insert_set_sql{"calendars.insert_set", R"sql(
    INSERT INTO calendar_holidays (version, name, folded, days, total) VALUES (0, $1, $2, $3, $4)
    RETURNING id
)sql"};

const Sql update_set_sql{"calendars.update_set", R"sql(
    UPDATE calendar_holidays SET name = $2, folded = $3, days = $4, total = $5 WHERE id = $1
)sql"};

const Sql update_set_retired_sql{"calendars.update_set_retired", R"sql(
    UPDATE calendar_holidays SET retired_at = $2 WHERE id = $1
)sql"};

const Sql raise_set_version_sql{"calendars.raise_set_version", R"sql(
    UPDATE calendar_holidays SET version = version + 1 WHERE id = $1 RETURNING version
)sql"};

// What we wrote ourselves.
template <class T>
T read_document(const Row& row, std::string_view column) {
    auto read = from_json<T>(row.get<std::string>(column));
    INVARIANT(static_cast<bool>(read));
    return *std::move(read);
}

StoredCalendar read_calendar(const Row& row) {
    return {.id = row.get<CalendarId>("id"),
            .version = row.get<std::int64_t>("version"),
            .name = row.get<std::string>("name"),
            .is_default = row.get<bool>("is_default"),
            .retired_at = row.get<std::optional<Time>>("retired_at")};
}

StoredVersion read_version(const Row& row) {
    StoredVersion version;
    version.number = row.get<int>("number");
    version.from = row.get<Date>("holds_from");
    version.document = read_document<PlanDocument>(row, "document");
    version.recorded_at = row.get<Time>("recorded_at");
    return version;
}

StoredSet read_set(const Row& row) {
    return {.id = row.get<HolidaySetId>("id"),
            .version = row.get<std::int64_t>("version"),
            .name = row.get<std::string>("name"),
            .total = row.get<std::int64_t>("total"),
            .retired_at = row.get<std::optional<Time>>("retired_at")};
}

}  // namespace

void claim_root(Tx& tx) {
    tx.run(claim_root_sql);
}

std::optional<StoredCalendar> find_calendar(Tx& tx, CalendarId calendar) {
    return tx.find(read_calendar, find_calendar_sql, calendar);
}

std::optional<CalendarId> find_default(Tx& tx) {
    return tx.first<CalendarId>(find_default_sql);
}

std::vector<StoredCalendar> list_calendars(Tx& tx, Which which) {
    return tx.all(read_calendar, list_calendars_sql, which);
}

std::vector<StoredCalendar> list_calendars_after(Tx& tx, CalendarId after, int limit) {
    return tx.all(read_calendar, list_calendars_after_sql, after, limit);
}

std::optional<CalendarId> find_called(Tx& tx, const std::string& name) {
    return tx.first<CalendarId>(find_called_sql, fold(name));
}

CalendarId insert_calendar(Tx& tx, const std::string& name) {
    return tx.one<CalendarId>(insert_calendar_sql, name, fold(name));
}

void update_name(Tx& tx, CalendarId calendar, const std::string& name) {
    tx.run(update_name_sql, calendar, name, fold(name));
}

void insert_default(Tx& tx, CalendarId calendar, Time now) {
    tx.run(insert_default_sql, calendar, now);
}

std::vector<ChosenDefault> list_defaults(Tx& tx) {
    const auto read = [](const Row& row) {
        return ChosenDefault{.calendar = row.get<CalendarId>("calendar"),
                             .chosen_at = row.get<Time>("chosen_at")};
    };
    return tx.all(read, list_defaults_sql);
}

void update_default(Tx& tx, CalendarId calendar, bool is_default) {
    tx.run(update_default_sql, calendar, is_default);
}

void update_retired(Tx& tx, CalendarId calendar, std::optional<Time> retired_at) {
    tx.run(update_retired_sql, calendar, retired_at);
}

std::int64_t raise_version(Tx& tx, CalendarId calendar) {
    return tx.one<std::int64_t>(raise_version_sql, calendar);
}

std::vector<StoredVersion> list_versions(Tx& tx, CalendarId calendar) {
    return tx.all(read_version, list_versions_sql, calendar);
}

StoredVersion load_newest_version(Tx& tx, CalendarId calendar) {
    auto newest = tx.find(read_version, newest_version_sql, calendar);
    INVARIANT(newest.has_value());
    return *std::move(newest);
}

std::map<CalendarId, StoredVersion> list_newest_versions(Tx& tx, Which which) {
    std::map<CalendarId, StoredVersion> newest;
    (void)tx.all(
        [&](const Row& row) {
            newest[row.get<CalendarId>("calendar")] = read_version(row);
            return 0;
        },
        newest_versions_sql,
        which);
    return newest;
}

void insert_version(Tx& tx, CalendarId calendar, const PlannedEra& era, Time recorded_at) {
    tx.run(insert_version_sql, calendar, era.number, era.from, recorded_at, to_json(era.document));
}

std::optional<StoredSet> find_set(Tx& tx, HolidaySetId set) {
    return tx.find(read_set, find_set_sql, set);
}

std::vector<FreeDay> load_days(Tx& tx, HolidaySetId set) {
    const auto days =
        tx.find([](const Row& row) { return read_document<std::vector<FreeDay>>(row, "days"); },
                load_days_sql,
                set);
    INVARIANT(days.has_value());
    return *days;
}

std::vector<StoredSet> list_sets(Tx& tx, Which which) {
    return tx.all(read_set, list_sets_sql, which);
}

std::vector<StoredSet> list_sets_after(Tx& tx, HolidaySetId after, int limit) {
    return tx.all(read_set, list_sets_after_sql, after, limit);
}

std::optional<HolidaySetId> find_set_called(Tx& tx, const std::string& name) {
    return tx.first<HolidaySetId>(find_set_called_sql, fold(name));
}

HolidaySetId insert_set(Tx& tx, const std::string& name, const std::vector<FreeDay>& days) {
    return tx.one<HolidaySetId>(insert_set_sql, name, fold(name), to_json(days), days.size());
}

void update_set(Tx& tx,
                HolidaySetId set,
                const std::string& name,
                const std::vector<FreeDay>& days) {
    tx.run(update_set_sql, set, name, fold(name), to_json(days), days.size());
}

void update_set_retired(Tx& tx, HolidaySetId set, std::optional<Time> retired_at) {
    tx.run(update_set_retired_sql, set, retired_at);
}

std::int64_t raise_version(Tx& tx, HolidaySetId set) {
    return tx.one<std::int64_t>(raise_set_version_sql, set);
}

}  // namespace ogniwo::calendars::store
