#include <algorithm>
#include <iterator>

#include "base/text.hpp"
#include "people/service.hpp"
#include "storage/journal.hpp"
#include "tickets/access.hpp"
#include "tickets/attachments.hpp"
#include "tickets/events.hpp"
#include "tickets/handover_rules.hpp"
#include "tickets/handover_store.hpp"
#include "tickets/merge_store.hpp"
#include "tickets/service.hpp"
#include "tickets/store.hpp"

namespace ogniwo::tickets {
namespace {

constexpr int page = 200;
constexpr int pages_most = 10;  // Whoever writes more than that has said what the matter is.
// Bytes: a part that is filled in for somebody leaves room for their own words.
constexpr std::size_t symptom_most = 1'000;
constexpr std::size_t told_step_most = 300;
constexpr std::size_t part_most = 4'000;

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
    auto end = line.rfind(' ', most);
    if (end == std::string::npos) {
        // Between two letters, never within one.
        end = most;
        while (end > 0 && (static_cast<unsigned char>(line[end]) & 0xC0U) == 0x80U) --end;
    }
    return line.substr(0, end) + " …";
}

void add_line(std::optional<std::string>& text, std::string_view line) {
    if (line.empty()) return;
    text = text ? *text + "\n" + std::string(line) : std::string(line);
    // The oldest lines go.
    while (text->size() > part_most && text->find('\n') != std::string::npos) {
        text->erase(0, text->find('\n') + 1);
    }
}

std::vector<TicketMessage> messages_of(Tx& tx, TicketId ticket) {
    std::vector<TicketMessage> all;
    for (int read = 0; read < pages_most; ++read) {
        const MessageId after = all.empty() ? MessageId{} : all.back().id;
        auto more = store::list_messages(
            tx, store::list_joined(tx, ticket), store::Notes::shown, {after, page});
        const bool is_last = more.size() < static_cast<std::size_t>(page);
        std::ranges::move(more, std::back_inserter(all));
        if (is_last) break;
    }
    add_files(tx, all);
    return all;
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

Result<TicketHandovers> score_handover(Work& work, const ScoreHandover& wish) {
    TRY(const Ticket ticket, claim(work, wish.ticket, work_on));
    const auto handover = store::find_handover(work.tx, ticket.id, wish.handover);
    if (!handover) return missing;
    const bool is_author = work.actor.is(handover->author);
    const HandoverSide side = is_author ? HandoverSide::below : HandoverSide::above;
    store::save_score(work.tx, handover->id, side, wish.score);
    work.record(TicketHandoverScored{.handover = handover->id, .side = side, .score = wish.score},
                about(ticket));
    return list_handovers(work, {.ticket = ticket.id});
}

Result<TicketHandovers> list_handovers(const View& view, const ListHandovers& wish) {
    TRY(const Ticket ticket, load_visible(view, wish.ticket));
    if (!view.actor.may(see_notes, ticket.customer)) return forbidden;
    TicketHandovers handovers{.items = store::list_handovers(view.tx, ticket.id)};
    std::vector<PersonId> persons;
    for (const TicketHandover& handover : handovers.items) {
        if (handover.author) persons.push_back(*handover.author);
    }
    const auto names = people::person_names(view.tx, persons);
    for (TicketHandover& handover : handovers.items) {
        const auto found = names.find(handover.author.value_or(PersonId{}));
        if (found != names.end()) handover.author_name = found->second;
    }
    return handovers;
}

Result<HandoverText> draft_handover(const View& view, const DraftHandover& wish) {
    TRY(Ticket ticket, load_visible(view, wish.ticket));
    if (!view.actor.may(see_notes, ticket.customer)) return forbidden;
    std::vector<PersonId> requesters;
    if (ticket.requester) requesters = people::one_with(view.tx, *ticket.requester);
    const auto is_requesters = [&](const TicketMessage& message) {
        return message.author && std::ranges::find(requesters, *message.author) != requesters.end();
    };
    ticket = with_names(view, std::move(ticket));

    HandoverText draft{.symptom = ticket.subject, .scope = scope_of(ticket)};
    bool is_told = false;
    for (const TicketMessage& message : messages_of(view.tx, ticket.id)) {
        const std::string text = message.text.value_or("");
        if (message.kind == MessageKind::note) {
            add_line(draft.steps, shortened(text, told_step_most));
        } else if (!is_told && (!ticket.requester || is_requesters(message))) {
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
                         .queue = ticket.queue,
                         .is_open = is_open(ticket.status),
                         .waits_for_customer = ticket.waiting_for == WaitingFor::customer});
    }
    if (steps.empty()) return missing;
    return figures_of(steps, view.now);
}

}  // namespace ogniwo::tickets
