#include "base/describe.hpp"
#include "base/encoding.hpp"
#include "base/limits.hpp"
#include "operations/operations.hpp"
#include "people/service.hpp"
#include "tiers/reminder_mail.hpp"
#include "tiers/skill_api.hpp"
#include "tiers/skill_service.hpp"
#include "tiers/types.hpp"

namespace ogniwo::tiers {
namespace {

constexpr int name_most = 100;
constexpr int number_most = 60;
constexpr int months_most = 600;
constexpr int cursor_most = 1'000;
constexpr int page_most = 200;

constexpr std::size_t content_most = base64_letters(certificate_bytes_most);

constexpr Date sample_day = std::chrono::year{2024} / 3 / 1;
constexpr Date sample_last_day = std::chrono::year{2027} / 3 / 1;

void mount_kinds(Operations& operations) {
    operations
        .get("tiers.list_certificate_kinds",
             "/certificate-kinds",
             see,
             list_certificate_kinds,
             Nothing{})
        .about("The kinds of certificates that are known here.");
    operations
        .post<AddCertificateKind, CertificateKind>(
            "tiers.add_certificate_kind",
            "/certificate-kinds",
            edit_skills,
            add_certificate_kind,
            {.name = "VMware VCP-DCV", .issuer = "Broadcom", .months = 24})
        .creates()
        .about("Adds a kind of certificate.");
    operations
        .del<RetireCertificateKind, Nothing>("tiers.retire_certificate_kind",
                                             "/certificate-kinds/{kind}",
                                             edit_skills,
                                             retire_certificate_kind,
                                             {.kind = {1}})
        .about("The kind is no longer chosen; refused while something asks for it.");
}

void mount_papers(Operations& operations) {
    operations
        .get<ListCertificates, CertificateList>("tiers.list_certificates",
                                                "/certificates",
                                                see_skills,
                                                list_certificates,
                                                {.state = CertificateState::lapsing})
        .about("Certificates of everybody; what lapses first comes first.");
    operations
        .post<AddCertificate, Certificate>("tiers.add_certificate",
                                           "/persons/{person}/certificates",
                                           own_skills,
                                           add_certificate,
                                           {.person = {1},
                                            .name = "Kurs serwisanta",
                                            .number = "12/2024",
                                            .issued_on = sample_day,
                                            .expires_on = sample_last_day})
        .creates()
        .about("Adds a certificate; one's own counts once a lead has confirmed it.");
    operations
        .patch<EditCertificate, Certificate>(
            "tiers.edit_certificate",
            "/certificates/{certificate}",
            own_skills,
            edit_certificate,
            {.certificate = {1}, .version = 1, .number = "13/2024"})
        .about("Changes a certificate; a new last day begins its reminders anew.");
    operations
        .del<OfCertificate, Nothing>("tiers.remove_certificate",
                                     "/certificates/{certificate}",
                                     own_skills,
                                     remove_certificate,
                                     {.certificate = {1}})
        .about("Removes a certificate and its file.");
    operations
        .post<OfCertificate, Certificate>("tiers.confirm_certificate",
                                          "/certificates/{certificate}/confirmation",
                                          edit_skills,
                                          confirm_certificate,
                                          {.certificate = {1}})
        .about("A lead has seen it: from now on it counts.");
    operations
        .post<OfCertificate, Certificate>("tiers.put_reminder_aside",
                                          "/certificates/{certificate}/reminder-aside",
                                          edit_skills,
                                          put_reminder_aside,
                                          {.certificate = {1}})
        .about("Closes the open reminder of a certificate; the next one comes all the same.");
}

void mount_files(Operations& operations) {
    operations
        .post<AttachCertificateFile, Certificate>(
            "tiers.attach_certificate_file",
            "/certificates/{certificate}/file",
            own_skills,
            attach_certificate_file,
            {.certificate = {1}, .name = "dyplom.txt", .content = "RHlwbG9t"})
        .before<AttachCertificateFile>(attach_certificate_file_before)
        .most_body(content_most + 64 * limits::kib)
        .about("Uploads the paper; a second file takes the place of the first.");
    operations
        .file<OfCertificate>("tiers.read_certificate_file",
                             "/certificates/{certificate}/file",
                             see,
                             read_certificate_file,
                             {.certificate = {1}})
        .about("The bytes of a certificate's file.");
}

}  // namespace

void describe(Fields& fields, CertificateKind& kind) {
    fields("id", kind.id);
    fields("name", kind.name);
    fields("issuer", kind.issuer);
    fields("months", kind.months).about("How long one is usually valid; absent: for ever.");
}

void describe(Fields& fields, CertificateKindList& list) {
    fields("items", list.items);
    fields("next", list.next);
}

void describe(Fields& fields, AddCertificateKind& wish) {
    fields("name", wish.name).within(1, name_most);
    fields("issuer", wish.issuer).at_most(name_most).may_be_missing();
    fields("months", wish.months).within(1, months_most);
}

void describe(Fields& fields, RetireCertificateKind& wish) {
    fields("kind", wish.kind);
}

void describe(Fields& fields, CertificateFile& file) {
    fields("name", file.name);
    fields("bytes", file.bytes);
    fields("mediaType", file.media_type).about("By our own look at the bytes.");
}

void describe(Fields& fields, Certificate& certificate) {
    fields("id", certificate.id);
    fields("version", certificate.version);
    fields("person", certificate.person);
    fields("personName", certificate.person_name);
    fields("kind", certificate.kind);
    fields("name", certificate.name);
    fields("issuer", certificate.issuer);
    fields("number", certificate.number);
    fields("issuedOn", certificate.issued_on);
    fields("expiresOn", certificate.expires_on).about("Its last day; absent: for ever.");
    fields("state", certificate.state).about("Lapsing: at most 90 days are left.");
    fields("daysLeft", certificate.days_left);
    fields("confirmed", certificate.confirmed).about("Only then does it count.");
    fields("file", certificate.file);
    fields("reminded", certificate.reminded)
        .about("The open reminder: how many days before the last day; 0: it has lapsed.");
}

void describe(Fields& fields, CertificateList& list) {
    fields("items", list.items);
    fields("next", list.next);
}

void describe(Fields& fields, ListCertificates& wish) {
    fields("state", wish.state);
    fields("unconfirmed", wish.unconfirmed).about("True: only those that wait for a lead.");
    fields("cursor", wish.cursor).at_most(cursor_most);
    fields("limit", wish.limit).within(1, page_most);
}

void describe(Fields& fields, AddCertificate& wish) {
    fields("person", wish.person);
    fields("kind", wish.kind);
    fields("name", wish.name)
        .at_most(name_most)
        .may_be_missing()
        .about("Where there is no kind for it.");
    fields("issuer", wish.issuer)
        .at_most(name_most)
        .may_be_missing()
        .about("The kind's where it is empty.");
    fields("number", wish.number).at_most(number_most).may_be_missing();
    fields("issuedOn", wish.issued_on);
    fields("expiresOn", wish.expires_on).about("Its last day; absent: for ever.");
}

void describe(Fields& fields, EditCertificate& wish) {
    fields("certificate", wish.certificate);
    fields("version", wish.version);
    fields("issuer", wish.issuer).at_most(name_most);
    fields("number", wish.number).at_most(number_most);
    fields("issuedOn", wish.issued_on);
    fields("expiresOn", wish.expires_on).about("Null takes it away.");
}

void describe(Fields& fields, OfCertificate& wish) {
    fields("certificate", wish.certificate);
}

void describe(Fields& fields, AttachCertificateFile& wish) {
    fields("certificate", wish.certificate);
    fields("name", wish.name).within(1, limits::name_length);
    fields("content", wish.content)
        .within(1, static_cast<std::int64_t>(content_most))
        .about("The bytes in Base64.");
}

void describe(Fields& fields, CertificateAdded& added) {
    fields("person", added.person);
    fields("kind", added.kind);
    fields("issuedOn", added.issued_on);
    fields("expiresOn", added.expires_on);
    fields("confirmed", added.confirmed);
}

void describe(Fields& fields, CertificateChanged& changed) {
    fields("person", changed.person);
    fields("issuedOn", changed.issued_on);
    fields("expiresOn", changed.expires_on);
    fields("confirmed", changed.confirmed);
}

void describe(Fields& fields, CertificateConfirmed& confirmed) {
    fields("person", confirmed.person);
}

void describe(Fields& fields, CertificateFileAttached& attached) {
    fields("person", attached.person);
    fields("bytes", attached.bytes);
}

void describe(Fields& fields, CertificateRemoved& removed) {
    fields("person", removed.person);
}

void describe(Fields& fields, CertificateReminded& reminded) {
    fields("person", reminded.person);
    fields("days", reminded.days);
}

void describe(Fields& fields, CertificateLapsed& lapsed) {
    fields("person", lapsed.person);
}

void describe(Fields& fields, ReminderPutAside& aside) {
    fields("person", aside.person);
}

void describe(Fields&, CertificateKindAdded&) {}

void describe(Fields&, CertificateKindRetired&) {}

void describe(Fields& fields, ReminderTimer& timer) {
    fields("days", timer.days);
}

void describe(Fields& fields, ReminderMailParams& params) {
    fields("url", params.url);
    fields("certificate", params.certificate);
    fields("expiresOn", params.expires_on);
    fields("days", params.days);
    fields("givenName", params.given_name);
    fields("companyName", params.company_name);
}

void describe(Fields& fields, ReminderMail& mail) {
    fields("to", mail.to);
    fields("template", mail.template_name);
    fields("language", mail.language);
    fields("params", mail.params);
}

void mount_certificates(Operations& operations) {
    mount_kinds(operations);
    mount_papers(operations);
    mount_files(operations);
}

}  // namespace ogniwo::tiers
