#pragma once

// What a refusal means, in the words of docs/refusals.md and in the language of the terminal: who
// types a command is a person, too.

#include <string>
#include <string_view>

#include "base/result.hpp"

namespace ogniwo::app {

// The whole table, as it stands in the documentation.
extern const std::string_view refusal_table;

enum class TerminalLanguage { english, polish };
// As LC_ALL, LC_MESSAGES or LANG say, in this order; English when they say nothing else.
TerminalLanguage terminal_language();

// The sentence for this reason; the reason itself when the table does not know it.
std::string words_for(std::string_view reason, TerminalLanguage language);
// " (yesterday, 24)": what the sentence is about, with the blank before it; empty for nothing.
std::string in_brackets(const Params& shown);

}  // namespace ogniwo::app
