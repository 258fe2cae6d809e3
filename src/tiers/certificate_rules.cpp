#include "tiers/certificate_rules.hpp"

#include <array>

#include "base/check.hpp"
#include "base/text.hpp"

namespace ogniwo::tiers {
namespace {

constexpr std::array reminded_before{90, 30, 7};
constexpr Minutes morning{7 * 60};

Date days_later(Date day, int days) {
    return Date{std::chrono::sys_days{day} + std::chrono::days{days}};
}

Time instant(Date day, Minutes since_midnight, std::string_view zone) {
    const auto at = to_instant(day, since_midnight, zone);
    INVARIANT(at.has_value());
    return *at;
}

}  // namespace

int days_between(Date day, Date last_day) {
    return static_cast<int>((std::chrono::sys_days{last_day} - std::chrono::sys_days{day}).count());
}

CertificateState certificate_state(const std::optional<Date>& expires_on, Date today) {
    if (!expires_on) return CertificateState::valid;
    const int left = days_between(today, *expires_on);
    if (left < 0) return CertificateState::lapsed;
    return left <= lapsing_days ? CertificateState::lapsing : CertificateState::valid;
}

std::vector<ReminderMoment> reminder_moments(Date expires_on, std::string_view zone) {
    std::vector<ReminderMoment> moments;
    for (const int days : reminded_before) {
        moments.push_back(
            {.days = days, .at = instant(days_later(expires_on, -days), morning, zone)});
    }
    moments.push_back({.at = instant(days_later(expires_on, 1), Minutes{0}, zone)});
    return moments;
}

std::optional<ReminderMoment> next_reminder(Date expires_on, std::string_view zone, Time after) {
    for (const ReminderMoment& moment : reminder_moments(expires_on, zone)) {
        if (moment.at > after) return moment;
    }
    return std::nullopt;
}

Outcome check_dates(const CertificateDates& dates, Date today) {
    std::vector<FieldError> errors;
    if (dates.issued_on > today) errors.push_back({"/issuedOn", issued_later.name, {}});
    if (dates.expires_on && *dates.expires_on < dates.issued_on) {
        errors.push_back({"/expiresOn", expires_before_issue.name, {}});
    }
    if (errors.empty()) return Nothing{};
    return Error{.reason = invalid_fields, .fields = std::move(errors)};
}

Outcome check_name(const std::optional<CertificateKindId>& kind, std::string_view name) {
    if (kind.has_value() != trim(name).empty()) {
        return Error{.reason = invalid_fields, .fields = {{"/name", kind_or_name.name, {}}}};
    }
    return Nothing{};
}

}  // namespace ogniwo::tiers
