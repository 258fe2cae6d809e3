// A disk that forgets and that fails: loaded in front of the C library (LD_PRELOAD), it stands
// between a program and the files below one folder.
//
// OGNIWO_DISK_FOLDER   the folder; everything elsewhere is left alone.
// OGNIWO_DISK_SYNCED   Another folder, a copy of the first one at the start. From then on it holds
//                      what a power cut would leave: of every file what was written before the last
//                      sync of that file, under the names that were there at the last sync of the
//                      folder they stand in. What was synced is applied to it at once, so that
//                      killing the program at any moment leaves it as the cut would.
// OGNIWO_DISK_CONTROL  A file of four numbers (64 bits each): how many calls from now one fails (0:
//                      none); whether all calls after it fail as well; with which errno; how many
//                      calls have failed. A test writes the first three, at any time.
//
// Files that were open before their first write here are not known; nobody inherits any.

#include <dlfcn.h>
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <cstdarg>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <map>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

namespace {

namespace fs = std::filesystem;

// What the name means behind this library. Looked up late: others call before our own start.
template <class Function>
Function* behind(const char* name) {
    return reinterpret_cast<Function*>(dlsym(RTLD_NEXT, name));
}

int real_open(const char* path, int flags, mode_t mode = 0) {
    static auto* const call = behind<int(const char*, int, ...)>("open");
    return call(path, flags, mode);
}
int real_close(int file) {
    static auto* const call = behind<int(int)>("close");
    return call(file);
}
ssize_t real_write(int file, const void* bytes, std::size_t size) {
    static auto* const call = behind<ssize_t(int, const void*, std::size_t)>("write");
    return call(file, bytes, size);
}
ssize_t real_pwrite(int file, const void* bytes, std::size_t size, off64_t at) {
    static auto* const call = behind<ssize_t(int, const void*, std::size_t, off64_t)>("pwrite64");
    return call(file, bytes, size, at);
}
int real_truncate(int file, off64_t size) {
    static auto* const call = behind<int(int, off64_t)>("ftruncate64");
    return call(file, size);
}
int real_fsync(int file) {
    static auto* const call = behind<int(int)>("fsync");
    return call(file);
}
int real_fdatasync(int file) {
    static auto* const call = behind<int(int)>("fdatasync");
    return call(file);
}
int real_rename(const char* from, const char* to) {
    static auto* const call = behind<int(const char*, const char*)>("rename");
    return call(from, to);
}
int real_unlink(const char* path) {
    static auto* const call = behind<int(const char*)>("unlink");
    return call(path);
}

// ---- What a power cut would leave

struct Change {
    off64_t at = 0;
    std::string bytes;
    bool cuts = false;  // To the length `at`; else `bytes` are written there.
};

struct Entry {
    int number = 0;  // The name below .content of what a cut would leave of this file.
    std::vector<Change> waiting{};
};

class Synced {
public:
    Synced(const char* folder, const char* synced)
        : folder_(folder != nullptr ? folder : ""), synced_(synced != nullptr ? synced : "") {
        if (keeps()) fs::create_directories(content_folder());
    }

    bool covers(std::string_view path) const {
        return !folder_.empty() && path.starts_with(folder_ + "/");
    }
    bool keeps() const { return !synced_.empty(); }

    void opened(const std::string& path, bool truncated) {
        if (!keeps()) return;
        const bool is_new = !files_.contains(path);
        Entry& entry = files_[path];
        if (is_new) {
            entry.number = ++last_number_;
            std::error_code missing;
            fs::create_hard_link(shadow(path), content(entry), missing);
            if (missing) real_close(real_open(content(entry).c_str(), O_CREAT | O_WRONLY, 0600));
        }
        if (truncated) entry.waiting.push_back({.at = 0, .bytes = {}, .cuts = true});
    }

    void changed(const std::string& path, Change change) {
        if (keeps() && files_.contains(path)) files_[path].waiting.push_back(std::move(change));
    }

    void renamed(const std::string& from, const std::string& to) {
        if (!keeps() || !files_.contains(from)) return;
        files_[to] = std::move(files_[from]);
        files_.erase(from);
    }

    void removed(const std::string& path) { files_.erase(path); }

