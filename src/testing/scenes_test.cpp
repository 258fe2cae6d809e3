// Every file in tests/scenes is a test on each database, "scene customers.scene on SQLite"; and
// what the player of scenes itself must get right, above all that it can fail.

#include <doctest/doctest.h>

#include <deque>
#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>

#include "testing/match.hpp"
#include "testing/scene.hpp"

namespace ogniwo {
namespace {

struct SceneTest {
    std::filesystem::path path;
    Dialect dialect = Dialect::sqlite;
};

// By the test's name; doctest keeps pointers to the names.
std::map<std::string, SceneTest, std::less<>>& scene_tests() {
    static std::map<std::string, SceneTest, std::less<>> tests;
    return tests;
}

std::string text_of(const std::filesystem::path& path) {
    std::ostringstream text;
    text << std::ifstream(path).rdbuf();
    return text.str();
}

// One function for all of them: the scene is the one that the running test is named after.
void play_this_scene() {
    const SceneTest& test = scene_tests().at(doctest::getContextOptions()->currentTest->m_name);
    TestDatabase database(test.dialect);
    // The scene ends here; its failure is the test's, with the scene's own file and line.
    try {
        play_scene(database, "tests/scenes/" + test.path.filename().string(), text_of(test.path));
    } catch (const SceneFailure& failure) {
        FAIL(std::string(failure.what()));
    }
}

void register_scene(const std::filesystem::path& path, Dialect dialect) {
    const std::string on = dialect == Dialect::sqlite ? "SQLite" : "PostgreSQL";
    const auto [test, added] = scene_tests().emplace(
        "scene " + path.filename().string() + " on " + on, SceneTest{path, dialect});
    doctest::detail::regTest(doctest::detail::TestCase(play_this_scene, __FILE__, __LINE__, {}) *
                             test->first.c_str());
}

const int scenes_registered = [] {
    std::error_code nowhere;
    int count = 0;
    const std::filesystem::path folder(repository_root() + "/tests/scenes");
    for (const auto& entry : std::filesystem::directory_iterator(folder, nowhere)) {
        if (entry.path().extension() != ".scene") continue;
        register_scene(entry.path(), Dialect::sqlite);
        if (test_postgres() != nullptr) register_scene(entry.path(), Dialect::postgres);
        ++count;
    }
    return count;
}();

TEST_CASE("the scenes are found") {
    INFO("set OGNIWO_ROOT to the root of the repository, or run the tests from there");
    CHECK(scenes_registered > 0);
}

// Nothing, or the reason why the scene fails.
std::string failure_of(std::string_view scene) {
    TestDatabase database(Dialect::sqlite);
    try {
        play_scene(database, "made-up.scene", scene);
    } catch (const SceneFailure& failure) {
        return failure.what();
    }
    return "";
}

TEST_CASE("a scene tells a story of requests and answers") {
    CHECK(failure_of(R"(# Comments and empty lines are nothing.
clock 2025-06-12T10:00+02:00

as anonymous
GET /api/v1/server
200 {"needsSetup": false, "companyName": "Ogniwo Serwis"}
GET /company
401 {"reason": "unauthenticated"}

as owner olga
POST /customers {"name": "Kowalski",
                 "sector": "Transport"}
201 ETag: "v1" {"customer": "$kowalski", "name": "Kowal$ending", "lead": "<absent>"}
GET /customers/$kowalski
200 {"customer": "$kowalski", "name": "Kowal$ending"}
journal
people.customer_created {"customer": "$kowalski", "actor": "$olga"}

clock +1d2h
as customer_user jan of customer "Kowalski"
GET /customers/999
404 {"reason": "missing"}
journal
)") == "");
}

TEST_CASE("a scene without set-up begins with the code that the server printed") {
    CHECK(failure_of(R"(without set-up
GET /server
200 {"needsSetup": true}
POST /setup {"code": "$setupCode", "companyName": "Wieża", "givenName": "Ewa",
    "familyName": "Lis", "email": "ewa@wieza.example", "password": "siedem mokrych parasoli",
    "language": "pl", "zone": "Europe/Warsaw"}
201 {"person": "$ewa"}
GET /session
200 {"person": "$ewa"}
)") == "");
}

TEST_CASE("a scene that is not so fails at its line") {
    struct Case {
        std::string_view scene;
        std::string_view says;
    };
    const std::vector<Case> cases{
        {"as anonymous\nGET /server\n404", "made-up.scene:3: another status"},
        {"GET /server\n200 {\"version\": \"x\"}", "made-up.scene:2: /version: expected \"x\""},
        {"GET /server\n200 {\"colour\": \"*\"}", ":2: /colour: expected \"*\", came nothing"},
        {"GET /server\n200 {\"languages\": [\"pl\"]}", ":2: /languages: expected 1 elements"},
        {"GET /server\n200 X-Colour: red", ":2: X-Colour: came nothing"},
        {"GET /server", ":1: the last request has no expected answer"},
        {"GET /server\nas anonymous", ":2: the request before has no expected answer"},
        {"GET /customers/$unknown\n200", ":1: $unknown has no value yet"},
        {"as captain hook", ":1: no such role"},
        {"dance", ":1: not understood"},
        {"as owner olga\nclock 2024-01-01T00:00:00Z", ":2: time goes forward only"},
        {"as owner olga\nPOST /customers {\"name\": \"A\"}\n201\njournal",
         ":4: more events than told"},
        {"journal\npeople.customer_created", ":2: expected one more event"},
        {"as owner olga\nPOST /customers {\"name\": \"A\"}\n201\njournal\n"
         "people.customer_created {\"customer\": 999}",
         ":5: /customer: expected 999"},
        {"mail\n{\"to\": \"*\"}", ":2: expected one more letter"},
    };
    for (const Case& one : cases) {
        CAPTURE(one.scene);
        const std::string failure = failure_of(one.scene);
        CHECK_MESSAGE(failure.find(one.says) != std::string::npos, failure);
    }
}

TEST_CASE("what is expected is a part of what came") {
    struct Case {
        std::string_view expected;
        std::string_view actual;
        bool fits;
    };
    const std::vector<Case> cases{
        {R"({})", R"({"a":1})", true},
        {R"({"a":1})", R"({"a":1,"b":2})", true},
        {R"({"a":1})", R"({"a":2})", false},
        {R"({"a":1})", R"({"a":"1"})", false},
        {R"({"a":1})", R"([1])", false},
        {R"({"a":null})", R"({"a":null})", true},
        {R"({"a":null})", R"({})", false},
        {R"({"a":true})", R"({"a":false})", false},
        {R"({"a":"<absent>"})", R"({"b":1})", true},
        {R"({"a":"<absent>"})", R"({"a":1})", false},
        {R"({"a":"<any>"})", R"({"a":null})", true},
        {R"({"a":"<any>"})", R"({})", false},
        {R"([1,2])", R"([1,2])", true},
        {R"([1])", R"([1,2])", false},
        {R"([1,"..."])", R"([1,2])", true},
        {R"([1,"..."])", R"([])", false},
        {R"(["..."])", R"([])", true},
        {R"([{"a":1}])", R"([{"a":1,"b":2}])", true},
        {R"({"a":"x-$part-z"})", R"({"a":"x-y-z"})", true},
        {R"({"a":"x-$part-z"})", R"({"a":"x-y"})", false},
        {R"({"a":"$one","b":"$one"})", R"({"a":1,"b":1})", true},
        {R"({"a":"$two","b":"$two"})", R"({"a":1,"b":2})", false},
        {R"({"a":"costs $5"})", R"({"a":"costs $5"})", true},
        {R"({"a":)", R"({})", false},
        {R"({})", "", false},
    };
    for (const Case& one : cases) {
        CAPTURE(one.expected);
        CAPTURE(one.actual);
        Captured captured;
        CHECK(!mismatch(one.expected, one.actual, captured) == one.fits);
    }
}

TEST_CASE("captured values stand for themselves in what follows") {
    Captured captured;
    CHECK_FALSE(mismatch(R"({"id":"$id","url":"https://desk.example/link#$token"})",
                         R"({"id":7,"url":"https://desk.example/link#ab\"c"})",
                         captured));
    CHECK(with_values(R"({"id":"$id","note":"no. $id","x":$id,"t":"$token","u":"$u"})", captured) ==
          R"({"id":7,"note":"no. 7","x":7,"t":"ab\"c","u":"$u"})");
    CHECK(name_left_in("costs $5 and $more") == "more");
    CHECK_FALSE(name_left_in("costs $5"));
}

}  // namespace
}  // namespace ogniwo
