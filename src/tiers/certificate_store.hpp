#pragma once

// Rows of certificates, their kinds and their open reminders. Files are attachments of the owner
// kind "certificate" and are not read here.

#include <map>
#include <optional>
#include <vector>

#include "storage/work.hpp"
#include "tiers/certificate_types.hpp"

namespace ogniwo::tiers::store {

// Those in use, in no particular order.
std::vector<CertificateKind> list_kinds(Tx& tx);
std::optional<CertificateKind> find_kind(Tx& tx, CertificateKindId kind);
CertificateKindId insert_kind(Tx& tx, const CertificateKind& kind);
bool retire_kind(Tx& tx, CertificateKindId kind, Time now);

// Without the state and without the name of the person; with the name of the kind.
std::optional<Certificate> find_certificate(Tx& tx, CertificateId certificate);
// By person, what lapses first comes first.
std::map<PersonId, std::vector<Certificate>> list_certificates_of(
    Tx& tx, const std::vector<PersonId>& persons);

struct CertificatePlace {
    Date expires_on{};
    CertificateId id{};  // 0: from the beginning.
};
struct CertificateFilter {
    Date from{};
    Date to{};  // Both included.
    bool only_unconfirmed = false;
};
std::vector<Certificate> list_certificates(Tx& tx,
                                           const CertificateFilter& filter,
                                           const CertificatePlace& after,
                                           int limit);
// What stands in the row for "for ever", and comes last in lists.
Date never();

CertificateId insert_certificate(Tx& tx, const Certificate& certificate, Time now);
// Issuer, number, days and whether it is confirmed. False when its version is another.
bool update_certificate(Tx& tx, const Certificate& certificate);
void delete_certificate(Tx& tx, CertificateId certificate);

// One per certificate: a later one takes the place of an earlier one.
void save_reminder(Tx& tx, CertificateId certificate, int days, Time due_at);
bool delete_reminder(Tx& tx, CertificateId certificate);

}  // namespace ogniwo::tiers::store
