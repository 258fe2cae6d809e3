#include "moving/mapping_rules.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <span>

#include "base/text.hpp"

namespace ogniwo::moving {
namespace {

// A field and the headings it goes by, folded, letters and digits alone, the likelier ones first.
struct Heading {
    std::string_view field;
    std::string_view headings;
};

constexpr std::array customer_fields{
    Heading{"name",
            "nazwaskrocona nazwafirmy nazwaklienta nazwa firma klient kontrahent nazwakontrahenta "
            "companyname company customername customer shortname name"},
    Heading{"nip", "nip numernip nrnip taxid vatid vatnumber taxnumber vat"},
    Heading{"legalName", "nazwapelna pelnanazwa nazwaprawna nazwanafakturze legalname fullname"},
    Heading{"key",
            "id kod symbol akronim idklienta kodklienta kodkontrahenta numerklienta "
            "customerid customernumber externalid key"},
    Heading{"regon", "regon numerregon"},
    Heading{"krs", "krs numerkrs nrkrs"},
    Heading{"iban", "iban numerkonta nrkonta kontobankowe rachunek bankaccount"},
    Heading{"street", "ulica adres ulicainumer adresulica street address addressline1"},
    Heading{"postCode", "kodpocztowy kodpoczt postcode postalcode zip zipcode"},
    Heading{"city", "miasto miejscowosc city town"},
    Heading{"country", "kraj panstwo country"},
    Heading{"phone", "telefon tel telefon1 numertelefonu nrtelefonu phone phonenumber telephone"},
    Heading{"phone2", "telefon2 telefonkomorkowy komorka kom tel2 mobile phone2"},
    Heading{"email", "email adresemail poczta mail emailaddress"},
    Heading{"domains", "domena domeny domain domains www stronawww strona website web"},
    Heading{"sector", "branza sektor sector industry"},
    Heading{"language", "jezyk language"},
    Heading{"notes", "uwagi notatki notatka opis komentarz notes note comments remarks"}};

constexpr std::array person_fields{
    Heading{"name",
            "imieinazwisko nazwiskoiimie osoba kontakt osobakontaktowa pracownik "
            "uzytkownik fullname name contact contactname person user displayname"},
    Heading{"givenName", "imie imiona givenname firstname"},
    Heading{"familyName", "nazwisko familyname lastname surname"},
    Heading{"email", "email adresemail poczta mail emailaddress email1"},
    Heading{"email2", "email2 drugiemail emaildodatkowy secondaryemail"},
    Heading{"phone",
            "telefon tel telefonstacjonarny telefonsluzbowy numertelefonu phone "
            "phonenumber telephone workphone"},
    Heading{"mobile", "komorka telefonkomorkowy kom mobile mobilephone cell"},
    Heading{"customer",
            "klient firma nazwafirmy kontrahent nazwaklienta nip nipfirmy company "
            "companyname customer organization organisation"},
    Heading{"jobTitle", "stanowisko funkcja tytul jobtitle title position role"},
    Heading{"key", "id login idosoby numer userid externalid username key"},
    Heading{"staff", "technik naszpracownik staff isstaff"},
    Heading{"language", "jezyk language"},
    Heading{"notes", "uwagi notatki notatka komentarz notes note comments remarks"}};

constexpr std::array ticket_fields{
    Heading{"number",
            "numer nr numerzgloszenia nrzgloszenia idzgloszenia id zgloszenie number "
            "ticketnumber ticketid ticket key issuekey"},
    Heading{"customer",
            "klient firma nazwafirmy kontrahent nip nazwaklienta company customer "
            "organization organisation"},
    Heading{"subject", "temat tytul nazwa subject title summary"},
    Heading{"text", "opis tresc tresczgloszenia opiszgloszenia description body text details"},
    Heading{"requester",
            "zglaszajacy zglosil osobazglaszajaca autor requester reporter "
            "requestername createdby"},
    Heading{"requesterEmail", "emailzglaszajacego email zglaszajacyemail requesteremail mail"},
    Heading{"status", "status stan state"},
    Heading{"priority", "priorytet waga priority severity"},
    Heading{"type", "typ rodzaj typzgloszenia type issuetype"},
    Heading{"category", "kategoria category"},
    Heading{"createdAt",
            "datautworzenia utworzono data datazgloszenia zgloszono createdat "
            "created createddate datecreated"},
    Heading{"resolvedAt", "datarozwiazania rozwiazano resolvedat resolved dateresolved"},
    Heading{"closedAt", "datazamkniecia zamknieto closedat closed dateclosed"},
    Heading{"assignee",
            "technik przydzielono przypisane przypisany opiekun wykonawca operator "
            "assignee assignedto owner agent technician"},
    Heading{"messageText", "wiadomosc trescwiadomosci odpowiedz komentarz message comment reply"},
    Heading{"messageAuthor",
            "autorwiadomosci autorkomentarza nadawca messageauthor commentauthor "
            "from"},
    Heading{"messageAt", "datawiadomosci datakomentarza messageat commentedat sentat"},
    Heading{"messageInternal",
            "wewnetrzna wewnetrzny notatkawewnetrzna internal private "
            "isinternal"}};

constexpr std::array asset_fields{
    Heading{"name",
            "nazwa nazwazasobu nazwasprzetu nazwaurzadzenia nazwakomputera urzadzenie zasob "
            "hostname name assetname devicename computername asset device"},
    Heading{"customer",
            "klient firma nazwafirmy kontrahent nip nazwaklienta company customer "
            "organization organisation"},
    Heading{"kind", "rodzaj typ kategoria rodzajsprzetu kind type category assettype devicetype"},
    Heading{"maker", "producent marka manufacturer maker vendor brand make"},
    Heading{"model", "model modelurzadzenia modelname"},
    Heading{"serialNumber", "numerseryjny nrseryjny seryjny serialnumber serial serialno sn"},
    Heading{"inventoryNumber",
            "numerinwentarzowy nrinwentarzowy inwentarzowy numerewidencyjny inventorynumber "
            "inventory assettag tag"},
    Heading{"site", "lokalizacja oddzial miejsce site location office"},
    Heading{"person",
            "uzytkownik osoba pracownik uzytkujacy uzywa user usedby assignedto person owner"},
    Heading{"purchasedOn",
            "datazakupu zakupiono zakup purchasedate purchasedon purchased dateofpurchase"},
    Heading{"warrantyUntil",
            "gwarancjado koniecgwarancji datagwarancji gwarancja warrantyuntil warrantyend "
            "warrantyexpiry warranty"},
    Heading{"key", "id idzasobu numer externalid assetid key"},
    Heading{"note", "uwagi notatki notatka opis komentarz notes note comments remarks"}};

std::span<const Heading> headings_of(MovingKind kind) {
    switch (kind) {
        case MovingKind::customers:
            return customer_fields;
        case MovingKind::persons:
            return person_fields;
        case MovingKind::tickets:
            return ticket_fields;
        case MovingKind::assets:
            return asset_fields;
    }
    return {};
}

bool is_required(MovingKind kind, std::string_view field) {
    switch (kind) {
        case MovingKind::customers:
        case MovingKind::assets:
            return field == "name";
        case MovingKind::persons:
            return false;  // One of the names must be there; see check_mapping.
        case MovingKind::tickets:
            return field == "number" || field == "createdAt";
    }
    return false;
}

// "Nazwa firmy *" and "NAZWA_FIRMY" are one heading.
std::string bare(std::string_view text) {
    std::string folded = fold(text);
    std::erase_if(folded,
                  [](char c) { return !((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')); });
    return folded;
}

// Words of a list that is separated by spaces, one at a time; empty at the end.
std::string_view next_word(std::string_view& list) {
    const auto space = list.find(' ');
    const std::string_view word = list.substr(0, space);
    list.remove_prefix(space == std::string_view::npos ? list.size() : space + 1);
    return word;
}

bool takes(const MovingMapping& mapping, std::string_view field) {
    return std::ranges::find(mapping.columns, field, &ColumnMeaning::field) !=
           mapping.columns.end();
}

// Our word, and theirs as people and programs write it, as above.
struct KnownWord {
    std::string_view field;
    std::string_view ours;
    std::string_view theirs;
};

constexpr std::array known_words{
    KnownWord{"status", "new", "new nowe nowy nowa zarejestrowane zarejestrowany"},
    KnownWord{"status",
              "open",
              "open otwarte otwarty otwarta wtoku wrealizacji wtrakcie realizowane przypisane "
              "przydzielone inprogress active assigned reopened wznowione"},
    KnownWord{"status",
              "waiting",
              "waiting pending onhold oczekuje oczekujace czeka wstrzymane zawieszone "
              "oczekujenaklienta waitingforcustomer"},
    KnownWord{"status",
              "resolved",
              "resolved solved rozwiazane rozwiazany rozwiazana zrealizowane wykonane fixed"},
    KnownWord{"status",
              "closed",
              "closed zamkniete zamkniety zamknieta zakonczone zakonczony anulowane odrzucone "
              "done completed cancelled"},
    KnownWord{"priority", "low", "low niski niska nizszy p4 4 minor trivial planowy"},
    KnownWord{"priority",
              "normal",
              "normal normalny normalna sredni srednia zwykly standardowy medium p3 3"},
    KnownWord{"priority", "high", "high wysoki wysoka wyzszy pilny pilne p2 2 major urgent"},
    KnownWord{"priority",
              "critical",
              "critical krytyczny krytyczne najwyzszy krytyczna bardzopilny natychmiastowy p1 1 "
              "blocker highest"},
    KnownWord{"type", "incident", "incident awaria usterka blad problem bug error"},
    KnownWord{"type", "request", "request servicerequest zlecenie prosba zamowienie"},
    KnownWord{"type", "question", "question pytanie"},
    KnownWord{"type", "task", "task zadanie"},
    KnownWord{"type", "maintenance", "maintenance konserwacja przeglad"},
    KnownWord{"kind",
              "computer",
              "computer komputer laptop notebook desktop pc stacjarobocza workstation terminal "
              "tablet"},
    KnownWord{"kind", "server", "server serwer serwerfizyczny"},
    KnownWord{"kind", "printer", "printer drukarka urzadzeniewielofunkcyjne mfp skaner scanner"},
    KnownWord{"kind", "phone", "phone telefon smartfon smartphone komorka mobile"},
    KnownWord{"kind",
              "network",
              "network networkdevice urzadzeniesieciowe router ruter switch przelacznik zapora "
              "firewall accesspoint punktdostepowy"},
    KnownWord{"kind", "till", "till kasa kasafiskalna pos cashregister"},
    KnownWord{"kind", "fiscal_printer", "fiscalprinter drukarkafiskalna"},
    KnownWord{"kind", "software", "software oprogramowanie program licencja licence license"},
    KnownWord{"kind", "other", "other inne inny pozostale"}};

bool has_word(std::string_view list, std::string_view word) {
    while (!list.empty()) {
        if (next_word(list) == word) return true;
    }
    return false;
}

bool is_word_of_ours(std::string_view field, std::string_view ours) {
    return std::ranges::any_of(known_words, [&](const KnownWord& word) {
        return word.field == field && word.ours == ours;
    });
}

std::string item(std::string_view list, std::size_t index, std::string_view member) {
    return "/mapping/" + std::string(list) + "/" + std::to_string(index) + "/" +
           std::string(member);
}

void check_columns(MovingKind kind,
                   const std::vector<std::string>& header,
                   const MovingMapping& mapping,
                   std::vector<FieldError>& errors) {
    const auto headings = headings_of(kind);
    std::set<std::string> taken;
    for (std::size_t i = 0; i < mapping.columns.size(); ++i) {
        const auto& [field, column] = mapping.columns[i];
        if (std::ranges::find(headings, field, &Heading::field) == headings.end()) {
            errors.push_back({item("columns", i, "field"), field_unknown.name});
        } else if (!taken.insert(field).second) {
            errors.push_back({item("columns", i, "field"), field_doubled.name});
        }
        if (std::ranges::find(header, column) == header.end()) {
            errors.push_back(
                {item("columns", i, "column"), column_unknown.name, {{"column", column}}});
        }
    }
}

void check_needs(MovingKind kind, const MovingMapping& mapping, std::vector<FieldError>& errors) {
    const auto need = [&](bool is_there, std::string_view field) {
        if (is_there) return;
        errors.push_back({"/mapping/columns", field_missing.name, {{"field", std::string(field)}}});
    };
    for (const Heading& heading : headings_of(kind)) {
        if (is_required(kind, heading.field)) need(takes(mapping, heading.field), heading.field);
    }
    if (kind == MovingKind::persons) {
        need(takes(mapping, "name") || takes(mapping, "familyName"), "name");
    }
    if (kind == MovingKind::tickets || kind == MovingKind::assets) {
        need(takes(mapping, "customer") || !mapping.customer.empty(), "customer");
    }
    if (kind == MovingKind::tickets) {
        need(takes(mapping, "subject") || takes(mapping, "text"), "subject");
    }
}

}  // namespace

std::vector<MovingField> fields_of(MovingKind kind) {
    std::vector<MovingField> fields;
    for (const Heading& heading : headings_of(kind)) {
        fields.push_back({std::string(heading.field), is_required(kind, heading.field)});
    }
    return fields;
}

std::vector<ColumnMeaning> propose_columns(MovingKind kind,
                                           const std::vector<std::string>& header) {
    std::vector<std::string> bare_header;
    for (const std::string& column : header) bare_header.push_back(bare(column));
    std::vector<ColumnMeaning> proposed;
    std::set<std::size_t> taken;
    for (const Heading& heading : headings_of(kind)) {
        for (std::string_view list = heading.headings; !list.empty();) {
            const std::string_view word = next_word(list);
            const auto found = std::ranges::find(bare_header, word);
            const auto place = static_cast<std::size_t>(found - bare_header.begin());
            if (found == bare_header.end() || taken.contains(place)) continue;
            taken.insert(place);
            proposed.push_back({std::string(heading.field), header[place]});
            break;
        }
    }
    return proposed;
}

std::vector<std::string> left_out(const std::vector<std::string>& header,
                                  const MovingMapping& mapping) {
    std::vector<std::string> columns;
    for (const std::string& column : header) {
        const auto found = std::ranges::find(mapping.columns, column, &ColumnMeaning::column);
        if (found == mapping.columns.end()) columns.push_back(column);
    }
    return columns;
}

Outcome check_mapping(MovingKind kind,
                      const std::vector<std::string>& header,
                      const MovingMapping& mapping) {
    std::vector<FieldError> errors;
    check_columns(kind, header, mapping, errors);
    check_needs(kind, mapping, errors);
    for (std::size_t i = 0; i < mapping.words.size(); ++i) {
        if (!is_word_of_ours(mapping.words[i].field, mapping.words[i].ours)) {
            errors.push_back({item("words", i, "ours"), word_unknown.name});
        }
    }
    if (!is_zone(mapping.zone)) errors.push_back({"/mapping/zone", zone_unknown.name});
    if (trim(mapping.name).empty()) {
        errors.push_back({"/mapping/name", "too_short", {{"least", "1"}}});
    }
    if (errors.empty()) return Nothing{};
    return Error{.reason = invalid_fields, .fields = std::move(errors)};
}

std::optional<std::string> word_for(const MovingMapping& mapping,
                                    std::string_view field,
                                    std::string_view theirs) {
    const std::string folded = fold(trim(theirs));
    for (const WordMeaning& word : mapping.words) {
        if (word.field == field && fold(trim(word.theirs)) == folded) return word.ours;
    }
    const std::string word = bare(theirs);
    for (const KnownWord& known : known_words) {
        if (known.field == field && has_word(known.theirs, word)) return std::string(known.ours);
    }
    return std::nullopt;
}

std::optional<bool> read_yes_no(std::string_view text) {
    const std::string_view written = trim(text);
    if (written.empty() || written == "-") return false;
    const std::string word = bare(written);
    if (has_word("tak t yes y true 1 x prawda", word)) return true;
    if (has_word("nie n no false 0 falsz", word)) return false;
    return std::nullopt;
}

}  // namespace ogniwo::moving
