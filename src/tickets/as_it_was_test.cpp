// The ticket rebuilt from the journal is the ticket that was stored then, after every step of a
// long and arbitrary life.

#include <doctest/doctest.h>

#include <vector>

#include "base/describe.hpp"
#include "base/json.hpp"
#include "people/service.hpp"
#include "testing/databases.hpp"
#include "tickets/service.hpp"
#include "tickets/time_service.hpp"
#include "tiers/service.hpp"

namespace ogniwo::tickets {
namespace {

const RightSet rights{see,
                      see_own,
                      see_messages,
                      see_notes,
                      create,
                      reply,
                      note,
                      assign,
                      work_on,
                      see_time,
                      see_all_time,
                      book_work,
                      book_for_others};

struct Stored {
    Time at{};
    std::string ticket;
    std::string followers;
};

class Life {
    template <class Verb, class Wish>
    auto write(Verb verb, const Wish& wish) {
        return db_.write_as(actor_, [&](Work& work) { return verb(work, wish); });
    }
    template <class Verb, class Wish>
    bool done(Verb verb, const Wish& wish) {
        return static_cast<bool>(write(verb, wish));
    }

public:
    explicit Life(TestDatabase& database) : db_(database) {
        db_.change([&](Work& work) {
            tiers::set_up(work);
            customer_ = *people::ensure_customer(work, "Kowalski");
            for (const char* given : {"Anna", "Piotr"}) {
                people::CreatePerson card;
                card.given_name = given;
                card.family_name = "Nowak";
                card.is_staff = true;
                persons_.push_back(*people::add_person(work, card));
            }
        });
        actor_ = {.kind = Actor::Kind::person,
                  .person = persons_.front(),
                  .grants = {{std::nullopt, rights}}};
        const CreateTicket wish{.customer = customer_, .subject = "Drukarka", .text = "Nie działa"};
        id = write(create_ticket, wish)->id;
        keep();
    }

    // Some verb; where the rules refuse it, nothing happens.
    void step(Random& random) {
        db_.clock().advance(std::chrono::minutes(1 + random.below(600)));
        if (some_verb(random)) keep();
    }
    Result<TicketAsItWas> past(const ReadAsItWas& wish) {
        return db_.read_as(actor_, [&](const View& view) { return ticket_as_it_was(view, wish); });
    }

    TicketId id{};
    std::vector<Stored> stored{};

private:
    bool some_verb(Random& random) {
        const auto whom = persons_[random.below(persons_.size())];
        switch (random.below(13)) {
            case 0:
                return done(reply_to_ticket, ReplyToTicket{.ticket = id, .text = "Sprawdzamy"});
            case 1:
                return done(note_on_ticket, NoteOnTicket{.ticket = id, .text = "Toner"});
            case 2:
                return done(assign_ticket, AssignTicket{.ticket = id, .assignee = {whom}});
            case 3:
                return done(
                    set_ticket_status,
                    SetTicketStatus{.ticket = id,
                                    .status = TicketStatus::waiting,
                                    .waiting_for = WaitingFor::customer,
                                    .waiting_note = "Numer " + std::to_string(stored.size())});
            case 4:
                return done(set_ticket_status,
                            SetTicketStatus{.ticket = id, .status = TicketStatus::open});
            case 5:
                return done(escalate_ticket,
                            EscalateTicket{.ticket = id,
                                           .tier = static_cast<int>(2 + random.below(2)),
                                           .note = "Trzeba głębiej"});
            case 6:
                return done(hand_back_ticket, HandBackTicket{.ticket = id, .note = "Sterownik"});
            case 7:
                return done(resolve_ticket, ResolveTicket{.ticket = id, .text = "Działa"});
            case 8:
                return done(reopen_ticket, ReopenTicket{.ticket = id, .reason = "Wróciło"});
            case 9:
                return done(edit_ticket,
                            EditTicket{.ticket = id,
                                       .version = static_cast<std::int64_t>(stored.size()),
                                       .subject = "Drukarka " + std::to_string(stored.size()),
                                       .impact = Impact(random.below(4))});
            case 10:
                return done(follow_ticket, FollowTicket{.ticket = id, .person = whom});
            case 11:
                return done(unfollow_ticket, UnfollowTicket{.ticket = id, .person = whom});
            default:
                return done(book_time,
                            BookTime{.ticket = id, .work = {.work_type = {1}, .minutes = 10}});
        }
    }
    void keep() {
        stored.push_back(db_.read_as(actor_, [&](const View& view) {
            Ticket ticket = *read_ticket(view, {.ticket = id});
            TicketFollowers followers = *list_followers(view, {.ticket = id});
            return Stored{
                .at = view.now, .ticket = to_json(ticket), .followers = to_json(followers)};
        }));
    }

    TestDatabase& db_;
    CustomerId customer_{};
    std::vector<PersonId> persons_{};
    Actor actor_{};
};

std::string json_of(Ticket ticket) {
    return to_json(ticket);
}

TEST_CASE("as it was: equal to what was stored then, by version and by moment") {
    for_each_database([](TestDatabase& db) {
        Life life(db);
        for (int step = 0; step < 150; ++step) life.step(db.random());
        REQUIRE(life.stored.size() > 60);
        for (std::size_t index = 0; index < life.stored.size(); ++index) {
            const Stored& stored = life.stored[index];
            const auto version = static_cast<std::int64_t>(index + 1);
            const auto by_version = life.past({.ticket = life.id, .version = version});
            REQUIRE(static_cast<bool>(by_version));
            CHECK(json_of(by_version->ticket) == stored.ticket);
            CHECK(to_json(TicketFollowers{.items = by_version->followers}) == stored.followers);
            const auto by_moment = life.past({.ticket = life.id, .at = stored.at});
            REQUIRE(static_cast<bool>(by_moment));
            CHECK(json_of(by_moment->ticket) == stored.ticket);
        }
    });
}

TEST_CASE("as it was: what was not there then is refused") {
    for_each_database([](TestDatabase& db) {
        Life life(db);
        const Time before = life.stored.front().at - std::chrono::hours(1);
        const auto shown = [&](const ReadAsItWas& wish) {
            const auto past = life.past(wish);
            return past ? std::string_view("there") : past.error().reason.name;
        };
        CHECK(shown({.ticket = life.id, .at = before}) == not_there_then.name);
        CHECK(shown({.ticket = life.id, .version = 2}) == not_there_then.name);
        CHECK(shown({.ticket = life.id, .version = 1}) == "there");
        CHECK(shown({.ticket = life.id}) == moment_or_version.name);
        CHECK(shown({.ticket = life.id, .at = before, .version = 1}) == moment_or_version.name);
        CHECK(shown({.ticket = {life.id.value + 1}, .version = 1}) == missing.name);
    });
}

}  // namespace
}  // namespace ogniwo::tickets
