#include "tickets/appointment_rules.hpp"

#include <algorithm>
#include <tuple>

#include "base/check.hpp"
#include "base/text.hpp"

namespace ogniwo::tickets {
namespace {

constexpr Minutes office_from{8 * 60};
constexpr Minutes office_to{16 * 60};
constexpr Minutes morning{8 * 60};
constexpr Minutes evening{20 * 60};

bool meet(const Stretch& a, const Stretch& b) {
    return a.from < b.to && b.from < a.to;
}

bool holds(const Stretch& outer, const Stretch& inner) {
    return outer.from <= inner.from && inner.to <= outer.to;
}

Date day_of(Time time, std::string_view zone) {
    const auto date = local_date(time, zone);
    INVARIANT(date.has_value());
    return *date;
}

Time moment(Date date, Minutes since_midnight, std::string_view zone) {
    const auto time = to_instant(date, since_midnight, zone);
    INVARIANT(time.has_value());
    return *time;
}

bool is_office_time(const Stretch& time, std::string_view zone) {
    const Date day = day_of(time.from, zone);
    const std::chrono::weekday weekday{std::chrono::sys_days{day}};
    if (weekday == std::chrono::Saturday || weekday == std::chrono::Sunday) return false;
    return holds({moment(day, office_from, zone), moment(day, office_to, zone)}, time);
}

bool is_within_hours(const PersonTimes& person, const Stretch& time) {
    return !person.knows_hours || std::ranges::any_of(person.works, [&](const Stretch& work) {
        return holds(work, time);
    });
}

void add_clashes(const PersonTimes& person,
                 const Stretch& itself,
                 const Stretch& travelled,
                 std::vector<AppointmentClash>& found) {
    const auto add = [&](ClashKind kind, std::optional<Stretch> with) -> AppointmentClash& {
        found.push_back({.kind = kind, .at = itself.from, .person = person.person});
        if (with) found.back().from = with->from;
        if (with) found.back().to = with->to;
        return found.back();
    };
    for (const bool firm : {true, false}) {
        for (const Taken& other : person.taken) {
            if (other.is_firm != firm || !meet(other.time, travelled)) continue;
            auto& clash = add(firm ? ClashKind::booked : ClashKind::offered, other.time);
            clash.appointment = other.appointment;
            clash.ticket = other.ticket;
        }
    }
    for (const Stretch& absence : person.absences) {
        if (meet(absence, travelled)) add(ClashKind::absent, absence);
    }
    if (!is_within_hours(person, itself)) add(ClashKind::outside_hours, std::nullopt);
}

class PlanCheck {
public:
    PlanCheck(const AppointmentWish& plan,
              Time now,
              const std::string& pointer,
              const Appointment& before)
        : plan_(plan), now_(now), pointer_(pointer) {
        if (is_expected(before, now)) had_before_ = starts_of(before);
    }

    Outcome run() {
        check_times();
        check_place();
        if (wrong_.empty()) return Nothing{};
        return Error{.reason = invalid_fields, .fields = std::move(wrong_)};
    }

private:
    void blame(const std::string& field, Reason reason) {
        wrong_.push_back({pointer_ + field, reason.name, {}});
    }
    void check_time(const std::string& field, Time time) {
        if (std::ranges::find(had_before_, time) != had_before_.end()) return;
        if (time <= now_) return blame(field, appointment_in_past);
        if (time > now_ + planned_ahead_most) blame(field, appointment_too_far);
    }
    void check_times() {
        const bool has_offers = plan_.offers && !plan_.offers->empty();
        if (plan_.starts_at.has_value() == has_offers) {
            return blame("/startsAt", appointment_time_missing);
        }
        if (plan_.starts_at) return check_time("/startsAt", *plan_.starts_at);
        for (std::size_t i = 0; i < plan_.offers->size(); ++i) {
            const std::string field = "/offers/" + std::to_string(i);
            const auto here = plan_.offers->begin() + static_cast<std::ptrdiff_t>(i);
            if (std::find(plan_.offers->begin(), here, *here) != here) {
                blame(field, offers_doubled);
            } else {
                check_time(field, *here);
            }
        }
    }
    void check_place() {
        const bool has_address = !trim(plan_.address.value_or("")).empty();
        if (plan_.kind == AppointmentKind::visit) {
            if (!plan_.site && !has_address) blame("/site", place_missing);
            return;
        }
        if (plan_.site) blame("/site", place_superfluous);
        if (has_address) blame("/address", place_superfluous);
        if (plan_.travel_before.value_or(0) > 0) blame("/travelBefore", place_superfluous);
        if (plan_.travel_after.value_or(0) > 0) blame("/travelAfter", place_superfluous);
    }

    const AppointmentWish& plan_;
    Time now_;
    const std::string& pointer_;
    std::vector<Time> had_before_{};
    std::vector<FieldError> wrong_{};
};

// "poznan" in "poznan i okolice", not in "poznanska".
bool names_town(const std::string& town, const std::string& text) {
    const auto is_letter = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ||
               static_cast<unsigned char>(c) > 127;
    };
    for (std::size_t at = text.find(town); at != std::string::npos; at = text.find(town, at + 1)) {
        const std::size_t end = at + town.size();
        if ((at == 0 || !is_letter(text[at - 1])) &&
            (end == text.size() || !is_letter(text[end]))) {
            return true;
        }
    }
    return false;
}

bool is_over(AppointmentState state) {
    return state != AppointmentState::offered && state != AppointmentState::agreed;
}

}  // namespace

