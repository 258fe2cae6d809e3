#include "base/describe.hpp"
#include "operations/operations.hpp"
#include "tickets/checklist_service.hpp"
#include "tickets/template_api.hpp"

namespace ogniwo::tickets {

void describe(Fields& fields, ChecklistStep& step) {
    fields("id", step.id);
    fields("text", step.text).about("Null when its author's data were erased.");
    fields("addedBy", step.added_by);
    fields("tickedBy", step.ticked_by);
    fields("tickedByName", step.ticked_by_name);
    fields("tickedAt", step.ticked_at);
}

void describe(Fields& fields, TicketChecklist& checklist) {
    fields("items", checklist.items);
    fields("ticked", checklist.ticked).about("How many of them are.");
}

void describe(Fields& fields, OfChecklist& wish) {
    fields("ticket", wish.ticket);
}

void describe(Fields& fields, AddSteps& wish) {
    fields("ticket", wish.ticket);
    fields("texts", wish.texts).within(1, static_cast<std::int64_t>(steps_most));
}

void describe(Fields& fields, TickStep& wish) {
    fields("ticket", wish.ticket);
    fields("step", wish.step);
    fields("ticked", wish.ticked).about("False: not done after all.");
}

void describe(Fields& fields, RemoveStep& wish) {
    fields("ticket", wish.ticket);
    fields("step", wish.step);
}

void describe(Fields& fields, TicketStepsAdded& event) {
    fields("steps", event.steps);
}

void describe(Fields& fields, TicketStepTicked& event) {
    fields("step", event.step);
    fields("ticked", event.ticked);
}

void describe(Fields& fields, TicketStepRemoved& event) {
    fields("step", event.step);
}

void mount_checklists(Operations& operations) {
    operations
        .get<OfChecklist, TicketChecklist>("tickets.list_steps",
                                           "/tickets/{ticket}/checklist",
                                           see_own,
                                           list_steps,
                                           {.ticket = {1}})
        .about("The steps of a ticket, and who ticked which when. None for customers' people.");
    operations
        .post<AddSteps, TicketChecklist>("tickets.add_steps",
                                         "/tickets/{ticket}/checklist",
                                         work_on,
                                         add_steps,
                                         {.ticket = {1}, .texts = {"Sprawdzić toner"}})
        .about("Adds steps at the end.");
    operations
        .post<TickStep, TicketChecklist>("tickets.tick_step",
                                         "/tickets/{ticket}/checklist/{step}/tick",
                                         work_on,
                                         tick_step,
                                         {.ticket = {1}, .step = {1}, .ticked = true})
        .about("Ticks a step off, or back on.");
    operations
        .del<RemoveStep, TicketChecklist>("tickets.remove_step",
                                          "/tickets/{ticket}/checklist/{step}",
                                          work_on,
                                          remove_step,
                                          {.ticket = {1}, .step = {1}})
        .about("Takes a step off the list.");
}

}  // namespace ogniwo::tickets
