#include "tiers/duty_store.hpp"

#include "base/check.hpp"
#include "base/describe.hpp"
#include "base/json.hpp"
#include "storage/connection.hpp"

namespace ogniwo::tiers::store {
namespace {

const Sql find_hours_sql{"tiers.find_hours", R"sql(
    SELECT tier, version, spans FROM tier_hours WHERE tier = $1
)sql"};

const Sql insert_hours_sql{"tiers.insert_hours", R"sql(
    INSERT INTO tier_hours (tier, version, spans) VALUES ($1, 2, $2) ON CONFLICT DO NOTHING
)sql"};

const Sql update_hours_sql{"tiers.update_hours", R"sql(
    UPDATE tier_hours SET version = version + 1, spans = $3 WHERE tier = $1 AND version = $2
)sql"};

const Sql claim_tier_sql{"tiers.claim_tier", R"sql(
    UPDATE tier SET version = version + 1 WHERE number = $1 AND retired_at IS NULL
    RETURNING version
)sql"};

const Sql list_duty_members_sql{"tiers.list_duty_members", R"sql(
    SELECT m.person AS person, COALESCE(t.version, 1) AS version,
           CASE WHEN t.person IS NULL THEN 10 ELSE t.capacity END AS capacity,
           COALESCE(t.availability, 'on') AS availability, t.away_until AS away_until,
           COALESCE(t.base, '') AS base, COALESCE(t.area, '') AS area,
           (EXISTS (SELECT 1 FROM tier_pattern AS p WHERE p.person = m.person)
            OR EXISTS (SELECT 1 FROM tier_shift AS s WHERE s.person = m.person)) AS has_shifts
      FROM tier_member AS m LEFT JOIN tier_technician AS t ON t.person = m.person
     WHERE m.tier = $1
     ORDER BY m.since, m.person
)sql"};

#define OGNIWO_TECHNICIAN_COLUMNS \
    " person, version, capacity, availability, away_until, base, area "

const Sql find_technician_sql{"tiers.find_technician",
                              "SELECT" OGNIWO_TECHNICIAN_COLUMNS
                              "FROM tier_technician WHERE person = $1"};

const Sql claim_technician_sql{"tiers.claim_technician",
                               "INSERT INTO tier_technician (person, version) VALUES ($1, 2)"
                               " ON CONFLICT (person) DO UPDATE"
                               " SET version = tier_technician.version + 1"
                               " RETURNING" OGNIWO_TECHNICIAN_COLUMNS};

#undef OGNIWO_TECHNICIAN_COLUMNS

const Sql update_technician_sql{"tiers.update_technician", R"sql(
    UPDATE tier_technician
       SET capacity = $2, availability = $3, away_until = $4, base = $5, area = $6
     WHERE person = $1
)sql"};

const Sql list_patterns_sqlite{"tiers.list_patterns",
                               R"sql(
    SELECT id, person, valid_from, spans FROM tier_pattern
     WHERE person IN (SELECT value FROM json_each($1)) ORDER BY person, valid_from
)sql",
                               Dialect::sqlite};

const Sql list_patterns_postgres{"tiers.list_patterns",
                                 R"sql(
    SELECT id, person, valid_from, spans FROM tier_pattern
     WHERE person = ANY (CAST($1 AS bigint[])) ORDER BY person, valid_from
)sql",
                                 Dialect::postgres};

const Sql list_planned_sql{"tiers.list_planned_persons", R"sql(
    SELECT person FROM tier_pattern UNION SELECT person FROM tier_shift ORDER BY person
)sql"};

const Sql find_pattern_sql{"tiers.find_pattern", R"sql(
    SELECT id, person, valid_from, spans FROM tier_pattern WHERE id = $1
)sql"};

const Sql save_pattern_sql{"tiers.save_pattern", R"sql(
    INSERT INTO tier_pattern (person, valid_from, spans) VALUES ($1, $2, $3)
    ON CONFLICT (person, valid_from) DO UPDATE SET spans = excluded.spans
    RETURNING id
)sql"};

const Sql delete_pattern_sql{"tiers.delete_pattern", R"sql(
    DELETE FROM tier_pattern WHERE id = $1
)sql"};

const Sql list_shifts_sqlite{"tiers.list_shifts",
                             R"sql(
    SELECT id, person, starts_at, ends_at FROM tier_shift
     WHERE person IN (SELECT value FROM json_each($1)) AND ends_at > $2 AND starts_at < $3
     ORDER BY starts_at, id
)sql",
                             Dialect::sqlite};

