// Ready forms with and without approval, checklists, dates, sleep, and work that comes by itself.

#include "demo/deeds.hpp"

namespace ogniwo::demo {
namespace {

using tickets::TicketType;
using tickets::Urgency;
using tickets::WaitingFor;

// Approved, half done, due in some days.
std::vector<Deed> new_accountant() {
    const std::string ticket = "nowa ksiegowa";
    return {
        {{-6, 9, 40},
         "Zofia Borowska",
         ticket,
         Opens{.subject = "Nowa księgowa w dziale płac: Krystyna Wolna",
               .text = "Imię i nazwisko: Krystyna Wolna\n"
                       "Stanowisko i dział: księgowa, dział płac\n"
                       "Pierwszy dzień pracy: jak w polu obok\n"
                       "Przełożony: Joanna Maciejewska\n"
                       "Potrzebny sprzęt: laptop, dwa monitory, słuchawki\n"
                       "Potrzebne programy i foldery: Płatnik, program płacowy, folder Płace\n"
                       "Miejsce pracy: biuro Jeżyce, pokój 7",
               .ready_form = "New employee",
               .category = "Accounts and passwords",
               .contents = {{.field = "pierwszy_dzien_pracy", .day = 5},
                            {.field = "przelozony", .text = "Joanna Maciejewska"},
                            {.field = "praca_zdalna", .text = "true"}}}},
        {{-6, 11, 15},
         "Joanna Maciejewska",
         ticket,
         Decides{.note = "Zgadzam się, sprzęt i licencje są w planie na ten kwartał."}},
        {{-6, 11, 32}, "Anna Nowak", ticket, Takes{}},
        {{-6, 11, 41},
         "Anna Nowak",
         ticket,
         Replies{"Dzień dobry, Pani Zofio,\n\nkonto i skrzynka będą gotowe dwa dni przed pierwszym "
                 "dniem pracy. Laptop mamy w magazynie, przyjedziemy go ustawić na miejscu.\n\n"
                 "Pozdrawiam\nAnna Nowak"}},
        {{-6, 11, 44}, "Anna Nowak", ticket, Tags{{"nowy pracownik"}}},
        {{-6, 11, 45}, "Anna Nowak", ticket, IsDue{4}},
        {{-5, 10, 5}, "Anna Nowak", ticket, Ticks{1}},
        {{-4, 13, 20}, "Anna Nowak", ticket, Ticks{1}},
        {{-4, 13, 26},
         "Anna Nowak",
         ticket,
         Notes{"Folder Płace nadany za zgodą głównej księgowej. Brakuje jeszcze licencji Płatnika: "
               "@Marek Dudek, proszę o instalację przy ustawianiu laptopa.",
               {"Marek Dudek"}}},
        {{-2, 14, 50}, "Marek Dudek", ticket, Ticks{1}},
        {{-2, 15, 10},
         "Anna Nowak",
         ticket,
         Plans{.persons = {"Tomasz Wrona"},
               .times = {{3, 9, 30}},
               .travel = 20,
               .site = "Biuro Jeżyce",
               .for_customer = "Ustawienie laptopa i monitorów w pokoju 7.",
               .for_us = "Zabrać stację dokującą i drugi zasilacz."}},
    };
}

// Waits for somebody at the customer who may approve.
std::vector<Deed> computer_for_the_till() {
    const std::string ticket = "komputer do okienka";
    return {
        {{-1, 14, 10},
         "Izabela Mroczek",
         ticket,
         Opens{.subject = "Nowy komputer do okienka nr 2",
               .text = "Dla kogo: okienko nr 2, apteka Łazarz\n"
                       "Laptop czy komputer stacjonarny: stacjonarny, mała obudowa pod ladę\n"
                       "Do jakiej pracy: program apteczny, e-recepty, drukarka fiskalna\n"
                       "Na kiedy: przed końcem miesiąca\n"
                       "Co ze starym komputerem: do utylizacji, po skasowaniu dysku",
               .ready_form = "New computer",
               .category = "Computer",
               .contents = {{.field = "numer_inwentarzowy", .text = "WSI-K214"},
                            {.field = "zasob", .text = "Komputer przy okienku nr 2"}}}},
        {{-1, 14, 32}, "Marek Dudek", ticket, Takes{}},
        {{-1, 14, 36}, "Marek Dudek", ticket, Tags{{"zakupy", "apteka"}}},
        {{-1, 14, 40},
         "Marek Dudek",
         ticket,
         Fills{{{.field = "gwarancja", .text = "po_gwarancji"},
                {.field = "koniec_gwarancji", .day = -180},
                {.field = "koszt_netto", .text = "2890.00"}}}},
    };
}

// Refused, so it is closed.
std::vector<Deed> folder_not_needed() {
    const std::string ticket = "folder kadry";
    return {
        {{-5, 8, 52},
         "Mirosław Błaszczyk",
         ticket,
         Opens{.subject = "Dostęp do folderu „Kadry”",
               .text = "Dla kogo: brygadziści zmiany nocnej\n"
                       "Do czego: folder Kadry, lista obecności\n"
                       "Tylko odczyt czy także zmiany: odczyt\n"
                       "Do kiedy: na stałe",
               .ready_form = "Access to a folder or program",
               .category = "Accounts and passwords"}},
        {{-5, 12, 25},
         "Ilona Przybylska",
         ticket,
         Decides{.is_approved = false,
                 .note = "Listę obecności brygadziści mają już w portalu. Cały folder kadrowy nie "
                         "jest do tego potrzebny."}},
    };
}

// Came by themselves: one is done, of the other some steps are left. Two more are still to come.
std::vector<Deed> what_comes_by_itself() {
    const std::string backups = "kontrola kopii";
    const std::string servers = "przeglad serwerow";
    return {
        {{-4, 15, 10},
         "Piotr Zieliński",
         backups,
         Repeats{
             .subject = "Kontrola kopii zapasowych aptek",
             .text = "Kopie bazy programu aptecznego i dysku wspólnego, wszystkie trzy placówki.",
             .requester = "Katarzyna Lipińska",
             .from = "Backup check",
             .comes = {-3, 8, 30}}},
        {{-3, 8, 30}, "", backups, Comes{}},
        {{-3, 9, 12}, "Marek Dudek", backups, Takes{}},
        {{-3, 10, 2}, "Marek Dudek", backups, Ticks{4}},
        {{-3, 10, 8},
         "Marek Dudek",
         backups,
         Solves{
             "Kopie z całego tygodnia są kompletne. Próbnie odtworzony raport dobowy zgadza się z "
             "oryginałem, na nośniku jest wolne 41% miejsca."}},
        {{-9, 12, 5},
         "Piotr Zieliński",
         servers,
         Repeats{.subject = "Comiesięczny przegląd serwerów magazynowych",
                 .text = "Serwer WMS i serwer plików, poprawki po godzinie 22.",
                 .requester = "Robert Jankowski",
                 .from = "Server review",
                 .pace = tickets::Pace::months,
                 .comes = {-2, 8, 0}}},
        {{-2, 8, 0}, "", servers, Comes{}},
        {{-2, 9, 5}, "Tomasz Wrona", servers, Takes{}},
        {{-2, 9, 20}, "Tomasz Wrona", servers, Ticks{1}},
        {{-1, 9, 14}, "Tomasz Wrona", servers, Ticks{2}},
        {{-1, 9, 22},
         "Tomasz Wrona",
         servers,
         Notes{
             "Poprawki wgrane w nocy, oba serwery wstały za pierwszym razem. Dzienniki przejrzę po "
             "dobie pracy, migawki do usunięcia za trzy dni."}},
        {{-1, 9, 25}, "Tomasz Wrona", servers, IsDue{2}},
        {{-5, 14, 30},
         "Piotr Zieliński",
         "odnowienie podpisow",
         Repeats{.subject = "Odnowienie podpisów kwalifikowanych",
                 .text = "Lista kart z datami ważności jest na dysku wspólnym w folderze Podpisy.",
                 .requester = "Teresa Kaczmarek",
                 .pace = tickets::Pace::months,
                 .every = 12,
                 .comes = {7, 9, 0}}},
        {{-5, 14, 42},
         "Piotr Zieliński",
         "access review",
         Repeats{
             .subject = "Quarterly review of access rights",
             .text = "Compare the groups with the list of current staff and send both to Sarah.",
             .requester = "Sarah Whitfield",
             .pace = tickets::Pace::months,
             .every = 3,
             .comes = {9, 9, 0}}},
    };
}

// Asleep until somebody is back, and until a date.
std::vector<Deed> for_later() {
    const std::string kitchen = "nowa kuchnia";
    const std::string archive = "old projects";
    return {
        {{-2, 11, 20},
         "Alicja Stachowiak",
         kitchen,
         Opens{.subject = "Przeniesienie drukarki do nowej kuchni",
               .text = "Dzień dobry, po remoncie chcemy przenieść drukarkę z korytarza do nowej "
                       "kuchni. Zaczynam urlop, a bez pomiaru gniazd nie ma co zaczynać, więc "
                       "proszę o kontakt po moim powrocie.\n\nAlicja Stachowiak",
               .category = "Printer",
               .type = TicketType::request,
               .urgency = Urgency::low}},
        {{-2, 11, 46}, "Oliwia Pawlak", kitchen, Takes{}},
        {{-2, 11, 50},
         "Oliwia Pawlak",
         kitchen,
         Replies{
             "Dzień dobry, Pani Alicjo, oczywiście. Wracamy do sprawy po urlopie i wtedy umówimy "
             "pomiar gniazd. Udanego wypoczynku!\n\nOliwia Pawlak"}},
        {{-2, 11, 53}, "Oliwia Pawlak", kitchen, Sleeps{{5, 8, 0}}},
        {{-5, 10, 12},
         "Priya Raman",
         archive,
         Opens{.subject = "Archive the 2019 project folders",
               .text = "Hi, the 2019 projects can move to the archive, but only after the audit, "
                       "which ends in about two weeks. Could you keep this on your list?\n\nPriya",
               .type = TicketType::request,
               .urgency = Urgency::low}},
        {{-5, 10, 31}, "Magdalena Król", archive, ChangesQueue{"English desk"}},
        {{-5, 10, 44}, "Tomasz Wrona", archive, Takes{}},
        {{-5, 10, 51},
         "Tomasz Wrona",
         archive,
         Replies{"Hi Priya, will do. I have set a reminder for the week after the audit and will "
                 "check with you before anything moves.\n\nTomasz Wrona"}},
        {{-5, 10, 53}, "Tomasz Wrona", archive, Sleeps{{8, 9, 0}}},
    };
}

// Was due yesterday.
std::vector<Deed> list_of_accounts() {
    const std::string ticket = "lista kont";
    return {
        {{-5, 9, 5},
         "Ewelina Kasprzak",
         ticket,
         Opens{.subject = "Lista kont użytkowników przed audytem",
               .text = "Dzień dobry, niedługo mamy audyt i potrzebujemy listy wszystkich "
                       "kont z datą ostatniego logowania i nazwą działu. Wystarczy arkusz.\n\n"
                       "Ewelina Kasprzak",
               .category = "Accounts and passwords",
               .type = TicketType::request}},
        {{-5, 9, 28}, "Julia Sikora", ticket, Takes{}},
        {{-5, 9, 33},
         "Julia Sikora",
         ticket,
         Replies{
             "Dzień dobry, Pani Ewelino, przygotujemy zestawienie z kontrolera domeny i poczty, "
             "z działami z Państwa listy kadrowej.\n\nJulia Sikora"}},
        {{-5, 9, 36}, "Julia Sikora", ticket, IsDue{-1}},
        {{-5, 9, 37}, "Julia Sikora", ticket, Tags{{"audyt"}}},
        {{-3, 15, 40},
         "Julia Sikora",
         ticket,
         Notes{
             "Domena gotowa, 214 kont. W poczcie 11 skrzynek bez właściciela, czekam na odpowiedź, "
             "do których działów należą."}},
        {{-3, 15, 48},
         "Julia Sikora",
         ticket,
         Lists{{"Konta z kontrolera domeny",
                "Skrzynki pocztowe i wspólne",
                "Konta w programie spedycyjnym",
                "Przypisanie do działów"}}},
        {{-3, 15, 52}, "Julia Sikora", ticket, Ticks{1}},
    };
}

// With its maker: the words for that are the same each time, so they are a macro.
std::vector<Deed> payroll_licence() {
    const std::string ticket = "licencja kadrowa";
    return {
        {{-2, 10, 15},
         "Ilona Przybylska",
         ticket,
         Opens{.subject = "Dodatkowa licencja programu kadrowego",
               .text = "Dzień dobry, od przyszłego tygodnia w dziale kadr pracuje trzecia osoba i "
                       "program nie wpuszcza jej już na listę płac. Proszę o jeszcze jedną "
                       "licencję.\n\nIlona Przybylska",
               .category = "Accounting",
               .type = TicketType::request}},
        {{-2, 10, 32}, "Oliwia Pawlak", ticket, Takes{}},
        {{-2, 10, 38}, "Oliwia Pawlak", ticket, Applies{"Waits for the supplier"}},
    };
}

// Nobody asked for these.
std::vector<Deed> spam() {
    return {
        {{-2, 8, 6},
         "Alicja Stachowiak",
         "pozycjonowanie",
         Opens{.subject = "Fwd: Pierwsza strona w Google w 7 dni, gwarancja na piśmie",
               .text = "Szanowni Państwo, Wasza strona traci klientów każdego dnia! Nasi eksperci "
                       "zbadali ją bezpłatnie. Oferta ważna do północy."}},
        {{-2, 8, 41}, "Tomasz Wrona", "pozycjonowanie", IsSpam{}},
        {{-1, 16, 4},
         "Chloe Martin",
         "gift cards",
         Opens{.subject = "URGENT: gift cards for our partners",
               .text = "Are you at your desk? I need five gift cards within the hour, keep it "
                       "between us and send me the codes. Sent from my phone"}},
        {{-1, 16, 20}, "Anna Nowak", "gift cards", IsSpam{}},
    };
}

}  // namespace

std::vector<Deed> days_of_requests() {
    std::vector<Deed> all;
    for (auto deeds : {new_accountant(),
                       computer_for_the_till(),
                       folder_not_needed(),
                       what_comes_by_itself(),
                       for_later(),
                       list_of_accounts(),
                       payroll_licence(),
                       spam()}) {
        all.insert(all.end(), deeds.begin(), deeds.end());
    }
    return all;
}

}  // namespace ogniwo::demo
