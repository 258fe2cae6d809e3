#pragma once

// How the columns of somebody's event log become ours: a TOML file that whoever imports writes.
//
//     name = "old-desk"                     the source; see import_types.hpp
//     customer = "Kowalski"                 whose tickets these are
//     subject = "Awaria {id}: {product}"    columns of the first row, in plain substitution
//
//     [case]                                and likewise [time] [status] [tier] [team] [person]
//     column = "id"                         [impact] [product] [order]; case, time and status must
//                                           be there
//     [time]
//     column = "changed"
//     format = "%d.%m.%Y %H:%M"             %Y %m %d %H %M %S %f %z; else ISO 8601
//     zone = "Europe/Warsaw"                of times that name no offset; else UTC
//
//     [status]
//     column = ["state", "detail"]          several are joined by "/"
//     otherwise = "open"                    for values not listed; without it such rows are bad
//     [status.values]
//     "Wait/Vendor" = "waiting:vendor"
//
//     [tier]                                without [tier] all is on the first; without
//     column = "line"                       [tier.values] the column holds the number
//     [tier.values]
//     "L1" = 1
//
// Without [order], rows of one moment stay in the order of the file.

#include <string_view>

#include "tickets/mapping_types.hpp"

namespace ogniwo::tickets {

// Refuses with import_mapping_unreadable (shows "line" and "what") or import_mapping_invalid (shows
// "key", "what" and where one is close "suggestion").
Result<ImportMapping> read_import_mapping(std::string_view toml);

}  // namespace ogniwo::tickets
