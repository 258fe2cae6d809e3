// The demo's world as rows: company, staff, queues, customers, and then its tickets in chunks.

#include <algorithm>

#include "base/check.hpp"
#include "base/describe.hpp"
#include "calendars/service.hpp"
#include "demo/cast.hpp"
#include "demo/desk.hpp"
#include "demo/evening.hpp"
#include "demo/generator.hpp"
#include "demo/marks.hpp"
#include "demo/promises.hpp"
#include "demo/service.hpp"
#include "demo/skills.hpp"
#include "demo/stage.hpp"
#include "people/service.hpp"
#include "storage/journal.hpp"
#include "tickets/service.hpp"
#include "tickets/whole_service.hpp"
#include "tiers/duty_service.hpp"
#include "tiers/service.hpp"

namespace ogniwo::demo {
namespace {

constexpr std::string_view subject_kind = "demo";
constexpr std::int64_t subject_id = 1;
constexpr std::int64_t chunk_tickets = 1'000;
constexpr std::size_t customers_at_once = 50;
constexpr std::chrono::days before_the_first_ticket{366};
constexpr std::chrono::days recently{31};

About about(std::int64_t version) {
    return {.kind = subject_kind, .id = subject_id, .version = version};
}

Outcome is_empty(const View& view) {
    switch (state_of(view.tx)) {
        case DemoState::unfinished:
            return unfinished;
        case DemoState::whole:
            return not_empty;
        case DemoState::none:
            break;
    }
    people::ListPersons persons;
    persons.limit = 1;
    people::ListCustomers customers;
    customers.limit = 1;
    TRY(const auto anybody, people::list_persons(view, persons));
    TRY(const auto any_customer, people::list_customers(view, customers));
    if (!anybody.items.empty() || !any_customer.items.empty()) return not_empty;
    return Nothing{};
}

std::string greeting_of(const CastPerson& person, people::Language language) {
    if (language == people::Language::en) return person.vocative;
    return (person.is_woman ? "Pani " : "Panie ") + person.vocative;
}

Character character_of(const CastPerson& person, PersonId id, people::Language language) {
    return {.person = id,
            .given_name = person.given_name,
            .family_name = person.family_name,
            .greeting = greeting_of(person, language),
            .is_woman = person.is_woman};
}

people::CreatePerson card_of(const CastPerson& person, people::Language language) {
    people::CreatePerson card;
    card.given_name = person.given_name;
    card.family_name = person.family_name;
    card.job_title = person.job_title;
    card.emails = {person.email};
    if (!person.phone.empty()) card.phones = {{.number = person.phone}};
    card.language = language;
    if (language == people::Language::pl) {
        card.form_of_address =
            person.is_woman ? people::FormOfAddress::pani : people::FormOfAddress::pan;
        card.vocative = person.vocative;
    } else {
        card.form_of_address = people::FormOfAddress::first_name;
    }
    return card;
}

// The owner brings the company to life; the card is filled in afterwards.
Result<PersonId> add_owner(Work& work, const Cast& cast) {
    const CastStaff& owner = cast.staff.front();
    TRY(const auto created,
        people::create_user(work,
                            {.given_name = owner.given_name,
                             .family_name = owner.family_name,
                             .email = owner.email,
                             .language = cast.company.language,
                             .role = people::Role::owner}));
    const people::CompanyCard& card = cast.company;
    TRY(const auto begun, people::show_company(work, {}));
    people::EditCompany edit;
    edit.version = begun.version;
    edit.name = card.name;
    edit.legal_name = card.legal_name;
    edit.nip = card.nip;
    edit.address = card.address;
    edit.phones = card.phones;
    edit.email = card.email;
    edit.web = card.web;
    edit.hours_text = card.hours_text;
    edit.hours = card.hours;
    TRY_DO(people::edit_company_card(work, edit));

    TRY(const auto shown, people::show_person(work, {.person = created.person}));
    people::EditPerson title{.person = created.person, .version = shown.version};
    title.job_title = owner.job_title;
    TRY_DO(people::edit_person(work, title));
    return created.person;
}

Result<PersonId> add_with_role(Work& work,
                               const people::CreatePerson& card,
                               people::Role role,
                               std::optional<CustomerId> customer) {
    TRY(const PersonId person, people::add_person(work, card));
    TRY_DO(people::set_role(work, {.person = person, .role = role, .customer = customer}));
    return person;
}

// Eight hours from Monday to Friday.
std::vector<tiers::WeekSpan> working_days(int from_hour) {
    constexpr int working = 5;
    constexpr std::chrono::hours shift{8};
    const std::chrono::hours from{from_hour};
    std::vector<tiers::WeekSpan> spans;
    for (int day = 0; day < working; ++day) {
        spans.push_back({static_cast<people::Weekday>(day), from, from + shift});
    }
    return spans;
}

// "Aplikacje", "Aplikacje 2" ... A queue that the tier has from the beginning is found by its name.
std::vector<tiers::QueueId> make_queues(Work& work, int tier, const std::string& name, int count) {
    std::vector<tiers::QueueId> queues;
    for (int i = 1; i <= count; ++i) {
        const std::string numbered = i == 1 ? name : name + " " + std::to_string(i);
        queues.push_back(tiers::ensure_queue(work, tier, numbered));
    }
    return queues;
}

}  // namespace

void describe(Fields& fields, DemoStarted& event) {
    fields("tickets", event.tickets);
    fields("seed", event.seed);
}

void describe(Fields& fields, DemoFilled& event) {
    fields("tickets", event.tickets);
    fields("messages", event.messages);
    fields("events", event.events);
}

// What begin() has made, and what the tickets are told from.
class Filler::House {
public:
    // What of the hand-written days has happened, and the newest tickets of the year around them.
    struct Past {
        Stage::Progress days{};
        std::vector<Told> newest{};
    };

