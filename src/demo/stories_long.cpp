// Polish: long conversations, as there are a few in every year.

#include "demo/story.hpp"

namespace ogniwo::demo {

std::string_view polish_long_stories() {
    return R"story(
# pl vpn-drops medium medium
~ home: z domu | z domku nad jeziorem | z mieszkania rodziców
VPN rozłącza się co kilkanaście minut
Dzień dobry,

od przejścia na pracę zdalną ({home}) VPN rozłącza mi się co kilkanaście minut. Za każdym razem
muszę logować się od nowa, a program zamyka niezapisane okna.

/Pozdrawiam
/{me}
@take 15
@ask 8
Dzień dobry, {greet}, proszę o trzy informacje: u jakiego operatora jest internet, czy to
światłowód, kabel czy LTE i czy rozłączenia zdarzają się także przy połączeniu przez telefon
(hotspot).
@customer 60
Internet mam z kablówki. Przez telefon jeszcze nie próbowa<łam|łem>.
@ask 20
Dziękuję. Proszę jutro popracować godzinę przez hotspot z telefonu i napisać, czy rozłączy.
@customer 620
Przez telefon ani razu przez całą godzinę. Przez kablówkę trzy razy w godzinę.
@reply 15
To bardzo cenna wskazówka, czyli winne jest łącze albo domowy ruter. Wyślę [Pani|Panu] mały
program pomiarowy, proszę go uruchomić i zostawić na cały dzień.
@customer 560
Program chodził cały dzień, wynik jest w załączonym pliku na dysku w moim folderze.
@note 30
W wyniku widać co 15 minut przerwę 8–12 sekund, zawsze równo. Wygląda na odnawianie adresu przez
ruter.
@up 10 needs_skill network
VPN zrywa się równo co 15 minut tylko przez domowy ruter z kablówki. Hotspot bez zerwań. Pomiar w
folderze użytkownika. Podejrzewam dzierżawę adresu, nie wiem, jak to obejść po stronie VPN.
@take 40
@note 45
Ruter operatora odnawia dzierżawę co 15 minut i gubi przy tym stan połączeń UDP. Po TCP 443 stan
przeżywa.
@down 10 solution_found
Ruter kablówki co 15 minut gubi stan połączeń UDP. Obejście: profil VPN „TCP 443”. Opisane w
bazie wiedzy: jak rozpoznać (równe odstępy) i jak przełączyć profil zdalnie.
@reply 10
Dzień dobry, druga linia znalazła przyczynę: domowy ruter co 15 minut zapomina o otwartych
połączeniach. Przełączy<łam|łem> VPN na inny sposób połączenia, który to przetrwa. Proszę
popracować dzień i dać znać.
@customer 540
Cały dzień bez jednego rozłączenia!!! Dziękuję bardzo, odzyska<łam|łem> spokój.
@solve 15
Bardzo się cieszę. Rozwiązanie opisaliśmy, więc następnej osobie pomożemy od razu. Jeżeli
operator wymieni kiedyś ruter, nic nie trzeba zmieniać.

/{me}

# pl erp-slow high medium
~ when: codziennie między 10 a 11 | codziennie około 14 | w każdy poniedziałek rano
~ task: zapisanie faktury | otwarcie kartoteki | wydruk zestawienia
Program księgowo-magazynowy zwalnia {when}
Dzień dobry,

{when} program zwalnia tak, że {task} trwa minutę. Potem wszystko wraca do normy. Zgłaszam w
imieniu całego działu, bo wszyscy mają to samo.

/{me}
@take 20
@reply 10
Dzień dobry, {greet}, dziękuję za dokładne godziny, to ułatwi szukanie. Włączam zapisywanie
obciążenia serwera i wracam jutro z wynikami.
@note 500
Wykres: w zgłoszonych godzinach procesor serwera bazy 100%, poza nimi 15%.
@up 15 needs_skill apps
Serwer bazy na 100% w stałych godzinach ({when}). Zapis obciążenia w katalogu pomiarów. Proszę
ustalić, co wtedy działa.
@assign 30
@note 60
Zapytania z raportu „Rotacja zapasów”, uruchamianego z harmonogramu przez kogoś z kierownictwa.
Bez indeksu po dacie, pełny odczyt 18 mln wierszy.
@ask 15
Dzień dobry, {greet}, tu druga linia. W tych godzinach uruchamia się raport „Rotacja zapasów”.
Kto z niego korzysta i czy mógłby powstawać w nocy?
@customer 240
Z raportu korzysta dyrekcja. Pyta<łam|łem>: może być w nocy, byle był gotowy na 7:00.
@note 30
Raport przestawiony na 3:00. To łagodzi objaw, ale przy zamknięciu miesiąca raport i tak
uruchomią ręcznie.
@up 20 vendor apps
Raport bez indeksu po dacie dokumentu. Przestawiony na noc, potrzebny indeks, którego bez zgody
producenta nie wolno dodać. Plan zapytania i pomiary w katalogu.
@take 60
@wait 90 vendor
Wysłane do producenta z planem zapytania przed i po dodaniu indeksu na kopii testowej: 61 s i 0,4
s.
@reply 10
Dzień dobry, raport działa teraz nocą, więc w dzień nie powinien już przeszkadzać. Równolegle
czekamy na zgodę producenta na trwałą poprawkę.
@customer 300
Faktycznie, od trzech dni spokój. Dziękujemy.
@go 1600
Producent zgodził się na indeks i włączy go do kolejnego wydania. Dodany po godzinach, raport
trwa 0,5 s.
@down 10 work_done
Indeks dodany za zgodą producenta (pismo w katalogu umowy). Raport można uruchamiać o dowolnej
porze.
@down 15 solution_found
Przyczyna: raport „Rotacja zapasów” bez indeksu. Poprawione trwale. Jak rozpoznać podobne
przypadki: artykuł „Wolna baza w stałych godzinach”.
@reply 20
Dzień dobry, mamy trwałe rozwiązanie: raport trwa teraz pół sekundy i można go uruchamiać o
każdej porze.
@customer 100
Sprawdzone na żywo w środku dnia, nikt nic nie zauważył. Świetna robota całego zespołu!
@solve 10
Dziękujemy za miłe słowa i za dokładny opis na początku, bez niego szukalibyśmy dużo dłużej.

/{me}

# pl mail-to-spam high medium
~ partner: największy kontrahent | bank | urząd miasta | producent
Nasze maile trafiają do spamu
Dzień dobry, {partner} twierdzi, że wszystkie nasze wiadomości trafiają u nich do spamu. To dla
nas poważny problem, bo nie dochodzą oferty.

/{me}
@take 12
@ask 6
Dzień dobry, {greet}, proszę poprosić odbiorcę o przesłanie jednej takiej wiadomości jako
załącznika, wtedy zobaczymy dokładny powód.
@customer 180
Przysłali, przekazuję w załączniku.
@note 20
W nagłówkach: SPF pass, DKIM fail (klucz nie pasuje), DMARC fail. Klucz w DNS stary.
@up 5 needs_access network
DKIM nie przechodzi od zeszłego tygodnia, w DNS stoi stary klucz. Dostęp do strefy ma druga
linia.
@take 20
@note 30
Przy przenosinach strefy do nowego operatora wgrano kopię sprzed roku. Nowy klucz wpisany, TTL 1
godzina.
@down 5 solution_found
Stary klucz DKIM po przenosinach strefy. Poprawiony, raporty DMARC włączone na naszą skrzynkę.
@reply 10
Dzień dobry, znaleźliśmy błąd: po zmianie operatora domeny podpis wiadomości był niezgodny.
Poprawka działa od godziny. Proszę wysłać wiadomość próbną.
@customer 60
Doszła do skrzynki odbiorczej. Ale dwie inne firmy też się teraz skarżą, że wczoraj odrzuciło im
od nas maile.
@reply 15
To jeszcze skutki wczorajszego stanu. Odrzucone wiadomości trzeba wysłać ponownie;
przygotowa<łam|łem> ich listę z dziennika serwera, 14 sztuk, leży na dysku wspólnym.
@customer 200
Wysłane ponownie wszystkie 14, doszły.
@reply 400
Po trzech dniach raporty pokazują 100% poprawnie podpisanych wiadomości.
@customer 30
Nikt się już nie skarży. Dziękujemy.
@solve 5
Zamykam. Od teraz raporty o odrzuconych wiadomościach trafiają do nas codziennie, więc podobny
błąd zauważymy przed Państwem.

/{me}

# pl office-move medium low
~ when: w przyszłym miesiącu | za trzy tygodnie | na początku kwartału
~ floor: na drugie piętro | do nowego skrzydła | do budynku obok
Przeprowadzka działu {floor}
Dzień dobry,

{when} przeprowadzamy jeden dział {floor}, razem 9 stanowisk. Co musimy przygotować po naszej
stronie?

/Pozdrawiam
/{me}
@assign 90
@reply 120
Dzień dobry, {greet}, po Państwa stronie: plan ustawienia biurek i data. Po naszej: gniazda
sieciowe, telefony, drukarka, Wi-Fi. Czy możemy przyjechać obejrzeć pomieszczenia?
@customer 300
Zapraszamy w dowolny dzień przed południem. Plan biurek wyślę jutro.
@note 700
Wizja lokalna: 12 gniazd, z tego 4 bez połączenia z szafą. Wi-Fi słabe przy oknach, potrzebny
jeden punkt.
@reply 30
Po wizji: brakuje połączeń do czterech gniazd i jednego punktu Wi-Fi. Koszt kabli i urządzenia 1
950 zł netto, praca w ramach umowy. Czy zamawiamy?
@customer 480
Dyrekcja akceptuje.
@wait 60 vendor
Zamówiony punkt dostępowy i kabel, instalator umówiony.
@go 2000
Okablowanie gotowe, pomiary wszystkich 12 gniazd prawidłowe.
@reply 20
Wszystko gotowe na piątek. Proszę, żeby każdy w piątek o 14:00 wyłączył komputer i zostawił na
nim kartkę z imieniem.
@customer 400
Kartki są, w piątek o 14:00 wszyscy wychodzą.
@note 540
Przeniesione 9 stanowisk, jeden zasilacz monitora nie przeżył, wymieniony z zapasu.
@reply 30
Wszystkie stanowiska stoją i działają, jeden zasilacz wymieniliśmy od ręki.
@customer 200
Pierwszy dzień ruszył bez problemów, tylko telefon 32 dzwoni na biurku pana Marka zamiast u pani
Ewy.
@reply 15
Zamienione, proszę sprawdzić.
@customer 10
Teraz dobrze. Dziękujemy całej ekipie!
@solve 20
Dziękujemy za wzorową organizację. Nowy plan gniazd jest w dokumentacji.

/{me}

# pl ransomware-alarm major high
~ file: Faktury.xlsx.locked | Umowy.docx.locked | Grafik.xlsx.locked
Dziwne rozszerzenia plików na dysku wspólnym
Na dysku wspólnym pojawił się plik {file} i nie da się go otworzyć! Jest też plik z angielskim
tekstem o pieniądzach. Proszę natychmiast o telefon!

/{me}
@take 1
@reply 1
Proszę natychmiast odłączyć ten komputer od sieci: wyjąć kabel i wyłączyć Wi-Fi, ale NIE wyłączać
komputera. Dzwonię.
@up 2 needs_skill network
Podejrzenie szyfrowania plików. Komputer odłączony od sieci przez telefon, włączony. Proszę
odciąć dysk wspólny.
@take 1
@note 3
Dysk wspólny tylko do odczytu, konto użytkownika zablokowane, ostatnie migawki zabezpieczone.
@note 12
Zaszyfrowanych 214 plików w jednym folderze, wszystkie z jednego komputera, zatrzymane po 4
minutach.
@up 5 needs_skill network
Szyfrowanie zatrzymane, 214 plików, źródło: jeden komputer, izolowany. Proszę o analizę i
decyzję, kiedy oddać dysk do zapisu.
@take 3
@note 60
Źródło: makro z załącznika „przelew.xlsm”. Brak śladów na serwerach i innych komputerach, brak
wysyłki danych w dzienniku zapory. Obraz dysku zabezpieczony.
@reply 5
Dzień dobry, {greet}, sytuacja jest opanowana. Szyfrowanie zatrzymało się na jednym folderze,
mamy nienaruszoną kopię sprzed niecałej pół godziny. Dysk wspólny na razie można tylko czytać.
Następna informacja za godzinę.
@customer 5
Dziękuję, przekaza<łam|łem> dyrekcji. Czekamy.
@note 40
Folder odtworzony z ostatniej migawki, sumy kontrolne zgodne. Zapis przywrócony.
@reply 3
Folder jest odtworzony z ostatniej kopii, zapis na dysku przywrócony. Stracona może być najwyżej
praca z 22 minut w tym jednym folderze.
@customer 30
Sprawdziliśmy, brakuje dwóch wierszy w jednym pliku, uzupełniliśmy z ręki. Ulga!
@down 20 work_done
Przyczyna: makro z załącznika. Komputer do postawienia na nowo. Makra z internetu zablokowane u
tego klienta dla wszystkich.
@note 200
Komputer postawiony na nowo, oddany.
@down 10 work_done
Zamknięte technicznie. Zostało: rozmowa z użytkownikiem bez szukania winnych i raport dla
dyrekcji.
@reply 120
Przesyłamy raport dla dyrekcji i inspektora ochrony danych. Dane nie opuściły firmy, wynika to z
dziennika zapory.
@customer 200
Raport przyjęty, dziękujemy za sprawne działanie i za spokój w słuchawce.
@solve 10
Dziękujemy za natychmiastowy telefon, te cztery minuty zdecydowały o wszystkim. Makra z internetu
są odtąd zablokowane, a za dwa tygodnie zapraszamy na krótkie szkolenie.

/{me}
)story";
}

}  // namespace ogniwo::demo
