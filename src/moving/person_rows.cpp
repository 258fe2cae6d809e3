#include <algorithm>

#include "base/email.hpp"
#include "base/phone.hpp"
#include "base/text.hpp"
#include "moving/rows.hpp"
#include "people/lookup_service.hpp"
#include "people/service.hpp"
#include "storage/attempt.hpp"

namespace ogniwo::moving {
namespace {

// A wish made of one row, and where its parts come from.
class PersonWish {
public:
    explicit PersonWish(const Cells& cells) : cells_(cells) {
        const PersonName name = person_name(cells);
        const bool apart = cells.has("familyName") || cells.has("givenName");
        card.given_name = name.given;
        card.family_name = name.family;
        places = {{"/givenName", apart ? "givenName" : "name"},
                  {"/familyName", apart ? "familyName" : "name"},
                  {"/jobTitle", "jobTitle"},
                  {"/notes", "notes"},
                  {"/customers", "customer"}};
        card.job_title = cells.line("jobTitle");
        if (cells.has("notes")) card.notes = cells.text("notes");
        card.is_staff = read_yes_no(cells.line("staff")).value_or(false);
        if (fold(cells.line("language")).starts_with("en")) card.language = people::Language::en;
        for (const std::string_view field : {"email", "email2"}) put_email(field);
        put_phone("phone", people::PhoneKind::work);
        put_phone("mobile", people::PhoneKind::mobile);
    }

    people::CreatePerson card{};
    Places places{};

private:
    void put_email(std::string_view field) {
        const std::string email = cells_.line(field);
        if (email.empty() || std::ranges::find(card.emails, email) != card.emails.end()) return;
        places.emplace_back("/emails/" + std::to_string(card.emails.size()), field);
        card.emails.push_back(email);
    }
    void put_phone(std::string_view field, people::PhoneKind kind) {
        if (!cells_.has(field)) return;
        places.emplace_back("/phones/" + std::to_string(card.phones.size()), field);
        card.phones.push_back({.number = cells_.line(field), .kind = kind});
    }

