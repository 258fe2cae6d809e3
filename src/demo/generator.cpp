#include "demo/generator.hpp"

#include <algorithm>
#include <cmath>

#include "base/check.hpp"

namespace ogniwo::demo {
namespace {

using people::Side;
using tickets::TicketStatus;

constexpr int percent_open = 2;
constexpr std::int64_t open_in_small_demos = 56;
constexpr std::int64_t small_demo = 5'000;
// One in so many older tickets was never finished: it waits for a vendor, or was forgotten.
constexpr std::uint64_t forgotten = 150;
constexpr std::int64_t a_working_day = 8 * 60;
constexpr double golden_section = 0.6180339887498949;
constexpr int longest_pause = 240;
constexpr int shortest_pause = 12;
constexpr int pause_after_climb = 90;
constexpr std::uint64_t one_in_so_many_is_new = 3;
constexpr std::int64_t seconds_between_steps = 4;

std::int64_t open_tickets(std::int64_t tickets) {
    return std::max(tickets * percent_open / 100, std::min(tickets / 6, open_in_small_demos));
}

// SplitMix64's own step keeps neighbouring numbers apart.
std::uint64_t seed_of(std::uint64_t seed, std::int64_t index) {
    return seed * 0x9e3779b97f4a7c15U + static_cast<std::uint64_t>(index) * 0xbf58476d1ce4e5b9U;
}

double share(Random& random) {
    return static_cast<double>(random.below(1'000'000)) / 1'000'000;
}

template <class T>
const T& one_of(const std::vector<T>& all, Random& random) {
    INVARIANT(!all.empty());
    return all[random.below(all.size())];
}

// Turns the lines of one story into the steps of one ticket.
class Teller {
public:
    Teller(const World& world, const WorkingYear& year, Random& random)
        : world_(world), year_(year), random_(random) {}

    tickets::WholeTicket begin(const Client& client, const Story& story, std::int64_t place) {
        client_ = &client;
        story_ = &story;
        place_ = place;
        requester_ = &one_of(client.people, random_);
        for (const Gap& gap : story.gaps) choice_.push_back(&one_of(gap.contents, random_));
        const auto known = world_.sorting.find(story.name);
        const Sorting sorting = known == world_.sorting.end() ? Sorting{} : known->second;
        return {.customer = client.customer,
                .requester = requester_->person,
                .subject = filled(story.subject, *requester_),
                .text = filled(story.text, *requester_),
                .type = sorting.type,
                .category = sorting.category,
                .impact = story.impact,
                .urgency = story.urgency,
                .tier = 1,
                .queue = client.desk,
                .at = year_.at(place)};
    }

    // False when the line lies beyond the last evening: the story goes on tomorrow.
    bool add(const Line& line, tickets::WholeTicket& whole) {
        place_ += 20 + line.minutes * (36 + static_cast<std::int64_t>(random_.below(64)));
        if (place_ >= year_.length()) return false;
        line_ = &line;
        whole_ = &whole;
        act();
        return true;
    }

    // Nobody had anything to add: the product closes the ticket some days later.
    void close(tickets::WholeTicket& whole) {
        place_ += static_cast<std::int64_t>(5 + random_.below(5)) * WorkingYear::day_seconds;
        if (place_ >= year_.length()) return;
        whole.steps.push_back({.at = year_.at(place_),
                               .wish = tickets::SetTicketStatus{.status = TicketStatus::closed}});
    }

private:
    void act() {
        switch (line_->act) {
            case Act::take:
                worker_ = &one_of(tier().technicians, random_);
                return staff(tickets::TakeTicket{});
            case Act::assign:
                worker_ = &one_of(tier().technicians, random_);
                return step(world_.lead, Side::staff, tickets::AssignTicket{.assignee = holder()});
            case Act::reply:
                return staff(tickets::ReplyToTicket{.text = said()});
            case Act::ask: {
                const std::string asked = said();
                staff(tickets::ReplyToTicket{.text = asked});
                return staff(waiting(tickets::WaitingFor::customer, asked));
            }
            case Act::customer:
                return step(*requester_,
                            Side::customer,
                            tickets::ReplyToTicket{.text = filled(line_->text, *requester_)});
            case Act::note:
                return staff(tickets::NoteOnTicket{.text = said()});
            case Act::wait: {
                const std::string noted = said();
                staff(tickets::NoteOnTicket{.text = noted});
                return staff(waiting(word<tickets::WaitingFor>(0), noted));
            }
            case Act::go:
                staff(tickets::NoteOnTicket{.text = said()});
                return staff(tickets::SetTicketStatus{.status = TicketStatus::open});
            case Act::up:
                return climb();
            case Act::down:
                return hand_back();
            case Act::solve:
                return staff(tickets::ResolveTicket{.text = said()});
            case Act::reopen:
                return step(*requester_,
                            Side::customer,
                            tickets::ReopenTicket{.reason = filled(line_->text, *requester_)});
        }
    }

