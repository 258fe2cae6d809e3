#include "conditions/sql.hpp"

#include <doctest/doctest.h>

#include "conditions/sample.hpp"
#include "conditions/text_form.hpp"

namespace ogniwo::conditions {
namespace {

std::string shown(const Value& value) {
    if (const auto* flag = std::get_if<bool>(&value)) return *flag ? "true" : "false";
    if (const auto* number = std::get_if<std::int64_t>(&value)) return std::to_string(*number);
    if (const auto* text = std::get_if<std::string>(&value)) return "'" + *text + "'";
    return "?";
}

// The SQL, and after a bar its values.
std::string filter_of(const std::string& text, int first_parameter = 1) {
    const auto condition = parse(text, sample::schema());
    REQUIRE(static_cast<bool>(condition));
    const SqlFilter filter =
        to_sql(*condition, sample::schema(), sample::context(), first_parameter);
    std::string answer = filter.text + " |";
    for (const Value& value : filter.values) answer += " " + shown(value);
    return answer;
}

TEST_CASE("a filter compares bare columns with parameters and is never NULL") {
    CHECK(filter_of("") == "TRUE |");
    CHECK(filter_of("replies = 3") == "(item.replies = $1) | 3");
    CHECK(filter_of("assignee = 3") == "(item.assignee IS NOT NULL AND item.assignee = $1) | 3");
    CHECK(filter_of("assignee != 3") ==
          "NOT (item.assignee IS NOT NULL AND item.assignee = $1) | 3");
    CHECK(filter_of("weight > 3") ==
          "((item.weight + 0) IS NOT NULL AND (item.weight + 0) > $1) | 3");
    CHECK(filter_of("vip and not billed") ==
          "((item.vip) AND NOT (item.billed IS NOT NULL AND item.billed)) |");
    CHECK(filter_of("status in (open, closed)") == "(item.status IN ($1, $2)) | 'closed' 'open'");
    CHECK(filter_of("status > closed") == "FALSE |");
    CHECK(filter_of("assignee = nobody_yet") == "FALSE |");
    CHECK(filter_of("subject is empty") == "(item.subject IS NULL OR item.subject = '') |");
    CHECK(filter_of("created = 2025-06-12") ==
          "(item.created >= $1 AND item.created < $2) | 1749679200000000 1749765600000000");
}

TEST_CASE("texts are folded and wildcards in them are not wildcards") {
    CHECK(filter_of("subject = \"ŁÓDŹ\"") ==
          "(item.subject IS NOT NULL AND item.subject = $1) | 'lodz'");
    CHECK(filter_of("body contains \"50%_!\"") == "(item.body LIKE $1 ESCAPE '!') | '%50!%!_!!%'");
    CHECK(filter_of("body starts with a") == "(item.body LIKE $1 ESCAPE '!') | 'a%'");
    CHECK(filter_of("body ends with a") == "(item.body LIKE $1 ESCAPE '!') | '%a'");
}

TEST_CASE("sets are asked through their sub-select") {
    CHECK(filter_of("tag has any (a, b)") ==
          "EXISTS (SELECT 1 FROM item_tag tag WHERE tag.item = item.id AND "
          "(tag.folded IN ($1, $2))) | 'a' 'b'");
    CHECK(filter_of("watcher is empty") ==
          "NOT EXISTS (SELECT 1 FROM item_watcher w WHERE w.item = item.id AND TRUE) |");
}

TEST_CASE("parameters start where the statement around leaves off, and equal ones are one") {
    CHECK(filter_of("replies = 3 or weight = 3 or replies = 4", 7) ==
          "((item.replies = $7) OR ((item.weight + 0) IS NOT NULL AND (item.weight + 0) = $7) OR "
          "(item.replies = $8)) | 3 4");
}

TEST_CASE("nothing that was typed gets into the text of the SQL") {
    const std::string attack = "') OR 1=1; DROP TABLE item; --";
    for (const char* const field : {"subject = ", "tag has ", "body contains "}) {
        const auto condition = parse(std::string(field) + "\"" + attack + "\"", sample::schema());
        REQUIRE(static_cast<bool>(condition));
        const auto filter = to_sql(*condition, sample::schema(), sample::context(), 1);
        CHECK(filter.text.find("DROP") == std::string::npos);
        CHECK(filter.text.find("1=1") == std::string::npos);
    }
}

TEST_CASE("the largest condition stays below what the databases take") {
    std::string text;
    for (int i = 0; i < 199; ++i) {
        if (i > 0) text += " or ";
        text += "replies in (";
        for (int k = 0; k < 60; ++k) {
            text += (k == 0 ? "" : ", ") + std::to_string(100 + (i * 60 + k) % 900);
        }
        text += ")";
    }
    const auto condition = parse(text, sample::schema());
    REQUIRE(static_cast<bool>(condition));
    const auto filter = to_sql(*condition, sample::schema(), sample::context(), 1);
    CHECK(filter.values.size() == 900);
    CHECK(filter.text.size() < 500'000);
}

}  // namespace
}  // namespace ogniwo::conditions
