#pragma once

// The only place that names the tables of calendars. Calendars are ours alone: there is no Scope.

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "calendars/rules.hpp"
#include "calendars/service.hpp"
#include "storage/tx.hpp"

namespace ogniwo::calendars::store {

// What every change of this slice does first: until its commit no other one goes on.
void claim_root(Tx& tx);

enum class Which { in_use, retired, all };
constexpr auto names(Which) {
    return enum_names("in_use", "retired", "all");
}

// --- Calendars

struct StoredCalendar {
    CalendarId id{};
    std::int64_t version = 1;
    std::string name{};
    bool is_default = false;
    std::optional<Time> retired_at{};
};

std::optional<StoredCalendar> find_calendar(Tx& tx, CalendarId calendar);
std::optional<CalendarId> find_default(Tx& tx);
// By name, the default one first.
std::vector<StoredCalendar> list_calendars(Tx& tx, Which which);
// In order of id, for the check.
std::vector<StoredCalendar> list_calendars_after(Tx& tx, CalendarId after, int limit);
// Of those in use.
std::optional<CalendarId> find_called(Tx& tx, const std::string& name);

CalendarId insert_calendar(Tx& tx, const std::string& name);
void update_name(Tx& tx, CalendarId calendar, const std::string& name);
void update_default(Tx& tx, CalendarId calendar, bool is_default);
void insert_default(Tx& tx, CalendarId calendar, Time now);
std::vector<ChosenDefault> list_defaults(Tx& tx);  // In the order in which they were chosen.
void update_retired(Tx& tx, CalendarId calendar, std::optional<Time> retired_at);
// Raises the version and answers it.
std::int64_t raise_version(Tx& tx, CalendarId calendar);

// --- Versions

struct StoredVersion : PlannedEra {
    Time recorded_at{};
};

// In the order of their numbers; there is at least one.
std::vector<StoredVersion> list_versions(Tx& tx, CalendarId calendar);
StoredVersion load_newest_version(Tx& tx, CalendarId calendar);
std::map<CalendarId, StoredVersion> list_newest_versions(Tx& tx, Which which);
void insert_version(Tx& tx, CalendarId calendar, const PlannedEra& era, Time recorded_at);

// --- Holiday sets

struct StoredSet {
    HolidaySetId id{};
    std::int64_t version = 1;
    std::string name{};
    std::int64_t total = 0;
    std::optional<Time> retired_at{};
};

std::optional<StoredSet> find_set(Tx& tx, HolidaySetId set);
std::vector<FreeDay> load_days(Tx& tx, HolidaySetId set);
// By name.
std::vector<StoredSet> list_sets(Tx& tx, Which which);
std::vector<StoredSet> list_sets_after(Tx& tx, HolidaySetId after, int limit);
std::optional<HolidaySetId> find_set_called(Tx& tx, const std::string& name);

HolidaySetId insert_set(Tx& tx, const std::string& name, const std::vector<FreeDay>& days);
void update_set(Tx& tx,
                HolidaySetId set,
                const std::string& name,
                const std::vector<FreeDay>& days);
void update_set_retired(Tx& tx, HolidaySetId set, std::optional<Time> retired_at);
std::int64_t raise_version(Tx& tx, HolidaySetId set);

}  // namespace ogniwo::calendars::store
