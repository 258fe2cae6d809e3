#include "base/describe.hpp"
#include "operations/operations.hpp"
#include "tickets/timed_job.hpp"
#include "tickets/timed_service.hpp"
#include "tickets/types.hpp"
#include "tickets/worker_api.hpp"

namespace ogniwo::tickets {

void describe(Fields& fields, TicketTimedRuleFired& event) {
    fields("rule", event.rule);
    fields("tier", event.tier);
    fields("counts", event.counts);
    fields("minutes", event.minutes);
    fields("clock", event.clock);
    fields("outcome", event.outcome);
    fields("dueAt", event.due_at);
    fields("told", event.told);
}

void describe(Fields& fields, TimedState& state) {
    fields("rule", state.rule);
    fields("counts", state.counts);
    fields("minutes", state.minutes);
    fields("clock", state.clock);
    fields("action", state.action);
    fields("dueAt", state.due_at).about("Absent: it does not count now, or has fired.");
    fields("hasFired", state.has_fired);
}

void describe(Fields& fields, ReadTimed& wish) {
    fields("ticket", wish.ticket);
}

void describe(Fields& fields, TicketTimed& timed) {
    fields("items", timed.items);
}

void describe(Fields& fields, CountTier& wish) {
    fields("tier", wish.tier);
}

void describe(Fields& fields, CountTierProgress& progress) {
    fields("last", progress.last);
}

void mount_timed(Operations& operations) {
    operations
        .get<ReadTimed, TicketTimed>("tickets.read_timed",
                                     "/tickets/{ticket}/timed-rules",
                                     see_notes,
                                     read_timed,
                                     {.ticket = {1}})
        .about("The timed rules of the ticket's tier: which are due when, which have fired.");
}

}  // namespace ogniwo::tickets
