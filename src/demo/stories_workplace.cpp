// Polish: printers, computers and what lies on desks.

#include "demo/story.hpp"

namespace ogniwo::demo {

std::string_view polish_workplace_stories() {
    return R"story(
# pl printer-offline medium medium
~ printer: HP LaserJet M404 | Brother HL-L6400 | Kyocera ECOSYS P3145 | Canon i-SENSYS MF445
~ room: w sekretariacie | w pokoju 12 | na parterze | w pokoju socjalnym | przy kasie
Drukarka {printer} {room} nie drukuje
Dzień dobry,

od rana drukarka {printer} {room} nie drukuje. W kolejce widać moje dokumenty, ale nic się nie
dzieje. Wyłączy<łam|łem> ją i włączy<łam|łem> ponownie, nie pomogło.

/Pozdrawiam
/{me}
@take 9
@ask 4
Dzień dobry, {greet},

proszę spojrzeć na wyświetlacz drukarki: czy jest tam napis „offline” albo ikona przekreślonej
sieci? I czy kabel sieciowy z tyłu urządzenia mruga na zielono?
@customer 14
Na wyświetlaczu jest „Gotowa”, ale dioda przy kablu nie świeci.
@reply 6
Dziękuję. W takim razie drukarka straciła połączenie z siecią. Proszę wyjąć kabel z drukarki i
wcisnąć go z powrotem, aż kliknie. Jeżeli dioda nadal nie zaświeci, włożymy kabel do drugiego
gniazda w ścianie.
@customer 11
Kliknęło i świeci. Wydruki właśnie wychodzą, wszystkie naraz :) Dziękuję!
@solve 3
Cieszę się, że działa. Kabel sieciowy był wysunięty z gniazda drukarki; po dociśnięciu drukarka
wróciła do sieci i wydrukowała zaległe dokumenty.

/Pozdrawiam
/{me}

# pl toner-order low low
~ printer: HP LaserJet M404 | Brother HL-L6400 | Kyocera ECOSYS P3145
~ room: w sekretariacie | w gabinecie 3 | w kadrach | w magazynie
Kończy się toner w drukarce {room}
Dzień dobry, drukarka {printer} {room} pokazuje, że toneru zostało 5%. Prosimy o zamówienie.

/{me}
@take 25
@solve 40
Dzień dobry, {greet},

toner do {printer} jest zamówiony, kurier dostarczy go jutro do godziny 12. Wymiana: otworzyć
przednią klapę, wyjąć kasetę, włożyć nową. W razie kłopotów proszę o telefon.

/{me}

# pl keyboard-broken low medium
~ thing: klawiatura;klawiaturę;klawiatury | mysz;mysz;myszy
Zepsuta {thing} przy komputerze
Dzień dobry, {thing} przy moim komputerze przestała działać, pożyczy<łam|łem> na razie od
koleżanki. Czy mogę prosić o nową?
@take 15
@solve 30
Dzień dobry, nową {thing.2} wysłaliśmy z dzisiejszą paczką, powinna być jutro rano. Proszę tylko
podłączyć ją do dowolnego gniazda USB, instalacja przebiegnie sama. Starą można oddać do
elektroodpadów.

/{me}

# pl monitor-flickers low medium
~ monitor: Dell P2422H | LG 24BK550Y | iiyama ProLite XUB2492
Migający monitor
Dzień dobry, mój drugi monitor ({monitor}) od wczoraj miga i co kilka minut robi się czarny na
sekundę. Boli od tego głowa.
@take 12
@ask 6
Dzień dobry, {greet}, proszę zamienić kable między obydwoma monitorami i napisać, czy miga nadal
ten sam monitor, czy ten drugi. Po tym poznamy, czy winny jest kabel, czy ekran.
@customer 45
Po zamianie miga ten drugi, a {monitor} jest w porządku.
@note 3
Czyli kabel DisplayPort. Wysyłam nowy z magazynu, 1,8 m.
@solve 20
Dziękuję, to bardzo pomogło: uszkodzony jest kabel, nie monitor. Nowy kabel dotrze jutro z
poranną pocztą. Do tego czasu proszę korzystać z jednego ekranu.

/{me}

# pl laptop-slow medium low
~ laptop: Dell Latitude 5420 | Lenovo ThinkPad E15 | HP ProBook 450
Komputer bardzo wolno działa
Dzień dobry,

mój laptop ({laptop}) od kilku dni działa bardzo wolno. Uruchamia się około dziesięciu minut, a
otwarcie arkusza trwa wieczność. Proszę o pomoc, bo nie da się tak pracować.

/{me}
@take 20
@ask 5
Dzień dobry, {greet}, czy mogę połączyć się teraz zdalnie z [Pani|Pana] komputerem? Zajmie to
około 20 minut, w tym czasie nie będzie można pracować.
@customer 30
Tak, proszę, idę właśnie po kawę.
@note 18
Dysk zajęty w 97%, w tle OneDrive synchronizuje 40 GB zdjęć. Pamięć 8 GB, połowę bierze
przeglądarka z 60 kartami.
@reply 5
Zwolni<łam|łem> 60 GB miejsca: pliki tymczasowe, stare aktualizacje i kosz. Zdjęcia zostają w
chmurze, na laptopie będą tylko te, które [Pani|Pan] otworzy. Komputer uruchamia się teraz w 50
sekund. Proszę dać znać po południu, czy jest lepiej.
@customer 180
Zupełnie inny komputer, dziękuję!
@solve 10
Dziękuję za informację. Zamykam zgłoszenie. Gdyby problem wrócił, proszę po prostu odpisać.

/{me}

# pl scan-to-mail medium medium
~ device: Kyocera TASKalfa 2554ci | Konica Minolta bizhub C250i | Ricoh IM C2000
Skanowanie do poczty przestało działać
Dzień dobry, urządzenie {device} nie wysyła skanów na maila. Pojawia się błąd „Nie można połączyć
z serwerem”. Skanujemy codziennie po kilkadziesiąt dokumentów, więc to pilne.

/{me}
@take 7
@note 10
Hasło skrzynki skaner@ wygasło wczoraj, konto miało zostać wyłączone z wygasania haseł i nie
zostało.
@solve 15
Dzień dobry, {greet},

skanowanie działa ponownie. Wygasło hasło skrzynki, z której urządzenie wysyła skany;
ustawi<łam|łem> nowe i wyłączy<łam|łem> jego wygasanie, więc to się nie powtórzy. Skany z
dzisiejszego poranka trzeba niestety wykonać jeszcze raz.

/{me}
@reopen 200
Przepraszam, ale skany znowu nie wychodzą, ten sam błąd co rano.
@reply 8
Już sprawdzam.
@note 12
Urządzenie wróciło do starego hasła po wybudzeniu: zapis szedł do profilu „użytkownik”, nie
„administrator”. Zapisane we właściwym miejscu, sprawdzone po restarcie.
@solve 6
Znalaz<łam|łem> przyczynę: po uśpieniu urządzenie wracało do poprzedniego hasła. Ustawienie jest
teraz zapisane na stałe, sprawdzi<łam|łem> je także po ponownym uruchomieniu. Przepraszam za
kłopot.

/{me}

# pl label-printer high high | logistics
~ hall: w hali A | w hali B | przy bramie 4 | na kompletacji
~ printer: Zebra ZT411 | Zebra GK420d | Honeywell PM45
Drukarka etykiet {hall} drukuje puste etykiety
{printer} {hall} drukuje co drugą etykietę pustą. Auta stoją pod rampą, nie możemy wydawać
towaru!

/{me}
@take 3
@reply 2
Dzień dobry, zajmuję się tym. Proszę nacisnąć i przytrzymać przycisk Feed przez około 2 sekundy,
aż dioda mignie raz. Drukarka wysunie kilka etykiet i sama zmierzy ich długość.
@customer 6
Zrobione, wysunęła cztery i teraz drukuje dobrze!
@solve 3
Świetnie. Po zmianie rolki na inny rozmiar drukarka nie zmierzyła etykiet na nowo i gubiła
odstępy. To samo wystarczy zrobić po każdej zmianie rozmiaru rolki. Doda<łam|łem> kartkę z opisem
do dokumentacji magazynu.

/{me}

# pl coffee-laptop medium high
~ drink: kawą | herbatą | sokiem
Laptop zalany {drink}
Dzień dobry, niestety zala<łam|łem> laptopa {drink}. Wyłączy<łam|łem> go od razu i
odwróci<łam|łem> klawiaturą w dół. Co mam dalej robić? Mam na nim prezentację na jutro...

/{me}
@take 4
@reply 3
Dzień dobry, {greet}, świetna reakcja, bardzo dobrze. Proszę go nie włączać, nie suszyć suszarką
i odłączyć zasilacz. Jeszcze dziś przyjedzie ktoś od nas z laptopem zastępczym.

Prezentacja: jeżeli leżała w folderze Dokumenty, jest także w chmurze i otworzy się na laptopie
zastępczym.
@customer 12
Była w Dokumentach, uff. Czekam w takim razie.
@assign 15
@note 120
Wydany ThinkPad zastępczy nr Z-07. Zalany zabrany do serwisu, do czyszczenia i oceny.
@wait 20 vendor
Oddany do serwisu producenta, wycena w ciągu 3 dni roboczych.
@go 1500
Wycena: wymiana klawiatury 620 zł netto, płyta bez śladów korozji. Klient zaakceptował
telefonicznie.
@reply 5
Dzień dobry, serwis potwierdził, że wystarczy wymiana klawiatury. Laptop wróci w przyszłym
tygodniu.
@solve 1800
Dzień dobry, laptop z nową klawiaturą wrócił na [Pani|Pana] biurko, zastępczy zabraliśmy.
Wszystkie pliki są na miejscu. Na przyszłość polecam kubek z pokrywką :)

