#include "tickets/category_store.hpp"

#include <algorithm>

#include "base/check.hpp"

namespace ogniwo::tickets::store {
namespace {

const Sql list_categories_sql{"tickets.list_categories", R"sql(
    SELECT id, version, parent, name_pl, name_en, retired_at FROM ticket_category ORDER BY id
)sql"};

const Sql claim_categories_sql{"tickets.claim_categories", R"sql(
    UPDATE ticket_settings SET version = version WHERE id = 1
)sql"};

const Sql claim_category_sql{"tickets.claim_category", R"sql(
    UPDATE ticket_category SET version = version + 1 WHERE id = $1
    RETURNING id, version, parent, name_pl, name_en, retired_at
)sql"};

#define OGNIWO_INSERT_CATEGORY                                        \
    "INSERT INTO ticket_category (version, parent, name_pl, name_en)" \
    " VALUES (1, $1, $2, $3)"

const Sql insert_category_sqlite{
    "tickets.insert_category", OGNIWO_INSERT_CATEGORY, Dialect::sqlite};
const Sql insert_category_postgres{
    "tickets.insert_category", OGNIWO_INSERT_CATEGORY " RETURNING id", Dialect::postgres};

#undef OGNIWO_INSERT_CATEGORY

const Sql update_category_sql{"tickets.update_category", R"sql(
    UPDATE ticket_category SET parent = $2, name_pl = $3, name_en = $4, retired_at = $5
     WHERE id = $1
)sql"};

// Three levels are all there are.
#define OGNIWO_CATEGORY_NAMES(from)                                               \
    "SELECT own.id AS id,"                                                        \
    " COALESCE(top.name_pl || ' / ', '') || COALESCE(above.name_pl || ' / ', '')" \
    " || own.name_pl AS name_pl,"                                                 \
    " COALESCE(top.name_en || ' / ', '') || COALESCE(above.name_en || ' / ', '')" \
    " || own.name_en AS name_en"                                                  \
    " FROM " from                                                                 \
    " LEFT JOIN ticket_category AS above ON above.id = own.parent"                \
    " LEFT JOIN ticket_category AS top ON top.id = above.parent"

const Sql find_category_names_sqlite{
    "tickets.find_category_names",
    OGNIWO_CATEGORY_NAMES("json_each($1) AS asked"
                          " CROSS JOIN ticket_category AS own ON own.id = asked.value"),
    Dialect::sqlite};
const Sql find_category_names_postgres{
    "tickets.find_category_names",
    OGNIWO_CATEGORY_NAMES("ticket_category AS own") " WHERE own.id = ANY (CAST($1 AS bigint[]))",
    Dialect::postgres};

#undef OGNIWO_CATEGORY_NAMES

const Sql load_settings_sql{"tickets.load_settings", R"sql(
    SELECT version, shows_type, shows_category, asks_for_ratings, priorities
      FROM ticket_settings WHERE id = 1
)sql"};

const Sql save_settings_sql{"tickets.save_settings", R"sql(
    UPDATE ticket_settings
       SET version = $1, shows_type = $2, shows_category = $3, priorities = $4,
           asks_for_ratings = $5
     WHERE id = 1 AND version = $1 - 1
)sql"};

Category read_category(const Row& row) {
    return {.id = row.get<CategoryId>("id"),
            .version = row.get<std::int64_t>("version"),
            .parent = row.get<std::optional<CategoryId>>("parent"),
            .name_pl = row.get<std::string>("name_pl"),
            .name_en = row.get<std::string>("name_en"),
            .retired_at = row.get<std::optional<Time>>("retired_at")};
}

// Twelve words, for each impact the three urgencies.
std::vector<PriorityRule> rules_in(std::string_view text) {
    std::vector<PriorityRule> rules;
    for (int i = 0; !text.empty(); ++i) {
        const auto end = std::min(text.find(' '), text.size());
        const auto priority = enum_value<Priority>(text.substr(0, end));
        INVARIANT(priority.has_value());
        rules.push_back({.impact = static_cast<Impact>(i / 3),
                         .urgency = static_cast<Urgency>(i % 3),
                         .priority = *priority});
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return rules;
}

std::string text_of(const std::vector<PriorityRule>& rules) {
    std::string text;
    for (const PriorityRule& rule : rules) {
        text += (text.empty() ? "" : " ") + std::string(enum_name(rule.priority));
    }
    return text;
}

}  // namespace

std::vector<Category> list_categories(Tx& tx) {
    return tx.all(read_category, list_categories_sql);
}

void claim_categories(Tx& tx) {
    tx.run(claim_categories_sql);
}

std::optional<Category> claim_category(Tx& tx, CategoryId category) {
    return tx.find(read_category, claim_category_sql, category);
}

CategoryId insert_category(Tx& tx, const Category& category) {
    return tx.insert<CategoryId>(
        tx.dialect() == Dialect::sqlite ? insert_category_sqlite : insert_category_postgres,
        category.parent,
        category.name_pl,
        category.name_en);
}

void update_category(Tx& tx, const Category& category) {
    tx.run(update_category_sql,
           category.id,
           category.parent,
           category.name_pl,
           category.name_en,
           category.retired_at);
}

std::map<CategoryId, CategoryName> find_category_names(Tx& tx, const std::vector<CategoryId>& ids) {
    const auto found = tx.all(
        [](const Row& row) {
            return std::pair(row.get<CategoryId>("id"),
                             CategoryName{.pl = row.get<std::string>("name_pl"),
                                          .en = row.get<std::string>("name_en")});
        },
        tx.dialect() == Dialect::sqlite ? find_category_names_sqlite : find_category_names_postgres,
        id_list(ids, tx.dialect()));
    return {found.begin(), found.end()};
}

DeskSettings load_settings(Tx& tx) {
    return *tx.find(
        [](const Row& row) {
            return DeskSettings{.version = row.get<std::int64_t>("version"),
                                .shows_type = row.get<bool>("shows_type"),
                                .shows_category = row.get<bool>("shows_category"),
                                .asks_for_ratings = row.get<bool>("asks_for_ratings"),
                                .priorities = rules_in(row.get<std::string>("priorities"))};
        },
        load_settings_sql);
}

PriorityMatrix load_priorities(Tx& tx) {
    PriorityMatrix matrix{};
    for (const PriorityRule& rule : load_settings(tx).priorities) {
        matrix[static_cast<std::size_t>(rule.impact)][static_cast<std::size_t>(rule.urgency)] =
            rule.priority;
    }
    return matrix;
}

bool save_settings(Tx& tx, const DeskSettings& settings) {
    return tx.run(save_settings_sql,
                  settings.version,
                  settings.shows_type,
                  settings.shows_category,
                  text_of(settings.priorities),
                  settings.asks_for_ratings) == 1;
}

}  // namespace ogniwo::tickets::store
