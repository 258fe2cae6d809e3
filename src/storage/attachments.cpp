#include "storage/attachments.hpp"

#include <algorithm>

namespace ogniwo::attachments {
namespace {

constexpr int forgotten_at_once = 500;

const Sql insert_attachment_sql{"attachment.insert", R"sql(
    INSERT INTO attachment (sha256, bytes, name, media_type, customer, owner_kind, owner_id,
                            created_by, created_at)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
    RETURNING id
)sql"};

const ScopedSql find_attachment_sql{"attachment.find", R"sql(
    SELECT id, sha256, bytes, name, media_type, customer, owner_kind, owner_id FROM attachment
     WHERE id = $1 AND {scope customer}
)sql"};

#define OGNIWO_ATTACHMENT_COLUMNS \
    "SELECT id, sha256, bytes, name, media_type, customer, owner_kind, owner_id FROM attachment "

const Sql claim_sql{"attachment.claim", R"sql(
    UPDATE attachment SET owner_kind = $5, owner_id = $6
     WHERE id = $1 AND owner_kind = $2 AND owner_id = $3 AND created_by = $4
)sql"};

const Sql claim_unsigned_sql{"attachment.claim_unsigned", R"sql(
    UPDATE attachment SET owner_kind = $4, owner_id = $5
     WHERE id = $1 AND owner_kind = $2 AND owner_id = $3 AND created_by IS NULL
)sql"};

const Sql of_owners_sqlite{"attachment.of_owners_sqlite",
                           R"sql(
    SELECT a.id, sha256, bytes, name, media_type, customer, owner_kind, owner_id
      FROM json_each($2) AS asked
     CROSS JOIN attachment AS a ON a.owner_kind = $1 AND a.owner_id = asked.value
     ORDER BY owner_id, a.id
)sql",
                           Dialect::sqlite};

const Sql of_owners_postgres{"attachment.of_owners_postgres",
                             OGNIWO_ATTACHMENT_COLUMNS R"sql(
     WHERE owner_kind = $1 AND owner_id = ANY (CAST($2 AS bigint[]))
     ORDER BY owner_id, id
)sql",
                             Dialect::postgres};

const Sql count_of_owners_sqlite{"attachment.count_of_owners_sqlite",
                                 R"sql(
    SELECT COUNT(*) FROM json_each($2) AS asked
     CROSS JOIN attachment AS a ON a.owner_kind = $1 AND a.owner_id = asked.value
)sql",
                                 Dialect::sqlite};

const Sql count_of_owners_postgres{"attachment.count_of_owners_postgres",
                                   R"sql(
    SELECT COUNT(*) FROM attachment
     WHERE owner_kind = $1 AND owner_id = ANY (CAST($2 AS bigint[]))
)sql",
                                   Dialect::postgres};

const Sql give_to_sqlite{"attachment.give_to_sqlite",
                         R"sql(
    UPDATE attachment SET customer = $3
     WHERE owner_kind = $1 AND owner_id IN (SELECT value FROM json_each($2))
)sql",
                         Dialect::sqlite};

const Sql give_to_postgres{"attachment.give_to_postgres",
                           R"sql(
    UPDATE attachment SET customer = $3
     WHERE owner_kind = $1 AND owner_id = ANY (CAST($2 AS bigint[]))
)sql",
                           Dialect::postgres};

const Sql count_waiting_sql{"attachment.count_waiting", R"sql(
    SELECT COUNT(*) FROM attachment
     WHERE owner_kind = $1 AND created_by = $2
)sql"};

const Sql sender_sql{"attachment.sender", R"sql(
    SELECT created_by FROM attachment WHERE id = $1
)sql"};

const Sql sent_by_sql{"attachment.sent_by",
                      OGNIWO_ATTACHMENT_COLUMNS "WHERE created_by = $1 ORDER BY id"};

#undef OGNIWO_ATTACHMENT_COLUMNS

const Sql erase_sent_by_sql{"attachment.erase_sent_by", R"sql(
    DELETE FROM attachment WHERE created_by = $1
)sql"};

const Sql erase_of_sql{"attachment.erase_of", R"sql(
    DELETE FROM attachment WHERE owner_kind = $1 AND owner_id = $2
)sql"};

