#include <map>

#include "base/json.hpp"
#include "calendars/documents.hpp"
#include "calendars/service.hpp"
#include "calendars/store.hpp"
#include "storage/journal.hpp"

namespace ogniwo::calendars {
namespace {

// What the texts of one subject say: the last name, and the labels of each event. Nothing for what
// was erased.
struct Told {
    std::optional<std::string> name{};
    std::map<EventId, std::optional<std::string>> labels{};
};

Told told(Tx& tx, std::string_view kind, std::int64_t id) {
    Told all;
    for (auto& said : journal::texts_of_subject(tx, kind, id)) {
        if (said.field == "name") all.name = std::move(said.text);
        if (said.field == "labels") all.labels[said.event] = std::move(said.text);
    }
    return all;
}

class Comparing {
public:
    Comparing(std::string_view kind, std::int64_t id, std::vector<Difference>& found)
        : kind_(kind), id_(id), found_(found) {}

    void compare(std::string field, std::string stored, std::string replayed) {
        if (stored == replayed) return;
        found_.push_back({.kind = kind_,
                          .id = id_,
                          .field = std::move(field),
                          .stored = std::move(stored),
                          .replayed = std::move(replayed)});
    }
    void compare(std::string field, std::int64_t stored, std::int64_t replayed) {
        compare(std::move(field), std::to_string(stored), std::to_string(replayed));
    }
    void compare_told(std::string field,
                      std::string stored,
                      const std::optional<std::string>& replayed) {
        if (replayed) compare(std::move(field), std::move(stored), *replayed);
    }

private:
    std::string_view kind_;
    std::int64_t id_;
    std::vector<Difference>& found_;
};

// What the events of one calendar say that it is.
struct ReplayedCalendar {
    std::int64_t version = 0;
    bool is_default = false;
    bool is_retired = false;
    struct Version {
        EventId event{};
        Time recorded_at{};
        std::string payload{};
    };
    std::vector<Version> versions{};
};

ReplayedCalendar replay_calendar(const std::vector<Event>& events) {
    ReplayedCalendar calendar;
    for (const Event& event : events) {
        calendar.version = event.subject_version;
        if (event.name == CalendarSaved::name) {
            calendar.versions.push_back({event.id(), event.recorded_at, event.payload});
        } else if (event.name == DefaultChosen::name) {
            const auto chosen = from_json<DefaultChosen>(event.payload);
            calendar.is_default = chosen && chosen->is_default;
        } else if (event.name == CalendarRetired::name) {
            calendar.is_retired = true;
        } else if (event.name == CalendarPutBack::name) {
            calendar.is_retired = false;
        }
    }
    return calendar;
}

void compare_versions(Comparing& comparing,
                      const std::vector<store::StoredVersion>& stored,
                      const ReplayedCalendar& replayed,
                      const Told& said) {
    comparing.compare("versions",
                      static_cast<std::int64_t>(stored.size()),
                      static_cast<std::int64_t>(replayed.versions.size()));
    for (std::size_t i = 0; i < stored.size() && i < replayed.versions.size(); ++i) {
        const std::string place = "versions/" + std::to_string(stored[i].number);
        const auto& version = replayed.versions[i];
        const auto plan = from_json<CalendarSaved>(version.payload);
        comparing.compare(place, to_json(event_of(stored[i])), plan ? to_json(*plan) : "");
        comparing.compare(
            place + "/recordedAt", to_text(stored[i].recorded_at), to_text(version.recorded_at));
        const auto labels = said.labels.find(version.event);
        if (labels == said.labels.end()) continue;
        comparing.compare_told(
            place + "/labels", to_json(labels_of(stored[i].document)), labels->second);
    }
}

}  // namespace

Checked check_chunk(Tx& tx, CalendarId after, int limit) {
    Checked checked;
    const auto calendars = store::list_calendars_after(tx, after, limit);
    for (const store::StoredCalendar& stored : calendars) {
        Comparing comparing(calendar_kind, stored.id.value, checked.differences);
        const auto replayed =
            replay_calendar(journal::of_subject(tx, calendar_kind, stored.id.value));
        const Told said = told(tx, calendar_kind, stored.id.value);
        comparing.compare("version", stored.version, replayed.version);
        comparing.compare_told("name", stored.name, said.name);
        comparing.compare("isDefault", stored.is_default, replayed.is_default);
        comparing.compare("retired", stored.retired_at.has_value(), replayed.is_retired);
        compare_versions(comparing, store::list_versions(tx, stored.id), replayed, said);
    }
    checked.calendars = static_cast<std::int64_t>(calendars.size());
    if (calendars.size() == static_cast<std::size_t>(limit)) checked.last = calendars.back().id;
    return checked;
}

CheckedSets check_sets_chunk(Tx& tx, HolidaySetId after, int limit) {
    CheckedSets checked;
    const auto sets = store::list_sets_after(tx, after, limit);
    for (const store::StoredSet& stored : sets) {
        Comparing comparing(set_kind, stored.id.value, checked.differences);
        std::int64_t version = 0;
        bool is_retired = false;
        std::string days;
        std::optional<EventId> labelled;
        const Told said = told(tx, set_kind, stored.id.value);
        for (const Event& event : journal::of_subject(tx, set_kind, stored.id.value)) {
            version = event.subject_version;
            is_retired = event.name == HolidaysRetired::name;
            if (event.name == HolidaysSaved::name) days = event.payload;
            if (said.labels.contains(event.id())) labelled = event.id();
        }
        const auto kept = store::load_days(tx, stored.id);
        comparing.compare("version", stored.version, version);
        comparing.compare("retired", stored.retired_at.has_value(), is_retired);
        comparing.compare_told("name", stored.name, said.name);
        comparing.compare("days", to_json(event_of(kept)), days);
        comparing.compare("total", stored.total, static_cast<std::int64_t>(kept.size()));
        if (labelled) {
            comparing.compare_told("labels", to_json(labels_of(kept)), said.labels.at(*labelled));
        }
    }
    checked.sets = static_cast<std::int64_t>(sets.size());
    if (sets.size() == static_cast<std::size_t>(limit)) checked.last = sets.back().id;
    return checked;
}

}  // namespace ogniwo::calendars
