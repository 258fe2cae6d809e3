// Random conditions over random rows: memory, SQLite and PostgreSQL must answer alike, and both
// written forms must read back as what was written.

#include <doctest/doctest.h>
#include <libpq-fe.h>
#include <sqlite3.h>

#include <array>
#include <cstdlib>
#include <memory>
#include <random>
#include <span>

#include "base/text.hpp"
#include "conditions/json_form.hpp"
#include "conditions/memory.hpp"
#include "conditions/sample.hpp"
#include "conditions/sql.hpp"
#include "conditions/text_form.hpp"
#include "conditions/typing.hpp"

namespace ogniwo::conditions {
namespace {

constexpr int batches = 50, rows_per_batch = 50, conditions_per_batch = 50;

// The moments at which clocks change, and some at which they do not.
struct Occasion {
    std::string_view now;
    std::string_view zone;
};
constexpr auto occasions = std::to_array<Occasion>({
    {"2025-06-12T08:00:00Z", "Europe/Warsaw"},
    {"2025-03-30T01:10:00Z", "Europe/Warsaw"},
    {"2025-10-26T01:30:00Z", "Europe/Warsaw"},
    {"2024-02-29T23:30:00Z", "UTC"},
    {"2024-04-26T01:00:00Z", "Africa/Cairo"},
    {"2025-04-05T15:15:00Z", "Australia/Lord_Howe"},
    {"2025-12-31T23:59:59.999999Z", "America/New_York"},
});

constexpr auto texts_pool = std::to_array<std::string_view>({"Drukarka nie działa",
                                                             "drukarka",
                                                             "DRUK",
                                                             "100 % zużycia",
                                                             "a_b",
                                                             "a!b",
                                                             "Łódź",
                                                             "lodz",
                                                             "Straße",
                                                             "",
                                                             " ",
                                                             "\xCC\x81",
                                                             "quote \" and \\",
                                                             "line\nbreak",
                                                             "𝔻ruk 🖨",
                                                             "İstanbul",
                                                             "%",
                                                             "_",
                                                             "!",
                                                             "'; --",
                                                             "ŻÓŁW",
                                                             "zolw",
                                                             "e\xCC\x81t\xC3\xA9"});
constexpr auto ratios_pool =
    std::to_array<double>({0.0, 0.1, 0.2, 0.3, -0.5, 2.5, 1.0 / 3, 0.333333, 1e8, -1e-6, 42.0});

class Dice {
public:
    explicit Dice(std::uint64_t seed) : engine_(seed) {}

    std::int64_t below(std::int64_t count) {
        return static_cast<std::int64_t>(engine_() % static_cast<std::uint64_t>(count));
    }
    bool once_in(std::int64_t count) { return below(count) == 0; }
    template <class List>
    const auto& pick(const List& list) {
        return list[static_cast<std::size_t>(below(static_cast<std::int64_t>(std::size(list))))];
    }

private:
    std::mt19937_64 engine_;  // Its sequence is the same on every machine.
};

Context context_on(const Occasion& occasion) {
    return {.now = *parse_time(occasion.now),
            .zone = std::string(occasion.zone),
            .named = {{"me", {2}}, {"my_team", {2, 3, 5}}}};
}

class RowMaker {
public:
    RowMaker(Dice& dice, const Context& context) : dice_(dice), context_(context) {}

    sample::Record record() {
        sample::Record made;
        for (const Field& field : sample::schema().fields()) {
            const bool empty =
                field.presence == Presence::optional && !field.is_set() && dice_.once_in(4);
            made.push_back(empty ? FieldValue{Null{}} : value(field));
        }
        return made;
    }

private:
    FieldValue value(const Field& field) {
        switch (field.type) {
            case FieldType::boolean:
                return dice_.once_in(2);
            case FieldType::integer:
                return dice_.below(7) - 2;
            case FieldType::decimal:
                return dice_.pick(ratios_pool);
            case FieldType::text:
                return std::string(dice_.pick(texts_pool));
            case FieldType::date:
                return to_text(some_day());
            case FieldType::instant:
                return to_micros(some_instant());
            case FieldType::duration:
                return 30 * dice_.below(6);
            case FieldType::enumeration:
                return dice_.once_in(10) ? std::string("archived") : dice_.pick(field.values);
            case FieldType::id:
                return 1 + dice_.below(6);
            case FieldType::texts:
                return members<std::string>([&] { return std::string(dice_.pick(texts_pool)); });
            case FieldType::ids:
                return members<std::int64_t>([&] { return 1 + dice_.below(6); });
        }
        return Null{};
    }

