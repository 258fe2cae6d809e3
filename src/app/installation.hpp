#pragma once

// An opened installation: the folder locked, the key read, the database migrated, and whatever was
// erased before the last restore erased again. Every verb of the command line starts with one.

#include <memory>
#include <string>

#include "app/folder.hpp"
#include "app/settings.hpp"
#include "base/clock.hpp"
#include "base/random.hpp"
#include "storage/blobs.hpp"
#include "storage/database.hpp"
#include "storage/secrets.hpp"
#include "storage/work.hpp"

namespace ogniwo::app {

inline constexpr Reason database_unusable{Refusal::unavailable, "app.database_unusable"};
inline constexpr Reason key_unusable{Refusal::conflict, "app.key_unusable"};

class Installation {
public:
    // The error's `detail` is a sentence for the person at the terminal.
    static Result<std::unique_ptr<Installation>> open(const Settings& settings);

    Database& database() { return database_; }
    DirectTransactor& data() { return *data_; }
    WorkClock& clock() { return work_clock_; }
    const SystemClock& wall_clock() const { return clock_; }
    SystemRandom& random() { return random_; }
    const Environment& environment() const { return environment_; }
    const std::string& folder() const { return folder_; }

    // One change on behalf of the system, from the command line.
    template <class F>
    auto change(F work) {
        using Answer = decltype(work(std::declval<Work&>()));
        std::optional<Answer> answer;
        const Outcome outcome = data_->write([&](Tx& tx, Time now) -> Outcome {
            Work inside{{tx, Actor::system(), now, environment_, caller_}};
            answer.emplace(work(inside));
            if (!*answer) return answer->error();
            return Nothing{};
        });
        return std::move(*answer);
    }
    template <class F>
    auto look(F read) {
        using Answer = decltype(read(std::declval<const View&>()));
        std::optional<Answer> answer;
        data_->read([&](Tx& tx, Time now) {
            answer.emplace(read(View{tx, Actor::system(), now, environment_, caller_}));
        });
        return std::move(*answer);
    }

    // Brings the list of erasures in the folder and the one in the database together, and erases
    // whoever is only in the first: a restored backup does not bring anybody back.
    void settle_erasures();
    // Only the first half: whoever was erased in the database, on whichever node, stands in the
    // folder's list.
    void note_erasures(Transactor& data) const;

    std::unique_ptr<BlobStore> blobs(Transactor& data) const;

private:
    Installation(FolderLock lock, const Settings& settings, Vault vault);

    void connect();
    Outcome migrate_schema();
    void meet_the_clock();

    FolderLock lock_;
    SystemClock clock_;
    WorkClock work_clock_{clock_};
    SystemRandom random_;
    const std::string folder_;
    Vault vault_;
    Environment environment_;
    Caller caller_{.address = "local", .program = "ogniwo", .trace = {}};
    Database database_;
    std::unique_ptr<DirectTransactor> data_;
};

}  // namespace ogniwo::app
