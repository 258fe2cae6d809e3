// Persons and customers that are merged and taken apart in any order, beside everything else that
// happens to them and to their tickets. After each step everybody sees what a model says that knows
// nothing but "who was named" and "who is one with whom".

#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <random>
#include <set>

#include "people/service.hpp"
#include "testing/databases.hpp"
#include "testing/desk.hpp"
#include "testing/environment.hpp"
#include "tickets/merge_service.hpp"
#include "tickets/service.hpp"
#include "tiers/service.hpp"

namespace ogniwo {
namespace {

using people::Role;
using tickets::TicketId;

template <class AnId>
class Pointers {
public:
    AnId root(AnId id) const {
        const auto found = merged_.find(id);
        return found == merged_.end() ? id : found->second;
    }
    bool is_merged(AnId id) const { return merged_.contains(id); }
    bool has_merged(AnId id) const {
        return std::ranges::any_of(merged_, [&](const auto& one) { return one.second == id; });
    }
    void merge(AnId id, AnId into) { merged_[id] = into; }
    void unmerge(AnId id) { merged_.erase(id); }

private:
    std::map<AnId, AnId> merged_;
};

struct Model {
    struct Person {
        std::set<CustomerId> customers{};
        std::map<std::pair<Role, CustomerId>, int> roles{};  // And in which step they were given.
        bool is_erased = false;
    };
    struct Ticket {
        CustomerId customer{};
        PersonId requester{};
        std::optional<TicketId> merged_into{};
    };
    std::map<PersonId, Person> persons{};
    std::set<CustomerId> customers{};
    std::map<CustomerId, int> merged_in{};  // In which step.
    std::map<TicketId, Ticket> tickets{};
    Pointers<PersonId> as_person{};
    Pointers<CustomerId> as_customer{};

    std::vector<PersonId> one_with(PersonId person) const {
        std::vector<PersonId> all;
        for (const auto& [id, one] : persons) {
            if (as_person.root(id) == as_person.root(person)) all.push_back(id);
        }
        return all;
    }
    std::set<CustomerId> shown_customers(PersonId person) const {
        std::set<CustomerId> shown;
        for (const PersonId one : one_with(person)) {
            for (const CustomerId customer : persons.at(one).customers) {
                shown.insert(as_customer.root(customer));
            }
        }
        return shown;
    }
    bool holds(PersonId person, Role role, CustomerId customer) const {
        return std::ranges::any_of(one_with(person), [&](PersonId one) {
            return persons.at(one).roles.contains({role, customer});
        });
    }
    bool may(PersonId person, Right right, CustomerId customer) const {
        for (const PersonId one : one_with(person)) {
            for (const auto& [held, given] : persons.at(one).roles) {
                if (as_customer.root(held.second) == as_customer.root(customer) &&
                    people::rights_of(held.first).has(right)) {
                    return true;
                }
            }
        }
        return false;
    }
    bool sees(PersonId person, const Ticket& ticket) const {
        if (may(person, tickets::see, ticket.customer)) return true;
        return may(person, tickets::see_own, ticket.customer) &&
               as_person.root(ticket.requester) == as_person.root(person);
    }
    // Without what was given since then.
    bool stands_at(PersonId person, const std::set<CustomerId>& places, int since) const {
        for (const PersonId one : one_with(person)) {
            for (const CustomerId customer : persons.at(one).customers) {
                if (places.contains(customer)) return true;
            }
            for (const auto& [held, given] : persons.at(one).roles) {
                if (given < since && places.contains(held.second)) return true;
            }
        }
        return false;
    }
    bool held_before(PersonId person, const std::pair<Role, CustomerId>& role, int since) const {
        return std::ranges::any_of(one_with(person), [&](PersonId one) {
            const auto found = persons.at(one).roles.find(role);
            return found != persons.at(one).roles.end() && found->second < since;
        });
    }
    // Of two customers that part: what people of the one were given at the other one meanwhile.
    void end_roles(CustomerId customer) {
        const std::set<CustomerId> one{customer};
        std::set<CustomerId> rest;
        for (const CustomerId other : customers) {
            if (other != customer && as_customer.root(other) == as_customer.root(customer)) {
                rest.insert(other);
            }
        }
        const int since = merged_in.at(customer);
        std::vector<std::pair<PersonId, std::pair<Role, CustomerId>>> ending;
        for (const auto& [person, known] : persons) {
            for (const auto& [held, given] : known.roles) {
                const bool is_here = one.contains(held.second);
                if (given < since || (!is_here && !rest.contains(held.second))) continue;
                if (held_before(person, held, since)) continue;
                if (stands_at(person, is_here ? rest : one, since))
                    ending.emplace_back(person, held);
            }
        }
        for (const auto& [person, held] : ending) persons.at(person).roles.erase(held);
    }
    // Merges of tickets that lie across this customer and another one.
    bool is_bound(CustomerId customer) const {
        return std::ranges::any_of(tickets, [&](const auto& one) {
            if (!one.second.merged_into) return false;
            const CustomerId other = tickets.at(*one.second.merged_into).customer;
            return one.second.customer != other &&
                   (one.second.customer == customer || other == customer);
        });
    }
};

class Walk {
public:
    Walk(TestDatabase& db, std::uint64_t seed) : db_(db), random_(seed) {
        (void)every_operation();
        db_.change([&](Work& work) { tiers::set_up(work); });
        for (int i = 0; i < 3; ++i) add_customer();
        for (int i = 0; i < 4; ++i) add_person();
    }

