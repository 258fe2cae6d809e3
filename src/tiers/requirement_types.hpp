#pragma once

// What a place asks of those who work there, who lacks it, and who is to learn it.
//
// A place is a tier, a queue, a customer, a sector as it stands on the cards of customers, or a
// category of tickets. Members of the tier are measured against it and its queues; everybody who
// works in some tier is measured against the others. Mandatory and helpful are told apart
// everywhere. Categories belong to a slice above, which tells about them (on_categories): here each
// is a number, and what it asks holds for those below it, too.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tiers/certificate_types.hpp"
#include "tiers/skill_types.hpp"
#include "tiers/types.hpp"

namespace ogniwo::tiers {

using RequirementId = Id<struct RequirementTag>;
using LearningId = Id<struct LearningTag>;
using WorkCategoryId = Id<struct WorkCategoryTag>;

inline constexpr std::size_t requirements_most = 1'000;

enum class RequirementPlace { tier, queue, customer, sector, category };
constexpr auto names(RequirementPlace) {
    return enum_names("tier", "queue", "customer", "sector", "category");
}

enum class Need { mandatory, helpful };
constexpr auto names(Need) {
    return enum_names("mandatory", "helpful");
}

struct Requirement {
    RequirementId id{};
    RequirementPlace place = RequirementPlace::tier;
    std::optional<int> tier{};  // A queue's, too.
    std::optional<QueueId> queue{};
    std::optional<CustomerId> customer{};
    std::optional<std::string> sector{};
    std::optional<WorkCategoryId> category{};
    std::string place_name{};                    // Of a queue, a customer or a category,
    std::optional<std::string> place_name_en{};  // which has two.
    std::optional<SkillId> skill{};              // Either this, at a level,
    std::optional<int> least{};
    std::optional<CertificateKindId> certificate_kind{};  // or this.
    Need need = Need::mandatory;
};
void describe(Fields& fields, Requirement& requirement);

struct RequirementList {
    std::vector<Requirement> items{};
    std::optional<std::string> next{};  // Never set: there are at most 1,000.
};
void describe(Fields& fields, RequirementList& list);

// Said again for the same place and the same skill or kind, it takes the place of what was.
struct SetRequirement {
    RequirementPlace place = RequirementPlace::tier;
    std::optional<int> tier{};
    std::optional<QueueId> queue{};
    std::optional<CustomerId> customer{};
    std::optional<std::string> sector{};
    std::optional<WorkCategoryId> category{};
    std::optional<SkillId> skill{};
    std::optional<int> least{};
    std::optional<CertificateKindId> certificate_kind{};
    Need need = Need::mandatory;
};
void describe(Fields& fields, SetRequirement& wish);

struct RemoveRequirement {
    RequirementId requirement{};
};
void describe(Fields& fields, RemoveRequirement& wish);

// --- The report

// One requirement that one person does not meet, or meets with something that lapses soon.
struct Gap {
    RequirementId requirement{};
    Need need = Need::mandatory;
    std::optional<SkillId> skill{};
    std::optional<int> least{};
    std::optional<int> level{};  // What the person has, if anything.
    std::optional<CertificateKindId> certificate_kind{};
    std::optional<Date> expires_on{};
};
void describe(Fields& fields, Gap& gap);

struct PersonGaps {
    PersonId person{};
    std::string name{};
    std::vector<Gap> missing{};  // Mandatory first.
    std::vector<Gap> lapsing{};  // Within 90 days.
};
void describe(Fields& fields, PersonGaps& gaps);

inline constexpr std::size_t people_per_place_shown = 200;

struct PlaceGaps {
    RequirementPlace place = RequirementPlace::tier;
    std::optional<int> tier{};
    std::optional<QueueId> queue{};
    std::optional<CustomerId> customer{};
    std::optional<std::string> sector{};
    std::optional<WorkCategoryId> category{};
    std::string place_name{};
    std::optional<std::string> place_name_en{};
    int members = 0;                   // Who is measured here,
    int ready = 0;                     // and of them, who meets everything mandatory.
    std::vector<PersonGaps> people{};  // Who lacks something or soon will; at most 200.
};
void describe(Fields& fields, PlaceGaps& gaps);

// A product, or a skill that some place asks for, which nobody has.
struct UnknownSkill {
    SkillId skill{};
    bool required = false;
    std::optional<LearningId> learning{};  // Somebody is at it already,
    std::optional<PersonId> person{};      // this person; else whom we would ask,
    std::string person_name{};
    std::optional<Date> due_on{};  // and until when.
};
void describe(Fields& fields, UnknownSkill& unknown);

struct GapReport {
    Date today{};
    std::vector<PlaceGaps> places{};
    std::vector<UnknownSkill> unknown{};
};
void describe(Fields& fields, GapReport& report);

// --- Learning

enum class LearningState { open, done, dropped };
constexpr auto names(LearningState) {
    return enum_names("open", "done", "dropped");
}

struct LearningTask {
    LearningId id{};
    std::int64_t version = 1;
    SkillId skill{};
    PersonId person{};
    std::string person_name{};
    Date due_on{};
    LearningState state = LearningState::open;
    bool overdue = false;
};
void describe(Fields& fields, LearningTask& task);

struct LearningList {
    std::vector<LearningTask> items{};  // What is due first comes first.
    std::optional<std::string> next{};
};
void describe(Fields& fields, LearningList& list);

struct ListLearning {
    std::optional<LearningState> state{};  // Open ones, if it does not say.
    std::optional<std::string> cursor{};
    std::optional<int> limit{};
};
void describe(Fields& fields, ListLearning& wish);

struct AddLearning {
    SkillId skill{};
    PersonId person{};
    Date due_on{};
};
void describe(Fields& fields, AddLearning& wish);

struct EditLearning {
    LearningId learning{};
    std::int64_t version = 1;
    std::optional<Date> due_on{};
    std::optional<LearningState> state{};
};
void describe(Fields& fields, EditLearning& wish);

// --- One person

struct ShowPersonSkills {
    PersonId person{};
};
void describe(Fields& fields, ShowPersonSkills& wish);

struct PersonSkills {
    PersonId person{};
    std::string name{};
    std::int64_t version = 0;  // 0: nothing is on record.
    std::optional<Seniority> seniority{};
    std::vector<HeldSkill> skills{};
    std::vector<Certificate> certificates{};
    std::vector<PlaceGaps> places{};  // Where the person works and what they lack there.
    std::vector<LearningTask> learning{};
};
void describe(Fields& fields, PersonSkills& skills);

// --- For routing

// Where work is to be done; what is not named asks for nothing.
struct WorkPlace {
    std::optional<QueueId> queue{};            // Its tier's requirements count, too,
    std::optional<CustomerId> customer{};      // and those of the customer's sector.
    std::vector<WorkCategoryId> categories{};  // The ticket's, and those above it.
};

// A category as the slice above knows it; one that is retired asks for nothing.
struct WorkCategory {
    std::string name_pl{};  // With those above it.
    std::string name_en{};
};

struct SkillLevel {
    SkillId skill{};
    int level = 0;

