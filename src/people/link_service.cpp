#include "base/crypto.hpp"
#include "base/json.hpp"
#include "base/random.hpp"
#include "people/access_service.hpp"
#include "people/access_support.hpp"
#include "people/directory_service.hpp"
#include "people/merge_service.hpp"
#include "storage/outbox.hpp"
#include "storage/secrets.hpp"

namespace ogniwo::people {
namespace {

// Asking has counters of its own: an office that starts its day is no attack.
constexpr std::string_view asking_network = "ask_network";
constexpr std::string_view asking_account = "ask_account";

Blob code_mac(const Environment& environment, PersonId person, std::string_view digits) {
    const std::string text = std::to_string(person.value) + "|" + std::string(digits);
    return Blob{environment.vault.mac("people.link_code", text)};
}

std::string new_digits(Random& random) {
    const std::string number = std::to_string(random.below(100'000'000));
    return std::string(8 - number.size(), '0') + number;
}

struct MadeLink {
    std::string url;
    std::string code;  // "1234 5678", or empty
    Time expires_at;
};

// The one before it is void. The token stands behind the "#", so that browsers send it to nobody:
// only the page itself reads it.
MadeLink create_link(Work& work, const store::Account& account, LinkKind kind) {
    const NewKey key = new_key(work.environment.random);
    MadeLink made{.url = work.environment.base_url + "/link#" + key.text,
                  .expires_at = work.now + rules::link_life(kind)};
    store::NewLink link{
        .token = key.hash, .person = account.person, .kind = kind, .expires_at = made.expires_at};
    if (kind == LinkKind::sign_in) {
        const std::string digits = new_digits(work.environment.random);
        link.code = code_mac(work.environment, account.person, digits);
        made.code = digits.substr(0, 4) + " " + digits.substr(4);
    }
    store::delete_links_of_kind(work.tx, account.person, kind);
    const LinkId id = store::insert_link(work.tx, link, work.now);
    work.record(LinkCreated{.person = account.person, .link = id, .kind = kind},
                About{"link", id.value, 1});
    return made;
}

void mail_link(Work& work, const store::Account& account, LinkKind kind) {
    const MadeLink made = create_link(work, account, kind);
    const LinkMail mail{.to = account.email,
                        .template_name = "people." + std::string(enum_name(kind)),
                        .language = account.language,
                        .params = {.url = made.url,
                                   .code = made.code,
                                   .minutes = rules::link_life(kind).count(),
                                   .given_name = account.given_name,
                                   .company_name = company_name(work.tx)}};
    outbox::put(work, "mail", to_json(mail));
}

// As many rows as for somebody who is known, so that the clock tells no difference.
void pretend_to_mail_link(Work& work) {
    for (int row = 0; row < 3; ++row) {
        const NewKey key = new_key(work.environment.random);
        store::insert_link(
            work.tx, {.token = key.hash, .person = std::nullopt, .expires_at = work.now}, work.now);
    }
    (void)company_name(work.tx);
}

// True when this address must wait. Else one more is counted.
bool waits_to_ask(Tx& tx, const Door& door, Time now) {
    const rules::Tries tries = store::find_tries(tx, asking_account, door.account);
    if (rules::wait_left(tries, rules::asking_account_patience, now).count() > 0) return true;
    store::save_tries(tx,
                      asking_account,
                      door.account,
                      rules::failed_again(tries, rules::asking_account_patience, now));
    return false;
}

// A link that can be used, with somebody behind it who can sign in.
struct OpenLink {
    store::FoundLink link;
    store::Account account;
    PasswordNeed need = PasswordNeed::none;
};
std::optional<OpenLink> find_open_link(Tx& tx, std::string_view token, Time now) {
    if (!looks_like_token(token)) return std::nullopt;
    auto link = store::find_link(tx, key_hash(token), now);
    if (!link) return std::nullopt;
    auto account = store::find_account(tx, link->person);
    if (!can_sign_in(account)) return std::nullopt;
    const PasswordNeed need = rules::password_need(link->kind, account->side);
    return OpenLink{*std::move(link), *std::move(account), need};
}

}  // namespace

std::optional<Reachable> find_reachable(Tx& tx, PersonId person) {
    const PersonId reader = goes_on(tx, person);
    const auto account = store::find_account(tx, reader);
    if (!can_sign_in(account) || account->email.empty()) return std::nullopt;
    return Reachable{
        .email = account->email, .language = account->language, .given_name = account->given_name};
}

Result<Nothing> ask_for_link(Work& work, const AskForLink& wish) {
    const Door door = door_of(work.caller, wish.email, std::nullopt);
    const rules::Tries tries = store::find_tries(work.tx, asking_network, door.network);
    const auto wait = rules::wait_left(tries, rules::asking_network_patience, work.now);
    if (wait.count() > 0) return too_often(asked_too_often, wait);
    store::save_tries(work.tx,
                      asking_network,
                      door.network,
                      rules::failed_again(tries, rules::asking_network_patience, work.now));

    const bool waits = waits_to_ask(work.tx, door, work.now);
    const auto account = find_account_by_email(work.tx, wish.email);
    if (!waits && can_sign_in(account) && !account->email.empty()) {
        Work unasked = acting_as(work, Actor::system());
        mail_link(unasked, *account, rules::link_for(account->side));
    } else {
        pretend_to_mail_link(work);
    }
    return Nothing{};
}

Outcome sign_in_with_code_before(Outside& outside, SignInWithCode& wish) {
    bool is_counted = false;
    const Outcome counted = outside.data.write([&](Tx& tx, Time now) -> Outcome {
        is_counted = false;
        TRY_DO(count_network_try(tx, rules::network_of(outside.caller.address), now));
        const auto person = find_person_by_email(tx, wish.email);
        const auto link = person ? store::find_code_link(tx, *person, now) : std::nullopt;
        if (link) is_counted = store::add_code_try(tx, link->id);
        return Nothing{};
    });
    TRY_DO(counted);
    if (!is_counted) return code_refused;
    return Nothing{};
}

Result<SignedIn> sign_in_with_code(Work& work, const SignInWithCode& wish) {
    const auto account = find_account_by_email(work.tx, wish.email);
    if (!can_sign_in(account)) return code_refused;
    const auto link = store::find_code_link(work.tx, account->person, work.now);
    const std::string digits = rules::tidy_digits(wish.code);
    if (!link || digits.empty()) return code_refused;
    const Blob mac = code_mac(work.environment, account->person, digits);
    if (!same_bytes(mac.bytes, link->code->bytes)) return code_refused;
    if (!store::delete_link(work.tx, link->id)) return code_refused;

    forgive_network_try(work.tx, rules::network_of(work.caller.address), work.now);
    work.record(LinkUsed{.person = account->person, .link = link->id, .kind = link->kind},
                About{"link", link->id.value, 2});
    return start_session(work, *account, SessionStart::code);
}

Result<LinkInfo> look_at_link(const View& view, const LookAtLink& wish) {
    const auto open = find_open_link(view.tx, wish.token, view.now);
    if (!open) return missing;
    return LinkInfo{.kind = open->link.kind,
                    .address = rules::masked(open->account.email),
                    .given_name = open->account.given_name,
                    .language = open->account.language,
                    .expires_at = open->link.expires_at,
                    .password = open->need};
}

Outcome use_link_before(Outside& outside, UseLink& wish) {
    std::optional<OpenLink> open;
    outside.data.read([&](Tx& tx, Time now) { open = find_open_link(tx, wish.token, now); });
    if (!open) return missing;
    if (!wish.password) return Nothing{};
    if (open->need == PasswordNeed::none) {
        return at_field("/password", Error{.reason = password_not_asked});
    }
    TRY_DO(check_new_password(*wish.password, open->account));
    wish.password_hash = hash_slowly(*wish.password);
    return Nothing{};
}

Result<SignedIn> use_link(Work& work, const UseLink& wish) {
    const auto open = find_open_link(work.tx, wish.token, work.now);
    if (!open) return missing;
    const bool brings_password = !wish.password_hash.empty();
    if (open->need == PasswordNeed::needed && !brings_password) {
        return at_field("/password", Error{.reason = password_needed});
    }
    if (!store::delete_link(work.tx, open->link.id)) return missing;

    const Actor self{.kind = Actor::Kind::person, .person = open->account.person};
    Work own = acting_as(work, self);
    own.record(
        LinkUsed{.person = open->account.person, .link = open->link.id, .kind = open->link.kind},
        About{"link", open->link.id.value, 2});
    if (brings_password) {
        const bool is_reset = open->link.kind == LinkKind::password_reset;
        change_password_to(own,
                           open->account,
                           wish.password_hash,
                           is_reset ? PasswordChange::reset : PasswordChange::invited);
    }
    return start_session(work, open->account, SessionStart::link);
}

Result<LinkSent> send_link(Work& work, const SendLink& wish) {
    const auto account = store::find_account(work.tx, wish.person);
    const Scope scope = work.actor.scope(invite);
    if (!account || !store::is_person_within(work.tx, scope, wish.person)) return missing;
    TRY_DO(may_manage(work, wish.person));
    TRY_DO(goes_on_as_nobody(work.tx, wish.person));
    if (!can_sign_in(account)) return person_is_disabled;
    if (account->email.empty()) return address_unknown;
    mail_link(work, *account, wish.kind);
    return LinkSent{.address = rules::masked(account->email),
                    .expires_at = work.now + rules::link_life(wish.kind)};
}

Result<LinkMade> make_link(Work& work, PersonId person, LinkKind kind) {
    const auto account = store::find_account(work.tx, person);
    if (!account) return missing;
    TRY_DO(goes_on_as_nobody(work.tx, person));
    if (!can_sign_in(account)) return person_is_disabled;
    const MadeLink made = create_link(work, *account, kind);
    return LinkMade{.url = made.url, .code = made.code, .expires_at = made.expires_at};
}

}  // namespace ogniwo::people
