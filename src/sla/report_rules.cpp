#include "sla/report_rules.hpp"

#include <algorithm>

namespace ogniwo::sla {
namespace {

using std::chrono::days;
using std::chrono::sys_days;

Time midnight(Date date, std::string_view zone) {
    return *to_instant(date, Minutes{0}, zone);
}

Date next(Date date) {
    return Date{sys_days{date} + days{1}};
}

}  // namespace

std::optional<double> attainment_of(std::int64_t met, std::int64_t missed) {
    if (met + missed == 0) return std::nullopt;
    return static_cast<double>(met) / static_cast<double>(met + missed);
}

Result<Span> span_of(const ReadAttainment& wish, std::string_view zone) {
    if (wish.to < wish.from) {
        return Error{.reason = invalid_fields, .fields = {{"/to", report_backwards.name}}};
    }
    if (sys_days{wish.to} - sys_days{wish.from} > days{31 * report_months_most}) {
        return Error{
            .reason = invalid_fields,
            .fields = {
                {"/from", report_too_long.name, {{"most", std::to_string(report_months_most)}}}}};
    }
    return Span{wish.from, midnight(wish.from, zone), midnight(next(wish.to), zone)};
}

std::vector<Span> months_of(const ReadAttainment& wish, std::string_view zone) {
    std::vector<Span> months;
    Date first{wish.from.year(), wish.from.month(), std::chrono::day{1}};
    for (; first <= wish.to; first += std::chrono::months{1}) {
        const Date from = std::max(first, wish.from);
        const Date to = std::min(last_day_of(first), wish.to);
        months.push_back({first, midnight(from, zone), midnight(next(to), zone)});
    }
    return months;
}

Span month_of(int year, int month, std::string_view zone) {
    const Date first{std::chrono::year{year},
                     std::chrono::month{static_cast<unsigned>(month)},
                     std::chrono::day{1}};
    return {first, midnight(first, zone), midnight(next(last_day_of(first)), zone)};
}

Result<Span> month_to_close(const CloseMonth& wish,
                            const std::optional<Date>& last_closed,
                            Time now,
                            std::string_view zone) {
    const Span month = month_of(wish.year, wish.month, zone);
    if (last_closed && month.first <= *last_closed) return month_closed_already;
    if (month.to > now) return month_not_over;
    return month;
}

Date last_day_of(Date first) {
    return Date{sys_days{first.year() / first.month() / std::chrono::last}};
}

}  // namespace ogniwo::sla
