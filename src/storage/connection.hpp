#pragma once

// One connection to one database, as thin as it can be: run a statement, get its rows.
//
// Two drivers implement it (sqlite.cpp, postgres.cpp). It is used by one thread at a time. What
// goes wrong here is machinery, not daily life, so it throws StorageError, and the outermost loop
// that owns the transaction decides: again, later, or never.

#include <chrono>
#include <memory>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "storage/dialect.hpp"
#include "storage/scope.hpp"
#include "storage/sql.hpp"
#include "storage/value.hpp"

namespace ogniwo {

struct StorageError : std::runtime_error {
    enum class Kind {
        busy,            // Another transaction was in the way: run the whole work again.
        gone,            // The connection is lost; nothing was committed.
        unknown_commit,  // The connection was lost while COMMIT was under way.
        full,            // No room left on the disk.
        io,              // The disk, or the database itself, reports an error.
        bug,             // A wrong statement, or one that breaks a rule of the schema: our fault.
    };

    StorageError(Kind k, const std::string& what) : std::runtime_error(what), kind(k) {}
    const Kind kind;
};

// All rows of an answer; cells lie row by row. The names of the columns belong to the connection
// and live as long as it does.
struct ResultSet {
    std::span<const std::string> columns;
    std::vector<Value> cells;
    std::int64_t affected = 0;
    std::int64_t inserted = 0;  // SQLite only: the id of the last row that was inserted.

    std::size_t size() const { return columns.empty() ? 0 : cells.size() / columns.size(); }
};

class Connection {
public:
    enum class Access { read_only, read_write };

    virtual ~Connection() = default;

    virtual Dialect dialect() const = 0;

    // `scope` belongs to a ScopedSql and is nullptr for any other.
    virtual ResultSet query(const Sql& sql, const Scope* scope, std::span<const Value> values) = 0;

    // Several statements without parameters, as in a migration.
    virtual void script(const std::string& text) = 0;

    virtual void begin(Access access) = 0;
    virtual void commit() = 0;
    virtual void rollback() noexcept = 0;  // Also when there is nothing left to roll back.
    virtual bool in_transaction() const = 0;

    // A part of the transaction that can be undone alone.
    virtual void savepoint() = 0;
    virtual void release() = 0;
    virtual void rollback_to() = 0;

    // After unknown_commit: did that transaction commit? Asks on a fresh connection.
    virtual bool was_committed(std::int64_t /*transaction_id*/) { return false; }

    // The transaction id under which the journal was last written here, to settle a lost COMMIT.
    std::int64_t recorded_in() const { return recorded_in_; }
    void note_recorded_in(std::int64_t transaction_id) { recorded_in_ = transaction_id; }

    // Checks that the statement can be prepared here; throws StorageError with the reason.
    virtual void prepare(const Sql& sql) = 0;

    // Waits for the next notification on the journal channel, at most `wait`; false on time-out.
    virtual bool wait_for_notice(std::chrono::milliseconds /*wait*/) { return false; }
    virtual void notify() {}

private:
    std::int64_t recorded_in_ = 0;
};

// The text a driver prepares: placeholders as the dialect wants them and {scope ...} expanded.
// With a limited scope, the list of customers is the parameter after the last numbered one.
std::string dialect_text(std::string_view sql, Dialect dialect, const Scope* scope);
// The list of customers as that parameter: a JSON array for SQLite, an array literal for
// PostgreSQL.
std::string scope_list(const Scope& scope, Dialect dialect);
// Ids as one parameter, likewise: for json_each($1) on SQLite, for CAST($1 AS bigint[]) on
// PostgreSQL.
std::string id_list(const std::vector<std::int64_t>& ids, Dialect dialect);
template <class Tag>
std::string id_list(const std::vector<Id<Tag>>& ids, Dialect dialect) {
    std::vector<std::int64_t> numbers;
    numbers.reserve(ids.size());
    for (const Id<Tag> id : ids) numbers.push_back(id.value);
    return id_list(numbers, dialect);
}

}  // namespace ogniwo
