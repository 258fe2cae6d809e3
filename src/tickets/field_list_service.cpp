#include <algorithm>

#include "people/service.hpp"
#include "storage/journal.hpp"
#include "tickets/access.hpp"
#include "tickets/cursors.hpp"
#include "tickets/field_list_store.hpp"
#include "tickets/field_service.hpp"
#include "tickets/field_store.hpp"
#include "tickets/field_value_store.hpp"
#include "tickets/reach.hpp"
#include "tickets/rules.hpp"

namespace ogniwo::tickets {
namespace {

using store::FieldRow;
using store::FieldStorage;
using store::FieldWalk;

// Whoever sees few customers has each of them walked through; of many, most of an index is theirs.
constexpr std::size_t few_customers = 8;

Error wrong(std::string pointer, const Reason& reason) {
    return {.reason = invalid_fields, .fields = {{std::move(pointer), reason.name, {}}}};
}

FieldStorage storage_of(FieldKind kind) {
    switch (kind) {
        case FieldKind::number:
        case FieldKind::money:
        case FieldKind::person:
        case FieldKind::checkbox:
            return FieldStorage::number;
        default:
            return FieldStorage::word;  // Of an asset, unless one is asked for.
    }
}

bool has_ranges(FieldKind kind) {
    return kind == FieldKind::number || kind == FieldKind::money || kind == FieldKind::date ||
           kind == FieldKind::text;
}

Value value_of(const Kept& kept) {
    if (kept.number) return *kept.number;
    return kept.words.empty() ? Value{Null{}} : Value{kept.words.front()};
}

// A value as conditions write it; of a choice that was retired, too.
Result<std::optional<Value>> read_value(const TicketField& field,
                                        const std::optional<std::string>& text,
                                        const std::string& pointer) {
    if (!text) return std::optional<Value>();
    TicketField asked = field;
    asked.least.reset();
    asked.most.reset();
    for (FieldChoice& choice : asked.choices) choice.retired = false;
    TRY(const Kept kept, keep_written(asked, *text, pointer));
    if (kept.is_empty()) return wrong(pointer, field_value_unreadable);
    return std::optional(value_of(kept));
}

// What the wish says about its field.
struct Asked {
    TicketField field{};
    FieldWalk walk{};
};
Result<Asked> read_query(const View& view, const ListTickets& wish) {
    const FieldQuery& query = wish.by;
    auto field = store::find_field(view.tx, *query.field);
    const bool is_known =
        field && (field->customers != CustomerAccess::hidden || view.actor.may(see_notes));
    if (!is_known) return wrong("/field", field_unknown);
    TRY(const auto value, read_value(*field, query.value, "/fieldValue"));
    TRY(auto from, read_value(*field, query.from, "/fieldFrom"));
    TRY(auto to, read_value(*field, query.to, "/fieldTo"));
    if (from && !has_ranges(field->kind)) return wrong("/fieldFrom", field_no_order);
    if (to && !has_ranges(field->kind)) return wrong("/fieldTo", field_no_order);
    // A ticket with several choices would stand in several places.
    if (field->kind == FieldKind::choices && !value) return wrong("/fieldValue", field_no_order);
    if (value) from = to = value;
    TRY(const auto cursor, read_cursor<FieldCursor>(wish.cursor));
    FieldWalk walk{
        .field = field->id,
        .storage = field->kind == FieldKind::asset && value ? FieldStorage::number
                                                            : storage_of(field->kind),
        // One value: the newest tickets first.
        .order = query.order.value_or(value ? FieldOrder::descending : FieldOrder::ascending),
        .from = std::move(from),
        .to = std::move(to),
        .limit = wish.limit.value_or(page_size_default) + 1};
    if (cursor) {
        const bool is_number = walk.storage == FieldStorage::number;
        if (is_number != cursor->number.has_value() || is_number == cursor->word.has_value()) {
            return invalid_cursor;
        }
        walk.after = FieldRow{.ticket = cursor->ticket,
                              .value = is_number ? Value{*cursor->number} : Value{*cursor->word}};
    }
    return Asked{.field = std::move(*field), .walk = std::move(walk)};
}

class Walking {
public:
    Walking(const View& view, std::vector<ReachedPart> parts)
        : view_(view), parts_(std::move(parts)) {}

