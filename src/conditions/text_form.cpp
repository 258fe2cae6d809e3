#include "conditions/text_form.hpp"

#include <array>
#include <charconv>
#include <optional>

#include "conditions/tokens.hpp"
#include "conditions/typing.hpp"

namespace ogniwo::conditions {
namespace {

struct AnchorName {
    Anchor anchor;
    std::string_view name;
};
constexpr auto anchor_names = std::to_array<AnchorName>({
    {Anchor::start_of_week, "week"},
    {Anchor::start_of_month, "month"},
    {Anchor::start_of_quarter, "quarter"},
    {Anchor::start_of_year, "year"},
});

// Walks over the tokens; knows words and values, but no fields.
class Reader {
public:
    explicit Reader(std::vector<Token> tokens) : tokens_(std::move(tokens)) {}

    const Token& peek() const { return tokens_[at_]; }
    const Token& take() { return tokens_[peek().kind == TokenKind::end ? at_ : at_++]; }
    bool at_end() const { return peek().kind == TokenKind::end; }

    bool sees_word(std::string_view word) const {
        return peek().kind == TokenKind::word && is_same_word(peek().content, word);
    }
    bool sees_sign(std::string_view sign) const {
        return peek().kind == TokenKind::sign && peek().content == sign;
    }
    bool accept_word(std::string_view word) {
        const bool there = sees_word(word);
        if (there) take();
        return there;
    }
    bool accept_sign(std::string_view sign) {
        const bool there = sees_sign(sign);
        if (there) take();
        return there;
    }
    Outcome expect_word(std::string_view word) {
        if (accept_word(word)) return Nothing{};
        return surprise(word);
    }
    Outcome expect_sign(std::string_view sign) {
        if (accept_sign(sign)) return Nothing{};
        return surprise(sign);
    }
    // What stands here is not what should.
    Error surprise(std::string_view expected) const {
        return located(
            {.reason = unexpected,
             .shown = {{"found", excerpt(peek().content)}, {"expected", std::string(expected)}}},
            peek().at);
    }

    Result<Literal> value() {
        const Token& token = peek();
        switch (token.kind) {
            case TokenKind::text:
                return Literal{take().content};
            case TokenKind::number:
                return number(Sign::plus);
            case TokenKind::quantity:
                return duration(Sign::plus);
            case TokenKind::date:
            case TokenKind::instant:
                return time_literal();
            case TokenKind::word:
                return named();
            case TokenKind::sign:
                if (!accept_sign("-")) break;
                if (peek().kind == TokenKind::number) return number(Sign::minus);
                if (peek().kind == TokenKind::quantity) return duration(Sign::minus);
                break;
            case TokenKind::end:
                break;
        }
        return surprise("value");
    }

    Result<Moment> moment() {
        Moment moment;
        if (peek().kind == TokenKind::date) {
            const auto day = parse_date(peek().content);
            if (!day) return bad_date();
            moment = {.anchor = Anchor::day, .day = *day};
            take();
        } else if (peek().kind == TokenKind::instant) {
            const auto instant = parse_time(peek().content);
            if (!instant) return bad_date();
            moment = {.anchor = Anchor::instant, .instant = *instant};
            take();
        } else {
            TRY(moment.anchor, anchor());
        }
        TRY_DO(steps(moment.steps));
        return moment;
    }

private:
    enum class Sign { plus, minus };

    Error bad_date() const {
        return located({.reason = malformed_date, .shown = {{"found", excerpt(peek().content)}}},
                       peek().at);
    }
    Error outside(Position at, std::int64_t most) const {
        return located({.reason = out_of_range, .shown = {{"most", std::to_string(most)}}}, at);
    }

    Result<Anchor> anchor() {
        if (accept_word("now")) return Anchor::now;
        if (accept_word("today")) return Anchor::today;
        if (!sees_word("start")) return surprise("time");
        take();
        TRY_DO(expect_word("of"));
        for (const auto& [anchor, name] : anchor_names) {
            if (accept_word(name)) return anchor;
        }
        return surprise("week, month, quarter, year");
    }

    Result<Literal> time_literal() {
        TRY(Moment read, moment());
        return Literal{std::move(read)};
    }

    Result<Literal> named() {
        if (sees_word("now") || sees_word("today") || sees_word("start")) return time_literal();
        if (accept_word("true")) return Literal{true};
        if (accept_word("false")) return Literal{false};
        if (is_keyword(peek().content)) return surprise("value");
        return Literal{Word{take().content}};
    }

