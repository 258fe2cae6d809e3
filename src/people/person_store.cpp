#include "people/person_store.hpp"

#include <algorithm>

#include "base/email.hpp"
#include "base/phone.hpp"
#include "people/stored_json.hpp"

namespace ogniwo::people::store {
namespace {

const Sql active_staff_sql{"people.is_active_staff", R"sql(
    SELECT id FROM person
     WHERE id = $1 AND is_staff
       AND disabled_at IS NULL AND erased_at IS NULL AND merged_into IS NULL
)sql"};

const Sql was_staff_sql{"people.was_staff", R"sql(
    SELECT id FROM person WHERE id = $1 AND (is_staff OR erased_at IS NOT NULL)
)sql"};

const Sql belongs_sql{"people.belongs_to", R"sql(
    SELECT m.person
      FROM customer asked
      JOIN person_membership m ON m.person = $1
      JOIN customer c ON c.id = m.customer
     WHERE asked.id = $2
       AND COALESCE(c.merged_into, c.id) = COALESCE(asked.merged_into, asked.id)
)sql"};

// Few are merged: of all the others one row is read, not two.
#define OGNIWO_SHOWN_NAMES                                                         \
    "SELECT person.id, COALESCE(one.given_name, person.given_name) AS given_name," \
    " COALESCE(one.family_name, person.family_name) AS family_name,"               \
    " COALESCE(person.merged_into, person.id) AS goes_on"

const Sql shown_names_sqlite{"people.shown_person_names_sqlite",
                             OGNIWO_SHOWN_NAMES
                             " FROM json_each($1) AS asked"
                             " CROSS JOIN person ON person.id = asked.value"
                             " LEFT JOIN person AS one ON one.id = person.merged_into",
                             Dialect::sqlite};

const Sql shown_names_postgres{"people.shown_person_names_postgres",
                               OGNIWO_SHOWN_NAMES
                               " FROM person LEFT JOIN person AS one ON one.id = person.merged_into"
                               " WHERE person.id = ANY(CAST($1 AS bigint[]))",
                               Dialect::postgres};

#undef OGNIWO_SHOWN_NAMES

const Sql by_email_sql{"people.find_person_by_email", R"sql(
    SELECT COALESCE(p.merged_into, p.id)
      FROM person_email e JOIN person p ON p.id = e.person
     WHERE e.folded = $1
)sql"};

const Sql with_phone_sql{"people.list_persons_with_phone", R"sql(
    SELECT DISTINCT p.id, p.given_name, p.family_name, COALESCE(p.merged_into, p.id) AS goes_on
      FROM person_phone t JOIN person p ON p.id = t.person
     WHERE t.number = $1 ORDER BY p.id LIMIT $2
)sql"};

const Sql load_sql{"people.load_person", R"sql(
    SELECT id, version, given_name, family_name, is_staff, job_title, language, zone,
           form_of_address, vocative, notes, created_at, disabled_at, erased_at, merged_into,
           merged_at
      FROM person WHERE id = $1
)sql"};

const Sql emails_sql{"people.emails_of", R"sql(
    SELECT address FROM person_email WHERE person = $1 ORDER BY place
)sql"};

const Sql phones_sql{"people.phones_of_person", R"sql(
    SELECT number, extension, kind FROM person_phone WHERE person = $1 ORDER BY place
)sql"};

const Sql memberships_sql{"people.memberships_of", R"sql(
    SELECT customer FROM person_membership WHERE person = $1 ORDER BY customer
)sql"};

const Sql insert_sql{"people.insert_person", R"sql(
    INSERT INTO person (version, given_name, family_name, sort_key, search_text, is_staff,
                        job_title, language, zone, form_of_address, vocative, notes, created_at)
    VALUES (1, $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
    RETURNING id
)sql"};

const Sql update_sql{"people.update_person", R"sql(
    UPDATE person
       SET given_name = $2, family_name = $3, sort_key = $4, search_text = $5, is_staff = $6,
           job_title = $7, language = $8, zone = $9, form_of_address = $10, vocative = $11,
           notes = $12
     WHERE id = $1
)sql"};

const Sql touch_sql{"people.touch_person", R"sql(
    UPDATE person SET version = version + 1 WHERE id = $1 RETURNING version
)sql"};

const Sql touch_version_sql{"people.touch_person_version", R"sql(
    UPDATE person SET version = version + 1 WHERE id = $1 AND version = $2 RETURNING version
)sql"};

const Sql folded_sql{"people.folded_emails_of", R"sql(
    SELECT folded FROM person_email WHERE person = $1
)sql"};

const Sql delete_email_sql{"people.delete_email", R"sql(
    DELETE FROM person_email WHERE person = $1 AND folded = $2
)sql"};

const Sql update_email_sql{"people.update_email", R"sql(
    UPDATE person_email SET place = $3, address = $4 WHERE person = $1 AND folded = $2
)sql"};

const Sql insert_email_sql{"people.insert_email", R"sql(
    INSERT INTO person_email (person, folded, place, address) VALUES ($1, $2, $3, $4)
    ON CONFLICT (folded) DO NOTHING
)sql"};

const Sql delete_emails_sql{"people.delete_emails", R"sql(
    DELETE FROM person_email WHERE person = $1
)sql"};

const Sql delete_phones_sql{"people.delete_person_phones", R"sql(
    DELETE FROM person_phone WHERE person = $1
)sql"};

const Sql insert_phone_sql{"people.insert_person_phone", R"sql(
    INSERT INTO person_phone (person, place, number, extension, kind) VALUES ($1, $2, $3, $4, $5)
)sql"};

const Sql delete_membership_sql{"people.delete_membership", R"sql(
    DELETE FROM person_membership WHERE person = $1 AND customer = $2
)sql"};

const Sql insert_membership_sql{"people.insert_membership", R"sql(
    INSERT INTO person_membership (person, customer) VALUES ($1, $2)
    ON CONFLICT (person, customer) DO NOTHING
)sql"};

// Staff who also belong to a customer (our own company may be one) are not the customer's to see.
const ScopedSql list_sql{"people.list_persons", R"sql(
    SELECT p.id, p.version, p.given_name, p.family_name, p.sort_key, p.is_staff, p.job_title,
           p.disabled_at, COALESCE(e.address, '') AS email, COALESCE(t.number, '') AS number,
           COALESCE(t.extension, '') AS extension
      FROM person p
      LEFT JOIN person_email e ON e.person = p.id AND e.place = 0
      LEFT JOIN person_phone t ON t.person = p.id AND t.place = 0
     WHERE (p.sort_key, p.id) > ($1, $2) AND p.erased_at IS NULL AND p.merged_into IS NULL
       AND p.search_text LIKE $3 ESCAPE '\' AND p.search_text LIKE $4 ESCAPE '\'
       AND p.search_text LIKE $5 ESCAPE '\' AND p.search_text LIKE $6 ESCAPE '\'
       AND (CAST($7 AS bigint) IS NULL OR EXISTS (
               SELECT 1 FROM person_membership m
                WHERE m.person = p.id
                  AND m.customer IN (SELECT CAST($7 AS bigint) UNION ALL
                                     SELECT id FROM customer WHERE merged_into = $7)))
       AND (CAST($8 AS boolean) IS NULL OR p.is_staff = CAST($8 AS boolean))
       AND (CAST($9 AS boolean) IS NULL OR (p.disabled_at IS NOT NULL) = CAST($9 AS boolean))
       AND (CAST($10 AS boolean)
            OR (p.is_staff AND CAST($11 AS boolean))
            OR (NOT p.is_staff AND EXISTS (
                   SELECT 1 FROM person_membership m
                    WHERE m.person = p.id AND {scope m.customer})))
     ORDER BY p.sort_key, p.id
     LIMIT $12
)sql"};

const ScopedSql customers_sqlite{"people.customers_of_persons_sqlite",
                                 R"sql(
    SELECT DISTINCT m.person, c.id, c.name, c.sort_key
      FROM person_membership m
      JOIN customer own ON own.id = m.customer
      JOIN customer c ON c.id = COALESCE(own.merged_into, own.id)
     WHERE m.person IN (SELECT value FROM json_each($1)) AND {scope m.customer}
     ORDER BY c.sort_key, c.id
)sql",
                                 Dialect::sqlite};

const ScopedSql customers_postgres{"people.customers_of_persons_postgres",
                                   R"sql(
    SELECT DISTINCT m.person, c.id, c.name, c.sort_key
      FROM person_membership m
      JOIN customer own ON own.id = m.customer
      JOIN customer c ON c.id = COALESCE(own.merged_into, own.id)
     WHERE m.person = ANY(CAST($1 AS bigint[])) AND {scope m.customer}
     ORDER BY c.sort_key, c.id
)sql",
                                   Dialect::postgres};

const Sql erase_sql{"people.erase_person", R"sql(
    UPDATE person
       SET given_name = '', family_name = $2, sort_key = $3, search_text = '', is_staff = FALSE,
           job_title = '', form_of_address = 'none', vocative = '', notes = '',
           disabled_at = COALESCE(disabled_at, $4), erased_at = $4
     WHERE id = $1
)sql"};

const Sql merged_texts_sql{"people.search_texts_of_merged", R"sql(
    SELECT search_text FROM person WHERE merged_into = $1 AND merged_into IS NOT NULL ORDER BY id
)sql"};

const Sql delete_memberships_sql{"people.delete_memberships", R"sql(
    DELETE FROM person_membership WHERE person = $1
)sql"};

const Sql disabled_before_sql{"people.list_disabled_before", R"sql(
    SELECT id FROM person
     WHERE disabled_at < $1 AND erased_at IS NULL AND merged_into IS NULL ORDER BY id LIMIT $2
)sql"};

const Sql count_disabled_sql{"people.count_disabled_before", R"sql(
    SELECT COUNT(*) FROM person
     WHERE disabled_at < $1 AND erased_at IS NULL AND merged_into IS NULL
)sql"};

const Sql next_names_sql{"people.persons_after", R"sql(
    SELECT id, given_name, family_name FROM person WHERE id > $1 ORDER BY id LIMIT $2
)sql"};

const Sql set_key_sql{"people.set_person_sort_key", R"sql(
    UPDATE person SET sort_key = $2 WHERE id = $1
)sql"};

struct Named {
    PersonId id{};
    std::string given_name{};
    std::string family_name{};
};

Named read_named(const Row& row) {
    return {.id = row.get<PersonId>("id"),
            .given_name = row.get<std::string>("given_name"),
            .family_name = row.get<std::string>("family_name")};
}

ShownName<PersonId> read_shown_name(const Row& row) {
    auto name = row.at<std::string>(1);
    const auto family_name = row.at<std::string>(2);
    if (!name.empty() && !family_name.empty()) name += ' ';
    name += family_name;
    return {.id = row.at<PersonId>(0), .goes_on = row.at<PersonId>(3), .name = std::move(name)};
}

StoredPerson read_person(const Row& row) {
    StoredPerson stored{.id = row.get<PersonId>("id"),
                        .version = row.get<std::int64_t>("version"),
                        .created_at = row.get<Time>("created_at"),
                        .disabled_at = row.get<std::optional<Time>>("disabled_at"),
                        .erased_at = row.get<std::optional<Time>>("erased_at"),
                        .merged_into = row.get<std::optional<PersonId>>("merged_into"),
                        .merged_at = row.get<std::optional<Time>>("merged_at")};
    PersonCard& card = stored.card;
    card.given_name = row.get<std::string>("given_name");
    card.family_name = row.get<std::string>("family_name");
    card.is_staff = row.get<bool>("is_staff");
    card.job_title = row.get<std::string>("job_title");
    card.language = row.get<Language>("language");
    card.zone = row.get<std::string>("zone");
    card.form_of_address = row.get<FormOfAddress>("form_of_address");
    card.vocative = row.get<std::string>("vocative");
    card.notes = row.get<std::string>("notes");
    return stored;
}

PersonPhone read_phone(const Row& row) {
    return {.number = row.get<std::string>("number"),
            .extension = row.get<std::string>("extension"),
            .kind = row.get<PhoneKind>("kind")};
}

ListedPerson read_listed(const Row& row) {
    const Phone phone{row.get<std::string>("number"), row.get<std::string>("extension")};
    return {.summary = {.person = row.get<PersonId>("id"),
                        .version = row.get<std::int64_t>("version"),
                        .given_name = row.get<std::string>("given_name"),
                        .family_name = row.get<std::string>("family_name"),
                        .is_staff = row.get<bool>("is_staff"),
                        .is_disabled = row.get<std::optional<Time>>("disabled_at").has_value(),
                        .job_title = row.get<std::string>("job_title"),
                        .email = row.get<std::string>("email"),
                        .phone = phone.e164.empty() ? "" : show_phone(phone)},
            .sort_key = row.get<Blob>("sort_key").bytes};
}

Blob key_of(const std::string& given_name, const std::string& family_name) {
    return Blob{person_sort_key(given_name, family_name)};
}

}  // namespace

