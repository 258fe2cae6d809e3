#pragma once

// What happened to a ticket, in the words that clocks are counted by. Private to the slice.

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "sla/clock_types.hpp"
#include "storage/journal.hpp"
#include "tickets/state_types.hpp"
#include "tickets/types.hpp"

namespace ogniwo::tickets {

// Reads tickets one after the other in one transaction; what many tickets share is read once.
class ClockFacts {
public:
    explicit ClockFacts(Tx& tx);

    // With what became one with it, as it stands now. Empty: nothing is known of it.
    sla::History history_of(TicketId ticket);
    // Of several, in order of their ids; reads everything that lies between them.
    std::vector<std::pair<TicketId, sla::History>> histories_of(
        const std::vector<TicketId>& tickets);
    // Of this ticket alone, from all of its events.
    sla::History facts_in(const std::vector<Event>& events);

private:
    class Reading;

    bool is_ours(PersonId person);
    bool halts(const std::optional<StateId>& state) const;
    sla::Terms terms_of(const Ticket& ticket);

    Tx& tx_;
    std::vector<TicketState> pausing_;
    std::map<CategoryId, std::optional<CategoryId>> parents_{};
    std::map<PersonId, bool> ours_{};
    std::map<CustomerId, CustomerId> customers_{};
};

}  // namespace ogniwo::tickets
