#include "assets/rules.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace ogniwo::assets {
namespace {

template <class T>
void take(T& value, const std::optional<T>& wanted) {
    if (wanted) value = *wanted;
}

std::string contains(std::string_view part) {
    std::string pattern = "%";
    for (const char c : part) {
        if (c == '%' || c == '_' || c == '!') pattern += '!';
        pattern += c;
    }
    return pattern + "%";
}

}  // namespace

Result<AssetCard> checked_card(AssetCard card) {
    for (std::string* text : {&card.name,
                              &card.maker,
                              &card.model,
                              &card.serial_number,
                              &card.inventory_number,
                              &card.note}) {
        *text = nfc(trim(*text));
    }
    std::vector<FieldError> errors;
    if (card.name.empty()) errors.push_back({"/name", name_missing.name});
    if (card.purchased_on && card.warranty_until && *card.warranty_until < *card.purchased_on) {
        errors.push_back({"/warrantyUntil", warranty_before_purchase.name});
    }
    if (errors.empty()) return card;
    return Error{.reason = invalid_fields, .fields = std::move(errors)};
}

AssetCard with_changes(AssetCard card, const EditAsset& wish) {
    take(card.kind, wish.kind);
    take(card.name, wish.name);
    take(card.site, wish.site);
    take(card.person, wish.person);
    take(card.maker, wish.maker);
    take(card.model, wish.model);
    take(card.serial_number, wish.serial_number);
    take(card.inventory_number, wish.inventory_number);
    take(card.purchased_on, wish.purchased_on);
    take(card.warranty_until, wish.warranty_until);
    take(card.note, wish.note);
    return card;
}

AssetState state_of(const AssetCard& card) {
    return {.kind = card.kind,
            .site = card.site,
            .person = card.person,
            .purchased_on = card.purchased_on,
            .warranty_until = card.warranty_until};
}

std::array<CardText, 6> texts_of(const AssetCard& card) {
    return {CardText{"name", card.name},
            CardText{"maker", card.maker},
            CardText{"model", card.model},
            CardText{"serialNumber", card.serial_number},
            CardText{"inventoryNumber", card.inventory_number},
            CardText{"note", card.note}};
}

std::string search_text(const AssetCard& card) {
    std::string text;
    for (const std::string& item :
         {card.name, card.maker + " " + card.model, card.serial_number, card.inventory_number}) {
        text += fold(item) + "\n";
    }
    return text;
}

Words words_of(std::string_view typed) {
    Words words;
    words.fill("%");
    const std::string folded = fold(typed);
    std::size_t count = 0;
    for (std::size_t at = 0; count < words.size();) {
        const std::size_t start = folded.find_first_not_of(" \t\n", at);
        if (start == std::string::npos) break;
        const std::size_t end = std::min(folded.find_first_of(" \t\n", start), folded.size());
        words[count++] = contains(std::string_view(folded).substr(start, end - start));
        at = end;
    }
    return words;
}

}  // namespace ogniwo::assets
