#include "tickets/field_store.hpp"

#include <charconv>

#include "base/check.hpp"
#include "base/describe.hpp"
#include "base/json.hpp"

namespace ogniwo::tickets::store {
namespace {

#define FIELD_COLUMNS                                                                 \
    " id, version, key, kind, name_pl, name_en, help_pl, help_en, choices, decimals," \
    " unit, least, most, currency, longest, need, customers, initial, retired_at "

const Sql list_fields_sql{"tickets.list_fields",
                          "SELECT" FIELD_COLUMNS "FROM ticket_field ORDER BY id"};

const Sql find_field_sql{"tickets.find_field",
                         "SELECT" FIELD_COLUMNS "FROM ticket_field WHERE id = $1"};

#undef FIELD_COLUMNS

#define INSERT_FIELD                                                                      \
    "INSERT INTO ticket_field (version, key, kind, name_pl, name_en, help_pl, help_en,"   \
    " choices, decimals, unit, least, most, currency, longest, need, customers, initial)" \
    " VALUES (1, $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)"

const Sql insert_field_sqlite{"tickets.insert_field", INSERT_FIELD, Dialect::sqlite};
const Sql insert_field_postgres{
    "tickets.insert_field", INSERT_FIELD " RETURNING id", Dialect::postgres};

#undef INSERT_FIELD

const Sql update_field_sql{"tickets.update_field", R"sql(
    UPDATE ticket_field
       SET version = $2, name_pl = $3, name_en = $4, help_pl = $5, help_en = $6, choices = $7,
           unit = $8, least = $9, most = $10, longest = $11, need = $12, customers = $13,
           initial = $14, retired_at = $15
     WHERE id = $1
)sql"};

const Sql list_forms_sql{"tickets.list_forms", R"sql(
    SELECT category, version, fields FROM ticket_form ORDER BY category
)sql"};

const Sql save_form_sql{"tickets.save_form", R"sql(
    INSERT INTO ticket_form (category, version, fields) VALUES ($1, $2, $3)
    ON CONFLICT (category) DO UPDATE SET version = excluded.version, fields = excluded.fields
)sql"};

const Sql delete_form_sql{"tickets.delete_form", R"sql(
    DELETE FROM ticket_form WHERE category = $1
)sql"};

struct StoredChoices {
    std::vector<FieldChoice> items{};
};
void describe(Fields& fields, StoredChoices& choices) {
    fields("items", choices.items);
}

std::vector<FieldChoice> choices_in(const std::string& json) {
    auto read = from_json<StoredChoices>(json);
    INVARIANT(static_cast<bool>(read));
    return std::move(read->items);
}

TicketField read_field(const Row& row) {
    using Text = std::optional<std::string>;
    return {.id = row.get<FieldId>("id"),
            .version = row.get<std::int64_t>("version"),
            .key = row.get<std::string>("key"),
            .kind = row.get<FieldKind>("kind"),
            .name_pl = row.get<std::string>("name_pl"),
            .name_en = row.get<std::string>("name_en"),
            .help_pl = row.get<Text>("help_pl"),
            .help_en = row.get<Text>("help_en"),
            .choices = choices_in(row.get<std::string>("choices")),
            .decimals = row.get<int>("decimals"),
            .unit = row.get<Text>("unit"),
            .least = row.get<Text>("least"),
            .most = row.get<Text>("most"),
            .currency = row.get<std::optional<Currency>>("currency"),
            .longest = row.get<std::optional<std::int64_t>>("longest"),
            .need = row.get<FieldNeed>("need"),
            .customers = row.get<CustomerAccess>("customers"),
            .initial = row.get<Text>("initial"),
            .retired_at = row.get<std::optional<Time>>("retired_at")};
}

std::vector<FieldId> ids_in(std::string_view text) {
    std::vector<FieldId> ids;
    while (!text.empty()) {
        const auto end = std::min(text.find(' '), text.size());
        FieldId id{};
        const auto read = std::from_chars(text.data(), text.data() + end, id.value);
        INVARIANT(read.ec == std::errc{} && id);
        ids.push_back(id);
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return ids;
}

std::string text_of(const std::vector<FieldId>& ids) {
    std::string text;
    for (const FieldId id : ids) text += (text.empty() ? "" : " ") + std::to_string(id.value);
    return text;
}

// The general form is nobody's.
std::int64_t number_of(std::optional<CategoryId> category) {
    return category ? category->value : 0;
}

TicketForm read_form(const Row& row) {
    const auto category = row.get<std::int64_t>("category");
    return {.category = category == 0 ? std::nullopt : std::optional(CategoryId{category}),
            .version = row.get<std::int64_t>("version"),
            .fields = ids_in(row.get<std::string>("fields"))};
}

}  // namespace

std::vector<TicketField> list_fields(Tx& tx) {
    return tx.all(read_field, list_fields_sql);
}

std::optional<TicketField> find_field(Tx& tx, FieldId field) {
    return tx.find(read_field, find_field_sql, field);
}

FieldId insert_field(Tx& tx, const TicketField& field) {
    return tx.insert<FieldId>(
        tx.dialect() == Dialect::sqlite ? insert_field_sqlite : insert_field_postgres,
        field.key,
        field.kind,
        field.name_pl,
        field.name_en,
        field.help_pl,
        field.help_en,
        to_json(StoredChoices{.items = field.choices}),
        field.decimals,
        field.unit,
        field.least,
        field.most,
        field.currency,
        field.longest,
        field.need,
        field.customers,
        field.initial);
}

void update_field(Tx& tx, const TicketField& field) {
    tx.run(update_field_sql,
           field.id,
           field.version,
           field.name_pl,
           field.name_en,
           field.help_pl,
           field.help_en,
           to_json(StoredChoices{.items = field.choices}),
           field.unit,
           field.least,
           field.most,
           field.longest,
           field.need,
           field.customers,
           field.initial,
           field.retired_at);
}

std::vector<TicketForm> list_forms(Tx& tx) {
    return tx.all(read_form, list_forms_sql);
}

void save_form(Tx& tx, const TicketForm& form) {
    tx.run(save_form_sql, number_of(form.category), form.version, text_of(form.fields));
}

void delete_form(Tx& tx, std::optional<CategoryId> category) {
    tx.run(delete_form_sql, number_of(category));
}

}  // namespace ogniwo::tickets::store