bool is_active_staff(Tx& tx, PersonId person) {
    return tx.first<std::int64_t>(active_staff_sql, person).has_value();
}

bool was_staff(Tx& tx, PersonId person) {
    return tx.first<std::int64_t>(was_staff_sql, person).has_value();
}

bool belongs_to(Tx& tx, PersonId person, CustomerId customer) {
    return tx.first<std::int64_t>(belongs_sql, person, customer).has_value();
}

std::vector<ShownName<PersonId>> list_shown_names(Tx& tx, const std::vector<PersonId>& ids) {
    if (ids.empty()) return {};
    return tx.all(read_shown_name,
                  tx.dialect() == Dialect::sqlite ? shown_names_sqlite : shown_names_postgres,
                  id_list(ids, tx.dialect()));
}

std::map<PersonId, std::string> person_names(Tx& tx, const std::vector<PersonId>& ids) {
    std::map<PersonId, std::string> names;
    for (auto& one : list_shown_names(tx, ids)) names.emplace(one.id, std::move(one.name));
    return names;
}

std::optional<PersonId> find_person_by_email(Tx& tx, std::string_view folded) {
    return tx.first<PersonId>(by_email_sql, folded);
}

std::vector<CalledPerson> list_persons_with_phone(Tx& tx, std::string_view number, int limit) {
    return tx.all(
        [](const Row& row) {
            return CalledPerson{.goes_on = row.get<PersonId>("goes_on"),
                                .given_name = row.get<std::string>("given_name"),
                                .family_name = row.get<std::string>("family_name")};
        },
        with_phone_sql,
        number,
        limit);
}

