#pragma once

// Brings a database to the newest schema: one linear history of files under schema/, append only.
//
// DDL is written once; words in braces become the dialect's own. Each file is one transaction that
// also notes its number and checksum; a file that was changed after it ran is a Bug of a developer,
// a database that is newer than the program is refused.

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "base/result.hpp"
#include "base/time.hpp"
#include "storage/connection.hpp"

namespace ogniwo {

class Random;

struct Migration {
    int number = 0;
    std::string_view name;  // "0001_foundation"
    std::string_view text;
};

// The files under schema/, embedded, in order.
std::span<const Migration> migrations();

inline constexpr Reason schema_newer{Refusal::conflict, "storage.schema_newer"};

// What migrate() found and did.
struct Migrated {
    int from = 0;
    int to = 0;
};
// Up to the newest schema, or up to an older one that an archive was written with.
Result<Migrated> migrate(Connection& connection,
                         Random& random,
                         Time now,
                         std::optional<int> up_to = {});

// The number of the schema that the database has; 0 before the first migration.
int schema_number(Connection& connection);

// The words in braces, replaced.
std::string ddl_for(Dialect dialect, std::string_view text);

// The present schema as text, for the golden dumps schema/current.*.sql.
std::string dump_schema(Connection& connection);

}  // namespace ogniwo
