#include "storage/filling.hpp"

#include "storage/sqlite.hpp"

namespace ogniwo {
namespace {

// Pages that are read through a mapping of the file count as this process's memory.
constexpr const char* relax_sqlite =
    "PRAGMA synchronous=OFF; PRAGMA mmap_size=0; PRAGMA cache_size=-65536";
constexpr const char* relax_postgres = "SET synchronous_commit = off";

}  // namespace

Filling::Filling(Connection& connection) : connection_(connection) {
    connection_.script(connection_.dialect() == Dialect::sqlite ? relax_sqlite : relax_postgres);
}

void Filling::tidy() {
    if (connection_.dialect() == Dialect::sqlite) checkpoint_wal(connection_);
}

void Filling::settle() {
    if (connection_.dialect() == Dialect::sqlite) {
        connection_.script("PRAGMA synchronous=FULL");
        flush_sqlite(connection_);
    } else {
        // The next commit that waits takes all earlier ones to the disk with it.
        connection_.script("SET synchronous_commit = on");
    }
}

}  // namespace ogniwo
