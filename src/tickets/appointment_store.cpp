#include "tickets/appointment_store.hpp"

#include <algorithm>

#include "base/check.hpp"
#include "base/describe.hpp"
#include "base/json.hpp"
#include "storage/connection.hpp"

namespace ogniwo::tickets::store {
namespace {

constexpr int own_most = 10'000;

#define OGNIWO_APPOINTMENT                                                                \
    "SELECT id, ticket, customer, version, kind, state, starts_at, offers, offers_until," \
    " minutes, travel_before, travel_after, site, address, contact, customer_note,"       \
    " internal_note, missed_by, reason, noted_by, sequence, changed_at"                   \
    " FROM ticket_appointment "

const Sql find_appointment_sql{"tickets.find_appointment", OGNIWO_APPOINTMENT "WHERE id = $1"};

const Sql list_appointments_of_sqlite{
    "tickets.list_appointments_of",
    OGNIWO_APPOINTMENT "WHERE ticket IN (SELECT value FROM json_each($1)) ORDER BY id DESC",
    Dialect::sqlite};
const Sql list_appointments_of_postgres{
    "tickets.list_appointments_of",
    OGNIWO_APPOINTMENT "WHERE ticket = ANY (CAST($1 AS bigint[])) ORDER BY id DESC",
    Dialect::postgres};

const Sql list_appointments_sqlite{"tickets.list_appointments_by_id",
                                   OGNIWO_APPOINTMENT
                                   "WHERE id IN (SELECT value FROM json_each($1)) ORDER BY id",
                                   Dialect::sqlite};
const Sql list_appointments_postgres{"tickets.list_appointments_by_id",
                                     OGNIWO_APPOINTMENT
                                     "WHERE id = ANY (CAST($1 AS bigint[])) ORDER BY id",
                                     Dialect::postgres};

#undef OGNIWO_APPOINTMENT

#define OGNIWO_INSERT_APPOINTMENT                                                               \
    "INSERT INTO ticket_appointment (ticket, customer, version, kind, state, starts_at,"        \
    " offers, offers_until, minutes, travel_before, travel_after, site, address, contact,"      \
    " customer_note, internal_note, missed_by, reason, noted_by, sequence, changed_at)"         \
    " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18," \
    " $19, $20, $21)"

const Sql insert_appointment_sqlite{
    "tickets.insert_appointment", OGNIWO_INSERT_APPOINTMENT, Dialect::sqlite};
const Sql insert_appointment_postgres{
    "tickets.insert_appointment", OGNIWO_INSERT_APPOINTMENT " RETURNING id", Dialect::postgres};

#undef OGNIWO_INSERT_APPOINTMENT

const Sql update_appointment_sql{"tickets.update_appointment", R"sql(
    UPDATE ticket_appointment
       SET version = $2, kind = $3, state = $4, starts_at = $5, offers = $6, offers_until = $7,
           minutes = $8, travel_before = $9, travel_after = $10, site = $11, address = $12,
           contact = $13, customer_note = $14, internal_note = $15, missed_by = $16, reason = $17,
           noted_by = $18, sequence = $19, changed_at = $20
     WHERE id = $1
)sql"};

const Sql list_persons_sqlite{"tickets.list_appointment_persons",
                              R"sql(
    SELECT DISTINCT appointment, person FROM ticket_appointment_person
     WHERE appointment IN (SELECT value FROM json_each($1)) ORDER BY appointment, person
)sql",
                              Dialect::sqlite};
const Sql list_persons_postgres{"tickets.list_appointment_persons",
                                R"sql(
    SELECT DISTINCT appointment, person FROM ticket_appointment_person
     WHERE appointment = ANY (CAST($1 AS bigint[])) ORDER BY appointment, person
)sql",
                                Dialect::postgres};

const Sql delete_held_times_sql{"tickets.delete_held_times", R"sql(
    DELETE FROM ticket_appointment_person WHERE appointment = $1
)sql"};

const Sql insert_held_time_sql{"tickets.insert_held_time", R"sql(
    INSERT INTO ticket_appointment_person (appointment, person, busy_from, busy_until, hold)
    VALUES ($1, $2, $3, $4, $5)
)sql"};

const Sql claim_calendar_sql{"tickets.claim_calendar", R"sql(
    INSERT INTO ticket_calendar (person, turn) VALUES ($1, 1)
    ON CONFLICT (person) DO UPDATE SET turn = ticket_calendar.turn + 1
)sql"};

