#include "testing/ticket_walk.hpp"

#include <exception>

#include "testing/ticket_walker.hpp"

namespace ogniwo::walking {

Walked Walker::take(const std::vector<Step>& steps) {
    house_.begin();
    try {
        for (const Step& step : steps) {
            take(step);
            if (went_wrong()) break;
        }
        if (!went_wrong()) finish();
    } catch (const std::exception& broken) {
        walked_.differences.push_back(std::string("threw: ") + broken.what());
    }
    house_.give_up();
    return std::move(walked_);
}

void Walker::take(const Step& step) {
    house_.now += std::chrono::minutes{1 + step.luck % 600};
    model_.now = house_.now;
    luck_.seed(step.luck);
    if (model_.known.size() < 2) {
        create();
    } else {
        verb_of(step.verb);
    }
    if (!went_wrong()) Views(house_, model_, walked_.differences).compare_rows();
    remember();
}

void Walker::remember() {
    for (const auto& [id, ticket] : model_.known) {
        const std::pair key(id, ticket.row.version);
        if (past_.contains(key)) continue;
        past_[key] = {.at = house_.now, .ticket = ticket, .minutes = model_.minutes_booked_at(id)};
    }
}

void Walker::finish() {
    if (!telling_.tampering.empty()) house_.tamper(telling_.tampering);
    Views views(house_, model_, walked_.differences);
    views.compare_rows();
    views.compare_all(past_, luck_);
}

void Walker::tell(const std::string& wish, std::string_view refusal) {
    walked_.story.push_back(fmt::format(
        "{} {}{}{}", to_text(house_.now), wish, refusal.empty() ? "" : " -> ", refusal));
}

void Walker::expect(const std::string& wish, std::string_view refusal, const Why& why) {
    std::string expected;
    for (const std::string_view reason : why) {
        expected += (expected.empty() ? "" : " or ") + std::string(reason);
    }
    const auto said = [](std::string_view words) { return words.empty() ? "done" : words; };
    walked_.differences.push_back(
        fmt::format("{}: {}\n      should be {}", wish, said(refusal), said(expected)));
}
void Walker::verb_of(std::uint64_t number) {
    struct Verb {
        int often;
        void (Walker::*done)();
    };
    static constexpr Verb verbs[] = {{3, &Walker::create},
                                     {2, &Walker::edit},
                                     {7, &Walker::attach},
                                     {14, &Walker::answer},
                                     {5, &Walker::note},
                                     {4, &Walker::assign},
                                     {3, &Walker::take_it},
                                     {8, &Walker::set_status},
                                     {9, &Walker::escalate},
                                     {7, &Walker::hand_back},
                                     {3, &Walker::move_over},
                                     {5, &Walker::resolve},
                                     {4, &Walker::reopen},
                                     {4, &Walker::close},
                                     {4, &Walker::add_worker},
                                     {2, &Walker::remove_worker},
                                     {2, &Walker::take_voice},
                                     {2, &Walker::end_voice},
                                     {4, &Walker::follow},
                                     {2, &Walker::unfollow},
                                     {3, &Walker::tag},
                                     {2, &Walker::untag},
                                     {5, &Walker::link},
                                     {2, &Walker::unlink},
                                     {3, &Walker::due},
                                     {1, &Walker::not_due},
                                     {3, &Walker::snooze},
                                     {1, &Walker::wake_by_hand},
                                     {2, &Walker::sleep_over},
                                     {2, &Walker::spam},
                                     {2, &Walker::not_spam_after_all},
                                     {6, &Walker::book},
                                     {4, &Walker::correct},
                                     {3, &Walker::add_steps},
                                     {3, &Walker::tick},
                                     {1, &Walker::remove_step},
                                     {9, &Walker::merge},
                                     {6, &Walker::unmerge},
                                     {8, &Walker::split},
                                     {5, &Walker::unsplit},
                                     {6, &Walker::change_customer},
                                     {2, &Walker::change_site}};
    static const int all = [] {
        int sum = 0;
        for (const Verb& verb : verbs) sum += verb.often;
        return sum;
    }();
    int left = static_cast<int>(number % static_cast<std::uint64_t>(all));
    for (const Verb& verb : verbs) {
        left -= verb.often;
        if (left < 0) return (this->*verb.done)();
    }
}

// Each walk has a few verbs that it comes back to: what only goes wrong after several of them in a
// row is hardly ever met where all are as likely.
std::vector<Step> steps_of(std::uint64_t seed) {
    std::mt19937_64 luck(seed);
    std::vector<std::uint64_t> favourites(3 + luck() % 6);
    for (std::uint64_t& verb : favourites) verb = luck();
    std::vector<Step> steps(14 + luck() % 15);
    for (Step& step : steps) {
        step = {.verb = luck(), .luck = luck()};
        if (luck() % 4 != 0) step.verb = favourites[luck() % favourites.size()];
    }
    return steps;
}

Walked walk(House& house, const std::vector<Step>& steps, const Telling& telling) {
    return Walker(house, telling).take(steps);
}

std::vector<Step> shortened(House& house, std::vector<Step> steps) {
    for (std::size_t i = steps.size(); i-- > 0;) {
        std::vector<Step> fewer = steps;
        fewer.erase(fewer.begin() + static_cast<std::ptrdiff_t>(i));
        if (walk(house, fewer).differences.empty()) continue;
        steps = std::move(fewer);
        i = steps.size();  // What stood behind it may be left out now, too.
    }
    return steps;
}

}  // namespace ogniwo::walking
