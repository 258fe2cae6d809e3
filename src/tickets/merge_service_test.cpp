// What scenes cannot show: two nodes that merge tickets into each other, and thousands of merges,
// splits and their undoing in any order, after each of which every ticket shows what a model says
// that knows nothing but "what was written where".

#include "tickets/merge_service.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <map>
#include <random>
#include <set>
#include <thread>

#include "people/service.hpp"
#include "storage/attachments.hpp"
#include "storage/blobs.hpp"
#include "testing/databases.hpp"
#include "testing/environment.hpp"
#include "tickets/attachments.hpp"
#include "tickets/customer_service.hpp"
#include "tickets/merge_store.hpp"
#include "tickets/service.hpp"
#include "tickets/time_service.hpp"
#include "tiers/service.hpp"

namespace ogniwo::tickets {
namespace {

const RightSet rights{see,
                      see_own,
                      see_messages,
                      see_notes,
                      create,
                      reply,
                      note,
                      assign,
                      work_on,
                      see_time,
                      see_all_time,
                      book_work,
                      book_for_others};

const Sql break_split_sql{"merge_test.break_split", "DELETE FROM ticket_split_message"};
const Sql break_time_sql{"merge_test.break_split_time", "DELETE FROM ticket_split_time"};
const Sql break_merge_sql{"merge_test.break_merge",
                          "UPDATE ticket SET merged_into = NULL, status = own_status,"
                          " own_status = NULL WHERE id = $1"};

struct House {
    explicit House(TestDatabase& database) : db(database) {
        db.change([&](Work& work) {
            tiers::set_up(work);
            customer = *people::ensure_customer(work, "Kowalski");
            people::CreatePerson card;
            card.given_name = "Anna";
            card.family_name = "Nowak";
            card.is_staff = true;
            anna = *people::add_person(work, card);
        });
        actor = {.kind = Actor::Kind::person, .person = anna, .grants = {{std::nullopt, rights}}};
    }

    template <class Verb, class Wish>
    auto as(Verb verb, const Wish& wish) {
        return db.write_as(actor, [&](Work& work) { return verb(work, wish); });
    }
    TicketId opened(const std::string& subject = "Drukarka") {
        return as(create_ticket, CreateTicket{.customer = customer, .subject = subject})->id;
    }
    template <class Verb, class Wish>
    auto ask(Verb verb, const Wish& wish) {
        return db.read_as(actor, [&](const View& view) { return verb(view, wish); });
    }

    TestDatabase& db;
    CustomerId customer{};
    PersonId anna{};
    Actor actor{};
};

// Every ticket as it should be read. Nothing moves in it either: written things have a home, some
// are shown elsewhere, and tickets point at each other.
class Model {
public:
    struct Entry {
        TicketId home{};
        std::optional<TicketId> split_to{};
        int minutes = 0;
        std::size_t files = 0;
    };
    std::map<std::int64_t, Entry> messages{};
    std::map<std::int64_t, Entry> work{};
    std::map<TicketId, std::optional<TicketId>> merged{};  // All tickets.
    std::map<TicketId, TicketId> split_from{};

    bool is_merged(TicketId ticket) const { return merged.at(ticket).has_value(); }
    TicketId root(TicketId ticket) const {
        while (merged.at(ticket)) ticket = *merged.at(ticket);
        return ticket;
    }
    bool is_below(TicketId ticket, TicketId top) const {
        for (std::optional<TicketId> at = ticket; at; at = merged.at(*at)) {
            if (at == top) return true;
        }
        return false;
    }
    std::vector<std::int64_t> shown(const std::map<std::int64_t, Entry>& entries,
                                    TicketId top) const {
        std::vector<std::int64_t> ids;
        for (const auto& [id, entry] : entries) {
            if (is_below(entry.split_to.value_or(entry.home), top)) ids.push_back(id);
        }
        return ids;
    }
    void undo_split(TicketId ticket) {
        for (auto* all : {&messages, &work}) {
            for (auto& [id, entry] : *all) {
                if (entry.split_to == ticket) entry.split_to.reset();
            }
        }
    }
};

class Walk {
public:
    Walk(TestDatabase& db, std::uint64_t seed)
        : house_(db), random_(seed), sha256_(make_database_blobs(db.data())->put("ABC")) {
        for (int i = 0; i < 3; ++i) open();
    }

    void step() {
        const auto kind = pick(100);
        if (kind < 6 && tickets_.size() < 40) return open();
        if (kind < 30) return write();
        if (kind < 38) return book();
        if (kind < 60) return merge();
        if (kind < 76) return unmerge();
        if (kind < 90) return split();
        return unsplit();
    }

