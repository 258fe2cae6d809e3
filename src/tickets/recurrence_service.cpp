#include "tickets/recurrence_service.hpp"

#include <algorithm>
#include <iterator>

#include "base/check.hpp"
#include "notices/service.hpp"
#include "people/service.hpp"
#include "tickets/access.hpp"
#include "tickets/names.hpp"
#include "tickets/recurrence_rules.hpp"
#include "tickets/recurrence_store.hpp"
#include "tickets/service.hpp"
#include "tickets/site_service.hpp"
#include "tickets/template_service.hpp"
#include "tickets/verbs.hpp"

namespace ogniwo::tickets {
namespace {

constexpr std::size_t days_shown = 10;

About about(const Recurrence& one) {
    return {.kind = recurrence_kind,
            .id = one.id.value,
            .version = one.version,
            .customer = one.customer};
}

Time moment_on(Tx& tx, const RecurrenceRule& rule, Date day) {
    const auto at = to_instant(day, rule.at, people::company_zone(tx));
    INVARIANT(at.has_value());
    return *at;
}

Date today(const View& view) {
    const auto day = local_date(view.now, people::company_zone(view.tx));
    INVARIANT(day.has_value());
    return *day;
}

// The first moment after `after` at which it fires.
std::optional<Time> next_moment(Tx& tx, const RecurrenceRule& rule, Time after) {
    const auto day = local_date(after, people::company_zone(tx));
    INVARIANT(day.has_value());
    // Today is still to come while its hour is.
    auto next = next_day(rule, Date(std::chrono::sys_days(*day) - std::chrono::days{1}));
    while (next && moment_on(tx, rule, *next) <= after) next = next_day(rule, *next);
    return next ? std::optional(moment_on(tx, rule, *next)) : std::nullopt;
}

void set_timer(Work& work, Recurrence& one, Time after) {
    one.next_at = one.stopped_at ? std::nullopt : next_moment(work.tx, one.rule, after);
    if (one.next_at) {
        timers::set(work.tx, recurrence_timer, one.id.value, *one.next_at);
    } else {
        timers::clear(work.tx, recurrence_timer, one.id.value);
    }
}

// Those who could mend it.
void tell_failed(Work& work, const Recurrence& one) {
    std::vector<PersonId> persons;
    for (const people::Role role : {people::Role::owner, people::Role::administrator}) {
        std::ranges::copy(people::people_in_role(work.tx, role), std::back_inserter(persons));
    }
    persons = each_once(std::move(persons));
    notices::tell(
        work,
        persons,
        {.kind = RecurrenceFailed::name, .subject_kind = recurrence_kind, .subject = one.id.value});
}

void record(Work& work, const Recurrence& one) {
    work.record(RecurrenceSaved{.requester = one.requester,
                                .site = one.site,
                                .from = one.from,
                                .rule = one.rule,
                                .stopped = one.stopped_at.has_value()},
                about(one),
                {{"subject", one.subject}, {"text", one.text}});
}

void add_names(Tx& tx, std::vector<Recurrence>& all) {
    Names names;
    for (const Recurrence& one : all) {
        names.customers.want(one.customer);
        names.persons.want(one.requester);
    }
    names.load(tx);
    for (Recurrence& one : all) {
        one.customer_name = names.customers.find(one.customer).value_or("");
        one.requester_name = names.persons.find(one.requester);
    }
}

Recurrence with_names(Tx& tx, Recurrence one) {
    std::vector<Recurrence> all;
    all.push_back(std::move(one));
    add_names(tx, all);
    return std::move(all.front());
}

Outcome may_begin_from(const View& view, const std::optional<TemplateId>& from) {
    if (!from) return Nothing{};
    TRY_DO(usable_template(view, *from));
    return Nothing{};
}

// How many days of the rule came after `since` and before `day`.
int missed_between(const RecurrenceRule& rule, Date since, Date day) {
    int missed = 0;
    for (auto next = next_day(rule, since);
         next && std::chrono::sys_days(*next) < std::chrono::sys_days(day);
         next = next_day(rule, *next)) {
        ++missed;
    }
    return missed;
}

}  // namespace

Result<RecurrenceList> list_recurrences(const View& view, const Nothing&) {
    RecurrenceList list{.items = store::list_recurrences(view.tx, view.actor.scope(configure))};
    add_names(view.tx, list.items);
    return list;
}

std::map<std::int64_t, std::string> recurrence_labels(const View& view,
                                                      const std::vector<std::int64_t>& ids) {
    std::map<std::int64_t, std::string> labels;
    for (Recurrence& one : store::list_recurrences(view.tx, view.actor.scope(configure))) {
        if (std::ranges::find(ids, one.id.value) != ids.end()) {
            labels[one.id.value] = std::move(one.subject);
        }
    }
    return labels;
}

Result<Recurrence> make_recurrence(Work& work, const MakeRecurrence& wish) {
    if (!work.actor.scope(configure).covers(wish.customer)) return missing;
    if (!people::customer_exists(work.tx, wish.customer)) return missing;
    if (wish.requester && !people::belongs_to(work.tx, *wish.requester, wish.customer)) {
        return requester_unknown;
    }
    if (store::count_recurrences(work.tx) >= recurrences_most) return recurrences_too_many;
    TRY_DO(may_be_at(work.tx, wish.site, wish.customer));
    stay_one_at(work.tx, wish.site, wish.customer);
    TRY_DO(may_begin_from(work, wish.from));
    TRY_DO(check_rule(wish.rule));
    Recurrence one{.customer = wish.customer,
                   .requester = wish.requester,
                   .site = wish.site,
                   .from = wish.from,
                   .text = wish.text.value_or(""),
                   .rule = wish.rule};
    TRY(one.subject, written(wish.subject, "/subject"));
    one.next_at = next_moment(work.tx, one.rule, work.now);
    one.id = store::insert_recurrence(work.tx, one);
    set_timer(work, one, work.now);
    record(work, one);
    return with_names(work.tx, std::move(one));
}

Result<Recurrence> edit_recurrence(Work& work, const EditRecurrence& wish) {
    auto claimed = store::claim_recurrence(work.tx, work.actor.scope(configure), wish.id);
    if (!claimed) return missing;
    Recurrence one = std::move(*claimed);
    if (one.version - 1 != wish.version) return stale;
    if (wish.subject) {
        TRY(one.subject, written(*wish.subject, "/subject"));
    }
    one.text = wish.text.value_or(one.text);
    if (wish.site && *wish.site != one.site) {
        TRY_DO(may_be_at(work.tx, *wish.site, one.customer));
        stay_one_at(work.tx, *wish.site, one.customer);
        one.site = *wish.site;
    }
    if (wish.from) {
        TRY_DO(may_begin_from(work, *wish.from));
        one.from = *wish.from;
    }
    if (wish.rule) {
        TRY_DO(check_rule(*wish.rule));
        one.rule = *wish.rule;
    }
    if (wish.stopped && *wish.stopped != one.stopped_at.has_value()) {
        one.stopped_at = *wish.stopped ? std::optional(work.now) : std::nullopt;
    }
    set_timer(work, one, work.now);
    store::update_recurrence(work.tx, one);
    record(work, one);
    return with_names(work.tx, std::move(one));
}

Result<RecurrenceDays> preview_recurrence(const View& view, const PreviewRecurrence& wish) {
    TRY_DO(check_rule(wish.rule));
    return RecurrenceDays{.items = days_of(wish.rule, today(view), days_shown)};
}

Outcome recurrence_due(Work& work, const Timer& timer) {
    auto claimed = store::claim_recurrence(work.tx, {.everyone = true}, {timer.subject});
    if (!claimed || claimed->stopped_at) return Nothing{};
    Recurrence one = std::move(*claimed);
    const std::string zone = people::company_zone(work.tx);
    const auto first = local_date(timer.due, zone);
    INVARIANT(first.has_value());

    // After a time without a server: the last of the days that have come.
    Date day = *first;
    for (auto next = next_day(one.rule, day);
         next && moment_on(work.tx, one.rule, *next) <= work.now;
         next = next_day(one.rule, day)) {
        day = *next;
    }
    const int missed = day == *first ? 0 : 1 + missed_between(one.rule, *first, day);
    work.happened_at = moment_on(work.tx, one.rule, day);

    const bool has_site = one.site && people::is_site_of(work.tx, *one.site, one.customer);
    const auto made =
        create_ticket(work,
                      {.customer = one.customer,
                       .subject = one.subject,
                       .text = one.text.empty() ? std::nullopt : std::optional(one.text),
                       .requester = one.requester,
                       .site = has_site ? one.site : std::nullopt,
                       .type = one.from ? std::nullopt : std::optional(TicketType::maintenance),
                       .from = one.from});
    one.last_day = day;
    if (made) {
        one.last_ticket = made->id;
    } else {
        one.stopped_at = work.now;
    }
    set_timer(work, one, std::max(work.now, moment_on(work.tx, one.rule, day)));
    store::update_recurrence(work.tx, one);
    if (made) {
        work.record(RecurrenceFired{.ticket = made->id, .day = day, .missed = missed}, about(one));
    } else {
        work.record(RecurrenceFailed{.day = day, .reason = std::string(made.error().reason.name)},
                    about(one));
        tell_failed(work, one);
    }
    return Nothing{};
}

}  // namespace ogniwo::tickets