    explicit House(const FillDemo& wish) : cast_(make_cast(wish)) {}

    Outcome add_company(Work& work) {
        world_ = {};
        sign_in_.clear();
        for (const CastStaff& person : cast_.staff) TRY_DO(add_staff(work, person));
        tiers::set_up(work);
        calendars::set_up(work);
        add_queues(work);
        return add_members(work);
    }

    std::size_t customers() const { return cast_.customers.size(); }
    Outcome add_customers(Work& work, std::size_t from, std::size_t to) {
        world_.clients.resize(from);
        for (std::size_t i = from; i < to; ++i) TRY_DO(add_customer(work, cast_.customers[i]));
        return Nothing{};
    }

    Outcome set_passwords(Work& work, std::string_view hash) const {
        for (const PersonId person : sign_in_) {
            TRY_DO(people::set_password(work, person, hash));
        }
        return Nothing{};
    }

    Outcome set_up_desk(Work& work) { return demo::set_up_desk(work, world_); }

    void open(const FillDemo& wish, Date today) {
        world_.zone = cast_.company.zone;
        first_marked_ = wish.tickets - marked_most;
        generator_.emplace(world_, wish, today);
        calendar_.emplace(today, world_.zone);
        stage_.emplace(world_, *calendar_);
    }
    const Past& past() const { return past_; }
    void keep(Past past) { past_ = std::move(past); }

    // The next ticket of the year, after what was written by hand for the time before it.
    Result<tickets::WrittenTicket> tell(Work& work, std::int64_t index, Past& past) const {
        const tickets::WholeTicket whole = generator_->tell(index);
        TRY_DO(stage_->play(work, past.days, whole.at));
        TRY(const auto written, tickets::write_whole_ticket(work, whole));
        if (index >= first_marked_) {
            past.newest.push_back({.ticket = written.ticket,
                                   .story = &generator_->story_of(index),
                                   .version = written.events});
        }
        return written;
    }

    Outcome play_out(Work& work, Past& past) const { return stage_->play_out(work, past.days); }
    Outcome add_marks(Work& work) const { return demo::add_marks(work, *calendar_, past_.newest); }

    // The rest of what lies in the past, and how many of everything there are then.
    Result<Filled> finish(Work& work, const Filled& told) const {
        TRY_DO(let_time_pass(work, *calendar_, touched()));
        TRY_DO(read_old_notices(work, *calendar_, sign_in_));
        return count(work, told);
    }
    Outcome fill_skills(Work& work) const { return demo::fill_skills(work, world_); }

private:
    // With what came to the tickets of the year and to those of the hand-written days.
    Result<Filled> count(const View& view, Filled filled) const {
        for (const Told& told : past_.newest) {
            TRY(const auto ticket, tickets::read_ticket(view, {.ticket = told.ticket}));
            filled.events += ticket.version - told.version;
        }
        for (const auto& [name, id] : past_.days.tickets) {
            TRY(const auto ticket, tickets::read_ticket(view, {.ticket = id}));
            filled.events += ticket.version;
            ++filled.tickets;
        }
        filled.messages += past_.days.messages;
        return filled;
    }

    std::vector<tickets::TicketId> touched() const {
        std::vector<tickets::TicketId> all;
        for (const Told& told : past_.newest) all.push_back(told.ticket);
        for (const auto& [name, id] : past_.days.tickets) all.push_back(id);
        return all;
    }

