#pragma once

// The live feed: one per node, it follows the journal and tells open streams what has changed.
//
// A stream begins at the cursor that came with the reader's snapshot, or where a broken one ended
// (Last-Event-ID), so nothing is missed; what it repeats, the reader drops by the rows' versions.
// Messages (server-sent events), each with JSON:
//
//     hello   {"version"}      first of all; with another version than before, load the page anew
//     upsert  {"kind", "row"}  a row that this reader may see is new or has changed
//     reset   {}               rights have changed, or too much was missed: load everything anew
//     over    {}               the session has ended
//
// An `id:` alone says how far the stream has come. Rights are looked at again whenever something
// happens to the reader or what they came with, and at every heartbeat, always before anything is
// told; so nobody follows for longer than they may. What another system's import brings in is not
// told row by row: its readers are told to begin anew, every few seconds. So is everybody after an
// event that changes how many rows read (Operations::live_anew).

#include <chrono>
#include <functional>
#include <memory>
#include <mutex>
#include <span>
#include <string>
#include <vector>

#include "http/credentials.hpp"
#include "http/dispatcher.hpp"
#include "http/growing_body.hpp"
#include "operations/operations.hpp"
#include "storage/journal.hpp"
#include "storage/transactor.hpp"

namespace ogniwo {

struct LiveFeedOptions {
    std::size_t streams_most = 4'000;
    std::size_t streams_per_account = 64;
    std::size_t waiting_bytes_most = 1024 * 1024;  // Of one stream; more, and it is ended.
    int missed_most = 500;  // Changes; a reader that missed more starts anew.
    std::chrono::seconds heartbeat{15};
    std::chrono::seconds between_resets{5};
};

struct LiveFeedParts {
    const Operations& operations;
    Transactor& data;
    const Environment& environment;
    Authenticator authenticate;
    std::string version = "0";
    LiveFeedOptions options{};
};

class LiveFeed {
public:
    explicit LiveFeed(LiveFeedParts parts);
    ~LiveFeed();

    // A stream for this reader, from any thread. Refuses with `unavailable` when there are too
    // many. Where one account has too many, its oldest ends.
    Result<std::shared_ptr<GrowingBody>> open(const Request& request,
                                              const Actor& actor,
                                              const Credentials& credentials);

    // Tells what has happened since the last step. True when there may be more at once.
    bool step();

    std::size_t streams() const;

private:
    struct Stream;
    using Streams = std::vector<std::unique_ptr<Stream>>;

    void take_newcomers();
    void welcome(Tx& tx, Time now, Stream& stream);
    bool follow(Tx& tx, Time now);
    void tell(Tx& tx,
              Time now,
              const std::vector<journal::Change>& changes,
              std::span<Stream* const> readers);
    std::optional<std::vector<journal::Change>> missed_by(Tx& tx, const std::string& place) const;
    bool begin_anew(const std::vector<journal::Change>& changes) const;
    void tell_to_begin_anew(Time now, std::span<Stream* const> readers);
    void check_rights(Tx& tx, Time now, Stream& stream);
    void keep_within_account(const Stream& newest);
    void forget_ended();

    const LiveFeedParts parts_;
    Cursor position_{};
    bool is_following_ = false;
    bool has_history_ = false;  // Of which nobody was told yet.
    Time next_reset_{};

    mutable std::mutex mutex_;
    Streams newcomers_;
    std::size_t open_ = 0;  // Newcomers and streams.

    Streams streams_;  // Oldest first; of the thread that steps.
};

}  // namespace ogniwo
