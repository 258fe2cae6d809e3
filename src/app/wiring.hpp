#pragma once

// The only place that knows every slice: it fills the table of operations and tells the loops who
// handles what. It holds no rules.

#include <memory>
#include <vector>

#include "operations/operations.hpp"
#include "storage/followers.hpp"
#include "storage/jobs.hpp"
#include "storage/timers.hpp"

namespace ogniwo::app {

// Every operation of the product. Called once, before anything else of a slice.
void mount_everything(Operations& operations);

void handle_timers(Timers& timers);
void handle_jobs(Jobs& jobs);

// What every start makes sure of: timers that must exist, jobs that a new version needs.
Outcome prepare_data(Work& work);

// Small chores of a running server, each some milliseconds; called about every half minute.
void keep_house(Transactor& data, const Environment& environment);

}  // namespace ogniwo::app