    // One ticket and the whole of it.
    void compare() {
        const TicketId ticket = any();
        const TicketId root = model_.root(ticket);
        CHECK(read_messages(ticket, 7) == model_.shown(model_.messages, root));
        std::size_t files = 0;
        for (const std::int64_t id : model_.shown(model_.messages, root)) {
            files += model_.messages.at(id).files;
        }
        CHECK(files_ == files);
        const auto time = house_.ask(list_ticket_time, ListTicketTime{.ticket = ticket});
        std::int64_t minutes = 0;
        for (const std::int64_t id : model_.shown(model_.work, ticket)) {
            minutes += model_.work.at(id).minutes;
        }
        CHECK(time->totals.minutes == minutes);
    }

    // Nothing is lost and nothing is shown twice.
    void compare_all() {
        std::multiset<std::int64_t> seen;
        std::int64_t minutes = 0;
        for (const TicketId ticket : tickets_) {
            if (model_.is_merged(ticket)) continue;
            for (const std::int64_t id : read_messages(ticket, 100)) seen.insert(id);
            minutes +=
                house_.ask(list_ticket_time, ListTicketTime{.ticket = ticket})->totals.minutes;
        }
        std::multiset<std::int64_t> all;
        for (const auto& [id, entry] : model_.messages) all.insert(id);
        CHECK(seen == all);
        std::int64_t booked = 0;
        for (const auto& [id, entry] : model_.work) booked += entry.minutes;
        CHECK(minutes == booked);
        CHECK(tickets::check(house_.db.data()).empty());
    }

    int done() const { return done_; }

private:
    std::size_t pick(std::size_t below) { return static_cast<std::size_t>(random_() % below); }
    TicketId any() { return tickets_[pick(tickets_.size())]; }

    void open() {
        const TicketId id = house_.opened();
        tickets_.push_back(id);
        model_.merged[id];
    }

    std::vector<AttachmentId> files_for(TicketId ticket) {
        std::vector<AttachmentId> files;
        if (pick(4) != 0) return files;
        (void)house_.db.write_as(house_.actor, [&](Work& work) -> Outcome {
            ogniwo::Attachment file{.sha256 = sha256_,
                                    .bytes = 3,
                                    .name = "a.txt",
                                    .media_type = "text/plain",
                                    .customer = house_.customer,
                                    .owner_kind = std::string(waiting_at_ticket),
                                    .owner_id = ticket.value};
            files.push_back(attachments::insert(work, file));
            return Nothing{};
        });
        return files;
    }

    // A reply reaches a merged ticket, too; a note does not.
    void write() {
        const TicketId ticket = any();
        const auto files = files_for(ticket);
        if (pick(3) == 0) {
            const auto made = house_.as(
                note_on_ticket, NoteOnTicket{.ticket = ticket, .text = "?", .attachments = files});
            CHECK(static_cast<bool>(made) == !model_.is_merged(ticket));
            if (made) keep(*made, files.size());
            return;
        }
        const auto made = house_.as(
            reply_to_ticket, ReplyToTicket{.ticket = ticket, .text = "!", .attachments = files});
        REQUIRE(static_cast<bool>(made));
        CHECK(made->ticket == ticket);
        keep(*made, files.size());
    }
    void keep(const TicketMessage& message, std::size_t files) {
        model_.messages[message.id.value] = {.home = message.ticket, .files = files};
        ++done_;
    }

    void book() {
        const TicketId ticket = any();
        const int minutes = 1 + static_cast<int>(pick(60));
        const auto booked = house_.as(
            book_time, BookTime{.ticket = ticket, .work = {.work_type = {1}, .minutes = minutes}});
        REQUIRE(static_cast<bool>(booked));
        const auto id = booked->items.front().id;
        model_.work[id.value] = {.home = ticket, .minutes = minutes};
        ++done_;
        if (pick(3) != 0) return;
        const auto corrected = house_.as(correct_time, CorrectTime{.ticket = ticket, .entry = id});
        REQUIRE(static_cast<bool>(corrected));
        model_.work[corrected->items.front().id.value] = {.home = ticket, .minutes = -minutes};
    }

    void merge() {
        const TicketId ticket = any();
        const TicketId into = any();
        const TicketId target = model_.root(into);
        const bool may = !model_.is_merged(ticket) && target != ticket;
        const auto done = house_.as(merge_ticket, MergeTicket{.ticket = ticket, .into = into});
        CHECK(static_cast<bool>(done) == may);
        if (!done) return;
        CHECK(done->merged_into == target);
        model_.merged[ticket] = target;
        ++done_;
    }