Result<StoredPerson> load_person(Tx& tx, PersonId person) {
    auto stored = tx.find(read_person, load_sql, person);
    if (!stored) return missing;
    stored->card.emails = tx.all(first_column<std::string>, emails_sql, person);
    stored->card.phones = tx.all(read_phone, phones_sql, person);
    stored->card.customers = tx.all(first_column<CustomerId>, memberships_sql, person);
    return *std::move(stored);
}

PersonId insert_person(Tx& tx, const PersonCard& card, Time now) {
    return tx.one<PersonId>(insert_sql,
                            card.given_name,
                            card.family_name,
                            key_of(card.given_name, card.family_name),
                            person_search_text(card),
                            card.is_staff,
                            card.job_title,
                            card.language,
                            card.zone,
                            card.form_of_address,
                            card.vocative,
                            card.notes,
                            now);
}

// Whoever went on as somebody is found as them.
void update_person(Tx& tx, PersonId person, const PersonCard& card) {
    std::string search_text = person_search_text(card);
    for (const auto& merged : tx.all(first_column<std::string>, merged_texts_sql, person)) {
        search_text += merged;
    }
    tx.run(update_sql,
           person,
           card.given_name,
           card.family_name,
           key_of(card.given_name, card.family_name),
           search_text,
           card.is_staff,
           card.job_title,
           card.language,
           card.zone,
           card.form_of_address,
           card.vocative,
           card.notes);
}

