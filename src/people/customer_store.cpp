#include "people/customer_store.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "people/stored_json.hpp"

namespace ogniwo::people::store {
namespace {

const Sql exists_sql{"people.customer_exists", R"sql(
    SELECT id FROM customer WHERE id = $1
)sql"};

// Few are merged: of all the others one row is read, not two.
#define OGNIWO_SHOWN_NAMES                                           \
    "SELECT customer.id, COALESCE(one.name, customer.name) AS name," \
    " COALESCE(customer.merged_into, customer.id) AS goes_on"

const ScopedSql count_active_sql{"people.count_active_persons", R"sql(
    SELECT COUNT(DISTINCT m.person) FROM person_membership AS m
     WHERE (CAST($1 AS bigint) IS NULL OR m.customer = $1) AND {scope m.customer}
       AND EXISTS (SELECT 1 FROM person AS p WHERE p.id = m.person AND p.disabled_at IS NULL)
)sql"};

const Sql shown_names_sqlite{"people.shown_customer_names_sqlite",
                             OGNIWO_SHOWN_NAMES
                             " FROM json_each($1) AS asked"
                             " CROSS JOIN customer ON customer.id = asked.value"
                             " LEFT JOIN customer AS one ON one.id = customer.merged_into",
                             Dialect::sqlite};

const Sql shown_names_postgres{
    "people.shown_customer_names_postgres",
    OGNIWO_SHOWN_NAMES
    " FROM customer LEFT JOIN customer AS one ON one.id = customer.merged_into"
    " WHERE customer.id = ANY(CAST($1 AS bigint[]))",
    Dialect::postgres};

#undef OGNIWO_SHOWN_NAMES

const Sql named_sites_sqlite{"people.named_sites_sqlite",
                             R"sql(
    SELECT customer_site.id, customer_site.customer, customer_site.name
      FROM json_each($1) AS asked CROSS JOIN customer_site ON customer_site.id = asked.value
)sql",
                             Dialect::sqlite};

const Sql named_sites_postgres{"people.named_sites_postgres",
                               R"sql(
    SELECT id, customer, name FROM customer_site WHERE id = ANY(CAST($1 AS bigint[]))
)sql",
                               Dialect::postgres};

const Sql find_sector_sql{"people.find_sector", R"sql(
    SELECT one.sector
      FROM customer c JOIN customer one ON one.id = COALESCE(c.merged_into, c.id)
     WHERE c.id = $1
)sql"};

const Sql by_name_sql{"people.find_customer_by_name", R"sql(
    SELECT COALESCE(merged_into, id) FROM customer
     WHERE sort_key = $1 AND name = $2 ORDER BY id LIMIT 1
)sql"};

const Sql by_nip_sql{"people.find_customer_by_nip", R"sql(
    SELECT COALESCE(c.merged_into, c.id)
      FROM customer_nip n JOIN customer c ON c.id = n.customer
     WHERE n.nip = $1
)sql"};

const Sql by_domain_sql{"people.find_customer_by_domain", R"sql(
    SELECT COALESCE(c.merged_into, c.id)
      FROM customer_domain d JOIN customer c ON c.id = d.customer
     WHERE d.domain = $1
)sql"};

const ScopedSql find_sql{"people.find_customer", R"sql(
    SELECT c.id, c.version, c.name, c.legal_name, COALESCE(n.nip, '') AS nip, c.regon, c.krs,
           c.iban, c.billing_address, c.postal_address, c.sector, c.lead, c.pinned_notes, c.vip,
           c.overdue, c.leaving, c.language, c.created_at, c.merged_into, c.merged_at,
           p.given_name AS lead_given_name, p.family_name AS lead_family_name,
           p.job_title AS lead_job_title
      FROM customer c
      LEFT JOIN customer_nip n ON n.customer = c.id
      LEFT JOIN person p ON p.id = c.lead
     WHERE c.id = $1 AND {scope c.id}
)sql"};

const Sql domains_sql{"people.domains_of", R"sql(
    SELECT domain FROM customer_domain WHERE customer = $1 ORDER BY domain
)sql"};

const Sql phones_sql{"people.phones_of_customer", R"sql(
    SELECT number, extension, note FROM customer_phone WHERE customer = $1 ORDER BY place
)sql"};

