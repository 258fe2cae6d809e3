#include "storage/postgres.hpp"

#include <libpq-fe.h>
#include <poll.h>

#include <charconv>
#include <cstring>
#include <unordered_map>
#include <utility>

#include "base/check.hpp"

namespace ogniwo {
namespace {

// Object ids of the built-in types that the product's columns have.
enum TypeOid : Oid {
    oid_bool = 16,
    oid_bytea = 17,
    oid_int8 = 20,
    oid_int2 = 21,
    oid_int4 = 23,
    oid_float4 = 700,
    oid_float8 = 701,
    oid_numeric = 1700,
};

struct Clear {
    void operator()(PGresult* result) const { PQclear(result); }
};
using PgResult = std::unique_ptr<PGresult, Clear>;

struct Finish {
    void operator()(PGconn* connection) const { PQfinish(connection); }
};
using PgHandle = std::unique_ptr<PGconn, Finish>;

StorageError::Kind kind_of(std::string_view state) {
    if (state == "40001" || state == "40P01" || state == "55P03") return StorageError::Kind::busy;
    if (state == "53100") return StorageError::Kind::full;
    // Administrator shutdown, crash shutdown, cannot connect now, and a read-only former primary.
    if (state.substr(0, 2) == "08" || state.substr(0, 3) == "57P" || state == "25006") {
        return StorageError::Kind::gone;
    }
    // Out of resources, failures of the system under it, and its own faults, broken pages among
    // them.
    const std::string_view kind = state.substr(0, 2);
    if (kind == "53" || kind == "58" || kind == "XX") return StorageError::Kind::io;
    return StorageError::Kind::bug;
}

std::int64_t parse_integer(const char* text) {
    std::int64_t number = 0;
    const auto end = text + std::strlen(text);
    const auto parsed = std::from_chars(text, end, number);
    INVARIANT(parsed.ec == std::errc{} && parsed.ptr == end);
    return number;
}

Value parse_number(const char* text) {
    if (std::strpbrk(text, ".eEnN") == nullptr) return parse_integer(text);
    return std::strtod(text, nullptr);
}

std::string parse_bytes(const char* text) {
    std::size_t size = 0;
    unsigned char* bytes = PQunescapeBytea(reinterpret_cast<const unsigned char*>(text), &size);
    INVARIANT(bytes != nullptr);
    std::string copy(reinterpret_cast<char*>(bytes), size);
    PQfreemem(bytes);
    return copy;
}

class PostgresConnection final : public Connection {
public:
    PostgresConnection(std::string url, Access access);

    Dialect dialect() const override { return Dialect::postgres; }
    ResultSet query(const Sql& sql, const Scope* scope, std::span<const Value> values) override;
    void script(const std::string& text) override { exec(text.c_str()); }
    void begin(Access access) override;
    void commit() override;
    void rollback() noexcept override;
    bool in_transaction() const override { return PQtransactionStatus(pg_.get()) != PQTRANS_IDLE; }
    void savepoint() override { exec("SAVEPOINT work"); }
    void release() override { exec("RELEASE SAVEPOINT work"); }
    void rollback_to() override { exec("ROLLBACK TO SAVEPOINT work; RELEASE SAVEPOINT work"); }
    bool was_committed(std::int64_t transaction_id) override;
    void prepare(const Sql& sql) override;
    bool wait_for_notice(std::chrono::milliseconds wait) override;
    void notify() override {
        if (PQstatus(pg_.get()) != CONNECTION_OK) connect();
        exec("NOTIFY ogniwo_journal");
    }

private:
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

    void connect();
    [[noreturn]] void fail(std::string_view doing, const PGresult* result) const;
    PgResult exec(const char* text);
    PgResult checked(std::string_view doing, PGresult* result) const;
    struct Prepared {
        std::string name;
        std::vector<std::string> columns;  // As the first answer named them.
    };
    Prepared& cached(const Sql& sql, const Scope* scope);

