#include "base/phone.hpp"
#include "people/company_rules.hpp"
#include "people/company_store.hpp"
#include "people/directory_service.hpp"

namespace ogniwo::people {
namespace {

Company to_answer(Company company) {
    for (NotedPhone& phone : company.phones) {
        phone.shown = show_phone({phone.number, phone.extension});
    }
    return company;
}

About about(CompanyId company, std::int64_t version) {
    return {.kind = "company", .id = company.value, .version = version};
}

enum class Default { keep, take };

Result<Company> edit(Work& work, CompanyId id, const CompanyChanges& wish, Default role) {
    const auto before = store::find_company(work.tx, id);
    if (!before) return missing;
    if (!store::touch_company(work.tx, id, wish.version)) return stale;
    TRY(const CompanyCard card, checked_company(with_changes(*before, wish)));
    store::update_company(work.tx, id, card);
    if (role == Default::take) store::make_default(work.tx, id);
    Company after = *store::find_company(work.tx, id);
    work.record(CompanyChanged{.company = id, .is_default = after.is_default},
                about(id, after.version),
                {{"name", after.name}});
    return to_answer(std::move(after));
}

}  // namespace

Result<Company> show_company(const View& view, const Nothing&) {
    auto company = store::find_default_company(view.tx);
    if (!company) return missing;
    return to_answer(*std::move(company));
}

Result<CompanyList> list_companies(const View& view, const Nothing&) {
    CompanyList list;
    for (Company& company : store::list_companies(view.tx)) {
        list.items.push_back(to_answer(std::move(company)));
    }
    return list;
}

Result<Company> create_company(Work& work, const AddCompany& wish) {
    if (!work.actor.may_everywhere(edit_company)) return not_yours_to_edit;
    TRY(const CompanyId id, add_company(work, wish));
    return to_answer(*store::find_company(work.tx, id));
}

Result<CompanyId> add_company(Work& work, const AddCompany& wish) {
    TRY(const CompanyCard card, checked_company(wish));
    const CompanyId id = store::insert_company(work.tx, card);
    const bool is_default = store::find_company(work.tx, id)->is_default;
    work.record(
        CompanyAdded{.company = id, .is_default = is_default}, about(id, 1), {{"name", card.name}});
    return id;
}

Result<Company> edit_company_card(Work& work, const EditCompany& wish) {
    if (!work.actor.may_everywhere(edit_company)) return not_yours_to_edit;
    const auto company = store::find_default_company(work.tx);
    if (!company) return missing;
    return edit(work, company->company, wish, Default::keep);
}

Result<Company> edit_brand(Work& work, const EditBrand& wish) {
    if (!work.actor.may_everywhere(edit_company)) return not_yours_to_edit;
    if (wish.is_default && !*wish.is_default) {
        const auto company = store::find_company(work.tx, wish.company);
        if (company && company->is_default) return default_stays;
    }
    const Default role = wish.is_default.value_or(false) ? Default::take : Default::keep;
    return edit(work, wish.company, wish, role);
}

std::string company_name(Tx& tx) {
    const auto company = store::find_default_company(tx);
    return company ? company->name : "";
}

Language company_language(Tx& tx) {
    const auto company = store::find_default_company(tx);
    return company ? company->language : Language::pl;
}

std::string company_zone(Tx& tx) {
    const auto company = store::find_default_company(tx);
    return company ? company->zone : "Europe/Warsaw";
}

}  // namespace ogniwo::people
