#include "assets/store.hpp"

#include "base/text.hpp"

namespace ogniwo::assets::store {
namespace {

#define OGNIWO_ASSET_COLUMNS                                                            \
    " id, version, customer, site, person, kind, name, folded, maker, model,"           \
    " serial_number, inventory_number, purchased_on, warranty_until, note, created_at," \
    " retired_at "

const ScopedSql find_sql{"assets.find_asset",
                         "SELECT" OGNIWO_ASSET_COLUMNS
                         "FROM asset WHERE id = $1 AND {scope customer}"};

const Sql list_after_sql{"assets.list_assets_after",
                         "SELECT" OGNIWO_ASSET_COLUMNS
                         "FROM asset WHERE id > $1 ORDER BY id LIMIT $2"};

const Sql list_of_sql{"assets.list_assets_of_person",
                      "SELECT" OGNIWO_ASSET_COLUMNS "FROM asset WHERE person = $1 ORDER BY id"};

const Sql named_sqlite{"assets.named_assets_sqlite",
                       R"sql(
    SELECT asset.id, asset.customer, asset.name
      FROM json_each($1) AS asked CROSS JOIN asset ON asset.id = asked.value
)sql",
                       Dialect::sqlite};

const Sql named_postgres{"assets.named_assets_postgres",
                         R"sql(
    SELECT id, customer, name FROM asset WHERE id = ANY(CAST($1 AS bigint[]))
)sql",
                         Dialect::postgres};

// One text, several ways into the table: `driver` is the condition whose index leads the walk.
#define OGNIWO_LIST_ASSETS(driver)                                             \
    "SELECT" OGNIWO_ASSET_COLUMNS                                              \
    "FROM asset"                                                               \
    " WHERE " driver                                                           \
    " AND (folded, id) > ($1, $2)"                                             \
    " AND (CAST($4 AS bigint) IS NULL OR customer = $4)"                       \
    " AND (CAST($5 AS bigint) IS NULL OR site = $5)"                           \
    " AND (CAST($6 AS bigint) IS NULL OR person = $6)"                         \
    " AND (CAST($7 AS text) IS NULL OR kind = $7)"                             \
    " AND (retired_at IS NOT NULL) = CAST($8 AS boolean)"                      \
    " AND search_text LIKE $9 ESCAPE '!' AND search_text LIKE $10 ESCAPE '!'"  \
    " AND search_text LIKE $11 ESCAPE '!' AND search_text LIKE $12 ESCAPE '!'" \
    " AND {scope customer}"                                                    \
    " ORDER BY folded, id LIMIT $3"

const ScopedSql list_all_sql{"assets.list_assets", OGNIWO_LIST_ASSETS("TRUE")};
const ScopedSql list_of_customer_sql{"assets.list_assets_of_customer",
                                     OGNIWO_LIST_ASSETS("customer = CAST($4 AS bigint)")};
const ScopedSql list_at_site_sql{"assets.list_assets_at_site",
                                 OGNIWO_LIST_ASSETS("site = CAST($5 AS bigint)")};
const ScopedSql list_used_by_sql{"assets.list_assets_used_by",
                                 OGNIWO_LIST_ASSETS("person = CAST($6 AS bigint)")};

#undef OGNIWO_LIST_ASSETS
#undef OGNIWO_ASSET_COLUMNS

const Sql insert_sql{"assets.insert_asset", R"sql(
    INSERT INTO asset (version, customer, site, person, kind, name, folded, search_text, maker,
                       model, serial_number, inventory_number, purchased_on, warranty_until, note,
                       created_at)
    VALUES (1, $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
    RETURNING id
)sql"};

const Sql update_sql{"assets.update_asset", R"sql(
    UPDATE asset
       SET site = $2, person = $3, kind = $4, name = $5, folded = $6, search_text = $7, maker = $8,
           model = $9, serial_number = $10, inventory_number = $11, purchased_on = $12,
           warranty_until = $13, note = $14
     WHERE id = $1
)sql"};

const Sql update_retired_sql{"assets.update_retired", R"sql(
    UPDATE asset SET retired_at = $2 WHERE id = $1
)sql"};

const Sql claim_sql{"assets.claim_asset", R"sql(
    UPDATE asset SET version = version + 1 WHERE id = $1 RETURNING version
)sql"};

const Sql claim_version_sql{"assets.claim_asset_version", R"sql(
    UPDATE asset SET version = version + 1 WHERE id = $1 AND version = $2 RETURNING version
)sql"};

const Sql hold_sql{"assets.hold_asset", R"sql(
    UPDATE asset SET folded = folded WHERE id = $1
)sql"};

const Sql find_name_sql{"assets.find_name", R"sql(
    SELECT asset FROM asset_name WHERE customer = $1 AND folded = $2
)sql"};

const Sql delete_name_sql{"assets.delete_name", R"sql(
    DELETE FROM asset_name WHERE asset = $1
)sql"};

const Sql insert_name_sql{"assets.insert_name", R"sql(
    INSERT INTO asset_name (customer, folded, asset) VALUES ($1, $2, $3)
    ON CONFLICT (customer, folded) DO NOTHING
)sql"};

const Sql count_sql{"assets.count_assets", R"sql(
    SELECT COUNT(*) FROM asset WHERE customer = $1
)sql"};

const Sql sites_sql{"assets.list_sites", R"sql(
    SELECT site FROM asset WHERE customer = $1 AND site IS NOT NULL AND retired_at IS NULL
)sql"};

StoredAsset read_asset(const Row& row) {
    return {.id = row.get<AssetId>("id"),
            .version = row.get<std::int64_t>("version"),
            .customer = row.get<CustomerId>("customer"),
            .card = {.kind = row.get<AssetKind>("kind"),
                     .name = row.get<std::string>("name"),
                     .site = row.get<std::optional<people::SiteId>>("site"),
                     .person = row.get<std::optional<PersonId>>("person"),
                     .maker = row.get<std::string>("maker"),
                     .model = row.get<std::string>("model"),
                     .serial_number = row.get<std::string>("serial_number"),
                     .inventory_number = row.get<std::string>("inventory_number"),
                     .purchased_on = row.get<std::optional<Date>>("purchased_on"),
                     .warranty_until = row.get<std::optional<Date>>("warranty_until"),
                     .note = row.get<std::string>("note")},
            .folded = row.get<std::string>("folded"),
            .created_at = row.get<Time>("created_at"),
            .retired_at = row.get<std::optional<Time>>("retired_at")};
}

const ScopedSql& best_list(const AssetFilter& filter) {
    if (filter.person) return list_used_by_sql;
    if (filter.site) return list_at_site_sql;
    if (filter.customer) return list_of_customer_sql;
    return list_all_sql;
}

}  // namespace

