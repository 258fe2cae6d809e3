#include "tickets/rating_rules.hpp"

#include "tickets/rules.hpp"

namespace ogniwo::tickets {

Outcome may_rate(const Ticket& ticket, Time now) {
    if (is_open(ticket.status)) return rating_too_early;
    const auto ended = ticket.resolved_at ? ticket.resolved_at : ticket.closed_at;
    if (ended && now - *ended > std::chrono::days(days_open)) return rating_too_late;
    return Nothing{};
}

RatingSummary summary_of(int count, int satisfied, std::int64_t sum) {
    RatingSummary summary{.count = count, .satisfied = satisfied};
    if (count == 0) return summary;
    summary.csat_percent = (100 * satisfied + count / 2) / count;
    summary.average_hundredths = static_cast<int>((100 * sum + count / 2) / count);
    return summary;
}

}  // namespace ogniwo::tickets
