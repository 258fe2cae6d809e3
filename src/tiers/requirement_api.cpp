#include "base/describe.hpp"
#include "base/limits.hpp"
#include "operations/operations.hpp"
#include "people/service.hpp"
#include "tiers/skill_api.hpp"
#include "tiers/skill_service.hpp"

namespace ogniwo::tiers {
namespace {

constexpr int cursor_most = 1'000;
constexpr int page_most = 200;
constexpr Date sample_due = std::chrono::year{2030} / 1 / 31;

void mount_gaps(Operations& operations) {
    operations
        .get("tiers.list_requirements", "/requirements", see_skills, list_requirements, Nothing{})
        .about("What tiers, queues, customers, sectors and categories ask of who works there.");
    operations
        .post<SetRequirement, RequirementList>("tiers.set_requirement",
                                               "/requirements",
                                               edit_skills,
                                               set_requirement,
                                               {.place = RequirementPlace::tier,
                                                .tier = 1,
                                                .skill = SkillId{1},
                                                .least = 2,
                                                .need = Need::mandatory})
        .about("A requirement; one about the same place and skill takes the place of the former.");
    operations
        .del<RemoveRequirement, RequirementList>("tiers.remove_requirement",
                                                 "/requirements/{requirement}",
                                                 edit_skills,
                                                 remove_requirement,
                                                 {.requirement = {1}})
        .about("Nobody asks for it any more.");
    operations.get("tiers.read_gaps", "/requirements/report", see_skills, read_gaps, Nothing{})
        .about("Who lacks what, what lapses within 90 days, and what nobody knows.");
}

void mount_learning(Operations& operations) {
    operations
        .get<ListLearning, LearningList>("tiers.list_learning",
                                         "/learning",
                                         see_skills,
                                         list_learning,
                                         {.state = LearningState::open})
        .about("Who is to learn what; what is due first comes first.");
    operations
        .post<AddLearning, LearningTask>("tiers.add_learning",
                                         "/learning",
                                         edit_skills,
                                         add_learning,
                                         {.skill = {1}, .person = {1}, .due_on = sample_due})
        .creates()
        .about("Somebody is to learn something by a day.");
    operations
        .patch<EditLearning, LearningTask>(
            "tiers.edit_learning",
            "/learning/{learning}",
            edit_skills,
            edit_learning,
            {.learning = {1}, .version = 1, .state = LearningState::done})
        .about("Another day, or an end: done or dropped.");
}

}  // namespace

void describe(Fields& fields, Requirement& requirement) {
    fields("id", requirement.id);
    fields("place", requirement.place);
    fields("tier", requirement.tier).about("A queue's, too.");
    fields("queue", requirement.queue);
    fields("customer", requirement.customer);
    fields("sector", requirement.sector);
    fields("category", requirement.category).about("Of tickets; those below it ask the same.");
    fields("placeName", requirement.place_name).about("Of a queue, a customer or a category.");
    fields("placeNameEn", requirement.place_name_en).about("Of a category.");
    fields("skill", requirement.skill);
    fields("least", requirement.least).about("The lowest level that will do.");
    fields("certificateKind", requirement.certificate_kind);
    fields("need", requirement.need);
}

void describe(Fields& fields, RequirementList& list) {
    fields("items", list.items);
    fields("next", list.next);
}

void describe(Fields& fields, SetRequirement& wish) {
    fields("place", wish.place).about("Exactly the field of this name must be there.");
    fields("tier", wish.tier).within(1, highest_possible_tier);
    fields("queue", wish.queue);
    fields("customer", wish.customer);
    fields("sector", wish.sector)
        .at_most(limits::name_length)
        .about("As it stands on the cards of customers.");
    fields("category", wish.category);
    fields("skill", wish.skill).about("Either this with a level, or a kind of certificate.");
    fields("least", wish.least).within(1, highest_level);
    fields("certificateKind", wish.certificate_kind);
    fields("need", wish.need);
}

void describe(Fields& fields, RemoveRequirement& wish) {
    fields("requirement", wish.requirement);
}

void describe(Fields& fields, Gap& gap) {
    fields("requirement", gap.requirement);
    fields("need", gap.need);
    fields("skill", gap.skill);
    fields("least", gap.least);
    fields("level", gap.level).about("What the person has.");
    fields("certificateKind", gap.certificate_kind);
    fields("expiresOn", gap.expires_on).about("Of what lapses soon.");
}

void describe(Fields& fields, PersonGaps& gaps) {
    fields("person", gaps.person);
    fields("name", gaps.name);
    fields("missing", gaps.missing).about("Mandatory ones first.");
    fields("lapsing", gaps.lapsing).about("Met by a certificate with at most 90 days left.");
}

void describe(Fields& fields, PlaceGaps& gaps) {
    fields("place", gaps.place);
    fields("tier", gaps.tier);
    fields("queue", gaps.queue);
    fields("customer", gaps.customer);
    fields("sector", gaps.sector);
    fields("category", gaps.category);
    fields("placeName", gaps.place_name);
    fields("placeNameEn", gaps.place_name_en);
    fields("members", gaps.members).about("Who is measured here.");
    fields("ready", gaps.ready).about("Who of them meets everything mandatory.");
    fields("people", gaps.people).about("Who lacks something or soon will; at most 200.");
}

void describe(Fields& fields, UnknownSkill& unknown) {
    fields("skill", unknown.skill);
    fields("required", unknown.required).about("Else it is a product that nobody asks for.");
    fields("learning", unknown.learning).about("An open task: somebody is at it.");
    fields("person", unknown.person).about("Who learns it, or whom we would ask.");
    fields("personName", unknown.person_name);
    fields("dueOn", unknown.due_on);
}

void describe(Fields& fields, GapReport& report) {
    fields("today", report.today);
    fields("places", report.places);
    fields("unknown", report.unknown)
        .about("Products, and skills that are asked for, without anybody who has them.");
}

void describe(Fields& fields, LearningTask& task) {
    fields("id", task.id);
    fields("version", task.version);
    fields("skill", task.skill);
    fields("person", task.person);
    fields("personName", task.person_name);
    fields("dueOn", task.due_on);
    fields("state", task.state);
    fields("overdue", task.overdue);
}

void describe(Fields& fields, LearningList& list) {
    fields("items", list.items);
    fields("next", list.next);
}

void describe(Fields& fields, ListLearning& wish) {
    fields("state", wish.state).about("Open ones, if it does not say.");
    fields("cursor", wish.cursor).at_most(cursor_most);
    fields("limit", wish.limit).within(1, page_most);
}

void describe(Fields& fields, AddLearning& wish) {
    fields("skill", wish.skill);
    fields("person", wish.person);
    fields("dueOn", wish.due_on);
}

void describe(Fields& fields, EditLearning& wish) {
    fields("learning", wish.learning);
    fields("version", wish.version);
    fields("dueOn", wish.due_on);
    fields("state", wish.state);
}

void describe(Fields& fields, ShowPersonSkills& wish) {
    fields("person", wish.person);
}

void describe(Fields& fields, PersonSkills& skills) {
    fields("person", skills.person);
    fields("name", skills.name);
    fields("version", skills.version).about("0: nothing is on record.");
    fields("seniority", skills.seniority);
    fields("skills", skills.skills);
    fields("certificates", skills.certificates);
    fields("places", skills.places).about("Where the person works, and what they lack there.");
    fields("learning", skills.learning).about("The newest first, at most 50.");
}

void describe(Fields& fields, RequirementSet& set) {
    fields("place", set.place);
    fields("tier", set.tier);
    fields("queue", set.queue);
    fields("customer", set.customer);
    fields("category", set.category);
    fields("skill", set.skill);
    fields("least", set.least);
    fields("certificateKind", set.certificate_kind);
    fields("need", set.need);
}

void describe(Fields&, RequirementRemoved&) {}

void describe(Fields& fields, LearningAdded& added) {
    fields("skill", added.skill);
    fields("person", added.person);
    fields("dueOn", added.due_on);
}

void describe(Fields& fields, LearningChanged& changed) {
    fields("person", changed.person);
    fields("dueOn", changed.due_on);
    fields("state", changed.state);
}

void mount_requirements(Operations& operations) {
    mount_gaps(operations);
    mount_learning(operations);
}

}  // namespace ogniwo::tiers
