#pragma once

// How people get in, and what they may do once they are inside.
//
// A grant is a person, a role, and either one customer or our whole company. Roles are sets of
// rights, and nobody can give or take a role whose rights they do not hold themselves in that
// place. Whatever opens a door (session, link, API token) is 128 random bits that only its owner
// has: the database keeps hashes. There is always an owner who can sign in.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/enum.hpp"
#include "base/id.hpp"
#include "base/result.hpp"
#include "base/right.hpp"
#include "base/time.hpp"
#include "people/directory_types.hpp"

namespace ogniwo {
class Fields;
}

namespace ogniwo::people {

using GrantId = Id<struct GrantTag>;
using SessionId = Id<struct SessionTag>;
using LinkId = Id<struct LinkTag>;
using TokenId = Id<struct TokenTag>;

// ---- Roles and grants

enum class Role {
    owner,          // Every right there is.
    administrator,  // Runs the desk and its people.
    lead,           // Dispatches.
    technician,
    bookkeeper,  // Contracts and invoices, but no message texts.
    consultant,
    auditor,                 // Reads everything, changes nothing.
    customer_administrator,  // The customer's coordinator.
    customer_approver,
    customer_user,
    partner,  // Of another firm that works for a customer. Not a guest expert of a ticket.
};
constexpr auto names(Role) {
    return enum_names("owner",
                      "administrator",
                      "lead",
                      "technician",
                      "bookkeeper",
                      "consultant",
                      "auditor",
                      "customer_administrator",
                      "customer_approver",
                      "customer_user",
                      "guest_expert");  // The partner: grants are stored under it.
}

// Where a role can be held: for our whole company, for one customer, or for either.
enum class RolePlace { company, customer, either };
constexpr auto names(RolePlace) {
    return enum_names("company", "customer", "either");
}

// Staff work for our company; everybody else belongs to customers.
enum class Side { staff, customer };
constexpr auto names(Side) {
    return enum_names("staff", "customer");
}

struct PersonGrant {
    GrantId id;
    PersonId person;
    Role role = Role::customer_user;
    std::optional<CustomerId> customer;
    std::optional<PersonId> granted_by;  // Nobody: the command line or set-up.
    Time granted_at;
};

// What somebody may do in one place: our whole company when there is no customer. Names of rights,
// sorted.
struct HeldRights {
    std::optional<CustomerId> customer;
    std::vector<std::string_view> rights;
};

struct GiveGrant {
    PersonId person;
    Role role = Role::customer_user;
    std::optional<CustomerId> customer;
};
struct TakeGrant {
    GrantId grant;
};
struct OfPerson {
    PersonId person;
};
struct PersonGrants {
    std::vector<PersonGrant> items;
    std::optional<std::string> next;
};

// The rights page, read from both sides.
struct RoleRights {
    Role role = Role::owner;
    RolePlace place = RolePlace::company;
    std::vector<std::string> rights;
};
struct RightRoles {
    std::string right;
    std::vector<Role> roles;
};
struct RolesPage {
    std::vector<RoleRights> roles;
    std::vector<RightRoles> rights;
};

// ---- Set-up

struct ServerInfo {
    bool needs_setup = false;
    std::string version;
    std::string company_name;  // Empty until set-up.
    std::vector<std::string> languages;
};

struct SetUp {
    std::string code;  // As the server printed it.
    std::string company_name;
    std::string given_name;
    std::string family_name;
    std::string email;
    std::string password;
    Language language = Language::pl;
    std::string zone = "Europe/Warsaw";
    std::string password_hash{};  // Made before the transaction.
};

// ---- Sessions

enum class SessionStart { password, link, code, setup };
constexpr auto names(SessionStart) {
    return enum_names("password", "link", "code", "setup");
}

enum class SessionEnd {
    signed_out,
    ended,
    everywhere,
    replaced,
    password_changed,
    disabled,
    merged,
};
constexpr auto names(SessionEnd) {
    return enum_names(
        "signed_out", "ended", "everywhere", "replaced", "password_changed", "disabled", "merged");
}

// The answer to every way in. The token goes into the cookie and nowhere else.
struct SignedIn {
    std::string token;
    PersonId person;
    SessionId session;
    Time expires_at;  // At the latest.
};

struct SignIn {
    std::string email;
    std::string password;
    PersonId person{};          // Found and checked before the transaction, together with the hash
    std::string stored_hash{};  // that the password fitted, and
    std::string new_hash{};     // one with today's parameters where that was an old one.
};

struct ChangePassword {
    std::optional<std::string> current;
    std::string password;
    std::string stored_hash{};    // What `current` fitted; empty when there was no password yet.
    std::string password_hash{};  // Both found before the transaction.
};

struct CustomerRights {
    CustomerId customer;
    std::vector<std::string> rights;
};
struct MyRole {
    Role role = Role::customer_user;
    std::optional<CustomerId> customer;
};
struct WhoAmI {
    PersonId person;
    std::string given_name;
    std::string family_name;
    std::string email;
    Language language = Language::pl;
    bool staff = false;
    std::optional<SessionId> session;  // Nothing for an API token.
    bool has_password = false;
    Time expires_at;
    std::vector<std::string> rights;  // For every customer.
    std::vector<CustomerRights> customers;
    std::vector<MyRole> roles;
};

struct OpenSession {
    SessionId id;
    Time started_at;
    Time last_seen_at;
    Time expires_at;
    std::string address;
    std::string program;
    SessionStart how = SessionStart::password;
    bool current = false;
};
struct OpenSessions {
    std::vector<OpenSession> items;
    std::optional<std::string> next;
};
struct EndSession {
    SessionId session;
};

// ---- Links

enum class LinkKind { invitation, password_reset, sign_in };
constexpr auto names(LinkKind) {
    return enum_names("invitation", "password_reset", "sign_in");
}

// What the page behind a link does about a password.
enum class PasswordNeed { needed, possible, none };
constexpr auto names(PasswordNeed) {
    return enum_names("needed", "possible", "none");
}

struct AskForLink {
    std::string email;
};
struct SignInWithCode {
    std::string email;
    std::string code;  // Eight digits, with or without a space.
};
struct LookAtLink {
    std::string token;
};
struct LinkInfo {
    LinkKind kind = LinkKind::sign_in;
    std::string address;  // "o•••@kowalski.pl"
    std::string given_name;
    Language language = Language::pl;
    Time expires_at;
    PasswordNeed password = PasswordNeed::none;
};
struct UseLink {
    std::string token;
    std::optional<std::string> password;
    std::string password_hash{};  // Made before the transaction.
};
struct SendLink {
    PersonId person;
    LinkKind kind = LinkKind::invitation;
};
struct LinkSent {
    std::string address;
    Time expires_at;
};
// For the command line, which shows it to whoever sits at the server.
struct LinkMade {
    std::string url;
    std::string code;  // Empty unless the link signs in.
    Time expires_at;
};

// The letter that carries a link, as the channel "mail" gets it.
struct LinkMailParams {
    std::string url;
    std::string code;
    std::int64_t minutes = 0;
    std::string given_name;
    std::string company_name;
};
struct LinkMail {
    std::string to;
    std::string template_name;
    Language language = Language::pl;
    LinkMailParams params;
};

// ---- API tokens

struct CreateToken {
    std::string name;
    std::vector<std::string> scopes;  // Names of rights.
    Time expires_at;
};
struct TokenCreated {
    TokenId id;
    std::string token;  // Shown this once.
};
struct ApiToken {
    TokenId id;
    std::string name;
    std::vector<std::string> scopes;
    Time created_at;
    Time expires_at;
    std::optional<Time> last_used_at;
};
struct ApiTokens {
    std::vector<ApiToken> items;
    std::optional<std::string> next;
};
struct DeleteToken {
    TokenId token;
};

// What access holds about a person, for whoever takes their data along.
struct AccessExport {
    std::vector<PersonGrant> grants;
    std::vector<OpenSession> sessions;
    std::vector<ApiToken> tokens;
    bool has_password = false;
};

// ---- For the command line

struct CreateUser {
    std::string given_name;
    std::string family_name;
    std::string email;
    Language language = Language::pl;
    Role role = Role::technician;
    std::optional<CustomerId> customer;
};
struct UserCreated {
    PersonId person;
};

// ---- Events

struct CompanySetUp {
    static constexpr std::string_view name = "people.set_up";
    static constexpr int schema = 1;

