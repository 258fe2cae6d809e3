#pragma once

// Something that must happen once at a given moment, also when the server was down at that moment:
// then it happens at the next start, and is told the moment at which it was due.
//
// A timer is a row. Firing deletes it in the transaction that does its work, so it fires once.

#include <functional>
#include <map>
#include <string>
#include <string_view>

#include "storage/transactor.hpp"
#include "storage/work.hpp"

namespace ogniwo {

struct Timer {
    std::int64_t id = 0;
    std::string kind;  // Who handles it: "people.retention"
    std::int64_t subject = 0;
    Time due{};
    std::string payload = "{}";  // Canonical JSON: ids, numbers, enumerations.
};

namespace timers {

// One timer per kind and subject: setting it again moves it.
void set(
    Tx& tx, std::string_view kind, std::int64_t subject, Time due, std::string_view payload = "{}");
void clear(Tx& tx, std::string_view kind, std::int64_t subject);

}  // namespace timers

// work.now is the present, work.happened_at the moment at which the timer was due.
using TimerHandler = std::function<Outcome(Work&, const Timer&)>;

class Timers {
public:
    Timers(Transactor& data, const Environment& environment);

    void handle(std::string_view kind, TimerHandler handler);

    // Fires what is due, at most 100; the number that fired. A handler that refuses or throws keeps
    // its timer, which is tried again a minute later.
    int step();

private:
    bool fire(const Timer& timer);
    bool postpone(const Timer& timer);

    Transactor& data_;
    const Environment& environment_;
    std::map<std::string, TimerHandler, std::less<>> handlers_;
};

}  // namespace ogniwo
