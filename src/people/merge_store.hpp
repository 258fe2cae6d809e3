#pragma once

// Who goes on as whom: the pointers in person and customer, and what came along with somebody.

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "people/customer_store.hpp"
#include "people/merge_rules.hpp"
#include "people/person_store.hpp"
#include "storage/work.hpp"

namespace ogniwo::people::store {

// As whom they go on; themselves unless they are merged, or unknown.
PersonId find_goes_on(Tx& tx, PersonId person);
CustomerId find_goes_on(Tx& tx, CustomerId customer);
// Whoever goes on as this one, which is not among them.
std::vector<PersonId> list_merged(Tx& tx, PersonId person);
std::vector<CustomerId> list_merged(Tx& tx, CustomerId customer);
// Those of them that are merged, and as whom they go on.
std::map<PersonId, PersonId> find_merged(Tx& tx, const std::vector<PersonId>& ids);
std::map<CustomerId, CustomerId> find_merged(Tx& tx, const std::vector<CustomerId>& ids);

// With a moment when it begins to point, without one when it no longer does.
void update_merged(Tx& tx, PersonId person, std::optional<PersonId> into, std::optional<Time> at);
void update_merged(Tx& tx,
                   CustomerId customer,
                   std::optional<CustomerId> into,
                   std::optional<Time> at);

// Protects it until the commit, and changes nothing.
void claim_pointer(Tx& tx, CustomerId customer);

// --- What comes along with a person

void take_memberships_along(Tx& tx, PersonId person, PersonId into);
// What somebody else who goes on as this one has, too, stays and is theirs.
void give_memberships_back(Tx& tx, PersonId person, PersonId from);
void mark_grant(Tx& tx, GrantId grant, PersonId came_with);
std::vector<GrantId> list_grants_with(Tx& tx, PersonId person, PersonId came_with);
// Whoever can sign in and has a role for this customer; once for each role.
std::vector<RoleHolder> list_role_holders(Tx& tx, CustomerId customer, int limit);

// --- What comes with a merge of customers

struct GrantSince {
    PersonGrant grant{};
    bool is_along = false;  // Came with somebody who was merged.
};
std::vector<GrantSince> list_grants_since(Tx& tx, CustomerId customer, Time since);
// Each once, whoever holds it.
std::vector<Role> list_roles_at(Tx& tx, CustomerId customer);

// --- What no merge leaves behind

struct Pointer {
    std::int64_t id = 0;
    std::int64_t merged_into = 0;
    bool is_sound = false;  // Somebody is there, on the same side, who goes on as nobody else.
};
std::vector<Pointer> list_person_pointers(Tx& tx);
std::vector<Pointer> list_customer_pointers(Tx& tx);
// Persons with something that came with somebody who does not go on as them.
std::vector<PersonId> list_left_with(Tx& tx);

// --- Who looks like whom

// Customers in the order of their ids, without merged ones; the last of a page.
std::optional<CustomerId> find_page_end(Tx& tx, CustomerId after, int customers);
// One row for each person and customer.
struct Member {
    CustomerId customer{};  // As which it goes on.
    rules::PersonTraits traits{};
};
std::vector<Member> list_members(Tx& tx, CustomerId after, CustomerId last);
std::vector<Member> list_staff(Tx& tx);

std::vector<rules::CustomerTraits> list_customer_traits(Tx& tx, CustomerId after, int limit);

}  // namespace ogniwo::people::store
