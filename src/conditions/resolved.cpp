#include "conditions/resolved.hpp"

#include <algorithm>

#include "base/check.hpp"
#include "base/text.hpp"
#include "conditions/moments.hpp"

namespace ogniwo::conditions {
namespace {

constexpr std::size_t most_named_ids = 500;

using Edge = Bound::Edge;

Resolved group(Group::Kind kind, std::vector<Resolved> parts) {
    return {ResolvedGroup{kind, std::move(parts)}};
}

Resolved opposite(Resolved part) {
    ResolvedGroup negated{.kind = Group::Kind::negation};
    negated.parts.push_back(std::move(part));
    return {std::move(negated)};
}

Bound bound(Time time, Edge edge = Edge::included) {
    return {.value = to_value(time), .edge = edge};
}

class Resolver {
public:
    Resolver(const Schema& schema, const Context& context) : schema_(schema), context_(context) {}

    Resolved operator()(const Condition& condition) const {
        return std::visit([this](const auto& node) { return resolved(node); }, condition.node);
    }

private:
    Resolved resolved(const Group& written) const {
        ResolvedGroup whole{.kind = written.kind};
        for (const Condition& part : written.parts) whole.parts.push_back((*this)(part));
        return {std::move(whole)};
    }

    Resolved resolved(const Search& search) const {
        std::vector<Resolved> places;
        for (std::size_t i = 0; i < schema_.fields().size(); ++i) {
            if (schema_.at(i).searchable == Searchable::no) continue;
            places.push_back({HasPart{i, HasPart::Place::anywhere, fold(search.text)}});
        }
        return group(Group::Kind::any, std::move(places));
    }

    Resolved resolved(const Test& test) const {
        const auto index = schema_.find(test.field);
        INVARIANT(index.has_value());
        const FieldType type = schema_.at(*index).type;
        switch (test.op) {
            case Operator::is_empty:
                return {IsEmpty{*index}};
            case Operator::is_not_empty:
                return opposite({IsEmpty{*index}});
            case Operator::not_equal:
            case Operator::not_in: {
                Test wanted = test;
                wanted.op = Operator::in;
                return opposite(resolved(wanted));
            }
            case Operator::has_any:
                return {AnyMember{*index, values(*index, test.values)}};
            case Operator::has_all:
                return all_members(*index, test);
            case Operator::contains:
                return part(*index, test, HasPart::Place::anywhere);
            case Operator::starts_with:
                return part(*index, test, HasPart::Place::start);
            case Operator::ends_with:
                return part(*index, test, HasPart::Place::end);
            default:
                break;
        }
        if (type == FieldType::instant) return instants(*index, test);
        if (test.op == Operator::equal || test.op == Operator::in) {
            return {OneOf{*index, values(*index, test.values)}};
        }
        if (type == FieldType::enumeration) return enumerators(*index, test);
        return range(*index, test);
    }

    Resolved all_members(std::size_t field, const Test& test) const {
        std::vector<Resolved> each;
        for (const Literal& literal : test.values) {
            each.push_back({AnyMember{field, values(field, {literal})}});
        }
        return group(Group::Kind::all, std::move(each));
    }

    static Resolved part(std::size_t field, const Test& test, HasPart::Place place) {
        return {HasPart{field, place, fold(std::get<std::string>(test.values.at(0)))}};
    }

    Resolved instants(std::size_t field, const Test& test) const {
        const Stretch first = stretch_of(std::get<Moment>(test.values.at(0)), context_);
        switch (test.op) {
            case Operator::less:
                return {Within{.field = field, .to = bound(first.first, Edge::excluded)}};
            case Operator::at_most:
                return {Within{.field = field, .to = bound(first.after, Edge::excluded)}};
            case Operator::greater:
                return {Within{.field = field, .from = bound(first.after)}};
            case Operator::at_least:
                return {Within{.field = field, .from = bound(first.first)}};
            case Operator::between: {
                const Stretch last = stretch_of(std::get<Moment>(test.values.at(1)), context_);
                return {Within{field, bound(first.first), bound(last.after, Edge::excluded)}};
            }
            default:
                break;
        }
        std::vector<Resolved> each;
        for (const Literal& literal : test.values) {
            const Stretch stretch = stretch_of(std::get<Moment>(literal), context_);
            each.push_back(
                {Within{field, bound(stretch.first), bound(stretch.after, Edge::excluded)}});
        }
        return group(Group::Kind::any, std::move(each));
    }

