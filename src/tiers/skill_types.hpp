#pragma once

// What people can do: a catalogue of skills, and the level each person has in them.
//
// A level is a number from 1 to 4 with a word for it on every screen: knows the basics, works
// alone, advanced, teaches others. What a lead has set counts; what a person says of themselves is
// a proposal beside it, until a lead decides. A product is a skill of the group `product`.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/enum.hpp"
#include "base/id.hpp"
#include "base/result.hpp"
#include "base/right.hpp"
#include "base/time.hpp"

namespace ogniwo {
class Fields;
}

namespace ogniwo::tiers {

using SkillId = Id<struct SkillTag>;

enum class SkillGroup {
    communication,
    language,
    product,
    system,
    network,
    security,
    process,
    other,
};
constexpr auto names(SkillGroup) {
    return enum_names("communication",
                      "language",
                      "product",
                      "system",
                      "network",
                      "security",
                      "process",
                      "other");
}

inline constexpr int highest_level =
    4;  // 1 knows the basics, 2 works alone, 3 advanced, 4 teaches.

enum class Seniority { junior, regular, senior, lead };
constexpr auto names(Seniority) {
    return enum_names("junior", "regular", "senior", "lead");
}

// --- The catalogue

inline constexpr std::size_t skills_most = 500;  // Of both, those in use.
inline constexpr std::size_t certificate_kinds_most = 300;

struct Skill {
    SkillId id{};
    std::int64_t version = 1;
    SkillGroup group = SkillGroup::other;
    std::string name_pl;
    std::string name_en;
};
void describe(Fields& fields, Skill& skill);

struct SkillList {
    std::vector<Skill> items{};         // By group and Polish name.
    std::optional<std::string> next{};  // Never set: the catalogue is bounded.
};
void describe(Fields& fields, SkillList& list);

struct AddSkill {
    SkillGroup group = SkillGroup::other;
    std::string name_pl;
    std::string name_en;
};
void describe(Fields& fields, AddSkill& wish);

struct EditSkill {
    SkillId skill{};
    std::int64_t version = 1;
    std::optional<SkillGroup> group{};
    std::optional<std::string> name_pl{};
    std::optional<std::string> name_en{};
};
void describe(Fields& fields, EditSkill& wish);

// Whoever has the skill keeps it on record; it is no longer chosen, shown or counted.
struct RetireSkill {
    SkillId skill{};
};
void describe(Fields& fields, RetireSkill& wish);

// --- People

struct HeldSkill {
    SkillId skill{};
    std::optional<int> level{};
    std::optional<int> proposed{};  // What the person says, and no lead has answered.
};
void describe(Fields& fields, HeldSkill& held);

struct MatrixRow {
    PersonId person{};
    std::string name{};
    std::optional<Seniority> seniority{};
    std::vector<int> tiers{};
    std::vector<HeldSkill> skills{};
};
void describe(Fields& fields, MatrixRow& row);

struct SkillMatrix {
    std::vector<MatrixRow> items{};
    std::optional<std::string> next{};
};
void describe(Fields& fields, SkillMatrix& matrix);

struct ReadMatrix {
    std::string q{};
    std::optional<std::string> cursor{};
    int limit = 50;
};
void describe(Fields& fields, ReadMatrix& wish);

struct SetSkill {
    PersonId person{};
    SkillId skill{};
    std::optional<int> level{};  // Nothing: the person does not have it. Answers a proposal, too.
};
void describe(Fields& fields, SetSkill& wish);

struct ProposeSkill {
    PersonId person{};
    SkillId skill{};
    std::optional<int> level{};  // Nothing takes the proposal back.
};
void describe(Fields& fields, ProposeSkill& wish);

struct SetSeniority {
    PersonId person{};
    std::optional<Seniority> seniority{};
};
void describe(Fields& fields, SetSeniority& wish);

// --- Events

// The names are texts of the event.
struct SkillAdded {
    static constexpr std::string_view name = "tiers.skill_added";
    static constexpr int schema = 1;

    SkillGroup group = SkillGroup::other;
};
void describe(Fields& fields, SkillAdded& added);

struct SkillChanged {
    static constexpr std::string_view name = "tiers.skill_changed";
    static constexpr int schema = 1;

    SkillGroup group = SkillGroup::other;
};
void describe(Fields& fields, SkillChanged& changed);

struct SkillRetired {
    static constexpr std::string_view name = "tiers.skill_retired";
    static constexpr int schema = 1;
};
void describe(Fields& fields, SkillRetired& retired);

// About the subject `staff`, whose id is the person's.
struct SkillSet {
    static constexpr std::string_view name = "tiers.skill_set";
    static constexpr int schema = 1;

    SkillId skill{};
    std::optional<int> level{};
    std::optional<int> before{};
};
void describe(Fields& fields, SkillSet& set);

struct SkillProposed {
    static constexpr std::string_view name = "tiers.skill_proposed";
    static constexpr int schema = 1;

    SkillId skill{};
    std::optional<int> level{};
};
void describe(Fields& fields, SkillProposed& proposed);

struct SenioritySet {
    static constexpr std::string_view name = "tiers.seniority_set";
    static constexpr int schema = 1;

    std::optional<Seniority> seniority{};
};
void describe(Fields& fields, SenioritySet& set);

// --- Rights and reasons

// One's own skills and certificates: to see them, to propose a level, to add a certificate.
inline constexpr Right own_skills{"tiers.own_skills"};
// Everybody's, with what is missing and what lapses. They are about our staff, so whoever holds one
// of these two for a single customer holds nothing.
inline constexpr Right see_skills{"tiers.see_skills"};
inline constexpr Right edit_skills{"tiers.edit_skills"};

inline constexpr Reason skills_need_everywhere{Refusal::forbidden, "tiers.skills_need_everywhere"};
inline constexpr Reason skill_name_taken{Refusal::conflict, "tiers.skill_name_taken"};
inline constexpr Reason skill_unknown{Refusal::invalid, "tiers.skill_unknown"};
inline constexpr Reason skill_required{Refusal::conflict, "tiers.skill_required"};
inline constexpr Reason catalogue_full{Refusal::conflict, "tiers.catalogue_full"};
inline constexpr Reason not_your_skills{Refusal::forbidden, "tiers.not_your_skills"};

}  // namespace ogniwo::tiers
