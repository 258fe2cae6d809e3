#include "base/email.hpp"

#include <unicode/bytestream.h>
#include <unicode/idna.h>

#include <algorithm>
#include <memory>
#include <optional>
#include <stdexcept>

#include "base/limits.hpp"
#include "base/text.hpp"

namespace ogniwo {
namespace {

constexpr std::size_t longest_local_part = 64;  // RFC 5321
constexpr std::size_t longest_domain = 253;

// Where anybody gets an address. Kept in alphabetical order for those who add to it.
constexpr std::string_view public_mail[] = {
    "aol.com",        "autograf.pl",   "buziaczek.pl",   "centrum.cz",     "duck.com",
    "email.cz",       "fastmail.com",  "gazeta.pl",      "gmail.com",      "gmx.at",
    "gmx.ch",         "gmx.com",       "gmx.de",         "gmx.net",        "go2.pl",
    "googlemail.com", "hotmail.co.uk", "hotmail.com",    "hotmail.de",     "hotmail.fr",
    "i.ua",           "icloud.com",    "inbox.lv",       "int.pl",         "interia.com",
    "interia.eu",     "interia.pl",    "laposte.net",    "list.ru",        "live.com",
    "mac.com",        "mail.com",      "mail.de",        "mail.ru",        "me.com",
    "meta.ua",        "msn.com",       "o2.pl",          "onet.com.pl",    "onet.eu",
    "onet.pl",        "op.pl",         "orange.fr",      "outlook.com",    "outlook.de",
    "pm.me",          "poczta.fm",     "poczta.onet.eu", "poczta.onet.pl", "poczta.pl",
    "posteo.de",      "proton.me",     "protonmail.com", "seznam.cz",      "spoko.pl",
    "t-online.de",    "tlen.pl",       "tuta.com",       "tuta.io",        "tutanota.com",
    "ukr.net",        "vp.pl",         "web.de",         "wp.eu",          "wp.pl",
    "yahoo.co.uk",    "yahoo.com",     "yahoo.de",       "yahoo.fr",       "yandex.com",
    "yandex.ru",      "zoho.com",
};

// Suffixes under which strangers register names. Those of one label are refused by their form.
constexpr std::string_view public_suffixes[] = {
    "ac.uk",        "aid.pl",       "agro.pl",      "art.pl",      "atm.pl",        "bialystok.pl",
    "biz.pl",       "bydgoszcz.pl", "co.at",        "co.pl",       "co.uk",         "com.de",
    "com.pl",       "com.ua",       "czest.pl",     "edu.pl",      "elk.pl",        "gda.pl",
    "gdansk.pl",    "gdynia.pl",    "gliwice.pl",   "gov.pl",      "gov.uk",        "gsm.pl",
    "info.pl",      "katowice.pl",  "kielce.pl",    "krakow.pl",   "lodz.pl",       "lublin.pl",
    "mail.pl",      "media.pl",     "mil.pl",       "net.pl",      "net.ua",        "nom.pl",
    "olsztyn.pl",   "opole.pl",     "or.at",        "org.pl",      "org.uk",        "pc.pl",
    "pila.pl",      "poznan.pl",    "priv.pl",      "radom.pl",    "realestate.pl", "rzeszow.pl",
    "shop.pl",      "sklep.pl",     "slask.pl",     "slupsk.pl",   "sopot.pl",      "sos.pl",
    "szczecin.pl",  "szkola.pl",    "targi.pl",     "torun.pl",    "tourism.pl",    "travel.pl",
    "turystyka.pl", "tychy.pl",     "walbrzych.pl", "warszawa.pl", "waw.pl",        "wroclaw.pl",
    "zakopane.pl",  "zgora.pl",
};

bool is_letter_or_digit(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

// RFC 5322 atext.
bool is_atom_character(char c) {
    static constexpr std::string_view signs = "!#$%&'*+-/=?^_`{|}~";
    return is_letter_or_digit(c) || signs.find(c) != std::string_view::npos;
}

std::string small(std::string_view ascii) {
    std::string result(ascii);
    for (char& c : result) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    return result;
}

bool dots_divide(std::string_view text) {
    return !text.empty() && text.front() != '.' && text.back() != '.' &&
           text.find("..") == std::string_view::npos;
}

const icu::IDNA& domain_names() {
    static const std::unique_ptr<const icu::IDNA> names = [] {
        UErrorCode status = U_ZERO_ERROR;
        std::unique_ptr<const icu::IDNA> made(icu::IDNA::createUTS46Instance(
            UIDNA_USE_STD3_RULES | UIDNA_CHECK_BIDI | UIDNA_CHECK_CONTEXTJ |
                UIDNA_NONTRANSITIONAL_TO_ASCII,
            status));
        if (U_FAILURE(status)) throw std::runtime_error("ICU has no domain names");
        return made;
    }();
    return *names;
}

// The ASCII form of a domain of at least two labels; IP addresses are none. UTS 46 checks labels:
// letters, digits and inner hyphens, 1 to 63 of them.
std::optional<std::string> ascii_domain(std::string_view text) {
    if (!is_clean_line(text) || text.size() > longest_domain) return std::nullopt;

    UErrorCode status = U_ZERO_ERROR;
    icu::IDNAInfo info;
    std::string domain;
    icu::StringByteSink<std::string> sink(&domain);
    domain_names().nameToASCII_UTF8(
        {text.data(), static_cast<std::int32_t>(text.size())}, sink, info, status);
    if (U_FAILURE(status) || info.hasErrors()) return std::nullopt;

    const std::size_t dot = domain.rfind('.');
    if (!dots_divide(domain) || dot == std::string::npos || domain.size() > longest_domain) {
        return std::nullopt;
    }
    const bool has_letter = std::string_view(domain).substr(dot + 1).find_first_not_of(
                                "0123456789") != std::string_view::npos;
    if (!has_letter) return std::nullopt;
    return domain;
}

}  // namespace

Result<std::string> parse_email(std::string_view text) {
    text = trim(text);
    const std::size_t at = text.rfind('@');
    if (at == std::string_view::npos || at == 0 || at + 1 == text.size()) return email_form;
    if (text.size() > limits::email_bytes) return email_length;

    const std::string_view local = text.substr(0, at);
    const bool plain =
        std::ranges::all_of(local, [](char c) { return is_atom_character(c) || c == '.'; });
    if (!plain) return email_characters;
    if (!dots_divide(local)) return email_form;
    if (local.size() > longest_local_part) return email_length;

    const auto domain = ascii_domain(text.substr(at + 1));
    if (!domain) return email_domain_form;
    std::string address = std::string(local) + "@" + *domain;
    if (address.size() > limits::email_bytes) return email_length;
    return address;
}

std::string email_key(std::string_view address) {
    return small(address);
}

std::string_view email_local_part(std::string_view address) {
    return address.substr(0, address.rfind('@'));
}

std::string_view email_domain(std::string_view address) {
    const std::size_t at = address.rfind('@');
    return at == std::string_view::npos ? std::string_view{} : address.substr(at + 1);
}

Result<std::string> parse_mail_domain(std::string_view text) {
    text = trim(text);
    if (text.starts_with('@')) text.remove_prefix(1);
    const auto domain = ascii_domain(text);
    if (!domain) return mail_domain_form;
    if (is_public_mail_domain(*domain)) {
        return Error{.reason = mail_domain_public, .shown = {{"domain", *domain}}};
    }
    return *domain;
}

bool is_public_mail_domain(std::string_view domain) {
    const std::string wanted = small(domain);
    return std::ranges::find(public_mail, wanted) != std::end(public_mail) ||
           std::ranges::find(public_suffixes, wanted) != std::end(public_suffixes);
}

}  // namespace ogniwo
