#include "conditions/memory.hpp"

#include <algorithm>

#include "base/check.hpp"
#include "base/text.hpp"

namespace ogniwo::conditions {
namespace {

bool holds(const std::vector<Value>& sorted, const Value& value) {
    return std::ranges::binary_search(sorted, value, is_less);
}

class Asker {
public:
    Asker(const Schema& schema, const RowReader& row) : schema_(schema), row_(row) {}

    bool operator()(const Resolved& resolved) const {
        return std::visit([this](const auto& question) { return answer(question); }, resolved.node);
    }

private:
    bool answer(const ResolvedGroup& group) const {
        switch (group.kind) {
            case Group::Kind::all:
                return std::ranges::all_of(group.parts, *this);
            case Group::Kind::any:
                return std::ranges::any_of(group.parts, *this);
            case Group::Kind::negation:
                break;
        }
        return !(*this)(group.parts.front());
    }

    bool answer(const OneOf& question) const {
        const Value value = single(question.field);
        return !is_nothing(value) && holds(question.values, value);
    }

    bool answer(const Within& question) const {
        const Value value = single(question.field);
        if (is_nothing(value)) return false;
        if (const auto& from = question.from) {
            const bool closed = from->edge == Bound::Edge::included;
            if (closed ? is_less(value, from->value) : !is_less(from->value, value)) return false;
        }
        if (const auto& to = question.to) {
            const bool closed = to->edge == Bound::Edge::included;
            if (closed ? is_less(to->value, value) : !is_less(value, to->value)) return false;
        }
        return true;
    }

    bool answer(const HasPart& question) const {
        const Value value = single(question.field);
        if (is_nothing(value)) return false;
        const auto& text = std::get<std::string>(value);
        switch (question.place) {
            case HasPart::Place::start:
                return text.starts_with(question.folded);
            case HasPart::Place::end:
                return text.ends_with(question.folded);
            case HasPart::Place::anywhere:
                break;
        }
        return text.find(question.folded) != std::string::npos;
    }

    bool answer(const IsEmpty& question) const {
        if (!schema_.at(question.field).is_set()) return is_nothing(single(question.field));
        return members(question.field).empty();
    }

    bool answer(const AnyMember& question) const {
        return std::ranges::any_of(members(question.field), [&](const Value& member) {
            return holds(question.values, member);
        });
    }

    static bool is_nothing(const Value& value) { return std::holds_alternative<Null>(value); }

    // The value as the database holds it; the empty text is nothing.
    Value single(std::size_t index) const {
        const Field& field = schema_.at(index);
        FieldValue value = row_(index);
        if (std::holds_alternative<Null>(value)) {
            INVARIANT(field.presence == Presence::optional);
            return Null{};
        }
        switch (field.type) {
            case FieldType::boolean:
                return held<bool>(value);
            case FieldType::decimal:
                return held<double>(value);
            case FieldType::text: {
                std::string folded = fold(held<std::string>(value));
                return folded.empty() ? Value{Null{}} : Value{std::move(folded)};
            }
            case FieldType::date:
            case FieldType::enumeration:
                return held<std::string>(value);
            default:
                return held<std::int64_t>(value);
        }
    }

    std::vector<Value> members(std::size_t index) const {
        const FieldValue value = row_(index);
        std::vector<Value> all;
        if (schema_.at(index).type == FieldType::ids) {
            for (const std::int64_t id : held<std::vector<std::int64_t>>(value)) all.push_back(id);
        } else {
            for (const auto& text : held<std::vector<std::string>>(value))
                all.push_back(fold(text));
        }
        return all;
    }

    template <class T>
    static const T& held(const FieldValue& value) {
        const T* found = std::get_if<T>(&value);
        INVARIANT(found != nullptr);
        return *found;
    }

    const Schema& schema_;
    const RowReader& row_;
};

}  // namespace

Matcher::Matcher(const Condition& condition, const Schema& schema, const Context& context)
    : schema_(schema), resolved_(resolve(condition, schema, context)) {}

bool Matcher::operator()(const RowReader& row) const {
    return Asker(schema_, row)(resolved_);
}

bool matches(const Condition& condition,
             const Schema& schema,
             const RowReader& row,
             const Context& context) {
    return Matcher(condition, schema, context)(row);
}

}  // namespace ogniwo::conditions
