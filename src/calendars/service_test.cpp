// What scenes cannot show: months that are closed, who is told of a change, what was known when,
// rows that events do not explain, and limits.

#include "calendars/service.hpp"

#include <doctest/doctest.h>

#include "base/encoding.hpp"
#include "calendars/store.hpp"
#include "people/service.hpp"
#include "storage/journal.hpp"
#include "testing/databases.hpp"

namespace ogniwo::calendars {
namespace {

using people::OpenHours;
using people::Weekday;

const Sql falsify_version_sql{
    "calendars_test.falsify",
    "UPDATE calendar_version SET holds_from = '2020-01-01' WHERE calendar = $1 AND number = 2"};
const Sql falsify_set_sql{"calendars_test.falsify_set",
                          "UPDATE calendar_holidays SET days = '[]' WHERE id = $1"};
const Sql rename_past_events_sql{"calendars_test.rename",
                                 "UPDATE calendar SET name = 'Inny' WHERE id = $1"};

constexpr Date on(int year, unsigned month, unsigned day) {
    return std::chrono::year{year} / static_cast<int>(month) / static_cast<int>(day);
}

template <class T>
T must(Result<T> result) {
    if (!result) FAIL(result.error().reason.name, " ", result.error().detail);
    return *std::move(result);
}

template <class T>
std::string reason_of(const Result<T>& result) {
    if (result) return "";
    const Error& error = result.error();
    return std::string(error.fields.empty() ? error.reason.name : error.fields.front().reason);
}

// A house with the calendars of its set-up; the clock of a test begins on 12 June 2025.
struct House {
    explicit House(TestDatabase& database) : db(database) {
        db.change([&](Work& work) { set_up(work); });
        id = db.read([&](const View& view) { return default_calendar(view.tx); });
    }

    template <class Wish, class Verb>
    auto write(Verb verb, const Wish& wish) {
        return db.write([&](Work& work) { return verb(work, wish); });
    }
    Calendar calendar() {
        return must(db.read([&](const View& view) { return show_calendar(view, {id}); }));
    }
    HolidaySetId set_of(std::string name, std::vector<FreeDay> days) {
        return must(write(add_holiday_set, AddHolidaySet{std::move(name), std::move(days)})).id;
    }
    Calendar use(HolidaySetId set, std::optional<Date> from = std::nullopt) {
        return must(write(edit_calendar,
                          EditCalendar{.calendar = id,
                                       .version = calendar().version,
                                       .holiday_sets = std::vector{set},
                                       .holds_from = from}));
    }
    // "1@1970-01-01 2@2025-06-12": those that hold on some day.
    std::string versions() {
        const auto list =
            must(db.read([&](const View& view) { return list_calendar_versions(view, {id}); }));
        std::string text;
        for (auto one = list.items.rbegin(); one != list.items.rend(); ++one) {
            if (one->is_replaced) continue;
            text += (text.empty() ? "" : " ") + std::to_string(one->number) + "@" +
                    to_text(one->holds_from);
        }
        return text;
    }
    std::int64_t minutes_on(Date day, std::optional<Time> known_at = std::nullopt) {
        return db.read([&](const View& view) {
            WorkingTimeline timeline(eras_of(view.tx, id, known_at));
            const Time from = *to_instant(day, Minutes{0}, "Europe/Warsaw");
            const Time to = *to_instant(day, Minutes{1440}, "Europe/Warsaw");
            return std::chrono::duration_cast<Minutes>(timeline.worked_between(from, to)).count();
        });
    }
    std::string differences() {
        std::string text;
        const auto add = [&](const std::vector<Difference>& found) {
            for (const Difference& one : found) {
                text += std::string(one.kind) + " " + one.field + ";";
            }
        };
        CalendarId after{};
        do {
            const Checked checked =
                db.read([&](const View& view) { return check_chunk(view.tx, after, 2); });
            add(checked.differences);
            after = checked.last;
        } while (after);
        HolidaySetId after_set{};
        do {
            const CheckedSets checked =
                db.read([&](const View& view) { return check_sets_chunk(view.tx, after_set, 1); });
            add(checked.differences);
            after_set = checked.last;
        } while (after_set);
        return text;
    }

