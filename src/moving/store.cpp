#include "moving/store.hpp"

#include "base/csv.hpp"
#include "base/json.hpp"

namespace ogniwo::moving::store {
namespace {

const Sql find_source_sql{"moving.find_source", R"sql(
    SELECT id, name, mapping, used_at FROM moving_source WHERE kind = $1 AND name = $2
)sql"};

const Sql list_sources_sql{"moving.list_sources", R"sql(
    SELECT id, name, mapping, used_at FROM moving_source WHERE kind = $1
     ORDER BY used_at DESC, id LIMIT $2
)sql"};

const Sql save_source_sql{"moving.save_source", R"sql(
    INSERT INTO moving_source (version, kind, name, mapping, used_at)
    VALUES (1, $1, $2, $3, $4)
    ON CONFLICT (kind, name) DO UPDATE
       SET version = moving_source.version + 1, mapping = excluded.mapping,
           used_at = excluded.used_at
    RETURNING id
)sql"};

const Sql claim_source_sql{"moving.claim_source", R"sql(
    UPDATE moving_source SET version = version + 1 WHERE id = $1
)sql"};

const Sql insert_import_sql{"moving.insert_import", R"sql(
    INSERT INTO moving_import (version, kind, state, file_name, format, sheets, header, mapping,
                               total, done, fresh, unchanged, changed, duplicate, wrong, noted,
                               by_person, created_at)
    VALUES (1, $1, $2, $3, $4, $5, $6, $7, $8, 0, 0, 0, 0, 0, 0, 0, $9, $10)
    RETURNING id
)sql"};

#define OGNIWO_IMPORT_COLUMNS                                                                \
    " id, version, kind, state, source, file_name, format, sheets, header, mapping, total,"  \
    " done, fresh, unchanged, changed, duplicate, wrong, noted, job, by_person, created_at," \
    " ended_at "

const Sql find_import_sql{"moving.find_import",
                          "SELECT" OGNIWO_IMPORT_COLUMNS "FROM moving_import WHERE id = $1"};

const Sql claim_import_sql{"moving.claim_import",
                           "UPDATE moving_import SET version = version + 1 WHERE id = $1"
                           " RETURNING" OGNIWO_IMPORT_COLUMNS};

const Sql list_imports_sql{"moving.list_imports",
                           "SELECT" OGNIWO_IMPORT_COLUMNS
                           "FROM moving_import WHERE id < $1 AND state <> 'loading'"
                           " ORDER BY id DESC LIMIT $2"};

#undef OGNIWO_IMPORT_COLUMNS

const Sql update_import_sql{"moving.update_import", R"sql(
    UPDATE moving_import
       SET state = $2, source = $3, mapping = $4, done = $5, fresh = $6, unchanged = $7,
           changed = $8, duplicate = $9, wrong = $10, noted = $11, job = $12, by_person = $13,
           ended_at = $14
     WHERE id = $1
)sql"};

const Sql list_imports_before_sql{"moving.list_imports_before", R"sql(
    SELECT i.id FROM moving_import i
     WHERE i.created_at < $1
       AND EXISTS (SELECT 1 FROM moving_row r WHERE r.import = i.id)
     ORDER BY i.created_at, i.id LIMIT $2
)sql"};

const Sql insert_row_sql{"moving.insert_row", R"sql(
    INSERT INTO moving_row (import, place, line, cells, verdict, problems)
    VALUES ($1, $2, $3, $4, $5, $6)
)sql"};

const Sql update_row_sql{"moving.update_row", R"sql(
    UPDATE moving_row SET verdict = $3, target = $4, person = $5, problems = $6
     WHERE import = $1 AND place = $2
)sql"};

const Sql list_rows_sql{"moving.list_rows", R"sql(
    SELECT place, line, cells, verdict, target, person, problems FROM moving_row
     WHERE import = $1 AND place > $2 ORDER BY place LIMIT $3
)sql"};

const Sql find_row_sql{"moving.find_row", R"sql(
    SELECT place, line, cells, verdict, target, person, problems FROM moving_row
     WHERE import = $1 AND place = $2
)sql"};

const Sql list_rows_of_verdict_sql{"moving.list_rows_of_verdict", R"sql(
    SELECT place, line, cells, verdict, target, person, problems FROM moving_row
     WHERE import = $1 AND verdict = $2 AND place > $3
       AND (NOT CAST($4 AS boolean) OR problems <> '[]')
     ORDER BY place LIMIT $5
)sql"};

const Sql list_rows_with_problems_sql{"moving.list_rows_with_problems", R"sql(
    SELECT place, line, cells, verdict, target, person, problems FROM moving_row
     WHERE import = $1 AND place > $2 AND problems <> '[]' ORDER BY place LIMIT $3
)sql"};

const Sql delete_rows_sql{"moving.delete_rows", R"sql(
    DELETE FROM moving_row WHERE import = $1 AND place IN (
        SELECT place FROM moving_row WHERE import = $1 ORDER BY place LIMIT $2)
)sql"};

const Sql forget_person_sql{"moving.forget_person", R"sql(
    UPDATE moving_row SET cells = '', problems = '[]' WHERE person = $1
)sql"};

const Sql list_rows_about_sql{"moving.list_rows_about", R"sql(
    SELECT place, line, cells, verdict, target, person, problems FROM moving_row
     WHERE person = $1 ORDER BY import, place
)sql"};

const Sql insert_seen_sql{"moving.insert_seen", R"sql(
    INSERT INTO moving_seen (import, mac, place) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING
)sql"};

const Sql list_seen_sql{"moving.list_seen", R"sql(
    SELECT place FROM moving_seen WHERE import = $1 AND mac = $2 ORDER BY place LIMIT $3
)sql"};

const Sql delete_seen_sql{"moving.delete_seen", R"sql(
    DELETE FROM moving_seen WHERE import = $1 AND (mac, place) IN (
        SELECT mac, place FROM moving_seen WHERE import = $1 ORDER BY mac, place LIMIT $2)
)sql"};

const Sql find_known_sql{"moving.find_known", R"sql(
    SELECT target, digest FROM moving_key WHERE source = $1 AND mac = $2
)sql"};

const Sql save_known_sql{"moving.save_known", R"sql(
    INSERT INTO moving_key (source, mac, target, digest) VALUES ($1, $2, $3, $4)
    ON CONFLICT (source, mac) DO UPDATE SET target = excluded.target, digest = excluded.digest
)sql"};

const Sql find_targets_sql{"moving.find_targets", R"sql(
    SELECT DISTINCT k.target FROM moving_key k JOIN moving_source s ON s.id = k.source
     WHERE k.mac = $1 AND s.kind = $2 ORDER BY k.target LIMIT 2
)sql"};

template <class T>
T from_stored(const std::string& json) {
    auto read = from_json<T>(json);
    INVARIANT(static_cast<bool>(read));
    return *std::move(read);
}

// Cells are long, have many lines and hold whatever people typed: CSV keeps all of that.
std::string cells_text(const std::vector<std::string>& cells) {
    if (cells.empty()) return {};
    return CsvWriter(CsvFlavour::plain, FormulaGuard::off).row(cells);
}

std::vector<std::string> read_cells(std::string text) {
    TextSource source(std::move(text));
    CsvReader reader(source, {.separator = CsvSeparator::comma});
    auto row = reader.next();
    INVARIANT(static_cast<bool>(row));
    return *row ? std::move((*row)->fields) : std::vector<std::string>();
}

Source read_source(const Row& row) {
    return {.id = row.get<SourceId>("id"),
            .name = row.get<std::string>("name"),
            .mapping = from_stored<MovingMapping>(row.get<std::string>("mapping")),
            .used_at = row.get<Time>("used_at")};
}

Import read_import(const Row& row) {
    const auto number = [&row](std::string_view column) { return row.get<std::int64_t>(column); };
    return {.id = row.get<MovingId>("id"),
            .version = number("version"),
            .kind = row.get<MovingKind>("kind"),
            .state = row.get<MovingState>("state"),
            .source = row.get<std::optional<SourceId>>("source"),
            .file_name = row.get<std::string>("file_name"),
            .form = from_stored<MovingForm>(row.get<std::string>("format")),
            .sheets = from_stored<std::vector<std::string>>(row.get<std::string>("sheets")),
            .header = from_stored<std::vector<std::string>>(row.get<std::string>("header")),
            .mapping = from_stored<MovingMapping>(row.get<std::string>("mapping")),
            .total = number("total"),
            .done = number("done"),
            .counts = {.fresh = number("fresh"),
                       .unchanged = number("unchanged"),
                       .changed = number("changed"),
                       .duplicate = number("duplicate"),
                       .wrong = number("wrong"),
                       .noted = number("noted")},
            .job = row.get<std::optional<JobId>>("job"),
            .by = row.get<std::optional<PersonId>>("by_person"),
            .created_at = row.get<Time>("created_at"),
            .ended_at = row.get<std::optional<Time>>("ended_at")};
}

ImportedRow read_row(const Row& row) {
    return {.place = row.get<int>("place"),
            .line = row.get<std::int64_t>("line"),
            .cells = read_cells(row.get<std::string>("cells")),
            .verdict = row.get<std::optional<RowVerdict>>("verdict"),
            .target = row.get<std::optional<std::int64_t>>("target"),
            .person = row.get<std::optional<PersonId>>("person"),
            .problems = from_stored<std::vector<RowProblem>>(row.get<std::string>("problems"))};
}

}  // namespace

std::optional<Source> find_source(Tx& tx, MovingKind kind, const std::string& name) {
    return tx.find(read_source, find_source_sql, kind, name);
}

std::vector<Source> list_sources(Tx& tx, MovingKind kind, int limit) {
    return tx.all(read_source, list_sources_sql, kind, limit);
}

SourceId save_source(Tx& tx, MovingKind kind, const MovingMapping& mapping, Time now) {
    return tx.one<SourceId>(save_source_sql, kind, mapping.name, to_json(mapping), now);
}

void claim_source(Tx& tx, SourceId source) {
    tx.run(claim_source_sql, source);
}

MovingId insert_import(Tx& tx, const Import& import) {
    return tx.one<MovingId>(insert_import_sql,
                            import.kind,
                            import.state,
                            import.file_name,
                            to_json(import.form),
                            to_json(import.sheets),
                            to_json(import.header),
                            to_json(import.mapping),
                            import.total,
                            import.by,
                            import.created_at);
}

std::optional<Import> find_import(Tx& tx, MovingId import) {
    return tx.find(read_import, find_import_sql, import);
}

std::optional<Import> claim_import(Tx& tx, MovingId import) {
    return tx.find(read_import, claim_import_sql, import);
}

void update_import(Tx& tx, const Import& import) {
    tx.run(update_import_sql,
           import.id,
           import.state,
           import.source,
           to_json(import.mapping),
           import.done,
           import.counts.fresh,
           import.counts.unchanged,
           import.counts.changed,
           import.counts.duplicate,
           import.counts.wrong,
           import.counts.noted,
           import.job,
           import.by,
           import.ended_at);
}

std::vector<Import> list_imports(Tx& tx, std::optional<MovingId> before, int limit) {
    constexpr std::int64_t after_all = std::int64_t{1} << 53;
    return tx.all(read_import, list_imports_sql, before.value_or(MovingId{after_all}), limit);
}

std::vector<MovingId> list_imports_before(Tx& tx, Time before, int limit) {
    return tx.all(first_column<MovingId>, list_imports_before_sql, before, limit);
}

void insert_row(Tx& tx, MovingId import, const ImportedRow& row) {
    tx.run(insert_row_sql,
           import,
           row.place,
           row.line,
           cells_text(row.cells),
           row.verdict,
           to_json(row.problems));
}

void update_row(Tx& tx, MovingId import, const ImportedRow& row) {
    tx.run(update_row_sql,
           import,
           row.place,
           row.verdict,
           row.target,
           row.person,
           to_json(row.problems));
}

std::vector<ImportedRow> list_rows(Tx& tx, MovingId import, int after, int limit) {
    return tx.all(read_row, list_rows_sql, import, after, limit);
}

std::optional<ImportedRow> find_row(Tx& tx, MovingId import, int place) {
    return tx.find(read_row, find_row_sql, import, place);
}

std::vector<ImportedRow> list_rows_like(Tx& tx, MovingId import, const RowFilter& filter) {
    if (filter.verdict) {
        return tx.all(read_row,
                      list_rows_of_verdict_sql,
                      import,
                      *filter.verdict,
                      filter.after,
                      filter.only_problems,
                      filter.limit);
    }
    if (filter.only_problems) {
        return tx.all(read_row, list_rows_with_problems_sql, import, filter.after, filter.limit);
    }
    return list_rows(tx, import, filter.after, filter.limit);
}

std::int64_t delete_rows(Tx& tx, MovingId import, int limit) {
    return tx.run(delete_rows_sql, import, limit);
}

void forget_person(Tx& tx, PersonId person) {
    tx.run(forget_person_sql, person);
}

std::vector<ImportedRow> list_rows_about(Tx& tx, PersonId person) {
    return tx.all(read_row, list_rows_about_sql, person);
}

void insert_seen(Tx& tx, MovingId import, const std::string& mac, int place) {
    tx.run(insert_seen_sql, import, mac, place);
}

std::optional<int> find_first_seen(Tx& tx, MovingId import, const std::string& mac) {
    return tx.first<int>(list_seen_sql, import, mac, 1);
}

std::vector<int> list_seen(Tx& tx, MovingId import, const std::string& mac, int limit) {
    return tx.all(first_column<int>, list_seen_sql, import, mac, limit);
}

std::int64_t delete_seen(Tx& tx, MovingId import, int limit) {
    return tx.run(delete_seen_sql, import, limit);
}

std::optional<Known> find_known(Tx& tx, SourceId source, const std::string& mac) {
    return tx.find(
        [](const Row& row) {
            return Known{.target = row.get<std::int64_t>("target"),
                         .digest = row.get<std::string>("digest")};
        },
        find_known_sql,
        source,
        mac);
}

void save_known(Tx& tx, SourceId source, const std::string& mac, const Known& known) {
    tx.run(save_known_sql, source, mac, known.target, known.digest);
}

std::vector<std::int64_t> find_targets(Tx& tx, MovingKind kind, const std::string& mac) {
    return tx.all(first_column<std::int64_t>, find_targets_sql, mac, kind);
}

}  // namespace ogniwo::moving::store
