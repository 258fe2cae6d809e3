#pragma once

// Whose failure was it? What a work throws counts against the event or the job it works on, and in
// the end puts that aside. What its COMMIT throws is the machinery's: a bad minute of the disk must
// not make anybody give up something that is in order.

#include <exception>
#include <optional>
#include <string>
#include <utility>

#include "storage/transactor.hpp"

namespace ogniwo {

class OwnFailure {
public:
    // The same work, but what it throws is noted on the way.
    WriteFunction watch(WriteFunction work) {
        return [this, work = std::move(work)](Tx& tx, Time now) -> Outcome {
            what_.reset();
            // Thrown on: only the loop that owns the transaction may end it.
            try {
                return work(tx, now);
            } catch (const std::exception& error) {
                what_ = error.what();
                throw;
            }
        };
    }

    // Of the last run.
    const std::optional<std::string>& what() const { return what_; }

private:
    std::optional<std::string> what_;
};

}  // namespace ogniwo