    const Cells& cells_;
};

struct Here {
    PersonId person{};
    std::string_view field{};
};

std::optional<Here> find_here(Pass& pass, const Cells& cells) {
    for (const std::string_view field : {"email", "email2"}) {
        const auto found = people::find_person_by_email(pass.tx(), cells.line(field));
        if (found) return Here{*found, field};
    }
    const PersonName name = person_name(cells);
    const std::string folded = fold(trim(name.given + " " + name.family));
    for (const std::string_view field : {"phone", "mobile"}) {
        const auto phone = parse_phone(cells.line(field));
        if (!phone) continue;
        const auto sharing = people::persons_with_phone(pass.tx(), phone->e164);
        for (const auto& [person, called] : people::person_names(pass.tx(), sharing)) {
            if (fold(called) == folded) return Here{person, field};
        }
    }
    return std::nullopt;
}

// The customer that the row names, or else the one whose mail domain the address is of.
void put_customer(Pass& pass, store::ImportedRow& row, const Cells& cells, PersonWish& wish) {
    auto customer = customer_of(pass, row, cells);
    if (row.verdict == RowVerdict::wrong) return;
    const auto email = parse_email(cells.line("email"));
    if (!customer && email) {
        customer = people::find_customer_by_domain(pass.tx(), email_domain(*email));
    }
    if (customer) {
        wish.card.customers = {*customer};
    } else if (!wish.card.is_staff) {
        be_wrong(row, pass, people::no_customer, "customer");
    }
}

bool has_address(const std::vector<std::string>& emails, const std::string& address) {
    return std::ranges::any_of(emails, [&](const std::string& one) {
        const auto read = parse_email(one);
        return read && email_key(*read) == email_key(address);
    });
}

bool has_number(const std::vector<people::PersonPhone>& phones, const std::string& number) {
    return std::ranges::any_of(phones, [&](const people::PersonPhone& one) {
        const auto read = parse_phone(one.number);
        return read && read->e164 == number;
    });
}

// What the file leaves empty stays as it is. Of whoever came from elsewhere only what is empty here
// is filled.
people::EditPerson change_of(const people::Person& now, const PersonWish& wish, Change change) {
    const people::PersonCard& card = wish.card;
    people::EditPerson edit{.person = now.person, .version = now.version};
    const auto take = [change](const std::string& value,
                               const std::string& before,
                               std::optional<std::string>& into) {
        if (!value.empty() && (change == Change::replace || before.empty())) into = value;
    };
    take(card.given_name, now.given_name, edit.given_name);
    take(card.family_name, now.family_name, edit.family_name);
    take(card.job_title, now.job_title, edit.job_title);
    take(card.notes, now.notes.value_or(""), edit.notes);
    if (!card.emails.empty()) {
        auto emails = card.emails;
        for (const std::string& one : now.emails.value_or(std::vector<std::string>())) {
            if (!has_address(card.emails, one)) emails.push_back(one);
        }
        if (emails != now.emails) edit.emails = std::move(emails);
    }
    if (!card.phones.empty()) {
        edit.phones = card.phones;
        for (const auto& one : now.phones.value_or(std::vector<people::PersonPhone>())) {
            if (!has_number(card.phones, one.number)) edit.phones->push_back(one);
        }
    }
    // Nobody leaves a customer, or changes sides, because of a file.
    if (now.is_staff || card.customers.empty()) return edit;
    std::vector<CustomerId> customers;
    for (const auto& one : now.customers.value_or(std::vector<people::CustomerRef>())) {
        customers.push_back(one.customer);
    }
    if (std::ranges::find(customers, card.customers.front()) == customers.end()) {
        customers.push_back(card.customers.front());
        edit.customers = std::move(customers);
    }
    return edit;
}

std::string without_version(people::Person person) {
    person.version = 0;
    return to_json(person);
}

Result<RowVerdict> create(Pass& pass, store::ImportedRow& row, const PersonWish& wish) {
    TRY(const people::CreatePerson typed, as_typed(wish.card));
    TRY(const people::Person made, people::create_person(pass.work, typed));
    row.target = made.person.value;
    row.person = made.person;
    return RowVerdict::fresh;
}

Result<RowVerdict> change(Pass& pass,
                          const store::ImportedRow& row,
                          const PersonWish& wish,
                          Change how) {
    TRY(const people::Person before, people::show_person(pass.work, {.person = *row.person}));
    if (before.erased_at) return people::person_erased;
    TRY(const people::EditPerson typed, as_typed(change_of(before, wish, how)));
    Attempt attempt(pass.tx());
    TRY(const people::Person after, people::edit_person(pass.work, typed));
    if (without_version(before) == without_version(after)) return RowVerdict::unchanged;
    attempt.keep();
    return RowVerdict::changed;
}

}  // namespace

void bring_person(Pass& pass, store::ImportedRow& row) {
    const Cells cells(pass.columns, row.cells);
    if (is_doubled(pass, row)) return;
    PersonWish wish(cells);
    const auto known = find_known(pass, cells);
    const auto here = known ? std::optional(Here{{known->target}, {}}) : find_here(pass, cells);
    if (here) {
        row.target = here->person.value;
        row.person = here->person;
    }
    if (known && known->digest == cells.digest()) {
        row.verdict = RowVerdict::unchanged;
        return;
    }
    put_customer(pass, row, cells, wish);
    if (row.verdict == RowVerdict::wrong) return;
    if (here && !known && pass.mapping().duplicates == Duplicates::skip) {
        row.verdict = RowVerdict::duplicate;
        const auto names = people::person_names(pass.tx(), {here->person});
        const auto name = names.find(here->person);
        add_problem(row,
                    pass,
                    {.reason = std::string(person_known.name),
                     .about = name == names.end() ? "" : name->second},
                    here->field);
        return;
    }
    const Change how = known ? Change::replace : Change::complete;
    const Result<RowVerdict> done = here ? change(pass, row, wish, how) : create(pass, row, wish);
    if (!done) return be_wrong(row, pass, done.error(), wish.places);
    row.verdict = *done;
    remember(pass, cells, *row.target);
}

}  // namespace ogniwo::moving
