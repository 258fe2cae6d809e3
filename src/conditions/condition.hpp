#pragma once

// A condition as data: what a view shows, when a rule fires, which tickets a bulk change touches.
//
// It has two written forms, text for people (text_form.hpp) and JSON for builders in the UI
// (json_form.hpp), and two back ends, SQL (sql.hpp) and memory (memory.hpp). Stored conditions are
// one of the written forms and are read again against the schema of the day.
//
// Every Condition that comes out of this folder is canonical: groups hold at least two parts, none
// of them a group of the same kind; a negation holds exactly one; only the outermost group may be
// empty, which is the condition that everything meets. So equal meaning as typed is equal data, and
// reading what was written gives the same condition back.

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/enum.hpp"
#include "base/limits.hpp"
#include "base/result.hpp"
#include "base/time.hpp"

namespace ogniwo::conditions {

enum class Operator {
    equal,
    not_equal,
    less,
    at_most,
    greater,
    at_least,
    in,
    not_in,
    between,
    contains,
    starts_with,
    ends_with,
    is_empty,
    is_not_empty,
    has_any,
    has_all,
};
// As they are written in both forms.
constexpr auto names(Operator) {
    return enum_names("=",
                      "!=",
                      "<",
                      "<=",
                      ">",
                      ">=",
                      "in",
                      "not in",
                      "between",
                      "contains",
                      "starts with",
                      "ends with",
                      "is empty",
                      "is not empty",
                      "has any",
                      "has all");
}

enum class Unit { minutes, hours, days, weeks, months, years };
constexpr auto names(Unit) {
    return enum_names("min", "h", "d", "w", "mo", "y");
}

struct Step {
    std::int64_t count = 0;  // Below zero: into the past.
    Unit unit = Unit::days;

    friend bool operator==(const Step&, const Step&) = default;
};

enum class Anchor {
    now,
    today,
    start_of_week,  // Monday.
    start_of_month,
    start_of_quarter,
    start_of_year,
    day,      // A date as written.
    instant,  // An instant as written.
};

// A point in time that is worked out when the condition is evaluated (moments.hpp).
struct Moment {
    Anchor anchor = Anchor::now;
    Date day{};
    Time instant{};
    std::vector<Step> steps{};

    friend bool operator==(const Moment&, const Moment&) = default;
};

// A name instead of a value: an enumerator, or ids that the context knows, such as `me`.
struct Word {
    std::string name;

    friend bool operator==(const Word&, const Word&) = default;
};

using Literal = std::variant<bool, std::int64_t, double, std::string, Minutes, Moment, Word>;

// One field against as many values as the operator wants.
struct Test {
    std::string field;
    Operator op = Operator::equal;
    std::vector<Literal> values{};

    friend bool operator==(const Test&, const Test&) = default;
};

// A text that one of the searchable fields must contain.
struct Search {
    std::string text;

    friend bool operator==(const Search&, const Search&) = default;
};

struct Condition;

struct Group {
    enum class Kind { all, any, negation };

    Kind kind = Kind::all;
    std::vector<Condition> parts;
};

struct Condition {
    std::variant<Group, Test, Search> node;
};

bool operator==(const Group& a, const Group& b);
bool operator==(const Condition& a, const Condition& b);

// Joins conditions and keeps the result canonical. No parts at all is met by everything.
Condition all_of(std::vector<Condition> parts);
// At least one part.
Condition any_of(std::vector<Condition> parts);
// Not of the condition that everything meets.
Condition negation(Condition part);

bool is_met_by_everything(const Condition& condition);

// How deep groups and negations are nested, the test inside counted; 1 for a single test.
int depth_of(const Condition& condition);

// The fields that are named, sorted, each once: what a rule has to watch. A search names none.
std::vector<std::string> fields_of(const Condition& condition);

// True when the answer may change although the row does not: somebody must look again later.
bool depends_on_time(const Condition& condition);

// What a stranger may send. Larger is refused, never cut.
inline constexpr int most_nesting = limits::condition_depth;
inline constexpr int most_nodes = 200;            // Tests, searches, negations and groups.
inline constexpr std::size_t most_items = 100;    // Per list.
inline constexpr std::size_t most_bytes = 65536;  // Of the text form, as sent and as printed.
// JSON spends more bytes on the same condition, so that all that can be printed can be sent.
inline constexpr std::size_t most_json_bytes = 4 * most_bytes;
inline constexpr std::size_t most_text = 1000;  // Bytes of one text.
inline constexpr std::size_t most_steps = 8;
inline constexpr std::int64_t most_count = 100'000;         // In front of a unit.
inline constexpr std::int64_t most_duration = 100'000'000;  // Minutes; 190 years.
inline constexpr double most_decimal = 1e9;                 // And six decimals.
inline constexpr std::int64_t most_id = (1LL << 53) - 1;    // See base/id.hpp.

// Not readable. All of these show line, column and what was found.
inline constexpr Reason unexpected{Refusal::unparsable, "conditions.unexpected"};
inline constexpr Reason unexpected_character{Refusal::unparsable,
                                             "conditions.unexpected_character"};
inline constexpr Reason unterminated_text{Refusal::unparsable, "conditions.unterminated_text"};
inline constexpr Reason not_utf8{Refusal::unparsable, "conditions.not_utf8"};
inline constexpr Reason malformed_json{Refusal::unparsable, "conditions.malformed_json"};

// Readable, but no such thing. These show a suggestion where one is close.
inline constexpr Reason unknown_field{Refusal::invalid, "conditions.unknown_field"};
inline constexpr Reason unknown_operator{Refusal::invalid, "conditions.unknown_operator"};
inline constexpr Reason unknown_value{Refusal::invalid, "conditions.unknown_value"};
inline constexpr Reason unknown_unit{Refusal::invalid, "conditions.unknown_unit"};
inline constexpr Reason unknown_key{Refusal::invalid, "conditions.unknown_key"};

// All of it known, but it does not fit together.
inline constexpr Reason operator_mismatch{Refusal::invalid, "conditions.operator_mismatch"};
inline constexpr Reason type_mismatch{Refusal::invalid, "conditions.type_mismatch"};
inline constexpr Reason wrong_count{Refusal::invalid, "conditions.wrong_count"};
inline constexpr Reason malformed_date{Refusal::invalid, "conditions.malformed_date"};
inline constexpr Reason out_of_range{Refusal::invalid, "conditions.out_of_range"};
inline constexpr Reason empty_text{Refusal::invalid, "conditions.empty_text"};
inline constexpr Reason empty_list{Refusal::invalid, "conditions.empty_list"};
inline constexpr Reason empty_group{Refusal::invalid, "conditions.empty_group"};
inline constexpr Reason missing_key{Refusal::invalid, "conditions.missing_key"};
inline constexpr Reason not_searchable{Refusal::invalid, "conditions.not_searchable"};

// Too much of it.
inline constexpr Reason too_deep{Refusal::too_large, "conditions.too_deep"};
inline constexpr Reason too_many_nodes{Refusal::too_large, "conditions.too_many_nodes"};
inline constexpr Reason too_many_items{Refusal::too_large, "conditions.too_many_items"};
inline constexpr Reason too_long{Refusal::too_large, "conditions.too_long"};
inline constexpr Reason too_large{Refusal::too_large, "conditions.too_large"};

}  // namespace ogniwo::conditions
