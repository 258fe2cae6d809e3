#include "tickets/rules.hpp"

#include <doctest/doctest.h>

#include <sstream>
#include <string>

#include "base/check.hpp"
#include "tickets/move_types.hpp"

namespace ogniwo::tickets {
namespace {

// "waiting:vendor" is waiting for the vendor.
Standing standing(const std::string& text) {
    const auto colon = text.find(':');
    Standing read{.status = *enum_value<TicketStatus>(text.substr(0, colon))};
    if (colon != std::string::npos) {
        read.waiting_for = *enum_value<WaitingFor>(text.substr(colon + 1));
    }
    return read;
}

// Also for what, which nobody may leave out.
Standing wished(const std::string& text) {
    Standing wish = standing(text);
    if (wish.waiting_for && wish.status == TicketStatus::waiting) wish.waiting_note = "Numer";
    return wish;
}

std::string show(const Result<Standing>& planned) {
    if (!planned) return std::string(planned.error().reason.name);
    std::string text(enum_name(planned->status));
    if (planned->waiting_for) text += ":" + std::string(enum_name(*planned->waiting_for));
    return text;
}

// Runs `check(words, answer)` for each line "word word ... | answer".
template <class Check>
void each_line(const std::string& table, Check check) {
    std::istringstream lines(table);
    for (std::string line; std::getline(lines, line);) {
        const auto bar = line.find('|');
        if (bar == std::string::npos) continue;
        std::istringstream left(line.substr(0, bar));
        std::istringstream right(line.substr(bar + 1));
        std::vector<std::string> words;
        for (std::string word; left >> word;) words.push_back(word);
        std::string answer;
        right >> answer;
        CAPTURE(line);
        check(words, answer);
    }
}

TEST_CASE("customers end their ticket at any time, we close what is resolved") {
    struct Row {
        TicketStatus now;
        By by;
        std::string_view refused;
    };
    const Row rows[] = {
        {TicketStatus::fresh, By::customer, ""},
        {TicketStatus::open, By::customer, ""},
        {TicketStatus::waiting, By::customer, ""},
        {TicketStatus::resolved, By::customer, ""},
        {TicketStatus::closed, By::customer, ticket_closed.name},
        {TicketStatus::fresh, By::staff, not_resolved.name},
        {TicketStatus::waiting, By::staff, not_resolved.name},
        {TicketStatus::resolved, By::staff, ""},
        {TicketStatus::closed, By::staff, ticket_closed.name},
    };
    for (const Row& row : rows) {
        CAPTURE(enum_name(row.now));
        const auto planned = plan_closing({.status = row.now}, row.by);
        CHECK((planned ? std::string_view() : planned.error().reason.name) == row.refused);
        if (planned) CHECK(*planned == Standing{.status = TicketStatus::closed});
    }
}

TEST_CASE("the more it hurts and the less it can wait, the higher the priority") {
    each_line(R"(
        low low      | low
        low medium   | low
        low high     | normal
        medium low   | low
        medium medium| normal
        medium high  | high
        high low     | normal
        high medium  | high
        high high    | critical
        major low    | high
        major medium | critical
        major high   | critical
    )",
              [](const auto& words, const std::string& answer) {
                  CHECK(enum_name(priority_of(usual_priorities(),
                                              *enum_value<Impact>(words[0]),
                                              *enum_value<Urgency>(words[1]))) == answer);
              });
}

TEST_CASE("a status moves only along the allowed ways") {
    each_line(R"(
        new              open             | open
        new              waiting:vendor   | waiting:vendor
        new              resolved         | tickets.status_not_allowed
        new              closed           | tickets.status_not_allowed
        open             waiting:customer | waiting:customer
        open             new              | tickets.status_not_allowed
        open             resolved         | tickets.status_not_allowed
        waiting:customer open             | open
        waiting:customer waiting:vendor   | waiting:vendor
        waiting:customer closed           | tickets.status_not_allowed
        resolved         closed           | closed
        resolved         open             | tickets.status_not_allowed
        closed           open             | tickets.closed
    )",
              [](const auto& words, const std::string& answer) {
                  CHECK(show(plan_status(wished(words[0]), wished(words[1]))) == answer);
              });
}

TEST_CASE("waiting always says for what") {
    const Standing open{.status = TicketStatus::open};
    const Standing vendor = standing("waiting:vendor");
    CHECK(show(plan_status(open, vendor)) == waiting_note_missing.name);
    Standing noted = wished("waiting:vendor");
    CHECK(plan_status(open, noted)->waiting_note == "Numer");
    Standing other = noted;
    other.waiting_note = "Część zamienna";
    CHECK(plan_status(noted, other)->waiting_note == "Część zamienna");
    Standing superfluous{.status = TicketStatus::open, .waiting_note = "Numer"};
    CHECK(show(plan_status(noted, superfluous)) == waiting_for_superfluous.name);
    // What came without a note may move on within its group, but says nothing else without one.
    Standing own = vendor;
    own.state = StateId{1};
    CHECK(plan_status(vendor, own)->state == StateId{1});
    CHECK(show(plan_status(noted, own)) == waiting_note_missing.name);
    CHECK(show(plan_status(vendor, vendor)) == waiting_note_missing.name);

    Ticket ticket;
    stand(ticket, noted, Time{});
    ticket.waiting_noted_by = PersonId{1};
    // What does not say it anew leaves it as it is.
    stand(ticket, vendor, Time{});
    CHECK(ticket.waiting_note == "Numer");
    stand(ticket, open, Time{});
    CHECK_FALSE(ticket.waiting_note);
    CHECK_FALSE(ticket.waiting_noted_by);
}

