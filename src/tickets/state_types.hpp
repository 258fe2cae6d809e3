#pragma once

// The lifecycle of a ticket as a company wants it: statuses of its own, and which may follow which.
//
// TicketStatus stays what everything else counts by: it is the group, and its rules hold always. A
// status of the company's own refines one group; a ticket has at most one of them. The table of
// ways can only forbid what the groups allow, or leave it to fewer people. It is asked about what
// one of ours chooses; what follows by itself (a customer's word, a move between tiers, taking a
// ticket) always goes through and lands in the status that its group begins with.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/enum.hpp"
#include "tickets/types.hpp"

namespace ogniwo::tickets {

inline constexpr std::size_t states_most = 40;    // In use at the same time.
inline constexpr std::size_t states_ever = 200;   // Retired ones, too.
inline constexpr std::int64_t ways_most = 2'500;  // Every pair of states_most and the groups.
inline constexpr std::int64_t state_letters_most = 40;
inline constexpr std::int64_t stranded_most = 1'000;  // Counting ends here.

struct TicketState {
    StateId id{};
    TicketStatus status = TicketStatus::open;  // Its group, for good.
    std::string name_pl{};
    std::string name_en{};
    std::optional<std::string> shown_pl{};  // To customers. Nothing: the word of the group.
    std::optional<std::string> shown_en{};
    bool pauses = false;      // Time limits of tiers stand still meanwhile.
    bool is_default = false;  // Who comes to the group without naming one gets it.
    int place = 1;            // Among those of its group.
    std::optional<Time> retired_at{};
    // When it was last decided whether it pauses, since it was made. Not described.
    std::optional<Time> pauses_changed_at{};

    friend bool operator==(const TicketState&, const TicketState&) = default;
};
void describe(Fields& fields, TicketState& state);

// Where a ticket can stand: in a group, with a status of our own or without.
struct StatePlace {
    TicketStatus status = TicketStatus::fresh;
    std::optional<StateId> state{};

    friend auto operator<=>(const StatePlace&, const StatePlace&) = default;
};
void describe(Fields& fields, StatePlace& place);

// Everybody who may work on the ticket; who leads, or runs the desk; who may configure it; nobody.
enum class WayFor { everybody, lead, configurer, nobody };
constexpr auto names(WayFor) {
    return enum_names("everybody", "lead", "configurer", "nobody");
}

struct StateWay {
    StatePlace from{};
    StatePlace to{};
    WayFor who = WayFor::nobody;