// The people lead, by what of theirs is not over at the beginning of the stretch.
#define OGNIWO_TAKEN(columns, persons)                         \
    "SELECT " columns                                          \
    " FROM ticket_appointment_person AS held"                  \
    " JOIN ticket_appointment AS a ON a.id = held.appointment" \
    " WHERE held.person " persons                              \
    " AND held.busy_until > $2 AND held.busy_from < $3"        \
    " AND (held.hold = 'firm' OR (held.hold = 'offered' AND a.offers_until > $4))"
#define OGNIWO_TAKEN_COLUMNS                                                      \
    "held.person AS person, held.appointment AS appointment, a.ticket AS ticket," \
    " held.busy_from AS busy_from, held.busy_until AS busy_until, held.hold AS hold"
#define OGNIWO_TAKEN_ORDER " ORDER BY held.busy_from, held.appointment, held.person"
#define OGNIWO_BOARD_ORDER \
    " GROUP BY held.appointment ORDER BY MIN(held.busy_from), held.appointment LIMIT $5"

const Sql list_taken_sqlite{
    "tickets.list_taken",
    OGNIWO_TAKEN(OGNIWO_TAKEN_COLUMNS, "IN (SELECT value FROM json_each($1))") OGNIWO_TAKEN_ORDER,
    Dialect::sqlite};
const Sql list_taken_postgres{"tickets.list_taken",
                              OGNIWO_TAKEN(OGNIWO_TAKEN_COLUMNS, "= ANY (CAST($1 AS bigint[]))")
                                  OGNIWO_TAKEN_ORDER,
                              Dialect::postgres};
const Sql list_board_sqlite{"tickets.list_board",
                            OGNIWO_TAKEN("held.appointment AS appointment",
                                         "IN (SELECT value FROM json_each($1))") OGNIWO_BOARD_ORDER,
                            Dialect::sqlite};
const Sql list_board_postgres{"tickets.list_board",
                              OGNIWO_TAKEN("held.appointment AS appointment",
                                           "= ANY (CAST($1 AS bigint[]))") OGNIWO_BOARD_ORDER,
                              Dialect::postgres};

// Whoever's time was ever taken has a calendar.
const Sql list_taken_persons_sql{"tickets.list_taken_persons", R"sql(
    SELECT c.person FROM ticket_calendar AS c
     WHERE EXISTS (SELECT 1 FROM ticket_appointment_person AS held
                     JOIN ticket_appointment AS a ON a.id = held.appointment
                    WHERE held.person = c.person
                      AND held.busy_until > $1 AND held.busy_from < $2
                      AND (held.hold = 'firm' OR (held.hold = 'offered' AND a.offers_until > $3)))
     ORDER BY c.person
)sql"};

#undef OGNIWO_BOARD_ORDER
#undef OGNIWO_TAKEN_ORDER
#undef OGNIWO_TAKEN_COLUMNS
#undef OGNIWO_TAKEN

const Sql insert_link_sql{"tickets.insert_appointment_link", R"sql(
    INSERT INTO ticket_appointment_link (token, appointment, person, made_at, expires_at)
    VALUES ($1, $2, $3, $4, $5)
)sql"};

const Sql find_link_sql{"tickets.find_appointment_link", R"sql(
    SELECT appointment, person FROM ticket_appointment_link
     WHERE token = $1 AND expires_at > $2
)sql"};

const Sql extend_links_sql{"tickets.extend_appointment_links", R"sql(
    UPDATE ticket_appointment_link SET expires_at = $2 WHERE appointment = $1
)sql"};

const Sql delete_links_sql{"tickets.delete_appointment_links", R"sql(
    DELETE FROM ticket_appointment_link WHERE appointment = $1
)sql"};

const Sql delete_expired_links_sql{"tickets.delete_expired_appointment_links", R"sql(
    DELETE FROM ticket_appointment_link WHERE expires_at <= $1
)sql"};

const Sql find_feed_sql{"tickets.find_calendar_feed", R"sql(
    SELECT token_at FROM ticket_calendar WHERE person = $1 AND token IS NOT NULL
)sql"};

const Sql find_feed_owner_sql{"tickets.find_calendar_owner", R"sql(
    SELECT person FROM ticket_calendar WHERE token = $1
)sql"};

const Sql save_feed_sql{"tickets.save_calendar_feed", R"sql(
    INSERT INTO ticket_calendar (person, turn, token, token_at) VALUES ($1, 1, $2, $3)
    ON CONFLICT (person) DO UPDATE
       SET turn = ticket_calendar.turn + 1, token = excluded.token, token_at = excluded.token_at
)sql"};

