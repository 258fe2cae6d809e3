#include "http/live_feed.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "http/problem.hpp"

namespace ogniwo {
namespace {

constexpr int changes_at_once = 500;
constexpr std::size_t newcomers_at_once = 50;
constexpr int beats_at_once = 50;  // A second look at the rights each: not all in one transaction.

std::string message(std::string_view name, std::string_view data) {
    std::string text;
    text.reserve(name.size() + data.size() + 20);
    text += "event: ";
    text += name;
    text += "\ndata: ";
    text += data;
    text += "\n\n";
    return text;
}

// How far a stream has come, with nothing else: browsers remember it and tell no script.
std::string place(const Cursor& cursor) {
    return "id: " + to_text(cursor) + "\n\n";
}

std::string upsert(const LiveKind& kind, const std::string& json) {
    std::string data = R"({"kind":")";
    data += kind.subject;
    data += R"(","row":)";
    data += json;
    data += '}';
    return message("upsert", data);
}

std::string gone(const LiveKind& kind, const LiveRow& row) {
    std::string data = R"({"kind":")";
    data += kind.subject;
    data += R"(","id":)" + std::to_string(row.id) + "}";
    return message("gone", data);
}

// Whether this reader could see the row before one of these versions.
bool saw_before(const Actor& actor,
                const LiveKind& kind,
                const LiveRow& row,
                const std::set<std::int64_t>& versions) {
    return std::ranges::any_of(row.former, [&](const FormerRow& former) {
        return versions.contains(former.version) && may_see(actor, kind, former);
    });
}

// Whatever happens to a person, or to the session or token they came with, may have changed what
// they may see.
bool change_rights(const std::vector<journal::Change>& changes, const Actor& actor) {
    return std::ranges::any_of(changes, [&](const journal::Change& change) {
        if (change.subject_kind == "person") return change.subject_id == actor.person.value;
        if (change.subject_kind == "session") return change.subject_id == actor.session;
        return change.subject_kind == "token" && change.subject_id == -actor.session;
    });
}

bool holds_history(const std::vector<journal::Change>& changes) {
    return std::ranges::any_of(
        changes, [](const journal::Change& change) { return change.origin != Origin::live; });
}

// Where the reader's snapshot was made, or where its last stream broke off.
std::optional<std::string_view> wanted_place(const Request& request) {
    if (const auto last = request.header("last-event-id")) return last;
    return request.query_value("after");
}

}  // namespace

struct LiveFeed::Stream {
    Actor actor;
    Credentials credentials;
    std::optional<std::string> after;   // As the reader wrote it.
    std::shared_ptr<GrowingBody> body;  // Shared with the connection that sends it.
    bool is_new = true;                 // Not yet where all the others are.
    Time next_beat{};
    bool is_over = false;

    void push(std::string_view piece) {
        if (!is_over && !body->push(piece)) is_over = true;
    }
    void end() {
        body->end();
        is_over = true;
    }
};

LiveFeed::LiveFeed(LiveFeedParts parts) : parts_(std::move(parts)) {}

LiveFeed::~LiveFeed() = default;

Result<std::shared_ptr<GrowingBody>> LiveFeed::open(const Request& request,
                                                    const Actor& actor,
                                                    const Credentials& credentials) {
    auto stream = std::make_unique<Stream>(
        Stream{.actor = actor,
               .credentials = credentials,
               .after = {},
               .body = std::make_shared<GrowingBody>(parts_.options.waiting_bytes_most)});
    if (const auto wanted = wanted_place(request)) stream->after = *wanted;
    stream->push("retry: 2000\n" + message("hello", R"({"version":")" + parts_.version + "\"}"));
    auto body = stream->body;
    const std::lock_guard lock(mutex_);
    if (open_ >= parts_.options.streams_most) return refusing::unavailable;
    newcomers_.push_back(std::move(stream));
    ++open_;
    return body;
}

bool LiveFeed::step() {
    take_newcomers();
    if (streams_.empty()) {
        is_following_ = false;  // The first newcomer begins where the journal then ends.
        return false;
    }
    bool more = false;
    // May be run again after a failure: what was told already is told once more, and dropped by
    // whoever reads it.
    parts_.data.read([&](Tx& tx, Time now) {
        if (!is_following_) position_ = journal::end(tx);
        is_following_ = true;
        more = follow(tx, now);
        std::size_t welcomed = 0;
        for (const auto& stream : streams_) {
            if (!stream->is_new || welcomed == newcomers_at_once) continue;
            welcome(tx, now, *stream);
            ++welcomed;
        }
        more = more || welcomed == newcomers_at_once;
    });
    forget_ended();
    return more;
}

void LiveFeed::take_newcomers() {
    const std::lock_guard lock(mutex_);
    for (auto& stream : newcomers_) {
        keep_within_account(*stream);
        streams_.push_back(std::move(stream));
    }
    newcomers_.clear();
}

