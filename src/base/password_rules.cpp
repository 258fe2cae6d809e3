#include "base/password_rules.hpp"

#include <algorithm>
#include <string>

#include "base/limits.hpp"
#include "base/text.hpp"

namespace ogniwo {
namespace {

// What people here and elsewhere choose first, folded. Digits and signs at the end do not count, so
// "haslo" stands for "Haslo123!" too.
constexpr std::string_view common_words =
    "!qaz2wsx 0123456789 112233445566 123123123 1234567890 123456789a 1234qwer 123qweasd "
    "147258369 159357456 159753159753 1q2w3e 1q2w3e4r 1q2w3e4r5t 1qaz2wsx 1qaz2wsx3edc "
    "1qazxsw2 696969696 741852963 789456123 987654321 a123456789 a1b2c3d4 aa123456 "
    "abc123abc abcd1234 access accessgranted admin admin123admin adminadmin administracja "
    "administrator administrator1 agnieszka aleksandra alexander andrew android aniolek "
    "anthony arsenal asdf asdfasdf asdfgh asdfghjk asdfghjkl ashley autumn azerty "
    "azertyuiop backup banana barcelona bartek bartosz baseball basketball batman "
    "bezhasla bialoczerwoni biuro business butterfly changeit changeme charlie cheese "
    "chelsea chocolate chujchuj cipka cisco company computer cookie corvette cowboys "
    "cycki czekolada czerwiec czesc czwartek damian daniel database dawid december "
    "default diamond dobrehaslo dominika dragon dupa dupablada dupadupa dziendobry "
    "facebook faktura february ferrari firma flower football forever fortnite freedom "
    "friday gdansk geralt golden google gowno grudzien grzegorz guest guestguest gwiazda "
    "gwiazdka haslo haslodostepu haslohaslo helpdesk hockey husaria iloveu iloveyou "
    "iloveyouso informatyk internet internet1 iphone janpawel january jennifer jesien "
    "jessica jordan justyna juventus kapitan karolina katarzyna katowice kocham kochamcie "
    "kochamciebie kochanie kociak komputer kopernik kotek krakow krzysztof ksiegowa kurwa "
    "kurwamac kwiatek kwiecien lancuch lato lechpoznan legia letmein letmeinnow "
    "lewandowski linkedin lipiec listopad liverpool lodz login loginlogin lovelove lovely "
    "loveme lublin lukasz magdalena malgorzata manager marcin marzec maslo master "
    "masterkey mateusz matrix matrix1 matthew mercedes messi michael michal microsoft "
    "minecraft misiaczek misiek mojehaslo monday monika monkey motylek mustang mypassword "
    "mysql myszka naruto natalia newpassword nicole nintendo niunia november nowehaslo "
    "october office ogniwo ogniwo1 operator oracle orange p@ssw0rd p@ssword pa$$w0rd "
    "pa$$word papiez pass pass1234 passw0rd password password1 passwordpassword passwort "
    "patrycja paulina pazdziernik piatek piesek piotrek playstation pokemon polska "
    "polska1 polskagurom pomarancza pomoc poniedzialek porsche postgres poznan praca "
    "princess private przemek purple q1w2e3r4 q1w2e3r4t5 qazwsx qazwsxedc qwe123 qweasd "
    "qweasdzxc qwerty qwerty123qwerty qwertyui qwertyuiop qwertz qwertzui qwertzuiop "
    "rainbow realmadrid robert ronaldo root rootroot ruchchorzow samochod samochody "
    "samsung saturday sebastian secret secret123 security sekret server service serwis "
    "shadow sierpien silnehaslo silver skarbie slonce sloneczko soccer spiderman spring "
    "starwars starwars1 stokrotka styczen summer sunday sunshine superman support "
    "sysadmin system szczecin szkola tajemnica tajne tajnehaslo telefon test tester "
    "testing testtest thepassword thomas tomasz toor topsecret trudnehaslo truskawka "
    "trustno1 user username useruser uzytkownik wakacje warszawa welcome welcome1 "
    "welcomeback weronika whatever widzew wiedzmin windows winter wiosna wislakrakow "
    "witaj witajcie wojtek word1234 wroclaw wrzesien wsparcie wtorek yankees zagloba "
    "zaq12wsx zaq1@wsx zaq1xsw2 zbigniew zima zmienhaslo zmienmnie zxcvbnm zxcvbnm,. ";

bool is_listed(std::string_view word) {
    std::string_view list = common_words;
    while (!list.empty()) {
        const std::size_t end = list.find(' ');
        if (list.substr(0, end) == word) return true;
        list.remove_prefix(end + 1);
    }
    return false;
}

bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || static_cast<signed char>(c) < 0;
}

std::string_view without_tail(std::string_view word) {
    while (!word.empty() && !is_letter(word.back())) word.remove_suffix(1);
    return word;
}

// "Anna Nowak", "anna.nowak" and "NowakAnna1!" share their letters.
std::string letters_of(std::string_view folded) {
    std::string letters;
    std::ranges::copy_if(folded, std::back_inserter(letters), is_letter);
    return letters;
}

// "aaaaaaaa", "12341234": a unit of up to four bytes over and over.
bool repeats(std::string_view word) {
    for (std::size_t unit = 1; unit <= 4; ++unit) {
        if (word.substr(unit) == word.substr(0, word.size() - unit)) return true;
    }
    return false;
}

// "12345678", "abcdefgh", "87654321": every step up by one, or every step down; after 9 comes 0.
bool counts(std::string_view word) {
    const auto steps = [word](int step) {
        return std::adjacent_find(word.begin(), word.end(), [step](char a, char b) {
                   const bool wraps =
                       (a == '9' && b == '0' && step == 1) || (a == '0' && b == '9' && step == -1);
                   return b - a != step && !wraps;
               }) == word.end();
    };
    return steps(1) || steps(-1);
}

bool is_common(const std::string& folded) {
    return repeats(folded) || counts(folded) || is_listed(folded) ||
           is_listed(without_tail(folded));
}

bool is_own(const std::string& folded, std::string_view own) {
    const std::string word = fold(trim(own));
    const std::string letters = letters_of(folded);
    if (word.empty()) return false;
    if (folded == word || (!letters.empty() && letters == letters_of(word))) return true;
    const std::size_t at = word.rfind('@');
    return at != std::string::npos && is_own(folded, std::string_view(word).substr(0, at));
}

Error wrong_length(Reason reason, std::size_t limit) {
    return {.reason = reason, .shown = {{"limit", std::to_string(limit)}}};
}

}  // namespace

Outcome check_password(std::string_view password, std::span<const std::string_view> own) {
    if (password.size() > limits::password_bytes) {
        return wrong_length(password_long, password_longest);
    }
    if (!is_clean_line(password)) return password_characters;
    const std::string typed = nfc(password);
    if (code_points(typed) < password_shortest) {
        return wrong_length(password_short, password_shortest);
    }
    if (code_points(typed) > password_longest) {
        return wrong_length(password_long, password_longest);
    }
    const std::string folded = fold(typed);
    if (is_common(folded)) return password_common;
    const bool names_its_owner =
        std::ranges::any_of(own, [&](std::string_view word) { return is_own(folded, word); });
    if (names_its_owner) return password_own;
    return Nothing{};
}

}  // namespace ogniwo
