#include "tiers/skill_store.hpp"

namespace ogniwo::tiers::store {
namespace {

const Sql claim_catalogue_sql{"tiers.claim_catalogue", R"sql(
    UPDATE tier_catalogue SET version = version + 1 WHERE id = 1
)sql"};

const Sql list_skills_sql{"tiers.list_skills", R"sql(
    SELECT id, version, skill_group, name_pl, name_en FROM tier_skill
     WHERE retired_at IS NULL ORDER BY id
)sql"};

const Sql find_skill_sql{"tiers.find_skill", R"sql(
    SELECT id, version, skill_group, name_pl, name_en
      FROM tier_skill WHERE id = $1 AND retired_at IS NULL
)sql"};

const Sql insert_skill_sql{"tiers.insert_skill", R"sql(
    INSERT INTO tier_skill (version, skill_group, name_pl, name_en) VALUES (1, $1, $2, $3)
    RETURNING id
)sql"};

const Sql update_skill_sql{"tiers.update_skill", R"sql(
    UPDATE tier_skill SET version = version + 1, skill_group = $3, name_pl = $4, name_en = $5
     WHERE id = $1 AND version = $2 AND retired_at IS NULL
    RETURNING version
)sql"};

const Sql retire_skill_sql{"tiers.retire_skill", R"sql(
    UPDATE tier_skill SET version = version + 1, retired_at = $2
     WHERE id = $1 AND retired_at IS NULL
    RETURNING version
)sql"};

const Sql claim_staff_sql{"tiers.claim_staff", R"sql(
    INSERT INTO tier_staff (person, version) VALUES ($1, 1)
    ON CONFLICT (person) DO UPDATE SET version = tier_staff.version + 1
    RETURNING version
)sql"};

const Sql find_staff_sqlite{"tiers.find_staff_sqlite",
                            R"sql(
    SELECT person, version, seniority
      FROM json_each($1) AS asked CROSS JOIN tier_staff ON person = asked.value
)sql",
                            Dialect::sqlite};

const Sql find_staff_postgres{"tiers.find_staff_postgres",
                              R"sql(
    SELECT person, version, seniority FROM tier_staff WHERE person = ANY (CAST($1 AS bigint[]))
)sql",
                              Dialect::postgres};

const Sql save_seniority_sql{"tiers.save_seniority", R"sql(
    UPDATE tier_staff SET seniority = $2 WHERE person = $1
)sql"};

const Sql find_held_sql{"tiers.find_held", R"sql(
    SELECT skill, level, proposed FROM tier_person_skill WHERE person = $1 AND skill = $2
)sql"};

const Sql list_held_sqlite{"tiers.list_held_sqlite",
                           R"sql(
    SELECT held.person, held.skill, held.level, held.proposed
      FROM json_each($1) AS asked
     CROSS JOIN tier_person_skill AS held ON held.person = asked.value
      JOIN tier_skill AS skill ON skill.id = held.skill
     WHERE skill.retired_at IS NULL
     ORDER BY held.person, held.skill
)sql",
                           Dialect::sqlite};

const Sql list_held_postgres{"tiers.list_held_postgres",
                             R"sql(
    SELECT held.person, held.skill, held.level, held.proposed
      FROM tier_person_skill AS held
      JOIN tier_skill AS skill ON skill.id = held.skill
     WHERE held.person = ANY (CAST($1 AS bigint[])) AND skill.retired_at IS NULL
     ORDER BY held.person, held.skill
)sql",
                             Dialect::postgres};

const Sql save_held_sql{"tiers.save_held", R"sql(
    INSERT INTO tier_person_skill (person, skill, level, proposed, since)
    VALUES ($1, $2, $3, $4, $5)
    ON CONFLICT (person, skill) DO UPDATE
       SET level = excluded.level, proposed = excluded.proposed, since = excluded.since
)sql"};

const Sql delete_held_sql{"tiers.delete_held", R"sql(
    DELETE FROM tier_person_skill WHERE person = $1 AND skill = $2
)sql"};

const Sql list_holders_sqlite{"tiers.list_holders_sqlite",
                              R"sql(
    SELECT skill, person
      FROM json_each($1) AS asked CROSS JOIN tier_person_skill ON skill = asked.value
     WHERE level IS NOT NULL
     ORDER BY skill, person
)sql",
                              Dialect::sqlite};

const Sql list_holders_postgres{"tiers.list_holders_postgres",
                                R"sql(
    SELECT skill, person FROM tier_person_skill
     WHERE skill = ANY (CAST($1 AS bigint[])) AND level IS NOT NULL
     ORDER BY skill, person
)sql",
                                Dialect::postgres};

