#pragma once

// Who gets a ticket, and which ticket is next, as pure functions.

#include <optional>
#include <string>
#include <vector>

#include "tickets/types.hpp"

namespace ogniwo::tickets {

// A member of the tier, as far as a choice looks at them.
struct Candidate {
    PersonId person{};
    bool is_on_duty = true;
    bool is_available = true;
    std::optional<int> capacity{};        // Nothing: takes nothing automatically.
    int load = 0;                         // Open tickets.
    bool meets = true;                    // What the ticket asks for.
    std::vector<MatchedSkill> matched{};  // What of it they have.
};

struct Choice {
    std::optional<Candidate> chosen{};
    RoutingCount count{};
};
// In the order of off duty, unavailable, unsuited, full, each member is left out for one reason.
// Round robin takes the one whose id follows `last`; the fewest tickets win where that is the mode,
// and among equals again the one who follows. By skill, the most matches win before that. Pulled
// tickets are given to nobody.
Choice choose(RoutingMode mode,
              const std::vector<Candidate>& members,
              const std::optional<PersonId>& last);

// Which of the waiting tickets is next: the earliest rank. Every step of priority is worth four
// hours of waiting. As time passes no ticket is overtaken by newcomers for ever: after twelve hours
// not even by critical ones.
inline constexpr std::chrono::hours priority_step{4};
Time rank_of(Priority priority, Time since);

}  // namespace ogniwo::tickets
