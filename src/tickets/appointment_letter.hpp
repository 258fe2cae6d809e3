#pragma once

// The letters about an appointment. The words are their template's; here is only what they need.

#include <optional>
#include <string>
#include <vector>

#include "people/types.hpp"
#include "tickets/appointment_types.hpp"

namespace ogniwo::tickets {

struct AppointmentMailParams {
    std::string url{};  // Empty where nothing can be done any more.
    TicketId ticket{};
    AppointmentKind kind = AppointmentKind::visit;
    std::vector<Time> times{};  // The agreed one, or those that are offered.
    std::optional<Time> offers_until{};
    int minutes = 0;
    std::string zone{};
    std::string place{};
    std::string note{};
    std::string reason{};
    std::vector<std::string> technicians{};
    std::string given_name{};
    std::string company_name{};
};
void describe(Fields& fields, AppointmentMailParams& params);

struct AppointmentMail {
    std::string to{};
    std::string template_name{};
    people::Language language = people::Language::pl;
    AppointmentMailParams params{};
};
void describe(Fields& fields, AppointmentMail& mail);

}  // namespace ogniwo::tickets
