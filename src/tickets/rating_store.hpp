#pragma once

// The only place that names the tables ticket_rating and ticket_rating_person.

#include <optional>
#include <vector>

#include "storage/work.hpp"
#include "tickets/types.hpp"

namespace ogniwo::tickets::store {

// False: this person was asked after `not_since`. Else they are asked now, and nobody asks at the
// same time.
bool claim_asking(Tx& tx, PersonId person, Time now, Time not_since);
struct Asking {
    TicketId ticket{};
    CustomerId customer{};
    PersonId person{};
    Blob token{};
    Time asked_at{};
    Time expires_at{};
};
// The link before it is void; a score that was given stays.
void save_asking(Tx& tx, const Asking& asking);

struct StoredRating {
    TicketId ticket{};
    CustomerId customer{};
    PersonId person{};
    std::optional<Time> asked_at{};
    std::optional<Time> expires_at{};
    std::optional<int> score{};
    std::optional<std::string> comment{};
    std::optional<Time> rated_at{};
};
std::optional<StoredRating> find_rating(Tx& tx, TicketId ticket);
// By a link that is not over.
std::optional<StoredRating> find_rating_by_token(Tx& tx, const Blob& token, Time now);
void save_rating(Tx& tx, const TicketRating& rating);
// With its ticket to another customer.
void give_rating_to(Tx& tx, TicketId ticket, CustomerId customer);

struct RatingPlace {
    Time rated_at{};
    TicketId ticket{};
};
enum class Scores { all, low };
// Newest first, before the place where there is one. Without names.
std::vector<TicketRating> list_ratings(Tx& tx,
                                       const Scope& scope,
                                       Scores scores,
                                       const std::pair<std::optional<RatingPlace>, int>& page);
struct RatingSums {
    int count = 0;
    int satisfied = 0;
    std::int64_t sum = 0;
};
RatingSums sum_ratings(Tx& tx, const Scope& scope, Time since);

// What somebody said, and the link to them.
void erase_ratings_of(Tx& tx, PersonId person);
std::vector<TicketRating> list_ratings_of(Tx& tx, PersonId person);

}  // namespace ogniwo::tickets::store
