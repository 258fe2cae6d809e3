// Whether the rows of tags and links are what the events of their ticket say.

#include <algorithm>
#include <map>

#include "tickets/events.hpp"
#include "tickets/mark_store.hpp"
#include "tickets/marks.hpp"

namespace ogniwo::tickets {
namespace {

using Links = std::map<TicketId, TicketLinkKind>;

Links links_of(const std::vector<Event>& events) {
    Links links;
    for (const Event& event : events) {
        const auto what = read_event(event);
        if (!what) continue;
        if (const auto* linked = std::get_if<TicketLinked>(&*what)) {
            links[linked->other] = linked->kind;
        } else if (const auto* unlinked = std::get_if<TicketUnlinked>(&*what)) {
            links.erase(unlinked->other);
        }
    }
    return links;
}

std::string shown(const Links& links) {
    std::string text;
    for (const auto& [other, kind] : links) {
        text += " " + std::string(enum_name(kind)) + ":" + std::to_string(other.value);
    }
    return text;
}

std::string shown(std::vector<TagId> tags) {
    std::ranges::sort(tags);
    std::string text;
    for (const TagId tag : tags) text += " " + std::to_string(tag.value);
    return text;
}

}  // namespace

// That the row's own list of tags is what the events say is compared with the other fields.
void compare_marks(Tx& tx,
                   const Ticket& ticket,
                   const std::vector<Event>& events,
                   std::vector<Difference>& found) {
    const auto compare = [&](const char* field, std::string stored, std::string replayed) {
        if (stored == replayed) return;
        found.push_back({.ticket = ticket.id,
                         .field = field,
                         .stored = std::move(stored),
                         .replayed = std::move(replayed)});
    };
    Links links;
    for (const Link& link : store::list_links(tx, ticket.id)) links[link.other] = link.kind;
    compare("links", shown(links), shown(links_of(events)));
    std::vector<TagId> tags;
    for (const TagLabel& label : ticket.tags) tags.push_back(label.tag);
    compare("tagRows", shown(store::list_ticket_tags(tx, ticket.id)), shown(std::move(tags)));
}

}  // namespace ogniwo::tickets
