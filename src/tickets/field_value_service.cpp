#include <algorithm>

#include "assets/service.hpp"
#include "base/json.hpp"
#include "base/text.hpp"
#include "people/service.hpp"
#include "tickets/access.hpp"
#include "tickets/category_store.hpp"
#include "tickets/events.hpp"
#include "tickets/field_service.hpp"
#include "tickets/field_store.hpp"
#include "tickets/field_value_store.hpp"
#include "tickets/names.hpp"
#include "tickets/verbs.hpp"

namespace ogniwo::tickets {
namespace {

constexpr std::string_view text_prefix = "field.";

std::string text_name(FieldId field) {
    return std::string(text_prefix) + std::to_string(field.value);
}

FieldError needed(FieldId field) {
    return {"/fields", field_required.name, {{"field", std::to_string(field.value)}}};
}

Outcome all_right(std::vector<FieldError> errors) {
    if (errors.empty()) return Nothing{};
    return Error{.reason = invalid_fields, .fields = std::move(errors)};
}

std::vector<FieldId> form_of(Tx& tx, const Ticket& ticket) {
    const auto forms = store::list_forms(tx);
    if (forms.empty()) return {};
    const auto categories = ticket.category ? store::list_categories(tx) : std::vector<Category>{};
    return form_of(categories, forms, ticket.category);
}

std::optional<Kept> find_kept(const std::vector<std::pair<FieldId, Kept>>& values, FieldId field) {
    const auto found = std::ranges::find(values, field, &std::pair<FieldId, Kept>::first);
    return found == values.end() ? std::nullopt : std::optional(found->second);
}

enum class Wanted { stays, may_go };  // What the form wants, once it is there.

// A wish for values of one ticket, checked one by one; every mistake is told.
class Planning {
public:
    Planning(const View& view, const Ticket& ticket, Wanted wanted = Wanted::stays)
        : view_(view),
          ticket_(ticket),
          wanted_(wanted),
          side_(side_of(view.actor, ticket.customer)),
          fields_(store::list_fields(view.tx)) {}

    // What stands there now, and which fields the form shows.
    void begin_with(std::vector<store::TicketValue> now) { now_ = std::move(now); }
    void show(std::vector<FieldId> form) { form_ = std::move(form); }

    void wish(const std::vector<FieldValue>& values, std::string_view list) {
        for (std::size_t i = 0; i < values.size(); ++i) {
            const std::string at = std::string(list) + "/" + std::to_string(i);
            if (auto outcome = wish_one(values[i], at); !outcome) add(outcome.error());
        }
    }

    // What a new ticket's other fields begin with. A choice that was retired since is left out.
    void begin_fields() {
        for (const FieldId id : form_) {
            const TicketField* field = find_field(fields_, id);
            if (field == nullptr || field->retired_at || !field->initial) continue;
            if (std::ranges::find(wished_, id) != wished_.end()) continue;
            auto kept = keep_written(*field, *field->initial, "");
            if (kept && !kept->is_empty()) take(id, std::move(*kept), std::nullopt);
        }
    }

    // What the form wants by then. Of a customer's people nothing is wanted that they cannot give.
    void want(FieldNeed by) {
        for (const FieldId id : form_) {
            const TicketField* field = find_field(fields_, id);
            if (field == nullptr || !is_needed(*field, by)) continue;
            if (side_ == By::customer && field->customers != CustomerAccess::edits) continue;
            const auto planned = find_kept(planned_.values, id);
            const bool is_there = planned ? !planned->is_empty() : now_of(id) != nullptr;
            if (!is_there) errors_.push_back(needed(id));
        }
    }

    Result<PlannedFields> take() {
        TRY_DO(all_right(std::move(errors_)));
        return std::move(planned_);
    }

private:
    const store::TicketValue* now_of(FieldId field) const {
        const auto found = std::ranges::find(now_, field, &store::TicketValue::field);
        return found == now_.end() ? nullptr : &*found;
    }

    void add(const Error& error) {
        errors_.insert(errors_.end(), error.fields.begin(), error.fields.end());
    }

    static Error wrong(const std::string& at, const Reason& reason) {
        return {.reason = invalid_fields, .fields = {{at, reason.name, {}}}};
    }