    std::vector<FieldRow> rows(const Asked& asked) const {
        std::vector<FieldRow> rows;
        for (const auto& [scope, filter] : parts_) {
            add(rows, in_scope(asked.walk, scope, filter), asked.walk);
        }
        return rows;
    }

private:
    // Both are in the order of the walk, and so is the result; what is beyond the page is left out.
    static void add(std::vector<FieldRow>& rows,
                    std::vector<FieldRow> more,
                    const FieldWalk& walk) {
        if (rows.empty()) {
            rows = std::move(more);
            return;
        }
        const bool is_up = walk.order == FieldOrder::ascending;
        const auto middle = static_cast<std::ptrdiff_t>(rows.size());
        std::ranges::move(more, std::back_inserter(rows));
        std::inplace_merge(rows.begin(),
                           rows.begin() + middle,
                           rows.end(),
                           [is_up](const FieldRow& a, const FieldRow& b) {
                               const auto& first = is_up ? a : b;
                               const auto& second = is_up ? b : a;
                               if (first.value == second.value) return first.ticket < second.ticket;
                               return is_less(first.value, second.value);
                           });
        // Whoever follows a ticket, and was merged into somebody who does, finds it twice.
        const auto again = std::ranges::unique(rows, [](const FieldRow& a, const FieldRow& b) {
            return a.ticket == b.ticket && a.value == b.value;
        });
        rows.erase(again.begin(), again.end());
        const auto limit = static_cast<std::size_t>(walk.limit);
        if (rows.size() > limit) rows.resize(limit);
    }

    // Values of one field are all of one kind.
    static bool is_less(const Value& a, const Value& b) {
        if (const auto* number = std::get_if<std::int64_t>(&a)) {
            return *number < std::get<std::int64_t>(b);
        }
        return std::get<std::string>(a) < std::get<std::string>(b);
    }

    std::vector<FieldRow> in_scope(const FieldWalk& walk,
                                   const Scope& scope,
                                   const store::TicketFilter& filter) const {
        if (store::is_narrow(filter)) return store::sort_by_field(view_.tx, scope, walk, filter);
        std::vector<FieldRow> rows;
        FieldWalk left = walk;
        for (const bool open : {opens_with_open(walk), !opens_with_open(walk)}) {
            if (!may_be(open, filter)) continue;
            for (const auto customer : customers(scope, filter)) {
                const store::FieldPart part{.is_open = open, .customer = customer};
                add(rows, store::walk_field(view_.tx, scope, {left, part}, filter), walk);
                if (rows.size() == static_cast<std::size_t>(walk.limit)) left.until = rows.back();
            }
        }
        return rows;
    }

    // The part that is likely to fill the page goes first and spares the other one most of its way.
    // Of all tickets most are done; of one value the newest ones come first, and those are open.
    static bool opens_with_open(const FieldWalk& walk) {
        return walk.from && walk.from == walk.to && walk.order == FieldOrder::descending;
    }

    static bool may_be(bool open, const store::TicketFilter& filter) {
        if (filter.status && is_open(*filter.status) != open) return false;
        return !filter.open || *filter.open == open;
    }

    // Nobody: the whole scope in one walk.
    static std::vector<std::optional<CustomerId>> customers(const Scope& scope,
                                                            const store::TicketFilter& filter) {
        if (filter.customer) return {filter.customer};
        if (scope.everyone || scope.customers.size() > few_customers) return {std::nullopt};
        return {scope.customers.begin(), scope.customers.end()};
    }

