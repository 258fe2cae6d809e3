#include "storage/sql.hpp"

#include <atomic>
#include <charconv>

#include "base/check.hpp"
#include "storage/connection.hpp"

namespace ogniwo {
namespace {

std::vector<const Sql*>& registry() {
    static std::vector<const Sql*> statements;
    return statements;
}

constexpr bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

// The number of the highest $N outside of quotes.
int last_placeholder(std::string_view sql) {
    int highest = 0;
    char quote = 0;
    for (std::size_t i = 0; i < sql.size(); ++i) {
        if (quote != 0) {
            if (sql[i] == quote) quote = 0;
        } else if (sql[i] == '\'' || sql[i] == '"') {
            quote = sql[i];
        } else if (sql[i] == '$') {
            int number = 0;
            for (std::size_t j = i + 1; j < sql.size() && is_digit(sql[j]); ++j) {
                number = number * 10 + (sql[j] - '0');
            }
            if (number > highest) highest = number;
        }
    }
    return highest;
}

std::string scope_condition(std::string_view column,
                            Dialect dialect,
                            const Scope& scope,
                            int number) {
    if (scope.everyone) return "TRUE";
    const std::string placeholder = "$" + std::to_string(number);
    if (dialect == Dialect::postgres) {
        return std::string(column) + " = ANY(CAST(" + placeholder + " AS bigint[]))";
    }
    return std::string(column) + " IN (SELECT value FROM json_each(" + placeholder + "))";
}

// SQLite would take "$2" for the *name* of a parameter and number it by its first use.
std::string numbered_for_sqlite(std::string sql) {
    char quote = 0;
    for (std::size_t i = 0; i < sql.size(); ++i) {
        if (quote != 0) {
            if (sql[i] == quote) quote = 0;
        } else if (sql[i] == '\'' || sql[i] == '"') {
            quote = sql[i];
        } else if (sql[i] == '$' && i + 1 < sql.size() && is_digit(sql[i + 1])) {
            sql[i] = '?';
        }
    }
    return sql;
}

}  // namespace

Sql::Sql(std::string_view n, Text t, std::optional<Dialect> o) : Sql(n, Unchecked{t.text}, o) {}

Sql::Sql(std::string_view n, Unchecked t, std::optional<Dialect> o)
    : name(n), text(t.text), only(o) {
    registry().push_back(this);
}

std::uint64_t Sql::next_serial() {
    static std::atomic<std::uint64_t> last{0};
    return ++last;
}

const std::vector<const Sql*>& Sql::all() {
    return registry();
}

std::string dialect_text(std::string_view sql, Dialect dialect, const Scope* scope) {
    constexpr std::string_view opening = "{scope ";
    const int list = last_placeholder(sql) + 1;
    std::string text;
    while (true) {
        const auto start = sql.find(opening);
        text += sql.substr(0, start);
        if (start == std::string_view::npos) break;
        INVARIANT(scope != nullptr);
        const auto end = sql.find('}', start);
        INVARIANT(end != std::string_view::npos);
        const auto column = sql.substr(start + opening.size(), end - start - opening.size());
        text += scope_condition(column, dialect, *scope, list);
        sql.remove_prefix(end + 1);
    }
    return dialect == Dialect::sqlite ? numbered_for_sqlite(std::move(text)) : text;
}

std::string scope_list(const Scope& scope, Dialect dialect) {
    return id_list(scope.customers, dialect);
}

std::string id_list(const std::vector<std::int64_t>& ids, Dialect dialect) {
    std::string list(1, dialect == Dialect::sqlite ? '[' : '{');
    for (const std::int64_t id : ids) {
        if (list.size() > 1) list += ',';
        char digits[24];
        list.append(digits, std::to_chars(digits, digits + sizeof digits, id).ptr);
    }
    list += dialect == Dialect::sqlite ? ']' : '}';
    return list;
}

}  // namespace ogniwo
