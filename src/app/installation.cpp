#include "app/installation.hpp"

#include <algorithm>
#include <filesystem>
#include <map>

#include "app/erasure_list.hpp"
#include "app/store.hpp"
#include "people/service.hpp"
#include "storage/journal.hpp"
#include "storage/migrate.hpp"

namespace ogniwo::app {

Installation::Installation(FolderLock lock, const Settings& settings, Vault vault)
    : lock_(std::move(lock)),
      folder_(settings.data),
      vault_(std::move(vault)),
      environment_{.random = random_, .vault = vault_, .base_url = settings.address()},
      database_(settings.database_address(), clock_) {}

Result<std::unique_ptr<Installation>> Installation::open(const Settings& settings) {
    TRY(FolderLock lock, FolderLock::take(settings.data));
    // The outermost loop of a start: what throws here ends as a sentence, not as a crash.
    try {
        SystemRandom random;
        std::unique_ptr<Installation> opened(new Installation(
            std::move(lock), settings, Vault::from_file(settings.master_key_path(), random)));
        opened->connect();
        TRY_DO(opened->migrate_schema());
        opened->meet_the_clock();
        opened->settle_erasures();
        return opened;
    } catch (const StorageError& error) {
        return Error{.reason = database_unusable,
                     .detail = "the database " + settings.database_address() +
                               " cannot be used: " + error.what()};
    } catch (const std::runtime_error& error) {
        return Error{.reason = key_unusable, .detail = error.what()};
    }
}

void Installation::connect() {
    data_ = std::make_unique<DirectTransactor>(database_.connect(Connection::Access::read_write),
                                               work_clock_);
}

Outcome Installation::migrate_schema() {
    const auto migrated = migrate(data_->connection(), random_, clock_.now());
    if (migrated) return Nothing{};
    return Error{.reason = migrated.error().reason,
                 .detail = "the database is newer than this program; start the newer program"};
}

void Installation::meet_the_clock() {
    data_->read([&](Tx& tx, Time) {
        if (database_.dialect() == Dialect::postgres) {
            work_clock_.set_offset(store::database_now(tx) - clock_.now());
        }
        if (const auto last = store::last_recorded(tx)) work_clock_.not_before(*last);
    });
    (void)data_->write([](Tx& tx, Time) -> Outcome {
        if (store::has_foreign_transactions(tx)) journal::raise_generation(tx);
        return Nothing{};
    });
}

void Installation::settle_erasures() {
    const auto in_folder = read_erasures(erasures_path(folder_));
    (void)data_->write([&](Tx& tx, Time now) -> Outcome {
        Work work{{tx, Actor::system(), now, environment_, caller_}};
        people::apply_erasures(work, in_folder);
        return Nothing{};
    });
    note_erasures(*data_);
}

void Installation::note_erasures(Transactor& data) const {
    std::vector<people::Erasure> erasures;
    data.read([&](Tx& tx, Time) { erasures = people::list_erasures(tx); });
    add_erasures(erasures_path(folder_), erasures);
}

std::unique_ptr<BlobStore> Installation::blobs(Transactor& data) const {
    if (database_.dialect() == Dialect::postgres) return make_database_blobs(data);
    return make_file_blobs(folder_ + "/blobs", data);
}

}  // namespace ogniwo::app
