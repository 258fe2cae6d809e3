#pragma once

// Stories are hand-written conversations about one call for help, with gaps that are filled in for
// every ticket. They are kept as text, because people write and correct them:
//
//     # pl printer-offline medium high | clinic accounting
//     ~ printer: HP LaserJet M404 | Brother HL-L6400
//     Drukarka {printer} nie drukuje
//     Dzień dobry, od rana nie <mogłam|mogłem> nic wydrukować.
//     /{me}
//     @take 10
//     @ask 5
//     Dzień dobry, {greet}, czy drukarka jest włączona?
//
// The head names the language, a name, impact and urgency, and where it fits only some customers,
// their kinds. "~" lines name gaps with their possible contents; a content may have several forms
// with ";" between them, {gap.2} is the second. Then come the subject, the text of the call, and
// acts with the minutes that pass before them. Lines are joined; an empty one begins a paragraph, a
// "/" in front a line. <she|he> goes by who writes, [she|he] by who has asked for help.

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "people/types.hpp"
#include "tickets/types.hpp"

namespace ogniwo::demo {

enum class Act {
    take,      // A technician of the tier takes the ticket.
    assign,    // The lead gives it to one of them.
    reply,     // What the technician writes to the customer,
    ask,       // and then waits for the answer.
    customer,  // What the customer writes.
    note,      // What only we read.
    wait,      // A note, and the ticket waits for "vendor" or "other".
    go,        // A note, and it waits no longer.
    up,        // Escalated, with a reason and a topic: "needs_skill network".
    down,      // Handed back, with a reason.
    solve,
    reopen,
};
constexpr auto names(Act) {
    return enum_names("take",
                      "assign",
                      "reply",
                      "ask",
                      "customer",
                      "note",
                      "wait",
                      "go",
                      "up",
                      "down",
                      "solve",
                      "reopen");
}

// What somebody on the next tier must know about.
enum class Topic { workplace, network, apps };
constexpr auto names(Topic) {
    return enum_names("workplace", "network", "apps");
}

struct Line {
    Act act = Act::take;
    int minutes = 0;                   // Working minutes since the line before.
    std::vector<std::string> words{};  // Beside the act.
    std::string text{};
};

struct Gap {
    std::string name;
    std::vector<std::vector<std::string>> contents;  // Each in all its forms.
};

struct Story {
    people::Language language = people::Language::pl;
    std::string name;
    tickets::Impact impact = tickets::Impact::medium;
    tickets::Urgency urgency = tickets::Urgency::medium;
    std::vector<std::string> kinds;  // Of customers; empty: any.
    std::vector<Gap> gaps;
    std::string subject;
    std::string text;
    std::vector<Line> lines;

    bool fits(people::Language spoken, std::string_view kind) const;
};

// What is written wrongly there is a Bug.
std::vector<Story> read_stories(std::string_view text);
// All that there are.
const std::vector<Story>& all_stories();

// Whoever speaks or is spoken of.
struct Character {
    PersonId person{};
    std::string given_name{};
    std::string family_name{};
    std::string greeting{};  // "Pani Marto", "Sarah".
    bool is_woman = false;

    std::string name() const { return given_name + " " + family_name; }
};

// The contents chosen for one ticket, in the order of the story's gaps.
using Choice = std::vector<const std::vector<std::string>*>;

struct Speech {
    const Story& story;
    const Choice& choice;
    const Character& requester;
    const Character& speaker;
    std::string_view customer{};
};
// Gaps that every story has: {me}, {greet}, {requester}, {customer}.
std::string fill_in(std::string_view text, const Speech& speech);

// The hand-written texts, by language and subject (stories_*.cpp).
std::string_view polish_workplace_stories();
std::string_view polish_account_stories();
std::string_view polish_network_stories();
std::string_view polish_application_stories();
std::string_view polish_long_stories();
std::string_view english_stories();

}  // namespace ogniwo::demo
