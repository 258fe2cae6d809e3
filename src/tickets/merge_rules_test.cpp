#include "tickets/merge_rules.hpp"

#include <doctest/doctest.h>

namespace ogniwo::tickets {
namespace {

constexpr auto fresh = TicketStatus::fresh;
constexpr auto open = TicketStatus::open;
constexpr auto waiting = TicketStatus::waiting;
constexpr auto resolved = TicketStatus::resolved;
constexpr auto closed = TicketStatus::closed;

template <class T>
std::string_view said(const Result<T>& outcome) {
    return outcome ? "yes" : outcome.error().reason.name;
}

Ticket ticket(std::int64_t id, TicketStatus status = open, std::int64_t customer = 1) {
    return {.id = {id}, .number = id, .customer = {customer}, .status = status};
}

Ticket into(Ticket one, std::int64_t other) {
    one.merged_into = TicketId{other};
    return one;
}

}  // namespace

TEST_CASE("what may be merged into what") {
    struct Row {
        const char* about;
        Ticket ticket;
        Ticket target;
        std::size_t together;
        std::string_view says;
    };
    const Row rows[] = {
        {"two open ones", ticket(1), ticket(2), 2, "yes"},
        {"an older one into a younger one, and back", ticket(2), ticket(1), 2, "yes"},
        {"a new one", ticket(1, fresh), ticket(2), 2, "yes"},
        {"a resolved duplicate", ticket(1, resolved), ticket(2), 2, "yes"},
        {"a closed duplicate", ticket(1, closed), ticket(2), 2, "yes"},
        {"into what waits", ticket(1), ticket(2, waiting), 2, "yes"},
        {"into what is resolved", ticket(1), ticket(2, resolved), 2, "yes"},
        {"into what is closed", ticket(1), ticket(2, closed), 2, "tickets.merge_target_closed"},
        {"into itself", ticket(1), ticket(1), 1, "tickets.merged_into_itself"},
        {"into what was merged into it", ticket(1), ticket(1), 2, "tickets.merged_into_itself"},
        {"what is merged", into(ticket(1), 3), ticket(2), 3, "tickets.merged"},
        {"what is merged, into where it is", into(ticket(1), 2), ticket(2), 2, "tickets.merged"},
        {"another customer's", ticket(1), ticket(2, open, 7), 2, "tickets.merge_customers_differ"},
        {"another customer's closed one",
         ticket(1),
         ticket(2, closed, 7),
         2,
         "tickets.merge_customers_differ"},
        {"as many as can be one", ticket(1), ticket(2), 50, "yes"},
        {"one too many", ticket(1), ticket(2), 51, "tickets.merged_too_many"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.about);
        CHECK(said(may_merge(row.ticket, row.target, row.together)) == row.says);
    }
}

TEST_CASE("a merge can always be taken back") {
    CHECK(said(may_unmerge(ticket(1))) == "tickets.not_merged");
    for (const TicketStatus status : {fresh, open, waiting, resolved, closed}) {
        CHECK(said(may_unmerge(into(ticket(1, status), 2))) == "yes");
    }
}

TEST_CASE("a reply to a merged ticket does to both what a reply does") {
    const Standing for_customer{.status = waiting, .waiting_for = WaitingFor::customer};
    const Standing for_vendor{.status = waiting, .waiting_for = WaitingFor::vendor};
    struct Row {
        Standing own;
        Standing target;
        By by;
        Reached reached;
    };
    const Row rows[] = {
        {{open}, {open}, By::customer, {{open}, {open}}},
        {{fresh}, {open}, By::customer, {{fresh}, {open}}},
        {{fresh}, {fresh}, By::staff, {{open}, {open}}},
        {for_customer, for_customer, By::customer, {{open}, {open}}},
        {for_customer, for_vendor, By::customer, {{open}, for_vendor}},
        {for_customer, for_customer, By::staff, {for_customer, for_customer}},
        {{open}, {resolved}, By::customer, {{open}, {open}}},
        {{resolved}, {open}, By::customer, {{open}, {open}}},
        {{resolved}, {open}, By::staff, {{resolved}, {open}}},
        {{closed}, {resolved}, By::customer, {{closed}, {open}}},
    };
    for (const Row& row : rows) {
        const auto reached = plan_reply_to_merged(row.own, row.target, row.by);
        REQUIRE(static_cast<bool>(reached));
        CHECK(*reached == row.reached);
    }
    CHECK(said(plan_reply_to_merged({open}, {closed}, By::customer)) == "tickets.closed");
    CHECK(said(plan_reply_to_merged({open}, {closed}, By::staff)) == "tickets.closed");
}

TEST_CASE("what may be split off") {
    const std::vector<TicketId> family{{1}, {4}};
    struct Row {
        std::optional<Shown> message;
        std::string_view says;
    };
    const Row rows[] = {
        {Shown{{1}, {}}, "yes"},
        {Shown{{4}, {}}, "yes"},  // Written to one that was merged into it.
        {Shown{{9}, {}}, "tickets.split_message_unknown"},
        {Shown{{1}, TicketId{9}}, "tickets.split_message_unknown"},
        {Shown{{9}, TicketId{1}}, "tickets.split_taken"},
        {Shown{{9}, TicketId{4}}, "tickets.split_taken"},
        {std::nullopt, "tickets.split_message_unknown"},
    };
    for (const Row& row : rows) CHECK(said(may_split_off(row.message, family)) == row.says);
}

TEST_CASE("what was split off goes back into its source, unless that goes on at it") {
    Ticket split = ticket(5);
    CHECK(said(may_unsplit(split)) == "tickets.not_split");
    split.split_from = TicketId{1};
    CHECK(said(may_unsplit(split)) == "yes");
    CHECK(joins_its_source({5}, {1}));
    CHECK(joins_its_source({5}, {3}));
    CHECK_FALSE(joins_its_source({5}, {5}));
}

TEST_CASE("who may become a ticket's customer and requester") {
    Ticket one = ticket(1);
    one.requester = PersonId{8};
    struct Row {
        CustomerId customer;
        std::optional<PersonId> requester;
        bool bound;
        std::string_view says;
    };
    const Row rows[] = {
        {{1}, PersonId{8}, false, "tickets.customer_unchanged"},
        {{1}, PersonId{8}, true, "tickets.customer_unchanged"},
        {{1}, PersonId{9}, false, "yes"},
        {{1}, std::nullopt, false, "yes"},
        {{1}, PersonId{9}, true, "yes"},
        {{2}, std::nullopt, false, "yes"},
        {{2}, PersonId{9}, false, "yes"},
        {{2}, PersonId{9}, true, "tickets.customer_bound"},
    };
    for (const Row& row : rows) {
        CHECK(said(may_change_customer(
                  one, {.customer = row.customer, .requester = row.requester}, row.bound)) ==
              row.says);
    }
}

}  // namespace ogniwo::tickets
