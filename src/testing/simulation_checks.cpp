#include "testing/simulation_checks.hpp"

#include <fmt/format.h>

#include "tickets/service.hpp"

namespace ogniwo::simulation {
namespace {

const Sql list_left_sql{"simulation.list_left", R"sql(
    SELECT 'timers' AS what, COUNT(*) AS count FROM timer
    UNION ALL SELECT 'jobs', COUNT(*) FROM job WHERE state IN ('waiting', 'running')
    UNION ALL SELECT 'letters', COUNT(*) FROM outbox WHERE state = 'waiting'
)sql"};

// Events that wishes recorded themselves: followers' events carry the trace, too, but a cause.
const Sql list_wished_events_sql{"simulation.list_wished_events", R"sql(
    SELECT position, name, subject_id, trace, payload FROM journal
     WHERE trace <> '' AND cause IS NULL
)sql"};
const Sql list_texts_sql{"simulation.list_texts", R"sql(
    SELECT event, COALESCE(text, '') AS text FROM journal_text
)sql"};
// Where a wish's words must stand once besides the journal.
const Sql list_words_sql{"simulation.list_words", R"sql(
    SELECT text FROM ticket_message WHERE text IS NOT NULL
)sql"};
const Sql list_subjects_sql{"simulation.list_subjects", R"sql(
    SELECT subject FROM ticket
)sql"};

const Sql list_effects_sql{"simulation.list_effects", R"sql(
    SELECT position, name, origin,
           (SELECT COUNT(*) FROM simulation_effect e
             WHERE e.event = j.position AND e.follower = 'counting') AS counted,
           (SELECT COUNT(*) FROM simulation_effect e
             WHERE e.event = j.position AND e.follower = 'writing') AS written,
           (SELECT COUNT(*) FROM follower_parked p WHERE p.event = j.position) AS parked,
           (SELECT COUNT(*) FROM journal c
             WHERE c.cause = j.position AND c.name = 'simulation.echoed') AS echoes
      FROM journal j
)sql"};

const Sql list_bells_sql{"simulation.list_bells", R"sql(
    SELECT b.bell, b.due, COUNT(r.bell) AS rings, COALESCE(MIN(r.due), 0) AS told,
           COALESCE(MIN(r.rung_at), 0) AS rung_at, COALESCE(MIN(j.happened_at), 0) AS happened_at
      FROM simulation_bell b
      LEFT JOIN simulation_ring r ON r.bell = b.bell
      LEFT JOIN journal j ON j.position = r.event
     GROUP BY b.bell, b.due
)sql"};
const Sql count_false_rings_sql{"simulation.count_false_rings", R"sql(
    SELECT COUNT(*) FROM simulation_ring
     WHERE bell NOT IN (SELECT bell FROM simulation_bell)
)sql"};

const Sql list_jobs_sql{"simulation.list_jobs", R"sql(
    SELECT id, state, done, error, failures,
           CAST(json_extract(payload, '$.rows') AS INTEGER) AS wanted,
           (SELECT COUNT(*) FROM simulation_stamp s WHERE s.job = job.id) AS stamps,
           (SELECT COUNT(DISTINCT number) FROM simulation_stamp s
             WHERE s.job = job.id) AS numbers
      FROM job
)sql"};

const Sql list_letters_sql{"simulation.list_letters", R"sql(
    SELECT l.event, l.stable_id, COALESCE(o.state, 'missing') AS state, o.payload IS NULL AS emptied
      FROM simulation_letter l LEFT JOIN outbox o ON o.stable_id = l.stable_id
)sql"};
const Sql list_letterless_sql{"simulation.list_letterless", R"sql(
    SELECT position,
           (SELECT COUNT(*) FROM simulation_letter l WHERE l.event = j.position) AS letters
      FROM journal j WHERE origin = 'live'
)sql"};
const Sql count_letters_sql{"simulation.count_letters", R"sql(
    SELECT COUNT(*) FROM outbox
)sql"};

const Sql integrity_sql{"simulation.integrity", "PRAGMA integrity_check"};
const Sql foreign_keys_sql{"simulation.foreign_keys", "PRAGMA foreign_key_check"};

struct WishedEvent {
    std::int64_t position = 0;
    std::string name;
    std::int64_t subject = 0;
    std::string trace;
    std::string payload;
};

// What the database holds of the wishes.
struct Held {
    std::multimap<std::string, WishedEvent> by_trace;
    std::multimap<std::int64_t, std::string> texts;
    std::map<std::string, int> words;
};

Held read_held(Tx& tx) {
    Held held;
    for (auto& event : tx.all(
             [](const Row& row) {
                 return WishedEvent{.position = row.get<std::int64_t>("position"),
                                    .name = row.get<std::string>("name"),
                                    .subject = row.get<std::int64_t>("subject_id"),
                                    .trace = row.get<std::string>("trace"),
                                    .payload = row.get<std::string>("payload")};
             },
             list_wished_events_sql)) {
        held.by_trace.emplace(event.trace, std::move(event));
    }
    for (auto& [event, text] : tx.all(
             [](const Row& row) {
                 return std::pair(row.get<std::int64_t>("event"), row.get<std::string>("text"));
             },
             list_texts_sql)) {
        held.texts.emplace(event, std::move(text));
    }
    for (const auto& text : tx.all(first_column<std::string>, list_words_sql)) ++held.words[text];
    for (const auto& text : tx.all(first_column<std::string>, list_subjects_sql)) {
        ++held.words[text];
    }
    return held;
}

// Where the words of a wish stand, besides the event's texts.
struct Expected {
    std::string_view event;
    int texts = 1;
    int words = 0;
};

Expected expected_of(WishKind kind) {
    switch (kind) {
        case WishKind::create:  // Subject and first message.
            return {.event = tickets::TicketCreated::name, .texts = 2, .words = 2};
        case WishKind::reply:
            return {.event = tickets::TicketReplied::name, .words = 1};
        case WishKind::note:
            return {.event = tickets::TicketNoted::name, .words = 1};
        case WishKind::assign:
            return {.event = tickets::TicketAssigned::name, .texts = 0};
        case WishKind::escalate:
            return {.event = tickets::TicketEscalated::name};
        case WishKind::hand_back:
            return {.event = tickets::TicketHandedBack::name};
        case WishKind::resolve:
            return {.event = tickets::TicketResolved::name, .words = 1};
        case WishKind::reopen:
            return {.event = tickets::TicketReopened::name};
        case WishKind::bell:
            return {.event = BellSet::name, .texts = 0};
        case WishKind::stamps:
            return {.event = StampsWanted::name, .texts = 0};
        case WishKind::poison:
            return {.event = Poisoned::name, .texts = 0};
        case WishKind::bring:
            return {.event = Brought::name, .texts = 0};
    }
    return {};
}

// What is wrong with the one event of this wish; empty: nothing.
std::string compare(const Held& held, const WishedEvent& event, const Wish& wish) {
    const Expected expected = expected_of(wish.kind);
    if (event.name != expected.event) return "recorded as " + event.name;
    int texts = 0;
    const auto [first, last] = held.texts.equal_range(event.position);
    for (auto text = first; text != last; ++text) texts += text->second == wish.words() ? 1 : 0;
    if (texts != expected.texts) return fmt::format("{} texts in the journal", texts);
    const auto found = held.words.find(wish.words());
    const int words = found == held.words.end() ? 0 : found->second;
    if (words != expected.words) return fmt::format("written down {} times", words);
    const bool is_assigned = event.payload.find(fmt::format(
                                 R"("assignee":{},)", wish.person.value)) != std::string::npos;
    if (wish.kind == WishKind::assign && !is_assigned) return "given to somebody else";
    const auto answer = wish.answer();
    if (answer && std::stoll(*answer) != event.subject) return "about another thing";
    return "";
}

void check_wish(House& house, const Held& held, const Wish& wish) {
    const auto say = [&](Defect defect, const std::string& what) {
        house.fault(defect, fmt::format("{}: {}", wish.words(), what));
    };
    const auto [first, last] = held.by_trace.equal_range(wish.trace());
    const auto times = std::distance(first, last);
    if (times > 1) return say(Defect::wish_doubled, fmt::format("there {} times", times));
    if (times == 0) {
        if (wish.answer()) say(Defect::wish_lost, "acknowledged and not there");
        return;
    }
    if (!wish.may_be_there()) return say(Defect::wish_undead, "answered as failed, and there");
    const std::string wrong = compare(held, first->second, wish);
    if (!wrong.empty()) say(Defect::wish_lost, wrong);
}

}  // namespace

std::string what_is_left(Tx& tx) {
    std::string left;
    for (const auto& [what, count] : tx.all(
             [](const Row& row) {
                 return std::pair(row.get<std::string>("what"), row.get<std::int64_t>("count"));
             },
             list_left_sql)) {
        if (count > 0) left += fmt::format("{} {}; ", count, what);
    }
    for (const FollowerState& follower : follower_states(tx)) {
        if (follower.behind == 0) continue;
        left += fmt::format("{} events for {}; ", follower.behind, follower.name);
    }
    return left;
}

void check_wishes(House& house, Tx& tx, const std::deque<Wish>& wishes) {
    const Held held = read_held(tx);
    for (const Wish& wish : wishes) check_wish(house, held, wish);
}

void check_tickets(House& house, Tx& tx) {
    for (const tickets::Difference& one : tickets::check(tx)) {
        house.fault(Defect::ticket_replay,
                    fmt::format("ticket {}: {} is '{}', its events say '{}'",
                                one.ticket.value,
                                one.field,
                                one.stored,
                                one.replayed));
    }
}

void check_followers(House& house, Tx& tx) {
    const auto check = [&](const Row& row) {
        const auto name = row.get<std::string>("name");
        const bool poison = name == Poisoned::name;
        const auto compare = [&](std::string_view column, std::int64_t wanted) {
            const auto found = row.get<std::int64_t>(column);
            if (found == wanted) return;
            const bool is_parking = column == "parked";
            house.fault(is_parking       ? Defect::follower_parked
                        : found > wanted ? Defect::follower_doubled
                                         : Defect::follower_missed,
                        fmt::format("{} of event {} ({}): {} instead of {}",
                                    column,
                                    row.get<std::int64_t>("position"),
                                    name,
                                    found,
                                    wanted));
        };
        compare("parked", poison && house.plan.control != Control::torn_cursor ? 1 : 0);
        compare("counted", poison ? 0 : 1);
        compare("written", row.get<Origin>("origin") == Origin::live ? 1 : 0);
        const bool echoes = name == BellRang::name && house.plan.control != Control::torn_cursor;
        compare("echoes", echoes ? 1 : 0);
        return 0;
    };
    tx.all(check, list_effects_sql);
}

void check_timers(House& house, Tx& tx) {
    const auto check = [&](const Row& row) {
        const auto say = [&](std::string_view what) {
            house.fault(Defect::timer,
                        fmt::format("bell {} {}", row.get<std::int64_t>("bell"), what));
        };
        const auto rings = row.get<std::int64_t>("rings");
        const Time due = row.get<Time>("due");
        if (rings != 1) {
            say(fmt::format("rang {} times", rings));
        } else if (row.get<Time>("told") != due || row.get<Time>("happened_at") != due) {
            say("was told another moment");
        } else if (row.get<Time>("rung_at") < due - house.worst_ahead()) {
            say("rang before it was due on any clock");
        }
        return 0;
    };
    tx.all(check, list_bells_sql);
    if (tx.one<std::int64_t>(count_false_rings_sql) > 0) {
        house.fault(Defect::timer, "a bell rang that nobody set");
    }
}

void check_jobs(House& house, Tx& tx) {
    const auto check = [&](const Row& row) {
        const auto wanted = row.get<std::int64_t>("wanted");
        const auto stamps = row.get<std::int64_t>("stamps");
        const bool done = row.get<std::string>("state") == "done" && stamps == wanted &&
                          row.get<std::int64_t>("done") == wanted &&
                          row.get<std::int64_t>("numbers") == wanted;
        // What failed on the way and was done in the end is no failure any more.
        const bool clean =
            row.get<std::int64_t>("failures") == 0 && row.get<std::string>("error").empty();
        if (!done || !clean) {
            house.fault(Defect::job,
                        fmt::format("job {} is {}: {} of {} rows, {} failures, error '{}'",
                                    row.get<std::int64_t>("id"),
                                    row.get<std::string>("state"),
                                    stamps,
                                    wanted,
                                    row.get<std::int64_t>("failures"),
                                    row.get<std::string>("error")));
        }
        return 0;
    };
    tx.all(check, list_jobs_sql);
}

void check_letters(House& house, Tx& tx) {
    std::int64_t letters = 0;
    const auto say = [&](std::int64_t event, const std::string& what) {
        house.fault(Defect::letter, fmt::format("letter of event {}: {}", event, what));
    };
    const auto check = [&](const Row& row) {
        ++letters;
        const auto event = row.get<std::int64_t>("event");
        const auto state = row.get<std::string>("state");
        if (state != "sent") say(event, "is " + state);
        if (!row.get<bool>("emptied")) say(event, "keeps its words");
        const auto arrived = house.delivered.find(row.get<std::string>("stable_id"));
        if (arrived == house.delivered.end()) {
            say(event, "never arrived");
        } else if (arrived->second.payload != fmt::format(R"({{"event":{}}})", event)) {
            say(event, "arrived as another one");
        }
        return 0;
    };
    tx.all(check, list_letters_sql);
    const auto check_count = [&](const Row& row) {
        const auto found = row.get<std::int64_t>("letters");
        if (found != 1) say(row.get<std::int64_t>("position"), fmt::format("{} letters", found));
        return 0;
    };
    tx.all(check_count, list_letterless_sql);
    if (letters != std::int64_t(house.delivered.size())) {
        house.fault(Defect::letter,
                    fmt::format("{} written, {} arrived", letters, house.delivered.size()));
    }
    if (letters != tx.one<std::int64_t>(count_letters_sql)) {
        house.fault(Defect::letter, "the outbox holds letters that nobody wrote");
    }
    house.figures.letters = letters;
}

void check_storage(House& house, Tx& tx) {
    for (const auto& line : tx.all(first_column<std::string>, integrity_sql)) {
        if (line != "ok") house.fault(Defect::storage, line);
    }
    for (const auto& table : tx.all(first_column<std::string>, foreign_keys_sql)) {
        house.fault(Defect::storage, table + " refers to a row that is not there");
    }
}

}  // namespace ogniwo::simulation
