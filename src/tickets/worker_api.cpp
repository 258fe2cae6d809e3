#include "tickets/worker_api.hpp"

#include "base/describe.hpp"
#include "operations/operations.hpp"
#include "tickets/worker_service.hpp"

namespace ogniwo::tickets {

void describe(Fields& fields, TicketWorker& worker) {
    fields("person", worker.person);
    fields("name", worker.name);
    fields("since", worker.since);
}

void describe(Fields& fields, TicketWorkers& workers) {
    fields("items", workers.items);
    fields("mayTakeVoice", workers.may_take_voice).about("The reader.");
    fields("voiceIsAbsent", workers.voice_is_absent).about("Or has left.");
}

void describe(Fields& fields, ListWorkers& wish) {
    fields("ticket", wish.ticket);
}

void describe(Fields& fields, AddWorker& wish) {
    fields("ticket", wish.ticket);
    fields("person", wish.person).about("Absent: the one who asks.");
}

void describe(Fields& fields, RemoveWorker& wish) {
    fields("ticket", wish.ticket);
    fields("person", wish.person);
}

void describe(Fields& fields, OfVoice& wish) {
    fields("ticket", wish.ticket);
}

void describe(Fields& fields, TicketWorkerAdded& event) {
    fields("person", event.person);
}

void describe(Fields& fields, TicketWorkerRemoved& event) {
    fields("person", event.person);
}

void describe(Fields& fields, TicketVoiceChanged& event) {
    fields("voice", event.voice);
    fields("voiceTier", event.voice_tier);
}

void mount_workers(Operations& operations) {
    operations
        .get<ListWorkers, TicketWorkers>("tickets.list_workers",
                                         "/tickets/{ticket}/workers",
                                         see_notes,
                                         list_workers,
                                         {.ticket = {1}})
        .about("Who works on a ticket beside its assignee.");
    operations
        .post<AddWorker, TicketWorkers>(
            "tickets.add_worker", "/tickets/{ticket}/workers", assign, add_worker, {.ticket = {1}})
        .about("One of our staff works on it, too; without a person, whoever asks.");
    operations
        .del<RemoveWorker, TicketWorkers>("tickets.remove_worker",
                                          "/tickets/{ticket}/workers/{person}",
                                          assign,
                                          remove_worker,
                                          {.ticket = {1}, .person = {1}})
        .about("Works on it no longer.");
    operations
        .post<OfVoice, Ticket>(
            "tickets.take_voice", "/tickets/{ticket}/voice", work_on, take_voice, {.ticket = {1}})
        .about("From now on whoever asks answers the customer, in place of who did.");
    operations
        .del<OfVoice, Ticket>("tickets.give_up_voice",
                              "/tickets/{ticket}/voice",
                              work_on,
                              give_up_voice,
                              {.ticket = {1}})
        .about("Everybody who may reply to the customer does again.");
}

}  // namespace ogniwo::tickets