    const std::string url_;
    const Access access_;
    PgHandle pg_;
    bool warned_ = false;
    std::unordered_map<Key, Prepared, KeyHash> statements_;
    Prepared passing_;  // The last one of its kind.
    bool listening_ = false;
};

PostgresConnection::PostgresConnection(std::string url, Access access)
    : url_(std::move(url)), access_(access) {
    connect();
}

void PostgresConnection::connect() {
    statements_.clear();
    listening_ = false;
    pg_.reset(PQconnectdb(url_.c_str()));
    if (PQstatus(pg_.get()) != CONNECTION_OK) {
        throw StorageError(StorageError::Kind::gone, PQerrorMessage(pg_.get()));
    }
    // The only warning at a COMMIT is that the wait for a replica was cut short.
    const auto note_warning = [](void* warned, const PGresult*) {
        *static_cast<bool*>(warned) = true;
    };
    PQsetNoticeReceiver(pg_.get(), note_warning, &warned_);
    exec("SET client_min_messages = warning; SET synchronous_commit = on; SET TimeZone = 'UTC'");
    // A writing transaction over a second would hold back every reader of the journal.
    exec(access_ == Access::read_write
             ? "SET statement_timeout = '1s'; SET idle_in_transaction_session_timeout = '5s'"
             : "SET statement_timeout = '5s'; SET idle_in_transaction_session_timeout = '10s'");
}

void PostgresConnection::fail(std::string_view doing, const PGresult* result) const {
    const char* state = result == nullptr ? nullptr : PQresultErrorField(result, PG_DIAG_SQLSTATE);
    const auto kind = PQstatus(pg_.get()) != CONNECTION_OK ? StorageError::Kind::gone
                      : state == nullptr                   ? StorageError::Kind::io
                                                           : kind_of(state);
    throw StorageError(kind, std::string(doing) + ": " + PQerrorMessage(pg_.get()));
}

PgResult PostgresConnection::checked(std::string_view doing, PGresult* raw) const {
    PgResult result(raw);
    const auto status = PQresultStatus(result.get());
    if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK) fail(doing, result.get());
    return result;
}

PgResult PostgresConnection::exec(const char* text) {
    return checked(text, PQexec(pg_.get(), text));
}

void PostgresConnection::begin(Access access) {
    if (PQstatus(pg_.get()) != CONNECTION_OK) connect();
    exec(access == Access::read_write ? "BEGIN ISOLATION LEVEL REPEATABLE READ"
                                      : "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
}

void PostgresConnection::commit() {
    warned_ = false;
    const PgResult result(PQexec(pg_.get(), "COMMIT"));
    const char* state = PQresultErrorField(result.get(), PG_DIAG_SQLSTATE);
    const bool cancelled = state != nullptr && std::strcmp(state, "57014") == 0;
    if (PQstatus(pg_.get()) != CONNECTION_OK || cancelled || warned_) {
        throw StorageError(StorageError::Kind::unknown_commit, PQerrorMessage(pg_.get()));
    }
    if (PQresultStatus(result.get()) != PGRES_COMMAND_OK) fail("COMMIT", result.get());
    // A COMMIT of a failed transaction "succeeds" as ROLLBACK.
    if (std::strcmp(PQcmdStatus(result.get()), "COMMIT") != 0) {
        throw StorageError(StorageError::Kind::busy, "the transaction was rolled back");
    }
}

void PostgresConnection::rollback() noexcept {
    if (PQstatus(pg_.get()) == CONNECTION_OK && in_transaction()) {
        PQclear(PQexec(pg_.get(), "ROLLBACK"));
    }
}

bool PostgresConnection::was_committed(std::int64_t transaction_id) {
    connect();
    const std::string text = "SELECT pg_xact_status(CAST('" + std::to_string(transaction_id) +
                             "' AS xid8)) = 'committed'";
    const PgResult result = exec(text.c_str());
    return std::strcmp(PQgetvalue(result.get(), 0, 0), "t") == 0;
}

PostgresConnection::Prepared& PostgresConnection::cached(const Sql& sql, const Scope* scope) {
    if (sql.serial == Sql::passing) {
        const std::string text = dialect_text(sql.text, Dialect::postgres, scope);
        checked(sql.name, PQprepare(pg_.get(), "", text.c_str(), 0, nullptr));
        return passing_ = Prepared{.name = "", .columns = {}};
    }
    const Key key{sql.serial, scope != nullptr && !scope->everyone};
    auto found = statements_.find(key);
    if (found == statements_.end()) {
        const std::string name = "s" + std::to_string(statements_.size());
        const std::string text = dialect_text(sql.text, Dialect::postgres, scope);
        checked(sql.name, PQprepare(pg_.get(), name.c_str(), text.c_str(), 0, nullptr));
        found = statements_.emplace(key, Prepared{.name = name, .columns = {}}).first;
    }
    return found->second;
}

void PostgresConnection::prepare(const Sql& sql) {
    const Scope limited;
    const std::string text = dialect_text(sql.text, Dialect::postgres, &limited);
    checked(sql.name, PQprepare(pg_.get(), "", text.c_str(), 0, nullptr));
}

// Values as libpq wants them: text, but bytes as they are.
struct Parameters {
    explicit Parameters(std::size_t size) { texts.reserve(size); }

    void add(const Value& value) {
        struct ToText {
            std::string operator()(Null) const { return {}; }
            std::string operator()(bool v) const { return v ? "t" : "f"; }
            std::string operator()(std::int64_t v) const { return std::to_string(v); }
            std::string operator()(double v) const {
                char text[32];
                return std::string(text, std::to_chars(text, text + sizeof text, v).ptr);
            }
            std::string operator()(const std::string& v) const { return v; }
            std::string operator()(const Blob& v) const { return v.bytes; }
        };
        texts.push_back(std::visit(ToText{}, value));
        pointers.push_back(std::holds_alternative<Null>(value) ? nullptr : texts.back().c_str());
        lengths.push_back(static_cast<int>(texts.back().size()));
        formats.push_back(std::holds_alternative<Blob>(value) ? 1 : 0);
    }

    std::vector<std::string> texts;  // Never reallocates: reserved for all of them.
    std::vector<const char*> pointers;
    std::vector<int> lengths;
    std::vector<int> formats;
};

Value read_cell(const PGresult* result, int row, int column) {
    if (PQgetisnull(result, row, column) == 1) return Null{};
    const char* text = PQgetvalue(result, row, column);
    switch (PQftype(result, column)) {
        case oid_bool:
            return text[0] == 't';
        case oid_int2:
        case oid_int4:
        case oid_int8:
            return parse_integer(text);
        case oid_float4:
        case oid_float8:
        case oid_numeric:
            return parse_number(text);
        case oid_bytea:
            return Blob{parse_bytes(text)};
        default:
            return std::string(text, static_cast<std::size_t>(PQgetlength(result, row, column)));
    }
}

ResultSet PostgresConnection::query(const Sql& sql,
                                    const Scope* scope,
                                    std::span<const Value> values) {
    Prepared& prepared = cached(sql, scope);
    Parameters parameters(values.size() + 1);
    for (const Value& value : values) parameters.add(value);
    if (scope != nullptr && !scope->everyone) {
        parameters.add(scope_list(*scope, Dialect::postgres));
    }
    const PgResult result = checked(sql.name,
                                    PQexecPrepared(pg_.get(),
                                                   prepared.name.c_str(),
                                                   static_cast<int>(parameters.texts.size()),
                                                   parameters.pointers.data(),
                                                   parameters.lengths.data(),
                                                   parameters.formats.data(),
                                                   0));
    const int width = PQnfields(result.get());
    const int height = PQntuples(result.get());
    if (prepared.columns.empty()) {
        for (int i = 0; i < width; ++i) prepared.columns.emplace_back(PQfname(result.get(), i));
    }
    ResultSet set{.columns = prepared.columns, .cells = {}};
    set.cells.reserve(static_cast<std::size_t>(width * height));
    for (int row = 0; row < height; ++row) {
        for (int i = 0; i < width; ++i) set.cells.push_back(read_cell(result.get(), row, i));
    }
    const char* affected = PQcmdTuples(result.get());
    if (affected[0] != 0) set.affected = parse_integer(affected);
    return set;
}

bool PostgresConnection::wait_for_notice(std::chrono::milliseconds wait) {
    if (PQstatus(pg_.get()) != CONNECTION_OK) connect();
    if (!listening_) {
        exec("LISTEN ogniwo_journal");
        listening_ = true;
    }
    pollfd socket{.fd = PQsocket(pg_.get()), .events = POLLIN, .revents = 0};
    poll(&socket, 1, static_cast<int>(wait.count()));
    PQconsumeInput(pg_.get());
    bool noticed = false;
    while (PGnotify* notice = PQnotifies(pg_.get())) {
        PQfreemem(notice);
        noticed = true;
    }
    return noticed;
}

}  // namespace

PostgresAddress parse_postgres_address(const std::string& url) {
    char* why = nullptr;
    const std::unique_ptr<PQconninfoOption, void (*)(PQconninfoOption*)> options(
        PQconninfoParse(url.c_str(), &why), PQconninfoFree);
    if (options == nullptr) {
        const std::string text = why == nullptr ? "" : why;
        PQfreemem(why);
        throw StorageError(StorageError::Kind::io, text);
    }
    PostgresAddress address;
    for (const PQconninfoOption* option = options.get(); option->keyword != nullptr; ++option) {
        if (option->val == nullptr) continue;
        if (std::strcmp(option->keyword, "password") == 0) {
            address.password = option->val;
            continue;
        }
        std::string& text = address.without_password;
        text += (text.empty() ? "" : " ") + std::string(option->keyword) + "='";
        for (const char* at = option->val; *at != 0; ++at) {
            if (*at == '\'' || *at == '\\') text += '\\';
            text += *at;
        }
        text += '\'';
    }
    return address;
}

std::unique_ptr<Connection> open_postgres(const std::string& url, Connection::Access access) {
    return std::make_unique<PostgresConnection>(url, access);
}

}  // namespace ogniwo
