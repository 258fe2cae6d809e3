#include <fmt/format.h>

#include <cstdio>

#include "app/commands.hpp"
#include "app/installation.hpp"
#include "app/progress.hpp"
#include "tickets/service.hpp"

namespace ogniwo::app {
namespace {

constexpr int chunk = 500;

std::string as_json(const tickets::CheckedTickets& checked) {
    std::string list;
    for (const auto& difference : checked.differences) {
        list += fmt::format(R"({}{{"ticket":{},"field":"{}"}})",
                            list.empty() ? "" : ",",
                            difference.ticket.value,
                            difference.field);
    }
    return fmt::format(R"({{"tickets":{},"differences":[{}]}})", checked.tickets, list);
}

tickets::CheckedTickets check_tickets(Installation& installation) {
    Progress progress("Checking tickets");
    tickets::CheckedTickets all;
    while (true) {
        const auto part = installation.look(
            [&](const View& view) { return tickets::check_chunk(view.tx, all.last, chunk); });
        all.tickets += part.tickets;
        all.differences.insert(
            all.differences.end(), part.differences.begin(), part.differences.end());
        all.last = part.last;
        progress.show(all.tickets, 0);
        if (!all.last) return all;
    }
}

}  // namespace

int check(const Settings& settings, Output output) {
    auto opened = Installation::open(settings);
    if (!opened) return complain(opened.error());
    const auto checked = check_tickets(**opened);
    if (output == Output::json) {
        std::puts(as_json(checked).c_str());
    } else {
        for (const auto& difference : checked.differences) {
            std::puts(fmt::format("ticket {}: {} is \"{}\", the journal says \"{}\"",
                                  difference.ticket.value,
                                  difference.field,
                                  difference.stored,
                                  difference.replayed)
                          .c_str());
        }
        std::puts(fmt::format("{} tickets checked against the journal, {} differences",
                              checked.tickets,
                              checked.differences.size())
                      .c_str());
    }
    return checked.differences.empty() ? 0 : 1;
}

}  // namespace ogniwo::app
