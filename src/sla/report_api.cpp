#include "base/describe.hpp"
#include "calendars/service.hpp"
#include "operations/operations.hpp"
#include "people/service.hpp"
#include "sla/api.hpp"
#include "sla/report_service.hpp"

namespace ogniwo::sla {
namespace {

constexpr std::int64_t first_year = 2000;
constexpr std::int64_t last_year = 2199;
constexpr std::int64_t months_of_year = 12;
constexpr Date sample_day = std::chrono::year{2025} / 6 / 1;

}  // namespace

void describe(Fields& fields, ReadAttainment& wish) {
    fields("from", wish.from).about("The first day.");
    fields("to", wish.to).about("The last day.");
    fields("by", wish.by).about("What the rows are by, besides the target.");
    fields("customer", wish.customer);
}

void describe(Fields& fields, AttainmentRow& row) {
    fields("target", row.target);
    fields("tier", row.tier).about("Where the ticket was when the clock ended.");
    fields("customer", row.customer);
    fields("customerName", row.customer_name);
    fields("priority", row.priority);
    fields("policy", row.policy);
    fields("month", row.month).about("Its first day.");
    fields("met", row.met);
    fields("missed", row.missed);
    fields("cancelled", row.cancelled);
    fields("attainment", row.attainment)
        .about("met / (met + missed). Absent: there is nothing to divide.");
    fields("over", row.over).about("Beyond what was promised, of all that were missed.");
    fields("mean", row.mean).about("Of the time that counts, of those met or missed.");
    fields("median", row.median);
    fields("p90", row.p90).about("Nine of ten took no longer (nearest rank).");
}

void describe(Fields& fields, TierRow& row) {
    fields("tier", row.tier);
    fields("stays", row.stays).about("That ended, of tickets whose promise is shared out.");
    fields("within", row.within).about("That used no more than their share.");
    fields("attainment", row.attainment).about("within / stays.");
    fields("spent", row.spent);
    fields("over", row.over);
}

void describe(Fields& fields, Forecast& forecast) {
    fields("until", forecast.until);
    fields("percent", forecast.percent).about("How many of a hundred are answered by then.");
}

void describe(Fields& fields, Calibration& calibration) {
    fields("percent", calibration.percent).about("As was said.");
    fields("made", calibration.made).about("Said between the two days, and decided by now.");
    fields("kept", calibration.kept).about("Of these: the answer had come.");
}

void describe(Fields& fields, Attainment& attainment) {
    fields("rows", attainment.rows);
    fields("tiers", attainment.tiers).about("How tiers kept to their shares.");
    fields("forecasts", attainment.forecasts)
        .about("How often the first answer came when it was said to come. Of all customers.");
    fields("closedUntil", attainment.closed_until)
        .about("The last day whose figures nobody changes any more.");
}

void describe(Fields& fields, CloseMonth& wish) {
    fields("year", wish.year).within(first_year, last_year);
    fields("month", wish.month).within(1, months_of_year);
}

void describe(Fields& fields, ClosedMonth& month) {
    fields("month", month.month).about("Its first day.");
    fields("closedAt", month.closed_at);
    fields("clocks", month.clocks).about("That ended in it, or in an open month before it.");
}

void describe(Fields& fields, ClosedMonthList& list) {
    fields("items", list.items);
}

void describe(Fields& fields, MonthClosed& event) {
    fields("month", event.month);
    fields("clocks", event.clocks);
}

void mount_reports(Operations& operations) {
    using people::Role;
    people::allow_reading(see_reports, {Role::technician, Role::bookkeeper, Role::consultant});
    people::allow(close_months, {Role::administrator});
    operations
        .get<ReadAttainment, Attainment>("sla.read_attainment",
                                         "/sla/attainment",
                                         see_reports,
                                         read_attainment,
                                         {.from = sample_day, .to = sample_day})
        .about("How promises were kept between two days, by target and one thing besides.");
    operations
        .get("sla.list_closed_months",
             "/sla/closed-months",
             see_reports,
             list_closed_months,
             Nothing{})
        .about("Months whose figures nobody changes any more, the latest first.");
    operations
        .post<CloseMonth, ClosedMonth>("sla.close_month",
                                       "/sla/closed-months",
                                       close_months,
                                       close_month,
                                       {.year = 2025, .month = 5})
        .creates()
        .about("Closes a month that is over, with all before it.");
    calendars::on_closed_until("sla", closed_until);
}

}  // namespace ogniwo::sla
