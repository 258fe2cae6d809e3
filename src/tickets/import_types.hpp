#pragma once

// Bringing the history of another system in: an event log whose rows say what state a case was in
// at what moment. A case becomes a ticket, a row becomes exactly one event in the journal.
//
// A source is known by the name its mapping gives it, not by the file: the same export again, a
// longer one later and a run that was interrupted are all one case each. Every case remembers how
// many of its rows are in, so pushing rows that are known already changes nothing. A row that is in
// and looks different now is refused: then the other system has rewritten its past.

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "tickets/types.hpp"

namespace ogniwo::tickets {

using ImportId = Id<struct ImportTag>;

inline constexpr int import_rows_most = 100;  // Of one chunk, which is one transaction.

// Which names the persons of the log get. Pseudonyms are numbered as they turn up, "Osoba 0001";
// the true names are forgotten with the request, only a keyed hash recognises them again.
enum class ImportedNames { as_written, pseudonyms };
constexpr auto names(ImportedNames) {
    return enum_names("as_written", "pseudonyms");
}

struct OpenImport {
    std::string name{};
    std::string customer{};  // Made where there is none of that name.
    ImportedNames persons = ImportedNames::as_written;
};
void describe(Fields& fields, OpenImport& wish);

struct ImportOpened {
    ImportId source{};
    std::int64_t tickets = 0;  // That are in already.
};
void describe(Fields& fields, ImportOpened& opened);

struct ImportRow {
    std::int64_t row = 0;  // The line of the file.
    int step = 1;          // Its place within the case, from 1.
    Time at{};
    TicketStatus status = TicketStatus::open;
    std::optional<WaitingFor> waiting_for{};
    int tier = 1;
    std::optional<std::string> team{};
    std::optional<std::string> person{};
    Impact impact = Impact::medium;
    std::optional<std::string> product{};

    friend bool operator==(const ImportRow&, const ImportRow&) = default;
};
void describe(Fields& fields, ImportRow& row);

struct ImportCase {
    std::string key{};      // Becomes the old number.
    std::string subject{};  // Counts when the case is new.
    std::vector<ImportRow> rows{};
};
void describe(Fields& fields, ImportCase& one);

// Whole cases or parts of them, in any split; the steps of a case come in order.
struct PushImportChunk {
    ImportId source{};
    std::vector<ImportCase> cases{};
};
void describe(Fields& fields, PushImportChunk& chunk);

struct ChunkImported {
    std::int64_t imported = 0;
    std::int64_t known = 0;  // Were in already.
};
void describe(Fields& fields, ChunkImported& imported);

// What is in, counted from the stored journal, some hundred tickets at a time.
struct ReadImportSummary {
    std::string name{};
    std::optional<std::string> cursor{};
};
void describe(Fields& fields, ReadImportSummary& wish);

struct TierCount {
    int tier = 1;
    std::int64_t tickets = 0;
};
void describe(Fields& fields, TierCount& count);

struct MoveCount {
    int from = 1;
    int to = 1;
    std::int64_t moves = 0;
};
void describe(Fields& fields, MoveCount& count);

struct ImportSummaryPage {
    std::int64_t tickets = 0;
    std::int64_t source_events = 0;
    std::vector<TierCount> first_tier{};
    std::vector<TierCount> highest_tier{};
    std::vector<MoveCount> moves{};
    std::optional<std::string> next{};
};
void describe(Fields& fields, ImportSummaryPage& page);

// All pages together.
struct ImportSummary {
    std::int64_t tickets = 0;
    std::int64_t source_events = 0;
    std::map<int, std::int64_t> first_tier{};
    std::map<int, std::int64_t> highest_tier{};
    std::map<std::pair<int, int>, std::int64_t> moves{};

    void add(const ImportSummaryPage& page);
};
// {"tickets", "sourceEvents", "firstTier", "highestTier", "moves"}, with keys "1" and "1>2".
std::string summary_json(const ImportSummary& summary);

struct ImportStarted {  // text: name
    static constexpr std::string_view name = "tickets.import_started";
    static constexpr int schema = 1;

    CustomerId customer{};
    ImportedNames persons = ImportedNames::as_written;
};
void describe(Fields& fields, ImportStarted& event);

inline constexpr Reason import_names_differ{Refusal::conflict, "tickets.import_names_differ"};
inline constexpr Reason import_customer_differs{Refusal::conflict,
                                                "tickets.import_customer_differs"};
inline constexpr Reason import_chunk_too_large{Refusal::too_large,
                                               "tickets.import_chunk_too_large"};
inline constexpr Reason import_step_missing{Refusal::conflict, "tickets.import_step_missing"};
inline constexpr Reason import_case_changed{Refusal::conflict, "tickets.import_case_changed"};

// The mapping file.
inline constexpr Reason import_mapping_unreadable{Refusal::unparsable,
                                                  "tickets.import_mapping_unreadable"};
inline constexpr Reason import_mapping_invalid{Refusal::invalid, "tickets.import_mapping_invalid"};
inline constexpr Reason import_column_missing{Refusal::invalid, "tickets.import_column_missing"};
inline constexpr Reason import_file_empty{Refusal::invalid, "tickets.import_file_empty"};
inline constexpr Reason import_rows_bad{Refusal::invalid, "tickets.import_rows_bad"};
inline constexpr Reason import_file_too_long{Refusal::too_large, "tickets.import_file_too_long"};

// What is wrong with one row.
inline constexpr Reason import_fields_missing{Refusal::invalid, "tickets.import_fields_missing"};
inline constexpr Reason import_case_missing{Refusal::invalid, "tickets.import_case_missing"};
inline constexpr Reason import_time_unreadable{Refusal::invalid, "tickets.import_time_unreadable"};
inline constexpr Reason import_status_unknown{Refusal::invalid, "tickets.import_status_unknown"};
inline constexpr Reason import_tier_unknown{Refusal::invalid, "tickets.import_tier_unknown"};
inline constexpr Reason import_impact_unknown{Refusal::invalid, "tickets.import_impact_unknown"};
inline constexpr Reason import_text_unclean{Refusal::invalid, "tickets.import_text_unclean"};
inline constexpr Reason import_text_too_long{Refusal::invalid, "tickets.import_text_too_long"};

}  // namespace ogniwo::tickets
