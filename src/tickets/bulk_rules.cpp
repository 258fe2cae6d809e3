#include "tickets/bulk_rules.hpp"

#include <array>

#include "tickets/macro_rules.hpp"

namespace ogniwo::tickets {
namespace {

enum class Need { never, may, must };

struct Part {
    const char* pointer;
    bool is_there;
    Need need;
};

Need need_if(bool wanted, Need need) {
    return wanted ? need : Need::never;
}

}  // namespace

Outcome check_change(const BulkChange& change) {
    const auto is = [&](BulkVerb verb) { return change.verb == verb; };
    const bool waits = is(BulkVerb::status) && change.status == TicketStatus::waiting;
    // Those that wait already go on waiting for the same, in another status of our own.
    const bool goes_on_waiting = waits && change.state && !change.waiting_for;
    const bool has_text = change.text && !change.text->empty();
    const std::array parts{
        Part{"assignee", change.assignee.has_value(), need_if(is(BulkVerb::assign), Need::may)},
        Part{"status", change.status.has_value(), need_if(is(BulkVerb::status), Need::must)},
        Part{"state", change.state.has_value(), need_if(is(BulkVerb::status), Need::may)},
        Part{
            "waitingFor", change.waiting_for.has_value(), need_if(is(BulkVerb::status), Need::may)},
        Part{"tier", change.tier.has_value(), need_if(is(BulkVerb::move), Need::must)},
        Part{"queue", change.queue.has_value(), need_if(is(BulkVerb::move), Need::may)},
        Part{"reason", change.reason.has_value(), need_if(is(BulkVerb::move), Need::must)},
        Part{"text",
             has_text,
             need_if(is(BulkVerb::move) || is(BulkVerb::resolve) || (waits && !goes_on_waiting),
                     Need::must)},
        Part{"impact", change.impact.has_value(), need_if(is(BulkVerb::weigh), Need::may)},
        Part{"urgency", change.urgency.has_value(), need_if(is(BulkVerb::weigh), Need::may)},
        Part{"person", change.person.has_value(), need_if(is(BulkVerb::follow), Need::may)},
        Part{"tag",
             change.tag.has_value(),
             need_if(is(BulkVerb::tag) || is(BulkVerb::untag), Need::must)},
        Part{"macro", change.macro.has_value(), need_if(is(BulkVerb::macro), Need::must)},
        Part{"macroVersion",
             change.macro_version.has_value(),
             need_if(is(BulkVerb::macro), Need::may)},
        Part{"field", change.field.has_value(), need_if(is(BulkVerb::field), Need::must)}};
    std::vector<FieldError> errors;
    for (const Part& part : parts) {
        const std::string pointer = std::string("/change/") + part.pointer;
        if (part.need == Need::must && !part.is_there) errors.push_back({pointer, "required", {}});
        if (part.need == Need::never && part.is_there) {
            errors.push_back({pointer, change_superfluous.name, {}});
        }
    }
    if (is(BulkVerb::weigh) && !change.impact && !change.urgency) {
        errors.push_back({"/change/impact", "required", {}});
    }
    if (errors.empty()) return Nothing{};
    return Error{.reason = invalid_fields, .fields = std::move(errors)};
}

BulkState state_of(const Ticket& ticket) {
    return {.status = ticket.status,
            .waiting_for = ticket.waiting_for,
            .tier = ticket.tier,
            .queue = ticket.queue,
            .assignee = ticket.assignee,
            .impact = ticket.impact,
            .urgency = ticket.urgency,
            .state = ticket.state};
}

bool is_so_already(const Ticket& ticket, const BulkChange& change) {
    switch (change.verb) {
        case BulkVerb::assign:
            return ticket.assignee == change.assignee;
        case BulkVerb::status:
            return ticket.status == change.status &&
                   ticket.state == change.state.value_or(ticket.state) &&
                   (ticket.waiting_for == change.waiting_for ||
                    (change.state && !change.waiting_for)) &&
                   (!change.waiting_for || ticket.waiting_note == change.text);
        case BulkVerb::move:
            return ticket.tier == change.tier && (!change.queue || ticket.queue == change.queue);
        case BulkVerb::weigh:
            return ticket.impact == change.impact.value_or(ticket.impact) &&
                   ticket.urgency == change.urgency.value_or(ticket.urgency);
        case BulkVerb::spam:
            return ticket.spam_at.has_value();
        case BulkVerb::resolve:
        case BulkVerb::follow:
        case BulkVerb::tag:
        case BulkVerb::untag:
        case BulkVerb::macro:
        case BulkVerb::field:
            return false;
    }
    return false;
}

UndoReach undo_reach(const BulkChange& change, const MacroEffects& macro) {
    const bool is_told =
        change.verb == BulkVerb::resolve || change.waiting_for.has_value() || tells_customer(macro);
    if (is_told) return UndoReach::nothing;
    return macro.note_pl || macro.note_en ? UndoReach::but_notes : UndoReach::all;
}

Result<Standing> plan_putting_back(const Standing& now, const Standing& before) {
    if (now == before) return status_unchanged;
    const bool within = now.status == before.status && now.status != TicketStatus::closed;
    const bool both_open = is_open(now.status) && is_open(before.status);
    const bool was_resolved =
        now.status == TicketStatus::closed && before.status == TicketStatus::resolved;
    if (!within && !both_open && !was_resolved) return status_not_allowed;
    return before;
}

Outcome may_undo(Time done_at, Time now, bool is_left) {
    if (now - done_at > undo_within) return undo_too_late;
    if (!is_left) return undo_done;
    return Nothing{};
}

}  // namespace ogniwo::tickets
