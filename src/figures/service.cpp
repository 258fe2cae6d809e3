#include "figures/service.hpp"

#include <algorithm>

#include "calendars/service.hpp"
#include "figures/rules.hpp"
#include "figures/store.hpp"
#include "people/count_service.hpp"
#include "people/service.hpp"
#include "sla/span_service.hpp"
#include "tickets/figure_service.hpp"
#include "tiers/planned_service.hpp"
#include "tiers/service.hpp"

namespace ogniwo::figures {
namespace {

using std::chrono::days;
using std::chrono::sys_days;
using tickets::FigureSpan;

Date day_before(Date day) {
    return Date{sys_days{day} - days{1}};
}

// One report, part by part, in one transaction.
class Report {
public:
    Report(const View& view, const ReadDeskFigures& wish, Scope scope)
        : view_(view),
          wish_(wish),
          scope_(std::move(scope)),
          zone_(people::company_zone(view.tx)),
          clock_(zone_),
          eras_(calendars::eras_of(view.tx, calendars::default_calendar(view.tx))),
          hours_(eras_),
          today_(clock_.local_date(view.now)) {
        figures_.at = view.now;
    }

    DeskFigures read() && {
        const FigureSpan span = span_of(wish_.from, wish_.to);
        const auto resolved = tickets::list_resolved(view_.tx, scope_, span);
        const auto open = tickets::list_open_since(view_.tx, scope_, wish_.customer);
        const WorkDays work_days(eras_, first_day(resolved, open), std::max(today_, wish_.to));
        add(quality_of(rows_of(resolved), work_days));
        add_speed(resolved, span);
        const auto left = tickets::sum_leavings(view_.tx, scope_, span);
        add_backlog(open, left, work_days);
        add_volume(span);
        if (is_whole_desk()) add_desk(span, left);
        add_satisfaction(span);
        std::vector<Left> all;
        for (const auto& one : left) all.push_back({one.tier, one.to, one.count});
        figures_.moves = moves_of(all);
        return std::move(figures_);
    }

private:
    void add(std::vector<Figure> figures) {
        figures_.items.insert(figures_.items.end(), figures.begin(), figures.end());
    }

    bool is_whole_desk() const { return scope_.everyone && !wish_.customer; }

    FigureSpan span_of(Date from, Date to) {
        return {.from = clock_.to_instant(from, Minutes{0}),
                .to = clock_.to_instant(Date{sys_days{to} + days{1}}, Minutes{0}),
                .customer = wish_.customer};
    }

    // The first day that anybody asks about.
    Date first_day(const std::vector<tickets::ResolvedTicket>& resolved,
                   const std::vector<Time>& open) {
        Date first = day_before(wish_.from);
        if (!open.empty()) first = std::min(first, clock_.local_date(std::ranges::min(open)));
        for (const auto& one : resolved)
            first = std::min(first, clock_.local_date(one.resolved_at));
        return first;
    }

    std::vector<ResolvedRow> rows_of(const std::vector<tickets::ResolvedTicket>& resolved) {
        std::vector<ResolvedRow> rows;
        rows.reserve(resolved.size());
        for (const auto& one : resolved) {
            rows.push_back({.resolved_on = clock_.local_date(one.resolved_at),
                            .answers = one.answers,
                            .stayed = one.stayed,
                            .had_visit = one.had_visit});
            if (one.reopened_at) rows.back().reopened_on = clock_.local_date(*one.reopened_at);
        }
        return rows;
    }

    void add_speed(const std::vector<tickets::ResolvedTicket>& resolved, const FigureSpan& span) {
        std::vector<Microseconds> answered;
        for (const auto& one : tickets::list_first_answers(view_.tx, scope_, span)) {
            answered.push_back(hours_.worked_between(one.opened_at, one.answered_at));
        }
        std::vector<Microseconds> whole;
        std::vector<Microseconds> ours;
        for (const auto& one : resolved) {
            if (!one.is_incident) continue;
            const Microseconds all = hours_.worked_between(one.opened_at, one.resolved_at);
            Microseconds held{};
            for (const auto& [from, to] : one.holds) held += hours_.worked_between(from, to);
            whole.push_back(all);
            ours.push_back(all - held);
        }
        add({spread_of(FigureName::mtta, std::move(answered)),
             spread_of(FigureName::mttr_incident, std::move(ours)),
             spread_of(FigureName::mttr_incident_with_hold, std::move(whole))});
    }

    void add_backlog(const std::vector<Time>& open,
                     const std::vector<tickets::LeavingSum>& left,
                     const WorkDays& work_days) {
        std::vector<std::int64_t> ages;
        for (const Time since : open) {
            ages.push_back(work_days.between(clock_.local_date(since), today_));
        }
        std::int64_t resolved = 0;
        for (const auto& one : left) resolved += one.to ? 0 : one.count;
        const auto over = work_days.between(day_before(wish_.from), std::min(wish_.to, today_));
        Backlog backlog = backlog_of(std::move(ages), resolved, over);
        add(std::move(backlog.items));
        figures_.backlog_ages = std::move(backlog.ages);
    }

