// Who lacks what, in the report, on one person's page and for routing: all three measure people
// against requirements in the same way.

#include <algorithm>
#include <set>

#include "base/text.hpp"
#include "people/service.hpp"
#include "tiers/certificate_store.hpp"
#include "tiers/requirement_rules.hpp"
#include "tiers/requirement_store.hpp"
#include "tiers/service.hpp"
#include "tiers/skill_access.hpp"
#include "tiers/skill_service.hpp"
#include "tiers/skill_store.hpp"
#include "tiers/structure_store.hpp"

namespace ogniwo::tiers {
namespace {

constexpr int learning_shown = 50;              // On one person's page.
constexpr std::chrono::days learning_time{30};  // What a proposal gives.

// People of the tiers as they are today, active ones only.
struct Crew {
    std::map<int, std::vector<PersonId>> by_tier{};
    std::vector<PersonId> all{};  // Each once.
    std::set<QueueId> queues{};   // Of the structure: what is retired asks for nothing.
    std::map<WorkCategoryId, WorkCategory> categories{};
};

Crew load_crew(Tx& tx) {
    Crew crew{.categories = work_categories(tx)};
    std::map<PersonId, bool> known;
    for (const StructureTier& tier : store::load_structure(tx).tiers) {
        auto& members = crew.by_tier[tier.number];
        for (const TierMember& member : tier.members) {
            const auto [active, is_new] = known.emplace(member.person, false);
            if (is_new) active->second = people::is_active_staff(tx, member.person);
            if (!active->second) continue;
            members.push_back(member.person);
            if (is_new) crew.all.push_back(member.person);
        }
        for (const Queue& queue : tier.queues) crew.queues.insert(queue.id);
    }
    return crew;
}

std::map<PersonId, Held> load_held(Tx& tx, const std::vector<PersonId>& persons, Date today) {
    auto skills = store::list_held(tx, persons);
    auto certificates = store::list_certificates_of(tx, persons);
    std::map<PersonId, Held> held;
    for (const PersonId person : persons) {
        held[person] = held_of(skills[person], certificates[person], today);
    }
    return held;
}

bool is_in_use(const Requirement& requirement, const Crew& crew) {
    if (requirement.queue) return crew.queues.contains(*requirement.queue);
    if (requirement.category) return crew.categories.contains(*requirement.category);
    return !requirement.tier || crew.by_tier.contains(*requirement.tier);
}

// Requirements of one place after the other: tiers, queues, customers, sectors, categories.
std::vector<std::vector<Requirement>> by_place(std::vector<Requirement> requirements) {
    const auto key = [](const Requirement& one) {
        return std::tuple(one.place,
                          one.tier.value_or(0),
                          one.queue.value_or(QueueId{}),
                          sort_key(one.place_name),
                          one.customer.value_or(CustomerId{}),
                          one.category.value_or(WorkCategoryId{}),
                          fold(one.sector.value_or("")));
    };
    std::ranges::stable_sort(requirements, {}, key);
    std::vector<std::vector<Requirement>> places;
    for (Requirement& one : requirements) {
        if (places.empty() || key(places.back().front()) != key(one)) places.emplace_back();
        places.back().push_back(std::move(one));
    }
    return places;
}

const std::vector<PersonId>& people_of(const Requirement& requirement, const Crew& crew) {
    return requirement.tier ? crew.by_tier.at(*requirement.tier) : crew.all;
}

PlaceGaps place_of(const Requirement& requirement) {
    return {.place = requirement.place,
            .tier = requirement.tier,
            .queue = requirement.queue,
            .customer = requirement.customer,
            .sector = requirement.sector,
            .category = requirement.category,
            .place_name = requirement.place_name,
            .place_name_en = requirement.place_name_en};
}

bool lacks_mandatory(const std::vector<Gap>& gaps) {
    return !gaps.empty() && gaps.front().need == Need::mandatory;
}

struct Measure {
    const std::map<PersonId, Held>& held;
    const std::map<PersonId, std::string>& names;
    Date today;
};

PlaceGaps measure(const std::vector<Requirement>& requirements,
                  const std::vector<PersonId>& persons,
                  const Measure& by) {
    PlaceGaps gaps = place_of(requirements.front());
    for (const PersonId person : persons) {
        const Held& held = by.held.at(person);
        PersonGaps one{.person = person,
                       .missing = gaps_of(requirements, held),
                       .lapsing = lapsing_of(requirements, held, by.today)};
        ++gaps.members;
        if (!lacks_mandatory(one.missing)) ++gaps.ready;
        const bool is_fine = one.missing.empty() && one.lapsing.empty();
        if (is_fine || gaps.people.size() >= people_per_place_shown) continue;
        const auto name = by.names.find(person);
        if (name != by.names.end()) one.name = name->second;
        gaps.people.push_back(std::move(one));
    }
    return gaps;
}

// Products, and what is asked for, without anybody active who has it.
std::vector<UnknownSkill> find_unknown(Tx& tx, const std::vector<Requirement>& requirements) {
    std::set<SkillId> required;
    for (const Requirement& one : requirements) {
        if (one.skill) required.insert(*one.skill);
    }
    std::vector<SkillId> asked;
    for (const Skill& skill : store::list_skills(tx)) {
        if (skill.group == SkillGroup::product || required.contains(skill.id)) {
            asked.push_back(skill.id);
        }
    }
    std::set<SkillId> held;
    std::map<PersonId, bool> active;
    for (const store::Holder& holder : store::list_holders(tx, asked)) {
        const auto [known, is_new] = active.emplace(holder.person, false);
        if (is_new) known->second = people::is_active_staff(tx, holder.person);
        if (known->second) held.insert(holder.skill);
    }
    std::vector<UnknownSkill> unknown;
    for (const SkillId skill : asked) {
        if (held.contains(skill)) continue;
        unknown.push_back({.skill = skill, .required = required.contains(skill)});
    }
    std::ranges::stable_sort(unknown, std::ranges::greater{}, &UnknownSkill::required);
    return unknown;
}

// Everybody who works where the skill is asked for, else anybody who works somewhere.
std::vector<PersonId> candidates_for(SkillId skill,
                                     const std::vector<Requirement>& requirements,
                                     const Crew& crew) {
    std::set<PersonId> found;
    for (const Requirement& one : requirements) {
        if (one.skill != skill) continue;
        const auto& persons = people_of(one, crew);
        found.insert(persons.begin(), persons.end());
    }
    if (found.empty()) return crew.all;
    return {found.begin(), found.end()};
}

class Proposals {
public:
    Proposals(Tx& tx, const std::map<PersonId, Held>& held) : held_(held) {
        for (const Skill& skill : store::list_skills(tx)) groups_[skill.id] = skill.group;
        open_ = store::count_open_learning(tx);
    }

