#pragma once

// The log: one JSON object per line on standard error, each with a time, a level and what happened.
// Texts of customers, secrets and paths with secrets never go in.

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/clock.hpp"
#include "base/enum.hpp"

namespace ogniwo::app {

enum class Level { debug, info, warning, error };
constexpr auto names(Level) {
    return enum_names("debug", "info", "warning", "error");
}

using LogFields = std::vector<std::pair<std::string_view, std::string>>;

class Log {
public:
    Log(const Clock& clock, Level least) : clock_(clock), least_(least) {}

    // Safe to call from any thread; a line is written at once and whole.
    void write(Level level, std::string_view what, const LogFields& fields = {}) const;

    bool writes(Level level) const { return level >= least_; }

private:
    const Clock& clock_;
    Level least_;
};

}  // namespace ogniwo::app
