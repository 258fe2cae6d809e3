#pragma once

// When a backup is due, and which ones may go.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "backups/types.hpp"
#include "base/time.hpp"

namespace ogniwo::backups {

// The night whose moment has passed last: `at` is local time in `zone`. Nothing when this
// installation is younger than that moment. A server that was off at night makes up for it when it
// starts; nights before that one are gone.
std::optional<Date> due_night(Time now, Minutes at, std::string_view zone, Time installed_at);

// What a night's backup is called, and the night of a name; nothing for any other name.
std::string folder_name(Date night);
std::optional<Date> night_of(std::string_view folder_name);

// Of the names of backups, those beyond the newest `keep`. Other names are not touched.
std::vector<std::string> outdated(std::vector<std::string> names, int keep);

}  // namespace ogniwo::backups
