#include "testing/simulated_house.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cstdio>
#include <filesystem>

#include "base/check.hpp"
#include "people/service.hpp"
#include "storage/migrate.hpp"
#include "tiers/service.hpp"

namespace ogniwo::simulation {
namespace {

namespace files = std::filesystem;

constexpr std::size_t lines_kept = 30;

// A Monday morning in Warsaw, four weeks before the clocks go forward.
const Time start_of_work = *parse_time("2026-03-02T07:00:00Z");

// Where effects of the simulated slices lie. Nothing here is unique: doubles must show.
constexpr const char* tables_of_effects = R"(
    CREATE TABLE simulation_effect (follower TEXT NOT NULL, event INTEGER NOT NULL);
    CREATE TABLE simulation_letter (event INTEGER NOT NULL, stable_id TEXT NOT NULL);
    CREATE TABLE simulation_bell (bell INTEGER NOT NULL, due INTEGER NOT NULL);
    CREATE TABLE simulation_ring (bell INTEGER NOT NULL, due INTEGER NOT NULL,
                                  event INTEGER NOT NULL, rung_at INTEGER NOT NULL);
    CREATE TABLE simulation_stamp (job INTEGER NOT NULL, number INTEGER NOT NULL);
    CREATE TABLE simulation_cursor (position INTEGER NOT NULL);
    INSERT INTO simulation_cursor VALUES (0);
)";

// In memory where there is a file system for that: what a power cut leaves is simulated.
files::path temporary_folder() {
    static std::atomic<int> count{0};
    const files::path shared_memory = "/dev/shm";
    std::error_code none;
    const bool in_memory =
        ::access(shared_memory.c_str(), W_OK) == 0 && files::is_directory(shared_memory, none);
    const files::path folder = (in_memory ? shared_memory : files::temp_directory_path()) /
                               fmt::format("ogniwo_simulation_{}_{}", ::getpid(), ++count);
    files::create_directories(folder);
    return folder;
}

// An installation on its first morning, made once and copied for every run.
class Template {
public:
    Template() : folder_(temporary_folder()) {
        FakeClock clock(start_of_work);
        WorkClock work_clock(clock);
        const Database database(file(), clock);
        SeededRandom random(1);
        const Vault vault(std::string(32, 'k'));
        const Environment environment{.random = random, .vault = vault};
        const Caller caller;
        DirectTransactor data(database.connect(Connection::Access::read_write), work_clock);
        const auto migrated = migrate(data.connection(), random, start_of_work);
        INVARIANT(static_cast<bool>(migrated));
        data.connection().script(tables_of_effects);
        const Outcome filled = data.write([&](Tx& tx, Time now) -> Outcome {
            Work work{{tx, Actor::system(), now, environment, caller}};
            return fill(work);
        });
        INVARIANT(static_cast<bool>(filled));
    }
    ~Template() {
        std::error_code none;
        files::remove_all(folder_, none);
    }
    Template(const Template&) = delete;
    Template& operator=(const Template&) = delete;

    std::string file() const { return folder_ / "ogniwo.db"; }
    const Cast& cast() const { return cast_; }

private:
    Outcome fill(Work& work) {
        tiers::set_up(work);
        for (const char* name : {"Kowalski", "Wróbel"}) {
            TRY(const CustomerId customer, people::ensure_customer(work, name));
            cast_.customers.push_back(customer);
        }
        for (const char* name : {"Anna", "Piotr", "Zofia"}) {
            people::CreatePerson card;
            card.given_name = name;
            card.family_name = "Nowak";
            card.is_staff = true;
            TRY(const PersonId person, people::add_person(work, card));
            cast_.staff.push_back(person);
        }
        return Nothing{};
    }

    files::path folder_;
    Cast cast_;
};

const Template& first_morning() {
    static const Template made;
    return made;
}

}  // namespace

Figures& Figures::operator+=(const Figures& other) {
    acknowledged += other.acknowledged;
    unanswered += other.unanswered;
    refused += other.refused;
    retries += other.retries;
    crashes += other.crashes;
    power_cuts += other.power_cuts;
    failed_commits += other.failed_commits;
    lost_answers += other.lost_answers;
    interleaved += other.interleaved;
    events += other.events;
    letters += other.letters;
    letters_repeated += other.letters_repeated;
    return *this;
}

