#include "conditions/memory.hpp"

#include <doctest/doctest.h>

#include "conditions/sample.hpp"
#include "conditions/text_form.hpp"

namespace ogniwo::conditions {
namespace {

FieldValue value_from(const Field& field, const std::string& text) {
    switch (field.type) {
        case FieldType::boolean:
            return text == "true";
        case FieldType::decimal:
            return std::stod(text);
        case FieldType::text:
        case FieldType::date:
        case FieldType::enumeration:
            return text;
        case FieldType::instant:
            return to_micros(*parse_time(text));
        case FieldType::texts:
            return std::vector<std::string>{text};
        case FieldType::ids:
            return std::vector<std::int64_t>{std::stoll(text)};
        default:
            return std::int64_t{std::stoll(text)};
    }
}

// "status: open; tag: vip": the rest of the record is blank. Sets have one member.
sample::Record record_from(const std::string& text) {
    sample::Record record = sample::blank_record();
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t stop = std::min(text.find("; ", at), text.size());
        const std::size_t colon = text.find(": ", at);
        const auto field = sample::schema().find(text.substr(at, colon - at));
        REQUIRE(field.has_value());
        record[*field] =
            value_from(sample::schema().at(*field), text.substr(colon + 2, stop - colon - 2));
        at = stop + 2;
    }
    return record;
}

struct Case {
    std::string record;
    std::string condition;
    bool answer;
};

void check_answers(const std::vector<Case>& cases) {
    for (const Case& line : cases) {
        INFO(line.condition << " of " << line.record);
        const auto read = parse(line.condition, sample::schema());
        REQUIRE(static_cast<bool>(read));
        const sample::Record record = record_from(line.record);
        CHECK(matches(*read, sample::schema(), sample::reader_of(record), sample::context()) ==
              line.answer);
    }
}

TEST_CASE("an empty field is equal to nothing, less than nothing and different from everything") {
    check_answers({
        {"", "priority = high", false},
        {"", "priority != high", true},
        {"", "priority < urgent", false},
        {"", "priority >= low", false},
        {"", "not priority >= low", true},
        {"", "priority in (low, high)", false},
        {"", "priority not in (low, high)", true},
        {"", "priority between low and urgent", false},
        {"", "priority is empty", true},
        {"", "priority is not empty", false},
        {"", "billed", false},
        {"", "billed = false", false},
        {"", "billed != true", true},
        {"", "subject contains a", false},
        {"", "not subject contains a", true},
        {"subject: ", "subject is empty", true},
        {"subject: ", "subject != a", true},
        {"", "body is empty", true},
        {"", "tag is empty", true},
        {"", "tag has vip", false},
        {"", "watcher not in (1)", true},
        {"", "due < 9999-12-31", false},
        {"", "answered != now", true},
    });
}

TEST_CASE("an empty condition is met by everything") {
    check_answers({{"", "", true}, {"status: open", "", true}});
}

TEST_CASE("enumerations have the order in which they are declared") {
    check_answers({
        {"priority: high", "priority >= high", true},
        {"priority: urgent", "priority >= high", true},
        {"priority: normal", "priority >= high", false},
        {"priority: normal", "priority < high", true},
        {"priority: low", "priority <= low", true},
        {"priority: low", "priority < low", false},
        {"priority: urgent", "priority > urgent", false},
        {"priority: high", "priority between normal and high", true},
        {"priority: high", "priority between high and normal", false},
        {"status: on hold", "status >= waiting", true},
    });
}

TEST_CASE("a name that is no longer declared is different from all that are") {
    check_answers({
        {"status: archived", "status != closed", true},
        {"status: archived", "status >= new", false},
        {"status: archived", "status is not empty", true},
    });
}

TEST_CASE("texts are compared without case and diacritics") {
    check_answers({
        {"subject: Drukarka nie działa", "subject contains DZIALA", true},
        {"subject: Drukarka nie dziala", "subject contains \"działa\"", true},
        {"subject: Łódź", "subject = lodz", true},
        {"subject: Łódź", "subject starts with \"łó\"", true},
        {"subject: Łódź", "subject ends with dz", true},
        {"subject: Łódź", "subject ends with lo", false},
        {"subject: 100 %", "subject contains \"0 %\"", true},
        {"subject: 100 x", "subject contains \"0 %\"", false},
        {"tag: VIP", "tag has vip", true},
        {"tag: ważne", "tag has all (WAZNE, vip)", false},
    });
}

TEST_CASE("a bare text is looked for in all searchable fields") {
    check_answers({
        {"subject: Drukarka", "\"druk\"", true},
        {"body: o drukarce", "\"druk\"", true},
        {"tag: druk", "\"druk\"", false},
    });
}

TEST_CASE("an instant is compared with a day as a whole") {
    // The context lives in Warsaw, where 12 June begins at 22:00 UTC of the day before.
    check_answers({
        {"created: 2025-06-11T22:00:00Z", "created = 2025-06-12", true},
        {"created: 2025-06-12T21:59:59Z", "created = 2025-06-12", true},
        {"created: 2025-06-12T22:00:00Z", "created = 2025-06-12", false},
        {"created: 2025-06-12T22:00:00Z", "created > 2025-06-12", true},
        {"created: 2025-06-12T21:59:59Z", "created > 2025-06-12", false},
        {"created: 2025-06-12T21:59:59Z", "created <= 2025-06-12", true},
        {"created: 2025-06-11T22:00:00Z", "created < 2025-06-12", false},
        {"created: 2025-06-11T22:00:00Z", "created >= today", true},
        {"created: 2025-06-12T21:59:59Z", "created between today - 1d and today", true},
        {"created: 2025-06-10T21:59:59Z", "created between today - 1d and today", false},
        {"created: 2025-06-12T09:00:00Z", "created in (today - 3d, today)", true},
        {"created: 2025-06-11T09:00:00Z", "created not in (today - 3d, today)", true},
    });
}

TEST_CASE("an instant is compared with an instant to the microsecond") {
    check_answers({
        {"created: 2025-06-12T08:00:00Z", "created = now", true},
        {"created: 2025-06-12T08:00:00.000001Z", "created = now", false},
        {"created: 2025-06-12T08:00:00.000001Z", "created > now", true},
        {"created: 2025-06-12T08:00:00Z", "created > now", false},
        {"created: 2025-06-12T08:00:00Z", "created <= now", true},
        {"created: 2025-06-09T08:00:00Z", "created >= now - 3d", true},
        {"created: 2025-06-12T06:30:00Z", "created between today + 8h and now", true},
    });
}

TEST_CASE("dates, durations, numbers and yes or no") {
    check_answers({
        {"due: 2025-06-12", "due = today", true},
        {"due: 2025-06-12", "due < today + 1d", true},
        {"due: 2025-06-12", "due > today", false},
        {"spent: 90", "spent = 1h30min", true},
        {"spent: 90", "spent >= 91min", false},
        {"ratio: 0.1", "ratio = 0.1", true},
        {"ratio: 2.5", "ratio between 2 and 3", true},
        {"weight: -3", "weight < 0", true},
        {"vip: true", "vip", true},
        {"vip: false", "vip != true", true},
        {"billed: false", "billed = false", true},
    });
}

TEST_CASE("a named id stands for all that the context knows, or for nobody") {
    check_answers({
        {"assignee: 7", "assignee = me", true},
        {"assignee: 8", "assignee = me", false},
        {"assignee: 8", "assignee = my_team", true},
        {"assignee: 8", "assignee in (me, 8)", true},
        {"assignee: 8", "assignee = nobody_yet", false},
        {"assignee: 8", "assignee != nobody_yet", true},
        {"watcher: 9", "watcher has my_team", true},
        {"watcher: 9", "watcher has all (9, me)", false},
    });
}

}  // namespace
}  // namespace ogniwo::conditions
