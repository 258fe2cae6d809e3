#include "tickets/product_store.hpp"

#include "base/json.hpp"

namespace ogniwo::tickets::store {
namespace {

const Sql find_products_sqlite{"tickets.find_products",
                               R"sql(
    SELECT name, id FROM ticket_product WHERE name IN (SELECT value FROM json_each($1))
)sql",
                               Dialect::sqlite};

const Sql find_products_postgres{"tickets.find_products",
                                 R"sql(
    SELECT name, id FROM ticket_product
     WHERE name = ANY (ARRAY(SELECT json_array_elements_text(CAST($1 AS json))))
)sql",
                                 Dialect::postgres};

const Sql insert_product_sql{"tickets.insert_product", R"sql(
    INSERT INTO ticket_product (name) VALUES ($1) ON CONFLICT DO NOTHING RETURNING id
)sql"};

const Sql find_product_names_sqlite{"tickets.find_product_names",
                                    R"sql(
    SELECT ticket_product.id, name
      FROM json_each($1) AS asked CROSS JOIN ticket_product ON ticket_product.id = asked.value
)sql",
                                    Dialect::sqlite};

const Sql find_product_names_postgres{"tickets.find_product_names",
                                      R"sql(
    SELECT id, name FROM ticket_product WHERE id = ANY (CAST($1 AS bigint[]))
)sql",
                                      Dialect::postgres};

}  // namespace

std::map<std::string, ProductId> find_products(Tx& tx, const std::vector<std::string>& names) {
    const auto rows = tx.all(
        [](const Row& row) {
            return std::pair(row.get<std::string>("name"), row.get<ProductId>("id"));
        },
        tx.dialect() == Dialect::sqlite ? find_products_sqlite : find_products_postgres,
        to_json(names));
    return {rows.begin(), rows.end()};
}

std::optional<ProductId> insert_product(Tx& tx, const std::string& name) {
    return tx.first<ProductId>(insert_product_sql, name);
}

std::map<ProductId, std::string> find_product_names(Tx& tx, const std::vector<ProductId>& ids) {
    const auto rows = tx.all(
        [](const Row& row) {
            return std::pair(row.get<ProductId>("id"), row.get<std::string>("name"));
        },
        tx.dialect() == Dialect::sqlite ? find_product_names_sqlite : find_product_names_postgres,
        id_list(ids, tx.dialect()));
    return {rows.begin(), rows.end()};
}

}  // namespace ogniwo::tickets::store
