#pragma once

// PostgreSQL 15 through libpq: blocking, REPEATABLE READ, synchronous_commit=on.

#include <memory>
#include <string>

#include "storage/connection.hpp"

namespace ogniwo {

// `url` is a libpq connection string. Throws StorageError when the server cannot be reached.
std::unique_ptr<Connection> open_postgres(const std::string& url, Connection::Access access);

// A connection string in two parts, for programs that are told their password apart. Throws
// StorageError when it cannot be read.
struct PostgresAddress {
    std::string without_password;
    std::string password;
};
PostgresAddress parse_postgres_address(const std::string& url);

}  // namespace ogniwo
