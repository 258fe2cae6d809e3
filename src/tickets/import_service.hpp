#pragma once

// The three verbs of an import. They are operations like any other, so a running server takes the
// same chunks over HTTP that the command line hands to a database file directly.

#include "storage/work.hpp"
#include "tickets/import_types.hpp"

namespace ogniwo::tickets {

// The source of that name, with its customer, made where there is none. A known one is refused when
// names or customer are asked for differently than the first time.
Result<ImportOpened> open_import(Work& work, const OpenImport& wish);

// Order: the whole chunk's size; then case by case a row that is in and differs, a missing step.
Result<ChunkImported> push_import_chunk(Work& work, const PushImportChunk& chunk);

Result<ImportSummaryPage> read_import_summary(const View& view, const ReadImportSummary& wish);

}  // namespace ogniwo::tickets
