#pragma once

// Rows that open screens show and that keep themselves up to date.
//
// A slice registers a kind of row: whose journal events change it, how it reads now, and who may
// see it. The live feed (http/live_feed.hpp) follows the journal on every node and tells each open
// stream about the rows that its reader may see, and about no others.

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/describe.hpp"
#include "base/right.hpp"
#include "storage/work.hpp"

namespace ogniwo {

// Whose a row was, until it got this version.
struct FormerRow {
    std::int64_t version = 0;
    CustomerId customer{};
    std::optional<PersonId> person{};
};

struct LiveRow {
    CustomerId customer{};
    std::optional<PersonId> person{};  // Whose own row it is.
    std::string json;                  // Its id and version in it.
    std::string limited{};             // For those who lack LiveKind::whole.
    std::int64_t id = 0;
    std::vector<FormerRow> former{};  // Who saw it then and no longer does is told that it is gone.
};

struct LiveKind {
    std::string_view subject;  // Of its journal events: "ticket".
    Right all;                 // Whoever holds it for the row's customer sees the row;
    Right own;                 // and whoever holds this one, where they are the row's person.
    Right whole;               // Whoever lacks it for the customer gets the limited row.
    // Those of these rows that are there, in any order.
    std::function<std::vector<LiveRow>(const View&, const std::vector<std::int64_t>&)> project;
};

// A stream of all of them, from a cursor of the journal on; else from now on.
struct FollowLive {
    std::optional<std::string> after{};
};
void describe(Fields& fields, FollowLive& wish);

// A row, or whose it was.
template <class Owned>
bool may_see(const Actor& actor, const LiveKind& kind, const Owned& row) {
    if (actor.may(kind.all, row.customer)) return true;
    return actor.is(row.person) && actor.may(kind.own, row.customer);
}

}  // namespace ogniwo
