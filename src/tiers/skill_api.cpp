#include "tiers/skill_api.hpp"

#include "base/describe.hpp"
#include "operations/operations.hpp"
#include "people/service.hpp"
#include "tiers/skill_service.hpp"

namespace ogniwo::tiers {
namespace {

constexpr int name_most = 100;
constexpr int query_most = 100;
constexpr int cursor_most = 16'384;  // That of a list of persons.
constexpr int page_most = 200;

void mount_catalogue(Operations& operations) {
    operations.get("tiers.list_skills", "/skills", see, list_skills, Nothing{})
        .about("The catalogue of skills.");
    operations
        .post<AddSkill, Skill>("tiers.add_skill",
                               "/skills",
                               edit_skills,
                               add_skill,
                               {.group = SkillGroup::product,
                                .name_pl = "Program księgowy Saldo",
                                .name_en = "Saldo accounting"})
        .creates()
        .about("Adds a skill; a product is a skill of the group product.");
    operations
        .patch<EditSkill, Skill>("tiers.edit_skill",
                                 "/skills/{skill}",
                                 edit_skills,
                                 edit_skill,
                                 {.skill = {1}, .version = 1, .name_en = "Saldo books"})
        .about("Changes the names or the group of a skill.");
    operations
        .del<RetireSkill, Nothing>(
            "tiers.retire_skill", "/skills/{skill}", edit_skills, retire_skill, {.skill = {1}})
        .about(
            "The skill is no longer chosen, shown or counted; refused while something asks "
            "for it.");
}

void mount_levels(Operations& operations) {
    operations
        .get<ReadMatrix, SkillMatrix>(
            "tiers.read_matrix", "/skill-matrix", see_skills, read_matrix, {.q = "anna"})
        .about("Active staff with their levels, surname first.");
    operations
        .get<ShowPersonSkills, PersonSkills>("tiers.show_person_skills",
                                             "/persons/{person}/skills",
                                             see,
                                             show_person_skills,
                                             {.person = {1}})
        .about("Skills, certificates, gaps and learning of one person of ours.");
    operations
        .post<SetSkill, PersonSkills>("tiers.set_skill",
                                      "/persons/{person}/skills",
                                      edit_skills,
                                      set_skill,
                                      {.person = {1}, .skill = {1}, .level = 2})
        .about("Sets a level, or takes the skill away; an open proposal is answered by it.");
    operations
        .post<ProposeSkill, PersonSkills>("tiers.propose_skill",
                                          "/persons/{person}/skill-proposals",
                                          own_skills,
                                          propose_skill,
                                          {.person = {1}, .skill = {1}, .level = 3})
        .about("What somebody says of themselves; it counts once a lead has set it.");
    operations
        .post<SetSeniority, PersonSkills>("tiers.set_seniority",
                                          "/persons/{person}/seniority",
                                          edit_skills,
                                          set_seniority,
                                          {.person = {1}, .seniority = Seniority::senior})
        .about("How experienced somebody is on the whole.");
}

}  // namespace

void describe(Fields& fields, Skill& skill) {
    fields("id", skill.id);
    fields("version", skill.version);
    fields("group", skill.group);
    fields("namePl", skill.name_pl);
    fields("nameEn", skill.name_en);
}

void describe(Fields& fields, SkillList& list) {
    fields("items", list.items);
    fields("next", list.next);
}

void describe(Fields& fields, AddSkill& wish) {
    fields("group", wish.group);
    fields("namePl", wish.name_pl).within(1, name_most);
    fields("nameEn", wish.name_en).within(1, name_most);
}

void describe(Fields& fields, EditSkill& wish) {
    fields("skill", wish.skill);
    fields("version", wish.version);
    fields("group", wish.group);
    fields("namePl", wish.name_pl).within(1, name_most);
    fields("nameEn", wish.name_en).within(1, name_most);
}

void describe(Fields& fields, RetireSkill& wish) {
    fields("skill", wish.skill);
}

void describe(Fields& fields, HeldSkill& held) {
    fields("skill", held.skill);
    fields("level", held.level)
        .within(1, highest_level)
        .about("1 knows the basics, 2 works alone, 3 advanced, 4 teaches others.");
    fields("proposed", held.proposed)
        .within(1, highest_level)
        .about("What the person says, until a lead has answered.");
}

void describe(Fields& fields, MatrixRow& row) {
    fields("person", row.person);
    fields("name", row.name);
    fields("seniority", row.seniority);
    fields("tiers", row.tiers).about("Where the person works.");
    fields("skills", row.skills);
}

void describe(Fields& fields, SkillMatrix& matrix) {
    fields("items", matrix.items);
    fields("next", matrix.next);
}

void describe(Fields& fields, ReadMatrix& wish) {
    fields("q", wish.q).at_most(query_most).may_be_missing();
    fields("cursor", wish.cursor).at_most(cursor_most);
    fields("limit", wish.limit).within(1, page_most).may_be_missing();
}

void describe(Fields& fields, SetSkill& wish) {
    fields("person", wish.person);
    fields("skill", wish.skill);
    fields("level", wish.level).within(1, highest_level).about("Absent: not skilled in it.");
}

void describe(Fields& fields, ProposeSkill& wish) {
    fields("person", wish.person);
    fields("skill", wish.skill);
    fields("level", wish.level).within(1, highest_level).about("Absent: takes it back.");
}

void describe(Fields& fields, SetSeniority& wish) {
    fields("person", wish.person);
    fields("seniority", wish.seniority).about("Absent: not said.");
}

void describe(Fields& fields, SkillAdded& added) {
    fields("group", added.group);
}

void describe(Fields& fields, SkillChanged& changed) {
    fields("group", changed.group);
}

void describe(Fields&, SkillRetired&) {}

void describe(Fields& fields, SkillSet& set) {
    fields("skill", set.skill);
    fields("level", set.level);
    fields("before", set.before);
}

void describe(Fields& fields, SkillProposed& proposed) {
    fields("skill", proposed.skill);
    fields("level", proposed.level);
}

void describe(Fields& fields, SenioritySet& set) {
    fields("seniority", set.seniority);
}

void mount_skills(Operations& operations) {
    using people::Role;
    people::allow(own_skills, {Role::technician, Role::bookkeeper, Role::consultant});
    people::allow_reading(see_skills, {Role::lead});
    people::allow(edit_skills, {Role::lead});
    mount_catalogue(operations);
    mount_levels(operations);
    people::on_export("skills", [](const View& view, PersonId person) {
        return to_json(skills_of_person(view, person));
    });
}

}  // namespace ogniwo::tiers
