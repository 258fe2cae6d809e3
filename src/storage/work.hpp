#pragma once

// A View reads, a Work changes: a transaction, on whose behalf, and at what moment.
//
// Everything that changes data is handed a Work by the loop that received the request, mail, job or
// script. That loop commits it, rolls it back, or runs it again when the database asks for a retry.
// A service must therefore have no effect outside the Work: mail is sent by whoever reads the
// journal after the commit, never from here.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/json.hpp"
#include "base/time.hpp"
#include "storage/actor.hpp"
#include "storage/tx.hpp"

namespace ogniwo {

class Random;
class Vault;

using EventId = Id<struct EventTag>;  // The position in the journal.

// What a service may use besides the database. One per process, set by app.
struct Environment {
    Random& random;
    const Vault& vault;
    std::string
        base_url{};  // "https://desk.example", for links in mails. Never from a Host header.
};

// Where a request came from.
struct Caller {
    std::string address{};  // Of the client, behind trusted proxies.
    std::string program{};  // User-Agent.
    std::string trace{};    // 32 hex digits, in the log and in every event.
};

// A look at the data at one moment. On a reader connection it can change nothing.
struct View {
    Tx& tx;
    const Actor& actor;
    const Time now;
    const Environment& environment;
    const Caller& caller;
};

enum class Origin { live, import, demo };
constexpr auto names(Origin) {
    return enum_names("live", "import", "demo");
}

// Which row an event is about, and the version that the row has after it.
struct About {
    std::string_view kind;  // "ticket"
    std::int64_t id = 0;
    std::int64_t version = 0;
    std::optional<CustomerId> customer{};
};

// Personal or free text of an event. It lies beside the payload, so that it can be erased.
struct EventText {
    std::string_view field;
    std::string text;
};

// A View that may also write and record. `now` is taken when the work starts on the writer and is
// never before the last event's.
struct Work : View {
    Origin origin = Origin::live;
    std::optional<Time> happened_at{};  // When it is not now: imports and late timers.
    std::optional<EventId> cause{};     // The event whose follower does this work,
    int depth = 0;                      // and how long that chain is already.

    // Into the journal, in this transaction.
    template <class Event>
    EventId record(const Event& event, const About& about, std::vector<EventText> texts = {}) {
        return append(Event::name, Event::schema, to_json(event), about, std::move(texts));
    }

private:
    EventId append(std::string_view name,
                   int schema,
                   std::string payload,
                   const About& about,
                   std::vector<EventText> texts);
};

// The same work, on behalf of somebody else, who must outlive it.
Work acting_as(const Work& work, const Actor& actor);
Work acting_as(const Work& work, const Actor&& actor) = delete;

}  // namespace ogniwo
