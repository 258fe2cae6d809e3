#include "demo/desk.hpp"

#include <algorithm>

#include "base/check.hpp"
#include "demo/calendars.hpp"
#include "demo/equipment.hpp"
#include "tickets/category_service.hpp"
#include "tickets/field_service.hpp"
#include "tickets/macro_service.hpp"
#include "tickets/state_service.hpp"
#include "tickets/template_service.hpp"
#include "tiers/duty_service.hpp"
#include "tiers/timed_rule_service.hpp"

namespace ogniwo::demo {
namespace {

using tickets::CustomerAccess;
using tickets::FieldKind;
using tickets::TicketType;

constexpr int second_tier = 2;
constexpr int three_working_days = 3 * 9 * 60;

struct StorySorting {
    const char* story;
    const char* category;  // In English.
    TicketType type = TicketType::incident;
};
constexpr StorySorting sortings[] = {
    {"printer-offline", "Printer"},
    {"printer", "Printer"},
    {"toner-order", "Printer", TicketType::request},
    {"label-printer", "Printer"},
    {"receipt-printer", "Printer"},
    {"scan-to-mail", "Scanner"},
    {"barcode-scanner", "Scanner"},
    {"keyboard-broken", "Computer"},
    {"monitor-flickers", "Computer"},
    {"monitor-black", "Computer"},
    {"laptop-slow", "Computer"},
    {"laptop-battery", "Computer"},
    {"coffee-laptop", "Computer"},
    {"new-workstation", "Computer", TicketType::request},
    {"disk-full", "Computer"},
    {"headset", "Computer"},
    {"phone-voip", "Phone"},
    {"meeting-room", "Meeting room"},
    {"teams-audio", "Meeting room"},
    {"windows-update", "Operating system"},
    {"excel-macro", "Office suite"},
    {"pdf-default", "Office suite"},
    {"licence", "Office suite", TicketType::request},
    {"calendar", "Office suite"},
    {"zus-program", "Accounting"},
    {"jpk", "Accounting"},
    {"invoice-system", "Accounting"},
    {"erp-slow", "Accounting"},
    {"qualified-signature", "Document workflow"},
    {"e-prescription", "Line-of-business programs"},
    {"pharmacy-slow", "Line-of-business programs"},
    {"registration", "Line-of-business programs"},
    {"wms-stock", "Line-of-business programs"},
    {"tms-map", "Line-of-business programs"},
    {"jupyter-memory", "Line-of-business programs"},
    {"website-down", "Line-of-business programs"},
    {"wifi-weak", "Network and internet"},
    {"guest-wifi", "Network and internet", TicketType::request},
    {"vpn-home", "Network and internet"},
    {"vpn-drops", "Network and internet"},
    {"vpn-london", "Network and internet"},
    {"internet-down", "Network and internet"},
    {"share-missing", "Network and internet"},
    {"slow-server", "Network and internet"},
    {"blocked-page", "Network and internet"},
    {"certificate", "Network and internet"},
    {"forklift-terminals", "Network and internet"},
    {"data-transfer", "Network and internet", TicketType::request},
    {"shared-mailbox", "Mail"},
    {"mailbox-full", "Mail"},
    {"out-of-office", "Mail", TicketType::request},
    {"signature", "Mail", TicketType::request},
    {"outlook-search", "Mail"},
    {"mail-to-spam", "Mail"},
    {"password-forgotten", "Accounts and passwords", TicketType::request},
    {"password-reset", "Accounts and passwords", TicketType::request},
    {"password-expired", "Accounts and passwords", TicketType::question},
    {"account-locked", "Accounts and passwords"},
    {"mfa-new-phone", "Accounts and passwords", TicketType::request},
    {"new-phone", "Accounts and passwords", TicketType::request},
    {"new-employee", "Accounts and passwords", TicketType::request},
    {"starter", "Accounts and passwords", TicketType::request},
    {"employee-leaves", "Accounts and passwords", TicketType::request},
    {"folder-access", "Accounts and passwords", TicketType::request},
    {"shared-drive", "Accounts and passwords", TicketType::request},
    {"phishing", "Security"},
    {"phishing-clicked", "Security"},
    {"ransomware-alarm", "Security"},
    {"restore-file", "Backups", TicketType::request},
    {"office-move", "Other", TicketType::request},
    {"switch-noise", "Other"},
};

using Categories = std::vector<tickets::Category>;

tickets::CategoryId category_named(const Categories& all, std::string_view name) {
    const auto found = std::ranges::find(all, name, &tickets::Category::name_en);
    INVARIANT(found != all.end());
    return found->id;
}

Result<Categories> add_categories(Work& work) {
    TRY(const auto begun, tickets::start_categories(work, {.sector = tickets::Sector::office}));
    TRY_DO(tickets::add_category(work,
                                 {.parent = category_named(begun.items, "Applications"),
                                  .name_pl = "Programy branżowe",
                                  .name_en = "Line-of-business programs"}));
    TRY(const auto list, tickets::list_categories(work, {}));
    TRY(const auto settings, tickets::read_settings(work, {}));
    TRY_DO(tickets::edit_settings(work, {.version = settings.version, .shows_category = true}));
    return list.items;
}

tickets::DefineField inventory_number() {
    return {.kind = FieldKind::text,
            .name_pl = "Numer inwentarzowy",
            .name_en = "Inventory number",
            .help_pl = "Z naklejki na spodzie, na przykład WSI-0412.",
            .help_en = "From the sticker below, such as WSI-0412.",
            .longest = 20,
            .customers = CustomerAccess::edits};
}

tickets::DefineField warranty() {
    using tickets::ChoiceColour;
    const std::vector<tickets::WishedChoice> choices{
        {.name_pl = "Na gwarancji", .name_en = "In warranty", .colour = ChoiceColour::green},
        {.name_pl = "Gwarancja rozszerzona",
         .name_en = "Extended warranty",
         .colour = ChoiceColour::blue},
        {.name_pl = "Po gwarancji", .name_en = "Out of warranty", .colour = ChoiceColour::yellow}};
    return {.kind = FieldKind::choice,
            .name_pl = "Gwarancja",
            .name_en = "Warranty",
            .choices = choices,
            .customers = CustomerAccess::sees};
}

// The fields that one category asks for.
struct FormPlan {
    const char* category;
    std::vector<tickets::DefineField> fields;
};
std::vector<FormPlan> forms() {
    return {
        {"Hardware",
         {inventory_number(),
          {.kind = FieldKind::asset,
           .name_pl = "Zasób",
           .name_en = "Asset",
           .help_pl = "Którego urządzenia lub programu dotyczy zgłoszenie.",
           .help_en = "Which device or program the ticket is about.",
           .customers = CustomerAccess::edits},
          warranty(),
          {.kind = FieldKind::date,
           .name_pl = "Koniec gwarancji",
           .name_en = "Warranty ends",
           .customers = CustomerAccess::sees},
          {.kind = FieldKind::money,
           .name_pl = "Koszt netto",
           .name_en = "Net cost",
           .least = "0",
           .currency = Currency::pln}}},
        {"Accounts and passwords",
         {{.kind = FieldKind::date,
           .name_pl = "Pierwszy dzień pracy",
           .name_en = "First day at work",
           .customers = CustomerAccess::edits},
          {.kind = FieldKind::person,
           .name_pl = "Przełożony",
           .name_en = "Manager",
           .customers = CustomerAccess::edits},
          {.kind = FieldKind::checkbox,
           .name_pl = "Praca zdalna",
           .name_en = "Works remotely",
           .customers = CustomerAccess::edits}}},
        {"Order",
         {{.kind = FieldKind::number,
           .name_pl = "Liczba sztuk",
           .name_en = "Pieces",
           .unit = "szt.",
           .least = "1"},
          {.kind = FieldKind::money,
           .name_pl = "Wartość zamówienia",
           .name_en = "Order value",
           .least = "0",
           .currency = Currency::pln},
          {.kind = FieldKind::date,
           .name_pl = "Przewidywana dostawa",
           .name_en = "Expected delivery",
           .customers = CustomerAccess::sees}}},
    };
}

Outcome add_forms(Work& work, const Categories& categories) {
    for (const FormPlan& plan : forms()) {
        std::vector<tickets::FieldId> fields;
        for (const tickets::DefineField& wish : plan.fields) {
            TRY(const auto field, tickets::define_field(work, wish));
            fields.push_back(field.id);
        }
        TRY_DO(tickets::save_form(
            work,
            {.category = category_named(categories, plan.category), .fields = std::move(fields)}));
    }
    return Nothing{};
}

// Those of every company, and two for the work that comes by itself.
Outcome add_templates(Work& work, const Categories& categories) {
    TRY_DO(tickets::start_templates(work, {}));
    TRY_DO(tickets::make_template(
        work,
        {.name_pl = "Kontrola kopii zapasowych",
         .name_en = "Backup check",
         .checklist_pl = {{"Sprawdzić dziennik kopii z całego tygodnia",
                           "Odtworzyć jeden wybrany plik i porównać go z oryginałem",
                           "Sprawdzić wolne miejsce na nośniku kopii",
                           "Wpisać wynik do dziennika kontroli"}},
         .checklist_en = {{"Read the backup log of the whole week",
                           "Restore one file and compare it with the original",
                           "Check the free space of the backup medium",
                           "Enter the result in the log of checks"}},
         .type = TicketType::maintenance,
         .category = category_named(categories, "Backups")}));
    TRY_DO(
        tickets::make_template(work,
                               {.name_pl = "Przegląd serwerów",
                                .name_en = "Server review",
                                .checklist_pl = {{"Zrobić migawkę przed aktualizacją",
                                                  "Zainstalować poprawki systemu i sterowników",
                                                  "Uruchomić ponownie poza godzinami pracy",
                                                  "Sprawdzić usługi i dzienniki zdarzeń",
                                                  "Usunąć migawkę po trzech dniach"}},
                                .checklist_en = {{"Take a snapshot before updating",
                                                  "Install updates of the system and its drivers",
                                                  "Restart outside of working hours",
                                                  "Check services and event logs",
                                                  "Delete the snapshot after three days"}},
                                .type = TicketType::maintenance,
                                .category = category_named(categories, "Operating system")}));
    return Nothing{};
}

// What is ordered waits for no fault of ours, and only who leads calls it done before it is there.
Outcome add_states(Work& work) {
    using tickets::TicketStatus;
    TRY(const auto lifecycle,
        tickets::add_state(work,
                           {.status = TicketStatus::waiting,
                            .name_pl = "Czeka na część",
                            .name_en = "Waiting for a part",
                            .shown_pl = "Część zamówiona",
                            .shown_en = "Part ordered",
                            .pauses = true}));
    const tickets::StateWay resolve{
        .from = {.status = TicketStatus::waiting, .state = lifecycle.states.front().id},
        .to = {.status = TicketStatus::resolved},
        .who = tickets::WayFor::lead};
    TRY_DO(tickets::set_ways(work, {.version = lifecycle.version, .ways = {resolve}}));
    return Nothing{};
}

std::vector<tiers::WeekSpan> working_hours(int from, int to) {
    std::vector<tiers::WeekSpan> spans;
    for (int day = 0; day < 5; ++day) {
        spans.push_back(
            {static_cast<people::Weekday>(day), std::chrono::hours{from}, std::chrono::hours{to}});
    }
    return spans;
}

// Whom the second tier has forgotten is found by the clock.
Outcome set_hours_and_limits(Work& work) {
    TRY_DO(tiers::edit_tier_hours(work, {.tier = 1, .hours = working_hours(7, 18)}));
    for (const int tier : {2, 3}) {
        TRY_DO(tiers::edit_tier_hours(work, {.tier = tier, .hours = working_hours(8, 17)}));
    }
    TRY_DO(tiers::add_timed_rule(work,
                                 {.tier = second_tier,
                                  .counts = tiers::TimedCount::untouched,
                                  .minutes = 4 * 60,
                                  .clock = tiers::TimedClock::tier_hours,
                                  .action = tiers::TimedAction::warn}));
    TRY_DO(tiers::add_timed_rule(work,
                                 {.tier = second_tier,
                                  .counts = tiers::TimedCount::at_tier,
                                  .minutes = three_working_days,
                                  .clock = tiers::TimedClock::tier_hours,
                                  .action = tiers::TimedAction::inform}));
    return Nothing{};
}

// Those who drive to customers.
Outcome say_where_people_are(Work& work, const World& world) {
    struct Place {
        const char* person;
        const char* base;
        const char* area;
    };
    constexpr Place places[] = {{"Łukasz Górski", "Poznań, Garbary", "Poznań, Swarzędz, Gądki"},
                                {"Kamil Szulc", "Swarzędz, Rynek", "Swarzędz i okolice, Gądki"},
                                {"Marek Dudek", "Poznań, Łazarz", "Poznań"},
                                {"Tomasz Wrona", "Luboń", "Luboń, Poznań"}};
    for (const Place& place : places) {
        const PersonId person = world.everybody.find(place.person)->second.person;
        TRY(const auto card, tiers::read_technician(work, {.person = person}));
        TRY_DO(tiers::edit_technician(
            work,
            {.person = person, .version = card.version, .base = place.base, .area = place.area}));
    }
    return Nothing{};
}

}  // namespace

Outcome set_up_desk(Work& work, World& world) {
    TRY(const auto categories, add_categories(work));
    for (const StorySorting& one : sortings) {
        world.sorting[one.story] = {.type = one.type,
                                    .category = category_named(categories, one.category)};
    }
    TRY_DO(add_calendars(work));
    TRY_DO(add_equipment(work, world));
    TRY_DO(add_forms(work, categories));
    TRY_DO(add_templates(work, categories));
    TRY_DO(add_states(work));
    TRY_DO(tickets::start_macros(work, {}));
    TRY_DO(set_hours_and_limits(work));
    return say_where_people_are(work, world);
}

}  // namespace ogniwo::demo
