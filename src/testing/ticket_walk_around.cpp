// What speaks against a wish about what is around a ticket: people, marks, work, other tickets.
// Where a wish is about two of them, either may speak against it.

#include <algorithm>

#include "testing/ticket_walk_model.hpp"

namespace ogniwo::walking {

using namespace tickets;

Why Model::against(const Somebody& who, const AddWorker& wish) const {
    Why why = barred_while_closed(who, wish.ticket);
    if (why.contains(missing.name) || why.contains(forbidden.name)) return why;
    const PersonId person = wish.person.value_or(who.id);
    if (!facts.is_staff(person)) why.insert(worker_not_staff.name);
    const Ticket& ticket = known.at(wish.ticket);
    if (ticket.row.assignee == person || has(ticket.workers, person)) {
        why.insert(works_already.name);
    }
    return why;
}

Why Model::against(const Somebody& who, const RemoveWorker& wish) const {
    Why why = barred(who, wish.ticket, &Model::works);
    if (!why.empty()) return why;
    if (!has(known.at(wish.ticket).workers, wish.person)) why.insert(missing.name);
    return why;
}

Why Model::against_taking_voice(const Somebody& who, const OfVoice& wish) const {
    Why why = barred(who, wish.ticket, &Model::works);
    if (!why.empty()) return why;
    const Ticket& ticket = known.at(wish.ticket);
    const bool is_beside = ticket.row.assignee == who.id || has(ticket.workers, who.id);
    if (!ticket.row.voice) {
        why.insert(voice_not_kept.name);
    } else if (ticket.row.voice == who.id) {
        why.insert(voice_is_yours.name);
    } else if (!is_beside) {
        why.insert(voice_is_here.name);
    }
    return why;
}

Why Model::against_ending_voice(const Somebody& who, const OfVoice& wish) const {
    Why why = against_taking_voice(who, wish);
    why.erase(voice_is_yours.name);
    return why;
}

Why Model::against(const Somebody& who, const FollowTicket& wish) const {
    Why why = barred(who, wish.ticket, &Model::reaches);
    if (!why.empty()) return why;
    const Ticket& ticket = known.at(wish.ticket);
    const PersonId person = wish.person.value_or(who.id);
    if (person != who.id && !works(who, ticket.row.customer)) why.insert(only_yourself.name);
    if (!facts.is_staff(person) && !facts.belongs_to(person, ticket.row.customer)) {
        why.insert(follower_unknown.name);
    }
    if (has(ticket.followers, person)) why.insert(already_following.name);
    return why;
}

Why Model::against(const Somebody& who, const UnfollowTicket& wish) const {
    Why why = barred(who, wish.ticket, &Model::reaches, Merged::allowed);
    if (!why.empty()) return why;
    const Ticket& ticket = known.at(wish.ticket);
    if (wish.person != who.id && !works(who, ticket.row.customer)) why.insert(only_yourself.name);
    if (!has(ticket.followers, wish.person)) why.insert(missing.name);
    return why;
}

Why Model::against(const Somebody& who, const AddTicketTag& wish) const {
    Why why = barred_while_closed(who, wish.ticket);
    if (why.contains(missing.name) || why.contains(forbidden.name)) return why;
    if (is_blank(wish.name)) why.insert(invalid_fields.name);
    for (const TagLabel& label : row(wish.ticket).tags) {
        if (label.name == wish.name) why.insert(tagged_already.name);
    }
    return why;
}

Why Model::against(const Somebody& who, const RemoveTicketTag& wish) const {
    Why why = barred_while_closed(who, wish.ticket);
    if (!why.empty()) return why;
    const auto& tags = row(wish.ticket).tags;
    if (std::ranges::find(tags, wish.tag, &TagLabel::tag) == tags.end()) why.insert(missing.name);
    return why;
}

bool Model::leads_to(TicketId from, TicketId to, TicketLinkKind kind) const {
    std::set<TicketId> seen;
    std::vector<TicketId> next{from};
    while (!next.empty()) {
        const TicketId at = next.back();
        next.pop_back();
        if (at == to) return true;
        if (!seen.insert(at).second) continue;
        for (const Link& link : known.at(at).links) {
            if (link.kind == kind) next.push_back(link.other);
        }
    }
    return false;
}

Why Model::against(const Somebody& who, const LinkTicket& wish) const {
    if (!sees(who, wish.ticket)) return {missing.name};
    // What somebody may not see is no ticket to link with, and nothing else is said of it.
    if (wish.other == wish.ticket || !sees(who, wish.other)) return {invalid_fields.name};
    Why why = barred(who, wish.ticket, &Model::works);
    why.merge(barred(who, wish.other, &Model::works));
    if (!why.empty()) return why;
    const auto& links = known.at(wish.ticket).links;
    const auto& back = known.at(wish.other).links;
    if (std::ranges::find(links, wish.other, &Link::other) != links.end()) {
        why.insert(linked_already.name);
    }
    const auto has_parent_among = [](const std::vector<Link>& all) {
        return std::ranges::find(all, TicketLinkKind::parent, &Link::kind) != all.end();
    };
    if (wish.kind == TicketLinkKind::parent && has_parent_among(links)) why.insert(has_parent.name);
    if (wish.kind == TicketLinkKind::child && has_parent_among(back)) why.insert(has_parent.name);
    const bool closes_circle =
        wish.kind != TicketLinkKind::relates && leads_to(wish.other, wish.ticket, wish.kind);
    if (closes_circle) why.insert(link_circle.name);
    return why;
}

Why Model::against(const Somebody& who, const UnlinkTicket& wish) const {
    if (!sees(who, wish.ticket) || !sees(who, wish.other) || wish.ticket == wish.other) {
        return {missing.name};
    }
    Why why = barred(who, wish.ticket, &Model::works, Merged::allowed);
    if (!why.empty()) return why;
    const auto& links = known.at(wish.ticket).links;
    if (std::ranges::find(links, wish.other, &Link::other) == links.end()) {
        why.insert(missing.name);
    }
    return why;
}

Why Model::against(const Somebody& who, const SetDue& wish) const {
    Why why = barred_while_closed(who, wish.ticket);
    if (!why.empty()) return why;
    if (wish.on.has_value() == wish.at.has_value()) return {invalid_fields.name};
    const auto today = local_date(now, "Europe/Warsaw");
    if (wish.on ? *wish.on < *today : *wish.at < now) why.insert(invalid_fields.name);
    const tickets::Ticket& ticket = row(wish.ticket);
    const bool is_same =
        wish.on ? ticket.due_on == wish.on : ticket.due_at == wish.at && !ticket.due_on;
    if (is_same) why.insert(due_unchanged.name);
    return why;
}

Why Model::against(const Somebody& who, const ClearDue& wish) const {
    Why why = barred_while_closed(who, wish.ticket);
    if (why.empty() && !row(wish.ticket).due_at) why.insert(no_due.name);
    return why;
}

Why Model::against(const Somebody& who, const SnoozeTicket& wish) const {
    Why why = barred_unless_open(who, wish.ticket);
    if (why.empty() && wish.until <= now) why.insert(invalid_fields.name);
    return why;
}

Why Model::against(const Somebody& who, const WakeTicket& wish) const {
    Why why = barred(who, wish.ticket, &Model::works);
    if (why.empty() && !row(wish.ticket).snoozed_until) why.insert(not_snoozed.name);
    return why;
}

Why Model::against(const Somebody& who, const MarkSpam& wish) const {
    Why why = barred(who, wish.ticket, &Model::works);
    if (why.empty() && row(wish.ticket).spam_at) why.insert(spam_already.name);
    return why;
}

Why Model::against(const Somebody& who, const UnmarkSpam& wish) const {
    Why why = barred(who, wish.ticket, &Model::works);
    if (why.empty() && !row(wish.ticket).spam_at) why.insert(not_spam.name);
    return why;
}

Why Model::against(const Somebody& who, const BookTime& wish) const {
    Why why = barred(who, wish.ticket, &Model::works, Merged::allowed);
    if (!why.empty()) return why;
    for (const PersonId person : wish.persons.value_or(std::vector{who.id})) {
        if (person != who.id && !leads(who, row(wish.ticket).customer)) {
            why.insert(only_own_time.name);
        }
        if (!facts.is_staff(person)) why.insert(invalid_fields.name);
    }
    return why;
}

Why Model::against(const Somebody& who, const CorrectTime& wish) const {
    Why why = barred(who, wish.ticket, &Model::works, Merged::allowed);
    if (!why.empty()) return why;
    const auto entry = entries.find(wish.entry);
    if (entry == entries.end() || entry->second.home != wish.ticket) return {missing.name};
    if (entry->second.person != who.id && !leads(who, row(wish.ticket).customer)) {
        why.insert(only_own_time.name);
    }
    if (entry->second.reverses) why.insert(reversal_stands.name);
    if (entry->second.reversed_by) why.insert(time_reversed.name);
    return why;
}

Why Model::against(const Somebody& who, const AddSteps& wish) const {
    Why why = barred_while_closed(who, wish.ticket);
    if (why.empty() && std::ranges::all_of(wish.texts, is_blank)) why.insert(invalid_fields.name);
    return why;
}

Why Model::against(const Somebody& who, const TickStep& wish) const {
    if (sees(who, wish.ticket) && works(who, row(wish.ticket).customer)) {
        for (const Item& step : known.at(wish.ticket).steps) {
            const bool is_so = step.ticked_by.has_value() == wish.ticked;
            if (step.id == wish.step && is_so) return {};  // Nothing is left to do.
        }
    }
    return against(who, RemoveStep{.ticket = wish.ticket, .step = wish.step});
}

Why Model::against(const Somebody& who, const RemoveStep& wish) const {
    Why why = barred_while_closed(who, wish.ticket);
    if (why.contains(missing.name) || why.contains(forbidden.name)) return why;
    const auto& steps = known.at(wish.ticket).steps;
    if (std::ranges::find(steps, wish.step, &Item::id) == steps.end()) why.insert(missing.name);
    return why;
}

Why Model::against(const Somebody& who, const MergeTicket& wish) const {
    if (!sees(who, wish.ticket) || !sees(who, wish.into)) return {missing.name};
    const TicketId target = goes_on(wish.into);
    Why why = barred(who, wish.ticket, &Model::works);
    why.merge(barred(who, target, &Model::works));
    if (!why.empty()) return why;
    if (target == wish.ticket) why.insert(merged_into_itself.name);
    if (row(target).customer != row(wish.ticket).customer) why.insert(merge_customers_differ.name);
    if (row(target).status == TicketStatus::closed) why.insert(merge_target_closed.name);
    return why;
}

Why Model::against(const Somebody& who, const UnmergeTicket& wish) const {
    Why why = barred(who, wish.ticket, &Model::works, Merged::allowed);
    if (why.contains(missing.name)) return why;
    const auto into = row(wish.ticket).merged_into;
    if (into) why.merge(barred(who, *into, &Model::works, Merged::allowed));
    if (why.empty() && !into) why.insert(not_merged.name);
    return why;
}

void Model::check_placed(const Placed* placed,
                         TicketId top,
                         std::string_view unknown,
                         Why& why) const {
    if (placed == nullptr || !is_below(placed->place(), top)) {
        why.insert(unknown);
    } else if (placed->split_to) {
        why.insert(split_taken.name);
    }
}

Why Model::against(const Somebody& who, const SplitTicket& wish) const {
    Why why = barred(who, wish.ticket, &Model::works);
    if (!why.empty()) return why;
    if (wish.messages.empty() || is_blank(wish.subject)) why.insert(invalid_fields.name);
    for (const MessageId id : wish.messages) {
        const auto found = messages.find(id);
        check_placed(found == messages.end() ? nullptr : &found->second,
                     wish.ticket,
                     split_message_unknown.name,
                     why);
    }
    for (const TimeEntryId id : with_reversals(wish.time.value_or(std::vector<TimeEntryId>{}))) {
        const auto found = entries.find(id);
        check_placed(found == entries.end() ? nullptr : &found->second,
                     wish.ticket,
                     split_time_unknown.name,
                     why);
    }
    if (wish.requester && !facts.belongs_to(*wish.requester, row(wish.ticket).customer)) {
        why.insert(requester_unknown.name);
    }
    return why;
}

Why Model::against(const Somebody& who, const UnsplitTicket& wish) const {
    Why why = barred(who, wish.ticket, &Model::works);
    if (why.contains(missing.name)) return why;
    const auto source = row(wish.ticket).split_from;
    if (source) why.merge(barred(who, *source, &Model::works, Merged::allowed));
    if (!why.empty()) return why;
    if (!source) return {not_split.name};
    const TicketId target = goes_on(*source);
    // Where the other one has come into this one, they are one talk already.
    if (target != wish.ticket && row(target).status == TicketStatus::closed) {
        why.insert(merge_target_closed.name);
    }
    return why;
}

// Merges and splits are between tickets of one customer.
bool Model::is_bound(TicketId id) const {
    if (row(id).split_from || family(id).size() > 1 || !split_off(id).empty()) return true;
    const auto went_away = [&](const auto& one) {
        return one.second.home == id && one.second.split_to;
    };
    return std::ranges::any_of(messages, went_away) || std::ranges::any_of(entries, went_away);
}

Why Model::against(const Somebody& who, const ChangeCustomer& wish) const {
    Why why = barred(who, wish.ticket, &Model::works);
    if (!why.empty()) return why;
    if (!reaches(who, wish.customer)) return {missing.name};
    const tickets::Ticket& ticket = row(wish.ticket);
    const bool moves = wish.customer != ticket.customer;
    if (wish.version != ticket.version) why.insert(stale.name);
    if (!moves && wish.requester == ticket.requester) why.insert(customer_unchanged.name);
    if (moves && is_bound(wish.ticket)) why.insert(customer_bound.name);
    const bool is_named = wish.requester && (moves || wish.requester != ticket.requester);
    if (is_named && !facts.belongs_to(*wish.requester, wish.customer)) {
        why.insert(requester_unknown.name);
    }
    const bool is_wrong_site =
        wish.site && (!moves || !has(facts.sites.at(wish.customer), *wish.site));
    if (is_wrong_site) why.insert(invalid_fields.name);
    return why;
}

Why Model::against(const Somebody& who, const ChangeSite& wish) const {
    Why why = barred_while_closed(who, wish.ticket);
    if (!why.empty()) return why;
    const tickets::Ticket& ticket = row(wish.ticket);
    if (wish.site == ticket.site) why.insert(site_unchanged.name);
    if (wish.site && !has(facts.sites.at(ticket.customer), *wish.site)) {
        why.insert(invalid_fields.name);
    }
    return why;
}

}  // namespace ogniwo::walking