    void unmerge() {
        const TicketId ticket = any();
        const auto done = house_.as(unmerge_ticket, UnmergeTicket{.ticket = ticket});
        CHECK(static_cast<bool>(done) == model_.is_merged(ticket));
        if (!done) return;
        model_.merged[ticket].reset();
        ++done_;
    }

    void split() {
        const TicketId ticket = any();
        if (tickets_.size() >= 60) return;
        std::vector<MessageId> messages;
        std::vector<TimeEntryId> time;
        bool may = !model_.is_merged(ticket);
        const auto choose = [&](const auto& entries, auto add) {
            for (const std::int64_t id : model_.shown(entries, ticket)) {
                if (pick(3) != 0) continue;
                may = may && !entries.at(id).split_to;
                add(id);
            }
        };
        choose(model_.messages, [&](std::int64_t id) { messages.push_back({id}); });
        if (messages.empty()) return;
        // Entries with a reversal go in pairs; the model moves only those without.
        for (const std::int64_t id : model_.shown(model_.work, ticket)) {
            const auto next = model_.work.find(id + 1);
            const bool reversed = next != model_.work.end() && next->second.minutes < 0;
            if (model_.work.at(id).minutes < 0 || pick(3) != 0) continue;
            may = may && !model_.work.at(id).split_to;
            time.push_back({id});
            if (reversed) pairs_.insert(id + 1);
        }
        const auto done = house_.as(
            split_ticket,
            SplitTicket{.ticket = ticket, .subject = "Osobno", .messages = messages, .time = time});
        CHECK(static_cast<bool>(done) == may);
        if (!done) {
            pairs_.clear();
            return;
        }
        tickets_.push_back(done->id);
        model_.merged[done->id];
        model_.split_from[done->id] = ticket;
        for (const MessageId id : messages) model_.messages[id.value].split_to = done->id;
        for (const TimeEntryId id : time) model_.work[id.value].split_to = done->id;
        for (const std::int64_t id : pairs_) model_.work[id].split_to = done->id;
        pairs_.clear();
        ++done_;
    }

    void unsplit() {
        const TicketId ticket = any();
        const auto from = model_.split_from.find(ticket);
        const bool may = from != model_.split_from.end() && !model_.is_merged(ticket);
        const auto done = house_.as(unsplit_ticket, UnsplitTicket{.ticket = ticket});
        CHECK(static_cast<bool>(done) == may);
        if (!done) return;
        if (model_.root(from->second) != ticket) model_.merged[ticket] = from->second;
        model_.undo_split(ticket);
        model_.split_from.erase(from);
        ++done_;
    }

    // Page by page, as a screen does; counts the files on the way.
    std::vector<std::int64_t> read_messages(TicketId ticket, int page) {
        std::vector<std::int64_t> ids;
        files_ = 0;
        std::optional<std::string> cursor;
        do {
            const auto list = house_.ask(
                list_messages, ReadThread{.ticket = ticket, .cursor = cursor, .limit = page});
            REQUIRE(static_cast<bool>(list));
            for (const TicketMessage& message : list->items) {
                ids.push_back(message.id.value);
                files_ += message.attachments.size();
            }
            cursor = list->next;
        } while (cursor);
        return ids;
    }

