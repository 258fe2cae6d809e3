#pragma once

// The desk at which tickets are walked with: people with different rights, two customers, three
// tiers, statuses of our own. One database for any number of walks: each is one transaction that is
// never committed, in which every verb is a part that can be refused alone. So a walk begins with
// an empty desk and the same ids, and costs no disk.

#include <map>

#include "storage/attempt.hpp"
#include "testing/databases.hpp"
#include "testing/ticket_walk_model.hpp"

namespace ogniwo::walking {

class House {
public:
    explicit House(Dialect dialect);

    void begin();
    void give_up();  // Whatever was done since begin().

    template <class Verb, class Wish>
    auto write(const Somebody& who, Verb verb, const Wish& wish) {
        return write_as(actors_.at(who.id), verb, wish);
    }
    template <class Verb, class Wish>
    auto write_as(const Actor& actor, Verb verb, const Wish& wish) {
        Attempt part(tx_);
        Work work{{tx_, actor, now, db_.environment(), caller_}};
        auto answer = verb(work, wish);
        if (answer) part.keep();
        return answer;
    }
    template <class Verb, class Wish>
    auto read(const Somebody& who, Verb verb, const Wish& wish) {
        return verb(View{tx_, actors_.at(who.id), now, db_.environment(), caller_}, wish);
    }
    template <class Look>
    auto look(Look body) {
        return body(View{tx_, Actor::system(), now, db_.environment(), caller_});
    }
    // A hand in the database.
    void tamper(const std::string& sql) { tx_.connection().script(sql); }

    Facts facts{};
    std::string sha256{};  // Of a file that is there.
    Time morning{};
    Time now{};

private:
    PersonId add(const std::string& name, Role role, std::optional<CustomerId> place);
    void design_tiers();
    void design_states();

    TestDatabase db_;
    Tx tx_;
    Caller caller_{.address = "127.0.0.1", .program = "test", .trace = std::string(32, '0')};
    std::map<PersonId, Actor> actors_{};
};

}  // namespace ogniwo::walking