    void step() {
        ++now_;
        db_.clock().advance(std::chrono::seconds{1});
        const auto kind = pick(100);
        if (kind < 4 && model_.customers.size() < 8) return add_customer();
        if (kind < 12 && model_.persons.size() < 16) return add_person();
        if (kind < 30) return merge_persons();
        if (kind < 42) return unmerge_person();
        if (kind < 50) return merge_customers();
        if (kind < 57) return unmerge_customer();
        if (kind < 75) return open_ticket();
        if (kind < 80) return merge_tickets();
        if (kind < 84) return unmerge_ticket();
        if (kind < 91) return give_role();
        if (kind < 98) return join_customer();
        erase();
    }

    void compare() {
        for (const auto& [person, one] : model_.persons) compare_person(person, one);
        for (const CustomerId customer : model_.customers) compare_customer(customer);
        CHECK(db_.read([](const View& view) { return people::check_merges(view.tx); }).empty());
    }
    int done() const { return done_; }

private:
    std::size_t pick(std::size_t below) { return static_cast<std::size_t>(random_() % below); }

    template <class Map>
    auto any_key(const Map& map) {
        return std::next(map.begin(), static_cast<std::ptrdiff_t>(pick(map.size())))->first;
    }
    PersonId any_person() { return any_key(model_.persons); }
    CustomerId any_customer() {
        return *std::next(model_.customers.begin(),
                          static_cast<std::ptrdiff_t>(pick(model_.customers.size())));
    }
    template <class Verb>
    bool does(Verb verb) {
        const bool done = static_cast<bool>(db_.write(verb));
        done_ += done ? 1 : 0;
        return done;
    }

    void add_customer() {
        people::CreateCustomer card;
        card.name = "Klient " + std::to_string(++made_);
        const auto id = db_.write([&](Work& work) { return people::add_customer(work, card); });
        model_.customers.insert(*id);
    }

    void add_person() {
        people::CreatePerson card;
        card.given_name = "Osoba";
        card.family_name = "Numer " + std::to_string(++made_);
        card.emails = {"osoba" + std::to_string(made_) + "@walk.example"};
        card.customers = {any_customer()};
        const auto id = db_.write([&](Work& work) { return people::add_person(work, card); });
        model_.persons[*id].customers = {card.customers.front()};
    }

    void merge_persons() {
        const PersonId person = any_person();
        const PersonId into = any_person();
        const PersonId root = model_.as_person.root(into);
        const bool may = !model_.persons[person].is_erased && !model_.persons[root].is_erased &&
                         !model_.as_person.is_merged(person) && person != root &&
                         !model_.as_person.has_merged(person);
        const bool done = does([&](Work& work) {
            return people::merge_person(work, {person, into});
        });
        CHECK(done == may);
        if (done) model_.as_person.merge(person, root);
    }

    void unmerge_person() {
        const PersonId person = any_person();
        const bool may = model_.as_person.is_merged(person) && !model_.persons[person].is_erased;
        const bool done = does([&](Work& work) { return people::unmerge_person(work, {person}); });
        CHECK(done == may);
        if (done) model_.as_person.unmerge(person);
    }

    void merge_customers() {
        const CustomerId customer = any_customer();
        const CustomerId into = any_customer();
        const CustomerId root = model_.as_customer.root(into);
        const bool may = !model_.as_customer.is_merged(customer) && customer != root &&
                         !model_.as_customer.has_merged(customer);
        const bool done = does([&](Work& work) {
            return people::merge_customer(work, {customer, into, {}});
        });
        CHECK(done == may);
        if (!done) return;
        model_.as_customer.merge(customer, root);
        model_.merged_in[customer] = now_;
    }

