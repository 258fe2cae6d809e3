#include <algorithm>

#include "base/check.hpp"
#include "base/describe.hpp"
#include "base/json.hpp"
#include "base/text.hpp"
#include "operations/uploads.hpp"
#include "people/service.hpp"
#include "storage/attachments.hpp"
#include "storage/journal.hpp"
#include "storage/outbox.hpp"
#include "tiers/certificate_rules.hpp"
#include "tiers/certificate_store.hpp"
#include "tiers/day_cursor.hpp"
#include "tiers/reminder_mail.hpp"
#include "tiers/requirement_store.hpp"
#include "tiers/skill_access.hpp"
#include "tiers/skill_service.hpp"
#include "tiers/skill_store.hpp"

namespace ogniwo::tiers {
namespace {

About about(const Certificate& certificate) {
    return {.kind = "certificate", .id = certificate.id.value, .version = certificate.version};
}

About about_kind(CertificateKindId kind, std::int64_t version) {
    return {.kind = "certificate_kind", .id = kind.value, .version = version};
}

std::vector<EventText> texts_of(const Certificate& certificate) {
    return {
        {"name", certificate.name}, {"issuer", certificate.issuer}, {"number", certificate.number}};
}

Certificate completed(const View& view, Certificate certificate) {
    return complete(view, {std::move(certificate)}).front();
}

// One that this actor may look at.
Result<Certificate> load_visible(const View& view, CertificateId id) {
    auto certificate = store::find_certificate(view.tx, id);
    if (!certificate) return missing;
    TRY_DO(visible_staff(view, certificate->person));
    return *std::move(certificate);
}

// One that this actor may change.
Result<Certificate> load_own(const View& view, CertificateId id) {
    TRY(Certificate certificate, load_visible(view, id));
    TRY_DO(may_change_staff(view, certificate.person));
    return certificate;
}

// From now on; what is over already is not reminded of.
void set_timer(Work& work, const Certificate& certificate) {
    const auto next =
        certificate.expires_on
            ? next_reminder(*certificate.expires_on, people::company_zone(work.tx), work.now)
            : std::nullopt;
    if (next) {
        timers::set(work.tx,
                    certificate_timer,
                    certificate.id.value,
                    next->at,
                    to_json(ReminderTimer{.days = next->days}));
    } else {
        timers::clear(work.tx, certificate_timer, certificate.id.value);
    }
}

// The version that the row has afterwards.
Outcome save(Work& work, Certificate& certificate) {
    store::claim_staff(work.tx, certificate.person);
    if (!store::update_certificate(work.tx, certificate)) return stale;
    ++certificate.version;
    return Nothing{};
}

// Another one of this kind counts for longer: nobody needs to hear of this one.
bool is_renewed(const View& view, const Certificate& certificate) {
    if (!certificate.kind) return false;
    const auto all = store::list_certificates_of(view.tx, {certificate.person});
    const auto own = all.find(certificate.person);
    if (own == all.end()) return false;
    return std::ranges::any_of(own->second, [&](const Certificate& other) {
        return other.id != certificate.id && other.kind == certificate.kind && other.confirmed &&
               (!other.expires_on || *other.expires_on > *certificate.expires_on);
    });
}

// A certificate that now counts may be what an open reminder of an older one asked for.
void close_renewed(Work& work, const Certificate& certificate) {
    if (!certificate.confirmed || !certificate.kind) return;
    const auto all = store::list_certificates_of(work.tx, {certificate.person});
    for (const Certificate& other : all.at(certificate.person)) {
        if (!other.reminded || other.kind != certificate.kind) continue;
        if (is_renewed(work, other)) store::delete_reminder(work.tx, other.id);
    }
}

void mail_reminder(Work& work, const Certificate& certificate, int days) {
    const auto reader = people::find_reachable(work.tx, certificate.person);
    if (!reader) return;
    const ReminderMail mail{
        .to = reader->email,
        .template_name = days > 0 ? "tiers.certificate_reminder" : "tiers.certificate_lapsed",
        .language = reader->language,
        .params = {.url = work.environment.base_url + "/skills",
                   .certificate = certificate.name,
                   .expires_on = *certificate.expires_on,
                   .days = days,
                   .given_name = reader->given_name,
                   .company_name = people::company_name(work.tx)}};
    outbox::put(work, "mail", to_json(mail));
}

Result<store::CertificatePlace> place_of(const std::optional<std::string>& cursor) {
    TRY(const auto read, read_cursor<DayCursor>(cursor));
    if (!read) return store::CertificatePlace{.expires_on = first_day};
    return store::CertificatePlace{.expires_on = read->day, .id = {read->id}};
}

store::CertificateFilter filter_of(const ListCertificates& wish, Date today) {
    const auto in_days = [&](int days) {
        return Date{std::chrono::sys_days{today} + std::chrono::days{days}};
    };
    store::CertificateFilter filter{.from = first_day,
                                    .to = store::never(),
                                    .only_unconfirmed = wish.unconfirmed.value_or(false)};
    if (!wish.state) return filter;
    switch (*wish.state) {
        case CertificateState::lapsed:
            filter.to = in_days(-1);
            break;
        case CertificateState::lapsing:
            filter.from = today;
            filter.to = in_days(lapsing_days);
            break;
        case CertificateState::valid:
            filter.from = in_days(lapsing_days + 1);
            break;
    }
    return filter;
}

Result<Certificate> drafted(Work& work, const AddCertificate& wish) {
    TRY_DO(check_name(wish.kind, wish.name));
    TRY_DO(
        check_dates({.issued_on = wish.issued_on, .expires_on = wish.expires_on}, today_of(work)));
    Certificate certificate{.person = wish.person,
                            .kind = wish.kind,
                            .name = std::string(trim(wish.name)),
                            .issuer = std::string(trim(wish.issuer)),
                            .number = std::string(trim(wish.number)),
                            .issued_on = wish.issued_on,
                            .expires_on = wish.expires_on,
                            .confirmed = work.actor.may_everywhere(edit_skills)};
    if (!wish.kind) return certificate;
    const auto kind = store::find_kind(work.tx, *wish.kind);
    if (!kind) return Error{.reason = invalid_fields, .fields = {{"/kind", kind_unknown.name, {}}}};
    certificate.name = kind->name;
    if (certificate.issuer.empty()) certificate.issuer = kind->issuer;
    return certificate;
}

}  // namespace

std::vector<Certificate> complete(const View& view, std::vector<Certificate> certificates) {
    const Date today = today_of(view);
    std::vector<PersonId> persons;
    std::vector<std::int64_t> ids;
    for (const Certificate& one : certificates) {
        persons.push_back(one.person);
        ids.push_back(one.id.value);
    }
    const auto names = people::person_names(view.tx, persons);
    for (Certificate& one : certificates) {
        one.state = certificate_state(one.expires_on, today);
        if (one.expires_on) one.days_left = days_between(today, *one.expires_on);
        const auto name = names.find(one.person);
        if (name != names.end()) one.person_name = name->second;
    }
    for (const auto& file : attachments::of_owners(view.tx, certificate_files, ids)) {
        const auto owner =
            std::ranges::find(certificates, CertificateId{file.owner_id}, &Certificate::id);
        if (owner == certificates.end()) continue;
        owner->file = {.name = file.name, .bytes = file.bytes, .media_type = file.media_type};
    }
    return certificates;
}

// --- Kinds

Result<CertificateKindList> list_certificate_kinds(const View& view, const Nothing&) {
    CertificateKindList list{.items = store::list_kinds(view.tx)};
    std::ranges::sort(list.items, {}, [](const CertificateKind& kind) {
        return std::pair(sort_key(kind.name), kind.id);
    });
    return list;
}

Result<CertificateKind> add_certificate_kind(Work& work, const AddCertificateKind& wish) {
    TRY_DO(edits_everybody(work));
    store::claim_catalogue(work.tx);
    CertificateKind kind{.name = std::string(trim(wish.name)),
                         .issuer = std::string(trim(wish.issuer)),
                         .months = wish.months};
    if (kind.name.empty()) {
        return Error{.reason = invalid_fields,
                     .fields = {{"/name", "too_short", {{"least", "1"}}}}};
    }
    const auto all = store::list_kinds(work.tx);
    if (all.size() >= certificate_kinds_most) return catalogue_full;
    const bool is_taken = std::ranges::any_of(
        all, [&](const CertificateKind& other) { return fold(other.name) == fold(kind.name); });
    if (is_taken) {
        return Error{.reason = invalid_fields, .fields = {{"/name", kind_name_taken.name, {}}}};
    }
    kind.id = store::insert_kind(work.tx, kind);
    work.record(CertificateKindAdded{},
                about_kind(kind.id, 1),
                {{"name", kind.name}, {"issuer", kind.issuer}});
    return kind;
}

Result<Nothing> retire_certificate_kind(Work& work, const RetireCertificateKind& wish) {
    TRY_DO(edits_everybody(work));
    store::claim_catalogue(work.tx);
    if (!store::find_kind(work.tx, wish.kind)) return missing;
    if (store::is_kind_required(work.tx, wish.kind)) return kind_required;
    if (!store::retire_kind(work.tx, wish.kind, work.now)) return missing;
    work.record(CertificateKindRetired{}, about_kind(wish.kind, 2));
    return Nothing{};
}

// --- Certificates

Result<CertificateList> list_certificates(const View& view, const ListCertificates& wish) {
    TRY_DO(sees_everybody(view));
    TRY(const store::CertificatePlace after, place_of(wish.cursor));
    const int limit = wish.limit.value_or(50);
    auto rows =
        store::list_certificates(view.tx, filter_of(wish, today_of(view)), after, limit + 1);

    CertificateList list;
    if (rows.size() > static_cast<std::size_t>(limit)) {
        rows.pop_back();
        const Certificate& last = rows.back();
        list.next = cursor_text(
            DayCursor{.day = last.expires_on.value_or(store::never()), .id = last.id.value});
    }
    list.items = complete(view, std::move(rows));
    return list;
}

Result<Certificate> add_certificate(Work& work, const AddCertificate& wish) {
    TRY_DO(may_change_staff(work, wish.person));
    TRY(Certificate certificate, drafted(work, wish));
    store::claim_staff(work.tx, wish.person);
    const auto all = store::list_certificates_of(work.tx, {wish.person});
    const auto own = all.find(wish.person);
    if (own != all.end() && own->second.size() >= certificates_per_person_most) {
        return Error{.reason = certificates_too_many,
                     .shown = {{"most", std::to_string(certificates_per_person_most)}}};
    }

    certificate.id = store::insert_certificate(work.tx, certificate, work.now);
    set_timer(work, certificate);
    close_renewed(work, certificate);
    work.record(CertificateAdded{.person = certificate.person,
                                 .kind = certificate.kind,
                                 .issued_on = certificate.issued_on,
                                 .expires_on = certificate.expires_on,
                                 .confirmed = certificate.confirmed},
                about(certificate),
                texts_of(certificate));
    return completed(work, std::move(certificate));
}

Result<Certificate> edit_certificate(Work& work, const EditCertificate& wish) {
    TRY(Certificate certificate, load_own(work, wish.certificate));
    if (certificate.version != wish.version) return stale;
    const auto last_day = certificate.expires_on;
    certificate.issuer = std::string(trim(wish.issuer.value_or(certificate.issuer)));
    certificate.number = std::string(trim(wish.number.value_or(certificate.number)));
    certificate.issued_on = wish.issued_on.value_or(certificate.issued_on);
    if (wish.expires_on) certificate.expires_on = *wish.expires_on;
    TRY_DO(check_dates({.issued_on = certificate.issued_on, .expires_on = certificate.expires_on},
                       today_of(work)));
    certificate.confirmed = work.actor.may_everywhere(edit_skills);
    TRY_DO(save(work, certificate));

    if (certificate.expires_on != last_day) {
        store::delete_reminder(work.tx, certificate.id);
        certificate.reminded.reset();
        set_timer(work, certificate);
    }
    close_renewed(work, certificate);
    work.record(CertificateChanged{.person = certificate.person,
                                   .issued_on = certificate.issued_on,
                                   .expires_on = certificate.expires_on,
                                   .confirmed = certificate.confirmed},
                about(certificate),
                texts_of(certificate));
    return completed(work, std::move(certificate));
}

Result<Certificate> confirm_certificate(Work& work, const OfCertificate& wish) {
    TRY_DO(edits_everybody(work));
    TRY(Certificate certificate, load_own(work, wish.certificate));
    if (certificate.confirmed) return certificate_confirmed_already;
    certificate.confirmed = true;
    TRY_DO(save(work, certificate));
    close_renewed(work, certificate);
    work.record(CertificateConfirmed{.person = certificate.person}, about(certificate));
    return completed(work, std::move(certificate));
}

Result<Nothing> remove_certificate(Work& work, const OfCertificate& wish) {
    TRY(Certificate certificate, load_own(work, wish.certificate));
    store::claim_staff(work.tx, certificate.person);
    timers::clear(work.tx, certificate_timer, certificate.id.value);
    attachments::erase_of(work.tx, {certificate_files, certificate.id.value});
    store::delete_certificate(work.tx, certificate.id);
    // Its number and its names, whoever wrote them: they are nobody's concern any more.
    journal::erase_texts(work, "certificate", certificate.id.value);
    ++certificate.version;
    work.record(CertificateRemoved{.person = certificate.person}, about(certificate));
    return Nothing{};
}

Result<Certificate> put_reminder_aside(Work& work, const OfCertificate& wish) {
    TRY_DO(edits_everybody(work));
    TRY(Certificate certificate, load_visible(work, wish.certificate));
    if (!store::delete_reminder(work.tx, certificate.id)) return no_open_reminder;
    certificate.reminded.reset();
    work.record(ReminderPutAside{.person = certificate.person}, about(certificate));
    return completed(work, std::move(certificate));
}

// --- Files

Outcome attach_certificate_file_before(Outside& outside, AttachCertificateFile& wish) {
    const auto ask = [&](const View& view) -> Outcome {
        TRY_DO(load_own(view, wish.certificate));
        return Nothing{};
    };
    TRY_DO(ask_before(outside, ask));
    return take_upload(
        outside,
        wish,
        {.bytes_most = certificate_bytes_most, .too_large = certificate_file_too_large});
}

Result<Certificate> attach_certificate_file(Work& work, const AttachCertificateFile& wish) {
    TRY(Certificate certificate, load_own(work, wish.certificate));
    certificate.confirmed = work.actor.may_everywhere(edit_skills);
    TRY_DO(save(work, certificate));
    attachments::erase_of(work.tx, {certificate_files, certificate.id.value});
    attachments::insert(work,
                        {.sha256 = wish.sha256,
                         .bytes = wish.bytes,
                         .name = wish.name,
                         .media_type = wish.media_type,
                         .owner_kind = std::string(certificate_files),
                         .owner_id = certificate.id.value,
                         .about = certificate.person});
    work.record(CertificateFileAttached{.person = certificate.person, .bytes = wish.bytes},
                about(certificate),
                {{"file", wish.name}});
    return completed(work, std::move(certificate));
}

Result<FileAnswer> read_certificate_file(const View& view, const OfCertificate& wish) {
    TRY_DO(load_visible(view, wish.certificate));
    const auto files = attachments::of_owners(view.tx, certificate_files, {wish.certificate.value});
    if (files.empty()) return missing;
    return FileAnswer{.sha256 = files[0].sha256,
                      .bytes = files[0].bytes,
                      .name = files[0].name,
                      .media_type = files[0].media_type};
}

// --- Reminders

Outcome certificate_due(Work& work, const Timer& timer) {
    const auto certificate = store::find_certificate(work.tx, {timer.subject});
    const auto reminder = from_json<ReminderTimer>(timer.payload);
    INVARIANT(static_cast<bool>(reminder));
    if (!certificate || !certificate->expires_on) return Nothing{};
    const int days = reminder->days;
    if (days > 0) {
        work.record(CertificateReminded{.person = certificate->person, .days = days},
                    about(*certificate));
    } else {
        work.record(CertificateLapsed{.person = certificate->person}, about(*certificate));
    }

    const auto next =
        next_reminder(*certificate->expires_on, people::company_zone(work.tx), timer.due);
    if (next) {
        timers::set(work.tx,
                    certificate_timer,
                    certificate->id.value,
                    next->at,
                    to_json(ReminderTimer{.days = next->days}));
    }
    const bool concerns_somebody =
        people::is_active_staff(work.tx, certificate->person) && !is_renewed(work, *certificate);
    if (!concerns_somebody) return Nothing{};
    store::save_reminder(work.tx, certificate->id, days, timer.due);
    // After a long sleep the newest letter says it all.
    if (!next || next->at > work.now) mail_reminder(work, *certificate, days);
    return Nothing{};
}

}  // namespace ogniwo::tiers
