#pragma once

// Who runs transactions. Loops with effects (followers, timers, jobs, the outbox) and the outermost
// loops of a process know the database only as this.

#include <functional>

#include "base/result.hpp"
#include "base/time.hpp"
#include "storage/tx.hpp"

namespace ogniwo {

// May be run several times before it is committed, so it must have no other effect.
// A refusal rolls back everything it wrote.
using WriteFunction = std::function<Outcome(Tx&, Time now)>;
using ReadFunction = std::function<void(Tx&, Time now)>;

class Transactor {
public:
    virtual ~Transactor() = default;

    // Returns after the COMMIT, or with the refusal. Throws StorageError when the database fails:
    // kind unknown_commit when nobody can tell whether the work was committed.
    virtual Outcome write(const WriteFunction& work) = 0;
    // All statements see one moment.
    virtual void read(const ReadFunction& look) = 0;
};

}  // namespace ogniwo
