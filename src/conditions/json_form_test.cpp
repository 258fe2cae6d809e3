#include "conditions/json_form.hpp"

#include <doctest/doctest.h>

#include "conditions/sample.hpp"
#include "conditions/text_form.hpp"

namespace ogniwo::conditions {
namespace {

// The text form of what the JSON says; or "reason /pointer".
std::string reading(const std::string& json) {
    const auto condition = from_json(json, sample::schema());
    if (condition) return print(*condition);
    const Error& error = condition.error();
    REQUIRE(error.fields.size() == 1);
    CHECK(error.fields[0].reason == error.reason.name);
    return std::string(error.reason.name.substr(std::string("conditions.").size())) + " " +
           error.fields[0].pointer;
}

struct Case {
    std::string json;
    std::string answer;
};

void check_readings(const std::vector<Case>& cases) {
    for (const Case& line : cases) {
        INFO(line.json);
        CHECK(reading(line.json) == line.answer);
    }
}

TEST_CASE("both forms say the same and turn into each other") {
    const std::vector<Case> pairs{
        {R"({"all":[]})", ""},
        {R"({"field":"vip","op":"=","values":[true]})", "vip = true"},
        {R"({"field":"priority","op":">=","values":["high"]})", "priority >= high"},
        {R"({"field":"due","op":"is empty","values":[]})", "due is empty"},
        {R"({"field":"created","op":">","values":["now - 3d"]})", "created > now - 3d"},
        {R"({"field":"due","op":"between","values":["2025-06-12","start of year + 1y"]})",
         "due between 2025-06-12 and start of year + 1y"},
        {R"({"field":"spent","op":"<","values":[90]})", "spent < 90min"},
        {R"({"field":"ratio","op":"in","values":[2.5,-0.000001,3]})",
         "ratio in (2.5, -0.000001, 3)"},
        {R"({"field":"assignee","op":"in","values":["me",12]})", "assignee in (me, 12)"},
        {R"({"field":"subject","op":"contains","values":["say \"ą\" \\ \n"]})",
         R"(subject contains "say \"ą\" \\ \n")"},
        {R"({"search":"druk"})", "\"druk\""},
        {R"({"not":{"field":"tag","op":"has any","values":["a","b"]}})",
         "not tag has any (\"a\", \"b\")"},
        {R"({"all":[{"search":"x"},{"any":[{"search":"y"},{"not":{"search":"z"}}]}]})",
         "\"x\" and (\"y\" or not \"z\")"},
    };
    for (const Case& pair : pairs) {
        INFO(pair.json);
        CHECK(reading(pair.json) == pair.answer);
        const auto condition = parse(pair.answer, sample::schema());
        REQUIRE(static_cast<bool>(condition));
        CHECK(to_json(*condition) == pair.json);
    }
}

TEST_CASE("what is not canonical is made so") {
    check_readings({
        {R"({"all":[{"search":"x"}]})", "\"x\""},
        {R"({"all":[{"all":[{"search":"x"},{"search":"y"}]},{"search":"z"}]})",
         "\"x\" and \"y\" and \"z\""},
        {R"({"field":"tag","op":"not in","values":["a"]})", "not tag has \"a\""},
        {R"({"field":"due","op":"is empty"})", "due is empty"},
        {R"( { "search" : "x" } )", "\"x\""},
    });
}

TEST_CASE("errors point at the part that is wrong") {
    check_readings({
        {"", "malformed_json "},
        {"[]", "malformed_json "},
        {"{", "malformed_json "},
        {"{}", "missing_key "},
        {R"({"all":{}})", "malformed_json /all"},
        {R"({"any":[]})", "empty_group /any"},
        {R"({"all":[{"all":[]}]})", "empty_group /all/0/all"},
        {R"({"all":[],"x":1})", "unknown_key "},
        {R"({"all":[{"search":"x"},7]})", "malformed_json /all/1"},
        {R"({"not":{"search":""}})", "empty_text /not/search"},
        {R"({"search":7})", "malformed_json /search"},
        {R"({"search":"x","search":"y"})", "malformed_json /search"},
        {R"({"field":"statsu","op":"=","values":["open"]})", "unknown_field /field"},
        {R"({"field":"status","op":"==","values":["open"]})", "unknown_operator /op"},
        {R"({"field":"status","op":"contains","values":["open"]})", "operator_mismatch /op"},
        {R"({"field":"status","op":"=","values":["opne"]})", "unknown_value /values/0"},
        {R"({"field":"status","op":"in","values":["open",true]})", "type_mismatch /values/1"},
        {R"({"field":"status","op":"=","values":[]})", "wrong_count /values"},
        {R"({"field":"status","op":"=","values":["open","new"]})", "wrong_count /values"},
        {R"({"field":"status","op":"in","values":[]})", "empty_list /values"},
        {R"({"field":"status","op":"in","values":"open"})", "malformed_json /values"},
        {R"({"field":"status","op":"in","values":[null]})", "malformed_json /values/0"},
        {R"({"field":"status","op":"in","value":["open"]})", "unknown_key "},
        {R"({"field":"created","op":">","values":["now - 3"]})", "unexpected /values/0"},
        {R"({"field":"created","op":">","values":["now now"]})", "unexpected /values/0"},
        {R"({"field":"due","op":">","values":["2025-02-30"]})", "malformed_date /values/0"},
        {R"({"field":"due","op":">","values":["now"]})", "type_mismatch /values/0"},
        {R"({"field":"spent","op":">","values":[9223372036854775807]})", "out_of_range /values/0"},
        {R"({"field":"ratio","op":">","values":[1e12]})", "out_of_range /values/0"},
        {R"({"field":"subject","op":"=","values":["a\u0001"]})", "unexpected_character /values/0"},
    });
}

TEST_CASE("JSON has the limits of the text form") {
    const auto nested = [](int depth) {
        std::string json = R"({"field":"tag","op":"has any","values":["x"]})";
        for (int i = 0; i < depth; ++i) {
            json = R"({")" + std::string(i % 2 == 0 ? "all" : "any") + R"(":[{"search":"x"},)" +
                   json + "]}";
        }
        return json;
    };
    CHECK(reading(nested(31)).size() > 100);
    CHECK(reading(nested(32)).starts_with("malformed_json"));
    std::string negations = R"({"search":"x"})";
    for (int i = 0; i < 32; ++i) negations = R"({"not":)" + negations + "}";
    CHECK(reading(negations) == "too_deep /not");
    std::string many = R"({"search":"x"})";
    for (int i = 1; i < 200; ++i) many += R"(,{"search":"x"})";
    CHECK(reading(R"({"any":[)" + many + "]}") == "too_many_nodes /any");
    std::string items = "1";
    for (int i = 0; i < 100; ++i) items += ",1";
    CHECK(reading(R"({"field":"replies","op":"in","values":[)" + items + "]}") ==
          "too_many_items /values/100");
    CHECK(reading(std::string(300'000, ' ')) == "too_large ");
}

}  // namespace
}  // namespace ogniwo::conditions