const Sql list_shifts_postgres{"tiers.list_shifts",
                               R"sql(
    SELECT id, person, starts_at, ends_at FROM tier_shift
     WHERE person = ANY (CAST($1 AS bigint[])) AND ends_at > $2 AND starts_at < $3
     ORDER BY starts_at, id
)sql",
                               Dialect::postgres};

const Sql find_shift_sql{"tiers.find_shift", R"sql(
    SELECT id, person, starts_at, ends_at FROM tier_shift WHERE id = $1
)sql"};

const Sql insert_shift_sql{"tiers.insert_shift", R"sql(
    INSERT INTO tier_shift (person, starts_at, ends_at) VALUES ($1, $2, $3) RETURNING id
)sql"};

const Sql delete_shift_sql{"tiers.delete_shift", R"sql(DELETE FROM tier_shift WHERE id = $1)sql"};

#define OGNIWO_ABSENCE \
    "SELECT id, person, kind, state, starts_at, ends_at, whole_days, cover FROM tier_absence"

const Sql list_absences_of_sqlite{"tiers.list_absences_of",
                                  OGNIWO_ABSENCE
                                  " WHERE person IN (SELECT value FROM json_each($1))"
                                  " AND ends_at > $2 AND starts_at < $3 ORDER BY starts_at, id",
                                  Dialect::sqlite};

const Sql list_absences_of_postgres{"tiers.list_absences_of",
                                    OGNIWO_ABSENCE
                                    " WHERE person = ANY (CAST($1 AS bigint[]))"
                                    " AND ends_at > $2 AND starts_at < $3 ORDER BY starts_at, id",
                                    Dialect::postgres};

const Sql list_absences_sql{"tiers.list_absences",
                            OGNIWO_ABSENCE
                            " WHERE ends_at > $1"
                            " AND (CAST($2 AS bigint) IS NULL OR person = $2)"
                            " AND (CAST($3 AS text) IS NULL OR state = $3)"
                            " ORDER BY starts_at, id LIMIT $4"};

const Sql find_absence_sql{"tiers.find_absence", OGNIWO_ABSENCE " WHERE id = $1"};

#undef OGNIWO_ABSENCE

const Sql insert_absence_sql{"tiers.insert_absence", R"sql(
    INSERT INTO tier_absence (person, kind, state, starts_at, ends_at, whole_days, cover)
    VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING id
)sql"};

const Sql save_state_sql{"tiers.save_absence_state", R"sql(
    UPDATE tier_absence SET state = $2 WHERE id = $1
)sql"};

const Sql delete_absence_sql{"tiers.delete_absence", R"sql(
    DELETE FROM tier_absence WHERE id = $1
)sql"};

#define OGNIWO_ON_CALL "SELECT id, tier, starts_at, ends_at, first, second FROM tier_on_call"

const Sql list_on_call_sql{"tiers.list_on_call",
                           OGNIWO_ON_CALL
                           " WHERE tier = $1 AND ends_at > $2 ORDER BY starts_at, id LIMIT $3"};

const Sql find_on_call_at_sql{"tiers.find_on_call_at",
                              OGNIWO_ON_CALL
                              " WHERE tier = $1 AND ends_at > $2 AND starts_at <= $2"
                              " ORDER BY starts_at LIMIT 1"};

const Sql find_on_call_sql{"tiers.find_on_call", OGNIWO_ON_CALL " WHERE id = $1"};

#undef OGNIWO_ON_CALL

const Sql insert_on_call_sql{"tiers.insert_on_call", R"sql(
    INSERT INTO tier_on_call (tier, starts_at, ends_at, first, second)
    VALUES ($1, $2, $3, $4, $5) RETURNING id
)sql"};

const Sql delete_on_call_sql{"tiers.delete_on_call", R"sql(
    DELETE FROM tier_on_call WHERE id = $1
)sql"};

const Sql duty_ahead_sql{"tiers.count_duty_ahead", R"sql(
    SELECT (SELECT COUNT(*) FROM tier_shift WHERE person = $1 AND ends_at > $2)
         + (SELECT COUNT(*) FROM tier_on_call WHERE first = $1 AND ends_at > $2)
         + (SELECT COUNT(*) FROM tier_on_call WHERE second = $1 AND ends_at > $2)
)sql"};

