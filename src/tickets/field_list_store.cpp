#include "tickets/field_list_store.hpp"

#include <map>
#include <memory>
#include <mutex>

#include "tickets/rules.hpp"

namespace ogniwo::tickets::store {
namespace {

// As the indexes of schema/0006 are written, to the letter.
constexpr std::string_view open_sql = "status IN ('new', 'open', 'waiting')";

// A statement that grows: texts and the values behind their placeholders.
class Growing {
public:
    template <class T>
    std::string add(const T& value) {
        values_.push_back(to_value(value));
        return "$" + std::to_string(values_.size());
    }
    std::string add(const Value& value) {
        values_.push_back(value);
        return "$" + std::to_string(values_.size());
    }
    void also(const std::string& condition) { text_ += " AND " + condition; }
    void append(const std::string& text) { text_ += text; }

    const std::string& text() const { return text_; }
    const std::vector<Value>& values() const { return values_; }

private:
    std::string text_;
    std::vector<Value> values_;
};

std::string column_of(const FieldWalk& walk) {
    return walk.storage == FieldStorage::number ? "v.number" : "v.word";
}

// The same column, but no index of values leads there: the tickets do.
std::string tested_column_of(const FieldWalk& walk) {
    return "COALESCE(" + column_of(walk) + ", NULL)";
}

// Field, kind of storage, and the values from where the page begins to where the walk ends.
void add_range(Growing& sql, const FieldWalk& walk, const std::string& column) {
    const bool is_up = walk.order == FieldOrder::ascending;
    sql.also(column + " IS NOT NULL");
    const std::string past = is_up ? " > " : " < ";
    const std::string up_to = is_up ? " <= " : " >= ";
    if (walk.from && walk.from == walk.to) {
        sql.also(column + " = " + sql.add(*walk.from));
        if (walk.after) sql.also("v.ticket" + past + sql.add(walk.after->ticket));
        if (walk.until) sql.also("v.ticket" + up_to + sql.add(walk.until->ticket));
        return;
    }
    const auto place = [&](const FieldRow& row) {
        const std::string value = sql.add(row.value);
        return "(" + value + ", " + sql.add(row.ticket) + ")";
    };
    // A place of a ticket is closer than the bound on that side.
    const auto& near = is_up ? walk.from : walk.to;
    const auto& far = is_up ? walk.to : walk.from;
    if (walk.after) {
        sql.also("(" + column + ", v.ticket)" + past + place(*walk.after));
    } else if (near) {
        sql.also(column + (is_up ? " >= " : " <= ") + sql.add(*near));
    }
    if (walk.until) {
        sql.also("(" + column + ", v.ticket)" + up_to + place(*walk.until));
    } else if (far) {
        sql.also(column + up_to + sql.add(*far));
    }
}

void add_end(Growing& sql, const FieldWalk& walk, const std::string& column) {
    const std::string way = walk.order == FieldOrder::ascending ? "" : " DESC";
    sql.append(" ORDER BY " + column + way + ", v.ticket" + way + " LIMIT " + sql.add(walk.limit));
}

template <class T>
void add_equal(Growing& sql, const char* column, const std::optional<T>& value) {
    if (value) sql.also(std::string(column) + " = " + sql.add(*value));
}

// Everything about the ticket itself but whether it is open.
void add_filter(Growing& sql, const TicketFilter& filter) {
    sql.also(filter.spam ? "spam_at IS NOT NULL" : "spam_at IS NULL");
    if (!filter.merged) sql.also("status <> 'merged'");
    if (filter.snoozed) {
        sql.also(*filter.snoozed ? "snoozed_until IS NOT NULL" : "snoozed_until IS NULL");
    }
    if (filter.worked_on_by) {
        const std::string me = sql.add(*filter.worked_on_by);
        sql.also("(assignee = " + me +
                 " OR ticket.id IN (SELECT ticket FROM ticket_worker WHERE person = " + me + "))");
    }
    if (filter.due_before) sql.also("due_at < " + sql.add(*filter.due_before));
    if (filter.folded_tag) {
        sql.also(
            "ticket.id IN (SELECT tagged.ticket FROM ticket_tag AS tagged"
            " JOIN ticket_tag_word AS word ON word.id = tagged.tag WHERE word.folded = " +
            sql.add(*filter.folded_tag) + ")");
    }
    add_equal(sql, "queue", filter.queue);
    add_equal(sql, "tier", filter.tier);
    add_equal(sql, "status", filter.status);
    add_equal(sql, "state", filter.state);
    add_equal(sql, "assignee", filter.assignee);
    add_equal(sql, "requester", filter.requester);
    add_equal(sql, "site", filter.site);
    add_equal(sql, "type", filter.type);
    add_equal(sql, "priority", filter.priority);
    if (filter.unassigned) {
        sql.also(*filter.unassigned ? "assignee IS NULL" : "assignee IS NOT NULL");
    }
    if (filter.folded_part) {
        std::string part =
            "search LIKE " + sql.add(containing(*filter.folded_part)) + " ESCAPE '!'";
        if (filter.number) part += " OR ticket.id = " + sql.add(*filter.number);
        sql.also("(" + part + ")");
    }
    if (filter.asset) {
        sql.also(
            "ticket.id IN (SELECT named.ticket FROM ticket_field AS field"
            " JOIN ticket_field_value AS named ON named.field = field.id"
            " WHERE field.kind = 'asset' AND (field.customers <> 'hidden' OR " +
            sql.add(filter.hidden_fields) + ") AND named.is_open IN (TRUE, FALSE)" +
            " AND named.number = " + sql.add(*filter.asset) + ")");
    }
    if (filter.followed_by) {
        sql.also("ticket.id IN (SELECT ticket FROM ticket_follower WHERE person = " +
                 sql.add(*filter.followed_by) + ")");
    }
    if (filter.category) {
        const std::string id = sql.add(*filter.category);
        sql.also("category IN (SELECT id FROM ticket_category WHERE id = " + id + " OR parent = " +
                 id + " OR parent IN (SELECT id FROM ticket_category WHERE parent = " + id + "))");
    }
}

bool filters_tickets(const TicketFilter& filter) {
    return filter.worked_on_by || filter.spam || filter.snoozed || filter.folded_tag ||
           filter.due_before || filter.queue || filter.tier || filter.status || filter.state ||
           filter.assignee || filter.unassigned || filter.requester || filter.site ||
           filter.folded_part || filter.followed_by || filter.type || filter.priority ||
           filter.category;
}

// Whether the index of values does not answer everything. What is not open may be spam, or merged.
bool asks_tickets(const FieldPart& part, const TicketFilter& filter) {
    return !part.is_open || filters_tickets(filter);
}

Growing walking(const std::pair<FieldWalk, FieldPart>& asked, const TicketFilter& filter) {
    const auto& [walk, part] = asked;
    const bool joins = asks_tickets(part, filter);
    Growing sql;
    // The order of the join is meant: a filter on tickets is a test, never the way in.
    sql.append("SELECT v.ticket, " + column_of(walk) + " FROM ticket_field_value AS v" +
               (joins ? " CROSS JOIN ticket WHERE ticket.id = v.ticket AND " : " WHERE ") +
               "v.field = " + sql.add(walk.field));
    sql.also("v.is_open = " + sql.add(part.is_open));
    if (part.customer) sql.also("v.of_customer = " + sql.add(*part.customer));
    add_range(sql, walk, column_of(walk));
    if (joins) add_filter(sql, filter);
    sql.also("{scope +v.of_customer}");
    add_end(sql, walk, column_of(walk));
    return sql;
}

Growing sorting(const FieldWalk& walk, const TicketFilter& filter) {
    Growing sql;
    sql.append("SELECT v.ticket, " + column_of(walk) +
               " FROM ticket CROSS JOIN ticket_field_value AS v"
               " WHERE v.ticket = ticket.id AND v.field = " +
               sql.add(walk.field));
    add_range(sql, walk, tested_column_of(walk));
    if (filter.open) sql.also((*filter.open ? "" : "NOT ") + std::string(open_sql));
    add_filter(sql, filter);
    add_equal(sql, "customer", filter.customer);
    sql.also("{scope +customer}");
    add_end(sql, walk, tested_column_of(walk));
    return sql;
}

// There are as many texts as ways to walk through an index, so they stay prepared; those with
// filters on tickets are too many for that.
const Sql& lasting(const std::string& text) {
    static std::mutex mutex;
    static std::map<std::string, std::unique_ptr<const BuiltSql>, std::less<>> known;
    const std::lock_guard lock(mutex);
    auto& sql = known[text];
    if (!sql) sql = std::make_unique<const BuiltSql>("tickets.walk_field", text);
    return *sql;
}

std::vector<FieldRow> rows_of(const ResultSet& set) {
    std::vector<FieldRow> rows;
    rows.reserve(set.size());
    for (std::size_t i = 0; i < set.size(); ++i) {
        const Row row(set, i);
        rows.push_back({.ticket = row.at<TicketId>(0), .value = set.cells[i * 2 + 1]});
    }
    return rows;
}

}  // namespace

bool is_narrow(const TicketFilter& filter) {
    return filter.requester || filter.assignee || filter.site || filter.followed_by ||
           filter.queue || filter.asset;
}

std::vector<FieldRow> walk_field(Tx& tx,
                                 const Scope& scope,
                                 const std::pair<FieldWalk, FieldPart>& walk,
                                 const TicketFilter& filter) {
    const Growing sql = walking(walk, filter);
    if (!filters_tickets(filter)) {
        return rows_of(tx.query(lasting(sql.text()), &scope, sql.values()));
    }
    const PassingSql passing("tickets.walk_field_of_tickets", sql.text());
    return rows_of(tx.query(passing, &scope, sql.values()));
}

std::vector<FieldRow> sort_by_field(Tx& tx,
                                    const Scope& scope,
                                    const FieldWalk& walk,
                                    const TicketFilter& filter) {
    const Growing sql = sorting(walk, filter);
    const PassingSql passing("tickets.sort_by_field", sql.text());
    return rows_of(tx.query(passing, &scope, sql.values()));
}

std::string walking_text(const std::pair<FieldWalk, FieldPart>& walk, const TicketFilter& filter) {
    return walking(walk, filter).text();
}

std::string sorting_text(const FieldWalk& walk, const TicketFilter& filter) {
    return sorting(walk, filter).text();
}

}  // namespace ogniwo::tickets::store
