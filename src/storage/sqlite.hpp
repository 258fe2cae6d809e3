#pragma once

// SQLite as the embedded database: WAL, synchronous=FULL, one writer.

#include <functional>
#include <memory>
#include <string>

#include "base/time.hpp"
#include "storage/connection.hpp"

namespace ogniwo {

struct SqliteOptions {
    std::string path;
    Connection::Access access = Connection::Access::read_write;
    // The database's clock, for ogniwo_now() in SQL: leases expire by it.
    std::function<Time()> now;
    int cache_kib = 8 * 1024;
};

// Throws StorageError when the file cannot be opened.
std::unique_ptr<Connection> open_sqlite(const SqliteOptions& options);

// Writes what the WAL holds back into the file without waiting for anybody. The pages still in the
// WAL after it; above a limit the caller pauses everybody for restart_wal.
int checkpoint_wal(Connection& connection);
void restart_wal(Connection& connection);
// What a server does twice a second: nothing while the WAL is small, a checkpoint beside everybody
// else when it is not. True above 64 MiB: then the writer restarts it between two transactions of
// its own, because beside a busy writer nobody else would ever get the lock. `path` is the
// database's.
bool keep_wal_short(Connection& connection, const std::string& path);

// Everything in the file and on the disk, also what was written with synchronous=OFF.
void flush_sqlite(Connection& connection);

// A consistent copy of the whole database, made while others write. False when `is_stopped` said so
// in between; the copy is then of no use.
bool copy_sqlite(Connection& from,
                 const std::string& to,
                 const std::function<bool()>& is_stopped = {});

}  // namespace ogniwo
