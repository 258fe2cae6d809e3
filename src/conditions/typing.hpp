#pragma once

// What fits together, for both written forms alike. Private to this folder.
//
// A form reads what is there: a number, a text, a word. Whether the field can be compared with it,
// and what it then is (a word is an enumerator here and a text there), is decided here, so that
// text and JSON accept the same conditions and refuse the others for the same reasons.

#include <vector>

#include "conditions/condition.hpp"
#include "conditions/schema.hpp"

namespace ogniwo::conditions {

// There is no such thing; shows what was found and the nearest of those there are.
Error unknown(Reason reason, std::string_view found, const std::vector<std::string>& known);

std::vector<std::string> operator_names();

Outcome check_operator(const Field& field, Operator op);

Result<Literal> fitted(const Field& field, Literal literal);

// Once the values fit one by one: the right operator and the right number of them. Other ways to
// say the same become one: `in` on a set is `has any`, `has all` of one is `has any` of one.
// `!=` and `not in` on a set become a negation.
Result<Condition> test_on(const Field& field, Operator op, std::vector<Literal> values);

// Also for a search.
Outcome check_text(const std::string& text);

// Counts what is built, so that nothing grows beyond the limits of condition.hpp.
class Budget {
public:
    Outcome spend(int nodes);
    static Outcome check_depth(const Condition& condition);
    static Outcome check_items(std::size_t items);
    static Outcome check_printed(const Condition& condition);

private:
    int nodes_ = 0;
};

}  // namespace ogniwo::conditions
