#include "tickets/routing_api.hpp"

#include "base/describe.hpp"
#include "operations/operations.hpp"
#include "tickets/routing_service.hpp"
#include "tickets/types.hpp"

namespace ogniwo::tickets {

void describe(Fields& fields, QueueRouting& routing) {
    fields("queue", routing.queue);
    fields("queueName", routing.queue_name);
    fields("tier", routing.tier);
    fields("version", routing.version);
    fields("mode", routing.mode);
    fields("waiting", routing.waiting).about("Tickets for which there is nobody at the moment.");
}

void describe(Fields& fields, QueueRoutings& list) {
    fields("items", list.items).about("At most 1,000.");
    fields("next", list.next);
}

void describe(Fields& fields, ReadQueueRouting& wish) {
    fields("queue", wish.queue);
}

void describe(Fields& fields, EditQueueRouting& wish) {
    fields("queue", wish.queue);
    fields("version", wish.version);
    fields("mode", wish.mode).about("pull: nobody is given anything.");
}

void describe(Fields& fields, RoutingCount& count) {
    fields("members", count.members);
    fields("candidates", count.candidates);
    fields("offDuty", count.off_duty);
    fields("unavailable", count.unavailable).about("Busy, away, or taking nothing automatically.");
    fields("unsuited", count.unsuited);
    fields("full", count.full);
}

void describe(Fields& fields, MatchedSkill& skill) {
    fields("skill", skill.skill);
    fields("level", skill.level);
    fields("namePl", skill.name_pl);
    fields("nameEn", skill.name_en);
}

void describe(Fields& fields, RoutingWhy& why) {
    fields("mode", why.mode);
    fields("members", why.members);
    fields("candidates", why.candidates);
    fields("load", why.load).about("Open tickets they had before.");
    fields("capacity", why.capacity);
    fields("waited", why.waited).about("Minutes until there was somebody.");
    fields("matched", why.matched).about("Skills that were asked for and are there.");
}

void describe(Fields& fields, ReadRouting& wish) {
    fields("ticket", wish.ticket);
}

void describe(Fields& fields, RoutedTo& routed) {
    fields("person", routed.person);
    fields("name", routed.name);
    fields("at", routed.at);
    fields("why", routed.why);
}

void describe(Fields& fields, TicketRouting& routing) {
    fields("mode", routing.mode).about("Of the queue it is in.");
    fields("assigned", routing.assigned).about("Where its assignee was chosen automatically.");
    fields("waitsSince", routing.waits_since).about("For somebody to be there.");
    fields("nobodyOf", routing.nobody_of).about("Why there is nobody, while it waits.");
}

void describe(Fields& fields, QueueRoutingChanged& event) {
    fields("mode", event.mode);
}

void mount_routing(Operations& operations) {
    operations.get("tickets.list_routing", "/routing", tiers::see, list_routing, Nothing{})
        .about("Queues that give their tickets out by themselves.");
    operations
        .get<ReadQueueRouting, QueueRouting>("tickets.read_queue_routing",
                                             "/queues/{queue}/routing",
                                             tiers::see,
                                             read_queue_routing,
                                             {.queue = {1}})
        .about("How tickets of a queue find somebody.");
    operations
        .patch<EditQueueRouting, QueueRouting>(
            "tickets.edit_queue_routing",
            "/queues/{queue}/routing",
            tiers::design,
            edit_queue_routing,
            {.queue = {1}, .version = 1, .mode = RoutingMode::least_loaded})
        .about("Pulled by people, or given to whoever comes next or has the fewest.");
    operations
        .get<ReadRouting, TicketRouting>("tickets.read_routing",
                                         "/tickets/{ticket}/routing",
                                         see_notes,
                                         read_routing,
                                         {.ticket = {1}})
        .about("Why a ticket's assignee has it, or why nobody does.");
}

}  // namespace ogniwo::tickets
