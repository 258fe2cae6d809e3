#include "people/merge_store.hpp"

#include <algorithm>
#include <set>

#include "base/email.hpp"
#include "storage/connection.hpp"

namespace ogniwo::people::store {
namespace {

// --- Pointers

const Sql person_goes_on_sql{"people.find_person_goes_on", R"sql(
    SELECT COALESCE(merged_into, id) FROM person WHERE id = $1
)sql"};

const Sql customer_goes_on_sql{"people.find_customer_goes_on", R"sql(
    SELECT COALESCE(merged_into, id) FROM customer WHERE id = $1
)sql"};

const Sql merged_persons_sql{"people.list_merged_persons", R"sql(
    SELECT id FROM person WHERE merged_into = $1 AND merged_into IS NOT NULL ORDER BY id
)sql"};

const Sql merged_customers_sql{"people.list_merged_customers", R"sql(
    SELECT id FROM customer WHERE merged_into = $1 AND merged_into IS NOT NULL ORDER BY id
)sql"};

const Sql find_merged_persons_sqlite{"people.find_merged_persons_sqlite",
                                     R"sql(
    SELECT person.id, person.merged_into
      FROM json_each($1) AS asked CROSS JOIN person ON person.id = asked.value
     WHERE person.merged_into IS NOT NULL
)sql",
                                     Dialect::sqlite};

const Sql find_merged_persons_postgres{"people.find_merged_persons_postgres",
                                       R"sql(
    SELECT id, merged_into FROM person
     WHERE id = ANY(CAST($1 AS bigint[])) AND merged_into IS NOT NULL
)sql",
                                       Dialect::postgres};

const Sql find_merged_customers_sqlite{"people.find_merged_customers_sqlite",
                                       R"sql(
    SELECT customer.id, customer.merged_into
      FROM json_each($1) AS asked CROSS JOIN customer ON customer.id = asked.value
     WHERE customer.merged_into IS NOT NULL
)sql",
                                       Dialect::sqlite};

const Sql find_merged_customers_postgres{"people.find_merged_customers_postgres",
                                         R"sql(
    SELECT id, merged_into FROM customer
     WHERE id = ANY(CAST($1 AS bigint[])) AND merged_into IS NOT NULL
)sql",
                                         Dialect::postgres};

const Sql update_merged_person_sql{"people.update_merged_person", R"sql(
    UPDATE person SET merged_into = $2, merged_at = $3 WHERE id = $1
)sql"};

const Sql update_merged_customer_sql{"people.update_merged_customer", R"sql(
    UPDATE customer SET merged_into = $2, merged_at = $3 WHERE id = $1
)sql"};

const Sql claim_pointer_sql{"people.claim_pointer", R"sql(
    UPDATE customer SET merged_into = merged_into WHERE id = $1
)sql"};

// --- What comes along

const Sql take_memberships_sql{"people.take_memberships_along", R"sql(
    INSERT INTO person_membership (person, customer, came_with)
    SELECT CAST($2 AS bigint), customer, person FROM person_membership WHERE person = $1
    ON CONFLICT (person, customer) DO NOTHING
)sql"};

const Sql memberships_with_sql{"people.list_memberships_with", R"sql(
    SELECT customer FROM person_membership WHERE person = $1 AND came_with = $2 ORDER BY customer
)sql"};

const Sql delete_memberships_with_sql{"people.delete_memberships_with", R"sql(
    DELETE FROM person_membership WHERE person = $1 AND came_with = $2
)sql"};

const Sql take_membership_sql{"people.take_membership_along", R"sql(
    INSERT INTO person_membership (person, customer, came_with)
    SELECT CAST($1 AS bigint), m.customer, m.person
      FROM person p JOIN person_membership m ON m.person = p.id
     WHERE p.merged_into = $1 AND p.merged_into IS NOT NULL AND m.customer = $2
     ORDER BY p.id LIMIT 1
    ON CONFLICT (person, customer) DO NOTHING
)sql"};

const Sql mark_grant_sql{"people.mark_grant", R"sql(
    UPDATE person_grant SET came_with = $2 WHERE id = $1
)sql"};

const Sql grants_with_sql{"people.list_grants_with", R"sql(
    SELECT id FROM person_grant WHERE person = $1 AND came_with = $2 ORDER BY id
)sql"};

const Sql role_holders_sql{"people.list_role_holders", R"sql(
    SELECT p.id, p.given_name, p.family_name, g.role
      FROM person_grant g JOIN person p ON p.id = g.person
     WHERE g.customer = $1
       AND p.disabled_at IS NULL AND p.erased_at IS NULL AND p.merged_into IS NULL
     ORDER BY p.sort_key, p.id, g.role
     LIMIT $2
)sql"};

