#include "tickets/template_api.hpp"

#include "base/describe.hpp"
#include "operations/operations.hpp"
#include "tickets/template_service.hpp"

namespace ogniwo::tickets {
namespace {

constexpr int name_most = 100;

}  // namespace

void describe(Fields& fields, TicketTemplate& one) {
    fields("id", one.id);
    fields("version", one.version);
    fields("namePl", one.name_pl);
    fields("nameEn", one.name_en);
    fields("textPl", one.text_pl).about("The questions, to be answered in the ticket's text.");
    fields("textEn", one.text_en);
    fields("checklistPl", one.checklist_pl).about("Its steps; for our own people.");
    fields("checklistEn", one.checklist_en);
    fields("type", one.type);
    fields("category", one.category);
    fields("impact", one.impact);
    fields("urgency", one.urgency);
    fields("forCustomers", one.for_customers).about("A ready form of the portal.");
    fields("needsApproval", one.needs_approval)
        .about("Of somebody at the customer who may approve.");
    fields("retiredAt", one.retired_at);
}

void describe(Fields& fields, TemplateList& list) {
    fields("items", list.items);
}

void describe(Fields& fields, MakeTemplate& wish) {
    fields("namePl", wish.name_pl).at_most(name_most);
    fields("nameEn", wish.name_en).at_most(name_most);
    fields("textPl", wish.text_pl).at_most(template_text_most).multiline();
    fields("textEn", wish.text_en).at_most(template_text_most).multiline();
    fields("checklistPl", wish.checklist_pl).at_most(static_cast<std::int64_t>(steps_most));
    fields("checklistEn", wish.checklist_en).at_most(static_cast<std::int64_t>(steps_most));
    fields("type", wish.type);
    fields("category", wish.category);
    fields("impact", wish.impact);
    fields("urgency", wish.urgency);
    fields("forCustomers", wish.for_customers);
    fields("needsApproval", wish.needs_approval);
}

void describe(Fields& fields, EditTemplate& wish) {
    fields("id", wish.id);
    fields("version", wish.version);
    fields("namePl", wish.name_pl).at_most(name_most);
    fields("nameEn", wish.name_en).at_most(name_most);
    fields("textPl", wish.text_pl).at_most(template_text_most).multiline();
    fields("textEn", wish.text_en).at_most(template_text_most).multiline();
    fields("checklistPl", wish.checklist_pl).at_most(static_cast<std::int64_t>(steps_most));
    fields("checklistEn", wish.checklist_en).at_most(static_cast<std::int64_t>(steps_most));
    fields("type", wish.type);
    fields("category", wish.category);
    fields("impact", wish.impact);
    fields("urgency", wish.urgency);
    fields("forCustomers", wish.for_customers);
    fields("needsApproval", wish.needs_approval);
    fields("retired", wish.retired).about("True: nothing new begins from it.");
}

void describe(Fields& fields, TemplateSaved& event) {
    fields("type", event.type);
    fields("category", event.category);
    fields("impact", event.impact);
    fields("urgency", event.urgency);
    fields("forCustomers", event.for_customers);
    fields("needsApproval", event.needs_approval);
    fields("retired", event.retired);
}

void mount_templates(Operations& operations) {
    operations
        .get<Nothing, TemplateList>(
            "tickets.list_templates", "/ticket-templates", create, list_templates, {})
        .about("What a ticket can begin from; the ready forms for customers' people.");
    operations
        .post<MakeTemplate, TicketTemplate>("tickets.make_template",
                                            "/ticket-templates",
                                            configure,
                                            make_template,
                                            {.name_pl = "Zmiana mebli", .name_en = "New furniture"})
        .creates()
        .about("Adds a template, or a ready form for customers.");
    operations
        .patch<EditTemplate, TicketTemplate>("tickets.edit_template",
                                             "/ticket-templates/{id}",
                                             configure,
                                             edit_template,
                                             {.id = {1}, .version = 1, .needs_approval = true})
        .about("Changes a template, retires it or takes it back.");
    operations
        .post<Nothing, TemplateList>(
            "tickets.start_templates", "/ticket-templates/starters", configure, start_templates, {})
        .about("Adds the ready forms that every company needs, as far as they are missing.");
}

}  // namespace ogniwo::tickets
