#include "testing/simulation.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <exception>

#include "testing/simulated_node.hpp"
#include "testing/simulated_users.hpp"
#include "testing/simulation_checks.hpp"

namespace ogniwo::simulation {
namespace {

using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

constexpr std::size_t node_count = 2;
constexpr seconds skew_most{60};

class Simulation {
public:
    explicit Simulation(const Plan& plan);
    Report run();

private:
    void step();
    void things_happen();
    void pass(Microseconds time);
    void jump(std::size_t node);
    void open(std::size_t node);
    void close(std::size_t node);
    bool run_on(std::size_t node, Loop loop);
    void pause(std::size_t node);
    bool run_everything();
    void finish_users();
    void ask_everything_again();
    void finish_loops();
    void compare();

    House house_;
    std::array<FakeClock, node_count> clocks_;
    std::array<std::unique_ptr<Node>, node_count> nodes_;
    Users users_;
    Loop running_ = Loop::writer;
    bool interleaved_ = false;  // One level is enough: then both nodes are in the middle.
};

Simulation::Simulation(const Plan& plan)
    : house_(plan),
      clocks_{FakeClock(house_.clock.now()), FakeClock(house_.clock.now())},
      users_(house_, [this] {
          std::vector<std::pair<int, Node*>> open;
          for (std::size_t i = 0; i < node_count; ++i) {
              if (nodes_[i]) open.emplace_back(int(i), nodes_[i].get());
          }
          return open;
      }) {
    for (std::size_t i = 0; i < node_count; ++i) {
        jump(i);
        open(i);
    }
}

void Simulation::pass(Microseconds time) {
    house_.clock.advance(time);
    for (FakeClock& clock : clocks_) clock.advance(time);
}

void Simulation::jump(std::size_t node) {
    // Now and then somebody sets the clock by hand.
    const seconds most = house_.luck.strikes(50) ? seconds{3'600} : skew_most;
    const Microseconds error = house_.luck.span(-most, most);
    clocks_[node].set(house_.clock.now() + error);
    house_.chronicle.note(fmt::format("clock {} is off by {} us", node, error.count()));
    if (nodes_[node]) house_.note_clock_error(nodes_[node]->clock_error());
}

void Simulation::open(std::size_t node) {
    house_.chronicle.note(fmt::format("node {} starts", node));
    nodes_[node] = std::make_unique<Node>(
        house_, NodeSeams{.number = int(node), .clock = clocks_[node], .pause = [this](int number) {
                              pause(std::size_t(number));
                          }});
    house_.note_clock_error(nodes_[node]->clock_error());
}

void Simulation::close(std::size_t node) {
    ++house_.figures.crashes;
    nodes_[node].reset();
    users_.lose_answers_of(int(node));
}

// The outermost loop of every loop, as in app, and the place where processes end.
bool Simulation::run_on(std::size_t node, Loop loop) {
    if (!nodes_[node]) return false;
    const std::string where = fmt::format("node {} {}", node, enum_name(loop));
    if (!interleaved_) running_ = loop;
    try {
        const bool done = nodes_[node]->step(loop);
        if (done) house_.chronicle.note(where);
        return done;
    } catch (const Crash&) {
        house_.chronicle.note(where + " dies");
        close(node);
    } catch (const std::exception& error) {
        house_.caught(where, error.what());
    }
    return true;
}

// Between two transactions of a loop time goes by, and the other node does something: best of all
// the same, since then they meet.
void Simulation::pause(std::size_t node) {
    if (interleaved_) return;
    if (house_.luck.strikes(40)) pass(house_.luck.span(seconds{1}, seconds{50}));
    if (!house_.luck.strikes(120)) return;
    interleaved_ = true;
    ++house_.figures.interleaved;
    const int any = house_.luck.below(int(names(Loop{}).size()));
    run_on(1 - node, house_.luck.strikes(500) ? running_ : static_cast<Loop>(any));
    interleaved_ = false;
}

void Simulation::things_happen() {
    Luck& luck = house_.luck;
    const auto node = std::size_t(luck.below(node_count));
    pass(luck.span(seconds{0}, seconds{3}));
    if (luck.strikes(20)) pass(luck.span(seconds{5}, minutes{10}));
    if (luck.strikes(10)) jump(node);
    if (!nodes_[node] && luck.strikes(300)) open(node);
    if (nodes_[node] && luck.strikes(5)) {
        house_.chronicle.note(fmt::format("node {} is killed", node));
        close(node);
    }
    if (nodes_[node] && luck.strikes(15)) {
        using Kind = StorageError::Kind;
        const Kind kind = luck.pick(std::vector{Kind::busy, Kind::full, Kind::io});
        house_.chronicle.note(fmt::format("a storm of kind {} at node {}", int(kind), node));
        nodes_[node]->begin_storm(
            {.kind = kind, .commits = luck.between(1, 40), .per_mille = luck.between(300, 900)});
    }
    if (luck.strikes(4)) {
        house_.chronicle.note("the power is cut");
        for (std::size_t i = 0; i < node_count; ++i) {
            if (nodes_[i]) close(i);
        }
        house_.power_cut();
        pass(luck.span(seconds{1}, hours{3}));
    }
}

void Simulation::step() {
    // Drawn from a bag: users first, then what is done most often.
    static const std::vector<Loop> usual{Loop::writer,
                                         Loop::writer,
                                         Loop::writer,
                                         Loop::writer,
                                         Loop::counting,
                                         Loop::counting,
                                         Loop::writing,
                                         Loop::timers,
                                         Loop::jobs,
                                         Loop::jobs,
                                         Loop::outbox,
                                         Loop::house};
    things_happen();
    if (house_.luck.strikes(550)) {
        users_.step();
    } else {
        const auto node = std::size_t(house_.luck.below(node_count));
        run_on(node, house_.luck.pick(usual));
    }
}

bool Simulation::run_everything() {
    bool done = false;
    for (std::size_t node = 0; node < node_count; ++node) {
        for (std::size_t loop = 0; loop < names(Loop{}).size(); ++loop) {
            done = run_on(node, static_cast<Loop>(loop)) || done;
        }
    }
    return done;
}

void Simulation::finish_users() {
    constexpr int rounds_most = 200;
    bool wants_more = true;
    for (int round = 0; wants_more && round < rounds_most; ++round) {
        wants_more = users_.finish();
        for (std::size_t node = 0; node < node_count; ++node) run_on(node, Loop::writer);
    }
    if (wants_more) house_.fault(Defect::unfinished, "users still wait");
}

void Simulation::ask_everything_again() {
    for (std::size_t i = 0; i < users_.wishes().size(); ++i) {
        users_.ask_again(i);
        for (std::size_t node = 0; node < node_count; ++node) run_on(node, Loop::writer);
    }
}

// Until nothing is left to do, letting ever more time go by: the last attempts to send a letter are
// a day apart.
void Simulation::finish_loops() {
    constexpr int rounds_most = 400;
    seconds wait{31};
    std::string left;
    for (int round = 0; round < rounds_most; ++round) {
        if (run_everything()) {
            wait = seconds{31};
            continue;
        }
        house_.observer().read([&](Tx& tx, Time) { left = what_is_left(tx); });
        if (left.empty()) return;
        pass(wait);
        wait = std::min(wait * 2, seconds{hours{25}});
    }
    house_.fault(Defect::unfinished, left);
}

void Simulation::compare() {
    house_.observer().read([&](Tx& tx, Time) {
        check_wishes(house_, tx, users_.wishes());
        check_tickets(house_, tx);
        check_followers(house_, tx);
        check_timers(house_, tx);
        check_jobs(house_, tx);
        check_letters(house_, tx);
        check_storage(house_, tx);
    });
    for (const Wish& wish : users_.wishes()) {
        if (wish.answer()) {
            ++house_.figures.acknowledged;
        } else if (wish.may_be_there()) {
            ++house_.figures.unanswered;
        } else {
            ++house_.figures.refused;
        }
    }
}

Report Simulation::run() {
    constexpr int between_checks = 100;
    for (int i = 1; i <= house_.plan.steps; ++i) {
        step();
        if (i % between_checks != 0) continue;
        house_.observer().read([&](Tx& tx, Time) { check_tickets(house_, tx); });
    }
    house_.calm = true;
    for (std::size_t node = 0; node < node_count; ++node) {
        if (!nodes_[node]) open(node);
    }
    finish_users();
    finish_loops();
    if (house_.plan.control == Control::none) {
        house_.observer().read([&](Tx& tx, Time) { check_wishes(house_, tx, users_.wishes()); });
        ask_everything_again();
        finish_loops();
    }
    if (!house_.plan.tampering.empty()) {
        house_.observer().connection().script(house_.plan.tampering);
    }
    compare();
    return {.faults = std::move(house_.faults),
            .last_steps = house_.chronicle.last(),
            .figures = house_.figures,
            .digest = house_.chronicle.digest()};
}

}  // namespace

Report run(const Plan& plan) {
    return Simulation(plan).run();
}

}  // namespace ogniwo::simulation
