#pragma once

// What columns can mean, what a header probably means, and whether a mapping fits a file. Pure.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "moving/types.hpp"

namespace ogniwo::moving {

// In the order in which people should be asked about them.
std::vector<MovingField> fields_of(MovingKind kind);

// A column for each field whose name says so, in Polish or English; each column at most once.
std::vector<ColumnMeaning> propose_columns(MovingKind kind, const std::vector<std::string>& header);

// Columns that the mapping does not take, in the order of the file.
std::vector<std::string> left_out(const std::vector<std::string>& header,
                                  const MovingMapping& mapping);

// Refuses with every field error at once. Pointers begin with "/mapping".
Outcome check_mapping(MovingKind kind,
                      const std::vector<std::string>& header,
                      const MovingMapping& mapping);

// Our word for theirs: by the mapping, or one that is known anyway ("Zamknięte", "wysoki", "P1").
// `field` is status, priority, type or kind. Nothing where nobody said what it means.
std::optional<std::string> word_for(const MovingMapping& mapping,
                                    std::string_view field,
                                    std::string_view theirs);

// "tak", "yes", "1" ...; nothing for anything else.
std::optional<bool> read_yes_no(std::string_view text);

}  // namespace ogniwo::moving
