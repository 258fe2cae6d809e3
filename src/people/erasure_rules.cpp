#include "people/erasure_rules.hpp"

#include <chrono>

#include "base/check.hpp"

namespace ogniwo::people {
namespace {

constexpr Minutes quarter_past_three{3 * 60 + 15};

}  // namespace

std::optional<Time> retention_limit(Time now, std::int64_t days) {
    if (days <= 0) return std::nullopt;
    return now - std::chrono::days{days};
}

Time next_retention_run(Time now, std::string_view zone) {
    const auto today = local_date(now, zone);
    INVARIANT(today.has_value());
    const std::chrono::sys_days day{*today};
    for (int ahead = 0; ahead <= 2; ++ahead) {
        const auto run = to_instant(Date{day + std::chrono::days{ahead}}, quarter_past_three, zone);
        if (run && *run > now) return *run;
    }
    bug(__FILE__, __LINE__, "no night ahead");
}

}  // namespace ogniwo::people
