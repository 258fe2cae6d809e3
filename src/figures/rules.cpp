#include "figures/rules.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace ogniwo::figures {
namespace {

using std::chrono::days;
using std::chrono::sys_days;

const WorkingPlan& plan_on(const std::vector<WorkingEra>& eras, Date day) {
    const WorkingPlan* plan = &eras.front().plan;
    for (const WorkingEra& era : eras) {
        if (era.from <= day) plan = &era.plan;
    }
    return *plan;
}

bool is_first_contact(const ResolvedRow& row, const WorkDays& days) {
    if (row.answers > 1 || !row.stayed) return false;
    return !row.reopened_on || days.between(row.resolved_on, *row.reopened_on) > reopen_days;
}

// The ceil(percent * n / 100)-th of n values in order.
template <class T>
T ranked(const std::vector<T>& sorted, std::size_t percent) {
    return sorted[(sorted.size() * percent + 99) / 100 - 1];
}

double minutes(Microseconds time) {
    return std::chrono::duration<double, std::ratio<60>>(time).count();
}

std::vector<AgeBucket> buckets_of(const std::vector<std::int64_t>& ages) {
    std::vector<AgeBucket> buckets{{0, 1}, {2, 3}, {4, 7}, {8, 14}, {15, 30}, {31, std::nullopt}};
    for (const std::int64_t age : ages) {
        const auto holds = [age](const AgeBucket& one) { return !one.to || age <= *one.to; };
        ++std::ranges::find_if(buckets, holds)->tickets;
    }
    return buckets;
}

Date last_of_month(Date first) {
    return Date{sys_days{first.year() / first.month() / std::chrono::last}};
}

Date first_of_month(Date day) {
    return Date{day.year(), day.month(), std::chrono::day{1}};
}

std::int64_t sum_of(const std::map<int, std::int64_t>& counts) {
    return std::accumulate(counts.begin(), counts.end(), std::int64_t{0}, [](auto sum, auto one) {
        return sum + one.second;
    });
}

// What one ticket costs at each tier, in minor units; nothing in more than one currency.
struct Prices {
    std::map<int, double> by_tier{};
    Currency currency = Currency::pln;
};
std::optional<Prices> prices_of(const std::vector<TierCost>& costs) {
    Prices prices;
    for (const TierCost& cost : costs) {
        if (!cost.per_ticket) continue;
        if (!prices.by_tier.empty() && cost.cost.currency != prices.currency) return std::nullopt;
        prices.currency = cost.cost.currency;
        prices.by_tier[cost.tier] = static_cast<double>(cost.per_ticket->minor);
    }
    if (prices.by_tier.size() < 2) return std::nullopt;
    return prices;
}

// The mean price of tickets that were resolved at these tiers.
std::optional<double> mean_price(const Prices& prices, const std::map<int, std::int64_t>& counts) {
    const std::int64_t all = sum_of(counts);
    if (all == 0) return std::nullopt;
    double sum = 0;
    for (const auto& [tier, count] : counts) {
        const auto price = prices.by_tier.find(tier);
        if (price == prices.by_tier.end()) return std::nullopt;
        sum += price->second * static_cast<double>(count);
    }
    return sum / static_cast<double>(all);
}

}  // namespace

WorkDays::WorkDays(const std::vector<WorkingEra>& eras, Date first, Date last) : first_(first) {
    std::int64_t count = 0;
    for (sys_days day = first_; day <= sys_days{last}; day += days{1}) {
        const WorkingPlan& plan = plan_on(eras, Date{day});
        count += plan.always || !hours_on(plan, Date{day}).hours->empty() ? 1 : 0;
        until_.push_back(count);
    }
}

std::int64_t WorkDays::until(Date day) const {
    const auto place = (sys_days{day} - first_).count();
    if (place < 0 || until_.empty()) return 0;
    return until_[std::min<std::size_t>(static_cast<std::size_t>(place), until_.size() - 1)];
}

std::int64_t WorkDays::between(Date from, Date to) const {
    return std::max<std::int64_t>(until(to) - until(from), 0);
}

Figure ratio_of(FigureName figure, std::int64_t part, std::int64_t whole) {
    Figure ratio{.figure = figure, .numerator = part, .denominator = whole, .count = whole};
    if (whole > 0) ratio.value = static_cast<double>(part) / static_cast<double>(whole);
    return ratio;
}

std::vector<Figure> quality_of(const std::vector<ResolvedRow>& rows, const WorkDays& days) {
    const auto all = static_cast<std::int64_t>(rows.size());
    std::int64_t first_contact = 0;
    std::int64_t visited = 0;
    std::int64_t first_contact_without_visit = 0;
    std::int64_t first_tier = 0;
    std::int64_t reopened = 0;
    for (const ResolvedRow& row : rows) {
        const bool is_first = is_first_contact(row, days);
        first_contact += is_first ? 1 : 0;
        visited += row.had_visit ? 1 : 0;
        first_contact_without_visit += is_first && !row.had_visit ? 1 : 0;
        // A ticket that was handed back with the fix was not resolved without the others (HDI).
        first_tier += row.stayed ? 1 : 0;
        reopened += row.reopened_on ? 1 : 0;
    }
    return {ratio_of(FigureName::fcr_gross, first_contact, all),
            ratio_of(FigureName::fcr_net, first_contact_without_visit, all - visited),
            ratio_of(FigureName::flr, first_tier, all),
            ratio_of(FigureName::reopen_rate, reopened, all)};
}

