#include "tickets/worker_rules.hpp"

#include <doctest/doctest.h>

#include <string>

namespace ogniwo::tickets {
namespace {

std::string shown(const Outcome& outcome) {
    return outcome ? "yes" : std::string(outcome.error().reason.name);
}

TEST_CASE("who may speak with the customer, take the voice over and give it up") {
    const PersonId anna{1};
    const PersonId piotr{2};
    struct Row {
        const char* what;
        Voice voice;
        std::string speak;
        std::string take;
        std::string end;
    };
    const Row rows[] = {
        {"nothing is kept",
         {.actor = piotr},
         "yes",
         "tickets.voice_not_kept",
         "tickets.voice_not_kept"},
        {"the voice itself",
         {.kept_by = anna, .actor = anna},
         "yes",
         "tickets.voice_is_yours",
         "yes"},
        {"somebody else",
         {.kept_by = anna, .actor = piotr},
         "tickets.voice_kept",
         "tickets.voice_is_here",
         "tickets.voice_is_here"},
        {"who works on it",
         {.kept_by = anna, .actor = piotr, .is_beside = true},
         "tickets.voice_kept",
         "yes",
         "yes"},
        {"the voice is absent",
         {.kept_by = anna, .is_here = false, .actor = piotr},
         "tickets.voice_kept",
         "yes",
         "yes"},
        {"the product itself",
         {.kept_by = anna},
         "yes",
         "tickets.voice_is_here",
         "tickets.voice_is_here"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.what);
        CHECK(shown(may_speak(row.voice)) == row.speak);
        CHECK(shown(may_take_voice(row.voice)) == row.take);
        CHECK(shown(may_end_voice(row.voice)) == row.end);
    }
}

TEST_CASE("a voice is over where the ticket is back at its tier") {
    Ticket ticket{.tier = 4, .voice = PersonId{1}, .voice_tier = 2};
    CHECK_FALSE(ends_voice(ticket, 3));
    CHECK(ends_voice(ticket, 2));
    CHECK(ends_voice(ticket, 1));
    end_voice(ticket);
    CHECK_FALSE(ticket.voice);
    CHECK_FALSE(ends_voice(ticket, 1));
}

}  // namespace
}  // namespace ogniwo::tickets
