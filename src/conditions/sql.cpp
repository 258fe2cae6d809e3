#include "conditions/sql.hpp"

#include <algorithm>
#include <map>

#include "base/check.hpp"
#include "conditions/resolved.hpp"

namespace ogniwo::conditions {
namespace {

// In front of a character that LIKE would read as a wildcard. No backslash: PostgreSQL and its
// clients have their own ideas about those.
constexpr char escape = '!';

std::string like_pattern(const HasPart& part) {
    std::string pattern = part.place == HasPart::Place::start ? "" : "%";
    for (const char c : part.folded) {
        if (c == '%' || c == '_' || c == escape) pattern += escape;
        pattern += c;
    }
    return part.place == HasPart::Place::end ? pattern : pattern + '%';
}

bool is_plain(std::string_view expression) {
    return std::ranges::all_of(expression, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
               c == '_' || c == '.';
    });
}

class Writer {
public:
    Writer(const Schema& schema, int first_parameter) : schema_(schema), first_(first_parameter) {}

    std::string operator()(const Resolved& resolved) {
        return std::visit([this](const auto& node) { return text(node); }, resolved.node);
    }
    std::vector<Value> values() && { return std::move(values_); }

private:
    std::string text(const ResolvedGroup& group) {
        if (group.kind == Group::Kind::negation) return "NOT " + (*this)(group.parts.front());
        if (group.parts.empty()) return group.kind == Group::Kind::all ? "TRUE" : "FALSE";
        if (group.parts.size() == 1) return (*this)(group.parts.front());
        std::string list;
        for (const Resolved& part : group.parts) {
            if (!list.empty()) list += group.kind == Group::Kind::all ? " AND " : " OR ";
            list += (*this)(part);
        }
        return "(" + list + ")";
    }

    std::string text(const OneOf& question) {
        if (question.values.empty()) return "FALSE";
        if (schema_.at(question.field).type == FieldType::boolean) return flag(question);
        return guarded(question.field, column(question.field) + one_of(question.values));
    }

    std::string flag(const OneOf& question) {
        const bool both = question.values.size() == 2;
        const bool wanted = std::get<bool>(question.values.front());
        const std::string name = column(question.field);
        if (both) return "(" + name + " IS NOT NULL)";
        return guarded(question.field, wanted ? name : "NOT " + name);
    }

    std::string text(const Within& question) {
        const std::string name = column(question.field);
        std::string test;
        if (const auto& from = question.from) {
            test = name + (from->edge == Bound::Edge::included ? " >= " : " > ") +
                   parameter(from->value);
        }
        if (const auto& to = question.to) {
            if (!test.empty()) test += " AND ";
            test +=
                name + (to->edge == Bound::Edge::included ? " <= " : " < ") + parameter(to->value);
        }
        return guarded(question.field, test);
    }

    std::string text(const HasPart& question) {
        const std::string pattern = parameter(like_pattern(question));
        return guarded(question.field,
                       column(question.field) + " LIKE " + pattern + " ESCAPE '" + escape + "'");
    }

    std::string text(const IsEmpty& question) {
        const Field& field = schema_.at(question.field);
        const std::string name = column(question.field);
        if (field.is_set()) return "NOT " + exists(field, "TRUE");
        if (field.type != FieldType::text) return "(" + name + " IS NULL)";
        return "(" + name + " IS NULL OR " + name + " = '')";
    }

    std::string text(const AnyMember& question) {
        if (question.values.empty()) return "FALSE";
        const Field& field = schema_.at(question.field);
        return exists(field, "(" + column(question.field) + one_of(question.values) + ")");
    }

    // FALSE where the column is NULL, also behind NOT.
    std::string guarded(std::size_t field, const std::string& test) {
        if (schema_.at(field).presence == Presence::always) return "(" + test + ")";
        return "(" + column(field) + " IS NOT NULL AND " + test + ")";
    }

    static std::string exists(const Field& field, const std::string& test) {
        constexpr std::string_view mark = "{member}";
        std::string select = field.members;
        select.replace(select.find(mark), mark.size(), test);
        return "EXISTS (" + select + ")";
    }

    std::string column(std::size_t field) const {
        const std::string& expression = schema_.at(field).column;
        return is_plain(expression) ? expression : "(" + expression + ")";
    }

    std::string one_of(const std::vector<Value>& values) {
        if (values.size() == 1) return " = " + parameter(values.front());
        std::string list;
        for (const Value& value : values) {
            if (!list.empty()) list += ", ";
            list += parameter(value);
        }
        return " IN (" + list + ")";
    }

    // The same value is one parameter: a long condition stays below what the databases take.
    std::string parameter(const Value& value) {
        const auto [known, fresh] = numbers_.try_emplace(value, static_cast<int>(values_.size()));
        if (fresh) values_.push_back(value);
        return "$" + std::to_string(first_ + known->second);
    }

    const Schema& schema_;
    const int first_;
    std::vector<Value> values_;
    std::map<Value, int, decltype(&is_less)> numbers_{&is_less};
};

}  // namespace

SqlFilter to_sql(const Condition& condition,
                 const Schema& schema,
                 const Context& context,
                 int first_parameter) {
    INVARIANT(first_parameter >= 1);
    Writer writer(schema, first_parameter);
    std::string text = writer(resolve(condition, schema, context));
    return {.text = std::move(text), .values = std::move(writer).values()};
}

}  // namespace ogniwo::conditions
