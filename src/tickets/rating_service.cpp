#include "tickets/rating_service.hpp"

#include <algorithm>

#include "base/crypto.hpp"
#include "base/json.hpp"
#include "base/random.hpp"
#include "base/text.hpp"
#include "notices/service.hpp"
#include "people/service.hpp"
#include "storage/outbox.hpp"
#include "tickets/access.hpp"
#include "tickets/category_store.hpp"
#include "tickets/cursors.hpp"
#include "tickets/events.hpp"
#include "tickets/meant.hpp"
#include "tickets/names.hpp"
#include "tickets/rating_mail.hpp"
#include "tickets/rating_rules.hpp"
#include "tickets/rating_store.hpp"
#include "tickets/rules.hpp"
#include "tickets/store.hpp"
#include "tickets/telling.hpp"
#include "tickets/verbs.hpp"

namespace ogniwo::tickets {
namespace {

constexpr auto between_asking = std::chrono::days(days_between_asking);
constexpr auto link_life = std::chrono::days(days_open);

void add_names(Tx& tx, std::vector<TicketRating>& ratings) {
    Names names;
    for (const TicketRating& rating : ratings) {
        names.customers.want(rating.customer);
        names.persons.want(rating.person);
    }
    names.load(tx);
    for (TicketRating& rating : ratings) {
        rating.customer_name = names.customers.find(rating.customer).value_or("");
        rating.person_name = names.persons.find(rating.person).value_or("");
    }
}

RatingMailParams params_of(const Work& work, const Ticket& ticket, const std::string& given_name) {
    return {.number = ticket.number,
            .subject = ticket.subject,
            .given_name = given_name,
            .company_name = people::company_name(work.tx)};
}

// At once, and by letter too: somebody is unhappy.
void tell_owners(Work& work, const Ticket& ticket, const TicketRating& rating) {
    const auto owners =
        who_may_see(work.tx, people::people_in_role(work.tx, people::Role::owner), ticket);
    notices::tell(
        work,
        owners,
        {.kind = TicketRated::name, .subject_kind = "ticket", .subject = ticket.id.value});
    for (const PersonId owner : owners) {
        const auto reached = people::find_reachable(work.tx, owner);
        if (!reached) continue;
        RatingMail mail{.to = reached->email,
                        .template_name = "tickets.low_rating",
                        .language = reached->language,
                        .params = params_of(work, ticket, reached->given_name)};
        mail.params.url = work.environment.base_url + "/tickets/" + std::to_string(ticket.id.value);
        mail.params.score = rating.score;
        mail.params.comment = rating.comment;
        outbox::put(work, "mail", to_json(mail));
    }
}

// `ticket` is claimed. Rating changes nothing about it, so it keeps its place in the lists.
Result<TicketRating> rate(Work& work,
                          const Ticket& ticket,
                          int score,
                          const std::optional<std::string>& comment) {
    TRY_DO(may_rate(ticket, work.now));
    TicketRating rating{.ticket = ticket.id,
                        .customer = ticket.customer,
                        .person = *ticket.requester,
                        .score = score,
                        .rated_at = work.now};
    std::vector<EventText> texts;
    if (std::string text(trim(comment.value_or(""))); !text.empty()) {
        rating.comment = text;
        texts.push_back({"comment", std::move(text)});
    }
    // Said twice is said: owners are not written to again.
    const auto before = store::find_rating(work.tx, ticket.id);
    const bool is_same = before && before->rated_at && before->person == rating.person &&
                         before->score == score && before->comment == rating.comment;
    if (is_same) return rating;
    store::save_rating(work.tx, rating);
    work.record(
        TicketRated{.person = rating.person, .score = score}, about(ticket), std::move(texts));
    if (score <= low_score) tell_owners(work, ticket, rating);
    return rating;
}

RatingAsked asked_of(Tx& tx, const store::StoredRating& stored, const Ticket& ticket) {
    const auto person = people::find_reachable(tx, stored.person);
    return {.number = ticket.number,
            .subject = ticket.subject,
            .company_name = people::company_name(tx),
            .language = person ? person->language : people::Language::pl,
            .score = stored.score,
            .comment = stored.comment,
            .expires_at = stored.expires_at.value_or(Time{})};
}

// Who had the ticket when the link was sent and has it no more rates nothing.
bool still_asks(Tx& tx, const store::StoredRating& stored, const Ticket& ticket) {
    return ticket.requester && is_one_person(tx, *ticket.requester, stored.person);
}

std::optional<store::StoredRating> find_by_link(const View& view, std::string_view token) {
    if (!looks_like_token(token)) return std::nullopt;
    return store::find_rating_by_token(view.tx, Blob{sha256(token)}, view.now);
}

std::string in_words(PersonId person, int score, Time at) {
    return std::to_string(score) + " by " + std::to_string(person.value) + " at " + to_text(at);
}

}  // namespace

std::optional<PersonId> ask_for_rating(Work& work, const Ticket& ticket) {
    if (work.origin != Origin::live || !ticket.requester || ticket.spam_at) return std::nullopt;
    if (!store::load_settings(work.tx).asks_for_ratings) return std::nullopt;
    // Somebody else's word on it stands, whoever has the ticket now.
    const auto before = store::find_rating(work.tx, ticket.id);
    const bool is_rated_by_other =
        before && before->rated_at && !is_one_person(work.tx, before->person, *ticket.requester);
    if (is_rated_by_other) return std::nullopt;
    if (people::is_active_staff(work.tx, *ticket.requester)) return std::nullopt;
    const auto person = people::find_reachable(work.tx, *ticket.requester);
    if (!person) return std::nullopt;
    const Time now = work.now;
    const PersonId asked = people::goes_on(work.tx, *ticket.requester);
    if (!store::claim_asking(work.tx, asked, now, now - between_asking)) return std::nullopt;

    const std::string key = token(work.environment.random);
    store::save_asking(work.tx,
                       {.ticket = ticket.id,
                        .customer = ticket.customer,
                        .person = *ticket.requester,
                        .token = Blob{sha256(key)},
                        .asked_at = now,
                        .expires_at = now + link_life});
    RatingMail mail{.to = person->email,
                    .template_name = "tickets.rating",
                    .language = person->language,
                    .params = params_of(work, ticket, person->given_name)};
    mail.params.url = work.environment.base_url + "/rating#" + key;
    outbox::put(work, "mail", to_json(mail));
    return ticket.requester;
}

Result<RatingOfTicket> rate_ticket(Work& work, const RateTicket& wish) {
    TRY(const Ticket ticket, claim(work, wish.ticket, reply));
    if (!work.actor.is(ticket.requester)) return only_requester_rates;
    TRY_DO(rate(work, ticket, wish.score, wish.comment));
    return read_rating(work, {.ticket = ticket.id});
}

Result<RatingOfTicket> read_rating(const View& view, const OfRating& wish) {
    TRY(const Ticket ticket, load_visible(view, wish.ticket));
    const bool is_own = view.actor.is(ticket.requester);
    RatingOfTicket answer{.may_rate = is_own && may_rate(ticket, view.now)};
    const auto stored = store::find_rating(view.tx, ticket.id);
    const bool shows =
        stored && (view.actor.is(stored->person) || view.actor.may(see_notes, ticket.customer));
    if (!shows) return answer;
    answer.asked_at = stored->asked_at;
    if (!stored->rated_at) return answer;
    std::vector<TicketRating> one{{.ticket = ticket.id,
                                   .customer = stored->customer,
                                   .person = stored->person,
                                   .score = stored->score.value_or(0),
                                   .comment = stored->comment,
                                   .rated_at = *stored->rated_at}};
    add_names(view.tx, one);
    answer.rating = std::move(one.front());
    return answer;
}

Result<RatingAsked> look_at_rating(const View& view, const LookAtRating& wish) {
    const auto stored = find_by_link(view, wish.token);
    if (!stored) return missing;
    const auto ticket = store::find_ticket(view.tx, {.everyone = true}, stored->ticket);
    if (!ticket || !still_asks(view.tx, *stored, *ticket)) return missing;
    return asked_of(view.tx, *stored, *ticket);
}

Result<RatingAsked> rate_by_link(Work& work, const RateByLink& wish) {
    const auto stored = find_by_link(work, wish.token);
    if (!stored) return missing;
    const auto ticket = store::claim_ticket(work.tx, {.everyone = true}, stored->ticket);
    if (!ticket || !still_asks(work.tx, *stored, *ticket)) return missing;
    const Actor holder{.kind = Actor::Kind::person, .person = stored->person};
    Work own = acting_as(work, holder);
    TRY_DO(rate(own, *ticket, wish.score, wish.comment));
    return asked_of(work.tx, *store::find_rating(work.tx, ticket->id), *ticket);
}

Result<RatingList> list_ratings(const View& view, const ListRatings& wish) {
    TRY(const auto cursor, read_cursor<RatingCursor>(wish.cursor));
    const int limit = wish.limit.value_or(page_size_default);
    const Scope scope = view.actor.scope(see_ratings);
    std::optional<store::RatingPlace> place;
    if (cursor) {
        place = {.rated_at = from_micros(cursor->rated_at), .ticket = cursor->ticket};
    }
    RatingList list{.items = store::list_ratings(
                        view.tx,
                        scope,
                        wish.low.value_or(false) ? store::Scores::low : store::Scores::all,
                        {place, limit + 1})};
    if (cut_page(list.items, limit)) {
        const TicketRating& last = list.items.back();
        list.next =
            cursor_text(RatingCursor{.rated_at = to_micros(last.rated_at), .ticket = last.ticket});
    }
    add_names(view.tx, list.items);
    std::vector<std::int64_t> ids;
    for (const TicketRating& rating : list.items) ids.push_back(rating.ticket.value);
    for (const Ticket& ticket : store::list_tickets_by_id(view.tx, ids)) {
        if (!may_see(view.actor, ticket)) continue;
        std::ranges::find(list.items, ticket.id, &TicketRating::ticket)->subject = ticket.subject;
    }
    const RatingSummary span;
    const auto sums = store::sum_ratings(view.tx, scope, view.now - std::chrono::days(span.days));
    list.summary = summary_of(sums.count, sums.satisfied, sums.sum);
    return list;
}

void compare_rating(Tx& tx,
                    TicketId ticket,
                    const std::vector<Event>& events,
                    std::vector<Difference>& found) {
    std::string told;
    for (const Event& event : events) {
        const auto what = read_event(event);
        if (!what) continue;
        if (const auto* rated = std::get_if<TicketRated>(&*what)) {
            told = in_words(rated->person, rated->score, event.happened_at);
        }
    }
    const auto stored = store::find_rating(tx, ticket);
    const bool is_rated = stored && stored->rated_at;
    const std::string kept =
        is_rated ? in_words(stored->person, stored->score.value_or(0), *stored->rated_at) : "";
    if (told == kept) return;
    found.push_back({.ticket = ticket, .field = "rating", .stored = kept, .replayed = told});
}

std::vector<TicketRating> ratings_of_person(const View& view, PersonId person) {
    return store::list_ratings_of(view.tx, person);
}

}  // namespace ogniwo::tickets