const Sql give_appointments_to_sql{"tickets.give_appointments_to", R"sql(
    UPDATE ticket_appointment SET customer = $2 WHERE ticket = $1
)sql"};

const Sql load_settings_sql{"tickets.load_appointment_settings", R"sql(
    SELECT version, move_hours, feed_detail FROM ticket_appointment_settings WHERE id = 1
)sql"};

const Sql save_settings_sql{"tickets.save_appointment_settings", R"sql(
    UPDATE ticket_appointment_settings SET version = version + 1, move_hours = $2, feed_detail = $3
     WHERE id = 1 AND version = $1
)sql"};

const Sql list_own_sql{"tickets.list_own_appointments", R"sql(
    SELECT a.ticket AS ticket, a.kind AS kind, a.state AS state, a.starts_at AS starts_at,
           a.customer_note AS customer_note, a.internal_note AS internal_note
      FROM ticket_appointment AS a
     WHERE a.id IN (SELECT held.appointment FROM ticket_appointment_person AS held
                     WHERE held.person = $1)
     ORDER BY a.id LIMIT $2
)sql"};

// Of a contact, without what is ours alone.
const Sql list_own_as_contact_sql{"tickets.list_own_appointments_as_contact", R"sql(
    SELECT ticket, kind, state, starts_at, customer_note, NULL AS internal_note
      FROM ticket_appointment WHERE contact = $1 ORDER BY id LIMIT $2
)sql"};

const Sql list_tickets_with_contact_sql{"tickets.list_tickets_with_contact", R"sql(
    SELECT DISTINCT ticket FROM ticket_appointment WHERE contact = $1
)sql"};

#define OGNIWO_ERASE_WORDS                                                                      \
    "UPDATE ticket_appointment SET address = NULL, customer_note = NULL, internal_note = NULL," \
    " reason = NULL WHERE "

const Sql erase_written_sql{"tickets.erase_appointments_written",
                            OGNIWO_ERASE_WORDS "noted_by = $1"};
const Sql erase_met_sql{"tickets.erase_appointments_met", OGNIWO_ERASE_WORDS "contact = $1"};

#undef OGNIWO_ERASE_WORDS

const Sql delete_links_to_sql{"tickets.delete_appointment_links_to", R"sql(
    DELETE FROM ticket_appointment_link WHERE person = $1
)sql"};

const Sql forget_feed_sql{"tickets.forget_calendar_feed", R"sql(
    UPDATE ticket_calendar SET token = NULL, token_at = NULL WHERE person = $1
)sql"};

// What this file has written itself.
std::vector<Time> stored_times(const std::string& json) {
    auto times = from_json<std::vector<Time>>(json);
    INVARIANT(static_cast<bool>(times));
    return *std::move(times);
}

Appointment read_appointment(const Row& row) {
    Appointment appointment{.id = row.get<AppointmentId>("id"),
                            .ticket = row.get<TicketId>("ticket"),
                            .customer = row.get<CustomerId>("customer"),
                            .version = row.get<std::int64_t>("version"),
                            .kind = row.get<AppointmentKind>("kind"),
                            .state = row.get<AppointmentState>("state"),
                            .starts_at = row.get<std::optional<Time>>("starts_at"),
                            .offers = stored_times(row.get<std::string>("offers")),
                            .offers_until = row.get<std::optional<Time>>("offers_until"),
                            .minutes = row.get<int>("minutes"),
                            .travel_before = row.get<int>("travel_before"),
                            .travel_after = row.get<int>("travel_after"),
                            .site = row.get<std::optional<people::SiteId>>("site"),
                            .address = row.get<std::optional<std::string>>("address"),
                            .contact = row.get<std::optional<PersonId>>("contact"),
                            .customer_note = row.get<std::optional<std::string>>("customer_note"),
                            .internal_note = row.get<std::optional<std::string>>("internal_note"),
                            .missed_by = row.get<std::optional<MissedBy>>("missed_by"),
                            .reason = row.get<std::optional<std::string>>("reason"),
                            .noted_by = row.get<std::optional<PersonId>>("noted_by"),
                            .sequence = row.get<int>("sequence"),
                            .changed_at = row.get<Time>("changed_at")};
    if (appointment.starts_at) {
        appointment.ends_at = *appointment.starts_at + Minutes{appointment.minutes};
    }
    return appointment;
}

