#pragma once

// Two nodes on one database, their users, and everything that goes wrong: processes that die at any
// moment, commits that fail or whose answer is lost, clocks that are off and jump, leases that run
// out in the middle of a step. The product's own objects run unchanged; only clocks, luck and
// failures are ours. One seed is one run, on one thread, the same on every machine.
//
// Outside of the system the users remember what they were told. After the run both are compared:
// what was acknowledged is there once, what failed is not there, every event, timer, job and letter
// has had its effect once. The controls break the product on purpose: a simulation that does not
// notice them proves nothing.
//
// Of time this holds: journal order is the order of commits, and `recorded_at` never runs back on
// one node, nor across its restarts. Between nodes it may run back by as much as their clocks are
// apart, and a timer may ring early by as much as a clock is ahead.

#include <cstdint>
#include <string>
#include <vector>

#include "base/enum.hpp"

namespace ogniwo::simulation {

enum class Control {
    none,
    early_answers,   // A wish is acknowledged before its COMMIT.
    no_idempotency,  // Keys are not looked at.
    torn_cursor,     // A follower moves on in another transaction than that of its effect.
};
constexpr auto names(Control) {
    return enum_names("none", "early_answers", "no_idempotency", "torn_cursor");
}

enum class Printing { quiet, every_step };

struct Plan {
    std::uint64_t seed = 1;
    int steps = 300;
    Control control = Control::none;
    Printing printing = Printing::quiet;
    std::string tampering{};  // SQL that is run before the final comparison.
};

enum class Defect {
    wish_lost,         // Acknowledged, but not there or not as it was wished.
    wish_doubled,      // There more than once.
    wish_undead,       // Answered as failed, but there.
    wish_answer,       // The same key was answered in two ways.
    ticket_replay,     // The events of a ticket do not add up to its row.
    follower_doubled,  // A follower acted more than once on an event,
    follower_missed,   // or never,
    follower_parked,   // or an event was put aside that it could have acted on.
    timer,             // Rang not once, or was told another moment than its own.
    job,               // Did not end, or did some rows not once.
    letter,            // Was not sent, or under more than one id.
    journal_order,     // Events appeared behind the place where a reader was.
    journal_time,      // A moment that no node's clock can have shown, or time ran back on a node.
    storage,           // The database finds itself damaged, or threw what nobody caused.
    unfinished,        // There is work left that nobody does.
};
constexpr auto names(Defect) {
    return enum_names("wish_lost",
                      "wish_doubled",
                      "wish_undead",
                      "wish_answer",
                      "ticket_replay",
                      "follower_doubled",
                      "follower_missed",
                      "follower_parked",
                      "timer",
                      "job",
                      "letter",
                      "journal_order",
                      "journal_time",
                      "storage",
                      "unfinished");
}

struct Fault {
    Defect defect;
    std::string detail;
};

// How much of everything there was: a run in which nothing went wrong tests nothing.
struct Figures {
    std::int64_t acknowledged = 0;
    std::int64_t unanswered = 0;  // Wishes whose user never learnt what became of them.
    std::int64_t refused = 0;
    std::int64_t retries = 0;
    std::int64_t crashes = 0;
    std::int64_t power_cuts = 0;
    std::int64_t failed_commits = 0;
    std::int64_t lost_answers = 0;
    std::int64_t interleaved = 0;  // Steps of one node in the middle of the other's.
    std::int64_t events = 0;
    std::int64_t letters = 0;
    std::int64_t letters_repeated = 0;

    Figures& operator+=(const Figures& other);
};

struct Report {
    std::vector<Fault> faults{};
    std::vector<std::string> last_steps{};
    Figures figures{};
    std::uint64_t digest = 0;  // Of all steps: equal seeds have equal ones.
};

Report run(const Plan& plan);

}  // namespace ogniwo::simulation
