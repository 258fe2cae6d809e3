#pragma once

// Lets the hand-written deeds happen, each at its moment and by whoever did it, with no more rights
// than they have. Between two chunks of tickets nothing is kept but the Progress, so a chunk that
// is run again comes out the same.

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "demo/deeds.hpp"
#include "demo/generator.hpp"
#include "storage/work.hpp"

namespace ogniwo::demo {

// The working days around today.
class Calendar {
public:
    Calendar(Date today, std::string zone);

    Time at(const Moment& moment) const;
    Date day(int day) const;
    // With it the past of a demo ends.
    Time last_evening() const { return at({.day = -1, .hour = 17}); }

private:
    Date today_;
    std::string zone_;
};

// What somebody does at a moment of the past, with the rights they have. It is recorded as of then,
// too: an invented company has learnt of nothing late.
using Verb = std::function<Outcome(Work&)>;
Outcome act(Work& work, Time at, std::optional<PersonId> by, const Verb& verb);

class Stage {
public:
    struct Progress {
        std::size_t next = 0;
        std::map<std::string, tickets::TicketId, std::less<>> tickets{};
        std::map<std::string, tickets::RecurrenceId, std::less<>> recurrences{};
        std::int64_t messages = 0;
    };

    // Both outlive this.
    Stage(const World& world, const Calendar& calendar);

    // What has happened since and until then.
    Outcome play(Work& work, Progress& progress, Time until) const;
    // The rest.
    Outcome play_out(Work& work, Progress& progress) const;

private:
    Outcome play_next(Work& work, Progress& progress) const;

    const World& world_;
    const Calendar& calendar_;
    std::vector<std::pair<Time, Deed>> deeds_{};  // In their order.
};

}  // namespace ogniwo::demo
