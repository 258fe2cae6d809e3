#pragma once

// Who of our people looks at a ticket, who is writing, and what is written and not sent yet.
//
// Presence is a word that a browser repeats; it is forgotten when it does not come, and no event is
// made of it: who looked at what is nobody's business a minute later. A draft is its author's
// alone.

#include <optional>
#include <string>
#include <vector>

#include "base/enum.hpp"
#include "base/id.hpp"
#include "base/result.hpp"
#include "base/time.hpp"
#include "tickets/handover_types.hpp"

namespace ogniwo {
class Fields;
}

namespace ogniwo::tickets {

inline constexpr int presence_seconds = 40;  // Since the last word of it.
inline constexpr int typing_seconds = 20;
inline constexpr int draft_most = 20'000;  // As a reply.
inline constexpr int draft_days = 90;      // Then it is forgotten.

enum class MessageKind;

struct TicketPresence {
    PersonId person{};
    std::string name{};
    bool types = false;
    Time since{};
};
void describe(Fields& fields, TicketPresence& presence);

struct TicketPresences {
    std::vector<TicketPresence> items{};  // Without the one who asks, longest there first.
    int again_in_seconds = 15;            // When to say it again.
};
void describe(Fields& fields, TicketPresences& presences);

struct BePresent {
    TicketId ticket{};
    std::optional<bool> types{};  // True: is writing to the customer right now.
    std::optional<bool> leaves{};
};
void describe(Fields& fields, BePresent& wish);

struct OfDrafts {
    TicketId ticket{};
};
void describe(Fields& fields, OfDrafts& wish);

struct SaveDraft {
    TicketId ticket{};
    MessageKind kind{};
    std::string text{};  // Empty: there is none any more.
};
void describe(Fields& fields, SaveDraft& wish);

struct TicketDraft {
    TicketId ticket{};
    std::optional<std::string> subject{};  // In a list of all of them.
    MessageKind kind{};
    std::string text{};
    Time saved_at{};
};
void describe(Fields& fields, TicketDraft& draft);

struct TicketDrafts {
    std::vector<TicketDraft> items{};  // Newest first.
};
void describe(Fields& fields, TicketDrafts& drafts);

// Somebody else has said something that its author has not read yet.
inline constexpr Reason only_staff_notes{Refusal::forbidden, "tickets.only_staff_notes"};
inline constexpr Reason talk_moved_on{Refusal::conflict, "tickets.talk_moved_on"};

}  // namespace ogniwo::tickets