    Outcome wish_one(const FieldValue& value, const std::string& at) {
        const TicketField* field = find_field(fields_, value.field);
        const bool is_known =
            field != nullptr && may_see_field(view_.actor, *field, ticket_.customer);
        if (!is_known) return wrong(at + "/field", field_unknown);
        if (side_ == By::customer && field->customers != CustomerAccess::edits) {
            return wrong(at + "/field", field_not_yours);
        }
        if (std::ranges::find(wished_, field->id) != wished_.end()) {
            return wrong(at + "/field", field_twice);
        }
        wished_.push_back(field->id);
        const store::TicketValue* now = now_of(field->id);
        TRY(Kept kept, keep(*field, value, at, now == nullptr ? Kept{} : now->kept));
        if (kept.is_empty()) {
            TRY_DO(may_clear(*field, at));
        } else if (field->retired_at) {
            return wrong(at + "/field", field_retired);
        }
        if (field->kind == FieldKind::person && kept.number) {
            if (!is_around(PersonId{*kept.number}))
                return wrong(at + "/person", field_person_unknown);
        }
        if (field->kind == FieldKind::asset && kept.number) {
            if (now != nullptr && now->kept.number == kept.number) return Nothing{};
            TRY_DO(choose_asset(kept, at + "/asset"));
        }
        take(field->id, std::move(kept), now == nullptr ? std::nullopt : told(*now));
        return Nothing{};
    }

    // What was wanted once stays wanted, as long as the form shows it.
    Outcome may_clear(const TicketField& field, const std::string& at) const {
        if (wanted_ == Wanted::may_go) return Nothing{};
        const bool is_shown = std::ranges::find(form_, field.id) != form_.end();
        const FieldNeed by = is_open(ticket_.status) ? FieldNeed::creation : FieldNeed::resolution;
        if (is_shown && now_of(field.id) != nullptr && is_needed(field, by)) {
            return wrong(at, field_required);
        }
        return Nothing{};
    }

    // Our staff, and the customer's own people.
    bool is_around(PersonId person) const {
        return people::is_active_staff(view_.tx, person) ||
               people::belongs_to(view_.tx, person, ticket_.customer);
    }

    // One that the actor sees, of the customer or of one that is one with them.
    Outcome choose_asset(Kept& kept, const std::string& at) const {
        assets::hold_name(view_.tx, {*kept.number});
        const auto asset = assets::find_asset(view_, {*kept.number});
        if (!asset || asset->customer != people::goes_on(view_.tx, ticket_.customer)) {
            return wrong(at, field_asset_unknown);
        }
        if (asset->retired_at) return wrong(at, field_asset_retired);
        kept.words = {fold(asset->name)};
        return Nothing{};
    }

    static std::optional<FieldState> told(const store::TicketValue& value) {
        if (value.is_erased) return FieldState{.text = true};
        return state_of(value.kept);
    }

    void take(FieldId field, Kept kept, std::optional<FieldState> from) {
        const store::TicketValue* now = now_of(field);
        const bool is_same =
            now == nullptr ? kept.is_empty() : !now->is_erased && now->kept == kept;
        if (is_same) return;
        planned_.changes.push_back({.field = field, .from = std::move(from), .to = state_of(kept)});
        if (kept.text) planned_.texts.emplace_back(text_name(field), *kept.text);
        planned_.values.emplace_back(field, std::move(kept));
    }

