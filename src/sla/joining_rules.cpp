// Several matters that became one, as one history.

#include <algorithm>

#include "sla/clock_rules.hpp"

namespace ogniwo::sla {
namespace {

bool is_done(Stand stand) {
    return stand == Stand::resolved || stand == Stand::closed;
}

class Combining {
public:
    explicit Combining(std::size_t count) : parts_(count) {}

    void take(const Fact& fact, std::size_t part) {
        Part& own = parts_[part];
        switch (fact.kind) {
            case FactKind::opened:
                return open(fact, part);
            case FactKind::asked:
            case FactKind::answered:
            case FactKind::reminded:
                result_.push_back(fact);
                return;
            case FactKind::stood:
                own.stand = fact.stand;
                return settle(fact.at);
            case FactKind::workaround:
                own.has_workaround = fact.has_workaround;
                return settle(fact.at);
            case FactKind::moved:
            case FactKind::termed:
                if (part == leader()) result_.push_back(fact);
                return;
            // Of the one that goes on; the others end with their joining it.
            case FactKind::void_begun:
            case FactKind::void_ended:
                if (part == 0) result_.push_back(fact);
                return;
        }
    }
    void leave(std::size_t part, Time at) {
        parts_[part].is_there = false;
        settle(at);
    }

    History result() && { return std::move(result_); }

private:
    struct Part {
        bool is_there = false;
        Stand stand = Stand::active;
        bool has_workaround = false;
    };

    // Whose tier and terms are those of the whole.
    std::size_t leader() const {
        for (std::size_t i = 0; i < parts_.size(); ++i) {
            if (parts_[i].is_there) return i;
        }
        return 0;
    }

    void open(const Fact& fact, std::size_t part) {
        parts_[part].is_there = true;
        const Time since = fact.since.value_or(fact.at);
        if (result_.empty()) {
            result_.push_back(fact);
            return;
        }
        // Whoever began to wait first began the whole, even if they told us later.
        Time& first =
            result_.front().since.emplace(result_.front().since.value_or(result_.front().at));
        first = std::min(first, since);
        if (part == leader()) {
            result_.push_back({.at = fact.at, .kind = FactKind::moved, .tier = fact.tier});
            result_.push_back({.at = fact.at, .kind = FactKind::termed, .terms = fact.terms});
        }
        settle(fact.at);
        // The same matter told once more.
        result_.push_back(
            {.at = fact.at,
             .kind = fact.by == OpenedBy::ours ? FactKind::answered : FactKind::asked});
    }

    Stand stand_of_all() const {
        std::optional<Stand> waits;
        std::optional<Stand> done;
        bool is_active = false;
        for (const Part& part : parts_) {
            if (!part.is_there) continue;
            if (is_done(part.stand)) {
                if (!done || part.stand == Stand::resolved) done = part.stand;
            } else if (part.stand == Stand::active) {
                is_active = true;
            } else if (!waits) {
                waits = part.stand;
            }
        }
        if (waits) return *waits;
        return is_active || !done ? Stand::active : *done;
    }

    void settle(Time at) {
        const Stand stand = stand_of_all();
        if (stand != stand_) result_.push_back({.at = at, .kind = FactKind::stood, .stand = stand});
        stand_ = stand;
        const bool has = std::ranges::any_of(
            parts_, [](const Part& part) { return part.is_there && part.has_workaround; });
        if (has != has_workaround_) {
            result_.push_back({.at = at, .kind = FactKind::workaround, .has_workaround = has});
        }
        has_workaround_ = has;
    }

    std::vector<Part> parts_;
    Stand stand_ = Stand::active;
    bool has_workaround_ = false;
    History result_{};
};

}  // namespace

History combined(const History& history, const std::vector<Absorbed>& absorbed) {
    struct Step {
        const Fact* fact = nullptr;  // Nothing: the part goes on in the first one.
        Time at{};
        std::size_t part = 0;
    };
    std::vector<Step> steps;
    for (const Fact& fact : history) steps.push_back({&fact, fact.at, 0});
    for (std::size_t i = 0; i < absorbed.size(); ++i) {
        for (const Fact& fact : absorbed[i].history) {
            if (fact.at <= absorbed[i].at) steps.push_back({&fact, fact.at, i + 1});
        }
        steps.push_back({nullptr, absorbed[i].at, i + 1});
    }
    std::ranges::stable_sort(steps, {}, &Step::at);
    Combining all(absorbed.size() + 1);
    for (const Step& step : steps) {
        if (step.fact != nullptr) {
            all.take(*step.fact, step.part);
        } else {
            all.leave(step.part, step.at);
        }
    }
    return std::move(all).result();
}

}  // namespace ogniwo::sla
