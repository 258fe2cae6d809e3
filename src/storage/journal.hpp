#pragma once

// The journal: everything that happened, in one order that never changes.
//
// The order is (generation, xid, position). On SQLite xid is 0 and positions are given in commit
// order. On PostgreSQL positions are taken before the commit, so a reader sees only what every
// transaction up to there has settled: rows whose xid is below the oldest one still running. A
// generation begins whenever a database's transaction ids start anew (restore, import).

#include <functional>
#include <limits>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "storage/work.hpp"

namespace ogniwo {

// A place in the journal: after this event. Outside the house it is opaque text.
struct Cursor {
    std::int64_t generation = 0;
    std::int64_t xid = 0;
    std::int64_t position = 0;

    friend auto operator<=>(const Cursor&, const Cursor&) = default;
};

std::string to_text(const Cursor& cursor);
std::optional<Cursor> parse_cursor(
    std::string_view text);  // Nothing for any text we did not write.

struct Event {
    Cursor at{};
    Time recorded_at{};
    Time happened_at{};
    Origin origin = Origin::live;
    std::optional<PersonId> actor{};
    std::optional<PersonId> on_behalf_of{};
    std::optional<CustomerId> customer{};
    std::string subject_kind;
    std::int64_t subject_id = 0;
    std::int64_t subject_version = 0;
    std::string name;
    int schema = 1;
    std::optional<EventId> cause{};
    int depth = 0;
    std::string trace;
    std::string payload;  // Canonical JSON, already lifted to the newest schema by the reader.

    EventId id() const { return {at.position}; }
};

namespace journal {

// The next settled events, oldest first.
std::vector<Event> read_after(Tx& tx, const Cursor& after, int limit);
// The same, as far as somebody must know who only wants to look at what has changed.
struct Change {
    Cursor at{};
    Origin origin = Origin::live;
    std::string subject_kind;
    std::int64_t subject_id = 0;
    std::int64_t subject_version = 0;
    std::string name;
};
std::vector<Change> changes_after(Tx& tx, const Cursor& after, int limit);
// All events of one subject, oldest first.
std::vector<Event> of_subject(Tx& tx, std::string_view kind, std::int64_t id);
// Those of several subjects, from the first id to the last: one subject after the other.
std::vector<Event> of_subjects(Tx& tx,
                               std::string_view kind,
                               std::int64_t first,
                               std::int64_t last);
// The first `limit` of those after a place, settled or not.
std::vector<Event> of_subject_after(
    Tx& tx, std::string_view kind, std::int64_t id, const Cursor& after, int limit);
// The last settled place.
Cursor end(Tx& tx);
// A text of an event; nothing when it never had one, or when it was erased.
std::optional<std::string> text(Tx& tx, EventId event, std::string_view field);
// The texts of one subject's events, from the first to the last of them, in the order of the
// events.
struct SubjectText {
    EventId event{};
    std::string field;
    std::optional<std::string> text{};  // Nothing: it was erased.
};
std::vector<SubjectText> texts_of_subject(Tx& tx,
                                          std::string_view kind,
                                          std::int64_t id,
                                          EventId first = {},
                                          EventId last = {
                                              std::numeric_limits<std::int64_t>::max()});
// Turns texts of these events' subject into tombstones: the rows stay, the words go.
void erase_texts(Work& work, std::string_view kind, std::int64_t id);
void erase_texts_of(Work& work, EventId event);
// The same with everything that somebody has written.
void erase_texts_by(Work& work, PersonId actor);
// Begins a new generation: after a restore or when transaction ids went backwards.
void raise_generation(Tx& tx);

// Lifts the payload of an old schema number to the next one. Registered once, before anything
// reads.
using Upcast = std::string (*)(std::string payload);
void add_upcaster(std::string_view name, int from_schema, Upcast lift);

}  // namespace journal

}  // namespace ogniwo
