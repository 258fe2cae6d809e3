#pragma once

// Macros: what a technician does again and again, under one name.
//
// A macro is a set of effects: words for the customer, a note, a status, tags, a date. Its order is
// fixed (MacroEffectKind), whatever the order in which it was written. Applying it is nothing but
// the verbs of this slice, one after another, all of them or none; one event before them says which
// macro it was, and is their cause. It belongs to one person or to all who work here.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/enum.hpp"
#include "people/types.hpp"
#include "tickets/types.hpp"

namespace ogniwo::tickets {

using MacroId = Id<struct MacroTag>;

inline constexpr std::int64_t own_macros_most = 50;      // Of one person.
inline constexpr std::int64_t shared_macros_most = 200;  // Of the house.
inline constexpr std::int64_t macro_uses_most = 1'000;   // Counting ends here.
inline constexpr std::size_t filled_text_most = 20'000;  // As a message may have.
inline constexpr std::string_view macro_kind = "macro";  // The subject of its own events.

enum class MacroAssignee { me, nobody, person };
constexpr auto names(MacroAssignee) {
    return enum_names("me", "nobody", "person");
}

// What is absent stays as it is. Where a text stands in one language only, that one is taken.
//
// {number}, {subject}, {person} (who asked; where nobody did, the company), {company} and {me} are
// filled in, in all texts but tags.
struct MacroEffects {
    // For the customer: a reply, or, with the status `resolved`, the answer.
    std::optional<std::string> reply_pl{};
    std::optional<std::string> reply_en{};
    std::optional<std::string> note_pl{};
    std::optional<std::string> note_en{};
    std::optional<TicketStatus> status{};
    std::optional<std::optional<StateId>> state{};  // With status; null: none of our own.
    std::optional<WaitingFor> waiting_for{};
    std::optional<std::string> waiting_note_pl{};  // For what, as the customer reads it.
    std::optional<std::string> waiting_note_en{};
    std::optional<TicketType> type{};
    std::optional<CategoryId> category{};
    std::optional<Impact> impact{};
    std::optional<Urgency> urgency{};
    std::optional<MacroAssignee> assign{};
    std::optional<PersonId> assignee{};         // With `person`.
    std::optional<QueueId> queue{};             // Of the ticket's tier, or it is refused.
    std::optional<std::string> queue_reason{};  // A code, where the structure demands one.
    std::optional<std::vector<std::string>> add_tags{};
    std::optional<std::vector<std::string>> remove_tags{};
    std::optional<int> due_in_days{};  // Working days; 0: today, or the first one after it.
    // One of the two; days end at eight in the morning.
    std::optional<int> snooze_hours{};
    std::optional<int> snooze_days{};
    std::optional<std::vector<std::string>> steps_pl{};
    std::optional<std::vector<std::string>> steps_en{};
};
void describe(Fields& fields, MacroEffects& effects);

struct TicketMacro {
    MacroId id{};
    std::int64_t version = 1;
    std::string name_pl{};  // One's own are called the same in both languages.
    std::string name_en{};
    bool shared = false;
    MacroEffects effects{};
    std::optional<std::string> assignee_name{};
    // Where they were asked for.
    std::optional<std::int64_t> uses{};
    std::optional<bool> more_uses{};  // There are more than that.
    std::optional<Time> used_at{};
};
void describe(Fields& fields, TicketMacro& macro);

struct ListMacros {
    std::optional<bool> uses{};  // With how often each was used, and when last.
};
void describe(Fields& fields, ListMacros& wish);

struct TicketMacroList {
    std::vector<TicketMacro> items{};  // The shared ones, then one's own, as they were made.
};
void describe(Fields& fields, TicketMacroList& list);

struct CreateMacro {
    std::string name_pl{};
    std::optional<std::string> name_en{};  // Shared ones need it.
    std::optional<bool> shared{};
    MacroEffects effects{};
};
void describe(Fields& fields, CreateMacro& wish);

struct EditMacro {
    MacroId macro{};
    std::int64_t version = 0;
    std::optional<std::string> name_pl{};
    std::optional<std::string> name_en{};
    std::optional<bool> shared{};           // True: from now on everybody's. There is no way back.
    std::optional<MacroEffects> effects{};  // In place of all it had.
};
void describe(Fields& fields, EditMacro& wish);

struct DeleteMacro {
    MacroId macro{};
};
void describe(Fields& fields, DeleteMacro& wish);

// --- On a ticket

// In the order in which they happen: what changes the place and the person before what is said,
// and what ends the work last.
enum class MacroEffectKind {
    edit,
    untag,
    tag,
    due,
    steps,
    queue,
    assign,
    note,
    reply,
    status,
    resolve,
    snooze
};
constexpr auto names(MacroEffectKind) {
    return enum_names("edit",
                      "untag",
                      "tag",
                      "due",
                      "steps",
                      "queue",
                      "assign",
                      "note",
                      "reply",
                      "status",
                      "resolve",
                      "snooze");
}

enum class MacroOutcome { changes, unchanged, refused };
constexpr auto names(MacroOutcome) {
    return enum_names("changes", "unchanged", "refused");
}

// A parameter of a refusal's sentence.
struct ReasonValue {
    std::string name{};
    std::string value{};
};
void describe(Fields& fields, ReasonValue& value);

// One effect on one ticket, with its words filled in. What its kind needs is set.
struct MacroEffect {
    MacroEffectKind kind = MacroEffectKind::edit;
    MacroOutcome outcome = MacroOutcome::changes;
    std::optional<std::string> reason{};  // Why it is refused: a name of docs/refusals.md.
    std::vector<ReasonValue> shown{};
    // note, reply, resolve; status: for what it waits; tag, untag: the word; steps: one a line.
    std::optional<std::string> text{};
    std::optional<TicketStatus> status{};
    std::optional<std::optional<StateId>> state{};  // Of status and resolve.
    std::optional<std::string> state_pl{};
    std::optional<std::string> state_en{};
    std::optional<WaitingFor> waiting_for{};
    std::optional<TicketType> type{};
    std::optional<CategoryId> category{};
    std::optional<std::string> category_pl{};
    std::optional<std::string> category_en{};
    std::optional<Impact> impact{};
    std::optional<Urgency> urgency{};
    std::optional<PersonId> assignee{};  // Of assign; absent: nobody.
    std::optional<std::string> assignee_name{};
    std::optional<QueueId> queue{};
    std::optional<std::string> queue_name{};
    std::optional<std::string> queue_reason{};
    std::optional<Date> due_on{};
    std::optional<Time> until{};
};
void describe(Fields& fields, MacroEffect& effect);

struct PreviewMacro {
    TicketId ticket{};
    MacroId macro{};
    // Of what the customer reads. Absent: the requester's.
    std::optional<people::Language> language{};
};
void describe(Fields& fields, PreviewMacro& wish);

struct MacroPreview {
    MacroId macro{};
    std::int64_t version = 0;  // Of the macro.
    people::Language language = people::Language::pl;
    bool tells_customer = false;  // Then nobody can take it back.
    std::vector<MacroEffect> effects{};
};
void describe(Fields& fields, MacroPreview& preview);

struct ApplyMacro {
    TicketId ticket{};
    MacroId macro{};
    // The macro's, as it was previewed: refused when somebody has changed it since.
    std::optional<std::int64_t> macro_version{};
    std::optional<people::Language> language{};
    std::optional<std::vector<MacroEffectKind>> without{};  // What is left out this time.
    // In place of the macro's own words; nothing is filled in here any more.
    std::optional<std::string> reply{};  // Also the answer of a resolution.
    std::optional<std::string> note{};
    std::optional<std::string> waiting_note{};
    // The last message that was read: refused when somebody has replied since.
    std::optional<MessageId> after{};
};
void describe(Fields& fields, ApplyMacro& wish);

// --- Events

struct MacroSaved {  // namePl, nameEn, effects
    static constexpr std::string_view name = "tickets.macro_saved";
    static constexpr int schema = 1;

