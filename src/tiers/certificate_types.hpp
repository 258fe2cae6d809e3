#pragma once

// Certificates of people: what kind, who gave it, its number, its days, and the paper itself.
//
// A certificate counts for requirements from the moment a lead has confirmed it until the end of
// its last day. Reminders come 90, 30 and 7 days before that day and at the moment it has lapsed,
// each once. The last one stays open until the certificate is renewed, removed, or a lead puts it
// aside.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/enum.hpp"
#include "base/id.hpp"
#include "base/result.hpp"
#include "base/time.hpp"

namespace ogniwo {
class Fields;
}

namespace ogniwo::tiers {

using CertificateKindId = Id<struct CertificateKindTag>;
using CertificateId = Id<struct CertificateTag>;

inline constexpr std::size_t certificates_per_person_most = 200;
inline constexpr std::size_t certificate_bytes_most = 20 * 1024 * 1024;

// --- Kinds

struct CertificateKind {
    CertificateKindId id{};
    std::string name;  // "HDI SCA": the same in every language.
    std::string issuer;
    std::optional<int> months{};  // How long one is usually valid; nothing: for ever.
};
void describe(Fields& fields, CertificateKind& kind);

struct CertificateKindList {
    std::vector<CertificateKind> items{};
    std::optional<std::string> next{};  // Never set: the catalogue is bounded.
};
void describe(Fields& fields, CertificateKindList& list);

struct AddCertificateKind {
    std::string name;
    std::string issuer{};
    std::optional<int> months{};
};
void describe(Fields& fields, AddCertificateKind& wish);

struct RetireCertificateKind {
    CertificateKindId kind{};
};
void describe(Fields& fields, RetireCertificateKind& wish);

// --- Certificates

enum class CertificateState { valid, lapsing, lapsed };
constexpr auto names(CertificateState) {
    return enum_names("valid", "lapsing", "lapsed");
}

struct CertificateFile {
    std::string name;
    std::int64_t bytes = 0;
    std::string media_type;
};
void describe(Fields& fields, CertificateFile& file);

struct Certificate {
    CertificateId id{};
    std::int64_t version = 1;
    PersonId person{};
    std::string person_name{};
    std::optional<CertificateKindId> kind{};
    std::string name{};  // The kind's, where it has one.
    std::string issuer{};
    std::string number{};
    Date issued_on{};
    std::optional<Date> expires_on{};  // Its last day.
    CertificateState state = CertificateState::valid;
    std::optional<int> days_left{};
    bool confirmed = false;  // Only then does it count.
    std::optional<CertificateFile> file{};
    std::optional<int>
        reminded{};  // The open reminder: days before the last day; 0: it has lapsed.
};
void describe(Fields& fields, Certificate& certificate);

struct CertificateList {
    std::vector<Certificate> items{};  // What lapses first comes first.
    std::optional<std::string> next{};
};
void describe(Fields& fields, CertificateList& list);

struct ListCertificates {
    std::optional<CertificateState> state{};
    std::optional<bool> unconfirmed{};  // True: only those that wait for a lead.
    std::optional<std::string> cursor{};
    std::optional<int> limit{};
};
void describe(Fields& fields, ListCertificates& wish);

struct AddCertificate {
    PersonId person{};
    std::optional<CertificateKindId> kind{};
    std::string name{};    // Where there is no kind for it.
    std::string issuer{};  // The kind's where it is empty.
    std::string number{};
    Date issued_on{};
    std::optional<Date> expires_on{};
};
void describe(Fields& fields, AddCertificate& wish);

// A last day of null is taken away. What its owner changes must be confirmed anew.
struct EditCertificate {
    CertificateId certificate{};
    std::int64_t version = 1;
    std::optional<std::string> issuer{};
    std::optional<std::string> number{};
    std::optional<Date> issued_on{};
    std::optional<std::optional<Date>> expires_on{};
};
void describe(Fields& fields, EditCertificate& wish);

struct OfCertificate {
    CertificateId certificate{};
};
void describe(Fields& fields, OfCertificate& wish);

struct AttachCertificateFile {
    CertificateId certificate{};
    std::string name;
    std::string content;  // Base64.
    // Filled before the work.
    std::string sha256{};
    std::int64_t bytes = 0;
    std::string media_type{};
};
void describe(Fields& fields, AttachCertificateFile& wish);

// --- Events: name, issuer and number are texts of the first two

struct CertificateAdded {
    static constexpr std::string_view name = "tiers.certificate_added";
    static constexpr int schema = 1;

