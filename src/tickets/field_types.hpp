#pragma once

// Fields of a company's own, and the forms that show them.
//
// A field has a kind for ever, as it has its decimals, its currency and its key: what stands in
// tickets keeps its meaning. It is retired instead of deleted; then nothing new is written into it.
// A form is a list of fields in their order. A category has one of its own or the one of the
// nearest category above that has; the general form is everybody else's, and that of tickets
// without a category.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/enum.hpp"
#include "base/money.hpp"
#include "base/result.hpp"
#include "base/time.hpp"
#include "tickets/field_value_types.hpp"
#include "tickets/types.hpp"

namespace ogniwo::tickets {

inline constexpr std::size_t fields_most = 1'000;  // The retired ones, too.
inline constexpr std::int64_t field_decimals_most = 6;

enum class FieldKind { text, number, money, date, choice, choices, person, checkbox, asset };
constexpr auto names(FieldKind) {
    return enum_names(
        "text", "number", "money", "date", "choice", "choices", "person", "checkbox", "asset");
}

// From when on it must be filled in, where the ticket's form shows it.
enum class FieldNeed { never, creation, resolution };
constexpr auto names(FieldNeed) {
    return enum_names("never", "creation", "resolution");
}

enum class CustomerAccess { hidden, sees, edits };
constexpr auto names(CustomerAccess) {
    return enum_names("hidden", "sees", "edits");
}

enum class ChoiceColour { plain, blue, green, yellow, red, accent };
constexpr auto names(ChoiceColour) {
    return enum_names("plain", "blue", "green", "yellow", "red", "accent");
}

struct FieldChoice {
    std::string key{};
    std::string name_pl{};
    std::string name_en{};
    ChoiceColour colour = ChoiceColour::plain;
    bool retired = false;
};
void describe(Fields& fields, FieldChoice& choice);

struct TicketField {
    FieldId id{};
    std::int64_t version = 1;
    std::string key{};  // In conditions: field.key
    FieldKind kind = FieldKind::text;
    std::string name_pl{};
    std::string name_en{};
    std::optional<std::string> help_pl{};
    std::optional<std::string> help_en{};
    std::vector<FieldChoice> choices{};
    int decimals = 0;                    // Numbers.
    std::optional<std::string> unit{};   // Numbers.
    std::optional<std::string> least{};  // Numbers and money.
    std::optional<std::string> most{};
    std::optional<Currency> currency{};     // Money.
    std::optional<std::int64_t> longest{};  // Texts, in characters.
    FieldNeed need = FieldNeed::never;
    CustomerAccess customers = CustomerAccess::hidden;
    std::optional<std::string> initial{};  // Written as in conditions; several keys with spaces.
    std::optional<Time> retired_at{};
};
void describe(Fields& fields, TicketField& field);

struct TicketFieldList {
    std::vector<TicketField> items{};  // In the order in which they were defined.
};
void describe(Fields& fields, TicketFieldList& list);

struct WishedChoice {
    std::optional<std::string> key{};  // Absent: a new one.
    std::string name_pl{};
    std::string name_en{};
    std::optional<ChoiceColour> colour{};
    std::optional<bool> retired{};
};
void describe(Fields& fields, WishedChoice& choice);

struct DefineField {
    FieldKind kind = FieldKind::text;
    std::optional<std::string> key{};  // Absent: made from the Polish name.
    std::string name_pl{};
    std::string name_en{};
    std::optional<std::string> help_pl{};
    std::optional<std::string> help_en{};
    std::optional<std::vector<WishedChoice>> choices{};
    std::optional<int> decimals{};
    std::optional<std::string> unit{};
    std::optional<std::string> least{};
    std::optional<std::string> most{};
    std::optional<Currency> currency{};
    std::optional<std::int64_t> longest{};
    std::optional<FieldNeed> need{};
    std::optional<CustomerAccess> customers{};
    std::optional<std::string> initial{};
};
void describe(Fields& fields, DefineField& wish);

struct EditField {
    FieldId field{};
    std::int64_t version = 0;
    std::optional<std::string> name_pl{};
    std::optional<std::string> name_en{};
    std::optional<std::optional<std::string>> help_pl{};
    std::optional<std::optional<std::string>> help_en{};
    std::optional<std::vector<WishedChoice>> choices{};  // All there are, in their order.
    std::optional<std::optional<std::string>> unit{};
    std::optional<std::optional<std::string>> least{};
    std::optional<std::optional<std::string>> most{};
    std::optional<std::optional<std::int64_t>> longest{};
    std::optional<FieldNeed> need{};
    std::optional<CustomerAccess> customers{};
    std::optional<std::optional<std::string>> initial{};
    std::optional<bool> retired{};
};
void describe(Fields& fields, EditField& wish);

struct TicketForm {
    std::optional<CategoryId> category{};  // Absent: the general one.
    std::int64_t version = 1;
    std::vector<FieldId> fields{};
};
void describe(Fields& fields, TicketForm& form);

struct TicketFormList {
    std::vector<TicketForm> items{};  // The general one first, if there is one.
};
void describe(Fields& fields, TicketFormList& list);

struct SaveForm {
    std::optional<CategoryId> category{};
    std::optional<std::vector<FieldId>> fields{};  // Absent: from now on the form from above.
    std::int64_t seen = 0;                         // Its version as it was read; 0: there was none.
};
void describe(Fields& fields, SaveForm& wish);

// Events. What is the same in all three: the state after it.

struct FieldShape {
    FieldKind kind = FieldKind::text;
    int decimals = 0;
    std::optional<Currency> currency{};
    std::optional<std::int64_t> longest{};
    FieldNeed need = FieldNeed::never;
    CustomerAccess customers = CustomerAccess::hidden;
    int choices = 0;
    bool retired = false;
};

struct FieldDefined {  // key, namePl, nameEn, helpPl, helpEn, unit, least, most, initial, choices
    static constexpr std::string_view name = "tickets.field_defined";
    static constexpr int schema = 1;