    PersonId owner;
};
struct GrantGiven {
    static constexpr std::string_view name = "people.grant_given";
    static constexpr int schema = 1;

    PersonId person;
    GrantId grant;
    Role role = Role::customer_user;
    std::optional<CustomerId> customer;
};
struct GrantTaken {
    static constexpr std::string_view name = "people.grant_taken";
    static constexpr int schema = 1;

    PersonId person;
    GrantId grant;
    Role role = Role::customer_user;
    std::optional<CustomerId> customer;
};
struct SessionStarted {
    static constexpr std::string_view name = "people.session_started";
    static constexpr int schema = 1;

    PersonId person;
    SessionId session;
    SessionStart how = SessionStart::password;
};
struct SessionEnded {
    static constexpr std::string_view name = "people.session_ended";
    static constexpr int schema = 1;

    PersonId person;
    SessionId session;
    SessionEnd why = SessionEnd::signed_out;
};
// All of a person's sessions at once, but for the one that a new password began.
struct SessionsEnded {
    static constexpr std::string_view name = "people.sessions_ended";
    static constexpr int schema = 1;

    PersonId person;
    SessionEnd why = SessionEnd::everywhere;
    std::int64_t sessions = 0;
};
enum class PasswordChange { setup, changed, invited, reset };
constexpr auto names(PasswordChange) {
    return enum_names("setup", "changed", "invited", "reset");
}
struct PasswordChanged {
    static constexpr std::string_view name = "people.password_changed";
    static constexpr int schema = 1;

