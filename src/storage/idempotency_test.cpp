#include "storage/idempotency.hpp"

#include <doctest/doctest.h>

#include <atomic>
#include <thread>

#include "testing/databases.hpp"

namespace ogniwo {
namespace {

const IdempotencyKey key{
    .actor = "person:7", .operation = "desk.create_note", .key = "k-1", .request_hash = "h-1"};

// "ours", "answer ...", or the reason.
std::string claim(Transactor& data, const IdempotencyKey& wanted) {
    std::string found;
    const Outcome outcome = data.write([&](Tx& tx, Time now) -> Outcome {
        TRY(const auto kept, idempotency::claim(tx, wanted, now));
        found = kept ? "answer " + *kept : "ours";
        return Nothing{};
    });
    return outcome ? found : std::string(outcome.error().reason.name);
}

void keep(Transactor& data, const IdempotencyKey& of, std::string_view answer) {
    const Outcome kept = data.write([&](Tx& tx, Time) -> Outcome {
        idempotency::keep_answer(tx, of, answer);
        return Nothing{};
    });
    CHECK(kept);
}

std::int64_t purge(Transactor& data) {
    std::int64_t purged = 0;
    const Outcome outcome = data.write([&](Tx& tx, Time now) -> Outcome {
        purged = idempotency::purge(tx, now);
        return Nothing{};
    });
    CHECK(outcome);
    return purged;
}

TEST_CASE("a key belongs to the actor, the operation and the request it came with first") {
    for_each_database([](TestDatabase& db) {
        CHECK(claim(db.data(), key) == "ours");
        CHECK(claim(db.data(), key) == "already_done");
        keep(db.data(), key, "201");
        CHECK(claim(db.data(), key) == "answer 201");

        IdempotencyKey other = key;
        other.request_hash = "h-2";
        CHECK(claim(db.data(), other) == "idempotency_key_reused");
        other = key;
        other.actor = "person:8";
        CHECK(claim(db.data(), other) == "ours");
        other = key;
        other.operation = "desk.drop_note";
        CHECK(claim(db.data(), other) == "ours");
        other = key;
        other.key = "K-1";
        CHECK(claim(db.data(), other) == "ours");
    });
}

TEST_CASE("mail keys stay for ever, others for seven days") {
    for_each_database([](TestDatabase& db) {
        IdempotencyKey mail = key;
        mail.actor = "mailbox:3";
        CHECK(claim(db.data(), key) == "ours");
        CHECK(claim(db.data(), mail) == "ours");
        db.clock().advance(std::chrono::hours{7 * 24} + std::chrono::seconds{1});
        CHECK(purge(db.data()) == 1);
        CHECK(claim(db.data(), mail) == "already_done");
        CHECK(claim(db.data(), key) == "ours");
    });
}

TEST_CASE("an erased person's answers are forgotten, others' are not") {
    for_each_database([](TestDatabase& db) {
        IdempotencyKey other = key;
        other.actor = "person:77";
        CHECK(claim(db.data(), key) == "ours");
        CHECK(claim(db.data(), other) == "ours");
        db.change([](Work& work) { idempotency::erase(work.tx, "person:7"); });
        CHECK(claim(db.data(), key) == "ours");
        CHECK(claim(db.data(), other) == "already_done");
    });
}

TEST_CASE("of two that claim one key at once, one does the work and the other hears of it") {
    for_each_database([](TestDatabase& db) {
        constexpr int keys = 25;
        std::atomic<int> ours{0}, answers{0};
        const auto race = [&] {
            DirectTransactor data(db.database().connect(Connection::Access::read_write),
                                  db.work_clock());
            for (int i = 0; i < keys; ++i) {
                IdempotencyKey wanted = key;
                wanted.key = std::to_string(i);
                bool first = false;
                const Outcome outcome = data.write([&](Tx& tx, Time now) -> Outcome {
                    TRY(const auto kept, idempotency::claim(tx, wanted, now));
                    first = !kept;
                    if (first) idempotency::keep_answer(tx, wanted, "done");
                    return Nothing{};
                });
                if (outcome) ++(first ? ours : answers);
            }
        };
        std::thread rival(race);
        race();
        rival.join();
        CHECK(ours == keys);
        CHECK(answers == keys);
    });
}

}  // namespace
}  // namespace ogniwo
