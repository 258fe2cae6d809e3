#include "tiers/certificate_store.hpp"

namespace ogniwo::tiers::store {
namespace {

const Sql list_kinds_sql{"tiers.list_kinds", R"sql(
    SELECT id, name, issuer, months FROM tier_certificate_kind WHERE retired_at IS NULL
)sql"};

const Sql find_kind_sql{"tiers.find_kind", R"sql(
    SELECT id, name, issuer, months FROM tier_certificate_kind
     WHERE id = $1 AND retired_at IS NULL
)sql"};

const Sql insert_kind_sql{"tiers.insert_kind", R"sql(
    INSERT INTO tier_certificate_kind (name, issuer, months) VALUES ($1, $2, $3) RETURNING id
)sql"};

const Sql retire_kind_sql{"tiers.retire_kind", R"sql(
    UPDATE tier_certificate_kind SET retired_at = $2 WHERE id = $1 AND retired_at IS NULL
)sql"};

const Sql find_certificate_sql{"tiers.find_certificate", R"sql(
    SELECT c.id, c.version, c.person, c.kind, COALESCE(k.name, c.name) AS name, c.issuer, c.number,
           c.issued_on, c.expires_on, c.confirmed, r.days AS reminded
      FROM tier_certificate AS c
      LEFT JOIN tier_certificate_kind AS k ON k.id = c.kind
      LEFT JOIN tier_reminder AS r ON r.certificate = c.id
     WHERE c.id = $1
)sql"};

const Sql certificates_of_sqlite{"tiers.certificates_of_sqlite",
                                 R"sql(
    SELECT c.id, c.version, c.person, c.kind, COALESCE(k.name, c.name) AS name, c.issuer, c.number,
           c.issued_on, c.expires_on, c.confirmed, r.days AS reminded
      FROM json_each($1) AS asked
     CROSS JOIN tier_certificate AS c ON c.person = asked.value
      LEFT JOIN tier_certificate_kind AS k ON k.id = c.kind
      LEFT JOIN tier_reminder AS r ON r.certificate = c.id
     ORDER BY c.person, c.expires_on, c.id
)sql",
                                 Dialect::sqlite};

const Sql certificates_of_postgres{"tiers.certificates_of_postgres",
                                   R"sql(
    SELECT c.id, c.version, c.person, c.kind, COALESCE(k.name, c.name) AS name, c.issuer, c.number,
           c.issued_on, c.expires_on, c.confirmed, r.days AS reminded
      FROM tier_certificate AS c
      LEFT JOIN tier_certificate_kind AS k ON k.id = c.kind
      LEFT JOIN tier_reminder AS r ON r.certificate = c.id
     WHERE c.person = ANY (CAST($1 AS bigint[]))
     ORDER BY c.person, c.expires_on, c.id
)sql",
                                   Dialect::postgres};

const Sql list_certificates_sql{"tiers.list_certificates", R"sql(
    SELECT c.id, c.version, c.person, c.kind, COALESCE(k.name, c.name) AS name, c.issuer, c.number,
           c.issued_on, c.expires_on, c.confirmed, r.days AS reminded
      FROM tier_certificate AS c
      LEFT JOIN tier_certificate_kind AS k ON k.id = c.kind
      LEFT JOIN tier_reminder AS r ON r.certificate = c.id
     WHERE (c.expires_on, c.id) > ($1, $2)
       AND c.expires_on >= $3 AND c.expires_on <= $4
       AND ($5 = 0 OR NOT c.confirmed)
     ORDER BY c.expires_on, c.id
     LIMIT $6
)sql"};

const Sql insert_certificate_sql{"tiers.insert_certificate", R"sql(
    INSERT INTO tier_certificate (version, person, kind, name, issuer, number, issued_on,
                                  expires_on, confirmed, added_at)
    VALUES (1, $1, $2, $3, $4, $5, $6, $7, $8, $9)
    RETURNING id
)sql"};

const Sql update_certificate_sql{"tiers.update_certificate", R"sql(
    UPDATE tier_certificate
       SET version = version + 1, issuer = $3, number = $4, issued_on = $5, expires_on = $6,
           confirmed = $7
     WHERE id = $1 AND version = $2
)sql"};

const Sql delete_certificate_sql{"tiers.delete_certificate", R"sql(
    DELETE FROM tier_certificate WHERE id = $1
)sql"};

