#pragma once

// A person has a name, addresses and phones, and may belong to several customers (a bookkeeping
// office serves many) or be staff of ours. Belonging gives no right: rights are grants
// (access_types.hpp).

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/right.hpp"
#include "people/card_types.hpp"

namespace ogniwo::people {

// Everything that is typed in about a person.
struct PersonCard {
    std::string given_name{};
    std::string family_name{};  // Lists put it first.
    bool is_staff = false;
    std::string job_title{};
    std::vector<std::string> emails{};  // The first one is the main one.
    std::vector<PersonPhone> phones{};
    std::vector<CustomerId> customers{};
    Language language = Language::pl;
    std::string zone{};  // Our company's where it is empty.
    FormOfAddress form_of_address = FormOfAddress::none;
    std::string vocative{};  // "Anno", once a human has confirmed it; empty until then.
    std::string notes{};
};

struct CreatePerson : PersonCard {};

// Somebody who goes on as another person: how they are reached stays their own.
struct MergedPerson {
    PersonId person{};
    std::string given_name{};
    std::string family_name{};
    std::vector<std::string> emails{};
    std::vector<PersonPhone> phones{};
    Time merged_at{};
};

struct Person {
    PersonId person{};
    std::int64_t version = 0;
    std::string given_name{};
    std::string family_name{};
    bool is_staff = false;
    std::string job_title{};
    // Absent where the reader may know only the name: our staff, as customers see them.
    std::optional<std::vector<std::string>> emails{};
    std::optional<std::vector<PersonPhone>> phones{};
    std::optional<std::vector<CustomerRef>> customers{};
    std::optional<Language> language{};
    std::optional<std::string> zone{};
    std::optional<FormOfAddress> form_of_address{};
    std::optional<std::string> vocative{};
    std::optional<std::string> proposed_vocative{};  // For the form; nobody is greeted with it.
    std::optional<std::string> notes{};              // Our staff's, about this person.
    std::optional<Time> created_at{};
    std::optional<Time> disabled_at{};
    std::optional<Time> erased_at{};
    std::optional<PersonRef> merged_into{};
    std::optional<Time> merged_at{};
    std::optional<std::vector<MergedPerson>> merged{};  // Into this one.
};

struct EditPerson {
    PersonId person{};
    std::int64_t version = 0;
    std::optional<std::string> given_name{};
    std::optional<std::string> family_name{};
    std::optional<bool> is_staff{};
    std::optional<std::string> job_title{};
    std::optional<std::vector<std::string>> emails{};
    std::optional<std::vector<PersonPhone>> phones{};
    std::optional<std::vector<CustomerId>> customers{};  // Those that the actor may see.
    std::optional<Language> language{};
    std::optional<std::string> zone{};
    std::optional<FormOfAddress> form_of_address{};
    std::optional<std::string> vocative{};
    std::optional<std::string> notes{};
};

struct ShowPerson {
    PersonId person{};
};

struct ListPersons {
    std::string q{};
    std::optional<CustomerId> customer{};
    std::optional<bool> staff{};
    std::optional<bool> disabled{};
    std::optional<std::string> cursor{};
    int limit = 50;
};

struct PersonSummary {
    PersonId person{};
    std::int64_t version = 0;
    std::string given_name{};
    std::string family_name{};
    bool is_staff = false;
    bool is_disabled = false;
    std::string job_title{};
    std::string email{};
    std::string phone{};  // As it is shown.
    std::vector<CustomerRef> customers{};
};

struct PersonList {
    std::vector<PersonSummary> items{};
    std::optional<std::string> next{};
};

// --- Events: names, addresses and notes are texts beside them, named as the fields are ---

enum class PersonField {
    given_name,
    family_name,
    is_staff,
    job_title,
    emails,
    phones,
    customers,
    language,
    zone,
    form_of_address,
    vocative,
    notes,
};
constexpr auto names(PersonField) {
    return enum_names("givenName",
                      "familyName",
                      "isStaff",
                      "jobTitle",
                      "emails",
                      "phones",
                      "customers",
                      "language",
                      "zone",
                      "formOfAddress",
                      "vocative",
                      "notes");
}

struct PersonCreated {
    static constexpr std::string_view name = "people.person_created";
    static constexpr int schema = 1;

    PersonId person{};
    bool is_staff = false;
    std::vector<CustomerId> customers{};
};

struct PersonChanged {
    static constexpr std::string_view name = "people.person_changed";
    static constexpr int schema = 1;

    PersonId person{};
    std::vector<PersonField> fields{};
    bool is_staff = false;  // As they are after the change.
    std::vector<CustomerId> customers{};
};

// --- Rights and reasons

inline constexpr Right see_persons{"people.see_persons"};
inline constexpr Right edit_persons{"people.edit_persons"};

inline constexpr Reason email_taken{Refusal::conflict, "people.email_taken"};
inline constexpr Reason no_customer{Refusal::invalid, "people.no_customer"};
inline constexpr Reason side_has_roles{Refusal::conflict, "people.side_has_roles"};
inline constexpr Reason staff_needs_everywhere{Refusal::forbidden, "people.staff_needs_everywhere"};

// --- Descriptions (person_api.cpp)

void describe(Fields& fields, MergedPerson& merged);
void describe(Fields& fields, CreatePerson& wish);
void describe(Fields& fields, Person& person);
void describe(Fields& fields, EditPerson& wish);
void describe(Fields& fields, ShowPerson& wish);
void describe(Fields& fields, ListPersons& wish);
void describe(Fields& fields, PersonSummary& summary);
void describe(Fields& fields, PersonList& list);
void describe(Fields& fields, PersonCreated& event);
void describe(Fields& fields, PersonChanged& event);

}  // namespace ogniwo::people
