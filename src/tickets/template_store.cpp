#include "tickets/template_store.hpp"

#include "base/text.hpp"

namespace ogniwo::tickets::store {
namespace {

#define TEMPLATE_COLUMNS                                                                 \
    "id, version, name_pl, name_en, text_pl, text_en, checklist_pl, checklist_en, type," \
    " category, impact, urgency, for_customers, needs_approval, retired_at"

const Sql list_templates_sql{"tickets.list_templates",
                             "SELECT " TEMPLATE_COLUMNS " FROM ticket_template ORDER BY id"};

const Sql find_template_sql{"tickets.find_template",
                            "SELECT " TEMPLATE_COLUMNS " FROM ticket_template WHERE id = $1"};

const Sql claim_template_sql{"tickets.claim_template",
                             "UPDATE ticket_template SET version = version + 1 WHERE id = $1"
                             " RETURNING " TEMPLATE_COLUMNS};

#undef TEMPLATE_COLUMNS

#define INSERT_TEMPLATE                                                                       \
    "INSERT INTO ticket_template (version, name_pl, name_en, text_pl, text_en, checklist_pl," \
    " checklist_en, type, category, impact, urgency, for_customers, needs_approval)"          \
    " VALUES (1, $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)"

const Sql insert_template_sqlite{"tickets.insert_template", INSERT_TEMPLATE, Dialect::sqlite};
const Sql insert_template_postgres{
    "tickets.insert_template", INSERT_TEMPLATE " RETURNING id", Dialect::postgres};

#undef INSERT_TEMPLATE

const Sql update_template_sql{"tickets.update_template", R"sql(
    UPDATE ticket_template
       SET name_pl = $2, name_en = $3, text_pl = $4, text_en = $5, checklist_pl = $6,
           checklist_en = $7, type = $8, category = $9, impact = $10, urgency = $11,
           for_customers = $12, needs_approval = $13, retired_at = $14
     WHERE id = $1
)sql"};

std::string lines_of(const std::vector<std::string>& steps) {
    std::string lines;
    for (const std::string& step : steps) lines += step + "\n";
    return lines;
}

TicketTemplate read_template(const Row& row) {
    return {.id = row.get<TemplateId>("id"),
            .version = row.get<std::int64_t>("version"),
            .name_pl = row.get<std::string>("name_pl"),
            .name_en = row.get<std::string>("name_en"),
            .text_pl = row.get<std::string>("text_pl"),
            .text_en = row.get<std::string>("text_en"),
            .checklist_pl = split_lines(row.get<std::string>("checklist_pl")),
            .checklist_en = split_lines(row.get<std::string>("checklist_en")),
            .type = row.get<TicketType>("type"),
            .category = row.get<std::optional<CategoryId>>("category"),
            .impact = row.get<Impact>("impact"),
            .urgency = row.get<Urgency>("urgency"),
            .for_customers = row.get<bool>("for_customers"),
            .needs_approval = row.get<bool>("needs_approval"),
            .retired_at = row.get<std::optional<Time>>("retired_at")};
}

}  // namespace

TemplateId insert_template(Tx& tx, const TicketTemplate& one) {
    return tx.insert<TemplateId>(
        tx.dialect() == Dialect::sqlite ? insert_template_sqlite : insert_template_postgres,
        one.name_pl,
        one.name_en,
        one.text_pl,
        one.text_en,
        lines_of(one.checklist_pl),
        lines_of(one.checklist_en),
        one.type,
        one.category,
        one.impact,
        one.urgency,
        one.for_customers,
        one.needs_approval);
}

std::vector<TicketTemplate> list_templates(Tx& tx) {
    return tx.all(read_template, list_templates_sql);
}

std::optional<TicketTemplate> find_template(Tx& tx, TemplateId one) {
    return tx.find(read_template, find_template_sql, one);
}

std::optional<TicketTemplate> claim_template(Tx& tx, TemplateId one) {
    return tx.find(read_template, claim_template_sql, one);
}

void update_template(Tx& tx, const TicketTemplate& one) {
    tx.run(update_template_sql,
           one.id,
           one.name_pl,
           one.name_en,
           one.text_pl,
           one.text_en,
           lines_of(one.checklist_pl),
           lines_of(one.checklist_en),
           one.type,
           one.category,
           one.impact,
           one.urgency,
           one.for_customers,
           one.needs_approval,
           one.retired_at);
}

}  // namespace ogniwo::tickets::store
