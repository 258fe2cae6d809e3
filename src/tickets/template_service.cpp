#include "tickets/template_service.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "tickets/access.hpp"
#include "tickets/category_rules.hpp"
#include "tickets/category_store.hpp"
#include "tickets/checklist_service.hpp"
#include "tickets/template_starters.hpp"
#include "tickets/template_store.hpp"
#include "tickets/verbs.hpp"

namespace ogniwo::tickets {
namespace {

void record(Work& work, const TicketTemplate& one) {
    work.record(TemplateSaved{.type = one.type,
                              .category = one.category,
                              .impact = one.impact,
                              .urgency = one.urgency,
                              .for_customers = one.for_customers,
                              .needs_approval = one.needs_approval,
                              .retired = one.retired_at.has_value()},
                About{.kind = "ticket_template", .id = one.id.value, .version = one.version},
                {{"namePl", one.name_pl},
                 {"nameEn", one.name_en},
                 {"textPl", one.text_pl},
                 {"textEn", one.text_en},
                 {"checklistPl", joined(one.checklist_pl)},
                 {"checklistEn", joined(one.checklist_en)}});
}

bool same_name(const TicketTemplate& a, const TicketTemplate& b) {
    return fold(a.name_pl) == fold(b.name_pl) || fold(a.name_en) == fold(b.name_en);
}

Outcome check(const std::vector<TicketTemplate>& all, const TicketTemplate& one) {
    const bool taken = std::ranges::any_of(all, [&](const TicketTemplate& other) {
        return other.id != one.id && !other.retired_at && same_name(other, one);
    });
    if (taken && !one.retired_at) return template_name_taken;
    return Nothing{};
}

void insert(Work& work, TicketTemplate& one) {
    one.version = 1;
    one.id = store::insert_template(work.tx, one);
    record(work, one);
}

// What both wishes may say, in the same words.
template <class Wish>
Outcome take(Work& work, TicketTemplate& one, const Wish& wish) {
    if (wish.text_pl) one.text_pl = *wish.text_pl;
    if (wish.text_en) one.text_en = *wish.text_en;
    if (wish.checklist_pl) {
        TRY(one.checklist_pl, tidy_steps(*wish.checklist_pl, "/checklistPl"));
    }
    if (wish.checklist_en) {
        TRY(one.checklist_en, tidy_steps(*wish.checklist_en, "/checklistEn"));
    }
    one.type = wish.type.value_or(one.type);
    one.impact = wish.impact.value_or(one.impact);
    one.urgency = wish.urgency.value_or(one.urgency);
    one.for_customers = wish.for_customers.value_or(one.for_customers);
    one.needs_approval = wish.needs_approval.value_or(one.needs_approval);
    if (one.category && wish.category) {
        TRY_DO(may_choose(store::list_categories(work.tx), *one.category));
    }
    return Nothing{};
}

}  // namespace

Result<TemplateList> list_templates(const View& view, const Nothing&) {
    TemplateList list{.items = store::list_templates(view.tx)};
    if (!view.actor.scope(see_notes).everyone && view.actor.scope(see_notes).customers.empty()) {
        std::erase_if(list.items, [](const TicketTemplate& one) {
            return !one.for_customers || one.retired_at;
        });
        for (TicketTemplate& one : list.items) {
            one.checklist_pl.clear();
            one.checklist_en.clear();
        }
    }
    return list;
}

Result<TicketTemplate> make_template(Work& work, const MakeTemplate& wish) {
    store::claim_categories(work.tx);
    const auto all = store::list_templates(work.tx);
    if (all.size() >= templates_most) return templates_too_many;
    TicketTemplate one{.category = wish.category};
    TRY(one.name_pl, written(wish.name_pl, "/namePl"));
    TRY(one.name_en, written(wish.name_en, "/nameEn"));
    TRY_DO(take(work, one, wish));
    TRY_DO(check(all, one));
    insert(work, one);
    return one;
}

Result<TicketTemplate> edit_template(Work& work, const EditTemplate& wish) {
    store::claim_categories(work.tx);
    auto claimed = store::claim_template(work.tx, wish.id);
    if (!claimed) return missing;
    TicketTemplate one = std::move(*claimed);
    if (one.version - 1 != wish.version) return stale;
    if (wish.name_pl) {
        TRY(one.name_pl, written(*wish.name_pl, "/namePl"));
    }
    if (wish.name_en) {
        TRY(one.name_en, written(*wish.name_en, "/nameEn"));
    }
    if (wish.category) one.category = *wish.category;
    TRY_DO(take(work, one, wish));
    if (wish.retired && *wish.retired != one.retired_at.has_value()) {
        one.retired_at = *wish.retired ? std::optional(work.now) : std::nullopt;
    }
    TRY_DO(check(store::list_templates(work.tx), one));
    store::update_template(work.tx, one);
    record(work, one);
    return one;
}

Result<TemplateList> start_templates(Work& work, const Nothing&) {
    store::claim_categories(work.tx);
    const auto all = store::list_templates(work.tx);
    for (TicketTemplate one : template_starters()) {
        const bool there = std::ranges::any_of(
            all, [&](const TicketTemplate& other) { return same_name(other, one); });
        if (!there) insert(work, one);
    }
    return TemplateList{.items = store::list_templates(work.tx)};
}

Result<TicketTemplate> usable_template(const View& view, TemplateId one) {
    auto found = store::find_template(view.tx, one);
    if (!found || found->retired_at) return template_unknown;
    const Scope staff = view.actor.scope(see_notes);
    const bool is_staff = staff.everyone || !staff.customers.empty();
    if (!found->for_customers && !is_staff) return template_unknown;
    return std::move(*found);
}

}  // namespace ogniwo::tickets
