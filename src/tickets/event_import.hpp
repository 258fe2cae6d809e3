#pragma once

// Runs the import of one event log, chunk by chunk, into whatever takes chunks: a database at hand
// or a server far away. Every chunk is one transaction on the other side; stopping between any two
// of them and running again later is safe.

#include <functional>
#include <string>

#include "storage/transactor.hpp"
#include "tickets/import_log.hpp"
#include "tickets/import_mapping.hpp"
#include "tickets/import_types.hpp"

namespace ogniwo::tickets {

// The three verbs of import_service.hpp, wherever they are run.
class ImportTarget {
public:
    virtual ~ImportTarget() = default;
    virtual Result<ImportOpened> open(const OpenImport& wish) = 0;
    virtual Result<ChunkImported> push(const PushImportChunk& chunk) = 0;
    virtual Result<ImportSummaryPage> summary(const ReadImportSummary& wish) = 0;
};

// Straight into a database, as the system itself.
class DirectImportTarget final : public ImportTarget {
public:
    // Both outlive this.
    DirectImportTarget(Transactor& data, const Environment& environment)
        : data_(data), environment_(environment) {}

    Result<ImportOpened> open(const OpenImport& wish) override;
    Result<ChunkImported> push(const PushImportChunk& chunk) override;
    Result<ImportSummaryPage> summary(const ReadImportSummary& wish) override;

private:
    Transactor& data_;
    const Environment& environment_;
    Caller caller_{.program = "ogniwo import"};
};

enum class BadRows { refuse, skip };

struct EventImportOptions {
    ImportedNames persons = ImportedNames::as_written;
    BadRows bad_rows = BadRows::refuse;
    // Called after every chunk with rows done and rows in all.
    std::function<void(std::int64_t done, std::int64_t total)> progress{};
};

struct EventImportReport {
    std::int64_t imported = 0;
    std::int64_t known = 0;    // Rows that were in already.
    std::int64_t skipped = 0;  // Bad ones.
    ImportSummary summary{};   // Of the whole source, from the stored journal.
};

class EventImport {
public:
    EventImport(ImportTarget& target, EventImportOptions options)
        : target_(target), options_(std::move(options)) {}

    // Refuses with import_rows_bad (shows "rows") before anything is written, unless bad rows may
    // be skipped; which they are is in the log.
    Result<EventImportReport> run(const ImportMapping& mapping, const EventLog& log);

private:
    Outcome push_all(ImportId source, const EventLog& log, EventImportReport& report);

    ImportTarget& target_;
    EventImportOptions options_;
};

// All pages of the summary of one source.
Result<ImportSummary> import_summary(ImportTarget& target, const std::string& name);

}  // namespace ogniwo::tickets
