#pragma once

// SQL is written once, in the common subset of SQLite and PostgreSQL, with $1 placeholders.
//
// A statement is a named constant in a store.cpp. The name is what metrics and the slow log call
// it; its serial number is the key of the prepared-statement caches. Every constant registers
// itself, and a test prepares all of them on both databases.
// A ScopedSql contains `{scope column}`, which becomes "column is one of the customers of the Scope
// that the caller brings": a statement without the words, or a call without the Scope, does not
// compile.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "storage/dialect.hpp"

namespace ogniwo {

class Sql {
public:
    // Checked while compiling: a plain statement must not mention a scope.
    struct Text {
        // NOLINTNEXTLINE: implicit, so that a statement is written as two strings
        consteval Text(const char* sql) : text(sql) {
            if (text.find("{scope ") != std::string_view::npos) throw "use ScopedSql";
        }
        std::string_view text;
    };

    // `only` where the dialects must differ: two statements stand side by side, one for each.
    Sql(std::string_view name, Text text, std::optional<Dialect> only = {});
    Sql(const Sql&) = delete;
    Sql& operator=(const Sql&) = delete;

    const std::string_view name;
    const std::string_view text;
    const std::optional<Dialect> only;
    const std::uint64_t serial = next_serial();  // No two statements of a process have the same.

    static constexpr std::uint64_t passing = 0;  // The serial of all that are prepared for one run.

    // Every statement of this program, in no particular order.
    static const std::vector<const Sql*>& all();

protected:
    struct Unchecked {
        std::string_view text;
    };
    Sql(std::string_view name, Unchecked text, std::optional<Dialect> only);
    struct Unlisted {};
    Sql(std::string_view n, std::string_view t, Unlisted) : name(n), text(t) {}
    struct Passing {};
    Sql(std::string_view n, std::string_view t, Passing) : name(n), text(t), serial(passing) {}

private:
    static std::uint64_t next_serial();
};

class ScopedSql : public Sql {
public:
    struct Text {
        // NOLINTNEXTLINE: implicit, as above
        consteval Text(const char* sql) : text(sql) {
            if (text.find("{scope ") == std::string_view::npos) throw "name the {scope column}";
        }
        std::string_view text;
    };

    ScopedSql(std::string_view name, Text text, std::optional<Dialect> only = {})
        : Sql(name, Unchecked{text.text}, only) {}
};

// A statement that is put together while the program runs, out of names from the catalog and never
// out of what somebody has sent.
struct BuiltText {
    std::string built_name;
    std::string built_text;
};
class BuiltSql : private BuiltText, public Sql {
public:
    BuiltSql(std::string n, std::string t)
        : BuiltText{std::move(n), std::move(t)}, Sql(built_name, built_text, Unlisted{}) {}
};

// A statement around a filter that somebody has written (conditions/sql.hpp). There is no end to
// such texts, so a connection prepares each for one run and forgets it. It may name a {scope
// column}; values are parameters, as everywhere.
class PassingSql : private BuiltText, public Sql {
public:
    PassingSql(std::string n, std::string t)
        : BuiltText{std::move(n), std::move(t)}, Sql(built_name, built_text, Passing{}) {}
};

}  // namespace ogniwo
