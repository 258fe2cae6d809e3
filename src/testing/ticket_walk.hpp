#pragma once

// Random wishes about a few tickets, by people with different rights, done by the product and told
// by the model side by side. After each wish every row is compared, and in the end all that
// everybody sees of it, what the journal says of it, and that nothing is lost.
//
// A walk is a list of steps, each with luck of its own: leaving some out leaves the others nearly
// as they were, so that a walk that fails can be made short.

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "testing/ticket_walk_house.hpp"

namespace ogniwo::walking {

struct Step {
    std::uint64_t verb = 0;
    std::uint64_t luck = 0;
};

struct Count {
    std::int64_t done = 0;
    std::int64_t refused = 0;
};

struct Walked {
    std::vector<std::string> differences{};  // At the first step that has any.
    std::vector<std::string> story{};        // Where it was asked for.
    std::map<std::string, Count> verbs{};
};

std::vector<Step> steps_of(std::uint64_t seed);

// `tampering`: SQL that is run before the last comparison. `told`: with its story.
struct Telling {
    std::string tampering{};
    bool told = false;
};
Walked walk(House& house, const std::vector<Step>& steps, const Telling& telling = {});

// Without all the steps that it takes no part of them to fail.
std::vector<Step> shortened(House& house, std::vector<Step> steps);

}  // namespace ogniwo::walking
