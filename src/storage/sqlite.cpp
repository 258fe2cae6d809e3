#include "storage/sqlite.hpp"

#include <fcntl.h>
#include <sqlite3.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <filesystem>
#include <new>
#include <unordered_map>
#include <utility>

#include <fmt/format.h>

#include "base/check.hpp"

namespace ogniwo {
namespace {

// Waiting for another connection's lock, in milliseconds; only checkpoints and offline verbs meet.
constexpr int busy_timeout_ms = 5'000;
// Room for a page of a list; beyond it, growing costs little beside reading.
constexpr std::size_t expected_cells_most = 2'048;

// `system_error`: the errno of the call that failed, where it was one. Some file systems say only
// when they sync that there is no room.
StorageError::Kind kind_of(int code, int system_error) {
    switch (code & 0xff) {
        case SQLITE_IOERR:
            return system_error == ENOSPC || system_error == EDQUOT ? StorageError::Kind::full
                                                                    : StorageError::Kind::io;
        case SQLITE_BUSY:
        case SQLITE_LOCKED:
            return StorageError::Kind::busy;
        case SQLITE_FULL:
            return StorageError::Kind::full;
        case SQLITE_CANTOPEN:
        case SQLITE_CORRUPT:
        case SQLITE_NOLFS:
        case SQLITE_NOMEM:
        case SQLITE_NOTADB:
        case SQLITE_PERM:
        case SQLITE_PROTOCOL:
        case SQLITE_READONLY:
            return StorageError::Kind::io;
        default:
            return StorageError::Kind::bug;
    }
}

class SqliteConnection final : public Connection {
public:
    explicit SqliteConnection(const SqliteOptions& options);
    ~SqliteConnection() override;

    Dialect dialect() const override { return Dialect::sqlite; }
    ResultSet query(const Sql& sql, const Scope* scope, std::span<const Value> values) override;
    void script(const std::string& text) override { exec(text.c_str()); }
    void begin(Access access) override {
        run(access == Access::read_write ? begin_writing_ : begin_reading_);
    }
    void commit() override { run(commit_); }
    void rollback() noexcept override;
    bool in_transaction() const override { return sqlite3_get_autocommit(db_) == 0; }
    void savepoint() override { run(savepoint_); }
    void release() override { run(release_); }
    void rollback_to() override {
        exec("ROLLBACK TO work");
        exec("RELEASE work");
    }
    void prepare(const Sql& sql) override;

    sqlite3* handle() { return db_; }

private:
    struct Finalize {
        void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
    };
    using Statement = std::unique_ptr<sqlite3_stmt, Finalize>;
    struct Prepared {
        Statement statement;
        std::vector<std::string> columns;
        std::size_t cells = 0;  // Of the last answer: the next one is often as large.
    };

    // A statement has two texts when it is scoped: for everyone, and for a list.
    struct Key {
        std::uint64_t sql;
        bool limited;
        bool operator==(const Key&) const = default;
    };
    struct KeyHash {
        std::size_t operator()(const Key& key) const {
            return std::hash<std::uint64_t>{}(key.sql) * 2 + std::size_t{key.limited};
        }
    };

    [[noreturn]] void fail(std::string_view doing, int code) const;
    void exec(const char* text);
    void run(const Statement& statement);
    Statement compile(std::string_view text, std::string_view name);
    Prepared prepared(const Sql& sql, const Scope* scope);
    Prepared& cached(const Sql& sql, const Scope* scope);
    void bind(sqlite3_stmt* statement, int index, const Value& value) const;
    static void add_cell(std::vector<Value>& cells, sqlite3_stmt* statement, int index);

