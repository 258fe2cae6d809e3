#include "people/find_rules.hpp"

#include <algorithm>

#include "base/phone.hpp"
#include "base/text.hpp"

namespace ogniwo::people {
namespace {

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

// Nothing but digits and what people write between them.
bool looks_like_number(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) {
        return is_digit(c) || std::string_view(" +-().\t/").find(c) != std::string_view::npos;
    });
}

std::string contains(std::string_view part) {
    std::string pattern = "%";
    for (const char c : part) {
        if (c == '%' || c == '_' || c == '\\') pattern += '\\';
        pattern += c;
    }
    return pattern + "%";
}

void add_line(std::string& text, std::string_view line) {
    if (line.empty()) return;
    text += fold(line);
    text += '\n';
}

void add_phone(std::string& text, std::string_view number, std::string_view extension) {
    add_line(text, digits_of(number));
    add_line(text, digits_of(extension));
}

}  // namespace

Words words_of(std::string_view typed) {
    Words words;
    words.fill("%");
    std::string digits = digits_of(typed);
    if (digits.size() >= 3 && looks_like_number(typed)) {
        // 0048 and the old trunk 0 are how people dial, not a part of the number.
        digits.erase(0, std::min(digits.find_first_not_of('0'), digits.size() - 3));
        words[0] = contains(digits);
        return words;
    }
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

std::string person_sort_key(const std::string& given_name, const std::string& family_name) {
    // A zero byte is smaller than any byte of a key, so "Nowak, Anna" stands before "Nowakowska".
    const std::string first = sort_key(family_name.empty() ? given_name : family_name);
    return first + std::string(1, '\0') + sort_key(family_name.empty() ? "" : given_name);
}

std::string person_search_text(const PersonCard& card) {
    std::string text;
    add_line(text, card.given_name + " " + card.family_name + " " + card.given_name);
    for (const std::string& email : card.emails) add_line(text, email);
    for (const PersonPhone& phone : card.phones) add_phone(text, phone.number, phone.extension);
    return text;
}

std::string customer_search_text(const CustomerCard& card) {
    std::string text;
    add_line(text, card.name);
    add_line(text, card.legal_name);
    add_line(text, card.nip);
    for (const std::string& domain : card.domains) add_line(text, domain);
    for (const NotedPhone& phone : card.phones) add_phone(text, phone.number, phone.extension);
    return text;
}

}  // namespace ogniwo::people
