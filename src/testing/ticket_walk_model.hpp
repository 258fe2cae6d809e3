#pragma once

// A ticket's life told a second time, naively: for each wish what speaks against it, and what is
// true once it was done. Of the product it uses the nouns and none of the rules: it knows no SQL,
// no events and no order of checks, keeps everything in maps and looks through all of them.
//
// It says all that speaks against a wish, and the product may name any of it; but what somebody may
// not see is missing to them, and what they may not do forbidden, whatever else there is.
// Ids come from the product, everything else is worked out here.

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/text.hpp"
#include "people/types.hpp"
#include "tickets/checklist_types.hpp"
#include "tickets/customer_types.hpp"
#include "tickets/merge_types.hpp"
#include "tickets/move_types.hpp"
#include "tickets/site_types.hpp"
#include "tickets/split_types.hpp"
#include "tickets/state_types.hpp"
#include "tickets/types.hpp"
#include "tickets/worker_types.hpp"

namespace ogniwo::walking {

using people::Role;
using people::SiteId;
using tickets::MessageId;
using tickets::QueueId;
using tickets::StateId;
using tickets::StatePlace;
using tickets::StepId;
using tickets::TicketId;
using tickets::TicketStatus;
using tickets::TimeEntryId;

// The desk that everything happens at. Nothing of it changes on the way.

struct Somebody {
    PersonId id{};
    std::string name{};
    Role role = Role::technician;
    std::optional<CustomerId> place{};  // Where that role counts; nothing: everywhere.
};

struct OwnState {
    StateId id{};
    TicketStatus group = TicketStatus::open;
    bool is_default = false;
};

struct Facts {
    std::vector<Somebody> people{};
    std::vector<CustomerId> customers{};
    std::map<CustomerId, std::vector<SiteId>> sites{};
    std::map<int, std::vector<QueueId>> queues{};  // By tier, the first one first.
    int tier_with_handover = 0;                    // Nobody comes up there without one,
    int tier_without_resolving = 0;                // and nobody resolves there.
    std::vector<OwnState> states{};
    std::vector<tickets::StateWay> ways{};
    tickets::WorkTypeId work_type{};

    const Somebody* find(PersonId person) const;
    bool is_staff(PersonId person) const;
    bool belongs_to(PersonId person, CustomerId customer) const;
};

template <class List, class One>
bool has(const List& list, const One& one) {
    return std::ranges::find(list, one) != list.end();
}
inline bool is_blank(std::string_view text) {
    return trim(text).empty();
}
inline bool is_done(TicketStatus status) {
    return status == TicketStatus::resolved || status == TicketStatus::closed;
}

// Names of reasons; none: it is done.
using Why = std::set<std::string_view>;

class Model {
public:
    struct Climb {
        int tier = 1;
        QueueId queue{};
        std::optional<PersonId> assignee{};
    };
    struct Link {
        TicketId other{};
        tickets::TicketLinkKind kind{};
    };
    struct Item {
        StepId id{};
        std::string text{};
        std::optional<PersonId> ticked_by{};
    };
    struct Ticket {
        tickets::Ticket row{};
        std::vector<PersonId> followers{};
        std::vector<PersonId> workers{};
        std::vector<Link> links{};
        std::vector<Item> steps{};
        std::vector<Climb> way_up{};  // The places it has left upwards and not come back to.
    };
    // What stays where it was written, and may be shown elsewhere.
    struct Placed {
        TicketId home{};
        std::optional<TicketId> split_to{};

        TicketId place() const { return split_to.value_or(home); }
    };
    struct Message : Placed {
        PersonId author{};
        tickets::MessageKind kind{};
        std::string text{};
        std::vector<AttachmentId> files{};
    };
    struct Entry : Placed {
        PersonId person{};
        int minutes = 0;
        std::optional<TimeEntryId> reverses{};
        std::optional<TimeEntryId> reversed_by{};
    };
    struct File {  // That waits for its message.
        PersonId sender{};
        TicketId ticket{};
    };

    explicit Model(const Facts& facts) : facts(facts) {}

    // What speaks against it.

