#pragma once

// Our own company's card: address, phones with what a call costs, mail, hours. A company with
// several brands has a card for each; one of them is the default.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/right.hpp"
#include "people/card_types.hpp"

namespace ogniwo::people {

using CompanyId = Id<struct CompanyTag>;

struct CompanyCard {
    std::string name{};
    std::string legal_name{};
    std::string nip{};
    std::string regon{};
    std::string krs{};
    std::string iban{};
    std::optional<PostalAddress> address{};
    std::vector<NotedPhone> phones{};  // The note says what a call costs.
    std::string email{};
    std::string web{};
    std::string hours_text{};
    std::vector<OpenHours> hours{};
    Language language = Language::pl;
    std::string zone = "Europe/Warsaw";
};

struct AddCompany : CompanyCard {};

struct Company : CompanyCard {
    CompanyId company{};
    std::int64_t version = 0;
    bool is_default = false;
};

struct CompanyChanges {
    std::int64_t version = 0;
    std::optional<std::string> name{};
    std::optional<std::string> legal_name{};
    std::optional<std::string> nip{};
    std::optional<std::string> regon{};
    std::optional<std::string> krs{};
    std::optional<std::string> iban{};
    std::optional<std::optional<PostalAddress>> address{};
    std::optional<std::vector<NotedPhone>> phones{};
    std::optional<std::string> email{};
    std::optional<std::string> web{};
    std::optional<std::string> hours_text{};
    std::optional<std::vector<OpenHours>> hours{};
    std::optional<Language> language{};
    std::optional<std::string> zone{};
};

// The default card.
struct EditCompany : CompanyChanges {};

struct EditBrand : CompanyChanges {
    CompanyId company{};
    std::optional<bool> is_default{};  // True makes it the default; false is refused.
};

struct CompanyList {
    std::vector<Company> items{};
    std::optional<std::string> next{};
};

// --- Events: names, addresses and notes are texts beside them, named as the fields are ---

struct CompanyAdded {
    static constexpr std::string_view name = "people.company_added";
    static constexpr int schema = 1;

    CompanyId company{};
    bool is_default = false;
};

struct CompanyChanged {
    static constexpr std::string_view name = "people.company_changed";
    static constexpr int schema = 1;

    CompanyId company{};
    bool is_default = false;
};

// --- Rights and reasons

inline constexpr Right edit_company{"people.edit_company"};

inline constexpr Reason default_stays{Refusal::conflict, "people.default_stays"};

// --- Descriptions (company_api.cpp)

void describe(Fields& fields, AddCompany& wish);
void describe(Fields& fields, Company& company);
void describe(Fields& fields, EditCompany& wish);
void describe(Fields& fields, EditBrand& wish);
void describe(Fields& fields, CompanyList& list);
void describe(Fields& fields, CompanyAdded& event);
void describe(Fields& fields, CompanyChanged& event);

}  // namespace ogniwo::people
