#pragma once

// The whole product inside a test: every operation, the dispatcher and its queues over a
// TestDatabase, without sockets and without threads. Each request is answered before ask() returns;
// nothing happens in the background until it is told to. Clock and randomness are the
// TestDatabase's.
//
// A rehearsed request runs like any other and is then undone, though its sender is told that it was
// committed: so thousands of requests meet exactly the same data.

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "http/dispatcher.hpp"
#include "http/live_feed.hpp"
#include "operations/operations.hpp"
#include "people/types.hpp"
#include "storage/jobs.hpp"
#include "storage/outbox.hpp"
#include "storage/timers.hpp"
#include "testing/databases.hpp"

namespace ogniwo {

// The table as the product has it, mounted once per process: what slices register outlives it.
const Operations& every_operation();

// A request as our own web pages would send it. `target` is path and query, already encoded; one
// that no client may send is a Bug.
Request make_request(HttpMethod method, std::string_view target, std::string body = {});
// Signs the request. Empty: anonymous.
Request with_session(Request request, std::string_view token);
Request with_bearer(Request request, std::string_view token);

// One event as the tests see it: the payload, and beside it what the journal's row says.
struct RecordedEvent {
    std::int64_t position = 0;
    std::string name;
    std::string json;  // Payload, with actor, customer, version, the subject's kind, and texts.
};

class Desk {
public:
    explicit Desk(TestDatabase& database);
    ~Desk();
    Desk(const Desk&) = delete;
    Desk& operator=(const Desk&) = delete;

    Response ask(Request request);
    Response rehearse(Request request);
    // Why the last request was refused or what bug it met, for the failure message.
    const std::string& last_detail() const { return detail_; }

    // Fires timers, works on jobs and sends letters until nothing is due.
    void work_off();
    // What was sent since the last call.
    std::vector<Letter> take_letters();
    // What the live feed has told this open stream since the last call.
    std::string follow(const Response& stream);
    std::size_t streams() const { return live_feed_->streams(); }
    // All events after this position, oldest first.
    std::vector<RecordedEvent> events_after(std::int64_t position);

    TestDatabase& database() { return database_; }

    // What tests need to begin with; all of it past the operations, and without passwords.

    // Everything a fresh server prepares at its start.
    void start();
    // Our company "Ogniwo Serwis" with its first owner.
    PersonId set_up_company();
    PersonId add_person(const people::CreateUser& wish);
    void give_role(PersonId person, people::Role role, std::optional<CustomerId> customer);
    // The token of a new session.
    std::string sign_in(PersonId person);
    std::string add_api_token(PersonId person, std::vector<std::string> scopes);
    // Whether this token still opens a session.
    bool is_signed_in(std::string_view token);

private:
    class BeforeSteps;
    enum class Kept { yes, no };

    Response run(Request request, Kept kept);
    bool step(Kept kept);

    TestDatabase& database_;
    WriteQueue writes_;
    ReadQueue reads_;
    OutsidePool outside_;
    Writer writer_;
    Reader reader_;
    std::unique_ptr<Connection> rehearsal_;
    std::unique_ptr<BeforeSteps> before_steps_;
    Timers timers_;
    Jobs jobs_;
    Outbox outbox_;
    std::vector<Letter> letters_;
    std::string detail_;
    std::unique_ptr<BlobStore> blobs_;
    std::unique_ptr<LiveFeed> live_feed_;
    std::unique_ptr<Dispatcher> dispatcher_;
};

}  // namespace ogniwo
