#pragma once

// Moving in: a company brings its customers, persons, tickets and assets along from where it worked
// before, as files that people exported there.
//
// A file is uploaded, tried, and brought in. Trying is bringing in without keeping anything, so it
// never promises what would then not happen. Every row goes through the verbs of its slice, and
// gets a verdict. What a row became is remembered under the name of its source, so the same file
// again, or a newer one, doubles nothing.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/enum.hpp"
#include "base/id.hpp"
#include "base/result.hpp"
#include "base/right.hpp"
#include "base/table_file.hpp"
#include "base/time.hpp"

namespace ogniwo {
class Fields;
}

namespace ogniwo::moving {

using MovingId = Id<struct MovingTag>;
using SourceId = Id<struct MovingSourceTag>;

enum class MovingKind { customers, persons, tickets, assets };
constexpr auto names(MovingKind) {
    return enum_names("customers", "persons", "tickets", "assets");
}

enum class MovingState { loading, ready, checking, checked, importing, done, failed };
constexpr auto names(MovingState) {
    return enum_names("loading", "ready", "checking", "checked", "importing", "done", "failed");
}

enum class RowVerdict { fresh, unchanged, changed, duplicate, wrong };
constexpr auto names(RowVerdict) {
    return enum_names("new", "unchanged", "changed", "duplicate", "wrong");
}

// What becomes of a row whose customer or person is here already, from elsewhere.
enum class Duplicates { skip, update };
constexpr auto names(Duplicates) {
    return enum_names("skip", "update");
}

inline constexpr std::size_t source_name_most = 100;
inline constexpr std::size_t words_most = 200;
inline constexpr int rows_of_chunk = 100;

// --- The mapping -----------------------------------------------------------------------------

// A column of the file and what it means: a field of ours (fields_of in mapping_rules.hpp).
struct ColumnMeaning {
    std::string field{};
    std::string column{};
};
void describe(Fields& fields, ColumnMeaning& meaning);

// Their word for a status, a priority or a type of ticket, or a kind of asset, where we do not know
// it by itself.
struct WordMeaning {
    std::string field{};
    std::string theirs{};
    std::string ours{};
};
void describe(Fields& fields, WordMeaning& meaning);

struct MovingMapping {
    std::string name{};  // Of the source, for ever.
    std::vector<ColumnMeaning> columns{};
    std::vector<WordMeaning> words{};
    std::string zone = "Europe/Warsaw";  // Of times that name none.
    std::string customer{};              // Of rows that name none.
    Duplicates duplicates = Duplicates::skip;
    bool make_persons = true;  // Requesters who are not here yet.
};
void describe(Fields& fields, MovingMapping& mapping);

struct MovingField {
    std::string name{};
    bool required = false;
};
void describe(Fields& fields, MovingField& field);

// --- Wishes and answers ----------------------------------------------------------------------

struct UploadTable {
    MovingKind kind = MovingKind::customers;
    std::string name{};                   // Of the file.
    std::string content{};                // Base64.
    std::optional<std::string> source{};  // One that was used before: with its mapping.
    std::optional<TextEncoding> encoding{};
    std::optional<TableSeparator> separator{};
    std::optional<std::string> sheet{};

    // Taken apart before the transaction; its rows go along, or many of them lie there already.
    TableFile table{};
    MovingId moving{};
};
void describe(Fields& fields, UploadTable& wish);

struct TableLine {
    std::int64_t line = 0;
    std::vector<std::string> cells{};
};
void describe(Fields& fields, TableLine& line);

struct MovingCounts {
    std::int64_t fresh = 0;
    std::int64_t unchanged = 0;
    std::int64_t changed = 0;
    std::int64_t duplicate = 0;
    std::int64_t wrong = 0;
    std::int64_t noted = 0;  // Of those above: with something to know about.
};
void describe(Fields& fields, MovingCounts& counts);

struct MovingSummary {
    MovingId moving{};
    MovingKind kind = MovingKind::customers;
    MovingState state = MovingState::ready;
    std::string source{};  // Empty before it was tried.
    std::string file_name{};
    std::int64_t total = 0;
    std::int64_t done = 0;  // Of the step that is running.
    MovingCounts counts{};
    std::optional<PersonId> by{};
    std::optional<std::string> by_name{};
    Time created_at{};
    std::optional<Time> ended_at{};
};
void describe(Fields& fields, MovingSummary& summary);

// How the file was read.
struct MovingForm {
    std::optional<TextEncoding> encoding{};
    std::optional<TableSeparator> separator{};
    std::optional<std::string> sheet{};
};
void describe(Fields& fields, MovingForm& form);

struct Moving {
    MovingSummary summary{};
    MovingForm form{};
    std::vector<std::string> sheets{};
    std::vector<std::string> header{};
    std::vector<TableLine> sample{};      // The first rows; none once the file is forgotten.
    std::vector<MovingField> fields{};    // What columns can mean.
    MovingMapping mapping{};              // Proposed at first, then the one that was used.
    std::vector<std::string> left_out{};  // Columns that mean nothing.
};
void describe(Fields& fields, Moving& moving);

struct ShowMoving {
    MovingId moving{};
};
void describe(Fields& fields, ShowMoving& wish);

struct ListMovings {
    std::optional<std::string> cursor{};
    std::optional<int> limit{};
};
void describe(Fields& fields, ListMovings& wish);

struct MovingList {
    std::vector<MovingSummary> items{};  // The newest first.
    std::optional<std::string> next{};
};
void describe(Fields& fields, MovingList& list);

struct StartMoving {
    MovingId moving{};
    MovingMapping mapping{};
    bool dry_run = true;
};
void describe(Fields& fields, StartMoving& wish);

// What is wrong with a row, or worth knowing about it.
struct RowProblem {
    std::string reason{};
    std::optional<std::string> column{};
    std::optional<std::string> value{};
    std::optional<std::string> about{};  // The name of whoever is here already; an earlier line.
    bool is_note = false;                // The row came in all the same.
};
void describe(Fields& fields, RowProblem& problem);

struct ListRows {
    MovingId moving{};
    std::optional<RowVerdict> verdict{};
    std::optional<bool> problems{};  // True: only rows with problems or notes.
    std::optional<std::string> cursor{};
    std::optional<int> limit{};
};
void describe(Fields& fields, ListRows& wish);

struct MovedRow {
    std::int64_t line = 0;
    std::optional<RowVerdict> verdict{};
    std::optional<std::int64_t> target{};  // The customer, person, ticket or asset.
    std::vector<std::string> cells{};
    std::vector<RowProblem> problems{};
};
void describe(Fields& fields, MovedRow& row);

struct MovedRowList {
    std::vector<MovedRow> items{};
    std::optional<std::string> next{};
};
void describe(Fields& fields, MovedRowList& list);

// The same as a table for a spreadsheet, page by page: the first one has the header.
struct RowTable {
    std::string csv{};
    std::optional<std::string> next{};
};
void describe(Fields& fields, RowTable& table);

struct ListSources {
    MovingKind kind = MovingKind::customers;
};
void describe(Fields& fields, ListSources& wish);

struct MovingSource {
    std::string name{};
    MovingMapping mapping{};
    Time used_at{};
};
void describe(Fields& fields, MovingSource& source);

struct SourceList {
    std::vector<MovingSource> items{};  // The last used first.
};
void describe(Fields& fields, SourceList& list);

// --- Events ----------------------------------------------------------------------------------

struct MovingUploaded {  // fileName
    static constexpr std::string_view name = "moving.uploaded";
    static constexpr int schema = 1;

