#include "tickets/figure_store.hpp"

#include <map>

namespace ogniwo::tickets::store {
namespace {

const Sql find_figure_sql{"tickets.find_figure", R"sql(
    SELECT opened_at, opened_by, answered_at, resolved_at, resolved_tier, answers, stayed,
           reopened_at
      FROM ticket_figure WHERE ticket = $1
)sql"};

const Sql list_holds_sql{"tickets.list_holds", R"sql(
    SELECT began_at, ended_at FROM ticket_hold WHERE ticket = $1 ORDER BY place
)sql"};

const Sql list_leavings_sql{"tickets.list_leavings", R"sql(
    SELECT tier, to_tier, left_at FROM ticket_leaving WHERE ticket = $1 ORDER BY place
)sql"};

const Sql delete_figure_sql{"tickets.delete_figure", "DELETE FROM ticket_figure WHERE ticket = $1"};
const Sql delete_holds_sql{"tickets.delete_holds", "DELETE FROM ticket_hold WHERE ticket = $1"};
const Sql delete_leavings_sql{"tickets.delete_leavings",
                              "DELETE FROM ticket_leaving WHERE ticket = $1"};

const Sql insert_figure_sql{"tickets.insert_figure", R"sql(
    INSERT INTO ticket_figure (ticket, opened_at, opened_by, answered_at, resolved_at,
                               resolved_tier, answers, stayed, reopened_at)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
)sql"};

const Sql insert_hold_sql{"tickets.insert_hold", R"sql(
    INSERT INTO ticket_hold (ticket, place, began_at, ended_at) VALUES ($1, $2, $3, $4)
)sql"};

const Sql insert_leaving_sql{"tickets.insert_leaving", R"sql(
    INSERT INTO ticket_leaving (ticket, place, tier, to_tier, left_at) VALUES ($1, $2, $3, $4, $5)
)sql"};

const ScopedSql list_resolved_sql{"tickets.list_figures_resolved", R"sql(
    SELECT f.ticket, f.opened_at, f.resolved_at, f.resolved_tier, f.answers, f.stayed,
           f.reopened_at, t.type,
           EXISTS (SELECT 1 FROM ticket_appointment AS a
                    WHERE a.ticket = f.ticket AND a.kind = 'visit'
                      AND a.state IN ('agreed', 'done', 'missed')) AS had_visit
      FROM ticket_figure AS f
      JOIN ticket AS t ON t.id = f.ticket
     WHERE f.resolved_at >= $1 AND f.resolved_at < $2
       AND (CAST($3 AS bigint) IS NULL OR t.customer = $3) AND {scope t.customer}
     ORDER BY f.ticket
)sql"};

const ScopedSql list_resolved_holds_sql{"tickets.list_figures_holds", R"sql(
    SELECT h.ticket, h.began_at, h.ended_at
      FROM ticket_figure AS f
      JOIN ticket AS t ON t.id = f.ticket
      JOIN ticket_hold AS h ON h.ticket = f.ticket
     WHERE f.resolved_at >= $1 AND f.resolved_at < $2
       AND (CAST($3 AS bigint) IS NULL OR t.customer = $3) AND {scope t.customer}
     ORDER BY h.ticket, h.place
)sql"};

const ScopedSql list_answers_sql{"tickets.list_figures_answered", R"sql(
    SELECT f.opened_at, f.answered_at
      FROM ticket_figure AS f
      JOIN ticket AS t ON t.id = f.ticket
     WHERE f.answered_at >= $1 AND f.answered_at < $2 AND f.opened_by = 'customer'
       AND (CAST($3 AS bigint) IS NULL OR t.customer = $3) AND {scope t.customer}
)sql"};

const ScopedSql list_open_sql{"tickets.list_open_since", R"sql(
    SELECT created_at FROM ticket
     WHERE status IN ('new', 'open', 'waiting') AND spam_at IS NULL
       AND (CAST($1 AS bigint) IS NULL OR customer = $1) AND {scope customer}
)sql"};

const ScopedSql sum_leavings_sql{"tickets.sum_leavings", R"sql(
    SELECT l.tier, l.to_tier, COUNT(*) AS times
      FROM ticket_leaving AS l
      JOIN ticket AS t ON t.id = l.ticket
     WHERE l.left_at >= $1 AND l.left_at < $2
       AND (CAST($3 AS bigint) IS NULL OR t.customer = $3) AND {scope t.customer}
     GROUP BY l.tier, l.to_tier ORDER BY l.tier, l.to_tier IS NULL, l.to_tier
)sql"};

const ScopedSql sum_handled_sql{"tickets.sum_handled", R"sql(
    SELECT l.tier, COUNT(DISTINCT l.ticket) AS tickets
      FROM ticket_leaving AS l
      JOIN ticket AS t ON t.id = l.ticket
     WHERE l.left_at >= $1 AND l.left_at < $2
       AND (CAST($3 AS bigint) IS NULL OR t.customer = $3) AND {scope t.customer}
     GROUP BY l.tier ORDER BY l.tier
)sql"};

const ScopedSql count_created_sql{"tickets.count_created", R"sql(
    SELECT COUNT(*) AS tickets FROM ticket
     WHERE created_at >= $1 AND created_at < $2 AND spam_at IS NULL AND merged_into IS NULL
       AND (CAST($3 AS bigint) IS NULL OR customer = $3) AND {scope customer}
)sql"};

const ScopedSql sum_rated_sql{"tickets.sum_rated", R"sql(
    SELECT COUNT(*) AS rated,
           CAST(COALESCE(SUM(CASE WHEN score >= 4 THEN 1 ELSE 0 END), 0) AS bigint) AS satisfied
      FROM ticket_rating
     WHERE rated_at >= $1 AND rated_at < $2
       AND (CAST($3 AS bigint) IS NULL OR customer = $3) AND {scope customer}
)sql"};

const ScopedSql sum_asked_sql{"tickets.sum_asked", R"sql(
    SELECT COUNT(*) AS asked, COUNT(rated_at) AS answered
      FROM ticket_rating
     WHERE asked_at >= $1 AND asked_at < $2
       AND (CAST($3 AS bigint) IS NULL OR customer = $3) AND {scope customer}
)sql"};

const Sql sum_booked_sql{"tickets.sum_booked", R"sql(
    SELECT CAST(COALESCE(SUM(minutes), 0) AS bigint) FROM ticket_time
     WHERE person = $1 AND worked_on >= $2 AND worked_on <= $3
)sql"};

const Sql list_ids_sql{"tickets.list_ids_after", R"sql(
    SELECT id FROM ticket WHERE id > $1 ORDER BY id LIMIT $2
)sql"};

using MaybeTime = std::optional<Time>;

TicketFigure read_figure(const Row& row) {
    return {.opened_at = row.get<Time>("opened_at"),
            .opened_by = row.get<std::string>("opened_by") == "ours" ? sla::OpenedBy::ours
                                                                     : sla::OpenedBy::customer,
            .answered_at = row.get<MaybeTime>("answered_at"),
            .resolved_at = row.get<MaybeTime>("resolved_at"),
            .resolved_tier = row.get<std::optional<int>>("resolved_tier"),
            .answers = row.get<int>("answers"),
            .stayed = row.get<bool>("stayed"),
            .reopened_at = row.get<MaybeTime>("reopened_at")};
}

void insert_figure(Tx& tx, TicketId ticket, const TicketFigure& figure) {
    tx.run(insert_figure_sql,
           ticket,
           figure.opened_at,
           figure.opened_by == sla::OpenedBy::ours ? "ours" : "customer",
           figure.answered_at,
           figure.resolved_at,
           figure.resolved_tier,
           figure.answers,
           figure.stayed,
           figure.reopened_at);
    int place = 0;
    for (const auto& [from, to] : figure.holds) tx.run(insert_hold_sql, ticket, place++, from, to);
    place = 0;
    for (const Leaving& one : figure.leavings) {
        tx.run(insert_leaving_sql, ticket, place++, one.tier, one.to, one.at);
    }
}

}  // namespace

std::optional<TicketFigure> find_figure(Tx& tx, TicketId ticket) {
    auto figure = tx.find(read_figure, find_figure_sql, ticket);
    if (!figure) return figure;
    if (figure->resolved_at) {
        const auto read = [](const Row& row) {
            return std::pair{row.get<Time>("began_at"), row.get<Time>("ended_at")};
        };
        figure->holds = tx.all(read, list_holds_sql, ticket);
    }
    const auto read = [](const Row& row) {
        return Leaving{.tier = row.get<int>("tier"),
                       .to = row.get<std::optional<int>>("to_tier"),
                       .at = row.get<Time>("left_at")};
    };
    figure->leavings = tx.all(read, list_leavings_sql, ticket);
    return figure;
}

void save_figure(Tx& tx, TicketId ticket, const std::optional<TicketFigure>& figure) {
    for (const Sql* sql : {&delete_figure_sql, &delete_holds_sql, &delete_leavings_sql}) {
        tx.run(*sql, ticket);
    }
    if (figure) insert_figure(tx, ticket, *figure);
}

std::vector<ResolvedTicket> list_resolved(Tx& tx, const Scope& scope, const FigureSpan& span) {
    std::vector<ResolvedTicket> tickets;
    std::map<std::int64_t, std::size_t> places;
    const auto read = [&](const Row& row) {
        places.emplace_hint(places.end(), row.get<std::int64_t>("ticket"), tickets.size());
        tickets.push_back({.opened_at = row.get<Time>("opened_at"),
                           .resolved_at = row.get<Time>("resolved_at"),
                           .tier = row.get<int>("resolved_tier"),
                           .answers = row.get<int>("answers"),
                           .stayed = row.get<bool>("stayed"),
                           .is_incident = row.get<TicketType>("type") == TicketType::incident,
                           .had_visit = row.get<bool>("had_visit"),
                           .reopened_at = row.get<MaybeTime>("reopened_at")});
        return 0;
    };
    tx.all(read, list_resolved_sql, scope, span.from, span.to, span.customer);
    const auto hold = [&](const Row& row) {
        const auto place = places.find(row.get<std::int64_t>("ticket"));
        if (place == places.end()) return 0;
        tickets[place->second].holds.emplace_back(row.get<Time>("began_at"),
                                                  row.get<Time>("ended_at"));
        return 0;
    };
    tx.all(hold, list_resolved_holds_sql, scope, span.from, span.to, span.customer);
    return tickets;
}

std::vector<FirstAnswer> list_first_answers(Tx& tx, const Scope& scope, const FigureSpan& span) {
    const auto read = [](const Row& row) {
        return FirstAnswer{.opened_at = row.get<Time>("opened_at"),
                           .answered_at = row.get<Time>("answered_at")};
    };
    return tx.all(read, list_answers_sql, scope, span.from, span.to, span.customer);
}

std::vector<Time> list_open_since(Tx& tx,
                                  const Scope& scope,
                                  const std::optional<CustomerId>& customer) {
    return tx.all([](const Row& row) { return row.at<Time>(0); }, list_open_sql, scope, customer);
}

std::vector<LeavingSum> sum_leavings(Tx& tx, const Scope& scope, const FigureSpan& span) {
    const auto read = [](const Row& row) {
        return LeavingSum{.tier = row.get<int>("tier"),
                          .to = row.get<std::optional<int>>("to_tier"),
                          .count = row.get<std::int64_t>("times")};
    };
    return tx.all(read, sum_leavings_sql, scope, span.from, span.to, span.customer);
}

std::vector<HandledSum> sum_handled(Tx& tx, const Scope& scope, const FigureSpan& span) {
    const auto read = [](const Row& row) {
        return HandledSum{.tier = row.get<int>("tier"),
                          .tickets = row.get<std::int64_t>("tickets")};
    };
    return tx.all(read, sum_handled_sql, scope, span.from, span.to, span.customer);
}

std::int64_t count_created(Tx& tx, const Scope& scope, const FigureSpan& span) {
    const auto read = [](const Row& row) { return row.at<std::int64_t>(0); };
    return *tx.find(read, count_created_sql, scope, span.from, span.to, span.customer);
}

SatisfactionSum sum_satisfaction(Tx& tx, const Scope& scope, const FigureSpan& span) {
    SatisfactionSum sum;
    const auto rated = [&](const Row& row) {
        sum.rated = row.get<std::int64_t>("rated");
        sum.satisfied = row.get<std::int64_t>("satisfied");
        return 0;
    };
    tx.find(rated, sum_rated_sql, scope, span.from, span.to, span.customer);
    const auto asked = [&](const Row& row) {
        sum.asked = row.get<std::int64_t>("asked");
        sum.answered_asked = row.get<std::int64_t>("answered");
        return 0;
    };
    tx.find(asked, sum_asked_sql, scope, span.from, span.to, span.customer);
    return sum;
}

Minutes sum_booked(Tx& tx, PersonId person, Date first, Date last) {
    return Minutes{tx.one<std::int64_t>(sum_booked_sql, person, first, last)};
}

std::vector<TicketId> list_ids_after(Tx& tx, TicketId after, int limit) {
    return tx.all([](const Row& row) { return row.at<TicketId>(0); }, list_ids_sql, after, limit);
}

}  // namespace ogniwo::tickets::store
