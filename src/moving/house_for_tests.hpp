#pragma once

// A house that somebody moves into: tables are uploaded and brought in, as the command line does.

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "moving/service.hpp"
#include "people/service.hpp"
#include "storage/jobs.hpp"
#include "testing/databases.hpp"
#include "tickets/service.hpp"

namespace ogniwo::moving {

class NoBlobs final : public BlobStore {
public:
    std::string put(std::string_view) override { return {}; }
    std::string get(const std::string&) override { return {}; }
    int collect(Time) override { return 0; }
};

class EmptyHouse {
public:
    explicit EmptyHouse(TestDatabase& database)
        : db(database), jobs_(database.data(), database.environment()) {
        jobs_.handle(moving_job, work_on_rows);
    }

    MovingId upload_table(MovingKind kind, const std::string& text) {
        const Caller caller;
        Outside outside{
            db.data(), blobs_, Actor::system(), db.environment(), caller, db.clock().now()};
        UploadTable wish{.kind = kind, .name = "t.csv", .source = "test"};
        REQUIRE(static_cast<bool>(take_apart(outside, wish, text)));
        const auto moving = db.write([&](Work& work) { return upload(work, wish); });
        REQUIRE(static_cast<bool>(moving));
        proposed = moving->mapping;
        return moving->summary.moving;
    }
    void start(MovingId id, bool dry_run) {
        const StartMoving wish{.moving = id, .mapping = proposed, .dry_run = dry_run};
        const auto started = db.write([&](Work& work) { return start_moving(work, wish); });
        REQUIRE(static_cast<bool>(started));
    }
    // False when nothing was left to do.
    bool step() { return jobs_.step(); }
    MovingCounts work_off(MovingId id) {
        while (step()) {
        }
        return show(id).summary.counts;
    }
    Moving show(MovingId id) {
        return *db.read([&](const View& view) { return show_moving(view, {.moving = id}); });
    }
    std::vector<MovedRow> rows(MovingId id) {
        return db
            .read([&](const View& view) { return *list_rows(view, {.moving = id, .limit = 200}); })
            .items;
    }
    CustomerId ensured(const std::string& name) {
        return *db.write([&](Work& work) { return people::ensure_customer(work, name); });
    }
    std::vector<tickets::TicketMessage> messages(std::int64_t ticket) {
        return db
            .read([&](const View& view) {
                return *tickets::list_messages(view, {.ticket = {ticket}});
            })
            .items;
    }
    MovingCounts bring_in(MovingId id) {
        start(id, false);
        return work_off(id);
    }
    // With the customer that `make` fills in, as if typed in here.
    template <class Make>
    CustomerId add_customer(Make make) {
        people::CreateCustomer card;
        make(card);
        return *db.write([&](Work& work) { return people::add_customer(work, card); });
    }
    people::Customer customer(CustomerId id) {
        return *db.read(
            [&](const View& view) { return people::show_customer(view, {.customer = id}); });
    }
    std::size_t customers() {
        return db.read([](const View& view) {
            people::ListCustomers wish;
            wish.limit = 1'000;
            return people::list_customers(view, wish)->items.size();
        });
    }

    TestDatabase& db;
    MovingMapping proposed{};

private:
    NoBlobs blobs_;
    Jobs jobs_;
};

}  // namespace ogniwo::moving
