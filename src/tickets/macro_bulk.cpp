#include "tickets/macro_bulk.hpp"

#include <algorithm>

#include "base/check.hpp"
#include "tickets/checklist_service.hpp"
#include "tickets/checklist_store.hpp"
#include "tickets/macro_store.hpp"
#include "tickets/mark_service.hpp"
#include "tickets/mark_store.hpp"
#include "tickets/marks.hpp"
#include "tickets/service.hpp"
#include "tickets/store.hpp"
#include "tickets/tag_service.hpp"

namespace ogniwo::tickets {
namespace {

Ticket now_of(Tx& tx, TicketId id) {
    auto ticket = store::find_ticket(tx, {.everyone = true}, id);
    INVARIANT(ticket.has_value());
    return std::move(*ticket);
}

std::vector<TagId> ids_of(const std::vector<TagLabel>& tags) {
    std::vector<TagId> ids;
    for (const TagLabel& label : tags) ids.push_back(label.tag);
    return ids;
}

// Those of `all` that are not among `others`.
std::vector<TagId> besides(const std::vector<TagId>& all, const std::vector<TagId>& others) {
    std::vector<TagId> rest;
    std::ranges::copy_if(all, std::back_inserter(rest), [&](TagId tag) {
        return std::ranges::find(others, tag) == others.end();
    });
    return rest;
}

Outcome put_back_tags(Work& work, const Ticket& now, const std::vector<TagId>& before) {
    const auto tags = ids_of(now.tags);
    for (const TagId tag : besides(tags, before)) {
        TRY_DO(remove_ticket_tag(work, {.ticket = now.id, .tag = tag}));
    }
    const auto lost = besides(before, tags);
    for (const auto& [tag, name] : store::find_tag_names(work.tx, lost)) {
        TRY_DO(add_ticket_tag(work, {.ticket = now.id, .name = name}));
    }
    return Nothing{};
}

Outcome put_back_due(Work& work, const Ticket& now, const BulkMarks& before) {
    if (now.due_at == before.due_at && now.due_on == before.due_on) return Nothing{};
    return put_due_back(work, now.id, {.at = before.due_at, .on = before.due_on});
}

// It would have woken up by now, and is left awake.
Outcome put_back_sleep(Work& work, const Ticket& now, const BulkMarks& before) {
    const bool sleeps_on = before.snoozed_until && *before.snoozed_until > work.now;
    const auto until = sleeps_on ? before.snoozed_until : std::nullopt;
    if (now.snoozed_until == until) return Nothing{};
    if (!until) {
        TRY_DO(wake_ticket(work, {.ticket = now.id}));
        return Nothing{};
    }
    TRY_DO(snooze_ticket(work, {.ticket = now.id, .until = *until}));
    return Nothing{};
}

}  // namespace

Result<MacroEffects> effects_of(const View& view, const BulkChange& change) {
    if (!change.macro) return MacroEffects{};
    auto macro = store::find_macro(view.tx, view.actor.person, *change.macro);
    if (!macro) {
        return Error{.reason = invalid_fields,
                     .fields = {{"/change/macro", macro_unknown.name, {}}}};
    }
    if (change.macro_version && *change.macro_version != macro->version) return stale;
    return std::move(macro->effects);
}

BulkMarks marks_of(Tx& tx, const Ticket& ticket) {
    return {.type = ticket.type,
            .category = ticket.category,
            .tags = ids_of(ticket.tags),
            .due_at = ticket.due_at,
            .due_on = ticket.due_on,
            .snoozed_until = ticket.snoozed_until,
            .steps = static_cast<std::int64_t>(store::list_steps(tx, ticket.id).size())};
}

Outcome put_back_marks(Work& work, TicketId ticket, const BulkMarks& before) {
    const auto steps = store::list_steps(work.tx, ticket);
    for (auto i = static_cast<std::size_t>(before.steps); i < steps.size(); ++i) {
        TRY_DO(remove_step(work, {.ticket = ticket, .step = steps[i].id}));
    }
    Ticket now = now_of(work.tx, ticket);
    TRY_DO(put_back_tags(work, now, before.tags));
    TRY_DO(put_back_due(work, now, before));
    now = now_of(work.tx, ticket);
    if (now.type != before.type || now.category != before.category) {
        EditTicket edit{.ticket = ticket, .version = now.version, .type = before.type};
        if (now.category != before.category) edit.category = before.category;
        TRY_DO(edit_ticket(work, edit));
    }
    return put_back_sleep(work, now, before);
}

}  // namespace ogniwo::tickets
