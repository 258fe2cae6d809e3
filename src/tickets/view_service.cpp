#include "tickets/view_service.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "people/service.hpp"
#include "storage/journal.hpp"
#include "tickets/access.hpp"
#include "tickets/calendar.hpp"
#include "tickets/cursors.hpp"
#include "tickets/field_conditions.hpp"
#include "tickets/meant.hpp"
#include "tickets/reach.hpp"
#include "tickets/store.hpp"
#include "tickets/view_store.hpp"
#include "tiers/service.hpp"

namespace ogniwo::tickets {
namespace {

FieldError too_short(std::string_view pointer) {
    return {std::string(pointer), "too_short", {{"least", "1"}}};
}

// As it is meant. What is wrong with a condition is wrong with one field; line and column go along.
Result<store::ReadCondition> read_condition(Tx& tx, const std::string& text) {
    auto parsed = store::read_condition(tx, text);
    if (parsed) {
        parsed->condition = meant_by(tx, parsed->condition);
        return std::move(*parsed);
    }
    const Error& error = parsed.error();
    return Error{.reason = invalid_fields,
                 .fields = {{"/condition", error.reason.name, error.shown}}};
}

conditions::Context context_of(const View& view) {
    conditions::Context context{.now = view.now, .zone = zone_of_actor(view)};
    if (!view.actor.person) return context;
    for (const PersonId person : all_of(view.actor)) {
        context.named["me"].push_back(person.value);
    }
    for (const QueueId queue : tiers::queues_of_person(view.tx, view.actor.person)) {
        context.named["mine"].push_back(queue.value);
    }
    return context;
}

// An order tells of its key as a condition does: which ticket is due before which.
Reach reach_of(const Actor& actor, const store::ReadCondition& read, ViewSort sort) {
    const bool is_internal = read.is_internal || sort == ViewSort::due;
    return tickets::reach_of(actor, is_internal ? Asking::by_internal : Asking::openly);
}

// What is asked of each part of what the actor may see.
std::vector<std::pair<Scope, store::Matching>> parts_of(const Actor& actor,
                                                        const Reach& reach,
                                                        const store::Matching& what) {
    std::vector<std::pair<Scope, store::Matching>> parts;
    if (reach.all) parts.emplace_back(*reach.all, what);
    if (!reach.own) return parts;
    for (const PersonId person : all_of(actor)) {
        parts.emplace_back(*reach.own,
                           store::Matching{.condition = what.condition,
                                           .context = what.context,
                                           .requester = person,
                                           .own = what.own});
    }
    return parts;
}

std::int64_t count_for(const View& view, const Reach& reach, const store::Matching& what) {
    std::int64_t count = 0;
    for (const auto& [scope, part] : parts_of(view.actor, reach, what)) {
        if (count > count_most) break;
        count += store::count_matching(view.tx, scope, part, count_most + 1);
    }
    return count;
}

bool stands_before(const Ticket& a, const Ticket& b, ViewSort sort) {
    switch (sort) {
        case ViewSort::activity:
            return std::pair(a.updated_at, a.id) > std::pair(b.updated_at, b.id);
        case ViewSort::quiet:
            return std::pair(a.updated_at, a.id) < std::pair(b.updated_at, b.id);
        case ViewSort::newest:
            return a.id > b.id;
        case ViewSort::oldest:
            return a.id < b.id;
        case ViewSort::due:
            return std::pair(store::due_or_never(a), a.id) <
                   std::pair(store::due_or_never(b), b.id);
        case ViewSort::promise:
            return std::pair(store::promise_or_never(a), a.id) <
                   std::pair(store::promise_or_never(b), b.id);
    }
    return false;
}

// The parts of what the actor may see become one list.
std::vector<Ticket> tickets_for(const View& view,
                                const Reach& reach,
                                const store::Matching& what,
                                const store::MatchPage& page) {
    std::vector<std::int64_t> ids;
    for (const auto& [scope, part] : parts_of(view.actor, reach, what)) {
        for (const TicketId id : store::list_matching(view.tx, scope, part, page)) {
            ids.push_back(id.value);
        }
    }
    auto tickets = store::list_tickets_by_id(view.tx, ids);
    std::ranges::sort(
        tickets, [&](const Ticket& a, const Ticket& b) { return stands_before(a, b, page.sort); });
    if (tickets.size() > static_cast<std::size_t>(page.limit)) {
        tickets.resize(static_cast<std::size_t>(page.limit));
    }
    return tickets;
}

// Names without the spaces around them; those of one's own views are one name.
Outcome tidy_names(TicketView& view) {
    view.name_pl = std::string(trim(view.name_pl));
    view.name_en = std::string(trim(view.name_en));
    if (!view.shared && view.name_en.empty()) view.name_en = view.name_pl;
    std::vector<FieldError> errors;
    if (view.name_pl.empty()) errors.push_back(too_short("/namePl"));
    if (view.name_en.empty()) errors.push_back(too_short("/nameEn"));
    if (errors.empty()) return Nothing{};
    return Error{.reason = invalid_fields, .fields = std::move(errors)};
}

// A shared view is the whole company's, so one customer's right is not enough.
Outcome may_change_view(const Actor& actor, bool shared) {
    if (shared && !actor.may_everywhere(share_views)) return view_is_shared;
    return Nothing{};
}

Outcome has_room(Work& work, bool shared) {
    const auto count =
        store::count_views(work.tx, shared ? std::nullopt : std::optional(work.actor.person));
    if (count >= (shared ? shared_views_most : own_views_most)) return views_too_many;
    return Nothing{};
}

About about_view(const TicketView& view) {
    return {.kind = "view", .id = view.id.value, .version = view.version};
}

void record_saved(Work& work, const TicketView& view) {
    work.record(
        ViewSaved{.shared = view.shared,
                  .sort = view.sort,
                  .grouping = view.grouping,
                  .place = view.place},
        about_view(view),
        {{"namePl", view.name_pl}, {"nameEn", view.name_en}, {"condition", view.condition}});
}

}  // namespace

Result<TicketViewList> list_views(const View& view, const Nothing&) {
    return TicketViewList{.items = store::list_views(view.tx, view.actor.person)};
}

Result<ViewCounts> count_views(const View& view, const Nothing&) {
    const conditions::Context context = context_of(view);
    const Reach reach = tickets::reach_of(view.actor, Asking::openly);
    ViewCounts counts;
    for (const TicketView& shown : store::list_views(view.tx, view.actor.person)) {
        // One that an older program wrote in other words has no count until somebody mends it.
        const auto read = read_condition(view.tx, shown.condition);
        if (!read) continue;
        const auto count =
            count_for(view,
                      reach_of(view.actor, *read, shown.sort),
                      {.condition = read->condition, .context = context, .own = &read->fields});
        counts.items.push_back(
            {.view = shown.id, .count = std::min(count, count_most), .more = count > count_most});
    }
    if (reach.all) counts.queues = store::count_queues(view.tx, *reach.all);
    return counts;
}

Result<TicketList> list_matching(const View& view, const ListMatching& wish) {
    TicketView shown;
    if (wish.view) {
        auto found = store::find_view(view.tx, view.actor.person, *wish.view);
        if (!found) return missing;
        shown = std::move(*found);
    }
    TRY(const auto read, read_condition(view.tx, wish.condition.value_or(shown.condition)));
    TRY(const auto cursor, read_cursor<TicketCursor>(wish.cursor));
    const int limit = wish.limit.value_or(page_size_default);
    store::MatchPage page{.sort = wish.sort.value_or(shown.sort), .limit = limit + 1};
    if (cursor) page.after = {from_micros(cursor->updated_at), cursor->ticket};

    const conditions::Context context = context_of(view);
    TicketList list{
        .items = tickets_for(view,
                             reach_of(view.actor, read, page.sort),
                             {.condition = read.condition, .context = context, .own = &read.fields},
                             page),
        .live = to_text(journal::end(view.tx))};
    if (cut_page(list.items, limit)) {
        const Ticket& last = list.items.back();
        const Time place = page.sort == ViewSort::due       ? store::due_or_never(last)
                           : page.sort == ViewSort::promise ? store::promise_or_never(last)
                                                            : last.updated_at;
        list.next = cursor_text(TicketCursor{.updated_at = to_micros(place), .ticket = last.id});
    }
    add_names(view, list.items);
    return list;
}

Result<TicketView> create_view(Work& work, const CreateView& wish) {
    TicketView view{.name_pl = wish.name_pl,
                    .name_en = wish.name_en.value_or(""),
                    .shared = wish.shared.value_or(false),
                    .condition = std::string(trim(wish.condition)),
                    .sort = wish.sort.value_or(ViewSort::activity),
                    .grouping = wish.grouping.value_or(ViewGrouping::none)};
    TRY_DO(may_change_view(work.actor, view.shared));
    TRY_DO(tidy_names(view));
    TRY_DO(read_condition(work.tx, view.condition));
    TRY_DO(has_room(work, view.shared));
    view = store::insert_view(work.tx, std::move(view), work.actor.person);
    record_saved(work, view);
    return view;
}

Result<TicketView> edit_view(Work& work, const EditView& wish) {
    auto claimed = store::claim_view(work.tx, work.actor.person, wish.view);
    if (!claimed) return missing;
    TicketView view = std::move(*claimed);
    const bool becomes_shared = !view.shared && wish.shared.value_or(false);
    TRY_DO(may_change_view(work.actor, view.shared || becomes_shared));
    if (view.version - 1 != wish.version) return stale;
    if (becomes_shared) TRY_DO(has_room(work, true));

    view.shared = view.shared || becomes_shared;
    view.name_pl = wish.name_pl.value_or(view.name_pl);
    view.name_en =
        wish.name_en.value_or(!view.shared && wish.name_pl ? *wish.name_pl : view.name_en);
    view.condition = std::string(trim(wish.condition.value_or(view.condition)));
    view.sort = wish.sort.value_or(view.sort);
    view.grouping = wish.grouping.value_or(view.grouping);
    view.place = wish.place.value_or(view.place);
    TRY_DO(tidy_names(view));
    TRY_DO(read_condition(work.tx, view.condition));
    store::update_view(work.tx, view, work.actor.person);
    record_saved(work, view);
    return view;
}

Result<Nothing> delete_view(Work& work, const DeleteView& wish) {
    const auto view = store::claim_view(work.tx, work.actor.person, wish.view);
    if (!view) return missing;
    TRY_DO(may_change_view(work.actor, view->shared));
    if (view->shared) {
        store::retire_view(work.tx, view->id, work.now);
    } else {
        store::delete_view(work.tx, view->id);
    }
    work.record(ViewDeleted{.shared = view->shared}, about_view(*view));
    return Nothing{};
}

TicketViewList views_of_person(const View& view, PersonId person) {
    TicketViewList views{.items = store::list_views(view.tx, person)};
    std::erase_if(views.items, [](const TicketView& one) { return one.shared; });
    return views;
}

void erase_views(Work& work, PersonId person) {
    store::delete_views_of(work.tx, person);
}

}  // namespace ogniwo::tickets
