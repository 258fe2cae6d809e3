#include <doctest/doctest.h>
#include <sys/stat.h>

#include <filesystem>
#include <fstream>
#include <set>

#include "base/crypto.hpp"
#include "storage/attachments.hpp"
#include "storage/blobs.hpp"
#include "storage/jobs.hpp"
#include "storage/outbox.hpp"
#include "storage/secrets.hpp"
#include "storage/timers.hpp"
#include "testing/databases.hpp"

namespace ogniwo {
namespace {

using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

inline constexpr Reason not_today{Refusal::conflict, "test.not_today"};

const Sql state_of_letters_sql{"test.letters", R"sql(
    SELECT state FROM outbox ORDER BY id
)sql"};
const Sql payloads_of_letters_sql{"test.letter_payloads", R"sql(
    SELECT COUNT(*) FROM outbox WHERE payload IS NOT NULL
)sql"};

std::vector<std::string> letter_states(TestDatabase& db) {
    return db.read([](const View& view) {
        return view.tx.all(first_column<std::string>, state_of_letters_sql);
    });
}

}  // namespace

TEST_CASE("a timer fires once, and is told when it was due") {
    for_each_database([](TestDatabase& db) {
        std::vector<Time> due;
        Timers timers(db.data(), db.environment());
        timers.handle("test.bell", [&](Work& work, const Timer& timer) -> Outcome {
            CHECK(timer.subject == 7);
            CHECK(timer.payload == R"({"kind":"egg"})");
            due.push_back(*work.happened_at);
            return Nothing{};
        });
        const Time at = db.clock().now() + minutes{3};
        db.change([&](Work& work) {
            timers::set(work.tx, "test.bell", 7, at - minutes{1}, R"({"kind":"egg"})");
            timers::set(work.tx, "test.bell", 7, at, R"({"kind":"egg"})");  // Moves it.
            timers::set(work.tx, "test.bell", 8, at);
            timers::clear(work.tx, "test.bell", 8);
        });
        db.clock().advance(minutes{2});
        CHECK(timers.step() == 0);
        // The server is down when it is due, and comes back two hours later.
        db.clock().advance(hours{2});
        CHECK(timers.step() == 1);
        CHECK(timers.step() == 0);
        CHECK(due == std::vector<Time>{at});
    });
}

TEST_CASE("a timer whose handler fails is tried again a minute later, and holds up no other") {
    for_each_database([](TestDatabase& db) {
        int tried = 0;
        int fired = 0;
        Timers timers(db.data(), db.environment());
        timers.handle("test.fails", [&](Work&, const Timer&) -> Outcome {
            if (++tried == 1) throw Bug("the first time it breaks");
            if (tried == 2) return not_today;
            return Nothing{};
        });
        timers.handle("test.works", [&](Work&, const Timer&) -> Outcome {
            ++fired;
            return Nothing{};
        });
        db.change([&](Work& work) {
            timers::set(work.tx, "test.fails", 1, work.now);
            timers::set(work.tx, "test.works", 1, work.now);
        });
        CHECK(timers.step() == 1);
        CHECK(fired == 1);
        CHECK(timers.step() == 0);
        db.clock().advance(minutes{1});
        CHECK(timers.step() == 0);
        db.clock().advance(minutes{1});
        CHECK(timers.step() == 1);
        CHECK(tried == 3);
    });
}

TEST_CASE("a job goes on from its last chunk, and ends") {
    for_each_database([](TestDatabase& db) {
        int chunks = 0;
        bool broken = false;
        const auto handler = [&](Work&, Job& job) -> Result<Chunk> {
            CHECK(job.payload == R"({"rows":250})");
            // A chunk that breaks half way leaves the progress where it was.
            job.done += 100;
            if (job.done == 200 && !broken) {
                broken = true;
                throw Bug("breaks once");
            }
            job.total = 250;
            job.progress = R"({"last":)" + std::to_string(job.done) + "}";
            ++chunks;
            return job.done >= 250 ? Chunk::finished : Chunk::more;
        };
        Jobs node(db.data(), db.environment());
        node.handle("test.count", handler);
        JobId id{};
        db.change([&](Work& work) { id = jobs::start(work, "test.count", R"({"rows":250})"); });
        CHECK(node.step());
        CHECK(node.step());        // The one that breaks.
        CHECK_FALSE(node.step());  // It waits a while,
        db.clock().advance(seconds{31});
        if (db.dialect() == Dialect::postgres) {
            db.data().connection().script("UPDATE job SET lease_until = 0");
        }
        // and another node takes it up.
        Jobs other(db.data(), db.environment());
        other.handle("test.count", handler);
        while (other.step()) {
        }
        CHECK(chunks == 3);
        const auto state = db.read([&](const View& view) { return jobs::find(view.tx, id); });
        REQUIRE(state);
        CHECK(state->state == "done");
        CHECK(state->done == 300);
    });
}

TEST_CASE("a job that always fails is given up after five times, with its reason") {
    for_each_database([](TestDatabase& db) {
        Jobs node(db.data(), db.environment());
        node.handle("test.fails", [](Work&, Job&) -> Result<Chunk> { return not_today; });
        JobId id{};
        db.change([&](Work& work) { id = jobs::start(work, "test.fails", "{}"); });
        for (int i = 0; i < 10; ++i) {
            node.step();
            db.data().connection().script("UPDATE job SET lease_until = 0");
        }
        const auto state = db.read([&](const View& view) { return jobs::find(view.tx, id); });
        CHECK(state->state == "failed");
        CHECK(state->error == "test.not_today");
    });
}

TEST_CASE("a letter leaves after its commit, with one id over all attempts, and is forgotten") {
    for_each_database([](TestDatabase& db) {
        std::vector<std::string> ids;
        Outbox outbox(db.data());
        outbox.deliver("mail", [&](const Letter& letter) -> std::optional<std::string> {
            ids.push_back(letter.stable_id);
            CHECK(letter.payload == R"({"to":"jan"})");
            CHECK(letter.attempt == static_cast<int>(ids.size()));
            if (ids.size() == 1) return "the server is busy";
            if (ids.size() == 2) throw std::runtime_error("the line is dead");
            return std::nullopt;
        });
        (void)db.write([](Work& work) -> Outcome {
            outbox::put(work, "mail", R"({"to":"nobody"})");
            return not_today;  // Rolled back: never sent.
        });
        db.change([](Work& work) { outbox::put(work, "mail", R"({"to":"jan"})"); });
        CHECK(outbox.step() == 1);
        CHECK(outbox.step() == 0);
        db.clock().advance(seconds{5});
        CHECK(outbox.step() == 1);
        db.clock().advance(minutes{5});
        CHECK(outbox.step() == 1);
        CHECK(letter_states(db) == std::vector<std::string>{"sent"});
        CHECK(std::set<std::string>(ids.begin(), ids.end()).size() == 1);
        CHECK(db.read([](const View& view) {
            return view.tx.one<std::int64_t>(payloads_of_letters_sql);
        }) == 0);
    });
}

TEST_CASE("a letter that nobody takes is given up after ten attempts") {
    for_each_database([](TestDatabase& db) {
        Outbox outbox(db.data());
        db.change([](Work& work) { outbox::put(work, "pigeon", "{}"); });
        int attempts = 0;
        for (int i = 0; i < 20; ++i) {
            attempts += outbox.step();
            db.clock().advance(hours{25});
        }
        CHECK(attempts == 10);
        CHECK(letter_states(db) == std::vector<std::string>{"given_up"});
    });
}

TEST_CASE("a sender that dies while it sends gives the letter back") {
    for_each_database([](TestDatabase& db) {
        int sent = 0;
        Outbox outbox(db.data());
        outbox.deliver("mail", [&](const Letter&) -> std::optional<std::string> {
            ++sent;
            return std::nullopt;
        });
        db.change([](Work& work) { outbox::put(work, "mail", "{}"); });
        // As if a node had claimed it and was killed.
        const std::string until = std::to_string(to_micros(db.clock().now() + minutes{5}));
        db.data().connection().script("UPDATE outbox SET attempts = 1, next_at = " + until);
        CHECK(outbox.step() == 0);
        db.clock().advance(minutes{5});
        CHECK(outbox.step() == 1);
        CHECK(sent == 1);
    });
}

TEST_CASE("attachments lie under their hash, once, and go a day after nobody needs them") {
    for_each_database([](TestDatabase& db) {
        const auto blobs = db.dialect() == Dialect::sqlite
                               ? make_file_blobs(db.folder() + "/blobs", db.data())
                               : make_database_blobs(db.data());
        const std::string photo = db.random().bytes(600'000);
        const std::string sha256 = blobs->put(photo);
        CHECK(sha256 == sha256_hex(photo));
        CHECK(blobs->put(photo) == sha256);
        const std::string loose = blobs->put("nobody refers to this");
        CHECK(blobs->get(sha256) == photo);
        AttachmentId id{};
        db.change([&](Work& work) {
            id = attachments::insert(work,
                                     {.sha256 = sha256,
                                      .bytes = std::int64_t(photo.size()),
                                      .name = "../../etc/passwd",
                                      .media_type = "image/jpeg",
                                      .customer = CustomerId{1},
                                      .owner_kind = "ticket",
                                      .owner_id = 5});
        });
        db.read([&](const View& view) {
            CHECK(attachments::find(view.tx, {.customers = {{1}}}, id)->name == "../../etc/passwd");
            CHECK_FALSE(attachments::find(view.tx, {.customers = {{2}}}, id).has_value());
            CHECK(attachments::of_owners(view.tx, "ticket", {5}).size() == 1);
            return true;
        });
        CHECK(blobs->collect(db.clock().now() - hours{24}) == 0);
        db.clock().advance(hours{25});
        CHECK(blobs->collect(db.clock().now() - hours{24}) == 1);
        CHECK_THROWS((void)blobs->get(loose));
        CHECK(blobs->get(sha256) == photo);
    });
}

TEST_CASE("a file whose bytes have changed is not handed out") {
    TestDatabase db(Dialect::sqlite);
    const auto blobs = make_file_blobs(db.folder() + "/blobs", db.data());
    const std::string sha256 = blobs->put("the true bytes");
    std::ofstream(db.folder() + "/blobs/" + sha256.substr(0, 2) + "/" + sha256) << "other bytes";
    CHECK_THROWS_AS((void)blobs->get(sha256), StorageError);
}

TEST_CASE("a sealed secret opens only in its own place, with its own key, unchanged") {
    SeededRandom random(1);
    const Vault vault(std::string(32, 'a'));
    const Place place{"mailbox", "7", "password"};
    const Blob sealed = vault.seal(random, place, "hunter2");
    CHECK(vault.open(place, sealed) == "hunter2");
    CHECK(sealed.bytes.find("hunter2") == std::string::npos);
    CHECK_FALSE(vault.open({"mailbox", "8", "password"}, sealed).has_value());
    CHECK_FALSE(Vault(std::string(32, 'b')).open(place, sealed).has_value());
    for (std::size_t i = 0; i < sealed.bytes.size(); ++i) {
        Blob changed = sealed;
        changed.bytes[i] = static_cast<char>(changed.bytes[i] ^ 1);
        CHECK_FALSE(vault.open(place, changed).has_value());
    }
    CHECK_FALSE(vault.open(place, Blob{}).has_value());
    CHECK(vault.mac("a", "text") != vault.mac("b", "text"));
}

TEST_CASE("the master key is made once, only for us, and refused when others may read it") {
    TestDatabase db(Dialect::sqlite);
    const std::string path = db.folder() + "/master.key";
    const Vault made = Vault::from_file(path, db.random());
    CHECK(std::filesystem::file_size(path) == 32);
    CHECK(Vault::from_file(path, db.random()).mac("x", "y") == made.mac("x", "y"));
    ::chmod(path.c_str(), 0440);
    CHECK_THROWS((void)Vault::from_file(path, db.random()));
}

}  // namespace ogniwo
