#pragma once

// Who makes the wishes of a walk: each with the luck of its step, mostly by somebody who may, about
// something that is there. Private to ticket_walk*.cpp.

#include <fmt/format.h>

#include <cstdint>
#include <random>
#include <string>
#include <vector>

#include "base/describe.hpp"
#include "base/json.hpp"
#include "testing/ticket_walk.hpp"
#include "testing/ticket_walk_views.hpp"

namespace ogniwo::walking {

class Walker {
public:
    Walker(House& house, const Telling& telling)
        : house_(house), telling_(telling), model_(house.facts) {}

    Walked take(const std::vector<Step>& steps);

private:
    // --- Luck

    std::size_t pick(std::size_t below) { return static_cast<std::size_t>(luck_() % below); }
    bool once_in(std::size_t times) { return pick(times) == 0; }
    template <class List>
    const auto& any_of(const List& list) {
        return list[pick(list.size())];
    }
    template <class Map>
    auto any_key(const Map& map) {
        return std::next(map.begin(), static_cast<std::ptrdiff_t>(pick(map.size())))->first;
    }
    const Somebody& anybody() { return any_of(house_.facts.people); }
    // Mostly those who may.
    const Somebody& one_of_ours() { return once_in(8) ? anybody() : house_.facts.people[pick(4)]; }
    const Somebody& one_of_theirs() {
        return once_in(7) ? anybody() : house_.facts.people[6 + pick(4)];
    }
    TicketId any_ticket() { return any_key(model_.known); }
    template <class Is>
    std::vector<TicketId> those_that(Is is) const {
        std::vector<TicketId> fitting;
        for (const auto& [id, ticket] : model_.known) {
            if (is(ticket)) fitting.push_back(id);
        }
        return fitting;
    }
    // Mostly one that is as it must be.
    template <class Is>
    TicketId one_that(Is is) {
        const auto fitting = those_that(is);
        return fitting.empty() || once_in(10) ? any_ticket() : any_of(fitting);
    }
    // There is none to do it with: mostly the step that makes one is more use.
    template <class Is>
    bool lacks_one(Is is) {
        return those_that(is).empty() && !once_in(8);
    }
    TicketId open_ticket() {
        return one_that([](const Model::Ticket& one) {
            return !is_done(one.row.status) && !one.row.merged_into;
        });
    }
    // Whoever may ask for something there, mostly.
    PersonId requester_of(CustomerId customer) {
        const PersonId somebody = one_of_theirs().id;
        if (once_in(10) || house_.facts.belongs_to(somebody, customer)) return somebody;
        return customer == house_.facts.customers.front() ? house_.facts.people[6].id
                                                          : house_.facts.people[9].id;
    }
    TicketId free_ticket() {
        return one_that([](const Model::Ticket& one) { return !one.row.merged_into; });
    }
    const tickets::Ticket& row(TicketId id) const { return model_.known.at(id).row; }
    std::string text() { return once_in(40) ? "  " : fmt::format("Słowa {}", ++said_); }

