#pragma once

// The only place that names person_session, person_link and person_token: whatever opens a door.
// Every `token` in these tables is a SHA-256.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "people/access_rules.hpp"
#include "people/access_types.hpp"
#include "storage/work.hpp"

namespace ogniwo::people::store {

// ---- Sessions

struct NewSession {
    Blob token;
    PersonId person;
    SessionStart how = SessionStart::password;
    Time expires_at;
};
SessionId insert_session(Work& work, const NewSession& session);
struct FoundSession {
    SessionId id;
    PersonId person;
    Side side = Side::customer;
    rules::SessionTimes times;
};
// Never of a disabled or merged person.
std::optional<FoundSession> find_session(Tx& tx, const Blob& token);
std::vector<OpenSession> list_sessions(Tx& tx, PersonId person, Time now);
std::optional<Time> find_session_expiry(Tx& tx, SessionId session);
bool delete_session(Tx& tx, PersonId person, SessionId session);
std::int64_t delete_sessions(Tx& tx, PersonId person);
void update_session_seen(Tx& tx, SessionId session, Time at);

// ---- Links

struct FoundLink {
    LinkId id;
    PersonId person;
    LinkKind kind = LinkKind::sign_in;
    std::optional<Blob> code;
    std::int64_t tries = 0;
    Time expires_at;
};
struct NewLink {
    Blob token;
    std::optional<Blob> code;
    std::optional<PersonId> person;
    LinkKind kind = LinkKind::sign_in;
    Time expires_at;
};
LinkId insert_link(Tx& tx, const NewLink& link, Time now);
// Only what can still be used.
std::optional<FoundLink> find_link(Tx& tx, const Blob& token, Time now);
std::optional<FoundLink> find_code_link(Tx& tx, PersonId person, Time now);
// False when its tries are used up.
bool add_code_try(Tx& tx, LinkId link);
// False when somebody else was faster.
bool delete_link(Tx& tx, LinkId link);
void delete_links(Tx& tx, PersonId person);
void delete_links_of_kind(Tx& tx, std::optional<PersonId> person, LinkKind kind);

// ---- API tokens

struct FoundToken {
    TokenId id;
    PersonId person;
    std::vector<std::string> scopes;
    std::optional<Time> last_used;
};
// Neither expired ones nor those of a disabled or merged person.
std::optional<FoundToken> find_token(Tx& tx, const Blob& token, Time now);
std::vector<ApiToken> list_tokens(Tx& tx, PersonId person);
TokenId insert_token(Work& work, const CreateToken& wish, const Blob& token);
bool delete_token(Tx& tx, PersonId person, TokenId token);
void delete_tokens(Tx& tx, PersonId person);
void update_token_used(Tx& tx, TokenId token, Time at);

// ---- What is over

// At most `most` rows of each kind; how many there were.
std::int64_t delete_expired_keys(Tx& tx, Time now, int most);

}  // namespace ogniwo::people::store
