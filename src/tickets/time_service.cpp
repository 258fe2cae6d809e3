#include "tickets/time_service.hpp"

#include <algorithm>

#include "people/service.hpp"
#include "storage/journal.hpp"
#include "tickets/access.hpp"
#include "tickets/calendar.hpp"
#include "tickets/events.hpp"
#include "tickets/merge_store.hpp"
#include "tickets/split_store.hpp"
#include "tickets/stopwatch_service.hpp"
#include "tickets/stopwatch_store.hpp"
#include "tickets/store.hpp"
#include "tickets/time_rules.hpp"
#include "tickets/time_store.hpp"
#include "tickets/verbs.hpp"

namespace ogniwo::tickets {
namespace {

// One verb may be several events of one ticket; each raises its version.
class Steps {
public:
    Steps(Work& work, const Ticket& ticket) : work_(work), ticket_(ticket) {}

    About next() {
        if (is_used_) {
            const Scope scope = work_.actor.scope(see_own);
            ticket_.version = store::claim_ticket(work_.tx, scope, ticket_.id)->version;
        }
        is_used_ = true;
        return about(ticket_);
    }

private:
    Work& work_;
    Ticket ticket_;
    bool is_used_ = false;
};

Error wrong_field(std::string pointer, Reason reason) {
    return {.reason = invalid_fields, .fields = {{std::move(pointer), reason.name, {}}}};
}

// Work at a merged ticket is listed, and split off, where that goes on: there it queues up with all
// that is done, so that a correction follows its entry, and no page of them passes over another
// one.
Result<Ticket> claim_for_work(Work& work, TicketId id) {
    TRY(Ticket ticket, claim_even_merged(work, id, book_work));
    if (ticket.merged_into) store::hold_ticket(work.tx, store::find_goes_on(work.tx, ticket.id));
    return ticket;
}

// For whom it is booked, each once: oneself, or those of our staff who are named.
Result<std::vector<PersonId>> workers_of(const View& view,
                                         const Ticket& ticket,
                                         const BookTime& wish) {
    const PersonId self = view.actor.person;
    if (!wish.persons && self) return std::vector{self};
    const auto persons = each_once(wish.persons.value_or(std::vector<PersonId>{}));
    if (persons.empty()) return wrong_field("/persons", worker_unknown);
    const bool is_own = persons.size() == 1 && persons.front() == self;
    if (!is_own && !view.actor.may(book_for_others, ticket.customer)) return only_own_time;
    for (const PersonId person : persons) {
        if (person != self && !people::is_active_staff(view.tx, person)) {
            return wrong_field("/persons", worker_unknown);
        }
    }
    return persons;
}

// Everything of an entry but whose it is. `corrected`: what it takes the place of.
Result<TimeEntry> entry_of(const Work& work,
                           const Ticket& ticket,
                           const WorkedTime& wish,
                           const TimeEntry* corrected) {
    const auto type = store::find_work_type(work.tx, wish.work_type);
    const bool is_kept = corrected != nullptr && corrected->work_type == wish.work_type;
    if (!type || (type->retired_at && !is_kept)) {
        return wrong_field("/work/workType", work_type_unknown);
    }
    const std::string zone = zone_of_actor(work);
    BookingDay day{.now = work.now, .today = *local_date(work.now, zone)};
    if (wish.started_at) day.start_day = local_date(*wish.started_at, zone);
    if (corrected != nullptr) day.corrected = corrected->worked_on;
    TRY(const Date worked_on, plan_day(wish, day, "/work"));
    return TimeEntry{.ticket = ticket.id,
                     .customer = ticket.customer,
                     .booked_by = work.actor.person,
                     .booked_at = moment_of(work),
                     .work_type = type->id,
                     .work_type_pl = type->name_pl,
                     .work_type_en = type->name_en,
                     .worked_on = worked_on,
                     .started_at = wish.started_at,
                     .minutes = wish.minutes,
                     .billable = wish.billable.value_or(type->billable),
                     .customer_text = tidy_text(wish.customer_text),
                     .internal_text = tidy_text(wish.internal_text)};
}

// Texts that a correction leaves as they were stay the words of their author: they are not written
// down again in the name of whoever corrects.
void book(Work& work, Steps& steps, TimeEntry& entry, const TimeEntry* corrected) {
    entry.id = store::insert_time(work.tx, entry);
    std::vector<EventText> texts;
    const auto add = [&](const char* field, std::optional<std::string> TimeEntry::*text) {
        if (!(entry.*text)) return;
        if (corrected != nullptr && corrected->*text == entry.*text) return;
        texts.push_back({field, *(entry.*text)});
    };
    add("customerText", &TimeEntry::customer_text);
    add("internalText", &TimeEntry::internal_text);
    work.record(TicketTimeBooked{.entry = entry.id,
                                 .person = entry.person,
                                 .work_type = entry.work_type,
                                 .worked_on = entry.worked_on,
                                 .minutes = entry.minutes,
                                 .billable = entry.billable,
                                 .by_stopwatch = entry.by_stopwatch,
                                 .replaces = entry.replaces},
                steps.next(),
                std::move(texts));
}

TimeEntry reverse(Work& work,
                  Steps& steps,
                  const TimeEntry& entry,
                  std::optional<std::string> reason) {
    TimeEntry reversal = reversal_of(entry, work.actor.person, moment_of(work));
    reversal.internal_text = reason;
    reversal.id = store::insert_time(work.tx, reversal);
    std::vector<EventText> texts;
    if (reason) texts.push_back({"reason", *std::move(reason)});
    work.record(TicketTimeReversed{.entry = reversal.id,
                                   .reverses = entry.id,
                                   .person = reversal.person,
                                   .work_type = reversal.work_type,
                                   .worked_on = reversal.worked_on,
                                   .minutes = reversal.minutes,
                                   .billable = reversal.billable},
                steps.next(),
                std::move(texts));
    return reversal;
}

void record_type(Work& work, const WorkType& type) {
    work.record(WorkTypeSaved{.work_type = type.id,
                              .billable = type.billable,
                              .retired = type.retired_at.has_value()},
                {.kind = "work_type", .id = type.id.value, .version = type.version},
                {{"namePl", type.name_pl}, {"nameEn", type.name_en}});
}

}  // namespace

Result<WorkTypes> list_work_types(const View& view, const Nothing&) {
    return WorkTypes{.items = store::list_work_types(view.tx)};
}

Result<WorkType> add_work_type(Work& work, const AddWorkType& wish) {
    WorkType type{.billable = wish.billable};
    TRY(type.name_pl, written(wish.name_pl, "/namePl"));
    TRY(type.name_en, written(wish.name_en, "/nameEn"));
    if (store::list_work_types(work.tx).size() >= work_types_most) {
        return Error{.reason = work_types_too_many,
                     .shown = {{"most", std::to_string(work_types_most)}}};
    }
    type.id = store::insert_work_type(work.tx, type);
    record_type(work, type);
    return type;
}

Result<WorkType> edit_work_type(Work& work, const EditWorkType& wish) {
    auto type = store::claim_work_type(work.tx, wish.work_type);
    if (!type) return missing;
    if (type->version - 1 != wish.version) return stale;
    if (wish.name_pl) {
        TRY(type->name_pl, written(*wish.name_pl, "/namePl"));
    }
    if (wish.name_en) {
        TRY(type->name_en, written(*wish.name_en, "/nameEn"));
    }
    type->billable = wish.billable.value_or(type->billable);
    if (wish.retired && *wish.retired != type->retired_at.has_value()) {
        type->retired_at = *wish.retired ? std::optional(moment_of(work)) : std::nullopt;
    }
    store::update_work_type(work.tx, *type);
    record_type(work, *type);
    return *std::move(type);
}

Result<BookedTime> book_time(Work& work, const BookTime& wish) {
    TRY(const Ticket ticket, claim_for_work(work, wish.ticket));
    TRY(const auto persons, workers_of(work, ticket, wish));
    TRY(const TimeEntry entry, entry_of(work, ticket, wish.work, nullptr));
    const bool from_stopwatch = wish.from_stopwatch.value_or(false);
    if (from_stopwatch) {
        // A stopwatch becomes an entry of its own person, whoever else's is booked with it.
        if (std::ranges::find(persons, work.actor.person) == persons.end()) {
            return Error{.reason = invalid_fields,
                         .fields = {{"/fromStopwatch", only_own_time.name, {}}}};
        }
        TRY_DO(use_stopwatch(work, ticket.id));
    }

    Steps steps(work, ticket);
    BookedTime booked;
    for (const PersonId person : persons) {
        booked.items.push_back(entry);
        booked.items.back().person = person;
        booked.items.back().by_stopwatch = from_stopwatch && person == work.actor.person;
        book(work, steps, booked.items.back(), nullptr);
    }
    complete_time(work, booked.items);
    return booked;
}

Result<BookedTime> correct_time(Work& work, const CorrectTime& wish) {
    TRY(const Ticket ticket, claim_for_work(work, wish.ticket));
    const auto entry = store::find_time(work.tx, ticket.id, wish.entry);
    if (!entry) return missing;
    const bool is_own = work.actor.is(entry->person);
    if (!is_own && !work.actor.may(book_for_others, ticket.customer)) return only_own_time;
    TRY_DO(may_reverse(*entry));
    std::optional<TimeEntry> right;
    if (wish.work) {
        TRY(right, entry_of(work, ticket, *wish.work, &*entry));
        right->person = entry->person;
        right->replaces = entry->id;
        right->by_stopwatch = entry->by_stopwatch;
    }

    Steps steps(work, ticket);
    BookedTime booked;
    booked.items.push_back(reverse(work, steps, *entry, tidy_text(wish.reason)));
    store::show_time_beside(work.tx, entry->id, booked.items.back().id);
    if (right) {
        book(work, steps, *right, &*entry);
        store::show_time_beside(work.tx, entry->id, right->id);
        booked.items.push_back(*std::move(right));
    }
    complete_time(work, booked.items);
    return booked;
}

std::vector<OwnTimeEntry> time_of_person(const View& view, PersonId person) {
    return store::list_own_time(view.tx, person);
}

// In the journal, too, where somebody else has written it down while correcting.
void erase_time_of(Work& work, PersonId person) {
    for (const TicketId ticket : store::list_tickets_with_time_of(work.tx, person)) {
        for (const Event& event : journal::of_subject(work.tx, "ticket", ticket.value)) {
            const auto what = read_event(event);
            const auto* booked = what ? std::get_if<TicketTimeBooked>(&*what) : nullptr;
            if (booked != nullptr && booked->person == person) {
                journal::erase_texts_of(work, event.id());
            }
        }
    }
    store::erase_time_texts_of(work.tx, person);
    store::delete_stopwatches_of(work.tx, person);
}

}  // namespace ogniwo::tickets
