#include "operations/typescript.hpp"

#include <doctest/doctest.h>

#include <cstdlib>
#include <fstream>

#include "operations/desk_for_tests.hpp"

namespace ogniwo {
namespace {

Operations desk_table() {
    Operations operations;
    desk::mount(operations);
    return operations;
}

bool contains(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

TEST_CASE("TypeScript has one interface per record and one union per enumeration") {
    const std::string types = typescript_types(desk_table());
    CHECK(contains(types, "export type Mood = \"calm\" | \"hurried\";\n"));
    CHECK(contains(types,
                   "export interface Note {\n"
                   "  note: number;\n"
                   "  customer: number;\n"
                   "  text: string;\n"
                   "  mood: Mood;\n"
                   "  due?: string;\n"
                   "  version: number;\n"
                   "}\n"));
    CHECK(contains(types, "  items: Note[];\n  next?: string;\n"));
    CHECK(contains(types, "  /** What is to be remembered. */\n  text: string;\n  mood?: Mood;\n"));
}

TEST_CASE("a change says null for what it clears, and leaves its version to If-Match") {
    CHECK(contains(typescript_types(desk_table()),
                   "export interface EditNote {\n"
                   "  note: number;\n"
                   "  text?: string;\n"
                   "  due?: string | null;\n"
                   "}\n"));
}

TEST_CASE("the token of a session is not for scripts") {
    CHECK(contains(typescript_types(desk_table()),
                   "export interface DeskSession {\n  person: number;\n  expiresAt: string;\n}\n"));
}

TEST_CASE("each operation is a function under its slice") {
    const Operations desk = desk_table();
    const std::string client = typescript_client(desk);
    CHECK(contains(client, "  desk: {\n"));
    CHECK(contains(client, R"(    state: ask<object, T.DeskState>("GET", "/state"),)"));
    CHECK(contains(client,
                   "    createNote: op<T.CreateNote, T.Note>(\"POST\", "
                   "\"/customers/{customer}/notes\"),\n"));
    CHECK(
        contains(client, R"(    editNote: change<T.EditNote, T.Note>("PATCH", "/notes/{note}"),)"));
    CHECK(contains(client, R"(    dropNote: op<T.OfNote, void>("DELETE", "/notes/{note}"),)"));
    CHECK(contains(client,
                   "    previewNote: op<T.CreateNote, T.NoteCost>(\n"
                   "      \"POST\",\n"
                   "      \"/customers/{customer}/notes/preview\",\n"
                   "    ),\n") ==
          (std::string_view("    previewNote: op<T.CreateNote, T.NoteCost>(\"POST\", "
                            "\"/customers/{customer}/notes/preview\"),")
               .size() > 100));
    // For looking at them with the compiler by hand.
    if (const char* folder = std::getenv("OGNIWO_WRITE_TYPESCRIPT")) {
        std::ofstream(std::string(folder) + "/types.ts") << typescript_types(desk);
        std::ofstream(std::string(folder) + "/client.ts") << client;
    }
}

}  // namespace
}  // namespace ogniwo
