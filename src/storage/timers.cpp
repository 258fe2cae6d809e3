#include "storage/timers.hpp"

#include <exception>
#include <utility>

namespace ogniwo {
namespace {

constexpr int due_most = 100;
constexpr std::chrono::minutes retry_after{1};

inline constexpr Reason timer_gone{Refusal::conflict, "storage.timer_gone"};

const Sql set_timer_sql{"timer.set", R"sql(
    INSERT INTO timer (kind, subject, due_at, retry_at, payload) VALUES ($1, $2, $3, $3, $4)
    ON CONFLICT (kind, subject)
    DO UPDATE SET due_at = excluded.due_at, retry_at = excluded.due_at, payload = excluded.payload
)sql"};

const Sql clear_timer_sql{"timer.clear", R"sql(
    DELETE FROM timer WHERE kind = $1 AND subject = $2
)sql"};

const Sql due_timers_sql{"timer.due", R"sql(
    SELECT id, kind, subject, due_at, payload FROM timer
     WHERE retry_at <= $1 ORDER BY retry_at, id LIMIT $2
)sql"};

// Only if it is still there and was not moved: whoever deletes it is the one who fires it.
const Sql take_timer_sql{"timer.take", R"sql(
    DELETE FROM timer WHERE id = $1 AND due_at = $2
)sql"};

const Sql postpone_timer_sql{"timer.postpone", R"sql(
    UPDATE timer SET retry_at = $3 WHERE id = $1 AND due_at = $2
)sql"};

Timer read_timer(const Row& row) {
    return {.id = row.get<std::int64_t>("id"),
            .kind = row.get<std::string>("kind"),
            .subject = row.get<std::int64_t>("subject"),
            .due = row.get<Time>("due_at"),
            .payload = row.get<std::string>("payload")};
}

}  // namespace

namespace timers {

void set(Tx& tx, std::string_view kind, std::int64_t subject, Time due, std::string_view payload) {
    tx.run(set_timer_sql, kind, subject, due, payload);
}

void clear(Tx& tx, std::string_view kind, std::int64_t subject) {
    tx.run(clear_timer_sql, kind, subject);
}

}  // namespace timers

Timers::Timers(Transactor& data, const Environment& environment)
    : data_(data), environment_(environment) {}

void Timers::handle(std::string_view kind, TimerHandler handler) {
    handlers_.emplace(kind, std::move(handler));
}

int Timers::step() {
    std::vector<Timer> due;
    data_.read([&](Tx& tx, Time now) { due = tx.all(read_timer, due_timers_sql, now, due_most); });
    int fired = 0;
    for (const Timer& timer : due) fired += fire(timer) ? 1 : 0;
    return fired;
}

bool Timers::fire(const Timer& timer) {
    const auto handler = handlers_.find(timer.kind);
    if (handler == handlers_.end()) return postpone(timer);
    // An outermost loop: one timer that fails must not hold up the others.
    try {
        const Outcome outcome = data_.write([&](Tx& tx, Time now) -> Outcome {
            if (tx.run(take_timer_sql, timer.id, timer.due) == 0) return timer_gone;
            const Caller caller;
            Work work{{tx, Actor::system(), now, environment_, caller}};
            work.happened_at = timer.due;
            return handler->second(work, timer);
        });
        if (outcome) return true;
        if (outcome.error().reason == timer_gone) return false;
    } catch (const StorageError&) {
        throw;  // The machinery, not the timer.
    } catch (const std::exception&) {
        return postpone(timer);
    }
    return postpone(timer);
}

bool Timers::postpone(const Timer& timer) {
    (void)data_.write([&](Tx& tx, Time now) -> Outcome {
        tx.run(postpone_timer_sql, timer.id, timer.due, now + retry_after);
        return Nothing{};
    });
    return false;
}

}  // namespace ogniwo