std::optional<StoredAsset> find_asset(Tx& tx, const Scope& scope, AssetId asset) {
    return tx.find(read_asset, find_sql, scope, asset);
}

std::vector<StoredAsset> list_assets_after(Tx& tx, AssetId after, int limit) {
    return tx.all(read_asset, list_after_sql, after, limit);
}

std::vector<StoredAsset> list_assets_of(Tx& tx, PersonId person) {
    return tx.all(read_asset, list_of_sql, person);
}

std::map<AssetId, NamedAsset> named_assets(Tx& tx, const std::vector<AssetId>& ids) {
    std::map<AssetId, NamedAsset> named;
    (void)tx.all(
        [&](const Row& row) {
            named[row.get<AssetId>("id")] = {.customer = row.get<CustomerId>("customer"),
                                             .name = row.get<std::string>("name")};
            return 0;
        },
        tx.dialect() == Dialect::sqlite ? named_sqlite : named_postgres,
        id_list(ids, tx.dialect()));
    return named;
}

std::vector<StoredAsset> list_assets(Tx& tx,
                                     const Scope& scope,
                                     const AssetFilter& filter,
                                     const std::pair<AssetPlace, int>& page) {
    return tx.all(read_asset,
                  best_list(filter),
                  scope,
                  page.first.folded,
                  page.first.asset,
                  page.second,
                  filter.customer,
                  filter.site,
                  filter.person,
                  filter.kind,
                  filter.retired,
                  filter.words[0],
                  filter.words[1],
                  filter.words[2],
                  filter.words[3]);
}

AssetId insert_asset(Tx& tx, CustomerId customer, const AssetCard& card, Time now) {
    return tx.one<AssetId>(insert_sql,
                           customer,
                           card.site,
                           card.person,
                           card.kind,
                           card.name,
                           fold(card.name),
                           search_text(card),
                           card.maker,
                           card.model,
                           card.serial_number,
                           card.inventory_number,
                           card.purchased_on,
                           card.warranty_until,
                           card.note,
                           now);
}

void update_asset(Tx& tx, AssetId asset, const AssetCard& card) {
    tx.run(update_sql,
           asset,
           card.site,
           card.person,
           card.kind,
           card.name,
           fold(card.name),
           search_text(card),
           card.maker,
           card.model,
           card.serial_number,
           card.inventory_number,
           card.purchased_on,
           card.warranty_until,
           card.note);
}

void update_retired(Tx& tx, AssetId asset, std::optional<Time> retired_at) {
    tx.run(update_retired_sql, asset, retired_at);
}

std::optional<std::int64_t> claim_asset(Tx& tx, AssetId asset) {
    return tx.first<std::int64_t>(claim_sql, asset);
}

std::optional<std::int64_t> claim_asset(Tx& tx, AssetId asset, std::int64_t version) {
    return tx.first<std::int64_t>(claim_version_sql, asset, version);
}

void hold_asset(Tx& tx, AssetId asset) {
    tx.run(hold_sql, asset);
}

std::optional<AssetId> find_name(Tx& tx, CustomerId customer, const std::string& folded) {
    return tx.first<AssetId>(find_name_sql, customer, folded);
}

bool save_name(Tx& tx, CustomerId customer, const std::string& folded, AssetId asset) {
    delete_name(tx, asset);
    return tx.run(insert_name_sql, customer, folded, asset) == 1;
}

void delete_name(Tx& tx, AssetId asset) {
    tx.run(delete_name_sql, asset);
}

std::int64_t count_assets(Tx& tx, CustomerId customer) {
    return tx.one<std::int64_t>(count_sql, customer);
}

std::vector<people::SiteId> list_sites(Tx& tx, CustomerId customer) {
    return tx.all(first_column<people::SiteId>, sites_sql, customer);
}

}  // namespace ogniwo::assets::store
