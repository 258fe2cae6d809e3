#pragma once

// A transaction in progress, with types: values in, rows out. Begin and commit belong to the loop
// that owns the connection, never to whoever is handed a Tx.

#include <array>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "base/check.hpp"
#include "storage/connection.hpp"
#include "storage/value.hpp"

namespace ogniwo {

class Row {
public:
    Row(const ResultSet& set, std::size_t index) : set_(&set), first_(index * set.columns.size()) {}

    // A column that is not there, or that holds another kind of value, is a Bug.
    template <class T>
    T get(std::string_view column) const {
        return from_value<T>(cell(column));
    }
    template <class T>
    T at(std::size_t index) const {
        return from_value<T>(set_->cells[first_ + index]);
    }

private:
    const Value& cell(std::string_view column) const {
        for (std::size_t i = 0; i < set_->columns.size(); ++i) {
            if (set_->columns[i] == column) return set_->cells[first_ + i];
        }
        bug(__FILE__, __LINE__, "no column " + std::string(column));
    }

    const ResultSet* set_;
    std::size_t first_;
};

class Tx {
public:
    explicit Tx(Connection& connection) : connection_(&connection) {}

    Dialect dialect() const { return connection_->dialect(); }
    Connection& connection() { return *connection_; }

    // Every row, through `read(const Row&)`.
    template <class Read, class... Args>
    auto all(Read read, const Sql& sql, const Args&... args) {
        return read_all(read, ask(sql, nullptr, args...));
    }
    template <class Read, class... Args>
    auto all(Read read, const ScopedSql& sql, const Scope& scope, const Args&... args) {
        return read_all(read, ask(sql, &scope, args...));
    }

    // The first row, or nothing.
    template <class Read, class... Args>
    auto find(Read read, const Sql& sql, const Args&... args) {
        return read_first(read, ask(sql, nullptr, args...));
    }
    template <class Read, class... Args>
    auto find(Read read, const ScopedSql& sql, const Scope& scope, const Args&... args) {
        return read_first(read, ask(sql, &scope, args...));
    }

    // The first column of the first row; no row is a Bug.
    template <class T, class... Args>
    T one(const Sql& sql, const Args&... args) {
        const ResultSet set = ask(sql, nullptr, args...);
        INVARIANT(set.size() > 0);
        return Row(set, 0).template at<T>(0);
    }

    // The first column of the first row, or nothing.
    template <class T, class... Args>
    std::optional<T> first(const Sql& sql, const Args&... args) {
        const ResultSet set = ask(sql, nullptr, args...);
        if (set.size() == 0) return std::nullopt;
        return Row(set, 0).template at<T>(0);
    }

    // The id of the one row that the statement inserts. On PostgreSQL it is what RETURNING answers;
    // SQLite knows it anyway, and there RETURNING would take longer than the insertion.
    template <class T, class... Args>
    T insert(const Sql& sql, const Args&... args) {
        const ResultSet set = ask(sql, nullptr, args...);
        if (set.size() > 0) return Row(set, 0).template at<T>(0);
        INVARIANT(set.inserted > 0);
        return T{set.inserted};
    }

    // The number of rows that were changed.
    template <class... Args>
    std::int64_t run(const Sql& sql, const Args&... args) {
        return ask(sql, nullptr, args...).affected;
    }

    // For parameter lists whose length is known only at run time (condition filters).
    ResultSet query(const Sql& sql, const Scope* scope, std::span<const Value> values) {
        return connection_->query(sql, scope, values);
    }

private:
    template <class... Args>
    ResultSet ask(const Sql& sql, const Scope* scope, const Args&... args) {
        const std::array<Value, sizeof...(Args)> values{to_value(args)...};
        return connection_->query(sql, scope, values);
    }

    template <class Read>
    static auto read_all(Read read, const ResultSet& set) {
        std::vector<decltype(read(std::declval<const Row&>()))> rows;
        rows.reserve(set.size());
        for (std::size_t i = 0; i < set.size(); ++i) rows.push_back(read(Row(set, i)));
        return rows;
    }
    template <class Read>
    static auto read_first(Read read, const ResultSet& set) {
        std::optional<decltype(read(std::declval<const Row&>()))> found;
        if (set.size() > 0) found = read(Row(set, 0));
        return found;
    }

    Connection* connection_;
};

// Reads the first column, for Tx::all and Tx::find.
template <class T>
T first_column(const Row& row) {
    return row.at<T>(0);
}

}  // namespace ogniwo
