#pragma once

// What the verbs of this slice have in common. Private to it.

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "storage/work.hpp"
#include "tickets/rules.hpp"
#include "tickets/types.hpp"

namespace ogniwo::tickets {

// What a person typed, without the spaces around it; it must not be empty then.
Result<std::string> written(std::string_view text, std::string_view pointer);

std::string joined(const std::vector<std::string>& lines);

// The same of what need not be written at all: nothing for no words.
std::optional<std::string> tidy_text(const std::optional<std::string>& text);

// In order.
template <class AnId>
std::vector<AnId> each_once(std::vector<AnId> ids) {
    std::ranges::sort(ids);
    ids.erase(std::ranges::unique(ids).begin(), ids.end());
    return ids;
}

// "1234" and "#1234" are how people write a number.
std::optional<std::int64_t> number_in(std::string_view text);

Standing standing_of(const Ticket& ticket);

// When it happened: now, unless a late timer or an import says otherwise.
Time moment_of(const Work& work);

// Whoever acts, where that is a person.
std::optional<PersonId> me(const Work& work);

// By me().
TicketMessage add_message(Work& work, TicketId ticket, MessageKind kind, std::string text);

// It was open and is resolved or closed now: it sleeps no longer, those who waited for it may go
// on, nothing counts, and whoever had it has room. After the event.
void end_work(Work& work, Ticket& ticket);

// The row, with the moment of its last activity.
void save(Work& work, Ticket& ticket);

// What the journal holds in texts of that name, whoever wrote them, about tickets that the person
// asks for or once did. What they wrote themselves it forgets anyway.
void forget_asked(Work& work, PersonId person, std::string_view text_begins);

}  // namespace ogniwo::tickets
