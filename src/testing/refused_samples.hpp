#pragma once

#include <map>
#include <string_view>

namespace ogniwo {

// Samples that the data of the rights matrix do not allow, and what they are refused with.
inline const std::map<std::string_view, std::string_view> refused_samples{
    {"people.set_up", "missing"},  // It was done.
    {"people.sign_in_with_code", "people.code_refused"},
    {"people.link", "missing"},
    {"people.use_link", "missing"},
    {"people.preview_person_merge", "people.merged_into_itself"},
    {"people.merge_person", "people.merged_into_itself"},
    {"people.unmerge_person", "people.not_merged"},
    {"people.preview_customer_merge", "people.merged_into_itself"},
    {"people.merge_customer", "people.merged_into_itself"},
    {"people.unmerge_customer", "people.customer_not_merged"},
    {"people.end_session", "missing"},  // Somebody else's, as the token below.
    {"people.delete_token", "missing"},
    {"people.create_token", "people.token_too_long"},  // The clock here is some years behind.
    {"assets.put_asset_back", "assets.is_in_use"},
    {"sla.decide_credit", "missing"},  // Nothing was missed here.
    {"calendars.put_calendar_back", "calendars.is_in_use"},
    {"calendars.put_holiday_set_back", "calendars.set_is_in_use"},
    {"tickets.reopen_ticket", "tickets.not_resolved"},
    {"tickets.close_ticket", "tickets.not_resolved"},
    {"tickets.decide_approval", "tickets.no_approval_open"},
    {"tickets.rate_ticket", "tickets.only_requester_rates"},
    {"tickets.look_at_rating", "missing"},
    {"tickets.rate_by_link", "missing"},
    {"tickets.assign_ticket", "tickets.assignee_not_staff"},
    {"tickets.move_queue", "tickets.queue_not_of_tier"},  // It is at the second line.
    {"tickets.remove_worker", "missing"},                 // The persons are customers' people.
    {"tickets.take_voice", "tickets.voice_not_kept"},
    {"tickets.give_up_voice", "tickets.voice_not_kept"},
    {"tiers.show_person_skills", "missing"},  // The persons here are customers' people.
    {"tiers.set_skill", "missing"},
    {"tiers.propose_skill", "missing"},
    {"tiers.set_seniority", "missing"},
    {"tiers.add_certificate", "missing"},
    {"tiers.add_learning", "invalid"},
    {"tiers.confirm_certificate", "tiers.certificate_confirmed_already"},
    {"tiers.put_reminder_aside", "tiers.no_open_reminder"},
    {"tiers.read_technician", "missing"},  // A customer's person, as those below.
    {"tiers.edit_technician", "missing"},
    {"tiers.set_pattern", "tiers.member_not_staff"},
    {"tiers.add_shift", "tiers.member_not_staff"},
    {"tiers.add_on_call", "tiers.member_not_staff"},
    // All numbers here are the same one; and the words, dates and spam are not there yet.
    {"tickets.link_ticket", "invalid"},
    {"tickets.unlink_ticket", "missing"},
    {"tickets.merge_tag", "invalid"},
    {"tickets.remove_ticket_tag", "missing"},
    {"tickets.clear_due", "tickets.no_due"},
    {"tickets.wake_ticket", "tickets.not_snoozed"},
    {"tickets.mark_spam", "tickets.appointment_open"},
    {"tickets.unmark_spam", "tickets.not_spam"},
    {"tickets.preview_merge", "tickets.merged_into_itself"},
    {"tickets.merge_ticket", "tickets.merged_into_itself"},
    {"tickets.unmerge_ticket", "tickets.not_merged"},
    {"tickets.unsplit_ticket", "tickets.not_split"},
    // The newer one runs, on the other customer's ticket.
    {"tickets.pause_stopwatch", "tickets.stopwatch_not_running"},
    {"tickets.answer_stopwatch", "tickets.stopwatch_asks_nothing"},
    // By a customer's person nobody is visited.
    {"tickets.preview_appointment", "tickets.technician_unknown"},
    {"tickets.find_free_times", "tickets.technician_unknown"},
    {"tickets.make_appointment", "tickets.technician_unknown"},
    {"tickets.change_appointment", "tickets.technician_unknown"},
    {"tickets.look_at_appointment", "missing"},  // No link is so simple.
    {"tickets.linked_appointment_file", "missing"},
    {"tickets.choose_appointment_time", "missing"},
    {"tickets.cancel_appointment_by_link", "missing"},
    {"tickets.calendar_feed", "missing"},
    {"tickets.look_at_guest_room", "missing"},
    {"tickets.open_guest_room", "missing"},
    {"tickets.write_as_guest", "missing"},
    {"tickets.attach_as_guest", "missing"},
    {"tickets.read_guest_file", "missing"},
};

}  // namespace ogniwo
