#include "demo/stage.hpp"

#include <algorithm>

#include "base/check.hpp"
#include "demo/year.hpp"
#include "people/service.hpp"
#include "tickets/appointment_service.hpp"
#include "tickets/approval_service.hpp"
#include "tickets/category_service.hpp"
#include "tickets/checklist_service.hpp"
#include "tickets/field_service.hpp"
#include "tickets/guest_service.hpp"
#include "tickets/link_service.hpp"
#include "tickets/macro_service.hpp"
#include "tickets/macro_use_service.hpp"
#include "tickets/mark_service.hpp"
#include "tickets/merge_service.hpp"
#include "tickets/rating_service.hpp"
#include "tickets/recurrence_service.hpp"
#include "tickets/service.hpp"
#include "tickets/state_service.hpp"
#include "tickets/tag_service.hpp"
#include "tickets/template_service.hpp"
#include "tickets/worker_service.hpp"
#include "tiers/service.hpp"

namespace ogniwo::demo {
namespace {

using std::chrono::days;
using std::chrono::sys_days;
using tickets::TicketId;

constexpr int second_tier = 2;
constexpr int minutes_of_hour = 60;

// What a deed names must be there: else it is a Bug of whoever wrote it.
template <class Items, class Name, class Member>
const auto& named(const Items& items, const Name& name, Member member) {
    const auto found = std::ranges::find(items, name, member);
    INVARIANT(found != std::ranges::end(items));
    return *found;
}

template <class Names>
const auto& known(const Names& names, std::string_view name) {
    const auto found = names.find(name);
    INVARIANT(found != names.end());
    return found->second;
}

// Nobody but whoever writes deeds ever reads it.
Error refused(Error error, const Deed& deed) {
    error.detail = deed.by + " with \"" + deed.ticket + "\"";
    for (const FieldError& field : error.fields) {
        error.detail += " " + field.pointer + " " + std::string(field.reason);
    }
    return error;
}

// One deed.
class Player {
public:
    Player(Work& work,
           const World& world,
           const Calendar& calendar,
           const Deed& deed,
           Stage::Progress& progress)
        : work_(work), world_(world), calendar_(calendar), deed_(deed), progress_(progress) {}

    Outcome operator()(const Opens& wish) {
        const Known& requester = person(wish.requester.empty() ? deed_.by : wish.requester);
        tickets::CreateTicket create{.customer = requester.customer,
                                     .subject = wish.subject,
                                     .text = wish.text,
                                     .requester = requester.person};
        if (wish.ready_form.empty()) {
            create.type = wish.type;
            create.impact = wish.impact;
            create.urgency = wish.urgency;
        } else {
            TRY(create.from, template_of(wish.ready_form));
        }
        if (!wish.category.empty()) {
            TRY(const auto list, tickets::list_categories(work_, {}));
            create.category = named(list.items, wish.category, &tickets::Category::name_en).id;
        }
        if (!wish.contents.empty()) {
            TRY(create.fields, values_of(wish.contents));
        }
        TRY(const auto created, tickets::create_ticket(work_, create));
        progress_.tickets[deed_.ticket] = created.id;
        ++progress_.messages;
        return Nothing{};
    }
    Outcome operator()(const Takes&) {
        return done(tickets::take_ticket(work_, {.ticket = ticket()}));
    }
    Outcome operator()(const Replies& wish) {
        ++progress_.messages;
        return done(tickets::reply_to_ticket(work_, {.ticket = ticket(), .text = wish.text}));
    }
    Outcome operator()(const Notes& wish) {
        ++progress_.messages;
        tickets::NoteOnTicket note{.ticket = ticket(), .text = wish.text};
        if (!wish.mentions.empty()) note.mentions = persons(wish.mentions);
        return done(tickets::note_on_ticket(work_, note));
    }
    Outcome operator()(const Waits& wish) {
        tickets::SetTicketStatus wait{.ticket = ticket(),
                                      .status = tickets::TicketStatus::waiting,
                                      .waiting_for = wish.whom,
                                      .waiting_note = wish.what};
        if (!wish.state.empty()) {
            TRY(const auto lifecycle, tickets::read_lifecycle(work_, {}));
            wait.state = named(lifecycle.states, wish.state, &tickets::TicketState::name_en).id;
        }
        return done(tickets::set_ticket_status(work_, wait));
    }
    Outcome operator()(const Solves& wish) {
        ++progress_.messages;
        return done(tickets::resolve_ticket(work_, {.ticket = ticket(), .text = wish.text}));
    }
    Outcome operator()(const ChangesQueue& wish) {
        TRY(const auto queue, queue_named(1, wish.queue));
        return done(tickets::move_queue(work_, {.ticket = ticket(), .queue = queue}));
    }
    Outcome operator()(const Climbs& wish) {
        TRY(const auto queue, queue_named(second_tier, wish.queue));
        return done(tickets::escalate_ticket(work_,
                                             {.ticket = ticket(),
                                              .tier = second_tier,
                                              .queue = queue,
                                              .reason = "needs_skill",
                                              .note = wish.note,
                                              .handover = wish.handover,
                                              .keep_voice = true}));
    }
    Outcome operator()(const Invites& wish) {
        return done(
            tickets::add_worker(work_, {.ticket = ticket(), .person = person(wish.worker).person}));
    }
    Outcome operator()(const LetsIn& wish) {
        ++progress_.messages;
        TRY(const auto talk, tickets::list_messages(work_, {.ticket = ticket()}));
        std::vector<tickets::MessageId> shown;
        for (const std::size_t message : wish.shown) {
            INVARIANT(message < talk.items.size());
            shown.push_back(talk.items[message].id);
        }
        return done(tickets::invite_guest(work_,
                                          {.ticket = ticket(),
                                           .name = wish.name,
                                           .email = wish.email,
                                           .company = wish.company,
                                           .language = wish.language,
                                           .question = wish.question,
                                           .messages = std::move(shown)}));
    }
    Outcome operator()(const Applies& wish) {
        TRY(const auto list, tickets::list_macros(work_, {}));
        const auto& macro = named(list.items, wish.macro, &tickets::TicketMacro::name_en);
        TRY(const auto before, tickets::list_messages(work_, {.ticket = ticket()}));
        TRY_DO(tickets::apply_macro(work_, {.ticket = ticket(), .macro = macro.id}));
        TRY(const auto after, tickets::list_messages(work_, {.ticket = ticket()}));
        progress_.messages += static_cast<std::int64_t>(after.items.size() - before.items.size());
        return Nothing{};
    }