/{me}

# pl new-workstation low low
~ who: nowej osoby w księgowości | nowego stanowiska w recepcji | stażysty
Zakup komputera dla {who}
Dzień dobry,

prosimy o przygotowanie stanowiska dla {who}: laptop, dwa monitory, klawiatura i mysz, słuchawki.
Potrzebne za dwa tygodnie. Proszę o propozycję z ceną.

/{me}
@assign 60
@reply 150
Dzień dobry, {greet},

proponuję ten sam zestaw, który mają już Państwo na innych stanowiskach: Lenovo ThinkPad E14, dwa
monitory 24 cale, stacja dokująca, zestaw bezprzewodowy i słuchawki Jabra. Razem 6 480 zł netto,
dostawa w ciągu 5 dni roboczych. Czy zamawiamy?
@customer 500
Akceptuję, proszę zamówić.
@wait 30 vendor
Zamówione w hurtowni, potwierdzona dostawa za 5 dni roboczych.
@go 2700
Sprzęt przyjechał, wgrany standardowy obraz, dopisany do spisu.
@reply 30
Stanowisko jest gotowe. Kiedy możemy przyjechać je ustawić? Proponuję jutro o 10:00.
@customer 60
Jutro o 10:00 pasuje.
@solve 560
Stanowisko stoi i jest sprawdzone: logowanie, drukowanie, poczta, programy. Protokół podpisany na
miejscu. Dziękujemy!

