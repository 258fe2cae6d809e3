#include <fmt/format.h>

#include <cstdio>

#include "app/commands.hpp"
#include "app/installation.hpp"
#include "app/progress.hpp"
#include "app/wiring.hpp"
#include "demo/service.hpp"
#include "storage/filling.hpp"

namespace ogniwo::app {
namespace {

// So the write-ahead log stays below some 100 MB.
constexpr int chunks_between_tidying = 20;

Error explained(Error error, const Settings& settings) {
    if (error.reason == demo::unfinished) {
        error.detail = fmt::format(
            "the filling of this demo was interrupted; delete the folder {}{} and run ogniwo demo "
            "again",
            settings.data,
            settings.database.empty() ? "" : " and the database " + settings.database);
    } else if (error.reason == demo::not_empty) {
        error.detail =
            "there are people or customers here already; a demo only goes into an empty "
            "installation, such as --data ./data-demo";
    }
    return error;
}

Outcome fill(Installation& installation, demo::Filler& filler, std::int64_t tickets) {
    TRY_DO(filler.begin());
    Filling filling(installation.data().connection());
    Progress progress("Telling tickets");
    for (int chunk = 1;; ++chunk) {
        TRY(const bool more, filler.step());
        progress.show(filler.filled().tickets, tickets);
        if (!more) break;
        if (chunk % chunks_between_tidying == 0) filling.tidy();
    }
    filling.settle();
    return filler.finish();
}

std::string as_json(const demo::Filled& filled) {
    std::string list;
    for (const demo::Account& account : demo::accounts()) {
        list += fmt::format(R"({}{{"email":"{}","name":"{}","role":"{}"}})",
                            list.empty() ? "" : ",",
                            account.email,
                            account.name,
                            enum_name(account.role));
    }
    return fmt::format(
        R"({{"tickets":{},"messages":{},"events":{},"password":"{}","accounts":[{}]}})",
        filled.tickets,
        filled.messages,
        filled.events,
        demo::password,
        list);
}

std::string who_can_sign_in() {
    std::string text = fmt::format("Sign in with the password {} as\n", demo::password);
    for (const demo::Account& account : demo::accounts()) {
        text += fmt::format("  {:<40} {}\n", account.email, account.job_title);
    }
    return text;
}

void show(const demo::Filled& filled, Output output) {
    if (output == Output::json) {
        std::puts(as_json(filled).c_str());
        return;
    }
    std::puts(fmt::format("{} tickets with {} messages and {} events are in",
                          filled.tickets,
                          filled.messages,
                          filled.events)
                  .c_str());
    std::fputs(who_can_sign_in().c_str(), stdout);
    std::fflush(stdout);
}

}  // namespace

int demo(const Settings& settings, const DemoCommand& command, Output output) {
    auto opened = Installation::open(settings);
    if (!opened) return complain(opened.error());
    Installation& installation = **opened;
    Operations operations;
    mount_everything(operations);  // Says what each role may do.
    auto filled = installation.look([](const View& view) { return demo::filled_before(view.tx); });
    if (!filled || !command.if_missing) {
        demo::Filler filler(
            installation.data(), installation.environment(), {command.tickets, command.seed});
        const Outcome done = fill(installation, filler, command.tickets);
        if (!done) return complain(explained(done.error(), settings));
        filled = filler.filled();
    }
    show(*filled, output);
    return 0;
}

}  // namespace ogniwo::app
