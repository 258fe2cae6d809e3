#pragma once

// Telling people, and what they have been told. Visible to every slice above.

#include <functional>
#include <map>
#include <string>
#include <vector>

#include "notices/types.hpp"

namespace ogniwo::notices {

// Each of them once, in the transaction of what happened; never the one who did it.
void tell(Work& work, const std::vector<PersonId>& persons, const Word& word);

// How subjects of a kind are called, for this reader; those that they may not see are absent.
using Labels =
    std::function<std::map<std::int64_t, std::string>(const View&, std::vector<std::int64_t>)>;
void on_labels(std::string subject_kind, Labels labels);

Result<NoticeList> list_notices(const View& view, const ListNotices& wish);
Result<UnreadNotices> read_notices(Work& work, const ReadNotices& wish);

void erase_person(Work& work, PersonId person);
// What is too old. Now and then.
void purge(Work& work);

}  // namespace ogniwo::notices