    void climb() {
        const auto topic = static_cast<std::size_t>(word<Topic>(1));
        const int next = static_cast<int>(below_.size()) + 2;
        INVARIANT(next <= 3);
        const Support& above = world_.tiers[static_cast<std::size_t>(next) - 1];
        staff(tickets::EscalateTicket{.tier = next,
                                      .queue = one_of(above.queues[topic], random_),
                                      .reason = line_->words.at(0),
                                      .note = said()});
        below_.push_back(worker_);
        worker_ = nullptr;
    }

    void hand_back() {
        INVARIANT(!below_.empty());
        staff(tickets::HandBackTicket{.reason = line_->words.at(0), .note = said()});
        worker_ = below_.back();
        below_.pop_back();
    }

    static tickets::SetTicketStatus waiting(tickets::WaitingFor whom, const std::string& what) {
        return {.status = TicketStatus::waiting, .waiting_for = whom, .waiting_note = what};
    }

    template <class E>
    E word(std::size_t index) const {
        INVARIANT(index < line_->words.size());
        const auto value = enum_value<E>(line_->words[index]);
        INVARIANT(value.has_value());
        return *value;
    }

    void staff(tickets::StepWish wish) { step(worker(), Side::staff, std::move(wish)); }
    void step(const Character& by, Side side, tickets::StepWish wish) {
        whole_->steps.push_back(
            {.at = year_.at(place_), .by = by.person, .side = side, .wish = std::move(wish)});
        // What one line does in two steps takes a few seconds.
        place_ += seconds_between_steps;
    }

    const Support& tier() const { return world_.tiers[below_.size()]; }
    const Character& worker() {
        if (worker_ == nullptr) worker_ = &one_of(tier().technicians, random_);
        return *worker_;
    }
    std::optional<PersonId> holder() { return worker().person; }
    std::string said() { return filled(line_->text, worker()); }
    std::string filled(const std::string& text, const Character& speaker) const {
        return fill_in(text,
                       {.story = *story_,
                        .choice = choice_,
                        .requester = *requester_,
                        .speaker = speaker,
                        .customer = client_->name});
    }