const Sql forget_technician_sql{"tiers.forget_technician", R"sql(
    DELETE FROM tier_technician WHERE person = $1
)sql"};
const Sql forget_patterns_sql{"tiers.forget_patterns", R"sql(
    DELETE FROM tier_pattern WHERE person = $1
)sql"};
const Sql forget_shifts_sql{"tiers.forget_shifts", R"sql(
    DELETE FROM tier_shift WHERE person = $1
)sql"};
const Sql forget_absences_sql{"tiers.forget_absences", R"sql(
    DELETE FROM tier_absence WHERE person = $1
)sql"};
const Sql forget_cover_sql{"tiers.forget_cover", R"sql(
    UPDATE tier_absence SET cover = NULL WHERE cover = $1
)sql"};
const Sql forget_first_sql{"tiers.forget_first", R"sql(
    DELETE FROM tier_on_call WHERE first = $1
)sql"};
const Sql forget_second_sql{"tiers.forget_second", R"sql(
    UPDATE tier_on_call SET second = NULL WHERE second = $1
)sql"};

// What we wrote ourselves.
std::vector<WeekSpan> spans_in(const std::string& json) {
    auto spans = from_json<std::vector<WeekSpan>>(json);
    INVARIANT(static_cast<bool>(spans));
    return *std::move(spans);
}

Technician read_technician(const Row& row) {
    return {.person = row.get<PersonId>("person"),
            .version = row.get<std::int64_t>("version"),
            .capacity = row.get<std::optional<int>>("capacity"),
            .availability = row.get<Availability>("availability"),
            .away_until = row.get<std::optional<Time>>("away_until"),
            .base = row.get<std::string>("base"),
            .area = row.get<std::string>("area")};
}

PatternRow read_pattern(const Row& row) {
    return {.person = row.get<PersonId>("person"),
            .pattern = {.id = row.get<PatternId>("id"),
                        .valid_from = row.get<Date>("valid_from"),
                        .spans = spans_in(row.get<std::string>("spans"))}};
}

ShiftRow read_shift(const Row& row) {
    return {.person = row.get<PersonId>("person"),
            .shift = {.id = row.get<ShiftId>("id"),
                      .starts_at = row.get<Time>("starts_at"),
                      .ends_at = row.get<Time>("ends_at")}};
}

Absence read_absence(const Row& row) {
    return {.id = row.get<AbsenceId>("id"),
            .person = row.get<PersonId>("person"),
            .kind = row.get<AbsenceKind>("kind"),
            .state = row.get<AbsenceState>("state"),
            .starts_at = row.get<Time>("starts_at"),
            .ends_at = row.get<Time>("ends_at"),
            .whole_days = row.get<bool>("whole_days"),
            .cover = row.get<std::optional<PersonId>>("cover")};
}

OnCall read_on_call(const Row& row) {
    return {.id = row.get<OnCallId>("id"),
            .tier = row.get<int>("tier"),
            .starts_at = row.get<Time>("starts_at"),
            .ends_at = row.get<Time>("ends_at"),
            .first = row.get<PersonId>("first"),
            .second = row.get<std::optional<PersonId>>("second")};
}

}  // namespace

std::optional<TierHours> find_hours(Tx& tx, int tier) {
    return tx.find(
        [](const Row& row) {
            return TierHours{.tier = row.get<int>("tier"),
                             .version = row.get<std::int64_t>("version"),
                             .hours = spans_in(row.get<std::string>("spans"))};
        },
        find_hours_sql,
        tier);
}

bool save_hours(Tx& tx, const TierHours& hours) {
    const std::string spans = to_json(hours.hours);
    if (hours.version == 1) return tx.run(insert_hours_sql, hours.tier, spans) == 1;
    return tx.run(update_hours_sql, hours.tier, hours.version, spans) == 1;
}

std::optional<std::int64_t> claim_tier(Tx& tx, int tier) {
    return tx.first<std::int64_t>(claim_tier_sql, tier);
}

std::vector<MemberRow> list_members(Tx& tx, int tier) {
    return tx.all(
        [](const Row& row) {
            return MemberRow{.technician = read_technician(row),
                             .has_shifts = row.get<bool>("has_shifts")};
        },
        list_duty_members_sql,
        tier);
}

Technician find_technician(Tx& tx, PersonId person) {
    auto found = tx.find(read_technician, find_technician_sql, person);
    return found ? *std::move(found) : Technician{.person = person};
}

Technician claim_technician(Tx& tx, PersonId person) {
    auto claimed = tx.find(read_technician, claim_technician_sql, person);
    INVARIANT(claimed.has_value());
    return *std::move(claimed);
}

void update_technician(Tx& tx, const Technician& technician) {
    tx.run(update_technician_sql,
           technician.person,
           technician.capacity,
           technician.availability,
           technician.away_until,
           technician.base,
           technician.area);
}

