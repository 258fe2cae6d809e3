#pragma once

// What the job of moving in remembers between its chunks.

#include "moving/types.hpp"

namespace ogniwo::moving {

struct MovingJob {
    MovingId moving{};
    bool dry_run = true;
};
void describe(Fields& fields, MovingJob& job);

// What an earlier pass left behind goes; then every row is looked at, so that each knows which
// others name the same; then they are brought in.
enum class MovingPhase { clearing, looking, bringing };
constexpr auto names(MovingPhase) {
    return enum_names("clearing", "looking", "bringing");
}

struct MovingProgress {
    MovingPhase phase = MovingPhase::clearing;
    int place = 0;  // Of the last row that is done.
};
void describe(Fields& fields, MovingProgress& progress);

}  // namespace ogniwo::moving
