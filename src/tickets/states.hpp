#pragma once

// What the other verbs of this slice do to the status of a ticket. Private to it.

#include <optional>
#include <vector>

#include "storage/work.hpp"
#include "tickets/rules.hpp"
#include "tickets/state_rules.hpp"

namespace ogniwo::tickets {

StatePlace place_of(const Ticket& ticket);

// What follows by itself: within its group the ticket keeps its status of our own, in another one
// it gets what that begins with.
std::optional<StateId> state_by_itself(Tx& tx, const Ticket& ticket, TicketStatus status);

// Puts the ticket into that standing as what follows by itself.
void come_to_stand(Work& work, Ticket& ticket, Standing standing);

// What somebody of ours wants it to be in that group, if the ways let them.
Result<std::optional<StateId>> choose_state(const View& view,
                                            const Ticket& ticket,
                                            TicketStatus status,
                                            const std::optional<std::optional<StateId>>& wished);

// The event of a ticket that stands differently than before, and what counts from then on.
void record_standing(Work& work,
                     const Ticket& ticket,
                     const Standing& before,
                     std::vector<EventText> texts = {});

// For those who read no notes: the words for customers, or nothing.
void hide_state(Ticket& ticket);

}  // namespace ogniwo::tickets
