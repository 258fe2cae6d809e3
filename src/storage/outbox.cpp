#include "storage/outbox.hpp"

#include <array>
#include <exception>
#include <utility>

#include "base/random.hpp"

namespace ogniwo {
namespace {

// While a letter is being sent nobody else takes it; a sender that died gives it back after this.
constexpr std::chrono::minutes sending_time{5};

// After attempt 1, 2, 3 ... (the schedule of Standard Webhooks 1.0).
constexpr std::array<std::chrono::seconds, 9> pauses{
    std::chrono::seconds{5},
    std::chrono::minutes{5},
    std::chrono::minutes{30},
    std::chrono::hours{2},
    std::chrono::hours{5},
    std::chrono::hours{10},
    std::chrono::hours{14},
    std::chrono::hours{20},
    std::chrono::hours{24},
};

const Sql insert_letter_sql{"outbox.insert", R"sql(
    INSERT INTO outbox (stable_id, channel, payload, state, attempts, next_at, error, created_at)
    VALUES ($1, $2, $3, 'waiting', 0, $4, '', $4)
)sql"};

const Sql due_sql{"outbox.due", R"sql(
    SELECT id FROM outbox WHERE state = 'waiting' AND next_at <= $1 ORDER BY next_at, id LIMIT 1
)sql"};

const Sql claim_letter_sql{"outbox.claim", R"sql(
    UPDATE outbox SET attempts = attempts + 1, next_at = $3
     WHERE id = $1 AND state = 'waiting' AND next_at <= $2
    RETURNING stable_id, channel, payload, attempts
)sql"};

const Sql sent_sql{"outbox.sent", R"sql(
    UPDATE outbox SET state = 'sent', payload = NULL, error = '', sent_at = $3
     WHERE stable_id = $1 AND attempts = $2 AND state = 'waiting'
)sql"};

const Sql failed_sql{"outbox.failed", R"sql(
    UPDATE outbox SET state = $3, next_at = $4, error = $5
     WHERE stable_id = $1 AND attempts = $2 AND state = 'waiting'
)sql"};

std::optional<std::string> try_to_send(const Sender& sender, const Letter& letter) {
    // What the outside world does to a sender is its own business: it becomes a text in the row.
    try {
        return sender(letter);
    } catch (const std::exception& error) {
        return error.what();
    }
}

}  // namespace

std::string outbox::put(Work& work, std::string_view channel, std::string payload) {
    std::string stable_id = token(work.environment.random);
    if (work.origin == Origin::demo) return stable_id;
    work.tx.run(insert_letter_sql, stable_id, channel, std::move(payload), work.now);
    return stable_id;
}

Outbox::Outbox(Transactor& data) : data_(data) {}

void Outbox::deliver(std::string_view channel, Sender sender) {
    senders_.emplace(channel, std::move(sender));
}

int Outbox::step() {
    int tried = 0;
    while (tried < 100) {
        const std::optional<Letter> letter = claim();
        if (!letter) break;
        const auto sender = senders_.find(letter->channel);
        settle(*letter,
               sender == senders_.end() ? "no sender for channel " + letter->channel
                                        : try_to_send(sender->second, *letter));
        ++tried;
    }
    return tried;
}

std::optional<Letter> Outbox::claim() {
    std::optional<std::int64_t> due;
    data_.read([&](Tx& tx, Time now) { due = tx.first<std::int64_t>(due_sql, now); });
    if (!due) return std::nullopt;
    std::optional<Letter> letter;
    (void)data_.write([&](Tx& tx, Time now) -> Outcome {
        letter = tx.find(
            [](const Row& row) {
                return Letter{.stable_id = row.get<std::string>("stable_id"),
                              .channel = row.get<std::string>("channel"),
                              .payload = row.get<std::string>("payload"),
                              .attempt = row.get<int>("attempts")};
            },
            claim_letter_sql,
            *due,
            now,
            now + sending_time);
        return Nothing{};
    });
    return letter;
}

void Outbox::settle(const Letter& letter, const std::optional<std::string>& failure) {
    (void)data_.write([&](Tx& tx, Time now) -> Outcome {
        if (!failure) {
            tx.run(sent_sql, letter.stable_id, letter.attempt, now);
            return Nothing{};
        }
        const auto index = static_cast<std::size_t>(letter.attempt - 1);
        const bool again = index < pauses.size();
        tx.run(failed_sql,
               letter.stable_id,
               letter.attempt,
               again ? "waiting" : "given_up",
               again ? now + pauses[index] : now,
               *failure);
        return Nothing{};
    });
}

}  // namespace ogniwo
