#include "tickets/state_api.hpp"

#include "base/describe.hpp"
#include "operations/operations.hpp"
#include "people/service.hpp"
#include "tickets/state_service.hpp"

namespace ogniwo::tickets {
namespace {

template <class Wish>
void describe_words(Fields& fields, Wish& wish) {
    fields("namePl", wish.name_pl).at_most(state_letters_most);
    fields("nameEn", wish.name_en).at_most(state_letters_most);
    fields("shownPl", wish.shown_pl)
        .at_most(state_letters_most)
        .about("What customers read; without it the word of the group.");
    fields("shownEn", wish.shown_en).at_most(state_letters_most);
    fields("pauses", wish.pauses).about("Time limits of tiers stand still meanwhile.");
    fields("isDefault", wish.is_default)
        .about("Tickets that come to the group without naming one get it; no other of it does.");
}

}  // namespace

void describe(Fields& fields, TicketState& state) {
    fields("id", state.id);
    fields("status", state.status).about("Its group.");
    fields("namePl", state.name_pl);
    fields("nameEn", state.name_en);
    fields("shownPl", state.shown_pl).about("What customers read; without it the group's word.");
    fields("shownEn", state.shown_en);
    fields("pauses", state.pauses).about("Time limits of tiers stand still meanwhile.");
    fields("isDefault", state.is_default).about("What its group begins with.");
    fields("place", state.place).about("Among those of its group.");
    fields("retiredAt", state.retired_at);
}

void describe(Fields& fields, StatePlace& place) {
    fields("status", place.status);
    fields("state", place.state).about("Without it: a ticket of that group with none of our own.");
}

void describe(Fields& fields, StateWay& way) {
    fields("from", way.from);
    fields("to", way.to);
    fields("who", way.who);
}

void describe(Fields& fields, GroupWay& way) {
    fields("from", way.from);
    fields("to", way.to);
}

void describe(Fields& fields, Lifecycle& lifecycle) {
    fields("version", lifecycle.version);
    fields("states", lifecycle.states).about("By group and place, retired ones too.");
    fields("ways", lifecycle.ways).about("Those that are not for everybody who may work.");
    fields("groups", lifecycle.groups).about("What there can be ways between at all.");
}

void describe(Fields& fields, AddState& wish) {
    fields("status", wish.status).about("Its group, for good.");
    describe_words(fields, wish);
}

void describe(Fields& fields, EditState& wish) {
    fields("state", wish.state);
    fields("version", wish.version).about("The lifecycle's.");
    describe_words(fields, wish);
    fields("place", wish.place)
        .within(1, static_cast<std::int64_t>(states_ever))
        .about("Among those of its group; the others make room.");
    fields("retired", wish.retired).about("True: nobody puts a ticket there any more.");
}

void describe(Fields& fields, SetWays& wish) {
    fields("version", wish.version);
    fields("ways", wish.ways).at_most(ways_most).about("All others are for everybody.");
}

void describe(Fields& fields, StartStates& wish) {
    fields("desk", wish.desk);
}

void describe(Fields& fields, PreviewLifecycle& wish) {
    fields("retire", wish.retire);
    fields("ways", wish.ways).at_most(ways_most);
}

void describe(Fields& fields, Stranded& stranded) {
    fields("place", stranded.place);
    fields("why", stranded.why);
    fields("tickets", stranded.tickets).about("As far as they are counted.");
    fields("more", stranded.more).about("There are more than that.");
}

void describe(Fields& fields, StrandedList& list) {
    fields("items", list.items);
}

void describe(Fields& fields, ListNextStates& wish) {
    fields("ticket", wish.ticket);
}

void describe(Fields& fields, NextState& next) {
    fields("status", next.status);
    fields("state", next.state);
    fields("namePl", next.name_pl);
    fields("nameEn", next.name_en);
    fields("isDefault", next.is_default).about("What another group begins with.");
}

void describe(Fields& fields, NextStates& next) {
    fields("items", next.items);
}

void describe(Fields& fields, StateSaved& event) {
    fields("status", event.status);
    fields("pauses", event.pauses);
    fields("isDefault", event.is_default);
    fields("place", event.place);
    fields("retired", event.retired);
}

void describe(Fields& fields, WaysChanged& event) {
    fields("ways", event.ways);
}

void mount_states(Operations& operations) {
    people::allow(lead_moves, {people::Role::lead});
    operations
        .get<Nothing, Lifecycle>(
            "tickets.read_lifecycle", "/ticket-lifecycle", see_notes, read_lifecycle, {})
        .about("Statuses of our own, and which may follow which.");
    operations
        .post<AddState, Lifecycle>("tickets.add_state",
                                   "/ticket-lifecycle/states",
                                   configure,
                                   add_state,
                                   {.status = TicketStatus::waiting,
                                    .name_pl = "Czeka na dostawę",
                                    .name_en = "Waits for delivery"})
        .creates()
        .about("Adds a status of our own to a group.");
    operations
        .patch<EditState, Lifecycle>("tickets.edit_state",
                                     "/ticket-lifecycle/states/{state}",
                                     configure,
                                     edit_state,
                                     {.state = {1}, .version = 1, .pauses = true})
        .about("Changes a status of our own, retires it or takes it back.");
    operations
        .patch<SetWays, Lifecycle>("tickets.set_ways",
                                   "/ticket-lifecycle/ways",
                                   configure,
                                   set_ways,
                                   {.version = 1,
                                    .ways = {{.from = {.status = TicketStatus::resolved},
                                              .to = {.status = TicketStatus::closed},
                                              .who = WayFor::lead}}})
        .about("Says which status may follow which, and who may do it.");
    operations
        .post<PreviewLifecycle, StrandedList>("tickets.preview_lifecycle",
                                              "/ticket-lifecycle/preview",
                                              configure,
                                              preview_lifecycle,
                                              {})
        .about("Which tickets a change would leave without a way on; changes nothing.");
    operations
        .post<StartStates, Lifecycle>("tickets.start_states",
                                      "/ticket-lifecycle/starters",
                                      configure,
                                      start_states,
                                      {.desk = DeskKind::workshop})
        .about("Adds the statuses that a kind of desk begins with, as far as they are missing.");
    operations
        .get<ListNextStates, NextStates>("tickets.list_next_states",
                                         "/tickets/{ticket}/next-states",
                                         work_on,
                                         list_next_states,
                                         {.ticket = {1}})
        .about("Where the reader may move the ticket now.");
}

}  // namespace ogniwo::tickets
