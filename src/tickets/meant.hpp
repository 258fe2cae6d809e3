#pragma once

// Who is meant by a person or a customer that somebody asks for: all that are one with them
// (people/merge_types.hpp). Rows name whom they were written for; whoever asks for one of them asks
// for all, and reads of the one as whom they go on.

#include <vector>

#include "conditions/condition.hpp"
#include "storage/work.hpp"
#include "tickets/store.hpp"
#include "tickets/time_store.hpp"

namespace ogniwo::tickets {

// One filter for each combination of those who are meant: nearly always the filter itself. Each is
// answered from an index, as it would be alone.
std::vector<store::TicketFilter> meant_by(Tx& tx, const store::TicketFilter& filter);
std::vector<store::TimeFilter> meant_by(Tx& tx, const store::TimeFilter& filter);

// The reader, and whoever was merged into them.
std::vector<PersonId> all_of(const Actor& actor);

// Ids of persons and customers become lists of those who are meant.
conditions::Condition meant_by(Tx& tx, const conditions::Condition& condition);

bool is_one_person(Tx& tx, PersonId one, PersonId other);
bool is_one_customer(Tx& tx, CustomerId one, CustomerId other);

}  // namespace ogniwo::tickets