    void unmerge_customer() {
        const CustomerId customer = any_customer();
        const bool may = model_.as_customer.is_merged(customer) && !model_.is_bound(customer);
        const bool done =
            does([&](Work& work) { return people::unmerge_customer(work, {customer}); });
        CHECK(done == may);
        if (!done) return;
        model_.end_roles(customer);
        model_.as_customer.unmerge(customer);
    }

    // For whom it is asked is named as they are known at some time: it stays theirs.
    void open_ticket() {
        const PersonId requester = any_person();
        const CustomerId customer = any_customer();
        const auto& named = model_.persons[requester].customers;
        const bool belongs = std::ranges::any_of(named,
                                                 [&](CustomerId one) {
                                                     return model_.as_customer.root(one) ==
                                                            model_.as_customer.root(customer);
                                                 }) ||
                             came_along(requester, customer);
        const auto made = db_.write([&](Work& work) {
            return tickets::create_ticket(
                work, {.customer = customer, .subject = "Zgłoszenie", .requester = requester});
        });
        CHECK(static_cast<bool>(made) == belongs);
        if (!made) return;
        ++done_;
        model_.tickets[made->id] = {.customer = customer, .requester = requester};
    }
    // Of those who went on as this one.
    bool came_along(PersonId person, CustomerId customer) {
        if (model_.as_person.is_merged(person)) return false;
        return model_.shown_customers(person).contains(model_.as_customer.root(customer));
    }

    void merge_tickets() {
        if (model_.tickets.size() < 2) return;
        const TicketId ticket = any_key(model_.tickets);
        const TicketId into = any_key(model_.tickets);
        if (model_.tickets[into].merged_into) return;
        const bool may = !model_.tickets[ticket].merged_into && ticket != into &&
                         model_.as_customer.root(model_.tickets[ticket].customer) ==
                             model_.as_customer.root(model_.tickets[into].customer);
        const bool done = does([&](Work& work) {
            return tickets::merge_ticket(work, {.ticket = ticket, .into = into});
        });
        CHECK(done == may);
        if (done) model_.tickets[ticket].merged_into = into;
    }

    void unmerge_ticket() {
        if (model_.tickets.empty()) return;
        const TicketId ticket = any_key(model_.tickets);
        const bool done =
            does([&](Work& work) { return tickets::unmerge_ticket(work, {.ticket = ticket}); });
        CHECK(done == model_.tickets[ticket].merged_into.has_value());
        if (done) model_.tickets[ticket].merged_into.reset();
    }

    void give_role() {
        const PersonId person = any_person();
        const CustomerId customer = any_customer();
        const Role role = pick(3) == 0 ? Role::customer_administrator : Role::customer_user;
        const bool may = !model_.persons[person].is_erased && !model_.as_person.is_merged(person) &&
                         !model_.holds(person, role, customer);
        const bool done = does([&](Work& work) {
            return people::give_grant(work, {person, role, customer});
        });
        CHECK(done == may);
        if (done) model_.persons[person].roles[{role, customer}] = now_;
    }

    // Somebody who stands alone joins one more customer.
    void join_customer() {
        const PersonId person = any_person();
        auto& one = model_.persons[person];
        if (one.is_erased || model_.as_person.is_merged(person) ||
            model_.as_person.has_merged(person)) {
            return;
        }
        const CustomerId joined = any_customer();
        const auto shown = model_.shown_customers(person);
        std::vector<CustomerId> wanted(shown.begin(), shown.end());
        wanted.push_back(joined);
        CHECK(does([&](Work& work) {
            const auto before = people::show_person(work, {person});
            return people::edit_person(
                work, {.person = person, .version = before->version, .customers = wanted});
        }));
        if (!shown.contains(model_.as_customer.root(joined))) one.customers.insert(joined);
    }

    void erase() {
        if (pick(3) != 0) return;
        const PersonId person = any_person();
        const bool may = !model_.persons[person].is_erased && !model_.as_person.is_merged(person);
        const bool done = does([&](Work& work) { return people::erase_person(work, {person}); });
        CHECK(done == may);
        if (!done) return;
        for (const PersonId one : model_.one_with(person)) {
            model_.persons[one] = {.is_erased = true};
        }
    }

    // ---- What is read

