#pragma once

// Views, and the tickets that meet a condition. The only place that names the table ticket_view.
//
// Spam is in no view, and what sleeps neither, but where the condition asks for it by its name.
//
// Statements around a condition are put together here. Two things keep them fast at any size: a
// condition that only open tickets can meet is told so to the database in the words of the small
// indexes of open tickets, and a count stops one row after the last that matters.

#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "conditions/condition.hpp"
#include "conditions/context.hpp"
#include "conditions/schema.hpp"
#include "storage/work.hpp"
#include "tickets/types.hpp"
#include "tickets/view_types.hpp"

namespace ogniwo::tickets::store {

// The fields that a condition on tickets may name.
const conditions::Schema& ticket_fields(Dialect dialect);

// The statuses in which a ticket can meet the condition at all.
std::set<TicketStatus> possible_statuses(const conditions::Condition& condition);

// Whether it names what only those who may read a ticket's notes are shown.
bool asks_for_marks(const conditions::Condition& condition);

// Everybody's in their order, then those of this person in theirs.
std::vector<TicketView> list_views(Tx& tx, PersonId person);
// What the person may read: their own and the shared ones that are not retired.
std::optional<TicketView> find_view(Tx& tx, PersonId person, ViewId view);
// The same with its version raised.
std::optional<TicketView> claim_view(Tx& tx, PersonId person, ViewId view);
// `owner`: nothing for a shared one. Its place is the last.
TicketView insert_view(Tx& tx, TicketView view, PersonId owner);
void update_view(Tx& tx, const TicketView& view, PersonId owner);
void delete_view(Tx& tx, ViewId view);
void retire_view(Tx& tx, ViewId view, Time at);
std::int64_t count_views(Tx& tx, std::optional<PersonId> owner);
void delete_views_of(Tx& tx, PersonId person);

class FieldConditions;  // field_conditions.hpp

struct Matching {
    const conditions::Condition& condition;
    const conditions::Context& context;
    std::optional<PersonId> requester{};   // Only what this person has asked for.
    const FieldConditions* own = nullptr;  // Where it may name fields of the company's own.
};

// At most `most`.
std::int64_t count_matching(Tx& tx, const Scope& scope, const Matching& what, std::int64_t most);

// When a ticket is due, for the order: without a due date after all others.
Time due_or_never(const Ticket& ticket);
Time promise_or_never(const Ticket& ticket);

// What it asks, for the test of how the database answers it.
std::string counting_text(Dialect dialect, const Matching& what);

struct MatchPage {
    ViewSort sort = ViewSort::activity;
    std::optional<std::pair<Time, TicketId>> after{};  // By its activity, or when it is due.
    int limit = 0;
};
std::vector<TicketId> list_matching(Tx& tx,
                                    const Scope& scope,
                                    const Matching& what,
                                    const MatchPage& page);

std::vector<QueueCount> count_queues(Tx& tx, const Scope& scope);

}  // namespace ogniwo::tickets::store
