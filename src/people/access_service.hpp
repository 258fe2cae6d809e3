#pragma once

// The verbs of access. Operations and app call these; the table of operations is access_api.cpp.
//
// What hashes a password has a step that runs before its transaction (`..._before`). That step also
// counts the try, in a transaction of its own: a refused work leaves no trace, and a wrong password
// must leave one.

#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "operations/operations.hpp"
#include "people/access_types.hpp"
#include "people/roles.hpp"
#include "storage/transactor.hpp"
#include "storage/work.hpp"

namespace ogniwo::people {

// ---- Who is it?

// At most three look-ups. Anonymous when there is neither; `unauthenticated` when what there is is
// over, or nobody's. An API token wins over a session. Actor::session is the session's id, and
// minus the token's id for a token.
//
// A screen that only watches keeps no session alive: that is for whoever does something.
enum class Presence { acting, watching };
Result<Actor> authenticate(Tx& tx,
                           std::string_view session_token,
                           std::string_view bearer_token,
                           Time now,
                           Presence presence = Presence::acting);

// Writes down which sessions and tokens authenticate() has met since the last call. Some loop calls
// this every half minute; what is lost in a crash is five minutes of idleness.
void write_seen(Transactor& data);

// ---- Set-up

// A fresh code to print while nothing is set up; the one before it is void. Nothing afterwards.
std::optional<std::string> make_setup_code(Work& work);
// Ten wrong ones used the code up: another one must be printed.
bool is_setup_code_used_up(Tx& tx);

// What the slices above make when the company comes to life, in the same transaction and on behalf
// of the first owner.
using SetUpHook = std::function<Outcome(Work&)>;
void on_setup(SetUpHook hook);

void announce_version(std::string_view version);  // For GET /server.

Result<ServerInfo> describe_server(const View& view, const Nothing&);
Outcome set_up_before(Outside& outside, SetUp& wish);
Result<SignedIn> set_up(Work& work, const SetUp& wish);

// ---- Sessions and passwords

Outcome sign_in_before(Outside& outside, SignIn& wish);
Result<SignedIn> sign_in(Work& work, const SignIn& wish);
Result<WhoAmI> who_am_i(const View& view, const Nothing&);
Result<OpenSessions> list_sessions(const View& view, const Nothing&);
Result<Nothing> sign_out(Work& work, const Nothing&);
Result<Nothing> end_session(Work& work, const EndSession& wish);
Result<Nothing> sign_out_everywhere(Work& work, const Nothing&);
Outcome change_password_before(Outside& outside, ChangePassword& wish);
Result<SignedIn> change_password(Work& work, const ChangePassword& wish);

// ---- Links

// Sends a mail, or does not, and never tells which.
Result<Nothing> ask_for_link(Work& work, const AskForLink& wish);
Outcome sign_in_with_code_before(Outside& outside, SignInWithCode& wish);
Result<SignedIn> sign_in_with_code(Work& work, const SignInWithCode& wish);
// Uses nothing up.
Result<LinkInfo> look_at_link(const View& view, const LookAtLink& wish);
Outcome use_link_before(Outside& outside, UseLink& wish);
Result<SignedIn> use_link(Work& work, const UseLink& wish);
Result<LinkSent> send_link(Work& work, const SendLink& wish);
// For the command line: sends nothing and asks for no right.
Result<LinkMade> make_link(Work& work, PersonId person, LinkKind kind);

// ---- Grants

Result<RolesPage> show_roles(const View& view, const Nothing&);
Result<PersonGrants> list_grants(const View& view, const OfPerson& wish);
Result<PersonGrant> give_grant(Work& work, const GiveGrant& wish);
Result<Nothing> take_grant(Work& work, const TakeGrant& wish);
// The person's only role in that place.
Outcome set_role(Work& work, const GiveGrant& wish);
// Takes every role that the person holds for this customer: they no longer belong to it.
void revoke_grants(Work& work, PersonId person, CustomerId customer);

// ---- Persons as users

// A person with a role, for the command line. The first owner sets the company up, under the domain
// of their address.
Result<UserCreated> create_user(Work& work, const CreateUser& wish);
// Ends sessions, links and API tokens with it.
Result<Nothing> disable_person(Work& work, const OfPerson& wish);
Result<Nothing> enable_person(Work& work, const OfPerson& wish);

// Refuses with person_above_you unless the actor holds every right that the person holds. Ask
// before changing how somebody signs in: their addresses, above all.
Outcome may_manage(const View& view, PersonId person);
// As whom the person would act, had they signed in; nobody who is disabled, erased or merged.
std::optional<Actor> acting(Tx& tx, PersonId person);
// Of our company, whoever can sign in.
std::vector<PersonId> people_in_role(Tx& tx, Role role);
// Of a customer, whoever can sign in.
std::vector<PersonId> people_in_role_at(Tx& tx, Role role, CustomerId customer);
// Refuses with last_owner when nobody else would be left. Claims the root of access first.
Outcome keep_an_owner(Work& work, PersonId person);
// Password, sessions, links, tokens, grants and known networks go. Part of erasing a person.
void erase_access(Work& work, PersonId person);

// Where a letter to this person goes, and in which language: for somebody who was merged, to the
// one they go on as. Nothing for somebody without an address, and for whoever is disabled or
// erased.
struct Reachable {
    std::string email;
    Language language = Language::pl;
    std::string given_name;
};
std::optional<Reachable> find_reachable(Tx& tx, PersonId person);

// JSON of what is held about the person.
std::string export_access(const View& view, PersonId person);

// For whoever sets up people who have not come in yet, without a session and without asking for a
// right. The password is hashed before the transaction, since that takes a while.
std::string hash_password(std::string_view password);
Outcome set_password(Work& work, PersonId person, std::string_view hash);

// ---- API tokens

Result<ApiTokens> list_tokens(const View& view, const Nothing&);
Result<TokenCreated> create_token(Work& work, const CreateToken& wish);
Result<Nothing> delete_token(Work& work, const DeleteToken& wish);

// ---- What is over

// Deletes sessions, links, tokens and counters that are over, some hundred at a time; false when
// there may be more.
bool purge_expired(Work& work);

}  // namespace ogniwo::people
