#include "tiers/structure_store.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace ogniwo::tiers::store {
namespace {

// The first version is how it was set up: nobody has changed it.
const Sql load_version_sql{"tiers.load_version", R"sql(
    SELECT COALESCE(MAX(version), 1) AS version,
           MAX(CASE WHEN version > 1 THEN changed_at END) AS changed_at
      FROM tier_structure
)sql"};

const Sql load_tiers_sql{"tiers.load_tiers", R"sql(
    SELECT number, name_pl, name_en, may_resolve, needs_handover
      FROM tier WHERE retired_at IS NULL ORDER BY number
)sql"};

const Sql load_queues_sql{"tiers.load_queues", R"sql(
    SELECT id, tier, name FROM tier_queue WHERE retired_at IS NULL ORDER BY tier, id
)sql"};

const Sql load_members_sql{"tiers.load_members", R"sql(
    SELECT tier, person FROM tier_member ORDER BY tier, since, person
)sql"};

const Sql load_moves_sql{"tiers.load_moves", R"sql(
    SELECT from_tier, to_tier, reasons FROM tier_move ORDER BY from_tier, to_tier
)sql"};

const Sql load_reasons_sql{"tiers.load_reasons", R"sql(
    SELECT code, name_pl, name_en FROM tier_reason WHERE retired_at IS NULL ORDER BY place, code
)sql"};

const Sql insert_version_sql{"tiers.insert_version", R"sql(
    INSERT INTO tier_structure (version, changed_at, changed_by, document) VALUES ($1, $2, $3, $4)
    ON CONFLICT DO NOTHING
)sql"};

const Sql find_version_at_sql{"tiers.find_version_at", R"sql(
    SELECT version, changed_at, changed_by, document FROM tier_structure
     WHERE changed_at <= $1 ORDER BY version DESC LIMIT 1
)sql"};

const Sql save_tier_sql{"tiers.save_tier", R"sql(
    INSERT INTO tier (number, version, name_pl, name_en, may_resolve, needs_handover)
    VALUES ($1, 1, $2, $3, $4, $5)
    ON CONFLICT (number) DO UPDATE
       SET version = tier.version + 1, name_pl = excluded.name_pl, name_en = excluded.name_en,
           may_resolve = excluded.may_resolve, needs_handover = excluded.needs_handover,
           retired_at = NULL
)sql"};

const Sql retire_tiers_sql{"tiers.retire_tiers", R"sql(
    UPDATE tier SET retired_at = $2, version = version + 1 WHERE number > $1 AND retired_at IS NULL
)sql"};

const Sql retire_queue_sql{"tiers.retire_queue", R"sql(
    UPDATE tier_queue
       SET retired_at = $2, version = version + 1, folded = folded || '#' || CAST(id AS text)
     WHERE id = $1 AND retired_at IS NULL
)sql"};

const Sql rename_queue_sql{"tiers.rename_queue", R"sql(
    UPDATE tier_queue SET name = $2, folded = $3, sort_key = $4, version = version + 1 WHERE id = $1
)sql"};

const Sql insert_member_sql{"tiers.insert_member", R"sql(
    INSERT INTO tier_member (tier, person, since) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING
)sql"};

const Sql list_members_sql{"tiers.list_members", R"sql(
    SELECT person FROM tier_member WHERE tier = $1
)sql"};

const Sql delete_member_sql{"tiers.delete_member", R"sql(
    DELETE FROM tier_member WHERE tier = $1 AND person = $2
)sql"};

const Sql delete_member_everywhere_sql{"tiers.delete_member_everywhere", R"sql(
    DELETE FROM tier_member WHERE person = $1
)sql"};

const Sql list_queues_of_sql{"tiers.list_queues_of", R"sql(
    SELECT id FROM tier_queue
     WHERE retired_at IS NULL
       AND (tier IN (SELECT tier FROM tier_member WHERE person = $1)
            OR NOT EXISTS (SELECT 1 FROM tier_member WHERE person = $1))
     ORDER BY id
)sql"};

const Sql delete_moves_sql{"tiers.delete_moves", R"sql(DELETE FROM tier_move)sql"};

const Sql insert_move_sql{"tiers.insert_move", R"sql(
    INSERT INTO tier_move (from_tier, to_tier, reasons) VALUES ($1, $2, $3)
)sql"};

const Sql retire_reasons_sql{"tiers.retire_reasons", R"sql(
    UPDATE tier_reason SET retired_at = $1 WHERE retired_at IS NULL
)sql"};

const Sql save_reason_sql{"tiers.save_reason", R"sql(
    INSERT INTO tier_reason (code, place, name_pl, name_en) VALUES ($1, $2, $3, $4)
    ON CONFLICT (code) DO UPDATE
       SET place = excluded.place, name_pl = excluded.name_pl, name_en = excluded.name_en,
           retired_at = NULL
)sql"};

// As the moves of new installations are, see schema/0009_structure.sql.
const Sql insert_usual_moves_sql{"tiers.insert_usual_moves", R"sql(
    INSERT INTO tier_move (from_tier, to_tier, reasons)
    SELECT a.number, b.number,
           CASE WHEN b.number > a.number THEN 'needs_skill needs_access needs_time vendor other'
                ELSE 'solution_found work_done needs_information wrong_tier other' END
      FROM tier AS a JOIN tier AS b ON b.number <> a.number
     WHERE (a.number = $1 OR b.number = $1) AND a.retired_at IS NULL AND b.retired_at IS NULL
    ON CONFLICT DO NOTHING
)sql"};

const Sql find_move_sql{"tiers.find_move", R"sql(
    SELECT reasons FROM tier_move WHERE from_tier = $1 AND to_tier = $2
)sql"};

const Sql is_reason_sql{"tiers.is_reason", R"sql(
    SELECT EXISTS (SELECT 1 FROM tier_reason WHERE code = $1 AND retired_at IS NULL)
)sql"};

const Sql find_rules_sql{"tiers.find_rules", R"sql(
    SELECT may_resolve, needs_handover FROM tier WHERE number = $1
)sql"};

std::vector<std::string> codes_in(const std::string& text) {
    std::vector<std::string> codes;
    for (std::size_t at = 0; at < text.size();) {
        const auto end = std::min(text.find(' ', at), text.size());
        codes.push_back(text.substr(at, end - at));
        at = end + 1;
    }
    return codes;
}

std::string joined(const std::vector<std::string>& codes) {
    std::string text;
    for (const std::string& code : codes) text += (text.empty() ? "" : " ") + code;
    return text;
}

StructureTier read_tier(const Row& row) {
    return {.number = row.get<int>("number"),
            .name_pl = row.get<std::string>("name_pl"),
            .name_en = row.get<std::string>("name_en"),
            .may_resolve = row.get<bool>("may_resolve"),
            .needs_handover = row.get<bool>("needs_handover")};
}

StructureTier* tier_in(Structure& structure, int number) {
    const auto found = std::ranges::find(structure.tiers, number, &StructureTier::number);
    return found == structure.tiers.end() ? nullptr : &*found;
}

}  // namespace

