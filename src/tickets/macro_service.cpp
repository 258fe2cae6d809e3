#include "tickets/macro_service.hpp"

#include <algorithm>

#include "base/describe.hpp"
#include "base/json.hpp"
#include "base/text.hpp"
#include "people/service.hpp"
#include "tickets/category_rules.hpp"
#include "tickets/category_store.hpp"
#include "tickets/checklist_service.hpp"
#include "tickets/macro_rules.hpp"
#include "tickets/macro_starters.hpp"
#include "tickets/macro_store.hpp"
#include "tickets/names.hpp"
#include "tickets/state_rules.hpp"
#include "tickets/state_store.hpp"
#include "tiers/service.hpp"

namespace ogniwo::tickets {
namespace {

std::optional<PersonId> owner_of(const Work& work, bool shared) {
    return shared ? std::nullopt : std::optional(work.actor.person);
}

// A shared macro is the whole company's, so one customer's right is not enough.
Outcome may_change_macro(const Actor& actor, bool shared) {
    if (shared && !actor.may_everywhere(configure)) return macro_is_shared;
    return Nothing{};
}

Outcome has_room_for_macro(Work& work, bool shared) {
    const auto count = store::count_macros(work.tx, owner_of(work, shared));
    if (count >= (shared ? shared_macros_most : own_macros_most)) return macros_too_many;
    return Nothing{};
}

// Without the spaces around them; one's own have one name.
Outcome tidy_names(TicketMacro& macro) {
    macro.name_pl = std::string(trim(macro.name_pl));
    macro.name_en = std::string(trim(macro.name_en));
    if (!macro.shared && macro.name_en.empty()) macro.name_en = macro.name_pl;
    std::vector<FieldError> errors;
    const auto needs = [&](const std::string& name, const char* pointer) {
        if (name.empty()) errors.push_back({pointer, "too_short", {{"least", "1"}}});
    };
    needs(macro.name_pl, "/namePl");
    needs(macro.name_en, "/nameEn");
    if (errors.empty()) return Nothing{};
    return Error{.reason = invalid_fields, .fields = std::move(errors)};
}

Error wrong(const char* pointer, const Reason& reason) {
    return {.reason = invalid_fields, .fields = {{pointer, reason.name, {}}}};
}

// What is named there is there today.
Outcome names_what_is_there(Work& work, const MacroEffects& effects) {
    if (effects.category) {
        auto chosen = may_choose(store::list_categories(work.tx), *effects.category);
        if (!chosen) {
            Error error = std::move(chosen).error();
            for (FieldError& field : error.fields) field.pointer = "/effects" + field.pointer;
            return error;
        }
    }
    if (effects.state) {
        const auto lifecycle = store::load_lifecycle(work.tx);
        const TicketStatus group = *effects.status;
        const auto state = plan_state(lifecycle, {.status = group}, group, effects.state);
        if (!state) return wrong("/effects/state", state.error().reason);
    }
    if (effects.queue && !tiers::tier_of_queue(work.tx, *effects.queue)) {
        return wrong("/effects/queue", queue_unknown);
    }
    if (effects.assignee && !people::is_active_staff(work.tx, *effects.assignee)) {
        return wrong("/effects/assignee", assignee_not_staff);
    }
    return Nothing{};
}

Outcome check_macro(Work& work, TicketMacro& macro) {
    TRY_DO(tidy_names(macro));
    macro.effects = tidied(std::move(macro.effects));
    TRY_DO(check_effects(macro.effects));
    const std::vector<std::string> none;
    TRY_DO(tidy_steps(macro.effects.steps_pl.value_or(none), "/effects/stepsPl"));
    TRY_DO(tidy_steps(macro.effects.steps_en.value_or(none), "/effects/stepsEn"));
    return names_what_is_there(work, macro.effects);
}

About about_macro(const TicketMacro& macro) {
    return {.kind = macro_kind, .id = macro.id.value, .version = macro.version};
}

void record_saved(Work& work, const TicketMacro& macro) {
    work.record(MacroSaved{.shared = macro.shared},
                about_macro(macro),
                {{"namePl", macro.name_pl},
                 {"nameEn", macro.name_en},
                 {"effects", to_json(macro.effects)}});
}

void insert(Work& work, TicketMacro& macro) {
    macro.version = 1;
    macro.id = store::insert_macro(work.tx, macro, owner_of(work, macro.shared));
    record_saved(work, macro);
}

bool same_name(const TicketMacro& a, const TicketMacro& b) {
    return fold(a.name_pl) == fold(b.name_pl) || fold(a.name_en) == fold(b.name_en);
}

void add_names(Tx& tx, std::vector<TicketMacro>& macros) {
    NamesOf<PersonId> names;
    for (const TicketMacro& macro : macros) names.want(macro.effects.assignee);
    const ShownAs shown = load_person_names(tx, names);
    for (TicketMacro& macro : macros) {
        macro.assignee_name = names.find(macro.effects.assignee);
        shown.show(macro.effects.assignee);
    }
}

TicketMacro with_names(Tx& tx, TicketMacro macro) {
    std::vector<TicketMacro> one;
    one.push_back(std::move(macro));
    add_names(tx, one);
    return std::move(one.front());
}

void add_uses(Tx& tx, TicketMacro& macro) {
    const auto uses = store::count_macro_uses(tx, macro.id, macro_uses_most + 1);
    macro.uses = std::min(uses, macro_uses_most);
    macro.more_uses = uses > macro_uses_most;
    macro.used_at = store::last_macro_use(tx, macro.id);
}

}  // namespace

Result<TicketMacroList> list_macros(const View& view, const ListMacros& wish) {
    TicketMacroList list{.items = store::list_macros(view.tx, view.actor.person)};
    add_names(view.tx, list.items);
    if (wish.uses.value_or(false)) {
        for (TicketMacro& macro : list.items) add_uses(view.tx, macro);
    }
    return list;
}

Result<TicketMacro> create_macro(Work& work, const CreateMacro& wish) {
    TicketMacro macro{.name_pl = wish.name_pl,
                      .name_en = wish.name_en.value_or(""),
                      .shared = wish.shared.value_or(false),
                      .effects = wish.effects};
    TRY_DO(may_change_macro(work.actor, macro.shared));
    TRY_DO(check_macro(work, macro));
    TRY_DO(has_room_for_macro(work, macro.shared));
    insert(work, macro);
    return with_names(work.tx, std::move(macro));
}

Result<TicketMacro> edit_macro(Work& work, const EditMacro& wish) {
    auto claimed = store::claim_macro(work.tx, work.actor.person, wish.macro);
    if (!claimed) return missing;
    TicketMacro macro = std::move(*claimed);
    const bool becomes_shared = !macro.shared && wish.shared.value_or(false);
    TRY_DO(may_change_macro(work.actor, macro.shared || becomes_shared));
    if (macro.version - 1 != wish.version) return stale;
    if (becomes_shared) TRY_DO(has_room_for_macro(work, true));

    macro.shared = macro.shared || becomes_shared;
    macro.name_pl = wish.name_pl.value_or(macro.name_pl);
    macro.name_en =
        wish.name_en.value_or(!macro.shared && wish.name_pl ? *wish.name_pl : macro.name_en);
    if (wish.effects) macro.effects = *wish.effects;
    TRY_DO(check_macro(work, macro));
    store::update_macro(work.tx, macro, owner_of(work, macro.shared));
    record_saved(work, macro);
    return with_names(work.tx, std::move(macro));
}

Result<Nothing> delete_macro(Work& work, const DeleteMacro& wish) {
    const auto macro = store::claim_macro(work.tx, work.actor.person, wish.macro);
    if (!macro) return missing;
    TRY_DO(may_change_macro(work.actor, macro->shared));
    if (macro->shared) {
        store::retire_macro(work.tx, macro->id, work.now);
    } else {
        store::delete_macro(work.tx, macro->id);
    }
    work.record(MacroDeleted{.shared = macro->shared}, about_macro(*macro));
    return Nothing{};
}

Result<TicketMacroList> start_macros(Work& work, const Nothing&) {
    TRY_DO(may_change_macro(work.actor, true));
    const auto known = store::list_macros(work.tx, work.actor.person);
    for (TicketMacro macro : macro_starters()) {
        const bool there = std::ranges::any_of(known, [&](const TicketMacro& other) {
            return other.shared && same_name(other, macro);
        });
        if (there) continue;
        TRY_DO(has_room_for_macro(work, true));
        insert(work, macro);
    }
    return list_macros(work, {.uses = true});
}

TicketMacroList macros_of_person(const View& view, PersonId person) {
    TicketMacroList macros{.items = store::list_macros(view.tx, person)};
    std::erase_if(macros.items, [](const TicketMacro& one) { return one.shared; });
    return macros;
}

void erase_macros(Work& work, PersonId person) {
    store::delete_macros_of(work.tx, person);
}

}  // namespace ogniwo::tickets