/{me}

# pl disk-full medium medium
~ letter: C | D
Komunikat o braku miejsca na dysku {letter}
Dzień dobry, wyskakuje mi, że na dysku {letter}: kończy się miejsce i nie mogę zapisać pliku.
@take 14
@solve 35
Dzień dobry, usun<ęłam|ąłem> pliki tymczasowe i stare kopie aktualizacji, wolne jest teraz 74 GB.
Duże pliki wideo proszę trzymać na dysku wspólnym, tam mają też kopię zapasową.

# pl receipt-printer high high | clinic
~ till: Kasa 1 | Kasa 2 | Kasa przy okienku
{till}: drukarka fiskalna nie odpowiada
Drukarka fiskalna nie odpowiada, program apteczny pokazuje „brak komunikacji z drukarką”. Kolejka
pacjentów do drzwi, proszę o szybką pomoc!

/{me}
@take 2
@reply 2
Dzień dobry, jestem. Proszę wyłączyć drukarkę przyciskiem z boku, odczekać 10 sekund i włączyć. W
tym czasie łączę się z kasą.
@note 6
Po aktualizacji systemu zmienił się numer portu: COM3 na COM5. W programie aptecznym wpisany
stary.
@customer 4
Włączona ponownie, dalej to samo.
@reply 5
Zmieni<łam|łem> port w ustawieniach programu. Proszę wystawić jeden paragon na próbę.
@customer 3
Działa! Dziękujemy za tempo.
@solve 4
Po nocnej aktualizacji system nadał drukarce inny numer portu. Przypisa<łam|łem> numer na stałe,
więc kolejna aktualizacja go nie zmieni.

