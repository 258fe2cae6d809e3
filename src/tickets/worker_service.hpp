#pragma once

// Who works on a ticket beside its assignee, and who speaks with its customer. Private to the
// slice.

#include "storage/work.hpp"
#include "tickets/types.hpp"
#include "tickets/worker_types.hpp"

namespace ogniwo::tickets {

Result<TicketWorkers> list_workers(const View& view, const ListWorkers& wish);
Result<TicketWorkers> add_worker(Work& work, const AddWorker& wish);
Result<TicketWorkers> remove_worker(Work& work, const RemoveWorker& wish);

Result<Ticket> take_voice(Work& work, const OfVoice& wish);
Result<Ticket> give_up_voice(Work& work, const OfVoice& wish);

// Whether this actor may say something to the customer; the refusal names who has the voice.
Outcome may_speak_about(const View& view, const Ticket& ticket);

}  // namespace ogniwo::tickets
