#include "tickets/state_store.hpp"

#include <algorithm>

#include "tickets/state_rules.hpp"

namespace ogniwo::tickets::store {
namespace {

#define SELECT_STATES                                                              \
    "SELECT id, status, name_pl, name_en, shown_pl, shown_en, pauses, is_default," \
    " place, retired_at, pauses_changed_at FROM ticket_state"

const Sql list_states_sql{"tickets.list_states", SELECT_STATES};

const Sql find_default_state_sql{"tickets.find_default_state", R"sql(
    SELECT id FROM ticket_state WHERE status = $1 AND is_default
)sql"};

const Sql list_pausing_states_sql{"tickets.list_pausing_states",
                                  SELECT_STATES
                                  " WHERE pauses OR pauses_changed_at IS NOT NULL ORDER BY id"};

#undef SELECT_STATES

const Sql list_ways_sql{"tickets.list_ways", R"sql(
    SELECT from_status, from_state, to_status, to_state, who FROM ticket_way
)sql"};

const Sql load_lifecycle_sql{"tickets.load_lifecycle", R"sql(
    SELECT version FROM ticket_lifecycle WHERE id = 1
)sql"};

const Sql claim_lifecycle_sql{"tickets.claim_lifecycle", R"sql(
    UPDATE ticket_lifecycle SET version = version + 1 WHERE id = 1 RETURNING version
)sql"};

#define INSERT_STATE                                                          \
    "INSERT INTO ticket_state (status, name_pl, name_en, shown_pl, shown_en," \
    " pauses, is_default, place) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)"

const Sql insert_state_sqlite{"tickets.insert_state", INSERT_STATE, Dialect::sqlite};
const Sql insert_state_postgres{
    "tickets.insert_state", INSERT_STATE " RETURNING id", Dialect::postgres};

#undef INSERT_STATE

const Sql update_state_sql{"tickets.update_state", R"sql(
    UPDATE ticket_state
       SET name_pl = $2, name_en = $3, shown_pl = $4, shown_en = $5, pauses = $6, is_default = $7,
           place = $8, retired_at = $9, pauses_changed_at = $10
     WHERE id = $1
)sql"};

const Sql delete_ways_sql{"tickets.delete_ways", "DELETE FROM ticket_way"};

const Sql insert_way_sql{"tickets.insert_way", R"sql(
    INSERT INTO ticket_way (from_status, from_state, to_status, to_state, who)
    VALUES ($1, $2, $3, $4, $5)
)sql"};

// What has a status of our own by the index of those, the rest by that of what is open.
const Sql count_in_state_sql{"tickets.count_in_state", R"sql(
    SELECT COUNT(*) FROM (SELECT 1 FROM ticket
                           WHERE state = $1 AND status <> 'merged' AND spam_at IS NULL
                           LIMIT $2) AS found
)sql"};

const Sql count_without_state_sql{"tickets.count_without_state", R"sql(
    SELECT COUNT(*) FROM (SELECT 1 FROM ticket
                           WHERE status IN ('new', 'open', 'waiting') AND spam_at IS NULL
                             AND status = $1 AND state IS NULL
                           LIMIT $2) AS found
)sql"};

TicketState read_state(const Row& row) {
    return {.id = row.get<StateId>("id"),
            .status = row.get<TicketStatus>("status"),
            .name_pl = row.get<std::string>("name_pl"),
            .name_en = row.get<std::string>("name_en"),
            .shown_pl = row.get<std::optional<std::string>>("shown_pl"),
            .shown_en = row.get<std::optional<std::string>>("shown_en"),
            .pauses = row.get<bool>("pauses"),
            .is_default = row.get<bool>("is_default"),
            .place = row.get<int>("place"),
            .retired_at = row.get<std::optional<Time>>("retired_at"),
            .pauses_changed_at = row.get<std::optional<Time>>("pauses_changed_at")};
}

StatePlace place_in(TicketStatus status, std::int64_t state) {
    return {.status = status, .state = state == 0 ? std::nullopt : std::optional(StateId{state})};
}

std::int64_t number_of(const StatePlace& place) {
    return place.state ? place.state->value : 0;
}

StateWay read_way(const Row& row) {
    return {
        .from = place_in(row.get<TicketStatus>("from_status"), row.get<std::int64_t>("from_state")),
        .to = place_in(row.get<TicketStatus>("to_status"), row.get<std::int64_t>("to_state")),
        .who = row.get<WayFor>("who")};
}

}  // namespace

std::vector<TicketState> list_states(Tx& tx) {
    return in_order(tx.all(read_state, list_states_sql));
}

std::optional<StateId> find_default_state(Tx& tx, TicketStatus status) {
    return tx.first<StateId>(find_default_state_sql, status);
}

std::vector<TicketState> list_pausing_states(Tx& tx) {
    return tx.all(read_state, list_pausing_states_sql);
}

Lifecycle load_lifecycle(Tx& tx) {
    Lifecycle lifecycle{.version = tx.one<std::int64_t>(load_lifecycle_sql),
                        .states = list_states(tx),
                        .ways = tx.all(read_way, list_ways_sql),
                        .groups = group_ways()};
    std::ranges::sort(
        lifecycle.ways, {}, [](const StateWay& way) { return std::pair(way.from, way.to); });
    return lifecycle;
}

std::int64_t claim_lifecycle(Tx& tx) {
    return tx.one<std::int64_t>(claim_lifecycle_sql);
}

StateId insert_state(Tx& tx, const TicketState& state) {
    return tx.insert<StateId>(
        tx.dialect() == Dialect::sqlite ? insert_state_sqlite : insert_state_postgres,
        state.status,
        state.name_pl,
        state.name_en,
        state.shown_pl,
        state.shown_en,
        state.pauses,
        state.is_default,
        state.place);
}

void update_state(Tx& tx, const TicketState& state) {
    tx.run(update_state_sql,
           state.id,
           state.name_pl,
           state.name_en,
           state.shown_pl,
           state.shown_en,
           state.pauses,
           state.is_default,
           state.place,
           state.retired_at,
           state.pauses_changed_at);
}

void save_ways(Tx& tx, const std::vector<StateWay>& ways) {
    tx.run(delete_ways_sql);
    for (const StateWay& way : ways) {
        tx.run(insert_way_sql,
               way.from.status,
               number_of(way.from),
               way.to.status,
               number_of(way.to),
               way.who);
    }
}

std::int64_t count_standing(Tx& tx, const StatePlace& place, std::int64_t most) {
    if (place.state) return tx.one<std::int64_t>(count_in_state_sql, *place.state, most);
    return tx.one<std::int64_t>(count_without_state_sql, place.status, most);
}

}  // namespace ogniwo::tickets::store