bool LiveFeed::follow(Tx& tx, Time now) {
    const auto changes = journal::changes_after(tx, position_, changes_at_once);
    const bool is_anew = begin_anew(changes);
    std::vector<Stream*> readers;
    int beats = 0;
    for (const auto& stream : streams_) {
        if (stream->is_new) continue;
        const bool beat = now >= stream->next_beat && beats < beats_at_once;
        // Nobody is told anything by rights that have just been taken away.
        if (beat || is_anew || change_rights(changes, stream->actor)) {
            check_rights(tx, now, *stream);
        }
        // A comment keeps proxies from closing what is quiet, and shows who has left.
        if (beat) {
            stream->push(":\n\n");
            stream->next_beat = now + parts_.options.heartbeat;
            ++beats;
        }
        readers.push_back(stream.get());
    }
    if (!changes.empty()) {
        tell(tx, now, changes, readers);
        for (Stream* reader : readers) reader->push(place(changes.back().at));
        position_ = changes.back().at;
    }
    has_history_ = has_history_ || is_anew || holds_history(changes);
    tell_to_begin_anew(now, readers);
    if (beats == beats_at_once) return true;
    return changes.size() == static_cast<std::size_t>(changes_at_once);
}

bool LiveFeed::begin_anew(const std::vector<journal::Change>& changes) const {
    return std::ranges::any_of(changes, [&](const journal::Change& change) {
        return parts_.operations.begins_anew(change.name);
    });
}

// Another system's past does not come row by row: while it is brought in, everybody is told every
// few seconds to look anew. So they are when two persons or customers have become one.
void LiveFeed::tell_to_begin_anew(Time now, std::span<Stream* const> readers) {
    if (!has_history_ || now < next_reset_) return;
    for (Stream* reader : readers) reader->push(message("reset", "{}"));
    has_history_ = false;
    next_reset_ = now + parts_.options.between_resets;
}

// Each row is read once, as it is now, and told to whoever may see it.
void LiveFeed::tell(Tx& tx,
                    Time now,
                    const std::vector<journal::Change>& changes,
                    std::span<Stream* const> readers) {
    if (readers.empty()) return;
    // Rows by kind, with the versions that they have got.
    std::map<std::string_view, std::map<std::int64_t, std::set<std::int64_t>>> changed;
    for (const journal::Change& change : changes) {
        if (change.origin != Origin::live) continue;
        changed[change.subject_kind][change.subject_id].insert(change.subject_version);
    }
    const Caller nobody;
    const View view{tx, Actor::system(), now, parts_.environment, nobody};
    for (const LiveKind& kind : parts_.operations.live_kinds()) {
        const auto found = changed.find(kind.subject);
        if (found == changed.end()) continue;
        std::vector<std::int64_t> ids;
        for (const auto& [id, versions] : found->second) ids.push_back(id);
        for (const LiveRow& row : kind.project(view, ids)) {
            const std::string whole = upsert(kind, row.json);
            const std::string limited = upsert(kind, row.limited);
            for (Stream* reader : readers) {
                if (may_see(reader->actor, kind, row)) {
                    reader->push(reader->actor.may(kind.whole, row.customer) ? whole : limited);
                } else if (saw_before(reader->actor, kind, row, found->second[row.id])) {
                    reader->push(gone(kind, row));
                }
            }
        }
    }
}

// From where they were to where everybody is, with the rights that they have by now.
void LiveFeed::welcome(Tx& tx, Time now, Stream& stream) {
    check_rights(tx, now, stream);
    if (stream.after) {
        const auto missed = missed_by(tx, *stream.after);
        Stream* const reader = &stream;
        if (!missed) {
            stream.push(message("reset", "{}"));
        } else {
            tell(tx, now, *missed, {&reader, 1});
        }
    }
    stream.push(place(position_));
    stream.next_beat = now + parts_.options.heartbeat;
    stream.is_new = false;
}

// What has changed since then; nothing where that cannot be said, or is more than a reader should
// be told row by row. A restored database has another past than its readers remember.
std::optional<std::vector<journal::Change>> LiveFeed::missed_by(Tx& tx,
                                                                const std::string& place) const {
    const auto after = parse_cursor(place);
    if (!after || after->generation != position_.generation || *after > position_) return {};
    const int most = parts_.options.missed_most;
    auto missed = journal::changes_after(tx, *after, most + 1);
    std::erase_if(missed, [&](const journal::Change& change) { return change.at > position_; });
    const bool is_too_much = missed.size() > static_cast<std::size_t>(most);
    if (is_too_much || holds_history(missed) || begin_anew(missed)) return {};
    return missed;
}

void LiveFeed::check_rights(Tx& tx, Time now, Stream& stream) {
    if (stream.is_over) return;
    auto actor = parts_.authenticate(tx, stream.credentials, now);
    if (!actor || actor->person != stream.actor.person) {
        stream.push(message("over", "{}"));
        stream.end();
        return;
    }
    if (actor->grants == stream.actor.grants && actor->also == stream.actor.also) return;
    stream.actor = *std::move(actor);
    stream.push(message("reset", "{}"));
}

// Somebody with that many open windows has forgotten the oldest.
void LiveFeed::keep_within_account(const Stream& newest) {
    const auto same_account = [&](const auto& other) {
        return other->actor.person == newest.actor.person && !other->is_over;
    };
    const auto count = std::ranges::count_if(streams_, same_account);
    if (count < static_cast<std::ptrdiff_t>(parts_.options.streams_per_account)) return;
    (*std::ranges::find_if(streams_, same_account))->end();
}

// A body that only we still hold never reached a connection: its reader left before.
void LiveFeed::forget_ended() {
    const auto ended = std::erase_if(streams_, [](const auto& stream) {
        return stream->is_over || stream->body.use_count() == 1;
    });
    const std::lock_guard lock(mutex_);
    open_ -= ended;
}

std::size_t LiveFeed::streams() const {
    const std::lock_guard lock(mutex_);
    return open_;
}

}  // namespace ogniwo
