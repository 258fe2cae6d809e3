#include "tickets/rating_api.hpp"

#include "base/describe.hpp"
#include "base/json.hpp"
#include "base/limits.hpp"
#include "operations/operations.hpp"
#include "people/service.hpp"
#include "tickets/rating_mail.hpp"
#include "tickets/rating_service.hpp"

namespace ogniwo::tickets {
namespace {

constexpr std::int64_t page_most = static_cast<std::int64_t>(limits::list_page);

}  // namespace

void describe(Fields& fields, TicketRating& rating) {
    fields("ticket", rating.ticket);
    fields("subject", rating.subject).about("In lists, where the reader may see the ticket.");
    fields("customer", rating.customer);
    fields("customerName", rating.customer_name);
    fields("person", rating.person);
    fields("personName", rating.person_name);
    fields("score", rating.score).about("1 (bad) to 5 (very good).");
    fields("comment", rating.comment);
    fields("ratedAt", rating.rated_at);
}

void describe(Fields& fields, OfRating& wish) {
    fields("ticket", wish.ticket);
}

void describe(Fields& fields, RatingOfTicket& rating) {
    fields("rating", rating.rating).about("Staff and the requester see it; nobody else.");
    fields("askedAt", rating.asked_at);
    fields("mayRate", rating.may_rate).about("Whether the reader may rate it now.");
}

void describe(Fields& fields, RateTicket& wish) {
    fields("ticket", wish.ticket);
    fields("score", wish.score).within(1, score_most);
    fields("comment", wish.comment).at_most(comment_most).multiline();
}

void describe(Fields& fields, LookAtRating& wish) {
    fields("token", wish.token).secret();
}

void describe(Fields& fields, RatingAsked& asked) {
    fields("number", asked.number);
    fields("subject", asked.subject);
    fields("companyName", asked.company_name);
    fields("language", asked.language);
    fields("score", asked.score);
    fields("comment", asked.comment);
    fields("expiresAt", asked.expires_at);
}

void describe(Fields& fields, RateByLink& wish) {
    fields("token", wish.token).secret();
    fields("score", wish.score).within(1, score_most);
    fields("comment", wish.comment).at_most(comment_most).multiline();
}

void describe(Fields& fields, ListRatings& wish) {
    fields("low", wish.low).about("True: only scores of 1 and 2.");
    fields("cursor", wish.cursor);
    fields("limit", wish.limit).within(1, page_most);
}

void describe(Fields& fields, RatingSummary& summary) {
    fields("days", summary.days).about("Of the last so many days.");
    fields("count", summary.count);
    fields("satisfied", summary.satisfied).about("Who gave a 4 or a 5.");
    fields("csatPercent", summary.csat_percent).about("The share of the satisfied.");
    fields("averageHundredths", summary.average_hundredths).about("425: 4.25.");
}

void describe(Fields& fields, RatingList& list) {
    fields("items", list.items);
    fields("next", list.next);
    fields("summary", list.summary);
}

void describe(Fields& fields, RatingCursor& cursor) {
    fields("ratedAt", cursor.rated_at);
    fields("ticket", cursor.ticket);
}

void describe(Fields& fields, TicketRated& event) {
    fields("person", event.person);
    fields("score", event.score);
}

void describe(Fields& fields, RatingMailParams& params) {
    fields("url", params.url).secret();
    fields("number", params.number);
    fields("subject", params.subject);
    fields("givenName", params.given_name);
    fields("companyName", params.company_name);
    fields("score", params.score);
    fields("comment", params.comment);
}

void describe(Fields& fields, RatingMail& mail) {
    fields("to", mail.to);
    fields("template", mail.template_name);
    fields("language", mail.language);
    fields("params", mail.params);
}

void mount_ratings(Operations& operations) {
    people::allow_reading(see_ratings, {people::Role::administrator, people::Role::lead});
    operations
        .get<OfRating, RatingOfTicket>("tickets.read_rating",
                                       "/tickets/{ticket}/rating",
                                       see_own,
                                       read_rating,
                                       {.ticket = {1}})
        .about("What the requester thought of the help.");
    operations
        .post<RateTicket, RatingOfTicket>("tickets.rate_ticket",
                                          "/tickets/{ticket}/rating",
                                          reply,
                                          rate_ticket,
                                          {.ticket = {1}, .score = 5, .comment = "Szybko."})
        .about("Rates one's own ticket once it is resolved; rating again replaces it.");
    operations
        .get<ListRatings, RatingList>(
            "tickets.list_ratings", "/ratings", see_ratings, list_ratings, {})
        .about("All ratings, newest first, and how content people were lately.");
    const std::string token = "00000000000000000000000000";
    operations
        .get<LookAtRating, RatingAsked>(
            "tickets.look_at_rating", "/rating-links/{token}", anyone, look_at_rating, {token})
        .about("What the link in a letter asks about. Looking decides nothing.");
    operations
        .post<RateByLink, RatingAsked>("tickets.rate_by_link",
                                       "/rating-links/{token}",
                                       anyone,
                                       rate_by_link,
                                       {.token = token, .score = 4})
        .about("Rates without signing in; rating again replaces it.");
    people::on_export("ticket_ratings", [](const View& view, PersonId person) {
        return to_json(RatingList{.items = ratings_of_person(view, person)});
    });
}

}  // namespace ogniwo::tickets
