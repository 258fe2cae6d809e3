#include <utility>

#include "base/crypto.hpp"
#include "base/random.hpp"
#include "people/access_service.hpp"
#include "people/access_support.hpp"
#include "people/directory_service.hpp"

namespace ogniwo::people {
namespace {

// Filled while the program starts, on one thread.
std::vector<SetUpHook>& hooks() {
    static std::vector<SetUpHook> list;
    return list;
}

std::string& version_text() {
    static std::string version;
    return version;
}

Blob code_hash(std::string_view typed) {
    return key_hash(tidy_human_code(typed));
}

Outcome check_code(const store::AccessRoot& root, std::string_view typed) {
    if (root.is_set_up) return missing;
    const bool used_up = root.wrong_codes >= rules::setup_code_tries;
    if (!root.setup_code || used_up) return setup_code_used_up;
    if (!same_bytes(root.setup_code->bytes, code_hash(typed).bytes)) return setup_code_wrong;
    return Nothing{};
}

// Field errors of the card and the person under the names that they have in this wish.
Error renamed(Error error, std::string_view from, std::string_view to) {
    for (FieldError& field : error.fields) {
        if (field.pointer.starts_with(from)) field.pointer = to;
    }
    return error;
}

struct Beginning {
    std::string company_name;
    std::string zone;
    CreateUser owner;
};

// The company's card, the first owner, and what the slices above want to begin with.
Result<PersonId> begin_company(Work& work, const Beginning& beginning) {
    Work unasked = acting_as(work, Actor::system());
    AddCompany card;
    card.name = beginning.company_name;
    card.language = beginning.owner.language;
    if (!beginning.zone.empty()) card.zone = beginning.zone;
    const auto company = add_company(unasked, card);
    if (!company) return renamed(company.error(), "/name", "/companyName");

    CreatePerson wish;
    wish.given_name = beginning.owner.given_name;
    wish.family_name = beginning.owner.family_name;
    wish.emails = {beginning.owner.email};
    wish.language = beginning.owner.language;
    wish.is_staff = true;
    const auto person = add_person(unasked, wish);
    if (!person) return renamed(person.error(), "/emails", "/email");
    TRY_DO(add_grant(unasked, {.person = *person, .role = Role::owner}));

    const Actor owner = actor_of(work.tx, *person);
    Work own = acting_as(work, owner);
    for (const SetUpHook& hook : hooks()) TRY_DO(hook(own));
    own.record(CompanySetUp{.owner = *person}, About{"company", 1, 1});
    return *person;
}

}  // namespace

std::optional<std::string> make_setup_code(Work& work) {
    if (store::load_access_root(work.tx).is_set_up) return std::nullopt;
    std::string code = human_code(work.environment.random);
    store::update_setup_code(work.tx, code_hash(code));
    return code;
}

bool is_setup_code_used_up(Tx& tx) {
    const auto root = store::load_access_root(tx);
    return !root.is_set_up && root.wrong_codes >= rules::setup_code_tries;
}

void on_setup(SetUpHook hook) {
    hooks().push_back(std::move(hook));
}

void announce_version(std::string_view version) {
    version_text() = version;
}

Result<ServerInfo> describe_server(const View& view, const Nothing&) {
    ServerInfo server{.needs_setup = !store::load_access_root(view.tx).is_set_up,
                      .version = version_text(),
                      .company_name = company_name(view.tx)};
    for (const auto name : names(Language{})) server.languages.emplace_back(name);
    return server;
}

Outcome set_up_before(Outside& outside, SetUp& wish) {
    Outcome checked = Nothing{};
    TRY_DO(outside.data.write([&](Tx& tx, Time) -> Outcome {
        checked = check_code(store::load_access_root(tx), wish.code);
        // A wrong code is written down, so this work must not be refused.
        if (!checked && checked.error().reason == setup_code_wrong) {
            store::add_wrong_setup_code(tx);
        }
        return Nothing{};
    }));
    TRY_DO(std::move(checked));
    TRY_DO(check_new_password(
        wish.password,
        {.given_name = wish.given_name, .family_name = wish.family_name, .email = wish.email}));
    wish.password_hash = hash_slowly(wish.password);
    return Nothing{};
}

Result<SignedIn> set_up(Work& work, const SetUp& wish) {
    TRY_DO(check_code(store::load_access_root(work.tx), wish.code));
    if (!store::mark_set_up(work.tx, work.now)) return missing;
    TRY(const PersonId owner,
        begin_company(work,
                      {.company_name = wish.company_name,
                       .zone = wish.zone,
                       .owner = {.given_name = wish.given_name,
                                 .family_name = wish.family_name,
                                 .email = wish.email,
                                 .language = wish.language,
                                 .role = Role::owner}}));
    const auto account = store::find_account(work.tx, owner);
    INVARIANT(account.has_value() && !wish.password_hash.empty());
    const Actor self{.kind = Actor::Kind::person, .person = owner};
    Work own = acting_as(work, self);
    change_password_to(own, *account, wish.password_hash, PasswordChange::setup);
    return start_session(own, *account, SessionStart::setup);
}

Result<UserCreated> create_user(Work& work, const CreateUser& wish) {
    const bool is_first_owner = wish.role == Role::owner && store::mark_set_up(work.tx, work.now);
    if (is_first_owner) {
        const auto at = wish.email.find('@');
        TRY(const PersonId owner,
            begin_company(work,
                          {.company_name = at == std::string::npos ? wish.family_name
                                                                   : wish.email.substr(at + 1),
                           .zone = {},
                           .owner = wish}));
        return UserCreated{owner};
    }
    const Side side = place_of(wish.role) == RolePlace::customer ? Side::customer : Side::staff;
    TRY_DO(rules::may_hold(place_of(wish.role), wish.customer, side));
    if (wish.customer && !customer_exists(work.tx, *wish.customer)) return missing;
    CreatePerson person;
    person.given_name = wish.given_name;
    person.family_name = wish.family_name;
    person.emails = {wish.email};
    person.language = wish.language;
    person.is_staff = side == Side::staff;
    if (side == Side::customer) person.customers = {*wish.customer};
    TRY(const PersonId id, add_person(work, person));
    TRY_DO(add_grant(work, {.person = id, .role = wish.role, .customer = wish.customer}));
    return UserCreated{id};
}

}  // namespace ogniwo::people