    std::set<TicketId> listed(const Actor& actor, const tickets::ListTickets& wish) {
        std::set<TicketId> found;
        tickets::ListTickets page = wish;
        page.limit = 20;
        do {
            const auto list = db_.read_as(
                actor, [&](const View& view) { return tickets::list_tickets(view, page); });
            REQUIRE(static_cast<bool>(list));
            for (const tickets::Ticket& ticket : list->items) {
                CHECK(found.insert(ticket.id).second);
                const Model::Ticket& known = model_.tickets.at(ticket.id);
                CHECK(ticket.customer == model_.as_customer.root(known.customer));
                CHECK(ticket.requester == model_.as_person.root(known.requester));
            }
            page.cursor = list->next;
        } while (page.cursor);
        return found;
    }

    template <class Test>
    std::set<TicketId> expected(Test is_in) {
        std::set<TicketId> all;
        for (const auto& [id, ticket] : model_.tickets) {
            if (!ticket.merged_into && is_in(ticket)) all.insert(id);
        }
        return all;
    }

    void compare_person(PersonId person, const Model::Person& one) {
        const auto requested = [&](const Model::Ticket& ticket) {
            return model_.as_person.root(ticket.requester) == model_.as_person.root(person);
        };
        CHECK(listed(Actor::system(), {.requester = person}) == expected(requested));
        const auto actor =
            db_.read([&](const View& view) { return people::acting(view.tx, person); });
        CHECK(actor.has_value() == (!one.is_erased && !model_.as_person.is_merged(person)));
        if (!actor) return;
        CHECK(shown_customers(person) == model_.shown_customers(person));
        // Those that are merged are shown to whoever asked, and to nobody else.
        std::set<TicketId> sees;
        for (const auto& [id, ticket] : model_.tickets) {
            const bool is_all = model_.may(person, tickets::see, ticket.customer);
            if (model_.sees(person, ticket) && (!ticket.merged_into || !is_all)) sees.insert(id);
        }
        CHECK(listed(*actor, {}) == sees);
        for (int i = 0; i < 3 && !model_.tickets.empty(); ++i) {
            const TicketId id = any_key(model_.tickets);
            const auto read = db_.read_as(
                *actor, [&](const View& view) { return tickets::read_ticket(view, {id}); });
            CHECK(static_cast<bool>(read) == model_.sees(person, model_.tickets.at(id)));
        }
    }

    std::set<CustomerId> shown_customers(PersonId person) {
        const auto card =
            db_.read([&](const View& view) { return people::show_person(view, {person}); });
        std::set<CustomerId> shown;
        for (const people::CustomerRef& one : *card->customers) {
            CHECK(shown.insert(one.customer).second);
        }
        return shown;
    }

    void compare_customer(CustomerId customer) {
        const CustomerId root = model_.as_customer.root(customer);
        const auto is_of = [&](const Model::Ticket& ticket) {
            return model_.as_customer.root(ticket.customer) == root;
        };
        CHECK(listed(Actor::system(), {.customer = customer}) == expected(is_of));
        if (customer != root) return;
        const auto list = db_.read([&](const View& view) {
            return people::list_persons(view, {.customer = customer, .limit = 100});
        });
        std::set<PersonId> persons;
        for (const auto& row : list->items) CHECK(persons.insert(row.person).second);
        std::set<PersonId> known;
        for (const auto& [id, one] : model_.persons) {
            const bool is_listed = !one.is_erased && !model_.as_person.is_merged(id) &&
                                   model_.shown_customers(id).contains(root);
            if (is_listed) known.insert(id);
        }
        CHECK(persons == known);
    }

    TestDatabase& db_;
    std::mt19937_64 random_;
    Model model_{};
    int now_ = 0;
    int made_ = 0;
    int done_ = 0;
};

}  // namespace

// OGNIWO_MERGE_STEPS walks longer, OGNIWO_MERGE_SEED begins elsewhere.
TEST_CASE("persons and customers are merged and taken apart in any order, and nothing is lost") {
    const auto steps = number_from("OGNIWO_MERGE_STEPS", 1'200);
    const auto first = number_from("OGNIWO_MERGE_SEED", 1);
    constexpr int steps_of_a_walk = 300;
    int done = 0;
    for (std::int64_t walked = 0; walked < steps; walked += steps_of_a_walk) {
        TestDatabase db(Dialect::sqlite);
        const auto seed = static_cast<std::uint64_t>(first + walked / steps_of_a_walk);
        INFO("OGNIWO_MERGE_SEED=", seed);
        Walk walk(db, seed);
        for (int i = 0; i < steps_of_a_walk; ++i) {
            walk.step();
            if (i % 10 == 9) walk.compare();
        }
        done += walk.done();
        CHECK(tickets::check(db.data()).empty());
    }
    MESSAGE(done, " of ", steps, " steps changed something");
    CHECK(done > steps / 4);  // Many a wish of theirs is rightly refused.
}

}  // namespace ogniwo
