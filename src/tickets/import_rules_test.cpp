#include "tickets/import_rules.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "base/written_time.hpp"
#include "tickets/import_log.hpp"
#include "tickets/import_mapping.hpp"

namespace ogniwo::tickets {
namespace {

std::string show(const std::optional<Time>& time) {
    return time ? to_text(*time) : "unreadable";
}

TEST_CASE("times are read in the form that the mapping names") {
    struct Case {
        const char* text;
        const char* format;
        const char* zone;
        const char* instant;
    };
    for (const Case& one : {
             Case{"12.06.2025 10:05", "%d.%m.%Y %H:%M", "Europe/Warsaw", "2025-06-12T08:05:00Z"},
             Case{"2.1.2025 9:05", "%d.%m.%Y %H:%M", "Europe/Warsaw", "2025-01-02T08:05:00Z"},
             Case{"20250612100530", "%Y%m%d%H%M%S", "UTC", "2025-06-12T10:05:30Z"},
             Case{"2025/06/12 10:05:30.25",
                  "%Y/%m/%d %H:%M:%S.%f",
                  "UTC",
                  "2025-06-12T10:05:30.250000Z"},
             Case{"2025-06-12 10:05 +0200", "%Y-%m-%d %H:%M %z", "UTC", "2025-06-12T08:05:00Z"},
             Case{"2025-06-12 10:05 -03:30",
                  "%Y-%m-%d %H:%M %z",
                  "Europe/Warsaw",
                  "2025-06-12T13:35:00Z"},
             Case{"100% 2025-06-12", "100%% %Y-%m-%d", "UTC", "2025-06-12T00:00:00Z"},
             Case{"12.06.2025", "%d.%m.%Y %H:%M", "UTC", "unreadable"},
             Case{"12.06.2025 10:05 x", "%d.%m.%Y %H:%M", "UTC", "unreadable"},
             Case{"31.06.2025 10:05", "%d.%m.%Y %H:%M", "UTC", "unreadable"},
             Case{"12.06.2025 24:05", "%d.%m.%Y %H:%M", "UTC", "unreadable"},
             Case{"10:05", "%H:%M", "UTC", "unreadable"},
             Case{"12", "%d%", "UTC", "unreadable"},
             Case{"12", "%q", "UTC", "unreadable"},
         }) {
        CAPTURE(one.text);
        CHECK(show(parse_time_as(one.text, one.format, one.zone)) == one.instant);
    }
}

TEST_CASE("without a format, ISO times are read however exactly they are written") {
    struct Case {
        const char* text;
        const char* instant;
    };
    for (const Case& one : {
             Case{"2025-06-12T08:00:00Z", "2025-06-12T08:00:00Z"},
             Case{"2025-06-12T10:00:00+02:00", "2025-06-12T08:00:00Z"},
             Case{"2025-06-12T10:00:00", "2025-06-12T08:00:00Z"},
             Case{"2025-06-12 10:00:00.5", "2025-06-12T08:00:00.500000Z"},
             Case{"2025-06-12 10:00", "2025-06-12T08:00:00Z"},
             Case{"2025-06-12 10:00+0100", "2025-06-12T09:00:00Z"},
             Case{"2025-06-12", "2025-06-11T22:00:00Z"},
             Case{"12.06.2025", "unreadable"},
             Case{"", "unreadable"},
             Case{"yesterday", "unreadable"},
         }) {
        CAPTURE(one.text);
        CHECK(show(parse_any_iso_time(one.text, "Europe/Warsaw")) == one.instant);
    }
}

TEST_CASE("a subject is a text with the values of columns in it") {
    const SubjectTemplate subject("Awaria {id}: {what}!");
    CHECK(subject.columns() == std::vector<std::string>{"id", "what"});
    CHECK(subject.fill({"A-1", " drukarka "}) == "Awaria A-1: drukarka!");
    CHECK(SubjectTemplate("100 {zł").fill({}) == "100 {zł");
    CHECK(SubjectTemplate("{x}").fill({"{y}"}) == "{y}");
}

const char* const mapping_text = R"(
    name = "old-desk"
    customer = "Kowalski"
    subject = "Awaria {id}: {what}"
    [case]
    column = "id"
    [time]
    column = "when"
    zone = "Europe/Warsaw"
    [order]
    column = "no"
    [status]
    column = ["state", "detail"]
    [status.values]
    "Open/" = "open"
    "Wait/Vendor" = "waiting:vendor"
    "Done/" = "resolved"
    [tier]
    column = "line"
    [team]
    column = "team"
    [person]
    column = "who"
    [impact]
    column = "impact"
    otherwise = "medium"
    [impact.values]
    "1" = "major"
    [product]
    column = "what"
)";

const std::string header = "id,no,when,state,detail,line,team,who,impact,what\n";

Result<EventLog> read_log(const std::string& csv) {
    static const ImportMapping mapping = *read_import_mapping(mapping_text);
    TextSource source(csv);
    return read_event_log(source, mapping);
}

TEST_CASE("rows are gathered by case and put in order, wherever they stand in the file") {
    const auto log = read_log(header +
                              "B,1,2025-06-12 10:00,Open,,1,Hotline,Anna,1,Drukarka\n"
                              "A,10,2025-06-12 09:00,Done,,2,,,,\n"
                              "B,2,2025-06-12 09:59,Wait,Vendor,3,\"Dom, ogród\",Jan,2,\n"
                              "A,9,2025-06-12 09:00,Open,,1,Hotline,,,Poczta\n");
    REQUIRE(static_cast<bool>(log));
    CHECK(log->rows == 4);
    REQUIRE(log->cases.size() == 2);

    const ImportCase& b = log->cases[0];
    CHECK(b.key == "B");
    CHECK(b.subject == "Awaria B:");
    REQUIRE(b.rows.size() == 2);
    CHECK(b.rows[0] == ImportRow{.row = 4,
                                 .step = 1,
                                 .at = *parse_time("2025-06-12T07:59:00Z"),
                                 .status = TicketStatus::waiting,
                                 .waiting_for = WaitingFor::vendor,
                                 .tier = 3,
                                 .team = "Dom, ogród",
                                 .person = "Jan",
                                 .impact = Impact::medium});
    CHECK(b.rows[1].row == 2);
    CHECK(b.rows[1].step == 2);
    CHECK(b.rows[1].impact == Impact::major);
    CHECK(b.rows[1].product == "Drukarka");

    const ImportCase& a = log->cases[1];
    CHECK(a.subject == "Awaria A: Poczta");
    CHECK(a.rows[0].row == 5);
    CHECK(a.rows[1].row == 3);
    CHECK_FALSE(a.rows[1].team);
}

TEST_CASE("every bad row is listed with its line and its reason, the good ones stay") {
    const auto log = read_log(header +
                              "A,1,2025-06-12 09:00,Open,,1,,,,\n"
                              ",1,2025-06-12 09:00,Open,,1,,,,\n"
                              "A,1,soon,Open,,1,,,,\n"
                              "A,1,2025-06-12 09:00,Lost,,1,,,,\n"
                              "A,1,2025-06-12 09:00,Open,,0,,,,\n"
                              "A,1,2025-06-12 09:00,Open,,two,,,,\n"
                              "A,1,2025-06-12 09:00,Open\n"
                              "A,1,2025-06-12 09:00,Open,,1,\"a\nb\",,,\n"
                              "A,2,2025-06-12 09:00,Open,,9,,,,\n");
    REQUIRE(static_cast<bool>(log));
    CHECK(log->rows == 2);
    CHECK(log->bad_rows == 7);
    std::string shown;
    for (const BadRow& bad : log->bad) shown += std::to_string(bad.line) + " " + bad.reason + "\n";
    CHECK(shown ==
          "3 tickets.import_case_missing\n"
          "4 tickets.import_time_unreadable\n"
          "5 tickets.import_status_unknown\n"
          "6 tickets.import_tier_unknown\n"
          "7 tickets.import_tier_unknown\n"
          "8 tickets.import_fields_missing\n"
          "9 tickets.import_text_unclean\n");
}

TEST_CASE("a file without rows, without a header or without a column is refused as a whole") {
    CHECK(read_log("").error().reason == import_file_empty);
    CHECK(read_log(header)->rows == 0);
    const auto log = read_log("id,no,When,state,detail,line,team,who,impact,what\n");
    REQUIRE_FALSE(static_cast<bool>(log));
    CHECK(log.error().reason == import_column_missing);
    CHECK(log.error().shown == Params{{"column", "when"}, {"suggestion", "When"}});
}

std::string mapping_error(const std::string& text) {
    const auto mapping = read_import_mapping(text);
    if (mapping) return "fine";
    std::string shown(mapping.error().reason.name);
    for (const auto& [name, value] : mapping.error().shown) shown += " " + value;
    return shown;
}

TEST_CASE("a mapping says what is wrong with it") {
    const std::string good = mapping_text;
    const auto with = [&](const std::string& from, const std::string& to) {
        std::string text = good;
        const auto at = text.find(from);
        REQUIRE(at != std::string::npos);
        return mapping_error(text.replace(at, from.size(), to));
    };
    CHECK(mapping_error(good) == "fine");
    CHECK(with("name = \"old-desk\"", "") == "tickets.import_mapping_invalid name missing");
    CHECK(with("customer =", "custmer =") ==
          "tickets.import_mapping_invalid custmer unknown key customer");
    CHECK(with("[order]\n    column", "[order]\n    colum") ==
          "tickets.import_mapping_invalid order.colum unknown key column");
    CHECK(with("Europe/Warsaw", "Europe/Poznan") ==
          "tickets.import_mapping_invalid time.zone no such zone");
    CHECK(with("\"waiting:vendor\"", "\"open:vendor\"") ==
          "tickets.import_mapping_invalid status.values.Wait/Vendor not one of ours");
    CHECK(with("otherwise = \"medium\"", "otherwise = 3") ==
          "tickets.import_mapping_invalid impact.otherwise not one of ours");
    CHECK(with("[case]", "case = 1\n[cas]") ==
          "tickets.import_mapping_invalid cas unknown key case");
    CHECK(mapping_error("name = ").starts_with("tickets.import_mapping_unreadable 1 "));
}

}  // namespace
}  // namespace ogniwo::tickets
