#include <algorithm>
#include <map>

#include "base/csv.hpp"
#include "base/limits.hpp"
#include "people/service.hpp"
#include "tickets/access.hpp"
#include "tickets/cursors.hpp"
#include "tickets/events.hpp"
#include "tickets/meant.hpp"
#include "tickets/merge_store.hpp"
#include "tickets/names.hpp"
#include "tickets/store.hpp"
#include "tickets/time_rules.hpp"
#include "tickets/time_service.hpp"
#include "tickets/time_store.hpp"
#include "tickets/verbs.hpp"

namespace ogniwo::tickets {
namespace {

constexpr int own_days_most = 31;
constexpr int own_entries_most = 1'000;
constexpr int days_most = 366;
constexpr int export_rows_most = 10'000;
constexpr int entries_per_reading = 200;

// The subjects of their tickets, where they may be seen.
void add_subjects(const View& view, std::vector<TimeEntry>& entries) {
    std::vector<std::int64_t> ids;
    for (const TimeEntry& entry : entries) ids.push_back(entry.ticket.value);
    ids = each_once(std::move(ids));
    if (ids.empty()) return;
    std::map<TicketId, std::string> subjects;
    for (const Ticket& ticket : store::list_tickets_by_id(view.tx, ids)) {
        if (may_see(view.actor, ticket)) subjects[ticket.id] = ticket.subject;
    }
    for (TimeEntry& entry : entries) {
        const auto found = subjects.find(entry.ticket);
        if (found != subjects.end()) entry.subject = found->second;
    }
}

template <class Wish>
store::TimeFilter filter_of(const Wish& wish) {
    return {.from = wish.from, .to = wish.to, .person = wish.person, .customer = wish.customer};
}

TimeTotals& operator+=(TimeTotals& all, const TimeTotals& more) {
    all.entries += more.entries;
    all.minutes += more.minutes;
    all.billable_minutes += more.billable_minutes;
    return all;
}

// Of all who are meant by the filter, as one list.
std::vector<TimeEntry> list_meant(const View& view,
                                  const store::TimeFilter& filter,
                                  const std::pair<std::optional<store::TimePlace>, int>& page) {
    const Scope scope = view.actor.scope(see_all_time);
    const auto filters = meant_by(view.tx, filter);
    if (filters.size() == 1) return store::list_time(view.tx, scope, filter, page);
    std::vector<TimeEntry> entries;
    for (const store::TimeFilter& one : filters) {
        auto some = store::list_time(view.tx, scope, one, page);
        std::ranges::move(some, std::back_inserter(entries));
    }
    std::ranges::sort(entries, std::ranges::greater{}, [](const TimeEntry& entry) {
        return std::pair(entry.worked_on, entry.id);
    });
    const auto limit = static_cast<std::size_t>(page.second);
    if (entries.size() > limit) entries.resize(limit);
    return entries;
}

// Whoever worked as two is named as one.
void add_up(std::vector<PersonMinutes>& persons, const ShownAs& shown) {
    if (shown.persons.empty()) return;
    std::map<PersonId, PersonMinutes> sums;
    for (PersonMinutes one : persons) {
        shown.show(one.person);
        PersonMinutes& sum = sums[one.person];
        sum.person = one.person;
        sum.minutes += one.minutes;
        sum.billable_minutes += one.billable_minutes;
    }
    persons.clear();
    for (const auto& [person, sum] : sums) persons.push_back(sum);
    std::ranges::stable_sort(persons, std::ranges::greater{}, &PersonMinutes::minutes);
}

struct Heading {
    std::string_view pl;
    std::string_view en;
};
constexpr Heading headings[] = {{"Data", "Date"},
                                {"Osoba", "Person"},
                                {"Klient", "Customer"},
                                {"Zgłoszenie", "Ticket"},
                                {"Temat", "Subject"},
                                {"Rodzaj pracy", "Work type"},
                                {"Minuty", "Minutes"},
                                {"Do rozliczenia", "Billable"},
                                {"Opis dla klienta", "Text for the customer"},
                                {"Notatka wewnętrzna", "Internal note"},
                                {"Wpis", "Entry"},
                                {"Cofa wpis", "Reverses entry"}};

std::string id_text(const std::optional<TimeEntryId>& id) {
    return id ? std::to_string(id->value) : "";
}

std::vector<std::string> csv_row(const TimeEntry& entry, bool is_polish) {
    const std::string_view yes = is_polish ? "tak" : "yes";
    const std::string_view no = is_polish ? "nie" : "no";
    return {to_text(entry.worked_on),
            entry.person_name.value_or(""),
            entry.customer_name.value_or(""),
            std::to_string(entry.ticket.value),
            entry.subject.value_or(""),
            is_polish ? entry.work_type_pl : entry.work_type_en,
            std::to_string(entry.minutes),
            std::string(entry.billable ? yes : no),
            entry.customer_text.value_or(""),
            entry.internal_text.value_or(""),
            id_text(entry.id),
            id_text(entry.reverses)};
}

std::string csv_of(const std::vector<TimeEntry>& entries, bool is_polish) {
    CsvWriter writer(is_polish ? CsvFlavour::polish_excel : CsvFlavour::plain);
    std::vector<std::string> names;
    for (const Heading& one : headings) names.emplace_back(is_polish ? one.pl : one.en);
    std::string csv = writer.row(names);
    for (const TimeEntry& entry : entries) csv += writer.row(csv_row(entry, is_polish));
    return csv;
}

// What the journal says about one entry.
struct BookedMinutes {
    PersonId person{};
    int minutes = 0;
    bool billable = true;

