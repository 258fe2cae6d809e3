#include "base/describe.hpp"
#include "operations/operations.hpp"
#include "tickets/breach_service.hpp"
#include "tickets/worker_api.hpp"

namespace ogniwo::tickets {
namespace {

constexpr Date sample_day = std::chrono::year{2025} / 6 / 1;

}  // namespace

void describe(Fields& fields, ReadBreaches& wish) {
    fields("from", wish.from).about("The first day.");
    fields("to", wish.to).about("The last day.");
    fields("customer", wish.customer);
    fields("target", wish.target);
}

void describe(Fields& fields, BreachCause& cause) {
    fields("cause", cause.cause);
    fields("tier", cause.tier).about("Of what counts.");
    fields("minutes", cause.minutes).about("Within the hours.");
}

void describe(Fields& fields, Breach& breach) {
    fields("ticket", breach.ticket);
    fields("number", breach.number);
    fields("subject", breach.subject);
    fields("customer", breach.customer);
    fields("customerName", breach.customer_name);
    fields("target", breach.target);
    fields("endedAt", breach.ended_at);
    fields("budget", breach.budget);
    fields("over", breach.over).about("Beyond what was promised.");
    fields("causes", breach.causes).about("What all of its time went to.");
}

void describe(Fields& fields, BreachList& list) {
    fields("items", list.items);
    fields("more", list.more).about("There are others, and the sums are without them.");
    fields("causes", list.causes).about("Of all items together.");
}

void mount_breaches(Operations& operations) {
    operations
        .get<ReadBreaches, BreachList>("tickets.read_breaches",
                                       "/sla/breaches",
                                       sla::see_reports,
                                       read_breaches,
                                       {.from = sample_day, .to = sample_day})
        .about("Promises missed between two days, ticket by ticket, and where their time went.");
}

}  // namespace ogniwo::tickets
