#pragma once

// The bytes of attachments: they lie under their SHA-256, once, wherever they came from; whose they
// are says attachments.hpp. SQLite keeps them as files beside the database (write, fsync, rename,
// fsync the folder), PostgreSQL as chunks in a table, so that several nodes see them.
//
// Bytes are stored before the Work that refers to them. What nothing refers to goes after 24 hours.
// A download goes by attachment id within a Scope, never by hash, and an upload never reveals that
// the same bytes were already there.

#include <memory>
#include <string>
#include <string_view>

#include "storage/transactor.hpp"
#include "storage/work.hpp"

namespace ogniwo {

class BlobStore {
public:
    virtual ~BlobStore() = default;
    // Durable when it returns. The SHA-256 in hex.
    virtual std::string put(std::string_view bytes) = 0;
    // Throws StorageError when the bytes are gone or do not match their hash.
    virtual std::string get(const std::string& sha256) = 0;
    // Removes what no attachment refers to and is older than `older_than`; the number removed.
    virtual int collect(Time older_than) = 0;
};

// As long as it lives, nothing is collected from this folder of files, by whatever process: a
// backup copies what a snapshot of the database names.
class BlobHold {
public:
    explicit BlobHold(const std::string& folder);
    ~BlobHold();
    BlobHold(const BlobHold&) = delete;
    BlobHold& operator=(const BlobHold&) = delete;

private:
    int file_;
};

std::unique_ptr<BlobStore> make_file_blobs(const std::string& folder, Transactor& data);
std::unique_ptr<BlobStore> make_database_blobs(Transactor& data);

}  // namespace ogniwo