const Sql insert_sql{"people.insert_customer", R"sql(
    INSERT INTO customer (version, name, legal_name, sort_key, search_text, regon, krs, iban,
                          billing_address, postal_address, sector, lead, pinned_notes, vip,
                          overdue, leaving, language, created_at)
    VALUES (1, $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)
    RETURNING id
)sql"};

const Sql update_sql{"people.update_customer", R"sql(
    UPDATE customer
       SET name = $2, legal_name = $3, sort_key = $4, search_text = $5, regon = $6, krs = $7,
           iban = $8, billing_address = $9, postal_address = $10, sector = $11, lead = $12,
           pinned_notes = $13, vip = $14, overdue = $15, leaving = $16, language = $17
     WHERE id = $1
)sql"};

const Sql touch_sql{"people.touch_customer", R"sql(
    UPDATE customer SET version = version + 1 WHERE id = $1 RETURNING version
)sql"};

const Sql touch_version_sql{"people.touch_customer_version", R"sql(
    UPDATE customer SET version = version + 1 WHERE id = $1 AND version = $2 RETURNING version
)sql"};

const Sql delete_nip_sql{"people.delete_nip", R"sql(
    DELETE FROM customer_nip WHERE customer = $1 AND nip <> $2
)sql"};

const Sql insert_nip_sql{"people.insert_nip", R"sql(
    INSERT INTO customer_nip (nip, customer) VALUES ($1, $2) ON CONFLICT (nip) DO NOTHING
)sql"};

const Sql nip_holder_sql{"people.nip_holder", R"sql(
    SELECT customer FROM customer_nip WHERE nip = $1
)sql"};

const Sql delete_domain_sql{"people.delete_domain", R"sql(
    DELETE FROM customer_domain WHERE customer = $1 AND domain = $2
)sql"};

const Sql insert_domain_sql{"people.insert_domain", R"sql(
    INSERT INTO customer_domain (domain, customer) VALUES ($1, $2) ON CONFLICT (domain) DO NOTHING
)sql"};

const Sql delete_phones_sql{"people.delete_customer_phones", R"sql(
    DELETE FROM customer_phone WHERE customer = $1
)sql"};

const Sql insert_phone_sql{"people.insert_customer_phone", R"sql(
    INSERT INTO customer_phone (customer, place, number, extension, note)
    VALUES ($1, $2, $3, $4, $5)
)sql"};

const ScopedSql list_sql{"people.list_customers", R"sql(
    SELECT c.id, c.version, c.name, c.legal_name, c.sort_key, COALESCE(n.nip, '') AS nip,
           c.billing_address, c.postal_address, c.lead, c.vip, c.overdue, c.leaving,
           p.given_name AS lead_given_name, p.family_name AS lead_family_name,
           p.job_title AS lead_job_title
      FROM customer c
      LEFT JOIN customer_nip n ON n.customer = c.id
      LEFT JOIN person p ON p.id = c.lead
     WHERE (c.sort_key, c.id) > ($1, $2) AND c.merged_into IS NULL AND {scope c.id}
       AND c.search_text LIKE $3 ESCAPE '\' AND c.search_text LIKE $4 ESCAPE '\'
       AND c.search_text LIKE $5 ESCAPE '\' AND c.search_text LIKE $6 ESCAPE '\'
       AND (c.vip OR NOT CAST($7 AS boolean))
       AND (c.overdue OR NOT CAST($8 AS boolean))
       AND (c.leaving OR NOT CAST($9 AS boolean))
     ORDER BY c.sort_key, c.id
     LIMIT $10
)sql"};

const Sql merged_texts_sql{"people.search_texts_of_merged_customers", R"sql(
    SELECT search_text FROM customer WHERE merged_into = $1 AND merged_into IS NOT NULL ORDER BY id
)sql"};

const Sql clear_lead_sql{"people.clear_lead", R"sql(
    UPDATE customer SET version = version + 1, lead = NULL WHERE lead = $1
)sql"};

const ScopedSql sites_sql{"people.list_sites", R"sql(
    SELECT id, customer, version, name, address, hours_text, hours, zone FROM customer_site
     WHERE customer = $1 AND {scope customer}
     ORDER BY sort_key, id
)sql"};

const ScopedSql find_site_sql{"people.find_site", R"sql(
    SELECT id, customer, version, name, address, hours_text, hours, zone FROM customer_site
     WHERE id = $1 AND {scope customer}
)sql"};