    sqlite3* db_ = nullptr;
    std::function<Time()> now_;
    std::unordered_map<Key, Prepared, KeyHash> statements_;
    Prepared passing_;  // The last one of its kind.
    Statement begin_writing_, begin_reading_, commit_, savepoint_, release_;
};

void sql_now(sqlite3_context* context, int, sqlite3_value**) {
    const auto* now = static_cast<const std::function<Time()>*>(sqlite3_user_data(context));
    sqlite3_result_int64(context, to_micros((*now)()));
}

// The errno of the last call to the system that SQLite complained of in this thread. What
// sqlite3_system_errno tells is read only after SQLite has tidied up, when something else may have
// set it, the allocator for one.
thread_local int logged_errno = 0;

// Such as "os_unix.c:42797: (28) full_fsync(/data/ogniwo.db-wal) - No space left on device".
void note_errno(void*, int, const char* message) {
    const std::string_view text = message;
    const auto at = text.find(": (");
    if (!text.starts_with("os_unix.c:") || at == std::string_view::npos) return;
    std::from_chars(text.data() + at + 3, text.data() + text.size(), logged_errno);
}

// Only before the first connection. SQLite keeps count of its memory behind one lock of the whole
// process, which every allocation of every connection would take. Nobody reads the count.
void configure_sqlite() {
    static const bool once = [] {
        sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
        sqlite3_config(SQLITE_CONFIG_LOG, note_errno, nullptr);
        return true;
    }();
    (void)once;
}

SqliteConnection::SqliteConnection(const SqliteOptions& options) : now_(options.now) {
    configure_sqlite();
    const int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX;
    const int opened = sqlite3_open_v2(options.path.c_str(), &db_, flags, nullptr);
    if (opened != SQLITE_OK) {
        const std::string why = sqlite3_errmsg(db_);
        sqlite3_close_v2(db_);
        throw StorageError(StorageError::Kind::io, "open " + options.path + ": " + why);
    }
    sqlite3_extended_result_codes(db_, 1);
    sqlite3_busy_timeout(db_, busy_timeout_ms);
    sqlite3_create_function_v2(
        db_, "ogniwo_now", 0, SQLITE_UTF8, &now_, sql_now, nullptr, nullptr, nullptr);
    // Checkpoints are made beside the writer (Checkpointer), never inside a commit.
    exec(
        "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;"
        "PRAGMA wal_autocheckpoint=0; PRAGMA temp_store=MEMORY; PRAGMA trusted_schema=OFF;"
        "PRAGMA mmap_size=1073741824");
    exec(("PRAGMA cache_size=-" + std::to_string(options.cache_kib)).c_str());
    if (options.access == Access::read_only) exec("PRAGMA query_only=ON");
    for (auto [statement, text] : {std::pair(&begin_writing_, "BEGIN IMMEDIATE"),
                                   std::pair(&begin_reading_, "BEGIN"),
                                   std::pair(&commit_, "COMMIT"),
                                   std::pair(&savepoint_, "SAVEPOINT work"),
                                   std::pair(&release_, "RELEASE work")}) {
        *statement = compile(text, text);
    }
}

SqliteConnection::~SqliteConnection() {
    sqlite3_close_v2(db_);  // Closes at last when the statements are gone, right after this.
}

void SqliteConnection::fail(std::string_view doing, int code) const {
    const int logged = std::exchange(logged_errno, 0);
    const int error = logged != 0 ? logged : sqlite3_system_errno(db_);
    throw StorageError(kind_of(code, error),
                       fmt::format("{}: {} ({}, errno {})",
                                   doing,
                                   sqlite3_errmsg(db_),
                                   sqlite3_extended_errcode(db_),
                                   error));
}

void SqliteConnection::exec(const char* text) {
    const int code = sqlite3_exec(db_, text, nullptr, nullptr, nullptr);
    if (code != SQLITE_OK) fail(text, code);
}

void SqliteConnection::run(const Statement& statement) {
    const int code = sqlite3_step(statement.get());
    sqlite3_reset(statement.get());
    if (code != SQLITE_DONE) fail(sqlite3_sql(statement.get()), code);
}

void SqliteConnection::rollback() noexcept {
    // SQLite rolls back by itself after some errors; then there is nothing to do here.
    if (in_transaction()) sqlite3_exec(db_, "ROLLBACK", nullptr, nullptr, nullptr);
}

SqliteConnection::Statement SqliteConnection::compile(std::string_view text,
                                                      std::string_view name) {
    sqlite3_stmt* statement = nullptr;
    const int code = sqlite3_prepare_v3(db_,
                                        text.data(),
                                        static_cast<int>(text.size()),
                                        SQLITE_PREPARE_PERSISTENT,
                                        &statement,
                                        nullptr);
    if (code != SQLITE_OK) fail(name, code);
    return Statement(statement);
}

SqliteConnection::Prepared SqliteConnection::prepared(const Sql& sql, const Scope* scope) {
    const std::string text = dialect_text(sql.text, Dialect::sqlite, scope);
    Prepared made{.statement = compile(text, sql.name), .columns = {}};
    const int width = sqlite3_column_count(made.statement.get());
    for (int i = 0; i < width; ++i) {
        made.columns.emplace_back(sqlite3_column_name(made.statement.get(), i));
    }
    return made;
}

SqliteConnection::Prepared& SqliteConnection::cached(const Sql& sql, const Scope* scope) {
    if (sql.serial == Sql::passing) return passing_ = prepared(sql, scope);
    const Key key{sql.serial, scope != nullptr && !scope->everyone};
    auto found = statements_.find(key);
    if (found == statements_.end()) {
        found = statements_.emplace(key, prepared(sql, scope)).first;
    }
    return found->second;
}

void SqliteConnection::prepare(const Sql& sql) {
    const Scope limited;
    compile(dialect_text(sql.text, Dialect::sqlite, &limited), sql.name);
}

void SqliteConnection::bind(sqlite3_stmt* statement, int index, const Value& value) const {
    struct Bind {
        sqlite3_stmt* statement;
        int index;
        int operator()(Null) const { return sqlite3_bind_null(statement, index); }
        int operator()(bool v) const { return sqlite3_bind_int64(statement, index, v ? 1 : 0); }
        int operator()(std::int64_t v) const { return sqlite3_bind_int64(statement, index, v); }
        int operator()(double v) const { return sqlite3_bind_double(statement, index, v); }
        int operator()(const std::string& v) const {
            return sqlite3_bind_text64(
                statement, index, v.data(), v.size(), SQLITE_STATIC, SQLITE_UTF8);
        }
        int operator()(const Blob& v) const {
            return sqlite3_bind_blob64(
                statement, index, v.bytes.data(), v.bytes.size(), SQLITE_STATIC);
        }
    };
    const int code = std::visit(Bind{statement, index}, value);
    if (code != SQLITE_OK) fail(sqlite3_sql(statement), code);
}

// Each is made where it stays: a list has thousands of them.
void SqliteConnection::add_cell(std::vector<Value>& cells, sqlite3_stmt* statement, int index) {
    // One look at the column, then at the value: without mutexes that is allowed, and half the
    // price of asking the statement each time.
    sqlite3_value* cell = sqlite3_column_value(statement, index);
    switch (sqlite3_value_type(cell)) {
        case SQLITE_INTEGER:
            cells.emplace_back(std::in_place_type<std::int64_t>, sqlite3_value_int64(cell));
            return;
        case SQLITE_FLOAT:
            cells.emplace_back(std::in_place_type<double>, sqlite3_value_double(cell));
            return;
        case SQLITE_TEXT: {
            const auto* text = reinterpret_cast<const char*>(sqlite3_value_text(cell));
            // Null only when there is no memory, which is nobody's text.
            if (text == nullptr) throw std::bad_alloc();
            const auto size = static_cast<std::size_t>(sqlite3_value_bytes(cell));
            cells.emplace_back(std::in_place_type<std::string>, text, size);
            return;
        }
        case SQLITE_BLOB: {
            const auto* bytes = static_cast<const char*>(sqlite3_value_blob(cell));
            const auto size = static_cast<std::size_t>(sqlite3_value_bytes(cell));
            cells.emplace_back(Blob{bytes == nullptr ? std::string{} : std::string(bytes, size)});
            return;
        }
        default:
            cells.emplace_back();
    }
}

ResultSet SqliteConnection::query(const Sql& sql,
                                  const Scope* scope,
                                  std::span<const Value> values) {
    Prepared& prepared = cached(sql, scope);
    sqlite3_stmt* statement = prepared.statement.get();
    struct Reset {
        sqlite3_stmt* statement;
        ~Reset() {
            sqlite3_reset(statement);
            sqlite3_clear_bindings(statement);
        }
    } const reset{statement};

    int index = 0;
    for (const Value& value : values) bind(statement, ++index, value);
    Value list;  // Outlives the steps below, since it is bound without a copy.
    if (scope != nullptr && !scope->everyone) {
        list = scope_list(*scope, Dialect::sqlite);
        bind(statement, ++index, list);
    }
    INVARIANT(sqlite3_bind_parameter_count(statement) == index);

    ResultSet set{.columns = prepared.columns, .cells = {}};
    set.cells.reserve(prepared.cells);
    const int width = static_cast<int>(prepared.columns.size());
    int code = 0;
    while ((code = sqlite3_step(statement)) == SQLITE_ROW) {
        for (int i = 0; i < width; ++i) add_cell(set.cells, statement, i);
    }
    if (code != SQLITE_DONE) fail(sql.name, code);
    prepared.cells = std::min(set.cells.size(), expected_cells_most);
    if (sqlite3_stmt_readonly(statement) == 0) {
        set.affected = sqlite3_changes64(db_);
        set.inserted = sqlite3_last_insert_rowid(db_);
    }
    return set;
}

// What the disk says is heard when SQLite syncs the whole at the end.
void sync_data(const std::string& path) {
    const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (file < 0) return;
    ::fdatasync(file);
    ::close(file);
}

SqliteConnection& as_sqlite(Connection& connection) {
    auto* sqlite = dynamic_cast<SqliteConnection*>(&connection);
    INVARIANT(sqlite != nullptr);
    return *sqlite;
}

}  // namespace

std::unique_ptr<Connection> open_sqlite(const SqliteOptions& options) {
    return std::make_unique<SqliteConnection>(options);
}

int checkpoint_wal(Connection& connection) {
    int pages = 0;
    int written = 0;
    // Busy is no error here: whoever reads old pages now lets go of them soon.
    sqlite3_wal_checkpoint_v2(
        as_sqlite(connection).handle(), nullptr, SQLITE_CHECKPOINT_PASSIVE, &pages, &written);
    return pages;
}

void restart_wal(Connection& connection) {
    // Everybody else's writing waits meanwhile, so this does not wait for a long reader (a backup):
    // it is asked for again.
    constexpr int patience_ms = 50;
    sqlite3* db = as_sqlite(connection).handle();
    sqlite3_busy_timeout(db, patience_ms);
    sqlite3_wal_checkpoint_v2(db, nullptr, SQLITE_CHECKPOINT_RESTART, nullptr, nullptr);
    sqlite3_busy_timeout(db, busy_timeout_ms);
}

bool keep_wal_short(Connection& connection, const std::string& path) {
    constexpr std::uint64_t page_bytes = 4'096;
    constexpr std::uint64_t worth_the_syncs = 1'000 * page_bytes;
    constexpr std::uint64_t everybody_waits = 64 * 1024 * 1024;
    std::error_code missing;
    const auto wal = std::filesystem::file_size(path + "-wal", missing);
    if (missing || wal < worth_the_syncs) return false;
    const std::uint64_t left = std::uint64_t(checkpoint_wal(connection)) * page_bytes;
    return left > everybody_waits;
}

void flush_sqlite(Connection& connection) {
    restart_wal(connection);
    // A checkpoint syncs the file only when it had something to copy into it.
    sqlite3_file* file = nullptr;
    sqlite3* db = as_sqlite(connection).handle();
    sqlite3_file_control(db, "main", SQLITE_FCNTL_FILE_POINTER, &file);
    INVARIANT(file != nullptr && file->pMethods != nullptr);
    if (file->pMethods->xSync(file, SQLITE_SYNC_NORMAL) != SQLITE_OK) {
        throw StorageError(StorageError::Kind::io, "sync of the database file failed");
    }
}

bool copy_sqlite(Connection& from, const std::string& to, const std::function<bool()>& is_stopped) {
    constexpr int pages_at_once = 1'024;
    sqlite3* opened = nullptr;
    const int code =
        sqlite3_open_v2(to.c_str(), &opened, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, nullptr);
    const std::unique_ptr<sqlite3, int (*)(sqlite3*)> target(opened, sqlite3_close_v2);
    const auto fail = [&](const std::string& doing) {
        throw StorageError(StorageError::Kind::io,
                           doing + " " + to + ": " + sqlite3_errmsg(target.get()));
    };
    if (code != SQLITE_OK) fail("open");
    const std::unique_ptr<sqlite3_backup, int (*)(sqlite3_backup*)> copy(
        sqlite3_backup_init(target.get(), "main", as_sqlite(from).handle(), "main"),
        sqlite3_backup_finish);
    if (copy == nullptr) fail("copy to");
    // One transaction around all steps: else each commit in between would begin the copy anew. It
    // begins with its first look at the database.
    from.begin(Connection::Access::read_only);
    from.script("SELECT COUNT(*) FROM sqlite_master");
    int stepped = SQLITE_OK;
    while (stepped == SQLITE_OK && !(is_stopped && is_stopped())) {
        stepped = sqlite3_backup_step(copy.get(), pages_at_once);
        // Left in the machine's memory, all that was copied would stand in the way of the next
        // COMMIT's sync, for seconds.
        sync_data(to);
    }
    from.rollback();
    if (stepped != SQLITE_DONE && stepped != SQLITE_OK) fail("copy to");
    return stepped == SQLITE_DONE;
}

}  // namespace ogniwo
