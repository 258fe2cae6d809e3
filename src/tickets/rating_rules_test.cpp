#include "tickets/rating_rules.hpp"

#include <doctest/doctest.h>

namespace ogniwo::tickets {
namespace {

TEST_CASE("when a ticket may be rated") {
    const Time now = from_micros(1'750'000'000'000'000);
    const auto days_ago = [&](int days) { return now - std::chrono::days(days); };
    struct Row {
        TicketStatus status;
        std::optional<Time> resolved_at;
        std::optional<Time> closed_at;
        std::string_view refused;
    };
    const Row rows[] = {
        {TicketStatus::fresh, {}, {}, rating_too_early.name},
        {TicketStatus::open, {}, {}, rating_too_early.name},
        {TicketStatus::waiting, {}, {}, rating_too_early.name},
        {TicketStatus::resolved, days_ago(0), {}, ""},
        {TicketStatus::resolved, days_ago(30), {}, ""},
        {TicketStatus::resolved, days_ago(31), {}, rating_too_late.name},
        {TicketStatus::closed, days_ago(29), days_ago(1), ""},
        {TicketStatus::closed, days_ago(31), days_ago(1), rating_too_late.name},
        // Withdrawn, never resolved.
        {TicketStatus::closed, {}, days_ago(2), ""},
        {TicketStatus::closed, {}, days_ago(31), rating_too_late.name},
    };
    for (const Row& row : rows) {
        CAPTURE(&row - rows);
        const Ticket ticket{
            .status = row.status, .resolved_at = row.resolved_at, .closed_at = row.closed_at};
        const Outcome outcome = may_rate(ticket, now);
        CHECK((outcome ? std::string_view() : outcome.error().reason.name) == row.refused);
    }
}

TEST_CASE("how content people were") {
    struct Row {
        int count;
        int satisfied;
        std::int64_t sum;
        std::optional<int> csat;
        std::optional<int> average;
    };
    const Row rows[] = {
        {0, 0, 0, {}, {}},
        {1, 1, 5, 100, 500},
        {3, 2, 10, 67, 333},
        {3, 1, 8, 33, 267},
        {8, 0, 8, 0, 100},
    };
    for (const Row& row : rows) {
        CAPTURE(row.count);
        const RatingSummary summary = summary_of(row.count, row.satisfied, row.sum);
        CHECK(summary.csat_percent == row.csat);
        CHECK(summary.average_hundredths == row.average);
        CHECK(summary.count == row.count);
        CHECK(summary.satisfied == row.satisfied);
    }
}

}  // namespace
}  // namespace ogniwo::tickets
