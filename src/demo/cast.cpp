#include "demo/cast.hpp"

#include <algorithm>
#include <array>

#include "base/text.hpp"

namespace ogniwo::demo {
namespace {

using people::Language;
using people::Role;
using people::Weekday;

// One more of each for so many tickets.
constexpr std::int64_t tickets_per_customer = 2'500;
constexpr std::int64_t tickets_per_technician = 10'000;
constexpr std::int64_t tickets_per_desk = 40'000;
constexpr std::int64_t tickets_per_queue_set = 200'000;
constexpr int people_per_customer = 5;

struct Name {
    const char* nominative;
    const char* vocative;
};

constexpr std::array women{
    Name{"Agnieszka", "Agnieszko"},
    Name{"Beata", "Beato"},
    Name{"Dorota", "Doroto"},
    Name{"Elżbieta", "Elżbieto"},
    Name{"Iwona", "Iwono"},
    Name{"Justyna", "Justyno"},
    Name{"Karolina", "Karolino"},
    Name{"Monika", "Moniko"},
    Name{"Renata", "Renato"},
    Name{"Sylwia", "Sylwio"},
    Name{"Urszula", "Urszulo"},
    Name{"Weronika", "Weroniko"},
};
constexpr std::array men{
    Name{"Adam", "Adamie"},
    Name{"Bartosz", "Bartoszu"},
    Name{"Dariusz", "Dariuszu"},
    Name{"Filip", "Filipie"},
    Name{"Jacek", "Jacku"},
    Name{"Konrad", "Konradzie"},
    Name{"Maciej", "Macieju"},
    Name{"Patryk", "Patryku"},
    Name{"Robert", "Robercie"},
    Name{"Stefan", "Stefanie"},
    Name{"Tadeusz", "Tadeuszu"},
    Name{"Wojciech", "Wojciechu"},
};
// The same for women and men.
constexpr std::array family_names{
    "Bąk",   "Bielak", "Cichy",  "Czyż",     "Drozd",  "Duda",  "Fijałek", "Gajda",
    "Grzyb", "Jurek",  "Klimek", "Kos",      "Kozioł", "Kubik", "Lech",    "Malec",
    "Mazur", "Mróz",   "Nowak",  "Ostróżka", "Pająk",  "Ptak",  "Rogala",  "Skiba",
    "Sowa",  "Struś",  "Śliwa",  "Walczak",  "Wilk",   "Wrona", "Zając",   "Ziółko",
};
constexpr std::array english_names{
    "Alice", "Ben", "Chloe", "Daniel", "Emma", "George", "Holly", "James", "Laura", "Oscar"};
constexpr std::array english_family_names{
    "Archer", "Bennett", "Clarke", "Dawson", "Ellis", "Foster", "Grant", "Hughes", "Morris"};

struct Trade {
    const char* name;
    const char* kind;
    const char* sector;
};
constexpr std::array trades{
    Trade{"Biuro Rachunkowe", "accounting", "księgowość"},
    Trade{"Przychodnia", "clinic", "ochrona zdrowia"},
    Trade{"Hurtownia", "logistics", "handel"},
    Trade{"Transport", "logistics", "transport"},
    Trade{"Kancelaria", "accounting", "prawo"},
    Trade{"Apteka", "clinic", "ochrona zdrowia"},
};
constexpr std::array cities{"Poznań", "Gniezno", "Leszno", "Kalisz", "Konin", "Piła"};

std::vector<people::OpenHours> weekdays(int from, int to) {
    std::vector<people::OpenHours> hours;
    for (int day = 0; day < 5; ++day) {
        hours.push_back(
            {.day = static_cast<Weekday>(day), .from = Minutes{from * 60}, .to = Minutes{to * 60}});
    }
    return hours;
}

std::vector<people::OpenHours> weekdays_and_saturday(int from, int to) {
    auto hours = weekdays(from, to);
    hours.push_back({.day = Weekday::saturday, .from = Minutes{8 * 60}, .to = Minutes{14 * 60}});
    return hours;
}

// A tax number with its check digit: an office's three digits and a running number. Where the check
// digit would be ten there is no such number, and the next one is taken.
std::string nip(int office, int number) {
    constexpr std::array weights{6, 5, 7, 2, 3, 4, 5, 6, 7};
    for (;; ++number) {
        std::string digits = std::to_string(office * 1'000'000 + number);
        int sum = 0;
        for (std::size_t i = 0; i < weights.size(); ++i) sum += (digits[i] - '0') * weights[i];
        if (sum % 11 != 10) return digits + std::to_string(sum % 11);
    }
}

std::string mailbox(std::string_view given_name, std::string_view family_name) {
    return fold(given_name) + "." + fold(family_name) + "@";
}

people::CompanyCard our_company() {
    people::CompanyCard card;
    card.name = "Wartecki Serwis IT";
    card.legal_name = "Wartecki Serwis IT sp. z o.o.";
    card.nip = nip(777, 101);
    card.address = people::PostalAddress{
        .lines = {"ul. Garbary 100/3"}, .post_code = "61-757", .city = "Poznań"};
    card.phones = {
        {.number = "61 600 10 10", .note = "Zgłoszenia, opłata jak za połączenie lokalne"},
        {.number = "800 600 101", .note = "Bezpłatnie z telefonów w Polsce"},
        {.number = "601 600 101", .note = "Dyżur po godzinach, opłata według taryfy operatora"}};
    card.email = "pomoc@wartecki.example";
    card.web = "https://wartecki.example";
    card.hours_text = "Dyżur telefoniczny dla klientów z umową: całą dobę";
    card.hours = weekdays(7, 18);
    card.language = Language::pl;
    return card;
}

struct StaffLine {
    const char* given_name;
    const char* family_name;
    const char* vocative;
    bool is_woman;
    const char* job_title;
    Role role;
    int tier;
};
constexpr std::array staff_lines{
    StaffLine{"Barbara", "Lewandowska", "Barbaro", true, "Prezeska", Role::owner, 0},
    StaffLine{"Piotr", "Zieliński", "Piotrze", false, "Kierownik serwisu", Role::administrator, 0},
    StaffLine{
        "Magdalena", "Król", "Magdaleno", true, "Kierowniczka pierwszej linii", Role::lead, 1},
    StaffLine{"Anna", "Nowak", "Anno", true, "Technik pierwszej linii", Role::technician, 1},
    StaffLine{"Tomasz", "Wrona", "Tomaszu", false, "Technik pierwszej linii", Role::technician, 1},
    StaffLine{"Julia", "Sikora", "Julio", true, "Technik pierwszej linii", Role::technician, 1},
    StaffLine{"Marek", "Dudek", "Marku", false, "Technik pierwszej linii", Role::technician, 1},
    StaffLine{"Oliwia", "Pawlak", "Oliwio", true, "Technik pierwszej linii", Role::technician, 1},
    StaffLine{"Krzysztof", "Baran", "Krzysztofie", false, "Kierownik drugiej linii", Role::lead, 2},
    StaffLine{"Łukasz", "Górski", "Łukaszu", false, "Administrator sieci", Role::technician, 2},
    StaffLine{"Ewa", "Jabłońska", "Ewo", true, "Specjalistka ds. aplikacji", Role::technician, 2},
    StaffLine{"Kamil", "Szulc", "Kamilu", false, "Administrator systemów", Role::technician, 2},
    StaffLine{"Grzegorz", "Adamski", "Grzegorzu", false, "Inżynier systemowy", Role::technician, 3},
    StaffLine{
        "Natalia", "Wójcik", "Natalio", true, "Inżynierka oprogramowania", Role::technician, 3},
    StaffLine{"Danuta", "Kubiak", "Danuto", true, "Księgowa", Role::bookkeeper, 0},
    StaffLine{"Paweł", "Michalak", "Pawle", false, "Doradca klientów", Role::consultant, 0},
};

std::vector<CastStaff> our_staff() {
    std::vector<CastStaff> staff;
    for (const StaffLine& line : staff_lines) {
        CastStaff person;
        person.given_name = line.given_name;
        person.family_name = line.family_name;
        person.vocative = line.vocative;
        person.is_woman = line.is_woman;
        person.email = mailbox(line.given_name, line.family_name) + "wartecki.example";
        person.job_title = line.job_title;
        person.phone = "61 600 10 " + std::to_string(11 + staff.size());
        person.role = line.role;
        person.tier = line.tier;
        staff.push_back(std::move(person));
    }
    return staff;
}

struct PersonLine {
    const char* given_name;
    const char* family_name;
    const char* vocative;
    bool is_woman;
    const char* job_title;
    Role role = Role::customer_user;
};

// Only the first one of a customer gets a password.
template <std::size_t count>
void add_people(CastCustomer& customer,
                const std::array<PersonLine, count>& lines,
                std::string_view phone) {
    for (const PersonLine& line : lines) {
        customer.people.push_back(
            {.given_name = line.given_name,
             .family_name = line.family_name,
             .vocative = line.vocative,
             .is_woman = line.is_woman,
             .email = mailbox(line.given_name, line.family_name) + customer.card.domains[0],
             .job_title = line.job_title,
             .phone = std::string(phone) + std::to_string(20 + customer.people.size()),
             .role = line.role,
             .signs_in = customer.people.empty()});
    }
}

people::AddSite site(std::string name,
                     people::PostalAddress address,
                     std::vector<people::OpenHours> hours) {
    people::AddSite added;
    added.name = std::move(name);
    added.address = std::move(address);
    added.hours = std::move(hours);
    return added;
}

CastCustomer accounting_office() {
    CastCustomer saldo{.kind = "accounting", .weight = 30};
    saldo.card.name = "Biuro Rachunkowe Saldo";
    saldo.card.legal_name = "Saldo Kaczmarek i Wspólnicy sp. j.";
    saldo.card.nip = nip(781, 204);
    saldo.card.billing_address = people::PostalAddress{
        .lines = {"ul. Kościelna 14"}, .post_code = "60-536", .city = "Poznań"};
    saldo.card.domains = {"saldo-biuro.example"};
    saldo.card.phones = {{.number = "61 601 20 20", .note = "Sekretariat"}};
    saldo.card.sector = "księgowość";
    saldo.card.pinned_notes =
        "Do 25. dnia miesiąca zamykają VAT: prace serwisowe tylko po 16:00 i po uzgodnieniu.";
    saldo.sites = {site("Biuro Jeżyce", *saldo.card.billing_address, weekdays(8, 16))};
    add_people(saldo,
               std::array{
                   PersonLine{"Teresa",
                              "Kaczmarek",
                              "Tereso",
                              true,
                              "Właścicielka",
                              Role::customer_administrator},
                   PersonLine{"Joanna",
                              "Maciejewska",
                              "Joanno",
                              true,
                              "Główna księgowa",
                              Role::customer_approver},
                   PersonLine{"Marta", "Wilk", "Marto", true, "Księgowa"},
                   PersonLine{"Zofia", "Borowska", "Zofio", true, "Specjalistka ds. kadr i płac"},
                   PersonLine{"Michał", "Gajewski", "Michale", false, "Młodszy księgowy"},
                   PersonLine{"Alicja", "Stachowiak", "Alicjo", true, "Sekretariat"},
               },
               "61 601 20 ");
    return saldo;
}

CastCustomer pharmacies() {
    CastCustomer lipa{.kind = "clinic", .weight = 28};
    lipa.card.name = "Apteki Pod Lipą";
    lipa.card.legal_name = "Pod Lipą Apteki i Przychodnia sp. z o.o.";
    lipa.card.nip = nip(778, 310);
    lipa.card.billing_address = people::PostalAddress{
        .lines = {"ul. Głogowska 55"}, .post_code = "60-738", .city = "Poznań"};
    lipa.card.domains = {"podlipa.example"};
    lipa.card.phones = {{.number = "61 602 30 30", .note = "Centrala"},
                        {.number = "61 602 30 31", .note = "Rejestracja przychodni"}};
    lipa.card.sector = "ochrona zdrowia";
    lipa.card.marks = {people::Mark::vip};
    lipa.card.pinned_notes =
        "Gdy nie działa realizacja e-recept, dzwonimy od razu do kierowniczki apteki.";
    lipa.sites = {site("Apteka Łazarz", *lipa.card.billing_address, weekdays_and_saturday(8, 20)),
                  site("Apteka Rataje",
                       {.lines = {"os. Piastowskie 16"}, .post_code = "61-148", .city = "Poznań"},
                       weekdays_and_saturday(8, 20)),
                  site("Przychodnia Łazarz",
                       {.lines = {"ul. Głogowska 57"}, .post_code = "60-738", .city = "Poznań"},
                       weekdays(7, 19))};
    add_people(lipa,
               std::array{
                   PersonLine{"Katarzyna",
                              "Lipińska",
                              "Katarzyno",
                              true,
                              "Kierowniczka apteki",
                              Role::customer_administrator},
                   PersonLine{"Andrzej",
                              "Lipiński",
                              "Andrzeju",
                              false,
                              "Dyrektor przychodni",
                              Role::customer_approver},
                   PersonLine{"Izabela", "Mroczek", "Izabelo", true, "Technik farmaceutyczny"},
                   PersonLine{"Paulina", "Dąbek", "Paulino", true, "Magister farmacji"},
                   PersonLine{"Rafał", "Olejnik", "Rafale", false, "Magister farmacji"},
                   PersonLine{"Bożena", "Ratajczak", "Bożeno", true, "Rejestratorka medyczna"},
                   PersonLine{"Janusz", "Cieślak", "Januszu", false, "Lekarz rodzinny"},
                   PersonLine{"Aleksandra", "Szymańska", "Aleksandro", true, "Pielęgniarka"},
               },
               "61 602 30 ");
    return lipa;
}

CastCustomer carriers() {
    CastCustomer trans{.kind = "logistics", .weight = 26};
    trans.card.name = "Trans-Warta Logistyka";
    trans.card.legal_name = "Trans-Warta Logistyka S.A.";
    trans.card.nip = nip(783, 415);
    trans.card.billing_address = people::PostalAddress{
        .lines = {"ul. Rabowicka 20"}, .post_code = "62-020", .city = "Swarzędz"};
    trans.card.domains = {"trans-warta.example"};
    trans.card.phones = {{.number = "61 603 40 40", .note = "Dyspozytornia, całą dobę"}};
    trans.card.sector = "transport i magazynowanie";
    trans.card.pinned_notes = "Na teren magazynu tylko w kamizelce i butach ochronnych.";
    trans.sites = {
        site("Centrala i magazyn Swarzędz", *trans.card.billing_address, weekdays(6, 22)),
        site("Magazyn Gądki",
             {.lines = {"ul. Magazynowa 3"}, .post_code = "62-023", .city = "Gądki"},
             weekdays(6, 22))};
    add_people(trans,
               std::array{
                   PersonLine{"Robert",
                              "Jankowski",
                              "Robercie",
                              false,
                              "Dyrektor operacyjny",
                              Role::customer_administrator},
                   PersonLine{"Ilona",
                              "Przybylska",
                              "Ilono",
                              true,
                              "Kierowniczka administracji",
                              Role::customer_approver},
                   PersonLine{"Dawid", "Nowicki", "Dawidzie", false, "Dyspozytor"},
                   PersonLine{"Patrycja", "Wesołowska", "Patrycjo", true, "Spedytorka"},
                   PersonLine{"Sebastian", "Kurek", "Sebastianie", false, "Kierownik magazynu"},
                   PersonLine{"Agata", "Frąckowiak", "Agato", true, "Specjalistka ds. celnych"},
                   PersonLine{"Mirosław", "Błaszczyk", "Mirosławie", false, "Brygadzista"},
                   PersonLine{"Ewelina", "Kasprzak", "Ewelino", true, "Kadry"},
               },
               "61 603 40 ");
    return trans;
}

CastCustomer english_firm() {
    CastCustomer north{.kind = "office", .weight = 18};
    north.card.name = "Northbridge Analytics";
    north.card.legal_name = "Northbridge Analytics Ltd";
    north.card.billing_address = people::PostalAddress{
        .lines = {"14 Cannon Row"}, .post_code = "EC4N 6AP", .city = "London", .country = "GB"};
    north.card.domains = {"northbridge.example"};
    north.card.phones = {{.number = "+44 20 7946 0110", .note = "London office"},
                         {.number = "61 604 50 50", .note = "Poznań office"}};
    north.card.sector = "data analysis";
    north.card.language = Language::en;
    north.card.pinned_notes = "Everything in English. London is an hour behind us.";
    north.sites = {site("Poznań office",
                        {.lines = {"ul. Towarowa 37"}, .post_code = "61-896", .city = "Poznań"},
                        weekdays(8, 18)),
                   site("London office", *north.card.billing_address, weekdays(9, 18))};
    north.sites[1].zone = "Europe/London";
    add_people(north,
               std::array{
                   PersonLine{"Sarah",
                              "Whitfield",
                              "Sarah",
                              true,
                              "Office manager",
                              Role::customer_administrator},
                   PersonLine{"Daniel",
                              "Okafor",
                              "Daniel",
                              false,
                              "Head of engineering",
                              Role::customer_approver},
                   PersonLine{"Priya", "Raman", "Priya", true, "Data analyst"},
                   PersonLine{"Thomas", "Keller", "Thomas", false, "Data analyst"},
                   PersonLine{"Chloe", "Martin", "Chloe", true, "Finance"},
                   PersonLine{"Lucas", "Brandt", "Lucas", false, "Sales"},
               },
               "61 604 50 ");
    return north;
}

// ---- More of everything

int more(std::int64_t tickets, std::int64_t per_one) {
    return static_cast<int>(tickets / per_one);
}

template <class List>
const auto& nth(const List& list, int index) {
    return list[static_cast<std::size_t>(index) % list.size()];
}

CastPerson made_up_person(int number, Language language) {
    CastPerson person{.is_woman = number % 2 == 0,
                      .job_title = language == Language::pl ? "Biuro" : "Office",
                      .role = Role::customer_user,
                      .signs_in = false};
    if (language == Language::en) {
        person.given_name = nth(english_names, number);
        person.family_name = nth(english_family_names, number / 10);
        person.vocative = person.given_name;
        return person;
    }
    const Name& name = person.is_woman ? nth(women, number / 2) : nth(men, number / 2);
    person.given_name = name.nominative;
    person.vocative = name.vocative;
    person.family_name = nth(family_names, number * 7 / 3);
    return person;
}

CastCustomer made_up_customer(int number) {
    const Language language = number % 8 == 0 ? Language::en : Language::pl;
    const Trade& trade = nth(trades, number);
    CastCustomer customer{.kind = language == Language::en ? "office" : trade.kind,
                          .weight = 2 + number * 7 % 9};
    customer.card.name = language == Language::en
                             ? std::string(nth(english_family_names, number / 8)) + " Partners " +
                                   std::to_string(number)
                             : std::string(trade.name) + " " + nth(family_names, number) + " " +
                                   std::to_string(number);
    customer.card.nip = nip(972, 1'000 + 20 * number);
    customer.card.billing_address =
        people::PostalAddress{.lines = {"ul. Przemysłowa " + std::to_string(number)},
                              .post_code = "60-001",
                              .city = nth(cities, number)};
    const std::string domain = "klient-" + std::to_string(number) + ".example";
    customer.card.domains = {domain};
    customer.card.sector = language == Language::en ? "services" : trade.sector;
    customer.card.language = language;
    for (int i = 0; i < people_per_customer; ++i) {
        CastPerson person = made_up_person(number * people_per_customer + i, language);
        person.email = mailbox(person.given_name, person.family_name + std::to_string(i)) + domain;
        if (i == 0) person.role = Role::customer_administrator;
        customer.people.push_back(std::move(person));
    }
    return customer;
}

CastStaff made_up_technician(int number) {
    CastStaff technician;
    static_cast<CastPerson&>(technician) = made_up_person(number, Language::pl);
    technician.email =
        mailbox(technician.given_name, technician.family_name + std::to_string(number)) +
        "wartecki.example";
    technician.job_title = "Technik";
    technician.role = Role::technician;
    technician.tier = number % 6 < 4 ? 1 : number % 6 - 2;
    return technician;
}

}  // namespace

Cast make_cast(const FillDemo& wish) {
    Cast cast{.company = our_company(),
              .staff = our_staff(),
              .customers = {accounting_office(), pharmacies(), carriers(), english_firm()},
              .desks = 1 + more(wish.tickets, tickets_per_desk),
              .queues_per_topic = 1 + more(wish.tickets, tickets_per_queue_set)};
    for (int i = 1; i <= more(wish.tickets, tickets_per_technician); ++i) {
        cast.staff.push_back(made_up_technician(i));
    }
    for (int i = 1; i <= more(wish.tickets, tickets_per_customer); ++i) {
        cast.customers.push_back(made_up_customer(i));
    }
    return cast;
}

}  // namespace ogniwo::demo
