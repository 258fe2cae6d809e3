#pragma once

// What the nodes of a simulation share: the database and its clock, luck, the chronicle of what was
// done, and what the world outside remembers.

#include <deque>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "base/clock.hpp"
#include "base/random.hpp"
#include "storage/database.hpp"
#include "storage/journal.hpp"
#include "storage/secrets.hpp"
#include "storage/work.hpp"
#include "testing/simulation.hpp"

namespace ogniwo::simulation {

// A process ends. Not a std::exception: nothing in the product may catch it and go on.
struct Crash {};

// Every failure that we cause says so, to tell it from those we do not.
inline constexpr std::string_view injected = "injected";

class Luck {
public:
    explicit Luck(std::uint64_t seed) : random_(seed) {}

    bool strikes(int per_mille) { return below(1'000) < per_mille; }
    int below(int limit) { return static_cast<int>(random_.below(std::uint64_t(limit))); }
    int between(int least, int most) { return least + below(most - least + 1); }
    Microseconds span(std::chrono::seconds least, std::chrono::seconds most);
    template <class T>
    const T& pick(const std::vector<T>& from) {
        return from[std::size_t(below(int(from.size())))];
    }
    SeededRandom& random() { return random_; }

private:
    SeededRandom random_;
};

class Chronicle {
public:
    explicit Chronicle(Printing printing) : printing_(printing) {}

    void note(const std::string& line);
    std::vector<std::string> last() const { return {last_.begin(), last_.end()}; }
    std::uint64_t digest() const { return digest_; }

private:
    Printing printing_;
    std::deque<std::string> last_;
    std::uint64_t digest_ = 14'695'981'039'346'656'037U;
};

// Who takes part: the same in every run.
struct Cast {
    std::vector<CustomerId> customers{};
    std::vector<PersonId> staff{};
};

// A letter as it reached the other side.
struct Delivered {
    std::string payload;
    int times = 0;
};

class House {
public:
    explicit House(const Plan& plan);
    ~House();
    House(const House&) = delete;
    House& operator=(const House&) = delete;

    const Plan plan;
    Luck luck;
    Chronicle chronicle;
    FakeClock clock;  // The true time, which is the database's.
    Figures figures;
    std::vector<Fault> faults;
    std::map<std::string, Delivered> delivered;  // By stable id.
    bool calm = false;                           // Nothing fails any more.

    const Cast& cast() const;
    Database& database() { return *database_; }
    DirectTransactor& observer() { return *observer_; }
    const Environment& environment() const { return environment_; }

    void fault(Defect defect, std::string detail);
    // What the product threw in an outermost loop: fine, if we caused it.
    void caught(const std::string& where, const std::string& what);
    // True now and then, but for the same thing at most twice in a row.
    bool may_fail(const std::string& what);
    // The process that asks dies here, sometimes.
    void may_die(int per_mille);

    // Reads the journal on, right after a commit of this node.
    void watch(int node);
    // How far a node's clock is from the true time, whenever that changes.
    void note_clock_error(Microseconds error);
    Microseconds worst_ahead() const { return worst_ahead_; }

    // All processes are gone. What was on the disk at this moment is all there is.
    void power_cut();

private:
    void open(const std::string& file);
    void watch_event(int node, const Event& event);

    std::string folder_;
    int images_ = 0;
    Vault vault_;
    Environment environment_;
    std::unique_ptr<Database> database_;
    WorkClock observer_clock_;
    std::unique_ptr<DirectTransactor> observer_;
    std::map<std::string, int> failed_in_a_row_;
    Cursor seen_;
    std::map<int, Time> last_recorded_;
    Microseconds worst_ahead_{0};
    Microseconds worst_behind_{0};
};

}  // namespace ogniwo::simulation