std::optional<std::int64_t> touch_person(Tx& tx, PersonId person) {
    return tx.first<std::int64_t>(touch_sql, person);
}

std::optional<std::int64_t> touch_person(Tx& tx, PersonId person, std::int64_t version) {
    return tx.first<std::int64_t>(touch_version_sql, person, version);
}

std::optional<std::size_t> save_emails(Tx& tx,
                                       PersonId person,
                                       const std::vector<std::string>& emails) {
    const auto before = tx.all(first_column<std::string>, folded_sql, person);
    std::vector<std::string> folded;
    for (const std::string& email : emails) folded.push_back(email_key(email));
    for (const std::string& old : before) {
        if (std::ranges::find(folded, old) == folded.end()) tx.run(delete_email_sql, person, old);
    }
    for (std::size_t i = 0; i < emails.size(); ++i) {
        const bool known = std::ranges::find(before, folded[i]) != before.end();
        const Sql& sql = known ? update_email_sql : insert_email_sql;
        if (tx.run(sql, person, folded[i], i, emails[i]) == 0) return i;
    }
    return std::nullopt;
}

void save_person_phones(Tx& tx, PersonId person, const std::vector<PersonPhone>& phones) {
    tx.run(delete_phones_sql, person);
    for (std::size_t i = 0; i < phones.size(); ++i) {
        const PersonPhone& phone = phones[i];
        tx.run(insert_phone_sql, person, i, phone.number, phone.extension, phone.kind);
    }
}