    Outcome add_staff(Work& work, const CastStaff& person) {
        PersonId id{};
        if (person.role == people::Role::owner) {
            TRY(id, add_owner(work, cast_));
        } else {
            people::CreatePerson card = card_of(person, people::Language::pl);
            card.is_staff = true;
            TRY(id, add_with_role(work, card, person.role, std::nullopt));
        }
        if (person.signs_in) sign_in_.push_back(id);
        world_.everybody[person.given_name + " " + person.family_name] = {.person = id};
        if (person.tier == 0) return Nothing{};
        const Character character = character_of(person, id, people::Language::pl);
        const bool is_lead = person.role == people::Role::lead;
        if (is_lead && !world_.lead.person) world_.lead = character;
        world_.tiers[static_cast<std::size_t>(person.tier) - 1].technicians.push_back(character);
        return Nothing{};
    }

    void add_queues(Work& work) {
        desks_ = make_queues(work, 1, "Pierwsza linia", cast_.desks);
        english_desks_ = make_queues(work, 1, "English desk", 1);
        const int count = cast_.queues_per_topic;
        world_.tiers[1].queues = {make_queues(work, 2, "Druga linia", count),
                                  make_queues(work, 2, "Sieci i serwery", count),
                                  make_queues(work, 2, "Aplikacje", count)};
        const auto engineers = make_queues(work, 3, "Trzecia linia", count);
        world_.tiers[2].queues = {
            engineers, engineers, make_queues(work, 3, "Rozwój i producenci", count)};
    }

    // Whoever answers on a tier stands in the structure as working there.
    Outcome add_members(Work& work) {
        TRY(const tiers::Structure now, tiers::read_structure(work, {}));
        auto wished = tiers::wished_tiers(now);
        for (std::size_t i = 0; i < wished.size(); ++i) {
            for (const Character& technician : world_.tiers[i].technicians) {
                wished[i].members.push_back(technician.person);
            }
        }
        TRY_DO(tiers::edit_structure(work, {.version = now.version, .tiers = std::move(wished)}));
        return add_shifts(work);
    }

    // From Monday to Friday, every other one early.
    Outcome add_shifts(Work& work) const {
        const auto today = local_date(work.now, people::company_zone(work.tx));
        INVARIANT(today.has_value());
        const Date from{std::chrono::sys_days{*today} - before_the_first_ticket};
        bool is_early = false;
        for (const auto& tier : world_.tiers) {
            for (const Character& technician : tier.technicians) {
                is_early = !is_early;
                TRY_DO(tiers::set_pattern(work,
                                          {.person = technician.person,
                                           .valid_from = from,
                                           .spans = working_days(is_early ? 7 : 9)}));
            }
        }
        return Nothing{};
    }

    Outcome add_customer(Work& work, const CastCustomer& customer) {
        people::CreateCustomer card = customer.card;
        card.lead = world_.lead.person;
        TRY(const CustomerId id, people::add_customer(work, card));
        for (people::AddSite site : customer.sites) {
            site.customer = id;
            TRY_DO(people::add_site(work, site));
        }
        const bool english = card.language == people::Language::en;
        const auto& desks = english ? english_desks_ : desks_;
        Client client{.customer = id,
                      .name = card.name,
                      .kind = customer.kind,
                      .language = card.language,
                      .weight = customer.weight,
                      .desk = desks[world_.clients.size() % desks.size()]};
        for (const CastPerson& person : customer.people) {
            people::CreatePerson who = card_of(person, card.language);
            who.customers = {id};
            TRY(const PersonId made, add_with_role(work, who, person.role, id));
            if (person.signs_in) sign_in_.push_back(made);
            world_.everybody[person.given_name + " " + person.family_name] = {.person = made,
                                                                              .customer = id};
            client.people.push_back(character_of(person, made, card.language));
        }
        world_.clients.push_back(std::move(client));
        return Nothing{};
    }

