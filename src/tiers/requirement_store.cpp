#include "tiers/requirement_store.hpp"

namespace ogniwo::tiers::store {
namespace {

const Sql list_requirements_sql{"tiers.list_requirements", R"sql(
    SELECT id, place, tier, queue, customer, sector, category, skill, least, certificate_kind, need
      FROM tier_requirement ORDER BY id
)sql"};

const Sql insert_requirement_sql{"tiers.insert_requirement", R"sql(
    INSERT INTO tier_requirement (place, tier, queue, customer, sector, skill, least,
                                  certificate_kind, need, category)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
    RETURNING id
)sql"};

const Sql update_requirement_sql{"tiers.update_requirement", R"sql(
    UPDATE tier_requirement SET least = $2, need = $3 WHERE id = $1
)sql"};

const Sql delete_requirement_sql{"tiers.delete_requirement", R"sql(
    DELETE FROM tier_requirement WHERE id = $1
)sql"};

const Sql is_skill_required_sql{"tiers.is_skill_required", R"sql(
    SELECT EXISTS (SELECT 1 FROM tier_requirement WHERE skill = $1)
)sql"};

const Sql is_kind_required_sql{"tiers.is_kind_required", R"sql(
    SELECT EXISTS (SELECT 1 FROM tier_requirement WHERE certificate_kind = $1)
)sql"};

const Sql list_learning_sql{"tiers.list_learning", R"sql(
    SELECT id, version, skill, person, due_on, state FROM tier_learning
     WHERE state = $1 AND (due_on, id) > ($2, $3)
     ORDER BY due_on, id LIMIT $4
)sql"};

const Sql list_learning_of_sql{"tiers.list_learning_of", R"sql(
    SELECT id, version, skill, person, due_on, state FROM tier_learning
     WHERE person = $1 ORDER BY id DESC LIMIT $2
)sql"};

const Sql open_learning_sqlite{"tiers.open_learning_sqlite",
                               R"sql(
    SELECT task.id, version, skill, person, due_on, state
      FROM json_each($1) AS asked
     CROSS JOIN tier_learning AS task ON skill = asked.value AND state = 'open'
     ORDER BY due_on, task.id
)sql",
                               Dialect::sqlite};

const Sql open_learning_postgres{"tiers.open_learning_postgres",
                                 R"sql(
    SELECT id, version, skill, person, due_on, state FROM tier_learning
     WHERE skill = ANY (CAST($1 AS bigint[])) AND state = 'open'
     ORDER BY due_on, id
)sql",
                                 Dialect::postgres};

const Sql count_open_learning_sql{"tiers.count_open_learning", R"sql(
    SELECT person, COUNT(*) AS tasks FROM tier_learning WHERE state = 'open' GROUP BY person
)sql"};

const Sql find_learning_sql{"tiers.find_learning", R"sql(
    SELECT id, version, skill, person, due_on, state FROM tier_learning WHERE id = $1
)sql"};

const Sql insert_learning_sql{"tiers.insert_learning", R"sql(
    INSERT INTO tier_learning (version, skill, person, due_on, state, created_at)
    VALUES (1, $1, $2, $3, 'open', $4)
    ON CONFLICT DO NOTHING
    RETURNING id
)sql"};

const Sql update_learning_sql{"tiers.update_learning", R"sql(
    UPDATE tier_learning SET version = version + 1, due_on = $3, state = $4
     WHERE id = $1 AND version = $2
)sql"};

const Sql delete_learning_of_sql{"tiers.delete_learning_of", R"sql(
    DELETE FROM tier_learning WHERE person = $1
)sql"};

Requirement read_requirement(const Row& row) {
    return {.id = row.get<RequirementId>("id"),
            .place = row.get<RequirementPlace>("place"),
            .tier = row.get<std::optional<int>>("tier"),
            .queue = row.get<std::optional<QueueId>>("queue"),
            .customer = row.get<std::optional<CustomerId>>("customer"),
            .sector = row.get<std::optional<std::string>>("sector"),
            .category = row.get<std::optional<WorkCategoryId>>("category"),
            .skill = row.get<std::optional<SkillId>>("skill"),
            .least = row.get<std::optional<int>>("least"),
            .certificate_kind = row.get<std::optional<CertificateKindId>>("certificate_kind"),
            .need = row.get<Need>("need")};
}

LearningTask read_learning(const Row& row) {
    return {.id = row.get<LearningId>("id"),
            .version = row.get<std::int64_t>("version"),
            .skill = row.get<SkillId>("skill"),
            .person = row.get<PersonId>("person"),
            .due_on = row.get<Date>("due_on"),
            .state = row.get<LearningState>("state")};
}

}  // namespace

std::vector<Requirement> list_requirements(Tx& tx) {
    return tx.all(read_requirement, list_requirements_sql);
}

RequirementId insert_requirement(Tx& tx, const Requirement& requirement) {
    return tx.one<RequirementId>(insert_requirement_sql,
                                 requirement.place,
                                 requirement.tier,
                                 requirement.queue,
                                 requirement.customer,
                                 requirement.sector,
                                 requirement.skill,
                                 requirement.least,
                                 requirement.certificate_kind,
                                 requirement.need,
                                 requirement.category);
}

void update_requirement(Tx& tx, const Requirement& requirement) {
    tx.run(update_requirement_sql, requirement.id, requirement.least, requirement.need);
}

bool delete_requirement(Tx& tx, RequirementId requirement) {
    return tx.run(delete_requirement_sql, requirement) == 1;
}

bool is_skill_required(Tx& tx, SkillId skill) {
    return tx.one<bool>(is_skill_required_sql, skill);
}

bool is_kind_required(Tx& tx, CertificateKindId kind) {
    return tx.one<bool>(is_kind_required_sql, kind);
}

std::vector<LearningTask> list_learning(Tx& tx,
                                        LearningState state,
                                        const LearningPlace& after,
                                        int limit) {
    return tx.all(read_learning,
                  list_learning_sql,
                  state,
                  after.due_on ? to_text(*after.due_on) : std::string(),
                  after.id,
                  limit);
}

std::vector<LearningTask> list_learning_of(Tx& tx, PersonId person, int limit) {
    return tx.all(read_learning, list_learning_of_sql, person, limit);
}

std::vector<LearningTask> list_open_learning(Tx& tx, const std::vector<SkillId>& skills) {
    if (skills.empty()) return {};
    return tx.all(read_learning,
                  tx.dialect() == Dialect::sqlite ? open_learning_sqlite : open_learning_postgres,
                  id_list(skills, tx.dialect()));
}

std::map<PersonId, int> count_open_learning(Tx& tx) {
    const auto rows = tx.all(
        [](const Row& row) {
            return std::pair(row.get<PersonId>("person"), row.get<int>("tasks"));
        },
        count_open_learning_sql);
    return {rows.begin(), rows.end()};
}

std::optional<LearningTask> find_learning(Tx& tx, LearningId learning) {
    return tx.find(read_learning, find_learning_sql, learning);
}

std::optional<LearningId> insert_learning(Tx& tx, const LearningTask& task, Time now) {
    return tx.first<LearningId>(insert_learning_sql, task.skill, task.person, task.due_on, now);
}

bool update_learning(Tx& tx, const LearningTask& task) {
    return tx.run(update_learning_sql, task.id, task.version, task.due_on, task.state) == 1;
}

void delete_learning_of(Tx& tx, PersonId person) {
    tx.run(delete_learning_of_sql, person);
}

}  // namespace ogniwo::tiers::store