struct PersonRow {
    AppointmentId appointment{};
    PersonId person{};
};
PersonRow read_person(const Row& row) {
    return {.appointment = row.get<AppointmentId>("appointment"),
            .person = row.get<PersonId>("person")};
}

TakenBy read_taken(const Row& row) {
    return {.person = row.get<PersonId>("person"),
            .taken = {.appointment = row.get<AppointmentId>("appointment"),
                      .ticket = row.get<TicketId>("ticket"),
                      .time = {row.get<Time>("busy_from"), row.get<Time>("busy_until")},
                      .is_firm = row.get<Hold>("hold") == Hold::firm}};
}

OwnAppointment read_own(const Row& row) {
    return {.ticket = row.get<TicketId>("ticket"),
            .kind = row.get<AppointmentKind>("kind"),
            .state = row.get<AppointmentState>("state"),
            .starts_at = row.get<std::optional<Time>>("starts_at"),
            .customer_note = row.get<std::optional<std::string>>("customer_note"),
            .internal_note = row.get<std::optional<std::string>>("internal_note")};
}

void add_persons(Tx& tx, std::vector<Appointment>& appointments) {
    if (appointments.empty()) return;
    std::vector<AppointmentId> ids;
    for (const Appointment& one : appointments) ids.push_back(one.id);
    const auto rows =
        tx.all(read_person,
               tx.dialect() == Dialect::sqlite ? list_persons_sqlite : list_persons_postgres,
               id_list(ids, tx.dialect()));
    for (const PersonRow& row : rows) {
        const auto found = std::ranges::find(appointments, row.appointment, &Appointment::id);
        if (found != appointments.end()) found->persons.push_back({.person = row.person});
    }
}

}  // namespace

std::optional<Appointment> find_appointment(Tx& tx, AppointmentId appointment) {
    auto found = tx.all(read_appointment, find_appointment_sql, appointment);
    if (found.empty()) return std::nullopt;
    add_persons(tx, found);
    return std::move(found.front());
}

std::vector<Appointment> list_appointments_of(Tx& tx, const std::vector<TicketId>& tickets) {
    auto found = tx.all(read_appointment,
                        tx.dialect() == Dialect::sqlite ? list_appointments_of_sqlite
                                                        : list_appointments_of_postgres,
                        id_list(tickets, tx.dialect()));
    add_persons(tx, found);
    return found;
}

std::vector<Appointment> list_appointments_by_id(Tx& tx, const std::vector<AppointmentId>& ids) {
    if (ids.empty()) return {};
    auto found = tx.all(
        read_appointment,
        tx.dialect() == Dialect::sqlite ? list_appointments_sqlite : list_appointments_postgres,
        id_list(ids, tx.dialect()));
    add_persons(tx, found);
    return found;
}

AppointmentId insert_appointment(Tx& tx, const Appointment& appointment) {
    return tx.insert<AppointmentId>(
        tx.dialect() == Dialect::sqlite ? insert_appointment_sqlite : insert_appointment_postgres,
        appointment.ticket,
        appointment.customer,
        appointment.version,
        appointment.kind,
        appointment.state,
        appointment.starts_at,
        to_json(appointment.offers),
        appointment.offers_until,
        appointment.minutes,
        *appointment.travel_before,
        *appointment.travel_after,
        appointment.site,
        appointment.address,
        appointment.contact,
        appointment.customer_note,
        appointment.internal_note,
        appointment.missed_by,
        appointment.reason,
        appointment.noted_by,
        appointment.sequence,
        appointment.changed_at);
}

void update_appointment(Tx& tx, const Appointment& appointment) {
    tx.run(update_appointment_sql,
           appointment.id,
           appointment.version,
           appointment.kind,
           appointment.state,
           appointment.starts_at,
           to_json(appointment.offers),
           appointment.offers_until,
           appointment.minutes,
           *appointment.travel_before,
           *appointment.travel_after,
           appointment.site,
           appointment.address,
           appointment.contact,
           appointment.customer_note,
           appointment.internal_note,
           appointment.missed_by,
           appointment.reason,
           appointment.noted_by,
           appointment.sequence,
           appointment.changed_at);
}

void give_appointments_to(Tx& tx, TicketId ticket, CustomerId customer) {
    tx.run(give_appointments_to_sql, ticket, customer);
}