    const View& view_;
    const std::vector<ReachedPart> parts_;
};

// One value is walked through after the other, until the page is full.
std::vector<FieldRow> rows_by_value(const Walking& walking,
                                    const Asked& asked,
                                    std::vector<Value> values) {
    if (asked.walk.order == FieldOrder::descending) std::ranges::reverse(values);
    auto from = values.begin();
    if (asked.walk.after) from = std::ranges::find(values, asked.walk.after->value);
    std::vector<FieldRow> rows;
    for (auto value = from; value != values.end(); ++value) {
        Asked one = asked;
        one.walk.from = one.walk.to = *value;
        one.walk.limit = asked.walk.limit - static_cast<int>(rows.size());
        if (value != from) one.walk.after.reset();
        std::ranges::move(walking.rows(one), std::back_inserter(rows));
        if (rows.size() >= static_cast<std::size_t>(asked.walk.limit)) break;
    }
    return rows;
}

// A choice has its place in its definition, not in the alphabet. Of somebody in a field, those who
// are one with them are meant, too.
std::vector<FieldRow> rows_of(Tx& tx, const Walking& walking, const Asked& asked) {
    std::vector<Value> values;
    if (asked.field.kind == FieldKind::choice && !asked.walk.from) {
        for (const FieldChoice& choice : asked.field.choices) values.emplace_back(choice.key);
        return rows_by_value(walking, asked, std::move(values));
    }
    if (asked.field.kind == FieldKind::person && asked.walk.from) {
        auto persons = people::one_with(tx, PersonId{std::get<std::int64_t>(*asked.walk.from)});
        std::ranges::sort(persons);
        for (const PersonId person : persons) values.emplace_back(person.value);
        return rows_by_value(walking, asked, std::move(values));
    }
    return walking.rows(asked);
}

std::string cursor_after(const FieldRow& row) {
    FieldCursor cursor{.ticket = row.ticket};
    if (const auto* number = std::get_if<std::int64_t>(&row.value)) {
        cursor.number = *number;
    } else {
        cursor.word = std::get<std::string>(row.value);
    }
    return cursor_text(cursor);
}

std::vector<Ticket> tickets_of(Tx& tx, const std::vector<FieldRow>& rows) {
    std::vector<std::int64_t> ids;
    ids.reserve(rows.size());
    for (const FieldRow& row : rows) ids.push_back(row.ticket.value);
    auto found = store::list_tickets_by_id(tx, ids);
    // Tickets are large: each is moved once, none is sorted.
    std::map<TicketId, Ticket*> places;
    for (Ticket& ticket : found) places[ticket.id] = &ticket;
    std::vector<Ticket> tickets;
    tickets.reserve(found.size());
    for (const FieldRow& row : rows) {
        const auto one = places.find(row.ticket);
        if (one != places.end()) tickets.push_back(std::move(*one->second));
    }
    return tickets;
}

}  // namespace

Result<TicketList> list_by_field(const View& view,
                                 const ListTickets& wish,
                                 const store::TicketFilter& filter) {
    TRY(const Asked asked, read_query(view, wish));
    const bool is_hidden = asked.field.customers == CustomerAccess::hidden;
    const Walking walking(view,
                          parts_of(view, filter, is_hidden ? Asking::by_internal : Asking::openly));
    auto rows = rows_of(view.tx, walking, asked);
    TicketList list{.live = to_text(journal::end(view.tx))};
    if (cut_page(rows, asked.walk.limit - 1)) list.next = cursor_after(rows.back());
    list.items = tickets_of(view.tx, rows);
    add_names(view, list.items);
    TRY_DO(add_field_columns(view, wish, list));
    return list;
}

Outcome add_field_columns(const View& view, const ListTickets& wish, TicketList& list) {
    if (!wish.by.columns) return Nothing{};
    const auto fields = store::list_fields(view.tx);
    for (std::size_t i = 0; i < wish.by.columns->size(); ++i) {
        const TicketField* field = find_field(fields, (*wish.by.columns)[i]);
        const bool is_known = field != nullptr && (field->customers != CustomerAccess::hidden ||
                                                   view.actor.may(see_notes));
        if (!is_known) return wrong("/fieldColumns/" + std::to_string(i), field_unknown);
    }
    std::vector<TicketId> tickets;
    std::map<TicketId, CustomerId> customers;
    for (const Ticket& ticket : list.items) {
        tickets.push_back(ticket.id);
        customers[ticket.id] = ticket.customer;
    }
    list.fields.emplace();
    for (const auto& one : store::list_values_of(view.tx, tickets, *wish.by.columns)) {
        const TicketField& field = *find_field(fields, one.field);
        if (!may_see_field(view.actor, field, customers.at(one.ticket))) continue;
        if (list.fields->empty() || list.fields->back().ticket != one.ticket) {
            list.fields->push_back({.ticket = one.ticket});
        }
        list.fields->back().values.push_back(shown(field, one.kept));
    }
    std::vector<ValueOf> all;
    for (FieldsOfTicket& row : *list.fields) {
        for (FieldValue& value : row.values) all.push_back({customers.at(row.ticket), &value});
    }
    add_value_names(view, all);
    for (FieldsOfTicket& row : *list.fields) leave_out_hidden(fields, row.values);
    return Nothing{};
}

}  // namespace ogniwo::tickets
