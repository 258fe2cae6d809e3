#pragma once

// What a field of a company's own may look like, what fits into it, and which fields a ticket's
// form shows. Pure.

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "tickets/category_types.hpp"
#include "tickets/field_types.hpp"

namespace ogniwo::tickets {

// The content of a field as it is kept: a number, or words; of an asset both, its name being the
// word that it is ordered by. Empty: the field is.
struct Kept {
    std::optional<std::int64_t> number{};
    std::vector<std::string> words{};
    std::optional<std::string> text{};  // As it was written; the word is it, folded.

    bool is_empty() const { return !number && words.empty(); }
    friend bool operator==(const Kept&, const Kept&) = default;
};

// As the journal tells it; nothing for an empty one.
std::optional<FieldState> state_of(const Kept& kept);

// Of a number or an amount of money.
int decimals_of(const TicketField& field);
// "12.5" with one decimal is 125. Nothing for what is no such number, or has more decimals.
std::optional<std::int64_t> parse_scaled(std::string_view text, int decimals);
std::string scaled_text(std::int64_t number, int decimals);

// "Numer kasy" -> "numer_kasy". May come out empty.
std::string key_from(std::string_view name);

// The definition as it is wished among all others; one without an id is new. All that is wrong with
// it, with pointers; before that: too many.
Outcome check_field(std::span<const TicketField> all, const TicketField& wished);

// The choices after the wish. A choice that was there must be there again.
Result<std::vector<FieldChoice>> choices_after(std::span<const FieldChoice> before,
                                               std::span<const WishedChoice> wished);

// `pointer`: where in the wish the value stands. A retired choice may only stay where it is: `now`.
// Order: another kind's member; not readable; outside of what the field allows.
Result<Kept> keep(const TicketField& field,
                  const FieldValue& value,
                  const std::string& pointer,
                  const Kept& now = {});
// The same from the way conditions write it: 12.5, 2025-06-12, a key, a person's number, true.
Result<Kept> keep_written(const TicketField& field,
                          std::string_view text,
                          const std::string& pointer);
FieldValue shown(const TicketField& field, const Kept& kept);
FieldValue shown(const TicketField& field, const FieldState& state);

// The form of a category: its own, else that of the nearest above, else the general one.
std::vector<FieldId> form_of(std::span<const Category> categories,
                             std::span<const TicketForm> forms,
                             std::optional<CategoryId> category);

// A form may hold live fields, each once; none twice.
Outcome check_form(std::span<const TicketField> all, std::span<const FieldId> fields);

// Whether a form that shows this field wants it filled in by then.
bool is_needed(const TicketField& field, FieldNeed by);

// One of the fields, if it is there.
const TicketField* find_field(std::span<const TicketField> all, FieldId field);

}  // namespace ogniwo::tickets
