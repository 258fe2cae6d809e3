#include "tickets/split_api.hpp"

#include "base/describe.hpp"
#include "operations/operations.hpp"
#include "tickets/merge_service.hpp"

namespace ogniwo::tickets {
namespace {

constexpr std::int64_t subject_most = 300;

}  // namespace

void describe(Fields& fields, SplitTicket& wish) {
    fields("ticket", wish.ticket);
    fields("subject", wish.subject).within(1, subject_most);
    fields("messages", wish.messages).within(1, split_messages_most);
    fields("time", wish.time)
        .at_most(split_entries_most)
        .about("Work that was done on them; a reversal goes with its entry.");
    fields("requester", wish.requester).about("Without: who wrote the first message.");
}

void describe(Fields& fields, UnsplitTicket& wish) {
    fields("ticket", wish.ticket).about("The one that was split off.");
}

void describe(Fields& fields, TicketSplit& event) {
    fields("other", event.ticket);
    fields("messages", event.messages);
    fields("time", event.time);
}

void describe(Fields& fields, TicketSplitOff& event) {
    fields("from", event.from);
}

void describe(Fields& fields, TicketUnsplit& event) {
    fields("from", event.from);
    fields("merged", event.merged);
}

void describe(Fields& fields, TicketSplitUndone& event) {
    fields("other", event.ticket);
}

void mount_splits(Operations& operations) {
    operations
        .post<SplitTicket, Ticket>(
            "tickets.split_ticket",
            "/tickets/{ticket}/split",
            work_on,
            split_ticket,
            {.ticket = {1}, .subject = "Skaner nie skanuje", .messages = {MessageId{1}}})
        .creates()
        .about("Makes a ticket of its own from some messages of another.");
    operations
        .post<UnsplitTicket, Ticket>("tickets.unsplit_ticket",
                                     "/tickets/{ticket}/unsplit",
                                     work_on,
                                     unsplit_ticket,
                                     {.ticket = {1}})
        .about("Puts a ticket that was split off back, with what was written since.");
}

}  // namespace ogniwo::tickets
