#include "demo/evening.hpp"

#include "notices/service.hpp"
#include "tickets/service.hpp"
#include "tickets/timed_service.hpp"

namespace ogniwo::demo {
namespace {

constexpr int notices_looked_through = 200;
constexpr Moment morning_of_the_last_day{.day = -1, .hour = 8};

Outcome read_notices_before(Work& work, Time since) {
    TRY(const auto list,
        notices::list_notices(work, {.unread = true, .limit = notices_looked_through}));
    std::vector<notices::NoticeId> old;
    for (const notices::Notice& notice : list.items) {
        if (notice.at < since) old.push_back(notice.id);
    }
    TRY_DO(notices::read_notices(work, {.notices = std::move(old)}));
    return Nothing{};
}

}  // namespace

Outcome let_time_pass(Work& work,
                      const Calendar& calendar,
                      const std::vector<tickets::TicketId>& tickets) {
    const Time evening = calendar.last_evening();
    for (const tickets::TicketId id : tickets) {
        TRY(const auto ticket, tickets::read_ticket(work, {.ticket = id}));
        const auto rules = tiers::timed_rules_of(work.tx, ticket.tier);
        // Each time the one that is due first; in the end a timer for what comes next.
        for (std::size_t i = 0; i < rules.size(); ++i) {
            TRY_DO(act(work, evening, std::nullopt, [&](Work& own) {
                return tickets::timed_due(own, {.subject = id.value, .due = evening});
            }));
        }
    }
    return Nothing{};
}

Outcome read_old_notices(Work& work,
                         const Calendar& calendar,
                         const std::vector<PersonId>& persons) {
    const Time morning = calendar.at(morning_of_the_last_day);
    for (const PersonId person : persons) {
        TRY_DO(act(
            work, morning, person, [&](Work& own) { return read_notices_before(own, morning); }));
    }
    return Nothing{};
}

}  // namespace ogniwo::demo
