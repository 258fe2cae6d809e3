#include "people/erasure_service.hpp"

#include <algorithm>

#include "base/json.hpp"
#include "people/access_service.hpp"
#include "people/customer_store.hpp"
#include "people/directory_service.hpp"
#include "people/erasure_parts.hpp"
#include "people/erasure_rules.hpp"
#include "people/erasure_store.hpp"
#include "people/merge_service.hpp"
#include "people/merge_store.hpp"
#include "people/person_access.hpp"
#include "people/person_store.hpp"
#include "storage/idempotency.hpp"
#include "storage/journal.hpp"

namespace ogniwo::people {
namespace {

constexpr int events_most = 10'000;

template <class Part>
struct Registered {
    std::string name;
    Part part;
};

// Filled while the program starts, on one thread, and only read afterwards.
struct Registry {
    std::vector<Registered<ExportPart>> exports;
    std::vector<Registered<ErasePart>> erasures;
    std::vector<RetentionKind> kinds;
};

Registry& registry() {
    static Registry all;
    return all;
}

// Registering twice under one name replaces, so that tables may be mounted twice (tests).
template <class Part>
void put(std::vector<Registered<Part>>& list, std::string_view name, Part part) {
    const auto known = std::find_if(
        list.begin(), list.end(), [name](const auto& entry) { return entry.name == name; });
    if (known != list.end()) {
        known->part = std::move(part);
    } else {
        list.push_back({std::string(name), std::move(part)});
    }
}

// Everything at once. What is done a second time changes nothing.
void erase_one(Work& work, const store::StoredPerson& person, std::int64_t version) {
    for (const auto& [name, part] : registry().erasures) part(work, person.id);
    erase_access(work, person.id);
    for (const std::string& email : person.card.emails) {
        store::forget_letters_to(work.tx, email);
    }
    store::clear_lead(work.tx, person.id);
    store::erase_person(work.tx, person.id, work.now);
    journal::erase_texts(work, "person", person.id.value);
    journal::erase_texts_by(work, person.id);
    idempotency::erase(work.tx, "person:" + std::to_string(person.id.value));
    store::forget_answers_about(work.tx, person.id);
    store::insert_erasure(work.tx, person.id, work.now);
    work.record(PersonErased{.person = person.id},
                {.kind = "person", .id = person.id.value, .version = version});
}

// Whoever goes on as this person is this person.
void erase(Work& work, const store::StoredPerson& person, std::int64_t version) {
    erase_one(work, person, version);
    for (const PersonId id : store::list_merged(work.tx, person.id)) {
        const auto merged = store::load_person(work.tx, id);
        if (!merged->erased_at) erase_one(work, *merged, *store::touch_person(work.tx, id));
    }
}

// --- Retention

std::int64_t days_of(const RetentionKind& kind, const std::map<std::string, std::int64_t>& days) {
    const auto found = days.find(std::string(kind.kind));
    return found == days.end() ? kind.default_days : found->second;
}

const RetentionKind* find_kind(std::string_view name) {
    const auto& kinds = registry().kinds;
    const auto found = std::find_if(kinds.begin(), kinds.end(), [name](const RetentionKind& kind) {
        return kind.kind == name;
    });
    return found == kinds.end() ? nullptr : &*found;
}

Outcome check_days(const std::vector<RetentionDays>& items) {
    std::vector<FieldError> errors;
    for (std::size_t i = 0; i < items.size(); ++i) {
        if (find_kind(items[i].kind) == nullptr) {
            errors.push_back({.pointer = "/items/" + std::to_string(i) + "/kind",
                              .reason = retention_kind_unknown.name});
        }
    }
    if (errors.empty()) return Nothing{};
    return Error{.reason = invalid_fields, .fields = std::move(errors)};
}

// Where the job stands: which kind, and how much of it went so far.
struct RetentionProgress {
    std::int64_t kind = 0;
    std::int64_t rows = 0;
};
void describe(Fields& fields, RetentionProgress& progress) {
    fields("kind", progress.kind).may_be_missing();
    fields("rows", progress.rows).may_be_missing();
}

}  // namespace

void on_export(std::string_view name, ExportPart part) {
    put(registry().exports, name, std::move(part));
}

void on_erase(std::string_view name, ErasePart part) {
    put(registry().erasures, name, std::move(part));
}

void on_retention(RetentionKind kind) {
    auto& kinds = registry().kinds;
    const auto known = std::ranges::find(kinds, kind.kind, &RetentionKind::kind);
    if (known != kinds.end()) {
        *known = std::move(kind);
    } else {
        kinds.push_back(std::move(kind));
    }
}

Result<PersonExport> export_person(const View& view, const ExportPerson& wish) {
    const bool self = view.actor.is(wish.person);
    if (!self) TRY_DO(load_within(view, wish.person, export_persons, not_yours_to_see));
    PersonExport answer{.person = wish.person, .exported_at = view.now};
    const auto add = [&](PersonId person, const std::string& suffix) {
        for (const auto& [name, part] : registry().exports) {
            answer.parts.push_back({.name = name + suffix, .data = {part(view, person)}});
        }
    };
    add(wish.person, "");
    for (const PersonId merged : store::list_merged(view.tx, wish.person)) {
        add(merged, "#" + std::to_string(merged.value));
    }
    return answer;
}

Result<Erasure> erase_person(Work& work, const ErasePerson& wish) {
    TRY(const store::StoredPerson person,
        load_within(work, wish.person, erase_persons, not_yours_to_edit));
    const auto version = store::touch_person(work.tx, wish.person);
    if (!version) return missing;
    if (person.erased_at) return person_erased;
    TRY_DO(goes_on_as_nobody(work.tx, wish.person));
    TRY_DO(may_manage(work, wish.person));
    TRY_DO(keep_an_owner(work, wish.person));
    erase(work, person, *version);
    return Erasure{.person = wish.person, .erased_at = work.now};
}

std::vector<Erasure> list_erasures(Tx& tx) {
    return store::list_erasures(tx);
}

std::int64_t apply_erasures(Work& work, std::span<const Erasure> erasures) {
    std::int64_t erased = 0;
    for (const Erasure& erasure : erasures) {
        const auto person = store::load_person(work.tx, erasure.person);
        if (!person || person->erased_at || person->created_at > erasure.erased_at) continue;
        // Nobody else with them: the backup may hold a merge that had been taken apart since, and
        // whoever was erased along stands in the list, too.
        erase_one(work, *person, *store::touch_person(work.tx, erasure.person));
        ++erased;
    }
    return erased;
}

// The directory's own part of an export.
std::string export_directory(const View& view, PersonId person) {
    const View whole{view.tx, Actor::system(), view.now, view.environment, view.caller};
    DirectoryExport part;
    if (const auto card = find_person(whole, person)) part.person.text = to_json(*card);
    const auto texts = journal::texts_of_subject(view.tx, "person", person.value);
    for (const Event& event : journal::of_subject(view.tx, "person", person.value)) {
        ExportedEvent about{.name = event.name, .happened_at = event.happened_at};
        for (const auto& text : texts) {
            if (text.event == event.id()) about.texts.push_back({text.field, text.text});
        }
        part.about.push_back(std::move(about));
    }
    part.done = store::list_events_by(view.tx, person, events_most);
    return to_json(part);
}

// --- Retention -------------------------------------------------------------------------------

// The kinds that the directory itself keeps.
void register_directory_retention() {
    on_retention(
        {.kind = "people.disabled_persons",
         .about = "Persons who have been disabled for so long are erased.",
         .count = [](const View& view,
                     Time before) { return store::count_disabled_before(view.tx, before); },
         .erase =
             [](Work& work, Time before, int limit) {
                 std::int64_t erased = 0;
                 for (const PersonId id : store::list_disabled_before(work.tx, before, limit)) {
                     const auto person = store::load_person(work.tx, id);
                     if (!keep_an_owner(work, id)) continue;
                     erase(work, *person, *store::touch_person(work.tx, id));
                     ++erased;
                 }
                 return erased;
             }});
    on_retention({.kind = "journal.texts",
                  .about = "Texts of the journal; who did what and when stays.",
                  .count = [](const View& view,
                              Time before) { return store::count_texts_before(view.tx, before); },
                  .erase =
                      [](Work& work, Time before, int limit) {
                          return store::erase_texts_before(work.tx, before, work.now, limit);
                      }});
}

Result<Retention> show_retention(const View& view, const Nothing&) {
    const auto days = store::load_retention_days(view.tx);
    Retention retention{.version = store::load_retention_version(view.tx)};
    for (const RetentionKind& kind : registry().kinds) {
        retention.items.push_back({.kind = std::string(kind.kind),
                                   .days = days_of(kind, days),
                                   .default_days = kind.default_days,
                                   .about = std::string(kind.about)});
    }
    return retention;
}

Result<Retention> edit_retention_rules(Work& work, const EditRetention& wish) {
    if (!work.actor.may_everywhere(edit_retention)) return not_yours_to_edit;
    TRY_DO(check_days(wish.items));
    if (!store::touch_retention(work.tx, wish.version)) return stale;
    for (const RetentionDays& item : wish.items) {
        store::save_retention_days(work.tx, item.kind, item.days);
    }
    work.record(RetentionChanged{.items = wish.items},
                {.kind = "retention", .id = 1, .version = wish.version + 1});
    return show_retention(work, Nothing{});
}

Result<RetentionPreview> preview_retention(const View& view, const Nothing&) {
    const auto days = store::load_retention_days(view.tx);
    RetentionPreview preview;
    for (const RetentionKind& kind : registry().kinds) {
        RetentionCount count{.kind = std::string(kind.kind), .days = days_of(kind, days)};
        const auto limit = retention_limit(view.now, count.days);
        if (limit) count.rows = kind.count(view, *limit);
        preview.items.push_back(std::move(count));
    }
    return preview;
}

// --- Loops -----------------------------------------------------------------------------------

void start_retention(Work& work) {
    // At once, so that a night which the server slept through is made up for.
    timers::set(work.tx, retention_timer, 0, work.now);
}

Outcome retention_due(Work& work, const Timer&) {
    timers::set(work.tx, retention_timer, 0, next_retention_run(work.now, company_zone(work.tx)));
    jobs::start(work, retention_job, "{}");
    return Nothing{};
}

Result<Chunk> apply_retention(Work& work, Job& job) {
    TRY(RetentionProgress progress, from_json<RetentionProgress>(job.progress));
    const auto& kinds = registry().kinds;
    job.total = static_cast<std::int64_t>(kinds.size());
    if (progress.kind >= job.total) return Chunk::finished;

    constexpr int rows_at_once = 20;  // An erased person is some twenty statements.
    const RetentionKind& kind = kinds[static_cast<std::size_t>(progress.kind)];
    const auto days = store::load_retention_days(work.tx);
    const auto limit = retention_limit(work.now, days_of(kind, days));
    const std::int64_t gone = limit ? kind.erase(work, *limit, rows_at_once) : 0;
    progress.rows += gone;
    if (gone < rows_at_once) {
        if (progress.rows > 0) {
            work.record(RetentionApplied{.kind = std::string(kind.kind), .rows = progress.rows},
                        {.kind = "retention", .id = 1, .version = 0});
        }
        progress = {.kind = progress.kind + 1, .rows = 0};
    }
    job.done = progress.kind;
    job.progress = to_json(progress);
    return progress.kind == job.total ? Chunk::finished : Chunk::more;
}

}  // namespace ogniwo::people
