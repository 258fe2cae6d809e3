#include "tiers/certificate_rules.hpp"

#include <doctest/doctest.h>

namespace ogniwo::tiers {
namespace {

Date day(std::string_view text) {
    return *parse_date(text);
}

TEST_CASE("a certificate holds to the end of its last day, and lapses soon for 90 days") {
    struct Row {
        std::string_view expires_on;
        std::string_view state;
    };
    constexpr Row rows[] = {
        {"2025-06-11", "lapsed"},
        {"2025-06-12", "lapsing"},
        {"2025-09-10", "lapsing"},
        {"2025-09-11", "valid"},
        {"9999-12-31", "valid"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.expires_on);
        CHECK(enum_name(certificate_state(day(row.expires_on), day("2025-06-12"))) == row.state);
    }
    CHECK(certificate_state(std::nullopt, day("2025-06-12")) == CertificateState::valid);
}

TEST_CASE("reminders come in the morning, the lapse at the midnight after the last day") {
    std::string text;
    // Summer time ends on 26 October: the calendar counts, not 24 hours.
    for (const ReminderMoment& moment : reminder_moments(day("2025-11-01"), "Europe/Warsaw")) {
        text += std::to_string(moment.days) + " " + to_text(moment.at) + "\n";
    }
    CHECK(text ==
          "90 2025-08-03T05:00:00Z\n"
          "30 2025-10-02T05:00:00Z\n"
          "7 2025-10-25T05:00:00Z\n"
          "0 2025-11-01T23:00:00Z\n");
}

TEST_CASE("the next reminder is later than a moment; after the lapse there is none") {
    const auto next = [](std::string_view after) {
        const auto found = next_reminder(day("2025-11-01"), "Europe/Warsaw", *parse_time(after));
        return found ? std::to_string(found->days) : "none";
    };
    CHECK(next("2025-01-01T00:00:00Z") == "90");
    CHECK(next("2025-08-03T04:59:59Z") == "90");
    CHECK(next("2025-08-03T05:00:00Z") == "30");
    CHECK(next("2025-10-20T00:00:00Z") == "7");
    CHECK(next("2025-10-30T00:00:00Z") == "0");
    CHECK(next("2025-11-01T23:00:00Z") == "none");
}

TEST_CASE("dates that a certificate cannot have") {
    const auto fields = [](CertificateDates dates) {
        std::string text;
        const auto checked = check_dates(dates, day("2025-06-12"));
        if (checked) return text;
        for (const FieldError& error : checked.error().fields) {
            text += error.pointer + " " + std::string(error.reason) + ";";
        }
        return text;
    };
    CHECK(fields({day("2025-06-12"), std::nullopt}).empty());
    CHECK(fields({day("2025-06-12"), day("2025-06-12")}).empty());
    CHECK(fields({day("2025-06-13"), std::nullopt}) == "/issuedOn tiers.issued_later;");
    CHECK(fields({day("2025-06-12"), day("2025-06-11")}) ==
          "/expiresOn tiers.expires_before_issue;");
    CHECK(fields({day("2026-01-02"), day("2026-01-01")}) ==
          "/issuedOn tiers.issued_later;/expiresOn tiers.expires_before_issue;");
}

TEST_CASE("a certificate has a kind or a name of its own") {
    CHECK(static_cast<bool>(check_name(CertificateKindId{1}, " ")));
    CHECK(static_cast<bool>(check_name(std::nullopt, "Kurs")));
    CHECK_FALSE(check_name(std::nullopt, "  "));
    CHECK_FALSE(check_name(CertificateKindId{1}, "Kurs"));
}

}  // namespace
}  // namespace ogniwo::tiers
