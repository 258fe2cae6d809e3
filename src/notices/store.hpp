#pragma once

// The only place that names the table notice.

#include <optional>
#include <string>
#include <vector>

#include "notices/types.hpp"

namespace ogniwo::notices::store {

void insert_notice(Tx& tx, PersonId person, const Notice& notice);

// Newest first, without labels and names.
std::vector<Notice> list_notices(Tx& tx, PersonId person, const ListNotices& wish, int limit);
// At most unread_most.
int count_unread(Tx& tx, PersonId person);

// Only the person's own, only those that are not read yet; false when it is not theirs.
void read_all(Tx& tx, PersonId person, Time now);
void read_about(Tx& tx, PersonId person, const Word& subject, Time now);
bool read_one(Tx& tx, PersonId person, NoticeId notice, Time now);

void delete_of(Tx& tx, PersonId person);
// At most some hundreds, so that nobody waits for it.
void delete_older(Tx& tx, Time read_before, Time before);

}  // namespace ogniwo::notices::store
