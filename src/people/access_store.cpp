#include "people/access_store.hpp"

namespace ogniwo::people::store {
namespace {

// ---- The installation's root row

const Sql load_access_root_sql{"access.load_access_root", R"sql(
    SELECT set_up_at, setup_code, wrong_codes FROM company_access WHERE id = 1
)sql"};

const Sql claim_access_root_sql{"access.claim_access_root", R"sql(
    UPDATE company_access SET version = version + 1 WHERE id = 1
)sql"};

const Sql claim_access_root_of_owner_sql{"access.claim_access_root_of_owner", R"sql(
    UPDATE company_access SET version = version + 1
     WHERE id = 1 AND EXISTS (SELECT 1 FROM person_grant WHERE person = $1 AND role = 'owner')
)sql"};

const Sql claim_access_root_of_grant_sql{"access.claim_access_root_of_grant", R"sql(
    UPDATE company_access SET version = version + 1
     WHERE id = 1 AND EXISTS (SELECT 1 FROM person_grant WHERE id = $1 AND role = 'owner')
)sql"};

const Sql mark_set_up_sql{"access.mark_set_up", R"sql(
    UPDATE company_access SET version = version + 1, set_up_at = $1, setup_code = NULL
     WHERE id = 1 AND set_up_at IS NULL
)sql"};

const Sql update_setup_code_sql{"access.update_setup_code", R"sql(
    UPDATE company_access SET version = version + 1, setup_code = $1, wrong_codes = 0
     WHERE id = 1 AND set_up_at IS NULL
)sql"};

const Sql add_wrong_setup_code_sql{"access.add_wrong_setup_code", R"sql(
    UPDATE company_access SET version = version + 1, wrong_codes = wrong_codes + 1 WHERE id = 1
)sql"};

// ---- Persons

const Sql find_account_sql{"access.find_account", R"sql(
    SELECT p.id, p.version, p.given_name, p.family_name, p.language, p.is_staff, p.disabled_at,
           p.erased_at, p.merged_into, w.hash,
           COALESCE(e.address, (SELECT theirs.address
                                  FROM person m
                                  JOIN person_email theirs
                                    ON theirs.person = m.id AND theirs.place = 0
                                 WHERE m.merged_into = p.id AND m.merged_into IS NOT NULL
                                 ORDER BY m.id LIMIT 1)) AS address
      FROM person p
      LEFT JOIN person_email e ON e.person = p.id AND e.place = 0
      LEFT JOIN person_password w ON w.person = p.id
     WHERE p.id = $1
)sql"};

const Sql claim_person_sql{"access.claim_person", R"sql(
    UPDATE person SET version = version + 1 WHERE id = $1 RETURNING version
)sql"};

const Sql update_disabled_sql{"access.update_disabled", R"sql(
    UPDATE person SET disabled_at = $2 WHERE id = $1
)sql"};

const Sql person_exists_sql{"access.person_exists", R"sql(
    SELECT 1 FROM person WHERE id = $1
)sql"};

const ScopedSql person_within_sql{"access.person_within", R"sql(
    SELECT 1 FROM person p
     WHERE p.id = $1
       AND (EXISTS (SELECT 1 FROM person_membership m
                     WHERE m.person = p.id AND {scope m.customer})
            OR EXISTS (SELECT 1 FROM person_grant g
                        WHERE g.person = p.id AND {scope g.customer}))
)sql"};

// ---- Grants

const ScopedSql list_grants_sql{"access.list_grants", R"sql(
    SELECT id, person, role, customer, granted_by, granted_at
      FROM person_grant
     WHERE person = $1 AND {scope customer}
     ORDER BY customer NULLS FIRST, id
)sql"};

const Sql list_all_grants_sql{"access.list_all_grants", R"sql(
    SELECT id, person, role, customer, granted_by, granted_at
      FROM person_grant WHERE person = $1
     ORDER BY customer NULLS FIRST, id
)sql"};

// A role for a customer counts at all that are one with it.
const Sql list_reach_sql{"access.list_reach", R"sql(
    SELECT g.role, g.customer FROM person_grant g WHERE g.person = $1
    UNION
    SELECT g.role, c.merged_into
      FROM person_grant g JOIN customer c ON c.id = g.customer
     WHERE g.person = $1 AND c.merged_into IS NOT NULL
    UNION
    SELECT g.role, f.id
      FROM person_grant g
      JOIN customer c ON c.id = g.customer
      JOIN customer f ON f.merged_into = COALESCE(c.merged_into, c.id) AND f.merged_into IS NOT NULL
     WHERE g.person = $1
     ORDER BY 2 NULLS FIRST, 1
)sql"};

const ScopedSql find_grant_sql{"access.find_grant", R"sql(
    SELECT id, person, role, customer, granted_by, granted_at
      FROM person_grant WHERE id = $1 AND {scope customer}
)sql"};

const Sql insert_grant_sql{"access.insert_grant", R"sql(
    INSERT INTO person_grant (person, role, customer, granted_by, granted_at)
    VALUES ($1, $2, $3, $4, $5)
    ON CONFLICT DO NOTHING
    RETURNING id
)sql"};

const Sql delete_grant_sql{"access.delete_grant", R"sql(
    DELETE FROM person_grant WHERE id = $1
)sql"};

const Sql delete_grants_sql{"access.delete_grants", R"sql(
    DELETE FROM person_grant WHERE person = $1
)sql"};

const Sql list_able_sql{"access.list_able", R"sql(
    SELECT p.id
      FROM person_grant g
      JOIN person p ON p.id = g.person
     WHERE g.role = $1 AND g.customer IS NULL AND p.disabled_at IS NULL AND p.erased_at IS NULL
       AND p.merged_into IS NULL
     ORDER BY p.id
)sql"};

const Sql list_able_at_sql{"access.list_able_at", R"sql(
    SELECT p.id
      FROM person_grant g
      JOIN person p ON p.id = g.person
     WHERE g.customer = $2 AND g.role = $1 AND p.disabled_at IS NULL AND p.erased_at IS NULL
       AND p.merged_into IS NULL
     ORDER BY p.id
)sql"};

// ---- Passwords

const Sql claim_password_sql{"access.claim_password", R"sql(
    UPDATE person_password SET version = version + 1 WHERE person = $1 AND hash = $2
)sql"};

const Sql save_password_sql{"access.save_password", R"sql(
    INSERT INTO person_password (person, version, hash, changed_at) VALUES ($1, 1, $2, $3)
    ON CONFLICT (person) DO UPDATE
       SET version = person_password.version + 1, hash = excluded.hash,
           changed_at = excluded.changed_at
)sql"};

const Sql update_password_hash_sql{"access.update_password_hash", R"sql(
    UPDATE person_password SET hash = $2 WHERE person = $1
)sql"};

const Sql delete_password_sql{"access.delete_password", R"sql(
    DELETE FROM person_password WHERE person = $1
)sql"};

// ---- Networks and tries

const Sql find_network_sql{"access.find_network", R"sql(
    SELECT 1 FROM person_network WHERE person = $1 AND network = $2
)sql"};

const Sql save_network_sql{"access.save_network", R"sql(
    INSERT INTO person_network (person, network, last_at) VALUES ($1, $2, $3)
    ON CONFLICT (person, network) DO UPDATE SET last_at = excluded.last_at
)sql"};

const Sql delete_networks_sql{"access.delete_networks", R"sql(
    DELETE FROM person_network WHERE person = $1
)sql"};

const Sql find_tries_sql{"access.find_tries", R"sql(
    SELECT failures, last_at FROM person_tries WHERE kind = $1 AND subject = $2
)sql"};

const Sql save_tries_sql{"access.save_tries", R"sql(
    INSERT INTO person_tries (kind, subject, failures, last_at) VALUES ($1, $2, $3, $4)
    ON CONFLICT (kind, subject) DO UPDATE
       SET failures = excluded.failures, last_at = excluded.last_at
)sql"};

const Sql delete_tries_sql{"access.delete_tries", R"sql(
    DELETE FROM person_tries WHERE kind = $1 AND subject = $2
)sql"};

// ---- What is over

const Sql delete_old_networks_sql{"access.delete_old_networks", R"sql(
    DELETE FROM person_network
     WHERE (person, network) IN (SELECT person, network FROM person_network
                                  WHERE last_at <= $1 ORDER BY last_at LIMIT $2)
)sql"};

const Sql delete_old_tries_sql{"access.delete_old_tries", R"sql(
    DELETE FROM person_tries
     WHERE (kind, subject) IN (SELECT kind, subject FROM person_tries
                                WHERE last_at <= $1 ORDER BY last_at LIMIT $2)
)sql"};

// ---- Rows

Side side_of(bool is_staff) {
    return is_staff ? Side::staff : Side::customer;
}

Account read_account(const Row& row) {
    return {.person = row.get<PersonId>("id"),
            .version = row.get<std::int64_t>("version"),
            .given_name = row.get<std::string>("given_name"),
            .family_name = row.get<std::string>("family_name"),
            .language = row.get<Language>("language"),
            .email = row.get<std::optional<std::string>>("address").value_or(""),
            .side = side_of(row.get<bool>("is_staff")),
            .is_disabled = row.get<std::optional<Time>>("disabled_at").has_value(),
            .is_erased = row.get<std::optional<Time>>("erased_at").has_value(),
            .is_merged = row.get<std::optional<PersonId>>("merged_into").has_value(),
            .password_hash = row.get<std::optional<std::string>>("hash").value_or("")};
}

PersonGrant read_grant(const Row& row) {
    return {.id = row.get<GrantId>("id"),
            .person = row.get<PersonId>("person"),
            .role = row.get<Role>("role"),
            .customer = row.get<std::optional<CustomerId>>("customer"),
            .granted_by = row.get<std::optional<PersonId>>("granted_by"),
            .granted_at = row.get<Time>("granted_at")};
}

}  // namespace

AccessRoot load_access_root(Tx& tx) {
    const auto root = tx.find(
        [](const Row& row) {
            return AccessRoot{.is_set_up = row.get<std::optional<Time>>("set_up_at").has_value(),
                              .setup_code = row.get<std::optional<Blob>>("setup_code"),
                              .wrong_codes = row.get<std::int64_t>("wrong_codes")};
        },
        load_access_root_sql);
    INVARIANT(root.has_value());
    return *root;
}

void claim_access_root(Tx& tx) {
    tx.run(claim_access_root_sql);
}

void claim_access_root_of_owner(Tx& tx, PersonId person) {
    tx.run(claim_access_root_of_owner_sql, person);
}

void claim_access_root_of_grant(Tx& tx, GrantId grant) {
    tx.run(claim_access_root_of_grant_sql, grant);
}

bool mark_set_up(Tx& tx, Time at) {
    return tx.run(mark_set_up_sql, at) > 0;
}

void update_setup_code(Tx& tx, const Blob& code) {
    tx.run(update_setup_code_sql, code);
}

void add_wrong_setup_code(Tx& tx) {
    tx.run(add_wrong_setup_code_sql);
}

std::optional<Account> find_account(Tx& tx, PersonId person) {
    return tx.find(read_account, find_account_sql, person);
}

std::optional<std::int64_t> claim_person(Tx& tx, PersonId person) {
    return tx.first<std::int64_t>(claim_person_sql, person);
}

void update_disabled(Tx& tx, PersonId person, std::optional<Time> at) {
    tx.run(update_disabled_sql, person, at);
}

bool is_person_within(Tx& tx, const Scope& scope, PersonId person) {
    if (scope.everyone) return tx.first<std::int64_t>(person_exists_sql, person).has_value();
    return tx.find(first_column<std::int64_t>, person_within_sql, scope, person).has_value();
}

std::vector<PersonGrant> list_grants(Tx& tx, const Scope& scope, PersonId person) {
    return tx.all(read_grant, list_grants_sql, scope, person);
}

std::vector<PersonGrant> list_all_grants(Tx& tx, PersonId person) {
    return tx.all(read_grant, list_all_grants_sql, person);
}

std::vector<HeldRole> list_reach(Tx& tx, PersonId person) {
    return tx.all(
        [](const Row& row) {
            return HeldRole{.role = row.get<Role>("role"),
                            .customer = row.get<std::optional<CustomerId>>("customer")};
        },
        list_reach_sql,
        person);
}

std::optional<PersonGrant> find_grant(Tx& tx, const Scope& scope, GrantId grant) {
    return tx.find(read_grant, find_grant_sql, scope, grant);
}

std::optional<GrantId> insert_grant(Tx& tx, const PersonGrant& grant) {
    return tx.first<GrantId>(insert_grant_sql,
                             grant.person,
                             grant.role,
                             grant.customer,
                             grant.granted_by,
                             grant.granted_at);
}

void delete_grant(Tx& tx, GrantId grant) {
    tx.run(delete_grant_sql, grant);
}

void delete_grants(Tx& tx, PersonId person) {
    tx.run(delete_grants_sql, person);
}

std::vector<PersonId> list_able(Tx& tx, Role role) {
    return tx.all(first_column<PersonId>, list_able_sql, role);
}

std::vector<PersonId> list_able_at(Tx& tx, Role role, CustomerId customer) {
    return tx.all(first_column<PersonId>, list_able_at_sql, role, customer);
}

bool claim_password(Tx& tx, PersonId person, std::string_view hash) {
    return tx.run(claim_password_sql, person, hash) > 0;
}

void save_password(Tx& tx, PersonId person, std::string_view hash, Time at) {
    tx.run(save_password_sql, person, hash, at);
}

void update_password_hash(Tx& tx, PersonId person, std::string_view hash) {
    tx.run(update_password_hash_sql, person, hash);
}

void delete_password(Tx& tx, PersonId person) {
    tx.run(delete_password_sql, person);
}

bool is_known_network(Tx& tx, PersonId person, std::string_view network) {
    return tx.first<std::int64_t>(find_network_sql, person, network).has_value();
}

void save_network(Tx& tx, PersonId person, std::string_view network, Time at) {
    tx.run(save_network_sql, person, network, at);
}

void delete_networks(Tx& tx, PersonId person) {
    tx.run(delete_networks_sql, person);
}

rules::Tries find_tries(Tx& tx, std::string_view kind, std::string_view subject) {
    return tx
        .find(
            [](const Row& row) {
                return rules::Tries{.failures = row.get<std::int64_t>("failures"),
                                    .last = row.get<Time>("last_at")};
            },
            find_tries_sql,
            kind,
            subject)
        .value_or(rules::Tries{});
}

void save_tries(Tx& tx,
                std::string_view kind,
                std::string_view subject,
                const rules::Tries& tries) {
    tx.run(save_tries_sql, kind, subject, tries.failures, tries.last);
}

void delete_tries(Tx& tx, std::string_view kind, std::string_view subject) {
    tx.run(delete_tries_sql, kind, subject);
}

std::int64_t delete_old_tries(Tx& tx, Time now, int most) {
    using std::chrono::days;
    return tx.run(delete_old_networks_sql, now - days{180}, most) +
           tx.run(delete_old_tries_sql, now - days{1}, most);
}

}  // namespace ogniwo::people::store