Structure load_structure(Tx& tx) {
    Structure structure = *tx.find(
        [](const Row& row) {
            return Structure{.version = row.get<std::int64_t>("version"),
                             .changed_at = row.get<std::optional<Time>>("changed_at")};
        },
        load_version_sql);
    structure.tiers = tx.all(read_tier, load_tiers_sql);
    const auto queues = tx.all(
        [](const Row& row) {
            return Queue{.id = row.get<QueueId>("id"),
                         .tier = row.get<int>("tier"),
                         .name = row.get<std::string>("name")};
        },
        load_queues_sql);
    for (const Queue& queue : queues) {
        if (StructureTier* tier = tier_in(structure, queue.tier)) tier->queues.push_back(queue);
    }
    const auto members = tx.all(
        [](const Row& row) { return std::pair(row.get<int>("tier"), row.get<PersonId>("person")); },
        load_members_sql);
    for (const auto& [number, person] : members) {
        if (StructureTier* tier = tier_in(structure, number)) tier->members.push_back({person, {}});
    }
    structure.moves = tx.all(
        [](const Row& row) {
            return TierMove{.from = row.get<int>("from_tier"),
                            .to = row.get<int>("to_tier"),
                            .reasons = codes_in(row.get<std::string>("reasons"))};
        },
        load_moves_sql);
    structure.reasons = tx.all(
        [](const Row& row) {
            return MoveReason{.code = row.get<std::string>("code"),
                              .name_pl = row.get<std::string>("name_pl"),
                              .name_en = row.get<std::string>("name_en")};
        },
        load_reasons_sql);
    return structure;
}

