#include <algorithm>
#include <map>
#include <mutex>

#include "base/crypto.hpp"
#include "base/random.hpp"
#include "people/access_service.hpp"
#include "people/access_support.hpp"
#include "people/merge_service.hpp"

namespace ogniwo::people {
namespace {

constexpr std::string_view token_prefix = "ogn_";

// What authenticate() met on read-only connections and has to be written down later. Bounded: what
// does not fit is met again.
class SeenNotes {
public:
    struct Notes {
        std::map<std::int64_t, Time> sessions;
        std::map<std::int64_t, Time> tokens;
    };

    void add_session(SessionId id, Time at) { add(notes_.sessions, id.value, at); }
    void add_token(TokenId id, Time at) { add(notes_.tokens, id.value, at); }

    Notes take(std::size_t most) {
        const std::lock_guard lock(mutex_);
        Notes taken;
        move_some(notes_.sessions, taken.sessions, most);
        move_some(notes_.tokens, taken.tokens, most);
        return taken;
    }

private:
    void add(std::map<std::int64_t, Time>& notes, std::int64_t id, Time at) {
        const std::lock_guard lock(mutex_);
        if (notes.size() < 10'000) notes[id] = at;
    }
    static void move_some(std::map<std::int64_t, Time>& from,
                          std::map<std::int64_t, Time>& to,
                          std::size_t most) {
        while (!from.empty() && to.size() < most) to.insert(from.extract(from.begin()));
    }

    std::mutex mutex_;
    Notes notes_;
};

SeenNotes& seen_notes() {
    static SeenNotes notes;
    return notes;
}

Actor actor_of_token(Tx& tx, const store::FoundToken& token) {
    Actor actor = actor_of(tx, token.person);
    const RightSet scopes(std::vector<std::string_view>(token.scopes.begin(), token.scopes.end()));
    // The actor's names must outlive the row, so they are taken from the roles, never from it.
    for (Grant& grant : actor.grants) grant.rights = grant.rights & scopes;
    actor.session = -token.id.value;
    actor.label = "token:" + std::to_string(token.id.value);
    return actor;
}

Result<Actor> authenticate_token(Tx& tx, std::string_view bearer, Time now, Presence presence) {
    const bool is_ours =
        bearer.starts_with(token_prefix) && looks_like_token(bearer.substr(token_prefix.size()));
    if (!is_ours) return unauthenticated;
    const auto found = store::find_token(tx, key_hash(bearer), now);
    if (!found) return unauthenticated;
    const bool is_due = !found->last_used || rules::is_seen_due(*found->last_used, now);
    if (is_due && presence == Presence::acting) {
        seen_notes().add_token(found->id, now);
    }
    return actor_of_token(tx, *found);
}

std::vector<std::string> texts(const RightSet& rights) {
    return {rights.names().begin(), rights.names().end()};
}

// Rights for every customer, and beside them what is held for single ones; of customers that are
// one, once.
void show_rights(Tx& tx, const Actor& actor, WhoAmI& me) {
    RightSet everywhere;
    std::map<CustomerId, RightSet> customers;
    for (const Grant& grant : actor.grants) {
        if (grant.customer) {
            customers[*grant.customer] = customers[*grant.customer] | grant.rights;
        } else {
            everywhere = everywhere | grant.rights;
        }
    }
    me.rights = texts(everywhere);
    std::vector<CustomerId> ids;
    for (const auto& [customer, rights] : customers) ids.push_back(customer);
    const auto merged = merged_among(tx, ids);
    for (const auto& [customer, rights] : customers) {
        if (!merged.contains(customer)) me.customers.push_back({customer, texts(rights)});
    }
}

Result<store::Account> load_own_account(Tx& tx, const Actor& actor) {
    auto account = store::find_account(tx, actor.person);
    if (actor.kind != Actor::Kind::person || !account) return unauthenticated;
    return *std::move(account);
}

}  // namespace

Result<Actor> authenticate(Tx& tx,
                           std::string_view session_token,
                           std::string_view bearer_token,
                           Time now,
                           Presence presence) {
    if (!bearer_token.empty()) return authenticate_token(tx, bearer_token, now, presence);
    if (session_token.empty()) return Actor::anonymous();
    if (!looks_like_token(session_token)) return unauthenticated;
    const auto found = store::find_session(tx, key_hash(session_token));
    if (!found || !rules::is_alive(found->times, found->side, now)) return unauthenticated;
    const bool is_due = rules::is_seen_due(found->times.last_seen, now);
    if (is_due && presence == Presence::acting) seen_notes().add_session(found->id, now);
    Actor actor = actor_of(tx, found->person);
    actor.session = found->id.value;
    return actor;
}

void write_seen(Transactor& data) {
    constexpr std::size_t batch = 100;
    while (true) {
        const auto notes = seen_notes().take(batch);
        if (notes.sessions.empty() && notes.tokens.empty()) return;
        // Nobody waits for the outcome, and there is nothing in it that could be refused.
        (void)data.write([&](Tx& tx, Time) -> Outcome {
            for (const auto& [id, at] : notes.sessions) {
                store::update_session_seen(tx, SessionId{id}, at);
            }
            for (const auto& [id, at] : notes.tokens) {
                store::update_token_used(tx, TokenId{id}, at);
            }
            return Nothing{};
        });
    }
}

Outcome sign_in_before(Outside& outside, SignIn& wish) {
    std::optional<store::Account> account;
    outside.data.read([&](Tx& tx, Time) { account = find_account_by_email(tx, wish.email); });
    const auto person = account ? std::optional(account->person) : std::nullopt;
    TRY_DO(count_try(outside, door_of(outside.caller, wish.email, person)));

    // Somebody unknown, somebody disabled and a wrong password cost the same and look the same.
    const bool may = can_sign_in(account) && !account->password_hash.empty();
    const std::string& decoy = decoy_hash();
    const bool fits = fits_slowly(may ? account->password_hash : decoy, wish.password);
    if (!may || !fits) return sign_in_refused;

    wish.person = account->person;
    wish.stored_hash = account->password_hash;
    if (is_outdated_hash(wish.stored_hash)) wish.new_hash = hash_slowly(wish.password);
    return Nothing{};
}

Result<SignedIn> sign_in(Work& work, const SignIn& wish) {
    // Between the step before and now the password may have changed: then it was the old one.
    if (!store::claim_password(work.tx, wish.person, wish.stored_hash)) return sign_in_refused;
    const auto account = store::find_account(work.tx, wish.person);
    if (!can_sign_in(account)) return sign_in_refused;
    if (!wish.new_hash.empty()) {
        store::update_password_hash(work.tx, wish.person, wish.new_hash);
    }
    forgive_try(work.tx, door_of(work.caller, wish.email, wish.person), work.now);
    return start_session(work, *account, SessionStart::password);
}

Result<WhoAmI> who_am_i(const View& view, const Nothing&) {
    TRY(const store::Account account, load_own_account(view.tx, view.actor));
    WhoAmI me{.person = account.person,
              .given_name = account.given_name,
              .family_name = account.family_name,
              .email = account.email,
              .language = account.language,
              .staff = account.side == Side::staff,
              .has_password = !account.password_hash.empty()};
    if (view.actor.session > 0) {
        me.session = SessionId{view.actor.session};
        me.expires_at = store::find_session_expiry(view.tx, *me.session).value_or(view.now);
    } else {
        for (const ApiToken& token : store::list_tokens(view.tx, account.person)) {
            if (token.id.value == -view.actor.session) me.expires_at = token.expires_at;
        }
    }
    show_rights(view.tx, view.actor, me);
    for (const PersonGrant& grant : store::list_all_grants(view.tx, account.person)) {
        const MyRole role{
            grant.role,
            grant.customer ? std::optional(goes_on(view.tx, *grant.customer)) : std::nullopt};
        const bool is_known = std::ranges::any_of(me.roles, [&](const MyRole& known) {
            return known.role == role.role && known.customer == role.customer;
        });
        if (!is_known) me.roles.push_back(role);
    }
    return me;
}

Result<OpenSessions> list_sessions(const View& view, const Nothing&) {
    TRY(const store::Account account, load_own_account(view.tx, view.actor));
    OpenSessions list{.items = store::list_sessions(view.tx, account.person, view.now)};
    std::erase_if(list.items, [&](const OpenSession& session) {
        return !rules::is_alive({session.started_at, session.last_seen_at}, account.side, view.now);
    });
    for (OpenSession& session : list.items) {
        session.current = session.id.value == view.actor.session;
    }
    return list;
}

Result<Nothing> sign_out(Work& work, const Nothing&) {
    TRY_DO(needs_session(work.actor));
    const SessionId session{work.actor.session};
    if (!store::delete_session(work.tx, work.actor.person, session)) return Nothing{};
    work.record(
        SessionEnded{
            .person = work.actor.person, .session = session, .why = SessionEnd::signed_out},
        About{"session", session.value, 2});
    return Nothing{};
}

Result<Nothing> end_session(Work& work, const EndSession& wish) {
    TRY_DO(needs_session(work.actor));
    if (!store::delete_session(work.tx, work.actor.person, wish.session)) return missing;
    work.record(
        SessionEnded{
            .person = work.actor.person, .session = wish.session, .why = SessionEnd::ended},
        About{"session", wish.session.value, 2});
    return Nothing{};
}

Result<Nothing> sign_out_everywhere(Work& work, const Nothing&) {
    TRY_DO(needs_session(work.actor));
    end_sessions(work, work.actor.person, SessionEnd::everywhere);
    return Nothing{};
}

Outcome change_password_before(Outside& outside, ChangePassword& wish) {
    TRY_DO(needs_session(outside.actor));
    std::optional<store::Account> account;
    outside.data.read(
        [&](Tx& tx, Time) { account = store::find_account(tx, outside.actor.person); });
    if (outside.actor.kind != Actor::Kind::person || !account) return unauthenticated;
    TRY_DO(check_new_password(wish.password, *account));

    if (!account->password_hash.empty()) {
        TRY_DO(count_try(outside, door_of(outside.caller, account->email, account->person)));
        const std::string current = wish.current.value_or("");
        if (!fits_slowly(account->password_hash, current)) {
            return at_field("/current", Error{.reason = password_wrong});
        }
    }
    wish.stored_hash = account->password_hash;
    wish.password_hash = hash_slowly(wish.password);
    return Nothing{};
}

Result<SignedIn> change_password(Work& work, const ChangePassword& wish) {
    TRY_DO(needs_session(work.actor));
    if (!wish.stored_hash.empty() &&
        !store::claim_password(work.tx, work.actor.person, wish.stored_hash)) {
        return at_field("/current", Error{.reason = password_wrong});
    }
    const auto account = store::find_account(work.tx, work.actor.person);
    if (!can_sign_in(account)) return unauthenticated;
    // Two who set a first password at once: the second one has not proved that it knows the first.
    if (wish.stored_hash.empty() && !account->password_hash.empty()) {
        return at_field("/current", Error{.reason = password_wrong});
    }
    const Door door = door_of(work.caller, account->email, account->person);
    if (!wish.stored_hash.empty()) forgive_try(work.tx, door, work.now);
    change_password_to(work, *account, wish.password_hash, PasswordChange::changed);
    return start_session(work, *account, SessionStart::password);
}

bool purge_expired(Work& work) {
    constexpr int most = 100;
    // A session that nobody used for its idle time is dead before its last day, and kept until
    // then.
    const auto keys = store::delete_expired_keys(work.tx, work.now, most);
    return keys + store::delete_old_tries(work.tx, work.now, most) < most;
}

std::string hash_password(std::string_view password) {
    return hash_slowly(password);
}

Outcome set_password(Work& work, PersonId person, std::string_view hash) {
    const auto account = store::find_account(work.tx, person);
    if (!can_sign_in(account)) return missing;
    change_password_to(work, *account, hash, PasswordChange::invited);
    return Nothing{};
}

}  // namespace ogniwo::people
