#pragma once

// A person's right to take their data along and to have them erased, and how long we keep what
// nobody asked to have erased (RODO, articles 15, 17 and 20, and 5(1)(e)).
//
// Erasing replaces: the row, its id and its place in the journal stay, what says who it was goes.
// The erasure is a row of its own that survives the restoring of an older backup.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/describe.hpp"
#include "base/id.hpp"
#include "base/result.hpp"
#include "base/right.hpp"
#include "base/time.hpp"

namespace ogniwo::people {

struct ErasePerson {
    PersonId person{};
};

// One line of the list that is carried over a restore.
struct Erasure {
    PersonId person{};
    Time erased_at{};
};

struct ExportPerson {
    PersonId person{};
};

// What one slice holds about a person.
struct ExportedPart {
    std::string name{};  // "directory"
    RawJson data{};
};

// The directory's part: the card, and what the journal says of the person and was told by them.
struct ExportedText {
    std::string field{};
    std::optional<std::string> text{};  // Absent once it was erased.
};
struct ExportedEvent {
    std::string name{};
    Time happened_at{};
    std::vector<ExportedText> texts{};
};
struct DirectoryExport {
    RawJson person{};
    std::vector<ExportedEvent> about{};
    std::vector<ExportedEvent> done{};
};

struct PersonExport {
    PersonId person{};
    Time exported_at{};
    // Of whoever was merged into this person under "directory#12".
    std::vector<ExportedPart> parts{};
};

// One kind of data and how long it is kept. Zero days: for ever.
struct RetentionRule {
    std::string kind{};
    std::int64_t days = 0;
    std::int64_t default_days = 0;
    std::string about{};
};

struct Retention {
    std::int64_t version = 0;
    std::vector<RetentionRule> items{};
};

struct RetentionDays {
    std::string kind{};
    std::int64_t days = 0;
};

struct EditRetention {
    std::int64_t version = 0;
    std::vector<RetentionDays> items{};  // The kinds that change.
};

struct RetentionCount {
    std::string kind{};
    std::int64_t days = 0;
    std::int64_t rows = 0;
};

struct RetentionPreview {
    std::vector<RetentionCount> items{};
};

struct PersonErased {
    static constexpr std::string_view name = "people.person_erased";
    static constexpr int schema = 1;

    PersonId person{};
};

struct RetentionChanged {
    static constexpr std::string_view name = "people.retention_changed";
    static constexpr int schema = 1;

    std::vector<RetentionDays> items{};
};

// What the daily run has taken away; kinds of which nothing was over are not told.
struct RetentionApplied {
    static constexpr std::string_view name = "people.retention_applied";
    static constexpr int schema = 1;

    std::string kind{};
    std::int64_t rows = 0;
};

inline constexpr Right erase_persons{"people.erase_persons"};
inline constexpr Right export_persons{"people.export_persons"};
inline constexpr Right see_retention{"people.see_retention"};
inline constexpr Right edit_retention{"people.edit_retention"};

inline constexpr Reason person_erased{Refusal::conflict, "people.person_erased"};
inline constexpr Reason retention_kind_unknown{Refusal::invalid, "people.retention_kind_unknown"};

void describe(Fields& fields, ErasePerson& wish);
void describe(Fields& fields, Erasure& erasure);
void describe(Fields& fields, ExportPerson& wish);
void describe(Fields& fields, ExportedPart& part);
void describe(Fields& fields, ExportedText& text);
void describe(Fields& fields, ExportedEvent& event);
void describe(Fields& fields, DirectoryExport& part);
void describe(Fields& fields, PersonExport& answer);
void describe(Fields& fields, RetentionRule& rule);
void describe(Fields& fields, Retention& retention);
void describe(Fields& fields, RetentionDays& days);
void describe(Fields& fields, EditRetention& wish);
void describe(Fields& fields, RetentionCount& count);
void describe(Fields& fields, RetentionPreview& preview);
void describe(Fields& fields, PersonErased& event);
void describe(Fields& fields, RetentionChanged& event);
void describe(Fields& fields, RetentionApplied& event);

}  // namespace ogniwo::people
