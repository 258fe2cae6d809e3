#include "tickets/field_value_store.hpp"

#include "tickets/asked_sql.hpp"
#include "tickets/rules.hpp"

namespace ogniwo::tickets::store {
namespace {

const Sql list_values_sql{"tickets.list_field_values", R"sql(
    SELECT ticket, field, number, word, text, is_open, of_customer
      FROM ticket_field_value WHERE ticket = $1 ORDER BY field, item
)sql"};

#define VALUES_OF                                                                            \
    "SELECT ticket, field, number, word, text, is_open, of_customer FROM ticket_field_value" \
    " WHERE ticket "

const Sql list_values_of_sqlite{"tickets.list_field_values_of",
                                VALUES_OF
                                "IN (SELECT value FROM json_each($1))"
                                " AND field IN (SELECT value FROM json_each($2))"
                                " ORDER BY ticket, field, item",
                                Dialect::sqlite};
const Sql list_values_of_postgres{"tickets.list_field_values_of",
                                  VALUES_OF
                                  "= ANY (CAST($1 AS bigint[]))"
                                  " AND field = ANY (CAST($2 AS bigint[]))"
                                  " ORDER BY ticket, field, item",
                                  Dialect::postgres};

#undef VALUES_OF

const Sql delete_value_sql{"tickets.delete_field_value", R"sql(
    DELETE FROM ticket_field_value WHERE ticket = $1 AND field = $2
)sql"};

const Sql insert_value_sql{"tickets.insert_field_value", R"sql(
    INSERT INTO ticket_field_value
        (ticket, field, item, of_customer, is_open, number, word, text, written_by)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
)sql"};

const Sql mark_values_sql{"tickets.mark_field_values", R"sql(
    UPDATE ticket_field_value SET is_open = $2, of_customer = $3
     WHERE ticket = $1 AND (is_open <> $2 OR of_customer <> $3)
)sql"};

const Sql rename_asset_sql{"tickets.rename_asset_in_fields", R"sql(
    UPDATE ticket_field_value SET word = $2
     WHERE field IN (SELECT id FROM ticket_field WHERE kind = 'asset')
       AND is_open IN (TRUE, FALSE) AND number = $1
)sql"};

const Sql list_assets_of_open_sql{"tickets.list_assets_of_open", R"sql(
    SELECT v.number FROM ticket_field f JOIN ticket_field_value v ON v.field = f.id
     WHERE f.kind = 'asset' AND v.of_customer = $1 AND v.is_open = TRUE AND v.number IS NOT NULL
)sql"};

const Sql list_texts_of_sql{"tickets.list_field_texts_of", R"sql(
    SELECT ticket, field, text FROM ticket_field_value
     WHERE written_by = $1 AND text IS NOT NULL ORDER BY ticket, field
)sql"};

// Nobody's, without words, and with a text that is none: what was there, was erased.
const Sql erase_own_texts_sql{"tickets.erase_field_texts", R"sql(
    UPDATE ticket_field_value SET text = '', word = NULL, written_by = NULL
     WHERE written_by = $1 AND text IS NOT NULL
)sql"};

const Sql erase_asked_texts_sql{
    "tickets.erase_field_texts_of_asked",
    "UPDATE ticket_field_value SET text = '', word = NULL, written_by = NULL"
    " WHERE ticket IN (" OGNIWO_EVER_ASKED ") AND text IS NOT NULL"};

void add_row(std::vector<TicketValue>& values, const Row& row) {
    const auto ticket = row.get<TicketId>("ticket");
    const auto field = row.get<FieldId>("field");
    if (values.empty() || values.back().ticket != ticket || values.back().field != field) {
        const auto text = row.get<std::optional<std::string>>("text");
        const bool is_erased = text && text->empty();
        values.push_back({.ticket = ticket,
                          .field = field,
                          .kept = {.number = row.get<std::optional<std::int64_t>>("number"),
                                   .text = is_erased ? std::nullopt : text},
                          .is_erased = is_erased,
                          .is_open = row.get<bool>("is_open"),
                          .customer = row.get<CustomerId>("of_customer")});
    }
    if (auto word = row.get<std::optional<std::string>>("word")) {
        values.back().kept.words.push_back(std::move(*word));
    }
}

// Rows of one field follow one another.
template <class... Args>
std::vector<TicketValue> values_by(Tx& tx, const Sql& sql, const Args&... args) {
    std::vector<TicketValue> values;
    (void)tx.all(
        [&](const Row& row) {
            add_row(values, row);
            return 0;
        },
        sql,
        args...);
    return values;
}

}  // namespace

std::vector<TicketValue> list_values(Tx& tx, TicketId ticket) {
    return values_by(tx, list_values_sql, ticket);
}

std::vector<TicketValue> list_values_of(Tx& tx,
                                        const std::vector<TicketId>& tickets,
                                        const std::vector<FieldId>& fields) {
    const Dialect dialect = tx.dialect();
    return values_by(tx,
                     dialect == Dialect::sqlite ? list_values_of_sqlite : list_values_of_postgres,
                     id_list(tickets, dialect),
                     id_list(fields, dialect));
}

void save_value(Tx& tx,
                const Ticket& ticket,
                const std::pair<FieldId, Kept>& value,
                std::optional<PersonId> author) {
    const auto& [field, kept] = value;
    tx.run(delete_value_sql, ticket.id, field);
    const auto insert = [&](std::int64_t item, const std::optional<std::string>& word) {
        tx.run(insert_value_sql,
               ticket.id,
               field,
               item,
               ticket.customer,
               stands_open(ticket),
               kept.number,
               word,
               kept.text,
               author);
    };
    if (kept.number) {
        return insert(0, kept.words.empty() ? std::nullopt : std::optional(kept.words.front()));
    }
    std::int64_t item = 0;
    for (const std::string& word : kept.words) insert(item++, word);
}

void mark_values(Tx& tx, const Ticket& ticket) {
    tx.run(mark_values_sql, ticket.id, stands_open(ticket), ticket.customer);
}

void rename_asset(Tx& tx, assets::AssetId asset, const std::string& folded) {
    tx.run(rename_asset_sql, asset, folded);
}

std::vector<assets::AssetId> list_assets_of_open(Tx& tx, CustomerId customer) {
    return tx.all(first_column<assets::AssetId>, list_assets_of_open_sql, customer);
}

std::vector<WrittenField> list_texts_of(Tx& tx, PersonId person) {
    return tx.all(
        [](const Row& row) {
            return WrittenField{.ticket = row.get<TicketId>("ticket"),
                                .field = row.get<FieldId>("field"),
                                .text = row.get<std::string>("text")};
        },
        list_texts_of_sql,
        person);
}

void erase_texts_in_fields(Tx& tx, PersonId person) {
    tx.run(erase_own_texts_sql, person);
    tx.run(erase_asked_texts_sql, person);
}

}  // namespace ogniwo::tickets::store
