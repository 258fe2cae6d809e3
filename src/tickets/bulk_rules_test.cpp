#include "tickets/bulk_rules.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace ogniwo::tickets {
namespace {

// The pointers of what is wrong.
std::vector<std::string> wrong(const BulkChange& change) {
    std::vector<std::string> pointers;
    const Outcome outcome = check_change(change);
    if (outcome) return pointers;
    for (const FieldError& field : outcome.error().fields) pointers.push_back(field.pointer);
    return pointers;
}

using Pointers = std::vector<std::string>;

}  // namespace

TEST_CASE("a bulk change has what its verb needs and nothing else") {
    CHECK(wrong({.verb = BulkVerb::assign}).empty());
    CHECK(wrong({.verb = BulkVerb::assign, .assignee = PersonId{7}}).empty());
    CHECK(wrong({.verb = BulkVerb::follow}).empty());
    CHECK(wrong({.verb = BulkVerb::status, .status = TicketStatus::open}).empty());
    CHECK(wrong({.verb = BulkVerb::weigh, .urgency = Urgency::low}).empty());
    CHECK(wrong({.verb = BulkVerb::resolve, .text = "Gotowe."}).empty());
    CHECK(wrong({.verb = BulkVerb::tag, .tag = "vip"}).empty());
    CHECK(wrong({.verb = BulkVerb::spam}).empty());
    CHECK(wrong({.verb = BulkVerb::macro, .macro = MacroId{1}, .macro_version = 2}).empty());
    CHECK(wrong({.verb = BulkVerb::macro}) == Pointers{"/change/macro"});
    CHECK(wrong({.verb = BulkVerb::spam, .macro = MacroId{1}}) == Pointers{"/change/macro"});
    CHECK(wrong({.verb = BulkVerb::field, .field = FieldValue{.field = {1}}}).empty());
    CHECK(wrong({.verb = BulkVerb::field}) == Pointers{"/change/field"});
    CHECK(wrong({.verb = BulkVerb::assign, .field = FieldValue{}}) == Pointers{"/change/field"});
    CHECK(wrong({.verb = BulkVerb::status,
                 .status = TicketStatus::open,
                 .state = std::optional(StateId{3})})
              .empty());
    // Those that wait already go on waiting for the same.
    CHECK(wrong({.verb = BulkVerb::status,
                 .status = TicketStatus::waiting,
                 .state = std::optional(StateId{3})})
              .empty());
    CHECK(wrong({.verb = BulkVerb::status,
                 .status = TicketStatus::waiting,
                 .state = std::optional(StateId{3}),
                 .waiting_for = WaitingFor::vendor}) == Pointers{"/change/text"});
    CHECK(wrong({.verb = BulkVerb::assign, .state = std::optional(StateId{3})}) ==
          Pointers{"/change/state"});
    CHECK(wrong({.verb = BulkVerb::untag}) == Pointers{"/change/tag"});
    CHECK(wrong({.verb = BulkVerb::spam, .tag = "vip"}) == Pointers{"/change/tag"});
    CHECK(wrong({.verb = BulkVerb::status}) == Pointers{"/change/status"});
    CHECK(wrong({.verb = BulkVerb::weigh}) == Pointers{"/change/impact"});
    CHECK(wrong({.verb = BulkVerb::resolve, .text = ""}) == Pointers{"/change/text"});
    CHECK(wrong({.verb = BulkVerb::move}) ==
          Pointers{"/change/tier", "/change/reason", "/change/text"});
    CHECK(wrong({.verb = BulkVerb::assign, .tier = 2, .person = PersonId{1}}) ==
          Pointers{"/change/tier", "/change/person"});
}