    friend bool operator==(const BookedMinutes&, const BookedMinutes&) = default;
};
std::string in_words(const BookedMinutes& booked) {
    return std::to_string(booked.minutes) + " min of " + std::to_string(booked.person.value) +
           (booked.billable ? ", billable" : "");
}

std::map<TimeEntryId, BookedMinutes> told_by(const std::vector<Event>& events) {
    std::map<TimeEntryId, BookedMinutes> told;
    for (const Event& event : events) {
        const auto what = read_event(event);
        if (!what) continue;
        if (const auto* booked = std::get_if<TicketTimeBooked>(&*what)) {
            told[booked->entry] = {booked->person, booked->minutes, booked->billable};
        } else if (const auto* reversed = std::get_if<TicketTimeReversed>(&*what)) {
            told[reversed->entry] = {reversed->person, reversed->minutes, reversed->billable};
        }
    }
    return told;
}

}  // namespace

void complete_time(const View& view, std::vector<TimeEntry>& entries) {
    Names names;
    for (TimeEntry& entry : entries) {
        const bool is_own = view.actor.is(entry.person);
        if (!is_own && !view.actor.may(see_notes, entry.customer)) {
            entry.internal_text.reset();
            entry.booked_by.reset();
        }
        names.persons.want(entry.person);
        names.persons.want(entry.booked_by);
        names.customers.want(entry.customer);
    }
    names.load(view.tx);
    const ShownAs& shown = names.shown;
    for (TimeEntry& entry : entries) {
        entry.person_name = names.persons.find(entry.person);
        entry.booked_by_name = names.persons.find(entry.booked_by);
        entry.customer_name = names.customers.find(entry.customer);
        shown.show(entry.person);
        shown.show(entry.booked_by);
        shown.show(entry.customer);
    }
}

Result<TicketTime> list_ticket_time(const View& view, const ListTicketTime& wish) {
    TRY(const Ticket ticket, load_visible(view, wish.ticket));
    if (!view.actor.may(see_time, ticket.customer)) return forbidden;
    TRY(const auto cursor, read_cursor<ThreadCursor>(wish.cursor));
    const int limit = wish.limit.value_or(page_size_default);

    const TimeEntryId after{cursor ? cursor->after : 0};
    const auto joined = store::list_joined(view.tx, ticket.id);
    TicketTime time{.items = store::list_shown_time(view.tx, joined, {after, limit + 1}),
                    .totals = store::total_shown_time(view.tx, joined),
                    .persons = store::total_by_person(view.tx, joined)};
    if (cut_page(time.items, limit)) {
        time.next = cursor_text(ThreadCursor{.after = time.items.back().id.value});
    }
    complete_time(view, time.items);
    std::vector<PersonId> persons;
    for (const PersonMinutes& one : time.persons) persons.push_back(one.person);
    add_up(time.persons, {.persons = people::merged_among(view.tx, persons)});
    const auto names = people::person_names(view.tx, persons);
    for (PersonMinutes& one : time.persons) {
        if (const auto found = names.find(one.person); found != names.end()) {
            one.name = found->second;
        }
    }
    return time;
}

Result<TimeList> list_time(const View& view, const ListTime& wish) {
    TRY_DO(days_between(wish.from, wish.to, days_most));
    TRY(const auto cursor, read_cursor<TimeCursor>(wish.cursor));
    const int limit = wish.limit.value_or(page_size_default);
    std::pair<std::optional<store::TimePlace>, int> page{std::nullopt, limit + 1};
    if (cursor) page.first = store::TimePlace{cursor->day, cursor->entry};

    TimeList list{.items = list_meant(view, filter_of(wish), page)};
    for (const store::TimeFilter& one : meant_by(view.tx, filter_of(wish))) {
        list.totals += store::total_time(view.tx, view.actor.scope(see_all_time), one);
    }
    if (cut_page(list.items, limit)) {
        const TimeEntry& last = list.items.back();
        list.next = cursor_text(TimeCursor{.day = last.worked_on, .entry = last.id});
    }
    complete_time(view, list.items);
    add_subjects(view, list.items);
    return list;
}

Result<ExportedTime> export_time(const View& view, const ExportTime& wish) {
    TRY_DO(days_between(wish.from, wish.to, days_most));
    auto entries = list_meant(view, filter_of(wish), {std::nullopt, export_rows_most + 1});
    if (entries.size() > static_cast<std::size_t>(export_rows_most)) {
        return Error{.reason = export_too_large,
                     .shown = {{"most", std::to_string(export_rows_most)}}};
    }
    complete_time(view, entries);
    add_subjects(view, entries);
    const auto language = wish.language.value_or(people::company_language(view.tx));
    const bool is_polish = language == people::Language::pl;
    const std::string span = to_text(wish.from) + "_" + to_text(wish.to);
    return ExportedTime{.name = (is_polish ? "czas-pracy_" : "work-time_") + span + ".csv",
                        .csv = csv_of(entries, is_polish),
                        .rows = static_cast<std::int64_t>(entries.size())};
}

Result<MyTime> read_my_time(const View& view, const ReadMyTime& wish) {
    TRY(const auto days, days_between(wish.from, wish.to, own_days_most));
    const store::TimeFilter filter{.from = wish.from, .to = wish.to};
    std::vector<TimeEntry> entries;
    for (const PersonId person : all_of(view.actor)) {
        auto some = store::list_time_of(view.tx, person, filter, own_entries_most + 1);
        std::ranges::move(some, std::back_inserter(entries));
    }
    std::ranges::stable_sort(
        entries, {}, [](const TimeEntry& entry) { return std::pair(entry.worked_on, entry.id); });
    MyTime time{.more = cut_page(entries, own_entries_most)};
    complete_time(view, entries);
    add_subjects(view, entries);

    std::map<Date, TimeTotals> totals;
    for (const PersonId person : all_of(view.actor)) {
        for (const auto& one : store::total_days_of(view.tx, person, filter)) {
            totals[one.day] += one.totals;
            time.totals += one.totals;
        }
    }
    for (const Date& date : days) {
        TimeDay day{.day = date,
                    .minutes = totals[date].minutes,
                    .billable_minutes = totals[date].billable_minutes};
        for (TimeEntry& entry : entries) {
            if (entry.worked_on == date) day.items.push_back(std::move(entry));
        }
        day.gaps = gaps_of(day.items);
        time.days.push_back(std::move(day));
    }
    return time;
}

void compare_time(Tx& tx,
                  TicketId ticket,
                  const std::vector<Event>& events,
                  std::vector<Difference>& found) {
    auto told = told_by(events);
    const auto add = [&](TimeEntryId entry, std::string stored, std::string replayed) {
        found.push_back({.ticket = ticket,
                         .field = "time " + std::to_string(entry.value),
                         .stored = std::move(stored),
                         .replayed = std::move(replayed)});
    };
    TimeEntryId after{};
    std::vector<TimeEntry> read;
    do {
        read = store::list_time_booked_on(tx, ticket, {after, entries_per_reading});
        for (const TimeEntry& entry : read) {
            const BookedMinutes stored{entry.person, entry.minutes, entry.billable};
            const auto one = told.find(entry.id);
            if (one == told.end()) {
                add(entry.id, in_words(stored), "");
            } else {
                if (one->second != stored) add(entry.id, in_words(stored), in_words(one->second));
                told.erase(one);
            }
            after = entry.id;
        }
    } while (read.size() == static_cast<std::size_t>(entries_per_reading));
    for (const auto& [entry, booked] : told) add(entry, "", in_words(booked));
}

}  // namespace ogniwo::tickets
