#include "tickets/calendar.hpp"

#include "base/check.hpp"
#include "people/service.hpp"
#include "tiers/duty_service.hpp"

namespace ogniwo::tickets {

std::string zone_of_actor(const View& view) {
    const auto person = people::find_person(view, view.actor.person);
    if (person && is_zone(person->zone.value_or(""))) return *person->zone;
    return people::company_zone(view.tx);
}

Time end_of_shift(const View& view, Time since, std::string_view zone) {
    if (const auto end = tiers::shift_end(view.tx, view.actor.person, since)) return *end;
    const auto day = local_date(since, zone);
    INVARIANT(day.has_value());
    const Date next(std::chrono::sys_days(*day) + std::chrono::days{1});
    const auto midnight = to_instant(next, Minutes{0}, zone);
    INVARIANT(midnight.has_value());
    return *midnight;
}

}  // namespace ogniwo::tickets
