#pragma once

// Tickets that come by themselves: "the second Monday of each month, not on a holiday". A rule
// names days; what falls on a day off is skipped or moved to a working day, as the rule says. A day
// off is a Saturday, a Sunday or a public holiday in Poland.
//
// Each day of a rule makes one ticket. After a time without a server only the last day that was
// missed makes one: yesterday's checks of a week are one check.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/enum.hpp"
#include "people/types.hpp"
#include "tickets/types.hpp"

namespace ogniwo::tickets {

using RecurrenceId = Id<struct RecurrenceTag>;

inline constexpr std::int64_t recurrences_most = 1'000;

enum class Pace { days, weeks, months, month_weekdays, years };
constexpr auto names(Pace) {
    return enum_names("days", "weeks", "months", "month_weekdays", "years");
}

enum class DayOff { stays, skips, next_working_day, previous_working_day };
constexpr auto names(DayOff) {
    return enum_names("stays", "skips", "next_working_day", "previous_working_day");
}

struct RecurrenceRule {
    Pace pace = Pace::weeks;
    int every = 1;                            // So many days, weeks, months or years.
    std::vector<people::Weekday> weekdays{};  // weeks: at least one; month_weekdays: just one.
    std::optional<int> day{};    // months, years: 1 to 31; what is not there is the last.
    std::optional<int> nth{};    // month_weekdays: 1 to 4; -1: the last.
    std::optional<int> month{};  // years: 1 to 12.
    DayOff day_off = DayOff::next_working_day;
    Minutes at{8 * 60};  // Since midnight, by our company's clock.
    Date from{};         // Where counting begins, and before which nothing comes.
    std::optional<Date> until{};
};
void describe(Fields& fields, RecurrenceRule& rule);

struct Recurrence {
    RecurrenceId id{};
    std::int64_t version = 1;
    CustomerId customer{};
    std::string customer_name{};
    std::optional<PersonId> requester{};
    std::optional<std::string> requester_name{};
    std::optional<people::SiteId> site{};  // One that the customer has no longer counts as none.
    std::optional<TemplateId> from{};      // A template: its type, its steps.
    std::string subject{};
    std::string text{};
    RecurrenceRule rule{};
    std::optional<Time> next_at{};
    std::optional<Time> stopped_at{};
    std::optional<Date> last_day{};
    std::optional<TicketId> last_ticket{};
};
void describe(Fields& fields, Recurrence& one);

struct RecurrenceList {
    std::vector<Recurrence> items{};  // In the order in which they were made.
};
void describe(Fields& fields, RecurrenceList& list);

struct MakeRecurrence {
    CustomerId customer{};
    std::optional<PersonId> requester{};
    std::optional<people::SiteId> site{};
    std::optional<TemplateId> from{};
    std::string subject{};
    std::optional<std::string> text{};
    RecurrenceRule rule{};
};
void describe(Fields& fields, MakeRecurrence& wish);

struct EditRecurrence {
    RecurrenceId id{};
    std::int64_t version = 0;
    std::optional<std::string> subject{};
    std::optional<std::string> text{};
    std::optional<std::optional<people::SiteId>> site{};  // Null: none.
    std::optional<std::optional<TemplateId>> from{};      // Null: none.
    std::optional<RecurrenceRule> rule{};
    std::optional<bool> stopped{};
};
void describe(Fields& fields, EditRecurrence& wish);

struct PreviewRecurrence {
    RecurrenceRule rule{};
};
void describe(Fields& fields, PreviewRecurrence& wish);

// A day of the rule, and what becomes of it.
struct RecurrenceDay {
    Date planned{};
    std::optional<Date> day{};  // Nothing: it is skipped.
    bool is_day_off = false;    // The planned one.
};
void describe(Fields& fields, RecurrenceDay& day);

struct RecurrenceDays {
    std::vector<RecurrenceDay> items{};  // The next ten.
};
void describe(Fields& fields, RecurrenceDays& days);

// Events. About a recurrence, whose kind is `recurrence_kind`.

inline constexpr std::string_view recurrence_kind = "ticket_recurrence";

struct RecurrenceSaved {  // subject, text
    static constexpr std::string_view name = "tickets.recurrence_saved";
    static constexpr int schema = 1;

    std::optional<PersonId> requester{};
    std::optional<people::SiteId> site{};
    std::optional<TemplateId> from{};
    RecurrenceRule rule{};
    bool stopped = false;
};
void describe(Fields& fields, RecurrenceSaved& event);

struct RecurrenceFired {
    static constexpr std::string_view name = "tickets.recurrence_fired";
    static constexpr int schema = 1;

    TicketId ticket{};
    Date day{};
    int missed = 0;  // Days before it that made none.
};
void describe(Fields& fields, RecurrenceFired& event);

// What it was to make could not be made: its customer, requester or template is no more. It is
// stopped, and those who may mend it are told.
struct RecurrenceFailed {
    static constexpr std::string_view name = "tickets.recurrence_failed";
    static constexpr int schema = 1;

    Date day{};
    std::string reason{};  // A name of docs/refusals.md.
};
void describe(Fields& fields, RecurrenceFailed& event);

inline constexpr Reason rule_incomplete{Refusal::invalid, "tickets.rule_incomplete"};
inline constexpr Reason rule_without_days{Refusal::invalid, "tickets.rule_without_days"};
inline constexpr Reason recurrences_too_many{Refusal::conflict, "tickets.recurrences_too_many"};

}  // namespace ogniwo::tickets