const Sql insert_site_sql{"people.insert_site", R"sql(
    INSERT INTO customer_site (version, customer, name, sort_key, address, hours_text, hours, zone)
    VALUES (1, $1, $2, $3, $4, $5, $6, $7)
    RETURNING id
)sql"};

const Sql update_site_sql{"people.update_site", R"sql(
    UPDATE customer_site
       SET version = version + 1, name = $3, sort_key = $4, address = $5, hours_text = $6,
           hours = $7, zone = $8
     WHERE id = $1 AND version = $2
)sql"};

const Sql delete_site_sql{"people.delete_site", R"sql(
    DELETE FROM customer_site WHERE id = $1
)sql"};

const Sql next_names_sql{"people.customers_after", R"sql(
    SELECT id, name FROM customer WHERE id > $1 ORDER BY id LIMIT $2
)sql"};

const Sql set_key_sql{"people.set_customer_sort_key", R"sql(
    UPDATE customer SET sort_key = $2 WHERE id = $1
)sql"};

const Sql next_site_names_sql{"people.sites_after", R"sql(
    SELECT id, name FROM customer_site WHERE id > $1 ORDER BY id LIMIT $2
)sql"};

const Sql set_site_key_sql{"people.set_site_sort_key", R"sql(
    UPDATE customer_site SET sort_key = $2 WHERE id = $1
)sql"};

std::optional<PersonRef> read_lead(const Row& row) {
    const auto lead = row.get<std::optional<PersonId>>("lead");
    if (!lead) return std::nullopt;
    return PersonRef{.person = *lead,
                     .given_name = row.get<std::string>("lead_given_name"),
                     .family_name = row.get<std::string>("lead_family_name"),
                     .job_title = row.get<std::string>("lead_job_title")};
}

std::vector<Mark> read_marks(const Row& row) {
    std::vector<Mark> marks;
    if (row.get<bool>("vip")) marks.push_back(Mark::vip);
    if (row.get<bool>("overdue")) marks.push_back(Mark::overdue);
    if (row.get<bool>("leaving")) marks.push_back(Mark::leaving);
    return marks;
}

bool has(const std::vector<Mark>& marks, Mark mark) {
    return std::ranges::find(marks, mark) != marks.end();
}

StoredCustomer read_customer(const Row& row) {
    StoredCustomer stored{.id = row.get<CustomerId>("id"),
                          .version = row.get<std::int64_t>("version"),
                          .lead = read_lead(row),
                          .created_at = row.get<Time>("created_at"),
                          .merged_into = row.get<std::optional<CustomerId>>("merged_into"),
                          .merged_at = row.get<std::optional<Time>>("merged_at")};
    CustomerCard& card = stored.card;
    card.name = row.get<std::string>("name");
    card.legal_name = row.get<std::string>("legal_name");
    card.nip = row.get<std::string>("nip");
    card.regon = row.get<std::string>("regon");
    card.krs = row.get<std::string>("krs");
    card.iban = row.get<std::string>("iban");
    card.billing_address = read_address(row, "billing_address");
    card.postal_address = read_address(row, "postal_address");
    card.sector = row.get<std::string>("sector");
    card.lead = row.get<std::optional<PersonId>>("lead");
    card.pinned_notes = row.get<std::string>("pinned_notes");
    card.marks = read_marks(row);
    card.language = row.get<Language>("language");
    return stored;
}

NotedPhone read_phone(const Row& row) {
    return {.number = row.get<std::string>("number"),
            .extension = row.get<std::string>("extension"),
            .note = row.get<std::string>("note")};
}

ListedCustomer read_listed(const Row& row) {
    auto address = read_address(row, "postal_address");
    if (!address) address = read_address(row, "billing_address");
    return {.summary = {.customer = row.get<CustomerId>("id"),
                        .version = row.get<std::int64_t>("version"),
                        .name = row.get<std::string>("name"),
                        .legal_name = row.get<std::string>("legal_name"),
                        .nip = row.get<std::string>("nip"),
                        .city = address ? address->city : "",
                        .lead = read_lead(row),
                        .marks = read_marks(row)},
            .sort_key = row.get<Blob>("sort_key").bytes};
}

Site read_site(const Row& row) {
    return {.site = row.get<SiteId>("id"),
            .customer = row.get<CustomerId>("customer"),
            .version = row.get<std::int64_t>("version"),
            .name = row.get<std::string>("name"),
            .address = read_address(row, "address"),
            .hours_text = row.get<std::string>("hours_text"),
            .hours = read_hours(row),
            .zone = row.get<std::string>("zone")};
}