    FieldShape shape{};
};
void describe(Fields& fields, FieldDefined& event);

struct FieldEdited {  // as above
    static constexpr std::string_view name = "tickets.field_edited";
    static constexpr int schema = 1;

    FieldShape shape{};
};
void describe(Fields& fields, FieldEdited& event);

struct FieldRetired {  // as above; also when it is taken back
    static constexpr std::string_view name = "tickets.field_retired";
    static constexpr int schema = 1;

    FieldShape shape{};
};
void describe(Fields& fields, FieldRetired& event);

struct FormChanged {
    static constexpr std::string_view name = "tickets.form_changed";
    static constexpr int schema = 1;

    std::optional<CategoryId> category{};
    std::optional<std::vector<FieldId>> fields{};
};
void describe(Fields& fields, FormChanged& event);

inline constexpr Reason field_unknown{Refusal::invalid, "tickets.field_unknown"};
inline constexpr Reason field_retired{Refusal::invalid, "tickets.field_retired"};
inline constexpr Reason field_not_yours{Refusal::invalid, "tickets.field_not_yours"};
inline constexpr Reason field_required{Refusal::invalid, "tickets.field_required"};
inline constexpr Reason field_twice{Refusal::invalid, "tickets.field_twice"};
inline constexpr Reason field_other_kind{Refusal::invalid, "tickets.field_other_kind"};
inline constexpr Reason field_value_unreadable{Refusal::invalid, "tickets.field_value_unreadable"};
inline constexpr Reason field_choice_unknown{Refusal::invalid, "tickets.field_choice_unknown"};
inline constexpr Reason field_choice_retired{Refusal::invalid, "tickets.field_choice_retired"};
inline constexpr Reason field_choice_lost{Refusal::invalid, "tickets.field_choice_lost"};
inline constexpr Reason field_person_unknown{Refusal::invalid, "tickets.field_person_unknown"};
inline constexpr Reason field_asset_unknown{Refusal::invalid, "tickets.field_asset_unknown"};
inline constexpr Reason field_asset_retired{Refusal::invalid, "tickets.field_asset_retired"};
inline constexpr Reason field_key_unfit{Refusal::invalid, "tickets.field_key_unfit"};
inline constexpr Reason field_key_taken{Refusal::invalid, "tickets.field_key_taken"};
inline constexpr Reason field_name_taken{Refusal::invalid, "tickets.field_name_taken"};
inline constexpr Reason field_part_superfluous{Refusal::invalid, "tickets.field_part_superfluous"};
inline constexpr Reason field_bounds_crossed{Refusal::invalid, "tickets.field_bounds_crossed"};
inline constexpr Reason field_no_order{Refusal::invalid, "tickets.field_no_order"};
inline constexpr Reason fields_too_many{Refusal::conflict, "tickets.fields_too_many"};

}  // namespace ogniwo::tickets
