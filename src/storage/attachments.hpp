#pragma once

// The rows of attachments: whose a stored file is, what it is called, what it belongs to.
//
// A file is uploaded before the message it comes with. Until then it waits, known to its sender
// alone; a message claims it, and from then on it is seen where the message is seen. What was never
// claimed goes after a day, and its bytes with it.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "storage/work.hpp"

namespace ogniwo {

using AttachmentId = Id<struct AttachmentTag>;

struct Attachment {
    AttachmentId id{};
    std::string sha256;
    std::int64_t bytes = 0;
    std::string name;        // As the sender called it; never used as a path.
    std::string media_type;  // From a list, by our own look at the bytes.
    std::optional<CustomerId> customer{};
    std::string owner_kind;  // "ticket"
    std::int64_t owner_id = 0;
    // Whose data it is, when that is not its sender: it is exported and erased with this person.
    std::optional<PersonId> about{};
};

namespace attachments {

AttachmentId insert(Work& work, const Attachment& attachment);
std::optional<Attachment> find(Tx& tx, const Scope& scope, AttachmentId id);

// What something owns: a ticket's waiting files, a message's sent ones.
struct Owner {
    std::string_view kind;  // "ticket_message"
    std::int64_t id = 0;
};

// Hands the sender's own waiting files from one owner to another; false when one of them is not
// there, not theirs or not waiting. Then the work must be refused.
bool claim(Work& work, const std::vector<AttachmentId>& ids, const Owner& from, const Owner& to);

// The same of files that somebody has sent who was not signed in: whoever may write to their owner.
bool claim_unsigned(Tx& tx,
                    const std::vector<AttachmentId>& ids,
                    const Owner& from,
                    const Owner& to);

// Of several owners of one kind, each named once: by owner, in the order in which they came.
std::vector<Attachment> of_owners(Tx& tx,
                                  std::string_view kind,
                                  const std::vector<std::int64_t>& ids);
std::int64_t count_of_owners(Tx& tx, std::string_view kind, const std::vector<std::int64_t>& ids);
// Whose owners have another customer now.
void give_to(Tx& tx,
             CustomerId customer,
             std::string_view kind,
             const std::vector<std::int64_t>& ids);
// How many of this person's files wait, with any owner of that kind.
std::int64_t count_waiting(Tx& tx, PersonId person, std::string_view kind);
// Who has sent it, where that is known.
std::optional<PersonId> sender(Tx& tx, AttachmentId id);
std::vector<Attachment> sent_by(Tx& tx, PersonId person);

void erase_sent_by(Tx& tx, PersonId person);
void erase_of(Tx& tx, const Owner& owner);
// Of this kind of owner, older than that; the number of rows that are gone.
std::int64_t forget_waiting(Tx& tx, std::string_view kind, Time older_than);

}  // namespace attachments

}  // namespace ogniwo
