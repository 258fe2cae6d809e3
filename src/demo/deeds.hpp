#pragma once

// The last working days of a demo as they are written by hand: who did what to which ticket, and
// when. Unlike stories, which fill a year by the thousand, these tickets are there once, the same
// in every demo, and show most of what a ticket can have. A deed is a verb of tickets.
//
// People, queues, ready forms, categories, statuses, macros and sites are called by the names that
// the cast and the desk give them; a ticket has a name of its own here, by which other deeds find
// it.

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "tickets/appointment_types.hpp"
#include "tickets/recurrence_types.hpp"
#include "tickets/types.hpp"

namespace ogniwo::demo {

// Counted in working days: -1 is the last one before today, 0 is today, or the next working day
// where nobody works today. Before today only from eight to five.
struct Moment {
    int day = -1;
    int hour = 8;
    int minute = 0;
};

// For a field of the desk, by its key.
struct Content {
    std::string field{};
    std::string text{};  // As it is shown: an amount, a choice's key, a name, "true".
    int day = 0;         // Dates instead.
};

struct Opens {
    std::string subject{};
    std::string text{};
    std::string requester{};   // Where it is not whoever opens it.
    std::string ready_form{};  // In English,
    std::string category{};    // this, too.
    tickets::TicketType type = tickets::TicketType::incident;
    tickets::Impact impact = tickets::Impact::medium;
    tickets::Urgency urgency = tickets::Urgency::medium;
    std::vector<Content> contents{};
};
struct Takes {};
struct Replies {
    std::string text{};
};
struct Notes {
    std::string text{};
    std::vector<std::string> mentions{};
};
struct Waits {
    tickets::WaitingFor whom = tickets::WaitingFor::customer;
    std::string what{};
    std::string state{};  // One of our own, in English.
};
struct Solves {
    std::string text{};
};
struct ChangesQueue {
    std::string queue{};  // Of the first tier.
};
struct Climbs {
    std::string queue{};  // Of the second tier.
    std::string note{};
    tickets::HandoverText handover{};
};
struct Invites {
    std::string worker{};
};
// A guest expert from outside.
struct LetsIn {
    std::string name{};
    std::string email{};
    std::string company{};
    people::Language language = people::Language::pl;
    std::string question{};
    std::vector<std::size_t> shown{};  // Messages, counted from the first one.
};
struct Applies {
    std::string macro{};  // In English.
};

struct Tags {
    std::vector<std::string> words{};
};
struct Links {
    std::string other{};
    tickets::TicketLinkKind kind = tickets::TicketLinkKind::relates;
};
struct IsDue {
    int day = 1;
};
struct Sleeps {
    Moment until{};
};
struct IsSpam {};
struct Merges {
    std::string into{};
};
struct Splits {
    std::size_t message = 0;  // Counted from the first one.
    std::string subject{};
    std::string as{};  // The new ticket's name here.
};

struct Fills {
    std::vector<Content> contents{};
};
struct Lists {
    std::vector<std::string> steps{};
};
struct Ticks {
    int steps = 1;  // The next ones.
};
struct Decides {
    bool is_approved = true;
    std::string note{};
};
struct Rates {
    int score = 5;
    std::string comment{};
};

struct Plans {
    tickets::AppointmentKind kind = tickets::AppointmentKind::visit;
    std::vector<std::string> persons{};
    std::vector<Moment> times{};  // Several are offered, one is agreed.
    int minutes = 60;
    int travel = 0;  // Each way.
    std::string site{};
    std::string for_customer{};
    std::string for_us{};
};
// The one appointment of the ticket that is still to come.
struct Ends {
    tickets::AppointmentState state = tickets::AppointmentState::done;
    std::string reason{};  // Of a cancellation.
};

// A ticket that comes by itself, and its first coming by that day. Its name here stands for the
// recurrence, and after it came for the ticket.
struct Repeats {
    std::string subject{};
    std::string text{};
    std::string requester{};
    std::string from{};  // A template, in English.
    tickets::Pace pace = tickets::Pace::weeks;
    int every = 1;
    Moment comes{};  // What of the calendar the pace needs is read off this day.
};
struct Comes {};

using Doing = std::variant<Opens,
                           Takes,
                           Replies,
                           Notes,
                           Waits,
                           Solves,
                           ChangesQueue,
                           Climbs,
                           Invites,
                           LetsIn,
                           Applies,
                           Tags,
                           Links,
                           IsDue,
                           Sleeps,
                           IsSpam,
                           Merges,
                           Splits,
                           Fills,
                           Lists,
                           Ticks,
                           Decides,
                           Rates,
                           Plans,
                           Ends,
                           Repeats,
                           Comes>;

struct Deed {
    Moment at{};
    std::string by{};  // Nobody: the product itself.
    std::string ticket{};
    Doing doing{};
};

// The hand-written days (days_*.cpp), each in the order of its tickets.
std::vector<Deed> days_of_requests();
std::vector<Deed> days_of_incidents();
std::vector<Deed> days_of_visits();

}  // namespace ogniwo::demo
