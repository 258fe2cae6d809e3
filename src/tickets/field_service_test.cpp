// What scenes cannot show: every order of every kind page by page, conditions in both back ends,
// words that go with their author, rows that events do not explain, and walks that stay in an
// index.

#include "tickets/field_service.hpp"

#include <doctest/doctest.h>

#include <set>

#include "conditions/memory.hpp"
#include "conditions/text_form.hpp"
#include "people/service.hpp"
#include "testing/databases.hpp"
#include "tickets/customer_service.hpp"
#include "tickets/field_conditions.hpp"
#include "tickets/field_list_store.hpp"
#include "tickets/field_store.hpp"
#include "tickets/field_value_store.hpp"
#include "tickets/mark_service.hpp"
#include "tickets/merge_service.hpp"
#include "tickets/tag_service.hpp"
#include "tickets/view_service.hpp"
#include "tickets/view_store.hpp"
#include "tiers/service.hpp"

namespace ogniwo::tickets {
namespace {

const RightSet staff{
    see, see_own, see_notes, see_messages, create, reply, work_on, assign, configure, see_views};
const RightSet user{see_own, see_messages, create, reply};

// Three customers, and tickets with something in every kind of field.
struct Desk {
    explicit Desk(TestDatabase& database) : db(database) {
        db.change([&](Work& work) {
            tiers::set_up(work);
            kowalski = *people::ensure_customer(work, "Kowalski");
            wrobel = *people::ensure_customer(work, "Wróbel");
            anna = person(work, "Anna", true);
            piotr = person(work, "Piotr", true);
            jan = person(work, "Jan", false);
        });
        technician = actor(anna, {{std::nullopt, staff}});
        text = defined({.kind = FieldKind::text, .customers = CustomerAccess::edits});
        number = defined({.kind = FieldKind::number, .decimals = 1});
        money = defined({.kind = FieldKind::money});
        date = defined({.kind = FieldKind::date});
        choice = defined({.kind = FieldKind::choice, .choices = three()});
        choices = defined({.kind = FieldKind::choices, .choices = three()});
        keeper = defined({.kind = FieldKind::person});
        flag = defined({.kind = FieldKind::checkbox});
        for (int i = 0; i < 12; ++i) opened(i);
    }

    static std::vector<WishedChoice> three() {
        return {{.name_pl = "Zet", .name_en = "Zet"},
                {.name_pl = "Be", .name_en = "Be"},
                {.name_pl = "Ce", .name_en = "Ce"}};
    }
    static PersonId person(Work& work, const char* given, bool is_staff) {
        people::CreatePerson card;
        card.given_name = given;
        card.family_name = "Nowak";
        card.is_staff = is_staff;
        return *people::add_person(work, card);
    }
    static Actor actor(PersonId person, std::vector<Grant> grants) {
        return {.kind = Actor::Kind::person, .person = person, .grants = std::move(grants)};
    }
    template <class Verb, class Wish>
    auto as(const Actor& who, Verb verb, const Wish& wish) {
        return db.write_as(who, [&](Work& work) { return verb(work, wish); });
    }
    template <class Verb, class Wish>
    auto ask(const Actor& who, Verb verb, const Wish& wish) {
        return db.read_as(who, [&](const View& view) { return verb(view, wish); });
    }
    FieldId defined(DefineField wish) {
        wish.name_pl = "Pole " + std::string(enum_name(wish.kind));
        wish.name_en = wish.name_pl;
        wish.key = std::string(enum_name(wish.kind));
        const auto made = as(technician, define_field, wish);
        REQUIRE(static_cast<bool>(made));
        kinds[made->id] = made->kind;
        return made->id;
    }