    // Names have no order in the database, so a range of them becomes the list of those inside.
    Resolved enumerators(std::size_t field, const Test& test) const {
        const std::vector<std::string>& all = schema_.at(field).values;
        const auto position = [&](std::size_t i) {
            const auto found = std::ranges::find(all, std::get<Word>(test.values.at(i)).name);
            INVARIANT(found != all.end());
            return static_cast<std::size_t>(found - all.begin());
        };
        const std::size_t first = position(0);
        std::size_t from = 0, to = all.size();  // Without the last.
        switch (test.op) {
            case Operator::less:
                to = first;
                break;
            case Operator::at_most:
                to = first + 1;
                break;
            case Operator::greater:
                from = first + 1;
                break;
            case Operator::at_least:
                from = first;
                break;
            default:
                from = first;
                to = position(1) + 1;
        }
        std::vector<Value> inside;
        for (std::size_t i = from; i < to; ++i) inside.push_back(to_value(all[i]));
        return {OneOf{field, sorted(std::move(inside))}};
    }

    Resolved range(std::size_t field, const Test& test) const {
        const auto value = [&](std::size_t i, Edge edge) {
            const std::vector<Value> single = values(field, {test.values.at(i)});
            INVARIANT(single.size() == 1);
            return Bound{.value = single.front(), .edge = edge};
        };
        switch (test.op) {
            case Operator::less:
                return {Within{.field = field, .to = value(0, Edge::excluded)}};
            case Operator::at_most:
                return {Within{.field = field, .to = value(0, Edge::included)}};
            case Operator::greater:
                return {Within{.field = field, .from = value(0, Edge::excluded)}};
            case Operator::at_least:
                return {Within{.field = field, .from = value(0, Edge::included)}};
            default:
                break;
        }
        return {Within{field, value(0, Edge::included), value(1, Edge::included)}};
    }

    std::vector<Value> values(std::size_t field, const std::vector<Literal>& literals) const {
        std::vector<Value> all;
        for (const Literal& literal : literals) {
            const auto* word = std::get_if<Word>(&literal);
            if (word != nullptr && schema_.at(field).type != FieldType::enumeration) {
                const auto known = context_.named.find(word->name);
                if (known == context_.named.end()) continue;
                for (const std::int64_t id : known->second) all.push_back(to_value(id));
            } else {
                all.push_back(
                    std::visit([this](const auto& plain) { return value(plain); }, literal));
            }
        }
        return sorted(std::move(all));
    }

    static std::vector<Value> sorted(std::vector<Value> values) {
        std::ranges::sort(values, is_less);
        values.erase(std::unique(values.begin(), values.end()), values.end());
        return values;
    }

    template <class T>
    Value value(const T& plain) const {
        return to_value(plain);
    }
    Value value(const std::string& text) const { return fold(text); }
    Value value(const Word& word) const { return word.name; }
    Value value(const Moment& day) const {
        return to_value(std::get<Date>(evaluated(day, context_)));
    }

    const Schema& schema_;
    const Context& context_;
};

}  // namespace

bool is_less(const Value& a, const Value& b) {
    if (a.index() != b.index()) return a.index() < b.index();
    return std::visit(
        [&](const auto& left) {
            using Kind = std::decay_t<decltype(left)>;
            const auto& right = std::get<Kind>(b);
            if constexpr (std::is_same_v<Kind, Null>)
                return false;
            else if constexpr (std::is_same_v<Kind, Blob>)
                return left.bytes < right.bytes;
            else
                return left < right;
        },
        a);
}

Resolved resolve(const Condition& condition, const Schema& schema, const Context& context) {
    for (const auto& [name, ids] : context.named) INVARIANT(ids.size() <= most_named_ids);
    return Resolver(schema, context)(condition);
}

}  // namespace ogniwo::conditions
