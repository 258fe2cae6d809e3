#include "tickets/event_import.hpp"

#include <algorithm>

#include "tickets/import_service.hpp"

namespace ogniwo::tickets {
namespace {

// Cuts the cases of a log into chunks, long ones in the middle.
class Cutter {
public:
    Cutter(ImportId source, const EventLog& log) : source_(source), log_(log) {}

    // Empty at the end.
    PushImportChunk next() {
        PushImportChunk chunk{.source = source_};
        std::size_t room = import_rows_most;
        while (room > 0 && case_ < log_.cases.size()) {
            const ImportCase& whole = log_.cases[case_];
            const std::size_t size = std::min(room, whole.rows.size() - row_);
            const auto first = whole.rows.begin() + static_cast<std::ptrdiff_t>(row_);
            chunk.cases.push_back({.key = whole.key,
                                   .subject = whole.subject,
                                   .rows = {first, first + static_cast<std::ptrdiff_t>(size)}});
            room -= size;
            row_ += size;
            if (row_ == whole.rows.size()) {
                row_ = 0;
                ++case_;
            }
        }
        return chunk;
    }

private:
    ImportId source_;
    const EventLog& log_;
    std::size_t case_ = 0;
    std::size_t row_ = 0;
};

}  // namespace

Result<ImportOpened> DirectImportTarget::open(const OpenImport& wish) {
    ImportOpened opened;
    TRY_DO(data_.write([&](Tx& tx, Time now) -> Outcome {
        Work work{{tx, Actor::system(), now, environment_, caller_}};
        TRY(opened, open_import(work, wish));
        return Nothing{};
    }));
    return opened;
}

Result<ChunkImported> DirectImportTarget::push(const PushImportChunk& chunk) {
    ChunkImported imported;
    TRY_DO(data_.write([&](Tx& tx, Time now) -> Outcome {
        Work work{{tx, Actor::system(), now, environment_, caller_}};
        TRY(imported, push_import_chunk(work, chunk));
        return Nothing{};
    }));
    return imported;
}

Result<ImportSummaryPage> DirectImportTarget::summary(const ReadImportSummary& wish) {
    Result<ImportSummaryPage> page = missing;
    data_.read([&](Tx& tx, Time now) {
        page = read_import_summary(View{tx, Actor::system(), now, environment_, caller_}, wish);
    });
    return page;
}

Result<EventImportReport> EventImport::run(const ImportMapping& mapping, const EventLog& log) {
    if (log.bad_rows > 0 && options_.bad_rows == BadRows::refuse) {
        return Error{.reason = import_rows_bad, .shown = {{"rows", std::to_string(log.bad_rows)}}};
    }
    TRY(const ImportOpened opened,
        target_.open(
            {.name = mapping.name, .customer = mapping.customer, .persons = options_.persons}));

    EventImportReport report{.skipped = log.bad_rows};
    TRY_DO(push_all(opened.source, log, report));
    TRY(report.summary, import_summary(target_, mapping.name));
    return report;
}

Outcome EventImport::push_all(ImportId source, const EventLog& log, EventImportReport& report) {
    Cutter cutter(source, log);
    for (PushImportChunk chunk = cutter.next(); !chunk.cases.empty(); chunk = cutter.next()) {
        TRY(const ChunkImported imported, target_.push(chunk));
        report.imported += imported.imported;
        report.known += imported.known;
        if (options_.progress) options_.progress(report.imported + report.known, log.rows);
    }
    return Nothing{};
}

Result<ImportSummary> import_summary(ImportTarget& target, const std::string& name) {
    ImportSummary summary;
    ReadImportSummary wish{.name = name};
    do {
        TRY(const ImportSummaryPage page, target.summary(wish));
        summary.add(page);
        wish.cursor = page.next;
    } while (wish.cursor);
    return summary;
}

}  // namespace ogniwo::tickets