    Why against(const Somebody& who, const tickets::CreateTicket& wish) const;
    Why against(const Somebody& who, const tickets::EditTicket& wish) const;
    Why against(const Somebody& who, const tickets::AttachFile& wish) const;
    Why against(const Somebody& who, const tickets::ReplyToTicket& wish) const;
    Why against(const Somebody& who, const tickets::NoteOnTicket& wish) const;
    Why against(const Somebody& who, const tickets::AssignTicket& wish) const;
    Why against(const Somebody& who, const tickets::TakeTicket& wish) const;
    Why against(const Somebody& who, const tickets::SetTicketStatus& wish) const;
    Why against(const Somebody& who, const tickets::EscalateTicket& wish) const;
    Why against(const Somebody& who, const tickets::HandBackTicket& wish) const;
    Why against(const Somebody& who, const tickets::MoveQueue& wish) const;
    Why against(const Somebody& who, const tickets::ResolveTicket& wish) const;
    Why against(const Somebody& who, const tickets::ReopenTicket& wish) const;
    Why against(const Somebody& who, const tickets::CloseTicket& wish) const;
    Why against(const Somebody& who, const tickets::AddWorker& wish) const;
    Why against(const Somebody& who, const tickets::RemoveWorker& wish) const;
    Why against_taking_voice(const Somebody& who, const tickets::OfVoice& wish) const;
    Why against_ending_voice(const Somebody& who, const tickets::OfVoice& wish) const;
    Why against(const Somebody& who, const tickets::FollowTicket& wish) const;
    Why against(const Somebody& who, const tickets::UnfollowTicket& wish) const;
    Why against(const Somebody& who, const tickets::AddTicketTag& wish) const;
    Why against(const Somebody& who, const tickets::RemoveTicketTag& wish) const;
    Why against(const Somebody& who, const tickets::LinkTicket& wish) const;
    Why against(const Somebody& who, const tickets::UnlinkTicket& wish) const;
    Why against(const Somebody& who, const tickets::SetDue& wish) const;
    Why against(const Somebody& who, const tickets::ClearDue& wish) const;
    Why against(const Somebody& who, const tickets::SnoozeTicket& wish) const;
    Why against(const Somebody& who, const tickets::WakeTicket& wish) const;
    Why against(const Somebody& who, const tickets::MarkSpam& wish) const;
    Why against(const Somebody& who, const tickets::UnmarkSpam& wish) const;
    Why against(const Somebody& who, const tickets::BookTime& wish) const;
    Why against(const Somebody& who, const tickets::CorrectTime& wish) const;
    Why against(const Somebody& who, const tickets::AddSteps& wish) const;
    Why against(const Somebody& who, const tickets::TickStep& wish) const;
    Why against(const Somebody& who, const tickets::RemoveStep& wish) const;
    Why against(const Somebody& who, const tickets::MergeTicket& wish) const;
    Why against(const Somebody& who, const tickets::UnmergeTicket& wish) const;
    Why against(const Somebody& who, const tickets::SplitTicket& wish) const;
    Why against(const Somebody& who, const tickets::UnsplitTicket& wish) const;
    Why against(const Somebody& who, const tickets::ChangeCustomer& wish) const;
    Why against(const Somebody& who, const tickets::ChangeSite& wish) const;

    // What is true once it was done.

    void happen(const Somebody& who,
                const tickets::CreateTicket& wish,
                TicketId id,
                const std::optional<MessageId>& message);
    void happen(const tickets::EditTicket& wish);
    void happen(const Somebody& who, const tickets::AttachFile& wish, AttachmentId id);
    void happen(const Somebody& who, const tickets::ReplyToTicket& wish, MessageId id);
    void happen(const Somebody& who, const tickets::NoteOnTicket& wish, MessageId id);
    void happen(const tickets::AssignTicket& wish);
    void happen(const Somebody& who, const tickets::TakeTicket& wish);
    void happen(const Somebody& who, const tickets::SetTicketStatus& wish);
    void happen(const Somebody& who, const tickets::EscalateTicket& wish);
    void happen(const tickets::HandBackTicket& wish);
    void happen(const tickets::MoveQueue& wish);
    void happen(const Somebody& who, const tickets::ResolveTicket& wish, MessageId id);
    void happen(const tickets::ReopenTicket& wish);
    void happen(const tickets::CloseTicket& wish);
    void happen(const Somebody& who, const tickets::AddWorker& wish);
    void happen(const tickets::RemoveWorker& wish);
    void voice_taken(const Somebody& who, const tickets::OfVoice& wish);
    void voice_ended(const tickets::OfVoice& wish);
    void happen(const Somebody& who, const tickets::FollowTicket& wish);
    void happen(const tickets::UnfollowTicket& wish);
    void happen(const tickets::AddTicketTag& wish, tickets::TagId id);
    void happen(const tickets::RemoveTicketTag& wish);
    void happen(const tickets::LinkTicket& wish);
    void happen(const tickets::UnlinkTicket& wish);
    void happen(const tickets::SetDue& wish);
    void happen(const tickets::ClearDue& wish);
    void happen(const tickets::SnoozeTicket& wish);
    void wake(TicketId id);  // Also by itself, when the time has come.
    void happen(const Somebody& who, const tickets::MarkSpam& wish);
    void happen(const tickets::UnmarkSpam& wish);
    void happen(const Somebody& who,
                const tickets::BookTime& wish,
                const std::vector<TimeEntryId>& ids);
    void happen(const tickets::CorrectTime& wish, const std::vector<TimeEntryId>& ids);
    void happen(const tickets::AddSteps& wish, const std::vector<StepId>& ids);
    void happen(const Somebody& who, const tickets::TickStep& wish);
    void happen(const tickets::RemoveStep& wish);
    void happen(const tickets::MergeTicket& wish);
    void happen(const tickets::UnmergeTicket& wish);
    void happen(const tickets::SplitTicket& wish, TicketId id);
    void happen(const tickets::UnsplitTicket& wish);
    void happen(const tickets::ChangeCustomer& wish);
    void happen(const tickets::ChangeSite& wish);