    void synced(const std::string& path) {
        if (!keeps()) return;
        if (fs::is_directory(path)) return folder_synced(path);
        const auto found = files_.find(path);
        if (found == files_.end()) return;
        const int file = real_open(content(found->second).c_str(), O_WRONLY);
        for (const Change& change : found->second.waiting) {
            if (change.cuts) {
                (void)!real_truncate(file, change.at);
            } else {
                (void)!real_pwrite(file, change.bytes.data(), change.bytes.size(), change.at);
            }
        }
        real_close(file);
        found->second.waiting.clear();
    }

private:
    fs::path content_folder() const { return fs::path(synced_) / ".content"; }
    fs::path content(const Entry& entry) const {
        return content_folder() / std::to_string(entry.number);
    }
    fs::path shadow(const fs::path& path) const {
        return fs::path(synced_) / path.lexically_relative(folder_);
    }

    // Its names are as they are now. A folder whose own name no sync has saved is not reached after
    // a cut; once it is, what was synced inside it is there.
    void folder_synced(const fs::path& folder) {
        std::map<std::string, int> names;
        for (const auto& [path, entry] : files_) {
            if (fs::path(path).parent_path() == folder) {
                names[fs::path(path).filename()] = entry.number;
            }
        }
        names_[folder] = names;
        if (!fs::exists(shadow(folder))) return;
        show(folder);
        for (const auto& inner : fs::directory_iterator(folder)) {
            if (!inner.is_directory() || fs::exists(shadow(inner.path()))) continue;
            fs::create_directory(shadow(inner.path()));
            show(inner.path());
        }
    }

    void show(const fs::path& folder) {
        const auto& names = names_[folder];
        for (const auto& left : fs::directory_iterator(shadow(folder))) {
            const bool stays = left.is_directory() || names.contains(left.path().filename()) ||
                               fs::exists(folder / left.path().filename());
            if (!stays) real_unlink(left.path().c_str());
        }
        for (const auto& [name, number] : names) {
            const fs::path there = shadow(folder) / name;
            const fs::path what = content_folder() / std::to_string(number);
            std::error_code differ;
            if (fs::equivalent(there, what, differ)) continue;
            real_unlink(there.c_str());
            fs::create_hard_link(what, there);
        }
    }