const Sql delete_skills_of_sql{"tiers.delete_skills_of", R"sql(
    DELETE FROM tier_person_skill WHERE person = $1
)sql"};

const Sql delete_staff_sql{"tiers.delete_staff", R"sql(
    DELETE FROM tier_staff WHERE person = $1
)sql"};

Skill read_skill(const Row& row) {
    return {.id = row.get<SkillId>("id"),
            .version = row.get<std::int64_t>("version"),
            .group = row.get<SkillGroup>("skill_group"),
            .name_pl = row.get<std::string>("name_pl"),
            .name_en = row.get<std::string>("name_en")};
}

HeldSkill read_held(const Row& row) {
    return {.skill = row.get<SkillId>("skill"),
            .level = row.get<std::optional<int>>("level"),
            .proposed = row.get<std::optional<int>>("proposed")};
}

}  // namespace

void claim_catalogue(Tx& tx) {
    INVARIANT(tx.run(claim_catalogue_sql) == 1);
}

std::vector<Skill> list_skills(Tx& tx) {
    return tx.all(read_skill, list_skills_sql);
}

std::optional<Skill> find_skill(Tx& tx, SkillId skill) {
    return tx.find(read_skill, find_skill_sql, skill);
}

SkillId insert_skill(Tx& tx, const Skill& skill) {
    return tx.one<SkillId>(insert_skill_sql, skill.group, skill.name_pl, skill.name_en);
}

std::optional<std::int64_t> update_skill(Tx& tx, const Skill& skill) {
    return tx.first<std::int64_t>(
        update_skill_sql, skill.id, skill.version, skill.group, skill.name_pl, skill.name_en);
}

std::optional<std::int64_t> retire_skill(Tx& tx, SkillId skill, Time now) {
    return tx.first<std::int64_t>(retire_skill_sql, skill, now);
}

std::int64_t claim_staff(Tx& tx, PersonId person) {
    return tx.one<std::int64_t>(claim_staff_sql, person);
}

std::map<PersonId, Staff> find_staff(Tx& tx, const std::vector<PersonId>& persons) {
    if (persons.empty()) return {};
    const auto rows = tx.all(
        [](const Row& row) {
            return std::pair(row.get<PersonId>("person"),
                             Staff{.version = row.get<std::int64_t>("version"),
                                   .seniority = row.get<std::optional<Seniority>>("seniority")});
        },
        tx.dialect() == Dialect::sqlite ? find_staff_sqlite : find_staff_postgres,
        id_list(persons, tx.dialect()));
    return {rows.begin(), rows.end()};
}

void save_seniority(Tx& tx, PersonId person, std::optional<Seniority> seniority) {
    tx.run(save_seniority_sql, person, seniority);
}

std::optional<HeldSkill> find_held(Tx& tx, PersonId person, SkillId skill) {
    return tx.find(read_held, find_held_sql, person, skill);
}

std::map<PersonId, std::vector<HeldSkill>> list_held(Tx& tx, const std::vector<PersonId>& persons) {
    if (persons.empty()) return {};
    std::map<PersonId, std::vector<HeldSkill>> held;
    const auto rows = tx.all(
        [](const Row& row) { return std::pair(row.get<PersonId>("person"), read_held(row)); },
        tx.dialect() == Dialect::sqlite ? list_held_sqlite : list_held_postgres,
        id_list(persons, tx.dialect()));
    for (const auto& [person, one] : rows) held[person].push_back(one);
    return held;
}

void save_held(Tx& tx, PersonId person, const HeldSkill& held, Time now) {
    if (!held.level && !held.proposed) {
        tx.run(delete_held_sql, person, held.skill);
    } else {
        tx.run(save_held_sql, person, held.skill, held.level, held.proposed, now);
    }
}

std::vector<Holder> list_holders(Tx& tx, const std::vector<SkillId>& skills) {
    if (skills.empty()) return {};
    return tx.all(
        [](const Row& row) {
            return Holder{.skill = row.get<SkillId>("skill"),
                          .person = row.get<PersonId>("person")};
        },
        tx.dialect() == Dialect::sqlite ? list_holders_sqlite : list_holders_postgres,
        id_list(skills, tx.dialect()));
}

void delete_staff(Tx& tx, PersonId person) {
    tx.run(delete_skills_of_sql, person);
    tx.run(delete_staff_sql, person);
}

}  // namespace ogniwo::tiers::store
