#pragma once

// Fills an empty installation with a demo. A loop like any other: begin(), step() until it says
// that nothing is left, finish(). The journal holds when it began and when it was whole; what lies
// in between must not be served, since nobody could tell what is missing.

#include <functional>
#include <memory>
#include <optional>
#include <vector>

#include "demo/types.hpp"
#include "storage/transactor.hpp"
#include "storage/work.hpp"

namespace ogniwo::demo {

class Filler {
public:
    // The first two outlive this.
    Filler(Transactor& data, const Environment& environment, const FillDemo& wish);
    ~Filler();
    Filler(const Filler&) = delete;
    Filler& operator=(const Filler&) = delete;

    // Our company, its people, its customers, the queues. Refuses with `unfinished` where an
    // earlier filling was interrupted, with `not_empty` where there is anybody already.
    Outcome begin();
    // The next chunk of tickets; false when all are in.
    Result<bool> step();
    Outcome finish();

    const Filled& filled() const { return filled_; }

private:
    class House;

    Outcome change(const std::function<Outcome(Work&)>& work);
    Date promised_since(const Work& work) const;

    Transactor& data_;
    const Environment& environment_;
    const FillDemo wish_;
    const Caller caller_{.address = "local", .program = "ogniwo demo", .trace = {}};
    std::unique_ptr<House> house_;
    Filled filled_;
};

DemoState state_of(Tx& tx);
// What a whole demo was filled with; nothing for any other installation.
std::optional<Filled> filled_before(Tx& tx);

// Who may sign in to any demo, the owner first; all with `password`.
std::vector<Account> accounts();

}  // namespace ogniwo::demo
