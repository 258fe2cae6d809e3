#pragma once

// Whether what is stored is whole: the database itself, tickets against the journal, attachments
// against their hashes.

#include <cstdint>
#include <string>
#include <vector>

#include "app/installation.hpp"
#include "tickets/service.hpp"

namespace ogniwo::app {

struct Checked {
    std::vector<std::string> database{};  // What SQLite says is broken in its file.
    tickets::CheckedTickets tickets{};
    std::int64_t attachments = 0;
    std::vector<std::string> broken{};  // Hashes of attachments that are missing or changed.

    bool is_whole() const {
        return database.empty() && tickets.differences.empty() && broken.empty();
    }
};

// Shows its progress on standard error.
Checked check_everything(Installation& installation);

}  // namespace ogniwo::app
