#include <fmt/format.h>

#include <cstdio>
#include <fstream>
#include <iterator>

#include "app/commands.hpp"
#include "app/installation.hpp"
#include "app/progress.hpp"
#include "app/remote_import.hpp"
#include "app/words.hpp"
#include "base/byte_source.hpp"
#include "tickets/event_import.hpp"
#include "tickets/import_log.hpp"
#include "tickets/import_mapping.hpp"

namespace ogniwo::app {
namespace {

Result<tickets::ImportMapping> mapping_of(const ImportCommand& command) {
    std::ifstream file(command.mapping, std::ios::binary);
    const std::string text((std::istreambuf_iterator<char>(file)),
                           std::istreambuf_iterator<char>());
    return tickets::read_import_mapping(text);
}

void list_bad_rows(const tickets::EventLog& log) {
    for (const tickets::BadRow& row : log.bad) {
        const std::string text = fmt::format("line {}: {}{}\n",
                                             row.line,
                                             words_for(row.reason, terminal_language()),
                                             in_brackets(row.shown));
        std::fputs(text.c_str(), stderr);
    }
    if (log.bad_rows > static_cast<std::int64_t>(log.bad.size())) {
        std::fputs(fmt::format("... and {} more\n", log.bad_rows - log.bad.size()).c_str(), stderr);
    }
}

Result<tickets::EventImportReport> import_into(tickets::ImportTarget& target,
                                               const ImportCommand& command) {
    TRY(const auto mapping, mapping_of(command));
    std::ifstream file(command.file, std::ios::binary);
    StreamSource source(file);
    TRY(const auto log, tickets::read_event_log(source, mapping));
    list_bad_rows(log);
    Progress progress("Importing events");
    tickets::EventImport import(
        target,
        {.persons = command.pseudonyms ? tickets::ImportedNames::pseudonyms
                                       : tickets::ImportedNames::as_written,
         .bad_rows = command.skip_bad ? tickets::BadRows::skip : tickets::BadRows::refuse,
         .progress = [&](std::int64_t done, std::int64_t total) { progress.show(done, total); }});
    return import.run(mapping, log);
}

std::string in_words(const tickets::EventImportReport& report) {
    std::string text =
        fmt::format("{} events came in, {} were in already, {} bad ones were left out\n",
                    report.imported,
                    report.known,
                    report.skipped);
    text += fmt::format(
        "now {} tickets with {} events", report.summary.tickets, report.summary.source_events);
    for (const auto& [tier, count] : report.summary.first_tier) {
        text += fmt::format("\nfirst at tier {}: {}", tier, count);
    }
    for (const auto& [tier, count] : report.summary.highest_tier) {
        text += fmt::format("\nas high as tier {}: {}", tier, count);
    }
    for (const auto& [move, count] : report.summary.moves) {
        text += fmt::format("\nmoved from tier {} to tier {}: {}", move.first, move.second, count);
    }
    return text;
}

int show(const Result<tickets::EventImportReport>& report, Output output) {
    if (!report) return complain(report.error());
    std::puts((output == Output::json ? tickets::summary_json(report->summary) : in_words(*report))
                  .c_str());
    return 0;
}

}  // namespace

int import_events(const Settings& settings, const ImportCommand& command, Output output) {
    if (!command.server.empty()) {
        RemoteImportTarget target(command.server, command.token);
        return show(import_into(target, command), output);
    }
    auto opened = Installation::open(settings);
    if (!opened) return complain(opened.error());
    tickets::DirectImportTarget target((*opened)->data(), (*opened)->environment());
    return show(import_into(target, command), output);
}

}  // namespace ogniwo::app
