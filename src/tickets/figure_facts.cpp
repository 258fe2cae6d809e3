#include "tickets/figure_facts.hpp"

namespace ogniwo::tickets {
namespace {

using sla::Fact;
using sla::FactKind;
using sla::Stand;

bool is_over(Stand stand) {
    return stand == Stand::resolved || stand == Stand::closed;
}

class Reading {
public:
    void add(const Fact& fact) {
        switch (fact.kind) {
            case FactKind::opened:
                return open(fact);
            case FactKind::answered:
                return answer(fact.at);
            case FactKind::moved:
                return move(fact);
            case FactKind::stood:
                return stand(fact);
            case FactKind::void_begun:
            case FactKind::void_ended:
                is_void_ = fact.kind == FactKind::void_begun;
                return;
            case FactKind::asked:
            case FactKind::termed:
            case FactKind::workaround:
            case FactKind::reminded:
                return;
        }
    }

    std::optional<TicketFigure> figure() && {
        const bool is_anything = figure_.answered_at || !figure_.leavings.empty();
        if (is_void_ || !is_anything) return std::nullopt;
        // Before it is resolved nobody asks for them.
        if (!figure_.resolved_at) figure_.holds.clear();
        return std::move(figure_);
    }

private:
    void open(const Fact& fact) {
        figure_.opened_at = fact.since.value_or(fact.at);
        figure_.opened_by = fact.by;
        tier_ = fact.tier;
        figure_.stayed = tier_ == 1;
    }

    void answer(Time at) {
        if (!figure_.answered_at) figure_.answered_at = at;
        if (!figure_.resolved_at) ++figure_.answers;
    }

    void move(const Fact& fact) {
        figure_.leavings.push_back({.tier = tier_, .to = fact.tier, .at = fact.at});
        tier_ = fact.tier;
        if (!figure_.resolved_at) figure_.stayed = false;
    }

    void stand(const Fact& fact) {
        if (held_since_ && !figure_.resolved_at) figure_.holds.emplace_back(*held_since_, fact.at);
        held_since_.reset();
        if (fact.stand == Stand::resolved && !is_over(stand_)) resolve(fact.at);
        if (is_over(stand_) && !is_over(fact.stand) && figure_.resolved_at &&
            !figure_.reopened_at) {
            figure_.reopened_at = fact.at;
        }
        if (!is_over(fact.stand) && fact.stand != Stand::active) held_since_ = fact.at;
        stand_ = fact.stand;
    }

    void resolve(Time at) {
        figure_.leavings.push_back({.tier = tier_, .to = {}, .at = at});
        if (figure_.resolved_at) return;
        figure_.resolved_at = at;
        figure_.resolved_tier = tier_;
    }

    TicketFigure figure_{};
    int tier_ = 1;
    Stand stand_ = Stand::active;
    std::optional<Time> held_since_{};
    bool is_void_ = false;
};

}  // namespace

std::optional<TicketFigure> figure_of(const sla::History& history) {
    Reading reading;
    for (const Fact& fact : history) reading.add(fact);
    return std::move(reading).figure();
}

}  // namespace ogniwo::tickets