    template <class T, class Make>
    std::vector<T> members(Make make) {
        std::vector<T> all;
        for (std::int64_t i = dice_.below(4); i > 0; --i) all.push_back(make());
        return all;
    }

    Date some_day() {
        const Date today = *local_date(context_.now, context_.zone);
        return Date{std::chrono::sys_days{today} + std::chrono::days{dice_.below(21) - 10}};
    }
    // Often on the very border of something.
    Time some_instant() {
        const Time near =
            dice_.once_in(2) ? *to_instant(some_day(), Minutes{0}, context_.zone) : context_.now;
        return near + std::chrono::hours{dice_.once_in(2) ? 0 : dice_.below(97) - 48} +
               Microseconds{dice_.below(3) - 1};
    }

    Dice& dice_;
    const Context& context_;
};

class ConditionMaker {
public:
    explicit ConditionMaker(Dice& dice) : dice_(dice) {}

    Condition condition(int depth) {
        if (depth == 0 || dice_.once_in(3)) return leaf();
        if (dice_.once_in(3)) return negation(condition(depth - 1));
        std::vector<Condition> parts;
        for (std::int64_t i = 1 + dice_.below(3); i >= 0; --i)
            parts.push_back(condition(depth - 1));
        return dice_.once_in(2) ? all_of(std::move(parts)) : any_of(std::move(parts));
    }

private:
    Condition leaf() {
        if (dice_.once_in(15)) return {Search{text()}};
        const Field& field = dice_.pick(sample::schema().fields());
        const Operator op = dice_.pick(operators_for(field.type));
        std::vector<Literal> values;
        for (std::int64_t i = count_for(op); i > 0; --i) values.push_back(value(field));
        auto test = test_on(field, op, std::move(values));
        REQUIRE(static_cast<bool>(test));
        return *std::move(test);
    }

    std::int64_t count_for(Operator op) {
        switch (op) {
            case Operator::is_empty:
            case Operator::is_not_empty:
                return 0;
            case Operator::between:
                return 2;
            case Operator::in:
            case Operator::not_in:
            case Operator::has_any:
            case Operator::has_all:
                return 1 + dice_.below(4);
            default:
                return 1;
        }
    }

    Literal value(const Field& field) {
        auto fit = fitted(field, raw_value(field));
        REQUIRE(static_cast<bool>(fit));
        return *std::move(fit);
    }

    Literal raw_value(const Field& field) {
        switch (field.type) {
            case FieldType::boolean:
                return dice_.once_in(2);
            case FieldType::integer:
                return dice_.below(7) - 2;
            case FieldType::decimal:
                return dice_.pick(ratios_pool);
            case FieldType::text:
            case FieldType::texts:
                return text();
            case FieldType::date:
                return moment(Clock::without);
            case FieldType::instant:
                return moment(Clock::with);
            case FieldType::duration:
                return Minutes{30 * dice_.below(6)};
            case FieldType::enumeration:
                return Word{dice_.pick(field.values)};
            case FieldType::id:
            case FieldType::ids:
                break;
        }
        if (dice_.once_in(2) || field.values.empty()) return 1 + dice_.below(6);
        return Word{dice_.pick(field.values)};
    }

    // A whole text of the pool or a piece of one, that is something when folded.
    std::string text() {
        for (;;) {
            const std::string_view whole = dice_.pick(texts_pool);
            const auto size = static_cast<std::int64_t>(whole.size());
            std::string piece(whole);
            if (size > 1 && dice_.once_in(2)) {
                const std::int64_t from = dice_.below(size);
                piece = whole.substr(static_cast<std::size_t>(from),
                                     static_cast<std::size_t>(1 + dice_.below(size - from)));
            }
            if (check_text(piece)) return piece;
        }
    }

