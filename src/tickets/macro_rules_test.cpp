#include "tickets/macro_rules.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "tickets/mark_types.hpp"
#include "tickets/move_types.hpp"

namespace ogniwo::tickets {
namespace {

using people::Language;

const Filling filling{.number = "1207",
                      .subject = "Nie drukuje",
                      .person = "Jan Kowalski",
                      .company = "Kowalski",
                      .me = "Anna Nowak"};

Date day(const char* text) {
    return *parse_date(text);
}

MacroSetting setting(Language customers, Language ours) {
    return {.filling = filling,
            .customers = customers,
            .ours = ours,
            .me = PersonId{7},
            .now = *parse_time("2025-06-12T10:00:00+02:00"),
            .zone = "Europe/Warsaw"};
}

// "pointer reason", of all that is wrong.
std::vector<std::string> wrong(const MacroEffects& effects) {
    std::vector<std::string> found;
    const Outcome outcome = check_effects(tidied(effects));
    if (outcome) return found;
    for (const FieldError& field : outcome.error().fields) {
        found.push_back(field.pointer + " " + std::string(field.reason));
    }
    return found;
}

using Wrong = std::vector<std::string>;
using Words = std::vector<std::string>;

std::vector<MacroEffectKind> kinds(const MacroEffects& effects) {
    std::vector<MacroEffectKind> found;
    for (const MacroEffect& one : plan_effects(effects, setting(Language::pl, Language::pl))) {
        found.push_back(one.kind);
    }
    return found;
}

}  // namespace

TEST_CASE("words in braces are filled in once, and nothing else is touched") {
    struct Case {
        std::string_view text, filled;
    };
    const std::vector<Case> cases{
        {"", ""},
        {"Dzień dobry", "Dzień dobry"},
        {"{number}", "1207"},
        {"#{number}: {subject}, {person} ({company}). {me}",
         "#1207: Nie drukuje, Jan Kowalski (Kowalski). Anna Nowak"},
        {"{{number}}", "{1207}"},
        {"{number", "{number"},
        {"number}", "number}"},
        {"{}", "{}"},
        {"{ number }", "{ number }"},
        {R"({"a": 1})", R"({"a": 1})"},
        {"{numbers}", "{numbers}"},
    };
    for (const Case& one : cases) CHECK(fill(one.text, filling) == one.filled);
    // A subject that looks like a word in braces is what its author wrote.
    CHECK(fill("{subject}", {.number = "1", .subject = "{number} {me}"}) == "{number} {me}");
}

TEST_CASE("a word in braces that stands for nothing is found") {
    CHECK(unknown_placeholder("{number} {subject} {person} {company} {me}").empty());
    CHECK(unknown_placeholder("{ name }, {\"a\": 1}, {}, {a b}").empty());
    CHECK(unknown_placeholder("Dzień dobry, {imię}") == "imię");
    CHECK(unknown_placeholder("{number} {Subject}") == "Subject");
    CHECK(unknown_placeholder("{{password}}") == "password");
}

TEST_CASE("a macro holds effects that make sense together") {
    struct Case {
        MacroEffects effects;
        Wrong expected;
    };
    using S = TicketStatus;
    const std::vector<Case> cases{
        {{}, {"/effects tickets.macro_empty"}},
        {{.reply_pl = "  ", .add_tags = Words{" "}}, {"/effects tickets.macro_empty"}},
        {{.reply_pl = "Dzień dobry"}, {}},
        {{.note_en = "{who}"}, {"/effects/noteEn tickets.placeholder_unknown"}},
        {{.steps_pl = Words{"Toner", "{x}"}}, {"/effects/stepsPl/1 tickets.placeholder_unknown"}},
        {{.status = S::open}, {}},
        {{.status = S::closed}, {}},
        {{.status = S::open, .state = std::optional(StateId{3})}, {}},
        {{.status = S::fresh}, {"/effects/status tickets.status_not_allowed"}},
        {{.status = S::resolved}, {"/effects/replyPl required"}},
        {{.reply_en = "Done.", .status = S::resolved}, {}},
        {{.status = S::waiting}, {"/effects/waitingFor tickets.waiting_for_missing"}},
        {{.status = S::waiting, .waiting_for = WaitingFor::vendor},
         {"/effects/waitingNotePl tickets.waiting_note_missing"}},
        {{.status = S::waiting, .waiting_for = WaitingFor::vendor, .waiting_note_en = "A price"},
         {}},
        {{.status = S::open, .waiting_for = WaitingFor::vendor},
         {"/effects/waitingFor tickets.waiting_for_superfluous"}},
        {{.waiting_note_pl = "Numer", .impact = Impact::low},
         {"/effects/waitingNotePl tickets.waiting_for_superfluous"}},
        {{.state = std::optional(StateId{3}), .impact = Impact::low},
         {"/effects/state tickets.change_superfluous"}},
        {{.assign = MacroAssignee::person}, {"/effects/assignee required"}},
        {{.assign = MacroAssignee::me, .assignee = PersonId{7}},
         {"/effects/assignee tickets.change_superfluous"}},
        {{.assign = MacroAssignee::person, .assignee = PersonId{7}}, {}},
        {{.queue = QueueId{2}, .queue_reason = "wrong_tier"}, {}},
        {{.impact = Impact::low, .queue_reason = "wrong_tier"},
         {"/effects/queueReason tickets.change_superfluous"}},
        {{.add_tags = Words{"vip", std::string(41, 'a')}}, {"/effects/addTags/1 too_long"}},
        {{.add_tags = Words{"VIP"}, .remove_tags = Words{"druk", "#vip"}},
         {"/effects/removeTags/1 tickets.macro_contradicts"}},
        {{.snooze_hours = 2, .snooze_days = 1}, {"/effects/snoozeDays tickets.macro_contradicts"}},
        {{.reply_pl = "Gotowe.", .status = S::resolved, .snooze_hours = 2},
         {"/effects/snoozeHours tickets.macro_contradicts"}},
        {{.status = S::closed, .snooze_days = 2},
         {"/effects/snoozeDays tickets.macro_contradicts"}},
    };
    for (const Case& one : cases) CHECK(wrong(one.effects) == one.expected);
}

TEST_CASE("working days are counted without weekends and holidays") {
    struct Case {
        const char* from;
        int days;
        const char* day;
    };
    const std::vector<Case> cases{
        {"2025-06-12", 0, "2025-06-12"},  // A Thursday.
        {"2025-06-14", 0, "2025-06-16"},  // A Saturday.
        {"2025-06-12", 1, "2025-06-13"},  //
        {"2025-06-13", 1, "2025-06-16"},  // Over the weekend.
        {"2025-06-14", 1, "2025-06-16"},  //
        {"2025-06-18", 1, "2025-06-20"},  // Over Corpus Christi.
        {"2025-06-12", 5, "2025-06-20"},  //
        {"2025-12-23", 1, "2025-12-29"},  // Over Christmas Eve, Christmas and a weekend.
    };
    for (const Case& one : cases) CHECK(working_day_from(day(one.from), one.days) == day(one.day));
}

TEST_CASE("effects come in their order, whatever they are") {
    using K = MacroEffectKind;
    const MacroEffects all{.reply_pl = "Dzień dobry",
                           .note_pl = "Notatka",
                           .status = TicketStatus::waiting,
                           .waiting_for = WaitingFor::customer,
                           .waiting_note_pl = "Numer",
                           .type = TicketType::request,
                           .assign = MacroAssignee::nobody,
                           .queue = QueueId{2},
                           .add_tags = Words{"a", "b"},
                           .remove_tags = Words{"c"},
                           .due_in_days = 1,
                           .snooze_days = 1,
                           .steps_pl = Words{"Toner"}};
    CHECK(kinds(all) == std::vector{K::edit,
                                    K::untag,
                                    K::tag,
                                    K::tag,
                                    K::due,
                                    K::steps,
                                    K::queue,
                                    K::assign,
                                    K::note,
                                    K::reply,
                                    K::status,
                                    K::snooze});
    // The reply is the answer where the macro resolves.
    CHECK(kinds({.reply_pl = "Gotowe.", .status = TicketStatus::resolved}) ==
          std::vector{K::resolve});
}

TEST_CASE("customers read their language, we read ours, and what there is in one goes for both") {
    const MacroEffects effects{.reply_pl = "Zgłoszenie {number}",
                               .reply_en = "Ticket {number}",
                               .note_pl = "Notatka {me}",
                               .note_en = "Note {me}",
                               .status = TicketStatus::waiting,
                               .waiting_for = WaitingFor::customer,
                               .waiting_note_pl = "Numer",
                               .steps_en = Words{"Call {person}", "Check"}};
    const auto texts = [&](Language customers, Language ours) {
        std::vector<std::string> found;
        for (const MacroEffect& one : plan_effects(effects, setting(customers, ours))) {
            found.push_back(one.text.value_or(""));
        }
        return found;
    };
    CHECK(texts(Language::en, Language::pl) ==
          Words{"Call Jan Kowalski\nCheck", "Notatka Anna Nowak", "Ticket 1207", "Numer"});
    CHECK(texts(Language::pl, Language::en) ==
          Words{"Call Jan Kowalski\nCheck", "Note Anna Nowak", "Zgłoszenie 1207", "Numer"});
}

TEST_CASE("dates are counted from the moment at which a macro is used") {
    const auto planned = plan_effects({.assign = MacroAssignee::me, .due_in_days = 2},
                                      setting(Language::pl, Language::pl));
    CHECK(planned[0].due_on == day("2025-06-16"));
    CHECK(planned[1].assignee == PersonId{7});
    const auto until = [](const MacroEffects& effects) {
        return to_text(*plan_effects(effects, setting(Language::pl, Language::pl)).front().until);
    };
    CHECK(until({.snooze_hours = 3}) == "2025-06-12T11:00:00Z");
    CHECK(until({.snooze_days = 1}) == "2025-06-13T06:00:00Z");
}

TEST_CASE("what a ticket is already is told apart from what it may not become") {
    using K = MacroEffectKind;
    const Ticket ticket{.type = TicketType::request,
                        .category = CategoryId{3},
                        .impact = Impact::high,
                        .assignee = PersonId{7}};
    CHECK(is_so_already(ticket, {.kind = K::edit, .type = TicketType::request}));
    CHECK(is_so_already(ticket, {.kind = K::edit, .category = CategoryId{3}}));
    CHECK_FALSE(is_so_already(ticket, {.kind = K::edit, .category = CategoryId{4}}));
    CHECK_FALSE(is_so_already(
        ticket, {.kind = K::edit, .type = TicketType::request, .impact = Impact::low}));
    CHECK(is_so_already(ticket, {.kind = K::assign, .assignee = PersonId{7}}));
    CHECK_FALSE(is_so_already(ticket, {.kind = K::assign}));
    CHECK_FALSE(is_so_already(ticket, {.kind = K::reply, .text = "Dzień dobry"}));

    CHECK(says_so_already(K::tag, tagged_already));
    CHECK(says_so_already(K::untag, missing));
    CHECK(says_so_already(K::due, due_unchanged));
    CHECK(says_so_already(K::queue, queue_unchanged));
    CHECK(says_so_already(K::status, status_unchanged));
    CHECK_FALSE(says_so_already(K::tag, missing));
    CHECK_FALSE(says_so_already(K::status, ticket_closed));
    CHECK_FALSE(says_so_already(K::resolve, resolved_already));
}

}  // namespace ogniwo::tickets
