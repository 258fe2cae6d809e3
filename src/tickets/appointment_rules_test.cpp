#include "tickets/appointment_rules.hpp"

#include <doctest/doctest.h>

#include "tickets/icalendar.hpp"

namespace ogniwo::tickets {
namespace {

constexpr std::string_view warsaw = "Europe/Warsaw";

Time at(std::string_view text) {
    const auto time = parse_time(text);
    REQUIRE(time.has_value());
    return *time;
}

const PersonId anna{1};
const PersonId piotr{2};

// A Thursday, from eight to four in Warsaw.
PersonTimes person(PersonId id = anna) {
    return {.person = id,
            .knows_hours = true,
            .works = {{at("2025-06-12T08:00:00+02:00"), at("2025-06-12T16:00:00+02:00")}}};
}

struct ClashCase {
    std::string what;
    Time start;
    Extent extent{Minutes{60}};
    std::optional<Stretch> absence{};
    std::optional<Taken> taken{};
    std::vector<ClashKind> expected{};
};

Taken booking(std::string_view from, std::string_view to, bool is_firm = true) {
    return {.appointment = {7}, .ticket = {3}, .time = {at(from), at(to)}, .is_firm = is_firm};
}

TEST_CASE("what speaks against a time") {
    const Time ten = at("2025-06-12T10:00:00+02:00");
    const Extent travelling{Minutes{60}, Minutes{30}, Minutes{30}};
    const ClashCase cases[] = {
        {"nothing", ten},
        {"outside of the shift",
         at("2025-06-12T15:30:00+02:00"),
         {Minutes{60}},
         {},
         {},
         {ClashKind::outside_hours}},
        {"travel may reach beyond the shift", at("2025-06-12T08:00:00+02:00"), travelling},
        {"Corpus Christi",
         at("2025-06-19T10:00:00+02:00"),
         {Minutes{60}},
         {},
         {},
         {ClashKind::holiday, ClashKind::outside_hours}},
        {"what ends when it begins",
         ten,
         {Minutes{60}},
         {},
         booking("2025-06-12T09:00:00+02:00", "2025-06-12T10:00:00+02:00")},
        {"the same, but on the way",
         ten,
         travelling,
         {},
         booking("2025-06-12T09:00:00+02:00", "2025-06-12T10:00:00+02:00"),
         {ClashKind::booked}},
        {"on the way back",
         ten,
         travelling,
         {},
         booking("2025-06-12T11:29:00+02:00", "2025-06-12T12:00:00+02:00"),
         {ClashKind::booked}},
        {"only offered",
         ten,
         {Minutes{60}},
         {},
         booking("2025-06-12T10:30:00+02:00", "2025-06-12T12:00:00+02:00", false),
         {ClashKind::offered}},
        {"an absence",
         ten,
         {Minutes{60}},
         Stretch{at("2025-06-12T10:59:00+02:00"), at("2025-06-13T00:00:00+02:00")},
         {},
         {ClashKind::absent}},
        {"all at once, the worst first",
         at("2025-06-12T15:30:00+02:00"),
         {Minutes{60}},
         Stretch{at("2025-06-12T00:00:00+02:00"), at("2025-06-13T00:00:00+02:00")},
         booking("2025-06-12T15:00:00+02:00", "2025-06-12T16:00:00+02:00"),
         {ClashKind::booked, ClashKind::absent, ClashKind::outside_hours}},
    };
    for (const ClashCase& one : cases) {
        CAPTURE(one.what);
        PersonTimes times = person();
        if (one.absence) times.absences.push_back(*one.absence);
        if (one.taken) times.taken.push_back(*one.taken);
        std::vector<ClashKind> kinds;
        for (const auto& clash : clashes_at({times}, one.start, one.extent, warsaw)) {
            kinds.push_back(clash.kind);
            CHECK(clash.at == one.start);
        }
        CHECK(kinds == one.expected);
    }
}

TEST_CASE("a clash says whose time it is and with what") {
    PersonTimes second = person(piotr);
    second.taken = {booking("2025-06-12T10:00:00+02:00", "2025-06-12T11:00:00+02:00")};
    const auto clashes =
        clashes_at({person(), second}, at("2025-06-12T10:00:00+02:00"), {Minutes{30}}, warsaw);
    REQUIRE(clashes.size() == 1);
    CHECK(clashes[0].person == piotr);
    CHECK(clashes[0].appointment == AppointmentId{7});
    CHECK(clashes[0].from == at("2025-06-12T08:00:00Z"));
}

TEST_CASE("free times are those of everybody, on half hours, from now on") {
    PersonTimes first = person();
    first.taken = {booking("2025-06-12T09:00:00+02:00", "2025-06-12T13:00:00+02:00")};
    PersonTimes second = person(piotr);
    second.absences = {{at("2025-06-12T14:00:00+02:00"), at("2025-06-12T15:00:00+02:00")}};
    const FreeSearch search{
        .window = {at("2025-06-12T00:00:00+02:00"), at("2025-06-13T00:00:00+02:00")},
        .extent = {Minutes{60}}};
    const auto free = free_starts({first, second}, search, at("2025-06-12T07:10:00+02:00"), warsaw);
    const std::vector<Time> expected{at("2025-06-12T08:00:00+02:00"),
                                     at("2025-06-12T13:00:00+02:00"),
                                     at("2025-06-12T15:00:00+02:00")};
    CHECK(free == expected);
    const auto later =
        free_starts({first, second}, search, at("2025-06-12T08:10:00+02:00"), warsaw);
    CHECK(later.size() == 2);
}

// Sunday 26 October 2025: at three it is two again. The Monday before is no holiday.
TEST_CASE("without hours it is office time that is free, whatever the clocks do") {
    const FreeSearch search{.window = {at("2025-10-25T00:00:00Z"), at("2025-10-28T00:00:00Z")},
                            .extent = {Minutes{8 * 60}}};
    const PersonTimes unknown{.person = anna};
    const auto autumn = free_starts({unknown}, search, at("2025-10-20T00:00:00Z"), warsaw);
    CHECK(autumn == std::vector{at("2025-10-27T08:00:00+01:00")});

    const FreeSearch spring{.window = {at("2025-03-29T00:00:00Z"), at("2025-04-01T00:00:00Z")},
                            .extent = {Minutes{8 * 60}}};
    CHECK(free_starts({unknown}, spring, at("2025-03-20T00:00:00Z"), warsaw) ==
          std::vector{at("2025-03-31T08:00:00+02:00")});

    // Easter Monday, and Christmas Eve since 2025.
    const FreeSearch easter{.window = {at("2025-04-21T00:00:00Z"), at("2025-04-22T00:00:00Z")},
                            .extent = {Minutes{60}}};
    CHECK(free_starts({unknown}, easter, at("2025-04-01T00:00:00Z"), warsaw).empty());
    const FreeSearch eve{.window = {at("2025-12-24T00:00:00Z"), at("2025-12-25T00:00:00Z")},
                         .extent = {Minutes{60}}};
    CHECK(free_starts({unknown}, eve, at("2025-12-01T00:00:00Z"), warsaw).empty());
}

TEST_CASE("the day before, and never at night") {
    struct Case {
        std::string_view start, reminder;
    };
    const Case cases[] = {
        {"2025-06-12T10:00:00+02:00", "2025-06-11T10:00:00+02:00"},
        {"2025-06-12T08:00:00+02:00", "2025-06-11T08:00:00+02:00"},
        {"2025-06-12T06:30:00+02:00", "2025-06-11T08:00:00+02:00"},
        {"2025-06-12T20:00:00+02:00", "2025-06-11T20:00:00+02:00"},
        {"2025-06-12T23:30:00+02:00", "2025-06-11T20:00:00+02:00"},
        // The night on which the clocks go forward, and back.
        {"2025-03-30T10:00:00+02:00", "2025-03-29T09:00:00+01:00"},
        {"2025-10-26T10:00:00+01:00", "2025-10-25T11:00:00+02:00"},
        {"2025-03-30T08:30:00+02:00", "2025-03-29T08:00:00+01:00"},
        {"2025-10-26T19:30:00+01:00", "2025-10-25T20:00:00+02:00"},
    };
    for (const Case& one : cases) {
        CAPTURE(one.start);
        CHECK(reminder_at(at(one.start), warsaw) == at(one.reminder));
    }
}

TEST_CASE("near is whose area or base names the town") {
    struct Case {
        std::string_view town, base, area;
        Nearness nearness;
    };
    const Case cases[] = {
        {"Poznań", "Poznań", "Wielkopolska", Nearness::base},
        {"POZNAN", "Gniezno", "Poznań i okolice", Nearness::area},
        {"Poznań", "Poznań", "Poznań", Nearness::area},
        {"Poznań", "ul. Poznańska 3, Łódź", "łódzkie", Nearness::far},
        {"Łódź", "Lodz, centrum", "", Nearness::base},
        {"Poznań", "", "", Nearness::unknown},
        {"", "Poznań", "Poznań", Nearness::unknown},
        {"Nowy Sącz", "Kraków", "Nowy Sącz, Tarnów", Nearness::area},
    };
    for (const Case& one : cases) {
        CAPTURE(one.town);
        CAPTURE(one.area);
        CHECK(nearness_of(one.town, one.base, one.area) == one.nearness);
    }
}

TEST_CASE("who should go: free, able, near, and with less to do") {
    const Time ten = at("2025-06-12T10:00:00+02:00");
    std::vector<ProposedTechnician> technicians{
        {.person = {1}, .name = "busy", .nearness = Nearness::area},
        {.person = {2},
         .name = "unable",
         .free_at = ten,
         .nearness = Nearness::area,
         .meets_skills = false},
        {.person = {3}, .name = "far", .free_at = ten, .nearness = Nearness::far},
        {.person = {4},
         .name = "full day",
         .free_at = ten,
         .nearness = Nearness::area,
         .minutes_that_day = 300},
        {.person = {5},
         .name = "best",
         .free_at = ten,
         .nearness = Nearness::area,
         .minutes_that_day = 60},
        {.person = {6}, .name = "next town", .free_at = ten, .nearness = Nearness::base},
    };
    rank(technicians);
    std::vector<std::int64_t> order;
    for (const auto& one : technicians) order.push_back(one.person.value);
    CHECK(order == std::vector<std::int64_t>{5, 4, 6, 3, 2, 1});
}

TEST_CASE("a plan names one start or some offers, and a place where there is something to visit") {
    const Time now = at("2025-06-12T08:00:00Z");
    const Time later = now + std::chrono::hours{24};
    struct Case {
        AppointmentWish plan;
        std::vector<std::pair<std::string, Reason>> wrong;
    };
    const Case cases[] = {
        {{.kind = AppointmentKind::visit, .starts_at = later, .address = "Polna 3"}, {}},
        {{.kind = AppointmentKind::remote, .offers = {{later}}}, {}},
        {{.kind = AppointmentKind::remote}, {{"/plan/startsAt", appointment_time_missing}}},
        {{.kind = AppointmentKind::remote, .starts_at = later, .offers = {{later}}},
         {{"/plan/startsAt", appointment_time_missing}}},
        {{.kind = AppointmentKind::visit, .starts_at = now, .address = " "},
         {{"/plan/startsAt", appointment_in_past}, {"/plan/site", place_missing}}},
        {{.kind = AppointmentKind::remote, .offers = {{later, later, now}}},
         {{"/plan/offers/1", offers_doubled}, {"/plan/offers/2", appointment_in_past}}},
        {{.kind = AppointmentKind::call_back,
          .starts_at = now + planned_ahead_most + Minutes{1},
          .travel_before = 10,
          .site = people::SiteId{1}},
         {{"/plan/startsAt", appointment_too_far},
          {"/plan/site", place_superfluous},
          {"/plan/travelBefore", place_superfluous}}},
    };
    for (const Case& one : cases) {
        const Outcome outcome = check_plan(one.plan, now, "/plan");
        CHECK(bool(outcome) == one.wrong.empty());
        if (outcome) continue;
        REQUIRE(outcome.error().fields.size() == one.wrong.size());
        for (std::size_t i = 0; i < one.wrong.size(); ++i) {
            CHECK(outcome.error().fields[i].pointer == one.wrong[i].first);
            CHECK(outcome.error().fields[i].reason == one.wrong[i].second.name);
        }
    }
}

TEST_CASE("times that were promised stay in a plan, also when they have passed") {
    using enum AppointmentState;
    const Time now = at("2025-06-12T10:00:00Z");
    const Time begun = now - Minutes{30};
    const Time later = now + Minutes{30};
    struct Case {
        Appointment before;
        AppointmentWish plan;
        bool is_right;
    };
    const Case cases[] = {
        {{.state = agreed, .starts_at = begun}, {.starts_at = begun}, true},
        {{.state = agreed, .starts_at = begun}, {.starts_at = begun - Minutes{30}}, false},
        {{.state = agreed, .starts_at = later}, {.starts_at = begun}, false},
        {{.state = offered, .offers = {begun, later}, .offers_until = later},
         {.offers = {{begun, later}}},
         true},
        {{.state = offered, .offers = {begun, later}, .offers_until = begun},
         {.offers = {{begun, later}}},
         false},
    };
    for (Case one : cases) {
        one.plan.kind = AppointmentKind::remote;
        CHECK(bool(check_plan(one.plan, now, "/plan", one.before)) == one.is_right);
    }
}

TEST_CASE("until when somebody is expected") {
    using enum AppointmentState;
    const Time now = at("2025-06-12T10:00:00Z");
    CHECK(is_expected({.state = agreed, .starts_at = now + Minutes{1}}, now));
    CHECK(is_expected({.state = agreed, .starts_at = now - Minutes{90}}, now));
    CHECK(is_expected({.state = offered, .offers_until = now + Minutes{1}}, now));
    CHECK(!is_expected({.state = offered, .offers_until = now}, now));
    for (const auto over : {done, missed, cancelled}) {
        CHECK(!is_expected({.state = over, .starts_at = now + Minutes{1}}, now));
    }
}

TEST_CASE("what the customer need not be told again") {
    using enum AppointmentState;
    const Time now = at("2025-06-12T10:00:00Z");
    const Time start = now + std::chrono::hours{24};
    const Appointment visit{.kind = AppointmentKind::visit,
                            .state = agreed,
                            .persons = {{.person = anna, .name = "Anna"}},
                            .starts_at = start,
                            .minutes = 60,
                            .address = "Polna 3",
                            .contact = PersonId{7},
                            .customer_note = "Parking"};
    const Appointment offer{.kind = AppointmentKind::remote,
                            .state = offered,
                            .offers = {start, start + std::chrono::hours{1}},
                            .offers_until = start};
    struct Case {
        std::string what;
        Appointment before;
        void (*change)(Appointment&);
        bool keeps;
    };
    const Case cases[] = {
        {"nothing", visit, [](Appointment&) {}, true},
        {"our note", visit, [](Appointment& one) { one.internal_note = "Pies"; }, true},
        {"our way", visit, [](Appointment& one) { one.travel_before = 30; }, true},
        {"the start", visit, [](Appointment& one) { *one.starts_at += Minutes{30}; }, false},
        {"how long", visit, [](Appointment& one) { one.minutes = 90; }, false},
        {"the place", visit, [](Appointment& one) { one.address = "Polna 4"; }, false},
        {"the site", visit, [](Appointment& one) { one.site = people::SiteId{1}; }, false},
        {"who", visit, [](Appointment& one) { one.persons = {{.person = piotr}}; }, false},
        {"one more",
         visit,
         [](Appointment& one) { one.persons.push_back({.person = piotr}); },
         false},
        {"for whom", visit, [](Appointment& one) { one.contact = PersonId{8}; }, false},
        {"the words", visit, [](Appointment& one) { one.customer_note.reset(); }, false},
        {"a longer wait", offer, [](Appointment& one) { *one.offers_until += Minutes{1}; }, true},
        {"a shorter one", offer, [](Appointment& one) { *one.offers_until -= Minutes{1}; }, false},
        {"the offers", offer, [](Appointment& one) { one.offers.pop_back(); }, false},
        {"one of them",
         offer,
         [](Appointment& one) {
             one.state = agreed;
             one.starts_at = one.offers.front();
         },
         false},
    };
    for (const Case& one : cases) {
        CAPTURE(one.what);
        Appointment after = one.before;
        one.change(after);
        CHECK(keeps_promise(one.before, after, now) == one.keeps);
    }
    // An offer that has expired is made anew.
    CHECK(!keeps_promise(offer, offer, start));
}

TEST_CASE("how an appointment may end") {
    const Time start = at("2025-06-12T10:00:00Z");
    struct Case {
        AppointmentState state;
        EndAppointment wish;
        Time now;
        std::optional<Reason> refused;
    };
    using enum AppointmentState;
    const Time after = start + Minutes{1};
    const Time before = start - Minutes{1};
    const Case cases[] = {
        {agreed, {.state = done}, after, {}},
        {agreed, {.state = done}, before, appointment_not_begun},
        {agreed, {.state = missed, .missed_by = MissedBy::customer}, after, {}},
        {agreed, {.state = missed}, after, invalid_fields},
        {agreed, {.state = cancelled, .reason = "Śnieg"}, before, {}},
        {agreed, {.state = cancelled, .reason = "  "}, before, invalid_fields},
        {agreed, {.state = offered}, after, invalid_fields},
        {offered, {.state = done}, after, appointment_not_agreed},
        {offered, {.state = cancelled, .reason = "Śnieg"}, before, {}},
        {done, {.state = cancelled, .reason = "Śnieg"}, after, appointment_over},
        {cancelled, {.state = done}, after, appointment_over},
    };
    for (const Case& one : cases) {
        const Appointment appointment{.state = one.state, .starts_at = start};
        const Outcome outcome = may_end(appointment, one.wish, one.now);
        CHECK(bool(outcome) == !one.refused.has_value());
        if (!outcome && one.refused) CHECK(outcome.error().reason == *one.refused);
    }
}

TEST_CASE("customers move what is far enough away") {
    const Time start = at("2025-06-12T10:00:00Z");
    const Appointment agreed{.state = AppointmentState::agreed, .starts_at = start};
    CHECK(bool(may_still_move(agreed, start - std::chrono::hours{24}, 24)));
    const Outcome late = may_still_move(agreed, start - std::chrono::hours{23}, 24);
    REQUIRE(!late);
    CHECK(late.error().reason == appointment_too_late);
    CHECK(bool(may_still_move(agreed, start, 0)));
    const Appointment done{.state = AppointmentState::done, .starts_at = start};
    CHECK(may_still_move(done, start - std::chrono::hours{48}, 24).error().reason ==
          appointment_over);
}

TEST_CASE("lines of a calendar are folded at 75 octets and never inside of a character") {
    const std::string line = "SUMMARY:" + std::string(66, 'x') + "żółw i reszta tego wiersza";
    const std::string folded = folded_line(line);
    std::string unfolded;
    std::size_t from = 0;
    while (from < folded.size()) {
        const std::size_t end = folded.find("\r\n", from);
        const std::string part = folded.substr(from, end - from);
        CHECK(part.size() <= 75);
        unfolded += from == 0 ? part : part.substr(1);
        if (from > 0) CHECK(part.front() == ' ');
        // A continuation begins with a whole character.
        if (part.size() > 1) CHECK((static_cast<unsigned char>(part[1]) & 0xC0U) != 0x80U);
        from = end + 2;
    }
    CHECK(unfolded == line);
    CHECK(folded_line("A") == "A\r\n");
    CHECK(folded_line(std::string(75, 'a')) == std::string(75, 'a') + "\r\n");
}

TEST_CASE("an appointment as calendars read it") {
    CHECK(escaped_text("a;b,c\\d\r\ne") == "a\\;b\\,c\\\\d\\ne");
    const CalendarEvent event{
        .uid = "appointment-7@desk.example",
        .sequence = 2,
        .stamp = at("2025-06-11T12:00:00.5Z"),
        .from = at("2025-06-12T08:00:00Z"),
        .to = at("2025-06-12T09:00:00Z"),
        .summary = "Wizyta: Ogniwo, Poznań",
        .organizer = CalendarParty{"Ogniwo \"Serwis\"", "biuro@ogniwo.example"},
        .attendee = CalendarParty{"Jan", "jan@kowalski.example"}};
    CHECK(icalendar({.method = CalendarMethod::request, .events = {event}}) ==
          "BEGIN:VCALENDAR\r\n"
          "VERSION:2.0\r\n"
          "PRODID:-//Ogniwo//Ogniwo//PL\r\n"
          "CALSCALE:GREGORIAN\r\n"
          "METHOD:REQUEST\r\n"
          "BEGIN:VEVENT\r\n"
          "UID:appointment-7@desk.example\r\n"
          "SEQUENCE:2\r\n"
          "DTSTAMP:20250611T120000Z\r\n"
          "LAST-MODIFIED:20250611T120000Z\r\n"
          "DTSTART:20250612T080000Z\r\n"
          "DTEND:20250612T090000Z\r\n"
          "SUMMARY:Wizyta: Ogniwo\\, Poznań\r\n"
          "STATUS:CONFIRMED\r\n"
          "ORGANIZER;CN=\"Ogniwo Serwis\":mailto:biuro@ogniwo.example\r\n"
          "ATTENDEE;ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEPTED;CN=\"Jan\":mailto:jan@kowalsk\r\n"
          " i.example\r\n"
          "END:VEVENT\r\n"
          "END:VCALENDAR\r\n");
}

}  // namespace
}  // namespace ogniwo::tickets
