#include "demo/generator.hpp"

#include <doctest/doctest.h>

#include <map>
#include <set>

#include "base/text.hpp"
#include "demo/cast.hpp"

namespace ogniwo::demo {
namespace {

using std::chrono::sys_days;

constexpr const char* zone = "Europe/Warsaw";

Date day(const char* text) {
    return *parse_date(text);
}

Character somebody(std::int64_t id, bool is_woman) {
    return {.person = {id},
            .given_name = is_woman ? "Anna" : "Jan",
            .family_name = is_woman ? "Nowak" : "Lis",
            .greeting = is_woman ? "Pani Anno" : "Panie Janie",
            .is_woman = is_woman};
}

// One customer of each kind, two technicians on each tier.
World small_world() {
    World world;
    std::int64_t id = 0;
    for (const char* kind : {"accounting", "clinic", "logistics", "office"}) {
        const bool english = kind == std::string_view("office");
        Client client{.customer = {++id},
                      .name = kind,
                      .kind = kind,
                      .language = english ? people::Language::en : people::Language::pl,
                      .desk = {1}};
        client.people = {somebody(++id, true), somebody(++id, false)};
        world.clients.push_back(std::move(client));
    }
    for (Support& support : world.tiers) {
        support.technicians = {somebody(++id, true), somebody(++id, false)};
        for (auto& queues : support.queues) queues = {{++id}};
    }
    world.lead = somebody(++id, true);
    return world;
}

std::string all_text(const tickets::WholeTicket& whole) {
    std::string text = whole.subject + "\n" + whole.text + "\n";
    for (const auto& step : whole.steps) {
        text += std::visit(
            [](const auto& wish) -> std::string {
                if constexpr (requires { wish.text; }) return wish.text;
                if constexpr (requires { wish.note; }) return wish.note;
                if constexpr (requires { wish.reason.size(); }) return wish.reason;
                return "";
            },
            step.wish);
        text += '\n';
    }
    return text;
}

TEST_CASE("the demo desk rests on weekends and on Polish holidays") {
    struct Case {
        const char* day;
        bool works;
    };
    for (const Case& one : {Case{"2025-06-12", true},
                            Case{"2025-06-14", false},  // Saturday
                            Case{"2025-06-15", false},  // Sunday
                            Case{"2025-04-21", false},  // Easter Monday
                            Case{"2025-04-22", true},
                            Case{"2025-06-19", false},  // Corpus Christi
                            Case{"2024-05-30", false},  // Corpus Christi
                            Case{"2026-04-06", false},  // Easter Monday
                            Case{"2025-11-11", false},
                            Case{"2025-12-24", false},
                            Case{"2025-12-29", true}}) {
        CAPTURE(one.day);
        CHECK(is_working_day(day(one.day)) == one.works);
    }
}

TEST_CASE("the demo's year ends the evening before, starts at eight and is busier on Mondays") {
    const WorkingYear year(day("2025-06-12"), zone, Rush::ordinary);
    CHECK(to_text(year.at(0)) == "2024-06-12T06:00:00Z");  // Eight o'clock, summer time.
    CHECK(to_text(year.at(year.length())) == "2025-06-11T14:59:59Z");
    CHECK(year.at(WorkingYear::day_seconds) - year.at(WorkingYear::day_seconds - 1) >
          std::chrono::hours(14));

    std::map<unsigned, int> calls;
    std::int64_t before = 0;
    for (int i = 0; i < 10'000; ++i) {
        const std::int64_t place = year.place_of(i / 10'000.0);
        CHECK(place >= before);
        before = place;
        const auto local = *local_date(year.at(place), zone);
        ++calls[std::chrono::weekday(sys_days(local)).iso_encoding()];
    }
    CHECK(calls[1] > calls[2]);
    CHECK(calls[2] > calls[5]);
    CHECK(calls[6] + calls[7] == 0);
}

TEST_CASE("there are enough demo stories of both languages, each with a name of its own") {
    std::map<people::Language, int> count;
    std::set<std::string> names;
    int long_ones = 0;
    for (const Story& story : all_stories()) {
        CAPTURE(story.name);
        ++count[story.language];
        CHECK(names.insert(std::string(enum_name(story.language)) + story.name).second);
        CHECK(story.lines.back().act == Act::solve);
        CHECK(is_clean_line(story.subject));
        long_ones += story.lines.size() >= 12;
    }
    CHECK(count[people::Language::pl] >= 45);
    CHECK(count[people::Language::en] >= 15);
    CHECK(long_ones >= 5);
}

TEST_CASE("every demo story fits some customer") {
    const World world = small_world();
    for (const Story& story : all_stories()) {
        int fitting = 0;
        for (const Client& client : world.clients) {
            fitting += story.fits(client.language, client.kind);
        }
        CAPTURE(story.name);
        CHECK(fitting > 0);
    }
}

TEST_CASE("a demo text goes by who writes and by who has asked") {
    struct Case {
        const char* text;
        const char* filled;
    };
    const auto stories = read_stories(
        "# pl one low low\n~ thing: mysz;myszy | mysz;myszy\nTemat\nTekst\n@solve 1\nGotowe.\n");
    REQUIRE(stories.size() == 1);
    const Choice choice{&stories[0].gaps[0].contents[0]};
    const Character woman = somebody(1, true), man = somebody(2, false);
    for (const Case& one : {Case{"sprawdzi<łam|łem>", "sprawdziłem"},
                            Case{"u [Pani|Pana] {thing.2}", "u Pani myszy"},
                            Case{"{greet}, {thing}", "Pani Anno, mysz"},
                            Case{"{me}, {requester}, {customer}", "Jan Lis, Anna Nowak, Saldo"}}) {
        CAPTURE(one.text);
        CHECK(fill_in(one.text,
                      {.story = stories[0],
                       .choice = choice,
                       .requester = woman,
                       .speaker = man,
                       .customer = "Saldo"}) == one.filled);
    }
}

TEST_CASE("lines of a demo story are joined into paragraphs") {
    const auto stories = read_stories(
        "# en two low high | office\nSubject\nOne\ntwo\n\nthree\n/Me\n@ask 5\nA\nb\n"
        "@up 3 vendor apps\nWhy\n@solve 1\nDone\n");
    REQUIRE(stories.size() == 1);
    CHECK(stories[0].text == "One two\n\nthree\nMe");
    REQUIRE(stories[0].lines.size() == 3);
    CHECK(stories[0].lines[0].text == "A b");
    CHECK(stories[0].lines[1].words == std::vector<std::string>{"vendor", "apps"});
    CHECK(stories[0].fits(people::Language::en, "office"));
    CHECK_FALSE(stories[0].fits(people::Language::en, "clinic"));
}

TEST_CASE("the same demo ticket is told the same way, and another seed tells another") {
    const World world = small_world();
    const Generator one(world, {.tickets = 300, .seed = 7}, day("2025-06-12"));
    const Generator same(world, {.tickets = 300, .seed = 7}, day("2025-06-12"));
    const Generator other(world, {.tickets = 300, .seed = 8}, day("2025-06-12"));
    int different = 0;
    for (int i = 0; i < 300; ++i) {
        const auto told = one.tell(i);
        const auto again = same.tell(i);
        CHECK(all_text(told) == all_text(again));
        CHECK(told.at == again.at);
        CHECK(told.steps.size() == again.steps.size());
        different += all_text(told) != all_text(other.tell(i));
    }
    CHECK(different > 200);
}

TEST_CASE("demo tickets come in order, their steps follow one another, and no gap stays open") {
    const World world = small_world();
    const Generator generator(world, {.tickets = 2'000}, day("2025-06-12"));
    const Time end = *parse_time("2025-06-11T15:00:00Z");
    Time before{};
    for (int i = 0; i < 2'000; ++i) {
        const auto told = generator.tell(i);
        CHECK(told.at >= before);
        before = told.at;
        Time last = told.at;
        for (const auto& step : told.steps) {
            CHECK(step.at > last);
            last = step.at;
        }
        CHECK(last < end);
        const std::string text = all_text(told);
        CHECK(is_clean_text(text));
        CHECK_MESSAGE(text.find_first_of("{}<>[]|") == std::string::npos, text);
    }
}

TEST_CASE("a demo ticket is told from the story that is named for it") {
    const World world = small_world();
    const Generator generator(world, {.tickets = 300}, day("2025-06-12"));
    int plain = 0;
    for (int i = 0; i < 300; ++i) {
        const Story& story = generator.story_of(i);
        if (story.subject.find_first_of("{<[") != std::string::npos) continue;
        CHECK(generator.tell(i).subject == story.subject);
        ++plain;
    }
    CHECK(plain > 50);
}

TEST_CASE("a large demo has about two percent open tickets, short ones most of all") {
    const World world = small_world();
    const Generator generator(world, {.tickets = 20'000}, day("2025-06-12"));
    int open = 0;
    std::size_t steps = 0;
    for (int i = 0; i < 20'000; ++i) {
        const auto told = generator.tell(i);
        steps += told.steps.size();
        bool solved = false;
        for (const auto& step : told.steps) {
            solved = solved || std::holds_alternative<tickets::ResolveTicket>(step.wish);
        }
        open += !solved;
    }
    CHECK(open > 20'000 / 100);
    CHECK(open < 20'000 * 4 / 100);
    CHECK(steps / 20'000 >= 3);
    CHECK(steps / 20'000 <= 6);
}

TEST_CASE("the demo's cast grows with the tickets") {
    const Cast small = make_cast({});
    const Cast large = make_cast({.tickets = 1'000'000});
    CHECK(small.customers.size() == 4);
    CHECK(small.desks == 1);
    CHECK(large.customers.size() == 404);
    CHECK(large.staff.size() == small.staff.size() + 100);
    CHECK(large.desks == 26);
}

}  // namespace
}  // namespace ogniwo::demo
