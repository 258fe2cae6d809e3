#include "tickets/clock_words.hpp"

#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "calendars/service.hpp"

namespace ogniwo::tickets {
namespace {

using sla::ClockState;
using sla::PauseCause;
using sla::Target;

Minutes whole(Microseconds time) {
    return std::chrono::floor<Minutes>(time);
}

// What each target is about, as the subject of a sentence.
ClockSentence promised(Target target) {
    switch (target) {
        case Target::first_response:
            return {"pierwszą odpowiedź", "the first response"};
        case Target::next_response:
            return {"odpowiedź", "the response"};
        case Target::update:
            return {"następną wiadomość od nas", "the next word from us"};
        case Target::resolution:
            break;
    }
    return {"rozwiązanie", "the resolution"};
}

ClockSentence done(Target target) {
    switch (target) {
        case Target::first_response:
        case Target::next_response:
            return {"Odpowiedzieliśmy", "We answered"};
        case Target::update:
            return {"Napisaliśmy", "We wrote"};
        case Target::resolution:
            break;
    }
    return {"Rozwiązaliśmy zgłoszenie", "We resolved the ticket"};
}

// Whose answer: said to the customer, or of the customer.
ClockSentence answer_of_customer(Inner inner) {
    if (inner == Inner::shown) return {"odpowiedź klienta", "the customer's answer"};
    return {"Państwa odpowiedź", "your answer"};
}

ClockSentence why_paused(const std::optional<PauseCause>& pause, Inner inner) {
    switch (pause.value_or(PauseCause::halted)) {
        case PauseCause::customer: {
            const ClockSentence answer = answer_of_customer(inner);
            return {fmt::format("czekamy na {}", answer.pl),
                    fmt::format("we are waiting for {}", answer.en)};
        }
        case PauseCause::vendor:
            return {"czekamy na dostawcę", "we are waiting for the vendor"};
        case PauseCause::other:
            return {"czekamy na kogoś innego", "we are waiting for somebody else"};
        case PauseCause::workaround:
            return {"działa obejście", "there is a workaround meanwhile"};
        case PauseCause::halted:
        case PauseCause::resolved:
            break;
    }
    return {"praca jest wstrzymana", "work is on hold"};
}

ClockSentence sentence_of_state(const TicketClock& clock,
                                const std::optional<PauseCause>& pause,
                                Inner inner) {
    const ClockSentence what = promised(clock.target);
    const ClockSentence act = done(clock.target);
    const std::string spent = duration_text(clock.spent);
    const std::string budget = duration_text(clock.budget);
    const std::string left = duration_text(clock.left);
    const std::string over = duration_text(-clock.left);
    switch (clock.state) {
        case ClockState::met:
            return {fmt::format("{} po {} z obiecanych {}.", act.pl, spent, budget),
                    fmt::format("{} after {} of the promised {}.", act.en, spent, budget)};
        case ClockState::missed:
            return {fmt::format("{} po {}, o {} za późno.", act.pl, spent, over),
                    fmt::format("{} after {}, {} too late.", act.en, spent, over)};
        case ClockState::cancelled:
            return {fmt::format("Na {} nikt już nie czekał.", what.pl),
                    fmt::format("Nobody was waiting for {} any more.", what.en)};
        case ClockState::paused: {
            const ClockSentence why = why_paused(pause, inner);
            if (clock.is_late) {
                return {
                    fmt::format("Zegar stoi, bo {}; czas obiecany na {} przekroczono o {}.",
                                why.pl,
                                what.pl,
                                over),
                    fmt::format(
                        "The clock stands still, as {}; {} is {} late.", why.en, what.en, over)};
            }
            return {
                fmt::format("Zegar stoi, bo {}; na {} zostało {}.", why.pl, what.pl, left),
                fmt::format(
                    "The clock stands still, as {}; {} is left for {}.", why.en, left, what.en)};
        }
        case ClockState::running:
            break;
    }
    if (clock.is_late && clock.left == Minutes{0}) {
        return {fmt::format("Czas obiecany na {} minął.", what.pl),
                fmt::format("The time promised for {} is over.", what.en)};
    }
    if (clock.is_late && inner == Inner::shown) {
        return {fmt::format("Na {} klient czeka o {} za długo.", what.pl, over),
                fmt::format("The customer has been waiting {} too long for {}.", over, what.en)};
    }
    if (clock.is_late) {
        return {fmt::format("Na {} czekają Państwo o {} za długo.", what.pl, over),
                fmt::format("You have been waiting {} too long for {}.", over, what.en)};
    }
    return {fmt::format("Na {} zostało {} z obiecanych {}.", what.pl, left, budget),
            fmt::format("{} of the promised {} are left for {}.", left, budget, what.en)};
}

}  // namespace

ClockCause cause_of(const sla::Interval& interval) {
    if (interval.pause) {
        switch (*interval.pause) {
            case PauseCause::customer:
                return ClockCause::waiting_for_customer;
            case PauseCause::vendor:
                return ClockCause::waiting_for_vendor;
            case PauseCause::other:
                return ClockCause::waiting_for_other;
            case PauseCause::halted:
                return ClockCause::halted;
            case PauseCause::resolved:
                return ClockCause::resolved;
            case PauseCause::workaround:
                return ClockCause::workaround;
        }
    }
    if (!interval.rest) return ClockCause::counts;
    switch (*interval.rest) {
        case RestCause::outside_hours:
            return ClockCause::outside_hours;
        case RestCause::holiday:
            return ClockCause::holiday;
        case RestCause::day_off:
            break;
    }
    return ClockCause::day_off;
}

std::string duration_text(Minutes minutes) {
    const auto hours = minutes.count() / 60;
    const auto rest = minutes.count() % 60;
    if (hours == 0) return fmt::format("{} min", rest);
    if (rest == 0) return fmt::format("{} h", hours);
    return fmt::format("{} h {} min", hours, rest);
}

ClockSentence sentence_of(const TicketClock& clock,
                          const std::optional<PauseCause>& pause,
                          Minutes waited,
                          Inner inner) {
    const bool is_over = clock.state == ClockState::met || clock.state == ClockState::missed;
    if (!is_over || waited < Minutes{1}) return sentence_of_state(clock, pause, inner);
    const std::string spent = duration_text(clock.spent);
    const std::string budget = duration_text(clock.budget);
    const std::string time = duration_text(waited);
    const ClockSentence answer = answer_of_customer(inner);
    return {fmt::format("Czekaliśmy {} na {}; nasza praca trwała {} z obiecanych {}.",
                        time,
                        answer.pl,
                        spent,
                        budget),
            fmt::format("We waited {} for {}; our work took {} of the promised {}.",
                        time,
                        answer.en,
                        spent,
                        budget)};
}

TicketClock ClockWords::clock(const sla::Counted& counted, Time now) {
    const sla::Clock& clock = counted.clock;
    TicketClock told{.target = clock.target,
                     .run = clock.run,
                     .state = clock.state,
                     .is_late = clock.is_late(now),
                     .goal = clock.goal,
                     .started_at = clock.started_at,
                     .ended_at = clock.ended_at,
                     .due_at = clock.due_at,
                     .budget = whole(clock.budget),
                     .spent = whole(clock.spent)};
    told.left = told.budget - told.spent;
    add_intervals(told, counted);
    Minutes waited{};
    for (const ClockSum& sum : told.sums) {
        if (sum.cause == ClockCause::waiting_for_customer) waited = sum.minutes;
    }
    auto [pl, en] = sentence_of(told, clock.pause, waited, inner_);
    told.sentence_pl = std::move(pl);
    told.sentence_en = std::move(en);
    if (inner_ == Inner::hidden) return told;
    add_basis(told, counted);
    add_tiers(told, clock);
    return told;
}

void ClockWords::add_intervals(TicketClock& told, const sla::Counted& counted) {
    const auto& intervals = counted.clock.intervals;
    std::map<Date, calendars::DayName> names;
    const bool is_free = std::ranges::any_of(intervals, [](const sla::Interval& interval) {
        return interval.rest.value_or(RestCause::outside_hours) != RestCause::outside_hours;
    });
    if (is_free) {
        names = calendars::named_days(
            tx_, counted.calendar, intervals.front().day, intervals.back().day);
    }
    // What counts is rounded by itself, so that it adds up to what is told to be spent.
    std::vector<Microseconds> counting;
    std::vector<Microseconds> resting;
    for (const sla::Interval& interval : intervals) {
        (interval.counts() ? counting : resting).push_back(interval.to - interval.from);
    }
    const auto counted_minutes = sla::in_minutes(counting);
    const auto other_minutes = sla::in_minutes(resting);
    std::size_t next_counted = 0;
    std::size_t next_other = 0;
    std::map<ClockCause, Microseconds> sums;
    for (const sla::Interval& interval : intervals) {
        ClockInterval one{.from = interval.from,
                          .to = interval.to,
                          .cause = cause_of(interval),
                          .is_outside_hours = interval.rest.has_value(),
                          .minutes = interval.counts() ? counted_minutes[next_counted++]
                                                       : other_minutes[next_other++]};
        const auto name = interval.rest ? names.find(interval.day) : names.end();
        if (name != names.end() && *interval.rest != RestCause::outside_hours) {
            one.holiday = name->second.holiday;
            if (!name->second.label.empty()) one.label = name->second.label;
        }
        if (inner_ == Inner::shown) {
            one.tier = interval.tier;
            if (interval.calendar_version > 0) one.calendar_version = interval.calendar_version;
        }
        if (!interval.rest) sums[one.cause] += interval.to - interval.from;
        told.intervals.push_back(std::move(one));
    }
    for (const auto& [cause, time] : sums) {
        told.sums.push_back({.cause = cause, .minutes = whole(time)});
    }
}

void ClockWords::add_basis(TicketClock& told, const sla::Counted& counted) {
    ClockBasis basis{.policy = counted.policy,
                     .policy_name = counted.policy_name,
                     .policy_version = counted.policy_version,
                     .place = static_cast<int>(counted.choice.place) + 1,
                     .by_customer = counted.choice.by_customer,
                     .by_type = counted.choice.by_type,
                     .by_category = counted.choice.by_category,
                     .by_priority = counted.choice.by_priority,
                     .priority = counted.terms.priority,
                     .calendar = counted.calendar};
    if (const auto calendar = calendars::find_calendar(tx_, counted.calendar)) {
        basis.calendar_name = calendar->name;
        basis.zone = calendar->plan.zone;
    }
    told.basis = std::move(basis);
}

void ClockWords::add_tiers(TicketClock& told, const sla::Clock& clock) {
    std::vector<Microseconds> parts;
    for (const sla::TierStay& stay : clock.stays) parts.push_back(stay.spent);
    const auto minutes = sla::in_minutes(parts);
    std::vector<ClockTier> tiers;
    for (std::size_t i = 0; i < clock.stays.size(); ++i) {
        const sla::TierStay& stay = clock.stays[i];
        ClockTier tier{.tier = stay.tier,
                       .from = stay.from,
                       .to = stay.to,
                       .spent = minutes[i],
                       .due_at = stay.due_at};
        if (stay.budget) tier.budget = whole(*stay.budget);
        tiers.push_back(std::move(tier));
    }
    told.tiers = std::move(tiers);
}

}  // namespace ogniwo::tickets
