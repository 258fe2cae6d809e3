#include "tickets/verbs.hpp"

#include <charconv>

#include "base/text.hpp"
#include "storage/journal.hpp"
#include "tickets/mark_types.hpp"
#include "tickets/marks.hpp"
#include "tickets/routing.hpp"
#include "tickets/store.hpp"
#include "tickets/timed.hpp"

namespace ogniwo::tickets {

Result<std::string> written(std::string_view text, std::string_view pointer) {
    const std::string_view tidy = trim(text);
    if (!tidy.empty()) return std::string(tidy);
    return Error{.reason = invalid_fields,
                 .fields = {{std::string(pointer), "too_short", {{"least", "1"}}}}};
}

std::string joined(const std::vector<std::string>& lines) {
    std::string text;
    for (const std::string& line : lines) text += (text.empty() ? "" : "\n") + line;
    return text;
}

std::optional<std::string> tidy_text(const std::optional<std::string>& text) {
    const std::string tidy(trim(text.value_or("")));
    return tidy.empty() ? std::nullopt : std::optional(tidy);
}

std::optional<std::int64_t> number_in(std::string_view text) {
    if (text.starts_with('#')) text.remove_prefix(1);
    std::int64_t number = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
    if (read.ec != std::errc{} || read.ptr != text.data() + text.size()) return std::nullopt;
    return number;
}

Standing standing_of(const Ticket& ticket) {
    return {.status = ticket.status,
            .waiting_for = ticket.waiting_for,
            .waiting_note = ticket.waiting_note,
            .state = ticket.state};
}

Time moment_of(const Work& work) {
    return work.happened_at.value_or(work.now);
}

std::optional<PersonId> me(const Work& work) {
    return work.actor.person ? std::optional(work.actor.person) : std::nullopt;
}

TicketMessage add_message(Work& work, TicketId ticket, MessageKind kind, std::string text) {
    TicketMessage message{.ticket = ticket,
                          .author = me(work),
                          .kind = kind,
                          .text = std::move(text),
                          .at = moment_of(work)};
    message.id = store::insert_message(work.tx, message);
    return message;
}

void end_work(Work& work, Ticket& ticket) {
    wake(work, ticket, WakeWhy::moved);
    tell_freed(work, ticket);
    count_time(work, ticket);
    has_room(work, ticket.assignee);
}

void save(Work& work, Ticket& ticket) {
    ticket.updated_at = moment_of(work);
    store::update_ticket(work.tx, ticket);
}

void forget_asked(Work& work, PersonId person, std::string_view text_begins) {
    for (const TicketId ticket : store::list_ever_asked_by(work.tx, person)) {
        for (const auto& text : journal::texts_of_subject(work.tx, "ticket", ticket.value)) {
            if (text.text && text.field.starts_with(text_begins)) {
                journal::erase_texts_of(work, text.event);
            }
        }
    }
}

}  // namespace ogniwo::tickets