struct Named {
    std::int64_t id = 0;
    std::string name{};
};

Named read_named(const Row& row) {
    return {row.get<std::int64_t>("id"), row.get<std::string>("name")};
}

std::optional<std::int64_t> resort(Tx& tx, const std::vector<Named>& rows, const Sql& set_key) {
    for (const Named& row : rows) tx.run(set_key, row.id, Blob{sort_key(row.name)});
    if (rows.empty()) return std::nullopt;
    return rows.back().id;
}

}  // namespace

bool customer_exists(Tx& tx, CustomerId customer) {
    return tx.first<std::int64_t>(exists_sql, customer).has_value();
}

std::vector<ShownName<CustomerId>> list_shown_names(Tx& tx, const std::vector<CustomerId>& ids) {
    if (ids.empty()) return {};
    return tx.all(
        [](const Row& row) {
            return ShownName<CustomerId>{.id = row.at<CustomerId>(0),
                                         .goes_on = row.at<CustomerId>(2),
                                         .name = row.at<std::string>(1)};
        },
        tx.dialect() == Dialect::sqlite ? shown_names_sqlite : shown_names_postgres,
        id_list(ids, tx.dialect()));
}

std::int64_t count_active_persons(Tx& tx,
                                  const Scope& scope,
                                  const std::optional<CustomerId>& customer) {
    const auto read = [](const Row& row) { return row.at<std::int64_t>(0); };
    return *tx.find(read, count_active_sql, scope, customer);
}

std::map<CustomerId, std::string> customer_names(Tx& tx, const std::vector<CustomerId>& ids) {
    std::map<CustomerId, std::string> names;
    for (auto& one : list_shown_names(tx, ids)) names.emplace(one.id, std::move(one.name));
    return names;
}

std::map<SiteId, NamedSite> named_sites(Tx& tx, const std::vector<SiteId>& ids) {
    std::map<SiteId, NamedSite> sites;
    if (ids.empty()) return sites;
    tx.all(
        [&](const Row& row) {
            sites[row.get<SiteId>("id")] = {.customer = row.get<CustomerId>("customer"),
                                            .name = row.get<std::string>("name")};
            return Nothing{};
        },
        tx.dialect() == Dialect::sqlite ? named_sites_sqlite : named_sites_postgres,
        id_list(ids, tx.dialect()));
    return sites;
}

std::optional<std::string> find_sector(Tx& tx, CustomerId customer) {
    return tx.first<std::string>(find_sector_sql, customer);
}

std::optional<CustomerId> find_customer_by_name(Tx& tx, std::string_view name) {
    return tx.first<CustomerId>(by_name_sql, Blob{sort_key(name)}, name);
}

std::optional<CustomerId> find_customer_by_nip(Tx& tx, std::string_view nip) {
    return tx.first<CustomerId>(by_nip_sql, nip);
}

std::optional<CustomerId> find_customer_by_domain(Tx& tx, std::string_view domain) {
    return tx.first<CustomerId>(by_domain_sql, domain);
}

std::optional<StoredCustomer> find_customer(Tx& tx, const Scope& scope, CustomerId customer) {
    auto stored = tx.find(read_customer, find_sql, scope, customer);
    if (!stored) return std::nullopt;
    stored->card.domains = tx.all(first_column<std::string>, domains_sql, customer);
    stored->card.phones = tx.all(read_phone, phones_sql, customer);
    return stored;
}

CustomerId insert_customer(Tx& tx, const CustomerCard& card, Time now) {
    return tx.one<CustomerId>(insert_sql,
                              card.name,
                              card.legal_name,
                              Blob{sort_key(card.name)},
                              customer_search_text(card),
                              card.regon,
                              card.krs,
                              card.iban,
                              stored(card.billing_address),
                              stored(card.postal_address),
                              card.sector,
                              card.lead,
                              card.pinned_notes,
                              has(card.marks, Mark::vip),
                              has(card.marks, Mark::overdue),
                              has(card.marks, Mark::leaving),
                              card.language,
                              now);
}

