#pragma once

// The import of an event log into a running server, over its API and with an API token.

#include <string>

#include "http/client.hpp"
#include "tickets/event_import.hpp"

namespace ogniwo::app {

inline constexpr Reason server_refused{Refusal::conflict, "app.server_refused"};

class RemoteImportTarget final : public tickets::ImportTarget {
public:
    RemoteImportTarget(std::string url, std::string token)
        : client_(std::move(url)), token_(std::move(token)) {}

    Result<tickets::ImportOpened> open(const tickets::OpenImport& wish) override;
    Result<tickets::ChunkImported> push(const tickets::PushImportChunk& chunk) override;
    Result<tickets::ImportSummaryPage> summary(const tickets::ReadImportSummary& wish) override;

private:
    template <class Answer>
    Result<Answer> ask(HttpMethod method, const std::string& target, const std::string& body);

    HttpClient client_;
    std::string token_;
};

}  // namespace ogniwo::app
