#pragma once

// What a support structure may look like, as pure functions.

#include <string>
#include <vector>

#include "tiers/types.hpp"

namespace ogniwo::tiers {

// A structure as somebody wishes it, whole.
struct Design {
    std::vector<WishedTier> tiers{};
    std::vector<TierMove> moves{};
    std::vector<MoveReason> reasons{};
};

Design design_of(const Structure& structure);

// `now` with what the wish names in its place. Without moves of its own, moves between tiers that
// are gone and reasons that are gone leave, and new tiers get moves from and to all others.
Design changed(Design now, const EditStructure& wish);

// Refused, in this order: codes of reasons (form, doubled), queues' names doubled in a tier, moves
// (a tier that is not there, doubled, an unknown reason). All errors of a kind at once.
Outcome check(const Design& design);

std::vector<StructureWarning> warnings_of(const Structure& structure);

}  // namespace ogniwo::tiers
