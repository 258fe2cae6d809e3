#include "tickets/person_merge_store.hpp"

namespace ogniwo::tickets::store {
namespace {

#define OGNIWO_IS_OPEN "t.status IN ('new', 'open', 'waiting')"

#define OGNIWO_TICKETS_OF(column)                        \
    "SELECT COUNT(*) AS tickets,"                        \
    " CAST(COALESCE(SUM(CASE WHEN " OGNIWO_IS_OPEN       \
    " THEN 1 ELSE 0 END), 0) AS bigint) AS open_tickets" \
    " FROM ticket t WHERE t." column " = $1"

const Sql tickets_of_person_sql{"tickets.count_tickets_of_person", OGNIWO_TICKETS_OF("requester")};
const Sql tickets_of_customer_sql{"tickets.count_tickets_of_customer",
                                  OGNIWO_TICKETS_OF("customer")};

#undef OGNIWO_TICKETS_OF

const Sql minutes_of_requester_sql{"tickets.count_minutes_of_requester", R"sql(
    SELECT CAST(COALESCE(SUM(e.minutes), 0) AS bigint)
      FROM ticket t JOIN ticket_time e ON e.ticket = t.id
     WHERE t.requester = $1
)sql"};
const Sql minutes_of_customer_sql{"tickets.count_minutes_of_customer", R"sql(
    SELECT CAST(COALESCE(SUM(e.minutes), 0) AS bigint) FROM ticket_time e WHERE e.customer = $1
)sql"};
const Sql worked_minutes_sql{"tickets.count_worked_minutes", R"sql(
    SELECT CAST(COALESCE(SUM(e.minutes), 0) AS bigint) FROM ticket_time e WHERE e.person = $1
)sql"};

const Sql messages_sql{"tickets.count_messages_by", R"sql(
    SELECT COUNT(*) FROM ticket_message m WHERE m.author = $1
)sql"};

const Sql contacts_sql{"tickets.count_appointments_with", R"sql(
    SELECT COUNT(*) FROM ticket_appointment a WHERE a.contact = $1
)sql"};
const Sql visits_sql{"tickets.count_appointments_at", R"sql(
    SELECT COUNT(*) FROM ticket t JOIN ticket_appointment a ON a.ticket = t.id
     WHERE t.customer = $1
)sql"};

const Sql recurrences_of_person_sql{"tickets.count_recurrences_of_person", R"sql(
    SELECT COUNT(*) FROM ticket_recurrence r WHERE r.requester = $1
)sql"};
const Sql recurrences_of_customer_sql{"tickets.count_recurrences_of_customer", R"sql(
    SELECT COUNT(*) FROM ticket_recurrence r WHERE r.customer = $1
)sql"};

const Sql follows_sql{"tickets.count_follows", R"sql(
    SELECT COUNT(*) FROM ticket_follower f WHERE f.person = $1
)sql"};

const Sql work_sql{"tickets.count_work_of",
                   "SELECT (SELECT COUNT(*) FROM ticket t WHERE t.assignee = $1 AND " OGNIWO_IS_OPEN
                   ")"
                   " + (SELECT COUNT(*) FROM ticket_worker w JOIN ticket t ON t.id = w.ticket"
                   "     WHERE w.person = $1 AND " OGNIWO_IS_OPEN
                   ")"
                   " + (SELECT COUNT(*) FROM ticket_stopwatch s WHERE s.person = $1)"
                   " + (SELECT COUNT(*) FROM ticket_appointment_person a"
                   "     WHERE a.person = $1 AND a.busy_until > $2 AND a.hold <> 'none')"};

const Sql places_sql{"tickets.list_places_ahead",
                     "SELECT t.site FROM ticket t"
                     " WHERE t.customer = $1 AND t.site IS NOT NULL AND " OGNIWO_IS_OPEN
                     " UNION ALL "
                     "SELECT a.site FROM ticket t JOIN ticket_appointment a ON a.ticket = t.id"
                     " WHERE t.customer = $1 AND a.site IS NOT NULL AND a.starts_at > $2"
                     "   AND a.state IN ('offered', 'agreed')"
                     " UNION ALL "
                     "SELECT r.site FROM ticket_recurrence r"
                     " WHERE r.customer = $1 AND r.site IS NOT NULL AND r.stopped_at IS NULL"};

#undef OGNIWO_IS_OPEN

const Sql joined_across_sql{"tickets.count_joined_across", R"sql(
    SELECT (SELECT COUNT(*) FROM ticket t JOIN ticket o ON o.id = t.merged_into
             WHERE t.customer = $1 AND o.customer <> $1)
         + (SELECT COUNT(*) FROM ticket o JOIN ticket t ON t.merged_into = o.id
             WHERE o.customer = $1 AND t.customer <> $1 AND t.merged_into IS NOT NULL)
         + (SELECT COUNT(*) FROM ticket t JOIN ticket_message m ON m.ticket = t.id
              JOIN ticket_split_message s ON s.message = m.id JOIN ticket o ON o.id = s.shown_at
             WHERE t.customer = $1 AND o.customer <> $1)
         + (SELECT COUNT(*) FROM ticket t JOIN ticket_split_message s ON s.shown_at = t.id
              JOIN ticket_message m ON m.id = s.message JOIN ticket o ON o.id = m.ticket
             WHERE t.customer = $1 AND o.customer <> $1)
         + (SELECT COUNT(*) FROM ticket t JOIN ticket_time e ON e.ticket = t.id
              JOIN ticket_split_time s ON s.entry = e.id JOIN ticket o ON o.id = s.shown_at
             WHERE t.customer = $1 AND o.customer <> $1)
         + (SELECT COUNT(*) FROM ticket t JOIN ticket_split_time s ON s.shown_at = t.id
              JOIN ticket_time e ON e.id = s.entry JOIN ticket o ON o.id = e.ticket
             WHERE t.customer = $1 AND o.customer <> $1)
)sql"};

const Sql delete_appointment_links_sql{"tickets.delete_appointment_links_since", R"sql(
    DELETE FROM ticket_appointment_link WHERE person = $1 AND made_at >= $2
)sql"};
const Sql forget_rating_links_sql{"tickets.forget_rating_links_since", R"sql(
    UPDATE ticket_rating SET token = NULL
     WHERE person = $1 AND asked_at >= $2 AND token IS NOT NULL
)sql"};

class Counts {
public:
    explicit Counts(Tx& tx) : tx_(tx) {}