    PersonId person;
    PasswordChange how = PasswordChange::changed;
};
struct LinkCreated {
    static constexpr std::string_view name = "people.link_created";
    static constexpr int schema = 1;

    PersonId person;
    LinkId link;
    LinkKind kind = LinkKind::sign_in;
};
struct LinkUsed {
    static constexpr std::string_view name = "people.link_used";
    static constexpr int schema = 1;

    PersonId person;
    LinkId link;
    LinkKind kind = LinkKind::sign_in;
};
struct TokenMade {
    static constexpr std::string_view name = "people.token_created";
    static constexpr int schema = 1;

    PersonId person;
    TokenId token;
    Time expires_at;
};
struct TokenDeleted {
    static constexpr std::string_view name = "people.token_deleted";
    static constexpr int schema = 1;

    PersonId person;
    TokenId token;
};
struct PersonDisabled {
    static constexpr std::string_view name = "people.person_disabled";
    static constexpr int schema = 1;

    PersonId person;
};
struct PersonEnabled {
    static constexpr std::string_view name = "people.person_enabled";
    static constexpr int schema = 1;

    PersonId person;
};
// Somebody keeps guessing a person's password. Recorded at 10, 20, 40, 80 ... failures in a row.
struct SignInAttacked {
    static constexpr std::string_view name = "people.sign_in_attacked";
    static constexpr int schema = 1;

