#pragma once

// What stands in the fields of tickets: the table ticket_field_value, one ticket's and a page's,
// and which assets those of the table ticket_field name. Lists that walk through it are in
// field_list_store.hpp.

#include <optional>
#include <vector>

#include "storage/work.hpp"
#include "tickets/field_rules.hpp"
#include "tickets/types.hpp"

namespace ogniwo::tickets::store {

struct TicketValue {
    TicketId ticket{};
    FieldId field{};
    Kept kept{};
    bool is_erased = false;  // There was a text, and its author was erased.
    bool is_open = true;     // As the ticket, and so is the customer.
    CustomerId customer{};
};

std::vector<TicketValue> list_values(Tx& tx, TicketId ticket);
// In the order of tickets, then fields.
std::vector<TicketValue> list_values_of(Tx& tx,
                                        const std::vector<TicketId>& tickets,
                                        const std::vector<FieldId>& fields);

// In place of what was there; an empty one leaves nothing.
void save_value(Tx& tx,
                const Ticket& ticket,
                const std::pair<FieldId, Kept>& value,
                std::optional<PersonId> author);

// Whoever changes a ticket's status says so here: its values follow.
void mark_values(Tx& tx, const Ticket& ticket);

// What an asset is ordered by, wherever it is named.
void rename_asset(Tx& tx, assets::AssetId asset, const std::string& folded);
// Those that open tickets of this customer name, each as often.
std::vector<assets::AssetId> list_assets_of_open(Tx& tx, CustomerId customer);

// What this person wrote into text fields, and what stands in those of tickets they asked for.
struct WrittenField {
    TicketId ticket{};
    FieldId field{};
    std::string text{};
};
std::vector<WrittenField> list_texts_of(Tx& tx, PersonId person);
void erase_texts_in_fields(Tx& tx, PersonId person);

}  // namespace ogniwo::tickets::store
