#pragma once

// Who may look at what somebody can do, and by which day it is judged: shared by the services of
// skills, certificates and requirements.

#include <string>
#include <string_view>
#include <vector>

#include "tiers/requirement_types.hpp"

namespace ogniwo::tiers {

// Company-wide: these things are about our staff, not about a customer.
Outcome sees_everybody(const View& view);
Outcome edits_everybody(const View& view);

// Somebody of ours whom this actor may look at: themselves, or anybody for who sees everybody. Else
// `missing`. The name.
Result<std::string> visible_staff(const View& view, PersonId person);
// The same for a change: only active staff, and only by themselves or by who edits everybody.
Outcome may_change_staff(const View& view, PersonId person);

// By the calendar of our company.
Date today_of(const View& view);

// The owner kind of their files among attachments.
inline constexpr std::string_view certificate_files = "certificate";

// Days left, state, name of the person and file: what does not stand in the row.
std::vector<Certificate> complete(const View& view, std::vector<Certificate> certificates);
// Names of people, and whether the day is over.
void complete_learning(const View& view, std::vector<LearningTask>& tasks);

// With the names of their places, and the tiers of queues.
std::vector<Requirement> named_requirements(Tx& tx);
// As the slice above tells them.
std::map<WorkCategoryId, WorkCategory> work_categories(Tx& tx);

}  // namespace ogniwo::tiers
