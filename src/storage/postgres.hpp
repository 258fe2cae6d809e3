#pragma once

// PostgreSQL 15 through libpq: blocking, REPEATABLE READ, synchronous_commit=on.

#include <memory>
#include <string>

#include "storage/connection.hpp"

namespace ogniwo {

// `url` is a libpq connection string. Throws StorageError when the server cannot be reached.
std::unique_ptr<Connection> open_postgres(const std::string& url, Connection::Access access);

}  // namespace ogniwo
