#pragma once

// The decisions behind the doors, as pure functions: who may give what, who must wait before the
// next try, how long a key lives, which password is none.
//
// Throttling has to slow a guesser down without becoming a weapon against the account that is being
// guessed. So there is a counter per network and one per account; and whoever comes from a network
// from which the account was entered before has one of their own instead of the account's, so that
// strangers cannot make them wait. Counters fade with time, and no wait is longer than minutes.

#include <chrono>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "people/types.hpp"

namespace ogniwo::people::rules {

// ---- Grants

// Is this a place where the role can be held, and may such a person hold it? Staff never hold the
// roles of customers' people, and customers' people never those of staff.
Outcome may_hold(RolePlace place, std::optional<CustomerId> customer, Side side);

// Nobody gives or takes what they do not hold themselves: every right of `gift` must be among the
// rights that `held` gives in that place. What is held for our whole company is held for every
// customer.
Outcome may_give(std::span<const HeldRights> held, const HeldRights& gift);

// Whoever can change how somebody signs in could become them. So all that the other person holds
// must be held by the actor.
Outcome may_manage(std::span<const HeldRights> held, std::span<const HeldRights> other);

// After `leaving` is no longer an owner, or can no longer sign in, one who can must be left.
// `able` are the owners who are not disabled.
Outcome leaves_an_owner(std::span<const PersonId> able, PersonId leaving);

// ---- Waiting before the next try

struct Tries {
    std::int64_t failures = 0;
    Time last{};
};

// How many failures are free, how long the longest wait is, and how fast failures are forgotten.
struct Patience {
    std::int64_t free;
    std::chrono::seconds longest;
    Minutes forgets_one_after;
};
inline constexpr Patience network_patience{20, std::chrono::minutes(15), Minutes{5}};
inline constexpr Patience account_patience{5, std::chrono::minutes(5), Minutes{10}};
// Asking for a link by mail: the account's limit keeps a mailbox from being flooded.
inline constexpr Patience asking_network_patience{30, std::chrono::minutes(5), Minutes{1}};
inline constexpr Patience asking_account_patience{3, std::chrono::minutes(15), Minutes{5}};

// What is left of the failures by now.
std::int64_t remembered(const Tries& tries, const Patience& patience, Time now);
// One more failure.
Tries failed_again(const Tries& tries, const Patience& patience, Time now);
// 0 while failures are free, then 2, 4, 8 ... seconds after the last one, up to the longest.
std::chrono::seconds wait_left(const Tries& tries, const Patience& patience, Time now);

// 10, 20, 40, 80 ...: when guessing is worth an event.
bool is_alarming(std::int64_t failures);

// The part of an address that one guesser has at their disposal: an IPv4 address as it is, the
// first 64 bits of an IPv6 one. Any other text stays as it is.
std::string network_of(std::string_view address);

// ---- Lives

struct SessionTimes {
    Time started;
    Time last_seen;
};
struct SessionLife {
    Minutes idle;
    Minutes whole;
};
SessionLife session_life(Side side);
bool is_alive(const SessionTimes& times, Side side, Time now);
// The last moment at which the session can be alive if it is used until then.
Time session_end(Time started, Side side);
// Being seen is written down at most every five minutes.
bool is_seen_due(Time last_seen, Time now);

Minutes link_life(LinkKind kind);
PasswordNeed password_need(LinkKind kind, Side side);
// What "let me in" by mail is for: a way around a forgotten password, or the door itself.
LinkKind link_for(Side side);
inline constexpr std::int64_t code_tries = 5;
inline constexpr std::int64_t setup_code_tries = 10;

// ---- What is typed

// "o•••@kowalski.pl": enough to recognise one's own address, too little to learn another's.
std::string masked(std::string_view address);

// Digits only, however the code was grouped. Empty when it is none of eight digits.
std::string tidy_digits(std::string_view typed);

Outcome check_token(const CreateToken& wish, std::span<const HeldRights> held, Time now);

}  // namespace ogniwo::people::rules
