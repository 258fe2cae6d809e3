#pragma once

// Whether what is stored is whole: the database itself, tickets, assets, calendars and merges
// against the journal, attachments against their hashes.

#include <cstdint>
#include <string>
#include <vector>

#include "app/installation.hpp"
#include "assets/service.hpp"
#include "calendars/service.hpp"
#include "people/service.hpp"
#include "tickets/service.hpp"

namespace ogniwo::app {

struct Checked {
    std::vector<std::string> database{};  // What SQLite says is broken in its file.
    tickets::CheckedTickets tickets{};
    assets::Checked assets{};
    calendars::Checked calendars{};
    calendars::CheckedSets holiday_sets{};
    std::vector<people::MergeFault> merges{};
    std::int64_t attachments = 0;
    std::vector<std::string> broken{};  // Hashes of attachments that are missing or changed.

    bool is_whole() const {
        return database.empty() && tickets.differences.empty() && assets.differences.empty() &&
               calendars.differences.empty() && holiday_sets.differences.empty() &&
               merges.empty() && broken.empty();
    }
};

// Shows its progress on standard error.
Checked check_everything(Installation& installation);

// What a restore or an import ends with: opening migrates it and erases again whoever was erased, a
// new generation of the journal begins, and everything is checked. `not_whole` is the refusal when
// something is missing.
Outcome settle_what_came(const Settings& settings, Reason not_whole);

}  // namespace ogniwo::app