const Sql forget_waiting_sql{"attachment.forget_waiting", R"sql(
    DELETE FROM attachment
     WHERE id IN (SELECT id FROM attachment
                   WHERE owner_kind = $1 AND created_at < $2
                   ORDER BY created_at
                   LIMIT $3)
)sql"};

Attachment read_attachment(const Row& row) {
    return {.id = row.get<AttachmentId>("id"),
            .sha256 = row.get<std::string>("sha256"),
            .bytes = row.get<std::int64_t>("bytes"),
            .name = row.get<std::string>("name"),
            .media_type = row.get<std::string>("media_type"),
            .customer = row.get<std::optional<CustomerId>>("customer"),
            .owner_kind = row.get<std::string>("owner_kind"),
            .owner_id = row.get<std::int64_t>("owner_id")};
}

}  // namespace

AttachmentId insert(Work& work, const Attachment& attachment) {
    auto by = attachment.about;
    if (!by && work.actor.person) by = work.actor.person;
    return work.tx.one<AttachmentId>(insert_attachment_sql,
                                     attachment.sha256,
                                     attachment.bytes,
                                     attachment.name,
                                     attachment.media_type,
                                     attachment.customer,
                                     attachment.owner_kind,
                                     attachment.owner_id,
                                     by,
                                     work.now);
}

std::optional<Attachment> find(Tx& tx, const Scope& scope, AttachmentId id) {
    return tx.find(read_attachment, find_attachment_sql, scope, id);
}

bool claim(Work& work, const std::vector<AttachmentId>& ids, const Owner& from, const Owner& to) {
    return std::ranges::all_of(ids, [&](AttachmentId id) {
        return work.tx.run(claim_sql, id, from.kind, from.id, work.actor.person, to.kind, to.id) ==
               1;
    });
}

bool claim_unsigned(Tx& tx,
                    const std::vector<AttachmentId>& ids,
                    const Owner& from,
                    const Owner& to) {
    return std::ranges::all_of(ids, [&](AttachmentId id) {
        return tx.run(claim_unsigned_sql, id, from.kind, from.id, to.kind, to.id) == 1;
    });
}

std::vector<Attachment> of_owners(Tx& tx,
                                  std::string_view kind,
                                  const std::vector<std::int64_t>& ids) {
    if (ids.empty()) return {};
    const bool sqlite = tx.dialect() == Dialect::sqlite;
    return tx.all(read_attachment,
                  sqlite ? of_owners_sqlite : of_owners_postgres,
                  kind,
                  id_list(ids, tx.dialect()));
}

std::int64_t count_of_owners(Tx& tx, std::string_view kind, const std::vector<std::int64_t>& ids) {
    return tx.one<std::int64_t>(
        tx.dialect() == Dialect::sqlite ? count_of_owners_sqlite : count_of_owners_postgres,
        kind,
        id_list(ids, tx.dialect()));
}

void give_to(Tx& tx,
             CustomerId customer,
             std::string_view kind,
             const std::vector<std::int64_t>& ids) {
    tx.run(tx.dialect() == Dialect::sqlite ? give_to_sqlite : give_to_postgres,
           kind,
           id_list(ids, tx.dialect()),
           customer);
}

std::int64_t count_waiting(Tx& tx, PersonId person, std::string_view kind) {
    return tx.one<std::int64_t>(count_waiting_sql, kind, person);
}

std::optional<PersonId> sender(Tx& tx, AttachmentId id) {
    const auto found = tx.first<std::optional<PersonId>>(sender_sql, id);
    return found.value_or(std::nullopt);
}

std::vector<Attachment> sent_by(Tx& tx, PersonId person) {
    return tx.all(read_attachment, sent_by_sql, person);
}

void erase_sent_by(Tx& tx, PersonId person) {
    tx.run(erase_sent_by_sql, person);
}

void erase_of(Tx& tx, const Owner& owner) {
    tx.run(erase_of_sql, owner.kind, owner.id);
}

std::int64_t forget_waiting(Tx& tx, std::string_view kind, Time older_than) {
    return tx.run(forget_waiting_sql, kind, older_than, forgotten_at_once);
}

}  // namespace ogniwo::attachments
