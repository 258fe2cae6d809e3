#pragma once

// Work too long for one transaction: a row that remembers how far it has come, and chunks of at
// most 100 rows, each in a transaction of its own together with the new progress. A node that dies
// loses its lease; another one goes on from the last chunk.

#include <functional>
#include <map>
#include <string>
#include <string_view>

#include "storage/transactor.hpp"
#include "storage/work.hpp"

namespace ogniwo {

using JobId = Id<struct JobTag>;

struct Job {
    JobId id{};
    std::string kind;
    std::string payload = "{}";   // What was asked for.
    std::string progress = "{}";  // What the handler wants to remember; empty object at first.
    std::int64_t done = 0;
    std::int64_t total = 0;  // 0 while nobody knows.
};

namespace jobs {

JobId start(Work& work, std::string_view kind, std::string payload);

struct State {
    std::string state;  // "waiting", "running", "done", "failed"
    std::int64_t done = 0;
    std::int64_t total = 0;
    std::string error{};
};
std::optional<State> find(Tx& tx, JobId id);
// Whether one of this kind has not begun yet: then none begins before this transaction is over, and
// it sees what was written in it.
bool hold_waiting(Tx& tx, std::string_view kind);
// Whether one of this kind is not over.
bool is_open(Tx& tx, std::string_view kind);

}  // namespace jobs

enum class Chunk { more, finished };
// Works on one chunk and writes the new progress, done and total into `job`.
using JobHandler = std::function<Result<Chunk>(Work&, Job& job)>;

class Jobs {
public:
    Jobs(Transactor& data, const Environment& environment);

    void handle(std::string_view kind, JobHandler handler);

    // One chunk of one job; false when there was nothing to do.
    bool step();

private:
    Outcome work_on(Tx& tx, JobId id, Time now);
    void note_failure(JobId id, const std::string& why);

    Transactor& data_;
    const Environment& environment_;
    std::map<std::string, JobHandler, std::less<>> handlers_;
    std::string token_;
};

}  // namespace ogniwo
