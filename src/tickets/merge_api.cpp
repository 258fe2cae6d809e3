#include "tickets/merge_api.hpp"

#include "base/describe.hpp"
#include "operations/operations.hpp"
#include "tickets/merge_service.hpp"

namespace ogniwo::tickets {

void describe(Fields& fields, TicketRef& ref) {
    fields("ticket", ref.ticket);
    fields("number", ref.number);
    fields("subject", ref.subject).about("Where the reader may see it.");
    fields("status", ref.status);
    fields("requesterName", ref.requester_name);
    fields("updatedAt", ref.updated_at);
}

void describe(Fields& fields, MergeTicket& wish) {
    fields("ticket", wish.ticket);
    fields("into", wish.into);
}

void describe(Fields& fields, UnmergeTicket& wish) {
    fields("ticket", wish.ticket);
}

void describe(Fields& fields, MergePreview& preview) {
    fields("target", preview.target);
    fields("named", preview.named).about("What was asked for, where that goes on at the target.");
    fields("messages", preview.messages).about("Notes included.");
    fields("notes", preview.notes);
    fields("files", preview.files);
    fields("minutes", preview.minutes);
    fields("followers", preview.followers);
    fields("stopwatches", preview.stopwatches);
    fields("tickets", preview.tickets).about("Merged into it before: they come along.");
    fields("readers", preview.readers).about("Requesters who will read both talks.");
}

void describe(Fields& fields, FindMergeTargets& wish) {
    fields("ticket", wish.ticket);
    fields("q", wish.q).at_most(200).about("A number, or a part of the subject.");
}

void describe(Fields& fields, MergeTargets& targets) {
    fields("items", targets.items);
}

void describe(Fields& fields, ReadMerges& wish) {
    fields("ticket", wish.ticket);
}

void describe(Fields& fields, TicketMerges& merges) {
    fields("into", merges.into).about("Directly.");
    fields("goesOn", merges.goes_on).about("Where it goes on in the end.");
    fields("merged", merges.merged).about("Into this one, or into one of those.");
    fields("splitFrom", merges.split_from);
    fields("splitOff", merges.split_off);
}

void describe(Fields& fields, TicketMerged& event) {
    fields("into", event.into);
}

void describe(Fields& fields, TicketAbsorbed& event) {
    fields("other", event.ticket);
}

void describe(Fields& fields, TicketUnmerged& event) {
    fields("from", event.from);
}

void describe(Fields& fields, TicketReleased& event) {
    fields("other", event.ticket);
}

void describe(Fields& fields, TicketReachedByReply& event) {
    fields("other", event.ticket);
    fields("message", event.message);
    fields("status", event.status);
    fields("waitingFor", event.waiting_for);
    fields("state", event.state);
}

void mount_merges(Operations& operations) {
    operations
        .get<FindMergeTargets, MergeTargets>("tickets.find_merge_targets",
                                             "/tickets/{ticket}/merge-targets",
                                             work_on,
                                             find_merge_targets,
                                             {.ticket = {1}})
        .about("Tickets of the same customer that it could be merged into.");
    operations
        .get<MergeTicket, MergePreview>("tickets.preview_merge",
                                        "/tickets/{ticket}/merge-preview",
                                        work_on,
                                        preview_merge,
                                        {.ticket = {1}, .into = {2}})
        .about("What a merge would join; nothing is changed.");
    operations
        .post<MergeTicket, Ticket>("tickets.merge_ticket",
                                   "/tickets/{ticket}/merge",
                                   work_on,
                                   merge_ticket,
                                   {.ticket = {1}, .into = {2}})
        .about("Lets the ticket go on at another one, where both are read as one.");
    operations
        .post<UnmergeTicket, Ticket>("tickets.unmerge_ticket",
                                     "/tickets/{ticket}/unmerge",
                                     work_on,
                                     unmerge_ticket,
                                     {.ticket = {1}})
        .about("Takes a merge back, whatever has been written since.");
    operations
        .get<ReadMerges, TicketMerges>("tickets.read_merges",
                                       "/tickets/{ticket}/merges",
                                       see_own,
                                       read_merges,
                                       {.ticket = {1}})
        .about("Which tickets this one is joined with, by merges and splits.");
}

}  // namespace ogniwo::tickets
