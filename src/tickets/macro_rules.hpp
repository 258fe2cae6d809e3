#pragma once

// What a macro may hold, and what it means for one ticket, as pure functions. Whether the ticket
// lets it happen is asked of the verbs themselves.

#include <string>
#include <string_view>
#include <vector>

#include "tickets/macro_types.hpp"

namespace ogniwo::tickets {

// Without spaces around texts, and without what is empty.
MacroEffects tidied(MacroEffects effects);

// All that is wrong, with pointers from `/effects`: nothing at all, words that stand for nothing,
// a status without what belongs to it, effects that exclude each other. Wants tidied ones.
Outcome check_effects(const MacroEffects& effects);

// What the words in braces stand for.
struct Filling {
    std::string number{};
    std::string subject{};
    std::string person{};
    std::string company{};
    std::string me{};
};
// One walk over the text: what was filled in is not looked at again. A run of letters in braces is
// such a word; other braces are just braces.
std::string fill(std::string_view text, const Filling& filling);
// The first word in braces that stands for nothing; empty: there is none.
std::string_view unknown_placeholder(std::string_view text);

// The n-th working day after `from`; for 0 that day itself, or the first working day after it.
Date working_day_from(Date from, int days);

// Around one application.
struct MacroSetting {
    Filling filling{};
    people::Language customers = people::Language::pl;  // Of what the customer reads,
    people::Language ours = people::Language::pl;       // and of the rest.
    PersonId me{};
    Time now{};
    std::string zone{};  // Our company's.
};
// In their order.
std::vector<MacroEffect> plan_effects(const MacroEffects& effects, const MacroSetting& setting);

// For edit and assign, whose verbs do not say so: the ticket is already as it shall be.
bool is_so_already(const Ticket& ticket, const MacroEffect& effect);
// What the verbs say where a ticket is already as it shall be.
bool says_so_already(MacroEffectKind kind, const Reason& reason);

// A reply, an answer, or that it waits for something: the customer reads it, and nobody can take it
// back.
bool tells_customer(const MacroEffects& effects);

}  // namespace ogniwo::tickets
