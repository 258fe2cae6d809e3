#pragma once

// The lifecycle of a company: read by our people, changed by who configures, as one whole with one
// version. Every change answers all of it.

#include "storage/work.hpp"
#include "tickets/state_types.hpp"

namespace ogniwo::tickets {

Result<Lifecycle> read_lifecycle(const View& view, const Nothing&);
Result<Lifecycle> add_state(Work& work, const AddState& wish);
Result<Lifecycle> edit_state(Work& work, const EditState& wish);
Result<Lifecycle> set_ways(Work& work, const SetWays& wish);
// What is there by name, in use or not, stays as it is.
Result<Lifecycle> start_states(Work& work, const StartStates& wish);
// Changes nothing.
Result<StrandedList> preview_lifecycle(Work& work, const PreviewLifecycle& wish);

// Where the reader may move the ticket now. Resolving wants an answer, reopening a reason, and
// waiting for whom and for what, whatever status is chosen there.
Result<NextStates> list_next_states(const View& view, const ListNextStates& wish);

}  // namespace ogniwo::tickets
