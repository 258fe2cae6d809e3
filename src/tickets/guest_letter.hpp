#pragma once

// The letters to a guest expert. The words are their template's; here is only what they need.

#include <string>

#include "people/types.hpp"
#include "tickets/guest_types.hpp"

namespace ogniwo::tickets {

struct GuestMailParams {
    std::string url{};
    std::int64_t number = 0;
    std::string subject{};
    std::string text{};  // The question, or what is said now.
    std::string name{};  // The guest's.
    std::string writer_name{};
    std::string company_name{};
    Time ends_at{};
    std::string zone{};
};
void describe(Fields& fields, GuestMailParams& params);

struct GuestMail {
    std::string to{};
    std::string template_name{};  // "tickets.guest_invitation", "tickets.guest_message"
    people::Language language = people::Language::pl;
    GuestMailParams params{};
};
void describe(Fields& fields, GuestMail& mail);

}  // namespace ogniwo::tickets
