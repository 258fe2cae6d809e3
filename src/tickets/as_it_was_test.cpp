// The ticket rebuilt from the journal is the ticket that was stored then, after every step of a
// long and arbitrary life.

#include <doctest/doctest.h>

#include <vector>

#include "base/describe.hpp"
#include "base/json.hpp"
#include "people/service.hpp"
#include "testing/databases.hpp"
#include "tickets/customer_service.hpp"
#include "tickets/field_service.hpp"
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
                      configure,
                      assign,
                      work_on,
                      see_time,
                      see_all_time,
                      book_work,
                      book_for_others};

struct Stored {
    Time at{};
    std::int64_t version = 0;
    std::string ticket;
    std::string followers;
    std::string values;
};

std::string json_of(std::vector<FieldValue> values) {
    return to_json(TicketFieldValues{.values = std::move(values)});
}

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
            customers_ = {*people::ensure_customer(work, "Kowalski"),
                          *people::ensure_customer(work, "Nowak")};
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
        define_fields();
        const CreateTicket wish{.customer = customers_.front(),
                                .subject = "Drukarka",
                                .text = "Nie działa",
                                .fields = {{{.field = fields_.front().id, .text = "Kasa 0"}}}};
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

    // From now on nothing new is written into it; what is there stays.
    void retire_a_field() {
        TicketField& field = fields_.front();
        field = *write(edit_field,
                       EditField{.field = field.id, .version = field.version, .retired = true});
    }

private:
    void define_fields() {
        for (const FieldKind kind :
             {FieldKind::text, FieldKind::money, FieldKind::choices, FieldKind::person}) {
            DefineField wish{.kind = kind};
            wish.name_pl = wish.name_en = "Pole " + std::to_string(fields_.size());
            if (kind == FieldKind::choices) {
                wish.choices = {{.name_pl = "a", .name_en = "a"}, {.name_pl = "b", .name_en = "b"}};
            }
            fields_.push_back(*write(define_field, wish));
        }
    }
    // Something in one of them, or nothing.
    bool fill_a_field(Random& random) {
        const std::size_t which = random.below(fields_.size());
        FieldValue value{.field = fields_[which].id};
        const std::string number = std::to_string(random.below(50));
        if (random.below(4) > 0) {
            if (which == 0) value.text = "Kasa " + number;
            if (which == 1) value.amount = number + ".50";
            if (which == 2) value.choices = {fields_[which].choices[random.below(2)].key};
            if (which == 3) value.person = persons_[random.below(persons_.size())];
        }
        return done(set_ticket_fields, SetTicketFields{.ticket = id, .values = {value}});
    }
    bool change_the_customer(Random& random) {
        return done(change_customer,
                    ChangeCustomer{.ticket = id,
                                   .version = latest(),
                                   .customer = customers_[random.below(customers_.size())]});
    }
    bool some_verb(Random& random) {
        const auto whom = persons_[random.below(persons_.size())];
        switch (random.below(17)) {
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
                                       .version = latest(),
                                       .subject = "Drukarka " + std::to_string(stored.size()),
                                       .impact = Impact(random.below(4))});
            case 10:
                return done(follow_ticket, FollowTicket{.ticket = id, .person = whom});
            case 11:
                return done(unfollow_ticket, UnfollowTicket{.ticket = id, .person = whom});
            case 12:
                return change_the_customer(random);
            case 13:
            case 14:
            case 15:
                return fill_a_field(random);
            default:
                return done(book_time,
                            BookTime{.ticket = id, .work = {.work_type = {1}, .minutes = 10}});
        }
    }
    // Filling in what is there already changes nothing.
    void keep() {
        Stored now = db_.read_as(actor_, [&](const View& view) {
            Ticket ticket = *read_ticket(view, {.ticket = id});
            TicketFollowers followers = *list_followers(view, {.ticket = id});
            return Stored{.at = view.now,
                          .version = ticket.version,
                          .ticket = to_json(ticket),
                          .followers = to_json(followers),
                          .values = json_of(read_ticket_fields(view, {.ticket = id})->values)};
        });
        if (now.version > latest()) stored.push_back(std::move(now));
    }
    std::int64_t latest() const { return stored.empty() ? 0 : stored.back().version; }

    TestDatabase& db_;
    std::vector<CustomerId> customers_{};
    std::vector<TicketField> fields_{};
    std::vector<PersonId> persons_{};
    Actor actor_{};
};

std::string json_of(Ticket ticket) {
    return to_json(ticket);
}

TEST_CASE("as it was: equal to what was stored then, by version and by moment") {
    for_each_database([](TestDatabase& db) {
        Life life(db);
        for (int step = 0; step < 200; ++step) {
            if (step == 100) life.retire_a_field();
            life.step(db.random());
        }
        REQUIRE(life.stored.size() > 60);
        for (const Stored& stored : life.stored) {
            const auto by_version = life.past({.ticket = life.id, .version = stored.version});
            REQUIRE(static_cast<bool>(by_version));
            CHECK(json_of(by_version->ticket) == stored.ticket);
            CHECK(to_json(TicketFollowers{.items = by_version->followers}) == stored.followers);
            CHECK(json_of(by_version->values) == stored.values);
            const auto by_moment = life.past({.ticket = life.id, .at = stored.at});
            REQUIRE(static_cast<bool>(by_moment));
            CHECK(json_of(by_moment->ticket) == stored.ticket);
            CHECK(json_of(by_moment->values) == stored.values);
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
