#pragma once

// When a certificate counts, when it is reminded of, and what dates it may have. A certificate
// holds to the end of its last day, by the calendar of our company's zone.

#include <string>
#include <string_view>
#include <vector>

#include "tiers/certificate_types.hpp"

namespace ogniwo::tiers {

inline constexpr int lapsing_days = 90;

// `last_day` minus `day`; negative once it is over.
int days_between(Date day, Date last_day);

// Nothing as its last day: for ever.
CertificateState certificate_state(const std::optional<Date>& expires_on, Date today);

struct ReminderMoment {
    int days = 0;  // Before the last day; 0: it has lapsed.
    Time at{};
};
// 90, 30 and 7 days before the last day at seven in the morning, and the midnight that ends it, in
// this order. `zone` must be one (is_zone).
std::vector<ReminderMoment> reminder_moments(Date expires_on, std::string_view zone);
// The first one that is later than `after`.
std::optional<ReminderMoment> next_reminder(Date expires_on, std::string_view zone, Time after);

struct CertificateDates {
    Date issued_on{};
    std::optional<Date> expires_on{};
};
// Refused: issued after today, a last day before it was issued.
Outcome check_dates(const CertificateDates& dates, Date today);
// Either a kind, or a name that is more than spaces.
Outcome check_name(const std::optional<CertificateKindId>& kind, std::string_view name);

}  // namespace ogniwo::tiers
