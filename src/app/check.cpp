#include "app/check.hpp"

#include <fmt/format.h>

#include <cstdio>

#include "app/commands.hpp"
#include "app/progress.hpp"
#include "app/store.hpp"
#include "operations/json_writer.hpp"
#include "storage/journal.hpp"

namespace ogniwo::app {
namespace {

constexpr int chunk = 500;

std::vector<calendars::Difference> calendar_differences(const Checked& checked) {
    auto all = checked.calendars.differences;
    const auto& sets = checked.holiday_sets.differences;
    all.insert(all.end(), sets.begin(), sets.end());
    return all;
}

std::string as_json(const Checked& checked) {
    JsonWriter json;
    json.object().key("tickets").number(checked.tickets.tickets);
    json.key("differences").list();
    for (const auto& difference : checked.tickets.differences) {
        json.object().key("ticket").number(difference.ticket.value);
        json.key("field").text(difference.field).end_object();
    }
    json.end_list().key("assets").number(checked.assets.assets);
    json.key("assetDifferences").list();
    for (const auto& difference : checked.assets.differences) {
        json.object().key("asset").number(difference.asset.value);
        json.key("field").text(difference.field).end_object();
    }
    json.end_list().key("calendars").number(checked.calendars.calendars);
    json.key("calendarDifferences").list();
    for (const auto& difference : calendar_differences(checked)) {
        json.object().key(difference.kind).number(difference.id);
        json.key("field").text(difference.field).end_object();
    }
    json.end_list().key("merges").list();
    for (const people::MergeFault& fault : checked.merges) json.text(fault.what);
    json.end_list().key("attachments").number(checked.attachments);
    json.key("broken").list();
    for (const std::string& sha256 : checked.broken) json.text(sha256);
    json.end_list().key("database").list();
    for (const std::string& fault : checked.database) json.text(fault);
    return json.end_list().end_object().take();
}

void say(const Checked& checked) {
    const auto line = [](const std::string& text) { std::puts(text.c_str()); };
    for (const std::string& fault : checked.database) line("database: " + fault);
    for (const auto& difference : checked.tickets.differences) {
        line(fmt::format("ticket {}: {} is \"{}\", the journal says \"{}\"",
                         difference.ticket.value,
                         difference.field,
                         difference.stored,
                         difference.replayed));
    }
    for (const auto& difference : checked.assets.differences) {
        line(fmt::format("asset {}: {} is \"{}\", the journal says \"{}\"",
                         difference.asset.value,
                         difference.field,
                         difference.stored,
                         difference.replayed));
    }
    for (const auto& difference : calendar_differences(checked)) {
        line(fmt::format("{} {}: {} is \"{}\", the journal says \"{}\"",
                         difference.kind,
                         difference.id,
                         difference.field,
                         difference.stored,
                         difference.replayed));
    }
    for (const people::MergeFault& fault : checked.merges) line(fault.what);
    for (const std::string& sha256 : checked.broken) {
        line("attachment " + sha256 + " is missing or is not what was stored");
    }
    line(fmt::format("{} tickets checked against the journal, {} differences",
                     checked.tickets.tickets,
                     checked.tickets.differences.size()));
    line(fmt::format("{} assets checked against the journal, {} differences",
                     checked.assets.assets,
                     checked.assets.differences.size()));
    line(fmt::format("{} calendars checked against the journal, {} differences",
                     checked.calendars.calendars,
                     calendar_differences(checked).size()));
    line(fmt::format("{} attachments checked against their hashes, {} broken",
                     checked.attachments,
                     checked.broken.size()));
}

std::vector<std::string> check_database(Installation& installation) {
    return installation.look([](const View& view) { return store::broken_pages(view.tx); });
}

void check_attachments(Installation& installation, Checked& checked) {
    Progress progress("Checking attachments");
    const auto names =
        installation.look([](const View& view) { return store::list_blobs(view.tx); });
    const auto blobs = installation.blobs(installation.data());
    for (const std::string& sha256 : names) {
        try {
            (void)blobs->get(sha256);
        } catch (const StorageError&) {  // What is looked for: the next ones are looked at, too.
            checked.broken.push_back(sha256);
        }
        progress.show(++checked.attachments, static_cast<std::int64_t>(names.size()));
    }
}

// Chunk by chunk; `count` is where each kind of rows counts them.
template <class Checked, class Check>
Checked check_rows(Installation& installation,
                   const char* what,
                   std::int64_t Checked::*count,
                   Check check) {
    Progress progress(what);
    Checked all;
    while (true) {
        const auto part =
            installation.look([&](const View& view) { return check(view.tx, all.last, chunk); });
        all.*count += part.*count;
        all.differences.insert(
            all.differences.end(), part.differences.begin(), part.differences.end());
        all.last = part.last;
        progress.show(all.*count, 0);
        if (!all.last) return all;
    }
}

}  // namespace

Checked check_everything(Installation& installation) {
    Checked checked{
        .database = check_database(installation),
        .tickets = check_rows(installation,
                              "Checking tickets",
                              &tickets::CheckedTickets::tickets,
                              tickets::check_chunk),
        .assets = check_rows(
            installation, "Checking assets", &assets::Checked::assets, assets::check_chunk),
        .calendars = check_rows(installation,
                                "Checking calendars",
                                &calendars::Checked::calendars,
                                calendars::check_chunk),
        .holiday_sets = check_rows(installation,
                                   "Checking holiday sets",
                                   &calendars::CheckedSets::sets,
                                   calendars::check_sets_chunk),
        .merges =
            installation.look([](const View& view) { return people::check_merges(view.tx); })};
    check_attachments(installation, checked);
    return checked;
}

Outcome settle_what_came(const Settings& settings, Reason not_whole) {
    TRY(const auto opened, Installation::open(settings));
    TRY_DO(opened->data().write([](Tx& tx, Time) -> Outcome {
        journal::raise_generation(tx);
        return Nothing{};
    }));
    if (check_everything(*opened).is_whole()) return Nothing{};
    return Error{.reason = not_whole,
                 .detail = "what came in is not whole: `ogniwo check` says what is missing"};
}

int check(const Settings& settings, Output output) {
    auto opened = Installation::open(settings);
    if (!opened) return complain(opened.error());
    const Checked checked = check_everything(**opened);
    if (output == Output::json) {
        std::puts(as_json(checked).c_str());
    } else {
        say(checked);
    }
    return checked.is_whole() ? 0 : 1;
}

}  // namespace ogniwo::app
