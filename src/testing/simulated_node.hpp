#pragma once

// One node as app builds it: queue, writer and loops over connections of its own. Its slices are
// simple ones whose every effect leaves a row; its failures are injected at the seams that the
// product has for that. Dropping the object is the death of the process.

#include <functional>
#include <optional>

#include "storage/followers.hpp"
#include "storage/jobs.hpp"
#include "storage/outbox.hpp"
#include "storage/timers.hpp"
#include "testing/simulated_house.hpp"

namespace ogniwo::simulation {

// The words of the simulated slices. The events' subjects are the numbers of the wishes.

struct BellSet {
    static constexpr std::string_view name = "simulation.bell_set";
    static constexpr int schema = 1;
    Time due{};
};
struct BellRang {
    static constexpr std::string_view name = "simulation.bell_rang";
    static constexpr int schema = 1;
    Time due{};
};
struct Echoed {  // What the counting follower says to a bell.
    static constexpr std::string_view name = "simulation.echoed";
    static constexpr int schema = 1;
};
struct StampsWanted {  // Also what the job is told.
    static constexpr std::string_view name = "simulation.stamps_wanted";
    static constexpr int schema = 1;
    int rows = 0;
};
struct Poisoned {  // An event on which the counting follower always fails.
    static constexpr std::string_view name = "simulation.poisoned";
    static constexpr int schema = 1;
};
struct Brought {  // An event that was imported.
    static constexpr std::string_view name = "simulation.brought";
    static constexpr int schema = 1;
};
void describe(Fields& fields, BellSet& event);
void describe(Fields& fields, BellRang& event);
void describe(Fields& fields, Echoed& event);
void describe(Fields& fields, StampsWanted& event);
void describe(Fields& fields, Poisoned& event);
void describe(Fields& fields, Brought& event);

inline constexpr std::string_view bell_timer = "simulation.bell";
inline constexpr std::string_view stamps_job = "simulation.stamps";
inline constexpr std::string_view counting = "counting";
inline constexpr std::string_view writing = "writing";

void set_bell(Work& work, std::int64_t bell, Time due);

enum class Loop { writer, counting, writing, timers, jobs, outbox, house };
constexpr auto names(Loop) {
    return enum_names("writer", "counting", "writing", "timers", "jobs", "outbox", "house");
}

struct NodeSeams {
    int number = 0;
    FakeClock& clock;                     // Off by its own error; outlives the node.
    std::function<void(int node)> pause;  // Between two transactions of one step.
};

// For this many commits, so many of a thousand fail.
struct Storm {
    StorageError::Kind kind = StorageError::Kind::busy;
    int commits = 0;
    int per_mille = 0;
};

class Node final : private Faults {
public:
    // Opens the database as a process does at its start.
    Node(House& house, NodeSeams seams);
    ~Node() override = default;
    Node(const Node&) = delete;
    Node& operator=(const Node&) = delete;

    // False when the queue is full.
    bool submit(WriteJob job) { return queue_.submit(std::move(job)); }
    // True when something was done.
    bool step(Loop loop);

    void begin_storm(const Storm& storm) { storm_ = storm; }

    Microseconds clock_error() const;

private:
    // Runs a transaction at once, or through the queue together with what users want.
    class Data : public Transactor {
    public:
        explicit Data(Node& node) : node_(node) {}
        Outcome write(const WriteFunction& work) override;
        void read(const ReadFunction& look) override;

    private:
        Node& node_;
    };
    enum class Path { direct, queued };

    void before_commit() override;
    void after_commit() override;
    std::chrono::milliseconds batch_time() const override { return batch_time_; }

    Outcome count(Work& work, const Event& event);
    Outcome write_letter(Work& work, const Event& event);
    Outcome ring(Work& work, const Timer& timer);
    Result<Chunk> stamp(Work& work, Job& job);
    std::optional<std::string> send(const Letter& letter);
    bool count_with_torn_cursor();
    bool keep_house();

    House& house_;
    NodeSeams seams_;
    Path path_;
    std::chrono::milliseconds batch_time_;
    WorkClock work_clock_;
    WriteQueue queue_;
    Writer writer_;
    DirectTransactor direct_;
    Data data_;
    Follower counting_;
    Follower writing_;
    Timers timers_;
    Jobs jobs_;
    Outbox outbox_;
    Storm storm_;
};

}  // namespace ogniwo::simulation
