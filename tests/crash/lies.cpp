// A SQLite that lies, for the controls of tests/crash: a check that cannot find what is done wrong
// here proves nothing. The linker puts these functions in front of the real ones (--wrap), so the
// product knows nothing of them. OGNIWO_LIE says which one is told:
//
//   early      the COMMIT of a request is answered at once and made when the next one begins
//   unsynced   PRAGMA synchronous=OFF
//   keyless    no idempotency key is ever found again

#include <cstdlib>
#include <random>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "storage/sqlite.hpp"

namespace ogniwo {

std::unique_ptr<Connection> real_open(const SqliteOptions& options) __asm__(
    "__real__ZN6ogniwo11open_sqliteERKNS_13SqliteOptionsE");
std::unique_ptr<Connection> lying_open(const SqliteOptions& options) __asm__(
    "__wrap__ZN6ogniwo11open_sqliteERKNS_13SqliteOptionsE");
// These look behind a connection at SQLite itself; no WAL grows long in a control.
void never_restart_wal(Connection& connection) __asm__(
    "__wrap__ZN6ogniwo11restart_walERNS_10ConnectionE");
bool never_keep_wal_short(Connection& connection, const std::string& path) __asm__(
    "__wrap__ZN6ogniwo14keep_wal_shortERNS_10ConnectionERKNSt7__cxx1112basic_stringIcSt11char_"
    "traitsIcESaIcEEE");

namespace {

std::string_view lie() {
    const char* word = std::getenv("OGNIWO_LIE");
    return word == nullptr ? "" : word;
}

class LyingConnection final : public Connection {
public:
    explicit LyingConnection(std::unique_ptr<Connection> honest) : honest_(std::move(honest)) {}
    ~LyingConnection() override { settle(); }

    Dialect dialect() const override { return honest_->dialect(); }
    ResultSet query(const Sql& sql, const Scope* scope, std::span<const Value> values) override {
        if (sql.name != "idempotency.insert_key") return honest_->query(sql, scope, values);
        of_request_ = true;
        std::vector<Value> given(values.begin(), values.end());
        constexpr std::size_t key = 2;
        if (lie() == "keyless") given[key] = std::to_string(std::random_device()());
        return honest_->query(sql, scope, given);
    }
    void script(const std::string& text) override {
        settle();
        honest_->script(text);
    }
    void begin(Access access) override {
        settle();
        honest_->begin(access);
        of_request_ = false;
    }
    void commit() override {
        if (lie() == "early" && of_request_) {
            open_ = true;
        } else {
            honest_->commit();
        }
    }
    void rollback() noexcept override { honest_->rollback(); }
    bool in_transaction() const override { return !open_ && honest_->in_transaction(); }
    void savepoint() override { honest_->savepoint(); }
    void release() override { honest_->release(); }
    void rollback_to() override { honest_->rollback_to(); }
    void prepare(const Sql& sql) override { honest_->prepare(sql); }

private:
    void settle() {
        if (std::exchange(open_, false)) honest_->commit();
    }

    std::unique_ptr<Connection> honest_;
    bool of_request_ = false;
    bool open_ = false;  // Said to be committed.
};

}  // namespace

std::unique_ptr<Connection> lying_open(const SqliteOptions& options) {
    auto connection = std::make_unique<LyingConnection>(real_open(options));
    if (lie() == "unsynced") connection->script("PRAGMA synchronous=OFF");
    return connection;
}

void never_restart_wal(Connection&) {}

bool never_keep_wal_short(Connection&, const std::string&) {
    return false;
}

}  // namespace ogniwo