    void add_volume(const FigureSpan& span) {
        const auto [first, last] = period_before(wish_.from, wish_.to);
        add(volume_of(
            {.created = tickets::count_created(view_.tx, scope_, span),
             .created_before = tickets::count_created(view_.tx, scope_, span_of(first, last)),
             .users = people::count_active_persons(view_.tx, scope_, wish_.customer),
             .months = months_between(wish_.from, wish_.to)}));
    }

    void add_satisfaction(const FigureSpan& span) {
        const auto sum = tickets::sum_satisfaction(view_.tx, scope_, span);
        add({ratio_of(FigureName::csat, sum.satisfied, sum.rated),
             ratio_of(FigureName::csat_response, sum.answered_asked, sum.asked)});
    }

    void add_desk(const FigureSpan& span, const std::vector<tickets::LeavingSum>& left) {
        add_utilization(span);
        if (!view_.actor.may_everywhere(see_costs)) return;
        figures_.costs = costs_of(handled_months());
        const auto [first, last] = period_before(wish_.from, wish_.to);
        figures_.shift_left = shift_left_of(
            figures_.costs,
            resolved_at(left),
            resolved_at(tickets::sum_leavings(view_.tx, scope_, span_of(first, last))));
    }

    // Only of days that are over: nobody has worked yet what is planned for today.
    void add_utilization(const FigureSpan& span) {
        const Time today = clock_.to_instant(today_, Minutes{0});
        if (span.from >= today) return;
        std::vector<PersonId> persons;
        Microseconds planned{};
        const Time until = std::min(span.to, today);
        for (const auto& one : tiers::planned_work(view_.tx, span.from, until)) {
            if (one.planned <= Microseconds{}) continue;
            persons.push_back(one.person);
            planned += one.planned;
        }
        if (persons.size() < utilization_least) return;
        const Date last = std::min(wish_.to, day_before(today_));
        const Minutes booked = tickets::booked_minutes(view_.tx, persons, wish_.from, last);
        Figure figure = ratio_of(
            FigureName::utilization, booked.count(), std::chrono::floor<Minutes>(planned).count());
        figure.count = static_cast<std::int64_t>(persons.size());
        add({figure});
    }

    // What each tier cost in the whole months of the period, beside what it handled then.
    std::vector<HandledMonth> handled_months() {
        const CostList costs = store::list_costs(view_.tx);
        std::vector<HandledMonth> months;
        for (const Date month : whole_months(wish_.from, wish_.to)) {
            const Date last{sys_days{month.year() / month.month() / std::chrono::last}};
            const auto of_month = [month](const MonthCost& one) { return one.month == month; };
            if (std::ranges::none_of(costs.items, of_month)) continue;
            std::map<int, std::int64_t> handled;
            for (const auto& sum : tickets::sum_handled(view_.tx, scope_, span_of(month, last))) {
                handled[sum.tier] = sum.tickets;
            }
            for (const MonthCost& cost : costs.items) {
                if (of_month(cost)) months.push_back({cost, handled[cost.tier]});
            }
        }
        return months;
    }

    static std::map<int, std::int64_t> resolved_at(const std::vector<tickets::LeavingSum>& left) {
        std::map<int, std::int64_t> resolved;
        for (const auto& one : left) {
            if (!one.to) resolved[one.tier] += one.count;
        }
        return resolved;
    }

    const View& view_;
    const ReadDeskFigures& wish_;
    Scope scope_;
    std::string zone_;
    ZoneClock clock_;
    std::vector<WorkingEra> eras_;
    WorkingTimeline hours_;
    Date today_;
    DeskFigures figures_{};
};

}  // namespace

Result<DeskFigures> read_figures(const View& view, const ReadDeskFigures& wish) {
    TRY_DO(sla::report_span(wish.from, wish.to, people::company_zone(view.tx)));
    if (wish.customer && !view.actor.may(see, *wish.customer)) return missing;
    return Report(view, wish, view.actor.scope(see)).read();
}

Result<CostList> list_costs(const View& view, const Nothing&) {
    return store::list_costs(view.tx);
}

Result<CostList> save_cost(Work& work, const SaveCost& wish) {
    if (!store::raise_version(work.tx, wish.version)) return stale;
    if (!tiers::first_queue(work.tx, wish.tier)) {
        return Error{.reason = invalid_fields, .fields = {{"/tier", tier_unknown.name}}};
    }
    const Date month{std::chrono::year{wish.year},
                     std::chrono::month{static_cast<unsigned>(wish.month)},
                     std::chrono::day{1}};
    if (wish.cost) {
        if (wish.cost->minor <= 0) {
            return Error{.reason = invalid_fields,
                         .fields = {{"/cost/minor", cost_not_positive.name}}};
        }
        store::save_cost(work.tx, wish.tier, month, *wish.cost);
    } else {
        store::delete_cost(work.tx, wish.tier, month);
    }
    work.record(CostSaved{.tier = wish.tier, .month = month, .cost = wish.cost},
                {.kind = "figure_cost", .id = 1, .version = wish.version + 1});
    return store::list_costs(work.tx);
}

}  // namespace ogniwo::figures
