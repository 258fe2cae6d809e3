#pragma once

// What the requester thought of the help: 1 to 5 and a word of their own. Asked for by a link in a
// letter when the ticket is resolved, at most once in 30 days; who is signed in may rate unasked,
// and may change their mind while rating is open.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/id.hpp"
#include "base/result.hpp"
#include "base/time.hpp"
#include "people/types.hpp"
#include "tickets/handover_types.hpp"

namespace ogniwo {
class Fields;
}

namespace ogniwo::tickets {

inline constexpr int score_most = 5;
inline constexpr int low_score = 2;  // And below it: whoever runs the desk is told at once.
inline constexpr int comment_most = 2'000;
inline constexpr int days_between_asking = 30;
inline constexpr int days_open = 30;  // For rating, after the ticket was resolved.

struct TicketRating {
    TicketId ticket{};
    std::optional<std::string> subject{};  // In lists, where the reader may see the ticket.
    CustomerId customer{};
    std::string customer_name{};
    PersonId person{};
    std::string person_name{};
    int score = 0;
    std::optional<std::string> comment{};  // Nothing: none was written, or it was erased.
    Time rated_at{};
};
void describe(Fields& fields, TicketRating& rating);

struct OfRating {
    TicketId ticket{};
};
void describe(Fields& fields, OfRating& wish);

// What stands on the ticket's page.
struct RatingOfTicket {
    std::optional<TicketRating> rating{};
    std::optional<Time> asked_at{};
    bool may_rate = false;  // The reader, now.
};
void describe(Fields& fields, RatingOfTicket& rating);

struct RateTicket {
    TicketId ticket{};
    int score = 0;
    std::optional<std::string> comment{};
};
void describe(Fields& fields, RateTicket& wish);

struct LookAtRating {
    std::string token;
};
void describe(Fields& fields, LookAtRating& wish);

// What the page behind the link shows. Whoever has the link may be anybody: it names the ticket,
// not the person.
struct RatingAsked {
    std::int64_t number = 0;
    std::string subject;
    std::string company_name;
    people::Language language = people::Language::pl;
    std::optional<int> score{};
    std::optional<std::string> comment{};
    Time expires_at{};
};
void describe(Fields& fields, RatingAsked& asked);

struct RateByLink {
    std::string token;
    int score = 0;
    std::optional<std::string> comment{};
};
void describe(Fields& fields, RateByLink& wish);

struct ListRatings {
    std::optional<bool> low{};  // True: only scores of 1 and 2.
    std::optional<std::string> cursor{};
    std::optional<int> limit{};
};
void describe(Fields& fields, ListRatings& wish);

// Of the last 90 days, of the customers whom the reader sees. CSAT: the share of those who gave a 4
// or a 5 (reference: HDI's customer satisfaction, "satisfied" and "very satisfied").
struct RatingSummary {
    int days = 90;
    int count = 0;
    int satisfied = 0;
    std::optional<int> csat_percent{};        // Nothing: nobody has rated.
    std::optional<int> average_hundredths{};  // 425: 4.25.
};
void describe(Fields& fields, RatingSummary& summary);

struct RatingList {
    std::vector<TicketRating> items{};  // Newest first.
    std::optional<std::string> next{};
    RatingSummary summary{};
};
void describe(Fields& fields, RatingList& list);

struct RatingCursor {
    std::int64_t rated_at = 0;
    TicketId ticket{};
};
void describe(Fields& fields, RatingCursor& cursor);

// Events.

struct TicketRated {  // comment
    static constexpr std::string_view name = "tickets.rated";
    static constexpr int schema = 1;

    PersonId person{};
    int score = 0;
};
void describe(Fields& fields, TicketRated& event);

inline constexpr Reason rating_too_early{Refusal::conflict, "tickets.rating_too_early"};
inline constexpr Reason rating_too_late{Refusal::conflict, "tickets.rating_too_late"};
inline constexpr Reason only_requester_rates{Refusal::forbidden, "tickets.only_requester_rates"};

}  // namespace ogniwo::tickets
