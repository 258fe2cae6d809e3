#pragma once

// Waiting for the customer: they are told, reminded after some working days, and after some more
// the ticket is closed, never at night or on a holiday. After how many, the policy says
// (sla/policy_types.hpp); without one nothing happens by itself.

#include <optional>
#include <string>
#include <string_view>

#include "people/directory_types.hpp"
#include "tickets/types.hpp"

namespace ogniwo::tickets {

struct TicketWaitingReminded {
    static constexpr std::string_view name = "tickets.waiting_reminded";
    static constexpr int schema = 1;

    std::optional<PersonId> person{};  // Who got a letter, if anybody.
};
void describe(Fields& fields, TicketWaitingReminded& event);

// The letters about it. Their words are their templates'; here is only what those need.
struct WaitingMailParams {
    std::string url;
    std::int64_t number = 0;
    std::string subject;
    std::string given_name;
    std::string company_name;
    std::optional<std::string> waiting_note{};  // For what.
    std::optional<Time> closes_at{};
};
void describe(Fields& fields, WaitingMailParams& params);

struct WaitingMail {
    std::string to;
    std::string template_name;  // "tickets.waiting", "tickets.waiting_reminder",
                                // "tickets.waiting_closed"
    people::Language language = people::Language::pl;
    WaitingMailParams params;
};
void describe(Fields& fields, WaitingMail& mail);

}  // namespace ogniwo::tickets
