#include "tickets/rating_store.hpp"

#include <limits>

namespace ogniwo::tickets::store {
namespace {

const Sql claim_asking_sql{"tickets.claim_asking", R"sql(
    INSERT INTO ticket_rating_person (person, asked_at) VALUES ($1, $2)
        ON CONFLICT (person) DO UPDATE SET asked_at = $2
     WHERE ticket_rating_person.asked_at <= $3
)sql"};

const Sql save_asking_sql{"tickets.save_asking", R"sql(
    INSERT INTO ticket_rating (ticket, customer, person, token, asked_at, expires_at)
    VALUES ($1, $2, $3, $4, $5, $6)
        ON CONFLICT (ticket) DO UPDATE
       SET customer = $2, person = $3, token = $4, asked_at = $5, expires_at = $6
)sql"};

#define RATING_COLUMNS                                                       \
    "SELECT ticket, customer, person, asked_at, expires_at, score, comment," \
    " rated_at FROM ticket_rating "

const Sql find_rating_sql{"tickets.find_rating", RATING_COLUMNS "WHERE ticket = $1"};

const Sql find_rating_by_token_sql{"tickets.find_rating_by_token",
                                   RATING_COLUMNS
                                   "WHERE token = $1 AND token IS NOT NULL AND expires_at > $2"};

const Sql save_rating_sql{"tickets.save_rating", R"sql(
    INSERT INTO ticket_rating (ticket, customer, person, score, comment, rated_at)
    VALUES ($1, $2, $3, $4, $5, $6)
        ON CONFLICT (ticket) DO UPDATE
       SET customer = $2, person = $3, score = $4, comment = $5, rated_at = $6
)sql"};

const Sql give_rating_to_sql{"tickets.give_rating_to", R"sql(
    UPDATE ticket_rating SET customer = $2 WHERE ticket = $1
)sql"};

#define RATINGS_BEFORE \
    "WHERE rated_at IS NOT NULL AND (rated_at, ticket) < ($1, $2) AND {scope customer}"

const ScopedSql list_ratings_sql{"tickets.list_ratings",
                                 RATING_COLUMNS RATINGS_BEFORE
                                 " ORDER BY rated_at DESC, ticket DESC LIMIT $3"};

const ScopedSql list_low_ratings_sql{"tickets.list_low_ratings",
                                     RATING_COLUMNS RATINGS_BEFORE
                                     " AND score <= 2"
                                     " ORDER BY rated_at DESC, ticket DESC LIMIT $3"};

#undef RATINGS_BEFORE

const Sql list_ratings_of_sql{"tickets.list_ratings_of",
                              RATING_COLUMNS
                              "WHERE person = $1 AND rated_at IS NOT NULL ORDER BY rated_at"};

#undef RATING_COLUMNS

const ScopedSql sum_ratings_sql{"tickets.sum_ratings", R"sql(
    SELECT COUNT(*) AS count,
           CAST(COALESCE(SUM(CASE WHEN score >= 4 THEN 1 ELSE 0 END), 0) AS bigint) AS satisfied,
           CAST(COALESCE(SUM(score), 0) AS bigint) AS sum
      FROM ticket_rating
     WHERE rated_at IS NOT NULL AND rated_at >= $1 AND {scope customer}
)sql"};

const Sql erase_comments_sql{"tickets.erase_rating_comments", R"sql(
    UPDATE ticket_rating SET comment = NULL, token = NULL WHERE person = $1
)sql"};

const Sql forget_asking_sql{"tickets.forget_asking", R"sql(
    DELETE FROM ticket_rating_person WHERE person = $1
)sql"};

StoredRating read_stored(const Row& row) {
    return {.ticket = row.get<TicketId>("ticket"),
            .customer = row.get<CustomerId>("customer"),
            .person = row.get<PersonId>("person"),
            .asked_at = row.get<std::optional<Time>>("asked_at"),
            .expires_at = row.get<std::optional<Time>>("expires_at"),
            .score = row.get<std::optional<int>>("score"),
            .comment = row.get<std::optional<std::string>>("comment"),
            .rated_at = row.get<std::optional<Time>>("rated_at")};
}

TicketRating read_rating(const Row& row) {
    return {.ticket = row.get<TicketId>("ticket"),
            .customer = row.get<CustomerId>("customer"),
            .person = row.get<PersonId>("person"),
            .score = row.get<int>("score"),
            .comment = row.get<std::optional<std::string>>("comment"),
            .rated_at = row.get<Time>("rated_at")};
}

// After everything that was ever rated.
constexpr std::int64_t end_of_time = std::numeric_limits<std::int64_t>::max();

}  // namespace

bool claim_asking(Tx& tx, PersonId person, Time now, Time not_since) {
    return tx.run(claim_asking_sql, person, now, not_since) == 1;
}

void save_asking(Tx& tx, const Asking& asking) {
    tx.run(save_asking_sql,
           asking.ticket,
           asking.customer,
           asking.person,
           asking.token,
           asking.asked_at,
           asking.expires_at);
}

std::optional<StoredRating> find_rating(Tx& tx, TicketId ticket) {
    return tx.find(read_stored, find_rating_sql, ticket);
}

std::optional<StoredRating> find_rating_by_token(Tx& tx, const Blob& token, Time now) {
    return tx.find(read_stored, find_rating_by_token_sql, token, now);
}

void give_rating_to(Tx& tx, TicketId ticket, CustomerId customer) {
    tx.run(give_rating_to_sql, ticket, customer);
}

void save_rating(Tx& tx, const TicketRating& rating) {
    tx.run(save_rating_sql,
           rating.ticket,
           rating.customer,
           rating.person,
           rating.score,
           rating.comment,
           rating.rated_at);
}

std::vector<TicketRating> list_ratings(Tx& tx,
                                       const Scope& scope,
                                       Scores scores,
                                       const std::pair<std::optional<RatingPlace>, int>& page) {
    const auto& [place, limit] = page;
    const ScopedSql& sql = scores == Scores::low ? list_low_ratings_sql : list_ratings_sql;
    return tx.all(read_rating,
                  sql,
                  scope,
                  place ? to_micros(place->rated_at) : end_of_time,
                  place ? place->ticket.value : 0,
                  limit);
}

RatingSums sum_ratings(Tx& tx, const Scope& scope, Time since) {
    return *tx.find(
        [](const Row& row) {
            return RatingSums{.count = row.get<int>("count"),
                              .satisfied = row.get<int>("satisfied"),
                              .sum = row.get<std::int64_t>("sum")};
        },
        sum_ratings_sql,
        scope,
        since);
}

void erase_ratings_of(Tx& tx, PersonId person) {
    tx.run(erase_comments_sql, person);
    tx.run(forget_asking_sql, person);
}

std::vector<TicketRating> list_ratings_of(Tx& tx, PersonId person) {
    return tx.all(read_rating, list_ratings_of_sql, person);
}

}  // namespace ogniwo::tickets::store