    std::optional<SiteId> any_site(CustomerId customer) {
        if (once_in(3)) return std::nullopt;
        const CustomerId of = once_in(8) ? any_of(house_.facts.customers) : customer;
        return any_of(house_.facts.sites.at(of));
    }
    std::optional<QueueId> any_queue(int tier) {
        if (once_in(2)) return std::nullopt;
        const auto found =
            house_.facts.queues.find(once_in(8) ? 1 + static_cast<int>(pick(3)) : tier);
        if (found == house_.facts.queues.end()) return std::nullopt;
        return any_of(found->second);
    }
    std::optional<std::optional<StateId>> any_state(TicketStatus group) {
        if (once_in(2)) return std::nullopt;
        if (once_in(3)) return std::optional<StateId>{};
        if (once_in(30)) return StateId{4'711};
        std::vector<StateId> fitting;
        for (const OwnState& state : house_.facts.states) {
            if (state.group == group || once_in(12)) fitting.push_back(state.id);
        }
        if (fitting.empty()) return std::nullopt;
        return any_of(fitting);
    }
    // Files that wait at the ticket, sometimes somebody else's.
    std::optional<std::vector<AttachmentId>> any_files(const Somebody& who, TicketId ticket) {
        std::vector<AttachmentId> files;
        for (const auto& [id, file] : model_.waiting) {
            const bool is_theirs = file.sender == who.id && file.ticket == ticket;
            if (is_theirs ? !once_in(4) : once_in(40)) files.push_back(id);
        }
        if (files.empty()) return std::nullopt;
        return files;
    }
    template <class AnId, class Map>
    std::vector<AnId> some_placed(const Map& all, TicketId shown_at, std::size_t one_in) {
        std::vector<AnId> some;
        for (const auto& [id, placed] : all) {
            const bool is_there = model_.is_below(placed.place(), shown_at);
            if (is_there ? once_in(one_in) : once_in(60)) some.push_back(id);
        }
        return some;
    }

    // --- A step

    void take(const Step& step);
    void verb_of(std::uint64_t number);
    void remember();
    void finish();
    bool went_wrong() const { return !walked_.differences.empty(); }

    // What the model expects of a wish beside what the product makes of it.
    template <class Wish, class Verb>
    auto settle(const Somebody& who, const Wish& wish, const Why& why, Verb verb) {
        auto answer = house_.write(who, verb, wish);
        Count& count = walked_.verbs[name_of<Wish>()];
        (answer ? count.done : count.refused)++;
        const std::string_view refusal = answer ? "" : answer.error().reason.name;
        const bool is_expected = answer ? why.empty() : why.contains(refusal);
        if (telling_.told || !is_expected) {
            const std::string said = who.name + " " + name_of<Wish>() + " " + to_json(wish);
            tell(said, refusal);
            if (!is_expected) expect(said, refusal, why);
        }
        return answer;
    }
    void tell(const std::string& wish, std::string_view refusal);
    void expect(const std::string& wish, std::string_view refusal, const Why& why);
    template <class Wish, class Verb>
    auto ask(const Somebody& who, const Wish& wish, Verb verb) {
        return settle(who, wish, model_.against(who, wish), verb);
    }
    // Where nothing of the answer is needed.
    template <class Wish, class Verb>
    void wants(const Somebody& who, const Wish& wish, Verb verb) {
        if (!ask(who, wish, verb) || went_wrong()) return;
        if constexpr (requires { model_.happen(who, wish); }) {
            model_.happen(who, wish);
        } else {
            model_.happen(wish);
        }
    }
    // "EscalateTicket", as the compiler calls it.
    template <class Wish>
    static std::string name_of() {
        const std::string all = __PRETTY_FUNCTION__;
        const auto from = all.find("Wish = ");
        const auto to = all.find_first_of(";]", from);
        const std::string name = all.substr(from + 7, to - from - 7);
        return name.substr(name.rfind(':') + 1);
    }
    // --- Verbs

    void create();
    void edit();
    void attach();
    void answer();
    void note();
    void assign();
    void take_it();
    void set_status();
    void escalate();
    void hand_back();
    void move_over();
    void resolve();
    void reopen();
    void close();
    void add_worker();
    void remove_worker();
    void take_voice();
    void end_voice();
    void follow();
    void unfollow();
    void tag();
    void untag();
    void link();
    void unlink();
    void due();
    void not_due();
    void snooze();
    void wake_by_hand();
    void sleep_over();
    void spam();
    void not_spam_after_all();
    void book();
    void correct();
    void add_steps();
    void tick();
    void remove_step();
    void merge();
    void unmerge();
    void split();
    void unsplit();
    void change_customer();
    void change_site();

    House& house_;
    const Telling& telling_;
    Model model_;
    Past past_{};
    Walked walked_{};
    std::mt19937_64 luck_{};
    int said_ = 0;
};

}  // namespace ogniwo::walking
