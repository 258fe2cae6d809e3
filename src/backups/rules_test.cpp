#include "backups/rules.hpp"

#include <doctest/doctest.h>

namespace ogniwo::backups {
namespace {

Time at(const char* text) {
    return *parse_time(text);
}

TEST_CASE("the backup that is due is the last one whose moment has passed") {
    struct Row {
        const char* what;
        const char* now;
        const char* installed_at;
        const char* night;  // Empty: none.
    };
    const Row rows[] = {
        {"just before", "2026-11-27T02:29:59+01:00", "2026-01-01T00:00:00Z", "2026-11-26"},
        {"at the moment", "2026-11-27T02:30:00+01:00", "2026-01-01T00:00:00Z", "2026-11-27"},
        {"in the evening", "2026-11-27T22:00:00+01:00", "2026-01-01T00:00:00Z", "2026-11-27"},
        {"the day ends by our calendar",
         "2026-11-27T00:10:00+01:00",
         "2026-01-01T00:00:00Z",
         "2026-11-26"},
        {"installed today", "2026-11-27T22:00:00+01:00", "2026-11-27T10:00:00+01:00", ""},
        {"installed today, a day later",
         "2026-11-28T02:31:00+01:00",
         "2026-11-27T10:00:00+01:00",
         "2026-11-28"},
        {"02:30 is skipped in spring",
         "2026-03-29T03:31:00+02:00",
         "2026-01-01T00:00:00Z",
         "2026-03-29"},
        {"02:30 is there twice in autumn",
         "2026-10-25T02:30:00+02:00",
         "2026-01-01T00:00:00Z",
         "2026-10-25"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.what);
        const auto night =
            due_night(at(row.now), Minutes{150}, "Europe/Warsaw", at(row.installed_at));
        CHECK((night ? to_text(*night) : "") == row.night);
    }
}

TEST_CASE("only backups grow old, and only beyond the newest") {
    using Names = std::vector<std::string>;
    const Names all{"2026-11-27", "photos", "2026-11-24", "2026-11-26.part", "2026-11-25", "blobs"};
    CHECK(outdated(all, 1) == Names{"2026-11-24", "2026-11-25"});
    CHECK(outdated(all, 3) == Names{});
    CHECK(outdated(all, 9) == Names{});
    CHECK(outdated({}, 7) == Names{});
}

}  // namespace
}  // namespace ogniwo::backups