Figure spread_of(FigureName figure, std::vector<Microseconds> times) {
    Figure spread{.figure = figure,
                  .unit = FigureUnit::minutes,
                  .count = static_cast<std::int64_t>(times.size())};
    if (times.empty()) return spread;
    std::ranges::sort(times);
    const auto sum = std::accumulate(times.begin(), times.end(), Microseconds{});
    spread.value = minutes(sum) / static_cast<double>(times.size());
    spread.median = minutes(ranked(times, 50));
    spread.p90 = minutes(ranked(times, 90));
    return spread;
}

Backlog backlog_of(std::vector<std::int64_t> ages, std::int64_t resolved, std::int64_t days) {
    const auto open = static_cast<std::int64_t>(ages.size());
    Figure backlog{.figure = FigureName::backlog,
                   .unit = FigureUnit::count,
                   .value = static_cast<double>(open),
                   .count = open};
    Figure age{.figure = FigureName::backlog_age, .unit = FigureUnit::days, .count = open};
    if (open > 0) {
        std::ranges::sort(ages);
        const auto sum = std::accumulate(ages.begin(), ages.end(), std::int64_t{0});
        age.value = static_cast<double>(sum) / static_cast<double>(open);
        age.median = static_cast<double>(ranked(ages, 50));
        age.p90 = static_cast<double>(ranked(ages, 90));
    }
    Figure left{.figure = FigureName::backlog_days,
                .unit = FigureUnit::days,
                .numerator = open,
                .count = resolved};
    // L / lambda, with lambda = resolved / days.
    if (resolved > 0 && days > 0) {
        left.value =
            static_cast<double>(open) * static_cast<double>(days) / static_cast<double>(resolved);
    }
    return {.items = {backlog, age, left}, .ages = buckets_of(ages)};
}

std::vector<TierChance> moves_of(const std::vector<Left>& left) {
    std::map<int, std::int64_t> all;
    for (const Left& one : left) all[one.tier] += one.count;
    std::vector<TierChance> moves;
    for (const Left& one : left) {
        if (!one.to) continue;
        moves.push_back(
            {.from = one.tier,
             .to = *one.to,
             .moved = one.count,
             .left = all[one.tier],
             .probability = static_cast<double>(one.count) / static_cast<double>(all[one.tier])});
    }
    return moves;
}

double months_between(Date first, Date last) {
    double months = 0;
    for (Date month = first_of_month(first); month <= last; month += std::chrono::months{1}) {
        const sys_days from = std::max(sys_days{month}, sys_days{first});
        const sys_days to = std::min(sys_days{last_of_month(month)}, sys_days{last});
        const auto length = static_cast<unsigned>(last_of_month(month).day());
        months += static_cast<double>((to - from).count() + 1) / length;
    }
    return months;
}

std::pair<Date, Date> period_before(Date first, Date last) {
    const days length = sys_days{last} - sys_days{first} + days{1};
    return {Date{sys_days{first} - length}, Date{sys_days{first} - days{1}}};
}

std::vector<Figure> volume_of(const Volume& volume) {
    Figure per_user{.figure = FigureName::tickets_per_user,
                    .unit = FigureUnit::count,
                    .numerator = volume.created,
                    .denominator = volume.users,
                    .count = volume.created};
    Figure prevented{.figure = FigureName::tickets_prevented,
                     .unit = FigureUnit::count,
                     .numerator = volume.created_before,
                     .denominator = volume.users,
                     .count = volume.created};
    if (volume.users > 0) {
        const auto users = static_cast<double>(volume.users);
        const double now = static_cast<double>(volume.created) / volume.months / users;
        per_user.value = now;
        // Of a time without a ticket nothing is known.
        if (volume.created_before > 0) {
            const auto before = static_cast<double>(volume.created_before) / volume.months / users;
            prevented.value = (before - now) * users;
        }
    }
    return {per_user, prevented};
}

std::vector<Date> whole_months(Date first, Date last) {
    std::vector<Date> months;
    for (Date month = first_of_month(first); last_of_month(month) <= last;
         month += std::chrono::months{1}) {
        if (month >= first) months.push_back(month);
    }
    return months;
}

std::vector<TierCost> costs_of(const std::vector<HandledMonth>& months) {
    struct Sum {
        Money cost{};
        std::int64_t handled = 0;
        std::int64_t months = 0;
    };
    std::map<std::pair<int, Currency>, Sum> sums;
    for (const HandledMonth& one : months) {
        const Money cost = one.cost.cost;
        Sum& sum = sums[{one.cost.tier, cost.currency}];
        const auto both = add({sum.cost.minor, cost.currency}, cost);
        if (!both) continue;
        sum = {*both, sum.handled + one.handled, sum.months + 1};
    }
    std::vector<TierCost> costs;
    for (const auto& [key, sum] : sums) {
        costs.push_back(
            {.tier = key.first, .months = sum.months, .cost = sum.cost, .handled = sum.handled});
        if (sum.handled == 0) continue;
        const auto each = share(sum.cost, 1, sum.handled);
        if (each) costs.back().per_ticket = *each;
    }
    return costs;
}

std::optional<ShiftLeft> shift_left_of(const std::vector<TierCost>& costs,
                                       const std::map<int, std::int64_t>& resolved,
                                       const std::map<int, std::int64_t>& before) {
    const auto prices = prices_of(costs);
    if (!prices) return std::nullopt;
    const auto now = mean_price(*prices, resolved);
    const auto base = mean_price(*prices, before);
    if (!now || !base) return std::nullopt;
    const std::int64_t tickets = sum_of(resolved);
    const auto saving = std::llround((*base - *now) * static_cast<double>(tickets));
    return ShiftLeft{
        .saving = {saving, prices->currency}, .tickets = tickets, .base_tickets = sum_of(before)};
}

}  // namespace ogniwo::figures
