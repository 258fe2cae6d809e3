// Polish: lines, wireless networks, phones and servers.

#include "demo/story.hpp"

namespace ogniwo::demo {

std::string_view polish_network_stories() {
    return R"story(
# pl wifi-weak low medium
~ room: w sali konferencyjnej | na piętrze | w pokoju 7 | w kuchni
Słabe Wi-Fi {room}
Dzień dobry, {room} Wi-Fi ma jedną kreskę i rozmowy wideo się rwą. W innych miejscach jest
dobrze.
@take 25
@note 15
Punkt dostępowy na tym piętrze nie odpowiada w kontrolerze od 6:12. Port na przełączniku bez
zasilania.
@reply 4
Dzień dobry, {greet}, punkt dostępowy najbliżej tego miejsca jest wyłączony. Włączam zdalnie
zasilanie na porcie, proszę o chwilę.
@solve 12
Punkt dostępowy uruchomił się i {room} jest znowu pełny zasięg. Przyczyna: port przełącznika
wyłączył zasilanie po zwarciu w kablu krosowym. Kabel wymienimy przy najbliższej wizycie.

/{me}

# pl vpn-home medium high
~ error: 691 | 809 | 868
Praca z domu: VPN nie łączy się, błąd {error}
Dzień dobry, pracuję dziś z domu i VPN nie chce się połączyć, błąd {error}. Internet w domu
działa.

/{me}
@take 6
@ask 4
Dzień dobry, {greet}, czy łączy się [Pani|Pan] przez domowe Wi-Fi, czy przez telefon? I czy w
ostatnich dniach zmienia[ła|ł] [Pani|Pan] hasło do komputera?
@customer 20
Przez Wi-Fi. Hasło tak, wczoraj!
@solve 8
To jest przyczyna: VPN próbował starego hasła zapisanego w systemie. Usunęliśmy je zdalnie i
połączenie działa z nowym. Po następnej zmianie hasła wystarczy raz kliknąć „Połącz jako inny
użytkownik”.

/{me}

# pl internet-down major high
~ site: w centrali | w drugim oddziale | w magazynie | w całym biurze
Brak internetu {site}
Nie działa internet {site}, telefony stacjonarne też nie. Dzwonię z komórki, proszę o pilną
pomoc!

/{me}
@take 2
@reply 2
Dzień dobry, {greet}, widzę w monitoringu, że łącze {site} nie odpowiada od 7 minut. Sprawdzamy i
za 10 minut wracam z informacją, także jeżeli nic się nie zmieni.
@up 4 needs_skill network
Łącze główne bez odpowiedzi, ruter odpowiada po LTE. Zapasowe LTE nie przejęło ruchu, a powinno.
@take 2
@note 6
Operator: awaria światłowodu po koparce, czas naprawy nieznany. Zapasowe LTE wstało, ale trasa
domyślna wskazuje nadal na martwy interfejs: kontrola trasy pingowała ruter operatora, który
odpowiada.
@reply 4
Dzień dobry, łącze światłowodowe uszkodzono przy robotach ziemnych, operator pracuje nad naprawą.
Ruch przełączyliśmy na łącze zapasowe: internet i telefony powinny już działać, trochę wolniej
niż zwykle.
@customer 6
Działa, dziękujemy! Wolniej, ale działa.
@wait 10 vendor
Zgłoszenie u operatora, obiecana naprawa do 18:00.
@go 300
Operator naprawił światłowód, ruch wrócił na łącze główne. Kontrola trasy sprawdza teraz dwa
adresy za operatorem, więc przełączenie nastąpi samo.
@down 5 solution_found
Łącze naprawione przez operatora. Poprawiona kontrola trasy: przy następnej awarii zapasowe LTE
przejmie ruch samo w ciągu 30 sekund. Opis w bazie wiedzy „Łącze zapasowe – kiedy i jak”.
@solve 10
Łącze główne działa od popołudnia. Zmieniliśmy też ustawienia tak, by przy podobnej awarii
zapasowe łącze włączyło się samo. Przepraszamy za poranny zamęt.

/{me}

# pl phone-voip medium medium
~ ext: 21 | 24 | 32 | 40
Telefon wewnętrzny {ext} nie dzwoni
Dzień dobry, na numer wewnętrzny {ext} nie można się dodzwonić, od razu słychać zajęte.
Wychodzące działają.
@take 11
@solve 9
Dzień dobry, na aparacie włączony był tryb „nie przeszkadzać” (ikona półksiężyca). Wyłączyliśmy
go zdalnie, próbne połączenie doszło. Włącza się go przypadkiem, przytrzymując klawisz gwiazdki.

/{me}

# pl share-missing medium high
~ drive: Z | S | W
Zniknął dysk {drive}: z plikami
Dzień dobry, po włączeniu komputera nie mam dysku {drive}:. Koleżanka obok ma.
@take 5
@solve 9
Dzień dobry, {greet}, dysk {drive}: jest znowu podłączony. Komputer wystartował szybciej niż
karta sieciowa i pominął podłączenie dysków; zmieni<łam|łem> ustawienie tak, by poczekał na sieć.

/{me}

# pl slow-server medium medium
~ since: od rana | od wczoraj | od dwóch dni
Wolny dostęp do plików na serwerze
Dzień dobry, {since} pliki z dysku wspólnego otwierają się bardzo długo, nawet małe dokumenty
około minuty. Dotyczy wszystkich w biurze.

/{me}
@take 10
@note 12
Sieć w porządku, opóźnienie poniżej 1 ms. Na serwerze kolejka dysku stale powyżej 20.
@up 5 needs_access network
Wolny odczyt z dysku wspólnego u całego biura, {since}. Sieć bez uwag, kolejka dysku serwera 20+.
Proszę sprawdzić macierz i zadania kopii.
@take 15
@note 30
Kopia zapasowa z nocy nadal trwa: pełna zamiast przyrostowej, bo po wymianie taśmy zaczęła nowy
cykl. Wstrzymana do wieczora, kolejka dysku spadła do 1.
@down 5 solution_found
Winna pełna kopia zapasowa w godzinach pracy. Wstrzymana, pełne kopie odtąd tylko od piątku
wieczorem. Jak rozpoznać: kolejka dysku powyżej 10 i proces agenta kopii na górze listy.
@reply 6
Dzień dobry, w dzień trwała pełna kopia zapasowa i zajmowała dysk serwera. Przenieśliśmy ją na
noc z piątku na sobotę. Czy pliki otwierają się już szybko?
@customer 30
Tak, od razu. Dziękujemy!
@solve 5
Dziękuję za potwierdzenie, zamykam.

/{me}

# pl blocked-page low low
~ page: strona urzędu | strona dostawcy | portal z przetargami | strona ze szkoleniem
Zablokowana {page}
Dzień dobry, {page} nie otwiera się w firmie, pokazuje się czerwona plansza „strona zablokowana”.
W domu działa. Potrzebuję jej do pracy.
@take 30
@ask 5
Dzień dobry, proszę o pełny adres tej strony, najlepiej skopiowany z paska przeglądarki.
@customer 50
Wysyłam adres z paska, zrzut ekranu też mogę dosłać.
@note 10
Domena ma 6 dni, filtr blokuje nowo zarejestrowane. Właściciel wiarygodny, certyfikat w porządku.
@solve 5
Strona jest odblokowana dla całej firmy. Filtr zatrzymuje strony młodsze niż 30 dni, bo często
służą oszustom; tę sprawdziliśmy i jest bezpieczna.

/{me}

# pl certificate high high
~ what: poczty w telefonie | pulpitu zdalnego | panelu klienta
Ostrzeżenie o certyfikacie przy otwieraniu {what}
Dzień dobry, od dziś rano przy otwieraniu {what} mamy ostrzeżenie, że certyfikat wygasł. U
wszystkich.
@take 4
@up 4 needs_access network
Certyfikat wygasł dziś o 2:00, odnawianie automatyczne się nie powiodło. Potrzebny dostęp do
serwera brzegowego.
@take 3
@note 15
Odnawianie padło, bo port 80 zamknięto miesiąc temu przy przeglądzie zapory. Certyfikat
odnowiony, port otwarty tylko dla ścieżki odnawiania, dodany alarm 14 dni przed końcem.
@down 4 solution_found
Certyfikat odnowiony do przyszłego kwartału. Przyczyna: zamknięty port 80. Alarm na 14 dni przed
końcem trafia teraz na pierwszą linię.
@solve 6
Dzień dobry, {greet}, certyfikat jest odnowiony, ostrzeżenie zniknęło. Nie trzeba nic robić na
komputerach. Dodaliśmy alarm, który uprzedzi nas dwa tygodnie przed końcem ważności.

/{me}

# pl switch-noise low low
Szum z szafy serwerowej
Dzień dobry, szafa w korytarzu zaczęła bardzo głośno szumieć, jak odkurzacz. Czy to groźne?
@take 18
@note 10
Temperatura w szafie 41 stopni, wentylatory na 100%. Klimatyzator w korytarzu nie odpowiada.
@ask 4
Dzień dobry, w szafie jest za ciepło i wentylatory pracują z pełną mocą. Czy klimatyzator w
korytarzu działa? Proszę też nie zastawiać kratek szafy.
@customer 15
Klimatyzator jest wyłączony, ktoś wyjął wtyczkę do odkurzacza! Włączy<łam|łem>.
@solve 60
Temperatura wróciła do 24 stopni, szum ustał. Dziękuję za szybką reakcję. Naklejkę „nie wyłączać”
wyślemy pocztą :)

/{me}

# pl guest-wifi low low
~ guests: szkolenie | audytorów | gości z Niemiec | komisję
Wi-Fi dla gości w czwartek
Dzień dobry, w czwartek mamy {guests}, około 10 osób. Proszę o dostęp do Wi-Fi dla gości na ten
dzień.
@take 60
@solve 20
Dzień dobry, kod do sieci „Goscie” jest ważny w czwartek od 7:00 do 19:00. Wysła<łam|łem> go
mailem razem z kartką do wydrukowania na drzwi sali. Goście nie widzą naszej sieci wewnętrznej.

/{me}

# pl forklift-terminals high high | logistics
~ hall: w hali A | w hali B | w chłodni
Terminale na wózkach {hall} gubią sieć
Terminale na wózkach {hall} co chwilę gubią sieć, kompletacja stoi. Tak jest od zmiany porannej.

/{me}
@take 3
@note 8
Dwa z sześciu punktów dostępowych na tym samym kanale po nocnej automatycznej zmianie kanałów.
@up 3 needs_skill network
Terminale {hall} tracą sieć przy przejeździe. Po nocnej zmianie kanałów dwa sąsiednie punkty
nadają na tym samym. Nie mam uprawnień do profilu radiowego.
@take 3
@note 12
Kanały ustawione ręcznie według planu z pomiarów, automat wyłączony dla hal. Próba przejazdu z
brygadzistą przez telefon: bez zerwania.
@down 3 solution_found
Kanały na halach są odtąd stałe, automat tylko w biurach. Jak sprawdzić: kontroler, widok
„kanały”, sąsiedzi nie mogą mieć tej samej liczby.
@reply 4
Dzień dobry, ustawiliśmy kanały radiowe na stałe. Proszę o informację po kwadransie normalnej
jazdy.
@customer 25
Kwadrans minął, żaden nie zgubił. Odrabiamy zaległości, dzięki!
@solve 4
Dziękuję. Nocna automatyczna zmiana kanałów jest na halach wyłączona.

/{me}
)story";
}

}  // namespace ogniwo::demo
