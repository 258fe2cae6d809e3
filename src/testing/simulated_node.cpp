#include "testing/simulated_node.hpp"

#include <fmt/format.h>

#include "app/store.hpp"
#include "base/describe.hpp"
#include "base/json.hpp"
#include "storage/idempotency.hpp"

namespace ogniwo::simulation {
namespace {

constexpr std::size_t queue_most = 12;
constexpr std::chrono::milliseconds at_once{0};
constexpr std::chrono::hours endless{1};

inline constexpr Reason not_today{Refusal::conflict, "simulation.not_today"};

const Sql insert_effect_sql{"simulation.insert_effect", R"sql(
    INSERT INTO simulation_effect (follower, event) VALUES ($1, $2)
)sql"};
const Sql insert_letter_sql{"simulation.insert_letter", R"sql(
    INSERT INTO simulation_letter (event, stable_id) VALUES ($1, $2)
)sql"};
const Sql insert_bell_sql{"simulation.insert_bell", R"sql(
    INSERT INTO simulation_bell (bell, due) VALUES ($1, $2)
)sql"};
const Sql insert_ring_sql{"simulation.insert_ring", R"sql(
    INSERT INTO simulation_ring (bell, due, event, rung_at) VALUES ($1, $2, $3, $4)
)sql"};
const Sql insert_stamp_sql{"simulation.insert_stamp", R"sql(
    INSERT INTO simulation_stamp (job, number) VALUES ($1, $2)
)sql"};
const Sql find_torn_cursor_sql{"simulation.find_torn_cursor", R"sql(
    SELECT position FROM simulation_cursor
)sql"};
const Sql move_torn_cursor_sql{"simulation.move_torn_cursor", R"sql(
    UPDATE simulation_cursor SET position = $1
)sql"};

std::string last_words(std::string_view what) {
    return fmt::format("{}: {}", injected, what);
}

}  // namespace

void describe(Fields& fields, BellSet& event) {
    fields("due", event.due);
}
void describe(Fields& fields, BellRang& event) {
    fields("due", event.due);
}
void describe(Fields&, Echoed&) {}
void describe(Fields& fields, StampsWanted& event) {
    fields("rows", event.rows);
}
void describe(Fields&, Poisoned&) {}
void describe(Fields&, Brought&) {}

void set_bell(Work& work, std::int64_t bell, Time due) {
    timers::set(work.tx, bell_timer, bell, due);
    work.tx.run(insert_bell_sql, bell, due);
}

Node::Node(House& house, NodeSeams seams)
    : house_(house),
      seams_(std::move(seams)),
      path_(house.luck.strikes(500) ? Path::direct : Path::queued),
      batch_time_(house.luck.strikes(200) ? at_once : std::chrono::milliseconds(endless)),
      work_clock_(seams_.clock),
      queue_(queue_most),
      writer_(house.database().connect(Connection::Access::read_write), queue_, work_clock_, this),
      direct_(house.database().connect(Connection::Access::read_write), work_clock_, this),
      data_(*this),
      counting_(data_,
                house.environment(),
                {.name = std::string(counting), .start = Start::beginning, .wants_imported = true},
                [this](Work& work, const Event& event) { return count(work, event); }),
      writing_(data_,
               house.environment(),
               {.name = std::string(writing), .start = Start::beginning},
               [this](Work& work, const Event& event) { return write_letter(work, event); }),
      timers_(data_, house.environment()),
      jobs_(data_, house.environment()),
      outbox_(data_) {
    timers_.handle(bell_timer,
                   [this](Work& work, const Timer& timer) { return ring(work, timer); });
    jobs_.handle(stamps_job, [this](Work& work, Job& job) { return stamp(work, job); });
    outbox_.deliver("mail", [this](const Letter& letter) { return send(letter); });
    // Some measure how far they are from the database's clock when they start, as on PostgreSQL.
    if (house.luck.strikes(500)) work_clock_.set_offset(house.clock.now() - seams_.clock.now());
    direct_.read([&](Tx& tx, Time) {
        if (const auto last = app::store::last_recorded(tx)) work_clock_.not_before(*last);
    });
}

Microseconds Node::clock_error() const {
    return seams_.clock.now() + work_clock_.offset() - house_.clock.now();
}

void Node::before_commit() {
    if (house_.calm) return;
    house_.may_die(4);
    if (storm_.commits == 0) return;
    --storm_.commits;
    if (!house_.luck.strikes(storm_.per_mille)) return;
    ++house_.figures.failed_commits;
    throw StorageError(storm_.kind, last_words("the commit failed"));
}

void Node::after_commit() {
    house_.watch(seams_.number);
    if (house_.calm) return;
    house_.may_die(4);
    if (house_.luck.strikes(6)) {
        ++house_.figures.lost_answers;
        throw StorageError(StorageError::Kind::unknown_commit, last_words("the answer was lost"));
    }
}

Outcome Node::Data::write(const WriteFunction& work) {
    node_.seams_.pause(node_.seams_.number);
    if (node_.path_ == Path::direct) return node_.direct_.write(work);
    std::optional<Settled> settled;
    const bool taken =
        node_.queue_.submit({work, [&settled](const Settled& outcome) { settled = outcome; }});
    if (!taken) throw StorageError(StorageError::Kind::busy, last_words("the queue is full"));
    while (!settled) node_.writer_.step(at_once);
    return outcome_of(*settled);
}

void Node::Data::read(const ReadFunction& look) {
    node_.seams_.pause(node_.seams_.number);
    node_.direct_.read(look);
}

bool Node::step(Loop loop) {
    switch (loop) {
        case Loop::writer:
            return writer_.step(at_once) > 0;
        case Loop::counting:
            return house_.plan.control == Control::torn_cursor ? count_with_torn_cursor()
                                                               : counting_.step();
        case Loop::writing:
            return writing_.step();
        case Loop::timers:
            return timers_.step() > 0;
        case Loop::jobs:
            return jobs_.step();
        case Loop::outbox:
            return outbox_.step() > 0;
        case Loop::house:
            return keep_house();
    }
    return false;
}

bool Node::keep_house() {
    (void)data_.write([](Tx& tx, Time now) -> Outcome {
        idempotency::purge(tx, now);
        return Nothing{};
    });
    return false;
}

Outcome Node::count(Work& work, const Event& event) {
    house_.may_die(2);
    work.tx.run(insert_effect_sql, counting, event.id());
    if (event.name == Poisoned::name) throw Bug(last_words("poison"));
    if (house_.may_fail(fmt::format("count {}", event.id().value))) return not_today;
    if (event.name == BellRang::name) {
        work.record(Echoed{}, About{.kind = "echo", .id = event.subject_id, .version = 1});
    }
    return Nothing{};
}

Outcome Node::write_letter(Work& work, const Event& event) {
    house_.may_die(2);
    work.tx.run(insert_effect_sql, writing, event.id());
    const std::string id =
        outbox::put(work, "mail", fmt::format(R"({{"event":{}}})", event.id().value));
    work.tx.run(insert_letter_sql, event.id(), id);
    if (house_.may_fail(fmt::format("write {}", event.id().value))) {
        throw Bug(last_words("the letter was written badly"));
    }
    return Nothing{};
}

Outcome Node::ring(Work& work, const Timer& timer) {
    house_.may_die(10);
    const EventId event = work.record(BellRang{.due = timer.due},
                                      About{.kind = "bell", .id = timer.subject, .version = 2});
    work.tx.run(insert_ring_sql, timer.subject, timer.due, event, house_.clock.now());
    if (house_.may_fail(fmt::format("ring {}", timer.subject))) return not_today;
    return Nothing{};
}

Result<Chunk> Node::stamp(Work& work, Job& job) {
    constexpr int rows_at_once = 4;
    TRY(const StampsWanted wanted, from_json<StampsWanted>(job.payload));
    job.total = wanted.rows;
    for (int i = 0; i < rows_at_once && job.done < job.total; ++i) {
        work.tx.run(insert_stamp_sql, job.id, ++job.done);
        house_.may_die(3);
    }
    if (house_.may_fail(fmt::format("stamp {}", job.id.value))) {
        throw Bug(last_words("the stamp broke"));
    }
    return job.done == job.total ? Chunk::finished : Chunk::more;
}

std::optional<std::string> Node::send(const Letter& letter) {
    house_.may_die(3);
    if (house_.may_fail("send " + letter.stable_id)) return last_words("the other side is busy");
    Delivered& delivered = house_.delivered[letter.stable_id];
    if (delivered.times > 0 && delivered.payload != letter.payload) {
        house_.fault(Defect::letter, letter.stable_id + " changed between two attempts");
    }
    delivered.payload = letter.payload;
    if (++delivered.times > 1) ++house_.figures.letters_repeated;
    house_.may_die(3);
    if (house_.may_fail("answer " + letter.stable_id)) {
        throw std::runtime_error(last_words("the other side's answer was lost"));
    }
    return std::nullopt;
}

// How it must not be done: between the two transactions the process may die, and nothing keeps two
// nodes from doing the same.
bool Node::count_with_torn_cursor() {
    constexpr int events_at_once = 10;
    std::vector<Event> events;
    data_.read([&](Tx& tx, Time) {
        const Cursor after{.position = tx.one<std::int64_t>(find_torn_cursor_sql)};
        const auto rest = journal::read_after(tx, {}, 1);
        const std::int64_t generation = rest.empty() ? 0 : rest.front().at.generation;
        events = journal::read_after(
            tx, {.generation = generation, .position = after.position}, events_at_once);
    });
    if (events.empty()) return false;
    (void)data_.write([&](Tx& tx, Time) -> Outcome {
        for (const Event& event : events) {
            if (event.name != Poisoned::name) tx.run(insert_effect_sql, counting, event.id());
        }
        return Nothing{};
    });
    (void)data_.write([&](Tx& tx, Time) -> Outcome {
        tx.run(move_torn_cursor_sql, events.back().at.position);
        return Nothing{};
    });
    return true;
}

}  // namespace ogniwo::simulation
