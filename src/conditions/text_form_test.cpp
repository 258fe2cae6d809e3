#include "conditions/text_form.hpp"

#include <doctest/doctest.h>

#include "conditions/sample.hpp"

namespace ogniwo::conditions {
namespace {

std::string shown(const Error& error, const std::string& name) {
    for (const auto& [key, value] : error.shown) {
        if (key == name) return value;
    }
    return "";
}

// "unknown_field 1:5 status": the reason, where, and what was perhaps meant.
std::string described(const Error& error) {
    std::string text(error.reason.name.substr(std::string("conditions.").size()));
    if (!shown(error, "line").empty()) {
        text += " " + shown(error, "line") + ":" + shown(error, "column");
    }
    const std::string suggestion = shown(error, "suggestion");
    return suggestion.empty() ? text : text + " " + suggestion;
}

// What the text reads as, printed again; or the error.
std::string reading(const std::string& text) {
    const auto condition = parse(text, sample::schema());
    if (!condition) return described(condition.error());
    const std::string printed = print(*condition);
    const auto again = parse(printed, sample::schema());
    REQUIRE_MESSAGE(static_cast<bool>(again), printed);
    CHECK_MESSAGE(*again == *condition, printed);
    return printed;
}

struct Case {
    std::string text;
    std::string answer;
};

void check_readings(const std::vector<Case>& cases) {
    for (const Case& line : cases) {
        INFO(line.text);
        CHECK(reading(line.text) == line.answer);
    }
}

std::string repeated(const std::string& part, int times) {
    std::string text;
    for (int i = 0; i < times; ++i) text += part;
    return text;
}

TEST_CASE("a condition is read as it is typed and printed in one canonical form") {
    check_readings({
        {"", ""},
        {"  \n", ""},
        {"status=open", "status = open"},
        {"status in(open,waiting)", "status in (open, waiting)"},
        {"STATUS = open", "unknown_field 1:1 status"},
        {"status IN (open) AND NOT vip", "status in (open) and not vip = true"},
        {"status in open", "status in (open)"},
        {"status = \"on hold\"", "status = \"on hold\""},
        {"status = \"open\"", "status = open"},
        {"vip", "vip = true"},
        {"not (vip)", "not vip = true"},
        {"replies >-3", "replies > -3"},
        {"replies between 1 and 5 and vip", "replies between 1 and 5 and vip = true"},
        {"ratio = 2.50", "ratio = 2.5"},
        {"ratio = 2", "ratio = 2"},
        {"ratio = -0.0", "ratio = 0"},
        {"subject contains druk", "subject contains \"druk\""},
        {"subject contains drukarkę", "subject contains \"drukarkę\""},
        {R"(subject = "say \"hi\"\\ \n")", R"(subject = "say \"hi\"\\ \n")"},
        {"subject starts with \"RE:\"", "subject starts with \"RE:\""},
        {"due is not empty", "due is not empty"},
        {"due = 2025-06-12 + 1d", "due = 2025-06-12 + 1d"},
        {"created > now-3d", "created > now - 3d"},
        {"created >= start of week - 1w", "created >= start of week - 1w"},
        {"created > today + 1h30min", "created > today + 1h + 30min"},
        {"created = 2025-06-12T10:00:00+02:00", "created = 2025-06-12T08:00:00Z"},
        {"spent > 1h30min", "spent > 90min"},
        {"spent > 120min", "spent > 2h"},
        {"spent > -5min", "spent > -5min"},
        {"spent = 0h", "spent = 0min"},
        {"assignee = me or assignee = 12", "assignee = me or assignee = 12"},
        {"customer.id not in (1, 2)", "customer.id not in (1, 2)"},
        {"\"druk\" and vip", "\"druk\" and vip = true"},
    });
}

TEST_CASE("the example of the manual is canonical") {
    const std::string text =
        "status in (open, waiting) and priority >= high and created > now - 3d and "
        "(assignee is empty or assignee = me) and subject contains \"druk\" and "
        "not tag has any (\"vip\", \"billing\")";
    CHECK(reading(text) == text);
}

TEST_CASE("several ways to ask for members of a set are one") {
    check_readings({
        {"tag has vip", "tag has \"vip\""},
        {"tag = vip", "tag has \"vip\""},
        {"tag has any (vip)", "tag has \"vip\""},
        {"tag has all (vip)", "tag has \"vip\""},
        {"tag in (vip, billing)", "tag has any (\"vip\", \"billing\")"},
        {"tag has all (vip, billing)", "tag has all (\"vip\", \"billing\")"},
        {"tag != vip", "not tag has \"vip\""},
        {"tag not in (vip, billing)", "not tag has any (\"vip\", \"billing\")"},
        {"watcher has me", "watcher has me"},
        {"watcher is empty", "watcher is empty"},
    });
}

TEST_CASE("and binds tighter than or, and the printed form says so") {
    check_readings({
        {"vip and billed or vip", "(vip = true and billed = true) or vip = true"},
        {"vip and (billed or vip)", "vip = true and (billed = true or vip = true)"},
        {"((vip)) and ((vip and billed))", "vip = true and vip = true and billed = true"},
        {"not not vip", "not not vip = true"},
        {"not vip or billed", "not vip = true or billed = true"},
        {"not (vip or billed)", "not (vip = true or billed = true)"},
    });
}

TEST_CASE("what cannot be read is refused at its place") {
    check_readings({
        {"vip and", "unexpected 1:8"},
        {"and vip", "unexpected 1:1"},
        {"(vip", "unexpected 1:5"},
        {"vip)", "unexpected 1:4"},
        {"()", "unexpected 1:2"},
        {"vip billed", "unknown_operator 1:5"},
        {"status", "unexpected 1:7"},
        {"status =", "unexpected 1:9"},
        {"status = )", "unexpected 1:10"},
        {"status = and", "unexpected 1:10"},
        {"status in (open", "unexpected 1:16"},
        {"status in (open waiting)", "unexpected 1:17"},
        {"status in ()", "empty_list 1:11"},
        {"replies between 1, 2", "unexpected 1:18"},
        {"status is open", "unexpected 1:11"},
        {"subject starts \"x\"", "unexpected 1:16"},
        {"vip\nand\n  §", "unexpected_character 3:3"},
        {"subject = \"ąę\" ;", "unexpected_character 1:16"},
        {"subject = \"open", "unterminated_text 1:11"},
        {"subject = \"a\\x\"", "unexpected_character 1:11"},
        {"subject = \"a\x01\"", "unexpected_character 1:11"},
        {"vip and \xC3", "not_utf8 1:9"},
        {"vip\nand \xED\xA0\x80", "not_utf8 2:5"},
        {"created > start week", "unexpected 1:17"},
        {"created > start of day", "unexpected 1:20"},
        {"created > now -", "unexpected 1:16"},
        {"created > now - 3", "unexpected 1:17"},
    });
}

TEST_CASE("what does not exist is refused with what was perhaps meant") {
    check_readings({
        {"statsu = open", "unknown_field 1:1 status"},
        {"vip and prioritty = low", "unknown_field 1:9 priority"},
        {"xyzzy = 1", "unknown_field 1:1"},
        {"status = opne", "unknown_value 1:10 open"},
        {"status in (open,\n wating)", "unknown_value 2:2 waiting"},
        {"status = xyzzy", "unknown_value 1:10"},
        {"assignee = my_taem", "unknown_value 1:12 my_team"},
        {"assignee = \"anna\"", "unknown_value 1:12"},
        {"customer.id = me", "unknown_value 1:15"},
        {"subject contians \"x\"", "unknown_operator 1:9 contains"},
        {"created > now - 3days", "unknown_unit 1:17"},
        {"spent > 3d", "unknown_unit 1:9"},
        {"spent > 1h3", "unknown_unit 1:9"},
        {"spent > 1.5h", "unknown_unit 1:9"},
    });
}

TEST_CASE("what does not fit together is refused") {
    check_readings({
        {"subject > \"a\"", "operator_mismatch 1:9"},
        {"replies contains 3", "operator_mismatch 1:9"},
        {"tag < vip", "operator_mismatch 1:5"},
        {"vip in (true)", "operator_mismatch 1:5"},
        {"assignee >= 3", "operator_mismatch 1:10"},
        {"status has open", "operator_mismatch 1:8"},
        {"replies = \"3\"", "type_mismatch 1:11"},
        {"replies = 1.5", "type_mismatch 1:11"},
        {"replies = open", "type_mismatch 1:11"},
        {"vip = 1", "type_mismatch 1:7"},
        {"subject = 3", "type_mismatch 1:11"},
        {"spent > 90", "type_mismatch 1:9"},
        {"due = now", "type_mismatch 1:7"},
        {"due = today + 1h", "type_mismatch 1:7"},
        {"created > 3d", "unknown_unit 1:11"},
        {"created > \"2025-06-12\"", "type_mismatch 1:11"},
        {"status = 3", "type_mismatch 1:10"},
        {"due = 2025-02-30", "malformed_date 1:7"},
        {"due = 2025-6-1", "malformed_date 1:7"},
        {"created = 2025-06-12T25:00:00Z", "malformed_date 1:11"},
        {"created = 2025-06-12T08:00", "malformed_date 1:11"},
        {"subject contains \"\"", "empty_text 1:18"},
        {"\"\"", "empty_text 1:1"},
    });
}

TEST_CASE("numbers outside of what is stored are refused") {
    check_readings({
        {"replies = 9223372036854775807", "replies = 9223372036854775807"},
        {"replies = 9223372036854775808", "out_of_range 1:11"},
        {"replies = -9223372036854775808", "replies = -9223372036854775808"},
        {"ratio = 999999999.999999", "ratio = 999999999.999999"},
        {"ratio = 999999999.9999999", "out_of_range 1:9"},
        {"ratio = 1000000000", "out_of_range 1:9"},
        {"assignee = 0", "out_of_range 1:12"},
        {"assignee = -1", "out_of_range 1:12"},
        {"assignee = 9007199254740992", "out_of_range 1:12"},
        {"spent = 100000001min", "out_of_range 1:9"},
        {"spent = 99999999999999999999h", "out_of_range 1:9"},
        {"created > now - 100001d", "out_of_range 1:17"},
    });
}

TEST_CASE("size, depth and number of parts are limited") {
    const std::string nested = repeated("(vip or (vip and ", 16) + "vip" + repeated("))", 16);
    check_readings({
        {repeated("(", 31) + "vip" + repeated(")", 31), "vip = true"},
        {repeated("(", 32) + "vip" + repeated(")", 32), "too_deep 1:33"},
        {repeated("not ", 31) + "vip", repeated("not ", 31) + "vip = true"},
        {repeated("not ", 32) + "vip", "too_deep 1:129"},
        {repeated("(", 70'000), "too_large"},
        {nested, "too_deep 1:265"},
        {"vip" + repeated(" and vip", 199), "too_many_nodes 1:1"},
        {"replies in (1" + repeated(",1", 100) + ")", "too_many_items 1:213"},
        {"subject = \"" + std::string(1001, 'x') + "\"", "too_long 1:11"},
        {"created > now" + repeated(" + 1d", 9), "too_many_items 1:57"},
    });
    CHECK(reading("vip" + repeated(" and vip", 198)).size() > 1000);
    CHECK(reading("replies in (1" + repeated(",1", 99) + ")").size() > 200);
}

TEST_CASE("the limit of bytes is one of the printed form") {
    // Quotes are added: what is printed must still be short enough to be read again.
    std::string list = "subject in (a";
    for (int i = 1; i < 100; ++i) list += ",a";
    list += ")";
    std::string text = list;
    for (int i = 1; i < 199; ++i) text += " or " + list;
    REQUIRE(text.size() < most_bytes);
    CHECK(reading(text) == "too_large");
}

TEST_CASE("an error shows what was found, but not pages of it") {
    const auto refused = parse(std::string(5000, 'x') + " = 1", sample::schema());
    REQUIRE(!refused);
    CHECK(shown(refused.error(), "found").size() < 200);
}

TEST_CASE("what a rule has to watch can be read off its condition") {
    const auto condition =
        parse("vip and (created > now - 1h or not status = open) and \"druk\"", sample::schema());
    REQUIRE(static_cast<bool>(condition));
    CHECK(fields_of(*condition) == std::vector<std::string>{"created", "status", "vip"});
    CHECK(depends_on_time(*condition));
    const auto timeless = parse("created > 2025-06-12 - 1d", sample::schema());
    REQUIRE(static_cast<bool>(timeless));
    CHECK(!depends_on_time(*timeless));
}

TEST_CASE("conditions join into canonical ones") {
    const auto read = [](const std::string& text) { return *parse(text, sample::schema()); };
    CHECK(all_of({}) == read(""));
    CHECK(all_of({read(""), read("vip")}) == read("vip"));
    CHECK(all_of({read("vip and billed"), read("vip or billed")}) ==
          read("vip and billed and (vip or billed)"));
    CHECK(any_of({read("vip"), read("")}) == read(""));
    CHECK(negation(read("vip")) == read("not vip"));
}

}  // namespace
}  // namespace ogniwo::conditions