    MovingKind kind = MovingKind::customers;
    std::int64_t rows = 0;
};
void describe(Fields& fields, MovingUploaded& event);

struct MovingStarted {  // source
    static constexpr std::string_view name = "moving.started";
    static constexpr int schema = 1;

    MovingKind kind = MovingKind::customers;
    bool dry_run = true;
};
void describe(Fields& fields, MovingStarted& event);

struct MovingEnded {
    static constexpr std::string_view name = "moving.ended";
    static constexpr int schema = 1;

    bool dry_run = true;
    MovingCounts counts{};
};
void describe(Fields& fields, MovingEnded& event);

// --- Rights and reasons ------------------------------------------------------------------------

inline constexpr Right bring_in{"moving.bring_in"};

inline constexpr Reason running_already{Refusal::conflict, "moving.running_already"};
inline constexpr Reason is_forgotten{Refusal::conflict, "moving.is_forgotten"};
inline constexpr Reason file_too_large{Refusal::too_large, "moving.file_too_large"};

// The mapping.
inline constexpr Reason mapping_unreadable{Refusal::unparsable, "moving.mapping_unreadable"};
inline constexpr Reason column_unknown{Refusal::invalid, "moving.column_unknown"};
inline constexpr Reason field_unknown{Refusal::invalid, "moving.field_unknown"};
inline constexpr Reason field_doubled{Refusal::invalid, "moving.field_doubled"};
inline constexpr Reason field_missing{Refusal::invalid, "moving.field_missing"};
inline constexpr Reason word_unknown{Refusal::invalid, "moving.word_unknown"};
inline constexpr Reason zone_unknown{Refusal::invalid, "moving.zone_unknown"};

// A row.
inline constexpr Reason value_missing{Refusal::invalid, "moving.value_missing"};
inline constexpr Reason not_yes_or_no{Refusal::invalid, "moving.not_yes_or_no"};
inline constexpr Reason time_unreadable{Refusal::invalid, "moving.time_unreadable"};
inline constexpr Reason doubled_in_file{Refusal::conflict, "moving.doubled_in_file"};
inline constexpr Reason customer_known{Refusal::conflict, "moving.customer_known"};
inline constexpr Reason person_known{Refusal::conflict, "moving.person_known"};
inline constexpr Reason asset_known{Refusal::conflict, "moving.asset_known"};
inline constexpr Reason customer_unknown{Refusal::invalid, "moving.customer_unknown"};
inline constexpr Reason customer_ambiguous{Refusal::invalid, "moving.customer_ambiguous"};
inline constexpr Reason too_many_messages{Refusal::too_large, "moving.too_many_messages"};
// Nothing is wrong with this row, but with another one of the same ticket.
inline constexpr Reason row_of_wrong_ticket{Refusal::invalid, "moving.row_of_wrong_ticket"};
// Only noted.
inline constexpr Reason person_unknown{Refusal::invalid, "moving.person_unknown"};
inline constexpr Reason person_ambiguous{Refusal::invalid, "moving.person_ambiguous"};
inline constexpr Reason site_unknown{Refusal::invalid, "moving.site_unknown"};
inline constexpr Reason person_elsewhere{Refusal::invalid, "moving.person_elsewhere"};
inline constexpr Reason domain_elsewhere{Refusal::invalid, "moving.domain_elsewhere"};
inline constexpr Reason category_unknown{Refusal::invalid, "moving.category_unknown"};

}  // namespace ogniwo::moving
