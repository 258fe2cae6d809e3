#include "tiers/structure_rules.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include "base/text.hpp"

namespace ogniwo::tiers {
namespace {

// Errors of one list, each at its place in the wish.
class Errors {
public:
    void add(std::string pointer, Reason reason) {
        fields_.push_back({std::move(pointer), reason.name, {}});
    }
    Outcome outcome() && {
        if (fields_.empty()) return Nothing{};
        return Error{.reason = invalid_fields, .fields = std::move(fields_)};
    }

private:
    std::vector<FieldError> fields_{};
};

std::string at(std::string_view list, std::size_t index, std::string_view rest) {
    return "/" + std::string(list) + "/" + std::to_string(index) + std::string(rest);
}

bool is_code(const std::string& text) {
    const auto fits = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
    };
    return !text.empty() && text[0] >= 'a' && text[0] <= 'z' && std::ranges::all_of(text, fits);
}

Outcome check_reasons(const Design& design) {
    Errors errors;
    std::set<std::string> codes;
    for (std::size_t i = 0; i < design.reasons.size(); ++i) {
        const std::string& code = design.reasons[i].code;
        if (!is_code(code)) errors.add(at("reasons", i, "/code"), reason_code_form);
        if (!codes.insert(code).second) errors.add(at("reasons", i, "/code"), reason_doubled);
    }
    return std::move(errors).outcome();
}

Outcome check_queues(const Design& design) {
    Errors errors;
    for (std::size_t i = 0; i < design.tiers.size(); ++i) {
        const auto& queues = design.tiers[i].queues;
        std::set<std::string> names;
        for (std::size_t j = 0; j < queues.size(); ++j) {
            if (names.insert(fold(trim(queues[j].name))).second) continue;
            errors.add(at("tiers", i, "/queues/" + std::to_string(j) + "/name"), queue_name_taken);
        }
    }
    return std::move(errors).outcome();
}

bool is_reason(const Design& design, const std::string& code) {
    return std::ranges::find(design.reasons, code, &MoveReason::code) != design.reasons.end();
}

Outcome check_moves(const Design& design) {
    Errors errors;
    std::set<std::pair<int, int>> known;
    const int highest = static_cast<int>(design.tiers.size());
    const auto is_tier = [&](int number) { return number >= 1 && number <= highest; };
    for (std::size_t i = 0; i < design.moves.size(); ++i) {
        const TierMove& move = design.moves[i];
        if (!is_tier(move.from)) errors.add(at("moves", i, "/from"), move_unknown_tier);
        if (!is_tier(move.to)) errors.add(at("moves", i, "/to"), move_unknown_tier);
        if (!known.emplace(move.from, move.to).second) errors.add(at("moves", i, ""), move_doubled);
        for (std::size_t j = 0; j < move.reasons.size(); ++j) {
            if (is_reason(design, move.reasons[j])) continue;
            errors.add(at("moves", i, "/reasons/" + std::to_string(j)), reason_unknown);
        }
    }
    return std::move(errors).outcome();
}

// Upwards or downwards, the reasons that such moves have already; else all there are.
std::vector<std::string> usual_reasons(const Design& design, bool up) {
    std::vector<std::string> usual;
    for (const MoveReason& reason : design.reasons) {
        const bool is_used = std::ranges::any_of(design.moves, [&](const TierMove& move) {
            return move.to != move.from && (move.to > move.from) == up &&
                   std::ranges::find(move.reasons, reason.code) != move.reasons.end();
        });
        if (is_used) usual.push_back(reason.code);
    }
    if (!usual.empty()) return usual;
    for (const MoveReason& reason : design.reasons) usual.push_back(reason.code);
    return usual;
}

void fit_moves(Design& design, int highest_before) {
    const int highest = static_cast<int>(design.tiers.size());
    const auto usual_up = usual_reasons(design, true);
    const auto usual_down = usual_reasons(design, false);
    for (TierMove& move : design.moves) {
        std::erase_if(move.reasons,
                      [&](const std::string& code) { return !is_reason(design, code); });
    }
    std::erase_if(design.moves, [&](const TierMove& move) {
        return move.from > highest || move.to > highest || move.reasons.empty();
    });
    for (int added = highest_before + 1; added <= highest; ++added) {
        for (int other = 1; other < added; ++other) {
            design.moves.push_back({.from = other, .to = added, .reasons = usual_up});
            design.moves.push_back({.from = added, .to = other, .reasons = usual_down});
        }
    }
}

bool has_move(const Structure& structure, auto&& fits) {
    return std::ranges::any_of(structure.moves, fits);
}

}  // namespace

Design design_of(const Structure& structure) {
    Design design{.moves = structure.moves, .reasons = structure.reasons};
    for (const StructureTier& tier : structure.tiers) {
        WishedTier wished{.name_pl = tier.name_pl,
                          .name_en = tier.name_en,
                          .may_resolve = tier.may_resolve,
                          .needs_handover = tier.needs_handover};
        for (const Queue& queue : tier.queues) wished.queues.push_back({queue.id, queue.name});
        for (const TierMember& member : tier.members) wished.members.push_back(member.person);
        design.tiers.push_back(std::move(wished));
    }
    return design;
}

Design changed(Design now, const EditStructure& wish) {
    const int highest_before = static_cast<int>(now.tiers.size());
    if (wish.tiers) now.tiers = *wish.tiers;
    if (wish.reasons) now.reasons = *wish.reasons;
    if (wish.moves) {
        now.moves = *wish.moves;
    } else {
        fit_moves(now, highest_before);
    }
    return now;
}

Outcome check(const Design& design) {
    TRY_DO(check_reasons(design));
    TRY_DO(check_queues(design));
    return check_moves(design);
}

std::vector<StructureWarning> warnings_of(const Structure& structure) {
    std::vector<StructureWarning> warnings;
    const auto highest = structure.tiers.size();
    for (std::size_t i = 0; i < highest; ++i) {
        const StructureTier& tier = structure.tiers[i];
        const int number = tier.number;
        const auto warn = [&](bool is_so, Oddity what) {
            if (is_so) warnings.push_back({.tier = number, .what = what});
        };
        warn(tier.members.empty(), Oddity::nobody_works_here);
        warn(i > 0 && tier.members.size() > structure.tiers[i - 1].members.size(),
             Oddity::larger_than_below);
        warn(i + 1 < highest && !has_move(structure,
                                          [&](const TierMove& move) {
                                              return move.from == number && move.to > number;
                                          }),
             Oddity::no_way_up);
        warn(i > 0 && !has_move(structure,
                                [&](const TierMove& move) {
                                    return move.from == number && move.to < number;
                                }),
             Oddity::no_way_down);
        warn(i > 0 && !has_move(structure,
                                [&](const TierMove& move) {
                                    return move.to == number && move.from != number;
                                }),
             Oddity::nobody_can_get_here);
    }
    return warnings;
}

}  // namespace ogniwo::tiers
