#include "testing/ticket_walk_views.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "tickets/checklist_service.hpp"
#include "tickets/link_service.hpp"
#include "tickets/merge_service.hpp"
#include "tickets/service.hpp"
#include "tickets/time_service.hpp"
#include "tickets/worker_service.hpp"

namespace ogniwo::walking {
namespace {

using namespace tickets;

constexpr int page = 100;

template <class Tag>
std::string words(Id<Tag> id) {
    return std::to_string(id.value);
}
std::string words(const std::string& text) {
    return text;
}
std::string words(int number) {
    return std::to_string(number);
}
std::string words(Time at) {
    return to_text(at);
}
std::string words(Date on) {
    return to_text(on);
}
template <NamedEnum E>
std::string words(E value) {
    return std::string(enum_name(value));
}
std::string words(const TagLabel& label) {
    return words(label.tag) + label.name;
}
template <class T>
std::string words(const std::optional<T>& value) {
    return value ? words(*value) : "-";
}
template <class List>
requires requires(const List& list) {
    words(*list.begin());
} &&(!std::convertible_to<List, std::string>)std::string words(const List& list) {
    std::string all;
    for (const auto& one : list) all += (all.empty() ? "" : ",") + words(one);
    return "[" + all + "]";
}

// All of it that the model knows.
std::string words(const tickets::Ticket& ticket) {
    std::string all = fmt::format("#{} v{}", ticket.id.value, ticket.version);
    const auto add = [&](std::string_view name, const auto& value) {
        const std::string text = words(value);
        if (text != "-" && text != "[]") all += fmt::format(" {}={}", name, text);
    };
    add("customer", ticket.customer);
    add("requester", ticket.requester);
    add("site", ticket.site);
    add("subject", ticket.subject);
    add("status", ticket.status);
    add("state", ticket.state);
    add("waiting_for", ticket.waiting_for);
    add("waiting_note", ticket.waiting_note);
    add("waiting_noted_by", ticket.waiting_noted_by);
    add("tier", ticket.tier);
    add("queue", ticket.queue);
    add("assignee", ticket.assignee);
    add("voice", ticket.voice);
    add("voice_tier", ticket.voice_tier);
    add("resolved_at", ticket.resolved_at);
    add("closed_at", ticket.closed_at);
    add("tags", ticket.tags);
    add("due_at", ticket.due_at);
    add("due_on", ticket.due_on);
    add("snoozed_until", ticket.snoozed_until);
    add("spam_at", ticket.spam_at);
    add("spam_by", ticket.spam_by);
    add("merged_into", ticket.merged_into);
    add("split_from", ticket.split_from);
    return all;
}

// As a reader is answered: what it is, or why they are not told.
template <class Answer, class Read>
std::string answered(const Answer& answer, Read read) {
    return answer ? read(*answer) : std::string(answer.error().reason.name);
}

template <class List, class Of>
auto each(const List& list, Of of) {
    std::vector<decltype(of(*list.begin()))> all;
    for (const auto& one : list) all.push_back(of(one));
    return all;
}

}  // namespace

void Views::differ(const std::string& what, const std::string& is, const std::string& should_be) {
    if (is == should_be) return;
    differences_.push_back(fmt::format("{}: {}\n      should be {}", what, is, should_be));
}

void Views::compare_rows() {
    std::vector<std::int64_t> ids;
    for (const auto& [id, ticket] : model_.known) ids.push_back(id.value);
    const auto stored =
        house_.look([&](const View& view) { return tickets::tickets_by_id(view, ids); });
    for (const auto& [id, ticket] : model_.known) {
        const auto found = std::ranges::find(stored, id, &tickets::Ticket::id);
        differ("row", found == stored.end() ? "none" : words(*found), words(ticket.row));
    }
}

void Views::compare_all(const Past& past, std::mt19937_64& luck) {
    for (const Somebody& who : model_.facts.people) {
        const bool reads_all = who.role == Role::lead || luck() % 4 == 0;
        compare_lists(who);
        compare_files(who);
        for (const auto& [id, ticket] : model_.known) {
            compare_ticket(who, id);
            if (!model_.sees(who, id)) continue;
            compare_talk(who, id);
            if (!reads_all) continue;
            compare_time(who, id);
            compare_around(who, id);
            compare_links(who, id);
            compare_merges(who, id);
        }
    }
    compare_past(past, luck);
    compare_early(past, luck);
    compare_sums();
    for (const auto& one : house_.look([](const View& view) { return tickets::check(view.tx); })) {
        differ(fmt::format("check: {} of #{}", one.field, one.ticket.value),
               one.stored,
               one.replayed + " by its events");
    }
}

// Merged tickets are in nobody's list but in that of whoever asked for them; spam is in none.
void Views::compare_lists(const Somebody& who) {
    const auto list = house_.read(who, tickets::list_tickets, ListTickets{.limit = page});
    std::set<TicketId> listed;
    for (const auto& ticket : list->items) listed.insert(ticket.id);
    std::set<TicketId> known;
    for (const auto& [id, ticket] : model_.known) {
        const bool is_theirs = !model_.sees_all(who, ticket.row.customer);
        const bool is_listed = !ticket.row.spam_at && (!ticket.row.merged_into || is_theirs);
        if (model_.sees(who, id) && is_listed) known.insert(id);
    }
    differ(who.name + "'s list", words(listed), words(known));
}

void Views::compare_ticket(const Somebody& who, TicketId id) {
    const auto is = answered(house_.read(who, tickets::read_ticket, ReadTicket{id}),
                             [](const tickets::Ticket& ticket) { return words(ticket); });
    const tickets::Ticket& ticket = model_.known.at(id).row;
    differ(who.name + " reads",
           is,
           model_.sees(who, ticket) ? words(model_.shown(who, ticket)) : "missing");
}

void Views::compare_talk(const Somebody& who, TicketId id) {
    const auto say = [](MessageId message,
                        TicketId home,
                        PersonId author,
                        MessageKind kind,
                        const std::string& text,
                        const std::vector<AttachmentId>& files) {
        return fmt::format("{} at {} by {}: {} {} {}",
                           message.value,
                           home.value,
                           author.value,
                           words(kind),
                           text,
                           words(files));
    };
    const auto list =
        house_.read(who, tickets::list_messages, ReadThread{.ticket = id, .limit = page});
    const auto is = answered(list, [&](const TicketMessageList& talk) {
        return words(each(talk.items, [&](const TicketMessage& one) {
            return say(one.id,
                       one.ticket,
                       one.author.value_or(PersonId{}),
                       one.kind,
                       one.text.value_or(""),
                       each(one.attachments, [](const auto& file) { return file.id; }));
        }));
    });
    std::string should_be = "forbidden";
    if (model_.reads_talk(who, model_.known.at(id).row.customer)) {
        should_be = words(each(model_.messages_shown(who, id), [&](MessageId message) {
            const Model::Message& said = model_.messages.at(message);
            return say(message, said.home, said.author, said.kind, said.text, said.files);
        }));
    }
    differ(fmt::format("{} reads the talk of #{}", who.name, id.value), is, should_be);
}

void Views::compare_time(const Somebody& who, TicketId id) {
    const auto book = [](TimeEntryId entry, TicketId home, PersonId person, int minutes) {
        return fmt::format("{} at {} by {}: {}", entry.value, home.value, person.value, minutes);
    };
    const auto list =
        house_.read(who, tickets::list_ticket_time, ListTicketTime{.ticket = id, .limit = page});
    const auto is = answered(list, [&](const TicketTime& time) {
        const auto entries = each(time.items, [&](const TimeEntry& one) {
            return book(one.id, one.ticket, one.person, one.minutes);
        });
        return fmt::format("{} minutes {}", time.totals.minutes, words(entries));
    });
    int minutes = 0;
    const auto entries = each(model_.entries_shown(id), [&](TimeEntryId entry) {
        const Model::Entry& one = model_.entries.at(entry);
        minutes += one.minutes;
        return book(entry, one.home, one.person, one.minutes);
    });
    differ(fmt::format("{} reads the time of #{}", who.name, id.value),
           is,
           fmt::format("{} minutes {}", minutes, words(entries)));
}

void Views::compare_around(const Somebody& who, TicketId id) {
    const Model::Ticket& ticket = model_.known.at(id);
    const bool is_inside = model_.reads_notes(who, ticket.row.customer);
    const auto name = fmt::format("{} reads of #{} the ", who.name, id.value);
    std::set<PersonId> followers;
    const auto list = house_.read(who, tickets::list_followers, ListFollowers{.ticket = id});
    for (const auto& one : list->items) followers.insert(one.person);
    differ(name + "followers", words(followers), words(model_.followers_shown(id)));

    const auto workers = house_.read(who, tickets::list_workers, ListWorkers{.ticket = id});
    differ(name + "workers",
           answered(workers,
                    [](const TicketWorkers& all) {
                        return words(each(all.items, [](const auto& one) { return one.person; }));
                    }),
           is_inside ? words(ticket.workers) : "forbidden");

    const auto steps = house_.read(who, tickets::list_steps, OfChecklist{.ticket = id});
    const auto step_words = [](StepId step, const std::string& text, const auto& ticked_by) {
        return fmt::format("{} {} by {}", step.value, text, words(ticked_by));
    };
    differ(name + "steps",
           words(each(steps->items,
                      [&](const ChecklistStep& one) {
                          return step_words(one.id, one.text.value_or(""), one.ticked_by);
                      })),
           words(each(is_inside ? ticket.steps : std::vector<Model::Item>{},
                      [&](const Model::Item& one) {
                          return step_words(one.id, one.text, one.ticked_by);
                      })));
}

// Of what a reader may not see there is no link.
void Views::compare_links(const Somebody& who, TicketId id) {
    const Model::Ticket& ticket = model_.known.at(id);
    const auto link_words = [](TicketId other, TicketLinkKind kind, TicketStatus status) {
        return fmt::format("{} {} {}", words(kind), other.value, words(status));
    };
    const auto links = house_.read(who, tickets::list_links, ListLinks{.ticket = id});
    const auto is = answered(links, [&](const TicketLinks& all) {
        return words(each(all.items, [&](const TicketLink& one) {
            return link_words(one.other, one.kind, one.status);
        }));
    });
    std::vector<std::string> should_be;
    for (const Model::Link& link : ticket.links) {
        if (!model_.sees(who, link.other)) continue;
        const auto& goes_on = model_.known.at(model_.goes_on(link.other)).row;
        should_be.push_back(link_words(link.other, link.kind, goes_on.status));
    }
    const bool is_inside = model_.reads_notes(who, ticket.row.customer);
    differ(fmt::format("{} reads the links of #{}", who.name, id.value),
           is,
           is_inside ? words(should_be) : "forbidden");
}

void Views::compare_merges(const Somebody& who, TicketId id) {
    const auto all_words = [](std::optional<TicketId> into,
                              std::optional<TicketId> goes_on,
                              const std::vector<TicketId>& merged,
                              std::optional<TicketId> split_from,
                              const std::set<TicketId>& split_off) {
        return fmt::format("into {} goes on at {} merged {} split from {} split off {}",
                           words(into),
                           words(goes_on),
                           words(merged),
                           words(split_from),
                           words(split_off));
    };
    const auto of = [](const TicketRef& ref) { return ref.ticket; };
    const auto maybe = [](const std::optional<TicketRef>& ref) {
        return ref ? std::optional(ref->ticket) : std::nullopt;
    };
    const auto is = answered(house_.read(who, tickets::read_merges, ReadMerges{id}),
                             [&](const TicketMerges& all) {
                                 const auto off = each(all.split_off, of);
                                 return all_words(maybe(all.into),
                                                  maybe(all.goes_on),
                                                  each(all.merged, of),
                                                  maybe(all.split_from),
                                                  {off.begin(), off.end()});
                             });
    const tickets::Ticket& ticket = model_.known.at(id).row;
    std::vector<TicketId> merged = model_.family(id);
    std::erase(merged, id);
    auto split_from = ticket.split_from;
    if (split_from && !model_.sees(who, *split_from)) split_from.reset();
    std::set<TicketId> split_off;
    for (const TicketId one : model_.split_off(id)) {
        if (model_.sees(who, one)) split_off.insert(one);
    }
    const auto goes_on =
        ticket.merged_into ? std::optional(model_.goes_on(id)) : std::optional<TicketId>{};
    differ(fmt::format("{} reads the merges of #{}", who.name, id.value),
           is,
           all_words(ticket.merged_into, goes_on, merged, split_from, split_off));
}

// Each file is read by whoever reads its message, and while it waits by whoever sent it.
void Views::compare_files(const Somebody& who) {
    const auto compare = [&](AttachmentId file, bool is_read) {
        const auto answer =
            house_.read(who, tickets::read_attachment, ReadAttachment{.attachment = file});
        differ(fmt::format("{} reads the file {}", who.name, file.value),
               answer ? "yes" : "no",
               is_read ? "yes" : "no");
    };
    for (const auto& [id, message] : model_.messages) {
        for (const AttachmentId file : message.files) {
            compare(file, model_.reads_message(who, id));
        }
    }
    for (const auto& [file, waiting] : model_.waiting) {
        if (waiting.sender != who.id) compare(file, false);
    }
}

// Some moments, through the eyes of whoever leads, by version and by time.
void Views::compare_past(const Past& past, std::mt19937_64& luck) {
    const Somebody& lead = model_.facts.people.front();
    for (const auto& [key, then] : past) {
        if (luck() % 3 != 0) continue;
        const auto& [id, version] = key;
        const std::string should_be = words(then.ticket.row) + " " + words(then.ticket.followers) +
                                      fmt::format(" {} minutes", then.minutes);
        const auto was = [](const TicketAsItWas& one) {
            return words(one.ticket) + " " +
                   words(each(one.followers, [](const auto& other) { return other.person; })) +
                   fmt::format(" {} minutes", one.booked_minutes.value_or(0));
        };
        const auto name = fmt::format("#{} as it was ", id.value);
        const ReadAsItWas by_version{.ticket = id, .version = version};
        differ(name + fmt::format("at version {}", version),
               answered(house_.read(lead, tickets::ticket_as_it_was, by_version), was),
               should_be);
        const ReadAsItWas by_moment{.ticket = id, .at = then.at};
        differ(name + "at " + words(then.at),
               answered(house_.read(lead, tickets::ticket_as_it_was, by_moment), was),
               should_be);
    }
}

// How it was in the beginning, which is nothing to those who would not have seen it then.
void Views::compare_early(const Past& past, std::mt19937_64& luck) {
    for (const auto& [key, then] : past) {
        const auto& [id, version] = key;
        if (then.ticket.row.version > 2 || luck() % 3 != 0) continue;
        for (const Somebody& who : model_.facts.people) {
            const ReadAsItWas wish{.ticket = id, .version = version};
            const bool may = model_.sees(who, id) && model_.sees(who, then.ticket.row);
            differ(fmt::format("{} reads #{} as it was at version {}", who.name, id.value, version),
                   answered(house_.read(who, tickets::ticket_as_it_was, wish),
                            [](const TicketAsItWas& was) { return words(was.ticket); }),
                   may ? words(model_.shown(who, then.ticket.row)) : "missing");
        }
    }
}

// Every minute counts for the customer of the ticket at which it is shown.
void Views::compare_sums() {
    const Somebody& lead = model_.facts.people.front();
    const std::chrono::sys_days first = std::chrono::floor<std::chrono::days>(house_.morning);
    for (const CustomerId customer : model_.facts.customers) {
        const ListTime wish{.from = Date{first - std::chrono::days{1}},
                            .to = Date{first + std::chrono::days{300}},
                            .customer = customer};
        int minutes = 0;
        for (const auto& [id, entry] : model_.entries) {
            const bool is_theirs = model_.known.at(entry.place()).row.customer == customer;
            if (is_theirs) minutes += entry.minutes;
        }
        differ("minutes of a customer",
               answered(house_.read(lead, tickets::list_time, wish),
                        [](const TimeList& list) { return std::to_string(list.totals.minutes); }),
               std::to_string(minutes));
    }
}

}  // namespace ogniwo::walking
