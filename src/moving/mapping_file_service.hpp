#pragma once

// A mapping as a TOML file, for the command line.
//
//     name = "stary-system"          the source, for ever
//     zone = "Europe/Warsaw"         of times that name none
//     customer = "Kowalski"          of rows that name none
//     duplicates = "skip"            or "update": rows whose customer or person is here already
//     make_persons = true            requesters who are not here yet
//
//     [columns]                      our field = their column; without it columns are guessed
//     name = "Nazwa firmy"
//     nip = "NIP"
//
//     [words.status]                 their word = ours; likewise [words.priority] [words.type]
//     "Odłożone" = "waiting"

#include <string_view>

#include "moving/types.hpp"

namespace ogniwo::moving {

// Refuses with mapping_unreadable (shows "line" and "what").
Result<MovingMapping> read_mapping_file(std::string_view toml);

}  // namespace ogniwo::moving