void save_held_times(Tx& tx, AppointmentId appointment, const std::vector<HeldTime>& times) {
    tx.run(delete_held_times_sql, appointment);
    for (const HeldTime& held : times) {
        tx.run(insert_held_time_sql,
               appointment,
               held.person,
               held.time.from,
               held.time.to,
               held.hold);
    }
}

// In one order everywhere, so that two of them never wait for each other.
void claim_calendars(Tx& tx, std::vector<PersonId> persons) {
    std::ranges::sort(persons);
    for (const PersonId person : persons) tx.run(claim_calendar_sql, person);
}

std::vector<TakenBy> list_taken(Tx& tx,
                                const std::vector<PersonId>& persons,
                                const Stretch& within,
                                Time now) {
    if (persons.empty()) return {};
    return tx.all(read_taken,
                  tx.dialect() == Dialect::sqlite ? list_taken_sqlite : list_taken_postgres,
                  id_list(persons, tx.dialect()),
                  within.from,
                  within.to,
                  now);
}

std::vector<PersonId> list_taken_persons(Tx& tx, const Stretch& within, Time now) {
    return tx.all(first_column<PersonId>, list_taken_persons_sql, within.from, within.to, now);
}

std::vector<AppointmentId> list_board(Tx& tx, const BoardFilter& filter) {
    if (filter.persons.empty()) return {};
    return tx.all(first_column<AppointmentId>,
                  tx.dialect() == Dialect::sqlite ? list_board_sqlite : list_board_postgres,
                  id_list(filter.persons, tx.dialect()),
                  filter.within.from,
                  filter.within.to,
                  filter.now,
                  filter.limit);
}

void insert_link(Tx& tx,
                 const AppointmentLink& link,
                 const Blob& token,
                 const std::pair<Time, Time>& made_and_expires) {
    tx.run(insert_link_sql,
           token,
           link.appointment,
           link.person,
           made_and_expires.first,
           made_and_expires.second);
}

std::optional<AppointmentLink> find_link(Tx& tx, const Blob& token, Time now) {
    return tx.find(
        [](const Row& row) {
            return AppointmentLink{.appointment = row.get<AppointmentId>("appointment"),
                                   .person = row.get<PersonId>("person")};
        },
        find_link_sql,
        token,
        now);
}

void extend_links(Tx& tx, AppointmentId appointment, Time expires_at) {
    tx.run(extend_links_sql, appointment, expires_at);
}

std::int64_t delete_links_of(Tx& tx, AppointmentId appointment) {
    return tx.run(delete_links_sql, appointment);
}

void delete_expired_links(Tx& tx, Time now) {
    tx.run(delete_expired_links_sql, now);
}

CalendarFeed find_feed(Tx& tx, PersonId person) {
    const auto made_at = tx.first<Time>(find_feed_sql, person);
    return {.active = made_at.has_value(), .made_at = made_at};
}

std::optional<PersonId> find_feed_owner(Tx& tx, const Blob& token) {
    return tx.first<PersonId>(find_feed_owner_sql, token);
}

void save_feed(Tx& tx, PersonId person, const std::optional<Blob>& token, Time now) {
    tx.run(save_feed_sql, person, token, token ? std::optional(now) : std::nullopt);
}

AppointmentSettings load_appointment_settings(Tx& tx) {
    return *tx.find(
        [](const Row& row) {
            return AppointmentSettings{.version = row.get<std::int64_t>("version"),
                                       .move_hours = row.get<int>("move_hours"),
                                       .feed_detail = row.get<FeedDetail>("feed_detail")};
        },
        load_settings_sql);
}

bool save_appointment_settings(Tx& tx, const AppointmentSettings& settings) {
    return tx.run(save_settings_sql, settings.version, settings.move_hours, settings.feed_detail) ==
           1;
}

std::vector<OwnAppointment> list_own_appointments(Tx& tx, PersonId person) {
    auto own = tx.all(read_own, list_own_sql, person, own_most);
    std::ranges::move(tx.all(read_own, list_own_as_contact_sql, person, own_most),
                      std::back_inserter(own));
    return own;
}

std::vector<TicketId> list_tickets_with_contact(Tx& tx, PersonId person) {
    return tx.all(first_column<TicketId>, list_tickets_with_contact_sql, person);
}

void erase_appointments_of(Tx& tx, PersonId person) {
    tx.run(erase_written_sql, person);
    tx.run(erase_met_sql, person);
    tx.run(delete_links_to_sql, person);
    tx.run(forget_feed_sql, person);
}

}  // namespace ogniwo::tickets::store
