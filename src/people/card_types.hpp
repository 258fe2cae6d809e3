#pragma once

// What the cards of customers, persons and our company are made of: addresses, phones, hours,
// languages; and how one row names another in an answer.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/enum.hpp"
#include "base/id.hpp"
#include "base/result.hpp"
#include "base/time.hpp"

namespace ogniwo {
class Fields;
}

namespace ogniwo::people {

enum class Language { pl, en };
constexpr auto names(Language) {
    return enum_names("pl", "en");
}

// How a mail opens. It is asked for, never guessed from a name.
enum class FormOfAddress { none, pani, pan, first_name };
constexpr auto names(FormOfAddress) {
    return enum_names("none", "pani", "pan", "first_name");
}

// What technicians should know before they pick up the phone.
enum class Mark { vip, overdue, leaving };
constexpr auto names(Mark) {
    return enum_names("vip", "overdue", "leaving");
}

enum class Weekday { monday, tuesday, wednesday, thursday, friday, saturday, sunday };
constexpr auto names(Weekday) {
    return enum_names("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday");
}

// Open on this day from minute to minute, both counted from local midnight; 1440 is its end.
struct OpenHours {
    Weekday day = Weekday::monday;
    Minutes from{};
    Minutes to{};

    friend bool operator==(const OpenHours&, const OpenHours&) = default;
};

struct PostalAddress {
    std::vector<std::string> lines{};  // Street and house, as on an envelope.
    std::string post_code{};
    std::string city{};
    std::string country = "PL";  // ISO 3166-1, two letters.

    friend bool operator==(const PostalAddress&, const PostalAddress&) = default;
};

enum class PhoneKind { work, mobile, personal };
constexpr auto names(PhoneKind) {
    return enum_names("work", "mobile", "personal");
}

// `number` comes as people write it and is kept as E.164; `shown` is only ever answered.
struct PersonPhone {
    std::string number{};
    std::string extension{};
    PhoneKind kind = PhoneKind::work;
    std::string shown{};
};

// A customer's or our own number: whose it is, or what a call costs.
struct NotedPhone {
    std::string number{};
    std::string extension{};
    std::string note{};
    std::string shown{};
};

struct CustomerRef {
    CustomerId customer{};
    std::string name{};
};

// What everyone may know about one of our staff.
struct PersonRef {
    PersonId person{};
    std::string given_name{};
    std::string family_name{};
    std::string job_title{};
};

// The actor may see the row, or some rows of its kind, but not do this.
inline constexpr Reason not_yours_to_edit{Refusal::forbidden, "people.not_yours_to_edit"};
inline constexpr Reason not_yours_to_see{Refusal::forbidden, "people.not_yours_to_see"};

// Of single fields, beside those of base/.
inline constexpr Reason name_missing{Refusal::invalid, "people.name_missing"};
inline constexpr Reason city_missing{Refusal::invalid, "people.city_missing"};
inline constexpr Reason doubled{Refusal::invalid, "people.doubled"};
inline constexpr Reason zone_unknown{Refusal::invalid, "people.zone_unknown"};
inline constexpr Reason country_malformed{Refusal::invalid, "people.country_malformed"};
inline constexpr Reason hours_malformed{Refusal::invalid, "people.hours_malformed"};
inline constexpr Reason web_malformed{Refusal::invalid, "people.web_malformed"};

void describe(Fields& fields, OpenHours& hours);
void describe(Fields& fields, PostalAddress& address);
void describe(Fields& fields, PersonPhone& phone);
void describe(Fields& fields, NotedPhone& phone);
void describe(Fields& fields, CustomerRef& ref);
void describe(Fields& fields, PersonRef& ref);

}  // namespace ogniwo::people
