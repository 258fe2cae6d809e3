#include "tickets/import_api.hpp"

#include "base/describe.hpp"
#include "base/limits.hpp"
#include "operations/operations.hpp"
#include "tickets/import_service.hpp"

namespace ogniwo::tickets {
namespace {

constexpr std::int64_t name_most = static_cast<std::int64_t>(limits::name_length);

}  // namespace

void describe(Fields& fields, OpenImport& wish) {
    fields("name", wish.name).within(1, 300).about("What the source calls itself, for ever.");
    fields("customer", wish.customer).within(1, name_most).about("Made where there is none.");
    fields("persons", wish.persons).may_be_missing();
}

void describe(Fields& fields, ImportOpened& opened) {
    fields("source", opened.source);
    fields("tickets", opened.tickets).about("That are in already.");
}

void describe(Fields& fields, ImportRow& row) {
    fields("row", row.row).within(0, std::int64_t{1} << 53);
    fields("step", row.step).within(1, 1'000'000'000).about("Its place within the case, from 1.");
    fields("at", row.at);
    fields("status", row.status);
    fields("waitingFor", row.waiting_for);
    fields("tier", row.tier).within(1, tiers::highest_possible_tier);
    fields("team", row.team).within(1, name_most);
    fields("person", row.person).within(1, name_most);
    fields("impact", row.impact);
    fields("product", row.product).within(1, name_most);
}

void describe(Fields& fields, ImportCase& one) {
    fields("key", one.key).within(1, name_most);
    fields("subject", one.subject).within(1, 300);
    fields("rows", one.rows).within(1, import_rows_most);
}

void describe(Fields& fields, PushImportChunk& chunk) {
    fields("source", chunk.source);
    fields("cases", chunk.cases).within(1, import_rows_most);
}

void describe(Fields& fields, ChunkImported& imported) {
    fields("imported", imported.imported);
    fields("known", imported.known).about("Rows that were in already.");
}

void describe(Fields& fields, ReadImportSummary& wish) {
    fields("name", wish.name).within(1, 300);
    fields("cursor", wish.cursor).at_most(1'000);
}

void describe(Fields& fields, TierCount& count) {
    fields("tier", count.tier);
    fields("tickets", count.tickets);
}

void describe(Fields& fields, MoveCount& count) {
    fields("from", count.from);
    fields("to", count.to);
    fields("moves", count.moves);
}

void describe(Fields& fields, ImportSummaryPage& page) {
    fields("tickets", page.tickets);
    fields("sourceEvents", page.source_events);
    fields("firstTier", page.first_tier);
    fields("highestTier", page.highest_tier);
    fields("moves", page.moves);
    fields("next", page.next);
}

void describe(Fields& fields, ImportStarted& event) {
    fields("customer", event.customer);
    fields("persons", event.persons);
}

void mount_imports(Operations& operations) {
    const ImportRow row{.row = 2,
                        .at = from_micros(1'270'000'000'000'000),
                        .status = TicketStatus::open,
                        .tier = 1,
                        .team = "Service Desk"};
    operations
        .post("tickets.open_import",
              "/imports/events",
              import_history,
              open_import,
              {.name = "former-desk", .customer = "Kowalski"})
        .creates()
        .about("Begins or continues bringing in the history of another system.");
    operations
        .post("tickets.push_import_chunk",
              "/imports/events/chunks",
              import_history,
              push_import_chunk,
              {.source = {1}, .cases = {{.key = "A-1", .subject = "Awaria A-1", .rows = {row}}}})
        .most_body(512 * limits::kib)
        .about("Brings in up to 100 rows of history; rows that are in already change nothing.");
    operations
        .get("tickets.read_import_summary",
             "/imports/events/summary",
             import_history,
             read_import_summary,
             {.name = "old-desk"})
        .about("What an import brought in, counted from the journal; add the pages up.");
}

}  // namespace ogniwo::tickets
