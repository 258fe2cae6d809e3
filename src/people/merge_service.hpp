#pragma once

// Merging persons and customers, taking merges apart, and finding what looks like one.
//
// Customers are merged by whoever serves all of them and may give every role that is held at
// either: those roles count at both from then on. When they part, a role that was given meanwhile
// to people of the other side, or by them, ends.
//
// Both rows are claimed in the order of their ids, so that two nodes that merge them into each
// other cannot both do it. Who merges persons holds all rights of both, since the one signs in for
// the other from then on. Order of refusals: the rows (`missing`, not_yours_to_edit),
// person_above_you, merge_rules.hpp, merged_yourself, merge_has_work.

#include <functional>
#include <map>
#include <string_view>
#include <vector>

#include "people/merge_types.hpp"
#include "storage/work.hpp"

namespace ogniwo::people {

// --- What slices register in their mount() ----------------------------------------------------

// What is read as the other one's from then on, for the preview.
using CountOfPerson = std::function<std::vector<MovedCount>(const View&, PersonId)>;
using CountOfCustomer = std::function<std::vector<MovedCount>(const View&, CustomerId)>;
// What somebody of ours must hand over before: they can do nothing with it afterwards.
using WorkOfPerson = std::function<std::int64_t(const View&, PersonId)>;
// What has been joined across the two since, and must be taken apart before they are.
using BoundOfCustomer = std::function<std::int64_t(const View&, CustomerId)>;

// Takes back what reached the remaining one since then in the name of whoever is one no longer.
using PartOfPersons = std::function<void(Work&, PersonId, Time since)>;

// Either may be left out.
void on_person_merge(std::string_view name, CountOfPerson count, WorkOfPerson work);
void on_person_unmerge(std::string_view name, PartOfPersons part);
void on_customer_merge(std::string_view name, CountOfCustomer count, BoundOfCustomer bound);

// --- Verbs -----------------------------------------------------------------------------------

Result<PersonMergePreview> preview_person_merge(const View& view, const MergePerson& wish);
// Answers the merged one.
Result<Person> merge_person(Work& work, const MergePerson& wish);
Result<Person> unmerge_person(Work& work, const UnmergePerson& wish);
// Of the same customers, or of our staff; only persons whom the actor may merge.
Result<LikePersons> find_like_persons(const View& view, const OfDuplicates& wish);
Result<PersonPairs> list_duplicate_persons(const View& view, const ListDuplicatePersons& wish);

Result<CustomerMergePreview> preview_customer_merge(const View& view,
                                                    const PreviewCustomerMerge& wish);
Result<Customer> merge_customer(Work& work, const MergeCustomer& wish);
Result<Customer> unmerge_customer(Work& work, const UnmergeCustomer& wish);
Result<LikeCustomers> find_like_customers(const View& view, const OfCustomerDuplicates& wish);
Result<CustomerPairs> list_duplicate_customers(const View& view, const Nothing&);

// --- For other slices: nobody's rights are checked ---------------------------------------------

// As whom they go on; themselves unless they are merged.
PersonId goes_on(Tx& tx, PersonId person);
CustomerId goes_on(Tx& tx, CustomerId customer);
// Else refuses with person_merged or customer_merged, and names the one as whom they go on.
Outcome goes_on_as_nobody(Tx& tx, PersonId person);
Outcome goes_on_as_nobody(Tx& tx, CustomerId customer);
// Their names, and as whom they go on. Unknown ids are absent.
std::vector<ShownName<PersonId>> shown_names(Tx& tx, const std::vector<PersonId>& ids);
std::vector<ShownName<CustomerId>> shown_names(Tx& tx, const std::vector<CustomerId>& ids);
// As whom many go on; only those that are merged are in the answer.
std::map<PersonId, PersonId> merged_among(Tx& tx, const std::vector<PersonId>& ids);
std::map<CustomerId, CustomerId> merged_among(Tx& tx, const std::vector<CustomerId>& ids);
// Each as whom they go on, and each once, in the order in which they are named first.
std::vector<PersonId> going_on(Tx& tx, const std::vector<PersonId>& ids);
std::vector<CustomerId> going_on(Tx& tx, const std::vector<CustomerId>& ids);
// Who is meant by one of them: the one where they go on, and all that were merged into it.
std::vector<PersonId> one_with(Tx& tx, PersonId person);
std::vector<CustomerId> one_with(Tx& tx, CustomerId customer);

// Before something of the one is joined to something of the other: meanwhile they do not part.
void claim_together(Tx& tx, CustomerId one, CustomerId other);

struct MergeFault {
    std::string what{};  // "person 7 goes on as person 9, who is not there"
};
// What no merge leaves behind: chains, circles, pointers to nobody, belonging and roles that came
// with somebody who is not merged.
std::vector<MergeFault> check_merges(Tx& tx);

}  // namespace ogniwo::people
