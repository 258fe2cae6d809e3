#pragma once

// JSON over the run-time table of base/describe.hpp. Boost.JSON reads the text and stays inside
// json.cpp; what this writes is canonical: fields in the order of the description, no spaces.
//
// Reading collects all field errors, each with a JSON pointer; unknown and doubled fields are
// errors; nesting deeper than limits::json_nesting, invalid UTF-8 and NUL are unparsable.
// Instants are RFC 3339 UTC, dates ISO, durations minutes, ids integers in [1, 2^53).

#include <string>
#include <string_view>
#include <vector>

#include "base/describe.hpp"
#include "base/result.hpp"

namespace ogniwo {

void write_json(std::string& out, const Type& type, const void* object);
void write_json_text(std::string& out, std::string_view text);  // With its quotes.

// Fields that a path already filled; naming them in the text as well is an error.
using Filled = std::vector<std::string_view>;

// Fills `object`. Refuses with `unparsable` or with `invalid` and every field error.
Outcome read_json(std::string_view text, const Type& type, void* object, const Filled& filled = {});

// One field from plain text, as in a path or a query string: ids, numbers, booleans, names, times.
// Lists are given once per element. `object` is the record that holds the field.
Outcome read_text_field(std::string_view text, const Field& field, void* object);

// The canonical form of any JSON text: sorted keys, no spaces. Nothing when it is no JSON.
Result<std::string> canonical_json(std::string_view text);

template <class T>
std::string to_json(const T& object) {
    std::string out;
    write_json(out, type_of<T>(), &object);
    return out;
}

template <class T>
Result<T> from_json(std::string_view text) {
    T object{};
    TRY_DO(read_json(text, type_of<T>(), &object));
    return object;
}

}  // namespace ogniwo