const Sql grants_since_sql{"people.list_grants_since", R"sql(
    SELECT id, person, role, customer, granted_by, granted_at, came_with
      FROM person_grant WHERE customer = $1 AND granted_at >= $2 ORDER BY id
)sql"};

const Sql roles_at_sql{"people.list_roles_at", R"sql(
    SELECT DISTINCT role FROM person_grant WHERE customer = $1 ORDER BY role
)sql"};

// --- What no merge leaves behind

const Sql person_pointers_sql{"people.list_person_pointers", R"sql(
    SELECT p.id, p.merged_into,
           (o.id IS NOT NULL AND o.id <> p.id AND o.merged_into IS NULL
            AND o.is_staff = p.is_staff) AS is_sound
      FROM person p LEFT JOIN person o ON o.id = p.merged_into
     WHERE p.merged_into > 0 AND p.merged_into IS NOT NULL
     ORDER BY p.merged_into, p.id
)sql"};

const Sql customer_pointers_sql{"people.list_customer_pointers", R"sql(
    SELECT c.id, c.merged_into,
           (o.id IS NOT NULL AND o.id <> c.id AND o.merged_into IS NULL) AS is_sound
      FROM customer c LEFT JOIN customer o ON o.id = c.merged_into
     WHERE c.merged_into > 0 AND c.merged_into IS NOT NULL
     ORDER BY c.merged_into, c.id
)sql"};

const Sql left_with_sql{"people.list_left_with", R"sql(
    SELECT m.person
      FROM person_membership m LEFT JOIN person p ON p.id = m.came_with
     WHERE m.came_with IS NOT NULL AND COALESCE(p.merged_into, 0) <> m.person
    UNION
    SELECT g.person
      FROM person_grant g LEFT JOIN person p ON p.id = g.came_with
     WHERE g.id > 0 AND g.came_with IS NOT NULL AND COALESCE(p.merged_into, 0) <> g.person
     ORDER BY 1
)sql"};

// --- Likeness

const Sql next_customers_sql{"people.next_customers", R"sql(
    SELECT id FROM customer WHERE id > $1 AND merged_into IS NULL ORDER BY id LIMIT $2
)sql"};

#define OGNIWO_COUNTS_AS_MEMBER \
    " AND p.merged_into IS NULL AND p.erased_at IS NULL AND NOT p.is_staff"

const Sql list_members_sql{
    "people.list_members",
    "SELECT c.id AS customer, p.id, p.given_name, p.family_name"
    "  FROM customer c JOIN person_membership m ON m.customer = c.id"
    "  JOIN person p ON p.id = m.person"
    " WHERE c.id > $1 AND c.id <= $2 AND c.merged_into IS NULL" OGNIWO_COUNTS_AS_MEMBER
    " UNION "
    "SELECT c.merged_into, p.id, p.given_name, p.family_name"
    "  FROM customer c JOIN person_membership m ON m.customer = c.id"
    "  JOIN person p ON p.id = m.person"
    " WHERE c.merged_into > $1 AND c.merged_into <= $2"
    "   AND c.merged_into IS NOT NULL" OGNIWO_COUNTS_AS_MEMBER " ORDER BY 1, 2"};

#undef OGNIWO_COUNTS_AS_MEMBER

// A desk's own people are few; from the first id on, so that the table is not walked through.
const Sql list_staff_sql{"people.list_staff", R"sql(
    SELECT CAST(0 AS bigint) AS customer, id, given_name, family_name FROM person
     WHERE id > 0 AND is_staff AND merged_into IS NULL AND erased_at IS NULL
     ORDER BY id
)sql"};

const Sql phones_sqlite{"people.phones_of_persons_sqlite",
                        R"sql(
    SELECT t.person, t.number, t.extension
      FROM json_each($1) AS asked CROSS JOIN person_phone AS t ON t.person = asked.value
)sql",
                        Dialect::sqlite};
const Sql phones_postgres{"people.phones_of_persons_postgres",
                          R"sql(
    SELECT person, number, extension FROM person_phone WHERE person = ANY(CAST($1 AS bigint[]))
)sql",
                          Dialect::postgres};

const Sql emails_sqlite{"people.emails_of_persons_sqlite",
                        R"sql(
    SELECT e.person, e.folded
      FROM json_each($1) AS asked CROSS JOIN person_email AS e ON e.person = asked.value
)sql",
                        Dialect::sqlite};
const Sql emails_postgres{"people.emails_of_persons_postgres",
                          R"sql(
    SELECT person, folded FROM person_email WHERE person = ANY(CAST($1 AS bigint[]))
)sql",
                          Dialect::postgres};

