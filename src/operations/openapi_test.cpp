#include "operations/openapi.hpp"

#include <doctest/doctest.h>

#include <cstdlib>
#include <fstream>

#include "base/json_tree.hpp"
#include "operations/desk_for_tests.hpp"

namespace ogniwo {
namespace {

using Node = JsonTree::Node;

std::string desk_description() {
    Operations operations;
    desk::mount(operations);
    return openapi_json(operations, "1.2.3");
}

// The canonical text at a path of names, or "nothing".
std::string at(Node node, const std::vector<std::string_view>& path) {
    for (const auto name : path) {
        Node child = node.first();
        while (child != node.end() && child.name() != name) child = child.next();
        if (child == node.end()) return "nothing";
        node = child;
    }
    std::string text;
    CHECK(write_canonical(text, node));
    return text;
}

TEST_CASE("openapi.json is valid JSON that names no member twice") {
    const std::string text = desk_description();
    CHECK(canonical_json(text));
    // For looking at it with the linters by hand.
    if (const char* path = std::getenv("OGNIWO_WRITE_OPENAPI")) std::ofstream(path) << text;
}

TEST_CASE("openapi.json says how to ask and what comes back") {
    const auto tree = JsonTree::parse(desk_description());
    REQUIRE(tree);
    const Node root = tree->root();
    CHECK(at(root, {"openapi"}) == R"("3.1.0")");
    CHECK(at(root, {"info", "version"}) == R"("1.2.3")");
    CHECK(at(root, {"tags"}) == R"([{"description":"Notes on a desk.","name":"desk"}])");

    const std::vector<std::string_view> create{"paths", "/customers/{customer}/notes", "post"};
    const auto of_create = [&](std::vector<std::string_view> rest) {
        rest.insert(rest.begin(), create.begin(), create.end());
        return at(root, rest);
    };
    CHECK(of_create({"operationId"}) == R"("desk.create_note")");
    CHECK(of_create({"summary"}) == R"("Writes a note")");
    CHECK(of_create({"x-right"}) == R"("desk.write_notes")");
    CHECK(of_create({"parameters"}) ==
          R"([{"example":1,"in":"path","name":"customer","required":true,)"
          R"("schema":{"format":"int64","minimum":1,"type":"integer"}},)"
          R"({"$ref":"#/components/parameters/IdempotencyKey"}])");
    CHECK(of_create({"requestBody", "content", "application/json", "example"}) ==
          R"({"mood":"calm","text":"Toner is ordered"})");
    CHECK(of_create({"requestBody", "content", "application/json", "schema", "required"}) ==
          R"(["text"])");
    CHECK(of_create({"responses", "201", "headers", "ETag", "$ref"}) ==
          R"("#/components/headers/ETag")");
    CHECK(of_create({"responses", "409", "$ref"}) == R"("#/components/responses/Conflict")");

    CHECK(at(root,
             {"paths",
              "/notes/{note}",
              "patch",
              "requestBody",
              "content",
              "application/merge-patch+json",
              "schema",
              "properties"}) == R"({"due":{"format":"date-time","type":["string","null"]},)"
                                R"("text":{"maxLength":40,"minLength":1,"type":"string"}})");
    CHECK(at(root, {"paths", "/notes/{note}", "delete", "responses", "204", "description"}) ==
          R"("Done.")");
    CHECK(at(root, {"paths", "/state", "get", "security"}) == "[]");
    CHECK(at(root, {"paths", "/state", "get", "responses", "401"}) == "nothing");
}

TEST_CASE("openapi.json shows no token that only the cookie carries") {
    const auto tree = JsonTree::parse(desk_description());
    REQUIRE(tree);
    const std::vector<std::string_view> session{
        "components", "schemas", "DeskSession", "properties"};
    CHECK(at(tree->root(), session) ==
          R"({"expiresAt":{"format":"date-time","type":"string"},)"
          R"("person":{"format":"int64","minimum":1,"type":"integer"}})");
}

}  // namespace
}  // namespace ogniwo