void save_memberships(Tx& tx, PersonId person, const std::vector<CustomerId>& customers) {
    for (const CustomerId old : tx.all(first_column<CustomerId>, memberships_sql, person)) {
        if (std::ranges::find(customers, old) == customers.end()) {
            tx.run(delete_membership_sql, person, old);
        }
    }
    for (const CustomerId customer : customers) tx.run(insert_membership_sql, person, customer);
}

std::vector<ListedPerson> list_persons(Tx& tx, const Scope& scope, const PersonFilter& filter) {
    return tx.all(read_listed,
                  list_sql,
                  scope,
                  Blob{filter.after.sort_key},
                  filter.after.id,
                  filter.words[0],
                  filter.words[1],
                  filter.words[2],
                  filter.words[3],
                  filter.customer,
                  filter.staff,
                  filter.disabled,
                  scope.everyone,
                  filter.with_staff,
                  filter.limit);
}

std::map<PersonId, std::vector<CustomerRef>> customers_of(Tx& tx,
                                                          const Scope& scope,
                                                          const std::vector<PersonId>& ids) {
    std::map<PersonId, std::vector<CustomerRef>> customers;
    if (ids.empty()) return customers;
    const auto add = [&customers](const Row& row) {
        customers[row.get<PersonId>("person")].push_back(
            {.customer = row.get<CustomerId>("id"), .name = row.get<std::string>("name")});
        return Nothing{};
    };
    const bool sqlite = tx.dialect() == Dialect::sqlite;
    tx.all(add, sqlite ? customers_sqlite : customers_postgres, scope, id_list(ids, tx.dialect()));
    return customers;
}

void erase_person(Tx& tx, PersonId person, Time now) {
    const std::string tombstone = "#" + std::to_string(person.value);
    tx.run(erase_sql, person, tombstone, key_of("", tombstone), now);
    tx.run(delete_emails_sql, person);
    tx.run(delete_phones_sql, person);
    tx.run(delete_memberships_sql, person);
}

std::vector<PersonId> list_disabled_before(Tx& tx, Time before, int limit) {
    return tx.all(first_column<PersonId>, disabled_before_sql, before, limit);
}

std::int64_t count_disabled_before(Tx& tx, Time before) {
    return tx.one<std::int64_t>(count_disabled_sql, before);
}

std::optional<std::int64_t> resort_persons(Tx& tx, std::int64_t after, int limit) {
    const auto rows = tx.all(read_named, next_names_sql, after, limit);
    for (const Named& row : rows) {
        tx.run(set_key_sql, row.id, key_of(row.given_name, row.family_name));
    }
    if (rows.empty()) return std::nullopt;
    return rows.back().id.value;
}

}  // namespace ogniwo::people::store