    enum class Clock { without, with };

    Moment moment(Clock clock) {
        constexpr auto relative = std::to_array({Anchor::today,
                                                 Anchor::start_of_week,
                                                 Anchor::start_of_month,
                                                 Anchor::start_of_quarter,
                                                 Anchor::start_of_year});
        Moment made{.anchor = dice_.pick(relative)};
        if (clock == Clock::with && dice_.once_in(2)) made.anchor = Anchor::now;
        if (dice_.once_in(6)) made = {.anchor = Anchor::day, .day = *parse_date("2025-03-30")};
        if (clock == Clock::with && dice_.once_in(6)) {
            made = {.anchor = Anchor::instant, .instant = *parse_time("2025-10-26T01:30:00Z")};
        }
        for (std::int64_t i = dice_.below(3); i > 0; --i) {
            const bool by_clock = clock == Clock::with && dice_.once_in(2);
            const auto first = static_cast<std::int64_t>(by_clock ? Unit::minutes : Unit::days);
            const std::int64_t kinds = by_clock ? 2 : 4;
            made.steps.push_back(
                {dice_.below(9) - 4, static_cast<Unit>(first + dice_.below(kinds))});
        }
        return made;
    }

    Dice& dice_;
};

Value stored(const Field& field, const FieldValue& value) {
    if (const auto* text = std::get_if<std::string>(&value)) {
        return field.type == FieldType::text ? fold(*text) : *text;
    }
    if (const auto* flag = std::get_if<bool>(&value)) return *flag;
    if (const auto* number = std::get_if<std::int64_t>(&value)) return *number;
    if (const auto* number = std::get_if<double>(&value)) return *number;
    return Null{};
}

// Just enough of a database: statements with parameters, and the first column of the answer.
class TestedDatabase {
public:
    virtual ~TestedDatabase() = default;
    virtual std::vector<std::int64_t> run(const std::string& sql,
                                          std::span<const Value> values) = 0;

    void create(const std::string& integer, const std::string& decimal, const std::string& flag) {
        run("CREATE TEMPORARY TABLE item (id " + integer + ", vip " + flag + ", billed " + flag +
                ", replies " + integer + ", weight " + integer + ", ratio " + decimal +
                ", subject text, body text, due text, created " + integer + ", answered " +
                integer + ", spent " + integer + ", status text, priority text, assignee " +
                integer + ", customer " + integer + ")",
            {});
        run("CREATE TEMPORARY TABLE item_tag (item " + integer + ", folded text)", {});
        run("CREATE TEMPORARY TABLE item_watcher (item " + integer + ", person " + integer + ")",
            {});
    }

    void fill(const std::vector<sample::Record>& records) {
        for (const std::string table : {"item", "item_tag", "item_watcher"}) {
            run("DELETE FROM " + table, {});
        }
        for (std::size_t i = 0; i < records.size(); ++i) {
            insert(static_cast<std::int64_t>(i), records[i]);
        }
    }

private:
    void insert(std::int64_t id, const sample::Record& record) {
        std::vector<Value> columns{id};
        std::string places = "$1";
        for (std::size_t i = 0; i < record.size(); ++i) {
            const Field& field = sample::schema().at(i);
            if (const auto* tags = std::get_if<std::vector<std::string>>(&record[i])) {
                for (const auto& tag : *tags) {
                    run("INSERT INTO item_tag VALUES ($1, $2)",
                        std::array<Value, 2>{id, fold(tag)});
                }
            } else if (const auto* ids = std::get_if<std::vector<std::int64_t>>(&record[i])) {
                for (const auto person : *ids) {
                    run("INSERT INTO item_watcher VALUES ($1, $2)",
                        std::array<Value, 2>{id, person});
                }
            } else {
                columns.push_back(stored(field, record[i]));
                places += ", $" + std::to_string(columns.size());
            }
        }
        run("INSERT INTO item VALUES (" + places + ")", columns);
    }
};

class Sqlite : public TestedDatabase {
public:
    Sqlite() {
        REQUIRE(sqlite3_open(":memory:", &db_) == SQLITE_OK);
        create("INTEGER", "REAL", "INTEGER");
    }
    ~Sqlite() override { sqlite3_close(db_); }
    Sqlite(const Sqlite&) = delete;
    Sqlite& operator=(const Sqlite&) = delete;

