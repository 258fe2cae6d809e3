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

bool has_address(const std::vector<std::string>& emails, const std::string& address) {
    const auto wanted = parse_email(address);
    return std::ranges::any_of(emails, [&](const std::string& one) {
        const auto read = parse_email(one);
        return read && wanted && email_key(*read) == email_key(*wanted);
    });
}

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
        put_lists({}, {});
    }

    // Behind what is here: the first one is the main one.
    void put_lists(std::vector<std::string> emails, std::vector<people::PersonPhone> phones) {
        card.emails = std::move(emails);
        card.phones = std::move(phones);
        for (const std::string_view field : {"email", "email2"}) put_email(field);
        put_phone("phone", people::PhoneKind::work);
        put_phone("mobile", people::PhoneKind::mobile);
    }

    people::CreatePerson card{};
    Places places{};

private:
    void put_email(std::string_view field) {
        const std::string email = cells_.line(field);
        if (email.empty() || has_address(card.emails, email)) return;
        places.emplace_back("/emails/" + std::to_string(card.emails.size()), field);
        card.emails.push_back(email);
    }
    void put_phone(std::string_view field, people::PhoneKind kind) {
        people::PersonPhone phone{.number = cells_.line(field), .kind = kind};
        if (phone.number.empty() || has_phone(card.phones, phone)) return;
        places.emplace_back("/phones/" + std::to_string(card.phones.size()), field);
        card.phones.push_back(std::move(phone));
    }

    const Cells& cells_;
};

std::optional<Here> find_here(Pass& pass, const Cells& cells) {
    for (const std::string_view field : {"email", "email2"}) {
        const auto found = people::find_person_by_email(pass.tx(), cells.line(field));
        if (found) return Here{found->value, field};
    }
    const PersonName name = person_name(cells);
    for (const std::string_view field : {"phone", "mobile"}) {
        const auto phone = parse_phone(cells.line(field));
        if (!phone) continue;
        const auto found =
            people::find_person_by_phone(pass.tx(), phone->e164, name.given + " " + name.family);
        if (found) return Here{found->value, field};
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

// Whoever was merged into somebody keeps their addresses.
std::vector<std::string> without_those_of_merged(std::vector<std::string> emails,
                                                 const people::Person& now) {
    for (const auto& merged : now.merged.value_or(std::vector<people::MergedPerson>())) {
        std::erase_if(emails,
                      [&](const std::string& email) { return has_address(merged.emails, email); });
    }
    return emails;
}

people::EditPerson change_of(const people::Person& now, const PersonWish& wish, Change change) {
    const people::PersonCard& card = wish.card;
    const auto emails_now = now.emails.value_or(std::vector<std::string>());
    const auto phones_now = now.phones.value_or(std::vector<people::PersonPhone>());
    people::EditPerson edit{.person = now.person, .version = now.version};
    take(change, card.given_name, now.given_name, edit.given_name);
    take(change, card.family_name, now.family_name, edit.family_name);
    take(change, card.job_title, now.job_title, edit.job_title);
    take(change, card.notes, now.notes.value_or(""), edit.notes);
    if (auto emails = without_those_of_merged(card.emails, now); !emails.empty()) {
        for (const std::string& one : emails_now) {
            if (!has_address(card.emails, one)) emails.push_back(one);
        }
        if (emails != emails_now) edit.emails = std::move(emails);
    }
    if (!card.phones.empty()) edit.phones = with_others(card.phones, phones_now);
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

Result<RowVerdict> create(Pass& pass, store::ImportedRow& row, const PersonWish& wish) {
    TRY(const people::CreatePerson typed, as_typed(wish.card));
    TRY(const people::Person made, people::create_person(pass.work, typed));
    row.target = made.person.value;
    row.person = made.person;
    return RowVerdict::fresh;
}

Result<RowVerdict> change(Pass& pass, const store::ImportedRow& row, PersonWish& wish, Change how) {
    TRY(const people::Person before, people::show_person(pass.work, {.person = *row.person}));
    if (before.erased_at) return people::person_erased;
    if (how == Change::complete) {
        wish.put_lists(before.emails.value_or(std::vector<std::string>()),
                       before.phones.value_or(std::vector<people::PersonPhone>()));
    }
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
    // Whether somebody is one of us is not guessed.
    if (!read_yes_no(cells.line("staff"))) return be_wrong(row, pass, not_yes_or_no, "staff");
    PersonWish wish(cells);
    const auto known = find_known(pass, cells);
    const auto here = known ? std::optional(Here{known->goes_on}) : find_here(pass, cells);
    if (here) {
        row.target = here->target;
        row.person = PersonId{here->target};
    }
    if (is_unchanged(pass, row, cells, known)) return;
    put_customer(pass, row, cells, wish);
    if (row.verdict == RowVerdict::wrong || is_left_alone(pass, row, cells, here)) return;
    const auto done = here ? change(pass, row, wish, change_by(known)) : create(pass, row, wish);
    settle(pass, row, done, wish.places);
}

}  // namespace ogniwo::moving