    // Every third ticket lacks a field, every fourth is resolved, and values come in no order.
    TicketId opened(int i) {
        const std::string shuffled = std::to_string((i * 7) % 5);
        std::vector<FieldValue> values{
            {.field = text, .text = "Łódź " + shuffled},
            {.field = number, .number = std::to_string((i * 5) % 7 - 3) + ".5"},
            {.field = money, .amount = std::to_string(100 - i) + ".25"},
            {.field = date, .date = parse_date("2025-0" + std::to_string(1 + i % 6) + "-10")},
            {.field = choice, .choice = i % 2 == 0 ? "zet" : "be"},
            {.field = choices,
             .choices = std::vector<std::string>{"zet", i % 2 == 0 ? "be" : "ce"}},
            {.field = keeper, .person = i % 2 == 0 ? anna : piotr},
            {.field = flag, .checked = i % 2 == 1}};
        if (i % 3 == 2) values.erase(values.begin() + i % 8);
        const auto made = as(technician,
                             create_ticket,
                             CreateTicket{.customer = i % 3 == 0 ? wrobel : kowalski,
                                          .subject = "Kasa " + std::to_string(i),
                                          .fields = values});
        REQUIRE(static_cast<bool>(made));
        if (i % 4 == 3) {
            REQUIRE(static_cast<bool>(
                as(technician, resolve_ticket, ResolveTicket{made->id, "Działa."})));
        }
        tickets.push_back(made->id);
        return made->id;
    }
    std::vector<TicketId> listed(const Actor& who, ListTickets wish) {
        std::vector<TicketId> ids;
        do {
            const auto list = ask(who, list_tickets, wish);
            REQUIRE(static_cast<bool>(list));
            for (const Ticket& ticket : list->items) ids.push_back(ticket.id);
            wish.cursor = list->next;
        } while (wish.cursor);
        return ids;
    }
    void checks() {
        for (const Difference& one : check(db.data())) {
            FAIL_CHECK(one.ticket.value, " ", one.field, ": ", one.stored, " / ", one.replayed);
        }
    }

