#pragma once

// What a timer of a certificate carries, and the letter that comes of it. The words of the letter
// are its template's; here is only what they need.

#include <string>

#include "people/directory_types.hpp"
#include "tiers/certificate_types.hpp"

namespace ogniwo::tiers {

struct ReminderTimer {
    int days = 0;
};
void describe(Fields& fields, ReminderTimer& timer);

struct ReminderMailParams {
    std::string url;
    std::string certificate;
    Date expires_on{};
    int days = 0;  // 0: it has lapsed.
    std::string given_name;
    std::string company_name;
};
void describe(Fields& fields, ReminderMailParams& params);

struct ReminderMail {
    std::string to;
    std::string template_name;
    people::Language language = people::Language::pl;
    ReminderMailParams params;
};
void describe(Fields& fields, ReminderMail& mail);

}  // namespace ogniwo::tiers
