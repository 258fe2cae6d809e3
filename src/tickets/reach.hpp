#pragma once

// Which tickets lists look at: all of some customers, and of others those that the reader has asked
// for. Private to the slice.

#include <optional>
#include <vector>

#include "storage/work.hpp"
#include "tickets/store.hpp"

namespace ogniwo::tickets {

// Customers' people and bookkeepers are not shown what is internal, so they cannot ask by it
// either.
enum class Asking { openly, by_internal };

// Nothing for a part of which there is nothing to see.
struct Reach {
    std::optional<Scope> all{};
    std::optional<Scope> own{};
};
Reach reach_of(const Actor& actor, Asking asking);

// One filter for each of the two parts, few readers have both, and for each of those who are meant
// by it (meant.hpp). Marks in the filter are internal anyway.
struct ReachedPart {
    Scope scope{};
    store::TicketFilter filter{};
};
std::vector<ReachedPart> parts_of(const View& view,
                                  const store::TicketFilter& filter,
                                  Asking asking = Asking::openly);

}  // namespace ogniwo::tickets
