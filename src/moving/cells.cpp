#include "moving/cells.hpp"

#include <algorithm>

#include "base/crypto.hpp"
#include "base/email.hpp"
#include "base/identifiers.hpp"
#include "base/phone.hpp"
#include "base/text.hpp"

namespace ogniwo::moving {
namespace {

const std::string nothing;

void add(std::vector<Identity>& identities, std::string_view field, std::string text) {
    identities.push_back({.text = std::move(text), .field = field});
}

Identities of_customer(const Cells& cells) {
    Identities found;
    const auto nip = parse_nip(cells.line("nip"));
    const bool has_nip = cells.has("nip") && static_cast<bool>(nip);
    if (has_nip) {
        add(found.is, "nip", "nip:" + *nip);
        add(found.asks, "nip", "nip:" + *nip);
    }
    // Two companies of one name are told apart by their numbers, where both have one.
    const std::string name = fold(cells.line("name"));
    if (name.empty()) return found;
    add(found.is, "name", (has_nip ? "name with nip:" : "name:") + name);
    add(found.asks, "name", "name:" + name);
    if (!has_nip) add(found.asks, "name", "name with nip:" + name);
    return found;
}

Identities of_person(const Cells& cells) {
    Identities found;
    for (const std::string_view field : {"email", "email2"}) {
        const auto email = parse_email(cells.line(field));
        if (!cells.has(field) || !email) continue;
        add(found.is, field, "email:" + email_key(*email));
        add(found.asks, field, "email:" + email_key(*email));
    }
    // Colleagues share a phone; a phone and a name together are one person.
    const PersonName name = person_name(cells);
    for (const std::string_view field : {"phone", "mobile"}) {
        const auto phone = parse_phone(cells.line(field));
        if (!cells.has(field) || !phone) continue;
        const std::string both =
            "phone:" + to_text(*phone) + " " + fold(name.given + " " + name.family);
        add(found.is, field, both);
        add(found.asks, field, both);
    }
    return found;
}

// Numbers are a customer's own, and so is a name.
Identities of_asset(const Cells& cells) {
    Identities found;
    for (const std::string_view field : {"inventoryNumber", "serialNumber", "name"}) {
        const std::string value = fold(cells.line(field));
        if (value.empty()) continue;
        const std::string text =
            std::string(field) + ":" + value + " of " + fold(cells.line("customer"));
        add(found.is, field, text);
        add(found.asks, field, text);
    }
    return found;
}

}  // namespace

Columns::Columns(const std::vector<std::string>& header, const MovingMapping& mapping) {
    for (const auto& [field, column] : mapping.columns) {
        const auto found = std::ranges::find(header, column);
        if (found == header.end()) continue;
        places_[field] = static_cast<int>(found - header.begin());
        names_[field] = column;
    }
}

int Columns::place(std::string_view field) const {
    const auto found = places_.find(field);
    return found == places_.end() ? -1 : found->second;
}

const std::string& Columns::name(std::string_view field) const {
    const auto found = names_.find(field);
    return found == names_.end() ? nothing : found->second;
}

std::string_view Cells::raw(std::string_view field) const {
    const int place = columns_->place(field);
    if (place < 0 || static_cast<std::size_t>(place) >= cells_->size()) return {};
    return trim((*cells_)[static_cast<std::size_t>(place)]);
}

std::string Cells::line(std::string_view field) const {
    std::string text(raw(field));
    std::ranges::replace_if(
        text, [](char c) { return c == '\n' || c == '\r' || c == '\t'; }, ' ');
    return text;
}

std::string Cells::text(std::string_view field) const {
    std::string text(raw(field));
    for (auto at = text.find("\r\n"); at != std::string::npos; at = text.find("\r\n", at)) {
        text.erase(at, 1);
    }
    std::ranges::replace(text, '\r', '\n');
    return text;
}

std::string Cells::digest() const {
    std::string all;
    for (const auto& [field, place] : columns_->all()) {
        all += field + '\n' + text(field) + '\0';
    }
    return sha256_hex(all).substr(0, 32);
}

std::string shown_text(std::string_view text, std::size_t most) {
    std::string line(trim(text));
    std::ranges::replace_if(
        line, [](char c) { return c == '\n' || c == '\r' || c == '\t'; }, ' ');
    line = cut(line, most);
    if (is_clean_line(line)) return line;
    std::erase_if(line, [](char c) { return static_cast<unsigned char>(c) < ' ' || c == 0x7f; });
    return is_clean_line(line) ? line : "?";
}

PersonName person_name(std::string_view whole) {
    const std::string_view name = trim(whole);
    const auto space = name.rfind(' ');
    if (space == std::string_view::npos) return {.family = std::string(name)};
    return {.given = std::string(trim(name.substr(0, space))),
            .family = std::string(name.substr(space + 1))};
}

PersonName person_name(const Cells& cells) {
    if (cells.has("familyName") || cells.has("givenName")) {
        return {.given = cells.line("givenName"), .family = cells.line("familyName")};
    }
    return person_name(cells.line("name"));
}

Identity key_of(MovingKind kind, const Cells& cells) {
    if (kind == MovingKind::tickets) return {"number:" + cells.line("number"), "number"};
    if (cells.has("key")) return {"key:" + cells.line("key"), "key"};
    const Identities identities = identities_of(kind, cells);
    if (!identities.is.empty()) return identities.is.front();
    const PersonName name = person_name(cells);
    return {"name:" + fold(name.given + " " + name.family + " " + cells.line("customer")), "name"};
}

Identities identities_of(MovingKind kind, const Cells& cells) {
    Identities found;
    if (kind == MovingKind::customers) found = of_customer(cells);
    if (kind == MovingKind::persons) found = of_person(cells);
    if (kind == MovingKind::assets) found = of_asset(cells);
    const bool has_key = kind == MovingKind::tickets ? cells.has("number") : cells.has("key");
    if (has_key) {
        const Identity key = {kind == MovingKind::tickets ? "number:" + cells.line("number")
                                                          : "key:" + cells.line("key"),
                              kind == MovingKind::tickets ? "number" : "key"};
        found.is.push_back(key);
        found.asks.push_back(key);
    }
    return found;
}

}  // namespace ogniwo::moving