    const Cast cast_;
    World world_;
    std::vector<tiers::QueueId> desks_;
    std::vector<tiers::QueueId> english_desks_;
    std::vector<PersonId> sign_in_;
    std::int64_t first_marked_ = 0;
    std::optional<Generator> generator_;
    std::optional<Calendar> calendar_;
    std::optional<Stage> stage_;
    Past past_;
};

Filler::Filler(Transactor& data, const Environment& environment, const FillDemo& wish)
    : data_(data), environment_(environment), wish_(wish), house_(std::make_unique<House>(wish)) {}

Filler::~Filler() = default;

Outcome Filler::change(const std::function<Outcome(Work&)>& work) {
    return data_.write([&](Tx& tx, Time now) -> Outcome {
        Work inside{{tx, Actor::system(), now, environment_, caller_}};
        inside.origin = Origin::demo;
        inside.happened_at = now - before_the_first_ticket;
        return work(inside);
    });
}

Outcome Filler::begin() {
    Date today{};
    TRY_DO(change([&](Work& work) -> Outcome {
        if (Outcome empty = is_empty(work); !empty) return empty;
        Work present = work;
        present.happened_at.reset();
        present.record(
            DemoStarted{.tickets = wish_.tickets, .seed = static_cast<std::int64_t>(wish_.seed)},
            about(1));
        today = *local_date(work.now, people::CompanyCard{}.zone);
        return house_->add_company(work);
    }));
    for (std::size_t from = 0; from < house_->customers(); from += customers_at_once) {
        const std::size_t to = std::min(from + customers_at_once, house_->customers());
        TRY_DO(change([&](Work& work) { return house_->add_customers(work, from, to); }));
    }
    TRY_DO(change([&](Work& work) { return house_->set_up_desk(work); }));
    // Everybody knows this password, so one hash of it may serve for all.
    const std::string hash = people::hash_password(password);
    TRY_DO(change([&](Work& work) { return house_->set_passwords(work, hash); }));
    house_->open(wish_, today);
    return Nothing{};
}

Result<bool> Filler::step() {
    Filled part;
    House::Past past;
    const std::int64_t to = std::min(filled_.tickets + chunk_tickets, wish_.tickets);
    TRY_DO(change([&](Work& work) -> Outcome {
        part = filled_;
        past = house_->past();
        for (; part.tickets < to; ++part.tickets) {
            TRY(const auto written, house_->tell(work, part.tickets, past));
            part.messages += written.messages;
            part.events += written.events;
        }
        return Nothing{};
    }));
    filled_ = part;
    house_->keep(std::move(past));
    return filled_.tickets < wish_.tickets;
}

// Of a small company all tickets of the year are counted; of a large one those of the last weeks,
// since counting is work for the server that is started next.
Date Filler::promised_since(const Work& work) const {
    constexpr std::int64_t all_of_the_year = 20'000;
    const auto back = wish_.tickets > all_of_the_year ? recently : before_the_first_ticket;
    return *local_date(work.now - back, people::CompanyCard{}.zone);
}

Outcome Filler::finish() {
    House::Past past;
    TRY_DO(change([&](Work& work) {
        past = house_->past();
        return house_->play_out(work, past);
    }));
    house_->keep(std::move(past));
    TRY_DO(change([&](Work& work) { return house_->add_marks(work); }));
    Filled whole;
    TRY_DO(change([&](Work& work) -> Outcome {
        TRY(whole, house_->finish(work, filled_));
        work.happened_at.reset();
        if (Outcome skilled = house_->fill_skills(work); !skilled) return skilled;
        const Outcome promised = add_promises(work, promised_since(work));
        if (!promised) return promised;
        work.record(
            DemoFilled{
                .tickets = whole.tickets, .messages = whole.messages, .events = whole.events},
            about(2));
        return Nothing{};
    }));
    filled_ = whole;
    return Nothing{};
}

DemoState state_of(Tx& tx) {
    const auto events = journal::of_subject(tx, subject_kind, subject_id);
    if (events.empty()) return DemoState::none;
    return events.back().name == DemoFilled::name ? DemoState::whole : DemoState::unfinished;
}

std::optional<Filled> filled_before(Tx& tx) {
    const auto events = journal::of_subject(tx, subject_kind, subject_id);
    if (events.empty() || events.back().name != DemoFilled::name) return std::nullopt;
    const auto filled = from_json<DemoFilled>(events.back().payload);
    INVARIANT(static_cast<bool>(filled));
    return Filled{
        .tickets = filled->tickets, .messages = filled->messages, .events = filled->events};
}

std::vector<Account> accounts() {
    const Cast cast = make_cast({});
    std::vector<Account> all;
    const auto add = [&all](const CastPerson& person, const std::string& customer) {
        if (!person.signs_in) return;
        all.push_back(
            {.email = person.email,
             .name = person.given_name + " " + person.family_name,
             .job_title = customer.empty() ? person.job_title : person.job_title + ", " + customer,
             .role = person.role});
    };
    for (const CastStaff& person : cast.staff) add(person, "");
    for (const CastCustomer& customer : cast.customers) {
        for (const CastPerson& person : customer.people) add(person, customer.card.name);
    }
    return all;
}

}  // namespace ogniwo::demo
