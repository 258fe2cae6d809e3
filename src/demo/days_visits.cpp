// Visits, calls back and remote sessions: over, missed, to come, and left to the customer's choice.

#include "demo/deeds.hpp"

namespace ogniwo::demo {
namespace {

using tickets::AppointmentKind;
using tickets::AppointmentState;
using tickets::TicketType;
using tickets::Urgency;

// The customer is to choose one of three times.
std::vector<Deed> disk_at_the_till() {
    const std::string ticket = "dysk przy kasie";
    return {
        {{-1, 9, 20},
         "Rafał Olejnik",
         ticket,
         Opens{.subject = "Kasa 2 w aptece Rataje uruchamia się kwadrans",
               .text = "Dzień dobry, komputer przy kasie 2 wstaje rano prawie kwadrans i głośno "
                       "cyka. Boimy się, że kiedyś nie wstanie wcale.\n\nRafał Olejnik",
               .category = "Computer",
               .contents = {{.field = "numer_inwentarzowy", .text = "WSI-K087"},
                            {.field = "zasob", .text = "Kasa 2, Apteka Rataje"}}}},
        {{-1, 9, 31}, "Marek Dudek", ticket, Takes{}},
        {{-1, 9, 47},
         "Marek Dudek",
         ticket,
         Notes{"SMART: 96 przeniesionych sektorów, dysk do wymiany. Kopia bazy z nocy jest dobra, "
               "SSD "
               "480 GB mamy na stanie."}},
        {{-1, 9, 52},
         "Marek Dudek",
         ticket,
         Replies{
             "Dzień dobry, Panie Rafale, dysk w tej kasie trzeba wymienić, zanim przestanie "
             "działać. Danych nic nie grozi, kopia z nocy jest kompletna. Wysyłam trzy terminy do "
             "wyboru.\n\nMarek Dudek"}},
        {{-1, 9, 55},
         "Marek Dudek",
         ticket,
         Plans{.persons = {"Marek Dudek"},
               .times = {{2, 8, 0}, {3, 10, 30}, {4, 13, 0}},
               .minutes = 90,
               .travel = 25,
               .site = "Apteka Rataje",
               .for_customer = "Kasa 2 będzie nieczynna około godziny, pozostałe działają.",
               .for_us = "SSD 480 GB z półki B, adapter 2,5 cala."}},
        {{-1, 9, 57},
         "Marek Dudek",
         ticket,
         Fills{{{.field = "gwarancja", .text = "po_gwarancji"},
                {.field = "koniec_gwarancji", .day = -60},
                {.field = "koszt_netto", .text = "219.00"}}}},
        {{-1, 9, 58}, "Marek Dudek", ticket, Tags{{"apteka"}}},
    };
}

// Missed once, agreed anew.
std::vector<Deed> work_certificates() {
    const std::string ticket = "swiadectwa";
    return {
        {{-3, 12, 5},
         "Ilona Przybylska",
         ticket,
         Opens{.subject = "Wydruk świadectw pracy ma obcięty margines",
               .text =
                   "Dzień dobry, program kadrowy obcina prawy margines świadectw pracy. Najłatwiej "
                   "pokażę to przez telefon, proszę o telefon w kolejny dzień roboczy o "
                   "11.\n\nIlona Przybylska",
               .category = "Printer",
               .urgency = Urgency::low}},
        {{-3, 12, 30}, "Tomasz Wrona", ticket, Takes{}},
        {{-3, 12, 33},
         "Tomasz Wrona",
         ticket,
         Plans{.kind = AppointmentKind::call_back,
               .persons = {"Tomasz Wrona"},
               .times = {{-2, 11, 0}},
               .minutes = 15,
               .for_customer = "Zadzwonimy na numer wewnętrzny 21."}},
        {{-2, 11, 12}, "Tomasz Wrona", ticket, Ends{.state = AppointmentState::missed}},
        {{-2, 11, 15},
         "Tomasz Wrona",
         ticket,
         Notes{"Trzy próby, nikt nie odbiera. Centrala mówi, że Pani Ilona jest na naradzie."}},
        {{-1, 10, 18},
         "Ilona Przybylska",
         ticket,
         Replies{"Przepraszam, narada się przeciągnęła. Następnym razem będę na pewno, najlepiej o "
                 "13:00."}},
        {{-1, 10, 26},
         "Tomasz Wrona",
         ticket,
         Plans{.kind = AppointmentKind::call_back,
               .persons = {"Tomasz Wrona"},
               .times = {{0, 13, 0}},
               .minutes = 15,
               .for_customer = "Zadzwonimy o 13:00 na numer wewnętrzny 21."}},
    };
}

// Somebody waits for a call this morning.
std::vector<Deed> prescriptions_in_room_four() {
    const std::string ticket = "gabinet 4";
    return {
        {{-1, 13, 28},
         "Janusz Cieślak",
         ticket,
         Opens{.subject = "Gabinet 4: recepty drukują się na dwóch kartkach",
               .text =
                   "Dzień dobry, wydruki informacyjne recept dzielą się na dwie kartki. Przyjmuję "
                   "pacjentów do wieczora, proszę o telefon rano, przed południem.\n\n"
                   "Janusz Cieślak",
               .category = "Printer"}},
        {{-1, 13, 44}, "Julia Sikora", ticket, Takes{}},
        {{-1, 13, 49},
         "Julia Sikora",
         ticket,
         Plans{.kind = AppointmentKind::call_back,
               .persons = {"Julia Sikora"},
               .times = {{0, 10, 30}},
               .minutes = 15,
               .for_customer = "Telefon do gabinetu, między pacjentami."}},
    };
}

// Done from afar, and praised.
std::vector<Deed> slow_budget() {
    const std::string ticket = "arkusz budzetu";
    return {
        {{-3, 13, 35},
         "Joanna Maciejewska",
         ticket,
         Opens{.subject = "Arkusz budżetu otwiera się trzy minuty",
               .text = "Dzień dobry, arkusz z budżetem rośnie z roku na rok i otwiera się już trzy "
                       "minuty. Czy da się coś z tym zrobić bez przepisywania go od zera?\n\n"
                       "Joanna Maciejewska",
               .category = "Office suite"}},
        {{-3, 13, 52}, "Oliwia Pawlak", ticket, Takes{}},
        {{-3, 14, 6},
         "Oliwia Pawlak",
         ticket,
         Plans{.kind = AppointmentKind::remote,
               .persons = {"Oliwia Pawlak", "Ewa Jabłońska"},
               .times = {{-2, 13, 0}},
               .for_customer = "Proszę mieć arkusz pod ręką, połączymy się przez pomoc zdalną.",
               .for_us = "Ewa zna ten arkusz z zeszłego roku."}},
        {{-2, 13, 52}, "Ewa Jabłońska", ticket, Ends{}},
        {{-2, 13, 56},
         "Oliwia Pawlak",
         ticket,
         Solves{
             "Arkusz otwiera się teraz w dziewięć sekund. Zwalniały go odwołania do sześciu plików "
             "sprzed lat; zastąpiliśmy je wartościami, a stara wersja leży obok z dopiskiem "
             "„archiwum”.\n\nOliwia Pawlak"}},
        {{-1, 9, 10},
         "Joanna Maciejewska",
         ticket,
         Rates{5, "Dwie osoby, pół godziny i arkusz, który naprawdę działa."}},
    };
}

// Cancelled, and done another way.
std::vector<Deed> second_screen() {
    const std::string ticket = "second screen";
    return {
        {{-4, 10, 40},
         "Lucas Brandt",
         ticket,
         Opens{.subject = "Second screen for the sales desk",
               .text =
                   "Hello, the new screen for the sales desk has arrived. Could somebody come and "
                   "set it up with the dock?\n\nLucas",
               .category = "Computer",
               .type = TicketType::request,
               .urgency = Urgency::low,
               .contents = {{.field = "numer_inwentarzowy", .text = "WSI-M530"},
                            {.field = "zasob", .text = "Sales desk laptop"}}}},
        {{-4, 10, 55}, "Magdalena Król", ticket, ChangesQueue{"English desk"}},
        {{-4, 11, 8}, "Oliwia Pawlak", ticket, Takes{}},
        {{-4, 11, 14},
         "Oliwia Pawlak",
         ticket,
         Plans{.persons = {"Oliwia Pawlak"},
               .times = {{-2, 10, 0}},
               .travel = 15,
               .site = "Poznań office",
               .for_customer = "Setting up the screen and the dock."}},
        {{-3, 15, 20},
         "Lucas Brandt",
         ticket,
         Replies{"Sorry, I have to travel on short notice. Could we do it remotely when I am back? "
                 "Plugging it in I can manage."}},
        {{-3, 15, 34},
         "Oliwia Pawlak",
         ticket,
         Ends{.state = AppointmentState::cancelled,
              .reason = "Lucas is travelling that day; we will do it remotely instead."}},
        {{-3, 15, 38},
         "Oliwia Pawlak",
         ticket,
         Plans{.kind = AppointmentKind::remote,
               .persons = {"Oliwia Pawlak"},
               .times = {{3, 11, 0}},
               .minutes = 30,
               .for_customer = "Please plug the screen into the dock before we connect."}},
    };
}

// A visit next week, and a longer session with the third tier in the week after.
std::vector<Deed> to_come() {
    const std::string reader = "czytnik kart";
    const std::string tables = "london tables";
    return {
        {{-2, 9, 30},
         "Aleksandra Szymańska",
         reader,
         Opens{.subject = "Czytnik kart do podpisu w gabinecie zabiegowym",
               .text = "Dzień dobry, do gabinetu zabiegowego przyszedł czytnik kart. Proszę o "
                       "podłączenie, bo dokumentację podpisuję na razie w rejestracji.\n\n"
                       "Aleksandra Szymańska",
               .category = "Computer",
               .type = TicketType::request,
               .contents = {{.field = "numer_inwentarzowy", .text = "WSI-P661"},
                            {.field = "zasob", .text = "Komputer w gabinecie zabiegowym"}}}},
        {{-2, 9, 58}, "Anna Nowak", reader, Takes{}},
        {{-2, 10, 6},
         "Anna Nowak",
         reader,
         Plans{.persons = {"Anna Nowak"},
               .times = {{1, 12, 0}},
               .minutes = 45,
               .travel = 15,
               .site = "Przychodnia Łazarz",
               .for_customer = "Podłączenie czytnika i próbny podpis."}},
        {{-2, 10, 9}, "Anna Nowak", reader, IsDue{1}},
        {{-4, 14, 12},
         "Thomas Keller",
         tables,
         Opens{.subject = "Shared tables between Poznań and London drift apart",
               .text = "Hi all, the two copies of our reference tables differ in about forty rows "
                       "each morning. We can live with it for a week or two, but not longer.\n\n"
                       "Thomas",
               .category = "Line-of-business programs"}},
        {{-4, 14, 25}, "Magdalena Król", tables, ChangesQueue{"English desk"}},
        {{-4, 14, 40}, "Anna Nowak", tables, Takes{}},
        {{-4, 14, 58},
         "Anna Nowak",
         tables,
         Climbs{
             .queue = "Aplikacje",
             .note = "Replication between the two sites skips rows, needs somebody who knows it.",
             .handover = {.symptom = "About forty rows differ every morning.",
                          .scope = "Reference tables, Poznań and London, for a week.",
                          .steps = "Compared both exports; always rows changed after 18:00.",
                          .evidence = "Both exports are in the ticket's folder.",
                          .outcome = "Find out why late changes are not copied."}}},
        {{-3, 8, 20}, "Ewa Jabłońska", tables, Takes{}},
        {{-3, 8, 40}, "Ewa Jabłońska", tables, Invites{"Grzegorz Adamski"}},
        {{-3, 9, 26},
         "Grzegorz Adamski",
         tables,
         Notes{"Zadanie kopiowania zaczyna się o 18:00 naszego czasu, a Londyn pracuje godzinę "
               "dłużej. "
               "Trzeba przesunąć start albo przejść na kopiowanie ciągłe."}},
        {{-3, 9, 48},
         "Anna Nowak",
         tables,
         Replies{"Hi Thomas, we know why: the copy starts while London is still working. Ewa and "
                 "Grzegorz would like to change it together with you, I am sending an invitation."
                 "\n\nAnna"}},
        {{-3, 9, 55},
         "Ewa Jabłońska",
         tables,
         Plans{.kind = AppointmentKind::remote,
               .persons = {"Ewa Jabłońska", "Grzegorz Adamski"},
               .times = {{6, 11, 0}},
               .minutes = 90,
               .for_customer = "Moving the start of the copy and watching one run together."}},
        {{-3, 10, 1}, "Ewa Jabłońska", tables, Tags{{"replikacja"}}},
        {{-2, 9, 12},
         "Ewa Jabłońska",
         tables,
         LetsIn{.name = "Helen Marsh",
                .email = "helen.marsh@tidewater-data.example",
                .company = "Tidewater Data",
                .language = people::Language::en,
                .question =
                    "Hello Helen, your copy job starts at 18:00 our time and misses rows that "
                    "London changes in the hour after. Can it follow changes as they happen, or "
                    "must we move its start?\n\nEwa Jabłońska",
                .shown = {0}}},
    };
}

}  // namespace

std::vector<Deed> days_of_visits() {
    std::vector<Deed> all;
    for (auto deeds : {disk_at_the_till(),
                       work_certificates(),
                       prescriptions_in_room_four(),
                       slow_budget(),
                       second_screen(),
                       to_come()}) {
        all.insert(all.end(), deeds.begin(), deeds.end());
    }
    return all;
}

}  // namespace ogniwo::demo
