// Why a promise stands as it does, minute by minute, for whoever sits at a terminal.

#include <fmt/format.h>

#include <cstdio>

#include "app/api_client.hpp"
#include "app/commands.hpp"
#include "app/installation.hpp"
#include "app/words.hpp"
#include "base/json.hpp"
#include "http/target.hpp"
#include "tickets/clock_service.hpp"

namespace ogniwo::app {
namespace {

inline constexpr Reason moment_malformed{Refusal::invalid, "app.moment_malformed"};

Result<tickets::TicketClocks> ask(const Settings& settings, const ExplainCommand& command) {
    tickets::ReadClocks wish{.ticket = {command.ticket}};
    if (!command.at.empty()) {
        wish.at = parse_time(command.at);
        if (!wish.at) {
            return Error{.reason = moment_malformed,
                         .detail = "--at must be a moment as in 2026-11-27T12:00:00+01:00"};
        }
    }
    if (!command.server.empty()) {
        std::string target = fmt::format("/tickets/{}/clocks", command.ticket);
        if (wish.at) target += "?at=" + percent_encode(to_text(*wish.at));
        return ApiClient(command.server, command.token)
            .ask<tickets::TicketClocks>(HttpMethod::get, target, {});
    }
    TRY(const auto opened, Installation::open(settings));
    return opened->look([&](const View& view) { return tickets::read_clocks(view, wish); });
}

struct Words {
    std::string_view english;
    std::string_view polish;
};

std::string_view in(TerminalLanguage language, const Words& words) {
    return language == TerminalLanguage::polish ? words.polish : words.english;
}

Words words_of(sla::Target target) {
    switch (target) {
        case sla::Target::first_response:
            return {"First response", "Pierwsza odpowiedź"};
        case sla::Target::next_response:
            return {"Response", "Odpowiedź"};
        case sla::Target::update:
            return {"Next word from us", "Następna wiadomość"};
        case sla::Target::resolution:
            break;
    }
    return {"Resolution", "Rozwiązanie"};
}

Words words_of(tickets::ClockCause cause) {
    using tickets::ClockCause;
    switch (cause) {
        case ClockCause::counts:
            return {"counts", "liczy się"};
        case ClockCause::waiting_for_customer:
            return {"waiting for the customer", "czekamy na klienta"};
        case ClockCause::waiting_for_vendor:
            return {"waiting for the vendor", "czekamy na dostawcę"};
        case ClockCause::waiting_for_other:
            return {"waiting", "czekamy"};
        case ClockCause::halted:
            return {"on hold", "wstrzymane"};
        case ClockCause::resolved:
            return {"resolved", "rozwiązane"};
        case ClockCause::workaround:
            return {"a workaround holds", "działa obejście"};
        case ClockCause::outside_hours:
            return {"outside the hours", "poza godzinami"};
        case ClockCause::holiday:
            return {"holiday", "święto"};
        case ClockCause::day_off:
            break;
    }
    return {"day off", "dzień wolny"};
}

Words words_of(Holiday holiday) {
    switch (holiday) {
        case Holiday::new_year:
            return {"New Year's Day", "Nowy Rok"};
        case Holiday::epiphany:
            return {"Epiphany", "Trzech Króli"};
        case Holiday::easter:
            return {"Easter", "Wielkanoc"};
        case Holiday::easter_monday:
            return {"Easter Monday", "Poniedziałek Wielkanocny"};
        case Holiday::labour_day:
            return {"Labour Day", "Święto Pracy"};
        case Holiday::constitution_day:
            return {"Constitution Day", "Święto Konstytucji 3 Maja"};
        case Holiday::pentecost:
            return {"Pentecost", "Zielone Świątki"};
        case Holiday::corpus_christi:
            return {"Corpus Christi", "Boże Ciało"};
        case Holiday::assumption:
            return {"Assumption of Mary", "Wniebowzięcie NMP"};
        case Holiday::all_saints:
            return {"All Saints' Day", "Wszystkich Świętych"};
        case Holiday::independence_day:
            return {"Independence Day", "Święto Niepodległości"};
        case Holiday::christmas_eve:
            return {"Christmas Eve", "Wigilia"};
        case Holiday::christmas:
            return {"Christmas Day", "Boże Narodzenie"};
        case Holiday::second_christmas:
            break;
    }
    return {"Second day of Christmas", "drugi dzień Bożego Narodzenia"};
}

// "2026-11-16T08:00:00Z .. 2026-11-16T09:10:00Z   70 min  tier 1  counts"
void say(const tickets::ClockInterval& interval, TerminalLanguage language) {
    std::string line = fmt::format("  {} .. {} {:>7} min",
                                   to_text(interval.from),
                                   to_text(interval.to),
                                   interval.minutes.count());
    if (interval.tier) {
        line += fmt::format("  {} {}", in(language, {"tier", "linia"}), *interval.tier);
    }
    line += fmt::format("  {}", in(language, words_of(interval.cause)));
    if (interval.holiday) line += fmt::format(" ({})", in(language, words_of(*interval.holiday)));
    if (interval.label) line += fmt::format(" ({})", *interval.label);
    if (interval.is_outside_hours && interval.cause < tickets::ClockCause::outside_hours) {
        line += fmt::format(", {}", in(language, {"outside the hours", "poza godzinami"}));
    }
    if (interval.calendar_version) {
        line += fmt::format("  [{} {}]",
                            in(language, {"calendar version", "wersja kalendarza"}),
                            *interval.calendar_version);
    }
    std::puts(line.c_str());
}

void say(const tickets::TicketClock& clock, TerminalLanguage language) {
    const bool is_polish = language == TerminalLanguage::polish;
    std::puts(fmt::format("{} {}: {}",
                          in(language, words_of(clock.target)),
                          clock.run,
                          is_polish ? clock.sentence_pl : clock.sentence_en)
                  .c_str());
    if (const auto& basis = clock.basis) {
        std::puts(fmt::format("  {} \"{}\" ({} {}, {} {}), {} \"{}\" {}",
                              in(language, {"policy", "polityka"}),
                              basis->policy_name,
                              in(language, {"version", "wersja"}),
                              basis->policy_version,
                              in(language, {"place", "miejsce"}),
                              basis->place,
                              in(language, {"calendar", "kalendarz"}),
                              basis->calendar_name,
                              basis->zone)
                      .c_str());
    }
    for (const tickets::ClockInterval& interval : clock.intervals) say(interval, language);
    std::puts(fmt::format("  {}: {} min {} {} min{}",
                          in(language, {"counted", "policzono"}),
                          clock.spent.count(),
                          in(language, {"of", "z"}),
                          clock.budget.count(),
                          clock.due_at ? fmt::format(", {} {}",
                                                     in(language, {"due", "termin"}),
                                                     to_text(*clock.due_at))
                                       : std::string())
                  .c_str());
}

}  // namespace

int explain(const Settings& settings, const ExplainCommand& command, Output output) {
    const auto clocks = ask(settings, command);
    if (!clocks) return complain(clocks.error());
    if (output == Output::json) {
        std::puts(to_json(*clocks).c_str());
        return 0;
    }
    const TerminalLanguage language = terminal_language();
    for (const tickets::TicketClock& clock : clocks->items) say(clock, language);
    if (clocks->items.empty()) {
        std::puts(std::string(in(language,
                                 {"Nothing was promised about this ticket.",
                                  "Dla tego zgłoszenia niczego nie obiecano."}))
                      .c_str());
    }
    std::puts(fmt::format("{} {}, tzdata {}",
                          in(language, {"As of", "Stan na"}),
                          to_text(clocks->at),
                          clocks->zones_version)
                  .c_str());
    return 0;
}

}  // namespace ogniwo::app
