#pragma once

// Does an answer hold what a scene expects? And the $names by which a scene carries values such as
// ids from one answer into the next request.
//
// Expected JSON is a subset: members that are not mentioned may be anything. Lists have exactly the
// elements that are mentioned, unless the last one is "...". "<any>" (or "*") stands for any value
// that is there, "<absent>" for a member that is not. A text with a $name that has no value yet
// takes the value from the answer: the whole one, or what stands in its place in a longer text.

#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace ogniwo {

// Values by name, as JSON texts.
class Captured {
public:
    void set(std::string_view name, std::string json) { values_[std::string(name)] = json; }
    void set_number(std::string_view name, std::int64_t value) { set(name, std::to_string(value)); }
    void set_text(std::string_view name, std::string_view text);

    const std::string* find(std::string_view name) const;
    // The value as it reads inside another text: without quotes, if it is one.
    std::optional<std::string> find_plain(std::string_view name) const;

private:
    std::map<std::string, std::string, std::less<>> values_;
};

// The length of the $name that `text` begins with, dollar included; 0 when it begins with none.
std::size_t length_of_name(std::string_view text);

// JSON with the known $names replaced: a text that is nothing but a $name by the value itself,
// whatever its kind. Unknown ones stay.
std::string with_values(std::string_view json, const Captured& captured);
// The same in plain text such as a path, where each value goes through `encode`.
std::string with_plain_values(std::string_view text,
                              const Captured& captured,
                              std::string (*encode)(std::string_view));
// The first $name that still stands there, or nothing.
std::optional<std::string> name_left_in(std::string_view text);

// Nothing when `actual` holds what is expected; else where it does not, and why. Both are JSON; an
// empty `actual` holds nothing.
std::optional<std::string> mismatch(std::string_view expected,
                                    std::string_view actual,
                                    Captured& captured);

}  // namespace ogniwo