    const World& world_;
    const WorkingYear& year_;
    Random& random_;
    const Client* client_ = nullptr;
    const Story* story_ = nullptr;
    const Character* requester_ = nullptr;
    const Character* worker_ = nullptr;      // Who has the ticket, or does the next thing with it.
    std::vector<const Character*> below_{};  // Whoever had it on the tiers below.
    const Line* line_ = nullptr;
    tickets::WholeTicket* whole_ = nullptr;
    Choice choice_{};
    std::int64_t place_ = 0;
};

auto solution_of(const Story& story) {
    return std::ranges::find(story.lines, Act::solve, &Line::act);
}

// How many lines of a story that is still open have happened. It is found where it stays long: the
// longer the next line takes to come, the likelier; and where it waits for a higher tier to take
// it.
std::size_t lines_so_far(const Story& story, Random& random) {
    const auto weight_of = [&story](std::size_t next) {
        const bool climbed = next > 0 && story.lines[next - 1].act == Act::up;
        const int pause = std::clamp(story.lines[next].minutes, shortest_pause, longest_pause);
        return static_cast<std::uint64_t>(pause + (climbed ? pause_after_climb : 0));
    };
    const auto last = static_cast<std::size_t>(solution_of(story) - story.lines.begin());
    std::uint64_t sum = 0;
    for (std::size_t next = 0; next <= last; ++next) sum += weight_of(next);
    std::uint64_t left = random.below(sum);
    std::size_t lines = 0;
    for (; left >= weight_of(lines); ++lines) left -= weight_of(lines);
    return lines;
}

// Up to where the story waits for somebody for the last time; zero where it never does.
std::size_t lines_until_waiting(const Story& story) {
    std::size_t lines = 0;
    for (auto line = story.lines.begin(); line < solution_of(story); ++line) {
        if (line->act == Act::ask || line->act == Act::wait) {
            lines = static_cast<std::size_t>(line - story.lines.begin()) + 1;
        }
    }
    return lines;
}

// What takes long, and what has climbed, is seen longer among the open ones; not what is urgent.
std::uint64_t weight_when_open(const Story& story) {
    std::int64_t minutes = 0;
    std::uint64_t climbs = 0;
    for (const Line& line : story.lines) {
        minutes += line.minutes;
        climbs += line.act == Act::up;
    }
    const auto hours = static_cast<std::uint64_t>(std::min(minutes, a_working_day) / 60);
    return 3 + hours + (story.urgency == tickets::Urgency::high ? 3 * climbs : 8 * climbs);
}

std::uint64_t weight_when_forgotten(const Story& story) {
    const bool urgent = story.urgency == tickets::Urgency::high;
    return urgent || lines_until_waiting(story) == 0 ? 0 : 1;
}

}  // namespace

Generator::Generator(const World& world, const FillDemo& wish, Date today)
    : world_(world),
      wish_(wish),
      newest_(open_tickets(wish.tickets) * 3 / 2),
      first_turn_(static_cast<std::int64_t>(wish.seed % 1'000'003) * 7),
      year_(today, world.zone, wish.tickets > small_demo ? Rush::ordinary : Rush::at_the_end) {
    for (const Client& client : world_.clients) clients_weight_ += client.weight;
}

const Client& Generator::client_for(Random& random) const {
    auto left = static_cast<int>(random.below(static_cast<std::uint64_t>(clients_weight_)));
    for (const Client& client : world_.clients) {
        left -= client.weight;
        if (left < 0) return client;
    }
    return world_.clients.back();
}

// Most calls are short; in a demo of a few hundred tickets people look for the long ones. Steps of
// the golden section spread the stories evenly: the same one seldom follows itself.
const Story& Generator::story_for(const Client& client, End end, std::int64_t index) const {
    const auto weight_of = [&](const Story& story) -> std::uint64_t {
        if (!story.fits(client.language, client.kind)) return 0;
        if (end == End::open) return weight_when_open(story);
        if (end == End::forgotten) return weight_when_forgotten(story);
        const std::uint64_t lines = story.lines.size();
        return wish_.tickets > small_demo ? 10'000 / (lines * lines) : 1'000 / (lines + 3);
    };
    std::uint64_t sum = 0;
    for (const Story& story : all_stories()) sum += weight_of(story);
    INVARIANT(sum > 0);
    const double turns = golden_section * static_cast<double>(index + first_turn_);
    auto left = static_cast<std::uint64_t>((turns - std::floor(turns)) * static_cast<double>(sum));
    for (const Story& story : all_stories()) {
        const std::uint64_t weight = weight_of(story);
        if (left < weight) return story;
        left -= weight;
    }
    return all_stories().back();
}

Generator::End Generator::end_of(std::int64_t index, Random& random) const {
    const std::int64_t nth = index - (wish_.tickets - newest_);
    if (nth < 0) return random.below(forgotten) == 0 ? End::forgotten : End::over;
    const double part = static_cast<double>(nth) / static_cast<double>(newest_);
    return share(random) < 0.4 + 0.55 * part ? End::open : End::over;
}

std::size_t Generator::lines_told(const Story& story,
                                  End end,
                                  std::int64_t index,
                                  Random& random) const {
    if (end == End::over) return story.lines.size();
    if (end == End::forgotten) return lines_until_waiting(story);
    // Only what came in just now, and does not burn, has nobody looked at yet.
    const bool may_be_new =
        wish_.tickets - index <= newest_ / 3 && story.urgency != tickets::Urgency::high;
    if (may_be_new && random.below(one_in_so_many_is_new) == 0) return 0;
    return std::max<std::size_t>(lines_so_far(story, random), may_be_new ? 0 : 1);
}

Generator::Plot Generator::plot_of(std::int64_t index, Random& random) const {
    const End end = end_of(index, random);
    const Client& client = client_for(random);
    return {.end = end, .client = client, .story = story_for(client, end, index)};
}

const Story& Generator::story_of(std::int64_t index) const {
    SeededRandom random(seed_of(wish_.seed, index));
    return plot_of(index, random).story;
}

tickets::WholeTicket Generator::tell(std::int64_t index) const {
    SeededRandom random(seed_of(wish_.seed, index));
    const auto [end, client, story] = plot_of(index, random);
    const double when =
        (static_cast<double>(index) + share(random)) / static_cast<double>(wish_.tickets);
    const std::size_t lines = lines_told(story, end, index, random);
    return tell_lines(story, client, {.place = year_.place_of(when), .lines = lines}, random);
}

tickets::WholeTicket Generator::tell_whole(const Story& story, const Client& client) const {
    SeededRandom random(wish_.seed);
    return tell_lines(story, client, {.place = 0, .lines = story.lines.size()}, random);
}

tickets::WholeTicket Generator::tell_lines(const Story& story,
                                           const Client& client,
                                           const Telling& telling,
                                           Random& random) const {
    Teller teller(world_, year_, random);
    tickets::WholeTicket whole = teller.begin(client, story, telling.place);
    for (std::size_t i = 0; i < telling.lines; ++i) {
        if (!teller.add(story.lines[i], whole)) return whole;
    }
    if (telling.lines == story.lines.size()) teller.close(whole);
    return whole;
}

}  // namespace ogniwo::demo