    std::vector<std::int64_t> run(const std::string& sql, std::span<const Value> values) override {
        sqlite3_stmt* statement = nullptr;
        const int prepared = sqlite3_prepare_v2(db_, sql.c_str(), -1, &statement, nullptr);
        REQUIRE_MESSAGE(prepared == SQLITE_OK, sqlite3_errmsg(db_) << " in " << sql);
        for (std::size_t i = 0; i < values.size(); ++i) bind(statement, i, values[i]);
        std::vector<std::int64_t> answer;
        int step = 0;
        while ((step = sqlite3_step(statement)) == SQLITE_ROW) {
            answer.push_back(sqlite3_column_int64(statement, 0));
        }
        CHECK(step == SQLITE_DONE);
        sqlite3_finalize(statement);
        return answer;
    }

private:
    static void bind(sqlite3_stmt* statement, std::size_t index, const Value& value) {
        const std::string name = "$" + std::to_string(index + 1);
        const int at = sqlite3_bind_parameter_index(statement, name.c_str());
        REQUIRE(at > 0);
        if (const auto* text = std::get_if<std::string>(&value)) {
            const auto size = static_cast<int>(text->size());
            sqlite3_bind_text(statement, at, text->data(), size, SQLITE_TRANSIENT);
        } else if (const auto* flag = std::get_if<bool>(&value)) {
            sqlite3_bind_int(statement, at, *flag ? 1 : 0);
        } else if (const auto* whole = std::get_if<std::int64_t>(&value)) {
            sqlite3_bind_int64(statement, at, *whole);
        } else if (const auto* number = std::get_if<double>(&value)) {
            sqlite3_bind_double(statement, at, *number);
        }
    }

    sqlite3* db_ = nullptr;
};

class Postgres : public TestedDatabase {
public:
    explicit Postgres(const char* url) : connection_(PQconnectdb(url)) {
        REQUIRE_MESSAGE(PQstatus(connection_) == CONNECTION_OK, PQerrorMessage(connection_));
        create("bigint", "double precision", "boolean");
    }
    ~Postgres() override { PQfinish(connection_); }
    Postgres(const Postgres&) = delete;
    Postgres& operator=(const Postgres&) = delete;

    std::vector<std::int64_t> run(const std::string& sql, std::span<const Value> values) override {
        std::vector<std::string> texts;
        for (const Value& value : values) texts.push_back(written(value));
        std::vector<const char*> parameters;
        for (std::size_t i = 0; i < values.size(); ++i) {
            const bool null = std::holds_alternative<Null>(values[i]);
            parameters.push_back(null ? nullptr : texts[i].c_str());
        }
        const auto count = static_cast<int>(parameters.size());
        PGresult* result = PQexecParams(
            connection_, sql.c_str(), count, nullptr, parameters.data(), nullptr, nullptr, 0);
        const auto status = PQresultStatus(result);
        REQUIRE_MESSAGE((status == PGRES_TUPLES_OK || status == PGRES_COMMAND_OK),
                        PQerrorMessage(connection_) << " in " << sql);
        std::vector<std::int64_t> answer;
        for (int row = 0; row < PQntuples(result); ++row) {
            answer.push_back(std::stoll(PQgetvalue(result, row, 0)));
        }
        PQclear(result);
        return answer;
    }

private:
    static std::string written(const Value& value) {
        if (const auto* text = std::get_if<std::string>(&value)) return *text;
        if (const auto* flag = std::get_if<bool>(&value)) return *flag ? "t" : "f";
        if (const auto* whole = std::get_if<std::int64_t>(&value)) return std::to_string(*whole);
        std::array<char, 64> digits{};
        if (const auto* number = std::get_if<double>(&value)) {
            std::snprintf(digits.data(), digits.size(), "%.17g", *number);
        }
        return digits.data();
    }