    bool shared = false;
};
void describe(Fields& fields, MacroSaved& event);

// Of a ticket: before the events of the effects, and their cause.
struct TicketMacroApplied {  // namePl, nameEn, as it was called then; hidden from customers
    static constexpr std::string_view name = "tickets.macro_applied";
    static constexpr int schema = 1;

    MacroId macro{};
};
void describe(Fields& fields, TicketMacroApplied& event);

struct MacroDeleted {
    static constexpr std::string_view name = "tickets.macro_deleted";
    static constexpr int schema = 1;

    bool shared = false;  // Then it is retired.
};
void describe(Fields& fields, MacroDeleted& event);

inline constexpr Reason macro_is_shared{Refusal::forbidden, "tickets.macro_is_shared"};
inline constexpr Reason macros_too_many{Refusal::conflict, "tickets.macros_too_many"};
inline constexpr Reason macro_empty{Refusal::invalid, "tickets.macro_empty"};
inline constexpr Reason macro_contradicts{Refusal::invalid, "tickets.macro_contradicts"};
inline constexpr Reason macro_unknown{Refusal::invalid, "tickets.macro_unknown"};
inline constexpr Reason macro_changes_nothing{Refusal::conflict, "tickets.macro_changes_nothing"};
inline constexpr Reason placeholder_unknown{Refusal::invalid, "tickets.placeholder_unknown"};
inline constexpr Reason queue_unknown{Refusal::invalid, "tickets.queue_unknown"};

}  // namespace ogniwo::tickets