    Result<Literal> number(Sign sign) {
        const Token token = take();
        const std::string text = (sign == Sign::minus ? "-" : "") + token.content;
        const char* const end = text.data() + text.size();
        if (text.find('.') == std::string::npos) {
            std::int64_t value = 0;
            const auto read = std::from_chars(text.data(), end, value);
            if (read.ec == std::errc{}) return Literal{value};
        } else {
            double value = 0;
            const auto read = std::from_chars(text.data(), end, value);
            if (read.ec == std::errc{}) return Literal{value};
        }
        return located({.reason = out_of_range, .shown = {{"found", excerpt(text)}}}, token.at);
    }

    // 1h30min; days are for the calendar, a duration knows only what a clock measures.
    Result<Literal> duration(Sign sign) {
        const Position at = peek().at;
        TRY(const std::vector<Step> parts, quantity({Unit::minutes, Unit::hours}));
        Minutes sum{0};
        for (const Step& part : parts) {
            sum += Minutes{part.unit == Unit::hours ? part.count * 60 : part.count};
            if (sum.count() > most_duration) return outside(at, most_duration);
        }
        return Literal{sign == Sign::minus ? -sum : sum};
    }

    Outcome steps(std::vector<Step>& steps) {
        while (sees_sign("+") || sees_sign("-")) {
            const int sign = take().content == "-" ? -1 : 1;
            const Position at = peek().at;
            if (peek().kind != TokenKind::quantity) return surprise("number with unit");
            TRY(const std::vector<Step> parts, quantity({}));
            for (const Step& part : parts) {
                if (part.count > most_count) return outside(at, most_count);
                if (steps.size() == most_steps) {
                    return located(
                        {.reason = too_many_items, .shown = {{"most", std::to_string(most_steps)}}},
                        at);
                }
                steps.push_back({sign * part.count, part.unit});
            }
        }
        return Nothing{};
    }

    // Cuts 1h30min into its parts. No `allowed` units: all of them.
    Result<std::vector<Step>> quantity(const std::vector<Unit>& allowed) {
        const Token token = take();
        std::vector<Step> parts;
        for (std::string_view rest = token.content; !rest.empty();) {
            std::int64_t count = 0;
            const auto read = std::from_chars(rest.data(), rest.data() + rest.size(), count);
            if (read.ec != std::errc{} || count > most_duration) {
                return outside(token.at, most_duration);
            }
            rest.remove_prefix(static_cast<std::size_t>(read.ptr - rest.data()));
            const std::size_t letters = std::min(rest.find_first_of("0123456789"), rest.size());
            const std::string_view name = rest.substr(0, letters);
            const auto unit = enum_value<Unit>(name);
            const bool fits =
                unit && (allowed.empty() || *unit == allowed[0] || *unit == allowed[1]);
            if (!fits) {
                return located({.reason = unknown_unit, .shown = {{"found", excerpt(name)}}},
                               token.at);
            }
            parts.push_back({count, *unit});
            rest.remove_prefix(letters);
        }
        return parts;
    }

    std::vector<Token> tokens_;
    std::size_t at_ = 0;
};

// Counts how deep the reader is, for as long as it lives.
class Deeper {
public:
    explicit Deeper(int& depth) : depth_(depth) { ++depth_; }
    ~Deeper() { --depth_; }
    Deeper(const Deeper&) = delete;
    Deeper& operator=(const Deeper&) = delete;

private:
    int& depth_;
};

class Parser {
public:
    Parser(Reader reader, const Schema& schema) : reader_(std::move(reader)), schema_(schema) {}

    Result<Condition> run() {
        if (reader_.at_end()) return Condition{};
        TRY(Condition condition, disjunction());
        if (!reader_.at_end()) return reader_.surprise("and, or");
        TRY_DO(Budget::check_printed(condition));
        return condition;
    }

private:
    using Part = Result<Condition> (Parser::*)();

    Result<Condition> disjunction() { return joined("or", &Parser::conjunction, any_of); }
    Result<Condition> conjunction() { return joined("and", &Parser::factor, all_of); }

    Result<Condition> joined(std::string_view word,
                             Part part,
                             Condition (*join)(std::vector<Condition>)) {
        const Position at = reader_.peek().at;
        std::vector<Condition> parts;
        do {
            TRY(Condition next, (this->*part)());
            parts.push_back(std::move(next));
        } while (reader_.accept_word(word));
        if (parts.size() == 1) return std::move(parts.front());
        return limited(join(std::move(parts)), at);
    }

    Result<Condition> factor() {
        const Position at = reader_.peek().at;
        const Deeper deeper(depth_);
        if (depth_ > most_nesting) {
            return located({.reason = too_deep, .shown = {{"most", std::to_string(most_nesting)}}},
                           at);
        }
        if (reader_.accept_word("not")) {
            TRY(Condition part, factor());
            return limited(negation(std::move(part)), at);
        }
        if (reader_.accept_sign("(")) {
            TRY(Condition inside, disjunction());
            TRY_DO(reader_.expect_sign(")"));
            return inside;
        }
        if (reader_.peek().kind == TokenKind::text) return search();
        return test();
    }

