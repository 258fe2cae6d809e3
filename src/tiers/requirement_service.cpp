#include <algorithm>

#include "base/text.hpp"
#include "people/service.hpp"
#include "tiers/certificate_store.hpp"
#include "tiers/requirement_rules.hpp"
#include "tiers/requirement_store.hpp"
#include "tiers/skill_access.hpp"
#include "tiers/skill_service.hpp"
#include "tiers/skill_store.hpp"
#include "tiers/store.hpp"

namespace ogniwo::tiers {
namespace {

About about(RequirementId requirement, std::int64_t version) {
    return {.kind = "requirement", .id = requirement.value, .version = version};
}

bool is_tier(Tx& tx, int number) {
    return std::ranges::any_of(store::list_tiers(tx),
                               [&](const Tier& tier) { return tier.number == number; });
}

Outcome knows_everything(Tx& tx, const SetRequirement& wish) {
    std::vector<FieldError> errors;
    const auto check = [&](bool is_known, std::string pointer, Reason reason) {
        if (!is_known) errors.push_back({std::move(pointer), reason.name, {}});
    };
    if (wish.tier) check(is_tier(tx, *wish.tier), "/tier", place_unknown);
    if (wish.queue) {
        check(store::find_tier_of_queue(tx, *wish.queue).has_value(), "/queue", place_unknown);
    }
    if (wish.customer) {
        check(people::customer_exists(tx, *wish.customer), "/customer", place_unknown);
    }
    if (wish.category) {
        check(work_categories(tx).contains(*wish.category), "/category", place_unknown);
    }
    if (wish.skill) {
        check(store::find_skill(tx, *wish.skill).has_value(), "/skill", skill_unknown);
    }
    if (wish.certificate_kind) {
        check(store::find_kind(tx, *wish.certificate_kind).has_value(),
              "/certificateKind",
              kind_unknown);
    }
    if (errors.empty()) return Nothing{};
    return Error{.reason = invalid_fields, .fields = std::move(errors)};
}

Requirement requirement_of(const SetRequirement& wish) {
    Requirement requirement{.place = wish.place,
                            .tier = wish.tier,
                            .queue = wish.queue,
                            .customer = wish.customer,
                            .category = wish.category,
                            .skill = wish.skill,
                            .least = wish.least,
                            .certificate_kind = wish.certificate_kind,
                            .need = wish.need};
    if (wish.sector) requirement.sector = std::string(trim(*wish.sector));
    return requirement;
}

void record_set(Work& work, const Requirement& requirement) {
    std::vector<EventText> texts;
    if (requirement.sector) texts.push_back({"sector", *requirement.sector});
    work.record(RequirementSet{.place = requirement.place,
                               .tier = requirement.tier,
                               .queue = requirement.queue,
                               .customer = requirement.customer,
                               .category = requirement.category,
                               .skill = requirement.skill,
                               .least = requirement.least,
                               .certificate_kind = requirement.certificate_kind,
                               .need = requirement.need},
                about(requirement.id, 1),
                std::move(texts));
}

CategoriesOf& categories_of() {
    static CategoriesOf known;
    return known;
}

}  // namespace

void on_categories(CategoriesOf categories) {
    categories_of() = std::move(categories);
}

std::map<WorkCategoryId, WorkCategory> work_categories(Tx& tx) {
    return categories_of() ? categories_of()(tx) : std::map<WorkCategoryId, WorkCategory>{};
}

Result<RequirementList> list_requirements(const View& view, const Nothing&) {
    TRY_DO(sees_everybody(view));
    return RequirementList{.items = named_requirements(view.tx)};
}

std::vector<Requirement> named_requirements(Tx& tx) {
    auto requirements = store::list_requirements(tx);
    std::vector<CustomerId> customers;
    for (const Requirement& one : requirements) {
        if (one.customer) customers.push_back(*one.customer);
    }
    const auto names = people::customer_names(tx, customers);
    const bool has_categories = std::ranges::any_of(
        requirements, [](const Requirement& one) { return one.category.has_value(); });
    const auto categories =
        has_categories ? work_categories(tx) : std::map<WorkCategoryId, WorkCategory>{};
    for (Requirement& one : requirements) {
        if (one.queue) {
            const auto queue = store::find_queue(tx, *one.queue);
            if (!queue) continue;
            one.tier = queue->tier;
            one.place_name = queue->name;
        } else if (one.customer) {
            const auto name = names.find(*one.customer);
            if (name != names.end()) one.place_name = name->second;
        } else if (one.category) {
            const auto category = categories.find(*one.category);
            if (category == categories.end()) continue;
            one.place_name = category->second.name_pl;
            one.place_name_en = category->second.name_en;
        }
    }
    return requirements;
}

Result<RequirementList> set_requirement(Work& work, const SetRequirement& wish) {
    TRY_DO(edits_everybody(work));
    TRY_DO(check_requirement(wish));
    store::claim_catalogue(work.tx);
    TRY_DO(knows_everything(work.tx, wish));
    Requirement requirement = requirement_of(wish);
    const auto all = store::list_requirements(work.tx);
    const auto known = std::ranges::find_if(
        all, [&](const Requirement& other) { return is_about_the_same(requirement, other); });
    if (known != all.end()) {
        requirement.id = known->id;
        store::update_requirement(work.tx, requirement);
    } else if (all.size() < requirements_most) {
        requirement.id = store::insert_requirement(work.tx, requirement);
    } else {
        return Error{.reason = requirements_too_many,
                     .shown = {{"most", std::to_string(requirements_most)}}};
    }
    record_set(work, requirement);
    return list_requirements(work, {});
}

Result<RequirementList> remove_requirement(Work& work, const RemoveRequirement& wish) {
    TRY_DO(edits_everybody(work));
    store::claim_catalogue(work.tx);
    if (!store::delete_requirement(work.tx, wish.requirement)) return missing;
    work.record(RequirementRemoved{}, about(wish.requirement, 2));
    return list_requirements(work, {});
}

}  // namespace ogniwo::tiers
