#pragma once

// A wish that arrives twice is granted once: whoever sends it names it with a key.
//
// The key is claimed by the first INSERT of the wish's own transaction, so claim, effect and answer
// are one. The loser of a race waits or runs again (40001), and then finds the winner's answer.
// A refusal rolls the claim back. Answers that hold a secret are not kept, only that there was one.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.hpp"
#include "storage/tx.hpp"

namespace ogniwo {

struct IdempotencyKey {
    std::string actor;         // "person:7"; mail channels: "mailbox:3", whose keys stay for ever.
    std::string operation;     // "people.create_customer"
    std::string key;           // The client's.
    std::string request_hash;  // Under a key of ours: requests hold passwords.
};

namespace idempotency {

inline constexpr Reason key_reused{Refusal::conflict, "idempotency_key_reused"};
inline constexpr Reason already_done{Refusal::conflict, "already_done"};

// Nothing: the key is ours now, go on. Else the answer to give again. Refuses with key_reused when
// the key came with another request, with already_done when the answer was not kept.
Result<std::optional<std::string>> claim(Tx& tx, const IdempotencyKey& key, Time now);

// Whether claim() would not leave the key to us: to look before work that a repeated wish is
// spared.
bool is_claimed(Tx& tx, const IdempotencyKey& key);

// After the effect, in the same transaction. Not called: there was an answer, but it is a secret.
void keep_answer(Tx& tx, const IdempotencyKey& key, std::string_view answer);

// Forgets what is older than seven days, at most 500 keys; how many they were.
std::int64_t purge(Tx& tx, Time now);

// When a person is erased: every answer that was given to them.
void erase(Tx& tx, std::string_view actor);

}  // namespace idempotency

}  // namespace ogniwo
