// What must be true of the whole table of operations and of the list of refusals, whoever adds to
// them.

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>

#include "people/service.hpp"
#include "testing/desk.hpp"
#include "testing/scene.hpp"

namespace ogniwo {
namespace {

namespace fs = std::filesystem;

std::string text_of(const fs::path& path) {
    std::ostringstream text;
    text << std::ifstream(path).rdbuf();
    return text.str();
}

TEST_CASE("every operation says what it is for") {
    for (const auto& operation : every_operation().all()) {
        INFO(operation->name);
        const std::string& about = operation->about;
        CHECK(about.size() > 10);
        CHECK(about.ends_with('.'));
    }
}

TEST_CASE("every operation can be asked for by somebody") {
    for (const auto& operation : every_operation().all()) {
        const Right right = operation->right;
        if (right == anyone || right == signed_in) continue;
        INFO(operation->name, " asks for ", right.name);
        int holders = 0;
        for (const auto role : names(people::Role{})) {
            if (people::rights_of(*enum_value<people::Role>(role)).has(right)) ++holders;
        }
        CHECK(holders > 0);
        CHECK(right.name.find('.') != std::string_view::npos);
    }
}

// ---- The list of refusals

// Name -> kind, with where it stands.
struct Entry {
    std::string kind;
    std::string where;
};
using Entries = std::map<std::string, Entry>;

std::size_t skip_blanks(std::string_view text, std::size_t at) {
    return std::min(text.find_first_not_of(" \t\r\n", at), text.size());
}

// Takes `word` at `at`, blanks before it included; whether it stood there.
bool take(std::string_view text, std::size_t& at, std::string_view word) {
    const std::size_t start = skip_blanks(text, at);
    if (text.substr(start, word.size()) != word) return false;
    at = start + word.size();
    return true;
}

std::string_view take_name(std::string_view text, std::size_t& at) {
    const std::size_t start = skip_blanks(text, at);
    constexpr std::string_view letters =
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_.";
    at = std::min(text.find_first_not_of(letters, start), text.size());
    return text.substr(start, at - start);
}

// Every `Reason NAME{Refusal::KIND, "NAME"` in one file.
void find_reasons(std::string_view text, const std::string& where, Entries& found) {
    constexpr std::string_view word = "Reason ";
    for (std::size_t at = text.find(word); at < text.size(); at = text.find(word, at)) {
        at += word.size();
        std::size_t here = at;
        (void)take_name(text, here);
        if (!take(text, here, "{") || !take(text, here, "Refusal::")) continue;
        const std::string kind(take_name(text, here));
        if (!take(text, here, ",") || !take(text, here, "\"")) continue;
        found[std::string(take_name(text, here))] = {kind, where};
    }
}

Entries reasons_in_source() {
    Entries found;
    const fs::path folder(repository_root() + "/src");
    std::error_code nowhere;
    for (const auto& entry : fs::recursive_directory_iterator(folder, nowhere)) {
        const std::string name = entry.path().filename().string();
        const bool is_test = name.find("_test.") != std::string::npos ||
                             name.find("for_tests") != std::string::npos ||
                             entry.path().parent_path().filename() == "testing";
        const auto kind = entry.path().extension();
        if (is_test || (kind != ".hpp" && kind != ".cpp")) continue;
        find_reasons(text_of(entry.path()), name, found);
    }
    return found;
}

// Lines "| `name` | kind | English | Polish |".
Entries reasons_in_list() {
    Entries found;
    std::istringstream lines(text_of(repository_root() + "/docs/refusals.md"));
    for (std::string line; std::getline(lines, line);) {
        if (!line.starts_with("| `")) continue;
        std::vector<std::string> cells;
        std::istringstream row(line);
        for (std::string cell; std::getline(row, cell, '|');) cells.push_back(cell);
        CAPTURE(line);
        REQUIRE(cells.size() >= 5);
        std::size_t at = 0;
        REQUIRE(take(cells[1], at, "`"));
        const std::string name(take_name(cells[1], at));
        at = 0;
        const std::string kind(take_name(cells[2], at));
        CHECK_MESSAGE(!found.contains(name), name, " is listed twice");
        CHECK(cells[3].size() > 10);
        CHECK(cells[4].size() > 10);
        found[name] = {kind, "docs/refusals.md"};
    }
    return found;
}

TEST_CASE("the list of refusals knows every reason and no other") {
    INFO("set OGNIWO_ROOT to the root of the repository, or run the tests from there");
    const Entries source = reasons_in_source();
    const Entries list = reasons_in_list();
    REQUIRE(source.size() > 50);
    std::string differences;
    for (const auto& [name, entry] : source) {
        const auto listed = list.find(name);
        if (listed == list.end()) {
            differences += "\n" + name + " of " + entry.where + " is missing in docs/refusals.md";
        } else if (listed->second.kind != entry.kind) {
            differences += "\n" + name + " of " + entry.where + " is of the kind " + entry.kind;
        }
    }
    for (const auto& [name, entry] : list) {
        if (!source.contains(name)) {
            differences += "\n" + name + " is listed but never refused with";
        }
    }
    CHECK_MESSAGE(differences.empty(), differences);
}

}  // namespace
}  // namespace ogniwo