    Result<Condition> limited(Condition condition, Position at) {
        TRY_DO(placed(budget_.spend(1), at));
        TRY_DO(placed(Budget::check_depth(condition), at));
        return condition;
    }

    template <class T>
    static Result<T> placed(Result<T> result, Position at) {
        if (!result) return located(std::move(result).error(), at);
        return result;
    }

    Result<Condition> search() {
        const Token token = reader_.take();
        TRY_DO(placed(budget_.spend(1), token.at));
        TRY_DO(placed(check_text(token.content), token.at));
        if (!schema_.has_searchable()) return located({.reason = not_searchable}, token.at);
        return Condition{Search{token.content}};
    }

    Result<Condition> test() {
        const Position at = reader_.peek().at;
        TRY(const Field* const field, known_field());
        const Position op_at = reader_.peek().at;
        if (field->type == FieldType::boolean && ends_here()) {
            TRY_DO(placed(budget_.spend(1), at));
            return test_on(*field, Operator::equal, {true});
        }
        TRY(const Operator op, comparison());
        TRY_DO(placed(check_operator(*field, op), op_at));
        TRY(std::vector<Literal> values, values_for(*field, op));
        TRY(Condition condition, placed(test_on(*field, op, std::move(values)), at));
        const bool negated = std::holds_alternative<Group>(condition.node);
        TRY_DO(placed(budget_.spend(negated ? 2 : 1), at));
        return condition;
    }

    // A yes-or-no field may stand alone.
    bool ends_here() const {
        return reader_.at_end() || reader_.sees_sign(")") || reader_.sees_word("and") ||
               reader_.sees_word("or");
    }

    Result<const Field*> known_field() {
        const Token& token = reader_.peek();
        if (token.kind != TokenKind::word || is_keyword(token.content)) {
            return reader_.surprise("field");
        }
        if (const auto index = schema_.find(token.content)) {
            reader_.take();
            return &schema_.at(*index);
        }
        return located(unknown(unknown_field, token.content, schema_.field_names()), token.at);
    }

    Result<Operator> comparison() {
        const Token token = reader_.peek();
        if (token.kind == TokenKind::sign) {
            const auto op = enum_value<Operator>(token.content);
            if (!op) return reader_.surprise("operator");
            reader_.take();
            return *op;
        }
        if (token.kind != TokenKind::word) return reader_.surprise("operator");
        return comparison_in_words();
    }

    Result<Operator> comparison_in_words() {
        if (reader_.accept_word("in")) return Operator::in;
        if (reader_.accept_word("between")) return Operator::between;
        if (reader_.accept_word("contains")) return Operator::contains;
        if (reader_.accept_word("not")) return after("in", Operator::not_in);
        if (reader_.accept_word("starts")) return after("with", Operator::starts_with);
        if (reader_.accept_word("ends")) return after("with", Operator::ends_with);
        if (reader_.accept_word("is")) {
            if (reader_.accept_word("not")) return after("empty", Operator::is_not_empty);
            return after("empty", Operator::is_empty);
        }
        if (reader_.accept_word("has")) {
            if (reader_.accept_word("all")) return Operator::has_all;
            reader_.accept_word("any");
            return Operator::has_any;
        }
        const Token& token = reader_.peek();
        if (is_keyword(token.content)) return reader_.surprise("operator");
        return located(unknown(unknown_operator, token.content, operator_names()), token.at);
    }

    Result<Operator> after(std::string_view word, Operator op) {
        TRY_DO(reader_.expect_word(word));
        return op;
    }

    Result<std::vector<Literal>> values_for(const Field& field, Operator op) {
        std::vector<Literal> values;
        switch (op) {
            case Operator::is_empty:
            case Operator::is_not_empty:
                return values;
            case Operator::between:
                TRY_DO(add_value(field, values));
                TRY_DO(reader_.expect_word("and"));
                TRY_DO(add_value(field, values));
                return values;
            case Operator::in:
            case Operator::not_in:
            case Operator::has_any:
            case Operator::has_all:
                if (reader_.sees_sign("(")) return list_for(field);
                [[fallthrough]];
            default:
                TRY_DO(add_value(field, values));
                return values;
        }
    }

    Result<std::vector<Literal>> list_for(const Field& field) {
        std::vector<Literal> values;
        const Position at = reader_.take().at;
        if (reader_.accept_sign(")")) return located({.reason = empty_list}, at);
        do {
            TRY_DO(placed(Budget::check_items(values.size() + 1), reader_.peek().at));
            TRY_DO(add_value(field, values));
        } while (reader_.accept_sign(","));
        TRY_DO(reader_.expect_sign(")"));
        return values;
    }