Microseconds Luck::span(std::chrono::seconds least, std::chrono::seconds most) {
    const auto width = Microseconds(most - least).count();
    return least + Microseconds(std::int64_t(random_.below(std::uint64_t(width) + 1)));
}

void Chronicle::note(const std::string& line) {
    if (printing_ == Printing::every_step) std::printf("%s\n", line.c_str());
    last_.push_back(line);
    if (last_.size() > lines_kept) last_.pop_front();
    for (const char c : line) {  // FNV-1a
        digest_ = (digest_ ^ static_cast<unsigned char>(c)) * 1'099'511'628'211U;
    }
}

House::House(const Plan& planned)
    : plan(planned),
      luck(planned.seed),
      chronicle(planned.printing),
      clock(start_of_work),
      folder_(temporary_folder()),
      vault_(std::string(32, 'k')),
      environment_{.random = luck.random(), .vault = vault_},
      observer_clock_(clock) {
    const std::string file = folder_ + "/ogniwo.db";
    files::copy_file(first_morning().file(), file);
    open(file);
    observer_->read([&](Tx& tx, Time) { seen_ = journal::end(tx); });
}

House::~House() {
    observer_.reset();
    std::error_code none;
    files::remove_all(folder_, none);
}

const Cast& House::cast() const {
    return first_morning().cast();
}

void House::open(const std::string& file) {
    database_ = std::make_unique<Database>(file, clock);
    observer_ = std::make_unique<DirectTransactor>(
        database_->connect(Connection::Access::read_write), observer_clock_);
}

void House::power_cut() {
    ++figures.power_cuts;
    const std::string file = fmt::format("{}/image{}.db", folder_, ++images_);
    // Copied while our own connection is still open, so that nothing was tidied up before.
    files::copy_file(database_->address(), file);
    if (files::exists(database_->address() + "-wal")) {
        files::copy_file(database_->address() + "-wal", file + "-wal");
    }
    observer_.reset();
    open(file);
}

void House::fault(Defect defect, std::string detail) {
    chronicle.note(fmt::format("FAULT {}: {}", enum_name(defect), detail));
    faults.push_back({defect, std::move(detail)});
}

void House::caught(const std::string& where, const std::string& what) {
    chronicle.note(where + " throws: " + what);
    if (what.find(injected) == std::string::npos) fault(Defect::storage, where + ": " + what);
}

bool House::may_fail(const std::string& what) {
    constexpr int at_most = 2;
    int& failed = failed_in_a_row_[what];
    if (calm || failed == at_most || !luck.strikes(30)) {
        failed = 0;
        return false;
    }
    ++failed;
    return true;
}

void House::may_die(int per_mille) {
    if (!calm && luck.strikes(per_mille)) throw Crash{};
}

void House::note_clock_error(Microseconds error) {
    worst_ahead_ = std::max(worst_ahead_, error);
    worst_behind_ = std::max(worst_behind_, -error);
}

void House::watch(int node) {
    constexpr int more_than_one_commit_writes = 10'000;
    std::vector<Event> events;
    observer_->read([&](Tx& tx, Time) {
        events = journal::read_after(tx, seen_, more_than_one_commit_writes);
    });
    for (const Event& event : events) watch_event(node, event);
    figures.events += std::int64_t(events.size());
}

void House::watch_event(int node, const Event& event) {
    const auto say = [&](Defect defect, const char* what) {
        fault(defect, fmt::format("event {} of node {}: {}", event.at.position, node, what));
    };
    if (event.at <= seen_ || event.at.position <= seen_.position) {
        say(Defect::journal_order, "behind the last one");
    }
    seen_ = event.at;
    if (event.recorded_at < last_recorded_[node]) say(Defect::journal_time, "time ran back");
    last_recorded_[node] = event.recorded_at;
    const Time now = clock.now();
    if (event.recorded_at > now + worst_ahead_ || event.recorded_at < now - worst_behind_) {
        say(Defect::journal_time, "recorded at a moment that no clock showed");
    }
    if (event.happened_at > event.recorded_at) {
        say(Defect::journal_time, "recorded before it happened");
    }
}

}  // namespace ogniwo::simulation
