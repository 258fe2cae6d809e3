#include "tickets/state_rules.hpp"

#include <algorithm>
#include <set>
#include <string>
#include <tuple>

#include "base/text.hpp"
#include "tickets/rules.hpp"

namespace ogniwo::tickets {
namespace {

constexpr std::size_t group_count = names(TicketStatus{}).size();

TicketStatus group(std::size_t number) {
    return static_cast<TicketStatus>(number);
}

bool is_for(WayFor who, const Mover& mover) {
    switch (who) {
        case WayFor::everybody:
            return true;
        case WayFor::lead:
            return mover.leads;
        case WayFor::configurer:
            return mover.configures;
        case WayFor::nobody:
            return false;
    }
    return false;
}

// Those of a group that a ticket may come to: without one of our own, and with each in use.
std::vector<StatePlace> places_of(const std::vector<TicketState>& states, TicketStatus status) {
    std::vector<StatePlace> places{{.status = status}};
    for (const TicketState& state : states) {
        if (state.status == status && !state.retired_at) places.push_back({status, state.id});
    }
    return places;
}

std::string words_of(const Lifecycle& lifecycle,
                     const std::vector<StatePlace>& places,
                     std::size_t language) {
    std::string words;
    for (const StatePlace& place : places) {
        if (!words.empty()) words += ", ";
        if (const auto* state = find_state(lifecycle.states, place.state)) {
            words += language == 0 ? state->name_pl : state->name_en;
        } else {
            words += group_words(place.status)[language];
        }
    }
    return words.empty() ? "–" : words;
}

Reason reason_for(WayFor who) {
    if (who == WayFor::lead) return state_for_lead;
    if (who == WayFor::configurer) return state_for_configurer;
    return state_not_next;
}

bool is_there(const std::vector<TicketState>& states, const StatePlace& place) {
    if (!place.state) return true;
    const auto* state = find_state(states, place.state);
    return state != nullptr && state->status == place.status;
}

std::optional<Reason> wrong_in(const std::vector<TicketState>& states, const StateWay& way) {
    if (!is_there(states, way.from) || !is_there(states, way.to)) return state_unknown;
    if (way.from == way.to || !groups_allow(way.from.status, way.to.status)) {
        return way_not_of_groups;
    }
    return std::nullopt;
}

FieldError wrong(std::string_view pointer, const Reason& reason) {
    return {std::string(pointer), reason.name, {}};
}

}  // namespace

std::array<std::string_view, 2> group_words(TicketStatus status) {
    switch (status) {
        case TicketStatus::fresh:
            return {"Nowe", "New"};
        case TicketStatus::open:
            return {"W toku", "Open"};
        case TicketStatus::waiting:
            return {"Czeka", "Waiting"};
        case TicketStatus::resolved:
            return {"Rozwiązane", "Resolved"};
        case TicketStatus::closed:
            return {"Zamknięte", "Closed"};
    }
    return {};
}

std::vector<GroupWay> group_ways() {
    std::vector<GroupWay> ways;
    for (std::size_t from = 0; from < group_count; ++from) {
        for (std::size_t to = 0; to < group_count; ++to) {
            if (groups_allow(group(from), group(to))) ways.push_back({group(from), group(to)});
        }
    }
    return ways;
}

const TicketState* find_state(const std::vector<TicketState>& states,
                              const std::optional<StateId>& state) {
    const auto found = std::ranges::find(states, state, &TicketState::id);
    return found == states.end() ? nullptr : &*found;
}

std::vector<TicketState> in_order(std::vector<TicketState> states) {
    std::ranges::sort(states, {}, [](const TicketState& one) {
        return std::tuple(one.status, one.place, one.id);
    });
    return states;
}

std::optional<StateId> default_of(const std::vector<TicketState>& states, TicketStatus status) {
    for (const TicketState& state : states) {
        if (state.status == status && state.is_default) return state.id;
    }
    return std::nullopt;
}

Result<std::optional<StateId>> plan_state(const Lifecycle& lifecycle,
                                          const StatePlace& from,
                                          TicketStatus status,
                                          const std::optional<std::optional<StateId>>& wished) {
    if (!wished) return status == from.status ? from.state : default_of(lifecycle.states, status);
    if (!*wished) return std::optional<StateId>{};
    const auto* state = find_state(lifecycle.states, *wished);
    if (state == nullptr) return state_unknown;
    if (state->status != status) return state_of_other_group;
    if (state->retired_at && from.state != state->id) return state_retired;
    return std::optional(state->id);
}

WayFor way_for(const Lifecycle& lifecycle, const StatePlace& from, const StatePlace& to) {
    const auto way = std::ranges::find_if(
        lifecycle.ways, [&](const StateWay& one) { return one.from == from && one.to == to; });
    return way == lifecycle.ways.end() ? WayFor::everybody : way->who;
}

std::vector<StatePlace> next_places(const Lifecycle& lifecycle,
                                    const StatePlace& from,
                                    const Mover& mover) {
    std::vector<StatePlace> next;
    for (std::size_t i = 0; i < group_count; ++i) {
        if (!groups_allow(from.status, group(i))) continue;
        for (const StatePlace& place : places_of(lifecycle.states, group(i))) {
            const bool moves = place != from && is_for(way_for(lifecycle, from, place), mover);
            if (moves) next.push_back(place);
        }
    }
    return next;
}

Outcome may_follow(const Lifecycle& lifecycle,
                   const StatePlace& from,
                   const StatePlace& to,
                   const Mover& mover) {
    if (from == to) return Nothing{};
    const WayFor who = way_for(lifecycle, from, to);
    if (is_for(who, mover)) return Nothing{};
    const auto next = next_places(lifecycle, from, mover);
    return Error{.reason = reason_for(who),
                 .shown = {{"possiblePl", words_of(lifecycle, next, 0)},
                           {"possibleEn", words_of(lifecycle, next, 1)}}};
}

Outcome check_state(const std::vector<TicketState>& states, const TicketState& state) {
    std::vector<FieldError> errors;
    const auto taken = [&](std::string TicketState::*name) {
        return !state.retired_at && std::ranges::any_of(states, [&](const TicketState& other) {
            return other.id != state.id && !other.retired_at &&
                   fold(other.*name) == fold(state.*name);
        });
    };
    if (taken(&TicketState::name_pl)) errors.push_back(wrong("/namePl", state_name_taken));
    if (taken(&TicketState::name_en)) errors.push_back(wrong("/nameEn", state_name_taken));
    if (state.shown_pl.has_value() != state.shown_en.has_value()) {
        errors.push_back(wrong(state.shown_pl ? "/shownEn" : "/shownPl", state_shown_half));
    }
    if (state.is_default && state.retired_at) {
        errors.push_back(wrong("/isDefault", state_default_retired));
    }
    if (errors.empty()) return Nothing{};
    return Error{.reason = invalid_fields, .fields = std::move(errors)};
}

Outcome check_room(const std::vector<TicketState>& states) {
    if (states.size() > states_ever) {
        return Error{.reason = states_used_up, .shown = {{"most", std::to_string(states_ever)}}};
    }
    const auto in_use =
        std::ranges::count_if(states, [](const TicketState& one) { return !one.retired_at; });
    if (static_cast<std::size_t>(in_use) > states_most) {
        return Error{.reason = states_too_many, .shown = {{"most", std::to_string(states_most)}}};
    }
    return Nothing{};
}

std::vector<TicketState> with_state(std::vector<TicketState> states, TicketState changed) {
    std::vector<TicketState*> group;
    std::erase_if(states, [&](const TicketState& one) { return one.id == changed.id; });
    for (TicketState& one : states) {
        if (one.status != changed.status) continue;
        if (changed.is_default) one.is_default = false;
        group.push_back(&one);
    }
    std::ranges::sort(group, {}, &TicketState::place);
    const int last = static_cast<int>(group.size()) + 1;
    changed.place = std::clamp(changed.place, 1, last);
    int place = 0;
    for (TicketState* one : group) {
        if (++place == changed.place) ++place;
        one->place = place;
    }
    states.push_back(std::move(changed));
    return in_order(std::move(states));
}

Result<std::vector<StateWay>> tidy_ways(const std::vector<TicketState>& states,
                                        const std::vector<StateWay>& ways) {
    std::vector<StateWay> tidy;
    std::vector<FieldError> errors;
    std::set<std::pair<StatePlace, StatePlace>> seen;
    for (std::size_t i = 0; i < ways.size(); ++i) {
        auto reason = wrong_in(states, ways[i]);
        if (!seen.emplace(ways[i].from, ways[i].to).second) reason = way_doubled;
        if (reason) errors.push_back(wrong("/ways/" + std::to_string(i), *reason));
        if (ways[i].who != WayFor::everybody) tidy.push_back(ways[i]);
    }
    if (errors.empty()) return tidy;
    return Error{.reason = invalid_fields, .fields = std::move(errors)};
}

std::vector<Stranded> stranded_places(const Lifecycle& lifecycle) {
    constexpr Mover all{.leads = true, .configures = true};
    std::vector<Stranded> stranded;
    for (const TicketState& state : lifecycle.states) {
        if (!state.retired_at) continue;
        const StatePlace place{state.status, state.id};
        const bool stays = is_open(state.status) && next_places(lifecycle, place, all).empty();
        stranded.push_back(
            {.place = place, .why = stays ? StrandedWhy::no_way_on : StrandedWhy::retired});
    }
    for (std::size_t i = 0; i < group_count; ++i) {
        if (!is_open(group(i))) continue;
        for (const StatePlace& place : places_of(lifecycle.states, group(i))) {
            if (next_places(lifecycle, place, all).empty()) {
                stranded.push_back({.place = place, .why = StrandedWhy::no_way_on});
            }
        }
    }
    return stranded;
}

}  // namespace ogniwo::tickets
