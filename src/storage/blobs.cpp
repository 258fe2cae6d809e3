#include "storage/blobs.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <mutex>
#include <set>
#include <utility>

#include "base/crypto.hpp"
#include "base/files.hpp"

namespace ogniwo {
namespace {

constexpr std::size_t chunk_bytes = 256 * 1024;
constexpr int collect_most = 100;

// Seen again: it must not be collected just now.
const Sql insert_blob_sql{"blob.insert", R"sql(
    INSERT INTO blob (sha256, bytes, created_at) VALUES ($1, $2, $3)
    ON CONFLICT (sha256) DO UPDATE SET created_at = excluded.created_at
)sql"};

const Sql unreferenced_sql{"blob.unreferenced", R"sql(
    SELECT sha256 FROM blob
     WHERE created_at < $1
       AND NOT EXISTS (SELECT 1 FROM attachment WHERE attachment.sha256 = blob.sha256)
     ORDER BY sha256 LIMIT $2
)sql"};

const Sql is_referenced_sql{"blob.is_referenced", R"sql(
    SELECT EXISTS (SELECT 1 FROM attachment WHERE sha256 = $1)
)sql"};

const Sql delete_blob_sql{"blob.delete", R"sql(
    DELETE FROM blob
     WHERE sha256 = $1 AND created_at < $2
       AND NOT EXISTS (SELECT 1 FROM attachment WHERE attachment.sha256 = blob.sha256)
)sql"};

const Sql insert_chunk_sql{"blob.insert_chunk", R"sql(
    INSERT INTO blob_chunk (sha256, number, bytes) VALUES ($1, $2, $3)
    ON CONFLICT (sha256, number) DO NOTHING
)sql"};

const Sql chunks_sql{"blob.chunks", R"sql(
    SELECT bytes FROM blob_chunk WHERE sha256 = $1 ORDER BY number
)sql"};

const Sql delete_chunks_sql{"blob.delete_chunks", R"sql(
    DELETE FROM blob_chunk WHERE sha256 = $1
)sql"};

[[noreturn]] void fail(const std::string& doing, const std::string& path) {
    const auto kind =
        errno == ENOSPC || errno == EDQUOT ? StorageError::Kind::full : StorageError::Kind::io;
    throw StorageError(kind, doing + " " + path + ": " + std::strerror(errno));
}

// Closes what it opened, whatever happens in between.
class File {
public:
    File(const std::string& path, int flags) : path_(path), fd_(::open(path.c_str(), flags, 0600)) {
        if (fd_ < 0) fail("open", path);
    }
    ~File() { ::close(fd_); }
    File(const File&) = delete;
    File& operator=(const File&) = delete;

    void write(std::string_view bytes) {
        while (!bytes.empty()) {
            const auto written = ::write(fd_, bytes.data(), bytes.size());
            if (written < 0 && errno != EINTR) fail("write", path_);
            if (written > 0) bytes.remove_prefix(static_cast<std::size_t>(written));
        }
    }
    std::string read_all() {
        std::string bytes;
        std::string buffer(chunk_bytes, '\0');
        while (true) {
            const auto got = ::read(fd_, buffer.data(), buffer.size());
            if (got == 0) return bytes;
            if (got < 0 && errno != EINTR) fail("read", path_);
            if (got > 0) bytes.append(buffer, 0, static_cast<std::size_t>(got));
        }
    }
    void sync() {
        if (::fsync(fd_) != 0) fail("fsync", path_);
    }
    // Until it is closed; false when somebody else's lock is in the way.
    bool lock(int kind) const { return ::flock(fd_, kind | LOCK_NB) == 0; }

private:
    std::string path_;
    int fd_;
};

std::string checked(const std::string& sha256, std::string bytes) {
    if (sha256_hex(bytes) != sha256) {
        throw StorageError(StorageError::Kind::io, "blob " + sha256 + " does not match its hash");
    }
    return bytes;
}

// Looked for beside the writer, which then looks once more at those that it deletes.
std::vector<std::string> unreferenced(Transactor& data, Time older_than) {
    std::vector<std::string> found;
    data.read([&](Tx& tx, Time) {
        found = tx.all(first_column<std::string>, unreferenced_sql, older_than, collect_most);
    });
    return found;
}

class FileBlobs final : public BlobStore {
public:
    FileBlobs(std::string folder, Transactor& data) : folder_(std::move(folder)), data_(data) {}

    std::string put(std::string_view bytes) override {
        const std::string sha256 = sha256_hex(bytes);
        // One process owns the folder, so this mutex is all that keeps collect() from unlinking a
        // file between its rename and its row.
        const std::lock_guard lock(mutex_);
        store(sha256, bytes);
        (void)data_.write([&](Tx& tx, Time now) -> Outcome {
            tx.run(insert_blob_sql, sha256, bytes.size(), now);
            return Nothing{};
        });
        return sha256;
    }