const Sql save_reminder_sql{"tiers.save_reminder", R"sql(
    INSERT INTO tier_reminder (certificate, days, due_at) VALUES ($1, $2, $3)
    ON CONFLICT (certificate) DO UPDATE SET days = excluded.days, due_at = excluded.due_at
)sql"};

const Sql delete_reminder_sql{"tiers.delete_reminder", R"sql(
    DELETE FROM tier_reminder WHERE certificate = $1
)sql"};

CertificateKind read_kind(const Row& row) {
    return {.id = row.get<CertificateKindId>("id"),
            .name = row.get<std::string>("name"),
            .issuer = row.get<std::string>("issuer"),
            .months = row.get<std::optional<int>>("months")};
}

Certificate read_certificate(const Row& row) {
    const Date expires_on = row.get<Date>("expires_on");
    return {.id = row.get<CertificateId>("id"),
            .version = row.get<std::int64_t>("version"),
            .person = row.get<PersonId>("person"),
            .kind = row.get<std::optional<CertificateKindId>>("kind"),
            .name = row.get<std::string>("name"),
            .issuer = row.get<std::string>("issuer"),
            .number = row.get<std::string>("number"),
            .issued_on = row.get<Date>("issued_on"),
            .expires_on = expires_on == never() ? std::nullopt : std::optional(expires_on),
            .confirmed = row.get<bool>("confirmed"),
            .reminded = row.get<std::optional<int>>("reminded")};
}

}  // namespace

Date never() {
    return std::chrono::year{9999} / 12 / 31;
}

std::vector<CertificateKind> list_kinds(Tx& tx) {
    return tx.all(read_kind, list_kinds_sql);
}

std::optional<CertificateKind> find_kind(Tx& tx, CertificateKindId kind) {
    return tx.find(read_kind, find_kind_sql, kind);
}

CertificateKindId insert_kind(Tx& tx, const CertificateKind& kind) {
    return tx.one<CertificateKindId>(insert_kind_sql, kind.name, kind.issuer, kind.months);
}

bool retire_kind(Tx& tx, CertificateKindId kind, Time now) {
    return tx.run(retire_kind_sql, kind, now) == 1;
}

std::optional<Certificate> find_certificate(Tx& tx, CertificateId certificate) {
    return tx.find(read_certificate, find_certificate_sql, certificate);
}

std::map<PersonId, std::vector<Certificate>> list_certificates_of(
    Tx& tx, const std::vector<PersonId>& persons) {
    if (persons.empty()) return {};
    std::map<PersonId, std::vector<Certificate>> by_person;
    auto rows =
        tx.all(read_certificate,
               tx.dialect() == Dialect::sqlite ? certificates_of_sqlite : certificates_of_postgres,
               id_list(persons, tx.dialect()));
    for (Certificate& one : rows) by_person[one.person].push_back(std::move(one));
    return by_person;
}

std::vector<Certificate> list_certificates(Tx& tx,
                                           const CertificateFilter& filter,
                                           const CertificatePlace& after,
                                           int limit) {
    return tx.all(read_certificate,
                  list_certificates_sql,
                  after.expires_on,
                  after.id,
                  filter.from,
                  filter.to,
                  filter.only_unconfirmed ? 1 : 0,
                  limit);
}

CertificateId insert_certificate(Tx& tx, const Certificate& certificate, Time now) {
    return tx.one<CertificateId>(insert_certificate_sql,
                                 certificate.person,
                                 certificate.kind,
                                 certificate.kind ? std::string() : certificate.name,
                                 certificate.issuer,
                                 certificate.number,
                                 certificate.issued_on,
                                 certificate.expires_on.value_or(never()),
                                 certificate.confirmed,
                                 now);
}

bool update_certificate(Tx& tx, const Certificate& certificate) {
    return tx.run(update_certificate_sql,
                  certificate.id,
                  certificate.version,
                  certificate.issuer,
                  certificate.number,
                  certificate.issued_on,
                  certificate.expires_on.value_or(never()),
                  certificate.confirmed) == 1;
}

void delete_certificate(Tx& tx, CertificateId certificate) {
    tx.run(delete_reminder_sql, certificate);
    tx.run(delete_certificate_sql, certificate);
}

void save_reminder(Tx& tx, CertificateId certificate, int days, Time due_at) {
    tx.run(save_reminder_sql, certificate, days, due_at);
}

bool delete_reminder(Tx& tx, CertificateId certificate) {
    return tx.run(delete_reminder_sql, certificate) == 1;
}

}  // namespace ogniwo::tiers::store
