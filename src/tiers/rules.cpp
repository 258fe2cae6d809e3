#include "tiers/rules.hpp"

#include "base/check.hpp"

namespace ogniwo::tiers {

TierNames names_of(int number) {
    INVARIANT(number >= 1 && number <= highest_possible_tier);
    switch (number) {
        case 1:
            return {"Pierwsza linia", "First line"};
        case 2:
            return {"Druga linia", "Second line"};
        case 3:
            return {"Trzecia linia", "Third line"};
        default:
            return {"Linia " + std::to_string(number), "Line " + std::to_string(number)};
    }
}

}  // namespace ogniwo::tiers
