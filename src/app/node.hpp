#pragma once

// A running server: the queues and who works on them, the HTTP edge, the loops in the background.
//
// Threads live here and nowhere else; each calls step() of one object until the node stops.
// Stopping goes from the outside in: no new connections, open requests finish, queues drain, loops
// end.

#include <atomic>
#include <functional>
#include <memory>
#include <string>
#include <thread>
#include <vector>

#include "app/installation.hpp"
#include "app/log.hpp"
#include "app/metrics.hpp"
#include "app/nightly.hpp"
#include "app/settings.hpp"
#include "http/assets.hpp"
#include "http/dispatcher.hpp"
#include "http/limiter.hpp"
#include "http/live_feed.hpp"
#include "http/outside.hpp"
#include "http/server.hpp"
#include "operations/operations.hpp"
#include "storage/followers.hpp"
#include "storage/jobs.hpp"
#include "storage/outbox.hpp"
#include "storage/timers.hpp"

namespace ogniwo::app {

class Node {
public:
    Node(Installation& installation, const Settings& settings, const Log& log);
    ~Node();

    // Serves when it returns. The error's `detail` is a sentence for the person at the terminal.
    Outcome start();
    // Lets open requests finish for at most ten seconds.
    void stop();

    std::uint16_t port() const { return http_->port(); }

private:
    using Step = std::function<bool()>;  // Whether it may go on at once.

    void open_connections();
    void start_threads();
    void run(std::string name, std::chrono::milliseconds pause, Step step);
    void loop(const std::string& name, std::chrono::milliseconds pause, const Step& step);
    void print_setup_code();
    void renew_setup_code();
    void follow_journal();
    void tell_other_nodes();

    void answer(Request&& request, Responder respond);
    void answer_operator(Request&& request, Responder respond);
    bool answer_health(const Request& request, Responder& respond);
    void write_metrics(Responder respond);
    void log_request(const RequestLog& line);
    Outcome start_http(const Settings& settings);
    Outcome start_operator_http(const Settings& settings);

    Installation& installation_;
    const Settings settings_;
    const Log& log_;
    Metrics metrics_;
    Operations operations_;

    WriteQueue writes_;
    ReadQueue reads_;
    QueuedTransactor data_;
    OutsidePool outside_;
    std::vector<std::unique_ptr<Writer>> writers_;
    std::vector<std::unique_ptr<Reader>> readers_;
    std::unique_ptr<Connection> checkpointer_;
    std::atomic<bool> wal_is_long_{false};  // The writer is asked to restart it.
    Bell committed_;
    std::uint64_t heard_ = 0;               // By the live feed,
    std::uint64_t told_ = 0;                // and told to other nodes.
    std::unique_ptr<Connection> listener_;  // On PostgreSQL: for other nodes' commits,
    std::unique_ptr<Connection> notifier_;  // and for telling them of ours.

    Timers timers_;
    Jobs jobs_;
    Outbox outbox_;
    std::vector<std::unique_ptr<Follower>> followers_;
    std::unique_ptr<BlobStore> blobs_;
    std::unique_ptr<Nightly> nightly_;

    RequestLimiter limiter_;
    AssetServer assets_;
    std::unique_ptr<DirectTransactor> live_data_;  // A connection of its own, with its own cache.
    std::unique_ptr<LiveFeed> live_feed_;
    std::unique_ptr<Dispatcher> dispatcher_;
    std::unique_ptr<HttpServer> http_;
    std::unique_ptr<HttpServer> operator_http_;

    std::atomic<bool> stopping_{false};
    std::atomic<bool> ready_{false};
    std::vector<std::thread> database_threads_;
    std::vector<std::thread> loop_threads_;
};

}  // namespace ogniwo::app
