#include "app/wiring.hpp"

#include "app/version.hpp"
#include "assets/api.hpp"
#include "backups/api.hpp"
#include "calendars/api.hpp"
#include "calendars/service.hpp"
#include "figures/api.hpp"
#include "moving/api.hpp"
#include "moving/service.hpp"
#include "notices/api.hpp"
#include "notices/service.hpp"
#include "people/api.hpp"
#include "people/service.hpp"
#include "sla/api.hpp"
#include "sla/forecast_service.hpp"
#include "storage/idempotency.hpp"
#include "tickets/api.hpp"
#include "tickets/appointment_service.hpp"
#include "tickets/clock_service.hpp"
#include "tickets/figure_service.hpp"
#include "tickets/guest_service.hpp"
#include "tickets/mark_service.hpp"
#include "tickets/presence_service.hpp"
#include "tickets/recurrence_service.hpp"
#include "tickets/routing_service.hpp"
#include "tickets/service.hpp"
#include "tickets/timed_service.hpp"
#include "tickets/waiting_service.hpp"
#include "tiers/api.hpp"
#include "tiers/duty_service.hpp"
#include "tiers/service.hpp"
#include "tiers/skill_service.hpp"
#include "tiers/timed_rule_service.hpp"

namespace ogniwo::app {

void mount_everything(Operations& operations) {
    people::mount(operations);
    notices::mount(operations);
    calendars::mount(operations);
    sla::mount(operations);
    tiers::mount(operations);
    assets::mount(operations);
    tickets::mount(operations);
    figures::mount(operations);
    moving::mount(operations);
    backups::mount(operations);
    operations.slice("live", "What keeps open screens up to date.");
    operations.stream("live.follow", "/live", signed_in, FollowLive{})
        .about("Rows that the reader may see, whenever one changes, as server-sent events.");
    people::announce_version(version);
    people::on_setup([](Work& work) -> Outcome {
        tiers::set_up(work);
        calendars::set_up(work);
        return Nothing{};
    });
}

void handle_timers(Timers& timers) {
    timers.handle(people::retention_timer, people::retention_due);
    timers.handle(tiers::certificate_timer, tiers::certificate_due);
    timers.handle(tickets::recurrence_timer, tickets::recurrence_due);
    timers.handle(tickets::appointment_timer, tickets::appointment_due);
    timers.handle(tickets::guest_timer, tickets::guest_due);
    for (const auto kind :
         {tickets::routing_timer, tickets::room_timer, tiers::duty_changed_timer}) {
        timers.handle(kind, tickets::route_waiting);
    }
    timers.handle(tickets::due_timer, tickets::due_reached);
    timers.handle(tickets::snooze_timer, tickets::snooze_over);
    timers.handle(tickets::timed_timer, tickets::timed_due);
    timers.handle(sla::pace_timer, sla::pace_due);
    timers.handle(tickets::clock_timer, tickets::clock_due);
    timers.handle(tickets::waiting_timer, tickets::waiting_due);
    timers.handle(tiers::timed_rules_timer, tickets::count_tier_anew);
}

void handle_jobs(Jobs& jobs) {
    jobs.handle(people::retention_job, people::apply_retention);
    jobs.handle(people::resort_job, people::resort);
    jobs.handle(tickets::count_tier_job, tickets::count_tier);
    jobs.handle(tickets::count_clocks_job, tickets::count_clocks_chunk);
    jobs.handle(tickets::count_figures_job, tickets::count_figures_chunk);
    jobs.handle(moving::moving_job, moving::work_on_rows);
}

Outcome prepare_data(Work& work) {
    people::start_retention(work);
    people::resort_if_needed(work);
    // Before set-up nobody knows our zone and language.
    if (!people::company_name(work.tx).empty()) calendars::set_up(work);
    sla::watch_pace(work);
    return Nothing{};
}

void keep_house(Transactor& data, const Environment& environment) {
    people::write_seen(data);
    (void)data.write([&](Tx& tx, Time now) -> Outcome {
        const Caller caller;
        Work work{{tx, Actor::system(), now, environment, caller}};
        people::purge_expired(work);
        tickets::forget_waiting_files(work);
        tickets::forget_absent(work);
        tickets::forget_appointment_links(work);
        moving::forget_files(work);
        notices::purge(work);
        idempotency::purge(tx, now);
        return Nothing{};
    });
}

}  // namespace ogniwo::app