    template <class AnId>
    void tickets(const Sql& sql, AnId id) {
        const auto [all, open] = *tx_.find(
            [](const Row& row) {
                return std::pair(row.get<std::int64_t>("tickets"),
                                 row.get<std::int64_t>("open_tickets"));
            },
            sql,
            id);
        add("tickets", all);
        add("open_tickets", open);
    }
    template <class AnId>
    void one(std::string_view what, const Sql& sql, AnId id) {
        add(what, tx_.one<std::int64_t>(sql, id));
    }
    std::vector<people::MovedCount> take() { return std::move(counts_); }

private:
    void add(std::string_view what, std::int64_t count) {
        if (count != 0) counts_.push_back({.what = std::string(what), .count = count});
    }

    Tx& tx_;
    std::vector<people::MovedCount> counts_;
};

}  // namespace

std::vector<people::MovedCount> count_things_of(Tx& tx, PersonId person) {
    Counts counts(tx);
    counts.tickets(tickets_of_person_sql, person);
    counts.one("minutes", minutes_of_requester_sql, person);
    counts.one("messages", messages_sql, person);
    counts.one("worked_minutes", worked_minutes_sql, person);
    counts.one("appointments", contacts_sql, person);
    counts.one("recurrences", recurrences_of_person_sql, person);
    counts.one("follows", follows_sql, person);
    return counts.take();
}

std::vector<people::MovedCount> count_things_of(Tx& tx, CustomerId customer) {
    Counts counts(tx);
    counts.tickets(tickets_of_customer_sql, customer);
    counts.one("minutes", minutes_of_customer_sql, customer);
    counts.one("appointments", visits_sql, customer);
    counts.one("recurrences", recurrences_of_customer_sql, customer);
    return counts.take();
}

std::int64_t count_work_of(Tx& tx, PersonId person, Time now) {
    return tx.one<std::int64_t>(work_sql, person, now);
}

void forget_links_since(Tx& tx, PersonId person, Time since) {
    tx.run(delete_appointment_links_sql, person, since);
    tx.run(forget_rating_links_sql, person, since);
}

std::vector<people::SiteId> list_places_ahead(Tx& tx, CustomerId customer, Time now) {
    return tx.all(first_column<people::SiteId>, places_sql, customer, now);
}

std::int64_t count_joined_across(Tx& tx, CustomerId customer) {
    return tx.one<std::int64_t>(joined_across_sql, customer);
}

}  // namespace ogniwo::tickets::store
