#include "tickets/handover_api.hpp"

#include "base/describe.hpp"
#include "operations/operations.hpp"
#include "tickets/service.hpp"

namespace ogniwo::tickets {
namespace {

constexpr int part_most = 10'000;

}  // namespace

void describe(Fields& fields, HandoverText& text) {
    fields("symptom", text.symptom)
        .at_most(part_most)
        .multiline()
        .about("What does not work, in the words of who has it.");
    fields("scope", text.scope)
        .at_most(part_most)
        .multiline()
        .about("Who and what is affected, since when.");
    fields("steps", text.steps)
        .at_most(part_most)
        .multiline()
        .about("What was tried, with what result.");
    fields("evidence", text.evidence)
        .at_most(part_most)
        .multiline()
        .about("Messages, pictures, logs.");
    fields("outcome", text.outcome)
        .at_most(part_most)
        .multiline()
        .about("What the next tier is asked for.");
}

void describe(Fields& fields, TicketHandover& handover) {
    fields("id", handover.id);
    fields("ticket", handover.ticket);
    fields("fromTier", handover.from_tier);
    fields("tier", handover.tier);
    fields("reason", handover.reason);
    fields("author", handover.author);
    fields("authorName", handover.author_name);
    fields("at", handover.at);
    fields("completeness", handover.completeness).about("Percent of the parts filled in.");
    fields("text", handover.text);
    fields("returnedAt", handover.returned_at);
    fields("gap", handover.gap).about("What was missing, where it was returned.");
    fields("scoreAbove", handover.score_above).about("By whoever got it.");
    fields("scoreBelow", handover.score_below).about("By its author, of what came back.");
}

void describe(Fields& fields, ListHandovers& wish) {
    fields("ticket", wish.ticket);
}

void describe(Fields& fields, TicketHandovers& handovers) {
    fields("items", handovers.items);
}

void describe(Fields& fields, DraftHandover& wish) {
    fields("ticket", wish.ticket);
}

void describe(Fields& fields, ReturnHandover& wish) {
    fields("ticket", wish.ticket);
    fields("handover", wish.handover);
    fields("gap", wish.gap);
    fields("note", wish.note).at_most(part_most).multiline();
}

void describe(Fields& fields, ScoreHandover& wish) {
    fields("ticket", wish.ticket);
    fields("handover", wish.handover);
    fields("score", wish.score);
}

void describe(Fields& fields, TierStay& stay) {
    fields("tier", stay.tier);
    fields("visits", stay.visits);
    fields("minutes", stay.minutes).about("Clock time, until it was resolved.");
}

void describe(Fields& fields, TicketFigures& figures) {
    fields("moves", figures.moves).about("Between tiers, and between queues of one tier.");
    fields("returns", figures.returns).about("Moves to where it had been before.");
    fields("highestTier", figures.highest_tier);
    fields("resolvedTier", figures.resolved_tier);
    fields("reasks", figures.reasks)
        .about("How often the customer was asked again after the first escalation.");
    fields("tiers", figures.tiers);
}

void describe(Fields& fields, ReadFigures& wish) {
    fields("ticket", wish.ticket);
}

void mount_handovers(Operations& operations) {
    operations
        .get<ListHandovers, TicketHandovers>("tickets.list_handovers",
                                             "/tickets/{ticket}/handovers",
                                             see_notes,
                                             list_handovers,
                                             {.ticket = {1}})
        .about("What was handed over with each escalation, the oldest first.");
    operations
        .get<DraftHandover, HandoverText>("tickets.draft_handover",
                                          "/tickets/{ticket}/handover-draft",
                                          see_notes,
                                          draft_handover,
                                          {.ticket = {1}})
        .about("A handover as far as the ticket knows it: its first words, notes and files.");
    operations
        .post<ReturnHandover, Ticket>("tickets.return_handover",
                                      "/tickets/{ticket}/handovers/{handover}/return",
                                      work_on,
                                      return_handover,
                                      {.ticket = {1}, .handover = {1}})
        .about("Gives an incomplete handover back, with the name of what is missing.");
    operations
        .post<ScoreHandover, TicketHandovers>("tickets.score_handover",
                                              "/tickets/{ticket}/handovers/{handover}/score",
                                              work_on,
                                              score_handover,
                                              {.ticket = {1}, .handover = {1}})
        .about("Says whether a handover was good: its author of the answer, others of it.");
    operations
        .get<ReadFigures, TicketFigures>("tickets.read_figures",
                                         "/tickets/{ticket}/figures",
                                         see_notes,
                                         read_figures,
                                         {.ticket = {1}})
        .about("Moves, returns, re-asks, and the time at each tier.");
}

}  // namespace ogniwo::tickets
