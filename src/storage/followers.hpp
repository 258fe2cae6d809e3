#pragma once

// A follower reads the journal and acts: automation, outgoing mail, the search index.
//
// Its place in the journal is a row. Effects and the new place are one transaction, so inside the
// database every event acts exactly once, on whichever node holds the lease at that moment. An
// event that fails five times is parked and shown; the rest go on.

#include <functional>
#include <string>
#include <string_view>

#include "storage/journal.hpp"
#include "storage/transactor.hpp"

namespace ogniwo {

class Random;

enum class Start { beginning, now };

struct FollowerOptions {
    std::string name;
    Start start = Start::now;
    bool wants_imported = false;  // Also events whose origin is import or demo.
    std::chrono::seconds lease{10};
    int batch = 50;
};

// Work::cause and depth are set from the event; a Refusal counts as a failure.
using FollowerHandler = std::function<Outcome(Work&, const Event&)>;

class Follower {
public:
    Follower(Transactor& data,
             const Environment& environment,
             FollowerOptions options,
             FollowerHandler handler);

    // Acts on the next events. True when there may be more.
    bool step();

    const std::string& name() const { return options_.name; }

private:
    bool create();
    bool take_lease();
    bool act(int limit);
    Outcome act_on(Tx& tx, const Event& event, Time now);
    void note_failure(const std::string& why);

    Transactor& data_;
    const Environment& environment_;
    FollowerOptions options_;
    FollowerHandler handler_;
    std::string token_;  // Ours alone: whoever holds the lease has written it into the row.
};

// How far each follower is behind, for /metrics and the home page.
struct FollowerState {
    std::string name;
    Cursor at{};
    std::int64_t behind = 0;
    std::int64_t parked = 0;
};
std::vector<FollowerState> follower_states(Tx& tx);

}  // namespace ogniwo