bool insert_version(Tx& tx, const Version& version) {
    return tx.run(insert_version_sql,
                  version.number,
                  version.changed_at,
                  version.changed_by,
                  version.document) == 1;
}

std::optional<Version> find_version_at(Tx& tx, Time at) {
    return tx.find(
        [](const Row& row) {
            return Version{.number = row.get<std::int64_t>("version"),
                           .changed_at = row.get<Time>("changed_at"),
                           .changed_by = row.get<std::optional<PersonId>>("changed_by"),
                           .document = row.get<std::string>("document")};
        },
        find_version_at_sql,
        at);
}

void save_tier(Tx& tx, int number, const WishedTier& tier) {
    tx.run(save_tier_sql,
           number,
           tier.name_pl,
           tier.name_en,
           tier.may_resolve.value_or(true),
           tier.needs_handover.value_or(false));
}

void retire_tiers_above(Tx& tx, int highest, Time now) {
    tx.run(retire_tiers_sql, highest, now);
}

void retire_queue(Tx& tx, QueueId queue, Time now) {
    tx.run(retire_queue_sql, queue, now);
}

void rename_queue(Tx& tx, QueueId queue, const std::string& name) {
    tx.run(rename_queue_sql, queue, name, fold(name), Blob{sort_key(name)});
}

void save_members(Tx& tx, int tier, const std::vector<PersonId>& members, Time now) {
    for (const PersonId person : tx.all(first_column<PersonId>, list_members_sql, tier)) {
        if (std::ranges::find(members, person) == members.end()) {
            tx.run(delete_member_sql, tier, person);
        }
    }
    for (const PersonId person : members) tx.run(insert_member_sql, tier, person, now);
}

void delete_member_everywhere(Tx& tx, PersonId person) {
    tx.run(delete_member_everywhere_sql, person);
}

void save_moves(Tx& tx, const std::vector<TierMove>& moves) {
    tx.run(delete_moves_sql);
    for (const TierMove& move : moves) {
        tx.run(insert_move_sql, move.from, move.to, joined(move.reasons));
    }
}

void save_reasons(Tx& tx, const std::vector<MoveReason>& reasons, Time now) {
    tx.run(retire_reasons_sql, now);
    int place = 0;
    for (const MoveReason& reason : reasons) {
        tx.run(save_reason_sql, reason.code, ++place, reason.name_pl, reason.name_en);
    }
}

void insert_usual_moves(Tx& tx, int tier) {
    tx.run(insert_usual_moves_sql, tier);
}

std::vector<QueueId> list_queues_of(Tx& tx, PersonId person) {
    return tx.all(first_column<QueueId>, list_queues_of_sql, person);
}

std::vector<std::string> list_reasons_for(Tx& tx, int from, int to) {
    return codes_in(tx.first<std::string>(find_move_sql, from, to).value_or(""));
}

bool is_reason(Tx& tx, const std::string& code) {
    return tx.one<bool>(is_reason_sql, code);
}

std::optional<TierRules> find_rules(Tx& tx, int tier) {
    return tx.find(
        [](const Row& row) {
            return TierRules{.may_resolve = row.get<bool>("may_resolve"),
                             .needs_handover = row.get<bool>("needs_handover")};
        },
        find_rules_sql,
        tier);
}

}  // namespace ogniwo::tiers::store
