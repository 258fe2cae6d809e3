// Tickets against the model of them: ticket_walk.hpp.

#include <doctest/doctest.h>

#include <fmt/format.h>

#include <map>

#include "testing/environment.hpp"
#include "testing/ticket_walk.hpp"

namespace ogniwo::walking {
namespace {

// Seed, steps and differences of a walk that fails, as short as it can be.
std::string story_of(House& house, std::uint64_t seed) {
    const auto steps = shortened(house, steps_of(seed));
    const Walked walked = walk(house, steps, {.told = true});
    std::string story = fmt::format("OGNIWO_WALK_SEED={}", seed);
    for (const std::string& line : walked.story) story += "\n    " + line;
    story += "\n  after which:";
    for (const std::string& one : walked.differences) story += "\n    " + one;
    return story;
}

void check_walks(Dialect dialect, std::uint64_t first, std::int64_t count) {
    House house(dialect);
    std::map<std::string, Count> verbs;
    int failed = 0;
    const auto end = first + static_cast<std::uint64_t>(count);
    for (std::uint64_t seed = first; seed < end && failed < 10; ++seed) {
        const Walked walked = walk(house, steps_of(seed));
        for (const auto& [verb, one] : walked.verbs) {
            verbs[verb].done += one.done;
            verbs[verb].refused += one.refused;
        }
        if (walked.differences.empty()) continue;
        ++failed;
        FAIL_CHECK(story_of(house, seed));
    }
    Count all;
    std::string each;
    for (const auto& [verb, one] : verbs) {
        all.done += one.done;
        all.refused += one.refused;
        each += fmt::format(", {} {}/{}", verb, one.done, one.refused);
    }
    MESSAGE(count << " walks: " << all.done << " wishes done, " << all.refused << " refused"
                  << each);
    CHECK(all.done > all.refused);
    CHECK(verbs.size() == 40);
}

}  // namespace

// OGNIWO_WALK_SEQUENCES=100000 walks more, OGNIWO_WALK_SEED=7 begins with that seed.
TEST_CASE("walks with tickets are what the model says of them") {
    const auto first = static_cast<std::uint64_t>(number_from("OGNIWO_WALK_SEED", 1));
    check_walks(Dialect::sqlite, first, number_from("OGNIWO_WALK_SEQUENCES", 400));
}

TEST_CASE("walks with tickets are the same on PostgreSQL") {
    if (test_postgres() == nullptr) return;
    check_walks(Dialect::postgres, 1, 60);
}

// Each of them is one that walks of this length nearly always have something of.
TEST_CASE("whatever is wrong with tickets in the database, the comparison of walks finds it") {
    const char* const tamperings[] = {
        "UPDATE ticket SET tier = 4 - tier WHERE tier <> 2",
        "UPDATE ticket SET version = version + 1 WHERE id = (SELECT MAX(id) FROM ticket)",
        "UPDATE ticket SET assignee = NULL",
        "UPDATE ticket SET requester = NULL",
        "UPDATE ticket SET waiting_note = 'inna' WHERE waiting_note IS NOT NULL",
        "UPDATE ticket SET customer = (SELECT MIN(id) + MAX(id) FROM customer) - customer"
        " WHERE id = 1",
        "UPDATE ticket SET merged_into = NULL, status = own_status, own_status = NULL"
        " WHERE merged_into IS NOT NULL",
        "UPDATE ticket SET status = 'merged' WHERE status = 'open'",
        "UPDATE ticket_message SET kind = 'reply'",
        "UPDATE ticket_message SET text = 'inne' WHERE id = 1",
        "UPDATE ticket_message SET ticket = (SELECT MAX(id) FROM ticket) WHERE id = 1",
        "DELETE FROM ticket_split_message",
        "UPDATE ticket_time SET minutes = minutes + 1",
        "UPDATE ticket_time SET customer = (SELECT MIN(id) + MAX(id) FROM customer) - customer",
        "DELETE FROM ticket_follower",
        "DELETE FROM ticket_worker",
        "DELETE FROM ticket_link",
        "UPDATE ticket_step SET ticked_by = 1 WHERE ticked_by IS NULL",
        "DELETE FROM attachment WHERE owner_kind = 'ticket_message'",
        "UPDATE attachment SET customer = (SELECT MIN(id) + MAX(id) FROM customer) - customer",
        "UPDATE journal SET subject_version = subject_version + 1"
        " WHERE position = (SELECT MAX(position) FROM journal WHERE subject_kind = 'ticket')",
        "UPDATE journal SET happened_at = happened_at + 1 WHERE name = 'tickets.resolved'",
        "UPDATE journal_text SET text = 'inne' WHERE field = 'subject'",
    };
    House house(Dialect::sqlite);
    for (const char* const tampering : tamperings) {
        int found = 0;
        for (std::uint64_t seed = 1; seed <= 40; ++seed) {
            const Walked walked = walk(house, steps_of(seed), {.tampering = tampering});
            found += walked.differences.empty() ? 0 : 1;
        }
        INFO(std::string(tampering));
        CHECK(found >= 2);
    }
}

}  // namespace ogniwo::walking
