#pragma once

// A condition with everything worked out that depends on who asks and when. For the back ends only.
//
// Both back ends read this and nothing else, and it knows seven kinds of question. That is how they
// stay equal: `!=` is "not one of", `created = today` is "between two instants", `priority >= high`
// is "one of these names", in SQL and in memory alike. Each question is answered by yes or no; an
// empty field answers no to all of them but `IsEmpty`.

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "conditions/context.hpp"
#include "conditions/schema.hpp"
#include "storage/value.hpp"

namespace ogniwo::conditions {

// Values of one kind in their natural order, texts byte by byte as SQLite's BINARY does.
bool is_less(const Value& a, const Value& b);

struct OneOf {
    std::size_t field;
    std::vector<Value> values;  // Sorted, each once; none: no row. Texts are folded.
};

struct Bound {
    enum class Edge { included, excluded };

    Value value;
    Edge edge = Edge::included;
};

struct Within {
    std::size_t field;
    std::optional<Bound> from{};  // At least one of the two.
    std::optional<Bound> to{};
};

struct HasPart {
    enum class Place { start, anywhere, end };

    std::size_t field;
    Place place;
    std::string folded;  // Never empty.
};

struct IsEmpty {
    std::size_t field;
};

struct AnyMember {
    std::size_t field;
    std::vector<Value> values;  // As above.
};

struct Resolved;

struct ResolvedGroup {
    Group::Kind kind = Group::Kind::all;
    std::vector<Resolved> parts;  // No parts: `all` is yes, `any` is no.
};

struct Resolved {
    std::variant<ResolvedGroup, OneOf, Within, HasPart, IsEmpty, AnyMember> node;
};

// The condition must have been read against this schema; anything else is a Bug.
Resolved resolve(const Condition& condition, const Schema& schema, const Context& context);

}  // namespace ogniwo::conditions
