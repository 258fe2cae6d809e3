#include "tickets/macro_api.hpp"

#include "base/describe.hpp"
#include "operations/operations.hpp"
#include "people/service.hpp"
#include "tickets/macro_service.hpp"
#include "tickets/macro_use_service.hpp"

namespace ogniwo::tickets {
namespace {

constexpr std::int64_t name_most = 60;
constexpr std::int64_t text_most = 5'000;
constexpr std::int64_t reason_most = 40;
constexpr std::int64_t tags_most_at_once = 10;
constexpr std::int64_t steps_most_at_once = static_cast<std::int64_t>(steps_most);
constexpr std::int64_t due_days_most = 250;  // Working days of a year.
constexpr std::int64_t snooze_hours_most = 240;
constexpr std::int64_t snooze_days_most = 365;
constexpr std::int64_t kinds_most = static_cast<std::int64_t>(names(MacroEffectKind{}).size());

}  // namespace

void describe(Fields& fields, MacroEffects& effects) {
    fields("replyPl", effects.reply_pl)
        .at_most(text_most)
        .multiline()
        .about("For the customer; with the status resolved it is the answer.");
    fields("replyEn", effects.reply_en).at_most(text_most).multiline();
    fields("notePl", effects.note_pl).at_most(text_most).multiline().about("Internal.");
    fields("noteEn", effects.note_en).at_most(text_most).multiline();
    fields("status", effects.status).about("Open, waiting, resolved or closed.");
    fields("state", effects.state).about("With status: one of our own of that group; null: none.");
    fields("waitingFor", effects.waiting_for).about("With the status waiting.");
    fields("waitingNotePl", effects.waiting_note_pl)
        .at_most(static_cast<std::int64_t>(waiting_note_most))
        .about("For what, as the customer reads it.");
    fields("waitingNoteEn", effects.waiting_note_en)
        .at_most(static_cast<std::int64_t>(waiting_note_most));
    fields("type", effects.type);
    fields("category", effects.category);
    fields("impact", effects.impact);
    fields("urgency", effects.urgency);
    fields("assign", effects.assign).about("To whoever applies it, to nobody, or to somebody.");
    fields("assignee", effects.assignee).about("With person.");
    fields("queue", effects.queue).about("Refused for tickets of another tier.");
    fields("queueReason", effects.queue_reason)
        .within(1, reason_most)
        .about("With queue, where the structure demands one: a code that it allows.");
    fields("addTags", effects.add_tags).at_most(tags_most_at_once);
    fields("removeTags", effects.remove_tags).at_most(tags_most_at_once);
    fields("dueInDays", effects.due_in_days)
        .within(0, due_days_most)
        .about("Working days; 0 is today, or the first one after it.");
    fields("snoozeHours", effects.snooze_hours).within(1, snooze_hours_most);
    fields("snoozeDays", effects.snooze_days)
        .within(1, snooze_days_most)
        .about("Until eight in the morning.");
    fields("stepsPl", effects.steps_pl).at_most(steps_most_at_once).about("For the checklist.");
    fields("stepsEn", effects.steps_en).at_most(steps_most_at_once);
}

void describe(Fields& fields, TicketMacro& macro) {
    fields("id", macro.id);
    fields("version", macro.version);
    fields("namePl", macro.name_pl);
    fields("nameEn", macro.name_en).about("One's own macros have one name.");
    fields("shared", macro.shared);
    fields("effects", macro.effects);
    fields("assigneeName", macro.assignee_name);
    fields("uses", macro.uses).about("Tickets it was applied to, where it was asked for.");
    fields("moreUses", macro.more_uses).about("There are more than that.");
    fields("usedAt", macro.used_at);
}

void describe(Fields& fields, ListMacros& wish) {
    fields("uses", wish.uses).about("True: with how often each was used, and when last.");
}

void describe(Fields& fields, TicketMacroList& list) {
    fields("items", list.items);
}

void describe(Fields& fields, CreateMacro& wish) {
    fields("namePl", wish.name_pl).within(1, name_most);
    fields("nameEn", wish.name_en).at_most(name_most).about("Shared macros need it.");
    fields("shared", wish.shared).about("For everybody who works here.");
    fields("effects", wish.effects)
        .about("In texts {number}, {subject}, {person}, {company} and {me} are filled in.");
}

void describe(Fields& fields, EditMacro& wish) {
    fields("macro", wish.macro);
    fields("version", wish.version);
    fields("namePl", wish.name_pl).within(1, name_most);
    fields("nameEn", wish.name_en).at_most(name_most);
    fields("shared", wish.shared).about("True: from now on everybody's.");
    fields("effects", wish.effects).about("In place of all it had.");
}

void describe(Fields& fields, DeleteMacro& wish) {
    fields("macro", wish.macro);
}

void describe(Fields& fields, ReasonValue& value) {
    fields("name", value.name);
    fields("value", value.value);
}

void describe(Fields& fields, MacroEffect& effect) {
    fields("kind", effect.kind);
    fields("outcome", effect.outcome);
    fields("reason", effect.reason).about("Why it would be refused.");
    fields("shown", effect.shown).about("The parameters of that reason.");
    fields("text", effect.text).about("Filled in: a message, for what it waits, a tag, the steps.");
    fields("status", effect.status);
    fields("state", effect.state).about("With status or resolve; null: none of our own.");
    fields("statePl", effect.state_pl);
    fields("stateEn", effect.state_en);
    fields("waitingFor", effect.waiting_for);
    fields("type", effect.type);
    fields("category", effect.category);
    fields("categoryPl", effect.category_pl);
    fields("categoryEn", effect.category_en);
    fields("impact", effect.impact);
    fields("urgency", effect.urgency);
    fields("assignee", effect.assignee).about("Of assign; absent: nobody.");
    fields("assigneeName", effect.assignee_name);
    fields("queue", effect.queue);
    fields("queueName", effect.queue_name);
    fields("queueReason", effect.queue_reason);
    fields("dueOn", effect.due_on);
    fields("until", effect.until);
}

void describe(Fields& fields, PreviewMacro& wish) {
    fields("ticket", wish.ticket);
    fields("macro", wish.macro);
    fields("language", wish.language)
        .about("Of what the customer reads; without it the requester's.");
}

void describe(Fields& fields, MacroPreview& preview) {
    fields("macro", preview.macro);
    fields("version", preview.version).about("The macro's.");
    fields("language", preview.language).about("Of what the customer reads.");
    fields("tellsCustomer", preview.tells_customer).about("That cannot be taken back.");
    fields("effects", preview.effects).about("In the order in which they happen.");
}

void describe(Fields& fields, ApplyMacro& wish) {
    fields("ticket", wish.ticket);
    fields("macro", wish.macro);
    fields("macroVersion", wish.macro_version)
        .within(1, 1'000'000'000)
        .about("As it was previewed: refused where it has changed since.");
    fields("language", wish.language)
        .about("Of what the customer reads; without it the requester's.");
    fields("without", wish.without).at_most(kinds_most).about("What is left out this time.");
    fields("reply", wish.reply)
        .at_most(static_cast<std::int64_t>(filled_text_most))
        .multiline()
        .about("In place of the macro's words; taken as it is.");
    fields("note", wish.note).at_most(static_cast<std::int64_t>(filled_text_most)).multiline();
    fields("waitingNote", wish.waiting_note).at_most(static_cast<std::int64_t>(waiting_note_most));
    fields("after", wish.after)
        .about("The last message that was read; refused when somebody has replied since.");
}

void describe(Fields& fields, MacroSaved& event) {
    fields("shared", event.shared);
}

void describe(Fields& fields, TicketMacroApplied& event) {
    fields("macro", event.macro);
}

void describe(Fields& fields, MacroDeleted& event) {
    fields("shared", event.shared);
}

void mount_macros(Operations& operations) {
    operations
        .get<ListMacros, TicketMacroList>(
            "tickets.list_macros", "/macros", work_on, list_macros, {.uses = true})
        .about("The macros of the house, then the reader's own.");
    operations
        .post<CreateMacro, TicketMacro>(
            "tickets.create_macro",
            "/macros",
            work_on,
            create_macro,
            {.name_pl = "Prośba o numer seryjny",
             .effects = {.reply_pl = "Dzień dobry, prosimy o numer seryjny. {me}",
                         .status = TicketStatus::waiting,
                         .waiting_for = WaitingFor::customer,
                         .waiting_note_pl = "Numer seryjny"}})
        .creates()
        .about("Saves a macro, for oneself or for everybody.");
    operations
        .post<Nothing, TicketMacroList>(
            "tickets.start_macros", "/macros/starters", configure, start_macros, {})
        .about("Adds the macros that every desk uses, as far as they are missing.");
    operations
        .patch<EditMacro, TicketMacro>("tickets.edit_macro",
                                       "/macros/{macro}",
                                       work_on,
                                       edit_macro,
                                       {.macro = {1}, .version = 1, .name_pl = "Numer seryjny"})
        .about("Changes a macro, or shares one's own.");
    operations
        .del<DeleteMacro, Nothing>(
            "tickets.delete_macro", "/macros/{macro}", work_on, delete_macro, {.macro = {1}})
        .about("Deletes one's own macro; a shared one is retired.");
    operations
        .post<PreviewMacro, MacroPreview>("tickets.preview_macro",
                                          "/tickets/{ticket}/macros/{macro}/preview",
                                          work_on,
                                          preview_macro,
                                          {.ticket = {1}, .macro = {1}})
        .about("What each effect of a macro would do to this ticket; nothing is changed.");
    operations
        .post<ApplyMacro, Ticket>("tickets.apply_macro",
                                  "/tickets/{ticket}/macros/{macro}",
                                  work_on,
                                  apply_macro,
                                  {.ticket = {1}, .macro = {1}})
        .about("Does all that a macro says to this ticket, or nothing of it.");
    people::on_export("ticket_macros", [](const View& view, PersonId person) {
        return to_json(macros_of_person(view, person));
    });
    people::on_erase("ticket_macros", erase_macros);
}

}  // namespace ogniwo::tickets
