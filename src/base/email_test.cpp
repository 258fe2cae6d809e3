#include "base/email.hpp"

#include <doctest/doctest.h>

#include <string>

namespace ogniwo {
namespace {

std::string show(const Result<std::string>& result) {
    return result ? *result : std::string(result.error().reason.name);
}

struct Case {
    std::string typed;
    std::string answer;  // What is stored, or the reason's name.
};

TEST_CASE("an address is kept as typed, its domain in small letters") {
    for (const Case& entry : {
             Case{" Anna.Nowak@Firma.PL ", "Anna.Nowak@firma.pl"},
             Case{"a@b.pl", "a@b.pl"},
             Case{"it+biuro@poczta.firma.com.pl", "it+biuro@poczta.firma.com.pl"},
             Case{"o'neil_{x}=%@example.com", "o'neil_{x}=%@example.com"},
             Case{"anna@\u0142\u00f3d\u017a.pl", "anna@xn--d-uga0v4h.pl"},
             Case{"anna@M\u00fcller.de", "anna@xn--mller-kva.de"},
             Case{"anna@xn--mller-kva.de", "anna@xn--mller-kva.de"},
             Case{"anna@3m.com", "anna@3m.com"},
         }) {
        CHECK_MESSAGE(show(parse_email(entry.typed)) == entry.answer, entry.typed);
        CHECK_MESSAGE(show(parse_email(entry.answer)) == entry.answer, entry.typed);
    }
}

TEST_CASE("what is no address is refused with the reason") {
    for (const Case& entry : {
             Case{"", "email_form"},
             Case{"anna", "email_form"},
             Case{"@firma.pl", "email_form"},
             Case{"anna@", "email_form"},
             Case{".anna@firma.pl", "email_form"},
             Case{"anna.@firma.pl", "email_form"},
             Case{"an..na@firma.pl", "email_form"},
             Case{"anna nowak@firma.pl", "email_characters"},
             Case{"Anna Nowak <anna@firma.pl>", "email_characters"},
             Case{"\"anna\"@firma.pl", "email_characters"},
             Case{"anna@biuro@firma.pl", "email_characters"},
             Case{"anna,jan@firma.pl", "email_characters"},
             Case{"anna\r\nBcc:x@firma.pl", "email_characters"},
             Case{"\u0142ukasz@firma.pl", "email_characters"},
             Case{"anna@firma", "email_domain_form"},
             Case{"anna@firma.pl.", "email_domain_form"},
             Case{"anna@firma..pl", "email_domain_form"},
             Case{"anna@.pl", "email_domain_form"},
             Case{"anna@-firma.pl", "email_domain_form"},
             Case{"anna@firma_x.pl", "email_domain_form"},
             Case{"anna@firma.pl>", "email_domain_form"},
             Case{"anna@fir ma.pl", "email_domain_form"},
             Case{"anna@firma.pl\nX: y", "email_domain_form"},
             Case{"anna@[127.0.0.1]", "email_domain_form"},
             Case{"anna@127.0.0.1", "email_domain_form"},
             Case{"anna@" + std::string(64, 'a') + ".pl", "email_domain_form"},
             Case{"anna@firma.\xff", "email_domain_form"},
             Case{std::string(65, 'a') + "@firma.pl", "email_length"},
             Case{"a@" + std::string(300, 'a') + ".pl", "email_length"},
         }) {
        CHECK_MESSAGE(show(parse_email(entry.typed)) == entry.answer, entry.typed);
    }
}

TEST_CASE("no letter that resembles another one leads into somebody's account") {
    // Each of these becomes "mike@example.org" under some Unicode folding.
    for (const std::string typed : {"m\u0131ke@example.org",
                                    "mi\u212ae@example.org",
                                    "\uff4dike@example.org",
                                    "m\u0456ke@example.org",
                                    "mike\u200b@example.org",
                                    "mike\uff20example.org"}) {
        CHECK_MESSAGE(!parse_email(typed), typed);
    }
    // In a domain such letters name the same domain, for the DNS as for us.
    CHECK(show(parse_email("mike@\uff45xample.org")) == "mike@example.org");
    // A Cyrillic letter names another one.
    CHECK(show(parse_email("mike@\u0435xample.org")) == "mike@xn--xample-2of.org");
}

TEST_CASE("addresses are compared without regard to capitals, and nothing else is ignored") {
    CHECK(email_key("Anna.Nowak@firma.pl") == email_key("anna.nowak@firma.pl"));
    CHECK(email_key("anna+it@firma.pl") != email_key("anna@firma.pl"));
    CHECK(email_key("annanowak@firma.pl") != email_key("anna.nowak@firma.pl"));
}

TEST_CASE("an address has a local part and a domain") {
    CHECK(email_local_part("anna@firma.pl") == "anna");
    CHECK(email_domain("anna@firma.pl") == "firma.pl");
    CHECK(email_domain("anna").empty());
}

TEST_CASE("a customer's mail domain is one in which no stranger gets an address") {
    for (const Case& entry : {
             Case{"Firma.PL", "firma.pl"},
             Case{"@firma.pl", "firma.pl"},
             Case{"poczta.firma.com.pl", "poczta.firma.com.pl"},
             Case{"\u0141\u00f3d\u017a.pl", "xn--d-uga0v4h.pl"},
             Case{"GMail.com", "mail_domain_public"},
             Case{"wp.pl", "mail_domain_public"},
             Case{"poczta.onet.pl", "mail_domain_public"},
             Case{"com.pl", "mail_domain_public"},
             Case{"waw.pl", "mail_domain_public"},
             Case{"pl", "mail_domain_form"},
             Case{"", "mail_domain_form"},
             Case{"@", "mail_domain_form"},
             Case{"anna@firma.pl", "mail_domain_form"},
             Case{"*.firma.pl", "mail_domain_form"},
             Case{"https://firma.pl", "mail_domain_form"},
             Case{"10.0.0.1", "mail_domain_form"},
         }) {
        CHECK_MESSAGE(show(parse_mail_domain(entry.typed)) == entry.answer, entry.typed);
    }
    CHECK(parse_mail_domain("wp.pl").error().shown == Params{{"domain", "wp.pl"}});
}

}  // namespace
}  // namespace ogniwo
