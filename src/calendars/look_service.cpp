// Looking ahead: months, days in lieu, and when so much work would be done. Nothing is changed.

#include <algorithm>

#include "base/check.hpp"
#include "calendars/saving.hpp"
#include "calendars/service.hpp"

namespace ogniwo::calendars {
namespace {

// The plan of a wish: what is wrong with it is wrong inside of "/plan".
Result<PlanDocument> wished_document(Tx& tx, const CalendarPlan& plan) {
    auto tidy = checked_plan(plan);
    if (!tidy) {
        Error error = std::move(tidy).error();
        for (FieldError& field : error.fields) field.pointer.insert(0, "/plan");
        return error;
    }
    for (std::size_t i = 0; i < plan.holiday_sets.size(); ++i) {
        if (store::find_set(tx, plan.holiday_sets[i])) continue;
        return Error{.reason = invalid_fields,
                     .fields = {{"/plan/holidaySets/" + std::to_string(i), set_unknown.name, {}}}};
    }
    return resolved(tx, *std::move(tidy));
}

// Of the calendar as it is, or as it would be with this plan from that day on.
Result<std::vector<PlannedEra>> wished_versions(const View& view,
                                                const std::optional<CalendarId>& calendar,
                                                const std::optional<CalendarPlan>& plan,
                                                const std::optional<Date>& holds_from) {
    std::vector<PlannedEra> versions;
    if (calendar) {
        if (!store::find_calendar(view.tx, *calendar)) return missing;
        versions = versions_of(view.tx, *calendar);
    }
    if (!plan) {
        if (versions.empty()) return nothing_to_preview;
        return versions;
    }
    TRY(PlanDocument document, wished_document(view.tx, *plan));
    TRY_DO(checked_day(holds_from, "/holdsFrom"));
    const int number = versions.empty() ? 1 : versions.back().number + 1;
    versions.push_back({number, holds_from.value_or(first_day), std::move(document)});
    return versions;
}

}  // namespace

Result<DaySuggestionList> suggest_days(const View& view, const SuggestDays& wish) {
    if (!store::find_calendar(view.tx, wish.calendar)) return missing;
    return DaySuggestionList{suggestions(in_force(versions_of(view.tx, wish.calendar)), wish.year)};
}

Result<CalendarMonth> preview_calendar(const View& view, const PreviewCalendar& wish) {
    TRY(const auto versions, wished_versions(view, wish.calendar, wish.plan, wish.holds_from));
    return month_of(in_force(versions), wish.year, wish.month);
}

Result<TriedCalendar> try_calendar(const View& view, const TryCalendar& wish) {
    TRY_DO(checked_day(Date{std::chrono::floor<std::chrono::days>(wish.from)}, "/from"));
    TRY(const auto versions, wished_versions(view, wish.calendar, wish.plan, wish.holds_from));
    const auto eras = in_force(versions);
    WorkingTimeline timeline(working_eras(eras));
    TriedCalendar tried{.due_at = timeline.after_work(wish.from, wish.minutes)};
    if (!tried.due_at) return tried;
    for (const WorkingPiece& piece : timeline.pieces(wish.from, *tried.due_at)) {
        tried.is_cut = tried.pieces.size() == pieces_shown;
        if (tried.is_cut) break;
        TriedPiece shown{.from = piece.from, .to = piece.to, .rest = piece.rest, .day = piece.day};
        const bool is_named = piece.rest && *piece.rest != RestCause::outside_hours;
        if (const auto name = is_named ? name_of(eras, piece.day) : std::nullopt) {
            shown.holiday = name->holiday;
            if (!name->holiday) shown.label = name->label;
        }
        tried.pieces.push_back(std::move(shown));
    }
    return tried;
}

}  // namespace ogniwo::calendars
