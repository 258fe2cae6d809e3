#pragma once

// Who may do with a person what reaches further than their card: erasing, taking along, merging.

#include "people/person_store.hpp"
#include "storage/work.hpp"

namespace ogniwo::people {

// The person, where the actor holds the right for everything the person belongs to; who may only
// see the person is told `refusal`.
Result<store::StoredPerson> load_within(const View& view,
                                        PersonId person,
                                        Right right,
                                        Reason refusal);

}  // namespace ogniwo::people
