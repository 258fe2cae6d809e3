#pragma once

// JSON over the run-time table of base/describe.hpp, read through base/json_tree.hpp; what this
// writes is canonical: fields in the order of the description, no spaces, empty optionals left out.
//
// Reading collects all field errors (the first 100), each with a JSON pointer. Their reasons:
//   required  unknown_field  doubled_field  already_given  wrong_type {expected}
//   too_short {least}  too_long {most}  out_of_range {least, most}  not_one_of {allowed}
//   control_characters
// Nesting deeper than limits::json_depth, invalid UTF-8 and NUL are unparsable.
// Instants are RFC 3339 UTC, dates ISO, durations minutes, ids integers in [1, 2^53).

#include <string>
#include <string_view>
#include <vector>

#include "base/describe.hpp"
#include "base/result.hpp"

namespace ogniwo {

// Names of fields that are dealt with elsewhere. In reading, a path filled them already, and naming
// them in the text as well is an error; in writing they are left out.
using Filled = std::vector<std::string_view>;

void write_json(std::string& out, const Type& type, const void* object, const Filled& without = {});
void write_json_text(std::string& out, std::string_view text);  // With its quotes.

// One more step of a JSON pointer (RFC 6901).
void add_pointer_step(std::string& pointer, std::string_view step);

// In a merge patch (RFC 7396) null clears, so a field that cannot be cleared refuses it; else null
// is another way to leave an optional field out.
enum class Nulls { leave_out, clear };

// Fills `object`. Refuses with `unparsable` or with `invalid` and every field error.
Outcome read_json(std::string_view text,
                  const Type& type,
                  void* object,
                  const Filled& filled = {},
                  Nulls nulls = Nulls::leave_out);

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
