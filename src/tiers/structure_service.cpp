#include <algorithm>
#include <set>

#include "base/check.hpp"
#include "base/describe.hpp"
#include "base/json.hpp"
#include "base/text.hpp"
#include "people/service.hpp"
#include "tiers/service.hpp"
#include "tiers/skill_service.hpp"
#include "tiers/store.hpp"
#include "tiers/structure_rules.hpp"
#include "tiers/structure_store.hpp"

namespace ogniwo::tiers {
namespace {

// What stands beside the rows: names and oddities.
Structure complete(Tx& tx, Structure structure) {
    std::vector<PersonId> persons;
    for (const StructureTier& tier : structure.tiers) {
        for (const TierMember& member : tier.members) persons.push_back(member.person);
    }
    const auto names = people::person_names(tx, persons);
    for (StructureTier& tier : structure.tiers) {
        for (TierMember& member : tier.members) {
            const auto found = names.find(member.person);
            if (found != names.end()) member.name = found->second;
        }
    }
    structure.warnings = warnings_of(structure);
    return structure;
}

// As a version keeps it: the ids of people, not their names.
std::string document_of(Structure structure) {
    for (StructureTier& tier : structure.tiers) {
        for (TierMember& member : tier.members) member.name.clear();
    }
    structure.warnings.clear();
    return to_json(structure);
}

void tidy(Design& design) {
    const auto trimmed = [](std::string& text) { text = std::string(trim(text)); };
    for (WishedTier& tier : design.tiers) {
        trimmed(tier.name_pl);
        trimmed(tier.name_en);
        for (WishedQueue& queue : tier.queues) trimmed(queue.name);
    }
    for (MoveReason& reason : design.reasons) {
        trimmed(reason.name_pl);
        trimmed(reason.name_en);
    }
}

FieldError empty_at(std::string pointer) {
    return {std::move(pointer), "too_short", {{"least", "1"}}};
}

// Names that are nothing but spaces.
Outcome has_names(const Design& design) {
    std::vector<FieldError> errors;
    for (std::size_t i = 0; i < design.tiers.size(); ++i) {
        const std::string tier = "/tiers/" + std::to_string(i);
        if (design.tiers[i].name_pl.empty()) errors.push_back(empty_at(tier + "/namePl"));
        if (design.tiers[i].name_en.empty()) errors.push_back(empty_at(tier + "/nameEn"));
        for (std::size_t j = 0; j < design.tiers[i].queues.size(); ++j) {
            if (!design.tiers[i].queues[j].name.empty()) continue;
            errors.push_back(empty_at(tier + "/queues/" + std::to_string(j) + "/name"));
        }
    }
    for (std::size_t i = 0; i < design.reasons.size(); ++i) {
        const std::string reason = "/reasons/" + std::to_string(i);
        if (design.reasons[i].name_pl.empty()) errors.push_back(empty_at(reason + "/namePl"));
        if (design.reasons[i].name_en.empty()) errors.push_back(empty_at(reason + "/nameEn"));
    }
    if (errors.empty()) return Nothing{};
    return Error{.reason = invalid_fields, .fields = std::move(errors)};
}

// Members are people of ours; queues that are named are of that tier.
Outcome knows_everything(Tx& tx, const Design& design, const Structure& before) {
    std::vector<FieldError> errors;
    for (std::size_t i = 0; i < design.tiers.size(); ++i) {
        const WishedTier& tier = design.tiers[i];
        const std::string pointer = "/tiers/" + std::to_string(i);
        for (std::size_t j = 0; j < tier.queues.size(); ++j) {
            if (!tier.queues[j].id) continue;
            const bool is_there =
                i < before.tiers.size() &&
                std::ranges::find(before.tiers[i].queues, *tier.queues[j].id, &Queue::id) !=
                    before.tiers[i].queues.end();
            if (!is_there) {
                errors.push_back({pointer + "/queues/" + std::to_string(j) + "/id",
                                  queue_of_another_tier.name,
                                  {}});
            }
        }
        for (std::size_t j = 0; j < tier.members.size(); ++j) {
            if (people::is_active_staff(tx, tier.members[j])) continue;
            errors.push_back(
                {pointer + "/members/" + std::to_string(j), member_not_staff.name, {}});
        }
    }
    if (errors.empty()) return Nothing{};
    return Error{.reason = invalid_fields, .fields = std::move(errors)};
}

void save_queues(Work& work, int number, const WishedTier& tier, const StructureTier* before) {
    const auto is_renamed = [&](const WishedQueue& wished) {
        const auto found = std::ranges::find(before->queues, *wished.id, &Queue::id);
        return found == before->queues.end() || found->name != wished.name;
    };
    // Retired and renamed first: their names may be those of the others.
    if (before != nullptr) {
        for (const Queue& queue : before->queues) {
            const auto wished = std::ranges::find(tier.queues, queue.id, &WishedQueue::id);
            if (wished == tier.queues.end()) {
                store::retire_queue(work.tx, queue.id, work.now);
            } else if (fold(wished->name) != fold(queue.name)) {
                store::rename_queue(work.tx, queue.id, "#" + std::to_string(queue.id.value));
            }
        }
    }
    for (const WishedQueue& queue : tier.queues) {
        if (queue.id) {
            if (is_renamed(queue)) store::rename_queue(work.tx, *queue.id, queue.name);
        } else if (!store::insert_queue(work.tx, number, queue.name)) {
            // Another transaction was faster; this one starts anew and sees it.
            throw StorageError(StorageError::Kind::busy, "queue made elsewhere");
        }
    }
}

void save(Work& work, const Design& design, const Structure& before) {
    store::save_reasons(work.tx, design.reasons, work.now);
    for (std::size_t i = 0; i < design.tiers.size(); ++i) {
        const int number = static_cast<int>(i) + 1;
        const WishedTier& tier = design.tiers[i];
        store::save_tier(work.tx, number, tier);
        save_queues(work, number, tier, i < before.tiers.size() ? &before.tiers[i] : nullptr);
        store::save_members(work.tx, number, tier.members, work.now);
    }
    for (std::size_t i = design.tiers.size(); i < before.tiers.size(); ++i) {
        for (const Queue& queue : before.tiers[i].queues) {
            store::retire_queue(work.tx, queue.id, work.now);
        }
        store::save_members(work.tx, before.tiers[i].number, {}, work.now);
    }
    store::retire_tiers_above(work.tx, static_cast<int>(design.tiers.size()), work.now);
    store::save_moves(work.tx, design.moves);
}

}  // namespace

Result<Structure> read_structure(const View& view, const ReadStructure& wish) {
    if (wish.at) {
        if (const auto version = store::find_version_at(view.tx, *wish.at)) {
            auto then = from_json<Structure>(version->document);
            INVARIANT(static_cast<bool>(then));
            return complete(view.tx, std::move(*then));
        }
    }
    return complete(view.tx, store::load_structure(view.tx));
}

Result<Structure> edit_structure(Work& work, const EditStructure& wish) {
    const Structure before = store::load_structure(work.tx);
    if (before.version != wish.version) return stale;
    Design design = changed(design_of(before), wish);
    tidy(design);
    TRY_DO(has_names(design));
    TRY_DO(check(design));
    TRY_DO(knows_everything(work.tx, design, before));

    save(work, design, before);
    Structure after = store::load_structure(work.tx);
    // How it was in the beginning is known from the first change on.
    if (before.version == 1) {
        (void)store::insert_version(work.tx, {.number = 1, .document = document_of(before)});
    }
    after.version = before.version + 1;
    after.changed_at = work.now;
    const std::string document = document_of(after);
    const bool is_first = store::insert_version(
        work.tx,
        {.number = after.version,
         .changed_at = work.now,
         .changed_by = work.actor.person ? std::optional(work.actor.person) : std::nullopt,
         .document = document});
    if (!is_first) return stale;
    work.record(StructureChanged{.version = after.version},
                About{.kind = "structure", .id = 1, .version = after.version},
                {{"structure", document}});
    return complete(work.tx, std::move(after));
}

std::vector<WishedTier> wished_tiers(const Structure& structure) {
    return design_of(structure).tiers;
}

std::vector<std::string> reasons_for_move(Tx& tx, int from, int to) {
    return store::list_reasons_for(tx, from, to);
}

bool is_reason(Tx& tx, const std::string& code) {
    return store::is_reason(tx, code);
}

TierRules rules_of_tier(Tx& tx, int tier) {
    return store::find_rules(tx, tier).value_or(TierRules{});
}

std::vector<QueueId> queues_of_person(Tx& tx, PersonId person) {
    return store::list_queues_of(tx, person);
}

void erase_person(Work& work, PersonId person) {
    store::delete_member_everywhere(work.tx, person);
    erase_skills(work, person);
}

}  // namespace ogniwo::tiers