const Sql customer_traits_sql{"people.list_customer_traits", R"sql(
    SELECT id, name, legal_name, regon, krs FROM customer
     WHERE id > $1 AND merged_into IS NULL
     ORDER BY id LIMIT $2
)sql"};

const Sql domains_between_sql{"people.list_domains_between", R"sql(
    SELECT customer, domain FROM customer_domain WHERE customer > $1 AND customer <= $2
)sql"};

const Sql addresses_between_sql{"people.list_addresses_between", R"sql(
    SELECT m.customer, e.folded
      FROM person_membership m JOIN person_email e ON e.person = m.person
     WHERE m.customer > $1 AND m.customer <= $2
)sql"};

template <class AnId>
std::map<AnId, AnId> pointers(Tx& tx,
                              const std::vector<AnId>& ids,
                              const Sql& sqlite,
                              const Sql& postgres) {
    std::map<AnId, AnId> merged;
    if (ids.empty()) return merged;
    const auto add = [&](const Row& row) {
        merged[row.get<AnId>("id")] = row.get<AnId>("merged_into");
        return Nothing{};
    };
    tx.all(add, tx.dialect() == Dialect::sqlite ? sqlite : postgres, id_list(ids, tx.dialect()));
    return merged;
}

Pointer read_pointer(const Row& row) {
    return {.id = row.get<std::int64_t>("id"),
            .merged_into = row.get<std::int64_t>("merged_into"),
            .is_sound = row.get<bool>("is_sound")};
}

Member read_member(const Row& row) {
    return {.customer = row.get<CustomerId>("customer"),
            .traits = {.person = row.get<PersonId>("id"),
                       .name = rules::name_trait(row.get<std::string>("given_name"),
                                                 row.get<std::string>("family_name"))}};
}

// Phones and mailboxes, of all of them at once.
std::vector<Member> with_traits(Tx& tx, std::vector<Member> members) {
    std::map<PersonId, rules::PersonTraits> traits;
    std::vector<PersonId> ids;
    for (const Member& member : members) {
        if (traits.emplace(member.traits.person, member.traits).second) {
            ids.push_back(member.traits.person);
        }
    }
    if (ids.empty()) return members;
    const bool sqlite = tx.dialect() == Dialect::sqlite;
    const std::string asked = id_list(ids, tx.dialect());
    tx.all(
        [&](const Row& row) {
            traits[row.get<PersonId>("person")].phones.push_back(
                row.get<std::string>("number") + "/" + row.get<std::string>("extension"));
            return Nothing{};
        },
        sqlite ? phones_sqlite : phones_postgres,
        asked);
    tx.all(
        [&](const Row& row) {
            const auto folded = row.get<std::string>("folded");
            const std::string mailbox = rules::mailbox_trait(folded);
            if (!mailbox.empty()) {
                traits[row.get<PersonId>("person")].mailboxes.push_back(mailbox);
            }
            return Nothing{};
        },
        sqlite ? emails_sqlite : emails_postgres,
        asked);
    for (Member& member : members) member.traits = traits[member.traits.person];
    return members;
}

rules::CustomerTraits read_customer_traits(const Row& row) {
    rules::CustomerTraits traits{.customer = row.get<CustomerId>("id")};
    for (const char* column : {"name", "legal_name"}) {
        const std::string name = rules::company_trait(row.get<std::string>(column));
        const bool is_known = std::ranges::find(traits.names, name) != traits.names.end();
        if (!name.empty() && !is_known) traits.names.push_back(name);
    }
    for (const char* column : {"regon", "krs"}) {
        const auto number = row.get<std::string>(column);
        if (!number.empty()) traits.numbers.push_back(std::string(column) + number);
    }
    return traits;
}

}  // namespace

PersonId find_goes_on(Tx& tx, PersonId person) {
    return tx.first<PersonId>(person_goes_on_sql, person).value_or(person);
}

CustomerId find_goes_on(Tx& tx, CustomerId customer) {
    return tx.first<CustomerId>(customer_goes_on_sql, customer).value_or(customer);
}

std::vector<PersonId> list_merged(Tx& tx, PersonId person) {
    return tx.all(first_column<PersonId>, merged_persons_sql, person);
}

std::vector<CustomerId> list_merged(Tx& tx, CustomerId customer) {
    return tx.all(first_column<CustomerId>, merged_customers_sql, customer);
}

std::map<PersonId, PersonId> find_merged(Tx& tx, const std::vector<PersonId>& ids) {
    return pointers(tx, ids, find_merged_persons_sqlite, find_merged_persons_postgres);
}