    friend bool operator==(const SkillLevel&, const SkillLevel&) = default;
};

struct Fitness {
    PersonId person{};
    std::vector<SkillLevel>
        matched{};  // Of the skills that the place asks for, and enough of them.
    bool meets_mandatory = true;
};

// --- Events. A sector is a text of the event.

struct RequirementSet {
    static constexpr std::string_view name = "tiers.requirement_set";
    static constexpr int schema = 1;

    RequirementPlace place = RequirementPlace::tier;
    std::optional<int> tier{};
    std::optional<QueueId> queue{};
    std::optional<CustomerId> customer{};
    std::optional<WorkCategoryId> category{};
    std::optional<SkillId> skill{};
    std::optional<int> least{};
    std::optional<CertificateKindId> certificate_kind{};
    Need need = Need::mandatory;
};
void describe(Fields& fields, RequirementSet& set);

struct RequirementRemoved {
    static constexpr std::string_view name = "tiers.requirement_removed";
    static constexpr int schema = 1;
};
void describe(Fields& fields, RequirementRemoved& removed);

struct LearningAdded {
    static constexpr std::string_view name = "tiers.learning_added";
    static constexpr int schema = 1;

    SkillId skill{};
    PersonId person{};
    Date due_on{};
};
void describe(Fields& fields, LearningAdded& added);

struct LearningChanged {
    static constexpr std::string_view name = "tiers.learning_changed";
    static constexpr int schema = 1;

    PersonId person{};
    Date due_on{};
    LearningState state = LearningState::open;
};
void describe(Fields& fields, LearningChanged& changed);

// --- Reasons

inline constexpr Reason place_not_named{Refusal::invalid, "tiers.place_not_named"};
inline constexpr Reason place_unknown{Refusal::invalid, "tiers.place_unknown"};
inline constexpr Reason skill_or_kind{Refusal::invalid, "tiers.skill_or_kind"};
inline constexpr Reason requirements_too_many{Refusal::conflict, "tiers.requirements_too_many"};
inline constexpr Reason learning_doubled{Refusal::conflict, "tiers.learning_doubled"};
inline constexpr Reason learning_in_the_past{Refusal::invalid, "tiers.learning_in_the_past"};
inline constexpr Reason learning_closed{Refusal::conflict, "tiers.learning_closed"};

}  // namespace ogniwo::tiers
