#pragma once

// One change of many tickets at once: tried first, then done, and for a day taken back.
//
// A bulk change is nothing but the verbs of service.hpp, one ticket after another. What a verb
// would refuse for one ticket is refused here for that one, and the others go on. Its number ties
// the events together: it is an event itself, and the cause of all the others.

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/enum.hpp"
#include "tickets/macro_types.hpp"
#include "tickets/types.hpp"

namespace ogniwo::tickets {

using BulkId = Id<struct BulkTag>;

inline constexpr std::int64_t bulk_most = 100;  // Tickets of one wish; more go in several.
inline constexpr std::chrono::hours undo_within{24};

enum class BulkVerb {
    assign,
    status,
    move,
    weigh,
    resolve,
    follow,
    tag,
    untag,
    spam,
    macro,
    field
};
constexpr auto names(BulkVerb) {
    return enum_names("assign",
                      "status",
                      "move",
                      "weigh",
                      "resolve",
                      "follow",
                      "tag",
                      "untag",
                      "spam",
                      "macro",
                      "field");
}

// What each verb needs stands beside it; anything more is refused.
struct BulkChange {
    BulkVerb verb = BulkVerb::assign;
    std::optional<PersonId> assignee{};    // assign; absent: nobody
    std::optional<TicketStatus> status{};  // status
    std::optional<std::optional<StateId>> state{};
    std::optional<WaitingFor> waiting_for{};
    std::optional<int> tier{};  // move, upwards or downwards
    std::optional<QueueId> queue{};
    std::optional<std::string> reason{};  // A code of the structure.
    std::optional<std::string>
        text{};  // move: the note; for the customer: the answer, or for what it waits
    std::optional<Impact> impact{};  // weigh
    std::optional<Urgency> urgency{};
    std::optional<PersonId> person{};             // follow; absent: the one who asks
    std::optional<std::string> tag{};             // tag, untag: the word
    std::optional<MacroId> macro{};               // macro
    std::optional<std::int64_t> macro_version{};  // As it was tried.
    std::optional<FieldValue> field{};            // field; without a value it is emptied
};
void describe(Fields& fields, BulkChange& change);

struct BulkWish {
    std::vector<TicketId> tickets{};
    BulkChange change{};
    std::optional<BulkId> bulk{};  // Goes on with one that was too long for one wish.
};
void describe(Fields& fields, BulkWish& wish);

enum class BulkOutcome { changed, unchanged, refused };
constexpr auto names(BulkOutcome) {
    return enum_names("changed", "unchanged", "refused");
}

// How far a bulk change can be taken back: what customers have read, and what stands in notes,
// stays. With the first of the two nothing of the ticket goes back.
enum class UndoReach { all, but_notes, nothing };
constexpr auto names(UndoReach) {
    return enum_names("all", "but_notes", "nothing");
}

// What a macro can change beside all the rest.
struct BulkMarks {
    TicketType type = TicketType::incident;
    std::optional<CategoryId> category{};
    std::vector<TagId> tags{};
    std::optional<Time> due_at{};
    std::optional<Date> due_on{};
    std::optional<Time> snoozed_until{};
    std::int64_t steps = 0;  // How many there were.

    friend bool operator==(const BulkMarks&, const BulkMarks&) = default;
};
void describe(Fields& fields, BulkMarks& marks);

// As much of a ticket as a bulk change can change.
struct BulkState {
    TicketStatus status = TicketStatus::open;
    std::optional<WaitingFor> waiting_for{};
    int tier = 1;
    QueueId queue{};
    std::optional<PersonId> assignee{};
    Impact impact = Impact::medium;
    Urgency urgency = Urgency::medium;
    std::optional<BulkMarks> marks{};   // Of macros alone.
    std::optional<FieldState> field{};  // Of the one that was changed; a text is in the journal.
    std::optional<StateId> state{};

    friend bool operator==(const BulkState&, const BulkState&) = default;
};
void describe(Fields& fields, BulkState& state);

struct BulkItem {
    TicketId ticket{};
    std::string subject{};
    BulkOutcome outcome = BulkOutcome::changed;
    std::optional<std::string> reason{};       // Why it was refused: a name of docs/refusals.md.
    std::optional<Ticket> before{};            // Absent where the reader may no longer see it.
    std::optional<Ticket> after{};             // Where it changed.
    std::optional<FieldValue> field_before{};  // With field: what stands there,
    std::optional<FieldValue> field_after{};   // and what will.
};
void describe(Fields& fields, BulkItem& item);

struct BulkAnswer {
    std::optional<BulkId> bulk{};  // Absent in a preview.
    std::vector<BulkItem> items{};
    std::int64_t changed = 0;
    std::int64_t unchanged = 0;
    std::int64_t refused = 0;
    bool more = false;                // An undo that has to be asked for again for the rest.
    std::optional<UndoReach> undo{};  // Of a change, done or tried.
};
void describe(Fields& fields, BulkAnswer& answer);

struct UndoBulk {
    BulkId bulk{};
    std::string note{};  // For tickets that move back: a move has one.
};
void describe(Fields& fields, UndoBulk& wish);

struct BulkSummary {
    BulkId bulk{};
    Time at{};
    BulkChange change{};  // Without its text.
    std::int64_t changed = 0;
    std::optional<Time> undone_at{};
    bool may_undo = false;
};
void describe(Fields& fields, BulkSummary& summary);

struct BulkList {
    std::vector<BulkSummary> items{};
};
void describe(Fields& fields, BulkList& list);

struct BulkChanged {
    static constexpr std::string_view name = "tickets.bulk_changed";
    static constexpr int schema = 1;

    BulkVerb verb = BulkVerb::assign;
    std::int64_t tickets = 0;  // That were asked for.
};
void describe(Fields& fields, BulkChanged& event);

struct BulkUndone {
    static constexpr std::string_view name = "tickets.bulk_undone";
    static constexpr int schema = 1;

    std::int64_t tickets = 0;
};
void describe(Fields& fields, BulkUndone& event);

inline constexpr Reason field_not_on_form{Refusal::conflict, "tickets.field_not_on_form"};
inline constexpr Reason change_superfluous{Refusal::invalid, "tickets.change_superfluous"};
inline constexpr Reason bulk_of_another_change{Refusal::conflict, "tickets.bulk_of_another_change"};
inline constexpr Reason undo_too_late{Refusal::conflict, "tickets.undo_too_late"};
inline constexpr Reason undo_done{Refusal::conflict, "tickets.undo_done"};
inline constexpr Reason undo_changed_since{Refusal::conflict, "tickets.undo_changed_since"};
inline constexpr Reason undo_told{Refusal::conflict, "tickets.undo_told"};

}  // namespace ogniwo::tickets