    Outcome operator()(const Tags& wish) {
        for (const std::string& word : wish.words) {
            TRY_DO(tickets::add_ticket_tag(work_, {.ticket = ticket(), .name = word}));
        }
        return Nothing{};
    }
    Outcome operator()(const Links& wish) {
        return done(tickets::link_ticket(
            work_, {.ticket = ticket(), .other = ticket(wish.other), .kind = wish.kind}));
    }
    Outcome operator()(const IsDue& wish) {
        return done(tickets::set_due(work_, {.ticket = ticket(), .on = calendar_.day(wish.day)}));
    }
    Outcome operator()(const Sleeps& wish) {
        return done(
            tickets::snooze_ticket(work_, {.ticket = ticket(), .until = calendar_.at(wish.until)}));
    }
    Outcome operator()(const IsSpam&) {
        return done(tickets::mark_spam(work_, {.ticket = ticket()}));
    }
    Outcome operator()(const Merges& wish) {
        return done(tickets::merge_ticket(work_, {.ticket = ticket(), .into = ticket(wish.into)}));
    }
    Outcome operator()(const Splits& wish) {
        TRY(const auto talk, tickets::list_messages(work_, {.ticket = ticket()}));
        INVARIANT(wish.message < talk.items.size());
        TRY(const auto split,
            tickets::split_ticket(work_,
                                  {.ticket = ticket(),
                                   .subject = wish.subject,
                                   .messages = {talk.items[wish.message].id}}));
        progress_.tickets[wish.as] = split.id;
        return Nothing{};
    }

    Outcome operator()(const Fills& wish) {
        TRY(auto values, values_of(wish.contents));
        return done(
            tickets::set_ticket_fields(work_, {.ticket = ticket(), .values = std::move(values)}));
    }
    Outcome operator()(const Lists& wish) {
        return done(tickets::add_steps(work_, {.ticket = ticket(), .texts = wish.steps}));
    }
    Outcome operator()(const Ticks& wish) {
        TRY(const auto list, tickets::list_steps(work_, {.ticket = ticket()}));
        int left = wish.steps;
        for (const tickets::ChecklistStep& step : list.items) {
            if (step.ticked_at || left == 0) continue;
            TRY_DO(tickets::tick_step(work_, {.ticket = ticket(), .step = step.id}));
            --left;
        }
        INVARIANT(left == 0);
        return Nothing{};
    }
    Outcome operator()(const Decides& wish) {
        return done(tickets::decide_approval(
            work_, {.ticket = ticket(), .is_approved = wish.is_approved, .note = wish.note}));
    }
    Outcome operator()(const Rates& wish) {
        return done(tickets::rate_ticket(
            work_, {.ticket = ticket(), .score = wish.score, .comment = wish.comment}));
    }

