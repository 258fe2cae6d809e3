#include <algorithm>

#include "people/access_service.hpp"
#include "people/access_support.hpp"

namespace ogniwo::people {
namespace {

constexpr std::size_t tokens_most = 50;

}  // namespace

Result<ApiTokens> list_tokens(const View& view, const Nothing&) {
    return ApiTokens{.items = store::list_tokens(view.tx, view.actor.person)};
}

Result<TokenCreated> create_token(Work& work, const CreateToken& wish) {
    TRY_DO(needs_session(work.actor));
    TRY_DO(rules::check_token(wish, held_by(work.actor), work.now));
    if (store::list_tokens(work.tx, work.actor.person).size() >= tokens_most) {
        return too_many_tokens;
    }
    CreateToken tidy = wish;
    std::ranges::sort(tidy.scopes);
    tidy.scopes.erase(std::unique(tidy.scopes.begin(), tidy.scopes.end()), tidy.scopes.end());
    NewKey key = new_key(work.environment.random, "ogn_");
    const TokenId token = store::insert_token(work, tidy, key.hash);
    work.record(
        TokenMade{.person = work.actor.person, .token = token, .expires_at = wish.expires_at},
        About{"token", token.value, 1});
    return TokenCreated{.id = token, .token = std::move(key.text)};
}

Result<Nothing> delete_token(Work& work, const DeleteToken& wish) {
    if (!store::delete_token(work.tx, work.actor.person, wish.token)) return missing;
    work.record(TokenDeleted{.person = work.actor.person, .token = wish.token},
                About{"token", wish.token.value, 2});
    return Nothing{};
}

}  // namespace ogniwo::people
