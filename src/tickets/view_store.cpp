#include "tickets/view_store.hpp"

#include <algorithm>
#include <array>
#include <limits>

#include "base/check.hpp"
#include "conditions/memory.hpp"
#include "conditions/sql.hpp"
#include "tickets/field_conditions.hpp"

namespace ogniwo::tickets::store {
namespace {

using conditions::Condition;
using conditions::Field;
using conditions::FieldType;
using conditions::Group;
using conditions::Presence;
using conditions::Schema;
using conditions::Searchable;

// As the indexes of what is open and of spam are written, to the letter.
constexpr std::string_view open_sql = "status IN ('new', 'open', 'waiting')";
constexpr std::string_view no_spam_sql = "spam_at IS NULL";
constexpr std::string_view spam_sql = "spam_at IS NOT NULL";

template <class E>
std::vector<std::string> values_of() {
    std::vector<std::string> list;
    for (const auto name : names(E{})) list.emplace_back(name);
    return list;
}

template <class E>
Field enumeration(std::string name, std::string column, Presence presence) {
    return {.name = std::move(name),
            .type = FieldType::enumeration,
            .column = std::move(column),
            .presence = presence,
            .values = values_of<E>()};
}

Field id(std::string name, Presence presence, std::vector<std::string> known) {
    std::string column = name;
    return {.name = std::move(name),
            .type = FieldType::id,
            .column = std::move(column),
            .presence = presence,
            .values = std::move(known)};
}

Field instant(std::string name, std::string column, Presence presence) {
    return {.name = std::move(name),
            .type = FieldType::instant,
            .column = std::move(column),
            .presence = presence};
}

// `search` holds the folded subject on its first line.
Schema make_fields(Dialect dialect) {
    const char* subject = dialect == Dialect::sqlite
                              ? "substr(search, 1, instr(search, char(10)) - 1)"
                              : "split_part(search, chr(10), 1)";
    return Schema({
        {.name = "number",
         .type = FieldType::integer,
         .column = "id",
         .presence = Presence::always},
        {.name = "subject",
         .type = FieldType::text,
         .column = subject,
         .presence = Presence::always,
         .searchable = Searchable::yes},
        {.name = "open",
         .type = FieldType::boolean,
         .column = std::string(open_sql),
         .presence = Presence::always},
        enumeration<TicketStatus>("status", "status", Presence::always),
        id("state", Presence::optional, {}),
        enumeration<WaitingFor>("waiting_for", "waiting_for", Presence::optional),
        enumeration<Impact>("impact", "impact", Presence::always),
        enumeration<Urgency>("urgency", "urgency", Presence::always),
        enumeration<Priority>("priority", "priority", Presence::always),
        enumeration<TicketType>("type", "type", Presence::always),
        id("category", Presence::optional, {}),
        {.name = "tier",
         .type = FieldType::integer,
         .column = "tier",
         .presence = Presence::always},
        id("queue", Presence::always, {"mine"}),
        id("assignee", Presence::optional, {"me"}),
        id("requester", Presence::optional, {"me"}),
        id("customer", Presence::always, {}),
        id("site", Presence::optional, {}),
        id("product", Presence::optional, {}),
        {.name = "follower",
         .type = FieldType::ids,
         .column = "f.person",
         .values = {"me"},
         .members = "SELECT 1 FROM ticket_follower f WHERE f.ticket = ticket.id AND {member}"},
        {.name = "tag",
         .type = FieldType::texts,
         .column = "w.folded",
         .members = "SELECT 1 FROM ticket_tag g JOIN ticket_tag_word w ON w.id = g.tag"
                    " WHERE g.ticket = ticket.id AND {member}"},
        instant("due", "due_at", Presence::optional),
        {.name = "snoozed",
         .type = FieldType::boolean,
         .column = "snoozed_until IS NOT NULL",
         .presence = Presence::always},
        {.name = "spam",
         .type = FieldType::boolean,
         .column = std::string(spam_sql),
         .presence = Presence::always},
        {.name = "worker",
         .type = FieldType::ids,
         .column = "w.person",
         .values = {"me"},
         .members = "SELECT 1 FROM ticket_worker w WHERE w.ticket = ticket.id AND {member}"},
        instant("created", "created_at", Presence::always),
        instant("updated", "updated_at", Presence::always),
        instant("resolved", "resolved_at", Presence::optional),
        instant("closed", "closed_at", Presence::optional),
    });
}

// Whether a condition can be met, and whether it can fail, by a ticket of which only the status is
// known.
struct Can {
    bool meet = true;
    bool fail = true;
};

Can can(const Condition& condition, TicketStatus status);

Can can(const Group& group, TicketStatus status) {
    const bool is_any = group.kind == Group::Kind::any;
    Can whole{.meet = !is_any, .fail = is_any};
    for (const Condition& part : group.parts) {
        const Can one = can(part, status);
        if (group.kind == Group::Kind::negation) return {.meet = one.fail, .fail = one.meet};
        whole.meet = is_any ? whole.meet || one.meet : whole.meet && one.meet;
        whole.fail = is_any ? whole.fail && one.fail : whole.fail || one.fail;
    }
    return whole;
}

Can can(const Condition& condition, TicketStatus status) {
    if (const auto* group = std::get_if<Group>(&condition.node)) return can(*group, status);
    const auto* test = std::get_if<conditions::Test>(&condition.node);
    if (test == nullptr || (test->field != "status" && test->field != "open")) return {};
    const bool is_open = status != TicketStatus::resolved && status != TicketStatus::closed;
    const bool met = conditions::matches(condition,
                                         ticket_fields(Dialect::sqlite),
                                         [&](std::size_t) -> conditions::FieldValue {
                                             if (test->field == "open") return is_open;
                                             return std::string(enum_name(status));
                                         },
                                         {});
    return {.meet = met, .fail = !met};
}

bool names_field(const Condition& condition, std::string_view name) {
    const auto fields = conditions::fields_of(condition);
    return std::ranges::find(fields, name) != fields.end();
}

bool is_spam_test(const Condition& condition, bool value) {
    const auto* test = std::get_if<conditions::Test>(&condition.node);
    return test != nullptr && test->field == "spam" && test->op == conditions::Operator::equal &&
           test->values.front() == conditions::Literal(value);
}

// Whether nothing but spam meets it.
bool is_about_spam(const Condition& condition) {
    if (const auto* group = std::get_if<Group>(&condition.node)) {
        return group->kind == Group::Kind::all && std::ranges::any_of(group->parts, is_about_spam);
    }
    return is_spam_test(condition, true);
}

// Whether no spam can meet it, in words that say so.
bool excludes_spam(const Condition& condition) {
    const auto* group = std::get_if<Group>(&condition.node);
    if (group == nullptr) return is_spam_test(condition, false);
    if (group->kind == Group::Kind::negation) return is_spam_test(group->parts.front(), true);
    return group->kind == Group::Kind::all && std::ranges::any_of(group->parts, excludes_spam);
}

// What no view shows unless it is asked for.
std::string off_desk(const Condition& condition) {
    if (names_field(condition, "spam") && !excludes_spam(condition)) return "";
    std::string text = std::string(no_spam_sql) + " AND ";
    if (!names_field(condition, "snoozed")) text += "snoozed_until IS NULL AND ";
    return text;
}

// What follows from the condition and is worth an index of its own.
std::string implied(const Condition& condition) {
    if (is_about_spam(condition)) return std::string(spam_sql) + " AND ";
    const auto possible = possible_statuses(condition);
    if (possible.contains(TicketStatus::resolved) || possible.contains(TicketStatus::closed)) {
        return "";
    }
    std::string text = std::string(open_sql) + " AND ";
    if (possible == std::set{TicketStatus::waiting}) text += "status = 'waiting' AND ";
    return text;
}

// Whether only tickets that were resolved between some moments meet it, which is an index of its
// own.
bool is_about_the_end(const Condition& condition) {
    if (const auto* group = std::get_if<Group>(&condition.node)) {
        return group->kind == Group::Kind::all &&
               std::ranges::any_of(group->parts, is_about_the_end);
    }
    const auto* test = std::get_if<conditions::Test>(&condition.node);
    using Op = conditions::Operator;
    constexpr std::array ranged{
        Op::equal, Op::less, Op::at_most, Op::greater, Op::at_least, Op::between};
    return test != nullptr && test->field == "resolved" &&
           std::ranges::find(ranged, test->op) != ranged.end();
}

// Whether only tickets with one of some statuses of our own meet it, which is an index of its own.
bool is_about_states(const Condition& condition) {
    if (const auto* group = std::get_if<Group>(&condition.node)) {
        return group->kind == Group::Kind::all &&
               std::ranges::any_of(group->parts, is_about_states);
    }
    const auto* test = std::get_if<conditions::Test>(&condition.node);
    using Op = conditions::Operator;
    return test != nullptr && test->field == "state" &&
           (test->op == Op::equal || test->op == Op::in);
}

#define VIEW_COLUMNS " id, version, owner, name_pl, name_en, condition, sort, grouping, place "

// An owner that is nobody's number stands for all: NULL would be equal to nothing.
const Sql list_views_sql{"tickets.list_views",
                         "SELECT" VIEW_COLUMNS
                         "FROM ticket_view WHERE (owner IS NULL OR owner = $1)"
                         " AND retired_at IS NULL ORDER BY owner NULLS FIRST, place, id"};

const Sql find_view_sql{"tickets.find_view",
                        "SELECT" VIEW_COLUMNS
                        "FROM ticket_view WHERE id = $2 AND (owner IS NULL OR owner = $1)"
                        " AND retired_at IS NULL"};

const Sql claim_view_sql{"tickets.claim_view",
                         "UPDATE ticket_view SET version = version + 1"
                         " WHERE id = $2 AND (owner IS NULL OR owner = $1) AND retired_at IS NULL"
                         " RETURNING" VIEW_COLUMNS};

#undef VIEW_COLUMNS

#define INSERT_VIEW                                                                         \
    "INSERT INTO ticket_view (version, owner, name_pl, name_en, condition, sort, grouping," \
    " place) VALUES (1, $1, $2, $3, $4, $5, $6, $7)"

const Sql insert_view_sqlite{"tickets.insert_view", INSERT_VIEW, Dialect::sqlite};
const Sql insert_view_postgres{
    "tickets.insert_view", INSERT_VIEW " RETURNING id", Dialect::postgres};

#undef INSERT_VIEW

const Sql update_view_sql{"tickets.update_view", R"sql(
    UPDATE ticket_view
       SET owner = $2, name_pl = $3, name_en = $4, condition = $5, sort = $6, grouping = $7,
           place = $8
     WHERE id = $1
)sql"};

const Sql delete_view_sql{"tickets.delete_view", R"sql(
    DELETE FROM ticket_view WHERE id = $1
)sql"};

const Sql retire_view_sql{"tickets.retire_view", R"sql(
    UPDATE ticket_view SET retired_at = $2 WHERE id = $1
)sql"};

const Sql count_shared_sql{"tickets.count_shared_views", R"sql(
    SELECT COUNT(*) FROM ticket_view WHERE owner IS NULL AND retired_at IS NULL
)sql"};

const Sql count_own_sql{"tickets.count_own_views", R"sql(
    SELECT COUNT(*) FROM ticket_view WHERE owner = $1
)sql"};

const Sql last_shared_sql{"tickets.last_shared_view", R"sql(
    SELECT COALESCE(MAX(place), 0) FROM ticket_view WHERE owner IS NULL AND retired_at IS NULL
)sql"};

const Sql last_own_sql{"tickets.last_own_view", R"sql(
    SELECT COALESCE(MAX(place), 0) FROM ticket_view WHERE owner = $1
)sql"};

const Sql delete_views_of_sql{"tickets.delete_views_of", R"sql(
    DELETE FROM ticket_view WHERE owner = $1
)sql"};

// There is no counter to keep: what is open is as much as people can work on, and counting it is a
// walk through one small index. So no ticket waits for the row of its queue, two nodes agree
// because they read the same rows, and nothing can drift.
const ScopedSql count_queues_sql{"tickets.count_queues", R"sql(
    SELECT queue, COUNT(*) AS open, COUNT(*) - COUNT(assignee) AS unassigned
      FROM ticket
     WHERE status IN ('new', 'open', 'waiting') AND spam_at IS NULL AND snoozed_until IS NULL
       AND {scope +customer}
     GROUP BY queue
     ORDER BY queue
)sql"};

TicketView read_view(const Row& row) {
    return {.id = row.get<ViewId>("id"),
            .version = row.get<std::int64_t>("version"),
            .name_pl = row.get<std::string>("name_pl"),
            .name_en = row.get<std::string>("name_en"),
            .shared = !row.get<std::optional<PersonId>>("owner"),
            .condition = row.get<std::string>("condition"),
            .sort = row.get<ViewSort>("sort"),
            .grouping = row.get<ViewGrouping>("grouping"),
            .place = row.get<int>("place")};
}

std::optional<PersonId> owner_of(const TicketView& view, PersonId owner) {
    return view.shared ? std::nullopt : std::optional(owner);
}

// A WHERE that grows: texts and the values behind their placeholders.
class Where {
public:
    Where(Dialect dialect, const Matching& what) {
        conditions::SqlFilter filter =
            conditions::to_sql(what.condition,
                               what.own ? what.own->schema() : ticket_fields(dialect),
                               what.context,
                               1);
        values_ = std::move(filter.values);
        // The customers are a test, not a way in: each may have had more tickets than are open.
        std::string open = implied(what.condition);
        const bool by_state = is_about_states(what.condition);
        if (open.empty() && what.own && !by_state) {
            open = what.own->way_in(what.condition, what.context, values_);
            if (!open.empty()) open += " AND ";
        }
        const bool is_way_in = open.empty() && !by_state && !is_about_the_end(what.condition);
        // What is merged is not open, and elsewhere it must be said.
        const std::string here = open.empty() ? "status <> 'merged' AND " : open;
        text_ = here + off_desk(what.condition) + filter.text +
                (is_way_in ? " AND {scope customer}" : " AND {scope +customer}");
        if (what.requester) text_ += " AND requester = " + add(*what.requester);
    }

