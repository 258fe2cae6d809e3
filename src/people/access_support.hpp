#pragma once

// What the services of access share: keys, password hashing, tries, and the beginning of a session.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "operations/operations.hpp"
#include "people/access_rules.hpp"
#include "people/access_store.hpp"
#include "people/access_types.hpp"
#include "people/key_store.hpp"
#include "storage/work.hpp"

namespace ogniwo::people {

// ---- Keys

struct NewKey {
    std::string text;  // For its owner, once.
    Blob hash;         // For the database.
};
NewKey new_key(Random& random, std::string_view prefix = {});
Blob key_hash(std::string_view text);

// ---- Acting

Actor actor_of(Tx& tx, PersonId person);
std::vector<HeldRights> held_by(const Actor& actor);
std::vector<HeldRights> held_by(Tx& tx, PersonId person);
HeldRights gift_of(Role role, std::optional<CustomerId> customer);
// Operations that a token must not be able to do: they would outlive it.
Outcome needs_session(const Actor& actor);

// Without any question.
Result<PersonGrant> add_grant(Work& work, const GiveGrant& wish);
void remove_grant(Work& work, const PersonGrant& grant);

// ---- Passwords

// Wait for one of two places, because a hash takes 19 MiB and a core for a while.
std::string hash_slowly(std::string_view password);
bool fits_slowly(std::string_view hash, std::string_view password);
// For accounts without a password: costs as much, fits never.
const std::string& decoy_hash();

// As an error at /password.
Outcome check_new_password(std::string_view password, const store::Account& account);
Error at_field(std::string_view pointer, const Error& error);

// ---- Tries

struct Door {
    std::string network;
    std::string account;  // Who was tried: a person, or the hash of an address that is nobody's.
    std::optional<PersonId> person{};
};
Door door_of(const Caller& caller, std::string_view email, std::optional<PersonId> person);
// Counts a try as a failure before it is made, or refuses with sign_in_too_often.
Outcome count_try(Outside& outside, const Door& door);
// It was none.
void forgive_try(Tx& tx, const Door& door, Time now);
Outcome count_network_try(Tx& tx, std::string_view network, Time now);
void forgive_network_try(Tx& tx, std::string_view network, Time now);
Error too_often(Reason reason, std::chrono::seconds wait);

// ---- Sessions

// The session that the browser had before ends: a sign-in always brings a new token.
SignedIn start_session(Work& work, const store::Account& account, SessionStart how);
// Records how many there were.
void end_sessions(Work& work, PersonId person, SessionEnd why);
void change_password_to(Work& work,
                        const store::Account& account,
                        std::string_view hash,
                        PasswordChange how);

bool can_sign_in(const std::optional<store::Account>& account);
std::optional<store::Account> find_account_by_email(Tx& tx, std::string_view email);

}  // namespace ogniwo::people
