#include "people/card_rules.hpp"

#include <algorithm>
#include <tuple>

#include "base/identifiers.hpp"
#include "base/phone.hpp"

namespace ogniwo::people {
namespace {

constexpr Minutes day_end{24 * 60};
constexpr std::size_t extension_most = 10;

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

char upper(char c) {
    return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
}

bool is_country(std::string_view text) {
    return text.size() == 2 &&
           std::all_of(text.begin(), text.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

}  // namespace

void CardCheck::add(std::string pointer, const Reason& reason) {
    errors_.push_back({.pointer = std::move(pointer), .reason = reason.name});
}

void CardCheck::tidy(std::string& value) {
    value = nfc(trim(value));
}

void CardCheck::required(std::string& value, std::string pointer, const Reason& reason) {
    tidy(value);
    if (value.empty()) add(std::move(pointer), reason);
}

void CardCheck::parsed(std::string& value, std::string pointer, Parse parse) {
    tidy(value);
    if (value.empty()) return;
    Result<std::string> good = parse(value);
    if (good) {
        value = *std::move(good);
    } else {
        add(std::move(pointer), good.error().reason);
    }
}

void CardCheck::zone(std::string& value, std::string pointer) {
    tidy(value);
    if (!is_zone(value)) add(std::move(pointer), zone_unknown);
}

void CardCheck::web(std::string& value, std::string pointer) {
    tidy(value);
    if (value.empty()) return;
    if (value.find("://") == std::string::npos) value = "https://" + value;
    const bool known = value.starts_with("https://") || value.starts_with("http://");
    const std::string_view rest = std::string_view(value).substr(value.find("://") + 3);
    const bool plain = std::all_of(rest.begin(), rest.end(), [](char c) {
        return c > ' ' && std::string_view("\"'<>\\^`{}|@").find(c) == std::string_view::npos;
    });
    const std::string_view host = rest.substr(0, rest.find('/'));
    const bool dotted = host.find('.') != std::string_view::npos && !host.starts_with('.');
    if (!known || !plain || !dotted) add(std::move(pointer), web_malformed);
}

void CardCheck::address(std::optional<PostalAddress>& address, const std::string& pointer) {
    if (!address) return;
    for (std::string& line : address->lines) tidy(line);
    std::erase(address->lines, "");
    required(address->city, pointer + "/city", city_missing);
    tidy(address->country);
    std::transform(
        address->country.begin(), address->country.end(), address->country.begin(), upper);
    if (!is_country(address->country)) add(pointer + "/country", country_malformed);
    tidy(address->post_code);
    if (address->country == "PL") {
        parsed(address->post_code, pointer + "/postCode", parse_post_code);
    }
}

void CardCheck::hours(std::vector<OpenHours>& hours, const std::string& pointer) {
    const auto order = [](const OpenHours& a, const OpenHours& b) {
        return std::tuple(a.day, a.from) < std::tuple(b.day, b.from);
    };
    for (std::size_t i = 0; i < hours.size(); ++i) {
        const OpenHours& span = hours[i];
        bool good = span.from >= Minutes{0} && span.from < span.to && span.to <= day_end;
        for (std::size_t j = 0; j < i; ++j) {
            const OpenHours& other = hours[j];
            good &= other.day != span.day || other.to <= span.from || span.to <= other.from;
        }
        if (!good) add(pointer + "/" + std::to_string(i), hours_malformed);
    }
    std::sort(hours.begin(), hours.end(), order);
}

void CardCheck::phone(std::string& number, std::string& extension, const std::string& pointer) {
    tidy(extension);
    const Result<Phone> good = parse_phone(number);
    if (good) {
        number = good->e164;
        if (extension.empty()) extension = good->extension;
    } else {
        add(pointer + "/number", good.error().reason);
    }
    const bool digits = std::all_of(extension.begin(), extension.end(), is_digit);
    if (!digits || extension.size() > extension_most) {
        add(pointer + "/extension", phone_extension);
    }
}

}  // namespace ogniwo::people
