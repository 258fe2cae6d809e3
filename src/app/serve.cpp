#include <csignal>

#include "app/commands.hpp"
#include "app/installation.hpp"
#include "app/log.hpp"
#include "app/node.hpp"

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

}  // namespace

int serve(const Settings& settings) {
    const sigset_t signals = block_stop_signals();
    const auto installation = Installation::open(settings);
    if (!installation) return complain(installation.error());
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
