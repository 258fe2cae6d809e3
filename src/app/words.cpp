#include "app/words.hpp"

#include <cstdlib>

namespace ogniwo::app {
namespace {

// Of "| `name` | kind | English | Polish |", counted from 0.
constexpr int english_column = 2;
constexpr int polish_column = 3;

std::string_view cell(std::string_view row, int column) {
    for (int i = 0; i < column && !row.empty(); ++i) {
        const auto bar = row.find(" | ");
        if (bar == std::string_view::npos) return {};
        row.remove_prefix(bar + 3);
    }
    return row.substr(0, row.find(" |"));
}

}  // namespace

TerminalLanguage terminal_language() {
    for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
        const char* value = std::getenv(name);
        if (value == nullptr || *value == 0) continue;
        return std::string_view(value).starts_with("pl") ? TerminalLanguage::polish
                                                         : TerminalLanguage::english;
    }
    return TerminalLanguage::english;
}

std::string words_for(std::string_view reason, TerminalLanguage language) {
    const std::string start = "\n| `" + std::string(reason) + "` | ";
    const auto found = refusal_table.find(start);
    if (found == std::string_view::npos) return std::string(reason);
    std::string_view row = refusal_table.substr(found + 2);
    row = row.substr(0, row.find('\n'));
    const std::string_view words =
        cell(row, language == TerminalLanguage::polish ? polish_column : english_column);
    return std::string(words.empty() ? reason : words);
}

std::string in_brackets(const Params& shown) {
    std::string text;
    for (const auto& [name, value] : shown) text += (text.empty() ? " (" : ", ") + value;
    return text.empty() ? text : text + ")";
}

}  // namespace ogniwo::app
