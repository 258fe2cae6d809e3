// Polish: programs, from spreadsheets to prescriptions.

#include "demo/story.hpp"

namespace ogniwo::demo {

std::string_view polish_application_stories() {
    return R"story(
# pl zus-program medium high | accounting
Płatnik nie wysyła deklaracji
Dzień dobry,

program Płatnik przy wysyłce pokazuje błąd „certyfikat wygasł lub nie został znaleziony”. Termin
wysyłki mija jutro, bardzo proszę o szybką pomoc.

/Pozdrawiam
/{me}
@take 5
@ask 5
Dzień dobry, {greet}, czy podpis elektroniczny był w ostatnich dniach odnawiany? Jeżeli tak,
proszę włożyć kartę do czytnika i uruchomić Płatnika, połączę się zdalnie.
@customer 15
Tak, w poniedziałek przyszła nowa karta. Włożona.
@note 10
W Płatniku wskazany stary certyfikat. Dodany nowy, ustawiony jako domyślny, wysyłka próbna
przeszła.
@solve 6
Płatnik używa teraz nowego podpisu i deklaracja wyszła, potwierdzenie UPP jest zapisane. Po
kolejnym odnowieniu karty trzeba raz wskazać nowy certyfikat w menu Administracja.

/{me}

# pl jpk medium high | accounting
~ month: sierpień | wrzesień | październik | listopad | marzec | kwiecień
JPK za {month}: błąd przy wysyłce
Dzień dobry, JPK za {month} nie chce się wysłać: „błąd weryfikacji schematu”. Dane wydają się
dobre.

/{me}
@take 8
@note 15
Plik powstał w wersji schematu sprzed aktualizacji programu. Program na tym stanowisku ma starszą
wersję niż na pozostałych.
@reply 4
Dzień dobry, {greet}, program na tym komputerze nie zaktualizował się razem z innymi i tworzy
plik w starym układzie. Aktualizuję go teraz, potrwa około 15 minut.
@solve 25
Program jest aktualny, plik JPK za {month} wygenerowany ponownie i wysłany, status 200.
Sprawdziliśmy też pozostałe stanowiska.

/{me}

# pl invoice-system high high | accounting logistics
~ code: 21405 | 415 | 440
Faktury nie wychodzą do KSeF, kod {code}
Dzień dobry, od rana wszystkie faktury wracają z KSeF z kodem {code}. Wczoraj wychodziły bez
problemu.
@take 4
@note 10
Inni klienci z tym samym programem wysyłają poprawnie. Token wygląda na ważny.
@up 5 needs_skill apps
Wszystkie faktury wracają z kodem {code} od dzisiejszej północy. Token ważny, wersja programu
aktualna. Proszę o sprawdzenie wywołań.
@take 6
@note 25
Token wystawiła osoba, której wczoraj odebrano uprawnienia w KSeF. Wygenerowany nowy token na
konto właściciela, wysyłka wznowiona, 37 faktur przyjętych.
@down 5 solution_found
Token KSeF traci ważność razem z uprawnieniami osoby, która go wystawiła. Nowy token należy
wystawiać na konto firmy. Instrukcja krok po kroku w bazie wiedzy.
@solve 8
Dzień dobry, wszystkie zaległe faktury zostały przyjęte. Wczoraj odebrano uprawnienia osobie, na
którą wystawiono token. Teraz token należy do firmy i zmiana pracownika go nie unieważni.

/{me}

# pl e-prescription major high | clinic
E-recepty: brak połączenia z systemem P1
Pilne! Nie możemy zrealizować żadnej e-recepty, program pokazuje „brak połączenia z P1”. Pacjenci
czekają.

/{me}
@take 1
@reply 2
Dzień dobry, sprawdzam w tej chwili. Czy we wszystkich okienkach, czy tylko w jednym?
@customer 2
We wszystkich. Druga apteka też dzwoniła, to samo.
@note 4
Strona statusu P1: utrudnienia w całym kraju, komunikat opublikowany. Nie po naszej stronie.
@reply 2
Dzień dobry, {greet}, to awaria po stronie systemu P1, dotyczy całego kraju. Zgodnie z
komunikatem można realizować recepty w trybie awaryjnym, na podstawie wydruku z kodem. Będę pisać
co 30 minut.
@wait 3 vendor
Czekamy na P1. Następna informacja dla klienta za 30 minut.
@reply 30
Bez zmian, P1 zapowiada powrót w ciągu godziny.
@go 45
P1 odpowiada, próbna recepta zrealizowana we wszystkich trzech placówkach.
@reply 2
P1 wróciło. Proszę realizować recepty normalnie, a te z trybu awaryjnego dopisać do końca dnia.
@customer 90
Wszystkie dopisane. Dziękujemy za informacje na bieżąco.
@solve 5
Dziękuję. Awaria P1 trwała nieco ponad godzinę. Kartkę „Tryb awaryjny e-recept” dosyłamy mailem,
warto powiesić ją przy okienkach.

/{me}

# pl pharmacy-slow medium medium | clinic
~ what: wyszukiwanie leku | remanent | raport dobowy
Program apteczny: {what} trwa kilka minut
Dzień dobry, w programie aptecznym {what} trwa kilka minut, wcześniej kilka sekund. Zaczęło się
po aktualizacji.

/{me}
@take 15
@note 20
Po aktualizacji brak indeksu w bazie (opisane przez producenta). Przebudowa możliwa tylko przy
zamkniętym programie.
@ask 4
Dzień dobry, {greet}, musimy przebudować bazę, program będzie wtedy zamknięty około 20 minut. Czy
pasuje dziś po zamknięciu?
@customer 60
Tak, zamykamy o 20:00.
@solve 480
Baza jest przebudowana, {what} trwa dziś rano 3 sekundy.

/{me}

# pl registration medium high | clinic
~ doc: karty pacjenta | grafiku lekarzy | skierowań
Rejestracja: nie otwierają się {doc}
Dzień dobry, w rejestracji nie otwierają się {doc}, okno pojawia się i znika. Na drugim
stanowisku działa.
@take 4
@solve 10
Dzień dobry, okno otwierało się na drugim, odłączonym monitorze. Przesunęliśmy je z powrotem i
ustawiliśmy jeden pulpit, teraz wszystko jest widoczne.

/{me}

# pl wms-stock high medium | logistics
~ zone: A-12 | B-03 | C-21 | D-07
WMS: niezgodny stan w lokacji {zone}
Dzień dobry, w WMS lokacja {zone} pokazuje 0, a fizycznie stoi tam paleta. Tak jest już trzeci
raz w tym tygodniu, za każdym razem gdzie indziej.

/{me}
@take 12
@note 20
Historia lokacji: przyjęcie zapisane dwa razy tym samym terminalem w odstępie 2 sekund, drugie
wycofane razem z pierwszym.
@up 5 needs_skill apps
Podwójne przyjęcie tej samej palety w odstępie 2 s, potem wycofanie obu. Trzy przypadki w
tygodniu, zawsze terminale z halą na granicy zasięgu. Dzienniki w załączonym katalogu na
serwerze.
@take 20
@note 90
Potwierdzone: terminal ponawia wysyłkę po zerwaniu sieci, WMS nie rozpoznaje powtórki. To błąd
programu.
@up 10 vendor apps
Powtórka zapisu po zerwaniu sieci tworzy drugie przyjęcie. Kroki do odtworzenia i dzienniki
przygotowane. Proszę o zgłoszenie producentowi WMS i obejście.
@take 30
@wait 60 vendor
Zgłoszone producentowi z opisem odtworzenia. Przyznali błąd, poprawka w najbliższym wydaniu.
@go 2400
Poprawka 8.4.2 wgrana na serwerze testowym, odtworzenie nie powiodło się: powtórka jest
rozpoznawana.
@down 15 work_done
Poprawka 8.4.2 wgrana produkcyjnie po godzinach. Powtórki mają teraz ten sam identyfikator i są
pomijane. Skrypt „znajdź podwójne przyjęcia” zapisany w bazie wiedzy.
@note 15
Skrypt pokazał jeszcze dwie stare lokacje, stany poprawione z brygadzistą.
@down 5 solution_found
Przyczyna i poprawka opisane przez trzecią linię. Stany poprawione. Przy podobnym zgłoszeniu:
uruchomić skrypt i porównać godziny przyjęć.
@reply 10
Dzień dobry, {greet}, przyczyną był błąd WMS: po zerwaniu sieci terminal wysyłał przyjęcie drugi
raz. Producent wydał poprawkę, jest już wgrana. Stan lokacji {zone} i dwóch innych jest
poprawiony.
@customer 120
Potwierdzam, od kilku dni wszystko się zgadza.
@solve 5
Dziękuję za potwierdzenie i za cierpliwość.

/{me}

# pl tms-map medium medium | logistics
Mapa w programie spedycyjnym jest pusta
Dzień dobry, w programie spedycyjnym zamiast mapy jest szare pole. Trasy liczą się normalnie.
@take 20
@note 10
Klucz do map wygasł wczoraj, u wszystkich spedytorów.
@wait 15 vendor
Nowy klucz zamówiony u producenta programu, zwykle w ciągu dnia.
@go 300
Klucz przyszedł, wpisany na serwerze.
@solve 10
Dzień dobry, mapy działają u wszystkich po ponownym otwarciu programu. Wygasł klucz do map;
następny termin wpisaliśmy do kalendarza odnowień.

/{me}

# pl excel-macro low medium
~ file: Rozliczenie delegacji.xlsm | Plan urlopów.xlsm | Cennik.xlsm
Makra w pliku {file} są zablokowane
Dzień dobry, plik {file} pokazuje czerwony pasek „Microsoft zablokował uruchamianie makr”.
Wczoraj działał.
@take 14
@solve 10
Dzień dobry, plik został pobrany z maila i system traktuje go jak obcy. Otworzy<łam|łem> go z
dysku wspólnego, gdzie makra są dozwolone. Proszę korzystać z kopii na dysku, nie z załącznika.

/{me}

# pl outlook-search low low
Wyszukiwanie w poczcie nic nie znajduje
Dzień dobry, wyszukiwarka w poczcie nie znajduje wiadomości, które na pewno mam.
@take 30
@reply 10
Dzień dobry, indeks poczty był uszkodzony, zleci<łam|łem> jego odbudowę. Potrwa to w tle około
dwóch godzin, można normalnie pracować.
@customer 240
Znajduje wszystko, dziękuję.
@solve 10
Dziękuję za informację, miłego dnia.

/{me}

# pl pdf-default low low
Pliki PDF otwierają się w przeglądarce
Dzień dobry, po aktualizacji wszystkie PDF-y otwierają się w przeglądarce zamiast w programie do
podpisu.
@take 22
@solve 8
Dzień dobry, przywróci<łam|łem> program do PDF jako domyślny. Ustawienie jest zablokowane przed
zmianą przez aktualizacje.

/{me}

# pl qualified-signature medium high
~ reader: czytnik w obudowie laptopa | czytnik na USB | czytnik przy monitorze
Podpis kwalifikowany: brak karty
Dzień dobry, program do podpisu pokazuje „nie znaleziono karty”, choć karta jest w środku
({reader}). Muszę dziś podpisać ofertę do końca dnia!

/{me}
@take 3
@note 6
Usługa kart inteligentnych zatrzymana po aktualizacji. Uruchomiona, tryb startu automatyczny.
@solve 5
Dzień dobry, {greet}, karta jest widoczna, proszę podpisywać. Po aktualizacji zatrzymała się
usługa systemowa kart, uruchamia się teraz sama.

/{me}

# pl restore-file medium high
~ file: Zestawienie kosztów.xlsx | Umowa najmu.docx | Harmonogram.xlsx | Lista płac.xlsx
Skasowany plik „{file}”
Dzień dobry, przez pomyłkę skasowa<łam|łem> z dysku wspólnego plik „{file}”. Praca z całego
tygodnia! Czy da się go odzyskać?

/{me}
@take 4
@reply 3
Dzień dobry, {greet}, spokojnie, da się. Kopie dysku robimy co dwie godziny. O której mniej
więcej plik jeszcze był?
@customer 8
Godzinę temu na pewno jeszcze był.
@solve 10
Plik „{file}” z ostatniej kopii leży znowu w tym samym folderze. Brakuje najwyżej tego, co
przybyło od niecałych dwóch godzin.

/{me}

# pl teams-audio low medium
~ when: za pół godziny | za godzinę | po obiedzie
Nie działa kamera w spotkaniach online
Dzień dobry, kamera w spotkaniach pokazuje czarny obraz, a mam ważne spotkanie {when}.
@take 5
@solve 7
Dzień dobry, kamera miała zasuniętą przesłonę nad ekranem :) Po odsunięciu obraz jest. Powodzenia
na spotkaniu!

/{me}

# pl licence low low
~ program: edytora PDF | programu graficznego | programu do kosztorysów
Licencja do {program}
Dzień dobry, proszę o licencję do {program}, będę z niego korzystać raz w miesiącu.

/{me}
@take 70
@ask 20
Dzień dobry, {greet}, roczna licencja kosztuje 540 zł netto. Mamy też jedną wolną licencję
wspólną na stanowisku przy recepcji, przy użyciu raz w miesiącu powinna wystarczyć. Co [Pani|Pan]
woli?
@customer 200
Wystarczy ta wspólna, nie ma co przepłacać.
@solve 15
Dostęp do wspólnej licencji jest nadany. Gdyby okazało się to za mało, proszę napisać, zamówimy
własną.

/{me}
)story";
}

}  // namespace ogniwo::demo
