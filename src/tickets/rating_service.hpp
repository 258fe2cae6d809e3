#pragma once

// Ratings: asking for them, giving one, reading them. The link's page needs no sign-in; looking at
// it uses nothing up and decides nothing.

#include "storage/journal.hpp"
#include "storage/work.hpp"
#include "tickets/service.hpp"
#include "tickets/types.hpp"

namespace ogniwo::tickets {

// In the transaction that resolves the ticket. Its requester gets a letter with a link, unless this
// company does not ask, they have no address, or they were asked within 30 days. Who was asked.
std::optional<PersonId> ask_for_rating(Work& work, const Ticket& ticket);

// Only the requester, signed in. Order: rating_too_early, rating_too_late; only_requester_rates.
Result<RatingOfTicket> rate_ticket(Work& work, const RateTicket& wish);
// Our staff, and the requester; for everybody else there is none.
Result<RatingOfTicket> read_rating(const View& view, const OfRating& wish);

// `missing` for a link that is over, was replaced or never was.
Result<RatingAsked> look_at_rating(const View& view, const LookAtRating& wish);
Result<RatingAsked> rate_by_link(Work& work, const RateByLink& wish);

Result<RatingList> list_ratings(const View& view, const ListRatings& wish);

// The row against the events of its ticket.
void compare_rating(Tx& tx,
                    TicketId ticket,
                    const std::vector<Event>& events,
                    std::vector<Difference>& found);

std::vector<TicketRating> ratings_of_person(const View& view, PersonId person);

}  // namespace ogniwo::tickets