    PGconn* connection_;
};

std::vector<std::int64_t> asked_in_memory(const Condition& condition,
                                          const std::vector<sample::Record>& records,
                                          const Context& context) {
    const Matcher matcher(condition, sample::schema(), context);
    std::vector<std::int64_t> answer;
    for (std::size_t i = 0; i < records.size(); ++i) {
        if (matcher(sample::reader_of(records[i]))) answer.push_back(static_cast<std::int64_t>(i));
    }
    return answer;
}

std::vector<std::int64_t> asked_in_sql(TestedDatabase& database,
                                       const Condition& condition,
                                       const Context& context) {
    const SqlFilter filter = to_sql(condition, sample::schema(), context, 1);
    return database.run("SELECT id FROM item WHERE " + filter.text + " ORDER BY id", filter.values);
}

void check_agreement(TestedDatabase& database, std::uint64_t seed) {
    Dice dice(seed);
    std::size_t yes = 0;
    for (int batch = 0; batch < batches; ++batch) {
        const Context context = context_on(dice.pick(occasions));
        std::vector<sample::Record> records;
        RowMaker rows(dice, context);
        for (int i = 0; i < rows_per_batch; ++i) records.push_back(rows.record());
        database.fill(records);
        for (int i = 0; i < conditions_per_batch; ++i) {
            const Condition condition = ConditionMaker(dice).condition(3);
            const auto expected = asked_in_memory(condition, records, context);
            yes += expected.size();
            REQUIRE_MESSAGE(asked_in_sql(database, condition, context) == expected,
                            print(condition));
        }
    }
    // Neither nothing nor everything: the rows and the conditions have something in common.
    const std::size_t asked = std::size_t{batches} * rows_per_batch * conditions_per_batch;
    CHECK(yes > asked / 5);
    CHECK(yes < asked * 4 / 5);
}

TEST_CASE("memory and SQLite answer every condition alike") {
    Sqlite database;
    check_agreement(database, 20250612);
}

TEST_CASE("memory and PostgreSQL answer every condition alike") {
    const char* const url = std::getenv("OGNIWO_TEST_POSTGRES");
    if (url == nullptr) {
        MESSAGE("OGNIWO_TEST_POSTGRES is not set: not run on PostgreSQL");
        return;
    }
    Postgres database(url);
    database.run("BEGIN", {});
    check_agreement(database, 20250613);
}

TEST_CASE("every condition reads back from both of its written forms") {
    Dice dice(20250614);
    for (int i = 0; i < batches * conditions_per_batch; ++i) {
        const Condition condition = ConditionMaker(dice).condition(3);
        const std::string text = print(condition), json = to_json(condition);
        const auto from_text = parse(text, sample::schema());
        REQUIRE_MESSAGE(static_cast<bool>(from_text), text);
        REQUIRE_MESSAGE(*from_text == condition, text);
        const auto from_tree = from_json(json, sample::schema());
        REQUIRE_MESSAGE(static_cast<bool>(from_tree), json);
        REQUIRE_MESSAGE(*from_tree == condition, json);
    }
}

TEST_CASE("a filter is never NULL, also as a column") {
    Dice dice(20250615);
    Sqlite database;
    const Context context = sample::context();
    std::vector<sample::Record> records{sample::blank_record()};
    RowMaker rows(dice, context);
    for (int i = 1; i < rows_per_batch; ++i) records.push_back(rows.record());
    database.fill(records);
    for (int i = 0; i < 500; ++i) {
        const Condition condition = ConditionMaker(dice).condition(2);
        const SqlFilter filter = to_sql(condition, sample::schema(), context, 1);
        const auto empty = database.run(
            "SELECT count(*) FROM item WHERE (" + filter.text + ") IS NULL", filter.values);
        REQUIRE_MESSAGE(empty == std::vector<std::int64_t>{0}, print(condition));
    }
}

}  // namespace
}  // namespace ogniwo::conditions
