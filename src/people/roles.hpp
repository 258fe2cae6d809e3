#pragma once

// Which role holds which rights. A right belongs to the slice it guards, and that slice says in its
// mount() who holds it. Owner holds every right that was ever named here, auditor all that only
// read; what a technician holds, lead and administrator hold, and what a customer's user holds, its
// approver and administrator hold: so each can give the roles below their own. Filled while the
// program starts, on one thread, and only read afterwards.

#include <initializer_list>
#include <string_view>
#include <vector>

#include "people/access_types.hpp"
#include "storage/actor.hpp"

namespace ogniwo::people {

void allow(Right right, std::initializer_list<Role> roles);
// The same for a right to look at something: auditors hold it too.
void allow_reading(Right right, std::initializer_list<Role> roles);

const RightSet& rights_of(Role role);
// Every right that was named, sorted.
const RightSet& all_rights();

RolePlace place_of(Role role);

}  // namespace ogniwo::people
