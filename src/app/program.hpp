#pragma once

// Programs of other people that do what they do better: pg_dump, pg_restore, rclone. No shell.

#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "base/result.hpp"

namespace ogniwo::app {

// Asked now and then by what takes long; true ends it with a refusal.
using IsStopped = std::function<bool()>;

struct Program {
    std::vector<std::string> words{};  // The name first, looked for on the PATH.
    std::string package{};             // Where Debian has it, for whoever misses it.
    std::vector<std::pair<std::string, std::string>> environment{};  // Beside our own.
    IsStopped is_stopped{};
};

// Runs it to its end; a program that is stopped gets SIGTERM. The end of what it says on standard
// error is the refusal's detail. What it says on standard output, at most a MiB, goes into `said`.
Outcome run_program(const Program& program, Reason reason, std::string* said = nullptr);

}  // namespace ogniwo::app
