#include "tickets/macro_use_service.hpp"

#include <algorithm>

#include "base/check.hpp"
#include "base/text.hpp"
#include "people/service.hpp"
#include "storage/attempt.hpp"
#include "tickets/access.hpp"
#include "tickets/checklist_service.hpp"
#include "tickets/macro_rules.hpp"
#include "tickets/macro_store.hpp"
#include "tickets/mark_service.hpp"
#include "tickets/names.hpp"
#include "tickets/service.hpp"
#include "tickets/store.hpp"
#include "tickets/tag_service.hpp"

namespace ogniwo::tickets {
namespace {

using people::Language;

// The events of its effects are caused by that of the macro.
class CausedBy {
public:
    CausedBy(Work& work, EventId event) : work_(work), cause_(work.cause) {
        work.cause = event;
        ++work.depth;
    }
    CausedBy(const CausedBy&) = delete;
    CausedBy& operator=(const CausedBy&) = delete;
    ~CausedBy() {
        work_.cause = cause_;
        --work_.depth;
    }

private:
    Work& work_;
    const std::optional<EventId> cause_;
};

Language language_of(Tx& tx, const std::optional<PersonId>& person) {
    const auto reached = person ? people::find_reachable(tx, *person) : std::nullopt;
    return reached ? reached->language : people::company_language(tx);
}

// What fills the words of a macro on this ticket, which has its names.
MacroSetting setting_of(const View& view,
                        const Ticket& ticket,
                        const std::optional<Language>& language) {
    const auto names = people::person_names(view.tx, {view.actor.person});
    const auto me = names.find(view.actor.person);
    return {.filling = {.number = std::to_string(ticket.number),
                        .subject = ticket.subject,
                        .person = ticket.requester_name.value_or(ticket.customer_name),
                        .company = ticket.customer_name,
                        .me = me == names.end() ? "" : me->second},
            .customers = language.value_or(language_of(view.tx, ticket.requester)),
            .ours = language_of(view.tx, view.actor.person),
            .me = view.actor.person,
            .now = view.now,
            .zone = people::company_zone(view.tx)};
}

Result<TicketMacro> usable_macro(const View& view, MacroId macro) {
    auto found = store::find_macro(view.tx, view.actor.person, macro);
    if (!found) return missing;
    auto& assignee = found->effects.assignee;
    if (assignee) assignee = people::goes_on(view.tx, *assignee);
    return std::move(*found);
}

// Names and subjects may be long: what was filled in is checked as what somebody types.
Outcome fits(const MacroEffect& effect) {
    if (code_points(effect.text.value_or("")) <= filled_text_most) return Nothing{};
    return Error{.reason = invalid_fields,
                 .fields = {{"/text", "too_long", {{"most", std::to_string(filled_text_most)}}}}};
}

Outcome act(Work& work, TicketId ticket, const MacroEffect& effect) {
    TRY_DO(fits(effect));
    const std::string text = effect.text.value_or("");
    switch (effect.kind) {
        case MacroEffectKind::edit: {
            const auto now = store::find_ticket(work.tx, {.everyone = true}, ticket);
            INVARIANT(now.has_value());
            EditTicket edit{.ticket = ticket,
                            .version = now->version,
                            .type = effect.type,
                            .impact = effect.impact,
                            .urgency = effect.urgency};
            if (effect.category) edit.category = effect.category;
            return done(edit_ticket(work, edit));
        }
        case MacroEffectKind::untag:
            return done(remove_ticket_tag(work, ticket, text));
        case MacroEffectKind::tag:
            return done(add_ticket_tag(work, {.ticket = ticket, .name = text}));
        case MacroEffectKind::due:
            return done(set_due(work, {.ticket = ticket, .on = effect.due_on}));
        case MacroEffectKind::steps:
            return done(add_steps(work, {.ticket = ticket, .texts = split_lines(text)}));
        case MacroEffectKind::queue:
            return done(move_queue(
                work, {.ticket = ticket, .queue = *effect.queue, .reason = effect.queue_reason}));
        case MacroEffectKind::assign:
            return done(assign_ticket(work, {.ticket = ticket, .assignee = effect.assignee}));
        case MacroEffectKind::note:
            return done(note_on_ticket(work, {.ticket = ticket, .text = text}));
        case MacroEffectKind::reply:
            return done(reply_to_ticket(work, {.ticket = ticket, .text = text}));
        case MacroEffectKind::status:
            return done(set_ticket_status(work,
                                          {.ticket = ticket,
                                           .status = *effect.status,
                                           .waiting_for = effect.waiting_for,
                                           .waiting_note = effect.text,
                                           .state = effect.state}));
        case MacroEffectKind::resolve:
            return done(
                resolve_ticket(work, {.ticket = ticket, .text = text, .state = effect.state}));
        case MacroEffectKind::snooze:
            return done(snooze_ticket(work, {.ticket = ticket, .until = *effect.until}));
    }
    return Nothing{};
}

// A verb points into its own wish; here it is the effect that is wrong.
Error at_effect(Error error, MacroEffectKind kind) {
    for (FieldError& field : error.fields) field.pointer = "/" + std::string(enum_name(kind));
    return error;
}

// `unchanged`: the ticket is as it shall be. What is refused or unchanged leaves nothing behind.
Result<MacroOutcome> take_effect(Work& work, TicketId ticket, const MacroEffect& effect) {
    const auto now = store::find_ticket(work.tx, {.everyone = true}, ticket);
    INVARIANT(now.has_value());
    if (is_so_already(*now, effect)) return MacroOutcome::unchanged;
    Attempt attempt(work.tx);
    Outcome outcome = act(work, ticket, effect);
    if (outcome) {
        attempt.keep();
        return MacroOutcome::changes;
    }
    if (says_so_already(effect.kind, outcome.error().reason)) return MacroOutcome::unchanged;
    return at_effect(std::move(outcome).error(), effect.kind);
}

void note_refusal(MacroEffect& effect, const Error& error) {
    effect.outcome = MacroOutcome::refused;
    const Params& shown = error.fields.empty() ? error.shown : error.fields.front().shown;
    effect.reason = error.fields.empty() ? error.reason.name : error.fields.front().reason;
    for (const auto& [name, value] : shown) effect.shown.push_back({name, value});
}

void add_names(Tx& tx, std::vector<MacroEffect>& effects) {
    Names names;
    for (const MacroEffect& effect : effects) {
        names.persons.want(effect.assignee);
        names.queues.want(effect.queue);
        names.categories.want(effect.category);
        if (effect.state) names.states.want(*effect.state);
    }
    names.load(tx);
    for (MacroEffect& effect : effects) {
        effect.assignee_name = names.persons.find(effect.assignee);
        effect.queue_name = names.queues.find(effect.queue);
        if (const auto name = names.categories.find(effect.category)) {
            effect.category_pl = name->pl;
            effect.category_en = name->en;
        }
        if (const auto state = names.states.find(effect.state.value_or(std::nullopt))) {
            effect.state_pl = state->name_pl;
            effect.state_en = state->name_en;
        }
    }
}

// The macro's effects as this wish wants them: some left out, some in other words.
std::vector<MacroEffect> wished_effects(std::vector<MacroEffect> effects, const ApplyMacro& wish) {
    const auto left_out = wish.without.value_or(std::vector<MacroEffectKind>{});
    std::erase_if(effects, [&](const MacroEffect& effect) {
        return std::ranges::find(left_out, effect.kind) != left_out.end();
    });
    for (MacroEffect& effect : effects) {
        const bool is_answer =
            effect.kind == MacroEffectKind::reply || effect.kind == MacroEffectKind::resolve;
        if (is_answer && wish.reply) effect.text = wish.reply;
        if (effect.kind == MacroEffectKind::note && wish.note) effect.text = wish.note;
        if (effect.kind == MacroEffectKind::status && effect.waiting_for && wish.waiting_note) {
            effect.text = wish.waiting_note;
        }
    }
    return effects;
}

}  // namespace

Result<MacroPreview> preview_macro(Work& work, const PreviewMacro& wish) {
    const Attempt whole(work.tx);  // Never kept.
    TRY(const Ticket ticket, claim(work, wish.ticket, work_on));
    TRY(const TicketMacro macro, usable_macro(work, wish.macro));
    const MacroSetting setting = setting_of(work, with_names(work, ticket), wish.language);
    MacroPreview preview{.macro = macro.id,
                         .version = macro.version,
                         .language = setting.customers,
                         .tells_customer = tells_customer(macro.effects),
                         .effects = plan_effects(macro.effects, setting)};
    for (MacroEffect& effect : preview.effects) {
        const auto outcome = take_effect(work, ticket.id, effect);
        if (outcome) {
            effect.outcome = *outcome;
        } else {
            note_refusal(effect, outcome.error());
        }
    }
    add_names(work.tx, preview.effects);
    return preview;
}

Result<Ticket> apply_macro(Work& work, const ApplyMacro& wish) {
    TRY(const Ticket ticket, claim(work, wish.ticket, work_on));
    TRY(const TicketMacro macro, usable_macro(work, wish.macro));
    if (wish.macro_version && *wish.macro_version != macro.version) return stale;
    TRY_DO(has_read_all(work, ticket.id, wish.after));
    const MacroSetting setting = setting_of(work, with_names(work, ticket), wish.language);

    const CausedBy cause(work,
                         work.record(TicketMacroApplied{.macro = macro.id},
                                     about(ticket),
                                     {{"namePl", macro.name_pl}, {"nameEn", macro.name_en}}));
    bool changed = false;
    for (const MacroEffect& effect : wished_effects(plan_effects(macro.effects, setting), wish)) {
        TRY(const MacroOutcome outcome, take_effect(work, ticket.id, effect));
        changed = changed || outcome == MacroOutcome::changes;
    }
    if (!changed) return macro_changes_nothing;
    store::insert_macro_use(work.tx, macro.id, ticket.id, work.now);
    auto now = store::find_ticket(work.tx, {.everyone = true}, ticket.id);
    INVARIANT(now.has_value());
    return with_names(work, std::move(*now));
}

}  // namespace ogniwo::tickets
