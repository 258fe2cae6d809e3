#include <algorithm>

#include "base/email.hpp"
#include "base/phone.hpp"
#include "people/access_service.hpp"
#include "people/access_store.hpp"
#include "people/cursor.hpp"
#include "people/customer_store.hpp"
#include "people/directory_service.hpp"
#include "people/merge_rules.hpp"
#include "people/merge_service.hpp"
#include "people/merge_store.hpp"
#include "people/person_rules.hpp"
#include "people/person_store.hpp"

namespace ogniwo::people {
namespace {

using store::StoredPerson;

// How much of a person somebody sees.
enum class Sight { nothing, name, card };

bool is_self(const View& view, const StoredPerson& person) {
    return view.actor.is(person.id);
}

bool is_ours(const View& view) {
    return view.actor.kind == Actor::Kind::person &&
           store::is_active_staff(view.tx, view.actor.person);
}

bool covers_any(const Scope& scope, const std::vector<CustomerId>& customers) {
    return std::any_of(customers.begin(), customers.end(), [&scope](CustomerId customer) {
        return scope.covers(customer);
    });
}

bool covers_all(const Scope& scope, const std::vector<CustomerId>& customers) {
    return std::all_of(customers.begin(), customers.end(), [&scope](CustomerId customer) {
        return scope.covers(customer);
    });
}

Sight sight_of(const View& view, const StoredPerson& person) {
    const Scope scope = view.actor.scope(see_persons);
    if (scope.everyone || is_self(view, person)) return Sight::card;
    if (person.card.is_staff) {
        if (view.actor.kind != Actor::Kind::person) return Sight::nothing;
        return is_ours(view) ? Sight::card : Sight::name;
    }
    return covers_any(scope, person.card.customers) ? Sight::card : Sight::nothing;
}

bool sees_notes(const View& view, const StoredPerson& person) {
    const Scope scope = view.actor.scope(see_pinned_notes);
    return scope.everyone || covers_any(scope, person.card.customers);
}

std::vector<CustomerRef> shown_customers(const View& view, const StoredPerson& person) {
    Scope scope = view.actor.scope(see_persons);
    if (is_self(view, person)) scope.everyone = true;
    return store::customers_of(view.tx, scope, {person.id})[person.id];
}

PersonRef ref_of(const View& view, PersonId id) {
    const auto stored = store::load_person(view.tx, id);
    INVARIANT(stored);
    return {.person = id,
            .given_name = stored->card.given_name,
            .family_name = stored->card.family_name,
            .job_title = stored->card.job_title};
}

void show_numbers(std::vector<PersonPhone>& phones) {
    for (PersonPhone& phone : phones) phone.shown = show_phone({phone.number, phone.extension});
}

std::vector<MergedPerson> merged_into(const View& view, PersonId person) {
    std::vector<MergedPerson> merged;
    for (const PersonId id : store::list_merged(view.tx, person)) {
        auto stored = store::load_person(view.tx, id);
        show_numbers(stored->card.phones);
        merged.push_back({.person = id,
                          .given_name = stored->card.given_name,
                          .family_name = stored->card.family_name,
                          .emails = std::move(stored->card.emails),
                          .phones = std::move(stored->card.phones),
                          .merged_at = stored->merged_at.value_or(Time{})});
    }
    return merged;
}

Person to_answer(const View& view, StoredPerson stored, Sight sight) {
    Person person{.person = stored.id,
                  .version = stored.version,
                  .given_name = stored.card.given_name,
                  .family_name = stored.card.family_name,
                  .is_staff = stored.card.is_staff,
                  .job_title = stored.card.job_title};
    if (sight == Sight::name) return person;
    show_numbers(stored.card.phones);
    person.emails = stored.card.emails;
    person.phones = stored.card.phones;
    person.customers = shown_customers(view, stored);
    person.language = stored.card.language;
    person.zone = stored.card.zone;
    person.form_of_address = stored.card.form_of_address;
    person.vocative = stored.card.vocative;
    person.proposed_vocative = propose_vocative(stored.card.given_name);
    if (sees_notes(view, stored)) person.notes = stored.card.notes;
    person.created_at = stored.created_at;
    person.disabled_at = stored.disabled_at;
    person.erased_at = stored.erased_at;
    if (stored.merged_into) person.merged_into = ref_of(view, *stored.merged_into);
    person.merged_at = stored.merged_at;
    person.merged = merged_into(view, stored.id);
    return person;
}

Result<Person> show(const View& view, PersonId id) {
    TRY(StoredPerson stored, store::load_person(view.tx, id));
    const Sight sight = sight_of(view, stored);
    if (sight == Sight::nothing) return missing;
    return to_answer(view, std::move(stored), sight);
}

Error field_error(std::string pointer, std::string_view reason) {
    return Error{.reason = invalid_fields,
                 .fields = {{.pointer = std::move(pointer), .reason = reason}}};
}

Outcome customers_exist(const View& view, const std::vector<CustomerId>& customers) {
    if (store::customer_names(view.tx, customers).size() != customers.size()) return missing;
    return Nothing{};
}

Outcome save_lists(Work& work, PersonId person, const PersonCard& card) {
    if (const auto taken = store::save_emails(work.tx, person, card.emails)) {
        const std::string pointer = "/emails/" + std::to_string(*taken);
        return Error{.reason = email_taken,
                     .fields = {{.pointer = pointer, .reason = email_taken.name}}};
    }
    store::save_person_phones(work.tx, person, card.phones);
    store::save_memberships(work.tx, person, card.customers);
    return Nothing{};
}

std::vector<EventText> texts_of(const PersonCard& card, const std::vector<PersonField>& fields) {
    std::vector<EventText> texts;
    for (const PersonField field : fields) {
        if (is_personal_text(field)) {
            texts.push_back({.field = enum_name(field), .text = text_of(card, field)});
        }
    }
    return texts;
}

// The journal knows one customer per event: theirs where they belong to just one.
About about(PersonId person, std::int64_t version, const PersonCard& card) {
    About about{.kind = "person", .id = person.value, .version = version};
    if (card.customers.size() == 1) about.customer = card.customers.front();
    return about;
}

// Somebody who may not act for every customer names those they act for, and makes no staff.
Outcome may_create(const View& view, const PersonCard& card) {
    const Scope scope = view.actor.scope(edit_persons);
    if (!covers_all(scope, card.customers)) return missing;
    if (!card.notes.empty() && !view.actor.may(see_pinned_notes)) return not_yours_to_edit;
    if (scope.everyone) return Nothing{};
    if (card.is_staff) return staff_needs_everywhere;
    if (card.customers.empty()) return field_error("/customers", no_customer.name);
    return Nothing{};
}

// Whoever belongs to customers of others, too, is changed by those who may act for all of them.
Outcome may_edit(const View& view, const StoredPerson& person, const EditPerson& wish) {
    if (sight_of(view, person) == Sight::nothing) return missing;
    if (wish.customers && !covers_all(view.actor.scope(see_customers), *wish.customers)) {
        return missing;
    }
    const Scope scope = view.actor.scope(edit_persons);
    const std::vector<CustomerId>& customers = person.card.customers;
    const bool may = scope.everyone ||
                     (!person.card.is_staff && !customers.empty() && covers_all(scope, customers));
    if (!may) {
        if (is_self(view, person) && is_own_business(wish)) return Nothing{};
        return not_yours_to_edit;
    }
    if (wish.is_staff.value_or(false) && !scope.everyone) return staff_needs_everywhere;
    if (wish.notes && !sees_notes(view, person)) return not_yours_to_edit;
    if (wish.customers && !covers_all(scope, *wish.customers)) return not_yours_to_edit;
    if (wish.customers && wish.customers->empty() && !scope.everyone) {
        return field_error("/customers", no_customer.name);
    }
    return Nothing{};
}

// Roles are for staff or for customers' people; whoever changes sides lays them down first.
Outcome may_change_sides(const View& view, PersonId person, const PersonCard& now) {
    for (const PersonGrant& grant : store::list_all_grants(view.tx, person)) {
        const bool for_staff = place_of(grant.role) != RolePlace::customer;
        if (for_staff != now.is_staff) return side_has_roles;
    }
    return Nothing{};
}

void leave_customers(Work& work, PersonId person, const PersonCard& before, const PersonCard& now) {
    for (const CustomerId customer : before.customers) {
        const bool stays =
            std::find(now.customers.begin(), now.customers.end(), customer) != now.customers.end();
        if (stays) continue;
        // Nor do they belong to any that is one with it.
        for (const CustomerId one : one_with(work.tx, customer)) revoke_grants(work, person, one);
    }
}

// Belonging to one of two customers that are one is kept as it was.
std::vector<CustomerId> belonging(Tx& tx,
                                  const std::vector<CustomerId>& before,
                                  const std::vector<CustomerId>& wanted) {
    std::vector<CustomerId> all = before;
    all.insert(all.end(), wanted.begin(), wanted.end());
    return rules::belonging_after(before, wanted, store::find_merged(tx, all));
}

Outcome save_changes(Work& work, const StoredPerson& stored, const EditPerson& wish) {
    PersonCard changed = with_changes(stored.card, wish);
    if (wish.customers) {
        changed.customers = belonging(work.tx, stored.card.customers, *wish.customers);
    }
    TRY(const PersonCard card, checked_person(std::move(changed)));
    TRY_DO(customers_exist(work, card.customers));
    if (card.is_staff != stored.card.is_staff) {
        TRY_DO(may_change_sides(work, stored.id, card));
    }
    const auto fields = changed_fields(stored.card, card);
    store::update_person(work.tx, stored.id, card);
    TRY_DO(save_lists(work, stored.id, card));
    leave_customers(work, stored.id, stored.card, card);
    work.record(PersonChanged{.person = stored.id,
                              .fields = fields,
                              .is_staff = card.is_staff,
                              .customers = card.customers},
                about(stored.id, stored.version, card),
                texts_of(card, fields));
    return Nothing{};
}

}  // namespace

Result<PersonList> list_persons(const View& view, const ListPersons& wish) {
    const Scope scope = view.actor.scope(see_persons);
    if (wish.customer && !scope.covers(*wish.customer)) return missing;
    TRY(PageStart after, place_in(wish.cursor));
    // Whoever asks for one of those that are one asks for all.
    auto customer = wish.customer;
    if (customer) customer = goes_on(view.tx, *customer);
    auto rows = store::list_persons(view.tx,
                                    scope,
                                    {.words = words_of(wish.q),
                                     .customer = customer,
                                     .staff = wish.staff,
                                     .disabled = wish.disabled,
                                     .with_staff = is_ours(view),
                                     .after = std::move(after),
                                     .limit = wish.limit + 1});
    PersonList list;
    const auto page = static_cast<std::size_t>(wish.limit);
    if (rows.size() > page) {
        const auto& last = rows[page - 1];
        list.next = cursor_after({last.sort_key, last.summary.person.value});
        rows.resize(page);
    }
    std::vector<PersonId> ids;
    for (const auto& row : rows) ids.push_back(row.summary.person);
    auto customers = store::customers_of(view.tx, scope, ids);
    for (auto& row : rows) {
        row.summary.customers = std::move(customers[row.summary.person]);
        list.items.push_back(std::move(row.summary));
    }
    return list;
}

Result<Person> show_person(const View& view, const ShowPerson& wish) {
    return show(view, wish.person);
}

std::optional<Person> find_person(const View& view, PersonId person) {
    Result<Person> found = show(view, person);
    if (!found) return std::nullopt;
    return *std::move(found);
}

Result<Person> create_person(Work& work, const CreatePerson& wish) {
    TRY_DO(may_create(work, wish));
    TRY(const PersonId id, add_person(work, wish));
    return show(work, id);
}

Result<PersonId> add_person(Work& work, const CreatePerson& wish) {
    PersonCard typed = wish;
    if (typed.zone.empty()) typed.zone = company_zone(work.tx);
    TRY(const PersonCard card, checked_person(std::move(typed)));
    TRY_DO(customers_exist(work, card.customers));
    const PersonId id = store::insert_person(work.tx, card, work.happened_at.value_or(work.now));
    TRY_DO(save_lists(work, id, card));
    work.record(PersonCreated{.person = id, .is_staff = card.is_staff, .customers = card.customers},
                about(id, 1, card),
                texts_of(card, changed_fields(PersonCard{}, card)));
    return id;
}

Result<Person> edit_person(Work& work, const EditPerson& wish) {
    TRY(StoredPerson stored, store::load_person(work.tx, wish.person));
    TRY_DO(may_edit(work, stored, wish));
    if (stored.erased_at) return person_erased;
    TRY_DO(goes_on_as_nobody(work.tx, wish.person));
    const auto version = store::touch_person(work.tx, wish.person, wish.version);
    if (!version) return stale;
    stored.version = *version;
    if (changes_identity(wish)) TRY_DO(may_manage(work, wish.person));
    TRY_DO(save_changes(work, stored, wish));
    return show(work, wish.person);
}

bool is_active_staff(Tx& tx, PersonId person) {
    return store::is_active_staff(tx, person);
}

bool was_staff(Tx& tx, PersonId person) {
    return store::was_staff(tx, person);
}

bool belongs_to(Tx& tx, PersonId person, CustomerId customer) {
    return store::belongs_to(tx, person, customer);
}

std::map<PersonId, std::string> person_names(Tx& tx, const std::vector<PersonId>& ids) {
    return store::person_names(tx, ids);
}

std::optional<PersonId> find_person_by_email(Tx& tx, std::string_view address) {
    const Result<std::string> stored = parse_email(address);
    if (!stored) return std::nullopt;
    return store::find_person_by_email(tx, email_key(*stored));
}

}  // namespace ogniwo::people