    PersonId person;
    std::int64_t failures = 0;
};

// ---- Rights

inline constexpr Right manage_access{"people.manage_access"};  // Grants; letting in, locking out.
inline constexpr Right read_grants{"people.read_grants"};
inline constexpr Right invite{"people.invite"};
inline constexpr Right own_tokens{"people.own_tokens"};
inline constexpr Right see_cost_rates{"people.see_cost_rates"};

// ---- Reasons

inline constexpr Reason setup_code_wrong{Refusal::forbidden, "people.setup_code_wrong"};
inline constexpr Reason setup_code_used_up{Refusal::forbidden, "people.setup_code_used_up"};
inline constexpr Reason sign_in_refused{Refusal::unauthenticated, "people.sign_in_refused"};
inline constexpr Reason sign_in_too_often{Refusal::too_many, "people.sign_in_too_often"};
inline constexpr Reason asked_too_often{Refusal::too_many, "people.asked_too_often"};
inline constexpr Reason code_refused{Refusal::unauthenticated, "people.code_refused"};
inline constexpr Reason address_unknown{Refusal::conflict, "people.address_unknown"};
inline constexpr Reason password_needed{Refusal::invalid, "people.password_needed"};
inline constexpr Reason password_not_asked{Refusal::invalid, "people.password_not_asked"};
inline constexpr Reason password_wrong{Refusal::invalid, "people.password_wrong"};
inline constexpr Reason not_yours_to_give{Refusal::forbidden, "people.not_yours_to_give"};
inline constexpr Reason person_above_you{Refusal::forbidden, "people.person_above_you"};
inline constexpr Reason session_needed{Refusal::forbidden, "people.session_needed"};
inline constexpr Reason role_needs_customer{Refusal::invalid, "people.role_needs_customer"};
inline constexpr Reason role_is_company_wide{Refusal::invalid, "people.role_is_company_wide"};
inline constexpr Reason role_for_staff{Refusal::invalid, "people.role_for_staff"};
inline constexpr Reason role_for_customers{Refusal::invalid, "people.role_for_customers"};
inline constexpr Reason grant_held{Refusal::conflict, "people.grant_held"};
inline constexpr Reason last_owner{Refusal::conflict, "people.last_owner"};
inline constexpr Reason person_is_disabled{Refusal::conflict, "people.person_is_disabled"};
inline constexpr Reason token_scope_unknown{Refusal::invalid, "people.token_scope_unknown"};
inline constexpr Reason token_too_long{Refusal::invalid, "people.token_too_long"};
inline constexpr Reason too_many_tokens{Refusal::exhausted, "people.too_many_tokens"};
inline constexpr Reason token_already_over{Refusal::invalid, "people.token_already_over"};

// ---- How each of them crosses the border (access_api.cpp)

void describe(Fields& fields, PersonGrant& grant);
void describe(Fields& fields, GiveGrant& wish);
void describe(Fields& fields, TakeGrant& wish);
void describe(Fields& fields, OfPerson& wish);
void describe(Fields& fields, PersonGrants& list);
void describe(Fields& fields, RoleRights& role);
void describe(Fields& fields, RightRoles& right);
void describe(Fields& fields, RolesPage& page);
void describe(Fields& fields, ServerInfo& server);
void describe(Fields& fields, SetUp& wish);
void describe(Fields& fields, SignedIn& answer);
void describe(Fields& fields, SignIn& wish);
void describe(Fields& fields, ChangePassword& wish);
void describe(Fields& fields, CustomerRights& rights);
void describe(Fields& fields, MyRole& role);
void describe(Fields& fields, WhoAmI& me);
void describe(Fields& fields, OpenSession& session);
void describe(Fields& fields, OpenSessions& list);
void describe(Fields& fields, EndSession& wish);
void describe(Fields& fields, AskForLink& wish);
void describe(Fields& fields, SignInWithCode& wish);
void describe(Fields& fields, LookAtLink& wish);
void describe(Fields& fields, LinkInfo& link);
void describe(Fields& fields, UseLink& wish);
void describe(Fields& fields, SendLink& wish);
void describe(Fields& fields, LinkSent& sent);
void describe(Fields& fields, LinkMailParams& params);
void describe(Fields& fields, LinkMail& mail);
void describe(Fields& fields, CreateToken& wish);
void describe(Fields& fields, TokenCreated& created);
void describe(Fields& fields, ApiToken& token);
void describe(Fields& fields, ApiTokens& list);
void describe(Fields& fields, DeleteToken& wish);
void describe(Fields& fields, AccessExport& part);
void describe(Fields& fields, CompanySetUp& event);
void describe(Fields& fields, GrantGiven& event);
void describe(Fields& fields, GrantTaken& event);
void describe(Fields& fields, SessionStarted& event);
void describe(Fields& fields, SessionEnded& event);
void describe(Fields& fields, SessionsEnded& event);
void describe(Fields& fields, PasswordChanged& event);
void describe(Fields& fields, LinkCreated& event);
void describe(Fields& fields, LinkUsed& event);
void describe(Fields& fields, TokenMade& event);
void describe(Fields& fields, TokenDeleted& event);
void describe(Fields& fields, PersonDisabled& event);
void describe(Fields& fields, PersonEnabled& event);
void describe(Fields& fields, SignInAttacked& event);

}  // namespace ogniwo::people