TEST_CASE("a change of status is refused for the most lasting reason first") {
    each_line(R"(
        closed           waiting          | tickets.closed
        closed           closed           | tickets.closed
        open             waiting          | tickets.waiting_for_missing
        resolved         waiting          | tickets.waiting_for_missing
        new              open:vendor      | tickets.waiting_for_superfluous
        open             open             | tickets.status_unchanged
        waiting:vendor   waiting:vendor   | tickets.status_unchanged
        resolved         resolved         | tickets.status_unchanged
    )",
              [](const auto& words, const std::string& answer) {
                  CHECK(show(plan_status(wished(words[0]), wished(words[1]))) == answer);
              });
}

TEST_CASE("a reply opens what waited for it") {
    each_line(R"(
        new              customer | new
        new              staff    | open
        open             customer | open
        open             staff    | open
        waiting:customer customer | open
        waiting:customer staff    | waiting:customer
        waiting:vendor   customer | waiting:vendor
        waiting:other    staff    | waiting:other
        resolved         customer | open
        resolved         staff    | resolved
        closed           customer | tickets.closed
        closed           staff    | tickets.closed
    )",
              [](const auto& words, const std::string& answer) {
                  const By by = words[1] == "staff" ? By::staff : By::customer;
                  CHECK(show(plan_reply(standing(words[0]), by)) == answer);
              });
}

TEST_CASE("whoever takes a new ticket opens it") {
    each_line(R"(
        new            | open
        open           | open
        waiting:vendor | waiting:vendor
        resolved       | resolved
        closed         | tickets.closed
    )",
              [](const auto& words, const std::string& answer) {
                  CHECK(show(plan_taking(standing(words[0]))) == answer);
              });
}

TEST_CASE("a ticket is escalated only upwards and handed back only downwards") {
    each_line(R"(
        new              1 2 | open
        open             1 3 | open
        waiting:customer 2 3 | open
        open             2 2 | tickets.tier_not_higher
        open             3 1 | tickets.tier_not_higher
        waiting:vendor   3 2 | tickets.tier_not_higher
        resolved         2 1 | tickets.resolved_already
        closed           1 1 | tickets.closed
    )",
              [](const auto& words, const std::string& answer) {
                  const int from = std::stoi(words[1]), to = std::stoi(words[2]);
                  CHECK(show(plan_escalation(standing(words[0]), from, to)) == answer);
              });
    each_line(R"(
        new              1 2 | tickets.tier_not_lower
        open             2 2 | tickets.tier_not_lower
        open             3 1 | open
        waiting:vendor   3 2 | open
        resolved         2 1 | tickets.resolved_already
        closed           1 1 | tickets.closed
    )",
              [](const auto& words, const std::string& answer) {
                  const int from = std::stoi(words[1]), to = std::stoi(words[2]);
                  CHECK(show(plan_hand_back(standing(words[0]), from, to)) == answer);
              });
}

TEST_CASE("only what is open is resolved, only what is resolved is reopened") {
    each_line(R"(
        new            | resolved
        waiting:vendor | resolved
        resolved       | tickets.resolved_already
        closed         | tickets.closed
    )",
              [](const auto& words, const std::string& answer) {
                  CHECK(show(plan_resolution(standing(words[0]))) == answer);
              });
    each_line(R"(
        open     customer | tickets.not_resolved
        new      staff    | tickets.not_resolved
        resolved customer | open
        resolved staff    | open
        closed   customer | tickets.closed
        closed   staff    | open
    )",
              [](const auto& words, const std::string& answer) {
                  const By by = words[1] == "staff" ? By::staff : By::customer;
                  CHECK(show(plan_reopening(standing(words[0]), by)) == answer);
              });
}

TEST_CASE("a ticket remembers since when it is resolved and closed, until it is open again") {
    const auto at = [](int minute) { return Time{Minutes{minute}}; };
    Ticket ticket;
    stand(ticket, standing("resolved"), at(1));
    CHECK(ticket.resolved_at == at(1));
    CHECK_FALSE(ticket.closed_at);
    stand(ticket, standing("resolved"), at(2));
    CHECK(ticket.resolved_at == at(1));
    stand(ticket, standing("closed"), at(3));
    CHECK(ticket.resolved_at == at(1));
    CHECK(ticket.closed_at == at(3));
    stand(ticket, standing("waiting:vendor"), at(4));
    CHECK(ticket.waiting_for == WaitingFor::vendor);
    CHECK_FALSE(ticket.resolved_at);
    CHECK_FALSE(ticket.closed_at);
}

TEST_CASE("a ticket changes its queue while it is open, and to another one") {
    const QueueId here{1};
    const QueueId there{2};
    for (const TicketStatus status :
         {TicketStatus::fresh, TicketStatus::open, TicketStatus::waiting}) {
        CHECK(may_move_queue({.status = status}, here, there));
        CHECK(may_move_queue({.status = status}, here, here).error().reason == queue_unchanged);
    }
    CHECK(may_move_queue({.status = TicketStatus::resolved}, here, here).error().reason ==
          resolved_already);
    CHECK(may_move_queue({.status = TicketStatus::closed}, here, there).error().reason ==
          ticket_closed);
}

}  // namespace
}  // namespace ogniwo::tickets
