#include "tickets/telling_rules.hpp"

namespace ogniwo::tickets {

std::vector<PersonId> whom_to_tell(const Circle& circle, Happening happening) {
    std::vector<PersonId> persons;
    const auto add = [&](const std::optional<PersonId>& person) {
        if (person) persons.push_back(*person);
    };
    const auto add_all = [&](const std::vector<PersonId>& more) {
        persons.insert(persons.end(), more.begin(), more.end());
    };
    const bool concerns_requester =
        happening == Happening::replied || happening == Happening::waits ||
        happening == Happening::decided || happening == Happening::resolved ||
        happening == Happening::merged;
    const bool is_internal = happening == Happening::noted || happening == Happening::moved ||
                             happening == Happening::guest_wrote;
    if (concerns_requester) add(circle.requester);
    add(circle.assignee);
    if (happening == Happening::assigned) return persons;
    add(circle.voice);
    add_all(circle.workers);
    add_all(circle.staff_followers);
    if (!is_internal) add_all(circle.other_followers);
    return persons;
}

}  // namespace ogniwo::tickets
