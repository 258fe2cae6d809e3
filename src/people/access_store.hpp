#pragma once

// Beside merge_store.hpp the only place that names company_access, person_grant, person_password,
// person_network and person_tries. Of the directory's tables it reads person, person_email,
// person_membership and customer, and it writes person.disabled_at and person.version.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "people/access_rules.hpp"
#include "people/access_types.hpp"
#include "storage/work.hpp"

namespace ogniwo::people::store {

// ---- The installation's root row

struct AccessRoot {
    bool is_set_up = false;
    std::optional<Blob> setup_code;
    std::int64_t wrong_codes = 0;
};
AccessRoot load_access_root(Tx& tx);
// Raises the version of the root: two changes of owners never interleave.
void claim_access_root(Tx& tx);
// The same only where the person, or the grant's person, is an owner.
void claim_access_root_of_owner(Tx& tx, PersonId person);
void claim_access_root_of_grant(Tx& tx, GrantId grant);
// False when it was set up before.
bool mark_set_up(Tx& tx, Time at);
void update_setup_code(Tx& tx, const Blob& code);
void add_wrong_setup_code(Tx& tx);

// ---- What access needs to know about a person

struct Account {
    PersonId person;
    std::int64_t version = 0;
    std::string given_name;
    std::string family_name;
    Language language = Language::pl;
    std::string email;  // The main one, or that of whoever was merged into them; empty without any.
    Side side = Side::customer;
    bool is_disabled = false;
    bool is_erased = false;
    bool is_merged = false;
    std::string password_hash;  // Empty when there is none.
};
std::optional<Account> find_account(Tx& tx, PersonId person);
// Raises the version and returns the new one; nothing when there is no such person.
std::optional<std::int64_t> claim_person(Tx& tx, PersonId person);
void update_disabled(Tx& tx, PersonId person, std::optional<Time> at);
// Is the person one of these customers', by membership or by grant? Everybody is within everyone.
bool is_person_within(Tx& tx, const Scope& scope, PersonId person);

// ---- Grants

std::vector<PersonGrant> list_grants(Tx& tx, const Scope& scope, PersonId person);
std::vector<PersonGrant> list_all_grants(Tx& tx, PersonId person);
// Where the person's roles count: for each customer also at those that are one with it.
struct HeldRole {
    Role role = Role::customer_user;
    std::optional<CustomerId> customer;
};
std::vector<HeldRole> list_reach(Tx& tx, PersonId person);
std::optional<PersonGrant> find_grant(Tx& tx, const Scope& scope, GrantId grant);
// Nothing when the person holds that role in that place already.
std::optional<GrantId> insert_grant(Tx& tx, const PersonGrant& grant);
void delete_grant(Tx& tx, GrantId grant);
void delete_grants(Tx& tx, PersonId person);
// Who holds that role for our company and is not disabled.
std::vector<PersonId> list_able(Tx& tx, Role role);
std::vector<PersonId> list_able_at(Tx& tx, Role role, CustomerId customer);

// ---- Passwords

// Claims the password for a sign-in; false when it is no longer the one that was checked.
bool claim_password(Tx& tx, PersonId person, std::string_view hash);
void save_password(Tx& tx, PersonId person, std::string_view hash, Time at);
// The same password, hashed with today's cost.
void update_password_hash(Tx& tx, PersonId person, std::string_view hash);
void delete_password(Tx& tx, PersonId person);

// ---- Networks and tries

bool is_known_network(Tx& tx, PersonId person, std::string_view network);
void save_network(Tx& tx, PersonId person, std::string_view network, Time at);
void delete_networks(Tx& tx, PersonId person);

rules::Tries find_tries(Tx& tx, std::string_view kind, std::string_view subject);
void save_tries(Tx& tx, std::string_view kind, std::string_view subject, const rules::Tries& tries);
void delete_tries(Tx& tx, std::string_view kind, std::string_view subject);

// ---- What is over

// At most `most` rows of each kind; how many there were.
std::int64_t delete_old_tries(Tx& tx, Time now, int most);

}  // namespace ogniwo::people::store
