// Whether the pointers of merges are what they must be, and what the journal says they are.

#include "base/json.hpp"
#include "people/merge_service.hpp"
#include "people/merge_store.hpp"
#include "storage/journal.hpp"

namespace ogniwo::people {
namespace {

// As whom the one goes on by the last event about it, 0 for as nobody else.
template <class Merged, class Unmerged>
std::int64_t told_of(Tx& tx, std::string_view kind, std::int64_t id) {
    std::int64_t into = 0;
    for (const Event& event : journal::of_subject(tx, kind, id)) {
        if (event.name == Unmerged::name) into = 0;
        if (event.name != Merged::name) continue;
        const auto merged = from_json<Merged>(event.payload);
        into = merged ? merged->into.value : 0;
    }
    return into;
}

template <class Merged, class Unmerged>
void compare(Tx& tx,
             std::string_view kind,
             const std::vector<store::Pointer>& pointers,
             std::vector<MergeFault>& faults) {
    for (const store::Pointer& pointer : pointers) {
        const std::string who = std::string(kind) + " " + std::to_string(pointer.id) +
                                " goes on as " + std::to_string(pointer.merged_into);
        if (!pointer.is_sound) faults.push_back({who + ", which cannot be"});
        const std::int64_t told = told_of<Merged, Unmerged>(tx, kind, pointer.id);
        if (told != pointer.merged_into) {
            faults.push_back({who + ", by the journal as " + std::to_string(told)});
        }
    }
}

}  // namespace

std::vector<MergeFault> check_merges(Tx& tx) {
    std::vector<MergeFault> faults;
    compare<PersonMerged, PersonUnmerged>(tx, "person", store::list_person_pointers(tx), faults);
    compare<CustomerMerged, CustomerUnmerged>(
        tx, "customer", store::list_customer_pointers(tx), faults);
    for (const PersonId person : store::list_left_with(tx)) {
        faults.push_back({"person " + std::to_string(person.value) +
                          " has something of somebody who does not go on as them"});
    }
    return faults;
}

}  // namespace ogniwo::people
