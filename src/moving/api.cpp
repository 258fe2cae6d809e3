#include "moving/api.hpp"

#include "base/describe.hpp"
#include "base/limits.hpp"
#include "moving/erasure.hpp"
#include "moving/job_types.hpp"
#include "moving/service.hpp"
#include "operations/operations.hpp"
#include "people/service.hpp"

namespace ogniwo::moving {
namespace {

constexpr std::int64_t column_most = 200;
constexpr std::int64_t word_most = 200;
constexpr std::int64_t cursor_most = 200;
constexpr std::int64_t page_most = 200;
constexpr std::size_t upload_body = 28 * limits::mib;  // 20 MiB as base64.
constexpr std::int64_t table_most = 256 * 1024 * 1024;
constexpr auto columns_most = static_cast<std::int64_t>(limits::csv_fields);

}  // namespace

void describe(Fields& fields, ColumnMeaning& meaning) {
    fields("field", meaning.field).within(1, 50).about("Of the list `fields`.");
    fields("column", meaning.column).within(1, column_most + 10).about("As the header names it.");
}

void describe(Fields& fields, WordMeaning& meaning) {
    fields("field", meaning.field).within(1, 50).about("status, priority or type.");
    fields("theirs", meaning.theirs).within(1, word_most);
    fields("ours", meaning.ours).within(1, 50);
}

void describe(Fields& fields, MovingMapping& mapping) {
    fields("name", mapping.name)
        .at_most(static_cast<std::int64_t>(source_name_most))
        .may_be_missing()
        .about("What the source is called, for ever: its rows are known by it the next time.");
    fields("columns", mapping.columns).at_most(columns_most).may_be_missing();
    fields("words", mapping.words).at_most(static_cast<std::int64_t>(words_most)).may_be_missing();
    fields("zone", mapping.zone).at_most(50).may_be_missing().about("Of times that name none.");
    fields("customer", mapping.customer)
        .at_most(static_cast<std::int64_t>(limits::name_length))
        .may_be_missing()
        .about("Of rows that name none.");
    fields("duplicates", mapping.duplicates)
        .may_be_missing()
        .about("What becomes of rows whose customer or person is here from elsewhere.");
    fields("makePersons", mapping.make_persons)
        .may_be_missing()
        .about("Requesters who are not here yet.");
}

void describe(Fields& fields, MovingField& field) {
    fields("name", field.name);
    fields("required", field.required);
}

void describe(Fields& fields, UploadTable& wish) {
    fields("kind", wish.kind);
    fields("name", wish.name).within(1, 255).about("Of the file.");
    fields("content", wish.content)
        .within(1, static_cast<std::int64_t>(upload_body))
        .about("The bytes, as base64: CSV or .xlsx.");
    fields("source", wish.source)
        .within(1, static_cast<std::int64_t>(source_name_most))
        .about("One that was used before: its mapping is proposed.");
    fields("encoding", wish.encoding).about("Guessed where it is missing.");
    fields("separator", wish.separator).about("Guessed where it is missing.");
    fields("sheet", wish.sheet).at_most(255).about("The first one where it is missing.");
}

void describe(Fields& fields, TableLine& line) {
    fields("line", line.line);
    fields("cells", line.cells);
}

void describe(Fields& fields, MovingCounts& counts) {
    fields("new", counts.fresh);
    fields("unchanged", counts.unchanged);
    fields("changed", counts.changed);
    fields("duplicate", counts.duplicate);
    fields("wrong", counts.wrong);
    fields("noted", counts.noted).about("Of those above: with something to know about.");
}

void describe(Fields& fields, MovingSummary& summary) {
    fields("moving", summary.moving);
    fields("kind", summary.kind);
    fields("state", summary.state);
    fields("source", summary.source);
    fields("fileName", summary.file_name);
    fields("total", summary.total).about("Rows of the file.");
    fields("done", summary.done).about("Of the step that is running.");
    fields("counts", summary.counts);
    fields("by", summary.by);
    fields("byName", summary.by_name);
    fields("createdAt", summary.created_at);
    fields("endedAt", summary.ended_at);
}

void describe(Fields& fields, MovingForm& form) {
    fields("encoding", form.encoding);
    fields("separator", form.separator);
    fields("sheet", form.sheet);
}

void describe(Fields& fields, Moving& moving) {
    fields("summary", moving.summary);
    fields("form", moving.form).about("How the file was read.");
    fields("sheets", moving.sheets);
    fields("header", moving.header);
    fields("sample", moving.sample).about("The first rows; none once the file is forgotten.");
    fields("fields", moving.fields).about("What columns can mean.");
    fields("mapping", moving.mapping).about("Proposed at first, then the one that was used.");
    fields("leftOut", moving.left_out).about("Columns that are not taken.");
}

void describe(Fields& fields, ShowMoving& wish) {
    fields("moving", wish.moving);
}

void describe(Fields& fields, ListMovings& wish) {
    fields("cursor", wish.cursor).at_most(cursor_most);
    fields("limit", wish.limit).within(1, page_most);
}

void describe(Fields& fields, MovingList& list) {
    fields("items", list.items);
    fields("next", list.next);
}

void describe(Fields& fields, StartMoving& wish) {
    fields("moving", wish.moving);
    fields("mapping", wish.mapping);
    fields("dryRun", wish.dry_run).about("Only says what would become of each row.");
}

void describe(Fields& fields, RowProblem& problem) {
    fields("reason", problem.reason);
    fields("column", problem.column);
    fields("value", problem.value);
    fields("about", problem.about).about("Whoever is here already; an earlier line.");
    fields("isNote", problem.is_note).may_be_missing().about("The row came in all the same.");
}

void describe(Fields& fields, ListRows& wish) {
    fields("moving", wish.moving);
    fields("verdict", wish.verdict);
    fields("problems", wish.problems).about("True: only rows with problems or notes.");
    fields("cursor", wish.cursor).at_most(cursor_most);
    fields("limit", wish.limit).within(1, page_most);
}

void describe(Fields& fields, MovedRow& row) {
    fields("line", row.line);
    fields("verdict", row.verdict);
    fields("target", row.target).about("The customer, person or ticket.");
    fields("cells", row.cells);
    fields("problems", row.problems);
}

void describe(Fields& fields, MovedRowList& list) {
    fields("items", list.items);
    fields("next", list.next);
}

void describe(Fields& fields, RowTable& table) {
    fields("csv", table.csv).multiline().at_most(table_most);
    fields("next", table.next);
}

void describe(Fields& fields, ListSources& wish) {
    fields("kind", wish.kind);
}

void describe(Fields& fields, MovingSource& source) {
    fields("name", source.name);
    fields("mapping", source.mapping);
    fields("usedAt", source.used_at);
}

void describe(Fields& fields, SourceList& list) {
    fields("items", list.items);
}

void describe(Fields& fields, MovingUploaded& event) {
    fields("kind", event.kind);
    fields("rows", event.rows);
}

void describe(Fields& fields, MovingStarted& event) {
    fields("kind", event.kind);
    fields("dryRun", event.dry_run);
}

void describe(Fields& fields, MovingEnded& event) {
    fields("dryRun", event.dry_run);
    fields("counts", event.counts);
}

void describe(Fields& fields, MovingJob& job) {
    fields("moving", job.moving);
    fields("dryRun", job.dry_run);
}

void describe(Fields& fields, MovingProgress& progress) {
    fields("phase", progress.phase);
    fields("place", progress.place);
}

void mount(Operations& operations) {
    people::allow(bring_in, {people::Role::administrator});
    people::on_erase("moving", forget_person);
    people::on_export("moving", export_person);
    operations.slice("moving",
                     "Customers, persons, tickets and assets from where a company was before.");
    operations
        .post("moving.upload",
              "/movings",
              bring_in,
              upload,
              {.kind = MovingKind::customers,
               .name = "klienci.csv",
               .content = "TmF6d2EKS293YWxza2k="})
        .before(upload_before)
        .creates()
        .most_body(upload_body)
        .about("Takes a file apart and proposes what its columns mean; brings nothing in yet.");
    operations.get("moving.list", "/movings", bring_in, list_movings, {})
        .about("Files that were uploaded, the newest first.");
    operations.get("moving.show", "/movings/{moving}", bring_in, show_moving, {.moving = {1}})
        .about("One file: how it was read, what its columns mean, how far it is.");
    operations
        .post("moving.start",
              "/movings/{moving}/start",
              bring_in,
              start_moving,
              {.moving = {1},
               .mapping = {.name = "stary-system",
                           .columns = {{.field = "name", .column = "Nazwa"}}}})
        .about("Tries all rows, or brings them in; in the background.");
    operations
        .get("moving.list_rows", "/movings/{moving}/rows", bring_in, list_rows, {.moving = {1}})
        .about("What became, or would become, of each row.");
    operations
        .get("moving.write_rows", "/movings/{moving}/table", bring_in, write_rows, {.moving = {1}})
        .about("The same as CSV for a spreadsheet, page by page.");
    operations.get("moving.list_sources", "/moving-sources", bring_in, list_sources, ListSources{})
        .about("Sources that were used before, with their mappings.");
}

}  // namespace ogniwo::moving
