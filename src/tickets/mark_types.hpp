#pragma once

// What people stick to a ticket: tags, links to other tickets, a due date; and what takes it off
// the desk for a while: snoozing it, and spam.
//
// All of it is for our own people: customers are shown none of it, and their ticket is to them as
// it was. Whoever may read the notes of a ticket may see its marks, whoever works on it may set
// them.

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/enum.hpp"
#include "base/id.hpp"
#include "base/result.hpp"
#include "base/time.hpp"
#include "storage/work.hpp"
#include "tickets/handover_types.hpp"

namespace ogniwo::tickets {

// --- Tags

using TagId = Id<struct TagTag>;

inline constexpr std::int64_t tag_letters_most = 40;
inline constexpr std::size_t tags_of_ticket_most = 20;
inline constexpr std::int64_t tags_most = 5'000;
inline constexpr std::int64_t tag_uses_most = 1'000;  // Counting ends here.

// One word on one ticket.
struct TagLabel {
    TagId tag{};
    std::string name{};

    friend bool operator==(const TagLabel&, const TagLabel&) = default;
};
void describe(Fields& fields, TagLabel& label);

// A word of the house.
struct Tag {
    TagId id{};
    std::int64_t version = 1;
    std::string name{};
    std::int64_t uses = 0;  // Tickets that have it, as far as they are counted.
    bool more = false;      // There are more than that.
};
void describe(Fields& fields, Tag& tag);

struct TagList {
    std::vector<Tag> items{};  // By their folded words.
    std::optional<std::string> next{};
};
void describe(Fields& fields, TagList& list);

struct ListTags {
    std::optional<std::string> q{};  // How the word begins.
    std::optional<std::string> cursor{};
    std::optional<int> limit{};
};
void describe(Fields& fields, ListTags& wish);

struct CreateTag {
    std::string name{};
};
void describe(Fields& fields, CreateTag& wish);

struct RenameTag {
    TagId tag{};
    std::int64_t version = 0;
    std::string name{};
};
void describe(Fields& fields, RenameTag& wish);

// Every ticket that has the one has the other from then on.
struct MergeTag {
    TagId tag{};
    TagId into{};
};
void describe(Fields& fields, MergeTag& wish);

struct AddTicketTag {
    TicketId ticket{};
    std::string name{};  // New words are made.
};
void describe(Fields& fields, AddTicketTag& wish);

struct RemoveTicketTag {
    TicketId ticket{};
    TagId tag{};
};
void describe(Fields& fields, RemoveTicketTag& wish);

// --- Links

inline constexpr std::size_t links_of_ticket_most = 200;
inline constexpr std::size_t chain_most = 500;  // Tickets looked at for a circle.

// As this ticket sees the other one.
enum class TicketLinkKind {
    relates,
    depends_on,
    blocks,
    duplicate_of,
    duplicated_by,
    parent,
    child
};
constexpr auto names(TicketLinkKind) {
    return enum_names(
        "relates", "depends_on", "blocks", "duplicate_of", "duplicated_by", "parent", "child");
}

struct LinkTicket {
    TicketId ticket{};
    TicketId other{};
    TicketLinkKind kind = TicketLinkKind::relates;
};
void describe(Fields& fields, LinkTicket& wish);

struct UnlinkTicket {
    TicketId ticket{};
    TicketId other{};
};
void describe(Fields& fields, UnlinkTicket& wish);

struct ListLinks {
    TicketId ticket{};
};
void describe(Fields& fields, ListLinks& wish);

// --- Due dates

inline constexpr std::chrono::hours due_most{24 * 3'660};  // Ten years ahead.

// One of the two.
struct SetDue {
    TicketId ticket{};
    std::optional<Date> on{};  // Until the end of the day, by our company's clock.
    std::optional<Time> at{};
};
void describe(Fields& fields, SetDue& wish);

struct ClearDue {
    TicketId ticket{};
};
void describe(Fields& fields, ClearDue& wish);

// In the morning of the day, and when the moment is over.
enum class DueStep { soon, passed };
constexpr auto names(DueStep) {
    return enum_names("soon", "passed");
}

struct DueTimer {
    DueStep step = DueStep::soon;
};
void describe(Fields& fields, DueTimer& timer);

inline constexpr std::string_view due_timer = "tickets.due";

// --- Snoozing

inline constexpr std::chrono::hours snooze_most{24 * 366};

struct SnoozeTicket {
    TicketId ticket{};
    Time until{};  // Or until the customer writes.
};
void describe(Fields& fields, SnoozeTicket& wish);

struct WakeTicket {
    TicketId ticket{};
};
void describe(Fields& fields, WakeTicket& wish);

enum class WakeWhy { time, reply, hand, moved };
constexpr auto names(WakeWhy) {
    return enum_names("time", "reply", "hand", "moved");
}

inline constexpr std::string_view snooze_timer = "tickets.snooze";

// --- Spam

struct MarkSpam {
    TicketId ticket{};
};
void describe(Fields& fields, MarkSpam& wish);

struct UnmarkSpam {
    TicketId ticket{};
};
void describe(Fields& fields, UnmarkSpam& wish);

// --- Mentions

inline constexpr std::int64_t mentions_most = 20;
inline constexpr std::size_t mentionable_most = 200;

// Who may be mentioned in a note on this ticket: our people who may read it.
struct ListMentionable {
    TicketId ticket{};
};
void describe(Fields& fields, ListMentionable& wish);

struct MentionedPerson {
    PersonId person{};
    std::string name{};
};
void describe(Fields& fields, MentionedPerson& person);

struct MentionablePeople {
    std::vector<MentionedPerson> items{};
};
void describe(Fields& fields, MentionablePeople& people);

// --- Events

struct TagSaved {  // name
    static constexpr std::string_view name = "tickets.tag_saved";
    static constexpr int schema = 1;
};
void describe(Fields& fields, TagSaved& event);

struct TagMerged {
    static constexpr std::string_view name = "tickets.tag_merged";
    static constexpr int schema = 1;

    TagId into{};
};
void describe(Fields& fields, TagMerged& event);

struct TicketTagged {
    static constexpr std::string_view name = "tickets.tagged";
    static constexpr int schema = 1;

    TagId tag{};
    std::vector<TagId> tags{};  // All of them, afterwards.
};
void describe(Fields& fields, TicketTagged& event);

struct TicketUntagged {
    static constexpr std::string_view name = "tickets.untagged";
    static constexpr int schema = 1;

    TagId tag{};
    std::vector<TagId> tags{};
};
void describe(Fields& fields, TicketUntagged& event);

// Each of the two tickets has its own.
struct TicketLinked {
    static constexpr std::string_view name = "tickets.linked";
    static constexpr int schema = 1;

    TicketId other{};
    TicketLinkKind kind = TicketLinkKind::relates;
};
void describe(Fields& fields, TicketLinked& event);

struct TicketUnlinked {
    static constexpr std::string_view name = "tickets.unlinked";
    static constexpr int schema = 1;

    TicketId other{};
    TicketLinkKind kind = TicketLinkKind::relates;
};
void describe(Fields& fields, TicketUnlinked& event);

struct TicketDueSet {
    static constexpr std::string_view name = "tickets.due_set";
    static constexpr int schema = 1;

    std::optional<Time> due_at{};  // Nothing: it has no due date any more.
    std::optional<Date> due_on{};
};
void describe(Fields& fields, TicketDueSet& event);

struct TicketDueTold {
    static constexpr std::string_view name = "tickets.due_told";
    static constexpr int schema = 1;

    DueStep step = DueStep::soon;
};
void describe(Fields& fields, TicketDueTold& event);

struct TicketSnoozed {
    static constexpr std::string_view name = "tickets.snoozed";
    static constexpr int schema = 1;

    Time until{};
};
void describe(Fields& fields, TicketSnoozed& event);

struct TicketWoken {
    static constexpr std::string_view name = "tickets.woken";
    static constexpr int schema = 1;

    WakeWhy why = WakeWhy::time;
};
void describe(Fields& fields, TicketWoken& event);

struct TicketSpamMarked {
    static constexpr std::string_view name = "tickets.spam_marked";
    static constexpr int schema = 1;

    std::optional<PersonId> by{};
};
void describe(Fields& fields, TicketSpamMarked& event);

struct TicketSpamUnmarked {
    static constexpr std::string_view name = "tickets.spam_unmarked";
    static constexpr int schema = 1;
};
void describe(Fields& fields, TicketSpamUnmarked& event);

// What people are told that is no event of the ticket's own.
inline constexpr std::string_view mentioned_notice = "tickets.mentioned";
inline constexpr std::string_view freed_notice = "tickets.freed";
inline constexpr std::string_view due_soon_notice = "tickets.due_soon";
inline constexpr std::string_view due_passed_notice = "tickets.due_passed";

inline constexpr Reason tag_name_taken{Refusal::invalid, "tickets.tag_name_taken"};
inline constexpr Reason tag_into_itself{Refusal::invalid, "tickets.tag_into_itself"};
inline constexpr Reason tag_unknown{Refusal::invalid, "tickets.tag_unknown"};
inline constexpr Reason tags_too_many{Refusal::conflict, "tickets.tags_too_many"};
inline constexpr Reason tags_of_house_too_many{Refusal::conflict, "tickets.tags_of_house_too_many"};
inline constexpr Reason tagged_already{Refusal::conflict, "tickets.tagged_already"};
inline constexpr Reason link_to_itself{Refusal::invalid, "tickets.link_to_itself"};
inline constexpr Reason link_unknown{Refusal::invalid, "tickets.link_unknown"};
inline constexpr Reason linked_already{Refusal::conflict, "tickets.linked_already"};
inline constexpr Reason links_too_many{Refusal::conflict, "tickets.links_too_many"};
inline constexpr Reason link_circle{Refusal::conflict, "tickets.link_circle"};
inline constexpr Reason link_chain_too_long{Refusal::conflict, "tickets.link_chain_too_long"};
inline constexpr Reason has_parent{Refusal::conflict, "tickets.has_parent"};
inline constexpr Reason due_day_or_time{Refusal::invalid, "tickets.due_day_or_time"};
inline constexpr Reason due_in_past{Refusal::invalid, "tickets.due_in_past"};
inline constexpr Reason due_too_far{Refusal::invalid, "tickets.due_too_far"};
inline constexpr Reason due_unchanged{Refusal::conflict, "tickets.due_unchanged"};
inline constexpr Reason no_due{Refusal::conflict, "tickets.no_due"};
inline constexpr Reason snooze_in_past{Refusal::invalid, "tickets.snooze_in_past"};
inline constexpr Reason snooze_too_long{Refusal::invalid, "tickets.snooze_too_long"};
inline constexpr Reason not_snoozed{Refusal::conflict, "tickets.not_snoozed"};
inline constexpr Reason spam_already{Refusal::conflict, "tickets.spam_already"};
inline constexpr Reason not_spam{Refusal::conflict, "tickets.not_spam"};
inline constexpr Reason mention_unknown{Refusal::invalid, "tickets.mention_unknown"};

}  // namespace ogniwo::tickets