    TestDatabase& db;
    CustomerId kowalski{}, wrobel{};
    PersonId anna{}, piotr{}, jan{};
    Actor technician{};
    FieldId text{}, number{}, money{}, date{}, choice{}, choices{}, keeper{}, flag{};
    std::map<FieldId, FieldKind> kinds;
    std::vector<TicketId> tickets;
};

// The row of one ticket as the memory back end reads it.
conditions::FieldValue field_value(const TicketField& field, const store::TicketValue* value) {
    if (field.kind == FieldKind::choices) {
        return value == nullptr ? std::vector<std::string>{} : value->kept.words;
    }
    if (value == nullptr) return Null{};
    const Kept& kept = value->kept;
    switch (field.kind) {
        case FieldKind::text:
            return *kept.text;
        case FieldKind::number:
            return double(*kept.number) / 10;
        case FieldKind::money:
            return double(*kept.number) / 100;
        case FieldKind::person:
            return *kept.number;
        case FieldKind::checkbox:
            return *kept.number != 0;
        default:
            return kept.words.front();
    }
}

}  // namespace

TEST_CASE("pages in the order of a field are the whole, for everybody who may see the tickets") {
    for_each_database([](TestDatabase& db) {
        Desk desk(db);
        const Actor of_one = Desk::actor(desk.piotr, {{desk.kowalski, staff}});
        const Actor of_both =
            Desk::actor(desk.piotr, {{desk.kowalski, staff}, {desk.wrobel, staff}});
        for (const auto& [field, kind] : desk.kinds) {
            if (kind == FieldKind::choices) continue;
            for (const FieldOrder order : {FieldOrder::ascending, FieldOrder::descending}) {
                INFO(enum_name(kind), " ", enum_name(order));
                const FieldQuery by{.field = field, .order = order};
                const auto whole = desk.listed(desk.technician, {.by = by, .limit = 100});
                CHECK(whole.size() >= 11);
                CHECK(whole.size() == std::set(whole.begin(), whole.end()).size());
                CHECK(desk.listed(desk.technician, {.by = by, .limit = 2}) == whole);
                CHECK(desk.listed(of_both, {.by = by, .limit = 3}) == whole);
                auto of_kowalski = desk.listed(of_one, {.by = by, .limit = 2});
                CHECK(of_kowalski ==
                      desk.listed(desk.technician, {.customer = desk.kowalski, .by = by}));
                CHECK(of_kowalski.size() < whole.size());
                // Filters on tickets are tests on the same walk.
                CHECK(desk.listed(desk.technician,
                                  {.tier = 1, .q = "kasa", .by = by, .limit = 5}) == whole);
                const auto open = desk.listed(desk.technician, {.open = true, .by = by});
                const auto over = desk.listed(desk.technician, {.open = false, .by = by});
                CHECK(open.size() + over.size() == whole.size());
                CHECK(!over.empty());
            }
        }
        // Numbers rise, and below zero is less.
        const auto list = desk.ask(
            desk.technician,
            list_tickets,
            ListTickets{.by = {.field = desk.number, .columns = std::vector{desk.number}}});
        std::vector<std::int64_t> numbers;
        for (const Ticket& ticket : list->items) {
            const auto row = std::ranges::find(*list->fields, ticket.id, &FieldsOfTicket::ticket);
            REQUIRE(row != list->fields->end());
            numbers.push_back(*parse_scaled(*row->values.front().number, 1));
        }
        CHECK(numbers.front() < 0);
        CHECK(std::ranges::is_sorted(numbers));
        desk.checks();
    });
}

TEST_CASE("few tickets in question are sorted instead, with the same result") {
    for_each_database([](TestDatabase& db) {
        Desk desk(db);
        std::set<TicketId> mine;
        for (std::size_t i = 0; i < desk.tickets.size(); i += 2) {
            REQUIRE(static_cast<bool>(
                desk.as(desk.technician, take_ticket, TakeTicket{desk.tickets[i]})));
            mine.insert(desk.tickets[i]);
        }
        for (const auto& [field, kind] : desk.kinds) {
            if (kind == FieldKind::choices) continue;
            INFO(enum_name(kind));
            auto expected = desk.listed(desk.technician, {.by = {.field = field}});
            std::erase_if(expected, [&](TicketId id) { return !mine.contains(id); });
            CHECK(desk.listed(desk.technician,
                              {.assignee = desk.anna, .by = {.field = field}, .limit = 2}) ==
                  expected);
        }
    });
}

TEST_CASE("nobody asks lists and views by what they are not shown") {
    for_each_database([](TestDatabase& db) {
        Desk desk(db);
        const Actor jan = Desk::actor(desk.jan, {{desk.kowalski, user}});
        const Actor bookkeeper = Desk::actor(desk.piotr, {{std::nullopt, {see, see_own}}});
        const std::vector<FieldValue> till{{.field = desk.text, .text = "Moja"}};
        const auto made = desk.as(
            jan,
            create_ticket,
            CreateTicket{.customer = desk.kowalski, .subject = "Moja kasa", .fields = till});
        REQUIRE(static_cast<bool>(made));
        const std::vector<TicketId> it{made->id};
        REQUIRE(static_cast<bool>(
            desk.as(desk.technician, add_ticket_tag, AddTicketTag{it.front(), "vip"})));
        const Time due = db.read([](const View& view) { return view.now; }) + std::chrono::hours(9);
        REQUIRE(static_cast<bool>(
            desk.as(desk.technician, set_due, SetDue{.ticket = it.front(), .at = due})));

        const FieldQuery by{.field = desk.text, .value = "moja"};
        const std::vector<ListTickets> by_marks{{.tag = "vip", .by = by},
                                                {.due_before = due + Minutes{1}, .by = by},
                                                {.snoozed = false, .by = by}};
        for (const ListTickets& wish : by_marks) {
            CHECK(desk.listed(desk.technician, wish) == it);
            for (const Actor& who : {jan, bookkeeper}) CHECK(desk.listed(who, wish).empty());
        }
        for (const Actor& who : {jan, bookkeeper}) CHECK(desk.listed(who, {.by = by}) == it);

        const auto matching = [&](const Actor& who, const char* condition) {
            return desk.ask(who, list_matching, ListMatching{.condition = condition})->items.size();
        };
        for (const char* hidden : {"field.money > 1", "tag = vip"}) {
            INFO(hidden);
            CHECK(matching(desk.technician, hidden) > 0);
            CHECK(matching(bookkeeper, hidden) == 0);
        }
        CHECK(matching(bookkeeper, "field.text = moja") == 1);

        // Whoever may not see the ticket where theirs goes on still has theirs.
        REQUIRE(
            static_cast<bool>(desk.as(desk.technician,
                                      merge_ticket,
                                      MergeTicket{.ticket = it.front(), .into = desk.tickets[1]})));
        CHECK(desk.listed(jan, {.by = by}) == it);
        CHECK(desk.listed(desk.technician, {.by = by}).empty());
    });
}

TEST_CASE("conditions on fields say the same in the database and in memory") {
    for_each_database([](TestDatabase& db) {
        Desk desk(db);
        for (const std::string text : {"field.text = \"lodz 3\"",
                                       "field.text contains odz and field.number > 0",
                                       "field.text is empty",
                                       "field.text != \"łódź 1\"",
                                       "field.number between -2.5 and 1.5",
                                       "field.number in (0.5, 3.5)",
                                       "not field.number < 0",
                                       "field.money = 97.25 or field.money <= 91.25",
                                       "field.money is not empty",
                                       "field.date = 2025-03-10",
                                       "field.date > 2025-02-10 and field.date <= 2025-05-10",
                                       "field.choice = zet",
                                       "field.choice in (be, ce)",
                                       "field.choice > zet",
                                       "field.choice != be",
                                       "field.choices has zet",
                                       "field.choices has all (\"zet\", \"ce\")",
                                       "field.choices is empty",
                                       "not field.choices has any (\"ce\")",
                                       "field.person = me",
                                       "field.person != me",
                                       "field.checkbox",
                                       "not field.checkbox",
                                       "field.checkbox = false or field.text = \"lodz 0\""}) {
            INFO(text);
            db.read_as(desk.technician, [&](const View& view) {
                const auto read = store::read_condition(view.tx, text);
                REQUIRE(static_cast<bool>(read));
                const auto& schema = read->fields.schema();
                const conditions::Context context{.now = view.now,
                                                  .named = {{"me", {desk.anna.value}}}};
                const store::Matching what{
                    .condition = read->condition, .context = context, .own = &read->fields};
                const auto found = store::list_matching(
                    view.tx, {.everyone = true}, what, {.sort = ViewSort::oldest, .limit = 100});
                const auto fields = store::list_fields(view.tx);
                const conditions::Matcher matcher(read->condition, schema, context);
                std::vector<TicketId> expected;
                for (const TicketId id : desk.tickets) {
                    const auto values = store::list_values(view.tx, id);
                    const bool met = matcher([&](std::size_t place) {
                        const std::string key = schema.at(place).name.substr(6);
                        const auto field = std::ranges::find(fields, key, &TicketField::key);
                        REQUIRE(field != fields.end());
                        const auto value =
                            std::ranges::find(values, field->id, &store::TicketValue::field);
                        return field_value(*field, value == values.end() ? nullptr : &*value);
                    });
                    if (met) expected.push_back(id);
                }
                CHECK(found == expected);
                CHECK(store::count_matching(view.tx, {.everyone = true}, what, 1000) ==
                      static_cast<std::int64_t>(expected.size()));
                CHECK(!expected.empty());
                CHECK(expected.size() < desk.tickets.size());
                return 0;
            });
        }
    });
}

TEST_CASE("an erased person's words go from the fields, the others' values stay") {
    for_each_database([](TestDatabase& db) {
        Desk desk(db);
        const Actor jan = Desk::actor(desk.jan, {{desk.kowalski, user}});
        std::vector<TicketId> tickets;
        for (int i = 0; i < 2; ++i) {
            const auto made = desk.as(jan,
                                      create_ticket,
                                      CreateTicket{.customer = desk.kowalski,
                                                   .subject = "Moja kasa",
                                                   .fields = std::vector<FieldValue>{
                                                       {.field = desk.text, .text = "PESEL 123"}}});
            REQUIRE(static_cast<bool>(made));
            tickets.push_back(made->id);
            REQUIRE(static_cast<bool>(
                desk.as(desk.technician,
                        set_ticket_fields,
                        SetTicketFields{.ticket = made->id,
                                        .values = {{.field = desk.text, .text = "PESEL Jana 123"},
                                                   {.field = desk.number, .number = "4"}}})));
        }
        // The second one is somebody else's by now.
        REQUIRE(static_cast<bool>(desk.as(
            desk.technician,
            change_customer,
            ChangeCustomer{.ticket = tickets[1], .version = 2, .customer = desk.kowalski})));
        // Of another ticket, by Jan: nothing. Of Anna's, by Anna: stays.
        const auto taken =
            db.read([&](const View& view) { return field_texts_of_person(view, desk.anna); });
        CHECK(taken.items.size() >= 11);

        for (int time = 0; time < 2; ++time) {
            db.change([&](Work& work) { erase_fields_of(work, desk.jan); });
        }
        for (const TicketId ticket : tickets) {
            const auto read =
                desk.ask(desk.technician, read_ticket_fields, ReadTicketFields{.ticket = ticket});
            REQUIRE(read->values.size() == 2);
            CHECK_FALSE(read->values[0].text);
            CHECK(read->values[1].number == "4.0");
            const auto texts = db.read([&](const View& view) {
                return journal::texts_of_subject(view.tx, "ticket", ticket.value);
            });
            for (const auto& text : texts) {
                if (text.field.starts_with("field.")) CHECK_FALSE(text.text);
            }
        }
        CHECK(desk.listed(desk.technician, {.by = {.field = desk.text, .value = "pesel jana 123"}})
                  .empty());
        CHECK(desk.listed(desk.technician, {.by = {.field = desk.text}}).size() >= 11);
        desk.checks();
    });
}

TEST_CASE("a value that the events do not explain is found by the check") {
    for_each_database([](TestDatabase& db) {
        Desk desk(db);
        desk.checks();
        db.change([&](Work& work) {
            auto ticket = store::list_tickets_by_id(work.tx, {desk.tickets[0].value}).front();
            store::save_value(work.tx, ticket, {desk.money, Kept{.number = 1}}, std::nullopt);
            store::save_value(work.tx, ticket, {desk.date, Kept{}}, std::nullopt);
            auto other = store::list_tickets_by_id(work.tx, {desk.tickets[1].value}).front();
            other.status = TicketStatus::closed;
            store::mark_values(work.tx, other);
        });
        std::set<std::string> found;
        for (const Difference& one : check(db.data())) {
            found.insert(std::to_string(one.ticket.value) + " " + one.field);
        }
        const auto name = [&](std::size_t ticket, FieldId field) {
            return std::to_string(desk.tickets[ticket].value) + " field." +
                   std::to_string(field.value);
        };
        CHECK(found.contains(name(0, desk.money)));
        CHECK(found.contains(name(0, desk.date)));
        CHECK(found.contains(name(1, desk.money)));
        CHECK_FALSE(found.contains(name(2, desk.money)));
    });
}

TEST_CASE("a walk in the order of a field reads an index from where its page begins") {
    TestDatabase database(Dialect::sqlite);
    database.read([&](const View& view) {
        const auto plan = [&](const std::string& text, const Scope& scope, std::size_t values) {
            const BuiltSql sql("tickets.test_plan", "EXPLAIN QUERY PLAN " + text);
            const std::vector<Value> nothing(values, Value{std::int64_t{1}});
            const ResultSet steps = view.tx.query(sql, &scope, nothing);
            std::string told;
            for (std::size_t i = 0; i < steps.size(); ++i) {
                told += Row(steps, i).get<std::string>("detail") + "\n";
            }
            return told;
        };
        const auto parameters = [](const std::string& text) {
            return static_cast<std::size_t>(std::ranges::count(text, '$'));
        };
        const Scope everyone{.everyone = true};
        const Scope limited{.customers = {CustomerId{1}, CustomerId{2}}};
        for (const auto storage : {store::FieldStorage::number, store::FieldStorage::word}) {
            for (const auto order : {FieldOrder::ascending, FieldOrder::descending}) {
                for (const bool is_equal : {true, false}) {
                    for (const bool is_first : {true, false}) {
                        const Value one{std::int64_t{1}};
                        store::FieldWalk walk{
                            .field = {1}, .storage = storage, .order = order, .limit = 51};
                        if (is_equal) walk.from = walk.to = one;
                        if (!is_first) walk.after = walk.until = store::FieldRow{{1}, one};
                        for (const auto customer : {std::optional<CustomerId>(), {CustomerId{1}}}) {
                            const std::string text =
                                store::walking_text({walk, {true, customer}}, {});
                            const std::string told =
                                plan(text, customer ? limited : everyone, parameters(text));
                            INFO(text, "\n", told);
                            const std::string index =
                                std::string("COVERING INDEX ticket_field_value_") +
                                (customer ? "customer_" : "") +
                                (storage == store::FieldStorage::number ? "number" : "word");
                            CHECK(told.find(index) != std::string::npos);
                            CHECK(told.find("TEMP B-TREE") == std::string::npos);
                            CHECK(told.find("SCAN v") == std::string::npos);
                        }
                        // A filter on tickets is a test by number.
                        const std::string text = store::walking_text(
                            {walk, {true, std::nullopt}}, {.tier = 1, .type = TicketType::task});
                        const std::string told = plan(text, limited, parameters(text));
                        INFO(text, "\n", told);
                        CHECK(told.find("TEMP B-TREE") == std::string::npos);
                        CHECK(told.find("SEARCH ticket USING INTEGER PRIMARY KEY") !=
                              std::string::npos);
                    }
                }
            }
        }
        const std::string text =
            store::sorting_text({.field = {1}, .limit = 51}, {.requester = PersonId{1}});
        const std::string told = plan(text, limited, parameters(text));
        INFO(text, "\n", told);
        CHECK(told.find("INDEX ticket_requester") != std::string::npos);
        CHECK(told.find("(ticket=? AND field=?)") != std::string::npos);
        CHECK(told.find("SCAN v") == std::string::npos);

        const std::vector<TicketField> own{
            {.id = {1}, .key = "kasa", .kind = FieldKind::text, .name_pl = "K", .name_en = "K"}};
        const std::string asked = "field.kasa = \"3\" and tier = 1";
        const store::FieldConditions fields(Dialect::sqlite, own, asked);
        const auto condition = conditions::parse(asked, fields.schema());
        REQUIRE(static_cast<bool>(condition));
        const conditions::Context context{.now = view.now};
        const std::string counting = store::counting_text(
            Dialect::sqlite, {.condition = *condition, .context = context, .own = &fields});
        const std::string counted = plan(counting, everyone, 3);
        INFO(counting, "\n", counted);
        CHECK(counted.find("SCAN ticket") == std::string::npos);
        CHECK(counted.find("INDEX ticket_field_value_word") != std::string::npos);
        return 0;
    });
}

}  // namespace ogniwo::tickets
