#pragma once

// Pieces of statements: what is shown at some tickets, put together by the compiler. That is what
// was written there and not split off, and what was split off to there. `$1` is the list of tickets
// (id_list). Private to the stores of this slice, which name these tables.

#define OGNIWO_ASKED_SQLITE "json_each($1) AS asked"
#define OGNIWO_ASKED_POSTGRES "unnest(CAST($1 AS bigint[])) AS asked(value)"

#define OGNIWO_SHOWN_MESSAGES(asked_tickets)                                      \
    "SELECT m.id FROM " asked_tickets                                             \
    " CROSS JOIN ticket_message AS m WHERE m.ticket = asked.value AND NOT EXISTS" \
    " (SELECT 1 FROM ticket_split_message AS away WHERE away.message = m.id)"     \
    " UNION ALL SELECT here.message FROM " asked_tickets                          \
    " CROSS JOIN ticket_split_message AS here WHERE here.shown_at = asked.value"

#define OGNIWO_SHOWN_TIME(asked_tickets)                                       \
    "SELECT e.id FROM " asked_tickets                                          \
    " CROSS JOIN ticket_time AS e WHERE e.ticket = asked.value AND NOT EXISTS" \
    " (SELECT 1 FROM ticket_split_time AS away WHERE away.entry = e.id)"       \
    " UNION ALL SELECT here.entry FROM " asked_tickets                         \
    " CROSS JOIN ticket_split_time AS here WHERE here.shown_at = asked.value"