    // What everybody sees.

    bool sees_all(const Somebody& who, CustomerId customer) const;
    bool sees(const Somebody& who, const tickets::Ticket& ticket) const;
    bool sees(const Somebody& who, TicketId id) const;
    bool reads_talk(const Somebody& who, CustomerId customer) const;
    bool reads_notes(const Somebody& who, CustomerId customer) const;
    tickets::Ticket shown(const Somebody& who, tickets::Ticket ticket) const;
    // Of the whole talk, where this reader may read it.
    std::vector<MessageId> messages_shown(const Somebody& who, TicketId id) const;
    bool reads_message(const Somebody& who, MessageId id) const;
    std::vector<TimeEntryId> entries_shown(TicketId id) const;
    std::set<PersonId> followers_shown(TicketId id) const;

    TicketId goes_on(TicketId id) const;
    bool is_below(TicketId id, TicketId top) const;  // Or it is that ticket.
    std::vector<TicketId> family(TicketId top) const;
    std::vector<TicketId> split_off(TicketId id) const;
    int minutes_booked_at(TicketId home) const;

    const Facts& facts;
    Time now{};
    std::map<TicketId, Ticket> known{};
    std::map<MessageId, Message> messages{};
    std::map<TimeEntryId, Entry> entries{};
    std::map<AttachmentId, File> waiting{};
    std::map<std::string, tickets::TagId> words{};

private:
    enum class Merged { refused, allowed };
    using Right = bool (Model::*)(const Somebody&, CustomerId) const;

    bool reaches(const Somebody& who, CustomerId customer) const;
    bool works(const Somebody& who, CustomerId customer) const;
    bool writes(const Somebody& who, CustomerId customer) const;
    bool leads(const Somebody& who, CustomerId customer) const;

    const tickets::Ticket& row(TicketId id) const { return known.at(id).row; }
    tickets::Ticket& row(TicketId id) { return known.at(id).row; }
    // The first thing that is asked of everybody.
    Why barred(const Somebody& who,
               TicketId id,
               Right right,
               Merged merged = Merged::refused) const;
    Why barred_while_closed(const Somebody& who, TicketId id) const;
    Why barred_unless_open(const Somebody& who, TicketId id) const;
    void check_voice(const Somebody& who, const tickets::Ticket& ticket, Why& why) const;
    void check_files(const Somebody& who,
                     TicketId id,
                     const std::optional<std::vector<AttachmentId>>& files,
                     Why& why) const;
    void check_way(const Somebody& who,
                   const tickets::Ticket& ticket,
                   const StatePlace& to,
                   Why& why) const;
    void check_state(const Somebody& who,
                     const tickets::Ticket& ticket,
                     TicketStatus status,
                     const std::optional<std::optional<StateId>>& wished,
                     Why& why) const;
    void check_placed(const Placed* placed, TicketId top, std::string_view unknown, Why& why) const;
    bool is_bound(TicketId id) const;
    bool leads_to(TicketId from, TicketId to, tickets::TicketLinkKind kind) const;
    std::optional<StateId> default_state(TicketStatus group) const;
    std::optional<StateId> state_for(const tickets::Ticket& ticket,
                                     TicketStatus group,
                                     const std::optional<std::optional<StateId>>& wished) const;
    // Whether the wish is only another state to wait in, for the same.
    bool goes_on_waiting(const tickets::SetTicketStatus& wish) const;
    Climb way_down(const tickets::HandBackTicket& wish) const;
    std::set<TimeEntryId> with_reversals(const std::vector<TimeEntryId>& ids) const;

    // A change of status, with all that follows: state, waiting, moments, voice.
    void stand(tickets::Ticket& ticket, TicketStatus status, const std::optional<StateId>& state);
    void come_to(tickets::Ticket& ticket, TicketStatus status);
    void move(tickets::Ticket& ticket, const Climb& place);
    void hear_reply(tickets::Ticket& ticket, bool from_customer);
    void say(const Somebody& who,
             TicketId id,
             MessageId message,
             tickets::MessageKind kind,
             const std::string& text);
    void send_files(MessageId message, const std::optional<std::vector<AttachmentId>>& files);
};

}  // namespace ogniwo::walking