std::map<CustomerId, CustomerId> find_merged(Tx& tx, const std::vector<CustomerId>& ids) {
    return pointers(tx, ids, find_merged_customers_sqlite, find_merged_customers_postgres);
}

void update_merged(Tx& tx, PersonId person, std::optional<PersonId> into, std::optional<Time> at) {
    tx.run(update_merged_person_sql, person, into, at);
}

void update_merged(Tx& tx,
                   CustomerId customer,
                   std::optional<CustomerId> into,
                   std::optional<Time> at) {
    tx.run(update_merged_customer_sql, customer, into, at);
}

void claim_pointer(Tx& tx, CustomerId customer) {
    tx.run(claim_pointer_sql, customer);
}

void take_memberships_along(Tx& tx, PersonId person, PersonId into) {
    tx.run(take_memberships_sql, person, into);
}

void give_memberships_back(Tx& tx, PersonId person, PersonId from) {
    const auto came = tx.all(first_column<CustomerId>, memberships_with_sql, from, person);
    tx.run(delete_memberships_with_sql, from, person);
    for (const CustomerId customer : came) tx.run(take_membership_sql, from, customer);
}

void mark_grant(Tx& tx, GrantId grant, PersonId came_with) {
    tx.run(mark_grant_sql, grant, came_with);
}

std::vector<GrantId> list_grants_with(Tx& tx, PersonId person, PersonId came_with) {
    return tx.all(first_column<GrantId>, grants_with_sql, person, came_with);
}

std::vector<RoleHolder> list_role_holders(Tx& tx, CustomerId customer, int limit) {
    return tx.all(
        [](const Row& row) {
            return RoleHolder{.person = row.get<PersonId>("id"),
                              .name = row.get<std::string>("given_name") + " " +
                                      row.get<std::string>("family_name"),
                              .role = row.get<Role>("role")};
        },
        role_holders_sql,
        customer,
        limit);
}

std::vector<GrantSince> list_grants_since(Tx& tx, CustomerId customer, Time since) {
    return tx.all(
        [](const Row& row) {
            return GrantSince{
                .grant = {.id = row.get<GrantId>("id"),
                          .person = row.get<PersonId>("person"),
                          .role = row.get<Role>("role"),
                          .customer = row.get<std::optional<CustomerId>>("customer"),
                          .granted_by = row.get<std::optional<PersonId>>("granted_by"),
                          .granted_at = row.get<Time>("granted_at")},
                .is_along = row.get<std::optional<PersonId>>("came_with").has_value()};
        },
        grants_since_sql,
        customer,
        since);
}

std::vector<Role> list_roles_at(Tx& tx, CustomerId customer) {
    return tx.all(first_column<Role>, roles_at_sql, customer);
}

std::vector<Pointer> list_person_pointers(Tx& tx) {
    return tx.all(read_pointer, person_pointers_sql);
}

std::vector<Pointer> list_customer_pointers(Tx& tx) {
    return tx.all(read_pointer, customer_pointers_sql);
}

std::vector<PersonId> list_left_with(Tx& tx) {
    return tx.all(first_column<PersonId>, left_with_sql);
}

std::optional<CustomerId> find_page_end(Tx& tx, CustomerId after, int customers) {
    const auto page = tx.all(first_column<CustomerId>, next_customers_sql, after, customers);
    return page.empty() ? std::nullopt : std::optional(page.back());
}

std::vector<Member> list_members(Tx& tx, CustomerId after, CustomerId last) {
    return with_traits(tx, tx.all(read_member, list_members_sql, after, last));
}

std::vector<Member> list_staff(Tx& tx) {
    return with_traits(tx, tx.all(read_member, list_staff_sql));
}

std::vector<rules::CustomerTraits> list_customer_traits(Tx& tx, CustomerId after, int limit) {
    auto traits = tx.all(read_customer_traits, customer_traits_sql, after, limit);
    if (traits.empty()) return traits;
    std::map<CustomerId, std::set<std::string>> domains;
    const CustomerId last = traits.back().customer;
    tx.all(
        [&](const Row& row) {
            domains[row.get<CustomerId>("customer")].insert(row.get<std::string>("domain"));
            return Nothing{};
        },
        domains_between_sql,
        after,
        last);
    tx.all(
        [&](const Row& row) {
            const auto folded = row.get<std::string>("folded");
            const std::string domain(email_domain(folded));
            if (rules::is_own_domain(domain)) {
                domains[row.get<CustomerId>("customer")].insert(domain);
            }
            return Nothing{};
        },
        addresses_between_sql,
        after,
        last);
    for (rules::CustomerTraits& one : traits) {
        const auto& own = domains[one.customer];
        one.domains.assign(own.begin(), own.end());
    }
    return traits;
}

}  // namespace ogniwo::people::store