    TestDatabase& db;
    CalendarId id{};
};

// A slice above, as long as it lives.
class Above {
public:
    explicit Above(std::optional<Date> closed_until) {
        on_closed_until("test", [closed_until](Tx&) { return closed_until; });
        on_changed("test", [this](Work&, CalendarId id) { told.push_back(id); });
    }
    ~Above() {
        on_closed_until("test", [](Tx&) { return std::optional<Date>(); });
        on_changed("test", [](Work&, CalendarId) {});
    }
    Above(const Above&) = delete;
    Above& operator=(const Above&) = delete;

    std::vector<CalendarId> told{};
};

}  // namespace

TEST_CASE("an installation begins with office hours and with around the clock, once") {
    for_each_database([](TestDatabase& database) {
        House house(database);
        database.change([&](Work& work) { set_up(work); });
        const auto list =
            must(database.read([&](const View& view) { return list_calendars(view, {}); }));
        REQUIRE(list.items.size() == 2);
        CHECK(list.items[0].name == "Poniedziałek–piątek 8–16");
        CHECK(list.items[0].is_default);
        CHECK(list.items[0].plan.week.size() == 5);
        CHECK(list.items[1].name == "24/7");
        CHECK(list.items[1].plan.always);
        CHECK(house.minutes_on(on(2025, 6, 12)) == 480);
        CHECK(house.minutes_on(on(2025, 6, 19)) == 0);  // Corpus Christi
        CHECK(house.differences().empty());
    });
}

TEST_CASE("what is closed stays as it was counted, and the slices above are told of the rest") {
    for_each_database([](TestDatabase& database) {
        House house(database);
        Above above(on(2025, 5, 31));
        const auto add = [&](Date day) {
            return house.write(add_special_day, AddSpecialDay{house.id, day, {}, "Awaria prądu"});
        };
        const auto refused = add(on(2025, 5, 30));
        CHECK(reason_of(refused) == month_closed.name);
        CHECK(refused.error().shown == Params{{"until", "2025-05-31"}});
        CHECK(reason_of(
                  house.write(remove_special_day, RemoveSpecialDay{house.id, on(2025, 5, 30)})) ==
              day_not_special.name);
        CHECK(reason_of(house.write(
                  set_saturday_hours,
                  SetSaturdayHours{house.id, {{Minutes{540}, Minutes{780}}}, on(2025, 5, 31)})) ==
              month_closed.name);
        CHECK(reason_of(house.write(edit_calendar,
                                    EditCalendar{.calendar = house.id,
                                                 .version = house.calendar().version,
                                                 .zone = "UTC",
                                                 .holds_from = on(2025, 5, 1)})) ==
              month_closed.name);
        CHECK(above.told.empty());

        must(add(on(2025, 6, 2)));
        CHECK(above.told == std::vector{house.id});
        CHECK(house.versions() == "1@1970-01-01 2@2025-06-02");
        CHECK(house.minutes_on(on(2025, 6, 2)) == 0);
        CHECK(house.minutes_on(on(2025, 5, 30)) == 480);
        // The same again is no change, and nobody is told.
        must(add(on(2025, 6, 2)));
        CHECK(above.told.size() == 1);

        // A set reaches as far back as somebody says, and no farther than what is closed.
        const HolidaySetId set = house.set_of("Dni firmy", {{on(2025, 6, 3), "Rocznica"}});
        house.use(set);
        const CalendarId school =
            must(house.write(add_calendar,
                             AddCalendar{.name = "Szkoła",
                                         .week =
                                             std::vector<OpenHours>{
                                                 {Weekday::monday, Minutes{480}, Minutes{900}}},
                                         .holiday_sets = std::vector{set}}))
                .id;
        CHECK(above.told == std::vector{house.id, house.id, school});
        CHECK(house.minutes_on(on(2025, 6, 3)) == 480);
        const auto change = [&](std::int64_t version, std::optional<Date> from) {
            return house.write(
                edit_holiday_set,
                EditHolidaySet{.set = set,
                               .version = version,
                               .days = std::vector<FreeDay>{{on(2025, 6, 3), "Rocznica"},
                                                            {on(2025, 6, 20), "Długi weekend"}},
                               .holds_from = from});
        };
        CHECK(reason_of(change(1, on(2025, 5, 31))) == month_closed.name);
        above.told.clear();
        must(change(1, std::nullopt));
        CHECK(above.told == std::vector{house.id, school});
        CHECK(house.minutes_on(on(2025, 6, 20)) == 0);
        CHECK(house.differences().empty());
    });
}

TEST_CASE("what was known at a moment is counted as it was then") {
    for_each_database([](TestDatabase& database) {
        House house(database);
        const Time before = database.read([](const View& view) { return view.now; });
        database.clock().advance(std::chrono::hours{48});
        must(house.write(add_special_day,
                         AddSpecialDay{house.id, on(2025, 6, 12), {}, "Zapomniany dzień wolny"}));
        CHECK(house.minutes_on(on(2025, 6, 12)) == 0);
        CHECK(house.minutes_on(on(2025, 6, 12), before) == 480);
        // Of a moment before all versions, the first one.
        CHECK(house.minutes_on(on(2025, 6, 12), Time{}) == 480);
        const auto named = database.read([&](const View& view) {
            return named_days(view.tx, house.id, on(2025, 6, 9), on(2025, 6, 19));
        });
        REQUIRE(named.size() == 2);
        CHECK(named.at(on(2025, 6, 12)).label == "Zapomniany dzień wolny");
        CHECK(named.at(on(2025, 6, 19)).holiday == Holiday::corpus_christi);
    });
}

TEST_CASE("a plan that begins later stays planned when one click changes what holds now") {
    for_each_database([](TestDatabase& database) {
        House house(database);
        const std::vector<OpenHours> long_days{{Weekday::monday, Minutes{420}, Minutes{1140}}};
        must(house.write(edit_calendar,
                         EditCalendar{.calendar = house.id,
                                      .version = house.calendar().version,
                                      .week = long_days,
                                      .holds_from = on(2025, 9, 1)}));
        must(house.write(add_special_day, AddSpecialDay{house.id, on(2025, 6, 20), {}, ""}));
        CHECK(house.versions() == "1@1970-01-01 3@2025-06-12 4@2025-09-01");
        CHECK(house.minutes_on(on(2025, 6, 20)) == 0);
        CHECK(house.minutes_on(on(2025, 8, 25)) == 480);
        CHECK(house.minutes_on(on(2025, 9, 1)) == 720);
        // The newest plan as it is, named again without a day, begins no earlier for that.
        must(house.write(edit_calendar,
                         EditCalendar{.calendar = house.id,
                                      .version = house.calendar().version,
                                      .name = "Zmianowy",
                                      .week = long_days}));
        CHECK(house.minutes_on(on(2025, 8, 25)) == 480);
        must(house.write(remove_special_day, RemoveSpecialDay{house.id, on(2025, 6, 20)}));
        CHECK(house.minutes_on(on(2025, 6, 20)) == 480);
        CHECK(house.minutes_on(on(2025, 9, 1)) == 720);
        CHECK(house.differences().empty());
    });
}

TEST_CASE("days of a set that go later stay until then, whatever becomes of other sets") {
    for_each_database([](TestDatabase& database) {
        House house(database);
        const HolidaySetId ours = house.set_of("Dni firmy", {{on(2025, 11, 3), "Rocznica"}});
        const HolidaySetId school = house.set_of("Szkoła", {});
        must(house.write(edit_calendar,
                         EditCalendar{.calendar = house.id,
                                      .version = house.calendar().version,
                                      .holiday_sets = std::vector{ours, school}}));
        must(house.write(edit_holiday_set,
                         EditHolidaySet{.set = ours,
                                        .version = 1,
                                        .days = std::vector<FreeDay>{},
                                        .holds_from = on(2025, 12, 1)}));
        CHECK(house.minutes_on(on(2025, 11, 3)) == 0);
        must(house.write(
            edit_holiday_set,
            EditHolidaySet{.set = school,
                           .version = 1,
                           .days = std::vector<FreeDay>{{on(2025, 9, 2), "Zebranie"}}}));
        CHECK(house.minutes_on(on(2025, 11, 3)) == 0);
        CHECK(house.minutes_on(on(2025, 9, 2)) == 0);
        // What was to begin in December begins in November, although the days are the same.
        const auto again = [&](std::int64_t version, Date from) {
            must(
                house.write(edit_holiday_set,
                            EditHolidaySet{.set = ours,
                                           .version = version,
                                           .days = std::vector<FreeDay>{{on(2025, 11, 4), "Dzień"}},
                                           .holds_from = from}));
        };
        again(2, on(2025, 12, 1));
        CHECK(house.minutes_on(on(2025, 11, 4)) == 480);
        again(3, on(2025, 11, 1));
        CHECK(house.minutes_on(on(2025, 11, 4)) == 0);
        CHECK(house.differences().empty());
    });
}

TEST_CASE("what the events of a calendar do not explain, the check finds") {
    for_each_database([](TestDatabase& database) {
        House house(database);
        const HolidaySetId set = house.set_of("Dni firmy", {{on(2025, 7, 3), "Rocznica"}});
        house.use(set);
        must(house.write(edit_holiday_set,
                         EditHolidaySet{.set = set, .version = 1, .name = "Dni szkoły"}));
        const CalendarId other =
            must(house.write(add_calendar, AddCalendar{.name = "Kasy", .always = true})).id;
        must(house.write(make_default, OfCalendar{other}));
        must(house.write(retire_calendar, OfCalendar{house.id}));
        must(house.write(put_calendar_back, OfCalendar{house.id}));
        must(house.write(make_default, OfCalendar{house.id}));
        must(house.write(retire_calendar, OfCalendar{other}));
        const HolidaySetId unused = house.set_of("Pusty", {});
        must(house.write(retire_holiday_set, OfHolidaySet{unused}));
        must(house.write(put_holiday_set_back, OfHolidaySet{unused}));
        CHECK(house.differences().empty());

        // Texts that were erased explain anything.
        database.change([&](Work& work) { journal::erase_texts(work, "calendar", other.value); });
        database.change([&](Work& work) { work.tx.run(rename_past_events_sql, other); });
        CHECK(house.differences().empty());
        database.change([&](Work& work) {
            work.tx.run(falsify_version_sql, house.id);
            work.tx.run(falsify_set_sql, set);
            work.tx.run(rename_past_events_sql, house.id);
        });
        CHECK(house.differences() ==
              "calendar name;calendar versions/2;holiday_set days;holiday_set total;"
              "holiday_set labels;");
    });
}

TEST_CASE("there are only so many days, calendars and sets") {
    for_each_database([](TestDatabase& database) {
        House house(database);
        std::vector<FreeDay> many;
        for (std::chrono::sys_days day{on(2030, 1, 1)}; many.size() < days_most;
             day += std::chrono::days{1}) {
            many.push_back({Date{day}, ""});
        }
        const HolidaySetId full = house.set_of("Pełny", many);
        const HolidaySetId more = house.set_of("Jeszcze", {{on(2029, 1, 1), ""}});
        CHECK(reason_of(house.write(edit_calendar,
                                    EditCalendar{.calendar = house.id,
                                                 .version = house.calendar().version,
                                                 .holiday_sets = std::vector{full, more}})) ==
              days_too_many.name);
        house.use(full);
        many.push_back({on(2029, 1, 1), ""});
        CHECK(reason_of(house.write(add_holiday_set, AddHolidaySet{"Za pełny", many})) ==
              days_too_many.name);
        CHECK(reason_of(house.write(
                  edit_holiday_set,
                  EditHolidaySet{.set = more, .version = 1, .days = std::move(many)})) ==
              days_too_many.name);

        std::vector<LabelledDay> special;
        for (std::chrono::sys_days day{on(2030, 1, 1)}; special.size() < special_days_most;
             day += std::chrono::days{1}) {
            special.push_back({Date{day}, {}, ""});
        }
        must(house.write(edit_calendar,
                         EditCalendar{.calendar = house.id,
                                      .version = house.calendar().version,
                                      .days = std::move(special)}));
        CHECK(reason_of(
                  house.write(add_special_day, AddSpecialDay{house.id, on(2029, 1, 1), {}, ""})) ==
              days_too_many.name);
        CHECK(reason_of(house.write(add_special_day,
                                    AddSpecialDay{house.id, on(2030, 1, 1), {}, "Inaczej"}))
                  .empty());

        // Most of them as another node would have made them.
        database.change([&](Work& work) {
            for (std::size_t i = 0; i < calendars_most; ++i) {
                const CalendarId made =
                    store::insert_calendar(work.tx, "Kalendarz " + std::to_string(i));
                store::insert_version(
                    work.tx, made, {1, first_day, {.plan = {.zone = "UTC"}}}, work.now);
                (void)store::insert_set(work.tx, "Zestaw " + std::to_string(i), {});
            }
        });
        CHECK(
            reason_of(house.write(add_calendar, AddCalendar{.name = "O jeden", .always = true})) ==
            calendars_too_many.name);
        CHECK(reason_of(house.write(add_holiday_set, AddHolidaySet{"O jeden", {}})) ==
              sets_too_many.name);
    });
}

}  // namespace ogniwo::calendars
