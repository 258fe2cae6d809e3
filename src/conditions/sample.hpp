#pragma once

// A made-up kind of row with a field of every type, for the tests and the fuzzer of this folder.

#include <string>
#include <vector>

#include "base/check.hpp"
#include "conditions/context.hpp"
#include "conditions/memory.hpp"
#include "conditions/schema.hpp"

namespace ogniwo::conditions::sample {

inline const Schema& schema() {
    using enum FieldType;
    constexpr auto always = Presence::always;
    constexpr auto searched = Searchable::yes;
    static const Schema made({
        {.name = "vip", .type = boolean, .column = "item.vip", .presence = always},
        {.name = "billed", .type = boolean, .column = "item.billed"},
        {.name = "replies", .type = integer, .column = "item.replies", .presence = always},
        {.name = "weight", .type = integer, .column = "item.weight + 0"},
        {.name = "ratio", .type = decimal, .column = "item.ratio"},
        {.name = "subject", .type = text, .column = "item.subject", .searchable = searched},
        {.name = "body",
         .type = text,
         .column = "item.body",
         .presence = always,
         .searchable = searched},
        {.name = "due", .type = date, .column = "item.due"},
        {.name = "created", .type = instant, .column = "item.created", .presence = always},
        {.name = "answered", .type = instant, .column = "item.answered"},
        {.name = "spent", .type = duration, .column = "item.spent"},
        {.name = "status",
         .type = enumeration,
         .column = "item.status",
         .presence = always,
         .values = {"new", "open", "waiting", "on hold", "closed"}},
        {.name = "priority",
         .type = enumeration,
         .column = "item.priority",
         .values = {"low", "normal", "high", "urgent"}},
        {.name = "assignee",
         .type = id,
         .column = "item.assignee",
         .values = {"me", "my_team", "nobody_yet"}},
        {.name = "customer.id", .type = id, .column = "item.customer", .presence = always},
        {.name = "tag",
         .type = texts,
         .column = "tag.folded",
         .members = "SELECT 1 FROM item_tag tag WHERE tag.item = item.id AND {member}"},
        {.name = "watcher",
         .type = ids,
         .column = "w.person",
         .values = {"me", "my_team"},
         .members = "SELECT 1 FROM item_watcher w WHERE w.item = item.id AND {member}"},
    });
    return made;
}

// A Thursday morning in Warsaw.
inline Context context() {
    const auto now = parse_time("2025-06-12T08:00:00Z");
    INVARIANT(now.has_value());
    return {.now = *now, .zone = "Europe/Warsaw", .named = {{"me", {7}}, {"my_team", {7, 8, 9}}}};
}

// One value per field of the schema.
using Record = std::vector<FieldValue>;

// Everything is empty that may be; the rest is nought, "new" and the context's now.
inline Record blank_record() {
    Record record(schema().fields().size(), Null{});
    for (std::size_t i = 0; i < record.size(); ++i) {
        const Field& field = schema().at(i);
        if (field.type == FieldType::texts) record[i] = std::vector<std::string>{};
        if (field.type == FieldType::ids) record[i] = std::vector<std::int64_t>{};
        if (field.presence == Presence::optional) continue;
        switch (field.type) {
            case FieldType::boolean:
                record[i] = false;
                break;
            case FieldType::text:
                record[i] = std::string();
                break;
            case FieldType::enumeration:
                record[i] = field.values.front();
                break;
            case FieldType::instant:
                record[i] = to_micros(context().now);
                break;
            default:
                record[i] = std::int64_t{1};
        }
    }
    return record;
}

inline RowReader reader_of(const Record& record) {
    return [&record](std::size_t field) { return record.at(field); };
}

}  // namespace ogniwo::conditions::sample
