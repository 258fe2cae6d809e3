#include "tickets/mark_rules.hpp"

#include <doctest/doctest.h>

#include <map>

#include "base/check.hpp"

namespace ogniwo::tickets {
namespace {

using enum TicketLinkKind;

std::string show(const Outcome& outcome) {
    if (outcome) return "ok";
    const Error& error = outcome.error();
    return std::string(error.fields.empty() ? error.reason.name : error.fields.front().reason);
}

template <class T>
std::string reason_of(const Result<T>& result) {
    REQUIRE_FALSE(static_cast<bool>(result));
    const Error& error = result.error();
    return std::string(error.fields.empty() ? error.reason.name : error.fields.front().reason);
}

Time at(std::string_view text) {
    const auto time = parse_time(text);
    INVARIANT(time.has_value());
    return *time;
}

Date day(std::string_view text) {
    const auto date = parse_date(text);
    INVARIANT(date.has_value());
    return *date;
}

constexpr std::string_view warsaw = "Europe/Warsaw";

// Who leads to whom.
using Graph = std::map<std::int64_t, std::vector<std::int64_t>>;

std::string led(const Graph& graph, std::int64_t from, std::int64_t to) {
    return show(may_lead_on({from}, {to}, [&](const std::vector<TicketId>& tickets) {
        std::vector<TicketId> next;
        for (const TicketId one : tickets) {
            const auto found = graph.find(one.value);
            if (found == graph.end()) continue;
            for (const auto other : found->second) next.push_back({other});
        }
        return next;
    }));
}

}  // namespace

TEST_CASE("a word is tidied, and none is refused") {
    const std::map<std::string, std::string> words{
        {"vip", "vip"},
        {"  VIP ", "VIP"},
        {"#vip", "vip"},
        {"# # ważny   klient", "ważny klient"},
        {std::string(40, 'a'), std::string(40, 'a')},
    };
    for (const auto& [written, tidy] : words) {
        CAPTURE(written);
        CHECK(*tidy_tag(written, "/name") == tidy);
    }
    CHECK(reason_of(tidy_tag("", "/name")) == "too_short");
    CHECK(reason_of(tidy_tag(" # ", "/name")) == "too_short");
    CHECK(reason_of(tidy_tag(std::string(41, 'a'), "/name")) == "too_long");
}

TEST_CASE("every link looks back as the other ticket sees it") {
    for (std::size_t i = 0; i < names(relates).size(); ++i) {
        const auto kind = static_cast<TicketLinkKind>(i);
        CHECK(mirrored(mirrored(kind)) == kind);
        CHECK(direction_of(kind) == direction_of(mirrored(kind)));
        CHECK(is_directed(kind) == (mirrored(kind) != kind));
    }
    CHECK(mirrored(depends_on) == blocks);
    CHECK(mirrored(duplicate_of) == duplicated_by);
    CHECK(mirrored(parent) == child);
    CHECK(direction_of(blocks) == depends_on);
}

TEST_CASE("two tickets are linked in one way, and one has one parent") {
    const std::vector<Link> its{{.other = {2}, .kind = parent}, {.other = {3}, .kind = relates}};
    const auto may = [&](std::int64_t other, TicketLinkKind kind) {
        return show(may_link({1}, its, {.ticket = {1}, .other = {other}, .kind = kind}));
    };
    CHECK(may(1, relates) == "tickets.link_to_itself");
    CHECK(may(2, relates) == "tickets.linked_already");
    CHECK(may(3, parent) == "tickets.linked_already");
    CHECK(may(4, parent) == "tickets.has_parent");
    CHECK(may(4, child) == "ok");
    CHECK(may(4, depends_on) == "ok");
    std::vector<Link> many;
    for (std::int64_t i = 2; many.size() < links_of_ticket_most; ++i)
        many.push_back({.other = {i}});
    CHECK(show(may_link({1}, many, {.ticket = {1}, .other = {900}, .kind = relates})) ==
          "tickets.links_too_many");
}

TEST_CASE("no chain comes back to where it began, and none is followed for ever") {
    const Graph graph{{1, {2}}, {2, {3, 4}}, {4, {5}}, {5, {2}}};
    CHECK(led({}, 1, 2) == "ok");
    CHECK(led(graph, 1, 9) == "ok");
    CHECK(led(graph, 3, 1) == "ok");
    CHECK(led(graph, 1, 3) == "tickets.link_circle");
    CHECK(led(graph, 1, 5) == "tickets.link_circle");
    Graph endless;
    for (std::int64_t i = 1; i < 2'000; ++i) endless[i] = {i + 1};
    CHECK(led(endless, 1, 100) == "tickets.link_circle");
    CHECK(led(endless, 1, 1'900) == "tickets.link_chain_too_long");
    CHECK(led(endless, 1'700, 1) == "ok");
}

TEST_CASE("a day is due until its end by the company's clock") {
    const Time now = at("2025-06-12T08:00:00Z");
    const auto planned = plan_due({.on = day("2025-06-13")}, {}, warsaw, now);
    REQUIRE(static_cast<bool>(planned));
    CHECK(*planned->at == at("2025-06-13T21:59:00Z"));
    CHECK(static_cast<bool>(plan_due({.on = day("2025-06-12")}, {}, warsaw, now)));
    CHECK(reason_of(plan_due({.on = day("2025-06-11")}, {}, warsaw, now)) == "tickets.due_in_past");
    CHECK(reason_of(plan_due({.at = at("2025-06-12T07:59:00Z")}, {}, warsaw, now)) ==
          "tickets.due_in_past");
    CHECK(reason_of(plan_due({.on = day("2045-01-01")}, {}, warsaw, now)) == "tickets.due_too_far");
    CHECK(reason_of(plan_due({}, {}, warsaw, now)) == "tickets.due_day_or_time");
    CHECK(reason_of(plan_due({.on = day("2025-06-13"), .at = now}, {}, warsaw, now)) ==
          "tickets.due_day_or_time");
    CHECK(reason_of(plan_due({.on = day("2025-06-13")}, *planned, warsaw, now)) ==
          "tickets.due_unchanged");
}

TEST_CASE("of a due date is told in the morning, and when it is over") {
    const Time due = at("2025-06-13T21:59:00Z");
    const Time morning = at("2025-06-13T06:00:00Z");
    CHECK(next_telling(due, warsaw, at("2025-06-12T08:00:00Z")) ==
          DueTelling{DueStep::soon, morning});
    CHECK(next_telling(due, warsaw, morning) == DueTelling{DueStep::passed, due});
    CHECK_FALSE(next_telling(due, warsaw, due));
    // Before eight there is no morning to be told in.
    const Time early = at("2025-06-13T05:00:00Z");
    CHECK(next_telling(early, warsaw, at("2025-06-12T08:00:00Z")) ==
          DueTelling{DueStep::passed, early});
    // Clocks changed in between: eight is eight.
    CHECK(next_telling(at("2025-10-26T20:00:00Z"), warsaw, at("2025-10-25T00:00:00Z")) ==
          DueTelling{DueStep::soon, at("2025-10-26T07:00:00Z")});
}

TEST_CASE("only what is open sleeps, and not for ever") {
    const Time now = at("2025-06-12T08:00:00Z");
    const auto may = [&](TicketStatus status, std::chrono::hours hours) {
        return show(may_snooze(status, now + hours, now));
    };
    using std::chrono::hours;
    CHECK(may(TicketStatus::fresh, hours{1}) == "ok");
    CHECK(may(TicketStatus::waiting, hours{24 * 366}) == "ok");
    CHECK(may(TicketStatus::open, hours{0}) == "tickets.snooze_in_past");
    CHECK(may(TicketStatus::open, hours{24 * 366 + 1}) == "tickets.snooze_too_long");
    CHECK(may(TicketStatus::resolved, hours{1}) == "tickets.resolved_already");
    CHECK(may(TicketStatus::closed, hours{0}) == "tickets.closed");
}

}  // namespace ogniwo::tickets