TEST_CASE("a ticket that is as wished is left alone") {
    const Ticket ticket{.status = TicketStatus::waiting,
                        .waiting_for = WaitingFor::customer,
                        .waiting_note = "Numer",
                        .impact = Impact::high,
                        .tier = 2,
                        .queue = {5},
                        .assignee = PersonId{7}};
    const auto is_so = [&](const BulkChange& change) { return is_so_already(ticket, change); };
    CHECK(is_so({.verb = BulkVerb::assign, .assignee = PersonId{7}}));
    CHECK_FALSE(is_so({.verb = BulkVerb::assign}));
    CHECK(is_so({.verb = BulkVerb::status,
                 .status = TicketStatus::waiting,
                 .waiting_for = WaitingFor::customer,
                 .text = "Numer"}));
    CHECK_FALSE(is_so({.verb = BulkVerb::status,
                       .status = TicketStatus::waiting,
                       .waiting_for = WaitingFor::customer,
                       .text = "Model"}));
    CHECK_FALSE(is_so({.verb = BulkVerb::status,
                       .status = TicketStatus::waiting,
                       .waiting_for = WaitingFor::vendor}));
    CHECK(is_so({.verb = BulkVerb::status,
                 .status = TicketStatus::waiting,
                 .state = std::optional<StateId>{}}));
    CHECK_FALSE(is_so({.verb = BulkVerb::status,
                       .status = TicketStatus::waiting,
                       .state = std::optional(StateId{3})}));
    CHECK(is_so({.verb = BulkVerb::move, .tier = 2}));
    CHECK_FALSE(is_so({.verb = BulkVerb::move, .tier = 2, .queue = QueueId{6}}));
    CHECK(is_so({.verb = BulkVerb::weigh, .impact = Impact::high}));
    CHECK_FALSE(is_so({.verb = BulkVerb::weigh, .impact = Impact::high, .urgency = Urgency::high}));
    CHECK_FALSE(is_so({.verb = BulkVerb::follow}));
    CHECK_FALSE(is_so({.verb = BulkVerb::spam}));
    CHECK_FALSE(is_so({.verb = BulkVerb::macro, .macro = MacroId{1}}));
    CHECK(is_so_already(Ticket{.spam_at = from_micros(1)}, {.verb = BulkVerb::spam}));
}

TEST_CASE("an undo goes back between open statuses and from closed to resolved") {
    using S = TicketStatus;
    struct Case {
        Standing now, before;
        std::string_view refused;
    };
    const std::vector<Case> cases{
        {{S::open}, {S::fresh}, ""},
        {{S::waiting, WaitingFor::vendor}, {S::fresh}, ""},
        {{S::open}, {S::waiting, WaitingFor::customer}, ""},
        {{S::closed}, {S::resolved}, ""},
        {{S::open}, {S::open}, "tickets.status_unchanged"},
        {{.status = S::resolved, .state = StateId{1}}, {S::resolved}, ""},
        {{.status = S::closed, .state = StateId{1}}, {S::closed}, "tickets.status_not_allowed"},
        {{S::closed}, {S::open}, "tickets.status_not_allowed"},
        {{S::resolved}, {S::open}, "tickets.status_not_allowed"},
        {{S::open}, {S::resolved}, "tickets.status_not_allowed"},
    };
    for (const Case& one : cases) {
        const auto planned = plan_putting_back(one.now, one.before);
        CHECK(static_cast<bool>(planned) == one.refused.empty());
        if (planned) {
            CHECK(*planned == one.before);
        } else {
            CHECK(planned.error().reason.name == one.refused);
        }
    }
}

TEST_CASE("a bulk change is undone within a day and once") {
    const Time done = from_micros(1'000'000);
    CHECK(static_cast<bool>(may_undo(done, done + std::chrono::hours(24), true)));
    CHECK(may_undo(done, done + std::chrono::hours(25), true).error().reason == undo_too_late);
    CHECK(may_undo(done, done, false).error().reason == undo_done);
}

TEST_CASE("what customers have read stays, and so do notes") {
    struct Case {
        BulkChange change;
        MacroEffects macro;
        UndoReach reach;
    };
    const BulkChange macro{.verb = BulkVerb::macro, .macro = MacroId{1}};
    const std::vector<Case> cases{
        {{.verb = BulkVerb::assign}, {}, UndoReach::all},
        {{.verb = BulkVerb::status, .status = TicketStatus::open}, {}, UndoReach::all},
        {{.verb = BulkVerb::status, .status = TicketStatus::waiting}, {}, UndoReach::all},
        {{.verb = BulkVerb::status,
          .status = TicketStatus::waiting,
          .waiting_for = WaitingFor::vendor},
         {},
         UndoReach::nothing},
        {{.verb = BulkVerb::resolve}, {}, UndoReach::nothing},
        {macro, {.impact = Impact::high}, UndoReach::all},
        {macro, {.note_en = "Seen."}, UndoReach::but_notes},
        {macro, {.reply_pl = "Dzień dobry", .note_pl = "Widziane."}, UndoReach::nothing},
        {macro, {.status = TicketStatus::waiting}, UndoReach::nothing},
        {macro, {.status = TicketStatus::resolved}, UndoReach::nothing},
        {macro, {.status = TicketStatus::closed}, UndoReach::all},
    };
    for (const Case& one : cases) CHECK(undo_reach(one.change, one.macro) == one.reach);
}

}  // namespace ogniwo::tickets
