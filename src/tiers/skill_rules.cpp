#include "tiers/skill_rules.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace ogniwo::tiers {

Outcome check_skill(const Skill& skill, const std::vector<Skill>& all) {
    std::vector<FieldError> errors;
    const auto check = [&](std::string Skill::*name, const char* pointer) {
        const std::string folded = fold(trim(skill.*name));
        const bool is_taken = std::ranges::any_of(all, [&](const Skill& other) {
            return other.id != skill.id && fold(other.*name) == folded;
        });
        if (folded.empty()) {
            errors.push_back({pointer, "too_short", {{"least", "1"}}});
        } else if (is_taken) {
            errors.push_back({pointer, skill_name_taken.name, {}});
        }
    };
    check(&Skill::name_pl, "/namePl");
    check(&Skill::name_en, "/nameEn");
    if (errors.empty()) return Nothing{};
    return Error{.reason = invalid_fields, .fields = std::move(errors)};
}

}  // namespace ogniwo::tiers