    Outcome add_value(const Field& field, std::vector<Literal>& values) {
        const Position at = reader_.peek().at;
        TRY(Literal read, reader_.value());
        TRY(Literal literal, placed(fitted(field, std::move(read)), at));
        values.push_back(std::move(literal));
        return Nothing{};
    }

    Reader reader_;
    const Schema& schema_;
    Budget budget_;
    int depth_ = 0;
};

std::string quoted(std::string_view text) {
    std::string out = "\"";
    for (const char c : text) {
        switch (c) {
            case '\n':
                out += "\\n";
                break;
            case '\t':
                out += "\\t";
                break;
            case '"':
            case '\\':
                out += '\\';
                [[fallthrough]];
            default:
                out += c;
        }
    }
    return out + '"';
}

std::string shown(bool value) {
    return value ? "true" : "false";
}
std::string shown(std::int64_t value) {
    return std::to_string(value);
}
std::string shown(const std::string& text) {
    return quoted(text);
}
std::string shown(const Moment& moment) {
    return print(moment);
}
std::string shown(const Word& word) {
    return is_plain_word(word.name) ? word.name : quoted(word.name);
}
std::string shown(Minutes value) {
    const std::int64_t minutes = value.count();
    if (minutes != 0 && minutes % 60 == 0) return std::to_string(minutes / 60) + "h";
    return std::to_string(minutes) + "min";
}
std::string shown(double value) {
    std::array<char, 32> text{};
    const auto end =
        std::to_chars(text.begin(), text.end(), value, std::chars_format::fixed, 6).ptr;
    std::string number(text.begin(), end);
    number.erase(number.find_last_not_of('0') + 1);
    if (number.back() == '.') number.pop_back();
    return number;
}

std::string print_values(const Test& test) {
    std::string list;
    const std::string_view between = test.op == Operator::between ? " and " : ", ";
    for (const Literal& literal : test.values) {
        if (!list.empty()) list += between;
        list += std::visit([](const auto& value) { return shown(value); }, literal);
    }
    return list;
}

std::string print_test(const Test& test) {
    std::string text = test.field;
    const bool has_one = test.op == Operator::has_any && test.values.size() == 1;
    text += ' ';
    text += has_one ? "has" : enum_name(test.op);
    if (test.values.empty()) return text;
    const bool list = test.op == Operator::in || test.op == Operator::not_in ||
                      test.op == Operator::has_all || (test.op == Operator::has_any && !has_one);
    return text + (list ? " (" + print_values(test) + ")" : " " + print_values(test));
}

// Groups inside groups always get parentheses: nobody should have to know what binds tighter.
std::string print_part(const Condition& condition) {
    const auto* group = std::get_if<Group>(&condition.node);
    const bool enclosed = group != nullptr && group->kind != Group::Kind::negation;
    return enclosed ? "(" + print(condition) + ")" : print(condition);
}

std::string print_group(const Group& group) {
    if (group.parts.empty()) return "";
    if (group.kind == Group::Kind::negation) return "not " + print_part(group.parts.front());
    std::string text;
    for (const Condition& part : group.parts) {
        if (!text.empty()) text += group.kind == Group::Kind::all ? " and " : " or ";
        text += print_part(part);
    }
    return text;
}

}  // namespace

Result<Condition> parse(std::string_view text, const Schema& schema) {
    TRY(std::vector<Token> tokens, tokenise(text));
    return Parser(Reader(std::move(tokens)), schema).run();
}

Result<Moment> parse_moment(std::string_view text) {
    TRY(std::vector<Token> tokens, tokenise(text));
    Reader reader(std::move(tokens));
    TRY(Moment moment, reader.moment());
    if (!reader.at_end()) return reader.surprise("+, -");
    return moment;
}

std::string print(const Condition& condition) {
    if (const auto* test = std::get_if<Test>(&condition.node)) return print_test(*test);
    if (const auto* search = std::get_if<Search>(&condition.node)) return quoted(search->text);
    return print_group(std::get<Group>(condition.node));
}

std::string print(const Moment& moment) {
    std::string text;
    switch (moment.anchor) {
        case Anchor::now:
            text = "now";
            break;
        case Anchor::today:
            text = "today";
            break;
        case Anchor::day:
            text = to_text(moment.day);
            break;
        case Anchor::instant:
            text = to_text(moment.instant);
            break;
        default:
            for (const auto& [anchor, name] : anchor_names) {
                if (anchor == moment.anchor) text = "start of " + std::string(name);
            }
    }
    for (const Step& step : moment.steps) {
        text += step.count < 0 ? " - " : " + ";
        text += std::to_string(step.count < 0 ? -step.count : step.count);
        text += enum_name(step.unit);
    }
    return text;
}

}  // namespace ogniwo::conditions
