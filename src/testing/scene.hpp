#pragma once

// A scene is a story over the real API in a text file: who does what at which time, what they are
// answered, and what stands in the journal afterwards. tests/scenes/README.md says how to write
// one.
//
// It knows requests, answers and events and nothing of any slice; the few things that a story needs
// to begin with (persons, customers) it asks of the Desk.

#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "testing/databases.hpp"

namespace ogniwo {

// What did not go as told, with file and line.
struct SceneFailure : std::runtime_error {
    using std::runtime_error::runtime_error;
};

// One statement of a scene; lines that go on indented are joined.
struct SceneLine {
    int number = 0;
    std::string text;
};
std::vector<SceneLine> read_scene(std::string_view text);

// Plays the whole scene on an empty database, or throws a SceneFailure.
void play_scene(TestDatabase& database, std::string_view file, std::string_view text);

// The root of the repository: OGNIWO_ROOT, or the current directory.
std::string repository_root();

}  // namespace ogniwo
