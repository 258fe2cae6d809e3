#include "people/access_api.hpp"

#include "base/describe.hpp"
#include "base/limits.hpp"
#include "operations/operations.hpp"
#include "people/access_service.hpp"
#include "people/erasure_service.hpp"

namespace ogniwo::people {
namespace {

constexpr std::int64_t password_bound = limits::password_bytes;
constexpr std::int64_t email_bound = limits::email_bytes;
constexpr std::int64_t name_bound = limits::name_length;
constexpr std::int64_t key_bound = 64;
constexpr std::int64_t scopes_bound = 200;

}  // namespace

// ---- Roles and grants

void describe(Fields& fields, PersonGrant& grant) {
    fields("id", grant.id);
    fields("person", grant.person);
    fields("role", grant.role);
    fields("customer", grant.customer).about("Absent: for our whole company.");
    fields("grantedBy", grant.granted_by).about("Absent: set-up or the command line.");
    fields("grantedAt", grant.granted_at);
}

void describe(Fields& fields, GiveGrant& wish) {
    fields("person", wish.person);
    fields("role", wish.role);
    fields("customer", wish.customer).about("Absent: for our whole company.");
}

void describe(Fields& fields, TakeGrant& wish) {
    fields("grant", wish.grant);
}

void describe(Fields& fields, OfPerson& wish) {
    fields("person", wish.person);
}

void describe(Fields& fields, PersonGrants& list) {
    fields("items", list.items);
    fields("next", list.next);
}

void describe(Fields& fields, RoleRights& role) {
    fields("role", role.role);
    fields("place", role.place).about("Where the role can be held.");
    fields("rights", role.rights);
}

void describe(Fields& fields, RightRoles& right) {
    fields("right", right.right);
    fields("roles", right.roles);
}

void describe(Fields& fields, RolesPage& page) {
    fields("roles", page.roles);
    fields("rights", page.rights);
}

// ---- Set-up

void describe(Fields& fields, ServerInfo& server) {
    fields("needsSetup", server.needs_setup);
    fields("version", server.version);
    fields("companyName", server.company_name).about("Empty until set-up.");
    fields("languages", server.languages);
}

void describe(Fields& fields, SetUp& wish) {
    fields("code", wish.code).at_most(key_bound).secret().about("As the server printed it.");
    fields("companyName", wish.company_name).within(1, name_bound);
    fields("givenName", wish.given_name).within(1, name_bound);
    fields("familyName", wish.family_name).within(1, name_bound);
    fields("email", wish.email).within(3, email_bound);
    fields("password", wish.password).at_most(password_bound).secret();
    fields("language", wish.language).may_be_missing();
    fields("zone", wish.zone).at_most(key_bound).may_be_missing().about("IANA name.");
}

// ---- Sessions

void describe(Fields& fields, SignedIn& answer) {
    fields("token", answer.token).secret().about("Goes into the cookie, not into the answer.");
    fields("person", answer.person);
    fields("session", answer.session);
    fields("expiresAt", answer.expires_at).about("At the latest.");
}

void describe(Fields& fields, SignIn& wish) {
    fields("email", wish.email).at_most(email_bound);
    fields("password", wish.password).at_most(password_bound).secret();
}

void describe(Fields& fields, ChangePassword& wish) {
    fields("current", wish.current)
        .at_most(password_bound)
        .secret()
        .about("May be absent only where there is no password yet.");
    fields("password", wish.password).at_most(password_bound).secret();
}

void describe(Fields& fields, CustomerRights& rights) {
    fields("customer", rights.customer);
    fields("rights", rights.rights);
}

void describe(Fields& fields, MyRole& role) {
    fields("role", role.role);
    fields("customer", role.customer);
}

void describe(Fields& fields, WhoAmI& me) {
    fields("person", me.person);
    fields("givenName", me.given_name);
    fields("familyName", me.family_name);
    fields("email", me.email);
    fields("language", me.language);
    fields("staff", me.staff);
    fields("session", me.session).about("Absent for an API token.");
    fields("hasPassword", me.has_password);
    fields("expiresAt", me.expires_at);
    fields("rights", me.rights).about("For every customer.");
    fields("customers", me.customers).about("Rights for single customers.");
    fields("roles", me.roles);
}

void describe(Fields& fields, OpenSession& session) {
    fields("id", session.id);
    fields("startedAt", session.started_at);
    fields("lastSeenAt", session.last_seen_at);
    fields("expiresAt", session.expires_at);
    fields("address", session.address);
    fields("program", session.program).about("What the browser says it is.");
    fields("how", session.how);
    fields("current", session.current);
}

void describe(Fields& fields, OpenSessions& list) {
    fields("items", list.items);
    fields("next", list.next);
}

void describe(Fields& fields, EndSession& wish) {
    fields("session", wish.session);
}

// ---- Links

void describe(Fields& fields, AskForLink& wish) {
    fields("email", wish.email).at_most(email_bound);
}

void describe(Fields& fields, SignInWithCode& wish) {
    fields("email", wish.email).at_most(email_bound);
    fields("code", wish.code).at_most(20).secret().about("Eight digits, however grouped.");
}

void describe(Fields& fields, LookAtLink& wish) {
    fields("token", wish.token).at_most(key_bound).secret();
}

void describe(Fields& fields, LinkInfo& link) {
    fields("kind", link.kind);
    fields("address", link.address).about("Masked.");
    fields("givenName", link.given_name);
    fields("language", link.language);
    fields("expiresAt", link.expires_at);
    fields("password", link.password).about("Whether a new password goes with using the link.");
}

void describe(Fields& fields, UseLink& wish) {
    fields("token", wish.token).at_most(key_bound).secret();
    fields("password", wish.password).at_most(password_bound).secret();
}

void describe(Fields& fields, SendLink& wish) {
    fields("person", wish.person);
    fields("kind", wish.kind);
}

void describe(Fields& fields, LinkSent& sent) {
    fields("address", sent.address).about("Masked.");
    fields("expiresAt", sent.expires_at);
}

void describe(Fields& fields, LinkMailParams& params) {
    fields("url", params.url).secret();
    fields("code", params.code).secret();
    fields("minutes", params.minutes);
    fields("givenName", params.given_name);
    fields("companyName", params.company_name);
}

void describe(Fields& fields, LinkMail& mail) {
    fields("to", mail.to);
    fields("template", mail.template_name);
    fields("language", mail.language);
    fields("params", mail.params);
}

// ---- API tokens

void describe(Fields& fields, CreateToken& wish) {
    fields("name", wish.name).within(1, name_bound);
    fields("scopes", wish.scopes).within(1, scopes_bound).about("Names of rights that you hold.");
    fields("expiresAt", wish.expires_at).about("At most a year from now.");
}

void describe(Fields& fields, TokenCreated& created) {
    fields("id", created.id);
    fields("token", created.token).secret().about("Shown this once.");
}

void describe(Fields& fields, ApiToken& token) {
    fields("id", token.id);
    fields("name", token.name);
    fields("scopes", token.scopes);
    fields("createdAt", token.created_at);
    fields("expiresAt", token.expires_at);
    fields("lastUsedAt", token.last_used_at);
}

void describe(Fields& fields, ApiTokens& list) {
    fields("items", list.items);
    fields("next", list.next);
}

void describe(Fields& fields, DeleteToken& wish) {
    fields("token", wish.token);
}

// ---- Events

void describe(Fields& fields, CompanySetUp& event) {
    fields("owner", event.owner);
}

void describe(Fields& fields, GrantGiven& event) {
    fields("person", event.person);
    fields("grant", event.grant);
    fields("role", event.role);
    fields("customer", event.customer);
}

void describe(Fields& fields, GrantTaken& event) {
    fields("person", event.person);
    fields("grant", event.grant);
    fields("role", event.role);
    fields("customer", event.customer);
}

void describe(Fields& fields, SessionStarted& event) {
    fields("person", event.person);
    fields("session", event.session);
    fields("how", event.how);
}

void describe(Fields& fields, SessionEnded& event) {
    fields("person", event.person);
    fields("session", event.session);
    fields("why", event.why);
}

void describe(Fields& fields, SessionsEnded& event) {
    fields("person", event.person);
    fields("why", event.why);
    fields("sessions", event.sessions);
}

void describe(Fields& fields, PasswordChanged& event) {
    fields("person", event.person);
    fields("how", event.how);
}

void describe(Fields& fields, LinkCreated& event) {
    fields("person", event.person);
    fields("link", event.link);
    fields("kind", event.kind);
}

void describe(Fields& fields, LinkUsed& event) {
    fields("person", event.person);
    fields("link", event.link);
    fields("kind", event.kind);
}

void describe(Fields& fields, TokenMade& event) {
    fields("person", event.person);
    fields("token", event.token);
    fields("expiresAt", event.expires_at);
}

void describe(Fields& fields, TokenDeleted& event) {
    fields("person", event.person);
    fields("token", event.token);
}

void describe(Fields& fields, PersonDisabled& event) {
    fields("person", event.person);
}

void describe(Fields& fields, PersonEnabled& event) {
    fields("person", event.person);
}

void describe(Fields& fields, SignInAttacked& event) {
    fields("person", event.person);
    fields("failures", event.failures);
}

void describe(Fields& fields, AccessExport& part) {
    fields("grants", part.grants);
    fields("sessions", part.sessions);
    fields("tokens", part.tokens);
    fields("hasPassword", part.has_password);
}

// ---- The table

namespace {

void allow_access() {
    allow(manage_access, {Role::administrator, Role::customer_administrator});
    allow_reading(read_grants, {Role::lead, Role::customer_administrator});
    allow(invite, {Role::technician, Role::customer_administrator});
    allow_reading(
        own_tokens,
        {Role::technician, Role::bookkeeper, Role::consultant, Role::customer_administrator});
    // What an hour costs us is not for everybody who runs the desk.
    allow(see_cost_rates, {Role::bookkeeper});
}

void mount_setup(Operations& operations) {
    operations
        .get<Nothing, ServerInfo>("people.server", "/server", anyone, describe_server, Nothing{})
        .about("What the sign-in page needs to know before anybody has signed in.");

    const SetUp set_up_sample{.code = "7K3M-9QXT-0ZVW-4HNB",
                              .company_name = "Ogniwo Serwis",
                              .given_name = "Olga",
                              .family_name = "Wrona",
                              .email = "olga@ogniwo.example",
                              .password = "nad stawem szumi trzcina"};
    operations.post<SetUp, SignedIn>("people.set_up", "/setup", anyone, set_up, set_up_sample)
        .before<SetUp>(set_up_before)
        .session(SessionEffect::starts)
        .secret_answer()
        .creates()
        .about("Makes our company and its first owner; once only, with the code that was printed.");
}

void mount_sessions(Operations& operations) {
    operations
        .post<SignIn, SignedIn>(
            "people.sign_in",
            "/session",
            anyone,
            sign_in,
            {.email = "olga@ogniwo.example", .password = "nad stawem szumi trzcina"})
        .before<SignIn>(sign_in_before)
        .session(SessionEffect::starts)
        .secret_answer()
        .creates()
        .about("Signs in with a password.");
    operations.get<Nothing, WhoAmI>("people.session", "/session", signed_in, who_am_i, Nothing{})
        .about("Who is signed in here, and what they may do for whom.");
    operations.del<Nothing, Nothing>("people.sign_out", "/session", signed_in, sign_out, Nothing{})
        .session(SessionEffect::ends)
        .about("Ends this session.");
    operations
        .get<Nothing, OpenSessions>(
            "people.list_sessions", "/sessions", signed_in, list_sessions, Nothing{})
        .about("My sessions, on all my devices.");
    operations
        .del<EndSession, Nothing>(
            "people.end_session", "/sessions/{session}", signed_in, end_session, {.session = {1}})
        .about("Ends one of my sessions.");
    operations
        .del<Nothing, Nothing>(
            "people.sign_out_everywhere", "/sessions", signed_in, sign_out_everywhere, Nothing{})
        .session(SessionEffect::ends)
        .about("Ends all my sessions, this one too.");
    operations
        .post<ChangePassword, SignedIn>(
            "people.change_password",
            "/session/password",
            signed_in,
            change_password,
            {.current = "nad stawem szumi trzcina", .password = "za lasem stoi stary wiatrak"})
        .before<ChangePassword>(change_password_before)
        .session(SessionEffect::starts)
        .secret_answer()
        .about("A new password; all my other sessions end.");
}

void mount_links(Operations& operations) {
    operations
        .post<AskForLink, Nothing>("people.ask_for_link",
                                   "/session/link",
                                   anyone,
                                   ask_for_link,
                                   {.email = "jan@kowalski.example"})
        .about("Sends a way in by mail. The answer is the same whether or not anybody is there.");
    operations
        .post<SignInWithCode, SignedIn>("people.sign_in_with_code",
                                        "/session/code",
                                        anyone,
                                        sign_in_with_code,
                                        {.email = "jan@kowalski.example", .code = "1234 5678"})
        .before<SignInWithCode>(sign_in_with_code_before)
        .session(SessionEffect::starts)
        .secret_answer()
        .creates()
        .about("Signs in with the code from the mail; a code can be tried five times.");

    const std::string token = "00000000000000000000000000";
    operations
        .get<LookAtLink, LinkInfo>(
            "people.link", "/links/{token}", anyone, look_at_link, {.token = token})
        .about("What a link is for. Looking at it uses nothing up.");
    operations
        .post<UseLink, SignedIn>(
            "people.use_link", "/links/{token}", anyone, use_link, {.token = token})
        .before<UseLink>(use_link_before)
        .session(SessionEffect::starts)
        .secret_answer()
        .creates()
        .about("Uses the link up and signs in, with a new password where one is asked for.");
    operations
        .post<SendLink, LinkSent>("people.send_link",
                                  "/persons/{person}/links",
                                  invite,
                                  send_link,
                                  {.person = {1}, .kind = LinkKind::invitation})
        .creates()
        .about("Sends a person an invitation, a password reset or a way in, to their address.");
}

void mount_grants(Operations& operations) {
    operations.get<Nothing, RolesPage>("people.roles", "/roles", signed_in, show_roles, Nothing{})
        .about("Which role holds which rights, read from both sides.");
    operations
        .get<OfPerson, PersonGrants>("people.list_grants",
                                     "/persons/{person}/grants",
                                     read_grants,
                                     list_grants,
                                     {.person = {1}})
        .about("The roles a person holds, as far as the reader may see them.");
    operations
        .post<GiveGrant, PersonGrant>(
            "people.give_grant",
            "/persons/{person}/grants",
            manage_access,
            give_grant,
            {.person = {1}, .role = Role::customer_user, .customer = CustomerId{1}})
        .creates()
        .about("Gives a role. Nobody gives what they do not hold.");
    operations
        .del<TakeGrant, Nothing>(
            "people.take_grant", "/grants/{grant}", manage_access, take_grant, {.grant = {1}})
        .about("Takes a role away. The last owner stays.");
    operations
        .post<OfPerson, Nothing>("people.disable_person",
                                 "/persons/{person}/disable",
                                 manage_access,
                                 disable_person,
                                 {.person = {1}})
        .about("Locks a person out at once, everywhere.");
    operations
        .post<OfPerson, Nothing>("people.enable_person",
                                 "/persons/{person}/enable",
                                 manage_access,
                                 enable_person,
                                 {.person = {1}})
        .about("Lets a person in again.");
}

void mount_tokens(Operations& operations) {
    operations
        .get<Nothing, ApiTokens>(
            "people.list_tokens", "/tokens", own_tokens, list_tokens, Nothing{})
        .about("My API tokens, without their secrets.");
    operations
        .post<CreateToken, TokenCreated>("people.create_token",
                                         "/tokens",
                                         own_tokens,
                                         create_token,
                                         {.name = "Kopia zapasowa",
                                          .scopes = {"people.see_persons"},
                                          .expires_at = *parse_time("2027-01-01T00:00:00Z")})
        .secret_answer()
        .creates()
        .about("Makes an API token with some of my rights. Its secret is shown this once.");
    operations
        .del<DeleteToken, Nothing>(
            "people.delete_token", "/tokens/{token}", own_tokens, delete_token, {.token = {1}})
        .about("Deletes one of my API tokens.");
}

}  // namespace

void mount_access(Operations& operations) {
    allow_access();
    mount_setup(operations);
    mount_sessions(operations);
    mount_links(operations);
    mount_grants(operations);
    mount_tokens(operations);
    on_export("access", export_access);
}

}  // namespace ogniwo::people