    Outcome operator()(const Plans& wish) {
        tickets::AppointmentWish plan{.kind = wish.kind,
                                      .persons = persons(wish.persons),
                                      .minutes = wish.minutes,
                                      .customer_note = wish.for_customer,
                                      .internal_note = wish.for_us};
        std::vector<Time> times;
        for (const Moment& time : wish.times) times.push_back(calendar_.at(time));
        if (times.size() == 1) {
            plan.starts_at = times.front();
        } else {
            plan.offers = std::move(times);
        }
        if (wish.travel > 0) plan.travel_before = plan.travel_after = wish.travel;
        if (!wish.site.empty()) {
            TRY(plan.site, site_named(wish.site));
        }
        return done(
            tickets::make_appointment(work_, {.ticket = ticket(), .plan = std::move(plan)}));
    }
    Outcome operator()(const Ends& wish) {
        TRY(const auto list, tickets::list_appointments(work_, {.ticket = ticket()}));
        const auto& open =
            named(list.items, tickets::AppointmentState::agreed, &tickets::Appointment::state);
        tickets::EndAppointment end{.ticket = ticket(),
                                    .appointment = open.id,
                                    .appointment_version = open.version,
                                    .state = wish.state};
        if (wish.state == tickets::AppointmentState::missed) {
            end.missed_by = tickets::MissedBy::customer;
        }
        if (!wish.reason.empty()) end.reason = wish.reason;
        return done(tickets::end_appointment(work_, end));
    }

    Outcome operator()(const Repeats& wish) {
        const Known& requester = person(wish.requester);
        tickets::MakeRecurrence make{.customer = requester.customer,
                                     .requester = requester.person,
                                     .subject = wish.subject,
                                     .text = wish.text,
                                     .rule = rule_of(wish)};
        if (!wish.from.empty()) {
            TRY(make.from, template_of(wish.from));
        }
        TRY(const auto made, tickets::make_recurrence(work_, make));
        progress_.recurrences[deed_.ticket] = made.id;
        return Nothing{};
    }
    Outcome operator()(const Comes&) {
        const auto recurrence = known(progress_.recurrences, deed_.ticket);
        TRY_DO(tickets::recurrence_due(work_, {.subject = recurrence.value, .due = work_.now}));
        TRY(const auto list, tickets::list_recurrences(work_, {}));
        const auto& came = named(list.items, recurrence, &tickets::Recurrence::id);
        INVARIANT(came.last_ticket.has_value());
        progress_.tickets[deed_.ticket] = *came.last_ticket;
        ++progress_.messages;
        return Nothing{};
    }

private:
    TicketId ticket() const { return ticket(deed_.ticket); }
    TicketId ticket(std::string_view name) const { return known(progress_.tickets, name); }
    const Known& person(std::string_view name) const { return known(world_.everybody, name); }
    std::vector<PersonId> persons(const std::vector<std::string>& names) const {
        std::vector<PersonId> persons;
        for (const std::string& name : names) persons.push_back(person(name).person);
        return persons;
    }

    Result<tickets::TemplateId> template_of(const std::string& name) const {
        TRY(const auto list, tickets::list_templates(work_, {}));
        return named(list.items, name, &tickets::TicketTemplate::name_en).id;
    }
    Result<tiers::QueueId> queue_named(int tier, const std::string& name) const {
        TRY(const auto list, tiers::list_queues(work_, {.tier = tier, .q = name}));
        return named(list.items, name, &tiers::Queue::name).id;
    }
    Result<people::SiteId> site_named(const std::string& name) const {
        TRY(const auto about, tickets::read_ticket(work_, {.ticket = ticket()}));
        TRY(const auto list, people::list_sites(work_, {.customer = about.customer}));
        return named(list.items, name, &people::Site::name).site;
    }