    PersonId person{};
    std::optional<CertificateKindId> kind{};
    Date issued_on{};
    std::optional<Date> expires_on{};
    bool confirmed = false;
};
void describe(Fields& fields, CertificateAdded& added);

struct CertificateChanged {
    static constexpr std::string_view name = "tiers.certificate_changed";
    static constexpr int schema = 1;

    PersonId person{};
    Date issued_on{};
    std::optional<Date> expires_on{};
    bool confirmed = false;
};
void describe(Fields& fields, CertificateChanged& changed);

struct CertificateConfirmed {
    static constexpr std::string_view name = "tiers.certificate_confirmed";
    static constexpr int schema = 1;

    PersonId person{};
};
void describe(Fields& fields, CertificateConfirmed& confirmed);

// The file's name is a text.
struct CertificateFileAttached {
    static constexpr std::string_view name = "tiers.certificate_file_attached";
    static constexpr int schema = 1;

    PersonId person{};
    std::int64_t bytes = 0;
};
void describe(Fields& fields, CertificateFileAttached& attached);

struct CertificateRemoved {
    static constexpr std::string_view name = "tiers.certificate_removed";
    static constexpr int schema = 1;

    PersonId person{};
};
void describe(Fields& fields, CertificateRemoved& removed);

// happened_at is the moment that the reminder is about, however late it was written.
struct CertificateReminded {
    static constexpr std::string_view name = "tiers.certificate_reminded";
    static constexpr int schema = 1;

    PersonId person{};
    int days = 0;  // Before the last day.
};
void describe(Fields& fields, CertificateReminded& reminded);

struct CertificateLapsed {
    static constexpr std::string_view name = "tiers.certificate_lapsed";
    static constexpr int schema = 1;

    PersonId person{};
};
void describe(Fields& fields, CertificateLapsed& lapsed);

struct ReminderPutAside {
    static constexpr std::string_view name = "tiers.reminder_put_aside";
    static constexpr int schema = 1;

    PersonId person{};
};
void describe(Fields& fields, ReminderPutAside& aside);

struct CertificateKindAdded {
    static constexpr std::string_view name = "tiers.certificate_kind_added";
    static constexpr int schema = 1;
};
void describe(Fields& fields, CertificateKindAdded& added);

struct CertificateKindRetired {
    static constexpr std::string_view name = "tiers.certificate_kind_retired";
    static constexpr int schema = 1;
};
void describe(Fields& fields, CertificateKindRetired& retired);

// --- Reasons

inline constexpr Reason kind_name_taken{Refusal::conflict, "tiers.kind_name_taken"};
inline constexpr Reason kind_unknown{Refusal::invalid, "tiers.kind_unknown"};
inline constexpr Reason kind_required{Refusal::conflict, "tiers.kind_required"};
inline constexpr Reason kind_or_name{Refusal::invalid, "tiers.kind_or_name"};
inline constexpr Reason issued_later{Refusal::invalid, "tiers.issued_later"};
inline constexpr Reason expires_before_issue{Refusal::invalid, "tiers.expires_before_issue"};
inline constexpr Reason certificates_too_many{Refusal::conflict, "tiers.certificates_too_many"};
inline constexpr Reason certificate_file_too_large{Refusal::too_large,
                                                   "tiers.certificate_file_too_large"};
inline constexpr Reason certificate_confirmed_already{Refusal::conflict,
                                                      "tiers.certificate_confirmed_already"};
inline constexpr Reason no_open_reminder{Refusal::conflict, "tiers.no_open_reminder"};

}  // namespace ogniwo::tiers