    // The next proposal counts this one, so that not everything falls to the same person.
    std::optional<PersonId> choose(SkillId skill, const std::vector<PersonId>& persons) {
        std::vector<Learner> learners;
        for (const PersonId person : persons) {
            Learner learner{.person = person, .open_tasks = open_[person]};
            for (const auto& [known, level] : held_.at(person).levels) {
                if (groups_[known] == groups_[skill]) learner.levels_in_group += level;
            }
            learners.push_back(learner);
        }
        const auto chosen = choose_learner(learners);
        if (chosen) ++open_[*chosen];
        return chosen;
    }

private:
    const std::map<PersonId, Held>& held_;
    std::map<SkillId, SkillGroup> groups_{};
    std::map<PersonId, int> open_{};
};

void fill_learning(Tx& tx, std::vector<UnknownSkill>& unknown) {
    std::vector<SkillId> skills;
    for (const UnknownSkill& one : unknown) skills.push_back(one.skill);
    for (const LearningTask& task : store::list_open_learning(tx, skills)) {
        const auto one = std::ranges::find(unknown, task.skill, &UnknownSkill::skill);
        if (one->learning) continue;
        one->learning = task.id;
        one->person = task.person;
        one->due_on = task.due_on;
    }
}

void fill_names(Tx& tx, std::vector<UnknownSkill>& unknown) {
    std::vector<PersonId> persons;
    for (const UnknownSkill& one : unknown) {
        if (one.person) persons.push_back(*one.person);
    }
    const auto names = people::person_names(tx, persons);
    for (UnknownSkill& one : unknown) {
        const auto name = one.person ? names.find(*one.person) : names.end();
        if (name != names.end()) one.person_name = name->second;
    }
}

// Of the queue, its tier, the customer and their sector, and the categories.
std::vector<Requirement> asked_by(Tx& tx, const WorkPlace& place) {
    const auto tier = place.queue ? tier_of_queue(tx, *place.queue) : std::nullopt;
    const std::string sector =
        place.customer ? fold(trim(people::customer_sector(tx, *place.customer))) : "";
    auto requirements = store::list_requirements(tx);
    std::erase_if(requirements, [&](const Requirement& one) {
        switch (one.place) {
            case RequirementPlace::tier:
                return !tier || one.tier != tier;
            case RequirementPlace::queue:
                return !tier || one.queue != place.queue;
            case RequirementPlace::customer:
                return !place.customer ||
                       people::goes_on(tx, *one.customer) != people::goes_on(tx, *place.customer);
            case RequirementPlace::sector:
                return sector.empty() || fold(*one.sector) != sector;
            case RequirementPlace::category:
                return std::ranges::find(place.categories, *one.category) == place.categories.end();
        }
        return true;
    });
    return requirements;
}

// A skill that two places ask for is told once.
void add_matched(Fitness& fitness, const Requirement& met, const Held& held) {
    if (!met.skill) return;
    if (std::ranges::find(fitness.matched, *met.skill, &SkillLevel::skill) !=
        fitness.matched.end()) {
        return;
    }
    fitness.matched.push_back({.skill = *met.skill, .level = held.levels.at(*met.skill)});
}

}  // namespace

Result<GapReport> read_gaps(const View& view, const Nothing&) {
    TRY_DO(sees_everybody(view));
    const Date today = today_of(view);
    const Crew crew = load_crew(view.tx);
    auto requirements = named_requirements(view.tx);
    std::erase_if(requirements, [&](const Requirement& one) { return !is_in_use(one, crew); });
    const auto held = load_held(view.tx, crew.all, today);
    const auto names = people::person_names(view.tx, crew.all);

    GapReport report{.today = today, .unknown = find_unknown(view.tx, requirements)};
    fill_learning(view.tx, report.unknown);
    Proposals proposals(view.tx, held);
    for (UnknownSkill& one : report.unknown) {
        if (one.learning) continue;
        one.person = proposals.choose(one.skill, candidates_for(one.skill, requirements, crew));
        if (one.person) one.due_on = Date{std::chrono::sys_days{today} + learning_time};
    }
    fill_names(view.tx, report.unknown);
    for (const auto& place : by_place(std::move(requirements))) {
        report.places.push_back(
            measure(place, people_of(place.front(), crew), {held, names, today}));
    }
    return report;
}

PersonSkills skills_of_person(const View& view, PersonId person) {
    const Date today = today_of(view);
    PersonSkills shown{.person = person};
    const auto names = people::person_names(view.tx, {person});
    if (names.contains(person)) shown.name = names.at(person);
    const auto staff = store::find_staff(view.tx, {person});
    if (const auto row = staff.find(person); row != staff.end()) {
        shown.version = row->second.version;
        shown.seniority = row->second.seniority;
    }
    shown.skills = store::list_held(view.tx, {person})[person];
    shown.certificates = complete(view, store::list_certificates_of(view.tx, {person})[person]);
    shown.learning = store::list_learning_of(view.tx, person, learning_shown);
    complete_learning(view, shown.learning);

    const Crew crew = load_crew(view.tx);
    auto requirements = named_requirements(view.tx);
    std::erase_if(requirements, [&](const Requirement& one) {
        return !is_in_use(one, crew) ||
               std::ranges::find(people_of(one, crew), person) == people_of(one, crew).end();
    });
    const std::map<PersonId, Held> held{{person, held_of(shown.skills, shown.certificates, today)}};
    for (const auto& place : by_place(std::move(requirements))) {
        shown.places.push_back(measure(place, {person}, {held, names, today}));
    }
    return shown;
}

Result<PersonSkills> show_person_skills(const View& view, const ShowPersonSkills& wish) {
    TRY_DO(visible_staff(view, wish.person));
    return skills_of_person(view, wish.person);
}

std::map<SkillId, SkillName> skill_names(Tx& tx) {
    std::map<SkillId, SkillName> names;
    for (const Skill& skill : store::list_skills(tx)) {
        names[skill.id] = {.pl = skill.name_pl, .en = skill.name_en};
    }
    return names;
}

std::vector<Fitness> fitness_for(const View& view,
                                 const std::vector<PersonId>& persons,
                                 const WorkPlace& place) {
    const auto held = load_held(view.tx, persons, today_of(view));
    const auto requirements = asked_by(view.tx, place);
    std::vector<Fitness> all;
    for (const PersonId person : persons) {
        const Held& own = held.at(person);
        Fitness one{.person = person,
                    .meets_mandatory = !lacks_mandatory(gaps_of(requirements, own))};
        for (const Requirement& requirement : requirements) {
            if (is_met(requirement, own)) add_matched(one, requirement, own);
        }
        all.push_back(std::move(one));
    }
    return all;
}

}  // namespace ogniwo::tiers