    const View& view_;
    const Ticket& ticket_;
    const Wanted wanted_;
    const By side_;
    const std::vector<TicketField> fields_;
    std::vector<store::TicketValue> now_;
    std::vector<FieldId> form_;
    std::vector<FieldId> wished_;
    PlannedFields planned_;
    std::vector<FieldError> errors_;
};

Result<TicketFieldValues> set_fields(Work& work, const SetTicketFields& wish, Wanted wanted) {
    TRY(Ticket ticket, load_visible(work, wish.ticket));
    if (!work.actor.may(reply, ticket.customer)) return forbidden;
    TRY_DO(may_change(ticket.status));
    Planning planning(work, ticket, wanted);
    planning.show(form_of(work.tx, ticket));
    planning.begin_with(store::list_values(work.tx, ticket.id));
    planning.wish(wish.values, "/values");
    TRY(const PlannedFields planned, planning.take());
    if (planned.changes.empty()) return read_ticket_fields(work, {.ticket = ticket.id});

    TRY(ticket, claim(work, wish.ticket, reply));
    write_fields(work, ticket, planned);
    save(work, ticket);
    std::vector<EventText> texts;
    planned.add_texts(texts);
    work.record(TicketFieldsChanged{.changes = planned.changes}, about(ticket), std::move(texts));
    return read_ticket_fields(work, {.ticket = ticket.id});
}

}  // namespace

void add_value_names(const View& view, const std::vector<ValueOf>& values) {
    NamesOf<PersonId> persons;
    NamesOf<assets::AssetId, assets::NamedAsset> assets;
    std::vector<CustomerId> customers;
    for (const auto& [customer, value] : values) {
        persons.want(value->person);
        assets.want(value->asset);
        if (value->asset) customers.push_back(customer);
    }
    ShownAs shown = load_person_names(view.tx, persons);
    assets.load([&](const auto& ids) {
        auto named = assets::named_assets(view.tx, ids);
        for (const auto& [id, asset] : named) customers.push_back(asset.customer);
        return named;
    });
    shown.customers = people::merged_among(view.tx, customers);
    const auto may_know = [&](CustomerId customer, CustomerId owner) {
        if (view.actor.may(assets::see, owner)) return true;
        shown.show(customer);
        shown.show(owner);
        return customer == owner;
    };
    for (const auto& [customer, value] : values) {
        value->person_name = persons.find(value->person);
        shown.show(value->person);
        const auto asset = assets.find(value->asset);
        if (asset && may_know(customer, asset->customer)) {
            value->asset_name = asset->name;
        } else {
            value->asset.reset();
        }
    }
}

void leave_out_hidden(const std::vector<TicketField>& fields, std::vector<FieldValue>& values) {
    std::erase_if(values, [&](const FieldValue& value) {
        return find_field(fields, value.field)->kind == FieldKind::asset && !value.asset;
    });
}

namespace {

// The values of one ticket: named, and without those that this reader may not know of.
void name_values(const View& view,
                 CustomerId customer,
                 const std::vector<TicketField>& fields,
                 std::vector<FieldValue>& values) {
    std::vector<ValueOf> all;
    for (FieldValue& value : values) all.push_back({customer, &value});
    add_value_names(view, all);
    leave_out_hidden(fields, values);
}

}  // namespace

void rename_asset(Work& work, assets::AssetId asset, const std::string& name) {
    store::rename_asset(work.tx, asset, fold(name));
}

void PlannedFields::add_texts(std::vector<EventText>& to) const {
    for (const auto& [name, text] : texts) to.push_back({name, text});
}

Result<PlannedFields> plan_new_fields(const View& view,
                                      const Ticket& ticket,
                                      const std::optional<std::vector<FieldValue>>& wished) {
    auto form = form_of(view.tx, ticket);
    // Whoever has defined nothing pays for nothing.
    if (form.empty() && !wished) return PlannedFields{};
    Planning planning(view, ticket);
    planning.show(std::move(form));
    if (wished) planning.wish(*wished, "/fields");
    planning.begin_fields();
    // What comes by a calendar has nobody who could be asked now; its resolution asks.
    if (view.actor.person) planning.want(FieldNeed::creation);
    return planning.take();
}

void write_fields(Work& work, const Ticket& ticket, const PlannedFields& planned) {
    for (const auto& value : planned.values) {
        store::save_value(work.tx, ticket, value, me(work));
    }
}

Outcome has_needed_fields(const View& view, const Ticket& ticket) {
    const auto form = form_of(view.tx, ticket);
    if (form.empty()) return Nothing{};
    const auto fields = store::list_fields(view.tx);
    const auto values = store::list_values(view.tx, ticket.id);
    std::vector<FieldError> errors;
    for (const FieldId id : form) {
        const TicketField* field = find_field(fields, id);
        if (field == nullptr || !is_needed(*field, FieldNeed::resolution)) continue;
        if (std::ranges::find(values, id, &store::TicketValue::field) == values.end()) {
            errors.push_back(needed(id));
        }
    }
    return all_right(std::move(errors));
}

Result<TicketFieldValues> read_ticket_fields(const View& view, const ReadTicketFields& wish) {
    TRY(const Ticket ticket, load_visible(view, wish.ticket));
    const auto fields = store::list_fields(view.tx);
    const auto is_shown = [&](FieldId id) {
        const TicketField* field = find_field(fields, id);
        return field != nullptr && may_see_field(view.actor, *field, ticket.customer);
    };
    TicketFieldValues values{.form = form_of(view.tx, ticket)};
    std::erase_if(values.form,
                  [&](FieldId id) { return !is_shown(id) || find_field(fields, id)->retired_at; });
    for (const store::TicketValue& value : store::list_values(view.tx, ticket.id)) {
        if (!is_shown(value.field)) continue;
        values.values.push_back(shown(*find_field(fields, value.field), value.kept));
    }
    name_values(view, ticket.customer, fields, values.values);
    return values;
}

Result<TicketFieldValues> set_ticket_fields(Work& work, const SetTicketFields& wish) {
    return set_fields(work, wish, Wanted::stays);
}

Result<TicketFieldValues> put_ticket_fields_back(Work& work, const SetTicketFields& wish) {
    return set_fields(work, wish, Wanted::may_go);
}

bool FieldHistory::show(HistoryEntry& entry) {
    if (!entry.fields) return true;
    if (!fields_) fields_ = store::list_fields(view_.tx);
    std::erase_if(*entry.fields, [&](const HistoryField& line) {
        const TicketField* field = find_field(*fields_, line.field);
        return field == nullptr || !may_see_field(view_.actor, *field, customer_);
    });
    for (HistoryField& line : *entry.fields) {
        const TicketField& field = *find_field(*fields_, line.field);
        line.name_pl = field.name_pl;
        line.name_en = field.name_en;
        // What was written there before is its own entry's to tell.
        if (line.change.from && field.kind != FieldKind::text) {
            line.from = shown(field, *line.change.from);
        }
        if (line.change.to) line.to = shown(field, *line.change.to);
    }
    if (!entry.fields->empty()) return true;
    entry.fields.reset();
    return entry.name != TicketFieldsChanged::name;
}

void FieldHistory::complete(std::vector<HistoryEntry>& entries) const {
    std::vector<ValueOf> values;
    for (HistoryEntry& entry : entries) {
        if (!entry.fields) continue;
        for (HistoryField& line : *entry.fields) {
            for (const HistoryText& text : entry.texts) {
                if (line.to && text.field == text_name(line.field)) line.to->text = text.text;
            }
            for (auto* value : {&line.from, &line.to}) {
                if (*value) values.push_back({customer_, &**value});
            }
        }
        std::erase_if(entry.texts,
                      [](const HistoryText& text) { return text.field.starts_with(text_prefix); });
    }
    add_value_names(view_, values);
}

void ToldFields::happen(const TicketEvent& event) {
    if (const auto* created = std::get_if<TicketCreated>(&event)) {
        if (created->fields) take(*created->fields);
    } else if (const auto* changed = std::get_if<TicketFieldsChanged>(&event)) {
        take(changed->changes);
    }
}

void ToldFields::say(const journal::SubjectText& text) {
    if (text.field.starts_with(text_prefix)) texts_[text.field] = text.text;
}

std::optional<std::string> ToldFields::text_of(FieldId field) const {
    const auto text = texts_.find(text_name(field));
    return text == texts_.end() ? std::nullopt : text->second;
}

void ToldFields::take(const std::vector<FieldChange>& changes) {
    for (const FieldChange& change : changes) {
        if (change.to) {
            states_[change.field] = *change.to;
        } else {
            states_.erase(change.field);
        }
    }
}

std::vector<FieldValue> shown_to(const View& view, CustomerId customer, const ToldFields& told) {
    std::vector<FieldValue> values;
    if (told.states().empty()) return values;
    const auto fields = store::list_fields(view.tx);
    for (const auto& [id, state] : told.states()) {
        const TicketField* field = find_field(fields, id);
        if (field == nullptr || !may_see_field(view.actor, *field, customer)) continue;
        values.push_back(shown(*field, state));
        if (state.text) values.back().text = told.text_of(id);
    }
    name_values(view, customer, fields, values);
    return values;
}

void compare_fields(Tx& tx,
                    const Ticket& ticket,
                    const std::vector<Event>& events,
                    std::vector<Difference>& found) {
    ToldFields all;
    for (const Event& event : events) {
        if (const auto what = read_event(event)) all.happen(*what);
    }
    auto told = all.states();
    const auto add = [&](FieldId field, std::string stored, std::string replayed) {
        found.push_back({.ticket = ticket.id,
                         .field = text_name(field),
                         .stored = std::move(stored),
                         .replayed = std::move(replayed)});
    };
    for (const store::TicketValue& value : store::list_values(tx, ticket.id)) {
        const FieldState stored = value.is_erased ? FieldState{.text = true}
                                                  : state_of(value.kept).value_or(FieldState{});
        const auto one = told.find(value.field);
        if (one == told.end()) {
            add(value.field, to_json(stored), "");
        } else {
            if (one->second != stored) add(value.field, to_json(stored), to_json(one->second));
            told.erase(one);
        }
        if (value.is_open != stands_open(ticket) || value.customer != ticket.customer) {
            add(value.field, "of another ticket", "");
        }
        // Of an asset: what it is ordered by.
        if (value.kept.number && !value.kept.words.empty()) {
            const assets::AssetId asset{*value.kept.number};
            const std::string name = fold(assets::named_assets(tx, {asset})[asset].name);
            if (value.kept.words.front() != name) add(value.field, value.kept.words.front(), name);
        }
    }
    for (const auto& [field, state] : told) add(field, "", to_json(state));
}

OwnFieldTexts field_texts_of_person(const View& view, PersonId person) {
    OwnFieldTexts texts;
    for (store::WrittenField& one : store::list_texts_of(view.tx, person)) {
        texts.items.push_back(
            {.ticket = one.ticket, .field = one.field, .text = std::move(one.text)});
    }
    return texts;
}

// What others wrote into fields of tickets that they asked for goes as those tickets' subjects do.
void erase_fields_of(Work& work, PersonId person) {
    forget_asked(work, person, text_prefix);
    store::erase_texts_in_fields(work.tx, person);
}

}  // namespace ogniwo::tickets
