#include "tiers/api.hpp"

#include "base/describe.hpp"
#include "operations/operations.hpp"
#include "people/service.hpp"
#include "tiers/cursor.hpp"
#include "tiers/duty_api.hpp"
#include "tiers/service.hpp"
#include "tiers/skill_api.hpp"
#include "tiers/structure_api.hpp"

namespace ogniwo::tiers {

void describe(Fields& fields, Queue& queue) {
    fields("id", queue.id);
    fields("tier", queue.tier).about("The number of the tier, 1 for the first line.");
    fields("name", queue.name);
}

void describe(Fields& fields, Tier& tier) {
    fields("number", tier.number);
    fields("namePl", tier.name_pl);
    fields("nameEn", tier.name_en);
    fields("queues", tier.queues).about("The oldest first, at most 50; GET /queues lists all.");
}

void describe(Fields& fields, TierList& list) {
    fields("items", list.items);
    fields("next", list.next);
}

void describe(Fields& fields, ListQueues& wish) {
    fields("tier", wish.tier).within(1, highest_possible_tier);
    fields("q", wish.q).at_most(100).about("Part of a name; case and diacritics do not matter.");
    fields("cursor", wish.cursor).at_most(1'000);
    fields("limit", wish.limit).within(1, 200);
}

void describe(Fields& fields, QueueList& list) {
    fields("items", list.items);
    fields("next", list.next);
}

void describe(Fields& fields, QueueCursor& cursor) {
    fields("tier", cursor.tier).within(1, highest_possible_tier);
    fields("key", cursor.key);
    fields("queue", cursor.queue);
}

void describe(Fields& fields, TierAdded& added) {
    fields("number", added.number);
}

void describe(Fields& fields, QueueAdded& added) {
    fields("tier", added.tier);
}

void mount(Operations& operations) {
    using people::Role;
    people::allow_reading(
        see,
        {Role::administrator, Role::lead, Role::technician, Role::bookkeeper, Role::consultant});

    operations.get("tiers.list_tiers", "/tiers", see, list_tiers, Nothing{})
        .about("The support tiers from the first line upwards, each with its queues.");
    operations.get("tiers.list_queues", "/queues", see, list_queues, ListQueues{.tier = 1})
        .about("Queues by tier and name.");
    mount_structure(operations);
    mount_timed_rules(operations);
    mount_skills(operations);
    mount_certificates(operations);
    mount_requirements(operations);
    mount_duty(operations);
    people::on_erase("tiers", erase_person);
}

}  // namespace ogniwo::tiers
