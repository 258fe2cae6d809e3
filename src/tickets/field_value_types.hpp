#pragma once

// What stands in a field of a company's own on one ticket: as it is asked for and shown, and as the
// journal tells it. Which fields there are is in field_types.hpp.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "assets/types.hpp"
#include "base/enum.hpp"
#include "base/id.hpp"
#include "base/time.hpp"
#include "tickets/handover_types.hpp"

namespace ogniwo::tickets {

using FieldId = Id<struct FieldTag>;

inline constexpr std::int64_t field_text_most = 500;    // Code points; an index holds all of them.
inline constexpr std::int64_t field_choices_most = 50;  // Of one field.
inline constexpr std::int64_t field_columns_most = 10;  // Of one list.
inline constexpr std::int64_t live_fields_most = 200;

// The member that the field's kind wants, and no other; with none of them the field is empty.
struct FieldValue {
    FieldId field{};
    std::optional<std::string> text{};
    std::optional<std::string> number{};  // "12.5", with as many decimals as the field has.
    std::optional<std::string> amount{};  // "12.50", of the field's currency.
    std::optional<Date> date{};
    std::optional<std::string> choice{};  // Its key.
    std::optional<std::vector<std::string>> choices{};
    std::optional<PersonId> person{};
    std::optional<std::string> person_name{};  // Only shown.
    std::optional<bool> checked{};
    std::optional<assets::AssetId> asset{};
    std::optional<std::string> asset_name{};  // Only shown.
};
void describe(Fields& fields, FieldValue& value);

enum class FieldOrder { ascending, descending };
constexpr auto names(FieldOrder) {
    return enum_names("ascending", "descending");
}

// What a list of tickets is told about fields. With `field` it holds those tickets that have a
// value there, in the order of the values; values are written as in conditions.
struct FieldQuery {
    std::optional<FieldId> field{};
    std::optional<std::string> value{};
    std::optional<std::string> from{};
    std::optional<std::string> to{};
    std::optional<FieldOrder> order{};
    std::optional<std::vector<FieldId>> columns{};  // Whose values come along.
};

struct FieldsOfTicket {
    TicketId ticket{};
    std::vector<FieldValue> values{};
};
void describe(Fields& fields, FieldsOfTicket& values);

struct SetTicketFields {
    TicketId ticket{};
    std::vector<FieldValue> values{};  // The fields that change.
};
void describe(Fields& fields, SetTicketFields& wish);

struct ReadTicketFields {
    TicketId ticket{};
};
void describe(Fields& fields, ReadTicketFields& wish);

struct TicketFieldValues {
    std::vector<FieldId> form{};  // In their order.
    std::vector<FieldValue> values{};
};
void describe(Fields& fields, TicketFieldValues& values);

// A field's content in the journal: numbers and names alone. A written text lies beside the event,
// as the text "field.12".
struct FieldState {
    std::optional<std::int64_t> number{};
    std::optional<std::vector<std::string>> words{};
    std::optional<bool> text{};  // True: there is one.

    friend bool operator==(const FieldState&, const FieldState&) = default;
};
void describe(Fields& fields, FieldState& state);

struct FieldChange {
    FieldId field{};
    std::optional<FieldState> from{};  // Absent: it was empty.
    std::optional<FieldState> to{};
};
void describe(Fields& fields, FieldChange& change);

struct TicketFieldsChanged {  // field.N, of text fields
    static constexpr std::string_view name = "tickets.fields_changed";
    static constexpr int schema = 1;

    std::vector<FieldChange> changes{};
};
void describe(Fields& fields, TicketFieldsChanged& event);

// A line of a ticket's history.
struct HistoryField {
    FieldId field{};
    std::string name_pl{};
    std::string name_en{};
    std::optional<FieldValue> from{};
    std::optional<FieldValue> to{};
    FieldChange change{};  // As the journal has it; not shown.
};
void describe(Fields& fields, HistoryField& field);

}  // namespace ogniwo::tickets
