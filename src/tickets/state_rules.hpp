#pragma once

// Which status of a company's own a ticket takes, and who may move it on. Pure.
//
// The rules of groups (rules.hpp) are asked beside these and hold whatever stands here.

#include <array>
#include <string_view>
#include <vector>

#include "tickets/state_types.hpp"

namespace ogniwo::tickets {

// The words of a group, Polish and English.
std::array<std::string_view, 2> group_words(TicketStatus status);

// Everything that the groups allow, in their order.
std::vector<GroupWay> group_ways();

// In use or not; nothing: there is none such.
const TicketState* find_state(const std::vector<TicketState>& states,
                              const std::optional<StateId>& state);
// By group and place.
std::vector<TicketState> in_order(std::vector<TicketState> states);
// What a ticket that comes to this group without a word begins with.
std::optional<StateId> default_of(const std::vector<TicketState>& states, TicketStatus status);

// What a ticket from there is in `status`: as was said; else as it is now, or what another group
// begins with. Order: unknown; of another group; retired, unless the ticket has it already.
Result<std::optional<StateId>> plan_state(const Lifecycle& lifecycle,
                                          const StatePlace& from,
                                          TicketStatus status,
                                          const std::optional<std::optional<StateId>>& wished);

// What whoever moves the ticket holds, besides the right to work on it.
struct Mover {
    bool leads = false;
    bool configures = false;
};

WayFor way_for(const Lifecycle& lifecycle, const StatePlace& from, const StatePlace& to);

// Where somebody of ours may go from there, by groups and ways. In order.
std::vector<StatePlace> next_places(const Lifecycle& lifecycle,
                                    const StatePlace& from,
                                    const Mover& mover);
// Staying is always allowed. A refusal names those places, in both languages.
Outcome may_follow(const Lifecycle& lifecycle,
                   const StatePlace& from,
                   const StatePlace& to,
                   const Mover& mover);

// A name stands there once among those in use; what customers read is there in both languages or
// in none; nothing begins with a retired one.
Outcome check_state(const std::vector<TicketState>& states, const TicketState& state);

// So many in use, and so many ever. Order: ever, since retiring one makes no room there.
Outcome check_room(const std::vector<TicketState>& states);

// All with `changed` as it is now: at its place among its group, which the others make room for,
// and alone in being what the group begins with. A new one has no id yet and comes last.
std::vector<TicketState> with_state(std::vector<TicketState> states, TicketState changed);

// Each says something that is not for everybody, once, between places that there are and that the
// groups allow. What is for everybody is left out of the answer.
Result<std::vector<StateWay>> tidy_ways(const std::vector<TicketState>& states,
                                        const std::vector<StateWay>& ways);

// Retired ones, and open places, retired or not, from where not even who configures may go on.
// Without counts.
std::vector<Stranded> stranded_places(const Lifecycle& lifecycle);

}  // namespace ogniwo::tickets
