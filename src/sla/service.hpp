#pragma once

// Promises and how they are kept. Slices above say what happened (clock_types.hpp) and are told
// what it comes to; they keep the moments at which something is to be done about it.

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "sla/policy_types.hpp"
#include "storage/work.hpp"

namespace ogniwo::sla {

Result<PolicyList> list_policies(const View& view, const ListPolicies& wish);
// All or nothing; a policy that is not changed keeps its id.
Result<PolicyList> save_policies(Work& work, const SavePolicies& wish);

// --- For slices above ------------------------------------------------------------------------

// A clock, with all that it was counted by.
struct Counted {
    Clock clock{};
    Terms terms{};
    PolicyId policy{};
    std::string policy_name{};
    std::int64_t policy_version = 1;
    Time promised_at{};  // When that version was decided.
    Choice choice{};
    CalendarId calendar{};
    std::vector<int> percents{};  // At which something is to be done.
};

// A share of a promise, in hundredths.
struct Share {
    int percent = 100;
    std::optional<Time> at{};  // When it is, or was, used up; nothing while time stands still.
    bool is_done = false;      // Something was done about it.
};

// The promises and calendars of one transaction, read when they are first asked for.
class Promises {
public:
    explicit Promises(Tx& tx);
    ~Promises();
    Promises(Promises&&) noexcept;

    // Whether anything was ever promised to anybody.
    bool are_any() const;
    // The day since which the policies of now hold for what is over, too.
    std::optional<Time> look_back_to() const;

    // By what had happened until that moment: each run of which something was promised.
    std::vector<Counted> count(const History& history, Time now);
    std::vector<Share> shares_of(const Counted& counted, const std::vector<int>& done);
    // When something is to be done about it next, besides what was done already.
    struct Next {
        int percent = 100;
        Time at{};
    };
    std::optional<Next> next_of(const Counted& counted, const std::vector<int>& done);
    // The moment by which so much time of that clock's calendar has passed.
    std::optional<Time> after_work(const Counted& counted, Time from, Microseconds time);
    // Whether time counts at this moment, and until when it goes on like this by itself.
    struct Pace {
        bool is_counting = false;
        std::optional<Time> until{};  // Nothing: for as long as nothing happens.
    };
    Pace pace_of(const Counted& counted, Time now);
    // What is to become of the wait for the customer that goes on, by the policies of now.
    struct WaitPlan {
        std::optional<Time> remind_at{};  // Nothing: never, or it was done.
        std::optional<Time> close_at{};
    };
    WaitPlan plan_of_wait(const History& history);
    // By the calendar of that wait, the same time so many working days after `now`, or with the
    // next hours; 0: `now` itself, if somebody works then.
    std::optional<Time> working_moment(const History& history, Time now, int days);
    // What is to be done when this much of it is used up.
    std::vector<Reaction> reactions_at(const Counted& counted, int percent);

private:
    class Inside;
    std::unique_ptr<Inside> inside_;
};

// What is kept of a clock.
struct KeptClock {
    Target target = Target::resolution;
    int run = 1;
    ClockState state = ClockState::running;
    PolicyId policy{};
    std::int64_t policy_version = 1;
    CalendarId calendar{};
    CustomerId customer{};
    Priority priority = Priority::normal;
    int tier = 1;  // At its end, or now.
    Time started_at{};
    std::optional<Time> ended_at{};
    std::optional<Time> due_at{};
    Microseconds budget{};
    Microseconds spent{};
    Time counted_at{};

    friend bool operator==(const KeptClock&, const KeptClock&) = default;
};
struct KeptStay {
    int run = 1;
    int tier = 1;
    Time from{};
    std::optional<Time> to{};
    std::optional<Microseconds> budget{};
    Microseconds spent{};

    friend bool operator==(const KeptStay&, const KeptStay&) = default;
};

// Of matters that became one: see clock_rules.hpp.
History joined(const History& history, const std::vector<Absorbed>& absorbed);
// Whole minutes that add up to those of the sum.
std::vector<Minutes> in_minutes(const std::vector<Microseconds>& parts);

struct Kept {
    std::vector<KeptClock> clocks{};
    std::vector<KeptStay> stays{};

    friend bool operator==(const Kept&, const Kept&) = default;
};
Kept kept_of(const std::vector<Counted>& counted, Time now);
Kept find_kept(Tx& tx, std::int64_t ticket);
// Of several tickets, from the first to the last; those of whom nothing is kept are absent.
std::map<std::int64_t, Kept> find_kept(Tx& tx, std::int64_t first, std::int64_t last);
// In one line, for whoever compares two of them.
std::string told(const Kept& kept);
// Writes what is different from what is kept.
void keep(Tx& tx, std::int64_t ticket, const Kept& before, const Kept& kept);

// The shares of this run that something was done about.
std::vector<int> reached(Tx& tx, std::int64_t ticket, const Clock& clock);
// False: somebody did something about it already.
bool mark_reached(Tx& tx, std::int64_t ticket, const Clock& clock, const Promises::Next& share);

// Told in the same transaction that promises have changed.
using PromisesChanged = std::function<void(Work&)>;
void on_promises_changed(std::string_view name, PromisesChanged changed);
// Which categories there are: those of a policy must be among them.
using KnowsCategory = std::function<bool(Tx&, CategoryId)>;
void on_category(KnowsCategory knows);

}  // namespace ogniwo::sla
