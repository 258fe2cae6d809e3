#include "tickets/checklist_service.hpp"

#include <algorithm>
#include <map>

#include "base/text.hpp"
#include "tickets/access.hpp"
#include "tickets/checklist_store.hpp"
#include "tickets/events.hpp"
#include "tickets/names.hpp"
#include "tickets/rules.hpp"
#include "tickets/store.hpp"
#include "tickets/verbs.hpp"

namespace ogniwo::tickets {
namespace {

void insert(Work& work, const Ticket& ticket, const std::vector<std::string>& texts) {
    TicketStepsAdded added;
    for (const std::string& text : texts) {
        added.steps.push_back(
            store::insert_step(work.tx, ticket.id, {.text = text, .added_by = me(work)}));
    }
    work.record(added, about(ticket), {{"steps", joined(texts)}});
}

TicketChecklist checklist_of(const View& view, TicketId ticket) {
    TicketChecklist checklist{.items = store::list_steps(view.tx, ticket)};
    NamesOf<PersonId> names;
    for (const ChecklistStep& step : checklist.items) names.want(step.ticked_by);
    load_person_names(view.tx, names);
    for (ChecklistStep& step : checklist.items) {
        step.ticked_by_name = names.find(step.ticked_by);
        if (step.ticked_at) ++checklist.ticked;
    }
    return checklist;
}

struct Claimed {
    Ticket ticket;
    ChecklistStep step;
};
Result<Claimed> claim_step(Work& work, TicketId ticket, StepId step) {
    TRY(Ticket claimed, claim(work, ticket, work_on));
    const auto steps = store::list_steps(work.tx, claimed.id);
    const auto found = std::ranges::find(steps, step, &ChecklistStep::id);
    if (found == steps.end()) return missing;
    TRY_DO(may_change(claimed.status));
    return Claimed{std::move(claimed), *found};
}

}  // namespace

Result<TicketChecklist> list_steps(const View& view, const OfChecklist& wish) {
    TRY(const Ticket ticket, load_visible(view, wish.ticket));
    if (!view.actor.may(see_notes, ticket.customer)) return TicketChecklist{};
    return checklist_of(view, ticket.id);
}

Result<TicketChecklist> add_steps(Work& work, const AddSteps& wish) {
    TRY(const Ticket ticket, claim(work, wish.ticket, work_on));
    TRY_DO(may_change(ticket.status));
    TRY(const auto texts, tidy_steps(wish.texts, "/texts"));
    if (texts.empty()) {
        return Error{.reason = invalid_fields, .fields = {{"/texts", "required"}}};
    }
    const auto there = store::list_steps(work.tx, ticket.id).size();
    if (there + texts.size() > steps_most) return steps_too_many;
    insert(work, ticket, texts);
    return checklist_of(work, ticket.id);
}

Result<TicketChecklist> tick_step(Work& work, const TickStep& wish) {
    // Looked at before it is claimed: an event must not be missing for a version that was raised.
    TRY(const Ticket seen, load_visible(work, wish.ticket));
    for (const ChecklistStep& step : store::list_steps(work.tx, seen.id)) {
        if (step.id == wish.step && step.ticked_at.has_value() == wish.ticked &&
            work.actor.may(work_on, seen.customer)) {
            return checklist_of(work, seen.id);
        }
    }
    TRY(Claimed claimed, claim_step(work, wish.ticket, wish.step));
    claimed.step.ticked_by = wish.ticked ? me(work) : std::nullopt;
    claimed.step.ticked_at = wish.ticked ? std::optional(work.now) : std::nullopt;
    store::tick_step(work.tx, claimed.step);
    work.record(TicketStepTicked{.step = wish.step, .ticked = wish.ticked}, about(claimed.ticket));
    return checklist_of(work, claimed.ticket.id);
}

Result<TicketChecklist> remove_step(Work& work, const RemoveStep& wish) {
    TRY(const Claimed claimed, claim_step(work, wish.ticket, wish.step));
    store::delete_step(work.tx, wish.step);
    work.record(TicketStepRemoved{.step = wish.step}, about(claimed.ticket));
    return checklist_of(work, claimed.ticket.id);
}

void begin_checklist(Work& work, Ticket& ticket, const std::vector<std::string>& texts) {
    if (texts.empty()) return;
    ticket = *store::claim_ticket(work.tx, {.everyone = true}, ticket.id);
    insert(work, ticket, texts);
}

Result<std::vector<std::string>> tidy_steps(const std::vector<std::string>& texts,
                                            std::string_view pointer) {
    std::vector<std::string> tidy;
    for (std::size_t i = 0; i < texts.size(); ++i) {
        const std::string_view text = trim(texts[i]);
        if (text.empty()) continue;
        if (code_points(text) > step_most || text.find('\n') != std::string_view::npos) {
            return Error{.reason = invalid_fields,
                         .fields = {{std::string(pointer) + "/" + std::to_string(i),
                                     "too_long",
                                     {{"most", std::to_string(step_most)}}}}};
        }
        tidy.emplace_back(text);
    }
    if (tidy.size() > steps_most) return steps_too_many;
    return tidy;
}

void compare_steps(Tx& tx,
                   TicketId ticket,
                   const std::vector<Event>& events,
                   std::vector<Difference>& found) {
    std::map<StepId, bool> told;
    for (const Event& event : events) {
        const auto what = read_event(event);
        if (!what) continue;
        if (const auto* added = std::get_if<TicketStepsAdded>(&*what)) {
            for (const StepId step : added->steps) told[step] = false;
        } else if (const auto* ticked = std::get_if<TicketStepTicked>(&*what)) {
            told[ticked->step] = ticked->ticked;
        } else if (const auto* removed = std::get_if<TicketStepRemoved>(&*what)) {
            told.erase(removed->step);
        }
    }
    const auto in_words = [](bool ticked) { return std::string(ticked ? "ticked" : "open"); };
    const auto add = [&](StepId step, std::string stored, std::string replayed) {
        found.push_back({.ticket = ticket,
                         .field = "step " + std::to_string(step.value),
                         .stored = std::move(stored),
                         .replayed = std::move(replayed)});
    };
    for (const ChecklistStep& step : store::list_steps(tx, ticket)) {
        const auto one = told.find(step.id);
        const bool ticked = step.ticked_at.has_value();
        if (one == told.end()) {
            add(step.id, in_words(ticked), "");
            continue;
        }
        if (one->second != ticked) add(step.id, in_words(ticked), in_words(one->second));
        told.erase(one);
    }
    for (const auto& [step, ticked] : told) add(step, "", in_words(ticked));
}

}  // namespace ogniwo::tickets
