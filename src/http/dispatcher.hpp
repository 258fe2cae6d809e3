#pragma once

// From a Request to a Response: the outermost loop of everything that comes over HTTP.
//
// A request is taken apart on the io thread; whatever touches data runs on a reader or on the
// writer, in one transaction with looking up who asks. Mistakes are told in one order: route, site,
// who asks, the right, the request's form, and then what the service says. So nobody learns the
// form of what they may not ask for.

#include <atomic>
#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "base/clock.hpp"
#include "http/credentials.hpp"
#include "http/outside.hpp"
#include "http/server.hpp"
#include "operations/operations.hpp"
#include "storage/blobs.hpp"
#include "storage/idempotency.hpp"
#include "storage/queue.hpp"

namespace ogniwo {

// Finds out who asks; refuses with `unauthenticated`. Never called without credentials. It reads
// only: it also runs on readers.
using Authenticator = std::function<Result<Actor>(Tx&, const Credentials&, Time now)>;

// One line of the log.
struct RequestLog {
    std::string_view method;     // "GET"
    std::string_view path;       // The template, "/customers/{customer}"; empty without a route.
    std::string_view operation;  // "people.find_customer"; empty without a route.
    int status = 0;
    std::int64_t microseconds = 0;
    std::string_view trace;
    std::string_view actor;  // "person:7", "anonymous"; empty when nobody was asked.
    std::size_t bytes = 0;   // Of the answer's body.
    std::string_view reason{};
    std::string_view detail{};  // Of refusals and bugs; not for the client.
};

struct DispatcherHooks {
    // Nothing, or when to come again.
    std::function<std::optional<std::chrono::seconds>(const IpAddress&, Time)> limit_address;
    std::function<std::optional<std::chrono::seconds>(PersonId, Time)> limit_account;
    std::function<void(const RequestLog&)> log;  // From any thread.
};

// A stream of the live feed for this reader, or why there is none.
using OpenStream = std::function<Result<std::shared_ptr<GrowingBody>>(
    const Request&, const Actor&, const Credentials&)>;

// Everything outlives the dispatcher, and the dispatcher what it has put into the queues.
struct DispatcherParts {
    const Operations& operations;
    const Environment& environment;
    const Clock& clock;
    WriteQueue& writes;
    ReadQueue& reads;
    OutsidePool& outside;
    Transactor& data;  // For steps before a transaction; waits, so never the queues' own threads.
    BlobStore& blobs;  // For these steps, and for what is behind a FileAnswer.
    Authenticator authenticate;
    DispatcherHooks hooks{};
    OpenStream open_stream{};
    std::string version = "0";  // Of the product, for openapi.json.
};

class Dispatcher {
public:
    // A Bug when the table is not in order (Operations::check).
    explicit Dispatcher(DispatcherParts parts);
    ~Dispatcher();

    // Whether a request is for us: everything under /api.
    static bool serves(const Request& request);
    void operator()(Request&& request, Responder respond);

    // For HttpOptions: whether this undecoded path takes more than limits::body_bytes.
    bool is_upload(std::string_view path) const;

private:
    struct Call;
    using CallPtr = std::shared_ptr<Call>;

    void route(const CallPtr& call);
    void tell_methods(const CallPtr& call,
                      Response response,
                      const std::vector<std::string>& segments);
    void serve_description(const CallPtr& call);
    void serve(const CallPtr& call, Operations::Match match);
    using Next = void (Dispatcher::*)(const CallPtr&);
    void submit_admission(const CallPtr& call, Next next);
    void submit_outside(const CallPtr& call, Next next);
    void submit(const CallPtr& call);
    void prepare(const CallPtr& call);
    void run_before(const CallPtr& call);
    void open_stream(const CallPtr& call);
    void answer_file(const CallPtr& call);
    void submit_read(const CallPtr& call);
    void submit_write(const CallPtr& call);
    Outcome admit(Call& call, Tx& tx, Time now) const;
    Result<Actor> who_asks(const Call& call, Tx& tx, Time now) const;
    Outcome read(Call& call, Tx& tx, Time now) const;
    Outcome write(Call& call, Tx& tx, Time now) const;
    void settle(const CallPtr& call, const Settled& settled) const;
    void answer(const CallPtr& call) const;
    void refuse(const CallPtr& call, const Error& error) const;
    void finish(const CallPtr& call, Response response) const;
    void take_wish(Call& call) const;
    static IdempotencyKey key_of(const Call& call);
    std::string request_hash(const Call& call) const;

    std::shared_ptr<const void> reserve(std::int64_t bytes);

    DispatcherParts parts_;
    // Bytes of files on their way out. Shared with the answers that carry them.
    std::shared_ptr<std::atomic<std::int64_t>> leaving_ =
        std::make_shared<std::atomic<std::int64_t>>(0);
    std::string description_;  // openapi.json
    std::string description_etag_;
};

}  // namespace ogniwo
