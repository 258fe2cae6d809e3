#include "people/company_rules.hpp"

#include "base/email.hpp"
#include "base/identifiers.hpp"
#include "people/card_rules.hpp"

namespace ogniwo::people {
namespace {

template <class T>
void take(T& value, const std::optional<T>& wanted) {
    if (wanted) value = *wanted;
}

}  // namespace

Result<CompanyCard> checked_company(CompanyCard card) {
    CardCheck check;
    check.required(card.name, "/name", name_missing);
    check.tidy(card.legal_name);
    check.parsed(card.nip, "/nip", parse_nip);
    check.parsed(card.regon, "/regon", parse_regon);
    check.parsed(card.krs, "/krs", parse_krs);
    check.parsed(card.iban, "/iban", parse_iban);
    check.address(card.address, "/address");
    check.phones(card.phones);
    check.parsed(card.email, "/email", parse_email);
    check.web(card.web, "/web");
    check.tidy(card.hours_text);
    check.hours(card.hours, "/hours");
    check.zone(card.zone, "/zone");
    return std::move(check).verdict(std::move(card));
}

CompanyCard with_changes(CompanyCard card, const CompanyChanges& wish) {
    take(card.name, wish.name);
    take(card.legal_name, wish.legal_name);
    take(card.nip, wish.nip);
    take(card.regon, wish.regon);
    take(card.krs, wish.krs);
    take(card.iban, wish.iban);
    take(card.address, wish.address);
    take(card.phones, wish.phones);
    take(card.email, wish.email);
    take(card.web, wish.web);
    take(card.hours_text, wish.hours_text);
    take(card.hours, wish.hours);
    take(card.language, wish.language);
    take(card.zone, wish.zone);
    return card;
}

}  // namespace ogniwo::people
