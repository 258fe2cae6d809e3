#pragma once

// Users who wish for things, each with a key, and who do not give up easily: whoever gets no answer
// asks again, here or at the other node. They remember every answer, outside of the system, as the
// first half of what the final comparison looks at.

#include <array>
#include <deque>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "testing/simulated_house.hpp"
#include "testing/simulated_node.hpp"
#include "tickets/types.hpp"

namespace ogniwo::simulation {

enum class WishKind {
    create,
    reply,
    note,
    assign,
    escalate,
    hand_back,
    resolve,
    reopen,
    bell,
    stamps,
    poison,
    bring,
};
constexpr auto names(WishKind) {
    return enum_names("create",
                      "reply",
                      "note",
                      "assign",
                      "escalate",
                      "hand_back",
                      "resolve",
                      "reopen",
                      "bell",
                      "stamps",
                      "poison",
                      "bring");
}

struct Attempt {
    enum class State {
        open,       // Nothing heard yet.
        committed,  // `text` is the answer.
        refused,    // Nothing was written, says the answer.
        unknown,    // There will be no answer any more.
    };

    int node = 0;
    State state = State::open;
    std::string text{};
};

struct Wish {
    std::int64_t number = 0;
    WishKind kind = WishKind::create;
    CustomerId customer{};
    tickets::TicketId ticket{};
    PersonId person{};
    int tier = 2;
    Time due{};
    int rows = 0;
    std::deque<Attempt> attempts{};

    // Unlike any other wish's, for finding it again: its text and the trace of its event.
    std::string words() const;
    std::string trace() const;
    // What was acknowledged first.
    std::optional<std::string> answer() const;
    bool is_open() const;
    // Whether it may be there although nobody was told so.
    bool may_be_there() const;
};

class Users {
public:
    // The nodes that are up.
    using Doors = std::function<std::vector<std::pair<int, Node*>>()>;

    Users(House& house, Doors doors) : house_(house), doors_(std::move(doors)) {}

    // One user does one thing.
    void step();
    // Everybody waits for what they have asked, and asks again where nobody answered; most of
    // them. False: nobody wants anything any more.
    bool finish();
    // This wish once more with its key: whoever has an answer must get it again.
    void ask_again(std::size_t index);
    // A node is gone, and with it every answer that it still owed.
    void lose_answers_of(int node);

    const std::deque<Wish>& wishes() const { return wishes_; }

private:
    enum class Patience { goes_on, ends };

    void begin(Wish*& current);
    Patience go_on(Wish& wish);
    Wish& add_wish();
    void send(Wish& wish);
    void settle(Wish& wish, Attempt& attempt, const Settled& settled);
    Outcome run(Tx& tx, Time now, const Wish& wish, Attempt& attempt);
    const Actor& actor_of(const Wish& wish);

    House& house_;
    Doors doors_;
    std::deque<Wish> wishes_;
    std::array<Wish*, 8> current_{};
    std::vector<tickets::TicketId> known_tickets_;
    std::map<PersonId, Actor> actors_;
};

}  // namespace ogniwo::simulation
