// Outages on which several work with one voice, tickets that become one or two, and what depends on
// what.

#include "demo/deeds.hpp"

namespace ogniwo::demo {
namespace {

using tickets::Impact;
using tickets::TicketLinkKind;
using tickets::TicketType;
using tickets::Urgency;
using tickets::WaitingFor;

// Three of the second tier work on it; the first one goes on speaking with the customer.
std::vector<Deed> storm_in_the_warehouse() {
    const std::string ticket = "burza";
    const std::string order = "przelacznik";
    return {
        {{-5, 8, 38},
         "Sebastian Kurek",
         ticket,
         Opens{.subject = "Magazyn Gądki: po burzy nie działa połowa stanowisk",
               .text = "Dzień dobry, w nocy była burza i od rana w Gądkach nie działa połowa "
                       "stanowisk: ani terminale, ani drukarki etykiet przy bramach 5–9. Reszta "
                       "pracuje. Wydajemy ręcznie z listy.\n\nSebastian Kurek",
               .category = "Network and internet",
               .impact = Impact::high,
               .urgency = Urgency::high}},
        {{-5, 8, 46}, "Magdalena Król", ticket, Takes{}},
        {{-5, 8, 50},
         "Magdalena Król",
         ticket,
         Replies{
             "Dzień dobry, Panie Sebastianie, widzimy to w monitoringu: przełącznik w szafie przy "
             "bramie 7 nie odpowiada. Włączam w sprawę sieciowców, a ja pozostaję dla Pana jedyną "
             "osobą do kontaktu.\n\nMagdalena Król"}},
        {{-5, 8, 57},
         "Magdalena Król",
         ticket,
         Climbs{
             .queue = "Sieci i serwery",
             .note = "Przełącznik GD-SW2 martwy po burzy, potrzebny ktoś z sieci.",
             .handover = {.symptom = "Terminale i drukarki etykiet przy bramach 5–9 bez sieci.",
                          .scope = "Magazyn Gądki, 14 stanowisk, od około 3:00 w nocy.",
                          .steps = "Zdalny restart przez listwę zasilającą, bez skutku.",
                          .evidence = "Monitoring: GD-SW2 nie odpowiada od 3:12, UPS w porządku.",
                          .outcome = "Przywrócić sieć przy bramach, choćby tymczasowo."}}},
        {{-5, 9, 8}, "Łukasz Górski", ticket, Takes{}},
        {{-5, 9, 10}, "Łukasz Górski", ticket, Tags{{"awaria sieci", "magazyn"}}},
        {{-5, 9, 20}, "Łukasz Górski", ticket, Invites{"Kamil Szulc"}},
        {{-5, 9, 31},
         "Kamil Szulc",
         ticket,
         Notes{"Zapasowy przełącznik 8-portowy jest w naszym magazynie. Starczy na terminale, "
               "drukarki "
               "etykiet muszą poczekać."}},
        {{-5, 10, 40}, "Łukasz Górski", ticket, Invites{"Ewa Jabłońska"}},
        {{-5, 10, 58},
         "Ewa Jabłońska",
         ticket,
         Notes{"W WMS przekierowane wydruki z bram 5–9 na bramę 4, żeby nikt nie stał."}},
        {{-5, 11, 6},
         "Magdalena Król",
         ticket,
         Replies{"Stan na 11:00: wydruki z bram 5–9 wychodzą na razie na bramie 4. Łukasz "
                 "Górski przyjedzie z urządzeniem zastępczym w najbliższy dzień roboczy o 10:00."}},
        {{-5, 11, 9},
         "Łukasz Górski",
         ticket,
         Plans{.persons = {"Łukasz Górski"},
               .times = {{-4, 10, 0}},
               .minutes = 120,
               .travel = 35,
               .site = "Magazyn Gądki",
               .for_customer = "Montaż przełącznika zastępczego w szafie przy bramie 7.",
               .for_us = "Kamizelka i buty ochronne, bez nich nie wpuszczą."}},
        {{-5, 11, 34}, "Sebastian Kurek", ticket, Replies{"Dziękuję, tak da się pracować."}},
        {{-4, 12, 10}, "Łukasz Górski", ticket, Ends{}},
        {{-4, 12, 18},
         "Łukasz Górski",
         ticket,
         Notes{"Zastępczy stoi, terminale działają. Dwa kable w korycie nadpalone, do wymiany "
               "razem z "
               "docelowym przełącznikiem."}},
        {{-4, 12, 22},
         "Łukasz Górski",
         ticket,
         Lists{{"Przełącznik zastępczy przy bramie 7",
                "Wymiana nadpalonych kabli w korycie",
                "Montaż docelowego przełącznika",
                "Powrót wydruków na bramy 5–9",
                "Ochronniki przepięciowe w szafie"}}},
        {{-4, 12, 23}, "Łukasz Górski", ticket, Ticks{1}},
        {{-4, 12, 36},
         "Łukasz Górski",
         order,
         Opens{.subject = "Zamówienie: przełącznik PoE, 24 porty, do magazynu Gądki",
               .text = "Docelowy przełącznik w miejsce GD-SW2, z dwoma wkładkami światłowodowymi i "
                       "ochronnikami przepięciowymi.",
               .requester = "Sebastian Kurek",
               .category = "Order",
               .type = TicketType::task,
               .contents = {{.field = "liczba_sztuk", .text = "1"},
                            {.field = "wartosc_zamowienia", .text = "3890.00"},
                            {.field = "przewidywana_dostawa", .day = 1}}}},
        {{-4, 12, 39}, "Łukasz Górski", ticket, Links{order, TicketLinkKind::depends_on}},
        {{-4, 12, 44}, "Łukasz Górski", order, Takes{}},
        {{-4, 12, 45}, "Łukasz Górski", order, Tags{{"zakupy"}}},
        {{-4, 12, 47}, "Łukasz Górski", order, IsDue{1}},
        {{-4, 12, 50},
         "Łukasz Górski",
         order,
         Waits{WaitingFor::vendor,
               "Dostawa z hurtowni, potwierdzona w ciągu tygodnia.",
               "Waiting for a part"}},
        {{-4, 13, 2},
         "Magdalena Król",
         ticket,
         Replies{
             "Panie Sebastianie, bramy 5–9 mają już sieć. Docelowe urządzenie jest zamówione, po "
             "dostawie wymienimy je wraz z kablami, na czas przerwy śniadaniowej."}},
        {{-1, 13, 30},
         "Łukasz Górski",
         ticket,
         Plans{.persons = {"Łukasz Górski", "Kamil Szulc"},
               .times = {{2, 10, 0}},
               .minutes = 150,
               .travel = 35,
               .site = "Magazyn Gądki",
               .for_customer = "Wymiana przełącznika i kabli, przerwa w sieci najwyżej 20 minut.",
               .for_us = "Szulc bierze tester kabli."}},
    };
}

// Two people report the same.
std::vector<Deed> messages_to_drivers() {
    const std::string first = "awizacje";
    const std::string second = "sms do kierowcow";
    return {
        {{-3, 10, 2},
         "Dawid Nowicki",
         first,
         Opens{.subject = "Kierowcy nie dostają SMS-ów z awizacją",
               .text =
                   "Dzień dobry, od rana kierowcy dzwonią, że nie dostali SMS-a z numerem rampy. W "
                   "programie wszystko ma status „wysłane”.\n\nDawid Nowicki",
               .category = "Line-of-business programs",
               .urgency = Urgency::high}},
        {{-3, 10, 6}, "Tomasz Wrona", first, Takes{}},
        {{-3, 10, 9},
         "Patrycja Wesołowska",
         second,
         Opens{.subject = "Awizacje nie dochodzą",
               .text =
                   "Cześć, SMS-y z awizacji nie dochodzą do przewoźników, przynajmniej do trzech "
                   "firm. Możecie sprawdzić?\n\nPatrycja",
               .category = "Line-of-business programs"}},
        {{-3, 10, 15}, "Tomasz Wrona", second, Merges{first}},
        {{-3, 10, 22},
         "Tomasz Wrona",
         first,
         Notes{"Bramka SMS przyjmuje wiadomości, ale operator ich nie doręcza. Zgłoszone u "
               "operatora, "
               "numer sprawy 20-8841."}},
        {{-3, 10, 27},
         "Tomasz Wrona",
         first,
         Replies{
             "Dzień dobry, awarię ma operator bramki SMS, wiadomości stoją u niego w kolejce. Do "
             "czasu naprawy program może wysyłać awizacje mailem; włączyliśmy to dla wszystkich "
             "przewoźników.\n\nTomasz Wrona"}},
        {{-3, 10, 29},
         "Tomasz Wrona",
         first,
         Waits{WaitingFor::vendor, "Naprawa u operatora bramki SMS, sprawa 20-8841."}},
        {{-3, 10, 30}, "Tomasz Wrona", first, Tags{{"awaria zewnętrzna"}}},
        {{-3, 11, 48},
         "Patrycja Wesołowska",
         second,
         Replies{"Maile dochodzą, przewoźnicy potwierdzają. Dziękuję za obejście."}},
    };
}

// A second matter in an answer becomes a ticket of its own.
std::vector<Deed> printout_and_scanner() {
    const std::string first = "pit na zlej tacy";
    const std::string second = "skany bokiem";
    return {
        {{-4, 9, 15},
         "Marta Wilk",
         first,
         Opens{.subject = "Wydruki PIT-ów biorą papier ze złej tacy",
               .text = "Dzień dobry, wydruki z programu kadrowego wychodzą na papierze firmowym "
                       "zamiast na zwykłym. W innych programach jest dobrze.\n\nMarta Wilk",
               .category = "Printer",
               .urgency = Urgency::low}},
        {{-4, 9, 34}, "Julia Sikora", first, Takes{}},
        {{-4, 9, 38},
         "Julia Sikora",
         first,
         Replies{"Dzień dobry, Pani Marto, w programie kadrowym proszę wybrać Plik, Ustawienia "
                 "wydruku i zmienić źródło papieru na „taca 2”. Program zapamięta to na stałe.\n\n"
                 "Julia Sikora"}},
        {{-4, 10, 20},
         "Marta Wilk",
         first,
         Replies{"Pomogło, dziękuję! Przy okazji: skaner w naszym pokoju od niedawna zapisuje "
                 "strony bokiem i trzeba je obracać ręcznie."}},
        {{-4, 10, 26},
         "Julia Sikora",
         first,
         Splits{.message = 2,
                .subject = "Skaner w pokoju księgowości zapisuje strony bokiem",
                .as = second}},
        {{-4, 10, 30},
         "Julia Sikora",
         first,
         Solves{"Cieszę się, że wydruki są już w porządku. Sprawę skanera założyłam jako osobne "
                "zgłoszenie, żeby nie zginęła.\n\nJulia Sikora"}},
        {{-4, 10, 31}, "Julia Sikora", second, Takes{}},
        {{-4, 10, 33}, "Julia Sikora", second, Links{first, TicketLinkKind::relates}},
        {{-4, 10, 52},
         "Julia Sikora",
         second,
         Notes{"Profil skanowania ma włączone „obrót według tekstu”. Przy tabelach zgaduje źle. "
               "Wyłączę po godzinach, bo profil jest wspólny dla trzech osób."}},
        {{-3, 8, 24}, "Julia Sikora", second, Applies{"Done, please check"}},
        {{-3, 9, 20},
         "Marta Wilk",
         first,
         Rates{5, "Jedna odpowiedź i po kłopocie. Dobrze, że skaner nie przepadł w tej rozmowie."}},
    };
}

// One matter, several works of their own.
std::vector<Deed> archive_moves() {
    const std::string parent = "archiwum";
    const std::string sockets = "gniazda";
    const std::string labels = "etykiety";
    return {
        {{-8, 9, 25},
         "Bożena Ratajczak",
         parent,
         Opens{
             .subject = "Przeprowadzka archiwum kartotek na parter",
             .text =
                 "Dzień dobry, archiwum przechodzi z piwnicy na parter, do dawnej pralni. Razem z "
                 "nim dwa stanowiska i drukarka etykiet. Kto powie nam, co trzeba przygotować?"
                 "\n\nBożena Ratajczak",
             .category = "Other",
             .type = TicketType::request,
             .urgency = Urgency::low}},
        {{-8, 9, 50}, "Marek Dudek", parent, Takes{}},
        {{-8, 9, 58},
         "Marek Dudek",
         parent,
         Replies{
             "Dzień dobry, Pani Bożeno, najpierw obejrzymy pomieszczenie, potem ułożymy listę prac "
             "z terminami. Proponuję wizję lokalną w najbliższych dniach.\n\nMarek Dudek"}},
        {{-8, 10, 4},
         "Marek Dudek",
         parent,
         Plans{.persons = {"Marek Dudek"},
               .times = {{-6, 11, 0}},
               .minutes = 45,
               .travel = 15,
               .site = "Przychodnia Łazarz",
               .for_customer = "Wizja lokalna w dawnej pralni."}},
        {{-6, 11, 50}, "Marek Dudek", parent, Ends{}},
        {{-6, 12, 12},
         "Marek Dudek",
         parent,
         Lists{{"Wizja lokalna",
                "Gniazda sieciowe i zasilanie",
                "Drukarka etykiet",
                "Przeniesienie dwóch stanowisk",
                "Nowy plan gniazd w dokumentacji"}}},
        {{-6, 12, 13}, "Marek Dudek", parent, Ticks{1}},
        {{-6, 12, 20},
         "Marek Dudek",
         sockets,
         Opens{.subject = "Cztery gniazda sieciowe w dawnej pralni",
               .text = "Dwa przy oknie, dwa przy regałach, wszystkie do szafy w recepcji.",
               .requester = "Bożena Ratajczak",
               .category = "Network and internet",
               .type = TicketType::task}},
        {{-6, 12, 22}, "Marek Dudek", sockets, Links{parent, TicketLinkKind::parent}},
        {{-6, 12, 24}, "Marek Dudek", sockets, Takes{}},
        {{-2, 13, 30},
         "Marek Dudek",
         sockets,
         Solves{
             "Instalator skończył, pomiary wszystkich czterech gniazd są prawidłowe, protokół leży "
             "w dokumentacji przychodni."}},
        {{-2, 13, 34}, "Marek Dudek", parent, Ticks{1}},
        {{-6, 12, 27},
         "Marek Dudek",
         labels,
         Opens{.subject = "Drukarka etykiet do nowego archiwum",
               .text = "Przenieść z piwnicy i przełączyć na nowy adres sieciowy.",
               .requester = "Bożena Ratajczak",
               .category = "Printer",
               .type = TicketType::task,
               .urgency = Urgency::low,
               .contents = {{.field = "numer_inwentarzowy", .text = "WSI-E118"},
                            {.field = "zasob", .text = "Drukarka etykiet archiwum"},
                            {.field = "koniec_gwarancji", .day = 75},
                            {.field = "gwarancja", .text = "na_gwarancji"}}}},
        {{-6, 12, 29}, "Marek Dudek", labels, Links{parent, TicketLinkKind::parent}},
        {{-6, 12, 30}, "Marek Dudek", labels, Links{sockets, TicketLinkKind::depends_on}},
        {{-6, 12, 32}, "Marek Dudek", parent, Tags{{"przeprowadzka"}}},
        {{-2, 13, 40},
         "Marek Dudek",
         parent,
         Plans{.persons = {"Marek Dudek", "Tomasz Wrona"},
               .times = {{7, 8, 0}},
               .minutes = 240,
               .travel = 15,
               .site = "Przychodnia Łazarz",
               .for_customer = "Przeniesienie dwóch stanowisk i drukarki etykiet.",
               .for_us = "Wózek stoi u nas w piwnicy, zabrać pasy."}},
        {{-2, 13, 44}, "Marek Dudek", parent, IsDue{8}},
    };
}

}  // namespace

std::vector<Deed> days_of_incidents() {
    std::vector<Deed> all;
    for (auto deeds : {storm_in_the_warehouse(),
                       messages_to_drivers(),
                       printout_and_scanner(),
                       archive_moves()}) {
        all.insert(all.end(), deeds.begin(), deeds.end());
    }
    return all;
}

}  // namespace ogniwo::demo