    friend bool operator==(const StateWay&, const StateWay&) = default;
};
void describe(Fields& fields, StateWay& way);

// What the groups allow at all.
struct GroupWay {
    TicketStatus from = TicketStatus::fresh;
    TicketStatus to = TicketStatus::open;
};
void describe(Fields& fields, GroupWay& way);

struct Lifecycle {
    std::int64_t version = 1;
    std::vector<TicketState> states{};  // By group and place.
    std::vector<StateWay> ways{};       // Those that are not for everybody.
    std::vector<GroupWay> groups{};
};
void describe(Fields& fields, Lifecycle& lifecycle);

struct AddState {
    TicketStatus status = TicketStatus::open;
    std::string name_pl{};
    std::string name_en{};
    std::optional<std::string> shown_pl{};
    std::optional<std::string> shown_en{};
    std::optional<bool> pauses{};
    std::optional<bool> is_default{};
};
void describe(Fields& fields, AddState& wish);

struct EditState {
    StateId state{};
    std::int64_t version = 0;  // The lifecycle's.
    std::optional<std::string> name_pl{};
    std::optional<std::string> name_en{};
    std::optional<std::optional<std::string>> shown_pl{};  // Null: the word of the group.
    std::optional<std::optional<std::string>> shown_en{};
    std::optional<bool> pauses{};
    std::optional<bool> is_default{};
    std::optional<int> place{};
    std::optional<bool> retired{};
};
void describe(Fields& fields, EditState& wish);

struct SetWays {
    std::int64_t version = 0;
    std::vector<StateWay> ways{};  // Of all others: everybody.
};
void describe(Fields& fields, SetWays& wish);

enum class DeskKind { workshop, software_house };
constexpr auto names(DeskKind) {
    return enum_names("workshop", "software_house");
}
struct StartStates {
    DeskKind desk = DeskKind::workshop;
};
void describe(Fields& fields, StartStates& wish);

// What it would be like with this retired and these ways. Nothing of both: as it is now.
struct PreviewLifecycle {
    std::optional<StateId> retire{};
    std::optional<std::vector<StateWay>> ways{};
};
void describe(Fields& fields, PreviewLifecycle& wish);

enum class StrandedWhy { retired, no_way_on };
constexpr auto names(StrandedWhy) {
    return enum_names("retired", "no_way_on");
}

// Tickets that stand where nobody puts one any more, or from where nobody may go on.
struct Stranded {
    StatePlace place{};
    StrandedWhy why = StrandedWhy::retired;
    std::int64_t tickets = 0;
    bool more = false;
};
void describe(Fields& fields, Stranded& stranded);

struct StrandedList {
    std::vector<Stranded> items{};
};
void describe(Fields& fields, StrandedList& list);

struct ListNextStates {
    TicketId ticket{};
};
void describe(Fields& fields, ListNextStates& wish);

struct NextState {
    TicketStatus status = TicketStatus::open;
    std::optional<StateId> state{};
    std::optional<std::string> name_pl{};
    std::optional<std::string> name_en{};
    bool is_default = false;  // Where the ticket comes to without naming one.
};
void describe(Fields& fields, NextState& next);

struct NextStates {
    std::vector<NextState> items{};  // By group and place.
};
void describe(Fields& fields, NextStates& next);

// The state after it.
struct StateSaved {  // namePl, nameEn, shownPl, shownEn
    static constexpr std::string_view name = "tickets.state_saved";
    static constexpr int schema = 1;

    TicketStatus status = TicketStatus::open;
    bool pauses = false;
    bool is_default = false;
    int place = 1;
    bool retired = false;
};
void describe(Fields& fields, StateSaved& event);

struct WaysChanged {
    static constexpr std::string_view name = "tickets.ways_changed";
    static constexpr int schema = 1;

    std::vector<StateWay> ways{};
};
void describe(Fields& fields, WaysChanged& event);

// Within its group, and nothing else about it.
struct TicketStateChanged {
    static constexpr std::string_view name = "tickets.state_changed";
    static constexpr int schema = 1;

    std::optional<StateId> state{};
};
void describe(Fields& fields, TicketStateChanged& event);

inline constexpr Right lead_moves{"tickets.lead_moves"};  // Ways that are for leads.

inline constexpr Reason state_unknown{Refusal::invalid, "tickets.state_unknown"};
inline constexpr Reason state_retired{Refusal::conflict, "tickets.state_retired"};
inline constexpr Reason state_of_other_group{Refusal::invalid, "tickets.state_of_other_group"};
inline constexpr Reason state_not_next{Refusal::conflict, "tickets.state_not_next"};
inline constexpr Reason state_for_lead{Refusal::forbidden, "tickets.state_for_lead"};
inline constexpr Reason state_for_configurer{Refusal::forbidden, "tickets.state_for_configurer"};
inline constexpr Reason states_too_many{Refusal::conflict, "tickets.states_too_many"};
inline constexpr Reason states_used_up{Refusal::conflict, "tickets.states_used_up"};
inline constexpr Reason state_name_taken{Refusal::invalid, "tickets.state_name_taken"};
inline constexpr Reason state_shown_half{Refusal::invalid, "tickets.state_shown_half"};
inline constexpr Reason state_default_retired{Refusal::invalid, "tickets.state_default_retired"};
inline constexpr Reason way_doubled{Refusal::invalid, "tickets.way_doubled"};
inline constexpr Reason way_not_of_groups{Refusal::invalid, "tickets.way_not_of_groups"};

}  // namespace ogniwo::tickets
