#include "storage/followers.hpp"

#include "base/random.hpp"
#include "storage/own_failure.hpp"

namespace ogniwo {
namespace {

constexpr int failures_most = 5;
// An event this deep in a chain of causes is looked at by no follower any more.
constexpr int depth_most = 8;

inline constexpr Reason lease_lost{Refusal::conflict, "storage.lease_lost"};

const Sql insert_follower_sql{"follower.insert", R"sql(
    INSERT INTO follower (name, generation, xid, position, token, lease_until, failures, last_error)
    VALUES ($1, $2, $3, $4, '', 0, 0, '')
    ON CONFLICT (name) DO NOTHING
)sql"};

const Sql find_follower_sql{"follower.find", R"sql(
    SELECT generation, xid, position, token, lease_until < ogniwo_now() AS expired, failures
      FROM follower WHERE name = $1
)sql"};

const Sql take_lease_sql{"follower.take_lease", R"sql(
    UPDATE follower SET token = $2, lease_until = ogniwo_now() + $3
     WHERE name = $1 AND lease_until < ogniwo_now()
)sql"};

// The first statement of every transaction with effects: no row, lease lost.
const Sql keep_lease_sql{"follower.keep_lease", R"sql(
    UPDATE follower SET lease_until = ogniwo_now() + $3
     WHERE name = $1 AND token = $2
    RETURNING generation, xid, position, token, FALSE AS expired, failures
)sql"};

const Sql move_follower_sql{"follower.move", R"sql(
    UPDATE follower SET generation = $3, xid = $4, position = $5, failures = 0, last_error = ''
     WHERE name = $1 AND token = $2
)sql"};

const Sql note_failure_sql{"follower.note_failure", R"sql(
    UPDATE follower SET failures = failures + 1, last_error = $3
     WHERE name = $1 AND token = $2
    RETURNING failures
)sql"};

const Sql park_sql{"follower.park", R"sql(
    INSERT INTO follower_parked (follower, event, error, parked_at) VALUES ($1, $2, $3, $4)
    ON CONFLICT (follower, event) DO NOTHING
)sql"};

const Sql states_sql{"follower.states", R"sql(
    SELECT name, generation, xid, position,
           (SELECT COUNT(*) FROM journal j
             WHERE (j.generation, j.xid, j.position) > (f.generation, f.xid, f.position)) AS behind,
           (SELECT COUNT(*) FROM follower_parked p WHERE p.follower = f.name) AS parked
      FROM follower f ORDER BY name
)sql"};

struct State {
    Cursor at;
    std::string token;
    bool expired = false;
    int failures = 0;
};

State read_state(const Row& row) {
    return {.at = {row.get<std::int64_t>("generation"),
                   row.get<std::int64_t>("xid"),
                   row.get<std::int64_t>("position")},
            .token = row.get<std::string>("token"),
            .expired = row.get<bool>("expired"),
            .failures = row.get<int>("failures")};
}

std::int64_t micros(std::chrono::seconds time) {
    return Microseconds(time).count();
}

void move_to(Tx& tx, const std::string& name, const std::string& token, const Cursor& place) {
    tx.run(move_follower_sql, name, token, place.generation, place.xid, place.position);
}

}  // namespace

Follower::Follower(Transactor& data,
                   const Environment& environment,
                   FollowerOptions options,
                   FollowerHandler handler)
    : data_(data),
      environment_(environment),
      options_(std::move(options)),
      handler_(std::move(handler)),
      token_(token(environment.random)) {}

bool Follower::step() {
    std::optional<State> state;
    bool more = false;
    data_.read([&](Tx& tx, Time) {
        state = tx.find(read_state, find_follower_sql, options_.name);
        if (state) more = !journal::read_after(tx, state->at, 1).empty();
    });
    if (!state) return create();
    if (!more) return false;
    if (state->token != token_ && !(state->expired && take_lease())) return false;
    return act(state->failures == 0 ? options_.batch : 1);
}

bool Follower::create() {
    (void)data_.write([&](Tx& tx, Time) -> Outcome {
        const Cursor from = options_.start == Start::now ? journal::end(tx) : Cursor{};
        tx.run(insert_follower_sql, options_.name, from.generation, from.xid, from.position);
        return Nothing{};
    });
    return true;
}

bool Follower::take_lease() {
    bool taken = false;
    (void)data_.write([&](Tx& tx, Time) -> Outcome {
        taken = tx.run(take_lease_sql, options_.name, token_, micros(options_.lease)) == 1;
        return Nothing{};
    });
    return taken;
}

Outcome Follower::act_on(Tx& tx, const Event& event, Time now) {
    const bool wanted = event.origin == Origin::live || options_.wants_imported;
    if (!wanted || event.depth >= depth_most) return Nothing{};
    const Caller caller{.trace = event.trace};
    Work work{{tx, Actor::system(), now, environment_, caller}};
    work.cause = event.id();
    work.depth = event.depth + 1;
    return handler_(work, event);
}

bool Follower::act(int limit) {
    std::size_t seen = 0;
    const auto batch = [&](Tx& tx, Time now) -> Outcome {
        const auto state =
            tx.find(read_state, keep_lease_sql, options_.name, token_, micros(options_.lease));
        if (!state) return lease_lost;
        const auto events = journal::read_after(tx, state->at, limit);
        seen = events.size();
        for (const Event& event : events) TRY_DO(act_on(tx, event, now));
        if (!events.empty()) move_to(tx, options_.name, token_, events.back().at);
        return Nothing{};
    };
    OwnFailure failure;
    // An outermost loop: whatever the handler throws is a failure of this event, not of the server.
    try {
        const Outcome outcome = data_.write(failure.watch(batch));
        if (outcome) return seen > 0;
        if (outcome.error().reason == lease_lost) return false;
        note_failure(std::string(outcome.error().reason.name));
    } catch (const StorageError&) {
        throw;  // The machinery, not the event.
    } catch (const std::exception&) {
        if (!failure.what()) throw;
        note_failure(*failure.what());
    }
    return true;
}

// After the fifth failure the next event, which is the one that fails, is parked.
void Follower::note_failure(const std::string& why) {
    (void)data_.write([&](Tx& tx, Time now) -> Outcome {
        const auto failures = tx.first<int>(note_failure_sql, options_.name, token_, why);
        if (!failures || *failures < failures_most) return Nothing{};
        const auto state = tx.find(read_state, find_follower_sql, options_.name);
        const auto events = journal::read_after(tx, state->at, 1);
        if (events.empty()) return Nothing{};
        tx.run(park_sql, options_.name, events.front().id(), why, now);
        move_to(tx, options_.name, token_, events.front().at);
        return Nothing{};
    });
}

std::vector<FollowerState> follower_states(Tx& tx) {
    return tx.all(
        [](const Row& row) {
            return FollowerState{.name = row.get<std::string>("name"),
                                 .at = {row.get<std::int64_t>("generation"),
                                        row.get<std::int64_t>("xid"),
                                        row.get<std::int64_t>("position")},
                                 .behind = row.get<std::int64_t>("behind"),
                                 .parked = row.get<std::int64_t>("parked")};
        },
        states_sql);
}

}  // namespace ogniwo
