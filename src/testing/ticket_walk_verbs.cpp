// The wishes one by one.

#include <algorithm>

#include "storage/timers.hpp"
#include "testing/ticket_walker.hpp"
#include "tickets/checklist_service.hpp"
#include "tickets/customer_service.hpp"
#include "tickets/link_service.hpp"
#include "tickets/mark_service.hpp"
#include "tickets/merge_service.hpp"
#include "tickets/service.hpp"
#include "tickets/site_service.hpp"
#include "tickets/state_service.hpp"
#include "tickets/tag_service.hpp"
#include "tickets/time_service.hpp"
#include "tickets/worker_service.hpp"

namespace ogniwo::walking {

using namespace tickets;

namespace {

constexpr std::size_t tickets_most = 5;

bool is_free(const Model::Ticket& ticket) {
    return !ticket.row.merged_into;
}
bool is_merged(const Model::Ticket& ticket) {
    return ticket.row.merged_into.has_value();
}
bool is_split_off(const Model::Ticket& ticket) {
    return ticket.row.split_from.has_value();
}
bool is_above(const Model::Ticket& ticket) {
    return ticket.row.tier > 1 && !is_done(ticket.row.status) && is_free(ticket);
}
bool is_over(const Model::Ticket& ticket) {
    return is_done(ticket.row.status) && is_free(ticket);
}
bool is_resolved(const Model::Ticket& ticket) {
    return ticket.row.status == TicketStatus::resolved && is_free(ticket);
}
bool has_workers(const Model::Ticket& ticket) {
    return !ticket.workers.empty() && is_free(ticket);
}
bool has_voice(const Model::Ticket& ticket) {
    return ticket.row.voice && is_free(ticket);
}
bool has_followers(const Model::Ticket& ticket) {
    return !ticket.followers.empty();
}
bool has_tags(const Model::Ticket& ticket) {
    return !ticket.row.tags.empty() && is_free(ticket);
}
bool has_links(const Model::Ticket& ticket) {
    return !ticket.links.empty();
}
bool has_steps(const Model::Ticket& ticket) {
    return !ticket.steps.empty() && is_free(ticket);
}
bool is_due(const Model::Ticket& ticket) {
    return ticket.row.due_at && is_free(ticket);
}
bool sleeps(const Model::Ticket& ticket) {
    return ticket.row.snoozed_until && is_free(ticket);
}
bool is_spam(const Model::Ticket& ticket) {
    return ticket.row.spam_at && is_free(ticket);
}

}  // namespace

void Walker::create() {
    if (model_.known.size() >= tickets_most) return answer();
    const Somebody& who = once_in(2) ? one_of_theirs() : one_of_ours();
    CreateTicket wish{.customer = house_.facts.customers[once_in(6) ? 1 : 0], .subject = text()};
    if (!once_in(3)) wish.text = fmt::format("Opis {}", ++said_);
    if (once_in(2)) wish.requester = once_in(8) ? who.id : requester_of(wish.customer);
    wish.site = any_site(wish.customer);
    const auto made = ask(who, wish, create_ticket);
    if (!made || went_wrong()) return;
    std::optional<MessageId> message;
    if (wish.text) {
        const auto talk =
            house_.read(house_.facts.people.front(), list_messages, ReadThread{.ticket = made->id});
        message = talk->items.back().id;
    }
    model_.happen(who, wish, made->id, message);
}

void Walker::edit() {
    const Somebody& who = one_of_ours();
    const TicketId id = free_ticket();
    wants(who,
          EditTicket{
              .ticket = id, .version = row(id).version - (once_in(8) ? 1 : 0), .subject = text()},
          edit_ticket);
}

void Walker::attach() {
    const Somebody& who = once_in(2) ? one_of_theirs() : one_of_ours();
    AttachFile wish{.ticket = any_ticket(), .name = fmt::format("{}.txt", ++said_)};
    wish.sha256 = house_.sha256;
    wish.bytes = 3;
    wish.media_type = "text/plain";
    const auto file = ask(who, wish, attach_file);
    if (file && !went_wrong()) model_.happen(who, wish, file->id);
}

void Walker::answer() {
    const Somebody* who = once_in(2) ? &one_of_theirs() : &one_of_ours();
    TicketId id = any_ticket();
    if (!model_.waiting.empty() && once_in(2)) {
        const Model::File& file = model_.waiting.at(any_key(model_.waiting));
        who = house_.facts.find(file.sender);
        id = file.ticket;
    }
    ReplyToTicket wish{.ticket = id, .text = text(), .attachments = any_files(*who, id)};
    if (once_in(4) && !model_.messages.empty()) wish.after = any_key(model_.messages);
    const auto said = ask(*who, wish, reply_to_ticket);
    if (said && !went_wrong()) model_.happen(*who, wish, said->id);
}

void Walker::note() {
    const Somebody& who = one_of_ours();
    const TicketId id = free_ticket();
    const NoteOnTicket wish{.ticket = id, .text = text(), .attachments = any_files(who, id)};
    const auto said = ask(who, wish, note_on_ticket);
    if (said && !went_wrong()) model_.happen(who, wish, said->id);
}

void Walker::assign() {
    const Somebody& who = one_of_ours();
    const auto assignee = once_in(5) ? std::nullopt : std::optional(one_of_ours().id);
    wants(who, AssignTicket{.ticket = free_ticket(), .assignee = assignee}, assign_ticket);
}

void Walker::take_it() {
    wants(one_of_ours(), TakeTicket{open_ticket()}, take_ticket);
}

void Walker::set_status() {
    const Somebody& who = one_of_ours();
    const auto status = static_cast<TicketStatus>(once_in(3) ? pick(5) : 1 + pick(2));
    SetTicketStatus wish{.ticket = open_ticket(), .status = status, .state = any_state(status)};
    const bool waits = status == TicketStatus::waiting;
    if (waits ? !once_in(4) : once_in(20)) wish.waiting_for = static_cast<WaitingFor>(pick(3));
    if (waits ? wish.waiting_for && !once_in(10) : once_in(20)) {
        wish.waiting_note = once_in(3) ? "Na część" : "Na odpowiedź";
    }
    wants(who, wish, set_ticket_status);
}

void Walker::escalate() {
    const Somebody& who = one_of_ours();
    const TicketId id = open_ticket();
    const int above = row(id).tier + 1;
    const int tier = once_in(2) ? 1 + static_cast<int>(pick(once_in(6) ? 4 : 3)) : above;
    EscalateTicket wish{.ticket = id,
                        .tier = tier,
                        .queue = any_queue(tier),
                        .reason = once_in(12) ? "work_done" : "needs_skill",
                        .note = text()};
    if (!once_in(6)) {
        wish.handover = HandoverText{.symptom = "Nie drukuje",
                                     .scope = "Jedna osoba",
                                     .steps = "Restart",
                                     .evidence = "Zdjęcie",
                                     .outcome = "Sterownik"};
    }
    if (once_in(2)) wish.keep_voice = true;
    wants(who, wish, escalate_ticket);
}

void Walker::hand_back() {
    if (lacks_one(is_above)) return escalate();
    const Somebody& who = one_of_ours();
    const TicketId id = one_that(is_above);
    HandBackTicket wish{
        .ticket = id, .reason = once_in(12) ? "needs_skill" : "work_done", .note = text()};
    if (once_in(3)) wish.tier = row(id).tier - 1 - static_cast<int>(pick(2));
    if (once_in(4)) wish.queue = any_queue(wish.tier.value_or(row(id).tier - 1));
    wants(who, wish, hand_back_ticket);
}

void Walker::move_over() {
    const Somebody& who = one_of_ours();
    const TicketId id = open_ticket();
    MoveQueue wish{.ticket = id,
                   .queue = any_of(house_.facts.queues.at(once_in(8) ? 1 : row(id).tier))};
    if (once_in(3)) wish.reason = once_in(3) ? "nonsense" : "other";
    wants(who, wish, move_queue);
}

void Walker::resolve() {
    const Somebody& who = one_of_ours();
    const ResolveTicket wish{
        .ticket = open_ticket(), .text = text(), .state = any_state(TicketStatus::resolved)};
    const auto done = ask(who, wish, resolve_ticket);
    if (!done || went_wrong()) return;
    const auto talk =
        house_.read(who, list_messages, ReadThread{.ticket = wish.ticket, .limit = 100});
    model_.happen(who, wish, talk->items.back().id);
}

void Walker::reopen() {
    if (lacks_one(is_over)) return resolve();
    const Somebody& who = once_in(2) ? one_of_theirs() : one_of_ours();
    wants(who,
          ReopenTicket{.ticket = one_that(is_over),
                       .reason = text(),
                       .state = once_in(4) ? any_state(TicketStatus::open) : std::nullopt},
          reopen_ticket);
}

void Walker::close() {
    if (lacks_one(is_resolved)) return resolve();
    const Somebody& who = once_in(2) ? one_of_theirs() : one_of_ours();
    wants(who, CloseTicket{one_that(is_resolved)}, close_ticket);
}

void Walker::add_worker() {
    const Somebody& who = one_of_ours();
    AddWorker wish{.ticket = free_ticket()};
    if (!once_in(3)) wish.person = one_of_ours().id;
    wants(who, wish, tickets::add_worker);
}

void Walker::remove_worker() {
    if (lacks_one(has_workers)) return add_worker();
    const Somebody& who = one_of_ours();
    const TicketId id = one_that(has_workers);
    const auto& workers = model_.known.at(id).workers;
    const PersonId person = workers.empty() || once_in(6) ? anybody().id : any_of(workers);
    wants(who, RemoveWorker{.ticket = id, .person = person}, tickets::remove_worker);
}

void Walker::take_voice() {
    if (lacks_one(has_voice)) return escalate();
    const OfVoice wish{one_that(has_voice)};
    const auto assignee = row(wish.ticket).assignee;
    const Somebody& who = assignee && once_in(2) ? *house_.facts.find(*assignee) : one_of_ours();
    const auto why = model_.against_taking_voice(who, wish);
    if (settle(who, wish, why, tickets::take_voice)) model_.voice_taken(who, wish);
}

void Walker::end_voice() {
    if (lacks_one(has_voice)) return escalate();
    const OfVoice wish{one_that(has_voice)};
    const auto voice = row(wish.ticket).voice;
    const Somebody& who = voice && once_in(2) ? *house_.facts.find(*voice) : one_of_ours();
    const auto why = model_.against_ending_voice(who, wish);
    if (settle(who, wish, why, give_up_voice)) model_.voice_ended(wish);
}

void Walker::follow() {
    const Somebody& who = anybody();
    FollowTicket wish{.ticket = any_ticket()};
    if (once_in(2)) wish.person = anybody().id;
    wants(who, wish, follow_ticket);
}

void Walker::unfollow() {
    if (lacks_one(has_followers)) return follow();
    const TicketId id = one_that(has_followers);
    const auto& followers = model_.known.at(id).followers;
    const PersonId person = followers.empty() || once_in(6) ? anybody().id : any_of(followers);
    const Somebody& who = once_in(2) ? one_of_ours() : *house_.facts.find(person);
    wants(who, UnfollowTicket{.ticket = id, .person = person}, unfollow_ticket);
}

void Walker::tag() {
    static const std::vector<std::string> words{"drukarka", "sieć", "pilne", " "};
    const Somebody& who = one_of_ours();
    const AddTicketTag wish{.ticket = free_ticket(), .name = words[pick(once_in(8) ? 4 : 3)]};
    const auto tagged = ask(who, wish, add_ticket_tag);
    if (tagged && !went_wrong()) model_.happen(wish, tagged->tags.back().tag);
}

void Walker::untag() {
    if (lacks_one(has_tags) || model_.words.empty()) return tag();
    const Somebody& who = one_of_ours();
    const TicketId id = one_that(has_tags);
    const auto& tags = row(id).tags;
    const bool is_there = !tags.empty() && !once_in(6);
    const TagId tag = is_there ? any_of(tags).tag : model_.words.at(any_key(model_.words));
    wants(who,
          RemoveTicketTag{.ticket = id, .tag = tag},
          [](Work& work, const RemoveTicketTag& one) { return remove_ticket_tag(work, one); });
}

void Walker::link() {
    const Somebody& who = one_of_ours();
    wants(who,
          LinkTicket{.ticket = any_ticket(),
                     .other = any_ticket(),
                     .kind = static_cast<TicketLinkKind>(pick(7))},
          link_ticket);
}

void Walker::unlink() {
    if (lacks_one(has_links)) return link();
    const Somebody& who = one_of_ours();
    const TicketId id = one_that(has_links);
    const auto& links = model_.known.at(id).links;
    const TicketId other = links.empty() || once_in(6) ? any_ticket() : any_of(links).other;
    wants(who, UnlinkTicket{.ticket = id, .other = other}, unlink_ticket);
}

void Walker::due() {
    const Somebody& who = one_of_ours();
    SetDue wish{.ticket = free_ticket()};
    const auto days = std::chrono::days{pick(4)} - std::chrono::days{once_in(8) ? 3 : 0};
    if (!once_in(3)) wish.on = Date{std::chrono::floor<std::chrono::days>(house_.now) + days};
    if (once_in(wish.on ? 15 : 1)) wish.at = house_.now + days + std::chrono::hours{1};
    wants(who, wish, set_due);
}

void Walker::not_due() {
    if (lacks_one(is_due)) return due();
    wants(one_of_ours(), ClearDue{one_that(is_due)}, clear_due);
}

void Walker::snooze() {
    const Somebody& who = one_of_ours();
    const auto how_long = std::chrono::minutes{pick(3'000)} - std::chrono::minutes{100};
    wants(
        who, SnoozeTicket{.ticket = open_ticket(), .until = house_.now + how_long}, snooze_ticket);
}

void Walker::wake_by_hand() {
    if (lacks_one(sleeps)) return snooze();
    const Somebody& who = one_of_ours();
    const WakeTicket wish{one_that(sleeps)};
    if (ask(who, wish, wake_ticket) && !went_wrong()) model_.wake(wish.ticket);
}

// Whatever is to wake up by now does.
void Walker::sleep_over() {
    for (const auto& [id, ticket] : model_.known) {
        const auto until = ticket.row.snoozed_until;
        if (!until || *until > house_.now) continue;
        const Timer timer{.kind = std::string(snooze_timer), .subject = id.value, .due = *until};
        (void)house_.write_as(Actor::system(), snooze_over, timer);
        model_.wake(id);
    }
}

void Walker::spam() {
    wants(one_of_ours(), MarkSpam{free_ticket()}, mark_spam);
}

void Walker::not_spam_after_all() {
    if (lacks_one(is_spam)) return spam();
    wants(one_of_ours(), UnmarkSpam{one_that(is_spam)}, unmark_spam);
}

void Walker::book() {
    const Somebody& who = one_of_ours();
    BookTime wish{
        .ticket = any_ticket(),
        .work = {.work_type = house_.facts.work_type, .minutes = 1 + static_cast<int>(pick(60))}};
    if (once_in(3)) wish.persons = std::vector{one_of_ours().id};
    if (wish.persons && once_in(2)) wish.persons->push_back(one_of_ours().id);
    const auto booked = ask(who, wish, book_time);
    if (!booked || went_wrong()) return;
    std::vector<TimeEntryId> ids;
    for (const TimeEntry& entry : booked->items) ids.push_back(entry.id);
    model_.happen(who, wish, ids);
}

void Walker::correct() {
    if (model_.entries.empty()) return book();
    const TimeEntryId entry = any_key(model_.entries);
    const Model::Entry& known = model_.entries.at(entry);
    const Somebody& who = once_in(2) ? one_of_ours() : *house_.facts.find(known.person);
    CorrectTime wish{.ticket = once_in(10) ? any_ticket() : known.home, .entry = entry};
    if (once_in(2)) {
        wish.work = WorkedTime{.work_type = house_.facts.work_type,
                               .minutes = 1 + static_cast<int>(pick(60))};
    }
    const auto corrected = ask(who, wish, correct_time);
    if (!corrected || went_wrong()) return;
    std::vector<TimeEntryId> ids;
    for (const TimeEntry& one : corrected->items) ids.push_back(one.id);
    model_.happen(wish, ids);
}

void Walker::add_steps() {
    const Somebody& who = one_of_ours();
    AddSteps wish{.ticket = free_ticket()};
    for (std::size_t i = pick(3); i < 2; ++i) wish.texts.push_back(fmt::format("Krok {}", ++said_));
    const auto added = ask(who, wish, tickets::add_steps);
    if (!added || went_wrong()) return;
    std::vector<StepId> ids;
    for (const ChecklistStep& step : added->items) ids.push_back(step.id);
    ids.erase(ids.begin(), ids.end() - static_cast<std::ptrdiff_t>(wish.texts.size()));
    model_.happen(wish, ids);
}

void Walker::tick() {
    if (lacks_one(has_steps)) return add_steps();
    const Somebody& who = one_of_ours();
    const TicketId id = one_that(has_steps);
    const auto& steps = model_.known.at(id).steps;
    if (steps.empty()) return add_steps();
    wants(who,
          TickStep{.ticket = once_in(8) ? any_ticket() : id,
                   .step = any_of(steps).id,
                   .ticked = !once_in(3)},
          tick_step);
}

void Walker::remove_step() {
    const Somebody& who = one_of_ours();
    const TicketId id = one_that(has_steps);
    const auto& steps = model_.known.at(id).steps;
    if (steps.empty()) return add_steps();
    wants(who,
          RemoveStep{.ticket = once_in(8) ? any_ticket() : id, .step = any_of(steps).id},
          tickets::remove_step);
}

void Walker::merge() {
    const Somebody& who = one_of_ours();
    const TicketId id = free_ticket();
    const TicketId into = one_that([&](const Model::Ticket& one) {
        return one.row.id != id && one.row.customer == row(id).customer &&
               row(model_.goes_on(one.row.id)).status != TicketStatus::closed;
    });
    wants(who, MergeTicket{.ticket = id, .into = into}, merge_ticket);
}

void Walker::unmerge() {
    if (lacks_one(is_merged)) return merge();
    wants(one_of_ours(), UnmergeTicket{one_that(is_merged)}, unmerge_ticket);
}

void Walker::split() {
    if (model_.known.size() >= tickets_most + 2) return unsplit();
    const Somebody& who = one_of_ours();
    const auto has_talk = [&](const Model::Ticket& one) {
        return is_free(one) && std::ranges::any_of(model_.messages, [&](const auto& said) {
                   return model_.is_below(said.second.place(), one.row.id) && !said.second.split_to;
               });
    };
    if (lacks_one(has_talk)) return answer();
    const TicketId id = one_that(has_talk);
    SplitTicket wish{.ticket = id,
                     .subject = text(),
                     .messages = some_placed<MessageId>(model_.messages, id, 2)};
    if (once_in(2)) wish.time = some_placed<TimeEntryId>(model_.entries, id, 2);
    if (once_in(6)) wish.requester = requester_of(row(id).customer);
    const auto off = ask(who, wish, split_ticket);
    if (off && !went_wrong()) model_.happen(wish, off->id);
}

void Walker::unsplit() {
    const auto is_apart = [](const Model::Ticket& one) {
        return is_split_off(one) && is_free(one);
    };
    if (lacks_one(is_apart)) return answer();
    wants(one_of_ours(), UnsplitTicket{one_that(is_apart)}, unsplit_ticket);
}

void Walker::change_customer() {
    const Somebody& who = one_of_ours();
    const TicketId id = free_ticket();
    const CustomerId customer = once_in(2) ? row(id).customer : any_of(house_.facts.customers);
    ChangeCustomer wish{
        .ticket = id, .version = row(id).version - (once_in(10) ? 1 : 0), .customer = customer};
    if (!once_in(3)) wish.requester = requester_of(customer);
    if (wish.customer != row(id).customer || once_in(15)) wish.site = any_site(wish.customer);
    wants(who, wish, tickets::change_customer);
}

void Walker::change_site() {
    const TicketId id = free_ticket();
    wants(one_of_ours(),
          ChangeSite{.ticket = id, .site = any_site(row(id).customer)},
          tickets::change_site);
}

}  // namespace ogniwo::walking
