#include "sla/report_service.hpp"

#include <algorithm>
#include <charconv>

#include "people/service.hpp"
#include "sla/forecast_service.hpp"
#include "sla/report_rules.hpp"
#include "sla/report_store.hpp"
#include "sla/span_service.hpp"

namespace ogniwo::sla {
namespace {

std::int64_t number_in(const std::string& key) {
    std::int64_t number = 0;
    std::from_chars(key.data(), key.data() + key.size(), number);
    return number;
}

Minutes whole(Microseconds time) {
    return std::chrono::floor<Minutes>(time);
}

AttainmentRow row_of(const store::Sums& sums, ReportBy by) {
    AttainmentRow row{.target = sums.target,
                      .met = sums.met,
                      .missed = sums.missed,
                      .cancelled = sums.cancelled,
                      .attainment = attainment_of(sums.met, sums.missed),
                      .over = whole(sums.over),
                      .median = whole(sums.median),
                      .p90 = whole(sums.p90)};
    if (const auto count = sums.met + sums.missed) row.mean = whole(sums.spent / count);
    switch (by) {
        case ReportBy::tier:
            row.tier = static_cast<int>(number_in(sums.key));
            break;
        case ReportBy::customer:
            row.customer = CustomerId{number_in(sums.key)};
            break;
        case ReportBy::priority:
            row.priority = enum_value<Priority>(sums.key);
            break;
        case ReportBy::policy:
            row.policy = PolicyId{number_in(sums.key)};
            break;
        case ReportBy::target:
        case ReportBy::month:
            break;
    }
    return row;
}

void add_names(Tx& tx, std::vector<AttainmentRow>& rows) {
    std::vector<CustomerId> customers;
    for (const AttainmentRow& row : rows) {
        if (row.customer) customers.push_back(*row.customer);
    }
    const auto names = people::customer_names(tx, customers);
    for (AttainmentRow& row : rows) {
        const auto found = row.customer ? names.find(*row.customer) : names.end();
        if (found != names.end()) row.customer_name = found->second;
    }
}

// From when on nothing is closed.
Time open_from(Tx& tx) {
    return store::closed_end(tx).value_or(Time::min());
}

IsCounting& is_counting() {
    static IsCounting counting;
    return counting;
}

// In the order of the targets as they are named.
void in_order(std::vector<AttainmentRow>& rows) {
    std::ranges::stable_sort(rows, {}, [](const AttainmentRow& row) {
        return std::tuple(row.month.value_or(Date{}), row.target, row.tier, row.priority);
    });
}

// Of whom the actor may see reports: what is asked for lies within that.
Result<Scope> scope_of(const View& view, const ReadAttainment& wish) {
    if (wish.customer && !view.actor.may(see_reports, *wish.customer)) return missing;
    return view.actor.scope(see_reports);
}

}  // namespace

Result<std::vector<MissedClock>> list_missed(const View& view,
                                             const ReadAttainment& wish,
                                             const std::optional<Target>& target,
                                             int limit) {
    TRY(const Span span, span_of(wish, people::company_zone(view.tx)));
    TRY(const Scope scope, scope_of(view, wish));
    return store::list_missed(view.tx, scope, span, {wish.customer, target}, limit);
}

Result<Attainment> read_attainment(const View& view, const ReadAttainment& wish) {
    const std::string zone = people::company_zone(view.tx);
    TRY(const Span span, span_of(wish, zone));
    TRY(const Scope scope, scope_of(view, wish));
    const ReportBy by = wish.by.value_or(ReportBy::target);
    const Time open = open_from(view.tx);
    Attainment attainment{.forecasts = calibration_of(view.tx, span.from, span.to, view.now),
                          .closed_until = closed_until(view.tx)};
    const std::vector<Span> spans =
        by == ReportBy::month ? months_of(wish, zone) : std::vector{span};
    for (const Span& one : spans) {
        for (const auto& sums : store::sum_clocks(view.tx, scope, by, one, open, wish.customer)) {
            attainment.rows.push_back(row_of(sums, by));
            if (by == ReportBy::month) attainment.rows.back().month = one.first;
        }
    }
    in_order(attainment.rows);
    add_names(view.tx, attainment.rows);
    for (const auto& sums : store::sum_stays(view.tx, scope, span, open, wish.customer)) {
        attainment.tiers.push_back(
            {.tier = sums.tier,
             .stays = sums.stays,
             .within = sums.within,
             .attainment = attainment_of(sums.within, sums.stays - sums.within),
             .spent = whole(sums.spent),
             .over = whole(sums.over)});
    }
    return attainment;
}

Result<ClosedMonthList> list_closed_months(const View& view, const Nothing&) {
    return ClosedMonthList{.items = store::list_closed_months(view.tx)};
}

Result<ClosedMonth> close_month(Work& work, const CloseMonth& wish) {
    const std::string zone = people::company_zone(work.tx);
    TRY(Span month, month_to_close(wish, store::last_closed_month(work.tx), work.now, zone));
    if (is_counting() && is_counting()(work.tx)) return month_still_counted;
    month.from = open_from(work.tx);
    const auto clocks = store::insert_closed_month(work.tx, month, work.now);
    if (!clocks) return month_closed_already;
    work.record(MonthClosed{.month = month.first, .clocks = *clocks},
                {.kind = "sla_month",
                 .id = static_cast<std::int64_t>(wish.year) * 100 + wish.month,
                 .version = 1});
    return ClosedMonth{.month = month.first, .closed_at = work.now, .clocks = *clocks};
}

Result<std::pair<Time, Time>> report_span(Date from, Date to, std::string_view zone) {
    TRY(const Span span, span_of({.from = from, .to = to}, zone));
    return std::pair{span.from, span.to};
}

void on_counting(IsCounting counting) {
    is_counting() = std::move(counting);
}

std::optional<Date> closed_until(Tx& tx) {
    const auto last = store::last_closed_month(tx);
    return last ? std::optional(last_day_of(*last)) : std::nullopt;
}

}  // namespace ogniwo::sla
