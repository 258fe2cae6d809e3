#include "sla/forecast_service.hpp"

#include "people/service.hpp"
#include "sla/forecast_store.hpp"

namespace ogniwo::sla {
namespace {

constexpr std::int64_t only_timer = 1;
constexpr Minutes hour_of_counting{3 * 60};  // At night, by our company's clock.

void set_timer(Work& work) {
    const std::string zone = people::company_zone(work.tx);
    const auto today = local_date(work.now, zone);
    const Date tomorrow{std::chrono::sys_days{*today} + std::chrono::days{1}};
    timers::set(work.tx, pace_timer, only_timer, *to_instant(tomorrow, hour_of_counting, zone));
}

}  // namespace

void watch_pace(Work& work) {
    timers::set(work.tx, pace_timer, only_timer, work.now);
}

Outcome pace_due(Work& work, const Timer&) {
    store::count_pace(work.tx, work.now - forecast_history, work.now);
    set_timer(work);
    return Nothing{};
}

void make_forecast(Tx& tx, std::int64_t ticket, const Counted& first_response, Promises& promises) {
    const auto usual = store::find_pace(tx, first_response.terms.priority);
    if (!usual) return;
    const Time since = first_response.clock.started_at;
    const auto until = promises.after_work(first_response, since, *usual);
    if (until) store::insert_forecast(tx, ticket, since, *until);
}

std::optional<Forecast> find_forecast(Tx& tx, std::int64_t ticket) {
    const auto until = store::find_forecast(tx, ticket);
    return until ? std::optional(Forecast{.until = *until}) : std::nullopt;
}

Calibration calibration_of(Tx& tx, Time from, Time to, Time now) {
    return store::sum_forecasts(tx, from, to, now);
}

}  // namespace ogniwo::sla
