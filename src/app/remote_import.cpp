#include "app/remote_import.hpp"

#include "base/json.hpp"

namespace ogniwo::app {

Result<tickets::ImportOpened> RemoteImportTarget::open(const tickets::OpenImport& wish) {
    return client_.ask<tickets::ImportOpened>(HttpMethod::post, "/imports/events", to_json(wish));
}

Result<tickets::ChunkImported> RemoteImportTarget::push(const tickets::PushImportChunk& chunk) {
    return client_.ask<tickets::ChunkImported>(
        HttpMethod::post, "/imports/events/chunks", to_json(chunk));
}

Result<tickets::ImportSummaryPage> RemoteImportTarget::summary(
    const tickets::ReadImportSummary& wish) {
    std::string target = "/imports/events/summary?name=" + percent_encode(wish.name);
    if (wish.cursor) target += "&cursor=" + percent_encode(*wish.cursor);
    return client_.ask<tickets::ImportSummaryPage>(HttpMethod::get, target, {});
}

}  // namespace ogniwo::app
