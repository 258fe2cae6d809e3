#include "tiers/structure_api.hpp"

#include "base/describe.hpp"
#include "operations/operations.hpp"
#include "people/service.hpp"
#include "tiers/service.hpp"

namespace ogniwo::tiers {
namespace {

constexpr int name_most = 100;
constexpr int code_most = 40;

}  // namespace

void describe(Fields& fields, MoveReason& reason) {
    fields("code", reason.code)
        .within(1, code_most)
        .about("Small letters, digits and _; it means the same for ever.");
    fields("namePl", reason.name_pl).within(1, name_most);
    fields("nameEn", reason.name_en).within(1, name_most);
}

void describe(Fields& fields, TierMove& move) {
    fields("from", move.from).within(1, highest_possible_tier);
    fields("to", move.to).within(1, highest_possible_tier);
    fields("reasons", move.reasons).within(1, reasons_most).about("Codes.");
}

void describe(Fields& fields, TierMember& member) {
    fields("person", member.person);
    fields("name", member.name);
}

void describe(Fields& fields, StructureTier& tier) {
    fields("number", tier.number);
    fields("namePl", tier.name_pl);
    fields("nameEn", tier.name_en);
    fields("mayResolve", tier.may_resolve).about("Else a ticket is handed back, resolved below.");
    fields("needsHandover", tier.needs_handover).about("Whoever escalates to it fills it in.");
    fields("queues", tier.queues).about("The oldest first: it takes what comes without a queue.");
    fields("members", tier.members);
}

void describe(Fields& fields, StructureWarning& warning) {
    fields("tier", warning.tier);
    fields("what", warning.what);
}

void describe(Fields& fields, Structure& structure) {
    fields("version", structure.version);
    fields("changedAt", structure.changed_at).about("Absent: as it was set up.");
    fields("tiers", structure.tiers);
    fields("moves", structure.moves)
        .about("Up is an escalation, down is handing back; to the same tier: another queue there.");
    fields("reasons", structure.reasons);
    fields("warnings", structure.warnings).about("What looks odd, and is allowed all the same.");
}

void describe(Fields& fields, ReadStructure& wish) {
    fields("at", wish.at).about("As it was then.");
}

void describe(Fields& fields, WishedQueue& queue) {
    fields("id", queue.id).about("Absent: a new one.");
    fields("name", queue.name).within(1, name_most);
}

void describe(Fields& fields, WishedTier& tier) {
    fields("namePl", tier.name_pl).within(1, name_most);
    fields("nameEn", tier.name_en).within(1, name_most);
    fields("mayResolve", tier.may_resolve);
    fields("needsHandover", tier.needs_handover);
    fields("queues", tier.queues).within(1, queues_per_tier_most);
    fields("members", tier.members).at_most(members_per_tier_most);
}

void describe(Fields& fields, EditStructure& wish) {
    fields("version", wish.version);
    fields("tiers", wish.tiers)
        .within(1, highest_possible_tier)
        .about("From the first line upwards. What is left out is retired.");
    fields("moves", wish.moves).at_most(highest_possible_tier * highest_possible_tier);
    fields("reasons", wish.reasons).within(1, reasons_most);
}

void describe(Fields& fields, StructureChanged& changed) {
    fields("version", changed.version);
}

void mount_structure(Operations& operations) {
    people::allow(design, {people::Role::administrator});
    operations.get("tiers.read_structure", "/structure", see, read_structure, ReadStructure{})
        .about("The support structure: tiers, who works there, allowed moves and their reasons.");
    operations
        .patch<EditStructure, Structure>("tiers.edit_structure",
                                         "/structure",
                                         design,
                                         edit_structure,
                                         EditStructure{.version = 1})
        .about("What is named becomes the whole of it; the version before stays readable.");
}

}  // namespace ogniwo::tiers
