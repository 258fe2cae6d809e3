#pragma once

// What may stand on a person's card, who may change which part of it, and how Polish calls
// somebody.

#include <string>
#include <string_view>
#include <vector>

#include "people/directory_types.hpp"

namespace ogniwo::people {

// Every value in its stored form, or all field errors.
Result<PersonCard> checked_person(PersonCard card);

PersonCard with_changes(PersonCard card, const EditPerson& wish);

// Nothing but what everybody may change about themselves.
bool is_own_business(const EditPerson& wish);
// Whoever changes these could take over what the person may do.
bool changes_identity(const EditPerson& wish);

std::vector<PersonField> changed_fields(const PersonCard& before, const PersonCard& after);
// The field as the journal keeps it: lists as JSON.
std::string text_of(const PersonCard& card, PersonField field);
// Personal: it stands beside the event and can be erased. The others are in its payload.
bool is_personal_text(PersonField field);

// "Anno" for "Anna", "Piotrze" for "Piotr": a proposal that a human confirms, for the form only.
// Empty where the ending says too little.
std::string propose_vocative(std::string_view given_name);

}  // namespace ogniwo::people