std::vector<PatternRow> list_patterns(Tx& tx, const std::vector<PersonId>& persons) {
    return tx.all(read_pattern,
                  tx.dialect() == Dialect::sqlite ? list_patterns_sqlite : list_patterns_postgres,
                  id_list(persons, tx.dialect()));
}

std::vector<PersonId> list_planned_persons(Tx& tx) {
    return tx.all([](const Row& row) { return row.at<PersonId>(0); }, list_planned_sql);
}

std::optional<PatternRow> find_pattern(Tx& tx, PatternId pattern) {
    return tx.find(read_pattern, find_pattern_sql, pattern);
}

PatternId save_pattern(Tx& tx, PersonId person, const WeekPattern& pattern) {
    return *tx.first<PatternId>(
        save_pattern_sql, person, pattern.valid_from, to_json(pattern.spans));
}

void delete_pattern(Tx& tx, PatternId pattern) {
    tx.run(delete_pattern_sql, pattern);
}

std::vector<ShiftRow> list_shifts(Tx& tx,
                                  const std::vector<PersonId>& persons,
                                  const std::pair<Time, Time>& window) {
    return tx.all(read_shift,
                  tx.dialect() == Dialect::sqlite ? list_shifts_sqlite : list_shifts_postgres,
                  id_list(persons, tx.dialect()),
                  window.first,
                  window.second);
}

std::optional<ShiftRow> find_shift(Tx& tx, ShiftId shift) {
    return tx.find(read_shift, find_shift_sql, shift);
}

ShiftId insert_shift(Tx& tx, PersonId person, const Shift& shift) {
    return *tx.first<ShiftId>(insert_shift_sql, person, shift.starts_at, shift.ends_at);
}

void delete_shift(Tx& tx, ShiftId shift) {
    tx.run(delete_shift_sql, shift);
}

std::vector<Absence> list_absences_of(Tx& tx,
                                      const std::vector<PersonId>& persons,
                                      const std::pair<Time, Time>& window) {
    return tx.all(
        read_absence,
        tx.dialect() == Dialect::sqlite ? list_absences_of_sqlite : list_absences_of_postgres,
        id_list(persons, tx.dialect()),
        window.first,
        window.second);
}

std::vector<Absence> list_absences(Tx& tx, const AbsenceFilter& filter) {
    return tx.all(read_absence,
                  list_absences_sql,
                  filter.ends_after,
                  filter.person,
                  filter.state,
                  filter.limit);
}

std::optional<Absence> find_absence(Tx& tx, AbsenceId absence) {
    return tx.find(read_absence, find_absence_sql, absence);
}

AbsenceId insert_absence(Tx& tx, const Absence& absence) {
    return *tx.first<AbsenceId>(insert_absence_sql,
                                absence.person,
                                absence.kind.value_or(AbsenceKind::other),
                                absence.state,
                                absence.starts_at,
                                absence.ends_at,
                                absence.whole_days,
                                absence.cover);
}

void save_state(Tx& tx, AbsenceId absence, AbsenceState state) {
    tx.run(save_state_sql, absence, state);
}

void delete_absence(Tx& tx, AbsenceId absence) {
    tx.run(delete_absence_sql, absence);
}

std::vector<OnCall> list_on_call(Tx& tx, int tier, Time ends_after, int limit) {
    return tx.all(read_on_call, list_on_call_sql, tier, ends_after, limit);
}

std::optional<OnCall> find_on_call_at(Tx& tx, int tier, Time at) {
    return tx.find(read_on_call, find_on_call_at_sql, tier, at);
}

std::optional<OnCall> find_on_call(Tx& tx, OnCallId on_call) {
    return tx.find(read_on_call, find_on_call_sql, on_call);
}

OnCallId insert_on_call(Tx& tx, const OnCall& on_call) {
    return *tx.first<OnCallId>(insert_on_call_sql,
                               on_call.tier,
                               on_call.starts_at,
                               on_call.ends_at,
                               on_call.first,
                               on_call.second);
}

void delete_on_call(Tx& tx, OnCallId on_call) {
    tx.run(delete_on_call_sql, on_call);
}

std::int64_t count_duty_ahead(Tx& tx, PersonId person, Time now) {
    return tx.one<std::int64_t>(duty_ahead_sql, person, now);
}

void delete_duty_of(Tx& tx, PersonId person) {
    tx.run(forget_technician_sql, person);
    tx.run(forget_patterns_sql, person);
    tx.run(forget_shifts_sql, person);
    tx.run(forget_absences_sql, person);
    tx.run(forget_cover_sql, person);
    tx.run(forget_first_sql, person);
    tx.run(forget_second_sql, person);
}

}  // namespace ogniwo::tiers::store