Stretch with_travel(Time start, const Extent& extent) {
    return {start - extent.before, start + extent.minutes + extent.after};
}

Outcome check_plan(const AppointmentWish& plan,
                   Time now,
                   const std::string& pointer,
                   const Appointment& before) {
    return PlanCheck(plan, now, pointer, before).run();
}

std::vector<Time> starts_of(const Appointment& appointment) {
    if (appointment.starts_at) return {*appointment.starts_at};
    return appointment.offers;
}

bool is_expected(const Appointment& appointment, Time now) {
    if (appointment.state == AppointmentState::offered) return appointment.offers_until > now;
    return appointment.state == AppointmentState::agreed;
}

bool keeps_promise(const Appointment& before, const Appointment& after, Time now) {
    const auto promise_of = [](const Appointment& one) {
        return std::tie(one.kind,
                        one.starts_at,
                        one.minutes,
                        one.site,
                        one.address,
                        one.contact,
                        one.customer_note);
    };
    return is_expected(before, now) && promise_of(before) == promise_of(after) &&
           starts_of(before) == starts_of(after) && before.offers_until <= after.offers_until &&
           std::ranges::equal(before.persons,
                              after.persons,
                              {},
                              &AppointmentPerson::person,
                              &AppointmentPerson::person);
}

std::vector<AppointmentClash> clashes_at(const std::vector<PersonTimes>& persons,
                                         Time start,
                                         const Extent& extent,
                                         std::string_view zone) {
    std::vector<AppointmentClash> found;
    if (const auto holiday = polish_holiday(day_of(start, zone))) {
        found.push_back({.kind = ClashKind::holiday, .at = start, .holiday = holiday});
    }
    const Stretch itself{start, start + extent.minutes};
    for (const PersonTimes& person : persons) {
        add_clashes(person, itself, with_travel(start, extent), found);
    }
    return found;
}

std::vector<Time> free_starts(const std::vector<PersonTimes>& persons,
                              const FreeSearch& search,
                              Time now,
                              std::string_view zone) {
    std::vector<Time> found;
    const Microseconds step = search.step;
    const auto since_epoch = std::max(search.window.from, now).time_since_epoch();
    for (Time start{(since_epoch + step - Microseconds{1}) / step * step};
         start + search.extent.minutes <= search.window.to && found.size() < search.most;
         start += step) {
        const Stretch itself{start, start + search.extent.minutes};
        const bool fits_all = std::ranges::all_of(persons, [&](const PersonTimes& person) {
            return person.knows_hours || is_office_time(itself, zone);
        });
        if (!fits_all) continue;
        if (clashes_at(persons, start, search.extent, zone).empty()) found.push_back(start);
    }
    return found;
}

Nearness nearness_of(std::string_view town, std::string_view base, std::string_view area) {
    const std::string wanted = fold(trim(town));
    if (wanted.empty()) return Nearness::unknown;
    const std::string where = fold(area);
    const std::string from = fold(base);
    if (names_town(wanted, where)) return Nearness::area;
    if (names_town(wanted, from)) return Nearness::base;
    return trim(where).empty() && trim(from).empty() ? Nearness::unknown : Nearness::far;
}

void rank(std::vector<ProposedTechnician>& technicians) {
    // Of whom nobody knows where they are comes after those who are known to be far away: they
    // may be even farther.
    std::ranges::stable_sort(technicians, {}, [](const ProposedTechnician& one) {
        return std::tuple(!one.free_at,
                          !one.meets_skills,
                          one.nearness,
                          -one.skills_matched,
                          one.minutes_that_day,
                          sort_key(one.name),
                          one.person);
    });
}

Time reminder_at(Time starts_at, std::string_view zone) {
    const Time day_before = starts_at - std::chrono::hours{24};
    const Date date = day_of(day_before, zone);
    return std::clamp(day_before, moment(date, morning, zone), moment(date, evening, zone));
}

Outcome may_still_move(const Appointment& appointment, Time now, int move_hours) {
    if (is_over(appointment.state)) return appointment_over;
    if (appointment.starts_at && *appointment.starts_at - std::chrono::hours{move_hours} < now) {
        return Error{.reason = appointment_too_late,
                     .shown = {{"hours", std::to_string(move_hours)}}};
    }
    return Nothing{};
}

Outcome may_end(const Appointment& appointment, const EndAppointment& wish, Time now) {
    const auto wrong = [](const char* pointer, Reason reason) {
        return Error{.reason = invalid_fields, .fields = {{pointer, reason.name, {}}}};
    };
    if (is_over(appointment.state)) return appointment_over;
    if (!is_over(wish.state)) return wrong("/state", appointment_state_impossible);
    if (wish.state == AppointmentState::missed && !wish.missed_by) {
        return wrong("/missedBy", missed_by_missing);
    }
    if (wish.state == AppointmentState::cancelled) {
        if (trim(wish.reason.value_or("")).empty()) return wrong("/reason", cancel_reason_missing);
        return Nothing{};
    }
    if (appointment.state != AppointmentState::agreed) return appointment_not_agreed;
    if (*appointment.starts_at > now) return appointment_not_begun;
    return Nothing{};
}

}  // namespace ogniwo::tickets
