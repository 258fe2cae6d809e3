#include "base/json.hpp"

#include <doctest/doctest.h>

#include <limits>
#include <string>

#include "base/check.hpp"
#include "base/json_tree.hpp"
#include "base/limits.hpp"

namespace ogniwo {
namespace {

enum class Impact { low, medium, high };
constexpr auto names(Impact) {
    return enum_names("low", "medium", "high");
}

struct Line {
    std::string text;
    int amount = 0;
};
void describe(Fields& fields, Line& line) {
    fields("text", line.text).within(1, 5);
    fields("amount", line.amount);
}

struct Sheet {
    PersonId person;
    Impact impact = Impact::low;
    bool urgent = false;
    double share = 0;
    Minutes took{};
    Time at{};
    Date day{std::chrono::year{1970} / 1 / 1};
    std::string note;
    std::vector<Line> lines;
    std::optional<std::string> hint;
    std::optional<std::optional<Impact>> mood;
    RawJson extra;
};
void describe(Fields& fields, Sheet& sheet) {
    fields("person", sheet.person);
    fields("impact", sheet.impact).may_be_missing();
    fields("urgent", sheet.urgent).may_be_missing();
    fields("share", sheet.share).within(0, 1).may_be_missing();
    fields("took", sheet.took).within(0, 600).may_be_missing();
    fields("at", sheet.at).may_be_missing();
    fields("day", sheet.day).may_be_missing();
    fields("note", sheet.note).at_most(6).multiline().may_be_missing();
    fields("lines", sheet.lines).at_most(2).may_be_missing();
    fields("hint", sheet.hint);
    fields("mood", sheet.mood);
    fields("extra", sheet.extra).may_be_missing();
}

// "unparsable", or "/lines/0/text too_long most=5, ..." in the order found.
std::string show(const Error& error) {
    if (error.fields.empty()) return std::string(error.reason.name);
    std::string text;
    for (const FieldError& field : error.fields) {
        if (!text.empty()) text += ", ";
        text += field.pointer + " " + std::string(field.reason);
        for (const auto& [name, value] : field.shown) text += " " + name + "=" + value;
    }
    return text;
}

std::string read_sheet(std::string_view text) {
    const auto sheet = from_json<Sheet>(text);
    return sheet ? to_json(*sheet) : show(sheet.error());
}

struct Case {
    std::string text;
    std::string expected;
};

TEST_CASE("what is read is written again in canonical form") {
    const std::string rest = R"(,"impact":"low","urgent":false,"share":0,"took":0,)"
                             R"("at":"1970-01-01T00:00:00Z","day":"1970-01-01",)"
                             R"("note":"","lines":[])";
    const auto with = [&](const std::string& tail) { return R"({"person":7)" + rest + tail + "}"; };
    const Case cases[] = {
        {R"({"person":7})", with(R"(,"extra":null)")},
        {R"( { "person" : 7.0 } )", with(R"(,"extra":null)")},
        {R"({"person":7,"hint":null})", with(R"(,"extra":null)")},
        {R"({"person":7,"hint":"x"})", with(R"(,"hint":"x","extra":null)")},
        {R"({"person":7,"mood":null})", with(R"(,"mood":null,"extra":null)")},
        {R"({"person":7,"mood":"high"})", with(R"(,"mood":"high","extra":null)")},
        {R"({"extra":{"b":[1,2.50,"\u0119"],"a":{}},"person":7})",
         with(R"(,"extra":{"a":{},"b":[1,2.5,"ę"]})")},
    };
    for (const Case& each : cases) {
        CAPTURE(each.text);
        CHECK(read_sheet(each.text) == each.expected);
    }
}

TEST_CASE("every kind of value survives the way out and in again") {
    const Sheet sheet{.person = {9007199254740991},
                      .impact = Impact::high,
                      .urgent = true,
                      .share = 0.1,
                      .took = Minutes{45},
                      .at = from_micros(1749715200000001),
                      .day = Date{std::chrono::year{2025} / 6 / 30},
                      .note = "a\n\t\"\\",
                      .lines = {{"żółć", -3}},
                      .hint = "x",
                      .extra = {R"({"a":1})"}};
    const std::string text = to_json(sheet);
    CHECK(text ==
          R"({"person":9007199254740991,"impact":"high","urgent":true,"share":0.1,"took":45,)"
          R"("at":"2025-06-12T08:00:00.000001Z","day":"2025-06-30","note":"a\n\t\"\\",)"
          R"("lines":[{"text":"żółć","amount":-3}],"hint":"x","extra":{"a":1}})");
    CHECK(read_sheet(text) == text);
}

TEST_CASE("each broken field is named with its place and the limit it broke") {
    const Case cases[] = {
        {"{}", "/person required"},
        {"[]", " wrong_type expected=object"},
        {R"({"person":"7"})", "/person wrong_type expected=id"},
        {R"({"person":null})", "/person wrong_type expected=id"},
        {R"({"person":7.5})", "/person wrong_type expected=id"},
        {R"({"person":0})", "/person out_of_range least=1 most=9007199254740991"},
        {R"({"person":9007199254740992})", "/person out_of_range least=1 most=9007199254740991"},
        {R"({"person":1e300})", "/person out_of_range least=1 most=9007199254740991"},
        {R"({"person":7,"perosn":8})", "/perosn unknown_field"},
        {R"({"person":7,"a/b~c":8})", "/a~1b~0c unknown_field"},
        {R"({"person":7,"person":8})", "/person doubled_field"},
        {R"({"person":7,"extra":{"a":[{"b":1,"b":1}]}})", "/extra doubled_field"},
        {R"({"person":7,"impact":"huge"})", "/impact not_one_of allowed=low, medium, high"},
        {R"({"person":7,"impact":2})", "/impact wrong_type expected=name"},
        {R"({"person":7,"urgent":1})", "/urgent wrong_type expected=boolean"},
        {R"({"person":7,"share":1.01})", "/share out_of_range least=0 most=1"},
        {R"({"person":7,"took":601})", "/took out_of_range least=0 most=600"},
        {R"({"person":7,"at":"2025-02-30T10:00:00Z"})", "/at wrong_type expected=time"},
        {R"({"person":7,"day":"2025-02-30"})", "/day wrong_type expected=date"},
        {R"({"person":7,"note":"1234567"})", "/note too_long most=6"},
        {R"({"person":7,"note":"a\u0007"})", "/note control_characters"},
        {R"({"person":7,"hint":"a\nb"})", "/hint control_characters"},
        {R"({"person":7,"lines":[{},{},{}]})", "/lines too_long most=2"},
        {R"({"person":7,"lines":[{"text":"","amount":1},{"text":"ĄĘŚĆŻŹ","amount":3000000000}]})",
         "/lines/0/text too_short least=1, /lines/1/text too_long most=5, "
         "/lines/1/amount out_of_range least=-9007199254740991 most=9007199254740991"},
        {R"({"lines":[{"amount":1}],"urgent":"no"})",
         "/lines/0/text required, /urgent wrong_type expected=boolean, /person required"},
    };
    for (const Case& each : cases) {
        CAPTURE(each.text);
        CHECK(read_sheet(each.text) == each.expected);
    }
}

TEST_CASE("lengths are counted as people count, in code points") {
    CHECK(read_sheet(R"({"person":7,"note":"żółćęą"})").find("żółćęą") != std::string::npos);
    CHECK(read_sheet(R"({"person":7,"note":"żółćęąś"})") == "/note too_long most=6");
}

TEST_CASE("texts and lists without a limit of their own still have one") {
    const std::string line(limits::line_length + 1, 'x');
    CHECK(read_sheet(R"({"person":7,"hint":")" + line + R"("})") == "/hint too_long most=1000");
}

TEST_CASE("a stranger's thousand mistakes are not all repeated to him") {
    std::string text = R"({"person":7)";
    for (int i = 0; i < 1000; ++i) text += ",\"x" + std::to_string(i) + "\":1";
    const auto sheet = from_json<Sheet>(text + "}");
    REQUIRE_FALSE(sheet);
    CHECK(sheet.error().fields.size() == 100);
}

std::string nested(std::size_t depth) {
    return std::string(depth, '[') + std::string(depth, ']');
}

TEST_CASE("what is no JSON, or too deep, or not UTF-8, cannot be read at all") {
    const std::string cases[] = {
        "",
        " ",
        "{",
        "nul",
        "{\"a\":1}x",
        "{\"a\":1}{}",
        "{'a':1}",
        "{\"a\":1,}",
        "[1,]",
        "// x\n1",
        "01",
        "+1",
        ".5",
        "NaN",
        "Infinity",
        "1e400",
        "\"\\ud800\"",
        "\"\\x41\"",
        "\"\\u0000\"",
        "{\"\\u0000\":1}",
        std::string("\"\0\"", 3),
        "\"\x01\"",
        "\"\xff\"",
        "\"\xc0\xaf\"",
        "\"\xed\xa0\x80\"",
        "{\"\xff\":1}",
        "\xef\xbb\xbf{}",
        nested(limits::json_depth + 1),
    };
    for (const std::string& text : cases) {
        CAPTURE(text);
        const auto tree = JsonTree::parse(text);
        REQUIRE_FALSE(tree);
        CHECK(tree.error().reason == unparsable);
        CHECK(read_sheet(text) == "unparsable");
    }
    CHECK(JsonTree::parse(nested(limits::json_depth)));
}

TEST_CASE("a field that the path has filled may not be named again") {
    Sheet sheet;
    const Type& type = type_of<Sheet>();
    CHECK(read_json("{}", type, &sheet, {"person"}));
    const Outcome doubled = read_json(R"({"person":7})", type, &sheet, {"person"});
    REQUIRE_FALSE(doubled);
    CHECK(show(doubled.error()) == "/person already_given");
}

TEST_CASE("in a merge patch null clears, where there is something to clear") {
    const auto patch = [](std::string_view text) {
        Sheet sheet{.hint = "x"};
        const Outcome read = read_json(text, type_of<Sheet>(), &sheet, {"person"}, Nulls::clear);
        return read ? sheet.mood ? "cleared" : "left" : show(read.error());
    };
    CHECK(patch(R"({"mood":null})") == "cleared");
    CHECK(patch("{}") == "left");
    CHECK(patch(R"({"hint":null})") == "/hint wrong_type expected=text");
}

TEST_CASE("fields can be left out of what is written") {
    std::string out;
    const Line line{.text = "a", .amount = 2};
    write_json(out, type_of<Line>(), &line, {"text"});
    CHECK(out == R"({"amount":2})");
    write_json(out, type_of<Line>(), &line, {"text", "amount"});
    CHECK(out == R"({"amount":2}{})");
}

TEST_CASE("quotes are escaped wherever they stand in a text, however long it is") {
    for (std::size_t size = 0; size < 40; ++size) {
        for (std::size_t place = 0; place < size; ++place) {
            std::string text(size, 'a');
            text[place] = '"';
            std::string written;
            write_json_text(written, text);
            CHECK(written == '"' + text.replace(place, 1, R"(\")") + '"');
        }
    }
}

struct Query {
    std::optional<PersonId> person;
    std::optional<bool> open;
    std::optional<Date> since;
    std::optional<double> share;
    std::vector<Impact> impact;
    std::optional<std::vector<std::string>> tag;
    std::string q;
};
void describe(Fields& fields, Query& query) {
    fields("person", query.person);
    fields("open", query.open);
    fields("since", query.since);
    fields("share", query.share);
    fields("impact", query.impact).at_most(2);
    fields("tag", query.tag).at_most(2);
    fields("q", query.q).at_most(5);
}

std::string read_query(const std::vector<std::pair<std::string, std::string>>& values) {
    Query query;
    for (const auto& [name, value] : values) {
        for (const Field& field : type_of<Query>().fields) {
            if (field.name != name) continue;
            if (const auto read = read_text_field(value, field, &query); !read) {
                return show(read.error());
            }
        }
    }
    return to_json(query);
}

TEST_CASE("plain texts from paths and queries are read by the same rules") {
    CHECK(
        read_query({{"person", "7"}, {"open", "true"}, {"since", "2025-06-30"}, {"q", "łącze"}}) ==
        R"({"person":7,"open":true,"since":"2025-06-30","impact":[],"q":"łącze"})");
    CHECK(read_query({{"impact", "low"}, {"impact", "high"}, {"share", "0.25"}}) ==
          R"({"share":0.25,"impact":["low","high"],"q":""})");
    CHECK(read_query({{"tag", "a"}, {"tag", "b"}}) == R"({"impact":[],"tag":["a","b"],"q":""})");
    const std::vector<std::pair<std::vector<std::pair<std::string, std::string>>, std::string>>
        refused{
            {{{"person", "x"}}, "/person wrong_type expected=id"},
            {{{"person", " 7"}}, "/person wrong_type expected=id"},
            {{{"person", "7 "}}, "/person wrong_type expected=id"},
            {{{"person", "+7"}}, "/person wrong_type expected=id"},
            {{{"person", "0x7"}}, "/person wrong_type expected=id"},
            {{{"person", ""}}, "/person wrong_type expected=id"},
            {{{"person", "-1"}}, "/person out_of_range least=1 most=9007199254740991"},
            {{{"person", "99999999999999999999"}}, "/person wrong_type expected=id"},
            {{{"open", "yes"}}, "/open wrong_type expected=boolean"},
            {{{"since", "yesterday"}}, "/since wrong_type expected=date"},
            {{{"share", "nan"}}, "/share wrong_type expected=number"},
            {{{"impact", "huge"}}, "/impact not_one_of allowed=low, medium, high"},
            {{{"impact", "low"}, {"impact", "low"}, {"impact", "low"}}, "/impact too_long most=2"},
            {{{"q", "123456"}}, "/q too_long most=5"},
            {{{"q", "a\tb"}}, "/q control_characters"},
        };
    for (const auto& [values, expected] : refused) {
        CAPTURE(expected);
        CHECK(read_query(values) == expected);
    }
}

TEST_CASE("canonical JSON has sorted names, no spaces and one spelling per value") {
    const Case cases[] = {
        {"null", "null"},
        {" [ ] ", "[]"},
        {R"({"b":1,"a":[true,false,null]})", R"({"a":[true,false,null],"b":1})"},
        {"1.0", "1"},
        {"1e2", "100"},
        {"-0", "0"},
        {"-0.0", "0"},
        {"0.10", "0.1"},
        {"1e21", "1e+21"},
        {"9007199254740993", "9007199254740993"},
        {"9.223372036854775807", "9.223372036854776"},
        {R"("\u00e9\/\u001f\ud83d\ude00")", "\"é/\\u001f😀\""},
        {R"({"a":1,"a":2})", "unparsable"},
        {"{", "unparsable"},
    };
    for (const Case& each : cases) {
        CAPTURE(each.text);
        const auto canonical = canonical_json(each.text);
        CHECK((canonical ? *canonical : show(canonical.error())) == each.expected);
        if (canonical) CHECK(*canonical_json(*canonical) == *canonical);
    }
}

TEST_CASE("a number that JSON cannot say is a bug of ours, not an answer") {
    Sheet sheet{.person = {1}};
    sheet.share = std::numeric_limits<double>::infinity();
    CHECK_THROWS_AS((void)to_json(sheet), Bug);
}

}  // namespace
}  // namespace ogniwo
