// Polish: passwords, new people, rights and suspicious mail.

#include "demo/story.hpp"

namespace ogniwo::demo {

std::string_view polish_account_stories() {
    return R"story(
# pl password-forgotten low high
~ since: po urlopie | po długim weekendzie | po zwolnieniu lekarskim
Nie pamiętam hasła do komputera
Dzień dobry, wróci<łam|łem> {since} i nie pamiętam hasła do komputera. Piszę z telefonu. Proszę o
pomoc.

/{me}
@take 4
@note 3
Oddzwonione na numer z kartoteki, tożsamość potwierdzona pytaniem kontrolnym.
@solve 5
Dzień dobry, {greet}, hasło tymczasowe podaliśmy przez telefon. Przy pierwszym logowaniu system
poprosi o ustawienie własnego: najlepiej trzy–cztery słowa, które łatwo zapamiętać.

/{me}

# pl account-locked medium high
~ where: do komputera | do poczty | do programu księgowego | do pulpitu zdalnego
Konto zablokowane, nie mogę zalogować się {where}
Dzień dobry, przy logowaniu {where} mam komunikat, że konto jest zablokowane.
@take 3
@solve 6
Dzień dobry, konto jest odblokowane. Blokada pojawiła się po dziesięciu błędnych próbach: telefon
logował się w tle starym hasłem. Proszę wpisać nowe hasło także w telefonie.

/{me}

# pl password-expired low medium
Wygasło hasło
Dzień dobry, komputer mówi, że hasło wygasło, a kiedy wpisuję nowe, odpowiada, że nie spełnia
wymagań. Jakie są te wymagania?
@take 8
@solve 6
Dzień dobry, nowe hasło musi mieć co najmniej 12 znaków i różnić się od pięciu poprzednich. Cyfry
i znaki specjalne nie są konieczne, liczy się długość. Dobrym pomysłem są cztery niezwiązane ze
sobą słowa.

/{me}

# pl new-employee medium medium
~ new: Natalia Jurek;Natalii Jurek | Wiktor Sowa;Wiktorowi Sowie | Karolina Mazur;Karolinie Mazur
~ new2: Hubert Lis;Huberta Lisa | Emilia Rak;Emilii Rak
~ unit: sprzedaż | sekretariat | kadry | obsługa klienta
Nowa osoba w zespole: {new}
Dzień dobry,

od poniedziałku zaczyna u nas pracę {new} (dział: {unit}). Proszę o założenie konta i poczty oraz
o dostęp do dysku wspólnego, taki sam, jaki ma {new2}.

/Pozdrawiam
/{me}
@take 30
@ask 15
Dzień dobry, {greet},

przygotujemy konto na poniedziałek. Proszę jeszcze o dwie informacje: czy potrzebny jest dostęp
do pracy zdalnej i czy adres ma trafić na listę wszyscy@?
@customer 90
Praca zdalna na razie nie, lista tak.
@note 25
Konto, skrzynka, licencja, grupy jak u {new2.2}. Bez dostępu do folderu Płace: {new2} ma go, ale
dla nowej osoby wymaga zgody dyrekcji.
@reply 5
Konto jest gotowe. Jedna uwaga: {new2} ma też dostęp do folderu „Płace”. Nie nada<łam|łem> go
nowej osobie, bo do tego potrzebna jest zgoda kierownictwa. Proszę napisać, jeżeli jest
potrzebny.
@customer 60
Nie, bez „Płac”. Słusznie, dziękuję za czujność.
@solve 10
Dane do logowania przekażemy {new.2} w poniedziałek rano telefonicznie. Instrukcja dla nowych
osób jest w załączonym odnośniku na dysku wspólnym w folderze „Start”.

/{me}

# pl employee-leaves medium medium
~ who: pani Grażyna Stolarek;pani Grażyny Stolarek | pan Leszek Górny;pana Leszka Górnego
Odejście pracownika: {who}
Dzień dobry, z końcem tygodnia kończy u nas pracę {who}. Proszę o zablokowanie konta w piątek o
16:00 i przekierowanie poczty do mnie na trzy miesiące.

/{me}
@take 40
@reply 10
Dzień dobry, przyj<ęłam|ąłem>. Konto zostanie zablokowane w piątek o 16:00, sesje w telefonie
także się zakończą. Pocztę nowych nadawców przekierujemy, a autoodpowiedź poda [Pani|Pana] adres.
@wait 20 other
Zaplanowane na piątek 16:00.
@go 900
Konto zablokowane, sesje zakończone, przekierowanie działa do końca kwartału.
@solve 10
Wykonane zgodnie z ustaleniami. Laptop i telefon służbowy proszę przekazać nam przy najbliższej
wizycie, wyczyścimy je.

/{me}

# pl mfa-new-phone medium high
~ phone: Samsung Galaxy A54 | iPhone 13 | Motorola G84 | Xiaomi Redmi Note 12
Nowy telefon i nie mogę potwierdzić logowania
Dzień dobry, mam nowy telefon ({phone}), a kod do logowania przychodzi nadal na stary, który już
odda<łam|łem>. Nie mogę wejść do poczty.
@take 6
@ask 4
Dzień dobry, {greet}, zanim przełączę potwierdzanie na nowy telefon, muszę mieć pewność, że to
[Pani|Pan]. Czy mogę zadzwonić teraz na numer stacjonarny w firmie?
@customer 8
Tak, jestem przy biurku.
@note 6
Rozmowa na numer z kartoteki, pytanie kontrolne poprawne. Stara metoda usunięta.
@solve 12
Nowy telefon jest zarejestrowany, logowanie sprawdziliśmy wspólnie przez telefon. Przed następną
zmianą telefonu proszę napisać do nas dzień wcześniej, wtedy obędzie się bez przerwy.

/{me}

# pl folder-access low low
~ folder: Umowy | Zarząd | Przetargi | Kadry – wnioski | Szkolenia
Dostęp do folderu „{folder}”
Dzień dobry, proszę o dostęp do folderu „{folder}” na dysku wspólnym, mam tam wspólne zadanie z
koleżankami.

/{me}
@take 35
@ask 5
Dzień dobry, o dostępie do tego folderu decyduje jego opiekun. Poprosi<łam|łem> o zgodę i dam
znać, gdy tylko przyjdzie.
@customer 120
Zgoda już jest, rozmawia<łam|łem> z dyrekcją, powinni Państwo mieć maila.
@note 10
Zgoda opiekuna folderu w skrzynce, przeczytana i zachowana.
@solve 5
Dostęp do folderu „{folder}” jest nadany, z prawem zapisu. Pojawi się po ponownym zalogowaniu.

/{me}

# pl phishing medium high
~ from: rzekomego kuriera | rzekomego banku | rzekomego prezesa | rzekomego urzędu skarbowego
Podejrzany mail od {from}
Dzień dobry, dosta<łam|łem> dziwnego maila od {from} z prośbą o kliknięcie w link. Nie
klika<łam|łem>. Co mam z tym zrobić?

/{me}
@take 5
@note 10
Ta sama kampania u dwóch innych klientów dziś rano. Nadawca zablokowany na bramce dla wszystkich.
@solve 5
Dzień dobry, {greet}, bardzo dobrze, że [Pani|Pan] nie klikn[ęła|ął]. To próba wyłudzenia.
Wiadomość usun<ęłam|ąłem> ze wszystkich skrzynek w firmie, a nadawcę zablokowaliśmy.

/{me}

# pl phishing-clicked high high
~ page: strona logowania do poczty | strona banku | strona firmy kurierskiej
Klikn<ęłam|ąłem> w link i poda<łam|łem> hasło
Dzień dobry, chyba zrobi<łam|łem> głupotę. Przyszedł mail o niedopłacie, klikn<ęłam|ąłem>,
otworzyła się {page} i wpisa<łam|łem> tam swoje hasło. Dopiero potem zauważy<łam|łem> dziwny
adres.

/{me}
@take 2
@reply 2
Dzień dobry, {greet}, dobrze, że [Pani|Pan] od razu pisze, to nic straconego. W tej chwili
blokuję konto i kończę wszystkie sesje. Proszę niczego więcej nie klikać, zaraz dzwonię.
@note 5
Konto zablokowane, sesje zakończone, hasło zmienione.
@up 5 needs_skill network
Podane hasło do poczty na fałszywej stronie ok. 10 minut temu. Konto zablokowane. Proszę
sprawdzić logowania z zewnątrz i reguły skrzynki.
@take 4
@note 25
Jedno logowanie z obcego adresu, 3 minuty po podaniu hasła. Utworzona reguła „przenieś faktury do
RSS”, usunięta. Wysłanych wiadomości brak. Adres zablokowany.
@down 5 work_done
Jedno obce logowanie, założona reguła, usunięta. Nic nie wysłano. Do zrobienia: rozmowa z
[klientką|klientem], nowe hasło, włączenie potwierdzania w telefonie. Opis postępowania w bazie
wiedzy.
@reply 10
Sprawdziliśmy: ktoś zalogował się do skrzynki na kilka minut, ale nie zdążył niczego wysłać ani
pobrać książki adresowej. Nowe hasło ustawimy razem przez telefon, włączymy też potwierdzanie w
telefonie.
@customer 30
Dziękuję, że bez krzyku. Jestem gotow[a|y], proszę dzwonić.
@solve 20
Konto działa z nowym hasłem i potwierdzaniem w telefonie. Osobę odpowiedzialną za ochronę danych
w firmie poinformowaliśmy, zgodnie z Państwa procedurą.

/{me}

# pl shared-mailbox low medium
~ box: biuro@ | faktury@ | rekrutacja@ | zamowienia@
Skrzynka {box} nie pokazuje się w programie
Dzień dobry, mam mieć dostęp do skrzynki {box}, ale nie widzę jej w programie pocztowym.
@take 16
@solve 10
Dzień dobry, uprawnienie było nadane, brakowało tylko podłączenia skrzynki w programie. Skrzynka
{box} jest już widoczna pod [Pani|Pana] własną, po lewej stronie.

/{me}

# pl out-of-office low low
Autoodpowiedź na czas urlopu
Dzień dobry, od jutra jestem na urlopie i zapomnia<łam|łem> ustawić autoodpowiedź. Czy mogą to
Państwo zrobić za mnie? Zastępuje mnie sekretariat.
@take 22
@solve 8
Dzień dobry, autoodpowiedź jest ustawiona od jutra na dwa tygodnie, z adresem sekretariatu.
Udanego urlopu!

/{me}

# pl mailbox-full medium medium
Skrzynka pełna, nie mogę wysyłać
Dzień dobry, dostaję komunikat, że skrzynka jest pełna i nie mogę wysyłać wiadomości.
Usun<ęłam|ąłem> już trochę, ale nie pomogło.

/{me}
@take 9
@note 4
48 z 50 GB, z tego 31 GB w Elementach usuniętych.
@reply 3
Dzień dobry, {greet}, usunięte wiadomości nadal zajmują miejsce w folderze „Elementy usunięte”,
razem 31 GB. Czy mogę go opróżnić? Tego nie da się potem cofnąć.
@customer 40
Tak, proszę opróżnić, nic ważnego tam nie trzymam.
@solve 10
Opróżnione, skrzynka zajmuje teraz 17 GB i wysyłanie działa. Włączy<łam|łem> też archiwum:
wiadomości starsze niż dwa lata przenoszą się tam same i nadal można je przeszukiwać.

/{me}

# pl signature low low
~ change: numer telefonu | nazwę stanowiska | nazwisko po ślubie
Zmiana w stopce maila
Dzień dobry, proszę zmienić w mojej stopce {change}. Nowe dane są w systemie kadrowym.
@take 45
@solve 15
Dzień dobry, stopka jest zmieniona i pojawi się w nowych wiadomościach w ciągu godziny.

/{me}
)story";
}

}  // namespace ogniwo::demo
