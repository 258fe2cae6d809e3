#include "people/key_store.hpp"

namespace ogniwo::people::store {
namespace {

// ---- Sessions

const Sql insert_session_sql{"access.insert_session", R"sql(
    INSERT INTO person_session (token, person, how, started_at, last_seen_at, expires_at, address,
                                program)
    VALUES ($1, $2, $3, $4, $4, $5, $6, $7)
    RETURNING id
)sql"};

// With access.list_reach, nearly all that a request needs to know who it comes from.
const Sql find_session_sql{"access.find_session", R"sql(
    SELECT s.id, s.person, s.started_at, s.last_seen_at, p.is_staff
      FROM person_session s
      JOIN person p ON p.id = s.person
     WHERE s.token = $1 AND p.disabled_at IS NULL AND p.merged_into IS NULL
)sql"};

const Sql list_sessions_sql{"access.list_sessions", R"sql(
    SELECT id, how, started_at, last_seen_at, expires_at, address, program
      FROM person_session
     WHERE person = $1 AND expires_at > $2
     ORDER BY last_seen_at DESC, id DESC
)sql"};

const Sql find_session_expiry_sql{"access.find_session_expiry", R"sql(
    SELECT expires_at FROM person_session WHERE id = $1
)sql"};

const Sql delete_session_sql{"access.delete_session", R"sql(
    DELETE FROM person_session WHERE id = $1 AND person = $2
)sql"};

const Sql delete_sessions_sql{"access.delete_sessions", R"sql(
    DELETE FROM person_session WHERE person = $1
)sql"};

const Sql update_session_seen_sql{"access.update_session_seen", R"sql(
    UPDATE person_session SET last_seen_at = $2 WHERE id = $1 AND last_seen_at < $2
)sql"};

// ---- Links

const Sql insert_link_sql{"access.insert_link", R"sql(
    INSERT INTO person_link (token, code, person, kind, tries, created_at, expires_at)
    VALUES ($1, $2, $3, $4, 0, $5, $6)
    RETURNING id
)sql"};

const Sql find_link_sql{"access.find_link", R"sql(
    SELECT id, person, kind, code, tries, expires_at
      FROM person_link
     WHERE token = $1 AND expires_at > $2 AND person IS NOT NULL
)sql"};

const Sql find_code_link_sql{"access.find_code_link", R"sql(
    SELECT id, person, kind, code, tries, expires_at
      FROM person_link
     WHERE person = $1 AND kind = 'sign_in' AND code IS NOT NULL AND expires_at > $2
     ORDER BY id DESC
     LIMIT 1
)sql"};

const Sql add_code_try_sql{"access.add_code_try", R"sql(
    UPDATE person_link SET tries = tries + 1 WHERE id = $1 AND tries < $2
)sql"};

const Sql delete_link_sql{"access.delete_link", R"sql(
    DELETE FROM person_link WHERE id = $1
)sql"};

const Sql delete_links_sql{"access.delete_links", R"sql(
    DELETE FROM person_link WHERE person = $1
)sql"};

const Sql delete_links_of_kind_sql{"access.delete_links_of_kind", R"sql(
    DELETE FROM person_link WHERE person = $1 AND kind = $2
)sql"};

// ---- API tokens

const Sql find_token_sql{"access.find_token", R"sql(
    SELECT t.id, t.person, t.scopes, t.last_used_at
      FROM person_token t
      JOIN person p ON p.id = t.person
     WHERE t.token = $1 AND t.expires_at > $2 AND p.disabled_at IS NULL AND p.merged_into IS NULL
)sql"};

const Sql list_tokens_sql{"access.list_tokens", R"sql(
    SELECT id, name, scopes, created_at, expires_at, last_used_at
      FROM person_token WHERE person = $1
     ORDER BY id DESC
)sql"};

const Sql insert_token_sql{"access.insert_token", R"sql(
    INSERT INTO person_token (token, person, name, scopes, created_at, expires_at)
    VALUES ($1, $2, $3, $4, $5, $6)
    RETURNING id
)sql"};

const Sql delete_token_sql{"access.delete_token", R"sql(
    DELETE FROM person_token WHERE id = $1 AND person = $2
)sql"};

const Sql delete_tokens_sql{"access.delete_tokens", R"sql(
    DELETE FROM person_token WHERE person = $1
)sql"};

const Sql update_token_used_sql{"access.update_token_used", R"sql(
    UPDATE person_token SET last_used_at = $2 WHERE id = $1
)sql"};

// ---- What is over

const Sql delete_expired_sessions_sql{"access.delete_expired_sessions", R"sql(
    DELETE FROM person_session
     WHERE id IN (SELECT id FROM person_session WHERE expires_at <= $1 ORDER BY expires_at LIMIT $2)
)sql"};

const Sql delete_expired_links_sql{"access.delete_expired_links", R"sql(
    DELETE FROM person_link
     WHERE id IN (SELECT id FROM person_link WHERE expires_at <= $1 ORDER BY expires_at LIMIT $2)
)sql"};

const Sql delete_expired_tokens_sql{"access.delete_expired_tokens", R"sql(
    DELETE FROM person_token
     WHERE id IN (SELECT id FROM person_token WHERE expires_at <= $1 ORDER BY expires_at LIMIT $2)
)sql"};

// ---- Rows

Side side_of(bool is_staff) {
    return is_staff ? Side::staff : Side::customer;
}

FoundSession read_session(const Row& row) {
    return {.id = row.get<SessionId>("id"),
            .person = row.get<PersonId>("person"),
            .side = side_of(row.get<bool>("is_staff")),
            .times = {.started = row.get<Time>("started_at"),
                      .last_seen = row.get<Time>("last_seen_at")}};
}

OpenSession read_open_session(const Row& row) {
    return {.id = row.get<SessionId>("id"),
            .started_at = row.get<Time>("started_at"),
            .last_seen_at = row.get<Time>("last_seen_at"),
            .expires_at = row.get<Time>("expires_at"),
            .address = row.get<std::string>("address"),
            .program = row.get<std::string>("program"),
            .how = row.get<SessionStart>("how")};
}

FoundLink read_link(const Row& row) {
    return {.id = row.get<LinkId>("id"),
            .person = row.get<PersonId>("person"),
            .kind = row.get<LinkKind>("kind"),
            .code = row.get<std::optional<Blob>>("code"),
            .tries = row.get<std::int64_t>("tries"),
            .expires_at = row.get<Time>("expires_at")};
}

std::vector<std::string> split(std::string_view words) {
    std::vector<std::string> list;
    while (!words.empty()) {
        const auto space = words.find(' ');
        list.emplace_back(words.substr(0, space));
        if (space == std::string_view::npos) break;
        words.remove_prefix(space + 1);
    }
    return list;
}

std::string join(const std::vector<std::string>& words) {
    std::string text;
    for (const std::string& word : words) text += (text.empty() ? "" : " ") + word;
    return text;
}

ApiToken read_token(const Row& row) {
    return {.id = row.get<TokenId>("id"),
            .name = row.get<std::string>("name"),
            .scopes = split(row.get<std::string>("scopes")),
            .created_at = row.get<Time>("created_at"),
            .expires_at = row.get<Time>("expires_at"),
            .last_used_at = row.get<std::optional<Time>>("last_used_at")};
}

FoundToken read_found_token(const Row& row) {
    return {.id = row.get<TokenId>("id"),
            .person = row.get<PersonId>("person"),
            .scopes = split(row.get<std::string>("scopes")),
            .last_used = row.get<std::optional<Time>>("last_used_at")};
}

}  // namespace

SessionId insert_session(Work& work, const NewSession& session) {
    return work.tx.one<SessionId>(insert_session_sql,
                                  session.token,
                                  session.person,
                                  session.how,
                                  work.now,
                                  session.expires_at,
                                  work.caller.address,
                                  work.caller.program);
}

std::optional<FoundSession> find_session(Tx& tx, const Blob& token) {
    return tx.find(read_session, find_session_sql, token);
}

std::vector<OpenSession> list_sessions(Tx& tx, PersonId person, Time now) {
    return tx.all(read_open_session, list_sessions_sql, person, now);
}

std::optional<Time> find_session_expiry(Tx& tx, SessionId session) {
    return tx.first<Time>(find_session_expiry_sql, session);
}

bool delete_session(Tx& tx, PersonId person, SessionId session) {
    return tx.run(delete_session_sql, session, person) > 0;
}

std::int64_t delete_sessions(Tx& tx, PersonId person) {
    return tx.run(delete_sessions_sql, person);
}

void update_session_seen(Tx& tx, SessionId session, Time at) {
    tx.run(update_session_seen_sql, session, at);
}

LinkId insert_link(Tx& tx, const NewLink& link, Time now) {
    return tx.one<LinkId>(
        insert_link_sql, link.token, link.code, link.person, link.kind, now, link.expires_at);
}

std::optional<FoundLink> find_link(Tx& tx, const Blob& token, Time now) {
    return tx.find(read_link, find_link_sql, token, now);
}

std::optional<FoundLink> find_code_link(Tx& tx, PersonId person, Time now) {
    return tx.find(read_link, find_code_link_sql, person, now);
}

bool add_code_try(Tx& tx, LinkId link) {
    return tx.run(add_code_try_sql, link, rules::code_tries) > 0;
}

bool delete_link(Tx& tx, LinkId link) {
    return tx.run(delete_link_sql, link) > 0;
}

void delete_links(Tx& tx, PersonId person) {
    tx.run(delete_links_sql, person);
}

void delete_links_of_kind(Tx& tx, std::optional<PersonId> person, LinkKind kind) {
    tx.run(delete_links_of_kind_sql, person, kind);
}

std::optional<FoundToken> find_token(Tx& tx, const Blob& token, Time now) {
    return tx.find(read_found_token, find_token_sql, token, now);
}

std::vector<ApiToken> list_tokens(Tx& tx, PersonId person) {
    return tx.all(read_token, list_tokens_sql, person);
}

TokenId insert_token(Work& work, const CreateToken& wish, const Blob& token) {
    return work.tx.one<TokenId>(insert_token_sql,
                                token,
                                work.actor.person,
                                wish.name,
                                join(wish.scopes),
                                work.now,
                                wish.expires_at);
}

bool delete_token(Tx& tx, PersonId person, TokenId token) {
    return tx.run(delete_token_sql, token, person) > 0;
}

void delete_tokens(Tx& tx, PersonId person) {
    tx.run(delete_tokens_sql, person);
}

void update_token_used(Tx& tx, TokenId token, Time at) {
    tx.run(update_token_used_sql, token, at);
}

std::int64_t delete_expired_keys(Tx& tx, Time now, int most) {
    return tx.run(delete_expired_sessions_sql, now, most) +
           tx.run(delete_expired_links_sql, now, most) +
           tx.run(delete_expired_tokens_sql, now, most);
}

}  // namespace ogniwo::people::store
