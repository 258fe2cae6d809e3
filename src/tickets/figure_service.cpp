#include "tickets/figure_service.hpp"

#include <fmt/format.h>

#include "base/json.hpp"
#include "tickets/clock_facts.hpp"
#include "tickets/clock_job.hpp"
#include "tickets/figure.hpp"
#include "tickets/figure_store.hpp"

namespace ogniwo::tickets {
namespace {

constexpr int chunk = 100;

std::string told(const std::optional<Time>& at) {
    return at ? to_text(*at) : "-";
}

// In one line, for whoever compares two of them.
std::string told(const std::optional<TicketFigure>& figure) {
    if (!figure) return "";
    std::string text = fmt::format("opened {} by {}, answered {}, resolved {} at {}, {} answers{}",
                                   to_text(figure->opened_at),
                                   figure->opened_by == sla::OpenedBy::ours ? "us" : "customer",
                                   told(figure->answered_at),
                                   told(figure->resolved_at),
                                   figure->resolved_tier.value_or(0),
                                   figure->answers,
                                   figure->stayed ? ", stayed" : "");
    text += fmt::format(", reopened {}", told(figure->reopened_at));
    for (const auto& [from, to] : figure->holds) {
        text += fmt::format("; held {}..{}", to_text(from), to_text(to));
    }
    for (const Leaving& one : figure->leavings) {
        text += fmt::format("; left {} for {} {}", one.tier, one.to.value_or(0), to_text(one.at));
    }
    return text;
}

}  // namespace

void keep_figure(Tx& tx, TicketId ticket, const sla::History& history) {
    const auto figure = figure_of(history);
    const auto kept = store::find_figure(tx, ticket);
    if (figure != kept) store::save_figure(tx, ticket, figure);
}

void keep_figure(Tx& tx, TicketId ticket) {
    keep_figure(tx, ticket, ClockFacts(tx).history_of(ticket));
}

std::vector<ResolvedTicket> list_resolved(Tx& tx, const Scope& scope, const FigureSpan& span) {
    return store::list_resolved(tx, scope, span);
}

std::vector<FirstAnswer> list_first_answers(Tx& tx, const Scope& scope, const FigureSpan& span) {
    return store::list_first_answers(tx, scope, span);
}

std::vector<Time> list_open_since(Tx& tx,
                                  const Scope& scope,
                                  const std::optional<CustomerId>& customer) {
    return store::list_open_since(tx, scope, customer);
}

std::vector<LeavingSum> sum_leavings(Tx& tx, const Scope& scope, const FigureSpan& span) {
    return store::sum_leavings(tx, scope, span);
}

std::vector<HandledSum> sum_handled(Tx& tx, const Scope& scope, const FigureSpan& span) {
    return store::sum_handled(tx, scope, span);
}

std::int64_t count_created(Tx& tx, const Scope& scope, const FigureSpan& span) {
    return store::count_created(tx, scope, span);
}

SatisfactionSum sum_satisfaction(Tx& tx, const Scope& scope, const FigureSpan& span) {
    return store::sum_satisfaction(tx, scope, span);
}

Minutes booked_minutes(Tx& tx, const std::vector<PersonId>& persons, Date first, Date last) {
    Minutes sum{};
    for (const PersonId person : persons) sum += store::sum_booked(tx, person, first, last);
    return sum;
}

void count_all_figures(Work& work) {
    if (jobs::hold_waiting(work.tx, count_figures_job)) return;
    jobs::start(work, count_figures_job, "{}");
}

Result<Chunk> count_figures_chunk(Work& work, Job& job) {
    const auto so_far = from_json<CountClocksProgress>(job.progress);
    const auto tickets = store::list_ids_after(work.tx, so_far ? so_far->last : TicketId{}, chunk);
    if (tickets.empty()) return Chunk::finished;
    ClockFacts facts(work.tx);
    for (const auto& [ticket, history] : facts.histories_of(tickets)) {
        keep_figure(work.tx, ticket, history);
    }
    job.done += static_cast<std::int64_t>(tickets.size());
    job.progress = to_json(CountClocksProgress{.last = tickets.back()});
    return Chunk::more;
}

std::vector<FigureDifference> check_figures(Tx& tx, const std::vector<TicketId>& tickets) {
    std::vector<FigureDifference> differences;
    // Until the job is done, there are rows missing.
    if (tickets.empty() || jobs::is_open(tx, count_figures_job)) return differences;
    ClockFacts facts(tx);
    for (const auto& [ticket, history] : facts.histories_of(tickets)) {
        const auto stored = store::find_figure(tx, ticket);
        const auto counted = figure_of(history);
        if (stored == counted) continue;
        differences.push_back({.ticket = ticket, .stored = told(stored), .counted = told(counted)});
    }
    return differences;
}

}  // namespace ogniwo::tickets
