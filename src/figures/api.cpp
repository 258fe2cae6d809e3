#include "figures/api.hpp"

#include "base/describe.hpp"
#include "figures/service.hpp"
#include "people/service.hpp"

namespace ogniwo::figures {
namespace {

constexpr std::int64_t first_year = 2000;
constexpr std::int64_t last_year = 2199;
constexpr std::int64_t months_of_year = 12;
constexpr Date sample_day = std::chrono::year{2025} / 6 / 1;

}  // namespace

void describe(Fields& fields, Figure& figure) {
    fields("figure", figure.figure);
    fields("unit", figure.unit).about("Minutes are of working time, days are working days.");
    fields("value", figure.value).about("The mean, of a spread. Absent: nothing to divide.");
    fields("median", figure.median);
    fields("p90", figure.p90).about("Nine of ten are no more (nearest rank).");
    fields("numerator", figure.numerator);
    fields("denominator", figure.denominator);
    fields("count", figure.count).about("Of how many it is.");
}

void describe(Fields& fields, AgeBucket& bucket) {
    fields("from", bucket.from).about("Working days.");
    fields("to", bucket.to).about("Included; absent: no end.");
    fields("tickets", bucket.tickets);
}

void describe(Fields& fields, TierChance& move) {
    fields("from", move.from);
    fields("to", move.to);
    fields("moved", move.moved);
    fields("left", move.left).about("All times that a ticket left the tier, resolved ones too.");
    fields("probability", move.probability).about("moved / left.");
}

void describe(Fields& fields, TierCost& cost) {
    fields("tier", cost.tier);
    fields("months", cost.months).about("Whole ones of the period that have a cost.");
    fields("cost", cost.cost);
    fields("handled", cost.handled).about("Tickets that left the tier then, each once a month.");
    fields("perTicket", cost.per_ticket).about("cost / handled. Absent: nothing to divide.");
}

void describe(Fields& fields, ShiftLeft& shift) {
    fields("saving", shift.saving)
        .about("What the tickets would have cost more at the tiers of the period before.");
    fields("tickets", shift.tickets);
    fields("baseTickets", shift.base_tickets);
}

void describe(Fields& fields, ReadDeskFigures& wish) {
    fields("from", wish.from).about("The first day.");
    fields("to", wish.to).about("The last day.");
    fields("customer", wish.customer);
}

void describe(Fields& fields, DeskFigures& figures) {
    fields("at", figures.at).about("The backlog is that of this moment.");
    fields("items", figures.items);
    fields("backlogAges", figures.backlog_ages);
    fields("moves", figures.moves);
    fields("costs", figures.costs).about("Of all customers, for whoever may see them.");
    fields("shiftLeft", figures.shift_left);
}

void describe(Fields& fields, MonthCost& cost) {
    fields("tier", cost.tier);
    fields("month", cost.month).about("Its first day.");
    fields("cost", cost.cost);
}

void describe(Fields& fields, CostList& list) {
    fields("version", list.version);
    fields("items", list.items).about("The latest month first, then by tier.");
}

void describe(Fields& fields, SaveCost& wish) {
    fields("version", wish.version);
    fields("tier", wish.tier);
    fields("year", wish.year).within(first_year, last_year);
    fields("month", wish.month).within(1, months_of_year);
    fields("cost", wish.cost).about("Of the whole month, not below zero. Absent: forgotten.");
}

void describe(Fields& fields, CostSaved& event) {
    fields("tier", event.tier);
    fields("month", event.month);
    fields("cost", event.cost);
}

void mount(Operations& operations) {
    using people::Role;
    people::allow_reading(see, {Role::technician, Role::bookkeeper, Role::consultant});
    people::allow_reading(see_costs, {Role::bookkeeper, Role::consultant, Role::administrator});
    people::allow(edit_costs, {Role::administrator});
    operations.slice("figures", "DeskFigures of the desk: quality, speed, backlog, flow, costs.");
    operations
        .get<ReadDeskFigures, DeskFigures>("figures.read_figures",
                                           "/figures",
                                           see,
                                           read_figures,
                                           {.from = sample_day, .to = sample_day})
        .about("The figures of a period, each with of how many it is.");
    operations.get("figures.list_costs", "/figures/costs", see_costs, list_costs, Nothing{})
        .about("What the tiers cost in which month, as it was entered.");
    operations
        .patch<SaveCost, CostList>("figures.save_cost",
                                   "/figures/costs",
                                   edit_costs,
                                   save_cost,
                                   {.version = 1,
                                    .tier = 1,
                                    .year = 2025,
                                    .month = 5,
                                    .cost = Money{25'000'00, Currency::pln}})
        .about("Enters what one tier cost in one month.");
}

}  // namespace ogniwo::figures
