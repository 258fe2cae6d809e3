#include "pgbench_script.hpp"

#include <charconv>

#include "base/encoding.hpp"

namespace ogniwo::bench {
namespace {

// A constant as text that PostgreSQL reads for any type, as our driver sends it.
std::string text_of(const Value& value) {
    struct ToText {
        std::string operator()(Null) const { return {}; }
        std::string operator()(bool v) const { return v ? "t" : "f"; }
        std::string operator()(std::int64_t v) const { return std::to_string(v); }
        std::string operator()(double v) const { return std::to_string(v); }
        std::string operator()(const std::string& v) const { return v; }
        std::string operator()(const Blob& v) const { return "\\x" + to_hex(v.bytes); }
    };
    return std::visit(ToText{}, value);
}

class Script {
public:
    void add(const TemplateStatement& statement) {
        std::vector<std::string> places;
        for (const Parameter& parameter : statement.parameters) {
            places.push_back(place_of(parameter));
        }
        std::string line = with_places(statement.text, places);
        for (char& c : line) {
            if (c == '\n') c = ' ';
        }
        script_.text += line;
        script_.text +=
            statement.is_referred_to ? " \\gset s" + std::to_string(statements_) + "_\n" : ";\n";
        ++statements_;
    }

    // Numbers for this run come before its first statement.
    PgbenchScript finish() {
        script_.text =
            sets_ + "BEGIN ISOLATION LEVEL REPEATABLE READ;\n" + script_.text + "COMMIT;\n";
        return std::move(script_);
    }

private:
    // What stands for this parameter in the statement.
    std::string place_of(const Parameter& parameter) {
        if (const auto* earlier = std::get_if<Earlier>(&parameter)) {
            return ":s" + std::to_string(earlier->statement) + "_" + earlier->column;
        }
        const std::string name = "v" + std::to_string(variables_++);
        if (const auto* constant = std::get_if<Constant>(&parameter)) {
            if (std::holds_alternative<Null>(constant->value)) return "NULL";
            script_.definitions.emplace_back(name, text_of(constant->value));
            return ":" + name;
        }
        if (const auto* counter = std::get_if<Counter>(&parameter)) {
            constexpr std::int64_t spread = 10'000'000;
            sets_ += "\\set " + name + " random(" + std::to_string(counter->first) + ", " +
                     std::to_string(counter->first + spread) + ")\n";
            return ":" + name;
        }
        sets_ += "\\set " + name + " random(1, 9000000000000000000)\n";
        return "lpad(CAST(:" + name + " AS text), " +
               std::to_string(std::get<Fresh>(parameter).size) + ", '0')";
    }

    // `$1` by the first place, and so on.
    static std::string with_places(const std::string& text,
                                   const std::vector<std::string>& places) {
        std::string result;
        for (std::size_t i = 0; i < text.size(); ++i) {
            std::size_t number = 0;
            const char* from = text.data() + i + 1;
            const auto read = std::from_chars(from, text.data() + text.size(), number);
            if (text[i] != '$' || read.ec != std::errc{} || number == 0 || number > places.size()) {
                result += text[i];
                continue;
            }
            result += places[number - 1];
            i += static_cast<std::size_t>(read.ptr - from);
        }
        return result;
    }

    PgbenchScript script_;
    std::string sets_;
    std::size_t statements_ = 0;
    std::size_t variables_ = 0;
};

}  // namespace

PgbenchScript pgbench_script(const Template& statements) {
    Script script;
    for (const TemplateStatement& statement : statements) script.add(statement);
    return script.finish();
}

}  // namespace ogniwo::bench
