#include "tickets/field_rules.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include "base/check.hpp"
#include "base/text.hpp"

namespace ogniwo::tickets {
namespace {

constexpr std::size_t key_most = 40;
constexpr std::int64_t scaled_most = 1'000'000'000'000'000;  // JavaScript holds it exactly.
constexpr int money_decimals = 2;

Error wrong(std::string pointer, const Reason& reason, Params shown = {}) {
    return {.reason = invalid_fields,
            .fields = {{std::move(pointer), reason.name, std::move(shown)}}};
}

// Reasons that belong to the reading of JSON have names of their own there.
Error wrong_by_name(std::string pointer, std::string_view reason, Params shown) {
    return {.reason = invalid_fields, .fields = {{std::move(pointer), reason, std::move(shown)}}};
}

bool is_small_letter_or_digit(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

bool is_key(std::string_view key) {
    if (key.empty() || key.size() > key_most) return false;
    return std::ranges::all_of(key, [](char c) { return is_small_letter_or_digit(c) || c == '_'; });
}

bool is_counted(FieldKind kind) {
    return kind == FieldKind::number || kind == FieldKind::money;
}

bool has_choices(FieldKind kind) {
    return kind == FieldKind::choice || kind == FieldKind::choices;
}

// The member of a value that each kind wants, as a pointer step.
constexpr std::array members{
    "/text", "/number", "/amount", "/date", "/choice", "/choices", "/person", "/checked", "/asset"};

std::array<bool, members.size()> given(const FieldValue& value) {
    return {value.text.has_value(),
            value.number.has_value(),
            value.amount.has_value(),
            value.date.has_value(),
            value.choice.has_value(),
            value.choices.has_value(),
            value.person.has_value(),
            value.checked.has_value(),
            value.asset.has_value()};
}

Result<Kept> keep_text(const TicketField& field, std::string_view text, const std::string& at) {
    const std::string tidy = nfc(trim(text));
    if (tidy.empty()) return Kept{};
    if (!is_clean_line(tidy)) return wrong_by_name(at, "control_characters", {});
    const std::int64_t most = field.longest.value_or(field_text_most);
    if (static_cast<std::int64_t>(code_points(tidy)) > most) {
        return wrong_by_name(at, "too_long", {{"most", std::to_string(most)}});
    }
    return Kept{.words = {fold(tidy)}, .text = tidy};
}

Result<Kept> keep_number(const TicketField& field, std::string_view text, const std::string& at) {
    const int decimals = decimals_of(field);
    const auto number = parse_scaled(trim(text), decimals);
    if (!number) {
        return wrong(at, field_value_unreadable, {{"decimals", std::to_string(decimals)}});
    }
    const auto least = field.least ? parse_scaled(*field.least, decimals) : std::nullopt;
    const auto most = field.most ? parse_scaled(*field.most, decimals) : std::nullopt;
    if ((least && *number < *least) || (most && *number > *most)) {
        Params shown;
        if (least) shown.emplace_back("least", scaled_text(*least, decimals));
        if (most) shown.emplace_back("most", scaled_text(*most, decimals));
        return wrong_by_name(at, "out_of_range", std::move(shown));
    }
    return Kept{.number = *number};
}

Result<Kept> keep_choices(const TicketField& field,
                          const std::vector<std::string>& keys,
                          const std::string& at,
                          const Kept& now) {
    Kept kept;
    // In the order of the definition, each once: equal choices are then equal data.
    for (const FieldChoice& choice : field.choices) {
        if (std::ranges::find(keys, choice.key) == keys.end()) continue;
        const bool is_there = std::ranges::find(now.words, choice.key) != now.words.end();
        if (choice.retired && !is_there) return wrong(at, field_choice_retired);
        kept.words.push_back(choice.key);
    }
    for (const std::string& key : keys) {
        if (std::ranges::find(kept.words, key) == kept.words.end()) {
            return wrong(at, field_choice_unknown);
        }
    }
    return kept;
}

// --- What is wrong with a definition

class Check {
public:
    Check(std::span<const TicketField> all, const TicketField& wished)
        : all_(all), wished_(wished) {}

    std::vector<FieldError> errors() {
        check_names();
        check_parts();
        check_choices();
        check_bounds();
        if (errors_.empty()) check_initial();
        return std::move(errors_);
    }

private:
    void add(std::string pointer, const Reason& reason) {
        errors_.push_back({std::move(pointer), reason.name, {}});
    }

    // A retired one's names are free again, its key is not: conditions know it.
    void check_names() {
        if (!is_key(wished_.key)) add("/key", field_key_unfit);
        for (const TicketField& other : all_) {
            if (other.id == wished_.id) continue;
            if (other.key == wished_.key) add("/key", field_key_taken);
            if (wished_.retired_at || other.retired_at) continue;
            if (fold(other.name_pl) == fold(wished_.name_pl)) add("/namePl", field_name_taken);
            if (fold(other.name_en) == fold(wished_.name_en)) add("/nameEn", field_name_taken);
        }
    }

    // What another kind would need is not here.
    void check_parts() {
        const FieldKind kind = wished_.kind;
        const auto only = [&](bool is_here, bool fits, const char* pointer) {
            if (is_here && !fits) add(pointer, field_part_superfluous);
        };
        only(wished_.decimals != 0, kind == FieldKind::number, "/decimals");
        only(wished_.unit.has_value(), kind == FieldKind::number, "/unit");
        only(wished_.least.has_value(), is_counted(kind), "/least");
        only(wished_.most.has_value(), is_counted(kind), "/most");
        only(wished_.currency.has_value(), kind == FieldKind::money, "/currency");
        only(wished_.longest.has_value(), kind == FieldKind::text, "/longest");
        only(!wished_.choices.empty(), has_choices(kind), "/choices");
        if (has_choices(kind) && wished_.choices.empty()) {
            errors_.push_back({"/choices", "too_short", {{"least", "1"}}});
        }
        if (kind == FieldKind::money && !wished_.currency) {
            errors_.push_back({"/currency", "required", {}});
        }
    }

    void check_choices() {
        for (std::size_t i = 0; i < wished_.choices.size(); ++i) {
            const FieldChoice& choice = wished_.choices[i];
            const std::string at = "/choices/" + std::to_string(i);
            if (!is_key(choice.key)) add(at + "/key", field_key_unfit);
            for (std::size_t other = 0; other < i; ++other) {
                const FieldChoice& before = wished_.choices[other];
                if (before.key == choice.key) add(at + "/key", field_key_taken);
                if (before.retired || choice.retired) continue;
                if (fold(before.name_pl) == fold(choice.name_pl)) {
                    add(at + "/namePl", field_name_taken);
                }
            }
        }
    }

    void check_bounds() {
        const auto least = bound(wished_.least, "/least");
        const auto most = bound(wished_.most, "/most");
        if (least && most && *least > *most) add("/most", field_bounds_crossed);
    }
    std::optional<std::int64_t> bound(const std::optional<std::string>& text, const char* pointer) {
        if (!text || !is_counted(wished_.kind)) return std::nullopt;
        const auto number = parse_scaled(*text, decimals_of(wished_));
        if (!number) add(pointer, field_value_unreadable);
        return number;
    }

    // Whom or what a field names at first would be named in every new ticket.
    void check_initial() {
        if (!wished_.initial) return;
        const bool names_one =
            wished_.kind == FieldKind::person || wished_.kind == FieldKind::asset;
        if (names_one) return add("/initial", field_part_superfluous);
        const auto kept = keep_written(wished_, *wished_.initial, "/initial");
        if (!kept) errors_ = kept.error().fields;
    }

    std::span<const TicketField> all_;
    const TicketField& wished_;
    std::vector<FieldError> errors_;
};

std::string free_key(std::string key, const std::vector<FieldChoice>& taken) {
    if (key.empty()) key = "choice";
    const std::string stem = key.substr(0, key_most - 4);
    for (int number = 2; std::ranges::find(taken, key, &FieldChoice::key) != taken.end();
         ++number) {
        key = stem + "_" + std::to_string(number);
    }
    return key;
}

}  // namespace

std::optional<FieldState> state_of(const Kept& kept) {
    if (kept.is_empty()) return std::nullopt;
    if (kept.text) return FieldState{.text = true};
    if (kept.number) return FieldState{.number = kept.number};
    return FieldState{.words = kept.words};
}

int decimals_of(const TicketField& field) {
    return field.kind == FieldKind::money ? money_decimals : field.decimals;
}

std::optional<std::int64_t> parse_scaled(std::string_view text, int decimals) {
    const bool is_negative = text.starts_with('-');
    if (is_negative) text.remove_prefix(1);
    const auto point = std::min(text.find('.'), text.size());
    const std::string_view whole = text.substr(0, point);
    std::string digits(whole);
    if (point < text.size()) {
        const std::string_view rest = text.substr(point + 1);
        if (rest.empty() || rest.size() > static_cast<std::size_t>(decimals)) return std::nullopt;
        digits += rest;
        digits.append(static_cast<std::size_t>(decimals) - rest.size(), '0');
    } else {
        digits.append(static_cast<std::size_t>(decimals), '0');
    }
    const bool is_plain =
        !whole.empty() && std::ranges::all_of(digits, [](char c) { return c >= '0' && c <= '9'; });
    std::int64_t number = 0;
    const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    if (!is_plain || read.ec != std::errc{} || number > scaled_most) return std::nullopt;
    return is_negative ? -number : number;
}

std::string scaled_text(std::int64_t number, int decimals) {
    std::string digits = std::to_string(number < 0 ? -number : number);
    const auto least = static_cast<std::size_t>(decimals) + 1;
    if (digits.size() < least) digits.insert(0, least - digits.size(), '0');
    if (decimals > 0) digits.insert(digits.size() - static_cast<std::size_t>(decimals), ".");
    return number < 0 ? "-" + digits : digits;
}

std::string key_from(std::string_view name) {
    std::string key;
    for (const char c : fold(name)) {
        if (is_small_letter_or_digit(c)) {
            key += c;
        } else if (!key.empty() && key.back() != '_') {
            key += '_';
        }
    }
    key.resize(std::min(key.size(), key_most));
    while (key.ends_with('_')) key.pop_back();
    return key;
}

Outcome check_field(std::span<const TicketField> all, const TicketField& wished) {
    const auto live = std::ranges::count_if(
        all, [&](const TicketField& other) { return !other.retired_at && other.id != wished.id; });
    const bool is_new = wished.id == FieldId{};
    if (!wished.retired_at && live >= live_fields_most) return fields_too_many;
    if (is_new && all.size() >= fields_most) return fields_too_many;
    auto errors = Check(all, wished).errors();
    if (errors.empty()) return Nothing{};
    return Error{.reason = invalid_fields, .fields = std::move(errors)};
}

Result<std::vector<FieldChoice>> choices_after(std::span<const FieldChoice> before,
                                               std::span<const WishedChoice> wished) {
    std::vector<FieldChoice> after;
    // The keys that are named first: a new choice must not take one of them.
    std::vector<FieldChoice> taken(before.begin(), before.end());
    for (std::size_t i = 0; i < wished.size(); ++i) {
        const WishedChoice& wish = wished[i];
        FieldChoice choice{.name_pl = std::string(trim(wish.name_pl)),
                           .name_en = std::string(trim(wish.name_en)),
                           .colour = wish.colour.value_or(ChoiceColour::plain),
                           .retired = wish.retired.value_or(false)};
        const std::string at = "/choices/" + std::to_string(i);
        if (choice.name_pl.empty()) return wrong_by_name(at + "/namePl", "too_short", {});
        if (choice.name_en.empty()) return wrong_by_name(at + "/nameEn", "too_short", {});
        choice.key = wish.key ? *wish.key : free_key(key_from(choice.name_pl), taken);
        taken.push_back(choice);
        after.push_back(std::move(choice));
    }
    for (const FieldChoice& choice : before) {
        if (std::ranges::find(after, choice.key, &FieldChoice::key) == after.end()) {
            return wrong("/choices", field_choice_lost, {{"choice", choice.key}});
        }
    }
    return after;
}

Result<Kept> keep(const TicketField& field,
                  const FieldValue& value,
                  const std::string& pointer,
                  const Kept& now) {
    const auto wanted = static_cast<std::size_t>(field.kind);
    const auto there = given(value);
    for (std::size_t i = 0; i < there.size(); ++i) {
        if (there[i] && i != wanted) return wrong(pointer + members[i], field_other_kind);
    }
    if (!there[wanted]) return Kept{};
    const std::string at = pointer + members[wanted];
    switch (field.kind) {
        case FieldKind::text:
            return keep_text(field, *value.text, at);
        case FieldKind::number:
            return keep_number(field, *value.number, at);
        case FieldKind::money:
            return keep_number(field, *value.amount, at);
        case FieldKind::date:
            return Kept{.words = {to_text(*value.date)}};
        case FieldKind::choice:
            return keep_choices(field, {*value.choice}, at, now);
        case FieldKind::choices:
            return keep_choices(field, *value.choices, at, now);
        case FieldKind::person:
            return Kept{.number = value.person->value};
        case FieldKind::checkbox:
            return Kept{.number = *value.checked ? 1 : 0};
        case FieldKind::asset:
            return Kept{.number = value.asset->value};
    }
    return Kept{};
}

Result<Kept> keep_written(const TicketField& field,
                          std::string_view text,
                          const std::string& pointer) {
    const Error unreadable = wrong(pointer, field_value_unreadable);
    text = trim(text);
    switch (field.kind) {
        case FieldKind::text:
            return keep_text(field, text, pointer);
        case FieldKind::number:
        case FieldKind::money:
            return keep_number(field, text, pointer);
        case FieldKind::date: {
            const auto date = parse_date(text);
            if (!date) return unreadable;
            return Kept{.words = {to_text(*date)}};
        }
        case FieldKind::choice:
            return keep_choices(field, {std::string(text)}, pointer, {});
        case FieldKind::choices: {
            std::vector<std::string> keys;
            for (std::size_t at = 0; at < text.size();) {
                const auto end = std::min(text.find(' ', at), text.size());
                if (end > at) keys.emplace_back(text.substr(at, end - at));
                at = end + 1;
            }
            return keep_choices(field, keys, pointer, {});
        }
        case FieldKind::person:
        case FieldKind::asset: {
            const auto number = parse_scaled(text, 0);
            if (!number || *number < 1) return unreadable;
            return Kept{.number = *number};
        }
        case FieldKind::checkbox:
            if (text != "true" && text != "false") return unreadable;
            return Kept{.number = text == "true" ? 1 : 0};
    }
    return unreadable;
}

FieldValue shown(const TicketField& field, const Kept& kept) {
    FieldValue value{.field = field.id};
    if (field.kind == FieldKind::text) value.text = kept.text;
    if (kept.number) {
        const std::int64_t number = *kept.number;
        const int decimals = decimals_of(field);
        if (field.kind == FieldKind::number) value.number = scaled_text(number, decimals);
        if (field.kind == FieldKind::money) value.amount = scaled_text(number, decimals);
        if (field.kind == FieldKind::person) value.person = PersonId{number};
        if (field.kind == FieldKind::checkbox) value.checked = number != 0;
        if (field.kind == FieldKind::asset) value.asset = assets::AssetId{number};
    }
    if (kept.words.empty()) return value;
    if (field.kind == FieldKind::date) value.date = parse_date(kept.words.front());
    if (field.kind == FieldKind::choice) value.choice = kept.words.front();
    if (field.kind == FieldKind::choices) value.choices = kept.words;
    return value;
}

FieldValue shown(const TicketField& field, const FieldState& state) {
    return shown(
        field,
        Kept{.number = state.number, .words = state.words.value_or(std::vector<std::string>{})});
}

std::vector<FieldId> form_of(std::span<const Category> categories,
                             std::span<const TicketForm> forms,
                             std::optional<CategoryId> category) {
    // One step more than there can be levels: the last is the general form.
    for (int step = 0; step <= category_levels_most; ++step) {
        const auto form = std::ranges::find(forms, category, &TicketForm::category);
        if (form != forms.end()) return form->fields;
        if (!category) break;
        const auto here = std::ranges::find(categories, *category, &Category::id);
        category = here == categories.end() ? std::nullopt : here->parent;
    }
    return {};
}

Outcome check_form(std::span<const TicketField> all, std::span<const FieldId> fields) {
    std::vector<FieldError> errors;
    for (std::size_t i = 0; i < fields.size(); ++i) {
        const std::string at = "/fields/" + std::to_string(i);
        const TicketField* field = find_field(all, fields[i]);
        const auto before = fields.first(i);
        if (field == nullptr) {
            errors.push_back({at, field_unknown.name, {}});
        } else if (field->retired_at) {
            errors.push_back({at, field_retired.name, {}});
        } else if (std::ranges::find(before, fields[i]) != before.end()) {
            errors.push_back({at, field_twice.name, {}});
        }
    }
    if (errors.empty()) return Nothing{};
    return Error{.reason = invalid_fields, .fields = std::move(errors)};
}

bool is_needed(const TicketField& field, FieldNeed by) {
    if (field.retired_at || field.need == FieldNeed::never) return false;
    return by == FieldNeed::resolution || field.need == FieldNeed::creation;
}

const TicketField* find_field(std::span<const TicketField> all, FieldId field) {
    const auto found = std::ranges::find(all, field, &TicketField::id);
    return found == all.end() ? nullptr : &*found;
}

}  // namespace ogniwo::tickets
