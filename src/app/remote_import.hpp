#pragma once

// The import of an event log into a running server, over its API and with an API token.

#include <string>

#include "app/api_client.hpp"
#include "tickets/event_import.hpp"

namespace ogniwo::app {

class RemoteImportTarget final : public tickets::ImportTarget {
public:
    RemoteImportTarget(std::string url, std::string token)
        : client_(std::move(url), std::move(token)) {}

    Result<tickets::ImportOpened> open(const tickets::OpenImport& wish) override;
    Result<tickets::ChunkImported> push(const tickets::PushImportChunk& chunk) override;
    Result<tickets::ImportSummaryPage> summary(const tickets::ReadImportSummary& wish) override;

private:
    ApiClient client_;
};

}  // namespace ogniwo::app