    House house_;
    std::mt19937_64 random_;
    std::string sha256_;
    std::vector<TicketId> tickets_{};
    std::set<std::int64_t> pairs_{};
    Model model_{};
    std::size_t files_ = 0;
    int done_ = 0;
};

}  // namespace

// OGNIWO_MERGE_STEPS walks longer, OGNIWO_MERGE_SEED begins elsewhere.
TEST_CASE("merges and splits in any order lose nothing, show nothing twice and can be undone") {
    const auto steps = number_from("OGNIWO_MERGE_STEPS", 2'000);
    const auto first = number_from("OGNIWO_MERGE_SEED", 1);
    constexpr int steps_of_a_walk = 500;
    int done = 0;
    for (std::int64_t walked = 0; walked < steps; walked += steps_of_a_walk) {
        TestDatabase db(Dialect::sqlite);
        const auto seed = static_cast<std::uint64_t>(first + walked / steps_of_a_walk);
        INFO("OGNIWO_MERGE_SEED=", seed);
        Walk walk(db, seed);
        for (int i = 0; i < steps_of_a_walk; ++i) {
            walk.step();
            if (i % 2 == 0) walk.compare();
            if (i % 100 == 99) walk.compare_all();
        }
        done += walk.done();
    }
    MESSAGE(done, " of ", steps, " steps changed something");
    CHECK(done > steps / 3);
}

TEST_CASE("two nodes that merge tickets into each other make no circle") {
    if (test_postgres() == nullptr) {
        MESSAGE("OGNIWO_TEST_POSTGRES is not set: not run");
        return;
    }
    constexpr int rounds = 40;
    TestDatabase db(Dialect::postgres);
    House house(db);
    std::vector<std::array<TicketId, 3>> circles;
    for (int i = 0; i < rounds; ++i) {
        circles.push_back({house.opened(), house.opened(), house.opened()});
    }
    // One goes round each three tickets forwards, the other one backwards.
    const auto node = [&](bool forwards) {
        DirectTransactor data(db.database().connect(Connection::Access::read_write),
                              db.work_clock());
        const Caller caller;
        for (const auto& three : circles) {
            for (std::size_t i = 0; i < 3; ++i) {
                const MergeTicket wish{.ticket = three[i],
                                       .into = three[(i + (forwards ? 1 : 2)) % 3]};
                for (bool busy = true; busy;) {
                    try {
                        (void)data.write([&](Tx& tx, Time now) -> Outcome {
                            Work work{{tx, house.actor, now, db.environment(), caller}};
                            TRY_DO(merge_ticket(work, wish));
                            return Nothing{};
                        });
                        busy = false;
                    } catch (const StorageError& error) {
                        if (error.kind != StorageError::Kind::busy) throw;
                    }
                }
            }
        }
    };
    std::thread other(node, false);
    node(true);
    other.join();
    // Of each three, one is left, and the others are one with it.
    for (const auto& three : circles) {
        std::set<TicketId> roots;
        int merged = 0;
        for (const TicketId ticket : three) {
            roots.insert(
                db.read([&](const View& view) { return store::find_goes_on(view.tx, ticket); }));
            merged += house.ask(read_ticket, ReadTicket{ticket})->merged_into ? 1 : 0;
        }
        CHECK(roots.size() == 1);
        CHECK(merged == 2);
    }
    CHECK(tickets::check(db.data()).empty());
}

TEST_CASE("check finds pointers that no event explains") {
    for_each_database([](TestDatabase& db) {
        House house(db);
        const TicketId first = house.opened();
        const TicketId second = house.opened();
        const auto message =
            house.as(reply_to_ticket, ReplyToTicket{.ticket = first, .text = "Skaner"});
        REQUIRE(static_cast<bool>(message));
        const auto booked = house.as(
            book_time, BookTime{.ticket = first, .work = {.work_type = {1}, .minutes = 10}});
        REQUIRE(static_cast<bool>(booked));
        const auto split = house.as(split_ticket,
                                    SplitTicket{.ticket = first,
                                                .subject = "Skaner",
                                                .messages = {message->id},
                                                .time = {{booked->items.front().id}}});
        REQUIRE(static_cast<bool>(split));
        REQUIRE(static_cast<bool>(
            house.as(merge_ticket, MergeTicket{.ticket = first, .into = second})));
        CHECK(tickets::check(db.data()).empty());
        db.change([&](Work& work) {
            work.tx.run(break_split_sql);
            work.tx.run(break_time_sql);
            work.tx.run(break_merge_sql, first);
        });
        std::vector<std::string> fields;
        for (const Difference& one : tickets::check(db.data())) fields.push_back(one.field);
        const std::string number = std::to_string(split->id.value);
        // What became one with a ticket counts among its figures.
        CHECK(fields == std::vector<std::string>{
                            "mergedInto", "split " + number, "split time " + number, "figures"});
    });
}

TEST_CASE("the subject of a ticket goes with its former requester, too") {
    for_each_database([](TestDatabase& db) {
        House house(db);
        PersonId jan{};
        db.change([&](Work& work) {
            people::CreatePerson card;
            card.given_name = "Jan";
            card.family_name = "Kowalski";
            card.customers = {house.customer};
            jan = *people::add_person(work, card);
        });
        const auto made = house.as(
            create_ticket,
            CreateTicket{
                .customer = house.customer, .subject = "Komputer pani Ewy", .requester = jan});
        REQUIRE(static_cast<bool>(made));
        REQUIRE(static_cast<bool>(house.as(
            change_customer,
            ChangeCustomer{.ticket = made->id, .version = 1, .customer = house.customer})));
        db.change([&](Work& work) { erase_person(work, jan); });
        CHECK(house.ask(read_ticket, ReadTicket{made->id})->subject.empty());
        const auto was = house.ask(ticket_as_it_was, ReadAsItWas{.ticket = made->id, .version = 1});
        REQUIRE(static_cast<bool>(was));
        CHECK(was->ticket.subject.empty());
    });
}

}  // namespace ogniwo::tickets
