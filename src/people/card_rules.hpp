#pragma once

// What the cards of customers, persons and our company have in common, checked as it is typed: all
// errors at once, each with the pointer of its field, and every value in the one form that is
// stored.

#include <string>
#include <string_view>
#include <vector>

#include "base/text.hpp"
#include "people/directory_types.hpp"

namespace ogniwo::people {

class CardCheck {
public:
    using Parse = Result<std::string> (*)(std::string_view);

    void add(std::string pointer, const Reason& reason);

    // Without white space at its ends, accents composed.
    void tidy(std::string& value);
    void required(std::string& value, std::string pointer, const Reason& reason);
    // Empty is allowed and stays empty.
    void parsed(std::string& value, std::string pointer, Parse parse);
    void zone(std::string& value, std::string pointer);
    // An address on the web with http or https; "www.firma.pl" gets https.
    void web(std::string& value, std::string pointer);
    void address(std::optional<PostalAddress>& address, const std::string& pointer);
    // In order of the week, without overlaps.
    void hours(std::vector<OpenHours>& hours, const std::string& pointer);

    // Of PersonPhone and NotedPhone alike.
    template <class Phones>
    void phones(Phones& phones) {
        for (std::size_t i = 0; i < phones.size(); ++i) {
            phone(phones[i].number, phones[i].extension, "/phones/" + std::to_string(i));
            phones[i].shown.clear();
        }
    }

    // The card, or all errors.
    template <class Card>
    Result<Card> verdict(Card card) && {
        if (errors_.empty()) return card;
        return Error{.reason = invalid_fields, .fields = std::move(errors_)};
    }

private:
    void phone(std::string& number, std::string& extension, const std::string& pointer);

    std::vector<FieldError> errors_;
};

}  // namespace ogniwo::people
