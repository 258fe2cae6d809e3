#pragma once

// Promises that were missed, ticket by ticket, and what their time went to.

#include <optional>
#include <string>
#include <vector>

#include "sla/report_types.hpp"
#include "tickets/clock_types.hpp"

namespace ogniwo::tickets {

inline constexpr int breaches_most = 500;

struct ReadBreaches {
    Date from{};  // Days of our company's calendar, both included.
    Date to{};
    std::optional<CustomerId> customer{};
    std::optional<sla::Target> target{};
};
void describe(Fields& fields, ReadBreaches& wish);

// Within the hours: what counted, at which tier, and what was waited for.
struct BreachCause {
    ClockCause cause = ClockCause::counts;
    std::optional<int> tier{};  // Of what counts.
    Minutes minutes{};
};
void describe(Fields& fields, BreachCause& cause);

struct Breach {
    TicketId ticket{};
    std::int64_t number = 0;
    std::string subject{};
    CustomerId customer{};
    std::string customer_name{};
    sla::Target target = sla::Target::resolution;
    Time ended_at{};
    Minutes budget{};
    Minutes over{};
    std::vector<BreachCause> causes{};
};
void describe(Fields& fields, Breach& breach);

// Those that the reader may see, the latest first.
struct BreachList {
    std::vector<Breach> items{};
    bool more = false;                  // There are others, and the sums are without them.
    std::vector<BreachCause> causes{};  // Of all items together.
};
void describe(Fields& fields, BreachList& list);

}  // namespace ogniwo::tickets
