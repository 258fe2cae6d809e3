#include <csignal>

#include "app/commands.hpp"
#include "app/installation.hpp"
#include "app/log.hpp"
#include "app/node.hpp"
#include "demo/service.hpp"

namespace ogniwo::app {
namespace {

// Ctrl-C and SIGTERM are waited for by this thread alone; every thread made later inherits the
// mask.
sigset_t block_stop_signals() {
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGINT);
    sigaddset(&signals, SIGTERM);
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    std::signal(SIGPIPE, SIG_IGN);
    return signals;
}

// A demo of which nobody knows what is missing is not served.
Outcome is_whole(Installation& installation) {
    const auto state = installation.look([](const View& view) { return demo::state_of(view.tx); });
    if (state != demo::DemoState::unfinished) return Nothing{};
    return Error{.reason = demo::unfinished,
                 .detail = "the filling of the demo in " + installation.folder() +
                           " was interrupted; delete it and run ogniwo demo again"};
}

}  // namespace

int serve(const Settings& settings) {
    const sigset_t signals = block_stop_signals();
    const auto installation = Installation::open(settings);
    if (!installation) return complain(installation.error());
    if (const Outcome whole = is_whole(**installation); !whole) return complain(whole.error());
    const Log log((*installation)->wall_clock(), *enum_value<Level>(settings.log));
    Node node(**installation, settings, log);
    if (const Outcome started = node.start(); !started) return complain(started.error());
    int signal = 0;
    sigwait(&signals, &signal);
    log.write(Level::info, "stopping", {{"signal", signal == SIGINT ? "SIGINT" : "SIGTERM"}});
    node.stop();
    return 0;
}

}  // namespace ogniwo::app
