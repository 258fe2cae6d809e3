#pragma once

// What may stand on an asset's card, what it is found by, and what its events say it is. Pure.

#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "assets/types.hpp"

namespace ogniwo::assets {

// Every value in its stored form, or all field errors.
Result<AssetCard> checked_card(AssetCard card);

AssetCard with_changes(AssetCard card, const EditAsset& wish);
AssetState state_of(const AssetCard& card);

// Name, maker, model, numbers and note, under the names of the API's fields.
using CardText = std::pair<std::string_view, std::string>;
std::array<CardText, 6> texts_of(const AssetCard& card);

// What it is found by, folded, one item per line. The note is not: whoever may not read it could
// guess it.
std::string search_text(const AssetCard& card);

// What somebody types, as patterns that must all occur, with ! before what is meant as it stands;
// "%" where there is nothing to ask.
using Words = std::array<std::string, 4>;
Words words_of(std::string_view typed);

}  // namespace ogniwo::assets
