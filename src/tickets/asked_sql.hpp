#pragma once

// A piece of a statement: the tickets that a person, `$1`, asks for, or asked for before they were
// somebody else's. Private to the stores of this slice, which name these tables.

#define OGNIWO_EVER_ASKED                        \
    "SELECT id FROM ticket WHERE requester = $1" \
    " UNION SELECT ticket FROM ticket_former WHERE requester = $1"
