#include "app/remote_import.hpp"

#include <fmt/format.h>

#include "base/crypto.hpp"
#include "base/json.hpp"

namespace ogniwo::app {

// The key is made of the request itself: sent twice over a bad line, it is done once.
template <class Answer>
Result<Answer> RemoteImportTarget::ask(HttpMethod method,
                                       const std::string& target,
                                       const std::string& body) {
    NamedValues headers{{"Authorization", "Bearer " + token_}};
    if (method == HttpMethod::post) {
        headers.emplace_back("Content-Type", "application/json");
        headers.emplace_back("Idempotency-Key", sha256_hex(target + "\n" + body));
    }
    TRY(const Response response, client_.send(method, "/api/v1" + target, headers, body));
    if (response.status >= 300) {
        return Error{.reason = server_refused,
                     .detail = fmt::format(
                         "the server answered {}: {}", response.status, response.body.view())};
    }
    return from_json<Answer>(response.body.view());
}

Result<tickets::ImportOpened> RemoteImportTarget::open(const tickets::OpenImport& wish) {
    return ask<tickets::ImportOpened>(HttpMethod::post, "/imports/events", to_json(wish));
}

Result<tickets::ChunkImported> RemoteImportTarget::push(const tickets::PushImportChunk& chunk) {
    return ask<tickets::ChunkImported>(HttpMethod::post, "/imports/events/chunks", to_json(chunk));
}

Result<tickets::ImportSummaryPage> RemoteImportTarget::summary(
    const tickets::ReadImportSummary& wish) {
    std::string target = "/imports/events/summary?name=" + percent_encode(wish.name);
    if (wish.cursor) target += "&cursor=" + percent_encode(*wish.cursor);
    return ask<tickets::ImportSummaryPage>(HttpMethod::get, target, {});
}

}  // namespace ogniwo::app
