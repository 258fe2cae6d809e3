#include "people/customer_rules.hpp"

#include <algorithm>

#include "base/email.hpp"
#include "base/identifiers.hpp"
#include "base/json.hpp"
#include "people/card_rules.hpp"

namespace ogniwo::people {
namespace {

template <class T>
void take(T& value, const std::optional<T>& wanted) {
    if (wanted) value = *wanted;
}

void check_domains(CardCheck& check, std::vector<std::string>& domains) {
    for (std::size_t i = 0; i < domains.size(); ++i) {
        const std::string pointer = "/domains/" + std::to_string(i);
        const auto end = domains.begin() + static_cast<long>(i);
        check.required(domains[i], pointer, mail_domain_form);
        check.parsed(domains[i], pointer, parse_mail_domain);
        if (!domains[i].empty() && std::find(domains.begin(), end, domains[i]) != end) {
            check.add(pointer, doubled);
        }
    }
    std::sort(domains.begin(), domains.end());
}

std::string json_of(const std::optional<PostalAddress>& address) {
    return address ? to_json(*address) : "";
}

}  // namespace

Result<CustomerCard> checked_customer(CustomerCard card) {
    CardCheck check;
    check.required(card.name, "/name", name_missing);
    check.tidy(card.legal_name);
    check.parsed(card.nip, "/nip", parse_nip);
    check.parsed(card.regon, "/regon", parse_regon);
    check.parsed(card.krs, "/krs", parse_krs);
    check.parsed(card.iban, "/iban", parse_iban);
    check.address(card.billing_address, "/billingAddress");
    check.address(card.postal_address, "/postalAddress");
    check_domains(check, card.domains);
    check.phones(card.phones);
    check.tidy(card.sector);
    std::sort(card.marks.begin(), card.marks.end());
    card.marks.erase(std::unique(card.marks.begin(), card.marks.end()), card.marks.end());
    return std::move(check).verdict(std::move(card));
}

Result<Site> checked_site(Site site) {
    CardCheck check;
    check.required(site.name, "/name", name_missing);
    check.address(site.address, "/address");
    check.tidy(site.hours_text);
    check.hours(site.hours, "/hours");
    check.zone(site.zone, "/zone");
    return std::move(check).verdict(std::move(site));
}

CustomerCard with_changes(CustomerCard card, const EditCustomer& wish) {
    take(card.name, wish.name);
    take(card.legal_name, wish.legal_name);
    take(card.nip, wish.nip);
    take(card.regon, wish.regon);
    take(card.krs, wish.krs);
    take(card.iban, wish.iban);
    take(card.billing_address, wish.billing_address);
    take(card.postal_address, wish.postal_address);
    take(card.domains, wish.domains);
    take(card.phones, wish.phones);
    take(card.sector, wish.sector);
    take(card.lead, wish.lead);
    take(card.pinned_notes, wish.pinned_notes);
    take(card.marks, wish.marks);
    take(card.language, wish.language);
    return card;
}

Site with_changes(Site site, const EditSite& wish) {
    take(site.name, wish.name);
    take(site.address, wish.address);
    take(site.hours_text, wish.hours_text);
    take(site.hours, wish.hours);
    take(site.zone, wish.zone);
    return site;
}

std::vector<CustomerField> changed_fields(const CustomerCard& before, const CustomerCard& after) {
    std::vector<CustomerField> changed;
    for (std::size_t i = 0; i < names(CustomerField{}).size(); ++i) {
        const auto field = static_cast<CustomerField>(i);
        if (text_of(before, field) != text_of(after, field)) changed.push_back(field);
    }
    return changed;
}

std::string text_of(const CustomerCard& card, CustomerField field) {
    switch (field) {
        case CustomerField::name:
            return card.name;
        case CustomerField::legal_name:
            return card.legal_name;
        case CustomerField::nip:
            return card.nip;
        case CustomerField::regon:
            return card.regon;
        case CustomerField::krs:
            return card.krs;
        case CustomerField::iban:
            return card.iban;
        case CustomerField::billing_address:
            return json_of(card.billing_address);
        case CustomerField::postal_address:
            return json_of(card.postal_address);
        case CustomerField::domains:
            return to_json(card.domains);
        case CustomerField::phones:
            return to_json(card.phones);
        case CustomerField::sector:
            return card.sector;
        case CustomerField::lead:
            return card.lead ? std::to_string(card.lead->value) : "";
        case CustomerField::pinned_notes:
            return card.pinned_notes;
        case CustomerField::marks:
            return to_json(card.marks);
        case CustomerField::language:
            return std::string(enum_name(card.language));
    }
    return {};
}

bool is_free_text(CustomerField field) {
    return field != CustomerField::lead && field != CustomerField::marks &&
           field != CustomerField::language;
}

}  // namespace ogniwo::people
