#pragma once

// The tables ticket_figure, ticket_hold and ticket_leaving, and sums over them and over what else
// the desk is measured by.

#include "storage/tx.hpp"
#include "tickets/figure_facts.hpp"
#include "tickets/figure_types.hpp"
#include "tickets/types.hpp"

namespace ogniwo::tickets::store {

std::optional<TicketFigure> find_figure(Tx& tx, TicketId ticket);
// In place of what is kept; nothing: no rows.
void save_figure(Tx& tx, TicketId ticket, const std::optional<TicketFigure>& figure);

// As in figure_service.hpp.
std::vector<ResolvedTicket> list_resolved(Tx& tx, const Scope& scope, const FigureSpan& span);
std::vector<FirstAnswer> list_first_answers(Tx& tx, const Scope& scope, const FigureSpan& span);
std::vector<Time> list_open_since(Tx& tx,
                                  const Scope& scope,
                                  const std::optional<CustomerId>& customer);
std::vector<LeavingSum> sum_leavings(Tx& tx, const Scope& scope, const FigureSpan& span);
std::vector<HandledSum> sum_handled(Tx& tx, const Scope& scope, const FigureSpan& span);
std::int64_t count_created(Tx& tx, const Scope& scope, const FigureSpan& span);
SatisfactionSum sum_satisfaction(Tx& tx, const Scope& scope, const FigureSpan& span);
Minutes sum_booked(Tx& tx, PersonId person, Date first, Date last);

std::vector<TicketId> list_ids_after(Tx& tx, TicketId after, int limit);

}  // namespace ogniwo::tickets::store