    Result<std::vector<tickets::FieldValue>> values_of(const std::vector<Content>& contents) const {
        const View look{work_.tx, Actor::system(), work_.now, work_.environment, work_.caller};
        TRY(const auto fields, tickets::list_fields(look, {}));
        std::vector<tickets::FieldValue> values;
        for (const Content& content : contents) {
            const auto& field = named(fields.items, content.field, &tickets::TicketField::key);
            values.push_back(value_of(field, content));
        }
        return values;
    }
    tickets::FieldValue value_of(const tickets::TicketField& field, const Content& content) const {
        tickets::FieldValue value{.field = field.id};
        switch (field.kind) {
            case tickets::FieldKind::text:
                value.text = content.text;
                break;
            case tickets::FieldKind::number:
                value.number = content.text;
                break;
            case tickets::FieldKind::money:
                value.amount = content.text;
                break;
            case tickets::FieldKind::date:
                value.date = calendar_.day(content.day);
                break;
            case tickets::FieldKind::choice:
                value.choice = content.text;
                break;
            case tickets::FieldKind::choices:
                value.choices = std::vector{content.text};
                break;
            case tickets::FieldKind::person:
                value.person = person(content.text).person;
                break;
            case tickets::FieldKind::checkbox:
                value.checked = content.text == "true";
                break;
            case tickets::FieldKind::asset:
                value.asset = known(world_.assets, content.text);
                break;
        }
        return value;
    }

    // Every so many weeks on the weekday of its first coming, or months on the same day.
    tickets::RecurrenceRule rule_of(const Repeats& wish) const {
        const Date first = calendar_.day(wish.comes.day);
        tickets::RecurrenceRule rule{
            .pace = wish.pace,
            .every = wish.every,
            .at = Minutes{wish.comes.hour * minutes_of_hour + wish.comes.minute},
            .from = first};
        if (wish.pace == tickets::Pace::weeks) {
            const unsigned weekday = std::chrono::weekday(sys_days(first)).iso_encoding();
            rule.weekdays = {static_cast<people::Weekday>(weekday - 1)};
        } else {
            INVARIANT(wish.pace == tickets::Pace::months);
            rule.day = static_cast<int>(unsigned(first.day()));
        }
        return rule;
    }

    Work& work_;
    const World& world_;
    const Calendar& calendar_;
    const Deed& deed_;
    Stage::Progress& progress_;
};

}  // namespace

Calendar::Calendar(Date today, std::string zone) : today_(today), zone_(std::move(zone)) {}

Date Calendar::day(int day) const {
    auto found = sys_days(today_);
    if (day < 0) {
        for (int left = -day; left > 0; left -= is_working_day(found)) found -= days{1};
        return found;
    }
    while (!is_working_day(found)) found += days{1};
    while (day > 0) {
        found += days{1};
        day -= is_working_day(found);
    }
    return found;
}

Time Calendar::at(const Moment& moment) const {
    const Minutes since_midnight{moment.hour * minutes_of_hour + moment.minute};
    const auto time = to_instant(day(moment.day), since_midnight, zone_);
    INVARIANT(time.has_value());
    return *time;
}

Outcome act(Work& work, Time at, std::optional<PersonId> by, const Verb& verb) {
    const auto actor = by ? people::acting(work.tx, *by) : std::optional(Actor::system());
    INVARIANT(actor.has_value());
    Work own{{work.tx, *actor, at, work.environment, work.caller}, work.origin};
    return verb(own);
}

Stage::Stage(const World& world, const Calendar& calendar) : world_(world), calendar_(calendar) {
    for (const auto& days : {days_of_requests(), days_of_incidents(), days_of_visits()}) {
        for (const Deed& deed : days) deeds_.emplace_back(calendar.at(deed.at), deed);
    }
    std::ranges::stable_sort(deeds_, {}, &std::pair<Time, Deed>::first);
}

Outcome Stage::play(Work& work, Progress& progress, Time until) const {
    while (progress.next < deeds_.size() && deeds_[progress.next].first <= until) {
        TRY_DO(play_next(work, progress));
    }
    return Nothing{};
}

Outcome Stage::play_out(Work& work, Progress& progress) const {
    while (progress.next < deeds_.size()) TRY_DO(play_next(work, progress));
    return Nothing{};
}

Outcome Stage::play_next(Work& work, Progress& progress) const {
    const Time at = deeds_[progress.next].first;
    const Deed& deed = deeds_[progress.next].second;
    ++progress.next;
    const auto by =
        deed.by.empty() ? std::nullopt : std::optional(known(world_.everybody, deed.by).person);
    const Outcome played = act(work, at, by, [&](Work& own) {
        return std::visit(Player(own, world_, calendar_, deed, progress), deed.doing);
    });
    if (played) return played;
    return refused(played.error(), deed);
}

}  // namespace ogniwo::demo