    template <class T>
    std::string add(const T& value) {
        values_.push_back(to_value(value));
        return "$" + std::to_string(values_.size());
    }
    void also(const std::string& text) { text_ += " AND " + text; }

    const std::string& text() const { return text_; }
    const std::vector<Value>& values() const { return values_; }

private:
    std::string text_;
    std::vector<Value> values_;
};

std::string counting(const Where& where, std::int64_t most) {
    return "SELECT COUNT(*) FROM (SELECT 1 FROM ticket WHERE " + where.text() + " LIMIT " +
           std::to_string(most) + ") AS found";
}

// Behind every due date there can be.
const Time never = from_micros((std::int64_t{1} << 53) - 1);

// What is promised nothing comes last, by priority.
Time unpromised(Priority priority) {
    return never - Microseconds{static_cast<std::int64_t>(priority)};
}

std::string promise_key() {
    std::string key = "COALESCE(promised_until, CASE priority";
    for (std::size_t i = 0; i < names(Priority{}).size(); ++i) {
        const auto priority = static_cast<Priority>(i);
        key += " WHEN '" + std::string(enum_name(priority)) + "' THEN " +
               std::to_string(to_micros(unpromised(priority)));
    }
    return key + " END)";
}

// By number the open ones are sorted, not walked to: among all numbers they are few, and "+" keeps
// the database from looking for them one by one.
std::string order_of(ViewSort sort, bool is_open) {
    const std::string number = is_open ? "+id" : "id";
    switch (sort) {
        case ViewSort::activity:
            return "updated_at DESC, id DESC";
        case ViewSort::quiet:
            return "updated_at, id";
        case ViewSort::newest:
            return number + " DESC";
        case ViewSort::oldest:
            return number;
        case ViewSort::due:
            return "COALESCE(due_at, " + std::to_string(to_micros(never)) + "), id";
        case ViewSort::promise:
            return promise_key() + ", id";
    }
    return number;
}

void go_on_after(Where& where, ViewSort sort, const std::pair<Time, TicketId>& place) {
    const std::string number = where.add(place.second);
    if (sort == ViewSort::newest) return where.also("id < " + number);
    if (sort == ViewSort::oldest) return where.also("id > " + number);
    const std::string time = where.add(place.first);
    if (sort == ViewSort::due) {
        return where.also("(COALESCE(due_at, " + std::to_string(to_micros(never)) +
                          "), id) > (CAST(" + time + " AS bigint), " + number + ")");
    }
    if (sort == ViewSort::promise) {
        return where.also("(" + promise_key() + ", id) > (CAST(" + time + " AS bigint), " + number +
                          ")");
    }
    const std::string sign = sort == ViewSort::activity ? " < " : " > ";
    where.also("(updated_at, id)" + sign + "(" + time + ", " + number + ")");
}

}  // namespace

const Schema& ticket_fields(Dialect dialect) {
    static const Schema sqlite = make_fields(Dialect::sqlite);
    static const Schema postgres = make_fields(Dialect::postgres);
    return dialect == Dialect::sqlite ? sqlite : postgres;
}

std::set<TicketStatus> possible_statuses(const Condition& condition) {
    std::set<TicketStatus> possible;
    for (std::size_t i = 0; i < names(TicketStatus{}).size(); ++i) {
        const auto status = static_cast<TicketStatus>(i);
        if (can(condition, status).meet) possible.insert(status);
    }
    return possible;
}

bool asks_for_marks(const Condition& condition) {
    constexpr std::array<std::string_view, 5> marks{"tag", "due", "snoozed", "spam", "state"};
    return std::ranges::any_of(marks,
                               [&](std::string_view name) { return names_field(condition, name); });
}

Time due_or_never(const Ticket& ticket) {
    return ticket.due_at.value_or(never);
}

Time promise_or_never(const Ticket& ticket) {
    return ticket.promised_until.value_or(unpromised(ticket.priority));
}

std::vector<TicketView> list_views(Tx& tx, PersonId person) {
    return tx.all(read_view, list_views_sql, person);
}

std::optional<TicketView> find_view(Tx& tx, PersonId person, ViewId view) {
    return tx.find(read_view, find_view_sql, person, view);
}

std::optional<TicketView> claim_view(Tx& tx, PersonId person, ViewId view) {
    return tx.find(read_view, claim_view_sql, person, view);
}

TicketView insert_view(Tx& tx, TicketView view, PersonId owner) {
    view.version = 1;
    view.place = 1 + static_cast<int>(view.shared ? tx.one<std::int64_t>(last_shared_sql)
                                                  : tx.one<std::int64_t>(last_own_sql, owner));
    view.id = tx.insert<ViewId>(
        tx.dialect() == Dialect::sqlite ? insert_view_sqlite : insert_view_postgres,
        owner_of(view, owner),
        view.name_pl,
        view.name_en,
        view.condition,
        view.sort,
        view.grouping,
        view.place);
    return view;
}

void update_view(Tx& tx, const TicketView& view, PersonId owner) {
    tx.run(update_view_sql,
           view.id,
           owner_of(view, owner),
           view.name_pl,
           view.name_en,
           view.condition,
           view.sort,
           view.grouping,
           view.place);
}

void delete_view(Tx& tx, ViewId view) {
    tx.run(delete_view_sql, view);
}

void retire_view(Tx& tx, ViewId view, Time at) {
    tx.run(retire_view_sql, view, at);
}

std::int64_t count_views(Tx& tx, std::optional<PersonId> owner) {
    if (!owner) return tx.one<std::int64_t>(count_shared_sql);
    return tx.one<std::int64_t>(count_own_sql, *owner);
}

void delete_views_of(Tx& tx, PersonId person) {
    tx.run(delete_views_of_sql, person);
}

std::string counting_text(Dialect dialect, const Matching& what) {
    return counting(Where(dialect, what), count_most);
}

std::int64_t count_matching(Tx& tx, const Scope& scope, const Matching& what, std::int64_t most) {
    const Where where(tx.dialect(), what);
    const PassingSql sql("tickets.count_matching", counting(where, most));
    return Row(tx.query(sql, &scope, where.values()), 0).at<std::int64_t>(0);
}

std::vector<TicketId> list_matching(Tx& tx,
                                    const Scope& scope,
                                    const Matching& what,
                                    const MatchPage& page) {
    Where where(tx.dialect(), what);
    if (page.after) go_on_after(where, page.sort, *page.after);
    const std::string limit = where.add(page.limit);
    const PassingSql sql("tickets.list_matching",
                         "SELECT id FROM ticket WHERE " + where.text() + " ORDER BY " +
                             order_of(page.sort, !implied(what.condition).empty()) + " LIMIT " +
                             limit);
    const ResultSet found = tx.query(sql, &scope, where.values());
    std::vector<TicketId> ids;
    for (std::size_t i = 0; i < found.size(); ++i) ids.push_back(Row(found, i).at<TicketId>(0));
    return ids;
}

std::vector<QueueCount> count_queues(Tx& tx, const Scope& scope) {
    return tx.all(
        [](const Row& row) {
            return QueueCount{.queue = row.get<QueueId>("queue"),
                              .open = row.get<std::int64_t>("open"),
                              .unassigned = row.get<std::int64_t>("unassigned")};
        },
        count_queues_sql,
        scope);
}

}  // namespace ogniwo::tickets::store