// Whichever went on as another one is found as that one.
void update_customer(Tx& tx, CustomerId customer, const CustomerCard& card) {
    std::string search_text = customer_search_text(card);
    for (const auto& merged : tx.all(first_column<std::string>, merged_texts_sql, customer)) {
        search_text += merged;
    }
    tx.run(update_sql,
           customer,
           card.name,
           card.legal_name,
           Blob{sort_key(card.name)},
           search_text,
           card.regon,
           card.krs,
           card.iban,
           stored(card.billing_address),
           stored(card.postal_address),
           card.sector,
           card.lead,
           card.pinned_notes,
           has(card.marks, Mark::vip),
           has(card.marks, Mark::overdue),
           has(card.marks, Mark::leaving),
           card.language);
}

std::optional<std::int64_t> touch_customer(Tx& tx, CustomerId customer) {
    return tx.first<std::int64_t>(touch_sql, customer);
}

std::optional<std::int64_t> touch_customer(Tx& tx, CustomerId customer, std::int64_t version) {
    return tx.first<std::int64_t>(touch_version_sql, customer, version);
}

std::optional<CustomerId> save_nip(Tx& tx, CustomerId customer, const std::string& nip) {
    tx.run(delete_nip_sql, customer, nip);
    if (nip.empty() || tx.run(insert_nip_sql, nip, customer) == 1) return std::nullopt;
    const auto holder = tx.one<CustomerId>(nip_holder_sql, nip);
    if (holder == customer) return std::nullopt;
    return holder;
}

std::optional<std::size_t> save_domains(Tx& tx,
                                        CustomerId customer,
                                        const std::vector<std::string>& domains) {
    const auto before = tx.all(first_column<std::string>, domains_sql, customer);
    for (const std::string& domain : before) {
        if (std::ranges::find(domains, domain) == domains.end()) {
            tx.run(delete_domain_sql, customer, domain);
        }
    }
    for (std::size_t i = 0; i < domains.size(); ++i) {
        if (std::ranges::find(before, domains[i]) != before.end()) continue;
        if (tx.run(insert_domain_sql, domains[i], customer) == 0) return i;
    }
    return std::nullopt;
}

void save_customer_phones(Tx& tx, CustomerId customer, const std::vector<NotedPhone>& phones) {
    tx.run(delete_phones_sql, customer);
    for (std::size_t i = 0; i < phones.size(); ++i) {
        const NotedPhone& phone = phones[i];
        tx.run(insert_phone_sql, customer, i, phone.number, phone.extension, phone.note);
    }
}

std::vector<ListedCustomer> list_customers(Tx& tx,
                                           const Scope& scope,
                                           const CustomerFilter& filter) {
    return tx.all(read_listed,
                  list_sql,
                  scope,
                  Blob{filter.after.sort_key},
                  filter.after.id,
                  filter.words[0],
                  filter.words[1],
                  filter.words[2],
                  filter.words[3],
                  has(filter.marks, Mark::vip),
                  has(filter.marks, Mark::overdue),
                  has(filter.marks, Mark::leaving),
                  filter.limit);
}

void clear_lead(Tx& tx, PersonId person) {
    tx.run(clear_lead_sql, person);
}

std::vector<Site> list_sites(Tx& tx, const Scope& scope, CustomerId customer) {
    return tx.all(read_site, sites_sql, scope, customer);
}

std::optional<Site> find_site(Tx& tx, const Scope& scope, SiteId site) {
    return tx.find(read_site, find_site_sql, scope, site);
}

SiteId insert_site(Tx& tx, const Site& site) {
    return tx.one<SiteId>(insert_site_sql,
                          site.customer,
                          site.name,
                          Blob{sort_key(site.name)},
                          stored(site.address),
                          site.hours_text,
                          to_json(site.hours),
                          site.zone);
}

bool update_site(Tx& tx, const Site& site, std::int64_t version) {
    return tx.run(update_site_sql,
                  site.site,
                  version,
                  site.name,
                  Blob{sort_key(site.name)},
                  stored(site.address),
                  site.hours_text,
                  to_json(site.hours),
                  site.zone) == 1;
}

void delete_site(Tx& tx, SiteId site) {
    tx.run(delete_site_sql, site);
}

std::optional<std::int64_t> resort_customers(Tx& tx, std::int64_t after, int limit) {
    return resort(tx, tx.all(read_named, next_names_sql, after, limit), set_key_sql);
}

std::optional<std::int64_t> resort_sites(Tx& tx, std::int64_t after, int limit) {
    return resort(tx, tx.all(read_named, next_site_names_sql, after, limit), set_site_key_sql);
}

}  // namespace ogniwo::people::store