    std::string get(const std::string& sha256) override {
        return checked(sha256, File(path(sha256), O_RDONLY | O_CLOEXEC).read_all());
    }

    int collect(Time older_than) override {
        const std::lock_guard lock(mutex_);
        if (!std::filesystem::exists(folder_)) return 0;
        const File folder(folder_, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
        if (!folder.lock(LOCK_EX)) return 0;  // A backup is under way: later.
        std::vector<std::string> gone;
        const auto candidates = unreferenced(data_, older_than);
        if (candidates.empty()) return 0;
        (void)data_.write([&](Tx& tx, Time) -> Outcome {
            gone.clear();
            for (const std::string& sha256 : candidates) {
                if (tx.run(delete_blob_sql, sha256, older_than) == 1) gone.push_back(sha256);
            }
            return Nothing{};
        });
        for (const std::string& sha256 : gone) ::unlink(path(sha256).c_str());
        return static_cast<int>(gone.size());
    }

private:
    std::string folder_of(const std::string& sha256) const {
        return folder_ + "/" + sha256.substr(0, 2);
    }
    std::string path(const std::string& sha256) const { return folder_of(sha256) + "/" + sha256; }

    // Write, fsync, rename, fsync the folder: after a power cut it is whole, or not there.
    void store(const std::string& sha256, std::string_view bytes) {
        const std::string folder = folder_of(sha256);
        save_name_of(folder);
        const std::string part = path(sha256) + ".part";
        {
            File file(part, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC);
            file.write(bytes);
            file.sync();
        }
        if (std::rename(part.c_str(), path(sha256).c_str()) != 0) fail("rename", part);
        if (!sync_folder(folder)) fail("fsync", folder);
    }

    // Also of a folder that is there: whoever made it may have died before its name was saved.
    void save_name_of(const std::string& folder) {
        if (saved_.contains(folder)) return;
        const bool saved = make_folder(folder) && sync_folder(folder_) &&
                           sync_folder(std::filesystem::path(folder_).parent_path());
        if (!saved) fail("make", folder);
        saved_.insert(folder);
    }

    const std::string folder_;
    Transactor& data_;
    std::mutex mutex_;
    std::set<std::string> saved_;
};

class DatabaseBlobs final : public BlobStore {
public:
    explicit DatabaseBlobs(Transactor& data) : data_(data) {}

    std::string put(std::string_view bytes) override {
        const std::string sha256 = sha256_hex(bytes);
        (void)data_.write([&](Tx& tx, Time now) -> Outcome {
            tx.run(insert_blob_sql, sha256, bytes.size(), now);
            return Nothing{};
        });
        // Short transactions: a chunk each. A reader sees the blob only through an attachment, and
        // that is written when all chunks are there.
        for (std::size_t at = 0, number = 0; at < bytes.size(); at += chunk_bytes, ++number) {
            (void)data_.write([&](Tx& tx, Time) -> Outcome {
                tx.run(insert_chunk_sql,
                       sha256,
                       number,
                       Blob{std::string(bytes.substr(at, chunk_bytes))});
                return Nothing{};
            });
        }
        return sha256;
    }

    std::string get(const std::string& sha256) override {
        std::string bytes;
        data_.read([&](Tx& tx, Time) {
            for (const Blob& chunk : tx.all(first_column<Blob>, chunks_sql, sha256)) {
                bytes += chunk.bytes;
            }
        });
        return checked(sha256, std::move(bytes));
    }

    int collect(Time older_than) override {
        int gone = 0;
        const auto candidates = unreferenced(data_, older_than);
        if (candidates.empty()) return 0;
        (void)data_.write([&](Tx& tx, Time) -> Outcome {
            gone = 0;
            for (const std::string& sha256 : candidates) {
                if (tx.one<bool>(is_referenced_sql, sha256)) continue;
                tx.run(delete_chunks_sql, sha256);
                gone += static_cast<int>(tx.run(delete_blob_sql, sha256, older_than));
            }
            return Nothing{};
        });
        return gone;
    }

private:
    Transactor& data_;
};

}  // namespace

BlobHold::BlobHold(const std::string& folder) {
    if (!make_folder(folder)) fail("make", folder);
    file_ = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    // A collection that is under way takes some milliseconds.
    if (file_ < 0 || ::flock(file_, LOCK_SH) != 0) fail("lock", folder);
}

BlobHold::~BlobHold() {
    ::close(file_);
}

std::unique_ptr<BlobStore> make_file_blobs(const std::string& folder, Transactor& data) {
    return std::make_unique<FileBlobs>(folder, data);
}

std::unique_ptr<BlobStore> make_database_blobs(Transactor& data) {
    return std::make_unique<DatabaseBlobs>(data);
}

}  // namespace ogniwo
