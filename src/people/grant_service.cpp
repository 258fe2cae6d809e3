#include <algorithm>
#include <map>

#include "people/access_service.hpp"
#include "people/access_support.hpp"
#include "people/directory_service.hpp"
#include "people/merge_service.hpp"

namespace ogniwo::people {
namespace {

bool is_visible(const View& view, Right right, PersonId person) {
    return store::is_person_within(view.tx, view.actor.scope(right), person);
}

// May the actor hand out roles there at all? A customer they do not run is missing, like any other
// thing they may not see; our whole company is there for everybody to know.
Outcome may_give_there(const View& view, std::optional<CustomerId> customer) {
    if (!customer) {
        if (!view.actor.may_everywhere(manage_access)) return not_yours_to_give;
        return Nothing{};
    }
    const bool is_there =
        view.actor.may(manage_access, *customer) && customer_exists(view.tx, *customer);
    if (!is_there) return missing;
    return Nothing{};
}

Outcome keep_an_owner_without(Tx& tx, PersonId person) {
    return rules::leaves_an_owner(store::list_able(tx, Role::owner), person);
}

}  // namespace

std::optional<Actor> acting(Tx& tx, PersonId person) {
    if (!can_sign_in(store::find_account(tx, person))) return std::nullopt;
    return actor_of(tx, person);
}

std::vector<PersonId> people_in_role(Tx& tx, Role role) {
    return store::list_able(tx, role);
}

std::vector<PersonId> people_in_role_at(Tx& tx, Role role, CustomerId customer) {
    std::vector<PersonId> able;
    for (const CustomerId one : one_with(tx, customer)) {
        for (const PersonId person : store::list_able_at(tx, role, one)) {
            if (std::ranges::find(able, person) == able.end()) able.push_back(person);
        }
    }
    return able;
}

Result<RolesPage> show_roles(const View&, const Nothing&) {
    RolesPage page;
    std::map<std::string_view, RightRoles> rights;
    for (const auto name : names(Role{})) {
        const Role role = *enum_value<Role>(name);
        RoleRights shown{.role = role, .place = place_of(role)};
        for (const auto right : rights_of(role).names()) {
            shown.rights.emplace_back(right);
            rights[right].right = right;
            rights[right].roles.push_back(role);
        }
        page.roles.push_back(std::move(shown));
    }
    for (auto& [name, right] : rights) page.rights.push_back(std::move(right));
    return page;
}

Result<PersonGrants> list_grants(const View& view, const OfPerson& wish) {
    if (!is_visible(view, read_grants, wish.person)) return missing;
    PersonGrants grants{
        .items = store::list_grants(view.tx, view.actor.scope(read_grants), wish.person)};
    for (PersonGrant& grant : grants.items) {
        if (grant.customer) grant.customer = goes_on(view.tx, *grant.customer);
    }
    return grants;
}

Result<PersonGrant> give_grant(Work& work, const GiveGrant& wish) {
    const auto account = store::find_account(work.tx, wish.person);
    if (!account || account->is_erased || !is_visible(work, manage_access, wish.person)) {
        return missing;
    }
    TRY_DO(may_give_there(work, wish.customer));
    TRY_DO(goes_on_as_nobody(work.tx, wish.person));
    TRY_DO(rules::may_hold(place_of(wish.role), wish.customer, account->side));
    TRY_DO(rules::may_give(held_by(work.actor), gift_of(wish.role, wish.customer)));
    return add_grant(work, wish);
}

Result<Nothing> take_grant(Work& work, const TakeGrant& wish) {
    store::claim_access_root_of_grant(work.tx, wish.grant);
    const auto grant = store::find_grant(work.tx, work.actor.scope(manage_access), wish.grant);
    if (!grant) return missing;
    TRY_DO(rules::may_give(held_by(work.actor), gift_of(grant->role, grant->customer)));
    if (grant->role == Role::owner) TRY_DO(keep_an_owner_without(work.tx, grant->person));
    remove_grant(work, *grant);
    return Nothing{};
}

Outcome set_role(Work& work, const GiveGrant& wish) {
    store::claim_access_root_of_owner(work.tx, wish.person);
    const auto account = store::find_account(work.tx, wish.person);
    if (!account || account->is_erased) return missing;
    TRY_DO(goes_on_as_nobody(work.tx, wish.person));
    if (wish.customer && !customer_exists(work.tx, *wish.customer)) return missing;
    TRY_DO(rules::may_hold(place_of(wish.role), wish.customer, account->side));
    bool is_held = false;
    for (const PersonGrant& grant : store::list_all_grants(work.tx, wish.person)) {
        if (grant.customer != wish.customer) continue;
        if (grant.role == wish.role) {
            is_held = true;
            continue;
        }
        if (grant.role == Role::owner) TRY_DO(keep_an_owner_without(work.tx, grant.person));
        remove_grant(work, grant);
    }
    if (!is_held) TRY_DO(add_grant(work, wish));
    return Nothing{};
}

void revoke_grants(Work& work, PersonId person, CustomerId customer) {
    for (const PersonGrant& grant : store::list_all_grants(work.tx, person)) {
        if (grant.customer == customer) remove_grant(work, grant);
    }
}

Outcome may_manage(const View& view, PersonId person) {
    return rules::may_manage(held_by(view.actor), held_by(view.tx, person));
}

Outcome keep_an_owner(Work& work, PersonId person) {
    store::claim_access_root_of_owner(work.tx, person);
    return keep_an_owner_without(work.tx, person);
}

Result<Nothing> disable_person(Work& work, const OfPerson& wish) {
    store::claim_access_root_of_owner(work.tx, wish.person);
    const auto account = store::find_account(work.tx, wish.person);
    if (!account || account->is_erased || !is_visible(work, manage_access, wish.person)) {
        return missing;
    }
    TRY_DO(may_manage(work, wish.person));
    TRY_DO(goes_on_as_nobody(work.tx, wish.person));
    if (account->is_disabled) return Nothing{};
    TRY_DO(keep_an_owner_without(work.tx, wish.person));

    const auto version = store::claim_person(work.tx, wish.person);
    store::update_disabled(work.tx, wish.person, work.now);
    store::delete_links(work.tx, wish.person);
    store::delete_tokens(work.tx, wish.person);
    end_sessions(work, wish.person, SessionEnd::disabled);
    work.record(PersonDisabled{.person = wish.person},
                About{"person", wish.person.value, *version});
    return Nothing{};
}

Result<Nothing> enable_person(Work& work, const OfPerson& wish) {
    const auto account = store::find_account(work.tx, wish.person);
    if (!account || account->is_erased || !is_visible(work, manage_access, wish.person)) {
        return missing;
    }
    TRY_DO(may_manage(work, wish.person));
    TRY_DO(goes_on_as_nobody(work.tx, wish.person));
    if (!account->is_disabled) return Nothing{};

    const auto version = store::claim_person(work.tx, wish.person);
    store::update_disabled(work.tx, wish.person, std::nullopt);
    work.record(PersonEnabled{.person = wish.person}, About{"person", wish.person.value, *version});
    return Nothing{};
}

std::string export_access(const View& view, PersonId person) {
    const auto account = store::find_account(view.tx, person);
    const AccessExport part{.grants = store::list_all_grants(view.tx, person),
                            .sessions = store::list_sessions(view.tx, person, view.now),
                            .tokens = store::list_tokens(view.tx, person),
                            .has_password = account && !account->password_hash.empty()};
    return to_json(part);
}

void erase_access(Work& work, PersonId person) {
    store::delete_sessions(work.tx, person);
    store::delete_links(work.tx, person);
    store::delete_tokens(work.tx, person);
    store::delete_grants(work.tx, person);
    store::delete_networks(work.tx, person);
    store::delete_password(work.tx, person);
}

}  // namespace ogniwo::people
