#include "moving/service.hpp"

#include <algorithm>
#include <chrono>

#include "assets/types.hpp"
#include "base/csv.hpp"
#include "base/cursor.hpp"
#include "base/encoding.hpp"
#include "base/media_type.hpp"
#include "base/text.hpp"
#include "moving/cells.hpp"
#include "moving/job_types.hpp"
#include "moving/mapping_rules.hpp"
#include "moving/store.hpp"
#include "operations/uploads.hpp"
#include "people/service.hpp"
#include "tickets/types.hpp"

namespace ogniwo::moving {
namespace {

constexpr int sample_rows = 8;
constexpr int page_default = 50;
constexpr std::size_t shown_cell_most = 300;
constexpr std::size_t sheet_name_most = 255;
constexpr int table_rows = 500;
constexpr int sources_shown = 50;
constexpr std::chrono::hours unused_after{24};
constexpr std::chrono::hours forgotten_after{7 * 24};
constexpr int forgotten_rows = 500;

// Whoever moves in does so for everybody.
Outcome may_bring_in(const View& view, MovingKind kind) {
    const auto everywhere = [&view](const Right& right) {
        return view.actor.may_everywhere(right);
    };
    if (!everywhere(bring_in)) return forbidden;
    switch (kind) {
        case MovingKind::customers:
            return everywhere(people::edit_customers) ? Outcome(Nothing{}) : forbidden;
        case MovingKind::persons:
            return everywhere(people::edit_persons) ? Outcome(Nothing{}) : forbidden;
        case MovingKind::tickets:
            return everywhere(tickets::import_history) ? Outcome(Nothing{}) : forbidden;
        case MovingKind::assets:
            return everywhere(assets::edit) ? Outcome(Nothing{}) : forbidden;
    }
    return forbidden;
}

Outcome may_see(const View& view) {
    return view.actor.may_everywhere(bring_in) ? Outcome(Nothing{}) : forbidden;
}

About about(const store::Import& import) {
    return {.kind = "moving", .id = import.id.value, .version = import.version};
}

bool is_running(MovingState state) {
    return state == MovingState::checking || state == MovingState::importing;
}

// A job that has been given up leaves its import behind in the middle.
MovingState state_of(Tx& tx, const store::Import& import) {
    if (!is_running(import.state) || !import.job) return import.state;
    const auto job = jobs::find(tx, *import.job);
    return job && job->state == "failed" ? MovingState::failed : import.state;
}

MovingSummary summary_of(Tx& tx, const store::Import& import) {
    return {.moving = import.id,
            .kind = import.kind,
            .state = state_of(tx, import),
            .source = import.source ? import.mapping.name : "",
            .file_name = import.file_name,
            .total = import.total,
            .done = import.done,
            .counts = import.counts,
            .by = import.by,
            .created_at = import.created_at,
            .ended_at = import.ended_at};
}

void add_names(Tx& tx, std::vector<MovingSummary>& movings) {
    std::vector<PersonId> ids;
    for (const MovingSummary& moving : movings) {
        if (moving.by) ids.push_back(*moving.by);
    }
    const auto names = people::person_names(tx, ids);
    for (MovingSummary& moving : movings) {
        const auto name = names.find(moving.by.value_or(PersonId{}));
        if (name != names.end()) moving.by_name = name->second;
    }
}

std::vector<std::string> shown_cells(const std::vector<std::string>& cells) {
    std::vector<std::string> shown;
    for (const std::string& cell : cells) shown.push_back(shown_text(cell, shown_cell_most));
    return shown;
}

Moving to_answer(const View& view, const store::Import& import) {
    std::vector<MovingSummary> summary{summary_of(view.tx, import)};
    add_names(view.tx, summary);
    Moving moving{.summary = std::move(summary.front()),
                  .form = import.form,
                  .sheets = import.sheets,
                  .header = import.header,
                  .fields = fields_of(import.kind),
                  .mapping = import.mapping,
                  .left_out = left_out(import.header, import.mapping)};
    for (auto& row : store::list_rows(view.tx, import.id, 0, sample_rows)) {
        moving.sample.push_back({.line = row.line, .cells = shown_cells(row.cells)});
    }
    return moving;
}

// What the file's columns probably mean: as the source was read before, as far as it has the same
// ones, and for the rest by their names.
MovingMapping first_mapping(Tx& tx, const UploadTable& wish) {
    const TableFile& table = wish.table;
    MovingMapping mapping{.name = wish.source.value_or("")};
    const auto known = wish.source ? store::find_source(tx, wish.kind, *wish.source) : std::nullopt;
    if (!known) {
        mapping.columns = propose_columns(wish.kind, table.header);
        return mapping;
    }
    mapping = known->mapping;
    std::erase_if(mapping.columns, [&](const ColumnMeaning& meaning) {
        return std::ranges::find(table.header, meaning.column) == table.header.end();
    });
    return mapping;
}

// Nothing sees it before its rows are there.
MovingId begin_import(Tx& tx, const UploadTable& wish, const Actor& actor, Time now) {
    const TableForm& form = wish.table.form;
    store::Import import{.kind = wish.kind,
                         .file_name = cut(nfc(file_name(wish.name)), limits::name_length),
                         .form = {.encoding = form.encoding, .separator = form.separator},
                         .sheets = form.sheets,
                         .header = wish.table.header,
                         .mapping = first_mapping(tx, wish),
                         .total = static_cast<std::int64_t>(wish.table.rows.size()),
                         .by = actor.person ? std::optional(actor.person) : std::nullopt,
                         .created_at = now};
    for (std::string& sheet : import.sheets) sheet = shown_text(sheet, sheet_name_most);
    if (!form.sheet.empty()) import.form.sheet = shown_text(form.sheet, sheet_name_most);
    return store::insert_import(tx, import);
}

store::ImportedRow stored_row(const TableRow& row, int place) {
    store::ImportedRow stored{.place = place, .line = row.line, .cells = row.cells};
    if (!row.bad) return stored;
    stored.verdict = RowVerdict::wrong;
    stored.problems.push_back({.reason = std::string(row.bad->reason.name)});
    return stored;
}

void store_rows(Outside& outside, MovingId import, const TableFile& table) {
    constexpr auto size = static_cast<std::size_t>(rows_of_chunk);
    for (std::size_t first = 0; first < table.rows.size(); first += size) {
        const std::size_t end = std::min(first + size, table.rows.size());
        std::vector<store::ImportedRow> rows;
        for (std::size_t i = first; i < end; ++i) {
            rows.push_back(stored_row(table.rows[i], static_cast<int>(i) + 1));
        }
        (void)outside.data.write([&](Tx& tx, Time) -> Outcome {
            for (const auto& row : rows) store::insert_row(tx, import, row);
            return Nothing{};
        });
    }
}

// --- Pages of rows

struct RowCursor {
    int after = 0;
};
void describe(Fields& fields, RowCursor& cursor) {
    fields("after", cursor.after);
}
struct MovingCursor {
    MovingId before{};
};
void describe(Fields& fields, MovingCursor& cursor) {
    fields("before", cursor.before);
}

struct Page {
    store::Import import{};
    std::vector<store::ImportedRow> rows{};
    bool is_first = true;
    std::optional<std::string> next{};
};

Result<Page> page_of(const View& view, const ListRows& wish, int limit) {
    TRY_DO(may_see(view));
    TRY(const auto cursor, read_cursor<RowCursor>(wish.cursor));
    auto import = store::find_import(view.tx, wish.moving);
    if (!import || import->state == MovingState::loading) return missing;
    Page page{.import = *std::move(import), .is_first = !cursor.has_value()};
    page.rows = store::list_rows_like(view.tx,
                                      wish.moving,
                                      {.verdict = wish.verdict,
                                       .only_problems = wish.problems.value_or(false),
                                       .after = cursor ? cursor->after : 0,
                                       .limit = limit + 1});
    if (page.rows.size() > static_cast<std::size_t>(limit)) {
        page.rows.pop_back();
        page.next = cursor_text(RowCursor{page.rows.back().place});
    }
    return page;
}

std::string problem_text(const RowProblem& problem) {
    std::string text = problem.reason;
    if (problem.column) text += " [" + *problem.column + "]";
    if (problem.about && !problem.about->empty()) text += " (" + *problem.about + ")";
    return text;
}

}  // namespace

Outcome upload_before(Outside& outside, UploadTable& wish) {
    TRY_DO(ask_before(outside, [&](const View& view) { return may_bring_in(view, wish.kind); }));
    auto bytes = from_base64(wish.content);
    if (!bytes) return Error{.reason = invalid_fields, .fields = {{"/content", "not_base64"}}};
    wish.content.clear();
    return take_apart(outside, wish, *std::move(bytes));
}

Outcome take_apart(Outside& outside, UploadTable& wish, std::string bytes) {
    if (bytes.size() > table_file_bytes_most) {
        return Error{.reason = file_too_large,
                     .shown = {{"most", std::to_string(table_file_bytes_most)}}};
    }
    TRY(wish.table,
        read_table_file(std::move(bytes),
                        {.encoding = wish.encoding,
                         .separator = wish.separator,
                         .sheet = wish.sheet.value_or("")}));
    if (wish.table.rows.size() <= static_cast<std::size_t>(rows_of_chunk)) return Nothing{};
    TRY_DO(outside.data.write([&](Tx& tx, Time now) -> Outcome {
        wish.moving = begin_import(tx, wish, outside.actor, now);
        return Nothing{};
    }));
    store_rows(outside, wish.moving, wish.table);
    wish.table = {};
    return Nothing{};
}

Result<Moving> upload(Work& work, const UploadTable& wish) {
    TRY_DO(may_bring_in(work, wish.kind));
    MovingId id = wish.moving;
    if (!id) {
        id = begin_import(work.tx, wish, work.actor, work.now);
        int place = 0;
        for (const TableRow& row : wish.table.rows) {
            store::insert_row(work.tx, id, stored_row(row, ++place));
        }
    }
    auto import = store::claim_import(work.tx, id);
    if (!import || import->state != MovingState::loading) return missing;
    import->state = MovingState::ready;
    store::update_import(work.tx, *import);
    work.record(MovingUploaded{.kind = import->kind, .rows = import->total},
                about(*import),
                {{"fileName", import->file_name}});
    return to_answer(work, *import);
}

Result<MovingList> list_movings(const View& view, const ListMovings& wish) {
    TRY_DO(may_see(view));
    TRY(const auto cursor, read_cursor<MovingCursor>(wish.cursor));
    const int limit = wish.limit.value_or(page_default);
    const auto before = cursor ? std::optional(cursor->before) : std::nullopt;
    auto imports = store::list_imports(view.tx, before, limit + 1);
    MovingList list;
    if (imports.size() > static_cast<std::size_t>(limit)) {
        imports.pop_back();
        list.next = cursor_text(MovingCursor{imports.back().id});
    }
    for (const auto& import : imports) list.items.push_back(summary_of(view.tx, import));
    add_names(view.tx, list.items);
    return list;
}

Result<Moving> show_moving(const View& view, const ShowMoving& wish) {
    TRY_DO(may_see(view));
    const auto import = store::find_import(view.tx, wish.moving);
    if (!import || import->state == MovingState::loading) return missing;
    return to_answer(view, *import);
}

Result<SourceList> list_sources(const View& view, const ListSources& wish) {
    TRY_DO(may_see(view));
    SourceList list;
    for (auto& source : store::list_sources(view.tx, wish.kind, sources_shown)) {
        list.items.push_back({.name = std::move(source.name),
                              .mapping = std::move(source.mapping),
                              .used_at = source.used_at});
    }
    return list;
}

Result<Moving> start_moving(Work& work, const StartMoving& wish) {
    TRY_DO(may_see(work));
    auto import = store::claim_import(work.tx, wish.moving);
    if (!import || import->state == MovingState::loading) return missing;
    TRY_DO(may_bring_in(work, import->kind));
    if (is_running(state_of(work.tx, *import))) return running_already;
    if (store::list_rows(work.tx, import->id, 0, 1).empty()) return is_forgotten;
    MovingMapping mapping = wish.mapping;
    mapping.name = nfc(trim(mapping.name));
    TRY_DO(check_mapping(import->kind, import->header, mapping));

    import->mapping = std::move(mapping);
    import->source = store::save_source(work.tx, import->kind, import->mapping, work.now);
    import->state = wish.dry_run ? MovingState::checking : MovingState::importing;
    import->done = 0;
    import->counts = {};
    import->ended_at.reset();
    import->by = work.actor.person ? std::optional(work.actor.person) : std::nullopt;
    import->job = jobs::start(
        work, moving_job, to_json(MovingJob{.moving = import->id, .dry_run = wish.dry_run}));
    store::update_import(work.tx, *import);
    work.record(MovingStarted{.kind = import->kind, .dry_run = wish.dry_run},
                about(*import),
                {{"source", import->mapping.name}});
    return to_answer(work, *import);
}

Result<MovedRowList> list_rows(const View& view, const ListRows& wish) {
    TRY(Page page, page_of(view, wish, wish.limit.value_or(page_default)));
    MovedRowList list{.next = page.next};
    for (auto& row : page.rows) {
        list.items.push_back({.line = row.line,
                              .verdict = row.verdict,
                              .target = row.target,
                              .cells = shown_cells(row.cells),
                              .problems = std::move(row.problems)});
    }
    return list;
}

Result<RowTable> write_rows(const View& view, const ListRows& wish) {
    TRY(const Page page, page_of(view, wish, table_rows));
    const bool polish = people::company_language(view.tx) == people::Language::pl;
    CsvWriter csv(polish ? CsvFlavour::polish_excel : CsvFlavour::plain);
    std::vector<std::string> head{"line", "verdict", "id", "problems"};
    head.insert(head.end(), page.import.header.begin(), page.import.header.end());
    std::string text = csv.row(head);
    if (!page.is_first) text.clear();
    for (const auto& row : page.rows) {
        std::vector<std::string> fields{std::to_string(row.line),
                                        std::string(row.verdict ? enum_name(*row.verdict) : ""),
                                        row.target ? std::to_string(*row.target) : "",
                                        ""};
        for (const RowProblem& problem : row.problems) {
            if (!fields.back().empty()) fields.back() += "; ";
            fields.back() += problem_text(problem);
        }
        fields.insert(fields.end(), row.cells.begin(), row.cells.end());
        text += csv.row(fields);
    }
    // Spreadsheets take lines that end in a line feed alone, and so they are text like any other.
    std::erase(text, '\r');
    return RowTable{.csv = std::move(text), .next = page.next};
}

void forget_files(Work& work) {
    int left = forgotten_rows;
    for (const MovingId id :
         store::list_imports_before(work.tx, work.now - unused_after, forgotten_rows)) {
        const auto import = store::find_import(work.tx, id);
        const bool unused =
            import->state == MovingState::loading || import->state == MovingState::ready;
        const bool old = import->created_at < work.now - forgotten_after &&
                         !is_running(state_of(work.tx, *import));
        if (!unused && !old) continue;
        left -= static_cast<int>(store::delete_seen(work.tx, id, left));
        if (left > 0) left -= static_cast<int>(store::delete_rows(work.tx, id, left));
        if (left <= 0) return;
    }
}

}  // namespace ogniwo::moving
