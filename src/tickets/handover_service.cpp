#include <algorithm>

#include "base/text.hpp"
#include "people/service.hpp"
#include "storage/journal.hpp"
#include "tickets/access.hpp"
#include "tickets/attachments.hpp"
#include "tickets/events.hpp"
#include "tickets/handover_rules.hpp"
#include "tickets/service.hpp"
#include "tickets/store.hpp"

namespace ogniwo::tickets {
namespace {

constexpr int messages_read = 200;
constexpr std::size_t symptom_most = 1'000;  // Bytes.
constexpr std::size_t step_most = 300;

// A text on one line, cut where a word ends.
std::string shortened(std::string_view text, std::size_t most) {
    std::string line;
    for (const char c : trim(text)) {
        const bool is_space = c == '\n' || c == '\r' || c == '\t' || c == ' ';
        if (!is_space) {
            line += c;
        } else if (!line.empty() && line.back() != ' ') {
            line += ' ';
        }
    }
    if (line.size() <= most) return line;
    const auto space = line.rfind(' ', most);
    return line.substr(0, space == std::string::npos ? 0 : space) + " …";
}

void add_line(std::optional<std::string>& text, std::string_view line) {
    if (line.empty()) return;
    text = text ? *text + "\n" + std::string(line) : std::string(line);
}

// Whom it concerns, as far as the ticket knows.
std::optional<std::string> scope_of(const Ticket& ticket) {
    std::string scope = ticket.customer_name;
    for (const auto& more : {ticket.requester_name, ticket.product_name}) {
        if (more) scope += ", " + *more;
    }
    return scope.empty() ? std::nullopt : std::optional(scope);
}

}  // namespace

Result<HandoverText> draft_handover(const View& view, const DraftHandover& wish) {
    TRY(Ticket ticket, load_visible(view, wish.ticket));
    if (!view.actor.may(see_notes, ticket.customer)) return forbidden;
    ticket = with_names(view, std::move(ticket));
    auto messages =
        store::list_messages(view.tx, ticket.id, store::Notes::shown, {MessageId{}, messages_read});
    add_files(view.tx, messages);

    HandoverText draft{.symptom = ticket.subject, .scope = scope_of(ticket)};
    bool is_told = false;
    for (const TicketMessage& message : messages) {
        const std::string text = message.text.value_or("");
        if (message.kind == MessageKind::note) {
            add_line(draft.steps, shortened(text, step_most));
        } else if (!is_told && message.author == ticket.requester) {
            add_line(draft.symptom, shortened(text, symptom_most));
            is_told = true;
        }
        for (const Attachment& file : message.attachments) add_line(draft.evidence, file.name);
    }
    return tidied(draft);
}

Result<TicketFigures> read_figures(const View& view, const ReadFigures& wish) {
    TRY(const Ticket seen, load_visible(view, wish.ticket));
    if (!view.actor.may(see_notes, seen.customer)) return forbidden;
    Ticket ticket;
    std::vector<Step> steps;
    for (const Event& event : journal::of_subject(view.tx, "ticket", seen.id.value)) {
        const auto what = read_event(event);
        if (!what) continue;
        apply_event(ticket, *what, event.happened_at);
        steps.push_back({.at = event.happened_at,
                         .tier = ticket.tier,
                         .is_open = is_open(ticket.status),
                         .waits_for_customer = ticket.waiting_for == WaitingFor::customer});
    }
    if (steps.empty()) return missing;
    return figures_of(steps, view.now);
}

}  // namespace ogniwo::tickets
