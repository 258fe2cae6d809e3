#include "app/settings.hpp"

#include <doctest/doctest.h>

namespace ogniwo::app {
namespace {

Lookup environment(const std::map<std::string, std::string>& variables) {
    return [variables](const std::string& name) -> std::optional<std::string> {
        const auto found = variables.find(name);
        return found == variables.end() ? std::nullopt : std::optional(found->second);
    };
}

std::string problem(const Result<Settings>& settings) {
    REQUIRE_FALSE(settings);
    return settings.error().detail;
}

}  // namespace

TEST_CASE("flags beat the environment, and the environment beats the file") {
    const std::string file = "listen = \"127.0.0.1:1\"\nreaders = 3\nlog = \"debug\"\n";
    const auto variables = environment({{"OGNIWO_LISTEN", "127.0.0.1:2"}, {"OGNIWO_READERS", "5"}});
    const auto settings = read_settings({{"listen", {"127.0.0.1:3"}}}, variables, file);
    REQUIRE(settings);
    CHECK(settings->listen == "127.0.0.1:3");
    CHECK(settings->readers == 5);
    CHECK(settings->log == "debug");
    CHECK(settings->workers == 16);
}

TEST_CASE("what nobody sets has its default, and an empty variable sets nothing") {
    const auto settings = read_settings({}, environment({{"OGNIWO_DATA", ""}}), {});
    REQUIRE(settings);
    CHECK(settings->data == "data");
    CHECK(settings->database_address() == "data/ogniwo.db");
}

TEST_CASE("an unknown key is an error that names the nearest known one") {
    CHECK(problem(read_settings({}, environment({}), "base_ulr = \"https://x\"")) ==
          "unknown setting \"base_ulr\"; did you mean \"base_url\"?");
    CHECK(problem(read_settings({}, environment({}), "colour = 1")) ==
          "unknown setting \"colour\"");
}

TEST_CASE("a value that cannot be is an error that says where and what to do") {
    CHECK(problem(read_settings({{"readers", {"many"}}}, environment({}), {})) ==
          "--readers must be a number from 1 to 64");
    CHECK(problem(read_settings({}, environment({{"OGNIWO_LOG", "loud"}}), {})) ==
          "OGNIWO_LOG must be debug, info, warning or error");
    CHECK(problem(read_settings({}, environment({}), "readers = true")) ==
          "readers must be a text or a number");
    CHECK(problem(read_settings({{"base-url", {"desk.example"}}}, environment({}), {})) ==
          "--base-url must start with https:// or http://");
    CHECK(problem(read_settings({}, environment({}), "listen = ")).rfind("line 1:", 0) == 0);
}

TEST_CASE("the nightly backup has a time of day, or is off") {
    struct Row {
        const char* value;
        std::optional<Minutes> at;
    };
    for (const Row& row : {Row{"00:00", Minutes{0}},
                           Row{"02:30", Minutes{150}},
                           Row{"23:59", Minutes{1'439}},
                           Row{"off", std::nullopt}}) {
        CAPTURE(row.value);
        const auto settings = read_settings({{"backup-at", {row.value}}}, environment({}), {});
        REQUIRE(settings);
        CHECK(settings->backup_at == row.at);
    }
    for (const char* value :
         {"", "2:30", "24:00", "02:60", "-1:30", "02:-5", "02.30", "02:30:00"}) {
        CAPTURE(value);
        CHECK(problem(read_settings({{"backup-at", {value}}}, environment({}), {})) ==
              "--backup-at must be a time such as 02:30, or off");
    }
}

TEST_CASE("networks of proxies are a list, and a flag replaces the file's list") {
    const std::string file = "trusted_proxy = [\"10.0.0.0/8\", \"192.168.0.0/16\"]";
    CHECK(read_settings({}, environment({}), file)->trusted_proxies.size() == 2);
    CHECK(read_settings({{"trusted-proxy", {"127.0.0.0/8"}}}, environment({}), file)
              ->trusted_proxies == std::vector<std::string>{"127.0.0.0/8"});
}

}  // namespace ogniwo::app
