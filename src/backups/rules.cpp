#include "backups/rules.hpp"

#include <algorithm>

namespace ogniwo::backups {

std::optional<Date> due_night(Time now, Minutes at, std::string_view zone, Time installed_at) {
    const auto today = local_date(now, zone);
    if (!today) return std::nullopt;
    const Date yesterday{std::chrono::sys_days{*today} - std::chrono::days{1}};
    for (const Date night : {*today, yesterday}) {
        const auto moment = to_instant(night, at, zone);
        if (!moment || *moment > now) continue;
        if (*moment < installed_at) return std::nullopt;
        return night;
    }
    return std::nullopt;
}

std::string folder_name(Date night) {
    return to_text(night);
}

std::optional<Date> night_of(std::string_view folder_name) {
    return parse_date(folder_name);
}

std::vector<std::string> outdated(std::vector<std::string> names, int keep) {
    std::erase_if(names, [](const std::string& name) { return !night_of(name); });
    std::ranges::sort(names);
    names.resize(names.size() - std::min(names.size(), static_cast<std::size_t>(keep)));
    return names;
}

}  // namespace ogniwo::backups
