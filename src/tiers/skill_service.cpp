#include "tiers/skill_service.hpp"

#include <algorithm>
#include <tuple>

#include "base/check.hpp"
#include "base/text.hpp"
#include "people/service.hpp"
#include "storage/attachments.hpp"
#include "storage/journal.hpp"
#include "tiers/certificate_rules.hpp"
#include "tiers/certificate_store.hpp"
#include "tiers/requirement_store.hpp"
#include "tiers/skill_access.hpp"
#include "tiers/skill_rules.hpp"
#include "tiers/skill_store.hpp"
#include "tiers/structure_store.hpp"

namespace ogniwo::tiers {
namespace {

About about(const Skill& skill) {
    return {.kind = "skill", .id = skill.id.value, .version = skill.version};
}

std::vector<EventText> texts_of(const Skill& skill) {
    return {{"namePl", skill.name_pl}, {"nameEn", skill.name_en}};
}

About about_staff(PersonId person, std::int64_t version) {
    return {.kind = "staff", .id = person.value, .version = version};
}

Result<Skill> load_skill(Tx& tx, SkillId id) {
    auto skill = store::find_skill(tx, id);
    if (!skill) return missing;
    return *std::move(skill);
}

Outcome is_skill(Tx& tx, SkillId skill) {
    if (store::find_skill(tx, skill)) return Nothing{};
    return Error{.reason = invalid_fields, .fields = {{"/skill", skill_unknown.name, {}}}};
}

std::map<PersonId, std::vector<int>> tiers_of_members(Tx& tx) {
    std::map<PersonId, std::vector<int>> tiers;
    for (const StructureTier& tier : store::load_structure(tx).tiers) {
        for (const TierMember& member : tier.members) tiers[member.person].push_back(tier.number);
    }
    return tiers;
}

}  // namespace

Outcome sees_everybody(const View& view) {
    if (view.actor.may_everywhere(see_skills)) return Nothing{};
    return skills_need_everywhere;
}

Outcome edits_everybody(const View& view) {
    if (view.actor.may_everywhere(edit_skills)) return Nothing{};
    return skills_need_everywhere;
}

Result<std::string> visible_staff(const View& view, PersonId person) {
    const bool is_own = view.actor.person == person;
    if (!is_own && !view.actor.may_everywhere(see_skills)) return missing;
    const auto found = people::find_person(view, person);
    if (!found || !found->is_staff) return missing;
    return people::person_names(view.tx, {person})[person];
}

Outcome may_change_staff(const View& view, PersonId person) {
    TRY_DO(visible_staff(view, person));
    const bool is_own = view.actor.person == person;
    if (!is_own && !view.actor.may_everywhere(edit_skills)) return not_your_skills;
    if (!people::is_active_staff(view.tx, person)) return member_not_staff;
    return Nothing{};
}

Date today_of(const View& view) {
    const auto today = local_date(view.now, people::company_zone(view.tx));
    INVARIANT(today.has_value());
    return *today;
}

Result<SkillList> list_skills(const View& view, const Nothing&) {
    SkillList list{.items = store::list_skills(view.tx)};
    std::ranges::sort(list.items, {}, [](const Skill& skill) {
        return std::tuple(skill.group, sort_key(skill.name_pl), skill.id);
    });
    return list;
}

Result<Skill> add_skill(Work& work, const AddSkill& wish) {
    TRY_DO(edits_everybody(work));
    store::claim_catalogue(work.tx);
    Skill skill{.group = wish.group,
                .name_pl = std::string(trim(wish.name_pl)),
                .name_en = std::string(trim(wish.name_en))};
    const auto all = store::list_skills(work.tx);
    if (all.size() >= skills_most) return catalogue_full;
    TRY_DO(check_skill(skill, all));

    skill.id = store::insert_skill(work.tx, skill);
    work.record(SkillAdded{.group = skill.group}, about(skill), texts_of(skill));
    return skill;
}

Result<Skill> edit_skill(Work& work, const EditSkill& wish) {
    TRY_DO(edits_everybody(work));
    store::claim_catalogue(work.tx);
    TRY(Skill skill, load_skill(work.tx, wish.skill));
    if (skill.version != wish.version) return stale;
    skill.group = wish.group.value_or(skill.group);
    skill.name_pl = std::string(trim(wish.name_pl.value_or(skill.name_pl)));
    skill.name_en = std::string(trim(wish.name_en.value_or(skill.name_en)));
    TRY_DO(check_skill(skill, store::list_skills(work.tx)));

    const auto version = store::update_skill(work.tx, skill);
    if (!version) return stale;
    skill.version = *version;
    work.record(SkillChanged{.group = skill.group}, about(skill), texts_of(skill));
    return skill;
}

Result<Nothing> retire_skill(Work& work, const RetireSkill& wish) {
    TRY_DO(edits_everybody(work));
    store::claim_catalogue(work.tx);
    TRY(Skill skill, load_skill(work.tx, wish.skill));
    if (store::is_skill_required(work.tx, skill.id)) return skill_required;

    const auto version = store::retire_skill(work.tx, skill.id, work.now);
    if (!version) return missing;
    skill.version = *version;
    work.record(SkillRetired{}, about(skill));
    return Nothing{};
}

Result<SkillMatrix> read_matrix(const View& view, const ReadMatrix& wish) {
    TRY_DO(sees_everybody(view));
    TRY(const auto page,
        people::list_persons(view,
                             {.q = wish.q,
                              .staff = true,
                              .disabled = false,
                              .cursor = wish.cursor,
                              .limit = wish.limit}));
    std::vector<PersonId> persons;
    for (const auto& row : page.items) persons.push_back(row.person);
    auto held = store::list_held(view.tx, persons);
    auto tiers = tiers_of_members(view.tx);
    const auto staff = store::find_staff(view.tx, persons);

    SkillMatrix matrix{.next = page.next};
    for (const auto& row : page.items) {
        const auto known = staff.find(row.person);
        matrix.items.push_back(
            {.person = row.person,
             .name = std::string(trim(row.given_name + " " + row.family_name)),
             .seniority = known == staff.end() ? std::nullopt : known->second.seniority,
             .tiers = std::move(tiers[row.person]),
             .skills = std::move(held[row.person])});
    }
    return matrix;
}

Result<PersonSkills> set_skill(Work& work, const SetSkill& wish) {
    TRY_DO(edits_everybody(work));
    TRY_DO(may_change_staff(work, wish.person));
    TRY_DO(is_skill(work.tx, wish.skill));
    const std::int64_t version = store::claim_staff(work.tx, wish.person);
    const auto before = store::find_held(work.tx, wish.person, wish.skill);

    store::save_held(work.tx, wish.person, {.skill = wish.skill, .level = wish.level}, work.now);
    work.record(SkillSet{.skill = wish.skill,
                         .level = wish.level,
                         .before = before ? before->level : std::nullopt},
                about_staff(wish.person, version));
    return skills_of_person(work, wish.person);
}

Result<PersonSkills> propose_skill(Work& work, const ProposeSkill& wish) {
    TRY_DO(may_change_staff(work, wish.person));
    // A lead has no need to propose: for others they set it.
    if (work.actor.person != wish.person) return not_your_skills;
    TRY_DO(is_skill(work.tx, wish.skill));
    const std::int64_t version = store::claim_staff(work.tx, wish.person);
    HeldSkill held =
        store::find_held(work.tx, wish.person, wish.skill).value_or(HeldSkill{.skill = wish.skill});

    // What a lead has confirmed already is no proposal.
    held.proposed = wish.level == held.level ? std::nullopt : wish.level;
    store::save_held(work.tx, wish.person, held, work.now);
    work.record(SkillProposed{.skill = wish.skill, .level = held.proposed},
                about_staff(wish.person, version));
    return skills_of_person(work, wish.person);
}

Result<PersonSkills> set_seniority(Work& work, const SetSeniority& wish) {
    TRY_DO(edits_everybody(work));
    TRY_DO(may_change_staff(work, wish.person));
    const std::int64_t version = store::claim_staff(work.tx, wish.person);
    store::save_seniority(work.tx, wish.person, wish.seniority);
    work.record(SenioritySet{.seniority = wish.seniority}, about_staff(wish.person, version));
    return skills_of_person(work, wish.person);
}

void erase_skills(Work& work, PersonId person) {
    const auto certificates = store::list_certificates_of(work.tx, {person})[person];
    for (const Certificate& one : certificates) {
        timers::clear(work.tx, certificate_timer, one.id.value);
        attachments::erase_of(work.tx, {certificate_files, one.id.value});
        journal::erase_texts(work, "certificate", one.id.value);
        store::delete_certificate(work.tx, one.id);
    }
    store::delete_learning_of(work.tx, person);
    store::delete_staff(work.tx, person);
}

}  // namespace ogniwo::tiers