/{me}

# pl barcode-scanner medium high | logistics clinic
~ place: na przyjęciach | na wydaniach | przy stanowisku 3
Skaner kodów {place} nie wczytuje kodów
Skaner kodów {place} piszczy, ale kod nie pojawia się w programie. Wczoraj wieczorem jeszcze
działał.
@take 5
@ask 4
Dzień dobry, proszę zeskanować dowolny kod przy otwartym Notatniku i napisać, co się pojawia.
@customer 10
Pojawiają się cyfry, ale bez przejścia do następnej linii.
@solve 6
To wystarczy, dziękuję. Skaner stracił ustawienie „Enter na końcu”. Wysyłam kartę z kodem
konfiguracyjnym: proszę ją wydrukować i raz zeskanować pierwszy kod od góry. Sprawdzone
telefonicznie, działa.

/{me}

# pl headset low low
Słuchawki: rozmówcy mnie nie słyszą
Dzień dobry, w rozmowach przez komputer ja słyszę wszystkich, ale mnie nie słyszy nikt. Słuchawki
są te same co zawsze.
@take 18
@solve 12
Dzień dobry, {greet}, w ustawieniach dźwięku jako mikrofon wybrana była kamera, a nie słuchawki.
Zmieni<łam|łem> to podczas połączenia zdalnego, test rozmowy przebiegł dobrze.

/{me}

# pl windows-update low medium
~ time: godzinę | ponad godzinę | prawie dwie godziny
Aktualizacja systemu trwa już {time}
Dzień dobry, rano włączy<łam|łem> komputer i od tamtej pory jest napis „Trwa instalowanie
aktualizacji, nie wyłączaj komputera”. Trwa to już {time}. Czekać czy wyłączyć?
@take 6
@reply 3
Dzień dobry, proszę jeszcze nie wyłączać. Jaki procent widać na ekranie i czy się zmienia?
@customer 12
35% i stoi.
@note 5
Znany problem tej aktualizacji przy małej partycji rozruchowej. Restart po 30 minutach bez zmiany
jest bezpieczny, system cofa zmiany.
@reply 4
Rozumiem. Proszę przytrzymać przycisk zasilania 10 sekund i włączyć ponownie. System sam cofnie
aktualizację, potrwa to kilka minut. Będę przy telefonie.
@customer 25
Wstał, wszystko jest na swoim miejscu.
@solve 30
Dziękuję za cierpliwość. Tę aktualizację zainstalujemy zdalnie poza godzinami pracy, po
powiększeniu partycji rozruchowej.

/{me}
)story";
}

}  // namespace ogniwo::demo
