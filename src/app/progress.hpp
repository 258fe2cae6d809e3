#pragma once

// How far a long piece of work has come: a bar on a terminal, else a plain line now and then.
// Silent for the first second, so that short work prints nothing.

#include <cstdint>
#include <string>

#include "base/clock.hpp"

namespace ogniwo::app {

class Progress {
public:
    // On standard error; `what` is a noun phrase: "Importing events". Empty: nothing is shown.
    explicit Progress(std::string what);
    ~Progress();

    // `total` 0 while nobody knows.
    void show(std::int64_t done, std::int64_t total);

private:
    void draw(std::int64_t done, std::int64_t total);

    const std::string what_;
    const bool terminal_;
    const Steady::time_point start_;
    Steady::time_point next_;
    bool drawn_ = false;
};

}  // namespace ogniwo::app
