#pragma once

// The only place that names the tables ticket_tag, ticket_tag_word, ticket_link and
// ticket_link_turn, and that changes the marks in the row of a ticket.

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "storage/work.hpp"
#include "tickets/mark_rules.hpp"
#include "tickets/types.hpp"

namespace ogniwo::tickets::store {

// Due date, sleep, spam, tags, with the version and the moment of the last activity.
void update_marks(Tx& tx, const Ticket& ticket);
// As they stand in a ticket's row.
std::vector<TagLabel> read_tags(const std::string& column);

// Its own words, not what was merged; without their uses.
std::optional<Tag> find_tag(Tx& tx, const std::string& folded);
std::optional<Tag> find_tag(Tx& tx, TagId tag);
// Raises the version.
std::optional<Tag> claim_tag(Tx& tx, TagId tag);
std::int64_t count_tags(Tx& tx);
// Nothing when there is one of that word.
std::optional<TagId> insert_tag(Tx& tx, const Tag& tag);
// The words that were merged into it are called the same.
void rename_tag(Tx& tx, TagId tag, const std::string& name);
void merge_tag(Tx& tx, TagId tag, const Tag& into);

struct TagPlace {
    std::string folded{};
    TagId tag{};
};
// Those that begin so, by their folded words; used among these customers' tickets.
std::vector<Tag> list_tags(Tx& tx,
                           const Scope& counted,
                           const std::string& folded_start,
                           const std::pair<TagPlace, int>& page);
std::map<TagId, std::string> find_tag_names(Tx& tx, const std::vector<TagId>& ids);

void insert_ticket_tag(Tx& tx, TicketId ticket, TagId tag);
void delete_ticket_tag(Tx& tx, TicketId ticket, TagId tag);
std::vector<TagId> list_ticket_tags(Tx& tx, TicketId ticket);

void take_link_turn(Tx& tx);
void insert_link(Tx& tx, TicketId ticket, const Link& link);
void delete_link(Tx& tx, TicketId ticket, TicketId other);
std::vector<Link> list_links(Tx& tx, TicketId ticket);
// The others at the far end of links of that kind, of all of these tickets.
std::vector<TicketId> list_linked(Tx& tx,
                                  const std::vector<TicketId>& tickets,
                                  TicketLinkKind kind);

}  // namespace ogniwo::tickets::store
