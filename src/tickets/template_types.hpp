#pragma once

// How a ticket of a kind begins: its name, the questions that its text answers, what it is, and the
// steps that it takes. Those for customers are the ready forms of the portal.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "people/types.hpp"
#include "tickets/types.hpp"

namespace ogniwo::tickets {

inline constexpr std::size_t templates_most = 200;
inline constexpr int template_text_most = 5'000;

struct TicketTemplate {
    TemplateId id{};
    std::int64_t version = 1;
    std::string name_pl{};
    std::string name_en{};
    std::string text_pl{};
    std::string text_en{};
    std::vector<std::string> checklist_pl{};  // Empty for customers' people.
    std::vector<std::string> checklist_en{};
    TicketType type = TicketType::request;
    std::optional<CategoryId> category{};
    Impact impact = Impact::low;
    Urgency urgency = Urgency::medium;
    bool for_customers = false;
    bool needs_approval = false;  // Of somebody at the customer who may approve.
    std::optional<Time> retired_at{};
};
void describe(Fields& fields, TicketTemplate& one);

struct TemplateList {
    std::vector<TicketTemplate> items{};  // In the order in which they were made.
};
void describe(Fields& fields, TemplateList& list);

struct MakeTemplate {
    std::string name_pl{};
    std::string name_en{};
    std::optional<std::string> text_pl{};
    std::optional<std::string> text_en{};
    std::optional<std::vector<std::string>> checklist_pl{};
    std::optional<std::vector<std::string>> checklist_en{};
    std::optional<TicketType> type{};
    std::optional<CategoryId> category{};
    std::optional<Impact> impact{};
    std::optional<Urgency> urgency{};
    std::optional<bool> for_customers{};
    std::optional<bool> needs_approval{};
};
void describe(Fields& fields, MakeTemplate& wish);

struct EditTemplate {
    TemplateId id{};
    std::int64_t version = 0;
    std::optional<std::string> name_pl{};
    std::optional<std::string> name_en{};
    std::optional<std::string> text_pl{};
    std::optional<std::string> text_en{};
    std::optional<std::vector<std::string>> checklist_pl{};
    std::optional<std::vector<std::string>> checklist_en{};
    std::optional<TicketType> type{};
    std::optional<std::optional<CategoryId>> category{};  // Null: none.
    std::optional<Impact> impact{};
    std::optional<Urgency> urgency{};
    std::optional<bool> for_customers{};
    std::optional<bool> needs_approval{};
    std::optional<bool> retired{};
};
void describe(Fields& fields, EditTemplate& wish);

// The state after it.
struct TemplateSaved {  // namePl, nameEn, textPl, textEn, checklistPl, checklistEn
    static constexpr std::string_view name = "tickets.template_saved";
    static constexpr int schema = 1;

    TicketType type = TicketType::request;
    std::optional<CategoryId> category{};
    Impact impact = Impact::low;
    Urgency urgency = Urgency::medium;
    bool for_customers = false;
    bool needs_approval = false;
    bool retired = false;
};
void describe(Fields& fields, TemplateSaved& event);

inline constexpr Reason templates_too_many{Refusal::conflict, "tickets.templates_too_many"};
inline constexpr Reason template_name_taken{Refusal::invalid, "tickets.template_name_taken"};
inline constexpr Reason template_unknown{Refusal::invalid, "tickets.template_unknown"};

}  // namespace ogniwo::tickets
