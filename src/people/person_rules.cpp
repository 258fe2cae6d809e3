#include "people/person_rules.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "base/email.hpp"
#include "base/json.hpp"
#include "people/card_rules.hpp"

namespace ogniwo::people {
namespace {

template <class T>
void take(T& value, const std::optional<T>& wanted) {
    if (wanted) value = *wanted;
}

template <class T>
bool contains(const std::vector<T>& list, const T& value) {
    return std::find(list.begin(), list.end(), value) != list.end();
}

void check_emails(CardCheck& check, std::vector<std::string>& emails) {
    std::vector<std::string> keys;
    for (std::size_t i = 0; i < emails.size(); ++i) {
        const std::string pointer = "/emails/" + std::to_string(i);
        check.required(emails[i], pointer, email_form);
        check.parsed(emails[i], pointer, parse_email);
        const std::string key = email_key(emails[i]);
        if (!key.empty() && contains(keys, key)) check.add(pointer, doubled);
        keys.push_back(key);
    }
}

// An ending and what stands there instead; the longer ending first where one ends another.
using Ending = std::pair<std::string_view, std::string_view>;

constexpr std::array whole_names{
    Ending{"kacper", "kacprze"},
    Ending{"kuba", "kubo"},
    Ending{"karmen", "karmen"},
    Ending{"carmen", "carmen"},
    Ending{"miriam", "miriam"},
    Ending{"ingrid", "ingrid"},
    Ending{"ruth", "ruth"},
    Ending{"ester", "ester"},
    Ending{"rachel", "rachel"},
    Ending{"stefania", "stefanio"},
    Ending{"eugenia", "eugenio"},
    Ending{"melania", "melanio"},
    Ending{"antonia", "antonio"},
    Ending{"apolonia", "apolonio"},
};

constexpr std::array endings{
    // Short forms of women's names are softer than the full ones.
    Ending{"sia", "siu"},      Ending{"zia", "ziu"},  Ending{"cia", "ciu"},  Ending{"nia", "niu"},
    Ending{"a", "o"},          Ending{"ciek", "ćku"}, Ending{"siek", "śku"}, Ending{"niek", "ńku"},
    Ending{"ek", "ku"},        Ending{"ko", "ku"},    Ending{"eł", "le"},    Ending{"ł", "le"},
    Ending{"ander", "andrze"}, Ending{"rz", "rzu"},   Ending{"sz", "szu"},   Ending{"cz", "czu"},
    Ending{"st", "ście"},      Ending{"r", "rze"},    Ending{"d", "dzie"},   Ending{"t", "cie"},
    Ending{"n", "nie"},        Ending{"m", "mie"},    Ending{"b", "bie"},    Ending{"p", "pie"},
    Ending{"f", "fie"},        Ending{"w", "wie"},    Ending{"s", "sie"},    Ending{"k", "ku"},
    Ending{"g", "gu"},         Ending{"h", "hu"},     Ending{"j", "ju"},     Ending{"l", "lu"},
    Ending{"c", "cu"},         Ending{"ś", "siu"},    Ending{"ź", "ziu"},    Ending{"ć", "ciu"},
    Ending{"ń", "niu"},        Ending{"ż", "żu"},     Ending{"y", "y"},      Ending{"i", "i"},
    Ending{"e", "e"},          Ending{"o", "o"},      Ending{"u", "u"},
};

std::string with_ending(std::string_view name, const Ending& ending) {
    return std::string(name.substr(0, name.size() - ending.first.size())) +
           std::string(ending.second);
}

}  // namespace

Result<PersonCard> checked_person(PersonCard card) {
    CardCheck check;
    check.tidy(card.given_name);
    check.tidy(card.family_name);
    if (card.given_name.empty() && card.family_name.empty()) {
        check.add("/familyName", name_missing);
    }
    check.tidy(card.job_title);
    check_emails(check, card.emails);
    check.phones(card.phones);
    check.zone(card.zone, "/zone");
    check.tidy(card.vocative);
    std::sort(card.customers.begin(), card.customers.end());
    card.customers.erase(std::unique(card.customers.begin(), card.customers.end()),
                         card.customers.end());
    return std::move(check).verdict(std::move(card));
}

PersonCard with_changes(PersonCard card, const EditPerson& wish) {
    take(card.given_name, wish.given_name);
    take(card.family_name, wish.family_name);
    take(card.is_staff, wish.is_staff);
    take(card.job_title, wish.job_title);
    take(card.emails, wish.emails);
    take(card.phones, wish.phones);
    take(card.customers, wish.customers);
    take(card.language, wish.language);
    take(card.zone, wish.zone);
    take(card.form_of_address, wish.form_of_address);
    take(card.vocative, wish.vocative);
    take(card.notes, wish.notes);
    return card;
}

bool is_own_business(const EditPerson& wish) {
    return !wish.given_name && !wish.family_name && !wish.is_staff && !wish.job_title &&
           !wish.emails && !wish.customers && !wish.notes;
}

bool changes_identity(const EditPerson& wish) {
    return wish.emails.has_value() || wish.is_staff.has_value() || wish.customers.has_value();
}

std::vector<PersonField> changed_fields(const PersonCard& before, const PersonCard& after) {
    std::vector<PersonField> changed;
    for (std::size_t i = 0; i < names(PersonField{}).size(); ++i) {
        const auto field = static_cast<PersonField>(i);
        if (text_of(before, field) != text_of(after, field)) changed.push_back(field);
    }
    return changed;
}

std::string text_of(const PersonCard& card, PersonField field) {
    switch (field) {
        case PersonField::given_name:
            return card.given_name;
        case PersonField::family_name:
            return card.family_name;
        case PersonField::is_staff:
            return card.is_staff ? "true" : "false";
        case PersonField::job_title:
            return card.job_title;
        case PersonField::emails:
            return to_json(card.emails);
        case PersonField::phones:
            return to_json(card.phones);
        case PersonField::customers:
            return to_json(card.customers);
        case PersonField::language:
            return std::string(enum_name(card.language));
        case PersonField::zone:
            return card.zone;
        case PersonField::form_of_address:
            return std::string(enum_name(card.form_of_address));
        case PersonField::vocative:
            return card.vocative;
        case PersonField::notes:
            return card.notes;
    }
    return {};
}

bool is_personal_text(PersonField field) {
    return field != PersonField::is_staff && field != PersonField::customers;
}

std::string propose_vocative(std::string_view given_name) {
    const std::string_view name = given_name.substr(0, given_name.find(' '));
    if (name.size() < 2) return {};
    // Names are compared in small letters but for the first one, which may be any letter.
    const std::string_view tail = name.substr(1);
    for (const Ending& whole : whole_names) {
        if (tail == whole.first.substr(1) && (name[0] | 0x20) == whole.first[0]) {
            return name[0] + std::string(whole.second.substr(1));
        }
    }
    // Ola, Ela, Ala, Jola: four letters at most. Kamila and Mariola are full names.
    if (name.ends_with("la") && name.size() <= 4) return with_ending(name, {"a", "u"});
    for (const Ending& ending : endings) {
        if (name.size() > ending.first.size() && name.ends_with(ending.first)) {
            return with_ending(name, ending);
        }
    }
    return {};
}

}  // namespace ogniwo::people
