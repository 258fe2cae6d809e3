#include "people/access_support.hpp"

#include <algorithm>
#include <semaphore>

#include "base/crypto.hpp"
#include "base/email.hpp"
#include "base/password_rules.hpp"
#include "base/random.hpp"
#include "base/text.hpp"
#include "people/directory_service.hpp"
#include "people/merge_store.hpp"
#include "people/roles.hpp"

namespace ogniwo::people {
namespace {

// Two at once, on whatever threads they are.
std::counting_semaphore<2>& hash_places() {
    static std::counting_semaphore<2> places{2};
    return places;
}

class HashPlace {
public:
    HashPlace() { hash_places().acquire(); }
    ~HashPlace() { hash_places().release(); }
    HashPlace(const HashPlace&) = delete;
    HashPlace& operator=(const HashPlace&) = delete;
};

constexpr std::string_view network_tries = "network";
constexpr std::string_view account_tries = "account";
constexpr std::string_view pair_tries = "pair";

// Programs send lines of any length about themselves.
constexpr std::size_t program_most = 300;

}  // namespace

// ---- Keys

NewKey new_key(Random& random, std::string_view prefix) {
    std::string text = std::string(prefix) + token(random);
    Blob hash = key_hash(text);
    return {.text = std::move(text), .hash = std::move(hash)};
}

Blob key_hash(std::string_view text) {
    return Blob{sha256(text)};
}

// ---- Acting

Actor actor_of(Tx& tx, PersonId person) {
    Actor actor{.kind = Actor::Kind::person, .person = person};
    for (const store::HeldRole& held : store::list_reach(tx, person)) {
        actor.grants.push_back({held.customer, rights_of(held.role)});
    }
    actor.also = store::list_merged(tx, person);
    actor.label = "person:" + std::to_string(person.value);
    return actor;
}

std::vector<HeldRights> held_by(const Actor& actor) {
    if (actor.kind == Actor::Kind::system) return {{std::nullopt, all_rights().names()}};
    std::vector<HeldRights> held;
    for (const Grant& grant : actor.grants) held.push_back({grant.customer, grant.rights.names()});
    return held;
}

std::vector<HeldRights> held_by(Tx& tx, PersonId person) {
    return held_by(actor_of(tx, person));
}

HeldRights gift_of(Role role, std::optional<CustomerId> customer) {
    return {customer, rights_of(role).names()};
}

Outcome needs_session(const Actor& actor) {
    if (actor.kind == Actor::Kind::person && actor.session <= 0) return session_needed;
    return Nothing{};
}

Result<PersonGrant> add_grant(Work& work, const GiveGrant& wish) {
    const auto version = store::claim_person(work.tx, wish.person);
    if (!version) return missing;
    PersonGrant grant{.person = wish.person,
                      .role = wish.role,
                      .customer = wish.customer,
                      .granted_by = std::nullopt,
                      .granted_at = work.now};
    if (work.actor.person) grant.granted_by = work.actor.person;
    const auto id = store::insert_grant(work.tx, grant);
    if (!id) return grant_held;
    grant.id = *id;
    work.record(GrantGiven{.person = wish.person,
                           .grant = grant.id,
                           .role = grant.role,
                           .customer = grant.customer},
                About{"person", wish.person.value, *version, grant.customer});
    return grant;
}

void remove_grant(Work& work, const PersonGrant& grant) {
    const auto version = store::claim_person(work.tx, grant.person);
    INVARIANT(version.has_value());
    store::delete_grant(work.tx, grant.id);
    work.record(GrantTaken{.person = grant.person,
                           .grant = grant.id,
                           .role = grant.role,
                           .customer = grant.customer},
                About{"person", grant.person.value, *version, grant.customer});
}

// ---- Passwords

std::string hash_slowly(std::string_view password) {
    const HashPlace place;
    return hash_password(password);
}

bool fits_slowly(std::string_view hash, std::string_view password) {
    const HashPlace place;
    return is_password(hash, password);
}

const std::string& decoy_hash() {
    static const std::string hash = [] {
        SystemRandom random;
        return hash_slowly(token(random));
    }();
    return hash;
}

Error at_field(std::string_view pointer, const Error& error) {
    return Error{.reason = error.reason,
                 .shown = error.shown,
                 .fields = {{std::string(pointer), error.reason.name, error.shown}}};
}

Outcome check_new_password(std::string_view password, const store::Account& account) {
    const std::string name = account.given_name + " " + account.family_name;
    const std::vector<std::string_view> own = {
        account.given_name, account.family_name, name, account.email};
    const Outcome checked = check_password(password, own);
    if (!checked) return at_field("/password", checked.error());
    return Nothing{};
}

// ---- Tries

Door door_of(const Caller& caller, std::string_view email, std::optional<PersonId> person) {
    // Somebody known is one account under all their addresses.
    return {.network = rules::network_of(caller.address),
            .account = person ? "person:" + std::to_string(person->value)
                              : sha256_hex(email_key(trim(email))),
            .person = person};
}

Error too_often(Reason reason, std::chrono::seconds wait) {
    return Error{.reason = reason, .shown = {{"retryAfterSeconds", std::to_string(wait.count())}}};
}

namespace {

// From a network from which the account was entered before, the account's own counter is not asked
// and not moved: it is about strangers.
struct OwnTries {
    std::string_view kind;
    std::string subject;
};
OwnTries own_tries(Tx& tx, const Door& door) {
    const bool is_known = door.person && store::is_known_network(tx, *door.person, door.network);
    if (is_known) return {pair_tries, door.account + "|" + door.network};
    return {account_tries, door.account};
}

void tell_attack(Work& work, PersonId person, std::int64_t failures) {
    const auto account = store::find_account(work.tx, person);
    work.record(SignInAttacked{.person = person, .failures = failures},
                About{"person", person.value, account ? account->version : 0});
}

}  // namespace

Outcome count_try(Outside& outside, const Door& door) {
    return outside.data.write([&](Tx& tx, Time now) -> Outcome {
        const auto [kind, subject] = own_tries(tx, door);
        const rules::Tries network = store::find_tries(tx, network_tries, door.network);
        const rules::Tries own = store::find_tries(tx, kind, subject);
        const auto wait = std::max(rules::wait_left(network, rules::network_patience, now),
                                   rules::wait_left(own, rules::account_patience, now));
        if (wait.count() > 0) return too_often(sign_in_too_often, wait);

        const rules::Tries failed = rules::failed_again(own, rules::account_patience, now);
        store::save_tries(tx, kind, subject, failed);
        store::save_tries(tx,
                          network_tries,
                          door.network,
                          rules::failed_again(network, rules::network_patience, now));
        if (door.person && rules::is_alarming(failed.failures)) {
            Work work{{tx, Actor::system(), now, outside.environment, outside.caller}};
            tell_attack(work, *door.person, failed.failures);
        }
        return Nothing{};
    });
}

void forgive_try(Tx& tx, const Door& door, Time now) {
    forgive_network_try(tx, door.network, now);
    const auto [kind, subject] = own_tries(tx, door);
    store::delete_tries(tx, kind, subject);
}

Outcome count_network_try(Tx& tx, std::string_view network, Time now) {
    const rules::Tries tries = store::find_tries(tx, network_tries, network);
    const auto wait = rules::wait_left(tries, rules::network_patience, now);
    if (wait.count() > 0) return too_often(sign_in_too_often, wait);
    store::save_tries(
        tx, network_tries, network, rules::failed_again(tries, rules::network_patience, now));
    return Nothing{};
}

void forgive_network_try(Tx& tx, std::string_view network, Time now) {
    rules::Tries tries = store::find_tries(tx, network_tries, network);
    tries.failures = rules::remembered(tries, rules::network_patience, now) - 1;
    tries.last = now;
    if (tries.failures > 0) {
        store::save_tries(tx, network_tries, network, tries);
    } else {
        store::delete_tries(tx, network_tries, network);
    }
}

// ---- Sessions

SignedIn start_session(Work& work, const store::Account& account, SessionStart how) {
    if (work.actor.kind == Actor::Kind::person && work.actor.session > 0) {
        const SessionId before{work.actor.session};
        if (store::delete_session(work.tx, work.actor.person, before)) {
            work.record(
                SessionEnded{
                    .person = work.actor.person, .session = before, .why = SessionEnd::replaced},
                About{"session", before.value, 2});
        }
    }
    const Actor self{.kind = Actor::Kind::person, .person = account.person};
    const Caller caller{.address = work.caller.address,
                        .program = cut(work.caller.program, program_most),
                        .trace = work.caller.trace};
    Work own{{work.tx, self, work.now, work.environment, caller}};
    NewKey key = new_key(work.environment.random);
    const SessionId session =
        store::insert_session(own,
                              {.token = std::move(key.hash),
                               .person = account.person,
                               .how = how,
                               .expires_at = rules::session_end(work.now, account.side)});
    store::save_network(work.tx, account.person, rules::network_of(work.caller.address), work.now);
    own.record(SessionStarted{.person = account.person, .session = session, .how = how},
               About{"session", session.value, 1});
    return {.token = std::move(key.text),
            .person = account.person,
            .session = session,
            .expires_at = rules::session_end(work.now, account.side)};
}

void end_sessions(Work& work, PersonId person, SessionEnd why) {
    const std::int64_t ended = store::delete_sessions(work.tx, person);
    if (ended == 0) return;
    const auto account = store::find_account(work.tx, person);
    work.record(SessionsEnded{.person = person, .why = why, .sessions = ended},
                About{"person", person.value, account ? account->version : 0});
}

void change_password_to(Work& work,
                        const store::Account& account,
                        std::string_view hash,
                        PasswordChange how) {
    store::save_password(work.tx, account.person, hash, work.now);
    end_sessions(work, account.person, SessionEnd::password_changed);
    store::delete_links(work.tx, account.person);
    work.record(PasswordChanged{.person = account.person, .how = how},
                About{"person", account.person.value, account.version});
}

bool can_sign_in(const std::optional<store::Account>& account) {
    return account && !account->is_disabled && !account->is_erased && !account->is_merged;
}

std::optional<store::Account> find_account_by_email(Tx& tx, std::string_view email) {
    const auto person = find_person_by_email(tx, email);
    return person ? store::find_account(tx, *person) : std::nullopt;
}

}  // namespace ogniwo::people