    const std::string folder_;
    const std::string synced_;
    std::map<std::string, Entry> files_;
    std::map<fs::path, std::map<std::string, int>> names_;  // Of each folder at its last sync.
    int last_number_ = 0;
};

// ---- Failures on demand

struct Control {
    std::atomic<std::int64_t> after;
    std::atomic<std::int64_t> all;
    std::atomic<std::int64_t> error;
    std::atomic<std::int64_t> failed;
};

Control* map_control(const char* path) {
    if (path == nullptr) return nullptr;
    const int file = real_open(path, O_RDWR);
    void* memory = mmap(nullptr, sizeof(Control), PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
    real_close(file);
    return memory == MAP_FAILED ? nullptr : static_cast<Control*>(memory);
}

class Disk {
public:
    static Disk& instance() {
        static Disk disk;  // Made by the first call, before any thread.
        return disk;
    }

    // Whether this call is one that fails; then errno is set.
    bool fails() {
        if (control_ == nullptr || control_->after == 0) return false;
        if (control_->after > 1) {
            --control_->after;
            return false;
        }
        if (control_->all == 0) control_->after = 0;
        ++control_->failed;
        errno = static_cast<int>(control_->error);
        return true;
    }

    // The path behind a descriptor; empty for what is none of ours.
    std::string path_of(int file) {
        const auto found = open_.find(file);
        return found == open_.end() ? std::string() : found->second;
    }

    int opened(int file, const char* path, int flags) {
        if (file < 0) return file;
        const std::string whole = fs::absolute(path).lexically_normal();
        const std::string trimmed =
            whole.ends_with('/') ? whole.substr(0, whole.size() - 1) : whole;
        if (!synced.covers(trimmed + "/")) return file;
        open_[file] = trimmed;
        if ((flags & O_DIRECTORY) == 0 && !fs::is_directory(trimmed)) {
            synced.opened(trimmed, (flags & O_TRUNC) != 0);
        }
        return file;
    }
    void closed(int file) { open_.erase(file); }

    std::recursive_mutex mutex;
    Synced synced{std::getenv("OGNIWO_DISK_FOLDER"), std::getenv("OGNIWO_DISK_SYNCED")};

private:
    Control* control_ = map_control(std::getenv("OGNIWO_DISK_CONTROL"));
    std::map<int, std::string> open_;
};

// Set while this file's own code opens and closes files.
thread_local bool inside = false;

// A call that the disk has a say in: `ask(disk, path)` answers what the program is told.
template <class Ask, class Pass>
auto on_file(int file, Ask ask, Pass pass) {
    if (inside) return pass();
    Disk& disk = Disk::instance();
    const int before = errno;
    auto answer = decltype(pass()){};
    int error = before;
    {
        const std::lock_guard lock(disk.mutex);
        const std::string path = disk.path_of(file);
        inside = true;
        answer = path.empty() ? pass() : ask(disk, path);
        if (answer < 0) error = errno;
        inside = false;
    }
    errno = error;
    return answer;
}

int open_any(const char* path, int flags, mode_t mode) {
    if (inside) return real_open(path, flags, mode);
    Disk& disk = Disk::instance();
    const std::lock_guard lock(disk.mutex);
    const int before = errno;
    inside = true;
    const bool creates = (flags & O_CREAT) != 0 &&
                         disk.synced.covers(fs::absolute(path).string()) && access(path, F_OK) != 0;
    const int file =
        creates && disk.fails() ? -1 : disk.opened(real_open(path, flags, mode), path, flags);
    const int error = file < 0 ? errno : before;
    inside = false;
    errno = error;
    return file;
}

int sync_any(int file, int (*sync)(int)) {
    return on_file(
        file,
        [&](Disk& disk, const std::string& path) {
            if (disk.fails()) return -1;
            const int done = sync(file);
            if (done == 0) disk.synced.synced(path);
            return done;
        },
        [&] { return sync(file); });
}

}  // namespace

extern "C" {

int open(const char* path, int flags, ...) {
    va_list more;
    va_start(more, flags);
    const mode_t mode = (flags & O_CREAT) != 0 ? va_arg(more, mode_t) : 0;
    va_end(more);
    return open_any(path, flags, mode);
}

int open64(const char* path, int flags, ...) {
    va_list more;
    va_start(more, flags);
    const mode_t mode = (flags & O_CREAT) != 0 ? va_arg(more, mode_t) : 0;
    va_end(more);
    return open_any(path, flags, mode);
}

int close(int file) {
    if (!inside) {
        Disk& disk = Disk::instance();
        const std::lock_guard lock(disk.mutex);
        disk.closed(file);
    }
    return real_close(file);
}

ssize_t write(int file, const void* bytes, std::size_t size) {
    return on_file(
        file,
        [&](Disk& disk, const std::string& path) -> ssize_t {
            if (disk.fails()) return -1;
            const off64_t at = lseek64(file, 0, SEEK_CUR);
            const ssize_t written = real_write(file, bytes, size);
            if (written > 0) {
                disk.synced.changed(
                    path, {.at = at, .bytes = {static_cast<const char*>(bytes), size_t(written)}});
            }
            return written;
        },
        [&] { return real_write(file, bytes, size); });
}

ssize_t pwrite64(int file, const void* bytes, std::size_t size, off64_t at) {
    return on_file(
        file,
        [&](Disk& disk, const std::string& path) -> ssize_t {
            if (disk.fails()) return -1;
            const ssize_t written = real_pwrite(file, bytes, size, at);
            if (written > 0) {
                disk.synced.changed(
                    path, {.at = at, .bytes = {static_cast<const char*>(bytes), size_t(written)}});
            }
            return written;
        },
        [&] { return real_pwrite(file, bytes, size, at); });
}

int ftruncate64(int file, off64_t size) noexcept {
    return on_file(
        file,
        [&](Disk& disk, const std::string& path) {
            if (disk.fails()) return -1;
            const int done = real_truncate(file, size);
            if (done == 0) disk.synced.changed(path, {.at = size, .bytes = {}, .cuts = true});
            return done;
        },
        [&] { return real_truncate(file, size); });
}

int fsync(int file) {
    return sync_any(file, real_fsync);
}

int fdatasync(int file) {
    return sync_any(file, real_fdatasync);
}

int rename(const char* from, const char* to) noexcept {
    if (inside) return real_rename(from, to);
    Disk& disk = Disk::instance();
    const std::lock_guard lock(disk.mutex);
    const int done = real_rename(from, to);
    if (done == 0) disk.synced.renamed(fs::absolute(from), fs::absolute(to));
    return done;
}

int unlink(const char* path) noexcept {
    if (inside) return real_unlink(path);
    Disk& disk = Disk::instance();
    const std::lock_guard lock(disk.mutex);
    const int done = real_unlink(path);
    if (done == 0) disk.synced.removed(fs::absolute(path));
    return done;
}

}  // extern "C"
